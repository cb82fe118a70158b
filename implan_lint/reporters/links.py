"""How the things of a plan hang together, for people and as plain data: `show --links`."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from implan_lint.plan.links import Reason
from implan_lint.plan.model import Entity, Plan
from implan_lint.plan.traces import End, Link, LinkKind, Traces
from implan_lint.reporters.terminal import View, paint, visible
from implan_lint.reporters.understanding import Data

_LONGEST = 90
"""Characters of a thing's words that are shown."""


def render_links(plan: Plan, traces: Traces, view: View) -> str:
    """Per kind of link each source, what it leads to and why, and then what leads to nothing."""
    lines: list[str] = []
    for kind, alone in traces.unlinked.items():
        links = [link for link in traces.links if link.kind is kind]
        lines += ["", paint(f"{_name(plan, 'link', kind.value, view)} ({len(links)})", "bold", view)]
        for _, group in groupby(links, key=lambda link: link.source.span):
            lines += _branch(plan, list(group), view)
        lines += _alone(plan, kind, alone, view)
    head = paint(visible(plan.document.source.path), "bold", view)
    return "\n".join((head, *(lines or ["", f"  {_name(plan, 'trace', 'nothing', view)}"]))) + "\n"


def _branch(plan: Plan, links: list[Link], view: View) -> Iterator[str]:
    yield _line(plan, links[0].source, view)
    for link in links:
        why = f"{_reason(plan, link, view)}, {_name(plan, 'certainty', link.confidence.value, view)}"
        yield f"{_line(plan, link.target, view, arrow='→ ')}  {paint(f'[{why}]', 'dim', view)}"


def _alone(plan: Plan, kind: LinkKind, alone: tuple[End, ...], view: View) -> Iterator[str]:
    if alone:
        yield paint(f"  {_name(plan, 'unlinked', kind.value, view)} ({len(alone)})", "yellow", view)
        yield from (_line(plan, end, view) for end in alone)


def _reason(plan: Plan, link: Link, view: View) -> str:
    said = _name(plan, "reason", link.reason.value, view)
    return f"{said} ({round(link.share * 100)}%)" if link.reason is Reason.WORDS else said


def _line(plan: Plan, end: End, view: View, *, arrow: str = "") -> str:
    words = visible(" ".join(end.text.split()))
    short = words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1].rstrip()}…"
    indent = "      " if arrow else ""
    return f"{indent}{paint(f'  {_line_number(plan, end):>5}   ', 'dim', view)}{arrow}{short}"


def _line_number(plan: Plan, end: End) -> int:
    return end.line if isinstance(end, Entity) else plan.document.source.line_of(end.span.start)


def _name(plan: Plan, group: str, key: str, view: View) -> str:
    return plan.vocabulary.names.get(group, {}).get(key, {}).get(view.language, key)


# ---------------------------------------------------------------- data


def links_data(plan: Plan, traces: Traces) -> dict[str, Data]:
    """`links`, a list, and `unlinked`, per kind what leads to nothing; lines are 1-based."""
    return {
        "links": [
            {
                "kind": link.kind.value,
                "source": _end(plan, link.source),
                "target": _end(plan, link.target),
                "reason": link.reason.value,
                "confidence": link.confidence.value,
                "share": round(link.share, 2),
            }
            for link in traces.links
        ],
        "unlinked": {kind.value: [_end(plan, end) for end in alone] for kind, alone in traces.unlinked.items()},
    }


def _end(plan: Plan, end: End) -> Data:
    return {"line": _line_number(plan, end), "text": end.text}

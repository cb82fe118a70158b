"""Mends what the rules found: applies their fixes, checks again, and so on until there is nothing more to mend."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from pathlib import Path

from implan_lint.atomic import ChangedMeanwhileError
from implan_lint.diagnostic import Diagnostic, Edit, Fix, Span
from implan_lint.engine.results import FileResult
from implan_lint.fixer import apply_edits, line_end, rewrite

MOST_ROUNDS = 50
"""Fixes at one place come one after the other, each in a round of its own; then it must be done."""


@dataclass(frozen=True, slots=True)
class Checker:
    """What fixing asks of the linter."""

    check: Callable[[str], FileResult]
    """Checks a text as if it stood in the file."""
    shown: Callable[[FileResult], Sequence[Diagnostic]]
    """The findings of a result that are told; what is suppressed or known is left alone."""
    unsafe: bool = False
    """Whether fixes that ask for somebody's look are made as well."""


@dataclass(frozen=True, slots=True)
class Fixed:
    """What became of one file."""

    before: str
    after: str
    """Both without byte-order mark."""
    result: FileResult
    """What is left. A finding whose fix turned out to do no good has none any more."""
    counts: Mapping[str, int] = field(default_factory=dict)
    """Per rule: how many of its findings were mended."""
    problem: str = ""
    """Why nothing could be written: "changed" where somebody else wrote the file meanwhile, or the system's words."""


@dataclass(frozen=True, slots=True)
class _Proposal:
    """A finding with its fix, both for sure."""

    found: Diagnostic
    fix: Fix

    @property
    def key(self) -> tuple[str, str]:
        return self.found.code, self.found.fingerprint


def fix_file(path: Path, checker: Checker, check_file: Callable[[Path], FileResult]) -> Fixed:
    """Fixes a file on disk, whole or not at all; `check_file` tells of one that can't be read or written."""
    done: list[Fixed] = []

    def change(text: str) -> str:
        done.append(fix_text(text, checker))
        return done[0].after

    problem = ""
    try:
        rewrite(path, change)
    except ChangedMeanwhileError:
        problem = "changed"
    except (OSError, UnicodeDecodeError) as error:
        problem = str(error)
    if done and not problem:
        return done[0]
    before = done[0].before if done else ""
    return Fixed(before, before, check_file(path), problem=problem if done else "")


def fix_text(text: str, checker: Checker) -> Fixed:
    """The text with everything mended that its findings have a sound fix for."""
    result = checker.check(text)
    now, counts = text, Counter[str]()
    useless: set[tuple[str, str]] = set()
    for _ in range(MOST_ROUNDS):
        proposals = _proposals(checker.shown(result), checker, useless)
        if not proposals:
            break
        made = _try(now, result, proposals, checker) or _one_by_one(now, result, proposals, checker, useless)
        if made is None:
            continue
        now, result, chosen = made
        counts.update(proposal.found.code for proposal in chosen)
        useless.clear()  # in the changed text they may do good
    return Fixed(text, now, _without_useless(result, useless), dict(sorted(counts.items())))


_Made = tuple[str, FileResult, Sequence[_Proposal]]


def _proposals(found: Iterable[Diagnostic], checker: Checker, useless: set[tuple[str, str]]) -> list[_Proposal]:
    """Fixes that don't touch each other, in the order of the text; safe ones as long as there are any."""
    every = [_Proposal(one, one.fix) for one in found if one.fix is not None and (one.fix.safe or checker.unsafe)]
    every = [proposal for proposal in every if proposal.key not in useless and _is_whole(proposal.fix)]
    safe = [proposal for proposal in every if proposal.fix.safe]
    chosen: list[_Proposal] = []
    taken: list[Span] = []
    for proposal in safe or every:
        spans = [edit.span for edit in proposal.fix.edits]
        if not any(_touch(span, other) for span in spans for other in taken):
            chosen.append(proposal)
            taken += spans
    return chosen


def _is_whole(fix: Fix) -> bool:
    """Whether its own edits can be made together."""
    spans = sorted(edit.span for edit in fix.edits)
    return bool(spans) and all(first.end <= second.start for first, second in pairwise(spans))


def _touch(one: Span, other: Span) -> bool:
    return one.start <= other.end and other.start <= one.end


def _try(text: str, before: FileResult, proposals: Sequence[_Proposal], checker: Checker) -> _Made | None:
    """The text with these fixes made, and what is then found; None where they don't do what they promise."""
    end = line_end(text)
    edits = [
        Edit(edit.span, edit.replacement.replace("\n", end)) for proposal in proposals for edit in proposal.fix.edits
    ]
    changed = apply_edits(text, edits)
    after = checker.check(changed)
    return (changed, after, proposals) if _keeps_promise(before, after, proposals) else None


def _keeps_promise(before: FileResult, after: FileResult, proposals: Sequence[_Proposal]) -> bool:
    """Every fix solves its finding; safe fixes bring no other."""
    was = Counter(found.code for found in before.diagnostics)
    now = Counter(found.code for found in after.diagnostics)
    solved = Counter(proposal.found.code for proposal in proposals)
    if any(now[code] > was[code] - number for code, number in solved.items()):
        return False
    return not all(proposal.fix.safe for proposal in proposals) or now <= was


def _one_by_one(
    text: str, before: FileResult, proposals: Sequence[_Proposal], checker: Checker, useless: set[tuple[str, str]]
) -> _Made | None:
    """The first fix that does good alone; those before it that don't are useless from now on."""
    for proposal in proposals:
        made = _try(text, before, [proposal], checker) if len(proposals) > 1 else None
        if made is not None:
            return made
        useless.add(proposal.key)
    return None


def _without_useless(result: FileResult, useless: set[tuple[str, str]]) -> FileResult:
    kept = (
        replace(found, fix=None) if (found.code, found.fingerprint) in useless else found
        for found in result.diagnostics
    )
    return replace(result, diagnostics=tuple(kept))

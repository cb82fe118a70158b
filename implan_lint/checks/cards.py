"""Makes the card of a plan: what the other plans of its portfolio must know of it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from implan_lint.checks.gaps import row_of
from implan_lint.checks.timed import dated, is_done
from implan_lint.diagnostic import Span
from implan_lint.document.links import Link, read_links
from implan_lint.document.model import Document
from implan_lint.plan.lexicon import Lexicon, lexicon_of
from implan_lint.plan.model import (
    Action,
    ActionKind,
    Bound,
    Card,
    Due,
    Entity,
    LinkedFile,
    Mention,
    Milestone,
    MilestoneType,
    Need,
    OwnerKind,
    Plan,
    Pointing,
    ScopeSide,
    Work,
)
from implan_lint.plan.names import person_name
from implan_lint.plan.owners import who_is_meant
from implan_lint.plan.profile import Phase
from implan_lint.plan.time.period import Bound as Direction
from implan_lint.plan.time.period import Period, Precision, TimeKind
from implan_lint.plan.time.reader import read_period
from implan_lint.plan.words import fold, fold_keeping_places

_SUFFIXES = (".md", ".markdown")
_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|[/~#?]", re.IGNORECASE)
_BLANK_PATH = re.compile(r"[{}<>$*|\\\[\]]|\.\.\.|…")
"""Signs of a template or of another kind of path: no file is meant by it."""
_MARKS = re.compile(r"[*_`]+|<[^<>]{0,80}>")
_NO_ID = re.compile(r"x{2,}|[\[\]{}<>…]|\.\.\.|^0+$", re.IGNORECASE)
_NUMBERED = re.compile(r"[^\W\d_].*\d|\d.*[^\W\d_]|\d{3}")
_LIST_OF_IDS = re.compile(r"\s*[,;]\s*")
_DAYS = {
    Precision.DAY: 1, Precision.WEEK: 7, Precision.PART: 183, Precision.MONTH: 31, Precision.QUARTER: 92,
    Precision.SEASON: 93, Precision.YEAR: 366, Precision.NONE: 1,
}  # fmt: skip
"""How many days a moment that is written so takes at most; what takes more is a stretch with a start of its own."""
LEAD = timedelta(days=30)
"""How long before its last day work without a start is taken to be under way."""


def card_of(plan: Plan, path: str) -> Card:
    """`path` is absolute and normal, with forward slashes."""
    links = list(read_links(plan.document))
    pointer = _Pointer(plan.document, links)
    closed = plan.phase is Phase.CLOSED
    return Card(
        path=path,
        title=_title(plan),
        language=plan.language,
        version=_field(plan, "versie"),
        id=_id(plan),
        links=tuple(_files(links)),
        depends_on=tuple(_depends_on(plan)),
        milestones=() if closed else tuple(_milestones(plan)),
        needs=() if closed else tuple(_needs(plan, pointer)),
        bounds=tuple(_bounds(plan, pointer)),
        work=() if closed else tuple(_work(plan)),
        today=plan.today,
    )


# ---------------------------------------------------------------- the plan itself


def _title(plan: Plan) -> str:
    heading = next((section.heading for section in plan.document.sections()), None)
    return _field(plan, "titel") or (heading.title.plain.strip() if heading is not None else "")


def _field(plan: Plan, name: str) -> str:
    field = plan.meta.get(name)
    return field.text.strip() if field is not None else ""


def _id(plan: Plan) -> Mention | None:
    """What tells the plan from all others. A bare `id` is often a web page's name or place: "intro", 3."""
    field = plan.meta.get("plan_id")
    if field is None or not field.from_front_matter:
        return None
    text = field.text.strip(" '\"")
    is_page = fold(plan.document.source.slice(field.key_span)).strip("'\" ") == "id"
    if not any(map(str.isalnum, text)) or _NO_ID.search(text) or (is_page and not _NUMBERED.search(text)):
        return None
    return None if lexicon_of(plan.vocabulary).is_one_of("placeholder", text) else Mention(text, field.span)


def _depends_on(plan: Plan) -> Iterator[Mention]:
    field = plan.meta.get("afhankelijk_van")
    if field is not None and field.from_front_matter:
        for part in _LIST_OF_IDS.split(field.text.strip(" []")):
            words = part.strip(" '\"-")
            if words:
                whole_words = re.compile(rf"(?<![\w-]){re.escape(words)}(?![\w-])")
                at = whole_words.search(plan.document.source.text, field.span.start, field.span.end)
                yield Mention(words, Span(*at.span()) if at else field.span)


def _files(links: Iterable[Link]) -> Iterator[LinkedFile]:
    for link in links:
        target = file_of(link.target)
        if target is not None:
            yield LinkedFile(target, link.target_span)


def file_of(target: str) -> str | None:
    """The Markdown file that a link's target means, relative to the plan; None if it means something else."""
    path = re.split(r"[#?]", target, maxsplit=1)[0]
    if not path.lower().endswith(_SUFFIXES) or _ELSEWHERE.match(target) or _BLANK_PATH.search(path):
        return None
    if "%" in path:
        from urllib.parse import unquote

        return unquote(path)
    return path


# ---------------------------------------------------------------- words with links in them


@dataclass(frozen=True, slots=True)
class _Pointer:
    document: Document
    links: Sequence[Link]

    def within(self, start: int, end: int) -> Pointing:
        """The words between two offsets, of which each may lie within the words of a link; a link is taken whole."""
        start, end = self._before_link(start), self._before_link(end)
        text = self.document.source.text
        parts: list[str] = []
        targets: list[str] = []
        index = bisect_left(self.links, start, key=lambda link: link.span.start)
        while index < len(self.links) and self.links[index].span.start < end:
            link = self.links[index]
            parts += [_MARKS.sub(" ", text[start : link.span.start]), f" \x00{len(targets)}\x00 "]
            targets.append(link.target)
            start, index = link.span.end, index + 1
        parts.append(_MARKS.sub(" ", text[start : max(start, end)]))
        return Pointing(" ".join("".join(parts).split()), tuple(targets))

    def _before_link(self, offset: int) -> int:
        """The text of a cell that opens with a link begins behind its bracket."""
        index = bisect_left(self.links, offset, key=lambda link: link.span.start) - 1
        link = self.links[index] if index >= 0 else None
        return link.span.start if link is not None and offset <= link.span.start + len(link.words) else offset


# ---------------------------------------------------------------- time


def _milestones(plan: Plan) -> Iterator[Due]:
    lexicon = lexicon_of(plan.vocabulary)
    for timed in dated(plan):
        milestone, period = timed.entity, timed.period
        first = period.earliest or period.latest
        if (
            isinstance(milestone, Milestone)
            and first is not None
            and _is_firm(period)
            and not is_done(milestone, lexicon)
        ):
            yield Due(milestone.text, milestone.number, first, timed.when.text)
    live, span = plan.lifetime.go_live, plan.lifetime.go_live_span
    if live is not None and span is not None and not any(one.type is MilestoneType.GO_LIVE for one in plan.milestones):
        name = "go-live" if plan.language == "en" else "livegang"
        yield Due(name, None, live, plan.document.source.slice(span))


def _is_firm(period: Period) -> bool:
    return period.kind in (TimeKind.MOMENT, TimeKind.RELATIVE) and period.bound is not Direction.AROUND


def _needs(plan: Plan, pointer: _Pointer) -> Iterator[Need]:
    lexicon = lexicon_of(plan.vocabulary)
    for timed in dated(plan):
        thing, until = timed.entity, timed.period.latest
        if until is None or not _is_firm(timed.period) or is_done(thing, lexicon):
            continue
        for start, end, whole in _pieces(thing, pointer.document):
            yield from _need(thing, pointer.within(start, end), until, timed.when, lexicon, whole=whole)
    for condition in plan.preconditions:
        when = condition.when
        period = read_period(when.text) if when is not None else None
        if when is not None and period is not None and period.latest is not None and _is_firm(period):
            said = pointer.within(*_lines(condition, pointer.document))
            yield from _need(condition, said, period.latest, when, lexicon, whole=True)


def _need(
    thing: Entity, said: Pointing, until: date, when: Mention, lexicon: Lexicon, *, whole: bool
) -> Iterator[Need]:
    folded = fold_keeping_places(said.words)
    waits = (0,) if whole else tuple(match.end() for match in lexicon.pattern("portfolio.waits").finditer(folded))
    if waits:
        yield Need(thing.text, row_of(thing) if thing.place.row is not None else None, said, waits, until, when)


def _pieces(thing: Action | Milestone, document: Document) -> Iterator[tuple[int, int, bool]]:
    """The cells of its row, or its lines; and whether all that stands there is waited for."""
    table, row = thing.place.table, thing.place.row
    if table is None or row is None:
        yield (*_lines(thing, document), False)
        return
    waited_for = table.columns.get("afhankelijk_van", -1)
    starts = [cell.text.span.start for cell in row.cells]
    for index, (start, end) in enumerate(zip(starts, [*starts[1:], row.span.end], strict=True)):
        if start < end and row.cells[index].text:
            yield start, end, index == waited_for


def _lines(thing: Entity, document: Document) -> tuple[int, int]:
    source = document.source
    row = thing.place.row
    span = row.span if row is not None else thing.span
    return span.start, source.line_span(source.line_of(max(span.start, span.end - 1))).end


# ---------------------------------------------------------------- scope


_TURN = re.compile(r"[(:→]|\s[–-]\s")


def _bounds(plan: Plan, pointer: _Pointer) -> Iterator[Bound]:
    lexicon = lexicon_of(plan.vocabulary)
    for item in plan.scope:
        if item.trivial or item.side not in (ScopeSide.IN, ScopeSide.OUT):
            continue
        said = pointer.within(item.span.start, item.span.end)
        folded = fold_keeping_places(said.words)
        for match in lexicon.pattern("scope.out").finditer(folded):
            blank = " " * len(match.group())
            said = Pointing(said.words[: match.start()] + blank + said.words[match.end() :], said.targets)
        folded = fold_keeping_places(said.words)
        turns = [*lexicon.pattern("portfolio.elsewhere").finditer(folded), *_TURN.finditer(folded)]
        yield Bound(item.text, item.span, said, tuple(Span(*turn.span()) for turn in turns), item.side is ScopeSide.OUT)


# ---------------------------------------------------------------- people


def _work(plan: Plan) -> Iterator[Work]:
    """Open actions with a last day that isn't past, once for each person who is named in full."""
    lexicon = lexicon_of(plan.vocabulary)
    for timed in dated(plan):
        action, last = timed.entity, timed.period.latest
        if not isinstance(action, Action) or action.kind is ActionKind.COMMUNICATION or is_done(action, lexicon):
            continue
        if last is None or last < plan.today or timed.period.kind not in (TimeKind.MOMENT, TimeKind.RELATIVE):
            continue
        for owner in action.owners:
            name, kind = who_is_meant(owner.name, lexicon)
            person = person_name(name) if kind is OwnerKind.PERSON else None
            if person is not None and person.given and person.surname:
                key = (person.given, person.prefix, person.surname)
                yield Work(key, name, action.text, action.span, _first_day(action, timed.period, last), last)


def _first_day(action: Action, period: Period, last: date) -> date:
    """Its own start, or else some time before its last day."""
    table, row = action.place.table, action.place.row
    cell = table.cell(row, "start") if table is not None and row is not None else None
    start = read_period(cell.text.plain) if cell is not None else None
    if start is not None and start.has_year and start.earliest is not None and start.earliest <= last:
        return start.earliest
    first = period.earliest
    if first is not None and (last - first).days >= _DAYS[period.precision]:
        return first
    return last - LEAD

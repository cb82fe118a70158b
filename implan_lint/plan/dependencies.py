"""What must be ready before what: "na M2", "afhankelijk van A3", a column "Afhankelijk van"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from implan_lint.diagnostic import Span
from implan_lint.document.text import Text
from implan_lint.plan.model import Action, Mention, Milestone, Plan

Step: TypeAlias = "Action | Milestone"
Key: TypeAlias = "tuple[str, str]"
"""The letters and the figures of an id: ("M", "2"), ("", "1.3")."""

_ID = re.compile(r"(?<![\w.,/-])([A-Za-z]{1,3}(?:[-.]?))?0{0,2}(\d{1,3}(?:\.\d{1,2})?)(?![\w/-]|[.,]\d)")
_OWN = re.compile(r"\W{0,3}([A-Za-z]{1,3})[-.]?0{0,2}(\d{1,3})(?=\s*[:.)–-]\s|\s*$)")
_AFTER = re.compile(
    r"\b(?:na|afhankelijk van|volgt op|wacht op|after|depends on|dependent on|follows)\s+"
    r"(?:(?:afronding van|oplevering van|afloop van|gereedkomen van|de|het|completion of|the)\s+)?"
    r"(?:(?P<word>actie|action|mijlpaal|milestone)\s+)?(?P<letters>[A-Za-z]{1,3})?-?0{0,2}(?P<number>\d{1,3})"
    r"(?![\w/-]|[.,]\d|\s+(?:\w{0,3}dag|week|wek|maand|jaar|uur|day|month|hour|year))",
    re.IGNORECASE,
)
_LETTER_OF = {"actie": "A", "action": "A", "mijlpaal": "M", "milestone": "M"}
_TEXTS = ("actie", "mijlpaal", "fase", "wanneer", "start", "toelichting")


@dataclass(frozen=True, slots=True)
class Dependency:
    """`step` can only begin when `on` is ready, as the words at `mention` say."""

    step: Step
    name: str
    """What the step is called: "A3", or its own words where it has no number."""
    on: Step
    on_name: str
    mention: Mention


def read_dependencies(plan: Plan) -> tuple[Dependency, ...]:
    """Every reference by number from one action or milestone to another; what can't be found is left out."""
    steps: list[Step] = [*(action for action in plan.actions if not action.withdrawn), *plan.milestones]
    names = {id(step): _own_key(step) for step in steps}
    known: dict[Key, Step] = {}
    shared: set[Key] = set()
    for step in steps:
        key = names[id(step)]
        if key is not None:
            shared |= {key} & known.keys()
            known.setdefault(key, step)
    return tuple(_of_steps(steps, names, {key: step for key, step in known.items() if key not in shared}))


def _of_steps(steps: list[Step], names: Mapping[int, Key | None], known: Mapping[Key, Step]) -> Iterator[Dependency]:
    for step in steps:
        for key, mention in (*_in_column(step), *_in_words(step)):
            other = known.get(key)
            if other is not None and _in_reach(key, step, other):
                own = names[id(step)]
                yield Dependency(step, "".join(own) if own else step.text, other, "".join(key), mention)


def _in_reach(key: Key, step: Step, other: Step) -> bool:
    """A bare number means a row of the same table."""
    one, two = step.place.table, other.place.table
    return bool(key[0]) or (one is not None and two is not None and one.table is two.table)


def _own_key(step: Step) -> Key | None:
    number = _cell(step, "nummer")
    match = _ID.match(number.plain.strip()) if number is not None else None
    if match is not None:
        return _key(match[1], match[2])
    match = _OWN.match(step.text)
    return _key(match[1], match[2]) if match is not None else None


def _key(letters: str | None, number: str) -> Key:
    return (letters or "").rstrip("-.").upper(), number


def _in_column(step: Step) -> Iterator[tuple[Key, Mention]]:
    """The ids below "Afhankelijk van"; in a sentence only those with letters."""
    cell = _cell(step, "afhankelijk_van")
    if cell is None or not cell:
        return
    bare = not re.search(r"[A-Za-z]{4,}", cell.plain)
    for match in _ID.finditer(cell.plain):
        if match[1] or bare:
            yield _key(match[1], match[2]), Mention(match.group(), cell.span_of(*match.span()))


def _in_words(step: Step) -> Iterator[tuple[Key, Mention]]:
    """ "na M2", "afhankelijk van actie 3" in its own words, its moment or its note."""
    for words, span, text in _texts(step):
        for match in _AFTER.finditer(words):
            letter = match["letters"] or _LETTER_OF.get((match["word"] or "").lower())
            if letter is not None:
                place = text.span_of(*match.span()) if text is not None else span
                yield _key(letter, match["number"]), Mention(match.group(), place)


def _texts(step: Step) -> Iterator[tuple[str, Span, Text | None]]:
    cells = [cell for name in _TEXTS if (cell := _cell(step, name)) is not None]
    if cells:
        yield from ((cell.plain, cell.span, cell) for cell in dict.fromkeys(cells))
    else:
        yield step.text, step.span, None


def _cell(step: Step, column: str) -> Text | None:
    table, row = step.place.table, step.place.row
    cell = table.cell(row, column) if table is not None and row is not None else None
    return cell.text if cell is not None else None

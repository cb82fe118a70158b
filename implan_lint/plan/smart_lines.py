"""Joins the lines of a SMART analysis ("Specifiek: ...", "Meetbaar: ...") to the goal above them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from implan_lint.diagnostic import Confidence
from implan_lint.document.model import Section
from implan_lint.document.text import Text
from implan_lint.plan.goal_drafts import Draft
from implan_lint.plan.model import Origin, Place
from implan_lint.plan.reading import Reading, items_of, paragraphs_of

_WORDS = (
    r"(?P<S>specifiek|specific)|(?P<M>meetbaar|measurable)"
    r"|(?P<A>acceptabel|aanvaardbaar|ambitieus|haalbaar|achievable|attainable|acceptable)"
    r"|(?P<R>realistisch|relevant|realistic)|(?P<T>tijds?gebonden|time-?bound|timely)"
)
_LETTER = re.compile(
    rf"\W*(?:(?-i:[SMART])\s?[-–—:.(]\s?)?(?:{_WORDS})\)?(?:\s\([^()]*\))?\s?(?P<end>[:–—]|-\s|$)", re.IGNORECASE
)
_LETTERS, _WORDS_OF_GOAL = 3, 4
"""So many letters, and so many words behind the S, are a goal written out without a goal above them."""


@dataclass(frozen=True, slots=True)
class _Line:
    letter: str
    text: Text
    value: Text
    section: Section


def with_smart_lines(reading: Reading, drafts: Sequence[Draft]) -> tuple[Draft, ...]:
    """The drafts with the SMART lines below them; lines without a goal above tell one by their S."""
    joined = [draft for draft in drafts if draft.place.section is None or _letter_of(draft.place.section) is None]
    after = 0
    for group in _groups(_lines(reading, drafts), joined):
        start = group[0].text.span.start
        meant = _meant([draft for draft in joined if after <= draft.text.span.start <= start and not draft.is_empty])
        for draft in meant:
            new = tuple(line.text for line in group if not _holds(draft, line))
            joined[joined.index(draft)] = replace(draft, extra=(*draft.extra, *new))
        if not meant and _tells_a_goal(group):
            place = Place(Origin.SENTENCE, group[0].section, confidence=Confidence.MEDIUM)
            joined.append(Draft(group[0].value, place, None, "", tuple(line.text for line in group[1:])))
        after = group[-1].text.span.end
    return tuple(sorted(joined, key=lambda draft: draft.text.span.start))


def _tells_a_goal(group: Sequence[_Line]) -> bool:
    letters = {line.letter for line in group}
    return len(letters) >= _LETTERS and group[0].letter == "S" and len(group[0].value.plain.split()) >= _WORDS_OF_GOAL


def is_support(text: Text) -> bool:
    """ "Haalbaar: er zijn 12 licenties": what makes a goal possible measures nothing."""
    match = _LETTER.match(text.plain)
    return match is not None and bool(match["A"] or match["R"])


def _meant(above: Sequence[Draft]) -> Sequence[Draft]:
    """The goals that lines are about: the last one if it has a number or a table of its own, or all beside it."""
    if not above or above[-1].place.origin in (Origin.HEADING, Origin.LABEL, Origin.TABLE_ROW):
        return above[-1:]
    return [draft for draft in above if draft.place.section is above[-1].place.section]


def _holds(draft: Draft, line: _Line) -> bool:
    return any(text.span.start <= line.text.span.start < text.span.end for text in (draft.text, *draft.extra))


def _groups(lines: Iterable[_Line], drafts: Sequence[Draft]) -> Iterator[list[_Line]]:
    """Lines that follow each other without a goal between them, each letter once."""
    starts = [draft.text.span.start for draft in drafts]
    group: list[_Line] = []
    for line in sorted(lines, key=lambda line: line.text.span.start):
        said = {other.letter for other in group}
        again = line.letter in said and line.letter != group[-1].letter
        if group and (again or any(group[-1].text.span.end <= start < line.text.span.start for start in starts)):
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def _lines(reading: Reading, drafts: Sequence[Draft]) -> Iterator[_Line]:
    """The SMART lines of the goal sections and of what else holds a goal."""
    sections = {id(found.section): found.section for found in reading.about("doelen")}
    sections |= {id(draft.place.section): draft.place.section for draft in drafts if draft.place.section is not None}
    for section in sections.values():
        texts = [part for paragraph in paragraphs_of(section) for part in _parts(paragraph.text, paragraph.lines)]
        texts += [item.text for item in items_of(section)]
        heading = _letter_of(section)
        for text in texts:
            match = _LETTER.match(text.plain)
            if match is not None and match["end"]:
                yield _Line(_letter(match), text, text.part(match.end(), len(text.plain)), section)
            elif heading is not None and text:
                yield _Line(heading, text, text, section)


def _parts(text: Text, lines: Sequence[Text]) -> Iterator[Text]:
    """A paragraph cut at each line that opens with a letter's word."""
    starts, offset = [0], 0
    for line in lines:
        if _LETTER.match(line.plain):
            starts.append(offset)
        offset += len(line.plain) + 1
    for start, end in pairwise((*dict.fromkeys(starts), len(text.plain))):
        yield text.part(start, end)


def _letter_of(section: Section) -> str | None:
    """The letter that a heading names: "Meetbaar", "M - Meetbaar"."""
    match = _LETTER.match(section.heading.title.plain) if section.heading is not None else None
    whole = match is not None and section.heading is not None and match.end() == len(section.heading.title.plain)
    return _letter(match) if match is not None and whole else None


def _letter(match: re.Match[str]) -> str:
    return next(letter for letter in "SMART" if match[letter])

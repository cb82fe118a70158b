"""Finds the goals: numbered ones, rows, list items, labelled lines and the sentences that state one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, takewhile

from implan_lint.diagnostic import Confidence
from implan_lint.document.model import ListItem, Paragraph, Section
from implan_lint.document.text import Text
from implan_lint.plan import smart
from implan_lint.plan.goal_letters import lettered
from implan_lint.plan.goal_sentences import goals_of
from implan_lint.plan.lexicon import Lexicon
from implan_lint.plan.model import Origin, Place, PlanSection, TableKind
from implan_lint.plan.parts import sentences
from implan_lint.plan.reading import Reading, items_of, nested_items, paragraphs_of
from implan_lint.plan.words import fold

_NUMBERED = re.compile(
    r"^\W*(?:(?:hoofd|sub)?doel(?:stelling)?|goal|objective|d|g)\s*\.?\s*(\d+)\b\s*[:.)–—-]*\s*", re.IGNORECASE
)
_LABEL = re.compile(
    r"^\W*(?:(?:jouw |ons |het |our |your |the )?(?:hoofd|project|pilot)?(?:doel(?:stelling)?(?:en)?|goal"
    r"|objective|purpose)(?: (?:en|and|van|of) (?:(?:de|het|dit|deze|the|this|our|onze|ons) )?(?:gebruik|resultaat"
    r"|functie|nut|effect|result|use|website|site|app|applicatie|project|plan|pilot|traject|implementatie|invoering"
    r"|programma|implementation|programme)){0,2}(?: (?:website|site|app|applicatie|project))?)\W{0,3}:\W*",
    re.IGNORECASE,
)
_SMART_LETTER = re.compile(
    r"^\W*(?:(?-i:[SMART])\s?[-–—:.(]\s?)?(?:specifiek|meetbaar|acceptabel|aanvaardbaar|ambitieus|haalbaar|realistisch|relevant"
    r"|tijds?gebonden|specific|measurable"
    r"|achievable|attainable|realistic|time-?bound|timely)\b",
    re.IGNORECASE,
)
_GUIDANCE = re.compile(
    r"\bSMART\b.{0,40}\b(?:formuleren|formuleer|staat voor|doelen waaraan)|^\W*tip\b"
    r"|^\W*(?:beschrijf|omschrijf|formuleer|geef (?:hier )?aan|vul (?:hier )?in|noem|licht toe|describe"
    r"|formulate|fill in|list)\b"
    r"|^(?:onderstaande|de onderstaande|hieronder|in dit hoofdstuk|in deze paragraaf|de volgende|below"
    r"|this (?:section|chapter|document|register))\b"
    r"|^(?:de|deze|the) (?:\w+ )?(?:doelen|doelstellingen|goals|objectives) (?:zijn|is|are|worden|staan"
    r"|have been)\b[^.]{0,60}"
    r"\b(?:afgestemd|besproken|vastgesteld|haalbaar|gekoppeld|uitgewerkt|genummerd|SMART|agreed|discussed)\b"
    r"|\b(?:risk register|risicoregister) identif|^\W*(?:nulmeting|baseline|peildatum|bron|toelichting)\s*:",
    re.IGNORECASE,
)
_LEAD_IN = re.compile(r":\s*$")
_NO_GOAL_SECTIONS = ("risicos", "begrippen", "bijlagen", "besluiten", "samenvatting", "monitoring", "communicatie")


@dataclass(frozen=True, slots=True)
class Draft:
    """The words of a goal before they are judged."""

    text: Text
    place: Place
    number: int | None
    id_text: str
    extra: tuple[Text, ...] = ()
    """Other words that belong to it: a target, a term, a KPI of the same row or the bullets below."""
    is_empty: bool = False


def read_drafts(reading: Reading) -> tuple[Draft, ...]:
    """All goals in the order of the text. Where goals are numbered ("Doel 1"), only those count in their section."""
    drafts: list[Draft] = []
    for section in reading.sections:
        if "doelen" in (section.kinds or section.inherited) and not _leaves_it_to_another(reading, section):
            drafts += _in_section(reading, section)
    drafts += _elsewhere(reading, drafts)
    unique: dict[int, Draft] = {}
    for draft in drafts:
        unique.setdefault(draft.text.span.start, draft)
    return tuple(sorted(unique.values(), key=lambda draft: draft.text.span.start))


def _leaves_it_to_another(reading: Reading, section: PlanSection) -> bool:
    """A chapter on the current situation and the goals keeps its goals under a heading of their own."""
    if len(section.kinds) < 2 or section.section.children == ():
        return False
    below = [
        found for child in section.section.walk() if (found := reading.plan_section(child)) and found is not section
    ]
    return any(found.kinds and found.kinds[0] == "doelen" for found in below)


def _in_section(reading: Reading, section: PlanSection) -> list[Draft]:
    rows = list(_rows(reading, section.section))
    numbered = [*_numbered_heading(section), *_numbered(section.section)]
    if rows or numbered:
        return sorted([*rows, *numbered], key=lambda draft: draft.text.span.start)
    items = [*_items(section.section), *_lettered(section.section)]
    texts = list(_sentences(reading, section, has_items=bool(items)))
    return sorted([*texts, *items], key=lambda draft: draft.text.span.start)


def _rows(reading: Reading, section: Section) -> Iterator[Draft]:
    for table in reading.tables_in(section):
        if table.kind is not TableKind.GOALS:
            continue
        for number, row in reading.rows(table):
            text = reading.text(table, row, "doeltekst")
            if text is None or reading.is_blank(text):
                continue
            extra = tuple(
                found
                for column in ("nulmeting", "streefwaarde", "kpi", "wanneer", "toelichting")
                if (found := reading.text(table, row, column)) is not None and not reading.is_blank(found)
            )
            own = reading.text(table, row, "nummer") or reading.text(table, row, "doel_ref")
            match = _NUMBERED.match(text.plain)
            digits = re.search(r"\d+", own.plain) if own else None
            goal_number = int(match.group(1)) if match else int(digits.group()) if digits else None
            yield Draft(
                text, Place(Origin.TABLE_ROW, section, table, row, number), goal_number, own.plain if own else "", extra
            )


_PART = re.compile(
    r"^\W*(?:nulmeting|streefwaarde|doelwaarde|norm|termijn|deadline|wanneer|uiterlijk|meting|indicator|kpi|eigenaar|bron|baseline|target|term"
    r"|due|measure|owner|source)\W{0,3}:",
    re.IGNORECASE,
)


def _numbered_heading(section: PlanSection) -> Iterator[Draft]:
    """ "### Doel 2: minder wachttijd": the heading's words, or the paragraph below it."""
    match = _NUMBERED.match(section.heading.text.plain)
    if match is None:
        return
    number, id_text = int(match.group(1)), match.group().strip(" :.-–—*")
    rest = section.heading.text.part(match.end(), len(section.heading.text.plain))
    words = (*(p.text for p in paragraphs_of(section.section)), *(item.text for item in items_of(section.section)))
    below = tuple(takewhile(lambda text: not _is_other_goal(text, number), words))
    place = Place(Origin.HEADING, section.section)
    if rest.plain and below and all(_PART.match(text.plain) or _SMART_LETTER.match(text.plain) for text in below):
        yield Draft(rest, place, number, id_text, below)
    elif below and (not rest.plain or len(rest.plain.split()) < 6):
        yield Draft(below[0], place, number, id_text, (*below[1:], rest))
    elif rest.plain:
        yield Draft(rest, place, number, id_text, below)
    else:
        yield Draft(section.heading.text, place, number, id_text, is_empty=True)


def _is_other_goal(text: Text, number: int) -> bool:
    match = _NUMBERED.match(text.plain)
    return match is not None and int(match.group(1)) != number


def _numbered(section: Section) -> Iterator[Draft]:
    for text, below in _texts(section):
        match = _NUMBERED.match(text.plain)
        if match is None:
            if said := _NUMBERED_BEHIND.search(text.plain):
                yield Draft(
                    _first(text), Place(Origin.SENTENCE, section), int(said.group(1)), said.group(), (text, *below)
                )
            continue
        rest = text.part(match.end(), len(text.plain))
        id_text = match.group().strip(" :.-–—*")
        place = Place(Origin.LABEL, section)
        if rest.plain.strip(" .:_…"):
            yield Draft(rest, place, int(match.group(1)), id_text, below)
        else:
            yield Draft(text, place, int(match.group(1)), id_text, is_empty=True)


_NUMBERED_BEHIND = re.compile(r"\b(?:dit is|this is) (?:doel|doelstelling|goal|objective) (\d+)\b", re.IGNORECASE)


def _texts(section: Section) -> Iterator[tuple[Text, tuple[Text, ...]]]:
    """Every paragraph, or its lines where each opens with a goal number, and every item with what stands below."""
    for paragraph in paragraphs_of(section):
        starts = [line for line in paragraph.lines if _NUMBERED.match(line.plain)]
        if len(starts) > 1:
            yield from ((line, ()) for line in paragraph.lines)
        else:
            yield paragraph.text, ()
    for item in items_of(section):
        yield item.text, tuple(child.text for child in nested_items(item))


def _items(section: Section) -> Iterator[Draft]:
    letters = sum(1 for item in items_of(section) if _SMART_LETTER.match(item.text.plain))
    for item in items_of(section):
        if not item.text or _SMART_LETTER.match(item.text.plain) or letters >= 3:
            continue
        children = [child for child in nested_items(item) if not _SMART_LETTER.match(child.text.plain)]
        if children and (item.text.plain.strip().endswith(":") or len(item.text.plain.split()) <= 4):
            yield from (_item(section, child) for child in children if child.text)
        else:
            yield _item(section, item)


def _lettered(section: Section) -> Iterator[Draft]:
    place = Place(Origin.LIST_ITEM, section, confidence=Confidence.MEDIUM)
    yield from (Draft(text, place, None, "") for text in lettered(section))


def _item(section: Section, item: ListItem) -> Draft:
    number = item.number
    below = tuple(child.text for child in nested_items(item))
    return Draft(
        item.text,
        Place(Origin.LIST_ITEM, section, confidence=Confidence.MEDIUM),
        number,
        "" if number is None else f"{number}",
        below,
    )


def _sentences(reading: Reading, section: PlanSection, *, has_items: bool) -> Iterator[Draft]:
    """Prose under a goal heading: of a paragraph the sentence that states a goal, or its first, and those that add."""
    place = Place(Origin.SENTENCE, section.section, confidence=Confidence.MEDIUM)
    if section.heading.form == "label" and has_items:
        return
    direct = "doelen" in section.kinds
    spoken = [(text, told) for text in (p.text for p in paragraphs_of(section.section)) if (told := _told(text))]
    for index, (text, told) in enumerate(spoken):
        if _LEAD_IN.search(text.plain) or _SMART_LETTER.match(text.plain) or _GUIDANCE.search(text.plain) or not text:
            continue
        if reading.is_blank(text) or reading.lexicon.find("smart.success", text) is not None:
            continue
        first = next((n for n, sentence in enumerate(told) if _states_goal(sentence, reading.lexicon)), None)
        if first is not None:
            goals = goals_of(reading, told[first:]) if direct else [(told[first],)]
            yield from (Draft(goal[0], place, None, "", goal[1:] if nth else ()) for nth, goal in enumerate(goals))
        elif direct and not has_items and index == 0 and len(text.plain.split()) >= 4:
            goals = goals_of(reading, told)
            yield from (Draft(goal[0], place, None, "", goal[1:] if len(goals) > 1 else (text,)) for goal in goals)
        elif direct and not has_items and len(text.plain.split()) >= 6 and _has_measure(reading, text):
            yield Draft(text, place, None, "")


def _told(text: Text) -> list[Text]:
    """The sentences that tell something: "Wat wil je bereiken?" asks for a goal and is none."""
    return [sentence for sentence in sentences(text) if not sentence.plain.rstrip(" *_").endswith("?")]


def _first(text: Text) -> Text:
    return next(sentences(text), text)


def _has_measure(reading: Reading, text: Text) -> bool:
    return smart.measurable(text, reading.periods(text)).found


def _states_goal(sentence: Text, lexicon: Lexicon) -> bool:
    if _NO_GOAL.search(fold(sentence.plain)) or lexicon.find("smart.success", sentence) is not None:
        return False
    return lexicon.find("goal.sentence", sentence) is not None or _LABEL.match(sentence.plain) is not None


def _elsewhere(reading: Reading, found: Sequence[Draft]) -> Iterator[Draft]:
    """Goals outside a goal section: "Doel: ..." on a line of its own, and "het doel van dit project is ..."."""
    has_numbered = any(draft.number is not None and not draft.is_empty for draft in found)
    roots: list[tuple[Section, tuple[str, ...]]] = [(reading.document.root, ())]
    roots += [(section.section, section.kinds or section.inherited) for section in reading.sections]
    for section, kinds in roots:
        if "doelen" in kinds:
            continue
        quiet = any(kind in _NO_GOAL_SECTIONS for kind in kinds[:1])
        if not quiet and not has_numbered:
            yield from _below_a_line(reading, section)
        for text in (*(p.text for p in paragraphs_of(section)), *(item.text for item in items_of(section))):
            label = _LABEL.match(text.plain)
            if label and len(text.plain) > label.end() + 3:
                rest = text.part(label.end(), len(text.plain))
                if not reading.is_blank(rest):
                    yield Draft(rest, Place(Origin.LABEL, section, confidence=Confidence.MEDIUM), None, "")
            elif not has_numbered and not quiet:
                for sentence in sentences(text):
                    if _is_goal_of_project(sentence):
                        yield Draft(sentence, Place(Origin.SENTENCE, section, confidence=Confidence.LOW), None, "")
                        break


def _below_a_line(reading: Reading, section: Section) -> Iterator[Draft]:
    """The paragraph below a line that says just "Doel", alone or at the end of the paragraph before."""
    place = Place(Origin.LABEL, section, confidence=Confidence.MEDIUM)
    for above, below in pairwise(section.blocks):
        if isinstance(above, Paragraph) and isinstance(below, Paragraph) and not reading.is_blank(below.text):
            kinds = reading.lexicon.exact_heading_kinds(above.lines[-1].plain)
            if kinds == ("doelen",) and len(below.text.plain.split()) >= 4:
                yield Draft(_first(below.text), place, None, "", (below.text,))


_PROJECT_GOAL = re.compile(
    r"\b(?:het |the )?(?:hoofd)?(?:doel|doelstelling|goal|objective|aim) (?:van|of) (?:dit |de |het |deze "
    r"|onze |this |the |our )?"
    r"(?:project|implementatie|invoering|traject|pilot|plan|webapplicatie|applicatie|website|opdracht"
    r"|programma|implementation|pilot)\w*"
    r" (?:is|zijn)\b|^doel is\b|\bals doelstelling\b|\bhet (?:project|traject) heeft (?:als|tot) doel\b"
    r"|^(?:het |the )(?:immediate )?(?:doel|goal) is\b",
)


_NO_GOAL = re.compile(r"\bdit plan van aanpak is\b|\b(?:doel|goal|aim|objective) (?:is|was) (?:niet|not)\b")


def _is_goal_of_project(sentence: Text) -> bool:
    words = fold(sentence.plain)
    return _PROJECT_GOAL.search(words) is not None and _NO_GOAL.search(words) is None

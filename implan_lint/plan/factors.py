"""Finds what helps or hinders the implementation, and the strategies that answer it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from implan_lint.diagnostic import Confidence
from implan_lint.document.model import ListItem, Row, Section
from implan_lint.document.text import Text
from implan_lint.plan.model import Factor, Mention, Origin, Place, PlanTable, Polarity, Strategy, TableKind
from implan_lint.plan.parts import labelled_values, sentences
from implan_lint.plan.reading import Reading, items_of, nested_items, paragraphs_of

_KINDS = {"belemmerend": Polarity.BARRIER, "bevorderend": Polarity.FACILITATOR}
_SIGNS = {"-": Polarity.BARRIER, "–": Polarity.BARRIER, "+": Polarity.FACILITATOR}
_ABOUT = ("factoren", *_KINDS)
_ID = re.compile(r"\W{0,3}([A-Z]{1,2}[-.]?\d{1,2})\b[\s:.)–-]*")
_ID_CELL = re.compile(r"[A-Za-z]{0,2}[-.]?\d{1,3}")
_PARTS = re.compile(r"\s*;\s*")
_COMMAS = re.compile(r"\s*,\s*(?:en |and )?")


def read_factors(reading: Reading) -> tuple[tuple[Factor, ...], tuple[Strategy, ...]]:
    """The factors and the strategies, each in the order of the text."""
    factors: list[Factor] = []
    strategies: list[Strategy] = []
    for table in reading.tables:
        if table.kind in (TableKind.FACTORS, TableKind.STRATEGIES):
            factors += _factor_rows(reading, table)
            strategies += _strategy_rows(reading, table)
        elif table.kind is TableKind.OTHER:
            factors += _columns(reading, table)
    for section in reading.sections:
        kinds = reading.kinds(section.section)
        if set(kinds) & {*_ABOUT, "strategieen", "context"}:
            _items(reading, section.section, kinds, factors, strategies)
    defined = {strategy.id_text for strategy in strategies if strategy.place.table is None}
    kept = (s for s in strategies if s.place.table is None or not s.id_text or s.id_text not in defined)
    return tuple(sorted(factors, key=_place)), tuple(sorted(kept, key=_place))


def _place(entity: Factor | Strategy) -> int:
    return entity.span.start


def polarity_of(reading: Reading, words: str) -> Polarity:
    """What a cell, label or heading says of a factor: "belemmerend", "Knelpunt", "+"."""
    if words.strip() in _SIGNS:
        return _SIGNS[words.strip()]
    hinders, helps = (reading.lexicon.holds(name, words) for name in ("factor.barrier", "factor.facilitator"))
    if hinders == helps:
        return Polarity.UNKNOWN
    return Polarity.BARRIER if hinders else Polarity.FACILITATOR


def _of_kinds(kinds: tuple[str, ...]) -> Polarity:
    """Of a heading that means one of both; a heading over both says nothing."""
    found = {_KINDS[kind] for kind in kinds if kind in _KINDS}
    return found.pop() if len(found) == 1 else Polarity.UNKNOWN


# ---------------------------------------------------------------- tables


def _factor_rows(reading: Reading, table: PlanTable) -> Iterator[Factor]:
    heading = polarity_of(reading, table.header("factor"))
    if heading is Polarity.UNKNOWN:
        heading = _of_kinds(reading.kinds(table.section))
    for number, row in reading.rows(table):
        text = reading.text(table, row, "factor")
        if text is None or reading.is_blank(text):
            continue
        said = reading.value(table, row, "polariteit")
        own = polarity_of(reading, said.text) if said is not None else Polarity.UNKNOWN
        yield Factor(
            text.plain.strip(),
            text.span,
            reading.line_of(text.span),
            Place(Origin.TABLE_ROW, table.section, table, row, number),
            heading if own is Polarity.UNKNOWN else own,
            _id_of_row(reading, table, row, text, with_number="factor" in table.columns),
            reading.value(table, row, "strategie"),
        )


def _strategy_rows(reading: Reading, table: PlanTable) -> Iterator[Strategy]:
    for number, row in reading.rows(table):
        text = reading.text(table, row, "strategie")
        if text is None or reading.is_blank(text):
            continue
        yield Strategy(
            text.plain.strip(),
            text.span,
            reading.line_of(text.span),
            Place(Origin.TABLE_ROW, table.section, table, row, number),
            _id_of_row(reading, table, row, text, with_number="factor" not in table.columns),
            reading.value(table, row, "wie"),
            reading.value(table, row, "wanneer"),
        )


def _id_of_row(reading: Reading, table: PlanTable, row: Row, text: Text, *, with_number: bool) -> str:
    """The id in front of the words, or the row's own number where the row is about this thing."""
    match = _ID.match(text.plain)
    if match is not None:
        return match.group(1)
    cell = (reading.value(table, row, "nummer") or _unnamed_number(row)) if with_number else None
    return cell.text if cell is not None and _ID_CELL.fullmatch(cell.text) else ""


def _unnamed_number(row: Row) -> Mention | None:
    first = row.cells[0].text if row.cells else None
    return Mention(first.plain.strip(), first.span) if first else None


def _columns(reading: Reading, table: PlanTable) -> Iterator[Factor]:
    """ "| Bevorderend | Belemmerend |": a column for each."""
    if not set(reading.kinds(table.section)) & {*_ABOUT, "context"}:
        return
    for index, header in enumerate(table.table.header):
        polarity = polarity_of(reading, header.text.plain)
        for number, row in reading.rows(table) if polarity is not Polarity.UNKNOWN else ():
            text = row.cells[index].text if index < len(row.cells) else None
            if text is not None and not reading.is_blank(text):
                place = Place(Origin.TABLE_ROW, table.section, table, row, number)
                yield _factor(reading, text, place, polarity, None)


# ---------------------------------------------------------------- lists and sentences


def _items(
    reading: Reading, section: Section, kinds: tuple[str, ...], factors: list[Factor], strategies: list[Strategy]
) -> None:
    above = _of_kinds(kinds)
    place = Place(Origin.LIST_ITEM, section, confidence=Confidence.MEDIUM)
    listed = "strategieen" in kinds and "acties" not in kinds
    for item in items_of(section):
        if pair := _pair(reading, item):
            factor, answer = pair
            polarity = polarity_of(reading, item.text.plain[: item.text.plain.find(":")])
            factors.append(_factor(reading, factor, place, polarity, answer))
            if answer is not None:
                strategies.append(_strategy(reading, answer, place))
        elif not listed and (labelled := _under_label(reading, item)) is not None:
            factors += (_factor(reading, text, place, labelled[0], None) for text in labelled[1])
        elif not item.text or reading.is_blank(item.text) or item.text.plain.rstrip().endswith("?"):
            continue
        elif above is not Polarity.UNKNOWN:
            factors.append(_factor(reading, item.text, place, above, _answer_below(reading, item)))
        elif listed:
            strategies.append(_strategy(reading, item.text, place))
    sentence = Place(Origin.SENTENCE, section, confidence=Confidence.MEDIUM)
    for paragraph in paragraphs_of(section) if not listed else ():
        for said in filter(None, (_labelled_line(reading, text) for text in sentences(paragraph.text))):
            factors += (_factor(reading, text, sentence, said[0], None) for text in said[1])


def _pair(reading: Reading, item: ListItem) -> tuple[Text, Text | None] | None:
    """ "Knelpunt: geen tijd. Strategie: roostervrij", on one line or on lines below it."""
    found: dict[str, Text] = {}
    for text in (item.text, *(child.text for child in nested_items(item))):
        for column, labelled in labelled_values(text, reading.lexicon, ("factor", "strategie")).items():
            if not reading.is_blank(labelled.value):
                found.setdefault(column, labelled.value)
    if "factor" not in found or polarity_of(reading, item.text.plain.partition(":")[0]) is Polarity.UNKNOWN:
        return None
    return found["factor"], found.get("strategie")


def _answer_below(reading: Reading, item: ListItem) -> Text | None:
    for text in (item.text, *(child.text for child in nested_items(item))):
        labelled = labelled_values(text, reading.lexicon, ("strategie",)).get("strategie")
        if labelled is not None and not reading.is_blank(labelled.value):
            return labelled.value
    return None


def _under_label(reading: Reading, item: ListItem) -> tuple[Polarity, list[Text]] | None:
    """ "- Belemmerend:" with its own list below it, or with its factors behind the colon."""
    children = [child.text for child in nested_items(item) if child.text and not reading.is_blank(child.text)]
    label = item.text.plain.strip().rstrip(":")
    if children and len(label.split()) <= 3 and (polarity := polarity_of(reading, label)) is not Polarity.UNKNOWN:
        return polarity, children
    return _labelled_line(reading, item.text)


def _labelled_line(reading: Reading, text: Text) -> tuple[Polarity, list[Text]] | None:
    """ "Belemmerend: hoge werkdruk; geen koppeling": divided at semicolons, or else at commas."""
    label, colon, rest = text.plain.partition(":")
    is_heading = bool(set(reading.lexicon.exact_heading_kinds(label)) & _KINDS.keys())
    if not colon or not rest.strip() or (not is_heading and len(label.split()) > 1):
        return None
    polarity = polarity_of(reading, label)
    if polarity is Polarity.UNKNOWN:
        return None
    start, end = len(label) + 1, len(text.plain.rstrip(" ."))
    parts: list[Text] = []
    for cut in (_PARTS if ";" in rest else _COMMAS).finditer(text.plain, start, end):
        parts.append(text.part(start, cut.start()))
        start = cut.end()
    parts.append(text.part(start, end))
    return polarity, [part for part in parts if part and not reading.is_blank(part)]


def _factor(reading: Reading, text: Text, place: Place, polarity: Polarity, answer: Text | None) -> Factor:
    strategy = Mention(answer.plain, answer.span) if answer is not None else None
    return Factor(text.plain.strip(), text.span, reading.line_of(text.span), place, polarity, _id_in(text), strategy)


def _strategy(reading: Reading, text: Text, place: Place) -> Strategy:
    said = labelled_values(text, reading.lexicon, ("wie", "wanneer"))
    owner, when = (
        Mention(said[name].value.plain, said[name].value.span) if name in said else None for name in ("wie", "wanneer")
    )
    return Strategy(text.plain.strip(), text.span, reading.line_of(text.span), place, _id_in(text), owner, when)


def _id_in(text: Text) -> str:
    match = _ID.match(text.plain)
    return match.group(1) if match else ""

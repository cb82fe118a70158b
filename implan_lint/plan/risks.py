"""Finds the risks: rows of a risk table, list items, and the sentences that list them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import partial

from implan_lint.diagnostic import Confidence
from implan_lint.document.model import ListItem, Section
from implan_lint.document.text import Text
from implan_lint.plan.lexicon import Lexicon
from implan_lint.plan.model import Mention, Origin, Place, PlanTable, Risk, TableKind
from implan_lint.plan.parts import enumeration, labelled_values, sentences
from implan_lint.plan.reading import Reading, items_of, nested_items, paragraphs_of
from implan_lint.plan.risk_answers import answer_below, answer_in, grades_said
from implan_lint.plan.risk_levels import level_of, scale_of
from implan_lint.plan.words import fold

_COLUMNS = ("kans", "impact", "score", "preventief", "correctief", "maatregel", "risico_eigenaar")
_RISK_SENTENCE = re.compile(
    r"^(?:de\s+|the\s+)?(?:belangrijkste\s+|grootste\s+|main\s+)?(?:risico'?s|risks)\b", re.IGNORECASE
)
_MEASURE_SENTENCE = re.compile(
    r"^(?:de\s+|the\s+)?(?:mitigerende |beheers|tegen|preventieve |mitigating )?(?:maatregelen|measures|mitigations)\b",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"^\W*(?:R|risico|risk)?[-\s]?0*(\d+)\b", re.IGNORECASE)


def read_risks(reading: Reading) -> tuple[Risk, ...]:
    """All risks in the order of the text."""
    found: list[Risk] = []
    for table in reading.tables:
        if table.kind is TableKind.RISKS:
            found += _rows(reading, table)
    if not any(table.kind is TableKind.RISKS for table in reading.tables):
        for section in reading.about("risicos"):
            found += _items(reading, section.section)
            # Below it, "Leverancier levert te laat" is a risk as well, whatever else such a heading is about.
            for child in section.section.children:
                if "risicos" not in reading.kinds(child) and (described := _described_by_items(reading, child)):
                    found.append(described)
    if not found:
        for section in reading.about("risicos"):
            found += (
                list(_labelled_lines(reading, section.section))
                or _listed_in_sentences(reading, section.section)
                or _conditions(reading, section.section)
            )
    return tuple(sorted(found, key=lambda risk: risk.span.start))


def _rows(reading: Reading, table: PlanTable) -> Iterator[Risk]:
    for number, row in reading.rows(table):
        text = reading.text(table, row, "risico")
        if text is None or reading.is_blank(text):
            continue
        id_cell = reading.text(table, row, "nummer")
        match = _NUMBER.match(id_cell.plain) if id_cell else None
        likelihood, impact = (reading.value(table, row, column) for column in ("kans", "impact"))
        both = reading.text(table, row, "kans_impact")
        if both is not None and not reading.is_blank(both):
            one, two = _halves(both)
            likelihood, impact = likelihood or one, impact or two
        score = reading.value(table, row, "score")
        measure = reading.value(table, row, "maatregel")
        yield Risk(
            text.plain.strip(),
            text.span,
            reading.line_of(text.span),
            Place(Origin.TABLE_ROW, table.section, table, row, number),
            int(match.group(1)) if match else None,
            likelihood,
            impact,
            score,
            level_of(reading.lexicon, likelihood, impact, score, scale_of(table)),
            reading.value(table, row, "preventief"),
            reading.value(table, row, "correctief"),
            measure,
            measure is not None and reading.lexicon.holds("risk.accept", measure.text),
            reading.value(table, row, "risico_eigenaar"),
        )


_TIMES = re.compile(r"\s*(?:[x×*/]|\s-\s)\s*", re.IGNORECASE)


def _halves(both: Text) -> tuple[Mention, Mention]:
    """ "3 x 4" under "Kans x impact"; one word there says both."""
    cut = _TIMES.search(both.plain)
    if cut is None or not (both.plain[: cut.start()].strip() and both.plain[cut.end() :].strip()):
        whole = Mention(both.plain.strip(), both.span)
        return whole, whole
    one, two = both.part(0, cut.start()), both.part(cut.end(), len(both.plain))
    return Mention(one.plain, one.span), Mention(two.plain, two.span)


def _items(reading: Reading, section: Section) -> Iterator[Risk]:
    items = [item for item in items_of(section) if item.text]
    if _is_procedure(section, items):
        return
    if described := _described_by_items(reading, section):
        yield described
        return
    for item in items:
        if reading.is_blank(item.text) or _MEASURE_SENTENCE.match(item.text.plain):
            continue
        yield _from_item(reading, section, item)


def _described_by_items(reading: Reading, section: Section) -> Risk | None:
    """ "### Leverancier levert te laat" above "- Kans: hoog", "- Impact: hoog": the heading is the risk."""
    items = [item for item in items_of(section) if item.text]
    values: dict[str, Mention] = {}
    for item in filter(partial(_opens_with_a_label, reading.lexicon), items):
        for column, labelled in labelled_values(item.text, reading.lexicon, _COLUMNS).items():
            if labelled.value and not reading.is_blank(labelled.value):
                values.setdefault(column, Mention(labelled.value.plain, labelled.value.span))
    if section.heading is None or len(values) < 2 or len(values) * 3 < len(items):
        return None
    return _risk(reading, section, section.heading.title, None, values)


def _opens_with_a_label(lexicon: Lexicon, item: ListItem) -> bool:
    """ "Kans: hoog", and nothing before it."""
    lead = item.text.plain[: max(0, item.text.plain.find(":"))]
    return any(column in _COLUMNS for column in lexicon.exact_columns_of(lead))


def _is_procedure(section: Section, items: list[ListItem]) -> bool:
    """A numbered list of steps for handling risks, or a list of levels, names no risks."""
    heading = fold(section.heading.title.plain) if section.heading is not None else ""
    return (
        re.search(
            r"\b(?:risicomanagement(?:systeem)?|risk management|risicobeheer(?:s?systeem|sing)"
            r"|process|proces|procedure|statuses"
            r"|statussen|status|scoring|method|methode|summary"
            r"|samenvatting|schaal|legenda)\b",
            heading,
        )
        is not None
    )


def _from_item(reading: Reading, section: Section, item: ListItem) -> Risk:
    texts = [item.text, *(child.text for child in nested_items(item) if child.text)]
    return _risk(reading, section, item.text, item.number, _values(reading, texts))


def _values(reading: Reading, texts: list[Text]) -> dict[str, Mention]:
    """What a risk's own words and those nested below it say about it."""
    values: dict[str, Mention] = {}
    for text in texts:
        for column, labelled in labelled_values(text, reading.lexicon, _COLUMNS).items():
            if not reading.is_blank(labelled.value):
                values.setdefault(column, Mention(labelled.value.plain, labelled.value.span))
    for text in texts:
        for column, said in grades_said(text).items():
            values.setdefault(column, said)
    if not {"maatregel", "preventief", "correctief"} & values.keys():
        measure = answer_in(texts[0]) or answer_below(texts[1:])
        if measure is not None:
            values["maatregel"] = measure
    return values


def _risk(
    reading: Reading,
    section: Section,
    text: Text,
    number: int | None,
    values: Mapping[str, Mention],
    origin: Origin = Origin.LIST_ITEM,
) -> Risk:
    likelihood, impact, score = (values.get(column) for column in ("kans", "impact", "score"))
    measure = values.get("maatregel")
    return Risk(
        text.plain.strip(),
        text.span,
        reading.line_of(text.span),
        Place(origin, section, confidence=Confidence.MEDIUM),
        number,
        likelihood,
        impact,
        score,
        level_of(reading.lexicon, likelihood, impact, score, 5),
        values.get("preventief"),
        values.get("correctief"),
        measure,
        measure is not None and reading.lexicon.holds("risk.accept", measure.text),
        values.get("risico_eigenaar"),
    )


_LABELLED_RISK = re.compile(r"(?:risico|risk)\s?#?(\d{1,2})?\s?:\s*(?=\S)", re.IGNORECASE)


def _labelled_lines(reading: Reading, section: Section) -> Iterator[Risk]:
    """ "Risico: uitval, kans laag, maatregel: reserve": a paragraph, or each line of it that opens with the label."""
    for paragraph in paragraphs_of(section):
        marks = [match for line in paragraph.lines if (match := _LABELLED_RISK.match(line.plain))]
        if not marks or _LABELLED_RISK.match(paragraph.text.plain) is None:
            continue
        whole = [paragraph.text] if len(marks) == 1 else list(paragraph.lines)
        for text in whole:
            mark = _LABELLED_RISK.match(text.plain)
            if mark is None:
                continue
            risk = text.part(mark.end(), len(text.plain))
            if not reading.is_blank(risk):
                number = int(mark.group(1)) if mark.group(1) else None
                yield _risk(reading, section, risk, number, _values(reading, [risk]), Origin.SENTENCE)


def _listed_in_sentences(reading: Reading, section: Section) -> list[Risk]:
    """ "Risico's omvatten a, b en c. Maatregelen omvatten x, y en z": measures in the order of the risks."""
    risks: list[Text] = []
    measures: list[Text] = []
    for paragraph in paragraphs_of(section):
        for sentence in sentences(paragraph.text):
            if _RISK_SENTENCE.match(sentence.plain):
                risks += enumeration(sentence)
            elif _MEASURE_SENTENCE.match(sentence.plain):
                measures += enumeration(sentence)
    place = Place(Origin.SENTENCE, section, confidence=Confidence.MEDIUM)
    found = []
    for index, text in enumerate(risks):
        answer = Mention(measures[index].plain, measures[index].span) if index < len(measures) else None
        found.append(_told(reading, text, place, answer))
    return found


def _told(reading: Reading, text: Text, place: Place, measure: Mention | None) -> Risk:
    """A risk that sentences tell: what may happen and, at most, the answer to it."""
    line = reading.line_of(text.span)
    return Risk(
        text.plain.strip(), text.span, line, place, None, None, None, None, None, None, None, measure, False, None
    )


_CONDITION = re.compile(r"^(?:als|bij|wanneer|mocht|indien|zodra|stel dat|if|when|should)\b", re.IGNORECASE)


def _conditions(reading: Reading, section: Section) -> list[Risk]:
    """ "Als iemand uitvalt, neemt ... het over": a paragraph that names what may happen and, behind it, the answer."""
    found = []
    for paragraph in paragraphs_of(section):
        text = paragraph.text
        if not _CONDITION.match(text.plain) or len(text.plain.split()) < 6:
            continue
        cut = text.plain.find(",")
        answer = text.part(cut + 1, len(text.plain)) if cut > 0 else text
        place = Place(Origin.SENTENCE, section, confidence=Confidence.LOW)
        measure = Mention(answer.plain, answer.span)
        found.append(_told(reading, text, place, measure))
    return found

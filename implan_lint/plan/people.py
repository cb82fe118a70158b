"""Finds who is involved and who is told: stakeholders and communication."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from implan_lint.diagnostic import Confidence
from implan_lint.document.model import ListItem, Section
from implan_lint.document.text import Text
from implan_lint.plan.model import Communication, Mention, Origin, Place, PlanTable, Stakeholder, TableKind
from implan_lint.plan.parties import find_party
from implan_lint.plan.parts import before_brackets, enumeration, labelled_values, sentences
from implan_lint.plan.reading import Reading, items_of, nested_items, paragraphs_of, placed, without_questions
from implan_lint.plan.time.period import TimeKind
from implan_lint.plan.words import fold

_STAKEHOLDER_SENTENCE = re.compile(
    r"\b(?:stakeholders|belanghebbenden|betrokkenen|betrokken partijen|stakeholder groups)\b", re.IGNORECASE
)
_SEPARATED = re.compile(r"\s*(?::|\s[–—-]\s)\s*")
_SIDE = re.compile(r"\s*(?:intern|extern|internal|external|intern en extern)\s*", re.IGNORECASE)
_GRADE = (
    r"(?:zeer |very )?(?:hoog|hoge|middel|gemiddeld\w*|laag|lage|groot|grote|klein\w*|beperkt\w*|veel"
    r"|weinig|high|medium|low|strong|limited)"
)
_SAID = (
    (
        "invloed",
        re.compile(
            rf"\b(?:invloed|macht|influence|power)\b\W{{0,3}}(?:is |in )?{_GRADE}\b|\b{_GRADE} (?:invloed|macht"
            rf"|influence|power)\b",
            re.IGNORECASE,
        ),
    ),
    (
        "betrokkenheid",
        re.compile(
            rf"\b(?:betrokkenheid|involvement|houding|attitude)\b\W{{0,3}}(?:is )?(?:{_GRADE}|positief|negatief"
            rf"|neutraal|kritisch\w*|afwachtend|welwillend|positive|negative|neutral)\b"
            rf"|\b{_GRADE} (?:betrokkenheid|involvement)\b|\b(?:direct|nauw|zijdelings) betrokken\b",
            re.IGNORECASE,
        ),
    ),
)
_CHANNELS = re.compile(
    r"\b(?:e-?mail|mail|nieuwsbrief|intranet|overleg\w*|\w*overleg|vergadering\w*|bijeenkomst\w*|website"
    r"|team ?meetings?|presentatie\w*|memo"
    r"|brief|telefonisch|teams-?kanaal|app|poster\w*|folder\w*|bericht\w*|flyer\w*|stand[- ]?ups?|workshop\w*"
    r"|gesprek\w*|spreekuur|rapportage|newsletter|meetings?"
    r"|call|town hall|social media|narrowcasting|webinar\w*|inloop\w*|informatiebrief|voortgangsrapport\w*"
    r"|dashboard|demo|meeting)\b",
    re.IGNORECASE,
)


def read_stakeholders(reading: Reading) -> tuple[Stakeholder, ...]:
    """Rows of a stakeholder table, items of a stakeholder list, and the parties that a sentence lists."""
    found: list[Stakeholder] = []
    for table in reading.tables:
        if table.kind is TableKind.STAKEHOLDERS:
            found += _stakeholder_rows(reading, table)
    for section in reading.about("stakeholders"):
        has_table = any(table.kind is TableKind.STAKEHOLDERS for table in reading.tables_in(section.section))
        if not has_table:
            found += _stakeholder_items(reading, section.section)
    if not found:
        for section in reading.about("stakeholders"):
            found += _stakeholders_in_sentences(reading, section.section)
    if not found:
        for section in reading.about("context"):
            graded = [item for item in items_of(section.section) if any(p.search(item.text.plain) for _, p in _SAID)]
            if len(graded) >= 2:
                found += _stakeholder_items(reading, section.section)
    if not found:
        for section in reading.about("stakeholders"):
            found += _stakeholders_in_prose(reading, section.section)
    return tuple(sorted(found, key=lambda stakeholder: stakeholder.span.start))


def _stakeholder_rows(reading: Reading, table: PlanTable) -> Iterator[Stakeholder]:
    for number, row in reading.rows(table):
        text = reading.text(table, row, "stakeholder")
        if text is None or reading.is_blank(text):
            continue
        yield Stakeholder(
            text.plain.strip(),
            text.span,
            reading.line_of(text.span),
            Place(Origin.TABLE_ROW, table.section, table, row, number),
            reading.value(table, row, "belang") or reading.value(table, row, "behoefte"),
            reading.value(table, row, "invloed"),
            reading.value(table, row, "betrokkenheid"),
            reading.value(table, row, "aanpak"),
            reading.lexicon.is_one_of("collective", text.plain),
        )


def _stakeholder_items(reading: Reading, section: Section) -> Iterator[Stakeholder]:
    for item in items_of(section):
        if not item.text or reading.is_blank(item.text):
            continue
        yield _stakeholder_item(reading, section, item)


def _stakeholder_item(reading: Reading, section: Section, item: ListItem) -> Stakeholder:
    columns = ("belang", "behoefte", "invloed", "betrokkenheid", "aanpak")
    values: dict[str, Mention] = {}
    for text in (item.text, *(child.text for child in nested_items(item))):
        for column, labelled in labelled_values(text, reading.lexicon, columns).items():
            if not reading.is_blank(labelled.value):
                values.setdefault(column, Mention(labelled.value.plain, labelled.value.span))
    name, brackets = before_brackets(item.text)
    rest: Mention | None = (
        Mention(brackets.plain, brackets.span) if brackets and not _SIDE.fullmatch(brackets.plain) else None
    )
    cut = _SEPARATED.search(item.text.plain)
    if cut and cut.start() > 0:
        name = name if brackets is not None and cut.start() > len(name.plain) else item.text.part(0, cut.start())
        after = item.text.part(cut.end(), len(item.text.plain))
        rest = Mention(after.plain, after.span) if after.plain else rest
    for column, pattern in _SAID:
        if column not in values and (match := pattern.search(item.text.plain)):
            values[column] = Mention(match.group(), item.text.span_of(*match.span()))
    return Stakeholder(
        name.plain.strip(),
        name.span,
        item.line,
        Place(Origin.LIST_ITEM, section, confidence=Confidence.MEDIUM),
        values.get("belang") or values.get("behoefte") or rest,
        values.get("invloed"),
        values.get("betrokkenheid"),
        values.get("aanpak"),
        reading.lexicon.is_one_of("collective", name.plain),
    )


def _stakeholders_in_sentences(reading: Reading, section: Section) -> Iterator[Stakeholder]:
    for paragraph in paragraphs_of(section):
        for sentence in sentences(paragraph.text):
            if not _STAKEHOLDER_SENTENCE.search(sentence.plain):
                continue
            for part in enumeration(sentence):
                name, brackets = before_brackets(part)
                name = _without_article(name)
                yield Stakeholder(
                    name.plain,
                    name.span,
                    reading.line_of(name.span),
                    Place(Origin.SENTENCE, section, confidence=Confidence.MEDIUM),
                    Mention(brackets.plain, brackets.span) if brackets else None,
                    None,
                    None,
                    None,
                    reading.lexicon.is_one_of("collective", name.plain),
                )


_WANTS = re.compile(
    r"^(?:de |het |the )?([\w'’-]+(?: [\w'’-]+){0,3}?) (?:wil|willen|heeft|hebben|is|zijn|krijgt|krijgen"
    r"|verwacht|verwachten|vindt|vinden"
    r"|let|letten|wenst|zoekt|vraagt|vragen|wants?|needs?|expects?|has|have)\b",
    re.IGNORECASE,
)


_NOBODY = ("er", "dit", "dat", "we", "wij", "het", "hier", "there", "it", "this")


def _stakeholders_in_prose(reading: Reading, section: Section) -> Iterator[Stakeholder]:
    """ "De provincie wil dat ... en heeft veel invloed": who a sentence is about, what they want, what they can do."""
    for paragraph in paragraphs_of(section):
        for sentence in sentences(paragraph.text):
            match = _WANTS.match(sentence.plain)
            if match is None or fold(match.group(1)) in (
                "er",
                "dit",
                "dat",
                "we",
                "wij",
                "het",
                "hier",
                "there",
                "it",
                "this",
            ):
                continue
            name = sentence.part(*match.span(1))
            said = {column: found for column, pattern in _SAID if (found := pattern.search(sentence.plain))}
            grades = {column: Mention(found.group(), sentence.span_of(*found.span())) for column, found in said.items()}
            yield Stakeholder(
                name.plain,
                name.span,
                reading.line_of(name.span),
                Place(Origin.SENTENCE, section, confidence=Confidence.LOW),
                Mention(sentence.plain, sentence.span),
                grades.get("invloed"),
                grades.get("betrokkenheid"),
                None,
                reading.lexicon.is_one_of("collective", name.plain),
            )


def _without_article(text: Text) -> Text:
    match = re.match(r"(?:de|het|een|the|a|an)\s+", text.plain, re.IGNORECASE)
    return text.part(match.end(), len(text.plain)) if match else text


# ---------------------------------------------------------------- communication


def read_communications(reading: Reading) -> tuple[Communication, ...]:
    """Rows of communication tables, items under a communication heading, and agreements in its sentences."""
    found: list[Communication] = []
    for table in reading.tables:
        if table.kind is TableKind.COMMUNICATION:
            found += _communication_rows(reading, table)
    for section in reading.about("communicatie"):
        if any(table.kind is TableKind.COMMUNICATION for table in reading.tables_in(section.section)):
            continue  # Beside a table a list explains or gives examples.
        for item in without_questions(items_of(section.section)):
            if item.text and not reading.is_blank(item.text):
                found.append(_communication(reading, section.section, item.text, item, Origin.LIST_ITEM))
    if not found:
        found += _communication_in_prose(reading)
        for section in reading.about("communicatie"):
            for paragraph in paragraphs_of(section.section):
                for sentence in sentences(paragraph.text):
                    if _is_agreement(reading, sentence):
                        found.append(_communication(reading, section.section, sentence, None, Origin.SENTENCE))
    return tuple(sorted(found, key=lambda row: row.span.start))


_PROSE = re.compile(r"^\W*(?:communicatie(?:plan)?|communication(?: plan)?)\W{0,3}:\s*", re.IGNORECASE)


def _communication_in_prose(reading: Reading) -> Iterator[Communication]:
    """ "Communicatie: Jan praat het team elke maand bij; Piet mailt de huisartsen": agreements behind a label."""
    for section in reading.document.root.walk():
        for paragraph in paragraphs_of(section):
            match = _PROSE.match(paragraph.text.plain)
            if match is None:
                continue
            body = paragraph.text.part(match.end(), len(paragraph.text.plain))
            cuts = [0, *(cut.end() for cut in re.finditer(r";\s+", body.plain)), len(body.plain)]
            for start, end in pairwise(cuts):
                part = body.part(start, end)
                if part.plain:
                    yield _communication(reading, section, part, None, Origin.SENTENCE)


def _communication_rows(reading: Reading, table: PlanTable) -> Iterator[Communication]:
    for number, row in reading.rows(table):
        texts = [
            reading.text(table, row, name) for name in ("boodschap", "actie_of_overleg", "actie", "doelgroep", "kanaal")
        ]
        text = next((text for text in texts if text is not None and text and not reading.is_blank(text)), None)
        if text is None:
            continue
        audience = reading.value(table, row, "doelgroep")
        when = reading.text(table, row, "frequentie")
        yield Communication(
            text.plain.strip(),
            text.span,
            reading.line_of(text.span),
            Place(Origin.TABLE_ROW, table.section, table, row, number),
            audience,
            reading.value(table, row, "boodschap"),
            reading.value(table, row, "kanaal") or reading.value(table, row, "actie_of_overleg"),
            reading.value(table, row, "frequentie"),
            reading.period(when) if when is not None and when else None,
            reading.value(table, row, "afzender"),
            reading.reference(reading.text(table, row, "doel_ref")),
            audience is not None and _is_to_all(reading, audience.text),
        )


def _is_agreement(reading: Reading, sentence: Text) -> bool:
    """A sentence that says how or when somebody is told something."""
    return _CHANNELS.search(sentence.plain) is not None or reading.lexicon.holds("vague.frequency", sentence.plain)


def _communication(
    reading: Reading, section: Section, text: Text, item: ListItem | None, origin: Origin
) -> Communication:
    columns = ("doelgroep", "boodschap", "kanaal", "frequentie", "afzender")
    values: dict[str, Mention] = {}
    for source in (text, *(child.text for child in nested_items(item))) if item else (text,):
        for column, labelled in labelled_values(source, reading.lexicon, columns).items():
            # "Wie" behind an agreement is who does it; for whom it is meant stands in front.
            name = "afzender" if fold(labelled.label) in ("wie", "who") else column
            if not reading.is_blank(labelled.value):
                values.setdefault(name, Mention(labelled.value.plain, labelled.value.span))
    channel = _CHANNELS.search(text.plain)
    period = next((p for p in reading.periods(text) if p.kind not in (TimeKind.PLACEHOLDER, TimeKind.VAGUE)), None)
    vague = reading.lexicon.find("vague.frequency", text)
    moment = values.get("frequentie")
    if moment is None and period is not None:
        moment = Mention(period.text, text.span_of(period.span.start, period.span.end))
    lead = text.part(0, max(0, text.plain.find(":")))
    sender = _sender(reading, text.part(len(lead.plain), len(text.plain)))
    return Communication(
        text.plain.strip(),
        text.span,
        reading.line_of(text.span),
        Place(origin, section, confidence=Confidence.MEDIUM),
        values.get("doelgroep") or (Mention(lead.plain, lead.span) if lead.plain else None),
        values.get("boodschap"),
        values.get("kanaal") or (Mention(channel.group(), text.span_of(*channel.span())) if channel else None),
        moment or vague,
        placed(period, text) if period else None,
        values.get("afzender") or (Mention(sender.plain, sender.span) if sender is not None else None),
        None,
        _is_to_all(reading, text.plain),
    )


def _is_to_all(reading: Reading, text: str) -> bool:
    """Everybody is told; "alle ouders" are not everybody."""
    folded = fold(text)
    found = reading.lexicon.pattern("collective").finditer(folded)
    return any(" " in match.group() or not _GOES_ON.match(folded, match.end()) for match in found)


_GOES_ON = re.compile(r"\s+(?!en\b|and\b|via\b|per\b|op\b|over\b|in\b|met\b|by\b|on\b|about\b|with\b)\w")


def _sender(reading: Reading, text: Text) -> Text | None:
    """Who tells it: the party that opens the words or stands behind "door"; whoever stands later is told."""
    party = find_party(reading, text)
    if party is None:
        return None
    before = text.plain[: text.plain.find(party.plain)]
    return party if _BEFORE_SENDER.search(fold(before)) else None


_BEFORE_SENDER = re.compile(r"^\W*(?:de|het|the|een|onze)?\W*$|\b(?:door|by|via|namens)(?: de| het| the)?$|@$")

"""What a table is about and what each of its columns holds."""

from __future__ import annotations

import re
from collections.abc import Mapping

from implan_lint.document.model import Section, Table
from implan_lint.plan.lexicon import Lexicon
from implan_lint.plan.model import PlanTable, TableKind
from implan_lint.plan.table_signatures import SIGNATURES, Signature

_NUMBERISH = re.compile(
    r"^(?:alle|all|algemeen|general|(?:doel|goal|d|g)?\s*\d+(?:\s*(?:[-,/&+]|en|t/m|and)\s*(?:doel|d)?\s*\d+)*)?\.?$",
    re.I,
)
_TIME_HINT = re.compile(
    r"\d|januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december|week|kwartaal", re.I
)


_GRADE = re.compile(
    r"(?:zeer |very )?(?:hoog|laag|groot|klein|high|low)|midden|middel|gemiddeld|medium|kritiek|critical|[hml]|\d{1,2}",
    re.I,
)


def recognise(table: Table, section: Section, kinds: tuple[str, ...], lexicon: Lexicon) -> PlanTable:
    """The table's kind and columns, from its header first and from the section around it second.

    `kinds` is what the section is about. A table that fits nothing is of kind OTHER, without columns.
    """
    headers = [lexicon.columns_of(cell.text.plain) for cell in table.header]
    best: tuple[float, TableKind, dict[str, int]] | None = None
    for order, signature in enumerate(SIGNATURES):
        columns = _assign(signature, headers, table)
        speaks = [kind for kind in kinds if kind in signature.sections]
        if not _fits(signature, columns, bool(speaks)) or _is_log(signature.kind, columns, kinds):
            continue
        rank = kinds.index(speaks[0]) if speaks else 0
        score = len(columns) + (3.0 - 0.5 * rank if speaks else 0.0) - order * 0.01
        if best is None or score > best[0]:
            best = (score, signature.kind, columns)
    if best is None:
        kind = TableKind.FIELDS if is_field_table(table, lexicon) else TableKind.OTHER
        return PlanTable(table, kind, {}, section, kinds)
    return PlanTable(table, _settle(best[1], best[2], kinds), best[2], section, kinds)


def _assign(signature: Signature, headers: list[tuple[tuple[str, ...], ...]], table: Table) -> dict[str, int]:
    wanted = (*signature.essential, *signature.others)
    columns: dict[str, int] = {}
    for index, parts in enumerate(headers):
        for meanings in parts:
            options = _by_content(meanings, index, table, signature.kind)
            if signature.kind is TableKind.COMMUNICATION and {"doelgroep", "afzender"} <= set(options):
                options = ("doelgroep",) if _has_sender(headers, index) else ("afzender",)
            if {"kanaal", "actie_of_overleg"} <= set(options) & set(wanted):
                columns.setdefault("actie_of_overleg", index)  # "Overlegvorm" is what is done and how it is told
            if "wanneer" in options and "wanneer" in columns and _tells_more(table, index, columns["wanneer"]):
                columns["wanneer"] = index
            free = [option for option in options if option in wanted and option not in columns]
            if free:
                columns[min(free, key=wanted.index) if signature.kind in _OWN_ORDER else free[0]] = index
    if signature.kind is TableKind.RISKS and "risico" not in columns and _weighs(columns):
        what = next((index for index, parts in enumerate(headers) if any("actie" in names for names in parts)), None)
        if what is not None and what not in columns.values():
            columns["risico"] = what
    return columns


def _weighs(columns: Mapping[str, int]) -> bool:
    """ "Wat | Kans | Gevolg | Maatregel": how likely or bad it is and one thing more; then "Wat" may happen."""
    grades = {"kans", "impact", "kans_impact", "gevolg"} & columns.keys()
    return bool(grades) and len(grades | ({"maatregel", "preventief", "correctief"} & columns.keys())) >= 2


_BARE_NUMBER = re.compile(r"\d{1,2}")


def _tells_more(table: Table, one: int, other: int) -> bool:
    """Of "Weeknummer | Week van" the second tells when: a bare number says less than a date."""
    numbers = [sum(1 for cell in _filled(table, index) if _BARE_NUMBER.fullmatch(cell)) for index in (one, other)]
    return numbers[1] * 2 > len(_filled(table, other)) and numbers[0] == 0 and bool(_filled(table, one))


def _has_sender(headers: list[tuple[tuple[str, ...], ...]], index: int) -> bool:
    """Another column than this one says who sends: then "Wie" is the audience, otherwise it is the sender."""
    return any(
        "afzender" in options and "doelgroep" not in options
        for other, parts in enumerate(headers)
        if other != index
        for options in parts
    )


_OWN_ORDER = {
    TableKind.RISKS,
    TableKind.STAKEHOLDERS,
    TableKind.INDICATORS,
    TableKind.COMMUNICATION,
    TableKind.GOALS,
    TableKind.EVALUATION,
}


def _by_content(options: tuple[str, ...], index: int, table: Table, kind: TableKind) -> tuple[str, ...]:
    """Headers that mean two things are told apart by what stands below: "Gereed", "Klaar", "Doel"."""
    if "gereed" in options and "wanneer" in options:
        cells = _filled(table, index)
        dated = sum(1 for cell in cells if _TIME_HINT.search(cell))
        return ("wanneer",) if cells and dated * 2 >= len(cells) else ("gereed",)
    if kind is TableKind.RISKS and {"gevolg", "impact"} <= set(options):
        cells = _filled(table, index)
        return ("impact",) if cells and all(_GRADE.fullmatch(cell) for cell in cells) else options
    if kind is TableKind.GOALS and {"doel_ref", "doeltekst"} <= set(options):
        cells = _filled(table, index)
        return ("doel_ref",) if cells and all(_NUMBERISH.match(cell) for cell in cells) else ("doeltekst",)
    if kind is TableKind.COMMUNICATION and "doel_ref" in options and "doel_communicatie" in options:
        cells = _filled(table, index)
        return ("doel_ref",) if all(_NUMBERISH.match(cell) for cell in cells) else ("doel_communicatie",)
    return options


def _filled(table: Table, index: int) -> list[str]:
    return [cell.text.plain.strip() for row in table.rows for cell in row.cells[index : index + 1] if cell.text]


def _fits(signature: Signature, columns: Mapping[str, int], speaks: bool) -> bool:
    if not any(column in columns for column in signature.essential):
        return False
    if speaks:
        asked = not signature.asks_for or any(column in columns for column in signature.asks_for)
        return asked and len(set(columns.values())) >= signature.in_section
    if signature.needs_section or len(set(columns.values())) < signature.at_least:
        return False
    return not signature.needs or any(column in columns for column in signature.needs)


def _is_log(kind: TableKind, columns: Mapping[str, int], kinds: tuple[str, ...]) -> bool:
    """What was done and when, under a heading about the document's history: nobody has to do it any more."""
    planned = kind in (TableKind.ACTIONS, TableKind.MILESTONES)
    return planned and kinds[:1] == ("besluiten",) and "wie" not in columns


def _settle(kind: TableKind, columns: Mapping[str, int], kinds: tuple[str, ...]) -> TableKind:
    """A dated list of what happens, without owners, under a planning heading is a table of milestones."""
    if (
        kind is TableKind.ACTIONS
        and "wie" not in columns
        and any(key in columns for key in ("wanneer", "start", "eind"))
        and kinds
        and kinds[0] in ("planning", "mijlpalen", "resultaten")
    ):
        return TableKind.MILESTONES
    return kind


def is_field_table(table: Table, lexicon: Lexicon) -> bool:
    """Two columns, labels on the left: a document header such as "Opdrachtgever | ..."."""
    if len(table.header) != 2:
        return False
    labels = [table.header[0], *(row.cells[0] for row in table.rows if row.cells)]
    known = sum(1 for label in labels if label.text and lexicon.field_of(label.text.plain))
    heads_a_column = bool(lexicon.exact_columns_of(table.header[1].text.plain))
    return known >= 2 or (known == 1 and len(labels) <= 3 and not heads_a_column)

"""What a table is about and what each of its columns holds."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from implan_lint.document.model import Section, Table
from implan_lint.plan.lexicon import Lexicon
from implan_lint.plan.model import PlanTable, TableKind

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


@dataclass(frozen=True, slots=True)
class Signature:
    """How a kind of table is known: by columns that it must have and columns that it may have."""

    kind: TableKind
    essential: tuple[str, ...]
    """One of these at least."""
    others: tuple[str, ...]
    sections: tuple[str, ...]
    """Section kinds that speak for it."""
    at_least: int = 2
    """How many columns must be recognised outside a section that speaks for it."""
    in_section: int = 2
    asks_for: tuple[str, ...] = ()
    """One of these too, even inside a section that speaks for it."""
    needs_section: bool = False
    needs: tuple[str, ...] = field(default=())
    """One of these as well, outside a section that speaks for it."""


_SIGNATURES: tuple[Signature, ...] = (
    Signature(
        TableKind.RISKS,
        ("risico",),
        (
            "nummer",
            "oorzaak",
            "gevolg",
            "kans",
            "impact",
            "kans_impact",
            "score",
            "preventief",
            "correctief",
            "maatregel",
            "risico_eigenaar",
            "restrisico",
            "intern_extern",
            "gereed",
            "wanneer",
            "toelichting",
        ),
        ("risicos",),
        needs=("kans", "impact", "kans_impact", "preventief", "correctief", "maatregel"),
        asks_for=(
            *("kans", "impact", "kans_impact", "preventief", "correctief", "maatregel"),
            *("gevolg", "oorzaak", "risico_eigenaar", "toelichting"),
        ),
    ),
    Signature(
        TableKind.BUDGET,
        ("bedrag",),
        ("kostenpost", "aantal", "tarief", "toelichting", "nummer"),
        ("budget", "middelen"),
        needs=("kostenpost",),
    ),
    Signature(
        TableKind.SCOPE,
        ("scope_in", "scope_uit"),
        ("scope_later",),
        ("scope", "scope_in", "scope_uit"),
    ),
    Signature(
        TableKind.DATA,
        ("gegevens",),
        ("wie_legt_vast", "hoe", "wanneer", "waarmee", "doel_ref", "gereed"),
        ("gegevensverzameling",),
        needs=("wie_legt_vast",),
        at_least=3,
    ),
    Signature(
        TableKind.INDICATORS,
        ("kpi",),
        (
            "doel_ref",
            "nulmeting",
            "streefwaarde",
            "hoe",
            "waarmee",
            "wie",
            "frequentie",
            "wanneer",
            "nummer",
            "toelichting",
        ),
        ("monitoring", "succescriteria", "gegevensverzameling", "evaluatie"),
        needs=("nulmeting", "streefwaarde"),
    ),
    Signature(
        TableKind.COMMUNICATION,
        ("kanaal", "actie_of_overleg", "boodschap", "doelgroep"),
        ("doel_ref", "doel_communicatie", "frequentie", "afzender", "gereed", "toelichting", "nummer", "actie"),
        ("communicatie", "kernboodschap"),
        needs=("doelgroep", "kanaal"),
        at_least=3,
    ),
    Signature(
        TableKind.STAKEHOLDERS,
        ("stakeholder",),
        (
            "intern_extern",
            "belang",
            "behoefte",
            "invloed",
            "betrokkenheid",
            "aanpak",
            "rol",
            "contact",
            "toelichting",
            "nummer",
        ),
        ("stakeholders", "doelgroep"),
        needs=("belang", "invloed", "betrokkenheid", "behoefte"),
    ),
    Signature(
        TableKind.ASSURANCE,
        ("actie", "actie_of_overleg"),
        ("doel_ref", "wie", "wanneer", "start", "eind", "gereed", "nummer", "toelichting"),
        ("borging", "verspreiding"),
        needs_section=True,
    ),
    Signature(
        TableKind.ROLES,
        ("rol", "naam", "verantwoordelijkheden"),
        ("organisatie", "contact", "toelichting", "nummer"),
        ("projectorganisatie", "leverancier", "beheer"),
        needs=("naam",),
    ),
    Signature(
        TableKind.STRATEGIES,
        ("strategie",),
        ("factor", "polariteit", "doelgroep", "fase", "wie", "wanneer", "toelichting", "nummer"),
        ("strategieen",),
        needs=("factor",),
    ),
    Signature(
        TableKind.FACTORS,
        ("factor",),
        ("polariteit", "strategie", "toelichting", "wie", "wanneer", "nummer"),
        ("factoren", "belemmerend", "bevorderend", "context"),
        needs=("polariteit", "strategie"),
    ),
    Signature(
        TableKind.PRECONDITIONS,
        ("randvoorwaarde",),
        ("nummer", "wie", "wanneer", "gereed", "toelichting"),
        ("randvoorwaarden",),
    ),
    Signature(
        TableKind.ACTIONS,
        ("actie",),
        (
            "nummer",
            "doel_ref",
            "wie",
            "wanneer",
            "start",
            "eind",
            "gereed",
            "mijlpaal",
            "fase",
            "strategie",
            "toelichting",
            "afhankelijk_van",
            "aantal",
            "doelgroep",
            "kanaal",
        ),
        ("acties", "planning", "strategieen", "voorbereiding", "evaluatie", "nazorg", "training", "migratie", "beheer"),
        needs=("wie", "wanneer", "start", "eind"),
    ),
    Signature(
        TableKind.MILESTONES,
        ("mijlpaal", "fase"),
        ("nummer", "wie", "wanneer", "start", "eind", "gereed", "toelichting", "afhankelijk_van", "doel_ref", "aantal"),
        ("mijlpalen", "resultaten", "planning"),
        needs=("wanneer", "start", "eind"),
    ),
    Signature(
        TableKind.GOALS,
        ("doeltekst",),
        ("doel_ref", "nummer", "nulmeting", "streefwaarde", "kpi", "wanneer", "wie", "hoe", "waarmee", "toelichting"),
        ("doelen", "succescriteria"),
        needs_section=True,
        in_section=1,
    ),
    Signature(
        TableKind.EVALUATION,
        ("wanneer", "frequentie"),
        ("wie", "actie", "mijlpaal", "nummer", "doel_ref", "gereed", "toelichting"),
        ("evaluatie",),
        needs_section=True,
    ),
)


def recognise(table: Table, section: Section, kinds: tuple[str, ...], lexicon: Lexicon) -> PlanTable:
    """The table's kind and columns, from its header first and from the section around it second.

    `kinds` is what the section is about. A table that fits nothing is of kind OTHER, without columns.
    """
    headers = [lexicon.columns_of(cell.text.plain) for cell in table.header]
    best: tuple[float, TableKind, dict[str, int]] | None = None
    for order, signature in enumerate(_SIGNATURES):
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
    return columns


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

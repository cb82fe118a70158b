"""Finds how a plan ends: evaluation and nazorg, planned or ruled out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from implan_lint.diagnostic import Confidence, Span
from implan_lint.document.model import Section
from implan_lint.plan.model import (
    Action,
    Aftercare,
    Evaluation,
    EvaluationKind,
    Exclusion,
    Milestone,
    Origin,
    Place,
    PlanSection,
    ScopeItem,
    ScopeSide,
    TableKind,
)
from implan_lint.plan.reading import Reading
from implan_lint.plan.sections import na_reason
from implan_lint.plan.units import Unit, units_of, who_and_when
from implan_lint.plan.words import fold

_CLAUSE = re.compile(r";\s+|,\s+(?=en\s+de\s+(?:eind|slot))", re.IGNORECASE)
_BARE_EXCLUSION = re.compile(
    r"^(?:de |het |een )?(?:eind|tussen|tussentijdse )?-?(evaluatie|nazorg|evaluation|aftercare"
    r"|hypercare)(?: (?:en|and) (?:de )?(?:evaluatie|nazorg|evaluation|aftercare))?"
    r"(?:(?:-?periode|fase)?\b(?: na (?:de )?(?:livegang|invoering|oplevering))?| (?:van|of) (?:dit|het"
    r"|the|this) (?:project|plan|traject|implementatie))?[ .;]*$"
)
_RULED_OUT = re.compile(
    r"\b(evaluatie|nazorg|evaluation|aftercare)\b[^.]{0,40}?\b(?:valt|vallen|is|zijn|falls?"
    r"|are)\b[^.]{0,30}?\b(?:buiten|niet in|out of|outside)\b[^.]{0,12}?\b(?:scope|project|plan|traject|opdracht)\b"
    r"|\b(evaluatie|nazorg|evaluation|aftercare)\b\s*(?:is|:)?\s*(?:n\.?v\.?t\.?|niet van toepassing"
    r"|not applicable|n/a|wordt niet|doen we niet|is niet nodig|niet nodig)"
    r"|\b(?:geen|no)\s+(evaluatie|nazorg|evaluation|aftercare)\b"
    r"|\b(?:niet|not)\s+(?:tussentijds\s+)?(?:geevalueerd|evaluated)\b"
)


def _is_judged_as_row(row: Action | Milestone) -> bool:
    """Other rules ask for its owner and date: of an action always, of a milestone without a column for owners."""
    table = row.place.table
    return isinstance(row, Action) or table is None or "wie" not in table.columns


_CLOSING = ("evaluatie", "borging", "planning", "mijlpalen")


def read_exclusions(reading: Reading, scope: Sequence[ScopeItem]) -> tuple[Exclusion, ...]:
    """Where nazorg or evaluatie itself is ruled out; "evaluatie van een ander project" is not."""
    found: list[Exclusion] = []
    for item in scope:
        if item.side is ScopeSide.OUT:
            match = _BARE_EXCLUSION.match(fold(item.text))
            if match:
                found += (Exclusion(kind, item.span) for kind in _kinds_in(fold(item.text)))
                continue
        if item.side is ScopeSide.OUT and (match := _RULED_OUT.search(fold(item.text))):
            found += (Exclusion(kind, item.span) for kind in _kinds_in(match.group()))
    for section in reading.about("evaluatie", "nazorg"):
        for unit in units_of(section.section):
            match = _RULED_OUT.search(fold(unit.text.plain))
            bare = reading.lexicon.is_one_of("not_applicable", unit.text.plain)
            if bare or (match and not na_reason(section.section)):
                kinds = (
                    _kinds_in(match.group()) if match else [k for k in section.kinds if k in ("evaluatie", "nazorg")]
                )
                found += (Exclusion(kind, unit.text.span) for kind in kinds)
    return tuple(dict.fromkeys(found))


def _kinds_in(words: str) -> list[str]:
    kinds = []
    if re.search(r"evaluat|geevalueerd", words):
        kinds.append("evaluatie")
    if re.search(r"nazorg|aftercare|hypercare", words):
        kinds.append("nazorg")
    return kinds


def read_evaluations(
    reading: Reading, actions: Sequence[Action], milestones: Sequence[Milestone], excluded: Sequence[Exclusion]
) -> tuple[Evaluation, ...]:
    """Evaluations as rows, as a section of their own, or as a sentence that plans one."""
    out = [exclusion.span for exclusion in excluded]
    found: list[Evaluation] = []
    rows: tuple[Action | Milestone, ...] = (*actions, *milestones)
    for row in rows:
        kind = _evaluation_kind(reading, row.text)
        in_section = row.place.section is not None and reading.kinds(row.place.section) == ("evaluatie",)
        if (kind is not None or in_section) and not _covered(row.span, out):
            found.append(
                Evaluation(
                    row.text,
                    row.span,
                    row.line,
                    row.place,
                    kind or EvaluationKind.FINAL,
                    row.owner,
                    row.when,
                    row.period,
                    _is_judged_as_row(row),
                )
            )
    found += _table_rows(reading, {entity.span for entity in found})
    known = {entity.span for entity in (*found, *rows)}
    for section in reading.sections:
        found += _evaluations_in(reading, section, out, known)
    return tuple(sorted(found, key=lambda entity: entity.span.start))


def _table_rows(reading: Reading, known: set[Span]) -> Iterator[Evaluation]:
    """Rows of a table of evaluation moments; the words stand in its first column if none is known to hold them."""
    for table in reading.tables:
        if table.kind is not TableKind.EVALUATION:
            continue
        for number, row in reading.rows(table):
            words = reading.text(table, row, "actie") or reading.text(table, row, "mijlpaal") or row.cells[0].text
            if words.span in known or reading.is_blank(words):
                continue
            when = reading.value(table, row, "wanneer") or reading.value(table, row, "frequentie")
            text = reading.text(table, row, "wanneer") or reading.text(table, row, "frequentie")
            yield Evaluation(
                words.plain.strip(),
                words.span,
                reading.line_of(words.span),
                Place(Origin.TABLE_ROW, table.section, table, row, number),
                _evaluation_kind(reading, words.plain) or EvaluationKind.FINAL,
                reading.value(table, row, "wie"),
                when,
                reading.period(text) if text is not None and when is not None else None,
                False,
            )


def _evaluations_in(reading: Reading, section: PlanSection, out: list[Span], known: set[Span]) -> Iterator[Evaluation]:
    kinds = section.kinds or section.inherited
    whole = section.kinds == ("evaluatie",)
    inside = "evaluatie" in kinds
    if not inside and any(
        kind
        in (
            "huidige_situatie",
            "aanleiding",
            "context",
            "inleiding",
            "besluiten",
            "scope",
            "scope_in",
            "scope_uit",
            "scope_later",
            "risicos",
        )
        for kind in kinds
    ):
        return
    by_kind: dict[EvaluationKind, list[Unit]] = {}
    for unit in _clauses(reading, section.section):
        if _covered(unit.text.span, out) or unit.text.span in known or (whole and section.na_reason):
            continue
        words = " ".join((unit.text.plain, *(text.plain for text in unit.below)))
        kind = _evaluation_kind(reading, words)
        if kind is None and whole:
            kind = _evaluation_kind(reading, section.heading.title.plain) or EvaluationKind.FINAL
            if len(words.split()) < 3 or words.rstrip().endswith(":"):
                continue
        elif kind is None or (not inside and (_is_quoted(reading, unit) or not _is_planned(reading, unit))):
            continue
        by_kind.setdefault(kind, []).append(unit)
    if (
        len(by_kind) > 1
        and EvaluationKind.FINAL in by_kind
        and not any(
            reading.lexicon.holds("evaluation.final", unit.text.plain) for unit in by_kind[EvaluationKind.FINAL]
        )
    ):
        extra = by_kind.pop(EvaluationKind.FINAL)
        by_kind[next(iter(by_kind))] += extra
    for kind, units in by_kind.items():
        units.sort(key=lambda unit: _evaluation_kind(reading, unit.text.plain) is None)  # the outspoken ones first
        for group in _apart(reading, kind, units) if inside else [units]:
            owner, when, period = who_and_when(reading, group)
            if owner is None and len(by_kind) > 1 and inside:
                owner = who_and_when(reading, [unit for others in by_kind.values() for unit in others])[0]
            first = group[0]
            yield Evaluation(
                first.text.plain.strip(),
                first.text.span,
                reading.line_of(first.text.span),
                Place(first.origin, section.section, confidence=Confidence.HIGH if inside else Confidence.MEDIUM),
                kind,
                owner,
                when,
                period,
                False,
            )


def _apart(reading: Reading, kind: EvaluationKind, units: list[Unit]) -> list[list[Unit]]:
    """Items of a list that each name an evaluation and its moment are evaluations of their own."""
    own = [
        unit
        for unit in units
        if unit.origin is Origin.LIST_ITEM
        and _evaluation_kind(reading, unit.text.plain) is kind
        and who_and_when(reading, [unit])[1] is not None
    ]
    if len(own) < 2 or units[0] not in own:
        return [units]
    rest = [unit for unit in units if unit not in own]
    return [[own[0], *rest], *([unit] for unit in own[1:])]


def _is_quoted(reading: Reading, unit: Unit) -> bool:
    """What somebody else says ("> ... de evaluatie van leerresultaten ...") is no plan."""
    source = reading.document.source
    return source.line(source.line_of(unit.text.span.start)).lstrip().startswith(">")


def _is_planned(reading: Reading, unit: Unit) -> bool:
    """Outside an evaluation section a sentence must name a moment to be a plan."""
    return (
        not reading.lexicon.holds("evaluation.past", unit.text.plain) and who_and_when(reading, [unit])[1] is not None
    )


def _evaluation_kind(reading: Reading, text: str) -> EvaluationKind | None:
    lexicon = reading.lexicon
    text = lexicon.pattern("evaluation.other").sub(" ", fold(text))
    if _RULED_OUT.search(text):
        return None
    if lexicon.holds("evaluation.ongoing", text):
        return EvaluationKind.ONGOING
    if lexicon.holds("evaluation.interim", text):
        return EvaluationKind.INTERIM
    if lexicon.holds("evaluation.final", text):
        return EvaluationKind.FINAL
    return None


def read_aftercare(
    reading: Reading, actions: Sequence[Action], milestones: Sequence[Milestone], excluded: Sequence[Exclusion]
) -> tuple[Aftercare, ...]:
    """Nazorg as rows, as a section of its own, or as a sentence; care for clients after treatment is none."""
    out = [exclusion.span for exclusion in excluded]
    found: list[Aftercare] = []
    rows: tuple[Action | Milestone, ...] = (*actions, *milestones)
    for row in rows:
        in_section = row.place.section is not None and reading.kinds(row.place.section) == ("nazorg",)
        if (in_section or _is_aftercare(reading, row.text, row=True)) and not _covered(row.span, out):
            found.append(
                Aftercare(
                    row.text, row.span, row.line, row.place, row.owner, row.when, row.period, _is_judged_as_row(row)
                )
            )
    known = {entity.span for entity in (*found, *rows)}
    for section in reading.sections:
        own = "nazorg" in section.kinds
        closing = any(kind in _CLOSING for kind in section.kinds or section.inherited)
        units = [
            unit
            for unit in units_of(section.section)
            if not _covered(unit.text.span, out)
            and unit.text.span not in known
            and (own or _is_aftercare(reading, unit.text.plain, row=closing))
            and not reading.lexicon.is_one_of("not_applicable", unit.text.plain)
            and not (own and section.na_reason)
        ]
        if own and len(section.kinds) > 1:
            units = [unit for unit in units if reading.lexicon.holds("aftercare.words", unit.text.plain)] or [
                unit for unit in units if _evaluation_kind(reading, unit.text.plain) is None
            ]
        if not own and any(
            kind in ("scope", "scope_in", "scope_uit", "huidige_situatie", "context", "risicos")
            for kind in section.kinds or section.inherited
        ):
            continue
        if units and sum(len(unit.text.plain.split()) for unit in units) >= 3:
            owner, when, period = who_and_when(reading, units)
            first = units[0]
            found.append(
                Aftercare(
                    first.text.plain.strip(),
                    first.text.span,
                    reading.line_of(first.text.span),
                    Place(first.origin, section.section),
                    owner,
                    when,
                    period,
                    False,
                )
            )
    return tuple(sorted(found, key=lambda entity: entity.span.start))


def _is_aftercare(reading: Reading, text: str, *, row: bool) -> bool:
    lexicon = reading.lexicon
    if not lexicon.holds("aftercare.words", text) or _RULED_OUT.search(fold(text)):
        return False
    return lexicon.holds("aftercare.context", text) or (row and not lexicon.holds("aftercare.care", text))


# ---------------------------------------------------------------- shared


def _covered(span: Span, others: Sequence[Span]) -> bool:
    return any(other.covers(span) or span.covers(other) for other in others)


def _clauses(reading: Reading, section: Section) -> Iterator[Unit]:
    """The units of a section; a sentence that plans two evaluations counts as two."""
    for unit in units_of(section):
        cut = _CLAUSE.search(unit.text.plain)
        if cut is not None:
            parts = unit.text.part(0, cut.start()), unit.text.part(cut.end(), len(unit.text.plain))
            if all(_evaluation_kind(reading, part.plain) for part in parts):
                yield from (Unit(part, unit.origin) for part in parts)
                continue
        yield unit

"""Actions in tables: rows of action, data, communication and sustainment tables."""

from __future__ import annotations

import re
from collections.abc import Iterator

from implan_lint.document.model import Row
from implan_lint.document.text import Text
from implan_lint.plan.doing import goal_words, vague_verb
from implan_lint.plan.model import (
    Action,
    ActionKind,
    Mention,
    Origin,
    Place,
    PlanTable,
    TableKind,
)
from implan_lint.plan.owners import owner_mention
from implan_lint.plan.reading import Reading
from implan_lint.plan.time.period import Period, TimeKind
from implan_lint.plan.words import fold

TABLES = {
    TableKind.ACTIONS: (ActionKind.ACTION, "actie", "wie", "wanneer"),
    TableKind.DATA: (ActionKind.DATA, "gegevens", "wie_legt_vast", "wanneer"),
    TableKind.ASSURANCE: (ActionKind.ASSURANCE, "actie", "wie", "wanneer"),
    TableKind.STRATEGIES: (ActionKind.STRATEGY, "strategie", "wie", "wanneer"),
    TableKind.FACTORS: (ActionKind.STRATEGY, "strategie", "wie", "wanneer"),
    TableKind.COMMUNICATION: (ActionKind.COMMUNICATION, "boodschap", "afzender", "frequentie"),
}


def is_work(table: PlanTable) -> bool:
    """A communication table lists work if it says what is done, or who does it and when; a log of the past does not."""
    if table.kind is TableKind.COMMUNICATION:
        names = table.columns.keys()
        return bool(names & {"actie", "actie_of_overleg"}) or {"afzender", "frequentie"} <= names
    if table.kind in (TableKind.STRATEGIES, TableKind.FACTORS) and not table.columns.keys() & {"wie", "wanneer"}:
        return False  # It says what helps, not who does it: ideas, no work yet.
    return not set(table.section_kinds[:1]) & {"besluiten", "begrippen", "bijlagen", "huidige_situatie"}


def rows_of_work(reading: Reading, table: PlanTable) -> Iterator[Action]:
    kind, text_column, owner_column, when_column = TABLES[table.kind]
    for number, row in reading.rows(table):
        words = next(
            (
                text
                for column in (
                    text_column,
                    "actie_of_overleg",
                    "actie",
                    "kanaal",
                    "mijlpaal",
                    "toelichting",
                    "doelgroep",
                )
                if (text := reading.text(table, row, column)) and text
            ),
            None,
        )
        if words is None or reading.is_blank(words):
            continue
        who = reading.text(table, row, owner_column) or reading.text(table, row, "wie_eind") or _nothing(row)
        if table.columns.get(owner_column, -1) == table.columns.get(when_column) and not reading.is_blank(who):
            who = _who_and_when(reading, who)[0]
        owner, owners, owner_blank = owner_mention(who, reading.lexicon)
        when, when_blank, period = when_of_row(reading, table, row, when_column)
        inherited = False
        if when is None and when_blank is None and when_column not in table.columns:
            heading = reading.period_of_heading(table.section)
            if heading:
                (when, period), inherited = heading, True
        yield Action(
            words.plain.strip(),
            words.span,
            reading.line_of(words.span),
            Place(Origin.TABLE_ROW, table.section, table, row, number),
            kind,
            owner,
            owners,
            owner_blank,
            when,
            when_blank,
            period,
            inherited,
            reading.reference(reading.text(table, row, "doel_ref") or goal_words(words)),
            _done(reading, table, row),
            words.struck,
            vague_verb(words, reading.lexicon),
            (reading.text(table, row, "gereed") or _nothing(row)).plain.strip(),
        )


def _is_worked_out(table: PlanTable) -> bool:
    """A table of strategies that asks who or when plans them like actions."""
    return "wie" in table.columns or "wanneer" in table.columns


def _nothing(row: Row) -> Text:
    return Text("", row.span)


def when_of_row(
    reading: Reading, table: PlanTable, row: Row, column: str
) -> tuple[Mention | None, Mention | None, Period | None]:
    """`start` and `eind` count together; the end is what matters."""
    texts = [
        text for name in (column, "eind", "start") if (text := reading.text(table, row, name)) is not None and text
    ]
    blank = next((Mention(text.plain.strip(), text.span) for text in texts if reading.is_blank(text)), None)
    filled = [text for text in texts if not reading.is_blank(text)]
    if not filled:
        return None, blank, None
    text = filled[0]
    if table.columns.get(column, -1) in (table.columns.get("wie"), table.columns.get("wie_legt_vast")):
        text = _who_and_when(reading, text)[1]
        if not text:
            return None, None, None
    period = reading.period(_with_column(text, table, column))
    if period is not None and period.kind is TimeKind.PLACEHOLDER:
        return None, Mention(text.plain.strip(), text.span), None
    words = text.plain.strip()
    if len(filled) == 2 and column not in table.columns:
        words = f"{filled[1].plain.strip()} - {words}"
    return Mention(words, text.span), None, period


def _who_and_when(reading: Reading, text: Text) -> tuple[Text, Text]:
    """ "Jan, 1 mei 2026" in a column "Wie/wanneer": two texts, either of them empty if it is not said."""
    period = next(iter(reading.periods(text)), None)
    if period is None and (cut := text.plain.rfind(" / ")) > 0 and reading.period(text.part(cut + 3, len(text.plain))):
        return text.part(0, cut), text.part(cut + 3, len(text.plain))
    if period is None:
        return text, text.part(len(text.plain), len(text.plain))
    start, end = period.span.start, period.span.end
    before, after = len(text.plain[:start].rstrip(_BETWEEN)), len(text.plain) - len(text.plain[end:].lstrip(_BETWEEN))
    return text.part(0, before) if before else text.part(after, len(text.plain)), text.part(start, end)


_BETWEEN = " ,;:/|()-–—"


def _with_column(text: Text, table: PlanTable, column: str) -> Text:
    """A bare number under "Week" is a week."""
    header = fold(table.header(column))
    if re.fullmatch(r"\d{1,2}(?:\s*-\s*\d{1,2})?", text.plain.strip()) and header.startswith(
        ("week", "wk", "maand", "month", "sprint")
    ):
        return Text(f"{header.split()[0].removesuffix('nummer')} {text.plain.strip()}", text.span)
    return text


def _done(reading: Reading, table: PlanTable, row: Row) -> bool | None:
    text = reading.text(table, row, "gereed")
    if text is None:
        return None
    return bool(text) and (reading.lexicon.is_one_of("done", text.plain) or text.plain.strip()[:1] in "✓✔√☑✅")

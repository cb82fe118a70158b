"""Actions in tables: which columns are what, and what each row says."""

from __future__ import annotations

from datetime import date

import pytest

from implan_lint.plan.model import ActionKind, Origin, OwnerKind, TableKind
from implan_lint.plan.time.period import TimeKind
from tests.plan.reading import read, texts, who_and_when, words


def in_section(heading: str, table: str) -> str:
    return f"# Plan van aanpak\n\n## {heading}\n\n{table}"


def table(header: str, *rows: str) -> str:
    return "\n".join((header, "|---" * (header.count("|") - 1) + "|", *rows)) + "\n"


@pytest.mark.parametrize(
    "header",
    [
        "| Actie | Wie | Wanneer |",
        "| Activiteit | Trekker | Klaar op |",
        "| Wat | Actiehouder | Moment |",
        "| **Taak** | Verantwoordelijke: | Deadline |",
        "| ACTIES | Door wie | Uiterlijk |",
        "| Actie | Eigenaar | Gereed |",
        "| Action | Owner | Due date |",
        "| Task | Responsible | When |",
        "| Activity | Who | Deadline |",
    ],
)
def test_headers_that_mean_action_who_and_when(header: str) -> None:
    plan = read(in_section("Acties", table(header, "| Gebruikers trainen | Sanne de Wit | 1 mei 2026 |")))
    assert [found.kind for found in plan.tables] == [TableKind.ACTIONS]
    assert [who_and_when(action) for action in plan.actions] == [("Gebruikers trainen", "Sanne de Wit", "1 mei 2026")]
    (action,) = plan.actions
    assert (action.line, action.kind, action.place.origin) == (7, ActionKind.ACTION, Origin.TABLE_ROW)
    assert action.period is not None
    assert action.period.latest == date(2026, 5, 1)


def test_a_column_that_holds_who_and_when() -> None:
    plan = read(
        in_section(
            "Acties",
            table(
                "| Nr | Actie | Wie/wanneer |",
                "| 1 | Trainen | Jan, 1 mei 2026 |",
                "| 2 | Testen | projectleider |",
                "| 3 | Bellen | 1 juni 2026: Sanne de Wit |",
                "| 4 | Mailen | team Zuid (mei 2026) |",
                "| 5 | Afsluiten | n.t.b. |",
            ),
        )
    )
    assert [who_and_when(action) for action in plan.actions] == [
        ("Trainen", "Jan", "1 mei 2026"),
        ("Testen", "projectleider", None),
        ("Bellen", "Sanne de Wit", "1 juni 2026"),
        ("Mailen", "team Zuid", "mei 2026"),
        ("Afsluiten", None, None),
    ]
    assert [words(plan.actions[-1].owner_blank), words(plan.actions[-1].when_blank)] == ["n.t.b.", "n.t.b."]
    trained = plan.actions[0]
    assert [owner.kind for owner in trained.owners] == [OwnerKind.PERSON]
    assert trained.owner is not None
    assert plan.document.source.slice(trained.owner.span) == "Jan"


def test_jan_is_no_month() -> None:
    plan = read(in_section("Acties", table("| Actie | Wie | Wanneer |", "| Bellen | Jan | week 12 2026 |")))
    assert who_and_when(plan.actions[0]) == ("Bellen", "Jan", "week 12 2026")
    assert plan.actions[0].owners[0].kind is OwnerKind.PERSON


def test_jan_is_a_month_beside_other_short_months() -> None:
    plan = read(
        in_section("Action list", table("| Task | Owner | When |", "| Call | Anna | Jan |", "| Mail | Bob | Feb |"))
    )
    assert [action.period.kind if action.period else None for action in plan.actions] == [TimeKind.MOMENT] * 2


def test_idem_stands_for_the_cell_above() -> None:
    plan = read(
        in_section(
            "Acties",
            table(
                "| Actie | Wie | Wanneer |",
                "| Trainen | Sanne de Wit | 1 mei 2026 |",
                "| Handleiding | idem | Idem |",
                "| Toetsen | ,, | 3 juni 2026 |",
            ),
        )
    )
    assert [who_and_when(action) for action in plan.actions] == [
        ("Trainen", "Sanne de Wit", "1 mei 2026"),
        ("Handleiding", "Sanne de Wit", "1 mei 2026"),
        ("Toetsen", "Sanne de Wit", "3 juni 2026"),
    ]
    second = plan.actions[1]
    assert second.owner is not None
    assert plan.document.source.slice(second.owner.span) == "idem"


def test_rows_that_are_no_actions() -> None:
    plan = read(
        in_section(
            "Acties",
            table(
                "| Nr | Actie | Wie | Wanneer |",
                "| **Voorbereiding** | | | |",
                "| 1 | Trainen | Jan | mei 2026 |",
                "| FASE TWEE | | | |",
                "| 2 | Livegang | Jan | juni 2026 |",
                "| 3 | | | |",
                "| | | | |",
                "| 4 | ... | | |",
            ),
        )
    )
    assert texts(plan.actions) == ["Trainen", "Livegang"]
    assert [action.place.row_number for action in plan.actions] == [2, 4]


def test_an_empty_template_table_holds_no_actions() -> None:
    plan = read(in_section("Acties", table("| Nr | Actie | Wie | Wanneer |", "| 1 | | | |", "| 2 | | | |")))
    assert plan.actions == ()
    assert [found.kind for found in plan.tables] == [TableKind.ACTIONS]


def test_a_rowspan_reaches_the_rows_below() -> None:
    plan = read(
        """
        # Plan van aanpak

        ## Actielijst

        <table>
        <tr><th>Doel</th><th>Actie</th><th>Actiehouder</th><th>Moment</th></tr>
        <tr><td rowspan="2">1</td><td>Folder maken</td><td rowspan="2">Sanne</td><td>mei 2026</td></tr>
        <tr><td>Folder versturen</td><td>juni 2026</td></tr>
        </table>
        """
    )
    assert [who_and_when(action) for action in plan.actions] == [
        ("Folder maken", "Sanne", "mei 2026"),
        ("Folder versturen", "Sanne", "juni 2026"),
    ]
    assert [action.goals.numbers if action.goals else () for action in plan.actions] == [(1,), (1,)]


@pytest.mark.parametrize(
    ("cell", "numbers", "collective"),
    [
        ("1", (1,), False),
        ("1, 3", (1, 3), False),
        ("1-3", (1, 2, 3), False),
        ("2 t/m 4", (2, 3, 4), False),
        ("Doel 2", (2,), False),
        ("1 en 1", (1,), False),
        ("9-1", (), False),
        ("alle", (), True),
        ("alle doelen", (), True),
    ],
)
def test_references_to_goals(cell: str, numbers: tuple[int, ...], collective: bool) -> None:
    plan = read(
        in_section("Acties", table("| Doel nr | Actie | Wie | Wanneer |", f"| {cell} | Trainen | Jan | mei 2026 |"))
    )
    (action,) = plan.actions
    assert action.goals is not None
    assert (action.goals.numbers, action.goals.collective) == (numbers, collective)


@pytest.mark.parametrize(
    ("cell", "done"),
    [("x", True), ("✓", True), ("Gereed", True), ("√ (12 mei)", True), ("nee", False), ("loopt", False), ("", False)],
)
def test_progress(cell: str, done: bool) -> None:
    plan = read(in_section("Acties", table("| Actie | Wie | Wanneer | √ |", f"| Trainen | Jan | mei 2026 | {cell} |")))
    assert [action.done for action in plan.actions] == [done]


def test_without_a_column_for_progress_nothing_is_known_of_it() -> None:
    plan = read(in_section("Acties", table("| Actie | Wie | Wanneer |", "| ~~Trainen~~ | Jan | mei 2026 |")))
    assert [(action.done, action.withdrawn) for action in plan.actions] == [(None, True)]


@pytest.mark.parametrize(
    ("gereed", "column"), [(("1 mei 2026", "1 juni 2026"), "wanneer"), (("ja", "nee"), "gereed"), (("", ""), "gereed")]
)
def test_gereed_is_a_date_or_a_status(gereed: tuple[str, str], column: str) -> None:
    rows = [f"| Actie {n} | Jan | {cell} |" for n, cell in zip("ab", gereed, strict=True)]
    plan = read(in_section("Acties", table("| Actie | Wie | Gereed |", *rows)))
    assert plan.tables[0].columns[column] == 2


def test_a_start_and_an_end_are_one_moment() -> None:
    plan = read(
        in_section("Acties", table("| Actie | Wie | Start | Eind |", "| Trainen | Jan | 1 mei 2026 | 3 mei 2026 |"))
    )
    (action,) = plan.actions
    assert words(action.when) == "1 mei 2026 - 3 mei 2026"
    assert action.period is not None
    assert action.period.latest == date(2026, 5, 3)


def test_a_bare_number_under_week_is_a_week() -> None:
    plan = read(in_section("Acties", table("| Actie | Wie | Week |", "| Trainen | Jan | 12 |")))
    (action,) = plan.actions
    assert action.period is not None
    assert (action.period.kind, action.period.latest) == (TimeKind.MOMENT, date(2026, 3, 22))


def test_a_phase_heading_gives_its_period_to_a_table_without_dates() -> None:
    plan = read(
        """
        # Plan van aanpak

        ## Acties

        ### Fase 1: voorbereiden (1 maart - 30 april 2026)

        | Actie | Wie |
        |---|---|
        | Zaal boeken | Jan |
        """
    )
    (action,) = plan.actions
    assert (words(action.when), action.when_inherited) == ("1 maart - 30 april 2026", True)


@pytest.mark.parametrize(
    ("heading", "header", "row", "kind"),
    [
        (
            "Gegevensverzameling",
            "| Doel nr | Gegevens | Wie legt vast | Wanneer | Waarmee |",
            "| 1 | Wachttijd | Sanne | mei 2026 | EPD |",
            ActionKind.DATA,
        ),
        ("Borging", "| Actie | Wie | Wanneer |", "| Wachttijd | Sanne | mei 2026 |", ActionKind.ASSURANCE),
        (
            "Implementatiestrategieën",
            "| Factor | Strategie | Wie | Wanneer |",
            "| Tijd | Wachttijd | Sanne | mei 2026 |",
            ActionKind.STRATEGY,
        ),
        (
            "Communicatie",
            "| Doelgroep | Boodschap | Kanaal | Wanneer | Afzender |",
            "| Ouders | Wachttijd | brief | mei 2026 | Sanne |",
            ActionKind.COMMUNICATION,
        ),
    ],
)
def test_other_tables_of_work(heading: str, header: str, row: str, kind: ActionKind) -> None:
    plan = read(in_section(heading, table(header, row)))
    assert [(action.kind, *who_and_when(action)) for action in plan.actions] == [
        (kind, "Wachttijd", "Sanne", "mei 2026")
    ]


def test_a_log_of_the_past_is_no_work() -> None:
    plan = read(in_section("Besluitenlijst", table("| Actie | Wie | Datum |", "| Akkoord op plan | MT | 1 mei 2026 |")))
    assert plan.actions == ()


def test_a_missing_cell_has_a_slot_of_its_own() -> None:
    plan = read(in_section("Acties", table("| Actie | Wie | Wanneer |", "| Trainen |  | ? |")))
    (action,) = plan.actions
    row = plan.document.source.line(7)
    assert (action.owner, action.owner_blank, words(action.when_blank)) == (None, None, "?")
    assert action.slot("wie").start == plan.document.source.line_span(7).start + row.index("|  |") + 2
    assert plan.document.source.slice(action.slot("wanneer")) == "?"
    assert action.slot("no such column") == action.span


def test_bold_rows_that_head_others_may_leave_the_number_empty() -> None:
    plan = read(
        in_section(
            "Acties",
            table(
                "| Nr. | Actie | Wie | Stand |",
                "| | **Terrein** | | |",
                "| 1 | Hekken huren | Pim | |",
                "| 2 | **Stroom aanvragen** | | |",
            ),
        )
    )
    assert texts(plan.actions) == ["Hekken huren", "Stroom aanvragen"]


def test_a_bold_action_without_owner_behind_an_owner_column_is_still_an_action() -> None:
    plan = read(in_section("Acties", table("| Wie | Actie | Wanneer |", "| | **Hekken huren** | |")))
    assert texts(plan.actions) == ["Hekken huren"]


@pytest.mark.parametrize(
    ("cell", "owner", "when"),
    [
        ("Beheer, de klusploeg en Ingrid samen / juni", "Beheer, de klusploeg en Ingrid samen", "juni"),
        ("Pim / 11-9", "Pim", "11-9"),
        ("Pim / Ingrid", "Pim / Ingrid", None),
    ],
)
def test_who_and_when_in_one_cell_with_a_stroke_between(cell: str, owner: str, when: str | None) -> None:
    plan = read(in_section("Acties", table("| Actie | Wie / wanneer |", f"| Hekken huren | {cell} |")))
    assert [who_and_when(action) for action in plan.actions] == [("Hekken huren", owner, when)]


def test_who_does_it_and_else_who_answers_for_it() -> None:
    plan = read(
        in_section(
            "Acties",
            table(
                "| Wat | A | R | Due |", "| Hekken huren | Marloes | Pim | 22 mei |", "| Slopen | Marloes | | 31 juli |"
            ),
        )
    )
    assert [words(action.owner) for action in plan.actions] == ["Pim", "Marloes"]
    plan = read(in_section("Actions", table("| Task | Accountable | When |", "| Rent fences | Marloes | 22 May |")))
    assert [words(action.owner) for action in plan.actions] == ["Marloes"]


def test_descriptions_with_chances_are_risks_and_descriptions_with_owners_are_actions() -> None:
    plan = read(
        in_section("Risks", table("| ID | Description | P | I | Mitigation / owner |", "| R1 | Regen | H | L | - |"))
    )
    assert (texts(plan.risks), plan.actions) == (["Regen"], ())
    plan = read(
        in_section("Actions", table("| ID | Description | Owner | Due |", "| 1 | Rent fences | Pim | 22 May |"))
    )
    assert (plan.risks, texts(plan.actions)) == ((), ["Rent fences"])
    plan = read(
        in_section("Next", table("| ID | Description | Action | Owner | Due |", "| 1 | Fences | Rent | Pim | 22 May |"))
    )
    assert plan.risks == ()

"""Milestones and indicators."""

from __future__ import annotations

import pytest

from implan_lint.plan.model import MilestoneType, Origin
from implan_lint.plan.register import milestone_type
from tests.plan.reading import lexicon, read, texts, words


def under(heading: str, body: str) -> str:
    return f"# Plan van aanpak\n\n## {heading}\n\n{body}\n"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Livegang", MilestoneType.GO_LIVE),
        ("Systeem in productie", MilestoneType.GO_LIVE),
        ("Training key-users", MilestoneType.TRAINING),
        ("Draaiboek migratie gereed", MilestoneType.MIGRATION),
        ("DAP ondertekend", MilestoneType.AGREEMENTS),
        ("Acceptatietest", MilestoneType.TEST),
        ("Pilot gestart", MilestoneType.PILOT),
        ("Evaluatie van de pilot", MilestoneType.INTERIM_EVALUATION),
        ("Eindevaluatie", MilestoneType.EVALUATION),
        ("Nazorg na livegang", MilestoneType.AFTERCARE),
        ("Taken en verantwoordelijkheden vastgesteld", MilestoneType.ROLES),
        ("Functioneel beheer ingericht", MilestoneType.OPERATIONS),
        ("Go-live", MilestoneType.GO_LIVE),
        ("Taart", MilestoneType.OTHER),
    ],
)
def test_what_a_milestone_is_about(text: str, kind: MilestoneType) -> None:
    assert milestone_type(text, lexicon()) is kind


@pytest.mark.parametrize(
    "header",
    [
        "| Nr | Mijlpaal | Datum | Verantwoordelijke |",
        "| # | Deelresultaat | Opleverdatum | Wie |",
        "| ID | Milestone | Date | Owner |",
    ],
)
def test_rows(header: str) -> None:
    plan = read(
        under("Mijlpalen", f"{header}\n|---|---|---|---|\n| M1 | Livegang | 1 mei 2026 | Jan |\n| M2 | Feest | ? | |\n")
    )
    assert [(m.number, m.text, words(m.when), words(m.owner)) for m in plan.milestones] == [
        (1, "Livegang", "1 mei 2026", "Jan"),
        (2, "Feest", None, None),
    ]


def test_dated_rows_without_owners_under_planning_are_milestones() -> None:
    plan = read(
        under("Planning", "| Activiteit | Wanneer |\n|---|---|\n| Livegang | 1 mei 2026 |\n| Feest | juni 2026 |")
    )
    assert (texts(plan.milestones), plan.actions) == (["Livegang", "Feest"], ())


def test_dated_items_under_planning() -> None:
    plan = read(under("Planning", "- 1 mei 2026: training\n- Livegang op 1 juni 2026\n- Later meer\n- Week 30: feest"))
    assert [(m.text, words(m.when), m.place.origin) for m in plan.milestones] == [
        ("1 mei 2026: training", "1 mei 2026", Origin.LIST_ITEM),
        ("Livegang op 1 juni 2026", "1 juni 2026", Origin.LIST_ITEM),
        ("Week 30: feest", "Week 30", Origin.LIST_ITEM),
    ]


def test_items_under_milestones_need_no_date() -> None:
    plan = read(under("Mijlpalen", "- M1: draaiboek (wie: Jan, wanneer: mei 2026)\n- M2: feest\n- ..."))
    assert [(m.number, m.text, words(m.owner), words(m.when)) for m in plan.milestones] == [
        (1, "M1: draaiboek (wie: Jan, wanneer: mei 2026)", "Jan", "mei 2026"),
        (2, "M2: feest", None, None),
    ]


def test_an_action_is_not_a_milestone_as_well() -> None:
    plan = read(under("Acties en planning", "- Zaal boeken (Sanne de Wit, 1 mei 2026)"))
    assert (len(plan.actions), len(plan.milestones)) == (1, 0)


@pytest.mark.parametrize(
    "header",
    [
        "| Indicator | Nulmeting | Streefwaarde | Bron | Frequentie | Wie | Doel |",
        "| KPI | Huidige waarde | Norm | Databron | Ritme | Eigenaar | Doel nr |",
        "| KPI | Baseline | Target | Source | Frequency | Owner | Goal |",
    ],
)
def test_indicator_rows(header: str) -> None:
    rows = "| Wachttijd | 12 | 8 | EPD | maandelijks | Sanne | 1 |\n| Rust | ? | | | | | |"
    body = f"{header}\n|---|---|---|---|---|---|---|\n{rows}"
    first, second = read(under("Monitoring", body)).indicators
    assert [words(part) for part in (first.baseline, first.target, first.source, first.rhythm, first.owner)] == [
        "12",
        "8",
        "EPD",
        "maandelijks",
        "Sanne",
    ]
    assert first.goals is not None
    assert first.goals.numbers == (1,)
    assert (second.text, second.baseline, second.goals) == ("Rust", None, None)


def test_rows_of_data_are_indicators_too() -> None:
    body = (
        "| Doel nr | Gegevens | Wie legt vast | Wanneer |\n|---|---|---|---|\n| 1 | Wachttijd | Sanne | maandelijks |"
    )
    (found,) = read(under("Gegevensverzameling", body)).indicators
    assert (found.text, words(found.owner), words(found.rhythm)) == ("Wachttijd", "Sanne", "maandelijks")


def test_items_and_sentences() -> None:
    plan = read(
        under("Monitoring", "KPI's zijn wachttijd, tevredenheid en verzuim.\n\n- Tevredenheid minimaal 8\n- Rust\n- ?")
    )
    assert [(found.text, words(found.target)) for found in plan.indicators] == [
        ("wachttijd", None),
        ("tevredenheid", None),
        ("verzuim", None),
        ("Tevredenheid minimaal 8", "minimaal 8"),
        ("Rust", None),
    ]


def test_lines_under_milestones_that_open_with_their_time() -> None:
    body = "4 oktober 2026: opening\n1 november 2026: eerste telling\napril 2027: evaluatie, door Sanne de Wit"
    plan = read(under("Mijlpalen", body))
    assert [(m.line, m.text, words(m.when), words(m.owner), m.place.origin) for m in plan.milestones] == [
        (5, "4 oktober 2026: opening", "4 oktober 2026", None, Origin.SENTENCE),
        (6, "1 november 2026: eerste telling", "1 november 2026", None, Origin.SENTENCE),
        (7, "april 2027: evaluatie, door Sanne de Wit", "april 2027", "Sanne de Wit", Origin.SENTENCE),
    ]


@pytest.mark.parametrize(
    ("heading", "body"),
    [
        ("Mijlpalen", "We vieren elke mijlpaal.\n4 oktober 2026: opening"),
        ("Mijlpalen", "Op 4 oktober 2026 bespreken we de mijlpalen."),
        ("Mijlpalen", "Elke maandag: overleg"),
        ("Mijlpalen", "4 oktober 2026: ..."),
        ("Overleg", "4 oktober 2026: opening\n1 november 2026: telling"),
    ],
)
def test_other_lines_are_no_milestones(heading: str, body: str) -> None:
    assert read(under(heading, body)).milestones == ()

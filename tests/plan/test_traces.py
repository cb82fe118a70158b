"""What leads to what, on which grounds, and what leads to nothing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from implan_lint.plan.ids import ids_in, own_ids
from implan_lint.plan.traces import LinkKind, links_of
from tests.plan.reading import law, read, texts

GOALS = """\
## Doelen

**Doel 1** Op 1 juli 2026 is de wachttijd 10 minuten.

**Doel 2** Op 1 juli 2026 zijn alle klanten gebeld.
"""


def table(header: str, *rows: str) -> str:
    return "\n".join((header, "|---" * (header.count("|") - 1) + "|", *rows, ""))


def links(kind: LinkKind, *parts: str) -> list[tuple[str, str, str, str]]:
    """Source, target, reason, confidence."""
    found = links_of(read("# Plan\n\n" + "\n\n".join(parts)))
    return [
        (link.source.text, link.target.text, link.reason.value, link.confidence.value)
        for link in found.links
        if link.kind is kind
    ]


def alone(kind: LinkKind, *parts: str) -> list[str] | None:
    found = links_of(read("# Plan\n\n" + "\n\n".join(parts))).unlinked.get(kind)
    return None if found is None else [end.text for end in found]


@pytest.mark.parametrize(
    ("action", "grounds"),
    [
        ("| 1 | Formulier maken |", ("number", "high")),
        ("| alle doelen | Formulier maken |", ("all", "low")),
        ("| | Wachttijd van 10 minuten meten |", ("words", "medium")),
    ],
)
def test_an_action_serves_a_goal(action: str, grounds: tuple[str, str]) -> None:
    acts = "## Acties\n\n" + table("| Doel | Actie | Wie | Wanneer |", f"{action} Jan | 1 mei 2026 |")
    found = links(LinkKind.GOAL_ACTION, GOALS, acts)
    assert ("Op 1 juli 2026 is de wachttijd 10 minuten.", grounds) == (found[0][0], found[0][2:])
    others = [] if grounds[0] == "all" else ["Op 1 juli 2026 zijn alle klanten gebeld."]
    assert alone(LinkKind.GOAL_ACTION, GOALS, acts) == others


def test_an_indicator_measures_a_goal() -> None:
    kpis = "## Monitoring\n\n" + table("| KPI | Nulmeting | Streefwaarde |", "| Wachttijd | 20 | 10 |")
    assert links(LinkKind.GOAL_INDICATOR, GOALS, kpis) == [
        ("Op 1 juli 2026 is de wachttijd 10 minuten.", "Wachttijd", "words", "medium")
    ]
    assert alone(LinkKind.GOAL_INDICATOR, GOALS, kpis) == ["Op 1 juli 2026 zijn alle klanten gebeld."]


PEOPLE = "## Stakeholders\n\n" + table(
    "| Stakeholder | Belang | Invloed |", "| Team Sales | omzet | hoog |", "| Kredietbank | rust | laag |"
)


def told(*rows: str) -> str:
    return "## Communicatie\n\n" + table("| Doelgroep | Boodschap | Kanaal | Wanneer |", *rows)


def test_a_stakeholder_hears_of_the_plan() -> None:
    rows = told("| afdeling sales | voortgang | mail | maandelijks |")
    assert links(LinkKind.STAKEHOLDER_COMMUNICATION, PEOPLE, rows) == [("Team Sales", "voortgang", "name", "high")]
    assert alone(LinkKind.STAKEHOLDER_COMMUNICATION, PEOPLE, rows) == ["Kredietbank"]


def test_a_row_for_everybody_reaches_each_with_little_certainty() -> None:
    rows = told("| alle stakeholders | voortgang | mail | maandelijks |")
    assert links(LinkKind.STAKEHOLDER_COMMUNICATION, PEOPLE, rows) == [
        ("Team Sales", "voortgang", "all", "low"),
        ("Kredietbank", "voortgang", "all", "low"),
    ]
    assert alone(LinkKind.STAKEHOLDER_COMMUNICATION, PEOPLE, rows) == []


RISKS = "## Risico's\n\n" + table(
    "| Nr | Risico | Kans | Impact | Maatregel |",
    "| R1 | Uitval van de server | hoog | hoog | Back-up van de server testen |",
    "| R2 | Weerstand | laag | hoog | |",
)


def acts(*rows: str) -> str:
    return "## Acties\n\n" + table("| Nr | Actie | Wie | Wanneer |", *(f"{row} Jan | 1 mei 2026 |" for row in rows))


def test_a_risk_has_its_measure_in_its_own_row() -> None:
    assert links(LinkKind.RISK_MEASURE, RISKS) == [
        ("Uitval van de server", "Back-up van de server testen", "row", "high")
    ]
    assert alone(LinkKind.RISK_MEASURE, RISKS) == ["Weerstand"]


@pytest.mark.parametrize(
    ("action", "expected"),
    [
        ("Gesprek voeren (risico 2)", ("Weerstand", "number", "high")),
        ("Gesprek voeren, R1 t/m R2", ("Uitval van de server", "number", "high")),
        ("back-up van de server testen", ("Uitval van de server", "name", "high")),
        ("De back-ups van servers testen", ("Uitval van de server", "words", "medium")),
    ],
)
def test_an_action_takes_up_a_risk(action: str, expected: tuple[str, str, str]) -> None:
    source, _, reason, confidence = links(LinkKind.RISK_ACTION, RISKS, acts(f"| 1 | {action} |"))[0]
    assert (source, reason, confidence) == expected


def test_an_action_that_names_another_risk_is_not_linked_by_words() -> None:
    assert links(LinkKind.RISK_ACTION, RISKS, acts("| 1 | Back-up van de server testen (R2) |")) == [
        ("Weerstand", "Back-up van de server testen (R2)", "number", "high")
    ]


def test_a_measure_that_names_an_action() -> None:
    risks = RISKS.replace("| laag | hoog | |", "| laag | hoog | zie actie 7 |")
    assert links(LinkKind.RISK_ACTION, risks, acts("| 7 | Gesprek voeren |")) == [
        ("Weerstand", "Gesprek voeren", "number", "high")
    ]


def test_a_barrier_is_answered_in_its_row_by_its_number_or_by_words() -> None:
    barriers = "## Belemmerende factoren\n\n" + table(
        "| Nr | Knelpunt | Strategie |",
        "| B1 | Geen tijd | Roostervrij |",
        "| B2 | Weinig kennis | |",
        "| B3 | Ouderen zien de folder niet | |",
        "| B4 | Geen ruimte | |",
    )
    rest = "## Strategieën\n\n- Scholing (bij B2)\n- Folder bij ouderen bezorgen\n"
    assert links(LinkKind.BARRIER_STRATEGY, barriers, rest) == [
        ("Geen tijd", "Roostervrij", "row", "high"),
        ("Weinig kennis", "Scholing (bij B2)", "number", "high"),
        ("Ouderen zien de folder niet", "Folder bij ouderen bezorgen", "words", "low"),
    ]
    assert alone(LinkKind.BARRIER_STRATEGY, barriers, rest) == ["Geen ruimte"]


def test_a_barrier_that_is_explained_above_its_row() -> None:
    barriers = "## Belemmerende factoren\n\n- B1: Geen tijd in de ochtend\n"
    rows = "## Strategieën\n\n" + table("| Knelpunt | Strategie |", "| B1 Tijd | Roostervrij |")
    assert links(LinkKind.BARRIER_STRATEGY, barriers, rows) == [
        ("B1: Geen tijd in de ochtend", "Roostervrij", "number", "high"),
        ("B1 Tijd", "Roostervrij", "row", "high"),
    ]


def test_a_strategy_against_all_barriers_and_facilitators_that_need_none() -> None:
    parts = "## Belemmerende factoren\n\n- Geen tijd\n", "## Bevorderende factoren\n\n- Steun\n"
    strategy = "## Strategieën\n\n- Coaching tegen alle knelpunten\n"
    assert links(LinkKind.BARRIER_STRATEGY, *parts, strategy) == [
        ("Geen tijd", "Coaching tegen alle knelpunten", "all", "low")
    ]


def test_activities_of_a_milestone() -> None:
    milestones = "## Mijlpalen\n\n" + table(
        "| Nr | Mijlpaal | Datum |",
        "| M1 | Draaiboek vastgesteld | 1 mei 2026 |",
        "| M2 | Opleiding afgerond | 1 juni 2026 |",
        "| M3 | Livegang | 1 juli 2026 |",
    )
    work = "## Acties\n\n" + table(
        "| Mijlpaal | Actie | Wie | Wanneer |",
        "| M1 | Sessies houden | Jan | 1 april 2026 |",
        "| | Opleiding geven | Jan | 1 mei 2026 |",
    )
    assert links(LinkKind.MILESTONE_ACTION, milestones, work) == [
        ("Draaiboek vastgesteld", "Sessies houden", "number", "high"),
        ("Opleiding afgerond", "Opleiding geven", "words", "low"),
    ]
    assert alone(LinkKind.MILESTONE_ACTION, milestones, work) == ["Livegang"]


def test_owners_are_looked_up_once_in_the_organisation() -> None:
    roles = "## Projectorganisatie\n\n" + table("| Rol | Naam |", "| Projectleider | Sanne de Wit |")
    work = "## Acties\n\n" + table(
        "| Actie | Wie | Wanneer |",
        "| Bellen | S. de Wit | 1 mei 2026 |",
        "| Mailen | Sanne de Wit | 1 mei 2026 |",
        "| Printen | Projectmanager | 1 mei 2026 |",
        "| Typen | Kees Vreemd | 1 mei 2026 |",
    )
    assert links(LinkKind.OWNER_ORGANISATION, roles, work) == [
        ("S. de Wit", "Projectleider", "name", "high"),
        ("Projectmanager", "Projectleider", "role", "medium"),
    ]
    assert alone(LinkKind.OWNER_ORGANISATION, roles, work) == ["Kees Vreemd"]
    assert alone(LinkKind.OWNER_ORGANISATION, work) is None


# ---------------------------------------------------------------- ids


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("bij B2 en B4", {("B", 2), ("B", 4)}),
        ("R-01", {("R", 1)}),
        ("M1 t/m M3", {("M", 1), ("M", 2), ("M", 3)}),
        ("Knelpunten 1, 2 en 4", {("B", 1), ("B", 2), ("B", 4)}),
        ("risico 2, 12 mei", {("R", 2)}),
        ("A4 printen in Q2, week R2D2, COVID-B1", set()),
    ],
)
def test_ids_in_a_text(text: str, ids: set[tuple[str, int]]) -> None:
    assert ids_in(text) == ids


def test_a_barrier_is_called_by_its_own_letter_and_by_that_of_its_kind() -> None:
    assert own_ids("K1", "B") == {("K", 1), ("B", 1)}
    assert own_ids("", "B") == frozenset()


@given(st.text(alphabet="RM0123456789 -,ent/", max_size=40))
def test_ids_are_found_in_any_text(text: str) -> None:
    assert all(letter in "RM" and 0 <= number < 100 for letter, number in ids_in(text))


# ---------------------------------------------------------------- all kinds


@pytest.mark.parametrize("group", ["link", "unlinked"])
def test_every_kind_has_a_name_in_both_languages(group: str) -> None:
    names = law().vocabulary.names[group]
    assert {kind.value for kind in LinkKind} == set(names)
    assert all(words["nl"] and words["en"] for words in names.values())


def test_an_empty_plan_has_no_links() -> None:
    plan = read("# Plan\n")
    assert texts(plan.goals) == []
    assert (links_of(plan).links, dict(links_of(plan).unlinked)) == ((), {})

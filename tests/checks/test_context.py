"""Facts about a plan's context: what counts as said, however it is said."""

from __future__ import annotations

import pytest

from tests.checks.said import found, words_at

TITLE = "# Implementatieplan Mondzorg\n\n"


@pytest.mark.parametrize(
    "words",
    [
        "Belemmerend: te weinig tijd in de ochtendroute.",
        "Het grootste knelpunt is de tijd in de ochtendroute.",
        "## Wat zit in de weg?\n\nVerzorgenden hebben te weinig tijd.",
        "## Knelpunten\n\n- Te weinig tijd",
        "## SWOT\n\n| Kans | Bedreiging |\n|---|---|\n| steun van het bestuur | te weinig tijd |",
    ],
)
def test_a_barrier_may_be_told_in_many_ways(words: str) -> None:
    text = f"{TITLE}## Context\n\nZorggroep Heidebron heeft twee locaties.\n\n{words}\n"
    assert found("CTX002", text, "zes-stappen") == []


def test_a_heading_over_both_sides_is_no_factor() -> None:
    text = f"{TITLE}## Context\n\n### Bevorderende en belemmerende factoren\n\nDaar is over gesproken.\n"
    assert words_at("CTX002", text, "zes-stappen") == ["### Bevorderende en belemmerende factoren"]
    assert words_at("CTX003", text, "zes-stappen") == ["### Bevorderende en belemmerende factoren"]


def test_the_chance_of_a_risk_is_no_facilitator() -> None:
    risks = "## Risico's\n\n| Risico | Kans | Impact |\n|---|---|---|\n| Ziekte | hoog | hoog |\n"
    text = f"{TITLE}## Context\n\nBelemmerend: te weinig tijd.\n\n{risks}"
    assert words_at("CTX003", text, "zes-stappen") == ["## Context"]


def test_a_missing_part_is_told_once() -> None:
    """STR001 says that the context is missing; what would have stood in it goes without saying."""
    text = f"{TITLE}## Doelen\n\n1. Uiterlijk 18 december 2026 heeft 95% van de bewoners een plan.\n"
    assert found("STR001", text, "zes-stappen")
    assert not any(found(code, text, "zes-stappen") for code in ("CTX001", "CTX002", "CTX003"))


@pytest.mark.parametrize(
    "words",
    [
        "Nu poetst een op de drie verzorgenden twee keer per dag.",
        "De huidige werkwijze verschilt per afdeling.",
        "Doel 1: 95% heeft een plan (nulmeting: 21%).",
        "Momenteel ontbreekt het plan vaak.",
    ],
)
def test_how_things_are_may_be_told_anywhere(words: str) -> None:
    text = f"{TITLE}## Huidige praktijk en doelen\n\n- {words}\n\n## Context\n\nTwee locaties.\n"
    assert found("CTX004", text, "zes-stappen") == []


@pytest.mark.parametrize(
    ("words", "count"),
    [
        ("De leverancier stopt per 1 januari 2027 met de ondersteuning van het systeem.", 0),
        ("### Waar we staan\n\nDe raad van bestuur vindt dat er te veel bewoners vallen.", 0),
        ("Negenduizend woningen in vier gemeenten.", 1),
    ],
)
def test_a_paragraph_may_give_the_reason_in_unknown_words(words: str, count: int) -> None:
    assert len(found("CTX017", f"{TITLE}## Achtergronden\n\n{words}\n", "software")) == count


def test_a_problem_among_the_risks_is_no_reason() -> None:
    risks = "## Risico's\n\n- Probleem met de koppeling\n"
    text = f"{TITLE}## Achtergronden\n\nNegenduizend woningen in vier gemeenten.\n\n{risks}"
    assert len(found("CTX017", text, "software")) == 1


@pytest.mark.parametrize(
    "words",
    [
        "Het team telt drie begeleiders en valt onder de divisie Jeugd.",
        "Team FACT-Noord: trajectbegeleiders, een psychiater en een ervaringsdeskundige.",
        "### Teamleden: Renske Adriaans en Omar Haddou",
        "| Naam | Rol |\n|---|---|\n| Renske Adriaans | coördinator |\n",
    ],
)
def test_who_is_in_the_team_may_be_told_in_many_ways(words: str) -> None:
    text = f"# IPS-Onderwijs\n\n## De context\n\n### Samenstelling team\n\n{words}\n"
    assert found("CTX015", text, "ips-onderwijs") == []


def test_a_side_is_missed_only_where_every_factor_has_one() -> None:
    known = "## Knelpunten\n\n- Te weinig tijd\n- Geen budget\n- Onrust bij cliënten\n"
    assert len(found("CTX006", known, "sociaal-werk")) == 1
    assert found("CTX006", f"{known}- De lift is stuk\n", "sociaal-werk") == []

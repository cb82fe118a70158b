from __future__ import annotations

import pytest

from tests.checks.said import found, words_at

FINAL = "De eindevaluatie is op 15 november 2026, door Sanne de Wit."


def evaluation(*sentences: str) -> str:
    return f"## Evaluatie\n\n{' '.join(sentences)}\n"


@pytest.mark.parametrize(
    "more", ["We lopen de KPI's na.", "Dan blijkt of doel 2 is gehaald.", "We vergelijken de cijfers met de nulmeting."]
)
def test_what_the_plan_is_tested_against(more: str) -> None:
    assert found("EVA009", evaluation(FINAL, more), "algemeen") == []


def test_talking_about_the_team_tests_no_goal() -> None:
    assert words_at("EVA009", evaluation(FINAL, "We praten over de samenwerking."), "algemeen") == ["## Evaluatie"]


@pytest.mark.parametrize("end", ["tot 1 oktober 2026", "vier weken lang", "totdat er geen meldingen meer zijn"])
def test_nazorg_with_an_end(end: str) -> None:
    text = f"## Nazorg\n\nSanne de Wit houdt vanaf 1 september 2026 een spreekuur, {end}.\n"
    assert found("EVA010", text, "software") == []


def test_nazorg_without_an_end_and_what_follows_it() -> None:
    text = "## Nazorg\n\nSanne de Wit houdt vanaf 1 september 2026 een spreekuur.\n"
    (plain,) = found("EVA010", text, "software")
    assert plain.severity == "warning"
    (softer,) = found("EVA010", f"{text}\nDaarna is er de servicedesk.\n", "software")
    assert softer.severity == "info"


def test_a_row_with_its_last_day_is_an_end() -> None:
    rows = "## Acties\n\n| Actie | Wie | Wanneer |\n|---|---|---|\n| Nazorg geven | Jan Bos | 1 oktober 2026 |\n\n"
    text = "## Nazorg\n\nSanne de Wit houdt vanaf 1 september 2026 een spreekuur.\n"
    assert found("EVA010", rows + text, "software") == []


@pytest.mark.parametrize(
    "sentence",
    [
        "De stuurgroep stelt het plan elke maand bij.",
        "Bij tegenvallers wordt de aanpak herzien.",
        "Dit is een groeidocument.",
        "The steering group revises the plan in June.",
    ],
)
def test_how_a_plan_is_adjusted(sentence: str) -> None:
    interim = "## Evaluatie\n\n- Tussentijdse evaluatie op 1 juni 2026, door Jan Bos\n"
    assert len(found("EVA011", interim, "zes-stappen")) == 1
    assert found("EVA011", f"{interim}\n{sentence}\n", "zes-stappen") == []


def test_without_an_interim_evaluation_that_is_what_is_told() -> None:
    assert found("EVA005", evaluation(FINAL), "zes-stappen")
    assert found("EVA011", evaluation(FINAL), "zes-stappen") == []


def test_an_evaluation_after_the_end_goes_on() -> None:
    ends = "---\nstartdatum: 2026-01-01\neinddatum: {}\n---\n"
    assert found("EVA006", ends.format("2026-10-31") + evaluation(FINAL), "zes-stappen") == []
    assert len(found("EVA006", ends.format("2026-12-31") + evaluation(FINAL), "zes-stappen")) == 1


@pytest.mark.parametrize("more", ["Daarna volgt elk jaar een audit.", "In 2027 doen we een herhaalmeting."])
def test_who_looks_again(more: str) -> None:
    assert found("EVA006", evaluation(FINAL, more), "zes-stappen") == []

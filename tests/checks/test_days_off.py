from __future__ import annotations

from datetime import date

import pytest

from implan_lint.checks.base import Look, NoParameters
from implan_lint.checks.days_off import day_off
from implan_lint.lint import Options, understand
from tests.checks.said import TODAY, found, words_at


def action(when: str, what: str = "Folder drukken") -> str:
    return f"## Acties\n\n| Actie | Wie | Wanneer | Gereed |\n|---|---|---|---|\n| {what} | Jan Bos | {when} | |\n"


@pytest.mark.parametrize("when", ["27-04-2026", "Koningsdag 27 april 2026", "25-05-2026", "uiterlijk 25 december 2026"])
def test_work_on_a_public_holiday(when: str) -> None:
    assert len(found("PLN009", action(when), "algemeen")) == 1


@pytest.mark.parametrize(
    "when",
    [
        "28-04-2026",
        "27-04",
        "april 2026",
        "week 18 2026",
        "20 t/m 27 april 2026",
        "01-01-2027",
        "03-04-2026",
        "5 mei 2026",
        "vóór 15 mei 2026",
    ],
)
def test_no_exact_day_off(when: str) -> None:
    assert found("PLN009", action(when), "algemeen") == []


@pytest.mark.parametrize("what", ["Livegang", "Datamigratie uitvoeren", "~~Folder drukken~~"])
def test_what_is_planned_on_a_day_off_on_purpose(what: str) -> None:
    assert found("PLN009", action("27-04-2026", what), "algemeen") == []


def test_what_is_done_or_past_is_no_longer_planned() -> None:
    assert found("PLN009", action("27-04-2025"), "algemeen") == []
    assert found("PLN009", action("27-04-2026").replace("| |\n", "| ja |\n"), "algemeen") == []


def test_an_english_plan_may_be_from_another_country() -> None:
    text = "## Actions\n\nThis is the work that the team will do for the users.\n\n" + action("27-04-2026", "Print it")
    assert words_at("PLN009", text.replace("Acties", "Tasks"), "algemeen") == []


@pytest.mark.parametrize(("when", "variants"), [("18-04-2026", ["weekend"]), ("17-04-2026", []), ("27-04-2026", [""])])
def test_a_weekend_is_a_finding_that_must_be_asked_for(when: str, variants: list[str]) -> None:
    plan = understand(action(when), "plan.md", Options(today=TODAY, isolated=True))
    assert [one.variant for one in day_off.run(plan, Look(), NoParameters())] == variants
    assert date(2026, 4, 18) > TODAY
    assert found("PLN009", action("18-04-2026"), "algemeen") == []

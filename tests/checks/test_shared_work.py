"""Which goal an action serves, and who leads where many share it."""

from __future__ import annotations

import pytest

from tests.checks.said import found, words_at

GOALS = (
    "## Doelen\n\n- Doel 1: In juni 2026 volgen 12 leden les.\n- Doel 2: In juli 2026 is de zaal open.\n\n## Acties\n\n"
)
HEADER = "| Doel nr | Actie | Wie | Wanneer |\n|---|---|---|---|\n"


def served(*goals: str) -> str:
    rows = "".join(f"| {goal} | Zaal {n} boeken | Noor Bakker | 1 mei 2026 |\n" for n, goal in enumerate(goals, 1))
    return GOALS + HEADER + rows


def shared(owners: str) -> str:
    return f"## Acties\n\n| Actie | Wie | Wanneer |\n|---|---|---|\n| Zaal boeken | {owners} | 1 mei 2026 |\n"


@pytest.mark.parametrize("goals", [("1", "1", ""), ("", "2", "2"), ("1", "", "2", "2")])
def test_an_empty_cell_among_goals_that_are_repeated(goals: tuple[str, ...]) -> None:
    assert len(found("ACT010", served(*goals))) == 1


@pytest.mark.parametrize("goals", [("1", "", "2"), ("1", "2", ""), ("1", "1", "alle"), ("1", "1", "algemeen"), ("1",)])
def test_an_empty_cell_may_mean_as_above_and_a_word_is_an_answer(goals: tuple[str, ...]) -> None:
    assert found("ACT010", served(*goals)) == []


def test_a_column_without_any_goal_is_told_once() -> None:
    assert len(found("ACT010", served("", "", ""))) == 1


def test_a_table_without_the_column_and_a_plan_with_one_goal_say_nothing() -> None:
    without = GOALS + "| Actie | Wie | Wanneer |\n|---|---|---|\n| Zaal boeken | Noor Bakker | 1 mei 2026 |\n"
    assert found("ACT010", without) == []
    assert found("ACT010", served("", "").replace("- Doel 2: In juli 2026 is de zaal open.\n", "")) == []


def test_four_owners_and_nobody_leads() -> None:
    assert words_at("ACT008", shared("Jan Smit, Piet Bos, Klaas Vos en Marie Kok")) == [
        "Jan Smit, Piet Bos, Klaas Vos en Marie Kok"
    ]


@pytest.mark.parametrize(
    "owners",
    [
        "Jan Smit, Piet Bos en Klaas Vos",
        "**Jan Smit**, Piet Bos, Klaas Vos, Marie Kok",
        "Jan Smit (trekker), Piet Bos, Klaas Vos, Marie Kok",
        "Jan Smit (A), Piet Bos, Klaas Vos, Marie Kok",
        "Jan Smit i.s.m. ICT, HR en de balie",
        "projectleider, ICT, HR, balie",
    ],
)
def test_three_owners_or_a_sign_of_who_leads(owners: str) -> None:
    assert found("ACT008", shared(owners)) == []

from __future__ import annotations

import pytest

from tests.checks.said import found, words_at


def goals(*lines: str) -> str:
    return "\n".join(["## Doelen", "", *lines, ""])


def numbered(count: int, text: str) -> list[str]:
    return [f"{number}. {text} in wijk {chr(64 + number)}" for number in range(1, count + 1)]


@pytest.mark.parametrize(
    "goal",
    [
        "Op 1 juni 2026 is versie 3.2 prettig in gebruik bij team 7.",
        "De helpdesk is vanaf 1 juni 2026 24/7 vriendelijk.",
        "Doel 1 volgt in 2026 uit artikel 12 van ISO 27001.",
    ],
)
def test_a_number_that_measures_nothing_makes_no_measure(goal: str) -> None:
    assert found("DOE002", goals(f"1. {goal}"), "algemeen")


def test_a_target_in_the_table_of_indicators_measures_the_goal_that_it_numbers() -> None:
    table = ["", "## Monitoring", "", "| KPI | Doel | Streefwaarde |", "|---|---|---|", "| Cijfer | 2 | 8,0 |"]
    text = goals("1. De balie is beter.", "2. De klanten zijn tevredener.", *table)
    assert words_at("DOE002", text, "algemeen") == ["De balie is beter."]


@pytest.mark.parametrize(("count", "findings"), [(3, 3), (4, 1), (9, 1)])
def test_many_goals_with_one_gap_are_one_finding(count: int, findings: int) -> None:
    assert len(found("DOE003", goals(*numbered(count, "De wachttijd is 10 minuten")), "algemeen")) == findings


def test_most_of_many_goals_are_one_finding_with_their_number() -> None:
    text = goals(*numbered(8, "De wachttijd is 10 minuten"), "9. Op 1 juni 2026 zijn er 12 balies.")
    (only,) = found("DOE003", text, "algemeen")
    assert only.message.startswith("Bij 8 van de 9 doelen")


def test_a_line_above_the_list_gives_all_its_goals_a_term() -> None:
    assert (
        found("DOE003", goals("Op 1 juni 2026 hebben we bereikt:", "", "1. 24 plannen", "2. 3 scholen"), "algemeen")
        == []
    )


def test_what_a_phase_is_for_is_no_goal_of_the_plan() -> None:
    phases = "\n".join(f"\n### Week {number}\n\n**Doel:** rustig oefenen.\n" for number in (1, 2, 3))
    text = f"## Doelen\n\n1. Op 1 juni 2026 zijn er 12 balies.\n\n## Planning\n{phases}"
    assert found("DOE002", text, "algemeen") == []


@pytest.mark.parametrize("goal", ["een 8 of hoger geven", "sneller dan 2 minuten antwoord krijgen"])
def test_a_threshold_is_no_change_and_needs_no_baseline(goal: str) -> None:
    assert found("DOE007", goals(f"1. Op 1 juni 2026 zullen 40 klanten {goal}."), "algemeen") == []


def test_an_unknown_number_is_found_at_the_number_itself() -> None:
    table = ["", "## Acties", "", "| Doel | Actie | Wie | Wanneer |", "|---|---|---|---|"]
    text = goals("1. 24 plannen", "2. 3 scholen", *table, "| 1, 12 | Bellen | Jan | 1 mei 2026 |")
    assert words_at("DOE020", text, "algemeen") == ["12"]


def test_numbers_behind_unnumbered_goals_are_told_once_at_the_goals() -> None:
    table = ["", "## Acties", "", "| Doel | Actie | Wie | Wanneer |", "|---|---|---|---|"]
    text = goals("- 24 plannen in juni", "- 3 scholen in juni", *table, "| 4 | Bellen | Jan | 1 mei 2026 |")
    assert found("DOE020", text, "algemeen") == []
    (only,) = found("DOE019", text, "algemeen")
    assert "doel 4" in only.message


def test_an_action_for_all_goals_serves_each_of_them() -> None:
    table = ["", "## Acties", "", "| Doel | Actie | Wie | Wanneer |", "|---|---|---|---|"]
    text = goals("1. 24 plannen", "2. 3 scholen", *table, "| alle doelen | Bellen | Jan | 1 mei 2026 |")
    assert found("DOE010", text, "algemeen") == []

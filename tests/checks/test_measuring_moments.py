from __future__ import annotations

import pytest

from tests.checks.said import found

GOAL = "## Doelen\n\n1. {} zijn alle 40 medewerkers opgeleid.\n\n"
TABLE = "## Monitoring\n\n| KPI | Streefwaarde | Wie | Wanneer |\n|---|---|---|---|\n"


def plan(term: str, *moments: str) -> str:
    rows = "".join(f"| Certificaten {number} | 40 | Jan Bos | {moment} |\n" for number, moment in enumerate(moments, 1))
    return GOAL.format(term) + TABLE + rows


def test_a_term_after_the_last_measurement() -> None:
    assert len(found("MON007", plan("Op 1 oktober 2026", "1 maart 2026", "1 juni 2026"), "algemeen")) == 1


@pytest.mark.parametrize(
    "moment",
    ["elke maand", "15 oktober 2026", "doorlopend", "na afloop", "n.t.b.", "oktober 2026", "25 september 2026"],
)
def test_a_measurement_that_is_later_or_may_be(moment: str) -> None:
    assert found("MON007", plan("Op 1 oktober 2026", "1 juni 2026", moment), "algemeen") == []


def test_a_year_leaves_open_when() -> None:
    assert found("MON007", plan("In 2026", "1 november 2026"), "algemeen") == []


def test_without_any_measurement_another_rule_speaks() -> None:
    assert found("MON007", GOAL.format("Op 1 oktober 2026"), "algemeen") == []

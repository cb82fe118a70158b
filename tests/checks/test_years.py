from __future__ import annotations

import pytest

from tests.checks.said import found, words_at

LONG = "---\nstartdatum: 2026-06-01\neinddatum: 2027-12-18\n---\n"


def actions(*whens: str, heading: str = "Acties", column: str = "Wanneer") -> str:
    rows = [f"| Folder {n} drukken | Jan Bos | {when} |" for n, when in enumerate(whens, 1)]
    return "\n".join([f"## {heading}", "", f"| Actie | Wie | {column} |", "|---|---|---|", *rows, ""])


@pytest.mark.parametrize("when", ["20 augustus", "oktober", "half mei", "Q3", "20-08"])
def test_a_date_without_a_year_in_a_plan_of_two_years(when: str) -> None:
    assert words_at("PLN004", LONG + actions(when), "algemeen") == [when]


@pytest.mark.parametrize(
    "when", ["20 augustus 2026", "week 12", "elke maand", "maandag", "2 weken na livegang", "n.t.b."]
)
def test_a_date_that_needs_no_year(when: str) -> None:
    assert found("PLN004", LONG + actions(when), "algemeen") == []


def test_the_year_of_a_heading_or_column_holds_for_all_below_it() -> None:
    assert found("PLN004", LONG + actions("oktober", heading="Acties in 2026"), "algemeen") == []
    assert found("PLN004", LONG + actions("oktober", column="Wanneer (2026)"), "algemeen") == []


def test_in_a_plan_of_one_year_there_is_no_doubt() -> None:
    assert found("PLN004", LONG.replace("2027", "2026") + actions("oktober"), "algemeen") == []
    assert found("PLN004", f"# Plan voor 2026\n\n{actions('oktober')}", "algemeen") == []


def test_all_dates_without_a_year_are_one_finding() -> None:
    (only,) = found("PLN004", LONG + actions("oktober", "november", "december 2026"), "algemeen")
    assert "2 datums" in only.message

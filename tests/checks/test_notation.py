from __future__ import annotations

import pytest

from tests.checks.mended import mended
from tests.checks.said import found


def plan(*lines: str, words: str = "Tekst van het plan.") -> str:
    return "\n".join(["---", *lines, "---", "# Invoering", "", words, ""])


ENGLISH = "The plan is about the rollout of the package and the training of all the planners."


@pytest.mark.parametrize(
    ("line", "becomes"),
    [
        ("startdatum: 01-02-2026", "startdatum: 2026-02-01"),
        ("startdatum: 1/2/2026", "startdatum: 2026-02-01"),
        ("startdatum: 01.02.2026", "startdatum: 2026-02-01"),
        ("startdatum: 2026-2-1", "startdatum: 2026-02-01"),
        ("startdatum: 2026/02/01", "startdatum: 2026-02-01"),
        ('startdatum: "01-02-2026"', 'startdatum: "2026-02-01"'),
        ("begindatum :   '01-02-2026'   # onder voorbehoud", "begindatum :   '2026-02-01'   # onder voorbehoud"),
    ],
)
def test_a_date_becomes_year_month_day_and_all_else_stays(line: str, becomes: str) -> None:
    assert mended("MET009", plan("titel: X", line, "status: concept")) == plan("titel: X", becomes, "status: concept")


@pytest.mark.parametrize(
    "line",
    [
        "startdatum: 2026-02-01",
        "startdatum: 1 februari 2026",
        "startdatum: 31-02-2026",
        "startdatum: februari 2026",
        "startdatum: na 01-02-2026",
        "startdatum: 01-02-2026 (onder voorbehoud)",
        "versie: 01-02-2026",
        "startdatum:",
    ],
)
def test_what_is_no_other_way_to_write_a_day(line: str) -> None:
    assert found("MET009", plan(line)) == []


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("startdatum: 01-02-26", "Tekst van het plan."),
        ("start_date: 01/02/2026", ENGLISH),
        ("startdatum: >-\n  01-02-2026", "Tekst van het plan."),
    ],
)
def test_a_date_of_which_the_day_or_place_is_not_sure_is_told_and_left_alone(line: str, words: str) -> None:
    text = plan(line, words=words)
    assert [one.fix for one in found("MET009", text)] == [None]
    assert mended("MET009", text, unsafe=True) == text


def test_a_first_number_past_twelve_is_a_day_in_english_too() -> None:
    assert mended("MET009", plan("end_date: 18/12/2026", words=ENGLISH)) == plan("end_date: 2026-12-18", words=ENGLISH)


def test_dates_that_can_not_all_be_true_are_not_rewritten() -> None:
    text = plan("startdatum: 2026-09-01", "einddatum: 01-06-2026")
    assert mended("MET009", text) == text


@pytest.mark.parametrize(
    ("line", "becomes"),
    [
        ("Titel: X", "titel: X"),
        ("Start-Date: 2026-02-01", "start_date: 2026-02-01"),
        ("'Laatst Bijgewerkt': 2026-02-01 # net", "'laatst_bijgewerkt': 2026-02-01 # net"),
        ("Project Manager: Sanne", "project_manager: Sanne"),
    ],
)
def test_another_spelling_of_a_field_is_made_usual(line: str, becomes: str) -> None:
    assert mended("MET010", plan(line), select="MET010") == plan(becomes)


def test_another_word_for_a_field_is_changed_only_when_asked_for() -> None:
    text = plan("eind: 2026-12-04", "gemeente: Utrecht")
    assert mended("MET010", text, select="MET010") == text
    assert mended("MET010", text, select="MET010", unsafe=True) == plan("einddatum: 2026-12-04", "organisatie: Utrecht")


def test_two_fields_with_one_meaning_keep_their_names() -> None:
    text = plan("Start: 2026-02-01", "Begindatum: 2026-02-02")
    assert mended("MET010", text, select="MET010", unsafe=True) == text


def test_nobody_hears_of_names_who_did_not_ask() -> None:
    assert found("MET010", plan("Titel: X")) == []

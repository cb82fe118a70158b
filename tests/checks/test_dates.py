from __future__ import annotations

import pytest

from tests.checks.said import found, words_at

ROWS = "## Acties\n\n| Actie | Wie | Wanneer |\n|---|---|---|\n"


def action(when: str) -> str:
    return f"{ROWS}| Folder drukken | Jan Bos | {when} |\n"


def plan(start: str, end: str, *lines: str) -> str:
    return "\n".join(["---", f"startdatum: {start}", f"einddatum: {end}", "---", *lines, ""])


# ---------------------------------------------------------------- PLN008


@pytest.mark.parametrize(
    "when", ["31-02-2026", "30 februari 2026", "2026-02-30", "31/4", "15-13-2026", "31 April 2026"]
)
def test_a_day_that_does_not_exist(when: str) -> None:
    assert words_at("PLN008", action(when)) == [when]


@pytest.mark.parametrize("when", ["29-02-2028", "week 53 2026", "1-12", "Q4", "12/5", "schooljaar 2026-2027"])
def test_a_day_that_exists(when: str) -> None:
    assert found("PLN008", action(when)) == []


def test_week_53_exists_in_some_years_only() -> None:
    assert words_at("PLN008", action("week 53 2027")) == ["week 53 2027"]


@pytest.mark.parametrize(
    "words",
    [
        "Kenmerk 31-02-2026 is van de gemeente.",
        "De norm is 45-67-2020.",
        "Versie 31.02.2026 staat klaar.",
        "Schrijf nooit `31-02-2026`.",
        "~~31-02-2026~~",
        "Q5 van de vragenlijst gaat over rust.",
        "In week 54 van het traject is er een feest.",
        "Dit loopt in de schooljaren 2025-2027.",
    ],
)
def test_figures_that_are_no_date(words: str) -> None:
    assert found("PLN008", f"## Aanpak\n\n{words}\n") == []


def test_a_front_matter_date_is_another_rules_business() -> None:
    text = plan("31-02-2026", "2026-12-18", "## Planning", "", "Vanaf januari.")
    assert found("MET004", text)
    assert found("PLN008", text) == []


def test_a_label_with_an_impossible_date_gets_one_finding() -> None:
    text = "# Plan\n\nStartdatum: 31-02-2026\n"
    assert found("MET004", text)
    assert found("PLN008", text) == []


def test_an_american_date_is_told_how_to_write_it() -> None:
    (only,) = found("PLN008", action("3/15/2026"))
    assert "15-03-2026" in only.message
    english = "## Context\n\nThe report of 3/15/2026 shows that the staff of the office need this for their work.\n"
    assert found("PLN008", english) == []


def test_a_goal_with_an_impossible_term_gets_one_finding() -> None:
    text = "## Doelen\n\n1. Op 31-06-2026 registreert 90% van de medewerkers in het nieuwe systeem.\n"
    assert words_at("PLN008", text) == ["31-06-2026"]
    assert found("DOE003", text) == []


# ---------------------------------------------------------------- PLN007


@pytest.mark.parametrize(
    ("start", "end"),
    [("1-6-2026", "1-5-2026"), ("juni 2026", "mei 2026"), ("Q3 2026", "Q2 2026"), ("week 20 2026", "week 10 2026")],
)
def test_a_row_that_ends_before_it_begins(start: str, end: str) -> None:
    text = f"## Planning\n\n| Taak | Wie | Start | Eind |\n|---|---|---|---|\n| Testen | Jan | {start} | {end} |\n"
    assert words_at("PLN007", text) == [end]


@pytest.mark.parametrize(
    ("start", "end"),
    [
        ("1-6-2026", "1-6-2026"),
        ("juni 2026", "15-6-2026"),
        ("november", "februari"),
        ("1-11-2026", "februari"),
        ("1-6-2026", "n.t.b."),
        ("Q2 2026", "mei 2026"),
    ],
)
def test_a_row_that_may_run_so(start: str, end: str) -> None:
    text = f"## Planning\n\n| Taak | Wie | Start | Eind |\n|---|---|---|---|\n| Testen | Jan | {start} | {end} |\n"
    assert found("PLN007", text) == []


@pytest.mark.parametrize(
    "words",
    [
        "De training was op 3 juni 2026, de test op 1 mei 2026.",
        "Verschoven: 1 juni 2026 → 15 mei 2026.",
        "De pilot loopt van 1 november tot 15 februari 2027.",
        "Herfst 2026 en 1 mei 2026 zijn de twee momenten.",
    ],
)
def test_two_dates_that_are_no_range_backwards(words: str) -> None:
    assert found("PLN007", f"## Planning\n\n{words}\n") == []


def test_a_range_backwards_is_no_impossible_date() -> None:
    text = action("1 juni 2026 t/m 15 mei 2026")
    assert words_at("PLN007", text) == ["1 juni 2026 t/m 15 mei 2026"]
    assert found("PLN008", text) == []


# ---------------------------------------------------------------- PLN003


@pytest.mark.parametrize(
    "when", ["als het uitkomt met Jan", "als er tijd is", "in overleg met Jan", "when convenient", "tussendoor"]
)
def test_words_that_are_no_moment(when: str) -> None:
    assert words_at("PLN003", action(when), "algemeen") == [when]


@pytest.mark.parametrize(
    "when",
    [
        "start cyclus",
        "P4",
        "als de test klaar is",
        "na overleg met het MT",
        "zsm",
        "n.t.b.",
        "",
        "maandag",
        "vóór start",
    ],
)
def test_words_that_may_be_a_moment(when: str) -> None:
    assert found("PLN003", action(when), "algemeen") == []


def test_somebody_in_the_column_for_the_moment() -> None:
    text = f"{action('1 mei 2026')}| Kaart drukken | 2 mei 2026 | Jan Bos |\n"
    (only,) = found("PLN003", text, "algemeen")
    assert "verwisseld" in only.message


def test_a_label_in_a_list_is_read_as_well() -> None:
    text = "## Acties\n\n- Folder drukken (wie: Jan Bos, wanneer: als er tijd is)\n"
    assert words_at("PLN003", text, "algemeen") == ["als er tijd is"]

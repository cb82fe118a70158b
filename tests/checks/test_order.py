from __future__ import annotations

import pytest

from tests.checks.said import found, words_at


def actions(*rows: str) -> str:
    head = ["## Acties", "", "| Nr | Actie | Wie | Wanneer | Afhankelijk van |", "|---|---|---|---|---|"]
    return "\n".join([*head, *rows, ""])


FIRST = "| A1 | Systeem inrichten | Jan Bos | 1 mei 2026 | |"


# ---------------------------------------------------------------- PLN010


@pytest.mark.parametrize("on", ["A1", "a1", "A-01", "A1, A7", "actie A1"])
def test_work_before_what_it_waits_for(on: str) -> None:
    text = actions(FIRST, f"| A2 | Training geven | Jan Bos | 15 april 2026 | {on} |")
    assert words_at("PLN010", text, "software") == ["15 april 2026"]


@pytest.mark.parametrize("words", ["Training geven na A1", "Training geven (afhankelijk van actie 1)"])
def test_a_reference_in_the_words_of_the_work(words: str) -> None:
    text = actions(FIRST, f"| A2 | {words} | Jan Bos | 15 april 2026 | |")
    assert words_at("PLN010", text, "software") == ["15 april 2026"]


@pytest.mark.parametrize(
    "row",
    [
        "| A2 | Training geven | Jan Bos | 1 mei 2026 | A1 |",
        "| A2 | Training geven | Jan Bos | mei 2026 | A1 |",
        "| A2 | Training geven | Jan Bos | 15 april 2026 | A9 |",
        "| A2 | Training geven | Jan Bos | 15 april 2026 | |",
        "| A2 | Training geven na 1 mei | Jan Bos | 15 april 2026 | |",
        "| A2 | Training geven na 1 dag | Jan Bos | 15 april 2026 | |",
        "| A2 | Training geven op A1-formaat | Jan Bos | 15 april 2026 | |",
        "| A2 | ~~Training geven~~ | Jan Bos | 15 april 2026 | A1 |",
    ],
)
def test_work_that_does_not_come_too_early(row: str) -> None:
    assert found("PLN010", actions(FIRST, row), "software") == []


def test_a_month_may_be_over_in_time() -> None:
    first = "| A1 | Systeem inrichten | Jan Bos | mei 2026 | |"
    assert found("PLN010", actions(first, "| A2 | Training | Jan Bos | 15 mei 2026 | A1 |"), "software") == []
    assert found("PLN010", actions(first, "| A2 | Training | Jan Bos | 15 april 2026 | A1 |"), "software")


def test_the_start_of_a_row_counts_where_it_is_known() -> None:
    text = (
        "## Planning\n\n| Nr | Taak | Wie | Start | Eind | Voorganger |\n|---|---|---|---|---|---|\n"
        "| 1 | Inrichten | Jan | 1-4-2026 | 1-5-2026 | |\n| 2 | Testen | Jan | {start} | 1-6-2026 | 1 |\n"
    )
    assert len(found("PLN010", text.format(start="15-4-2026"), "software")) == 1
    assert found("PLN010", text.format(start="1-5-2026"), "software") == []


def test_an_id_that_two_rows_bear_points_nowhere() -> None:
    text = actions(FIRST, FIRST, "| A2 | Training geven | Jan Bos | 15 april 2026 | A1 |")
    assert found("PLN010", text, "software") == []


def test_a_bare_number_means_a_row_of_the_same_table() -> None:
    one = "## Acties\n\n| Nr | Actie | Wie | Wanneer |\n|---|---|---|---|\n| 1 | Inrichten | Jan Bos | 1 mei 2026 |\n\n"
    other = actions("| 2 | Training geven | Jan Bos | 15 april 2026 | 1 |")
    assert found("PLN010", one + other, "software") == []


def test_a_circle_is_told_once() -> None:
    text = actions(
        "| A1 | Inrichten | Jan Bos | 1 mei 2026 | A3 |",
        "| A2 | Trainen | Jan Bos | 2 mei 2026 | A1 |",
        "| A3 | Testen | Jan Bos | 3 mei 2026 | A2 |",
    )
    (only,) = found("PLN010", text, "software")
    assert "A1 → A3 → A2 → A1" in only.message


def test_work_that_waits_for_itself() -> None:
    (only,) = found("PLN010", actions("| A1 | Inrichten | Jan Bos | 1 mei 2026 | A1 |"), "software")
    assert "A1 → A1" in only.message


def test_two_ways_to_one_step_are_no_circle() -> None:
    text = actions(
        FIRST,
        "| A2 | Trainen | Jan Bos | 2 mei 2026 | A1 |",
        "| A3 | Testen | Jan Bos | 3 mei 2026 | A1, A2 |",
    )
    assert found("PLN010", text, "software") == []


# ---------------------------------------------------------------- PLN015


def steps(*rows: tuple[str, str]) -> str:
    lines = [f"| {step} | Jan Bos | {when} |" for step, when in rows]
    return "\n".join(["## Acties", "", "| Actie | Wie | Wanneer |", "|---|---|---|", *lines, ""])


LIVE = ("Livegang", "1 september 2026")


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        ("Acceptatietest uitvoeren", "Livegang"),
        ("Gebruikers trainen", "Ingebruikname"),
        ("Proefmigratie", "Datamigratie uitvoeren"),
        ("Leverancier selecteren", "Systeem inrichten"),
        ("Systeem inrichten", "Testen"),
    ],
)
def test_core_steps_the_wrong_way_round(earlier: str, later: str) -> None:
    assert words_at("PLN015", steps((later, "1 juni 2026"), (earlier, "juli 2026")), "software") == ["juli 2026"]
    assert found("PLN015", steps((earlier, "juni 2026"), (later, "1 juli 2026")), "software") == []


@pytest.mark.parametrize(
    ("step", "when"),
    [
        ("Opfristraining geven", "1 oktober 2026"),
        ("Training voor nieuwe medewerkers", "1 oktober 2026"),
        ("Gebruikers trainen", "september 2026"),
        ("Gebruikers trainen", "2 weken na livegang"),
        ("Gebruikers trainen", "n.t.b."),
        ("Training evalueren", "1 oktober 2026"),
        ("Regressietest na update", "1 oktober 2026"),
        ("Testrapport archiveren", "1 oktober 2026"),
        ("~~Gebruikers trainen~~", "1 oktober 2026"),
        ("Met de OR bespreken hoe de training van alle teams is gegaan", "1 oktober 2026"),
    ],
)
def test_what_may_come_after_go_live(step: str, when: str) -> None:
    assert found("PLN015", steps(LIVE, (step, when)), "software") == []


def test_in_phases_one_right_example_is_enough() -> None:
    more = [("Training team Oost", "1 juni 2026"), ("Training team West", "1 oktober 2026")]
    assert found("PLN015", steps(LIVE, *more), "software") == []


def test_the_go_live_of_the_front_matter_counts() -> None:
    text = f"---\nlivegang: 2026-09-01\n---\n{steps(('Gebruikers trainen', '1 oktober 2026'))}"
    assert words_at("PLN015", text, "software") == ["1 oktober 2026"]


def test_an_early_evaluation_is_another_rules_business() -> None:
    text = steps(LIVE, ("Eindevaluatie", "1 juli 2026"))
    assert found("PLN015", text, "software") == []
    assert found("EVA003", text, "software")

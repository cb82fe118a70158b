from __future__ import annotations

import pytest

from tests.checks.said import found, words_at

GOALS = (
    "## Doelen\n\n**Doel 1** Op 1 juni 2026 hebben 24 jongeren een trajectplan.\n\n"
    "**Doel 2** Op 1 juni 2026 hebben 6 medewerkers de scholing gevolgd.\n\n"
)
HEAD = "| Doel nr | Actie | Wie | Wanneer | √ |\n|---|---|---|---|---|\n"


def sustainment(*rows: str) -> str:
    return f"## Verspreiding en borging\n\n{HEAD}" + "".join(f"{row}\n" for row in rows)


def dated(*lines: str) -> str:
    return "\n".join(["---", "startdatum: 2026-01-01", "einddatum: 2026-12-31", "---", *lines, ""])


# ---------------------------------------------------------------- is anything said


@pytest.mark.parametrize(
    "sentence",
    [
        "We verankeren de werkwijze in het beleid.",
        "Het trajectplan komt in het inwerkprogramma.",
        "Dit wordt de standaard werkwijze van de poli.",
        "The way of working becomes business as usual.",
    ],
)
def test_a_sentence_about_staying_will_do_where_no_part_is_required(sentence: str) -> None:
    assert found("BOR001", f"{GOALS}## Aanpak\n\n{sentence}\n", "software") == []


@pytest.mark.parametrize("sentence", ["We waarborgen de privacy van jongeren.", "De waarborgsom is 200 euro."])
def test_guaranteeing_is_not_sustaining(sentence: str) -> None:
    assert len(found("BOR001", f"{GOALS}## Aanpak\n\n{sentence}\n", "software")) == 1


def test_who_takes_over_the_running_keeps_it_going() -> None:
    text = f"{GOALS}## Beheer\n\nFunctioneel beheer neemt het systeem over.\n"
    assert found("BOR001", text, "software") == []


def test_a_wider_heading_is_judged_by_its_words() -> None:
    heading = "## Evalueren en borgen\n\nDe eindevaluatie is op 15 november 2026, door Jan Bos.\n"
    (bare,) = found("BOR001", heading, "zes-stappen")
    assert bare.severity == "warning"  # a draft
    assert found("BOR001", f"{heading}\nHet gesprek komt in het zorgpad Hartfalen.\n", "zes-stappen") == []
    (unsure,) = found("BOR001", f"{heading}\nPetra Lammers houdt de groep bij elkaar.\n", "zes-stappen")
    assert unsure.severity == "info"


def test_a_missing_part_is_told_once() -> None:
    assert found("STR001", GOALS, "ips-onderwijs")
    assert found("BOR001", GOALS, "ips-onderwijs") == found("BOR004", GOALS, "ips-onderwijs") == []


# ---------------------------------------------------------------- goals


def test_a_goal_without_a_row() -> None:
    text = GOALS + sustainment("| 1 | Opnemen in het jaarplan | Jan Bos | 1 mei 2026 | |")
    assert words_at("BOR002", text, "ips-onderwijs") == ["Op 1 juni 2026 hebben 6 medewerkers de scholing gevolgd."]


@pytest.mark.parametrize("goals", ["1-2", "1, 2", "alle", "1 en 2"])
def test_one_row_may_serve_all_goals(goals: str) -> None:
    text = GOALS + sustainment(f"| {goals} | Opnemen in het jaarplan | Jan Bos | 1 mei 2026 | |")
    assert found("BOR002", text, "ips-onderwijs") == []


def test_rows_that_name_no_goal_may_serve_any() -> None:
    text = GOALS + sustainment("| | Opnemen in het jaarplan | Jan Bos | 1 mei 2026 | |")
    assert found("BOR002", text, "ips-onderwijs") == []


# ---------------------------------------------------------------- in what, and for whom else


def test_keeping_on_is_no_structure() -> None:
    text = sustainment("| 1 | Blijven doen wat we nu doen | Jan Bos | 1 mei 2026 | |")
    assert len(found("BOR003", text, "ips-onderwijs")) == 1
    assert found("BOR003", text, "algemeen") == []


@pytest.mark.parametrize("what", ["kwaliteitshandboek", "teamoverleg", "EPD", "contract met de verzekeraar", "zorgpad"])
def test_what_stays_by_itself(what: str) -> None:
    text = sustainment(f"| 1 | Werkwijze in het {what} zetten en bespreken | Jan Bos | 1 mei 2026 | |")
    assert found("BOR003", text, "ips-onderwijs") == []


@pytest.mark.parametrize("what", ["Presentatie geven in Venlo", "Verslag delen met collega's", "Andere teams bezoeken"])
def test_who_else_hears_of_it(what: str) -> None:
    text = sustainment(f"| 1 | {what} | Jan Bos | 1 mei 2026 | |")
    assert found("BOR004", text, "ips-onderwijs") == []


def test_a_presentation_of_something_else_spreads_nothing() -> None:
    text = "## Communicatie\n\nJan Bos geeft op 1 mei 2026 een presentatie aan het team.\n\n"
    rows = sustainment("| 1 | Opnemen in het jaarplan | Jan Bos | 1 mei 2026 | |")
    assert len(found("BOR004", text + rows, "ips-onderwijs")) == 1


def test_a_plan_for_everybody_is_spread_already() -> None:
    text = "## Doelen\n\n1. Op 1 juni 2026 werken alle locaties met het trajectplan.\n\n"
    rows = sustainment("| 1 | Opnemen in het jaarplan | Jan Bos | 1 mei 2026 | |")
    assert found("BOR004", text + rows, "ips-onderwijs") == []


# ---------------------------------------------------------------- when


def test_one_early_action_is_enough() -> None:
    late, early = (
        "| 1 | Opnemen in het jaarplan | Jan Bos | 1 december 2026 | |",
        "| 1 | Eigenaar | Jan Bos | mei 2026 | |",
    )
    assert words_at("BOR005", dated(sustainment(late)), "ips-onderwijs") == ["1 december 2026"]
    assert found("BOR005", dated(sustainment(late, early)), "ips-onderwijs") == []


@pytest.mark.parametrize("when", ["elke maand", "doorlopend", "n.t.b.", "vanaf mei 2026"])
def test_what_may_run_all_along_is_not_late(when: str) -> None:
    text = sustainment("| 1 | Jaarplan | Jan Bos | 1 december 2026 | |", f"| 1 | Overleg | Jan Bos | {when} | |")
    assert found("BOR005", dated(text), "ips-onderwijs") == []

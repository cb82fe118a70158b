from __future__ import annotations

import pytest

from tests.checks.said import found, words_at


def live(day: str, *lines: str) -> str:
    return "\n".join(["---", f"livegang: {day}", "---", *lines, ""])


def test_the_later_of_two_evaluations_is_the_final_one() -> None:
    rows = ["## Acties", "", "| Actie | Wie | Wanneer |", "|---|---|---|"]
    early, late = "| Project evalueren | Jan | 1 juni 2026 |", "| Evaluatie | Jan | 1 december 2026 |"
    assert found("EVA003", live("2026-09-01", *rows, "| Evaluatie | Jan | 1 juni 2026 |", late)) == []
    assert words_at("EVA003", live("2026-09-01", *rows, early, late)) == ["1 juni 2026"]


def test_reversed_dates_in_the_front_matter_are_another_rules_business() -> None:
    text = live("2027-09-01", "## Evaluatie", "", "De eindevaluatie is op 1 december 2026, door Jan Bos.")
    assert found("EVA003", text.replace("---\n## ", "einddatum: 2026-12-31\n---\n## ")) == []


@pytest.mark.parametrize(
    "action", ["Werkwijze borgen in het jaarplan", "Gebruik monitoren", "Nazorg aan gebruikers geven"]
)
def test_what_rounds_a_plan_off_is_no_end_of_its_execution(action: str) -> None:
    rows = ["## Acties", "", "| Actie | Wie | Wanneer |", "|---|---|---|", "| Training geven | Jan | 1 mei 2026 |"]
    text = "\n".join([*rows, f"| {action} | Jan | 1 december 2026 |", "| Eindevaluatie | Jan | 1 juli 2026 |"])
    assert found("EVA003", text) == []


def test_one_sentence_may_plan_two_evaluations() -> None:
    text = "## Evaluatie\n\nDe tussenevaluatie is op 1 juni 2026; de eindevaluatie is op 1 juli 2026 door Jan Bos.\n"
    assert found("EVA005", text, "zes-stappen") == []
    assert words_at("EVA003", live("2026-09-01", text)) == ["1 juli 2026"]


def test_nazorg_and_evaluation_under_one_heading_stay_apart() -> None:
    text = (
        "## Nazorg en evaluatie\n\nDe nazorg duurt van 1 tot en met 30 september 2026.\n\n"
        "De evaluatie is op 1 december 2026, door Jan Bos.\n"
    )
    assert found("EVA003", live("2026-11-01", text)) == []
    assert words_at("EVA004", live("2026-11-01", text), "software") == ["1 tot en met 30 september 2026"]


def test_the_whole_project_is_no_moment() -> None:
    text = "## Evaluatie\n\nJan Bos leidt de evaluatie van het hele traject.\n"
    (only,) = found("EVA007", text, "algemeen")
    assert "wanneer" in only.message


def test_an_exclusion_with_a_plan_elsewhere_is_none() -> None:
    out = "## Buiten scope\n\n- Nazorg\n"
    assert found("EVA012", out, "algemeen")
    assert found("EVA012", f"{out}\n## Nazorg\n\nTot 1 oktober 2026 houdt Jan Bos een spreekuur.\n", "algemeen") == []


def test_a_quotation_about_evaluation_plans_none() -> None:
    text = '## Context\n\n> "De evaluatie van leerresultaten volgt op 1 juni 2026."\n'
    assert found("EVA001", text, "sociaal-werk")


def test_a_rhythm_of_adjusting_counts_only_where_something_is_looked_at() -> None:
    final = "De eindevaluatie is op 1 december 2026, door Jan Bos."
    looking = f"## Evaluatie\n\n{final} Het team stelt de planning maandelijks bij op basis van de cijfers.\n"
    assert found("EVA005", looking, "zes-stappen") == []
    assert len(found("EVA005", looking.replace(" op basis van de cijfers", ""), "zes-stappen")) == 1

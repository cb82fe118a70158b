from __future__ import annotations

import pytest

from tests.checks.said import found, words_at

HEAD = "## Risico's\n\n| Risico | Kans | Impact | Maatregel |\n|---|---|---|---|\n"


@pytest.mark.parametrize("measure", ["monitoren", "Goed communiceren.", "monitoren en bijsturen", "extra aandacht"])
def test_a_measure_of_vague_words_only(measure: str) -> None:
    assert found("RIS010", f"{HEAD}| Uitval | laag | laag | {measure} |\n", "algemeen")


@pytest.mark.parametrize("measure", ["monitoren door F. Aziz", "elke week monitoren", "communicatieplan uitvoeren"])
def test_a_measure_that_says_more(measure: str) -> None:
    assert found("RIS010", f"{HEAD}| Uitval | laag | laag | {measure} |\n", "algemeen") == []


@pytest.mark.parametrize(("likelihood", "impact", "critical"), [("3", "5", 1), ("3", "4", 0), ("hoog", "hoog", 1)])
def test_fifteen_of_twenty_five_is_critical(likelihood: str, impact: str, critical: int) -> None:
    text = HEAD.replace("Kans", "Kans (1-5)") + f"| Uitval | {likelihood} | {impact} | testen |\n"
    assert len(found("RIS006", text, "algemeen")) == critical


def test_a_critical_risk_without_any_measure_is_told_once() -> None:
    text = f"{HEAD}| Uitval | hoog | hoog | |\n"
    assert found("RIS006", text, "algemeen") == []
    assert len(found("RIS003", text, "algemeen")) == 1


def test_a_heading_may_be_the_risk_and_its_list_what_is_known_of_it() -> None:
    text = "## Risico's\n\n### Leverancier te laat\n\n- Kans: hoog\n- Impact: hoog\n- Maatregel: boete\n"
    for code in ("RIS002", "RIS003"):
        assert found(code, text, "algemeen") == []
    assert words_at("RIS006", text, "algemeen") == ["Leverancier te laat"]


def test_one_column_for_all_measures_is_one_tip_for_prevention_and_repair_together() -> None:
    rows = "".join(f"| Uitval {number} | laag | laag | testen |\n" for number in range(9))
    assert words_at("RIS004", HEAD + rows, "algemeen") == ["Maatregel"]
    assert found("RIS005", HEAD + rows, "algemeen") == []


def test_below_a_heading_on_risks_an_item_may_be_a_measure() -> None:
    text = "## Risicomanagement\n\n- Fallback en rollback-scripts\n- Preventieve maatregelen en een register\n"
    assert found("RIS003", text, "algemeen") == []


@pytest.mark.parametrize(
    ("measure", "owner", "count"),
    [("reserveserver", "Mark Jansma", 0), ("reserveserver", "", 1), ("Mark Jansma zet een server klaar", "", 0)],
)
def test_a_risk_that_nobody_owns(measure: str, owner: str, count: int) -> None:
    header = "## Risico's\n\n| Risico | Kans | Impact | Maatregel | Eigenaar |\n|---|---|---|---|---|\n"
    row = f"| Uitval | laag | hoog | {measure} | {owner} |\n"
    other = "| Weerstand | laag | laag | betrekken | Noor |\n"
    assert len(found("RIS008", header + row + other, "algemeen")) == count

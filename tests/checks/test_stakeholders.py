from __future__ import annotations

import pytest

from tests.checks.said import found, words_at

TOLD = "\n## Communicatie\n\n| Doelgroep | Boodschap | Kanaal | Frequentie |\n|---|---|---|---|\n"


def known(*names: str) -> str:
    rows = "".join(f"| {name} | tijd | hoog |\n" for name in names)
    return f"## Stakeholders\n\n| Stakeholder | Belang | Invloed |\n|---|---|---|\n{rows}"


@pytest.mark.parametrize(
    ("name", "audience"),
    [
        ("Sales team", "afdeling Sales"),
        ("IT-afdeling", "IT"),
        ("MT", "managementteam"),
        ("Scholen", "ouders, scholen en gemeente"),
        ("Scholen/ouders", "scholen"),
        ("Medewerkers klantcontact", "Klantcontact"),
    ],
)
def test_another_name_for_the_same_group(name: str, audience: str) -> None:
    text = known(name, "Directie") + f"{TOLD}| {audience} | nieuws | mail | maandelijks |\n"
    assert words_at("STK004", text, "algemeen") == ["Directie"]


def test_a_group_that_only_shares_a_word_is_another_group() -> None:
    text = known("Gemeente Hogeland") + f"{TOLD}| Gemeente Laagland | nieuws | mail | maandelijks |\n"
    assert words_at("STK004", text, "algemeen") == ["Gemeente Hogeland"]


def test_one_message_for_all_is_a_tip_and_no_gap() -> None:
    text = known("Directie", "Balie") + f"{TOLD}| alle stakeholders | nieuws | mail | maandelijks |\n"
    [tip] = found("STK004", text, "algemeen")
    assert tip.severity == "info"


def test_a_missing_column_is_told_once_and_not_for_every_name() -> None:
    text = "## Stakeholders\n\n| Stakeholder | Belang |\n|---|---|\n| Balie | tijd |\n| Directie | geld |\n"
    assert found("STK003", text, "algemeen") == []
    assert len(found("STR008", text, "algemeen")) == 1


@pytest.mark.parametrize("who", ["de stuurgroep", "het MT", "de teammanagers", "the board", "de opdrachtgever"])
def test_whoever_decides_counts_as_management(who: str) -> None:
    text = f"## Communicatie\n\n- Elke maand een rapportage aan {who}\n"
    assert found("STK006", text, "algemeen") == []


def test_a_project_manager_does_not() -> None:
    text = "## Communicatie\n\n- Elke maand een rapportage van de projectmanager aan de balie\n"
    assert len(found("STK006", text, "algemeen")) == 1


def test_a_row_without_an_approach() -> None:
    rows = "| ICT | hoog | hoog | vroeg betrekken |\n| Balie | laag | hoog | ? |\n"
    header = "## Stakeholders\n\n| Stakeholder | Invloed | Betrokkenheid | Aanpak |\n|---|---|---|---|\n"
    assert words_at("STK005", header + rows, "software") == ["?"]


def test_a_plan_whose_profile_asks_for_no_approach_is_not_told_of_the_column() -> None:
    text = "## Stakeholders\n\n| Stakeholder | Belang | Invloed |\n|---|---|---|\n| ICT | rust | hoog |\n"
    assert found("STK005", text, "algemeen") == []

"""Facts about results: what counts as delivering one, and what leads to it."""

from __future__ import annotations

import pytest

from tests.checks.said import found, words_at

RESULTS = """# Invoering

## Deelresultaten

- Rolverdeling vastgesteld (wanneer: 20 maart 2026)
- Functioneel en technisch beheer ingericht (wanneer: 19 juni 2026)
- DAP ondertekend (wanneer: 26 juni 2026)
- Training medewerkers afgerond (wanneer: 2 oktober 2026)
- Nazorg afgesloten (wanneer: 27 november 2026)
- Evaluatie besproken (wanneer: 22 januari 2027)
"""


@pytest.mark.parametrize(
    "rest",
    [
        "- Draaiboek migratie vastgesteld (wanneer: 10 juli 2026)\n",
        "\n## Migratie\n\nDe gegevens gaan in één weekend over.\n",
        "\n## Scope\n\nEr is geen datamigratie, want de registratie begint leeg.\n",
        "\n## Acties\n\n- Datamigratie uitvoeren (wie: Mark Jansma, wanneer: 2 oktober 2026)\n",
    ],
)
def test_a_result_may_be_told_in_another_part(rest: str) -> None:
    assert found("RES001", RESULTS + rest, "software") == []


def test_what_is_missing_is_named() -> None:
    [one] = found("RES001", RESULTS, "software")
    assert "draaiboek migratie" in one.message


def test_without_a_list_of_results_only_that_is_told() -> None:
    text = "# Invoering\n\n## Doelen\n\n- Op 1 mei 2026 werkt 90% met het systeem\n"
    assert found("RES001", text, "software") == []


def test_a_plan_that_only_looks_like_one_for_software_is_not_asked_for_a_handover() -> None:
    """Who builds software has a list of requirements and hours, but no supplier and no roll-out."""
    text = (
        "# Bouw\n\n## Achtergronden\n\nTekst.\n\n## Projectgrenzen\n\nTekst.\n\n## (Deel) resultaten\n\n- Prototype\n"
    )
    text += "\n## Randvoorwaarden\n\n- Laptop\n\n## Projectactiviteiten\n\n- Bouwen\n\n## Projectorganisatie\n\n- Sem\n"
    assert not found("RES001", text)
    assert not found("LEV004", text)


ROWS = "## Mijlpalen\n\n| Mijlpaal | Wanneer |\n|---|---|\n"


@pytest.mark.parametrize(
    ("milestone", "action"),
    [
        ("Opleiding afgerond", "Trainingen geven"),
        ("Start van het project", "Draaiboek schrijven"),
        ("Livegang", "Draaiboek schrijven"),
        ("Oplevering fase 1", "Draaiboek schrijven"),
        ("Draaiboek", "Draaiboek schrijven"),
    ],
)
def test_moments_and_other_words_for_the_same_need_no_action(milestone: str, action: str) -> None:
    text = f"{ROWS}| {milestone} | 1 mei 2026 |\n\n## Acties\n\n- {action} (wie: Sanne Mol, wanneer: 1 april 2026)\n"
    assert found("RES002", text, "software") == []


def test_a_milestone_with_an_owner_of_its_own_is_at_most_a_tip() -> None:
    milestones = "## Mijlpalen\n\n| ID | Mijlpaal | Wanneer | Wie |\n|---|---|---|---|\n"
    milestones += "| M1 | Draaiboek | 1 mei 2026 | Sanne Mol |\n| M2 | Instructies | 8 mei 2026 | Sanne Mol |\n"
    milestones += "| M3 | Koppeling | 9 mei 2026 | Sanne Mol |\n\n"
    actions = "## Acties\n\n| ID | Mijlpaal | Actie | Wie | Wanneer |\n|---|---|---|---|---|\n"
    actions += "| A1 | M1 | Schrijven | Sanne Mol | 1 april 2026 |\n| A2 | M2 | Maken | Sanne Mol | 2 april 2026 |\n"
    assert words_at("RES002", milestones + actions, "software") == ["Koppeling"]
    assert [one.severity for one in found("RES002", milestones + actions, "software")] == ["info"]


def test_a_month_in_a_planning_is_no_result() -> None:
    planning = "## Planning\n\n1. April 2026: inrichten\n2. Mei 2026: koffie en taart\n3. Juni 2026: testen\n\n"
    actions = "| ID | Mijlpaal | Actie | Wie | Wanneer |\n|---|---|---|---|---|\n"
    actions += "| A1 | M1 | Inrichten | Sanne Mol | 1 mei 2026 |\n| A2 | M3 | Testen | Sanne Mol | 1 juni 2026 |\n"
    assert found("RES002", f"{planning}## Acties\n\n{actions}", "software") == []

"""What must be arranged, read from tables, lists and sentences."""

from __future__ import annotations

from tests.plan.reading import read


def test_rows_with_who_and_when() -> None:
    rows = (
        "| Nr | Randvoorwaarde | Wie | Wanneer |\n|---|---|---|---|\n"
        "| V1 | Testomgeving staat klaar | ICT | 1 april |\n"
    )
    [one] = read(f"# CRM\n\n## Randvoorwaarden\n\n{rows}| V2 | | | |\n").preconditions
    assert (one.text, one.owner and one.owner.text, one.when and one.when.text) == (
        "Testomgeving staat klaar",
        "ICT",
        "1 april",
    )


def test_items_and_sentences_but_not_what_leads_up_to_them() -> None:
    text = "Hiervoor geldt het volgende:\n\n- Uren zijn vrijgeroosterd\n- Welke licenties zijn er nodig?\n"
    plan = read(f"# CRM\n\n## Randvoorwaarden\n\n{text}\n## Doelen\n\n- Doel 1: iets\n")
    assert [one.text for one in plan.preconditions] == ["Uren zijn vrijgeroosterd"]


def test_a_part_that_does_not_apply_holds_none() -> None:
    text = "Niet van toepassing, omdat alles al geregeld is bij de vorige fase."
    assert read(f"# CRM\n\n## Randvoorwaarden\n\n{text}\n").preconditions == ()

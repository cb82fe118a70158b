from __future__ import annotations

from tests.checks.mended import mended
from tests.checks.said import found

PLAN = """\
# Invoering

## Doelen

1. Op 1 juni 2026 ligt de tevredenheid op een 8,0.
2. Op 1 mei 2026 zijn 12 planners opgeleid.

## Scope

Wel het rooster, buiten scope valt de salarisverwerking.

## Acties

| Actie | Wie | Wanneer |
|-------|-----|---------|
| Opleiden | Sanne de Wit | 1 mei 2026 |
"""


def headings(text: str) -> list[str]:
    return [line for line in text.splitlines() if line.startswith("#")]


def test_missing_parts_come_in_the_order_of_the_profile() -> None:
    text = mended("STR001", PLAN, "algemeen", unsafe=True)
    assert headings(text) == [
        "# Invoering", "## Doelen", "## Scope", "## Stakeholders", "## Acties", "## Planning", "## Middelen",
        "## Budget", "## Communicatie", "## Risico's", "## Monitoring", "## Evaluatie",
    ]  # fmt: skip
    assert found("STR001", text, "algemeen") == []


def test_somebody_has_to_ask_for_it() -> None:
    assert mended("STR001", PLAN, "algemeen") == PLAN


def test_a_part_says_what_belongs_in_it_and_has_the_head_of_its_table() -> None:
    text = mended("STR001", PLAN, "algemeen", unsafe=True)
    assert (
        "\n\n## Stakeholders\n\n"
        "<!-- noem wie met het project te maken hebben, met hun belang en invloed -->\n\n"
        "| Stakeholder | Belang | Invloed |\n| ----------- | ------ | ------- |\n\n## Acties\n"
    ) in text


def test_what_was_there_is_still_there_in_its_order() -> None:
    text = mended("STR001", PLAN, "algemeen", unsafe=True)
    left = iter(text.splitlines())
    assert all(line in left for line in PLAN.splitlines())


def test_an_added_part_is_empty_and_that_is_told() -> None:
    text = mended("STR001", PLAN, "algemeen", unsafe=True)
    assert "Middelen" in [text[one.span.start : one.span.end].strip("# ") for one in found("STR002", text, "algemeen")]


def test_the_last_line_of_a_file_is_ended_first() -> None:
    text = mended("STR001", PLAN.rstrip("\n"), "algemeen", unsafe=True)
    assert "| 1 mei 2026 |\n\n## Planning\n" in text


def test_headings_get_the_level_of_the_others() -> None:
    text = mended("STR001", PLAN.replace("## ", "### "), "algemeen", unsafe=True)
    assert "### Stakeholders" in headings(text) and "### Evaluatie" in headings(text)


def test_a_misspelt_heading_is_left_to_its_author() -> None:
    text = mended("STR001", PLAN + "\n## Evalutie\n\nWe kijken terug.\n", "algemeen", unsafe=True)
    assert "## Evalutie" in headings(text) and "## Evaluatie" not in headings(text)

"""Facts about preconditions, wherever a plan states them."""

from __future__ import annotations

import pytest

from tests.checks.said import found

NEEDED = "# Invoering\n\n## Randvoorwaarden\n\n- Op elke afdeling liggen mondzorgsets\n\n"


@pytest.mark.parametrize(
    "rest",
    [
        "- De coaches zijn vier uur per week vrijgeroosterd\n",
        "## Middelen\n\nDe teamleiders krijgen hier tijd voor.\n",
        "## Projectteam\n\n| Rol | Naam | Uren |\n|---|---|---|\n| Projectleider | Yvonne Terlouw | 8 |\n",
        "## Begroting\n\nDe 1.300 interne uren zijn gedekt.\n",
    ],
)
def test_the_time_that_people_get_may_be_told_anywhere(rest: str) -> None:
    assert found("RVW002", NEEDED + rest, "software") == []


def test_things_that_must_be_there_are_no_time() -> None:
    assert len(found("RVW002", NEEDED, "software")) == 1


def test_nobody_asks_for_time_in_a_plan_without_preconditions() -> None:
    text = "# Invoering\n\n## Doelen\n\n- Op 1 mei 2026 heeft 95% een plan\n"
    assert found("RVW002", text, "software") == []


def test_a_sentence_that_leads_up_to_nothing_is_no_precondition() -> None:
    text = "# Invoering\n\n## Randvoorwaarden\n\nHet volgende is nodig:\n"
    assert len(found("RVW001", text, "software")) == 1


def test_a_part_that_does_not_apply_asks_for_nothing() -> None:
    text = "# Invoering\n\n## Randvoorwaarden\n\nNiet van toepassing, omdat alles in de eerste fase al geregeld is.\n"
    assert not any(found(code, text, "software") for code in ("RVW001", "RVW002", "RVW003"))

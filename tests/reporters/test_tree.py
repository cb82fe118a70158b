"""`show` prints what helps and hinders, and the strategies that answer it."""

from __future__ import annotations

import pytest

from implan_lint.reporters.terminal import View
from implan_lint.reporters.tree import render_tree
from tests.plan.reading import read

PLAN = """
    # Leesclub

    ## Bevorderend

    - Steun van de bibliotheek

    ## Belemmerend

    - Knelpunt: geen tijd. Strategie: roostervrij maken
"""


@pytest.mark.parametrize(
    ("language", "wanted"),
    [
        (
            "nl",
            ["Bevorderende en belemmerende factoren (2)", "werking: bevorderend · strategie: -",
             "werking: belemmerend · strategie: roostervrij maken", "Strategieën (1)"],
        ),
        (
            "en",
            ["Barriers and facilitators (2)", "effect: helps · strategy: -",
             "effect: hinders · strategy: roostervrij maken", "Strategies (1)"],
        ),
    ],
)  # fmt: skip
def test_factors_and_strategies(language: str, wanted: list[str]) -> None:
    lines = [line.strip() for line in render_tree(read(PLAN), View(language, color=False, width=100)).splitlines()]
    assert [line for line in lines if line in wanted] == wanted

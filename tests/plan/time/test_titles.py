"""Titles that are nothing but a time."""

from __future__ import annotations

from datetime import date

import pytest

from implan_lint.plan.time.reader import TimeContext
from implan_lint.plan.time.titles import read_title

IN_2026 = TimeContext(date(2026, 1, 1), date(2026, 12, 31), {}, date(2026, 1, 1))


@pytest.mark.parametrize(
    ("title", "first", "last"),
    [
        ("Maart", (3, 1), (3, 31)),
        ("May", (5, 1), (5, 31)),
        ("April en mei:", (4, 1), (5, 31)),
        ("Juli, augustus en september", (7, 1), (9, 30)),
        ("June & July 2026", (6, 1), (7, 31)),
        ("Q1 en Q2", (1, 1), (6, 30)),
    ],
)
def test_a_title_spans_the_moments_that_it_names(title: str, first: tuple[int, int], last: tuple[int, int]) -> None:
    found = read_title(title, IN_2026)
    assert found is not None
    assert (found.earliest, found.latest) == (date(2026, *first), date(2026, *last))
    assert found.text == title.rstrip(":")


@pytest.mark.parametrize("title", ["", "Planning", "Maart en verder", "Training in maart", "Mei de Vries", "zsm"])
def test_a_title_that_says_more_or_less_is_none(title: str) -> None:
    assert read_title(title, IN_2026) is None

"""Fields that hold one day, and days anywhere in a text."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from implan_lint.plan.time.period import TimeKind
from implan_lint.plan.time.reader import find_periods, parse_day, read_day, read_period

_DUTCH = (
    *("januari", "februari", "maart", "april", "mei", "juni"),
    *("juli", "augustus", "september", "oktober", "november", "december"),
)
_SHORT = ("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sept", "okt", "nov", "dec")
_ENGLISH = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_STYLES: dict[str, Callable[[date], str]] = {
    "iso": lambda d: d.isoformat(),
    "dashes": lambda d: f"{d.day:02}-{d.month:02}-{d.year}",
    "slashes": lambda d: f"{d.day}/{d.month}/{d.year}",
    "dots": lambda d: f"{d.day:02}.{d.month:02}.{d.year % 100:02}",
    "en dashes": lambda d: f"{d.day}–{d.month}–{d.year}",
    "dutch": lambda d: f"{d.day} {_DUTCH[d.month - 1]} {d.year}",
    "hard spaces": lambda d: f"{d.day}\u00a0{_DUTCH[d.month - 1]}\u00a0{d.year}",
    "capitals": lambda d: f"{d.day} {_DUTCH[d.month - 1].upper()} {d.year}",
    "apostrophe": lambda d: f"{d.day} {_SHORT[d.month - 1]}. ’{d.year % 100:02}",
    "two digits": lambda d: f"{d.day} {_SHORT[d.month - 1]} {d.year % 100:02}",
    "ordinal": lambda d: f"{d.day}e {_DUTCH[d.month - 1]} {d.year}",
    "british": lambda d: f"{d.day} {_ENGLISH[d.month - 1]} {d.year}",
    "american words": lambda d: f"{_ENGLISH[d.month - 1]} {d.day}, {d.year}",
    "dashed words": lambda d: f"{d.day}-{_SHORT[d.month - 1]}-{d.year}",
}


@given(st.dates(date(2010, 1, 1), date(2089, 12, 31)), st.sampled_from(sorted(_STYLES)))
def test_every_day_reads_back_in_every_style(day, style):
    assert parse_day(_STYLES[style](day)) == day


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("31-02-2026", "impossible"),
        ("2026-02-30", "impossible"),
        ("2026-13-01", "impossible"),
        ("03/15/2026", "impossible"),
        ("31 februari 2026", "impossible"),
        ("29 februari 2026", "impossible"),
        ("maart 2026", "no day"),
        ("Q2 2026", "no day"),
        ("1 mei", "no day"),
        ("uiterlijk 1 mei 2026", "no day"),
        ("1 mei 2026 en 3 mei 2026", "no day"),
        ("binnenkort", "unreadable"),
        ("n.t.b.", "unreadable"),
        ("Jan", "no day"),
        ("Jansen", "unreadable"),
        ("", "unreadable"),
    ],
)
def test_a_field_that_names_no_day_says_why(text, problem):
    reading = read_day(text)
    assert reading.day is None
    assert reading.problem == problem


def test_29_february_exists_in_a_leap_year():
    assert parse_day(" 29-02-2028 ") == date(2028, 2, 29)


@pytest.mark.parametrize(
    "text",
    [
        "versie 3.5.13 en artikel 3.1.12",
        "versie 12.10.26",
        "10.10.10.26",
        "24 uur per dag",
        "bel 06-12345678 of 020-1234567",
        "1.250 euro, 10-12, 1:4",
        "Jan Mei in August Company",
        "you may be late, and the 5 may be too",
        "in mei 12 deelnemers",
        "binnen 30 seconden",
        "2-3 weken, 3 maanden",
        "24/7",
        "in 2000 gevallen",
        "75/85/95",
    ],
)
def test_numbers_that_are_no_dates(text):
    assert find_periods(text) == ()


@pytest.mark.parametrize("text", ["31-02-2026", "Vóór 31 april", "uiterlijk 03/15/2026", "week 54"])
def test_an_impossible_date_in_a_cell(text):
    period = read_period(text)
    assert period is not None
    assert period.kind is TimeKind.IMPOSSIBLE


def test_week_54_in_prose_is_left_alone():
    assert find_periods("zie week 54") == ()

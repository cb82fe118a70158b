"""`show` says who is involved, under which spellings, and whether the organisation names them."""

from __future__ import annotations

from implan_lint.reporters.parties import parties_data, party_lines
from implan_lint.reporters.terminal import View
from tests.plan.reading import read

PLAN = """
# Plan

## Projectorganisatie

| Rol | Naam |
|-----|------|
| Projectleider | Sanne de Wit |

## Acties

| Actie | Wie | Wanneer |
|-------|-----|---------|
| Bellen | S. de Wit | 1 mei 2026 |
| Mailen | Kees Boer | 1 mei 2026 |
"""


def test_as_data() -> None:
    assert parties_data(read(PLAN)) == [
        {
            "name": "Sanne de Wit",
            "kind": "person",
            "roles": ["Projectleider"],
            "spellings": ["Sanne de Wit", "S. de Wit"],
            "lines": [7, 13],
            "in_register": True,
        },
        {
            "name": "Kees Boer",
            "kind": "person",
            "roles": [],
            "spellings": ["Kees Boer"],
            "lines": [14],
            "in_register": False,
        },
    ]


def test_in_the_tree() -> None:
    assert list(party_lines(read(PLAN), View("nl", False, 80))) == [
        "Betrokken personen en partijen (2)",
        "      7   Sanne de Wit",
        "          Projectleider · in de organisatie genoemd · ook als: S. de Wit",
        "     14   Kees Boer",
        "          persoon · niet in de organisatie genoemd",
    ]


def test_nobody() -> None:
    assert list(party_lines(read("# Plan\n"), View("en", False, 80))) == [
        "People and parties involved (0)",
        "  nothing found",
    ]


def test_a_name_that_fits_two_people() -> None:
    plan = PLAN.replace("Kees Boer", "De Wit").replace("Sanne de Wit |", "Sanne de Wit, Bas de Wit |", 1)
    assert list(party_lines(read(plan), View("nl", False, 80)))[-1] == "          kan zijn: Sanne de Wit of Bas de Wit"

from __future__ import annotations

import pytest

from tests.checks.said import found, words_at


@pytest.mark.parametrize(
    "line",
    [
        "**Niet:** de website.",
        "De website valt niet onder dit project.",
        "Buiten scope: de website",
        "Out of scope: the website",
        "Later: de website.",
    ],
)
def test_an_exclusion_may_be_written_in_many_ways(line: str) -> None:
    assert found("SCO002", f"## Scope\n\n- Het systeem voor alle balies\n\n{line}\n", "algemeen") == []


@pytest.mark.parametrize("line", ["Buiten kantooruren is er een piketdienst.", "Buiten scope: geen."])
def test_outside_is_not_always_an_exclusion(line: str) -> None:
    assert found("SCO002", f"## Scope\n\n- Het systeem voor alle balies\n\n{line}\n", "algemeen")


def test_a_narrow_scope_in_passing_draws_no_line() -> None:
    assert found("SCO001", "## Aanpak\n\nElke taak heeft een kleine scope. De scope is snel te groot.\n", "zes-stappen")


def test_an_open_end_is_found_at_its_word_in_a_cell() -> None:
    text = "## Scope\n\n| Binnen scope | Buiten scope |\n|---|---|\n| AFAS **e.d.** | de website |\n"
    assert words_at("SCO006", text, "algemeen") == ["e.d."]


def test_the_address_of_a_link_is_no_open_end() -> None:
    text = "## Binnen scope\n\n- [Het systeem](https://example.org/enz) voor alle balies\n"
    assert found("SCO006", text, "algemeen") == []


def _both(inside: str, outside: str) -> str:
    return f"## Scope\n\n### Binnen scope\n\n- {inside}\n\n### Buiten scope\n\n- {outside}\n"


@pytest.mark.parametrize(
    ("inside", "outside", "count"),
    [
        ("Datamigratie", "De datamigratie", 1),
        ("Training sales", "Training externe dealers", 0),
        ("Training", "Training van de directie", 0),
        ("Migratie fase 1", "Migratie fase 2", 0),
        ("Migratie (nieuwe klanten)", "Migratie (oude klanten)", 0),
        ("Locatie 12", "Locatie 13", 0),
    ],
)
def test_inside_and_outside_at_once(inside: str, outside: str, count: int) -> None:
    assert len(found("SCO004", _both(inside, outside), "algemeen")) == count


@pytest.mark.parametrize(
    ("outside", "count"),
    [("overige zaken", 1), ("geen", 1), ("overige zaken van de directie", 0), ("geen nieuwe hardware", 0)],
)
def test_an_exclusion_that_says_nothing(outside: str, count: int) -> None:
    text = _both("Datamigratie", f"Rapportages voor accountants\n- {outside}")
    assert len(found("SCO003", text, "algemeen")) == count
    assert found("SCO002", text, "algemeen") == []

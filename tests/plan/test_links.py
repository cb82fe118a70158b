"""Which names and texts a reader would take for the same."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from implan_lint.plan.links import ENOUGH, goal_numbers_in, same_party, shared_words, stem


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("sales team", "afdeling Sales"),
        ("Salesteam", "Sales-medewerkers"),
        ("de medewerkers van het KCC", "KCC"),
        ("Cliënten", "cliënt"),
        ("Huisartsen", "de huisarts"),
        ("S. de Wit", "Sanne de Wit"),
        ("Sanne", "Sanne de Wit"),
        ("mevr. De Wit", "Sanne de Wit"),
        ("Sanne de Wit (projectleider)", "Projectleider"),
        ("MT", "Managementteam"),
        ("Raad van Bestuur", "RvB"),
        ("key-users", "Key users"),
        ("Sales Team", "sales department"),
    ],
)
def test_two_names_for_one_party(one: str, other: str) -> None:
    assert same_party(one, other)
    assert same_party(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Cliënten", "Cliëntenraad"),
        ("S. de Wit", "Peter de Wit"),
        ("Sanne de Wit", "Sanne Bakker"),
        ("projectteam", "projectleider"),
        ("team Noord", "team Zuid"),
        ("teamleider Noord", "team Noord"),
        ("Sales", "Sales Manager"),
        ("het team", "de afdeling"),
        ("", ""),
    ],
)
def test_names_that_only_look_alike(one: str, other: str) -> None:
    assert not same_party(one, other)
    assert not same_party(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("De klanttevredenheid stijgt van 7,1 naar 8,0 op 31 december 2026.", "Klanttevredenheidsscore"),
        ("De sales-conversie stijgt met 10%", "Sales conversie ratio"),
        ("Alle consulenten zijn geschoold in de nieuwe werkwijze", "Scholing consulenten"),
        ("De wachttijd aan de balie is ten hoogste 10 minuten", "Wachttijden meten"),
    ],
)
def test_texts_about_the_same(one: str, other: str) -> None:
    assert shared_words(one, other) >= ENOUGH


def test_small_words_numbers_and_months_are_nothing_in_common() -> None:
    assert shared_words("De wachttijd daalt met 10% in maart 2026", "Het archief is in maart 2026 10% kleiner") == 0


@pytest.mark.parametrize(
    ("many", "one"),
    [
        ("stappen", "stap"),
        ("teams", "team"),
        ("gemeenteraden", "gemeenteraad"),
        ("prijzen", "prijs"),
        ("processen", "proces"),
        ("brieven", "brief"),
        ("foto's", "foto"),
        ("clubje", "club"),
    ],
)
def test_one_and_many_have_one_stem(many: str, one: str) -> None:
    assert stem(many) == stem(one)


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Scholing geven, doel 2", (2,)),
        ("Eindevaluatie: toetsen of doel 1, 2 en 3 zijn behaald", (1, 2, 3)),
        ("of doel 1 tot en met 4 zijn gehaald", (1, 2, 3, 4)),
        ("Carry out the final evaluation of goals 1, 2 and 3", (1, 2, 3)),
        ("Training geven, doel 1, 20 maart 2026", (1,)),
        ("Training geven, doel 1, 20-03-2026", (1,)),
        ("het doel is 3 scholen", ()),
    ],
)
def test_the_goal_numbers_in_words(text: str, numbers: tuple[int, ...]) -> None:
    assert goal_numbers_in(text) == numbers


@given(st.text(max_size=40), st.text(max_size=40))
def test_the_order_does_not_matter(one: str, other: str) -> None:
    assert shared_words(one, other) == shared_words(other, one)
    assert same_party(one, other) == same_party(other, one)


@given(st.text(max_size=40))
def test_a_share_is_a_share(text: str) -> None:
    assert shared_words(text, text) in (0.0, 1.0)

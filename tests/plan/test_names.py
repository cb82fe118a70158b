"""Names: their parts, and whether two of them can be one person."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from implan_lint.plan.names import PersonName, likeness, names_in, person_name


def parsed(words: str) -> PersonName:
    name = person_name(words)
    assert name is not None, words
    return name


@pytest.mark.parametrize(
    ("words", "given_name", "letters", "prefix", "surname"),
    [
        ("Piet Jansen", "piet", "p", "", ("jansen",)),
        ("P. Jansen", "", "p", "", ("jansen",)),
        ("P Jansen", "", "p", "", ("jansen",)),
        ("J.W. 't Hooft", "", "jw", "'t", ("hooft",)),
        ("J.W. ’t Hooft", "", "jw", "'t", ("hooft",)),
        ("dhr. Jansen", "", "", "", ("jansen",)),
        ("de heer P. Jansen", "", "p", "", ("jansen",)),
        ("prof. dr. ir. R. van den Berg MSc", "", "r", "van den", ("berg",)),
        ("Van der Meer", "", "", "van der", ("meer",)),
        ("Fatima El Amrani", "fatima", "f", "el", ("amrani",)),
        ("Anne-Marie Özdemir", "anne marie", "am", "", ("ozdemir",)),
        ("Jan Willem Bakker", "jan willem", "jw", "", ("bakker",)),
        ("Truus Smit-de Wit", "truus", "t", "", ("smit", "wit")),
        ("Truus de Wit-Smit", "truus", "t", "de", ("wit", "smit")),
        ("Ben Bos", "ben", "b", "", ("bos",)),
        ("**Piet Jansen** (projectleider)", "piet", "p", "", ("jansen",)),
    ],
)
def test_the_parts_of_a_name(words: str, given_name: str, letters: str, prefix: str, surname: tuple[str, ...]) -> None:
    assert parsed(words) == PersonName(given_name, letters, prefix, surname)


def test_one_word_may_be_either_name() -> None:
    assert parsed("Jansen") == PersonName("", "", "", (), alone="jansen")
    assert parsed("PJ") == PersonName("", "", "", (), monogram="pj")


@pytest.mark.parametrize("words", ["", "iedereen", "het team", "Sanne belt", "sanne de wit", "3 mei", "A - B", "(Jan)"])
def test_no_name(words: str) -> None:
    assert person_name(words) is None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Piet Jansen", "P. Jansen"),
        ("Piet Jansen", "Jansen"),
        ("Piet Jansen", "Piet"),
        ("Piet Jansen", "PJ"),
        ("Sanne de Wit", "SdW"),
        ("Sanne de Wit", "SW"),
        ("Sanne de Wit", "mevr. De Wit"),
        ("Sanne de Wit", "Sanne Wit"),
        ("Sanne Smit-de Wit", "Sanne de Wit"),
        ("Sanne Smit-de Wit", "S. Smit"),
        ("P. Jansen", "P.J. Jansen"),
        ("María García López", "Maria Garcia"),
        ("Jan-Willem Bakker", "Jan Willem Bakker"),
        ("Jan Willem Bakker", "J. Bakker"),
        ("Jan Willem Bakker", "Jan"),
        ("Zoë Ünal", "Zoe Unal"),
    ],
)
def test_one_person(one: str, other: str) -> None:
    assert likeness(parsed(one), parsed(other)) > 0
    assert likeness(parsed(other), parsed(one)) > 0


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Piet Jansen", "Anja Jansen"),
        ("Piet Jansen", "A. Jansen"),
        ("Piet Jansen", "Paul Jansen"),
        ("Piet Jansen", "Piet Bakker"),
        ("Piet Jansen", "Jan"),
        ("Piet Jansen", "JP"),
        ("R. van den Berg", "R. van der Berg"),
        ("Jan Bakker", "Jan Willem Bakker"),
        ("J.W. Bakker", "J.P. Bakker"),
        ("PJ", "PB"),
    ],
)
def test_two_people(one: str, other: str) -> None:
    assert likeness(parsed(one), parsed(other)) == 0
    assert likeness(parsed(other), parsed(one)) == 0


def test_names_in_running_text() -> None:
    text = "Nel Groen leidt, met **Joost van 't Hof** (jurist), R. van den Berg, Zoë Ünal en een externe adviseur."
    assert [match.group() for match in names_in(text)] == [
        "Nel Groen",
        "Joost van 't Hof",
        "R. van den Berg",
        "Zoë Ünal",
    ]


@given(st.text(max_size=40), st.text(max_size=40))
def test_any_words_can_be_compared(one: str, other: str) -> None:
    first, second = person_name(one), person_name(other)
    if first is not None and second is not None:
        assert likeness(first, second) == likeness(second, first)
        if first.surname or first.alone or first.monogram:
            assert likeness(first, first) == 3


@given(st.lists(st.sampled_from("A. Ab' van \n"), max_size=60).map("".join))
def test_names_never_overlap(text: str) -> None:
    ends = [0]
    for match in names_in(text):
        assert match.start() >= ends[-1]
        ends.append(match.end())

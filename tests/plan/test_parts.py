"""The parts of an item or a sentence."""

from __future__ import annotations

import pytest

from implan_lint.plan.parts import before_brackets, enumeration, labelled_values, sentences
from tests.plan.reading import lexicon, plain


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Folder maken (wie: Jan, wanneer: 1 mei)", {"wie": "Jan", "wanneer": "1 mei"}),
        ("Folder maken - Wie: Jan; Wanneer: n.t.b.; Kosten: 3", {"wie": "Jan", "wanneer": "n.t.b."}),
        ("Folder maken. Eigenaar: Jan (Zuid). Deadline: 1 mei.", {"wie": "Jan (Zuid)", "wanneer": "1 mei"}),
        ("Wie: Jan", {"wie": "Jan"}),
        ("Wie: Jan, wie: Piet", {"wie": "Jan"}),
        ("Overleg om 10:30 met Jan", {}),
        ("Let op: wie dit leest", {}),
        ("Wie:", {}),
    ],
)
def test_labelled_values(text: str, values: dict[str, str]) -> None:
    found = labelled_values(plain(text), lexicon(), ("wie", "wanneer"))
    assert {column: labelled.value.plain for column, labelled in found.items()} == values
    assert all(text[slice(*labelled.value.span)] == labelled.value.plain for labelled in found.values())


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Een zin. Nog een zin! En? Ja", ["Een zin.", "Nog een zin!", "En?", "Ja"]),
        ("Zie bijv. Zuid en dhr. De Wit. Klaar.", ["Zie bijv. Zuid en dhr. De Wit.", "Klaar."]),
        ("Dat duurt ca. 3 weken, o.a. Noord.", ["Dat duurt ca. 3 weken, o.a. Noord."]),
        ("Groei van 1.5 naar 2.5 in 2026.", ["Groei van 1.5 naar 2.5 in 2026."]),
        ("Eerst dit. en dan dat.", ["Eerst dit. en dan dat."]),
        ("", []),
    ],
)
def test_sentences(text: str, parts: list[str]) -> None:
    found = list(sentences(plain(text)))
    assert [part.plain for part in found] == parts
    assert [text[slice(*part.span)] for part in found] == parts


@pytest.mark.parametrize(
    ("sentence", "things"),
    [
        ("Taken omvatten a, b en c.", ["a", "b", "c"]),
        ("Taken zijn bellen, mailen en het maken van lijsten.", ["bellen", "mailen", "het maken van lijsten"]),
        ("Taken zijn: bellen; mailen; en schrijven.", ["bellen", "mailen", "schrijven"]),
        ("Tasks include calling, mailing, and research and writing.", ["calling", "mailing", "research and writing"]),
        ("Taken omvatten het inrichten en testen en het trainen.", ["het inrichten en testen", "het trainen"]),
        (
            "Taken omvatten het kiezen van A, het inrichten en testen van B.",
            ["het kiezen van A", "het inrichten en testen van B"],
        ),
        ("Taken zijn bellen (met Jan, Piet en Klaas), mailen.", ["bellen (met Jan, Piet en Klaas)", "mailen"]),
        ("Taken zijn belangrijk.", []),
        ("Bellen, mailen en schrijven.", []),
    ],
)
def test_what_a_sentence_lists(sentence: str, things: list[str]) -> None:
    found = enumeration(plain(sentence))
    assert [part.plain for part in found] == things
    assert [sentence[slice(*part.span)] for part in found] == things


@pytest.mark.parametrize(
    ("text", "name", "brackets"),
    [
        ("het sales team (elke dag)", "het sales team", "elke dag"),
        ("het sales team", "het sales team", None),
        ("(elke dag)", "(elke dag)", None),
        ("team ()", "team", ""),
    ],
)
def test_words_in_brackets(text: str, name: str, brackets: str | None) -> None:
    before, inside = before_brackets(plain(text))
    assert (before.plain, inside.plain if inside is not None else None) == (name, brackets)

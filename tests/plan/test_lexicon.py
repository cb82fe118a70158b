"""What headers, labels and words mean to the shipped vocabulary."""

from __future__ import annotations

import pytest

from tests.plan.reading import lexicon, plain


@pytest.mark.parametrize(
    ("header", "parts"),
    [
        ("Trekker", ["wie"]),
        ("klaar op", ["wanneer"]),
        ("**Actiehouder**", ["wie"]),
        ("Wie/wanneer", ["wie", "wanneer"]),
        ("Wie en wanneer", ["wie", "wanneer"]),
        ("Kans x impact", ["kans_impact"]),
        ("Kans (1-5)", ["kans"]),
        ("Wie (naam)", ["wie"]),
        ("Verantwoordelijke persoon of partij", ["wie"]),
        ("Een heel lange kop die ook nog het woord eigenaar noemt", []),
        ("Kleur", []),
        ("", []),
    ],
)
def test_what_a_header_can_mean(header: str, parts: list[str]) -> None:
    found = lexicon().columns_of(header)
    assert len(found) == len(parts)
    assert all(column in options for column, options in zip(parts, found, strict=True))


@pytest.mark.parametrize(
    ("key", "field"),
    [
        ("laatst_bijgewerkt", "laatst_bijgewerkt"),
        ("Laatst bijgewerkt op:", "laatst_bijgewerkt"),
        ("laatst-bijgewerkt", "laatst_bijgewerkt"),
        ("Projectleider", "projectleider"),
        ("start date", "startdatum"),
        ("kleur", None),
    ],
)
def test_what_a_key_means(key: str, field: str | None) -> None:
    assert lexicon().field_of(key) == field


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("n.t.b.", True),
        ("N.T.B.", True),
        ("*Nog te bepalen.*", True),
        ("(onbekend)", True),
        ("nog te bepalen door Jan", False),
    ],
)
def test_a_text_that_is_one_of_the_words(text: str, whole: bool) -> None:
    assert lexicon().is_one_of("placeholder", text) is whole


def test_words_are_found_where_they_stand() -> None:
    text = plain("We bespreken dit Regelmatig, en waar nodig vaker.")
    found = list(lexicon().find_all("vague.frequency", text))
    assert [found_one.text for found_one in found] == ["Regelmatig", "waar nodig"]
    assert all(text.plain[slice(*found_one.span)] == found_one.text for found_one in found)


def test_a_list_that_does_not_exist() -> None:
    with pytest.raises(KeyError, match=r"no\.such\.list"):
        lexicon().holds("no.such.list", "woord")

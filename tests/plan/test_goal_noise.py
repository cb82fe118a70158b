"""What stands under a goal heading and is no goal."""

from __future__ import annotations

import pytest

from tests.plan.reading import read


def goals(body: str) -> list[str]:
    return [goal.text for goal in read(f"# Leeszaal\n\n## Doelen\n\n{body}\n").goals]


@pytest.mark.parametrize(
    "sentence",
    [
        "Dit plan beschrijft hoe de leeszaal verhuist naar het nieuwe pand.",
        "Het verhuisplan bevat de stappen voor elke verdieping.",
        "Deze SLA definieert wat de helpdesk wanneer doet.",
        "This document outlines the way to the new building.",
    ],
)
def test_what_a_document_holds_is_no_goal(sentence: str) -> None:
    assert goals(sentence) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Het plan levert op 1 mei 2026 een leeszaal op met 40 plekken.",
        "Het aantal bezoekers is op 1 mei 2026 met 10 % gestegen.",
    ],
)
def test_what_it_reaches_is_one(sentence: str) -> None:
    assert goals(sentence) == [sentence]


def test_quoted_words_to_the_writer_are_no_goals() -> None:
    asked = "> - Formuleer eerst wat er mis is.\n> - Schrijf daarna op wat jouw opdracht is.\n"
    assert goals(asked) == []
    assert goals(f"{asked}\n- Op 1 mei 2026 leest 40 % van de leerlingen.") == [
        "Op 1 mei 2026 leest 40 % van de leerlingen."
    ]


def test_quoted_goals_and_goals_in_the_second_person_stay() -> None:
    assert goals("> - Op 1 mei 2026 leest 40 % van de leerlingen.") == ["Op 1 mei 2026 leest 40 % van de leerlingen."]
    assert goals("- Op 1 mei 2026 kun je hier elke dag lezen.") == ["Op 1 mei 2026 kun je hier elke dag lezen."]

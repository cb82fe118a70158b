"""What a goal is quoted for, letter by letter."""

from __future__ import annotations

import pytest

from implan_lint.diagnostic import Confidence
from implan_lint.plan.model import Evidence, Goal
from tests.plan.reading import law, lexicon, read, words


def goals(body: str) -> tuple[Goal, ...]:
    return read(f"# Invoering rooster\n\n## Doelen\n\n{body}\n").goals


def one(text: str) -> Goal:
    (goal,) = goals(f"- {text}")
    return goal


def quoted(evidence: Evidence) -> list[str]:
    return [quote.text for quote in evidence.quotes]


@pytest.mark.parametrize(
    ("text", "quotes", "missing", "confidence"),
    [
        ("Het verzuim in team Zuid daalt naar 6%.", ["daalt", "team Zuid"], (), Confidence.MEDIUM),
        ("Alle 42 begeleiders gebruiken Topdesk.", ["gebruiken", "42 begeleiders", "Topdesk"], (), Confidence.MEDIUM),
        ("De medewerkers registreren sneller.", ["registreren", "medewerkers"], (), Confidence.LOW),
        ("In maart 2027 loggen ouders wekelijks in.", ["loggen", "ouders"], (), Confidence.LOW),
        ("Staff use the portal.", ["use", "Staff"], (), Confidence.LOW),
        ("Betere zorg voor ouders.", ["ouders"], ("result",), Confidence.LOW),
        ("Alles stijgt.", ["stijgt"], ("who",), Confidence.LOW),
        ("Wij voldoen aan ISO 27001.", ["voldoen aan"], ("who",), Confidence.LOW),
        ("Twee keer per jaar stijgt het.", ["stijgt"], ("who",), Confidence.LOW),
        ("Kwaliteit verbeteren.", [], ("result", "who"), Confidence.LOW),
    ],
)
def test_specific_is_a_result_with_who_or_where(
    text: str, quotes: list[str], missing: tuple[str, ...], confidence: Confidence
) -> None:
    found = one(text).specific
    assert (quoted(found), found.missing, found.confidence) == (quotes, missing, confidence)
    assert found.found is (not missing)


@pytest.mark.parametrize(
    ("text", "baseline", "target"),
    [
        ("De wachttijd daalt van 12 naar 8 weken.", "12", "8 weken"),
        ("Het verzuim daalt van 8,2% naar 6% in 2027.", "8,2%", "6%"),
        ("De doorlooptijd van een aanvraag daalt naar ten hoogste 5 werkdagen.", None, "ten hoogste 5 werkdagen"),
        ("80% is tevreden in 2027 (nu 62%).", "nu 62%", "80%"),
        ("Nu 62%, in 2027 is 80% tevreden.", "Nu 62%", "80%"),
        ("8 van de 10 teams doen mee.", None, "8 van de 10 teams"),
        ("Elke locatie heeft minimaal twee opgeleide coaches.", None, "minimaal twee opgeleide coaches"),
        ("De NPS van ouders ligt in 2027 op +20.", None, "+20"),
        ("Ouders zijn tevreden ten opzichte van vorig jaar.", "ten opzichte van", None),
        ("Op 1 mei 2026 is het DAP ondertekend.", None, None),
    ],
)
def test_what_a_value_is_today_and_must_become(text: str, baseline: str | None, target: str | None) -> None:
    goal = one(text)
    assert (words(goal.baseline), words(goal.target)) == (baseline, target)


def test_a_target_column_wins() -> None:
    (goal,) = goals("| Doel | Nulmeting | Streefwaarde |\n|---|---|---|\n| Van 3 naar 4 roosters | 61% | 75% |")
    assert (words(goal.baseline), words(goal.target)) == ("61%", "75%")


def test_dutch_ten_is_no_number() -> None:
    assert not one("Ouders zijn tevreden ten opzichte van vorig jaar.").measurable.found
    assert one("Ten users log in.").measurable.found


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("Elke maand logt 80% in.", []),
        ("Elke maand logt 80% in tot 1 mei 2027.", ["tot 1 mei 2027"]),
        ("80% is tevreden; in 2025 was dat 62%.", []),
    ],
)
def test_a_term_is_an_end(text: str, terms: list[str]) -> None:
    assert quoted(one(text).time_bound) == terms


@pytest.mark.parametrize(
    ("text", "acceptable", "realistic"),
    [
        ("80% logt in, in lijn met het jaarplan.", ["in lijn met", "jaarplan"], []),
        ("80% logt in (afgestemd met de OR).", ["afgestemd met", "de OR"], []),
        ("80% logt in. Dit is haalbaar op basis van een benchmark.", [], ["haalbaar", "benchmark", "op basis van"]),
        ("80% logt in. This is feasible.", [], ["feasible"]),
        # A result of the project, no word about the goal.
        ("Het draaiboek is vastgesteld door de stuurgroep.", [], []),
        ("De indeling is op basis van voorkeur.", [], []),
        # Denied, or still to come.
        ("80% logt in. Er is geen draagvlak.", [], []),
        ("80% logt in. Draagvlak creëren bij het MT.", [], []),
        ("80% logt in. Dit moet met het MT worden afgestemd.", [], []),
        ("80% logt in. Dit is niet haalbaar.", [], []),
    ],
)
def test_words_that_support_a_goal(text: str, acceptable: list[str], realistic: list[str]) -> None:
    goal = one(text)
    assert (quoted(goal.acceptable), quoted(goal.realistic)) == (acceptable, realistic)


def test_what_no_text_can_decide_is_never_sure_and_says_what_was_looked_for() -> None:
    goal = one("80% logt in, in lijn met het jaarplan.")
    for evidence, word in ((goal.acceptable, "draagvlak"), (goal.realistic, "haalbaar")):
        assert evidence.confidence is Confidence.LOW
        assert word in evidence.looked_for


def test_what_is_said_about_the_goals_together_counts_for_each() -> None:
    found = goals("De doelen zijn met het MT afgestemd.\n\n- 80% logt in.\n- 90% is tevreden.")
    assert [(goal.text, quoted(goal.acceptable)) for goal in found] == [
        ("80% logt in.", ["afgestemd"]),
        ("90% is tevreden.", ["afgestemd"]),
    ]


def test_a_sentence_that_numbers_a_goal_counts_for_that_one() -> None:
    found = goals("1. 80% logt in.\n2. 90% is tevreden.\n\nDe OR heeft met doel 2 ingestemd.")
    assert [bool(quoted(goal.acceptable)) for goal in found] == [False, True]


def test_a_label_below_a_goal_counts_for_it() -> None:
    found = goals("- 80% logt in.\n  - Realistisch: dit deden we eerder\n- 90% is tevreden.\n  - Realistisch: ...")
    assert [quoted(goal.realistic) for goal in found] == [["dit deden we eerder"], []]


def test_a_column_for_a_letter_counts_for_the_row() -> None:
    found = goals("| Doel | Acceptabel |\n|---|---|\n| 80% logt in | ja, zegt het MT |\n| 90% tevreden | |")
    assert [quoted(goal.acceptable) for goal in found] == [["ja, zegt het MT"], []]


def test_quotes_stand_where_they_say() -> None:
    plan = read("# P\n\n## Doelen\n\n- **80%** van _team Zuid_ logt in (nu 62%), in lijn met het jaarplan.\n")
    (goal,) = plan.goals
    quotes = [quote for evidence in goal.smart for quote in evidence.quotes]
    assert len(quotes) >= 5
    assert all(plan.document.source.slice(quote.span).strip("*_") == quote.text for quote in quotes)
    assert [evidence.letter for evidence in goal.smart] == ["S", "M", "A", "R", "T"]


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize(("letter", "name"), [("A", "smart.acceptable"), ("R", "smart.realistic")])
def test_what_people_are_told_was_looked_for_is_looked_for(letter: str, name: str, language: str) -> None:
    for word in law().vocabulary.names["smart"][letter][language].split(", "):
        assert lexicon().holds(name, word) or lexicon().holds(f"{name}.remark", word), word

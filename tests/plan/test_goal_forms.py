"""Goals in a list with letters, two in one sentence, and parts below an underlined line."""

from __future__ import annotations

import pytest

from implan_lint.plan.model import ScopeSide
from tests.plan.reading import read


def goals_in(text: str) -> list[str]:
    return [goal.text for goal in read(f"# Plan\n\n## Doelen\n\n{text}\n").goals]


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
@pytest.mark.parametrize("sign", ["{})", "({})", "{}."])
def test_a_list_with_letters_holds_goals(sign: str, gap: str) -> None:
    words = ["Elke cliënt heeft een plan", "Het verzuim daalt naar 4%", "Ouders zijn tevreden"]
    text = gap.join(f"{sign.format(letter)} {goal}" for letter, goal in zip("abc", words, strict=True))
    assert goals_in(f"Wij hebben drie doelen:\n\n{text}") == words


def test_an_initial_is_no_letter_of_a_list() -> None:
    assert goals_in("J. de Vries wil dat het verzuim daalt naar 4%.") == [
        "J. de Vries wil dat het verzuim daalt naar 4%."
    ]
    text = "B. Bakker wil minder verzuim op de afdeling.\n\nK. Smit wil 20% minder papier op de afdeling."
    assert not any(goal.startswith(("Bakker", "Smit")) for goal in goals_in(text))


@pytest.mark.parametrize(
    ("sentence", "goals"),
    [
        (
            "We willen bereiken dat iedere klas een tuin heeft en dat in mei 90% van de klassen erin werkt.",
            ["We willen bereiken dat iedere klas een tuin heeft", "in mei 90% van de klassen erin werkt."],
        ),
        (
            "We want to achieve that every class has a garden and that 90% of them work in it in May.",
            ["We want to achieve that every class has a garden", "90% of them work in it in May."],
        ),
        (
            "Het doel is dat iedereen weet waar de tuin is en dat zegt.",
            ["Het doel is dat iedereen weet waar de tuin is en dat zegt."],
        ),
    ],
)
def test_each_that_of_a_sentence_is_a_goal(sentence: str, goals: list[str]) -> None:
    assert goals_in(sentence) == goals


def test_what_stands_before_the_goal_in_its_paragraph_is_no_goal() -> None:
    told = "Vorig jaar telden we 38 klachten. Met dit plan willen wij bereiken dat er in mei nog 10 klachten zijn."
    (goal,) = read(f"# Plan\n\n## Aanleiding en doel\n\n{told}\n").goals
    assert goal.text.startswith("Met dit plan")
    assert goal.target is not None
    assert "10" in goal.target.text


@pytest.mark.parametrize("line", ["[Afbakening]{.underline}", "[Afbakening]{.ul}", "<u>Afbakening</u>"])
def test_an_underlined_line_heads_a_part(line: str) -> None:
    text = f"# Plan\n\n{line}\n\nHet plan gaat over de school. Het schoolplein valt er niet onder.\n"
    assert [item.side for item in read(text).scope] == [ScopeSide.IN, ScopeSide.OUT]


@pytest.mark.parametrize(("heading", "sides"), [("Voor wie", [ScopeSide.OUT]), ("Aanleiding", [])])
def test_who_is_left_out_of_the_target_group_is_out_of_scope(heading: str, sides: list[ScopeSide]) -> None:
    plan = read(f"# Plan\n\n## {heading}\n\nAlle klassen. De peuters doen niet mee.\n")
    assert [item.side for item in plan.scope] == sides


def test_underlined_words_within_a_line_head_nothing() -> None:
    assert len(read("# Plan\n\nDe [Afbakening]{.underline} volgt.\n\nHet plan gaat over de school.\n").sections) == 1


@pytest.mark.parametrize(
    ("goal", "is_measurable"),
    [
        ("Op 1 mei 2027 heeft example.org toegankelijkheidsstatus A of B.", True),
        ("By 1 May 2027 the site has accessibility status B.", True),
        ("Op 1 mei 2027 heeft iedereen een betere status en een vast contact.", False),
        ("Wij hebben oog voor ieders status.", False),
    ],
)
def test_a_grade_that_others_give_by_a_date_is_a_measure(goal: str, *, is_measurable: bool) -> None:
    (read_goal,) = read(f"# Plan\n\n## Doelen\n\n- {goal}\n").goals
    assert read_goal.measurable.found is is_measurable

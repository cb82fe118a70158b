"""What helps and hinders, and the strategies that answer it."""

from __future__ import annotations

import pytest

from implan_lint.plan.model import Polarity
from tests.plan.reading import read, texts, words

BARRIER, HELP, UNKNOWN = Polarity.BARRIER, Polarity.FACILITATOR, Polarity.UNKNOWN


def factors(body: str) -> list[tuple[Polarity, str]]:
    return [(factor.polarity, factor.text) for factor in read(f"# Plan\n\n{body}\n").factors]


@pytest.mark.parametrize(
    ("heading", "header", "row", "polarity"),
    [
        ("Context", "| Knelpunt | Strategie |", "| Geen tijd | Roostervrij |", BARRIER),
        ("Belemmerende factoren", "| Factor | Aanpak |", "| Geen tijd | Roostervrij |", BARRIER),
        ("Bevorderende factoren", "| Factor | Strategie |", "| Geen tijd | Roostervrij |", HELP),
        ("Factoren", "| Factor | Strategie |", "| Geen tijd | Roostervrij |", UNKNOWN),
        ("Factors", "| Barrier | Strategy |", "| Geen tijd | Roostervrij |", BARRIER),
    ],
)
def test_a_row_holds_a_factor_and_its_answer(heading: str, header: str, row: str, polarity: Polarity) -> None:
    plan = read(f"# Plan\n\n## {heading}\n\n{header}\n|---|---|\n{row}\n")
    (factor,) = plan.factors
    assert (factor.text, factor.polarity, words(factor.strategy)) == ("Geen tijd", polarity, "Roostervrij")
    assert texts(plan.strategies) == ["Roostervrij"]


def test_the_rows_own_word_wins() -> None:
    table = "| Factor | Soort factor | Strategie |\n|---|---|---|\n| Tijd | belemmerend | A |\n| Steun | + | B |"
    assert factors(f"## Beïnvloedende factoren\n\n{table}") == [(BARRIER, "Tijd"), (HELP, "Steun")]


def test_a_column_for_each() -> None:
    table = "| Bevorderend | Belemmerend |\n|---|---|\n| Steun | Geen tijd |\n| | Geen ruimte |"
    assert factors(f"## Bevorderende en belemmerende factoren\n\n{table}") == [
        (HELP, "Steun"),
        (BARRIER, "Geen tijd"),
        (BARRIER, "Geen ruimte"),
    ]


def test_lists_below_their_headings() -> None:
    body = "## Bevorderende factoren\n\n- Steun van het MT\n\n## Belemmerende factoren\n\n- Geen tijd\n- n.t.b.\n"
    assert factors(body) == [(HELP, "Steun van het MT"), (BARRIER, "Geen tijd")]


def test_an_item_that_names_both() -> None:
    plan = read("# Plan\n\n## Context\n\n- Knelpunt: geen tijd. Strategie: twee uur roostervrij\n")
    (factor,) = plan.factors
    assert (factor.text.rstrip("."), factor.polarity, words(factor.strategy)) == (
        "geen tijd",
        BARRIER,
        "twee uur roostervrij",
    )
    assert texts(plan.strategies) == ["twee uur roostervrij"]


def test_labels_in_a_list_and_in_a_sentence() -> None:
    nested = "## Factoren\n\n- Belemmerend:\n  - geen tijd\n  - geen ruimte\n- Bevorderend: steun, ervaring\n"
    assert factors(nested) == [
        (BARRIER, "geen tijd"),
        (BARRIER, "geen ruimte"),
        (HELP, "steun"),
        (HELP, "ervaring"),
    ]
    assert factors("## Context\n\nBelemmerend: hoge werkdruk, vooral in Zuid; geen koppeling.\n") == [
        (BARRIER, "hoge werkdruk, vooral in Zuid"),
        (BARRIER, "geen koppeling"),
    ]


def test_a_kind_of_strategy_is_no_factor() -> None:
    plan = read("# Plan\n\n## Strategieën\n\n- Faciliterend: een vaste ruimte\n")
    assert (plan.factors, texts(plan.strategies)) == ((), ["Faciliterend: een vaste ruimte"])


def test_a_strategy_that_is_told_elsewhere_is_read_once() -> None:
    body = "## Factoren\n\n| Nr | Knelpunt | Strategie |\n|---|---|---|\n| B1 | Geen tijd | S1 rooster |\n"
    plan = read(f"# Plan\n\n{body}\n## Strategieën\n\n- S1 Roosters aanpassen\n")
    assert [(strategy.id_text, strategy.text) for strategy in plan.strategies] == [("S1", "S1 Roosters aanpassen")]
    assert [factor.id_text for factor in plan.factors] == ["B1"]


def test_risks_and_ordinary_text_are_no_factors() -> None:
    assert factors("## Risico's\n\n- Kans: hoog\n\n## Context\n\nWe zijn een team. Kans op meer werk is er.\n") == []


def test_a_lone_word_for_one_of_both_heads_its_list() -> None:
    found = factors("## Bevorderend\n\n- Steun van het bestuur\n\n## Belemmerend\n\n- Geen tijd")
    assert found == [(HELP, "Steun van het bestuur"), (BARRIER, "Geen tijd")]


def test_each_sentence_of_a_paragraph_may_name_its_own_side() -> None:
    words = "Bevorderende factoren: steun van de cliëntenraad. Belemmerende factoren: weinig tijd, oude gewoontes."
    plan = read(f"# CRM\n\n## Context\n\n{words}\n")
    assert [(factor.polarity, factor.text) for factor in plan.factors] == [
        (Polarity.FACILITATOR, "steun van de cliëntenraad"),
        (Polarity.BARRIER, "weinig tijd"),
        (Polarity.BARRIER, "oude gewoontes"),
    ]

"""Facts about strategies: what counts as an answer, and when nothing can be said."""

from __future__ import annotations

import pytest

from tests.checks.said import found, words_at

BARRIERS = "## Knelpunten\n\n- Vrijwilligers missen kennis\n- Keuken is niet toegankelijk\n- Geen avonddienst\n\n"


def test_a_barrier_is_answered_by_a_row_that_says_it_in_other_words() -> None:
    rows = "| Knelpunt | Oplossing |\n|---|---|\n| Kennis | Cursus |\n| Keuken niet toegankelijk | Drempelhulp |\n"
    text = f"{BARRIERS}## Strategieën\n\n{rows}"
    assert words_at("CTX007", text, "sociaal-werk") == ["Geen avonddienst"]


def test_as_many_answers_as_barriers_may_well_answer_them_all() -> None:
    answers = "- Cursus van een avond\n- Drempelhulp plaatsen\n- Rooster aanpassen\n"
    assert found("CTX007", f"{BARRIERS}## Strategieën\n\n{answers}", "sociaal-werk") == []


def test_one_answer_to_all_barriers() -> None:
    text = f"{BARRIERS}## Strategieën\n\n- Wekelijks overleg over alle knelpunten\n"
    assert found("CTX007", text, "sociaal-werk") == []


def test_what_helps_needs_no_answer() -> None:
    rows = "| Factor | Soort factor | Strategie |\n|---|---|---|\n| Steun van de raad | bevorderend | |\n"
    text = f"## Factoren\n\n{rows}| Te weinig tijd | belemmerend | vrijroosteren |\n"
    assert found("CTX007", text, "zes-stappen") == []


def test_without_any_strategy_only_that_is_told() -> None:
    text = f"{BARRIERS}## Strategieën\n\nDie kiezen we samen.\n"
    assert found("CTX007", text, "sociaal-werk") == []
    assert len(found("CTX009", text, "sociaal-werk")) == 1


@pytest.mark.parametrize("words", ["training en roosteraanpassing", "Scholing met terugkoppeling van cijfers"])
def test_one_item_may_combine_two_kinds(words: str) -> None:
    assert found("CTX010", f"## Strategieën\n\n- {words}\n", "zes-stappen") == []


def test_a_kind_that_is_not_known_is_not_the_same_kind() -> None:
    text = "## Strategieën\n\n- Training\n- Cursus\n- Proefmaand met drie kandidaten\n"
    assert found("CTX010", text, "zes-stappen") == []


@pytest.mark.parametrize(
    "rest",
    [
        "## Acties\n\n- Scholing inkopen (wie: Kim Lau, wanneer: 1 mei 2026)\n",
        "De scholing is op 12 maart voor alle consulenten.\n",
    ],
)
def test_a_name_of_a_strategy_is_worked_out_elsewhere(rest: str) -> None:
    assert found("CTX011", f"## Strategieën\n\n- Scholing\n\n{rest}", "sociaal-werk") == []


@pytest.mark.parametrize("cell", ["", "n.t.b.", "..."])
def test_a_placeholder_in_the_cell_is_one_finding(cell: str) -> None:
    rows = f"| Knelpunt | Strategie |\n|---|---|\n| Tijdgebrek | vrijroosteren |\n| Geen ruimte | {cell} |\n"
    text = f"## Belemmerende factoren\n\n{rows}"
    assert len(found("CTX007", text, "sociaal-werk")) == 1
    assert found("STR004", text, "sociaal-werk") == []

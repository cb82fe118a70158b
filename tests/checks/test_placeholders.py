from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.checks.said import found, words_at


@pytest.mark.parametrize(
    "blank",
    ["[naam projectleider]", "{opdrachtgevende organisatie}", "<vul naam in>", "[hier nog een voorbeeld invullen]",
     "[insert date]", "......", "____", "TBD", "n.t.b.", "xx-xx-2026", "lorem ipsum", "[x.x]"],
)  # fmt: skip
def test_a_blank_in_a_sentence(blank: str) -> None:
    assert words_at("STR004", f"# CRM\n\nDe vragen gaan naar {blank} van de leverancier.\n") == [blank]


@pytest.mark.parametrize(
    "words",
    ["[naam](https://voorbeeld.nl)", "![naam](naam.png)", "`[naam]`", "`` {naam} ``", "[^naam]", "[WG]", "[sic]",
     "{{ page.titel }}", "{% include naam %}", "<br>", "<https://voorbeeld.nl/naam>", "[[naam]]", "a < naam > b",
     "het formulier invullen", "pas aan waar nodig", "de nog in te vullen enquête", "enzovoort...", "1...3",
     "[zie bijlage naam]", "[Sanne de Wit]", "~~[naam]~~", "(dd-mm-jjjj)", "heeft TODO: opslaan"],
)  # fmt: skip
def test_no_blank_in_a_sentence(words: str) -> None:
    assert found("STR004", f"# CRM\n\n{words}\n") == []


def test_words_between_two_pieces_of_code_are_no_code() -> None:
    assert words_at("STR004", "# CRM\n\n`a` [naam] `b` en `c [naam] d`\n") == ["[naam]"]


def test_a_reference_link_is_no_blank_but_the_same_brackets_without_a_target_are() -> None:
    assert found("STR004", "# CRM\n\nZie [naam].\n\n[naam]: https://voorbeeld.nl\n") == []
    assert words_at("STR004", "# CRM\n\nZie [naam].\n") == ["[naam]"]


def test_a_cell_that_a_rule_of_its_own_asks_for_is_not_told_twice() -> None:
    text = (
        "# CRM\n\n## Acties\n\n| Actie | Wie | Wanneer | Notitie |\n|---|---|---|---|\n| Testen | n.t.b. | TBD | ? |\n"
    )
    assert words_at("STR004", text, "algemeen") == ["?"]


def test_a_status_is_no_blank() -> None:
    text = "# CRM\n\n## Acties\n\n| Actie | Wie | Wanneer | Status |\n|---|---|---|---|\n"
    text += "| Testen | Jan | 1 mei 2026 | ... |\n"
    assert found("STR004", text, "algemeen") == []


def test_in_a_quote_only_an_order_to_fill_in_is_a_blank() -> None:
    assert found("STR004", "# CRM\n\n> De heer [naam] zei dat het werkt.\n") == []
    assert words_at("STR004", "# CRM\n\n> [Beschrijf hier de scope]\n") == ["[Beschrijf hier de scope]"]


def test_a_label_above_its_value_is_filled_and_one_above_the_next_label_is_not() -> None:
    above = "# Verbeterplan\n\nNaam:\n\nSanne de Wit\n"
    assert found("STR004", above, "ips-onderwijs") == []
    assert words_at("STR004", "# Verbeterplan\n\nNaam:\nInstelling: ROC\n", "ips-onderwijs") == ["Naam"]


def test_guidance_counts_with_other_quotes_case_and_punctuation() -> None:
    guide = "hier formuleert het team de afspraken, over de manier waarop gegevens verzameld worden!"
    assert len(found("STR005", f"# Plan\n\n> {guide}\n", "ips-onderwijs")) == 1
    assert found("STR005", f"# Plan\n\n`{guide}`\n\n“{guide}”\n", "software") == []


@settings(deadline=None, max_examples=60)
@given(st.text("[]{}<>`~*_|-.…?x:\\ \nnaamTBD", max_size=60))
def test_whatever_is_written_each_blank_stands_in_the_text(body: str) -> None:
    text = f"# CRM\n\n{body}\n"
    for code in ("STR004", "STR010", "LNT001"):
        for one in found(code, text, "algemeen"):
            assert 0 <= one.span.start < one.span.end <= len(text)
            assert code != "LNT001"

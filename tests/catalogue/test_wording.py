from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from implan_lint.catalogue.build import build
from implan_lint.catalogue.wording import LONGEST_QUOTE, TemplateError, placeholders, quote, word
from implan_lint.diagnostic import Numbered, Term, Value
from tests.catalogue.law import Law


@pytest.mark.parametrize(
    ("value", "dutch", "english"),
    [
        ("  Zaal\n A ", "Zaal A", "Zaal A"),
        (3, "3", "3"),
        (date(2026, 3, 15), "15 maart 2026", "15 March 2026"),
        (Term("section", "risicos"), "Risico's", "Risks"),
        (Term("section", "onbekend"), "onbekend", "onbekend"),
        (Numbered(Term("object", "doel"), 2), "doel 2", "goal 2"),
        (Numbered(Term("object", "doel")), "doel", "goal"),
        (Numbered(Term("row", "acties"), 3), "rij 3 van de actietabel", "row 3 of the action table"),
        ((), "", ""),
        (("A",), "A", "A"),
        (("A", "B", Term("section", "doelen")), "A, B en Doelen", "A, B and Goals"),
        ("{value} {0} {{", "{value} {0} {{", "{value} {0} {{"),
    ],
)
def test_a_value_is_worded_as_its_reader_would(law: Law, value: Value, dutch: str, english: str) -> None:
    vocabulary = build([law.folder]).vocabulary
    assert word("<{value}>", {"value": value}, "nl", vocabulary) == f"<{dutch}>"
    assert word("<{value}>", {"value": value}, "en", vocabulary) == f"<{english}>"


def test_double_braces_are_braces(law: Law) -> None:
    assert word("{{x}}", {}, "nl", build([law.folder]).vocabulary) == "{x}"


def test_a_value_that_is_not_there_is_named(law: Law) -> None:
    with pytest.raises(KeyError, match="action"):
        word("{action}", {}, "nl", build([law.folder]).vocabulary)


@pytest.mark.parametrize("template", ["{a.b}", "{a[0]}", "{a!r}", "{a:>9}", "{}", "{0}", "{", "}", "{A}"])
def test_a_template_can_only_name_values(template: str) -> None:
    with pytest.raises(TemplateError):
        placeholders(template)


def test_an_escape_sequence_shows_instead_of_acting() -> None:
    assert quote("rood \x1b[31m \x9b en \u202eom") == "rood ␛[31m � en �om"


@given(st.text())
def test_quoted_words_fit_on_a_line_and_are_harmless(text: str) -> None:
    quoted = quote(text)
    assert len(quoted) <= LONGEST_QUOTE
    assert quoted.splitlines() in ([quoted], [])
    assert not any(ord(character) < 0x20 or 0x7F <= ord(character) < 0xA0 for character in quoted)

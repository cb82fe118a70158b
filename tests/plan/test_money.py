from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from implan_lint.catalogue.wording import amount
from implan_lint.plan.money import Notation, find_amounts, notation_of, read_amount, scale_of
from tests.plan.reading import plain

MONEY = st.decimals(min_value=0, max_value=999_999_999, places=2)


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("€ 1.780,-", 1780), ("1.780", 1780), ("1,780.50", "1780.50"), ("€ 1.780,50", "1780.50"), ("EUR 12k", 12000),
        ("€ 1,2 mln", 1_200_000), ("€ 1.25 million", 1_250_000), ("€ 2M", 2_000_000), ("1780 euro", 1780),
        ("€ 12.500,--", 12500), ("12 500", 12500), ("1.234.567", 1_234_567), ("€ 0", 0), ("€1.5k", 1500),
        ("-€ 500", -500), ("€ -500", -500), ("- 500", -500), ("(1.200)", -1200), ("€ 12,5", "12.5"),
    ],
)  # fmt: skip
def test_an_amount_is_read(words: str, value: int | str) -> None:
    found = read_amount(plain(words))
    assert found is not None
    assert (found.value, found.exact) == (Decimal(value), True)


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("€ 4.500 excl. btw", 4500), ("ca. € 4.000", 4000), ("€ 4.500 + btw", 4500), ("€ 3.600 (12 x € 300)", 3600),
        ("6 x € 700 = € 4.200", 4200), ("4.500 (10%)", 4500), ("€ 900 eenmalig", 900), ("max. € 5.000", 5000),
    ],
)  # fmt: skip
def test_a_remark_beside_it_does_not_matter(words: str, value: int) -> None:
    found = read_amount(plain(words))
    assert found is not None
    assert (found.value, found.exact) == (Decimal(value), True)


@pytest.mark.parametrize(
    "words",
    [
        "€ 3.000 - 8.000",
        "€ 3.000 tot € 8.000",
        "€ 50 per maand",
        "€ 95/uur",
        "vanaf € 1.500",
        "€ 1.500 p.m.",
        "< € 500",
    ],
)
def test_a_range_and_a_rate_are_not_exact(words: str) -> None:
    found = read_amount(plain(words))
    assert found is not None
    assert not found.exact


@pytest.mark.parametrize(
    "words",
    ["", "-", "p.m.", "n.t.b.", "3 laptops", "40 uur", "0,5 fte", "10%", "10 %", "week 3", "versie 1.2.3", "1.2.3",
     "09:30", "zie 4.2", "Q3", "x"],
)  # fmt: skip
def test_what_counts_something_else_is_no_amount(words: str) -> None:
    assert read_amount(plain(words)) is None


def test_an_amount_knows_to_what_it_is_rounded() -> None:
    steps = [read_amount(plain(words)) for words in ("€ 12k", "€ 1,2 mln", "1.780", "€ 1.780,50")]
    assert [found.step for found in steps if found] == [Decimal(1000), Decimal(100_000), Decimal(1), Decimal("0.01")]


def test_the_heading_of_a_column_can_multiply() -> None:
    assert scale_of("Bedrag (x € 1.000)") == 3
    assert scale_of("Kosten in mln") == 6
    assert scale_of("Bedrag") == 0
    found = read_amount(plain("12,5"), scale=3)
    assert found is not None
    assert (found.value, found.step) == (Decimal(12500), Decimal(100))


def test_the_notation_is_that_of_the_numbers_that_can_be_read_in_one_way() -> None:
    assert notation_of(["€ 1.780,50", "12.000"]) is Notation.DUTCH
    assert notation_of(["1,780.50", "12,000"]) is Notation.ENGLISH
    assert notation_of(["12.000", "12,000", "17"]) is None


def test_three_digits_behind_the_decimal_mark_of_the_table_are_not_exact() -> None:
    for words, notation, exact in (
        ("1.780", Notation.DUTCH, True),
        ("1.780", Notation.ENGLISH, False),
        ("1,780", Notation.ENGLISH, True),
        ("1,780", None, True),
    ):
        found = read_amount(plain(words), notation)
        assert found is not None
        assert (found.value, found.exact) == (Decimal(1780), exact)


def test_in_running_text_only_what_says_so_is_money() -> None:
    found = find_amounts(plain("In 2026 kost training € 3.000 en de 240 uur 1.500 euro, zie 4.2."))
    assert [one.value for one in found if one.marked] == [Decimal(3000), Decimal(1500)]


def test_the_place_is_that_of_the_words() -> None:
    text = plain("ca. € 4.000 excl. btw")
    found = read_amount(text)
    assert found is not None
    assert text.plain[found.span.start : found.span.end] == "€ 4.000"


@given(MONEY, st.sampled_from(["nl", "en"]), st.sampled_from(["{}", "€ {}", "EUR {}", "{} euro", "€ {} excl. btw"]))
def test_what_is_written_is_read_back(value: Decimal, language: str, form: str) -> None:
    found = read_amount(plain(form.format(amount(value, language))))
    assert found is not None
    assert (found.value, found.exact) == (value, True)


@given(st.text(alphabet="0123456789.,-€ kmlnxuro()%/=", max_size=30))
def test_no_text_is_too_strange(words: str) -> None:
    found = read_amount(plain(words))
    assert found is None or found.value.is_finite()

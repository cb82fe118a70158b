"""Front matter: data, places and faults."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from implan_lint.diagnostic import Span
from implan_lint.document.model import Field, FrontMatter, FrontMatterError, YamlValue
from implan_lint.document.parse import parse


def front(text: str) -> FrontMatter:
    return parse(text).front_matter


def only_field(text: str) -> Field:
    (field,) = front(text).fields
    return field


def only_error(text: str) -> tuple[FrontMatterError, str]:
    """The one error, and the source it points at."""
    document = parse(text)
    (error,) = document.front_matter.errors
    return error, document.source.slice(error.span)


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("tekst", "tekst"),
        ("ja", "ja"),
        ("nee", "nee"),
        ("no", "no"),
        ("on", "on"),
        ("off", "off"),
        ("y", "y"),
        ("true", True),
        ("False", False),
        ("12", 12),
        ("-3", -3),
        ("010", "010"),
        ("0x1F", "0x1F"),
        ("1_000", "1_000"),
        ("1.5", 1.5),
        ("1.000", 1.0),
        ("12:30", "12:30"),
        ("2026-03-01", date(2026, 3, 1)),
        ("2026-02-31", "2026-02-31"),
        ("2026-13-01", "2026-13-01"),
        ("01-02-2026", "01-02-2026"),
        ("2026-03-01T10:00:00", "2026-03-01T10:00:00"),
        ("'2026-03-01'", "2026-03-01"),
        ('"12"', "12"),
        ("[a, 2]", ["a", 2]),
        ("{naam: Jan, rol: [a]}", {"naam": "Jan", "rol": ["a"]}),
        ("~", None),
        (".nan", ".nan"),
        ("=", "="),
        ("<<", "<<"),
    ],
)
def test_values_mean_what_a_plan_owner_meant(written: str, value: YamlValue) -> None:
    field = only_field(f"---\nsleutel: {written}\n---\n")
    assert field.value == value
    assert type(field.value) is type(value)


def test_raw_keeps_what_was_written() -> None:
    assert only_field("---\na: 1.000\n---\n").raw == "1.000"
    assert only_field("---\na: [x, 2]\n---\n").raw == "[x, 2]"


@pytest.mark.parametrize(
    ("text", "key", "value"),
    [
        ("---\ntitel: Plan\n---\n", "titel", "Plan"),
        ("\ufeff---\ntitel: Plan\n---\n", "titel", "Plan"),
        ("\n\n---\ntitel: Plan\n---\n", "titel", "Plan"),
        ("---\r\né😀: 'ü' # x\r\n---\r\n", "é😀", "'ü'"),
        ("---\rtitel: 😀 b\r---\r", "titel", "😀 b"),
        ("---\ntitel:   >\n  een\n  twee\n\n---\n", "titel", ">\n  een\n  twee"),
        ("---\nlijst:\n  - een\n  - twee  # x\n\n---\n", "lijst", "- een\n  - twee"),
        ("---\nleeg:\n---\n", "leeg", ""),
        ("---\ntitel: Plan\n...\n", "titel", "Plan"),
        ("---\ntitel: a\u2028b\n---\n", "titel", "a\u2028b"),
    ],
)
def test_keys_and_values_have_exact_places(text: str, key: str, value: str) -> None:
    document = parse(text)
    (field,) = document.front_matter.fields
    assert document.source.slice(field.key_span) == key
    assert document.source.slice(field.value_span) == value


def test_an_empty_value_would_stand_right_behind_the_colon() -> None:
    text = "---\nstatus:\nfase: x\n---\n"
    assert front(text).fields[0].value_span == (text.index(":") + 1, text.index(":") + 1)


def test_the_body_keeps_its_line_numbers() -> None:
    (section,) = parse("---\na: 1\n---\n\n# Doelen\n").sections()
    assert section.heading is not None
    assert section.heading.line == 5


@pytest.mark.parametrize("text", ["---\n---\n# X\n", "---\n\n---\n", "---\n# alleen commentaar\n---\n"])
def test_empty_front_matter_is_present(text: str) -> None:
    assert front(text) == FrontMatter((), (), front(text).span, present=True)
    assert front(text).span.end > 0


@pytest.mark.parametrize(
    "text", ["", "# Plan\n", "----\na: 1\n----\n", "tekst\n---\na: 1\n---\n", "---\n\nTekst.\n\n---\n"]
)
def test_text_without_front_matter_has_none(text: str) -> None:
    assert front(text) == FrontMatter((), (), Span(0, 0), present=False)


@pytest.mark.parametrize("line", ["--- ja", "----", " ---", "--"])
def test_only_the_very_delimiter_closes(line: str) -> None:
    text = f"---\na: |\n {line}\nb: 1\n---\n"
    assert [field.key for field in front(text).fields] == ["a", "b"]


@pytest.mark.parametrize(
    ("text", "reason", "place"),
    [
        ("---\na: 1\nb: [x\n---\n", "syntax", ""),
        ("---\na: 1\n b: 2\n---\n", "syntax", ": 2"),
        ("---\na: *b\n---\n", "syntax", "*b"),
        ("---\na: \x01\n---\n", "syntax", None),
        ("---\n- a\n- b\n---\n", "not-a-mapping", "- a"),
        ("---\nlos woord\n---\n", "not-a-mapping", "los woord"),
        ("---\na: 1\nb: 2\na: 3\n---\n", "duplicate-key", "a: 3"),
        ("---\na: {x: 1, x: 2}\n---\n", "duplicate-key", "x: 2}"),
        ("---\ntitel: Plan\n\n# Doelen\n", "unclosed", "---"),
        ('+++\ntitle = "x"\n+++\n', "toml", "+++"),
    ],
)
def test_a_fault_is_named_and_placed(text: str, reason: str, place: str | None) -> None:
    error, found = only_error(text)
    assert error.message == reason
    if place is not None:
        assert found == place


def test_of_two_equal_keys_the_first_counts() -> None:
    assert [(field.key, field.value) for field in front("---\na: 1\na: 2\n---\n").fields] == [("a", 1)]


def test_fields_above_a_syntax_error_are_kept() -> None:
    assert [field.key for field in front("---\na: 1\nb: 2\nc: [x\n---\n").fields] == ["a", "b"]


def test_an_opening_line_without_keys_below_is_a_divider() -> None:
    assert not front("---\nGewoon een zin.\n").errors


def test_an_alias_repeats_its_value() -> None:
    assert [field.value for field in front("---\na: &x [1]\nb: *x\n---\n").fields] == [[1], [1]]


def test_an_alias_bomb_is_refused() -> None:
    layers = "".join(f"k{n}: &k{n} [{', '.join([f'*k{n - 1}'] * 9)}]\n" for n in range(1, 20))
    error, _ = only_error(f"---\nk0: &k0 x\n{layers}---\n")
    assert error.message == "syntax"


@pytest.mark.parametrize("opening", ["[", "{a: ", "- ", "? "])
def test_deep_nesting_is_refused(opening: str) -> None:
    assert front(f"---\n{opening * 20_000}\n---\n").errors[0].message == "syntax"


@given(st.text(alphabet="ab:-[]{}&*!|>'\"#%@` \n\t,?é😀\x00\ud800\u0085", max_size=60))
def test_any_yaml_gives_fields_and_errors_within_the_front_matter(inner: str) -> None:
    document = parse(f"---\n{inner}\n---\n")
    matter = document.front_matter
    for field in matter.fields:
        assert matter.span.covers(field.key_span)
        assert matter.span.covers(field.value_span)
        assert field.key_span.end <= field.value_span.start or field.key_span.end == field.key_span.start
    for error in matter.errors:
        assert 0 <= error.span.start <= error.span.end <= len(document.source.text)

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from implan_lint.catalogue.yaml_nodes import YamlError, read_yaml


@pytest.mark.parametrize("text", ["off", "no", "yes", "1:30", "2026-03-01", "0o17", "1_000", "één: dag", "v1"])
def test_ordinary_words_stay_words(text: str) -> None:
    assert read_yaml(f"woord: '{text}'")[0] == {"woord": text}
    if ": " not in text:
        assert read_yaml(f"woord: {text}")[0] == {"woord": text}


@pytest.mark.parametrize(
    ("text", "value"), [("1", 1), ("-2", -2), ("1.5", 1.5), ("true", True), ("~", None), ("", None)]
)
def test_numbers_and_constants_are_read(text: str, value: object) -> None:
    assert read_yaml(f"woord: {text}")[0] == {"woord": value}


def test_each_key_has_its_line() -> None:
    _, lines = read_yaml("a:\n  één:\n    - x\n    - y\nb: 1\n", first_line=10)
    assert [lines.of(place) for place in (("a", "één"), ("a", "één", 1), ("b",), ("a", "nergens"))] == [11, 13, 14, 10]


@pytest.mark.parametrize(
    ("text", "line"),
    [("a: 1\nb: 2\na: 3", 3), ("a: 1\n[x]: 2", 2), ("a: 1\nb: *weg", 2), ("a: [1\n", 2), ("a: \x00", 1)],
)
def test_what_no_page_may_hold_is_refused(text: str, line: int) -> None:
    with pytest.raises(YamlError) as raised:
        read_yaml(text)
    assert raised.value.line == line


DATA = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(st.characters(codec="utf-8", categories=["L", "N", "P", "Zs"])),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.from_regex(r"[a-z]{1,5}x", fullmatch=True), inner, max_size=3)
    ),
    max_leaves=8,
)


@given(DATA)
def test_what_was_written_is_read(data: object) -> None:
    assert read_yaml(json.dumps(data, ensure_ascii=False))[0] == data

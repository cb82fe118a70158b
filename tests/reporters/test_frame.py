from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from implan_lint.diagnostic import Position
from implan_lint.document.source import Source
from implan_lint.reporters.frame import frame
from implan_lint.reporters.terminal import View, columns, visible


def framed(text: str, words: str, width: int = 100) -> list[str]:
    """The frame of the first place of these words."""
    source = Source("plan.md", text)
    start = source.text.index(words)
    lines = frame(source, source.position(start), source.position(start + len(words)), "red", View(width=width))
    return list(lines)


def test_the_words_are_underlined() -> None:
    assert framed("Doelen\n| Trainen | n.t.b. |", "n.t.b.") == [
        "   |",
        " 2 | | Trainen | n.t.b. |",
        "   |             ^^^^^^",
    ]


def test_an_empty_cell_gets_one_mark() -> None:
    assert framed("| Trainen | |", "")[2] == "   | ^"


@pytest.mark.parametrize(
    ("text", "words", "marks"),
    [
        ("| 測試計劃 | kip |", "kip", "   |              ^^^"),
        ("| 測試 | x |", "測試", "   |   ^^^^"),
        ("| 🎯 | kip |", "kip", "   |        ^^^"),
        ("a\tkip", "kip", "   |   ^^^"),
        ("cafe\u0301 kip", "kip", "   |      ^^^"),
        ("caf\u00e9 kip", "kip", "   |      ^^^"),
        ("\x1b[31m kip", "kip", "   |       ^^^"),
    ],
)
def test_the_marks_stand_below_the_words(text: str, words: str, marks: str) -> None:
    assert framed(text, words)[2] == marks


def test_an_escape_sequence_is_shown_and_not_obeyed() -> None:
    assert framed("\x1b]0;titel\x07 kip\u202e", "kip")[1] == " 1 | ␛]0;titel␇ kip\ufffd"


def test_a_long_line_is_cut_around_the_words() -> None:
    text = "voor " * 30 + "KIP" + " achter" * 30
    above, line, marks = framed(text, "KIP", width=60)
    assert above == "   |"
    assert line.startswith(" 1 | …") and line.endswith("…") and "KIP" in line
    assert columns(line) <= 60
    assert line.index("KIP") == marks.index("^^^")


def test_words_longer_than_the_terminal_are_cut_themselves() -> None:
    _, line, marks = framed("x" * 500, "x" * 500, width=60)
    assert columns(line) <= 60
    assert marks.count("^") == line.count("x") + line.count("…")


def test_words_over_more_lines_are_underlined_to_the_end_of_the_first() -> None:
    assert framed("een kip\nen een haan", "kip\nen een") == ["   |", " 1 | een kip", "   |     ^^^"]


def test_an_empty_line_has_no_frame() -> None:
    assert framed("\n\nkip", "") == []


@given(st.text(), st.data())
def test_any_place_of_any_text_is_framed_within_the_width(text: str, data: st.DataObject) -> None:
    source = Source("plan.md", text)
    end = data.draw(st.integers(0, len(source.text)))
    start = data.draw(st.integers(0, end))
    lines = list(frame(source, source.position(start), source.position(end), "red", View(width=40)))
    assert len(lines) in (0, 3)
    assert all(columns(line) <= 40 + 4 for line in lines)
    assert all(visible(line) == line for line in lines)


def test_a_position_past_the_end_has_no_frame() -> None:
    assert list(frame(Source("x", ""), Position(5, 1), Position(5, 1), "red", View())) == []

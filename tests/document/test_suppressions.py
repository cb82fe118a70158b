"""Suppressions: where they may stand, and what each is about."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from implan_lint.document.parse import parse
from implan_lint.document.suppressions import Suppression, read_suppressions


def read(text: str) -> list[tuple[Suppression, str]]:
    """Each suppression with the words that it is about."""
    document = parse(text)
    return [(one, document.source.slice(one.covers)) for one in read_suppressions(document)]


def test_alone_on_its_line_it_is_about_the_next_block():
    ((found, about),) = read(
        "# Plan\n\n<!-- implan-lint: ignore ACT002 tot 2026-12-31, reden: HR levert: in december -->\n\n"
        "- een\n- twee\n\nDrie\n"
    )
    assert [code.text for code in found.codes] == ["ACT002"]
    assert found.until == date(2026, 12, 31)
    assert found.reason == "HR levert: in december"
    assert about.strip() == "- een\n- twee"


def test_behind_other_words_it_is_about_those():
    (row, item, words) = read(
        "| Actie | Wie |\n|--|--|\n| a | b <!-- implan-lint: ignore ACT003, reden: x --> |\n| c | d |\n\n"
        "- een <!-- implan-lint: ignore ACT003, reden: x -->\n- twee\n\n"
        "Een zin\nover twee regels <!-- implan-lint: ignore DOE002, reden: x -->\n"
    )
    assert row[1].startswith("| a |") and "c" not in row[1]
    assert item[1].startswith("- een") and "twee" not in item[1]
    assert words[1].startswith("Een zin")


def test_a_section_is_the_one_around_or_the_one_right_below():
    inside, above = read(
        "# Plan\n\n## Een\n\n<!-- implan-lint: ignore-section STR, reden: x -->\n\nWoorden.\n\n"
        "<!-- implan-lint: negeer-sectie STR, reden: x -->\n\n## Twee\n\nMeer.\n"
    )
    assert inside[1].startswith("## Een") and "Twee" not in inside[1].replace("## Twee", "")
    assert above[1].startswith("## Twee")


def test_a_file_is_the_whole_file():
    text = "# Plan\n\nWoorden.\n\n<!-- implan-lint: negeer-bestand RIS, STK, reden: elders -->\n"
    ((found, about),) = read(text)
    assert about == text
    assert found.names("RIS003") and found.names("STK001") and not found.names("ACT002")


def test_the_front_matter_says_the_same_in_yaml():
    ended, plain = read(
        "---\nimplan-lint:\n  ignore:\n    ACT002: {reden: HR levert, tot: 2026-12-31}\n"
        "    COM: elders geregeld\n---\n# Plan\n"
    )
    assert (ended[0].reason, ended[0].until) == ("HR levert", date(2026, 12, 31))
    assert (plain[0].reason, plain[0].until) == ("elders geregeld", None)
    assert all(about.endswith("# Plan\n") for _, about in (ended, plain))


@pytest.mark.parametrize(
    "comment",
    [
        "<!-- implan-lint: ignore -->",
        "<!-- implan-lint: ACT002 -->",
        "<!-- implan-lint: ignore ACT002 tot morgen -->",
        "<!-- implan-lint: ignore ACT002 tot 2026-02-30, reden: x -->",
        "<!-- implan-lint: ignore (ACT002), reden: x -->",
        "<!-- implan-lint: ignore-alles ACT002, reden: x -->",
    ],
)
def test_what_can_not_be_read_covers_nothing_that_is_shown(comment):
    ((found, _),) = read(f"# Plan\n\n{comment}\n\nWoorden.\n")
    assert not found.readable


@pytest.mark.parametrize("value", ["ja", "[ACT002]", "{ignore: ACT002}", "{ignore: {ACT002: {tot: ooit}}}"])
def test_front_matter_of_another_shape_is_not_readable(value):
    ((found, _),) = read(f"---\nimplan-lint: {value}\n---\n# Plan\n")
    assert not found.readable


def test_code_blocks_and_unclosed_comments_hold_none():
    assert read("```\n<!-- implan-lint: ignore ACT002, reden: x -->\n```\n") == []
    assert read("- punt\n\n  ```\n  <!-- implan-lint: ignore ACT002, reden: x -->\n  ```\n") == []
    assert read("<!-- implan-lint: ignore ACT002, reden: x\n\n# Plan\n") == []


@given(st.text(alphabet="ACT02, tot-reden:31.\n|#<>!", max_size=80))
def test_any_words_are_read_without_a_fault(words):
    text = f"# Plan\n\n<!-- implan-lint: ignore {words} -->\n\nWoorden.\n"
    for one in read_suppressions(parse(text)):
        assert 0 <= one.span.start <= one.span.end <= len(text)
        assert 0 <= one.covers.start <= one.covers.end <= len(text)


def test_an_opening_within_a_comment_is_no_comment_of_its_own():
    ((found, _),) = read("Een <!-- implan-lint: ignore ACT002, reden: zie <!-- implan-lint: ignore ACT003 --> zin.\n")
    assert [code.text for code in found.codes] == ["ACT002"]

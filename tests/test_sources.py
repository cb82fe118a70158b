"""docs/bronnen.yaml, the rule pages and docs/regels-en-bronnen.md agree; and no line of a source gets lost."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from benchmarks.sources import PAGE, Sources, page_text, problems, read_sources
from implan_lint.catalogue.loader import load_catalogue
from implan_lint.catalogue.model import Rule


@pytest.fixture(scope="module")
def sources() -> Sources:
    return read_sources()


@pytest.fixture(scope="module")
def rules() -> Mapping[str, Rule]:
    return load_catalogue().rules


def changed(sources: Sources, place: str, **changes: object) -> Sources:
    """The sources with other answers for one line, or without it."""
    lines = dict(sources.lines)
    line = lines.pop(place)
    if changes:
        lines[place] = line.model_copy(update=changes)
    return sources.model_copy(update={"lines": lines})


def test_sources_and_rule_pages_agree(sources: Sources, rules: Mapping[str, Rule]) -> None:
    assert list(problems(sources, rules)) == []


def test_the_page_is_current(sources: Sources, rules: Mapping[str, Rule]) -> None:
    """If not: run `python -m benchmarks.sources`."""
    assert PAGE.read_text(encoding="utf-8") == page_text(sources, rules)


def test_every_line_stands_in_the_page_with_an_answer(sources: Sources, rules: Mapping[str, Rule]) -> None:
    rows = [line.split(" | ") for line in page_text(sources, rules).splitlines() if line.startswith("| 00")]
    assert [row[0].removeprefix("| ") for row in rows] == list(sources.lines)
    assert all(len(row) == 3 and row[2] for row in rows)


def test_a_line_that_is_lost_is_told(sources: Sources, rules: Mapping[str, Rule]) -> None:
    assert "document 004 has 46 lines, not 47" in problems(changed(sources, "004:79"), rules)


def test_a_line_without_an_answer_is_told(sources: Sources, rules: Mapping[str, Rule]) -> None:
    assert "004:79: name rules, or a reason why none can check it" in problems(
        changed(sources, "004:79", codes=()), rules
    )


@pytest.mark.parametrize("part", ["reason", "rest"])
def test_a_reason_that_is_none_is_told(sources: Sources, rules: Mapping[str, Rule], part: str) -> None:
    answer = {"codes": (), "reason": "zomaar"} if part == "reason" else {"rest": "zomaar"}
    assert "004:79: there is no such reason" in problems(changed(sources, "004:79", **answer), rules)


def test_a_page_that_does_not_name_a_line_that_asks_for_it_is_told(sources: Sources, rules: Mapping[str, Rule]) -> None:
    told = problems(changed(sources, "004:79", codes=("ACT002",)), rules)
    assert "004:79: the page of ACT002 does not name it as a source" in told


def test_a_source_that_does_not_exist_is_told(sources: Sources, rules: Mapping[str, Rule]) -> None:
    assert "STR001: there is no source 004:79" in problems(changed(sources, "004:79"), rules)


def test_a_rule_that_names_a_line_by_itself_is_shown_there(sources: Sources, rules: Mapping[str, Rule]) -> None:
    text = page_text(changed(sources, "004:79", codes=(), reason="proces"), rules)
    row = next(line for line in text.splitlines() if line.startswith("| 004:79 |"))
    assert "[STR001](" in row and row.endswith("; een deel niet: vraagt kennis van wat buiten het document gebeurt |")


def test_a_rule_without_a_page_is_shown_as_such(sources: Sources, rules: Mapping[str, Rule]) -> None:
    text = page_text(changed(sources, "004:79", codes=("ACT002", "ZZZ999")), rules)
    row = next(line for line in text.splitlines() if line.startswith("| 004:79 |"))
    assert "| [ACT002](../rules/acties/ACT002-actie-zonder-eigenaar.md), *ZZZ999*" in row
    assert "ZZZ999" in next(line for line in text.splitlines() if line.startswith("Nog geen pagina"))

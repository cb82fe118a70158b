"""What a suppression hides, and what it can't."""

from datetime import date

import pytest

from implan_lint.lint import FileResult, Options, lint_text

TABLE = "| Actie | Wie | Wanneer |\n|--|--|--|\n| Folder schrijven | | 1 mei 2026 |\n| Zaal huren | Piet Jansen | |\n"


def check(comment: str, *, today: date = date(2026, 3, 1), select: tuple[str, ...] = ()) -> FileResult:
    text = f"---\nprofiel: algemeen\nstatus: vastgesteld\n---\n## Acties\n\n{comment}\n{TABLE}"
    return lint_text(text, "plan.md", Options(today=today, language="nl", isolated=True, select=select))


def codes(result: FileResult) -> set[str]:
    return {found.code for found in result.diagnostics}


def test_it_hides_what_it_names_and_nothing_else():
    result = check("<!-- implan-lint: ignore ACT002, reden: de school kiest -->")
    assert "ACT002" not in codes(result)
    assert "ACT003" in codes(result)
    assert [one.diagnostic.code for one in result.suppressed] == ["ACT002"]
    assert result.suppressed[0].suppression.reason == "de school kiest"


def test_a_family_hides_all_its_rules():
    assert not {code for code in codes(check("<!-- implan-lint: ignore ACT, reden: x -->")) if code.startswith("ACT")}


def test_after_its_last_day_it_hides_nothing():
    comment = "<!-- implan-lint: ignore ACT002 tot 2026-03-31, reden: x -->"
    assert "ACT002" not in codes(check(comment, today=date(2026, 3, 31)))
    assert {"ACT002", "SUP003"} <= codes(check(comment, today=date(2026, 4, 1)))


def test_a_hidden_finding_still_silences_those_that_yield_to_it():
    shown, hidden = check("<!-- -->"), check("<!-- implan-lint: ignore-file STR001, reden: los hoofdstuk -->")
    assert codes(shown) - {"STR001"} == codes(hidden)


def test_a_rule_that_did_not_look_says_nothing_of_its_use():
    comment = "<!-- implan-lint: ignore RIS003, ACT002, reden: x -->"
    assert "SUP002" in codes(check(comment))
    assert "SUP002" not in codes(check(comment, select=("ACT002", "SUP")))


@pytest.mark.parametrize(
    "row",
    [
        "| Folder schrijven <!-- implan-lint: ignore ACT002, reden: x --> | | 1 mei 2026 |",
        "| Folder schrijven | | 1 mei 2026 | <!-- implan-lint: ignore ACT002, reden: x -->",
    ],
)
def test_a_comment_in_a_row_leaves_the_table_sound(row):
    head = "---\nprofiel: algemeen\nstatus: vastgesteld\n---\n## Acties\n\n| Actie | Wie | Wanneer |\n|--|--|--|\n"
    result = lint_text(head + row + "\n", "plan.md", Options(today=date(2026, 3, 1), language="nl", isolated=True))
    assert len(result.suppressed) == 1
    assert not codes(result) & {"ACT002", "STR010", "SUP002"}


def test_of_several_that_hide_a_finding_the_first_in_the_text_counts_and_the_others_have_their_use():
    own = "<!-- implan-lint: ignore ACT002, reden: eigen -->"
    result = check(f"<!-- implan-lint: ignore-file ACT, reden: alles -->\n\n{own}")
    assert {one.suppression.reason for one in result.suppressed} == {"alles"}
    assert "SUP002" not in codes(result)

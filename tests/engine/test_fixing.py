from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from implan_lint.diagnostic import Confidence, Diagnostic, Edit, Fix, Position, Severity, Span
from implan_lint.document.source import Source
from implan_lint.engine.fixing import Checker, Fixed, fix_text
from implan_lint.engine.results import FileResult

Rule = Callable[[str], list[Diagnostic]]
"""A toy rule: what it finds in a text."""


def found(code: str, span: Span, *edits: Edit, safe: bool = True) -> Diagnostic:
    fix = Fix("maak het heel", edits, safe) if edits else None
    place = Position(1, span.start + 1)
    return Diagnostic(
        "plan.md", span, place, place, code, "woord", Severity.ERROR, Confidence.HIGH, "", "", "",
        f"{code}-{span.start}", fix=fix,
    )  # fmt: skip


def replaces(code: str, old: str, new: str, *, safe: bool = True) -> Rule:
    """Finds a word everywhere, and would put another in its place."""

    def rule(text: str) -> list[Diagnostic]:
        starts = [start for start in range(len(text)) if text.startswith(old, start)]
        spans = [Span(start, start + len(old)) for start in starts]
        return [found(code, span, Edit(span, new), safe=safe) for span in spans]

    return rule


def dislikes(code: str, word: str) -> Rule:
    return lambda text: [found(code, Span(at, at + 1)) for at in range(len(text)) if text.startswith(word, at)]


def fixed(text: str, *rules: Rule, unsafe: bool = False) -> Fixed:
    def check(text: str) -> FileResult:
        every = [one for rule in rules for one in rule(text)]
        return FileResult("plan.md", Source("plan.md", text), tuple(sorted(every, key=lambda one: one.span)), {}, None)

    return fix_text(text, Checker(check, lambda result: result.diagnostics, unsafe))


def test_every_finding_with_a_fix_is_mended_and_counted() -> None:
    done = fixed("kip, haan, kip", replaces("A01", "kip", "hen"), replaces("B01", "haan", "hen"))
    assert (done.after, done.counts, done.result.diagnostics) == ("hen, hen, hen", {"A01": 2, "B01": 1}, ())


def test_a_fix_may_open_the_way_for_another() -> None:
    done = fixed("ei ei", replaces("A01", "ei", "kuiken"), replaces("B01", "kuiken", "kip"))
    assert (done.after, done.counts) == ("ei ei", {})
    done = fixed("ei ei", replaces("A01", "ei", "kuiken", safe=False), replaces("B01", "kuiken", "kip"), unsafe=True)
    assert (done.after, done.counts) == ("kip kip", {"A01": 2, "B01": 2})


def test_an_unsafe_fix_is_made_only_when_asked_for() -> None:
    rule = replaces("A01", "kip", "hen", safe=False)
    assert fixed("kip", rule).after == "kip"
    assert fixed("kip", rule, unsafe=True).after == "hen"


def test_a_safe_fix_that_brings_a_new_finding_is_not_made() -> None:
    rules = replaces("A01", "kip", "hen"), dislikes("B01", "hen")
    done = fixed("kip haan", *rules, replaces("C01", "haan", "hoen"))
    assert (done.after, done.counts) == ("kip hoen", {"C01": 1})
    assert [(one.code, one.fix) for one in done.result.diagnostics] == [("A01", None)]


def test_a_fix_that_does_not_help_is_made_not_even_once() -> None:
    assert fixed("kip", replaces("A01", "kip", "een kip"), unsafe=True).after == "kip"


def test_fixes_at_one_place_are_made_one_after_the_other() -> None:
    def wants(code: str, word: str) -> Rule:
        return lambda text: [] if word in text else [found(code, Span(0, 1), Edit(Span(3, 3), word))]

    done = fixed("kip", wants("A01", " a"), wants("B01", " b"), wants("C01", " c"))
    assert (done.after, done.counts) == ("kip c b a", {"A01": 1, "B01": 1, "C01": 1})


def test_fixes_that_touch_are_never_made_together() -> None:
    done = fixed("abc", replaces("A01", "ab", "x"), replaces("B01", "bc", "y"))
    assert (done.after, done.counts) == ("xc", {"A01": 1})


def test_a_fix_whose_own_edits_overlap_is_left_alone() -> None:
    broken = found("A01", Span(0, 3), Edit(Span(0, 2), "x"), Edit(Span(1, 3), "y"))
    assert fixed("kip", lambda text: [broken] if text == "kip" else []).after == "kip"


def test_an_endless_rule_ends() -> None:
    def rule(text: str) -> list[Diagnostic]:
        return [found("A01", Span(0, 1), Edit(Span(0, 0), "a"))] * max(0, 1000 - len(text))

    assert len(fixed("", rule).after) < 1000


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_new_lines_end_as_the_others_do(end: str) -> None:
    assert fixed(f"kip{end}haan", replaces("A01", "kip", "hen\nkuiken")).after == f"hen{end}kuiken{end}haan"


def test_what_is_not_shown_is_not_fixed() -> None:
    def check(text: str) -> FileResult:
        return FileResult("plan.md", Source("plan.md", text), tuple(replaces("A01", "kip", "hen")(text)), {}, None)

    done = fix_text("kip kip", Checker(check, lambda result: result.diagnostics[1:]))
    assert (done.after, done.counts) == ("kip hen", {"A01": 1})


WORDS = st.text("abc ", max_size=12)
RULES = st.lists(
    st.builds(replaces, st.sampled_from(["A01", "B01", "C01"]), st.text("abc", min_size=1, max_size=3), WORDS),
    max_size=4,
)


@given(text=WORDS, rules=RULES)
def test_fixing_twice_is_fixing_once(text: str, rules: list[Rule]) -> None:
    once = fixed(text, *rules).after
    assert fixed(once, *rules).counts == {}


@given(text=WORDS, rules=RULES)
def test_safe_fixes_bring_no_finding(text: str, rules: list[Rule]) -> None:
    before = [one.code for rule in rules for one in rule(text)]
    done = fixed(text, *rules)
    after = [one.code for one in done.result.diagnostics]
    assert all(after.count(code) <= before.count(code) for code in set(after))
    assert len(after) <= len(before) - sum(done.counts.values())


@given(text=WORDS, rules=RULES)
def test_edits_of_one_round_never_overlap(text: str, rules: list[Rule]) -> None:
    """Otherwise applying them would have raised; and what no fix touches stays where it was."""
    untouched = "\n" + "z" * 5
    done = fixed(text + untouched, *rules)
    assert done.after.endswith(untouched)
    assert [one for one, other in pairwise(sorted(one.span for one in done.result.diagnostics)) if other < one] == []

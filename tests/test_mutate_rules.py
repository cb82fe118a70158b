"""The measurement of rule pages itself: a mutant dies of the example that would notice it, and of no other."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from benchmarks.mutate_rules import Mutant, is_killed, main, mutants
from implan_lint.catalogue.examples import Example, ExampleKind, read_examples
from implan_lint.catalogue.folders import rules_folder
from implan_lint.catalogue.loader import load_catalogue
from implan_lint.catalogue.model import Catalogue

CODE = "ACT005"


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load_catalogue()


def examples(catalogue: Catalogue, *kinds: ExampleKind) -> Sequence[Example]:
    page = rules_folder() / catalogue.rules[CODE].page
    return [example for example in read_examples(page.read_text(encoding="utf-8")) if example.kind in kinds]


@pytest.mark.parametrize(
    ("kind", "kills"),
    [("silent", ExampleKind.WRONG), ("everything", ExampleKind.RIGHT), ("variant", ExampleKind.WRONG)],
)
def test_what_kills_a_mutant(catalogue: Catalogue, kind: str, kills: ExampleKind) -> None:
    mutant = Mutant(CODE, kind, "item")
    other = ExampleKind.RIGHT if kills is ExampleKind.WRONG else ExampleKind.WRONG
    assert is_killed(mutant, examples(catalogue, kills), catalogue)
    assert not is_killed(mutant, examples(catalogue, other), catalogue)


def test_a_variant_that_no_finding_has_can_not_be_missed(catalogue: Catalogue) -> None:
    assert not is_killed(Mutant(CODE, "variant", "none"), examples(catalogue, *ExampleKind), catalogue)


def test_a_rule_has_two_mutants_and_one_for_each_of_its_variants(catalogue: Catalogue) -> None:
    assert list(map(str, mutants(catalogue.rules[CODE]))) == [
        "ACT005 silent",
        "ACT005 everything",
        "ACT005 variant ''",
        "ACT005 variant 'item'",
    ]


def test_the_figures(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([CODE, "DOE005"]) == 0
    assert capsys.readouterr().out.splitlines()[:2] == ["silent     2 of 2 killed", "everything 2 of 2 killed"]


def test_a_rule_that_does_not_exist_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["ACT998", "ACT999"]) == 2
    assert capsys.readouterr().err == "there is no rule ACT998, ACT999\n"

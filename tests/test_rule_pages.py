"""Every rule page is a test: what stands under Fout is reported as the page says, under Goed the rule is silent."""

from __future__ import annotations

from pathlib import Path

import pytest

from implan_lint.catalogue.examples import Example, read_examples
from implan_lint.catalogue.folders import rules_folder
from implan_lint.catalogue.loader import load_catalogue
from implan_lint.catalogue.model import Catalogue
from implan_lint.engine.trial import try_example


def cases() -> list[object]:
    """All examples of all rule pages, each named by its place: "ACT002:31"."""
    found: list[object] = []
    for page in sorted(rules_folder().glob("*/*.md")):
        code = page.name.partition("-")[0]
        found += [
            pytest.param(page, code, example, id=f"{code}:{example.line}")
            for example in read_examples(page.read_text(encoding="utf-8"))
        ]
    return found


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load_catalogue()


@pytest.mark.parametrize(("page", "code", "example"), cases())
def test_a_page_does_what_it_says(page: Path, code: str, example: Example, catalogue: Catalogue) -> None:
    assert not list(map(str, try_example(example, code, page, catalogue)))

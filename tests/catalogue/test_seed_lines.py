"""Every line of the defining documents that asks for a rule is named as a source on that rule's page."""

from pathlib import Path

import pytest
from ruamel.yaml import YAML

from implan_lint.catalogue.loader import load_catalogue

ASKED = YAML(typ="safe").load((Path(__file__).parent / "seed_lines.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("code", sorted(ASKED))
def test_a_page_names_the_lines_that_ask_for_it(code):
    rule = load_catalogue().rules[code]
    assert set(ASKED[code]) <= set(rule.source)

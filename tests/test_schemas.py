from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

from implan_lint.catalogue.folders import rules_folder, schemas_folder
from implan_lint.catalogue.schemas import write_schemas
from implan_lint.catalogue.sheets import Sheet, read_sheet
from implan_lint.schemas import models
from tests.test_examples import EXAMPLES


def test_every_schema_is_current() -> None:
    """If not: run `python -m implan_lint.schemas`."""
    assert write_schemas(models(), schemas_folder(), check=True) == ()


@pytest.mark.parametrize("name", sorted(models()))
def test_every_schema_is_one(name: str) -> None:
    schema = json.loads((schemas_folder() / f"{name}.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)


@pytest.mark.parametrize(
    ("configuration", "valid"),
    [
        ({"select": "ACT", "severity": {"ACT002": "off"}, "overrides": [{"files": "*.md", "ignore": ["DOE"]}]}, True),
        ({"selct": "ACT"}, False),
        ({"language": "de"}, False),
        ({"overrides": [{"ignore": "DOE"}]}, False),
    ],
)
def test_an_editor_can_check_a_configuration(configuration: object, valid: bool) -> None:
    schema = json.loads((schemas_folder() / "configuration.schema.json").read_text(encoding="utf-8"))
    assert jsonschema.Draft202012Validator(schema).is_valid(configuration) is valid


PAGES = [*rules_folder().glob("*/*.md"), *rules_folder().glob("profiles/*.yaml"), *EXAMPLES.glob("*/*regels/*/*.md")]


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_an_editor_finds_no_fault_in_a_sound_page(path: Path) -> None:
    """What the schema says of the pages that the tool itself takes for sound."""
    kind = "profile" if path.suffix == ".yaml" else "rule-page"
    schema = json.loads((schemas_folder() / f"{kind}.schema.json").read_text(encoding="utf-8"))
    sheet = read_sheet(path, path.parent)
    assert isinstance(sheet, Sheet)
    jsonschema.Draft202012Validator(schema).validate(sheet.data)


@pytest.mark.parametrize("change", [{"kind": "woording"}, {"sureness": "high"}, {"severity": {"software": "error"}}])
def test_an_editor_finds_the_fault_in_a_page(change: dict[str, object]) -> None:
    schema = json.loads((schemas_folder() / "rule-page.schema.json").read_text(encoding="utf-8"))
    sheet = read_sheet(next(rules_folder().glob("acties/ACT002-*.md")), rules_folder())
    assert isinstance(sheet, Sheet) and isinstance(sheet.data, dict)
    assert not jsonschema.Draft202012Validator(schema).is_valid({**sheet.data, **change})

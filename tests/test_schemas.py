from __future__ import annotations

import json

import jsonschema
import pytest

from implan_lint.catalogue.folders import schemas_folder
from implan_lint.catalogue.schemas import write_schemas
from implan_lint.schemas import models


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

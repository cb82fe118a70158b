from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest
from pydantic import BaseModel

from implan_lint.catalogue.folders import rules_folder, schemas_folder
from implan_lint.catalogue.schemas import COMMAND, MODELS, write_schemas
from implan_lint.catalogue.yaml_nodes import read_yaml


class Small(BaseModel):
    name: str


def test_the_schemas_are_current() -> None:
    assert write_schemas(MODELS, schemas_folder(), check=True) == (), f"run {COMMAND}"


def test_a_stale_schema_is_named_and_written_unless_checking(tmp_path: Path) -> None:
    assert write_schemas({"small": Small}, tmp_path, check=True) == ("small.schema.json",)
    assert not list(tmp_path.iterdir())
    assert write_schemas({"small": Small}, tmp_path, check=False) == ("small.schema.json",)
    assert write_schemas({"small": Small}, tmp_path, check=True) == ()


@pytest.mark.parametrize("path", sorted((rules_folder() / "profiles").glob("*.yaml")), ids=lambda path: path.stem)
def test_the_profiles_of_the_package_are_valid_by_the_schema(path: Path) -> None:
    schema = json.loads((schemas_folder() / "profile.schema.json").read_text(encoding="utf-8"))
    jsonschema.validate(read_yaml(path.read_text(encoding="utf-8"))[0], schema)


@pytest.mark.parametrize(
    ("severity", "valid"), [("error", True), ({"default": "off"}, True), ({"ips": "error"}, False), ("erg", False)]
)
def test_a_severity_is_a_word_or_a_word_per_profile(severity: object, valid: bool) -> None:
    schema = json.loads((schemas_folder() / "rule-page.schema.json").read_text(encoding="utf-8"))
    validator = jsonschema.Draft202012Validator(schema["properties"]["severity"])
    assert validator.is_valid(severity) is valid

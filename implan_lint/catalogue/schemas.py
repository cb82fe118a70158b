"""Writes the JSON Schemas of the files that people write: `python -m implan_lint.catalogue.schemas [--check]`.

An editor that knows them completes and checks a rule page's front matter or a profile while it is typed.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from pydantic import BaseModel

from implan_lint.catalogue.folders import schemas_folder
from implan_lint.catalogue.pages import ProfilePage, RulePage

MODELS: Mapping[str, type[BaseModel]] = {"rule-page": RulePage, "profile": ProfilePage}
COMMAND = "python -m implan_lint.catalogue.schemas"


def schema_text(name: str, model: type[BaseModel]) -> str:
    """One schema as it stands in its file."""
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": f"{name}.schema.json"}
    return json.dumps(schema | model.model_json_schema(), indent=2, ensure_ascii=False) + "\n"


def write_schemas(models: Mapping[str, type[BaseModel]], folder: Path, check: bool) -> tuple[str, ...]:
    """Writes `<name>.schema.json` for each model whose file is not current; with `check` it writes nothing.

    Returns the names of the files that were not current.
    """
    stale = []
    for name, model in models.items():
        path = folder / f"{name}.schema.json"
        text = schema_text(name, model)
        if path.is_file() and path.read_text(encoding="utf-8") == text:
            continue
        stale.append(path.name)
        if not check:
            folder.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
    return tuple(stale)


def run(models: Mapping[str, type[BaseModel]], arguments: Sequence[str], command: str) -> int:
    """A command line for a set of models: 0, or 1 with `--check` if a schema is not current."""
    check = "--check" in arguments
    stale = write_schemas(models, schemas_folder(), check)
    for name in stale:
        print(f"{name} is not current: run {command}" if check else f"{name} written")
    return 1 if check and stale else 0


if __name__ == "__main__":
    sys.exit(run(MODELS, sys.argv[1:], COMMAND))

"""Writes the JSON Schemas of what people write and machines read: `python -m implan_lint.schemas [--check]`."""

from __future__ import annotations

import sys

from pydantic import BaseModel


def models() -> dict[str, type[BaseModel]]:
    """Schema name -> model, of every floor."""
    from implan_lint.catalogue.schemas import MODELS
    from implan_lint.engine.configuration import Configuration
    from implan_lint.reporters.report_model import Report

    return {**MODELS, "configuration": Configuration, "report": Report}


def main() -> int:
    from implan_lint.catalogue.schemas import run

    return run(models(), sys.argv[1:], "python -m implan_lint.schemas")


if __name__ == "__main__":
    sys.exit(main())

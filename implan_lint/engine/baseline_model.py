"""What a baseline file holds; apart, so that only a run that has one pays for pydantic."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field


class BaselineEntry(BaseModel):
    """One known finding, by rule, section and object."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    code: str
    section: str
    object: str
    fingerprint: str = Field(pattern="^[0-9a-f]{32}$")


class BaselineFile(BaseModel):
    """`implan-lint-baseline.json`: findings that were there when the repository took up the tool."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    version: Literal[1]
    plans: dict[str, tuple[BaselineEntry, ...]] = Field(description="By the plan's path, relative to this file.")

"""What a careful reader wrote down about one plan: the label files of the accuracy benchmark."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from pydantic import AliasChoices, BaseModel, ConfigDict, Field, ValidationError
from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

SECTIONS: Mapping[str, tuple[str, ...]] = {
    "goals": ("doelen",),
    "scope_in": ("scope", "scope_in"),
    "scope_out": ("scope_uit",),
    "stakeholders": ("stakeholders", "doelgroep"),
    "background": ("aanleiding", "inleiding", "context", "huidige_situatie"),
    "deliverables_milestones": ("resultaten", "mijlpalen"),
    "preconditions": ("randvoorwaarden",),
    "activities": ("acties",),
    "organisation": ("projectorganisatie", "leverancier"),
    "communication": ("communicatie",),
    "planning": ("planning",),
    "budget_resources": ("middelen", "budget"),
    "risks": ("risicos",),
    "monitoring_kpis": ("monitoring",),
    "aftercare": ("nazorg",),
    "evaluation": ("evaluatie",),
    "assurance": ("borging",),
    "training": ("training",),
    "management": ("beheer",),
    "implementation_strategy": ("strategieen", "factoren", "belemmerend", "bevorderend"),
}
"""Label -> the tool's section kinds that readers do not tell apart. Other kinds are not measured."""

LABEL_OF = {kind: label for label, kinds in SECTIONS.items() for kind in kinds}


class LabelError(Exception):
    """A label file that can't be used; the message names the file and what is wrong."""


class _Entry(BaseModel):
    """Keys that are not asked for (notes, evidence, status) are allowed and left alone."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    line: int = Field(ge=1)
    optional: bool = False
    """A careful reader may list it and may leave it out."""


class SectionLabel(_Entry):
    form: str = "heading"


class TextLabel(_Entry):
    text: str


class GoalLabel(TextLabel):
    measurable: bool
    time_bound: bool


class ActionLabel(TextLabel):
    owner: str | None
    when: str | None = Field(validation_alias=AliasChoices("when", "date"))


class RiskLabel(TextLabel):
    likelihood: str | None
    impact: str | None
    measure: str | bool | None
    """Its words, or true where they fill a paragraph of their own."""


class Labels(BaseModel):
    """One reader's view of one plan."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    sections: dict[str, list[SectionLabel]] = Field(default_factory=dict)
    goals: list[GoalLabel] = Field(default_factory=list)
    actions: list[ActionLabel] = Field(default_factory=list)
    milestones: list[ActionLabel] = Field(default_factory=list)
    risks: list[RiskLabel] = Field(default_factory=list)

    def doings(self) -> Sequence[ActionLabel]:
        """Actions and milestones: readers differ in what they call either."""
        return [*self.actions, *self.milestones]


def read_labels(path: Path) -> Labels:
    """One label file. Raises LabelError where it is no YAML, lacks a key or names an unknown section."""
    try:
        loaded = YAML(typ="safe").load(path.read_text(encoding="utf-8"))
        labels = Labels.model_validate(loaded)
    except (OSError, UnicodeDecodeError, YAMLError, ValidationError) as error:
        raise LabelError(f"{path}: {error}") from error
    unknown = sorted(set(labels.sections) - set(SECTIONS))
    if unknown:
        raise LabelError(f"{path}: unknown section {', '.join(unknown)}; known are {', '.join(SECTIONS)}")
    return labels

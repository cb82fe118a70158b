"""What one kind of plan must hold, as data; read from `rules/profiles/` by the catalogue."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Phase(StrEnum):
    """Where a plan is in its life: the front matter's `status`."""

    CONCEPT = "concept"
    APPROVED = "vastgesteld"
    RUNNING = "in-uitvoering"
    CLOSED = "afgerond"


@dataclass(frozen=True, slots=True)
class SectionRule:
    """A part that a plan of this kind has: one section kind."""

    kind: str
    required: bool
    satisfied_by: tuple[str, ...] = ()
    """Other section kinds, or entities ("milestone:nazorg", "dated_actions", "table:acties"), that count as it."""
    note: str = ""
    recommended: bool = False
    """A new plan of this kind starts with it, though nothing asks for it by name."""


@dataclass(frozen=True, slots=True)
class TableRule:
    """A table of this kind of plan: `kind` as in plan.model.TableKind."""

    kind: str
    sections: tuple[str, ...]
    """The section kinds in which it stands."""
    columns: tuple[str, ...]
    """Required canonical columns; "belang|behoefte" is satisfied by one of them."""
    optional: tuple[str, ...] = ()
    required: bool = False
    rhythm_allowed: bool = False


@dataclass(frozen=True, slots=True)
class Profile:
    name: str
    title: Mapping[str, str]
    """Per language."""
    aliases: tuple[str, ...]
    sections: tuple[SectionRule, ...]
    tables: tuple[TableRule, ...]
    required_fields: tuple[str, ...]
    """Canonical front-matter fields; "datum|laatst_bijgewerkt" is satisfied by one of them."""
    recommended_fields: tuple[str, ...]
    cues: tuple[str, ...]
    """Folded words and headings that speak for this profile when it must be recognised."""
    template_sentences: tuple[str, ...] = ()
    """Guidance of this profile's own template that must not survive in a plan (STR005)."""

    def requires(self, kind: str) -> bool:
        return any(part.kind == kind and part.required for part in self.sections)

    def table(self, kind: str) -> TableRule | None:
        return next((table for table in self.tables if table.kind == kind), None)

"""Where things were read: words, tables, places, and what every entity has."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from implan_lint.diagnostic import Confidence, Span
from implan_lint.document.model import Cell, Row, Section, Table


@dataclass(frozen=True, slots=True)
class Mention:
    """Literal words and where they stand."""

    text: str
    span: Span


class Origin(StrEnum):
    TABLE_ROW = "table row"
    LIST_ITEM = "list item"
    SENTENCE = "sentence"
    LABEL = "label"
    HEADING = "heading"
    FRONT_MATTER = "front matter"


class TableKind(StrEnum):
    GOALS = "doelen"
    ACTIONS = "acties"
    DATA = "gegevens"
    COMMUNICATION = "communicatie"
    ASSURANCE = "borging"
    MILESTONES = "mijlpalen"
    RISKS = "risicos"
    STAKEHOLDERS = "stakeholders"
    ROLES = "rollen"
    INDICATORS = "kpi"
    BUDGET = "budget"
    FACTORS = "factoren"
    STRATEGIES = "strategie"
    PRECONDITIONS = "randvoorwaarden"
    SCOPE = "scope"
    EVALUATION = "evaluatie"
    FIELDS = "velden"
    """Label | value: a document header."""
    OTHER = "overig"


@dataclass(frozen=True, slots=True)
class PlanTable:
    """A table whose meaning was recognised: its kind and what each column is."""

    table: Table
    kind: TableKind
    columns: Mapping[str, int]
    """Canonical column -> index. A merged header ("Wie/wanneer") gives two columns one index."""
    section: Section
    section_kinds: tuple[str, ...]
    """What the section around it is about, nearest meaning heading first."""

    def cell(self, row: Row, column: str) -> Cell | None:
        index = self.columns.get(column)
        return row.cells[index] if index is not None and index < len(row.cells) else None

    def header(self, column: str) -> str:
        """The column's heading as written; empty if the table has no such column."""
        index = self.columns.get(column)
        return self.table.header[index].text.plain if index is not None else ""


@dataclass(frozen=True, slots=True)
class Place:
    """Where an entity was read, and how sure that is."""

    origin: Origin
    section: Section | None
    table: PlanTable | None = None
    row: Row | None = None
    row_number: int | None = None
    """1-based, counting the table's body rows."""
    confidence: Confidence = Confidence.HIGH


@dataclass(frozen=True, slots=True)
class Entity:
    text: str
    span: Span
    line: int
    place: Place

    def slot(self, column: str) -> Span:
        """Where the value of `column` stands or should stand: its cell, or the entity's own words."""
        if self.place.table is not None and self.place.row is not None:
            cell = self.place.table.cell(self.place.row, column)
            if cell is not None:
                return cell.text.span
        return self.span


@dataclass(frozen=True, slots=True)
class Reference:
    """A pointer to a numbered object: "Doel 2", "1-3", "alle"."""

    numbers: tuple[int, ...]
    collective: bool
    """"alle", "alle doelen", "algemeen"."""
    text: str
    span: Span

"""What a plan means: the things that it promises, each still knowing its words in the source.

An entity's parts are Mentions (literal words with a span). A part that is missing is None, and its `slot`
says where it would have been written: the empty cell, or else the entity's own words.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from implan_lint.diagnostic import Confidence, Span
from implan_lint.document.model import Cell, Document, Heading, Row, Section, Table
from implan_lint.plan.profile import Phase, Profile
from implan_lint.plan.time.period import Period
from implan_lint.plan.vocabulary import Vocabulary


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


@dataclass(frozen=True, slots=True)
class Evidence:
    """One SMART letter of a goal: the words that count, or none."""

    letter: str
    quotes: tuple[Mention, ...]
    confidence: Confidence
    looked_for: tuple[str, ...] = ()
    """For a letter that no text can decide (A, R): the words that would have counted, a trailing * meaning prefix."""
    missing: tuple[str, ...] = ()
    """For S, of which part no words were found: "result", "who"."""

    @property
    def found(self) -> bool:
        return bool(self.quotes) and not self.missing


@dataclass(frozen=True, slots=True)
class Goal(Entity):
    number: int | None
    id_text: str
    """"Doel 2", "D1", "2" or ""."""
    is_empty: bool
    """A template's "Doel 3" without any words."""
    measurable: Evidence
    time_bound: Evidence
    times: tuple[Period, ...]
    """Every time expression in the goal, its row or the heading it inherits from."""
    baseline: Mention | None
    """What the value is today: "12 weken"."""
    target: Mention | None
    """What it must become: "8 weken"."""
    horizon: str
    """"kort", "lang" or ""."""
    vague_verb: Mention | None
    """"optimaliseren" without a measure in the same sentence."""
    negation: Mention | None
    """The avoidance at the core of the goal ("voorkomen dat")."""
    specific: Evidence
    acceptable: Evidence
    realistic: Evidence

    @property
    def smart(self) -> tuple[Evidence, ...]:
        """The letters in their order: S, M, A, R, T."""
        return self.specific, self.measurable, self.acceptable, self.realistic, self.time_bound


class ActionKind(StrEnum):
    ACTION = "actie"
    DATA = "gegevens"
    COMMUNICATION = "communicatie"
    ASSURANCE = "borging"
    STRATEGY = "strategie"


class OwnerKind(StrEnum):
    PERSON = "person"
    ROLE = "role"
    GROUP = "group"
    """A named team, department or project body."""
    VAGUE = "vague"
    """iedereen, het team, wij."""
    PLACEHOLDER = "placeholder"
    """n.n.b., TBD, ?."""


@dataclass(frozen=True, slots=True)
class Owner:
    """One party of an owner cell ("Sanne de Wit, i.s.m. team ICT" holds two)."""

    name: str
    kind: OwnerKind
    span: Span


@dataclass(frozen=True, slots=True)
class Action(Entity):
    kind: ActionKind
    owner: Mention | None
    """The literal words for who does it; None if there are none or only a placeholder (then `owner_blank` holds it)."""
    owners: tuple[Owner, ...]
    owner_blank: Mention | None
    """"n.t.b.", "?", "[naam]" where an owner should be."""
    when: Mention | None
    """The literal words for when, own or inherited from a phase heading; None if none or only a placeholder."""
    when_blank: Mention | None
    period: Period | None
    """What `when` means."""
    when_inherited: bool
    goals: Reference | None
    done: bool | None
    """None where the plan keeps no progress."""
    withdrawn: bool
    vague_verb: Mention | None
    status: str

    def slot(self, column: str) -> Span:
        """As for any entity; where a placeholder or an empty label stands ("Wanneer:"), that place."""
        if column in ("wie", "wie_legt_vast", "afzender") and self.owner_blank is not None:
            return self.owner_blank.span
        if column in ("wanneer", "frequentie", "eind", "start") and self.when_blank is not None:
            return self.when_blank.span
        return Entity.slot(self, column)


class MilestoneType(StrEnum):
    """What a milestone is about; RES001 and the order rules ask for these."""

    ROLES = "taken_verantwoordelijkheden"
    TRAINING = "opleiding"
    OPERATIONS = "beheer"
    MIGRATION = "draaiboek_migratie"
    AGREEMENTS = "dap"
    GO_LIVE = "livegang"
    TEST = "test"
    PILOT = "pilot"
    AFTERCARE = "nazorg"
    INTERIM_EVALUATION = "tussenevaluatie"
    EVALUATION = "evaluatie"
    OTHER = "overig"


@dataclass(frozen=True, slots=True)
class Milestone(Entity):
    type: MilestoneType
    owner: Mention | None
    when: Mention | None
    period: Period | None
    number: int | None


class ScopeSide(StrEnum):
    IN = "in"
    OUT = "out"
    LATER = "later"


@dataclass(frozen=True, slots=True)
class ScopeItem(Entity):
    side: ScopeSide
    trivial: bool
    """"geen", "alles wat niet genoemd is": no real exclusion."""


@dataclass(frozen=True, slots=True)
class Stakeholder(Entity):
    """`text` is the name."""

    interest: Mention | None
    """belang, behoefte, verwachting, or the words in brackets behind the name."""
    influence: Mention | None
    involvement: Mention | None
    approach: Mention | None
    collective: bool


@dataclass(frozen=True, slots=True)
class Communication(Entity):
    """One row or agreement; `text` is the message, or else the audience or the form."""

    audience: Mention | None
    message: Mention | None
    channel: Mention | None
    moment: Mention | None
    period: Period | None
    sender: Mention | None
    goals: Reference | None
    collective: bool
    """Addressed to all stakeholders."""


@dataclass(frozen=True, slots=True)
class Risk(Entity):
    number: int | None
    likelihood: Mention | None
    impact: Mention | None
    score: Mention | None
    level: int | None
    """1 low to 4 critical, of likelihood and impact together; None if it can't be told."""
    preventive: Mention | None
    corrective: Mention | None
    measure: Mention | None
    """A measure that is not said to be preventive or corrective."""
    accepted: bool
    owner: Mention | None

    @property
    def measures(self) -> tuple[Mention, ...]:
        return tuple(m for m in (self.preventive, self.corrective, self.measure) if m is not None)


@dataclass(frozen=True, slots=True)
class Indicator(Entity):
    goals: Reference | None
    baseline: Mention | None
    target: Mention | None
    owner: Mention | None
    source: Mention | None
    rhythm: Mention | None


@dataclass(frozen=True, slots=True)
class Role(Entity):
    """`text` is the role, `person` who holds it."""

    person: Mention | None
    organisation: Mention | None


class Polarity(StrEnum):
    BARRIER = "belemmerend"
    FACILITATOR = "bevorderend"
    UNKNOWN = "onbekend"


@dataclass(frozen=True, slots=True)
class Factor(Entity):
    """What stands in the way of the implementation, or helps it."""

    polarity: Polarity
    id_text: str
    """"B1", "2" or ""."""
    strategy: Mention | None
    """The answer that its own row or item gives."""


@dataclass(frozen=True, slots=True)
class Strategy(Entity):
    id_text: str
    """"S1", "2" or ""."""
    owner: Mention | None
    when: Mention | None


class EvaluationKind(StrEnum):
    INTERIM = "tussentijds"
    FINAL = "eind"
    ONGOING = "blijvend"


@dataclass(frozen=True, slots=True)
class Evaluation(Entity):
    kind: EvaluationKind
    owner: Mention | None
    when: Mention | None
    period: Period | None
    is_row: bool
    """It is an action or milestone, so the rules for those speak about its owner and date."""


@dataclass(frozen=True, slots=True)
class Aftercare(Entity):
    owner: Mention | None
    when: Mention | None
    period: Period | None
    is_row: bool


@dataclass(frozen=True, slots=True)
class Exclusion:
    """Nazorg or evaluatie that the plan rules out ("nazorg valt buiten scope"); `kind` is the section kind."""

    kind: str
    span: Span


@dataclass(frozen=True, slots=True)
class MetaField:
    """One fact about the plan, from the front matter or from a label line in the text."""

    name: str
    """Canonical field: titel, profiel, organisatie, startdatum, ..."""
    text: str
    span: Span
    key_span: Span
    day: date | None
    """The value as a date, for date fields that can be read."""
    from_front_matter: bool


@dataclass(frozen=True, slots=True)
class PlanSection:
    """A section with what it is about."""

    section: Section
    heading: Heading
    kinds: tuple[str, ...]
    """Canonical kinds of its own heading."""
    inherited: tuple[str, ...]
    """Kinds of the nearest heading above it that has any."""
    is_empty: bool
    """No words, no filled row, neither here nor below."""
    na_reason: str
    """Why it does not apply ("Niet van toepassing, omdat ..."), or ""."""

    @property
    def is_real_heading(self) -> bool:
        return self.heading.form.value in ("atx", "setext")


@dataclass(frozen=True, slots=True)
class Presence:
    """A part of the plan that is there, by a heading of its own or otherwise."""

    kind: str
    span: Span
    line: int
    by: str
    """"heading", "label", "table", "list", "sentence", "front matter", "row"."""


@dataclass(frozen=True, slots=True)
class Lifetime:
    """The plan's own dates; `None` where it does not say. Each with the words that say it."""

    start: date | None
    end: date | None
    go_live: date | None
    start_span: Span | None
    end_span: Span | None
    go_live_span: Span | None
    derived: bool
    """Start or end come from the planning, not from a field of their own."""


@dataclass(frozen=True, slots=True)
class Plan:
    document: Document
    profile: Profile
    profile_given: bool
    """By front matter, configuration or argument; otherwise recognised, or `algemeen` for want of better."""
    phase: Phase
    phase_given: bool
    language: str
    """"nl" or "en": what the text is written in."""
    today: date
    vocabulary: Vocabulary
    meta: Mapping[str, MetaField]
    lifetime: Lifetime
    sections: tuple[PlanSection, ...]
    tables: tuple[PlanTable, ...]
    presence: Mapping[str, Presence]
    goals: tuple[Goal, ...]
    actions: tuple[Action, ...]
    milestones: tuple[Milestone, ...]
    scope: tuple[ScopeItem, ...]
    stakeholders: tuple[Stakeholder, ...]
    communications: tuple[Communication, ...]
    risks: tuple[Risk, ...]
    indicators: tuple[Indicator, ...]
    roles: tuple[Role, ...]
    evaluations: tuple[Evaluation, ...]
    aftercare: tuple[Aftercare, ...]
    exclusions: tuple[Exclusion, ...]
    profile_names: tuple[str, ...] = ()
    """Every profile that there is, so that a misspelt one can be told from the nearest."""
    factors: tuple[Factor, ...] = ()
    strategies: tuple[Strategy, ...] = ()

    def of_kind(self, *kinds: str) -> Iterator[PlanSection]:
        """Sections whose own heading means one of these kinds."""
        for section in self.sections:
            if any(kind in kinds for kind in section.kinds):
                yield section

    def has(self, *kinds: str) -> bool:
        return any(kind in self.presence for kind in kinds)

    @property
    def start_of_body(self) -> Span:
        """Where a finding about the whole plan points: the first heading, or the first character of the text."""
        for section in self.document.sections():
            if section.heading is not None:
                return section.heading.span
        start = self.document.front_matter.span.end
        text = self.document.source.text
        while start < len(text) and text[start].isspace():
            start += 1
        line = self.document.source.line_of(min(start, max(0, len(text) - 1)))
        return self.document.source.line_span(line)

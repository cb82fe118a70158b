"""What the plan promises: goals, actions, milestones, scope, indicators, evaluation, aftercare."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from implan_lint.diagnostic import Confidence, Span
from implan_lint.plan.model.places import Entity, Mention, Reference
from implan_lint.plan.time.period import Period


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
class Indicator(Entity):
    goals: Reference | None
    baseline: Mention | None
    target: Mention | None
    owner: Mention | None
    source: Mention | None
    rhythm: Mention | None


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

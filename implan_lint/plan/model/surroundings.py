"""Whom and what the plan has to deal with: people, talks, risks, factors and the answers to them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from implan_lint.plan.model.places import Entity, Mention, Reference
from implan_lint.plan.time.period import Period


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


@dataclass(frozen=True, slots=True)
class Precondition(Entity):
    """What must be arranged before or while the plan is carried out."""

    owner: Mention | None
    when: Mention | None

"""What a time expression means: an interval of days, and how exactly it was said."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from implan_lint.diagnostic import Span


class TimeKind(StrEnum):
    MOMENT = "moment"
    """A day, week, month, quarter, season, (school) year or a range of them: something with an end."""
    RELATIVE = "relative"
    """Counted from an event: "binnen 6 maanden na livegang", "T+4 weken". Dated if the event's date is known."""
    DURATION = "duration"
    """A length without an anchor: "binnen 6 maanden", "2 weken". An end, but from an unsaid start."""
    EVENT = "event"
    """"na akkoord", "bij livegang", "sprint 4"."""
    RECURRING = "recurring"
    """A rhythm: "maandelijks", "elke 6 weken". No end."""
    CONTINUOUS = "continuous"
    """"doorlopend", "structureel". No end."""
    VAGUE = "vague"
    """"zsm", "op termijn", "binnenkort"."""
    PLACEHOLDER = "placeholder"
    """"n.t.b.", "TBD", "?", "-"."""
    IMPOSSIBLE = "impossible"
    """Written as a date that does not exist: 31-02-2026, week 54, 03/15/2026."""

    @property
    def is_term(self) -> bool:
        """Whether it says when something ends (DOE003, ACT003)."""
        return self in _TERMS


_TERMS = {TimeKind.MOMENT, TimeKind.RELATIVE, TimeKind.DURATION, TimeKind.EVENT}


class Precision(StrEnum):
    DAY = "day"
    WEEK = "week"
    PART = "part"
    """Part of a month or a year: eind mei, medio 2026."""
    MONTH = "month"
    QUARTER = "quarter"
    SEASON = "season"
    YEAR = "year"
    NONE = "none"


class Bound(StrEnum):
    """What a direction word makes of the interval."""

    WITHIN = "within"
    BEFORE = "before"
    """uiterlijk, vóór, tot: only the end is meant."""
    FROM = "from"
    """vanaf, met ingang van, na: only the start is meant."""
    AROUND = "around"


@dataclass(frozen=True, slots=True)
class Period:
    """One time expression. Without a known year, or for a rhythm or an event, there is no interval."""

    text: str
    span: Span
    kind: TimeKind
    earliest: date | None = None
    latest: date | None = None
    """Both inclusive. "vóór 1 juli 2026" ends on 30 June, "uiterlijk 1 juli 2026" on 1 July; such a period has
    no earliest day."""
    precision: Precision = Precision.NONE
    has_year: bool = False
    """Whether the text itself names the year."""
    year_inferred: bool = False
    """The year comes from the plan's period."""
    bound: Bound = Bound.WITHIN
    anchor: str = ""
    """The event of a RELATIVE or EVENT expression, in canonical words: "livegang", "oplevering", "start", ..."""

    @property
    def is_dated(self) -> bool:
        return self.earliest is not None or self.latest is not None

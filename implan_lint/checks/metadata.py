"""What a plan says about itself: its front matter, its dates, its profile."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches

from implan_lint.checks.base import Look, NoParameters, check
from implan_lint.checks.fill_in import is_placeholder
from implan_lint.checks.whole import is_filled, is_fragment
from implan_lint.diagnostic import Finding, Related, Span, Term, Value
from implan_lint.plan.meta import DATE_FIELDS
from implan_lint.plan.model import MetaField, Plan
from implan_lint.plan.profile import Phase
from implan_lint.plan.recognise import DEFAULT
from implan_lint.plan.time.period import TimeKind
from implan_lint.plan.time.reader import read_day
from implan_lint.plan.words import fold

_FIELDS_LOST = ("syntax", "not-a-mapping", "unclosed", "toml")
"""Faults behind which fields may stand that could not be read: then nobody can say what is missing."""
_PROFILE_KEYS = ("profiel", "profile")
_TIME_OF_DAY = re.compile(r"(\d{4}-\d{2}-\d{2})[T ]\d{2}:\d{2}.{0,30}")


# ---------------------------------------------------------------- MET001


@check(
    "detail",
    variants=("", "empty", "syntax", "not-a-mapping", "duplicate-key", "unclosed", "toml"),
)
def front_matter(plan: Plan, look: Look, with_: NoParameters) -> Iterator[Finding]:
    """No front matter, nothing in it, or YAML that can't be read."""
    look.once()
    found = plan.document.front_matter
    for error in found.errors:
        yield Finding(error.span, {"detail": error.detail}, error.message, ("front matter",))
    if found.errors:
        return
    if not found.present:
        yield Finding(plan.document.source.line_span(1), {"detail": ""}, about=("front matter",))
    elif not found.fields:
        yield Finding(_closing_line(plan), {"detail": ""}, "empty", ("front matter",))


def _closing_line(plan: Plan) -> Span:
    """Where a missing field would be written: just above the line that closes the front matter."""
    source = plan.document.source
    return source.line_span(source.line_of(max(0, plan.document.front_matter.span.end - 1)))


# ---------------------------------------------------------------- MET002


@check("field", "profile", variants=("", "either", "empty", "placeholder", "profile"))
def required_field(plan: Plan, look: Look, with_: NoParameters) -> Iterator[Finding]:
    """Fields that the profile requires and that neither the front matter nor a label in the text fills in."""
    matter = plan.document.front_matter
    if not matter.fields or any(error.message in _FIELDS_LOST for error in matter.errors):
        return
    for wanted in look(plan.profile.required_fields):
        names = wanted.split("|")
        fields = [plan.meta[name] for name in names if name in plan.meta]
        if any(is_filled(plan, field) and not is_placeholder(plan, field) for field in fields):
            continue
        if "profiel" in names and plan.profile_given:
            continue
        yield _unfilled(plan, names, fields)


def _unfilled(plan: Plan, names: list[str], fields: list[MetaField]) -> Finding:
    about = tuple(f"field:{name}" for name in names)
    values: dict[str, Value] = {
        "field": tuple(Term("field", name) for name in names),
        "profile": Term("profile", plan.profile.name),
    }
    if not fields:
        variant = "profile" if "profiel" in names else "either" if len(names) > 1 else ""
        return Finding(_closing_line(plan), values, variant, about)
    field = fields[0]
    values["field"] = Term("field", field.name)
    cell = f"cell:{field.span.start}-{field.span.end}"
    if field.text.strip():
        return Finding(field.span, values, "placeholder", (*about, cell))
    return Finding(field.key_span, values, "empty", (*about, cell))


# ---------------------------------------------------------------- MET003


@dataclass(frozen=True, slots=True)
class Ages:
    days: int = 180
    """How many days a plan may go without an update."""
    growing_days: int = 90
    """The same for a plan that grows while it is carried out."""
    growing: tuple[str, ...] = ("ips-onderwijs",)
    """The profiles of such plans."""


@check("field", "day", "days", parameters=Ages)
def outdated(plan: Plan, look: Look, with_: Ages) -> Iterator[Finding]:
    """Not updated for long while there is still work to do."""
    field = plan.meta.get("laatst_bijgewerkt")
    if field is None or field.day is None or plan.phase in (Phase.APPROVED, Phase.CLOSED):
        return
    look.once()
    allowed = with_.growing_days if plan.profile.name in with_.growing else with_.days
    age = (plan.today - field.day).days
    if age > allowed and _is_alive(plan):
        values: dict[str, Value] = {"field": Term("field", field.name), "day": field.day, "days": age}
        yield Finding(field.span, values, about=("field:laatst_bijgewerkt",))


def _is_alive(plan: Plan) -> bool:
    if plan.lifetime.end is not None and plan.lifetime.end >= plan.today:
        return True
    return any(not action.done and not action.withdrawn for action in plan.actions)


# ---------------------------------------------------------------- MET004


@check(
    "field", "text", "day", "other", "other_day",
    variants=("unreadable", "impossible", "inexact", "future", "reversed", "go-live-early", "go-live-late"),
)  # fmt: skip
def date_field(plan: Plan, look: Look, with_: NoParameters) -> Iterator[Finding]:
    """Dates that can't be read, can't exist or can't all be true."""
    for name in DATE_FIELDS:
        if name in plan.meta:
            look.once()
            yield from _unreadable(plan, plan.meta[name])
    updated = plan.meta.get("laatst_bijgewerkt")
    if updated is not None and updated.day is not None and updated.day > plan.today:
        yield _clash(updated, updated, "future")
    yield from _reversed(plan, "startdatum", "einddatum", "reversed")
    yield from _reversed(plan, "startdatum", "livegang", "go-live-early")
    yield from _reversed(plan, "livegang", "einddatum", "go-live-late")


def _unreadable(plan: Plan, field: MetaField) -> Iterator[Finding]:
    text = field.text.strip()
    if not text or field.day is not None or is_placeholder(plan, field) or _TIME_OF_DAY.fullmatch(text):
        return
    reading = read_day(text)
    variant = {"impossible": "impossible", "unreadable": "unreadable"}.get(reading.problem, "inexact")
    if variant != "impossible" and not field.from_front_matter:
        # "Start: na akkoord" in the text is an ordinary sentence, no date field.
        return
    if variant == "inexact" and reading.period is not None and reading.period.kind is not TimeKind.MOMENT:
        variant = "unreadable"
    values: dict[str, Value] = {"field": Term("field", field.name), "text": text}
    values |= {"day": "", "other": "", "other_day": ""}
    yield Finding(field.span, values, variant, (f"field:{field.name}",))


def _reversed(plan: Plan, earlier: str, later: str, variant: str) -> Iterator[Finding]:
    """The two fields' days stand in the wrong order. Labels in the text are only compared with each other."""
    first, last = plan.meta.get(earlier), plan.meta.get(later)
    if first is None or last is None or first.day is None or last.day is None:
        return
    if first.day > last.day and first.from_front_matter == last.from_front_matter:
        wrong, other = (first, last) if variant == "go-live-late" else (last, first)
        yield _clash(wrong, other, variant)


def _clash(wrong: MetaField, other: MetaField, variant: str) -> Finding:
    values: dict[str, Value] = {
        "field": Term("field", wrong.name),
        "text": wrong.text,
        "day": wrong.day or wrong.text,
        "other": Term("field", other.name),
        "other_day": other.day or other.text,
    }
    role = {"startdatum": "start", "einddatum": "end", "livegang": "go_live"}.get(other.name)
    related = (Related(other.span, Term("role", role)),) if role and other is not wrong else ()
    return Finding(wrong.span, values, variant, (f"field:{wrong.name}",), related)


# ---------------------------------------------------------------- MET005


@check()
def project_period(plan: Plan, look: Look, with_: NoParameters) -> Iterator[Finding]:
    """Nothing says from when to when the project runs, not even the planning."""
    if is_fragment(plan):
        return
    look.once()
    known = plan.lifetime.start or plan.lifetime.end
    said = any(name in plan.meta and is_filled(plan, plan.meta[name]) for name in ("startdatum", "einddatum"))
    if not known and not said:
        span = _closing_line(plan) if plan.document.front_matter.present else plan.start_of_body
        yield Finding(span, about=("field:startdatum", "field:einddatum"))


# ---------------------------------------------------------------- MET006


@check(
    "text", "profile", "nearest", "profiles",
    variants=("unknown", "misspelt", "recognised", "default", "fragment"),
)  # fmt: skip
def profile(plan: Plan, look: Look, with_: NoParameters) -> Iterator[Finding]:
    """A profile that does not exist, or none: then which one was chosen."""
    look.once()
    if plan.profile_given:
        return
    field = plan.meta.get("profiel")
    values: dict[str, Value] = {
        "text": field.text if field else "",
        "profile": plan.profile.name,
        "nearest": "",
        "profiles": plan.profile_names,
    }
    about = ("field:profiel",)
    if field is not None and field.text.strip() and _names_a_profile(plan, field):
        near = get_close_matches(fold(field.text)[:60], plan.profile_names, n=1)
        values["nearest"] = near[0] if near else ""
        yield Finding(field.span, values, "misspelt" if near else "unknown", about)
        return
    variant = "recognised" if plan.profile.name != DEFAULT else "fragment" if is_fragment(plan) else "default"
    front = plan.document.front_matter
    yield Finding(_closing_line(plan) if front.present else plan.start_of_body, values, variant, about)


def _names_a_profile(plan: Plan, field: MetaField) -> bool:
    """Other keys that may stand for a profile ("sjabloon: standaard A4") mean something else more often than not."""
    key = plan.document.source.slice(field.key_span).strip("\"'")
    return fold(key) in _PROFILE_KEYS and not is_placeholder(plan, field)

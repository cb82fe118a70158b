"""Front matter that is understood, but written otherwise than other programs and readers expect."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date

from implan_lint.checks.base import Look, NoParameters, check
from implan_lint.diagnostic import Edit, Finding, Repair, Span, Term, Value
from implan_lint.document.model import Field
from implan_lint.plan.lexicon import Lexicon
from implan_lint.plan.meta import DATE_FIELDS
from implan_lint.plan.model import MetaField, Plan
from implan_lint.plan.words import fold

# ---------------------------------------------------------------- MET009

_DAY_FIRST = re.compile(r"(\d{1,2})\s?[-./]\s?(\d{1,2})\s?[-./]\s?(\d{2}|\d{4})")
_YEAR_FIRST = re.compile(r"\d{4}[-./]\d{1,2}[-./]\d{1,2}")
_MONTHS = 12


@check("field", "text", "iso", variants=("", "ambiguous"), fixes=True)
def date_notation(plan: Plan, look: Look, _: NoParameters) -> Iterator[Finding]:
    """Dates in digits of which the order has to be known; `ambiguous`: they can be read as two days."""
    for name in DATE_FIELDS:
        field = plan.meta.get(name)
        if field is None or not field.from_front_matter:
            continue
        look.once()
        if field.day is not None and _is_in_other_digits(field.text, field.day):
            yield _in_digits(plan, field, field.day)


def _is_in_other_digits(text: str, day: date) -> bool:
    if text == day.isoformat():
        return False
    return _DAY_FIRST.fullmatch(text) is not None or _YEAR_FIRST.fullmatch(text) is not None


def _in_digits(plan: Plan, field: MetaField, day: date) -> Finding:
    values: dict[str, Value] = {"field": Term("field", field.name), "text": field.text, "iso": day.isoformat()}
    about = (f"field:{field.name}",)
    if _is_ambiguous(plan, field.text):
        return Finding(field.span, values, "ambiguous", about)
    place = _written(plan, field.span, field.text)
    fix = Repair((Edit(place, day.isoformat()),), safe=True) if place is not None else None
    return Finding(field.span, values, about=about, fix=fix)


def _is_ambiguous(plan: Plan, text: str) -> bool:
    """A year of two digits, or in English a first number that may as well be the month."""
    match = _DAY_FIRST.fullmatch(text)
    if match is None:
        return False
    day, month, year = match.groups()
    return len(year) == 2 or (plan.language == "en" and int(day) <= _MONTHS and int(day) != int(month))


def _written(plan: Plan, span: Span, text: str) -> Span | None:
    """Where a text stands within its quotes; None where YAML made it of something else."""
    raw = plan.document.source.slice(span)
    for quote in ("", '"', "'"):
        if raw == f"{quote}{text}{quote}":
            return Span(span.start + len(quote), span.end - len(quote))
    return None


# ---------------------------------------------------------------- MET010

_JOINTS = re.compile(r"[\s_-]+")


@check("key", "wanted", variants=("", "synonym"), fixes=True)
def field_name(plan: Plan, look: Look, _: NoParameters) -> Iterator[Finding]:
    """Keys for which there is a usual name; `synonym`: another word for it, not just another spelling."""
    lexicon = Lexicon(plan.vocabulary)
    fields = plan.document.front_matter.fields
    names = {field.key: lexicon.field_of(field.key) for field in fields}
    often = Counter(names.values())
    for field in look(fields):
        name = names[field.key]
        if name is not None and often[name] == 1 and name in plan.vocabulary.names.get("field", {}):
            yield from _otherwise_named(plan, lexicon, field, name)


def _otherwise_named(plan: Plan, lexicon: Lexicon, field: Field, name: str) -> Iterator[Finding]:
    usual = {language: words.replace(" ", "_") for language, words in plan.vocabulary.names["field"][name].items()}
    usual = {language: key for language, key in usual.items() if lexicon.field_of(key) == name}
    if field.key in usual.values() or not usual:
        return
    respelt = next((key for key in usual.values() if _letters(key) == _letters(field.key)), "")
    wanted = respelt or usual.get(plan.language) or next(iter(usual.values()))
    place = _written(plan, field.key_span, field.key)
    fix = Repair((Edit(place, wanted),), safe=bool(respelt)) if place is not None else None
    values: dict[str, Value] = {"key": field.key, "wanted": wanted}
    yield Finding(field.key_span, values, "" if respelt else "synonym", (f"name:{name}",), fix=fix)


def _letters(key: str) -> str:
    return _JOINTS.sub("", fold(key))

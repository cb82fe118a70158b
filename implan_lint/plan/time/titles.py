"""Titles that are nothing but a time: "Maart", "April en mei:", "Najaar 2026"."""

from __future__ import annotations

import re
from dataclasses import replace

from implan_lint.diagnostic import Span
from implan_lint.plan.time.period import Period, TimeKind
from implan_lint.plan.time.reader import TimeContext, read_period

_AND = re.compile(r"\s*[,;&+/]\s*(?:(?:en|and)\s+)?|\s+(?:en|and)\s+", re.IGNORECASE)
_CLOSING = ":.*_ "


def read_title(text: str, context: TimeContext) -> Period | None:
    """The moments that a whole title names, from the first to the last; None where it says more than that."""
    words = text.rstrip(_CLOSING)
    whole = _moment(words, context)
    if whole is not None:
        return whole
    parts = [_moment(part, context) for part in _AND.split(words)]
    moments = [part for part in parts if part is not None]
    if len(moments) < len(parts) or not all(moment.is_dated for moment in moments):
        return None
    return replace(moments[0], text=words, span=Span(0, len(words)), latest=moments[-1].latest)


def _moment(words: str, context: TimeContext) -> Period | None:
    found = read_period(words, context) if words.strip() else None
    if found is None or found.kind is not TimeKind.MOMENT or found.text != words.strip():
        return None
    return found

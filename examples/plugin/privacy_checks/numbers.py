"""Numbers that point at one person."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from implan_lint.checks.base import Look, check
from implan_lint.diagnostic import Finding, Span
from implan_lint.plan.model import Plan

_NINE_DIGITS = re.compile(r"(?<![\d.,-])\d{9}(?![\d.,-]*\d)")
_WEIGHTS = (9, 8, 7, 6, 5, 4, 3, 2, -1)


@dataclass(frozen=True, slots=True)
class Near:
    """What a rule page may set with `with:`."""

    words: tuple[str, ...] = ("bsn", "burgerservicenummer")
    """Words of which one must stand on the same line."""


@check("shown", "word", parameters=Near)
def citizen_number(plan: Plan, look: Look, with_: Near) -> Iterator[Finding]:
    """A burgerservicenummer: nine digits that pass its check sum, on a line that says that it is one."""
    start = 0
    for line in plan.document.source.text.splitlines(keepends=True):
        word = next((word for word in with_.words if word in line.casefold()), None)
        if word is not None:
            for match in look(_NINE_DIGITS.finditer(line)):
                if _passes(match[0]):
                    span = Span(start + match.start(), start + match.end())
                    # The message must not spread what should not be there.
                    yield Finding(span, {"shown": f"{match[0][:2]}…{match[0][-2:]}", "word": word})
        start += len(line)


def _passes(digits: str) -> bool:
    return digits != "000000000" and not sum(w * int(d) for w, d in zip(_WEIGHTS, digits, strict=True)) % 11

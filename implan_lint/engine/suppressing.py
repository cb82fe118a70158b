"""Takes out the findings that the author has accepted, and tells what came of each suppression."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from implan_lint.diagnostic import Diagnostic
from implan_lint.document.suppressions import Code, Suppression
from implan_lint.engine.internal import NAMES
from implan_lint.plan.model import SuppressionUse


@dataclass(frozen=True, slots=True)
class Suppressed:
    """A finding that isn't shown, and the author's word that hides it."""

    diagnostic: Diagnostic
    suppression: Suppression


def set_apart(
    diagnostics: Iterable[Diagnostic], suppressions: Collection[Suppression], today: date
) -> tuple[list[Diagnostic], list[Suppressed]]:
    """The findings to show, and those that a suppression in force is about. Our own faults can't be suppressed."""
    in_force = [one for one in suppressions if one.readable and not expired(one, today)]
    shown: list[Diagnostic] = []
    hidden: list[Suppressed] = []
    for found in diagnostics:
        by = next((one for one in in_force if _is_about(one, found)), None)
        if by is None or found.code in NAMES:
            shown.append(found)
        else:
            hidden.append(Suppressed(found, by))
    return shown, hidden


def expired(suppression: Suppression, today: date) -> bool:
    return suppression.until is not None and suppression.until < today


def uses(
    suppressions: Iterable[Suppression],
    hidden: Iterable[Suppressed],
    *,
    today: date,
    known: Collection[str],
    ran: Collection[str],
) -> tuple[SuppressionUse, ...]:
    """What came of each: `known` are the codes of all rules, `ran` those that looked at this plan.

    A code counts as unused only where every rule that it names has looked.
    """
    found = [one.diagnostic for one in hidden]

    def is_known(code: Code) -> bool:
        return any(rule.startswith(code.text) for rule in known)

    def is_unused(code: Code, suppression: Suppression) -> bool:
        named = [rule for rule in known if rule.startswith(code.text)]
        if not all(rule in ran for rule in named):
            return False
        return not any(one.code in named and suppression.covers_place(one.span.start) for one in found)

    return tuple(
        SuppressionUse(
            one,
            expired=expired(one, today),
            unknown=tuple(code for code in one.codes if not is_known(code)),
            unused=tuple(
                code for code in one.codes if is_known(code) and not expired(one, today) and is_unused(code, one)
            ),
        )
        for one in suppressions
    )


def _is_about(suppression: Suppression, found: Diagnostic) -> bool:
    return suppression.covers_place(found.span.start) and suppression.names(found.code)

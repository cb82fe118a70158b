"""Takes out the findings that the author has accepted, and tells what came of each suppression."""

from __future__ import annotations

from bisect import bisect_left
from collections import deque
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from heapq import heappop, heappush

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
    every = list(diagnostics)
    first = _first_about(in_force, every) if in_force else {}
    for index, found in enumerate(every):
        by = first.get(index)
        if by is None or found.code in NAMES:
            shown.append(found)
        else:
            hidden.append(Suppressed(found, by))
    return shown, hidden


def _first_about(suppressions: Sequence[Suppression], diagnostics: Sequence[Diagnostic]) -> dict[int, Suppression]:
    """Per finding (by its index) the first suppression about it, in one walk along the text."""
    waiting: dict[str, deque[tuple[int, int]]] = {}
    for index in sorted(range(len(suppressions)), key=lambda index: suppressions[index].covers.start):
        for name in {code.text for code in suppressions[index].codes}:
            waiting.setdefault(name, deque()).append((suppressions[index].covers.start, index))
    reached: dict[str, list[int]] = {name: [] for name in waiting}
    about: dict[int, Suppression] = {}
    for number in sorted(range(len(diagnostics)), key=lambda number: diagnostics[number].span.start):
        found = diagnostics[number]
        indices = []
        for name in _names(found.code):
            queue, heap = waiting.get(name, deque()), reached.get(name, [])
            while queue and queue[0][0] <= found.span.start:
                heappush(heap, queue.popleft()[1])
            while heap and suppressions[heap[0]].covers.end < found.span.start:
                heappop(heap)
            indices += heap[:1]
        if indices:
            about[number] = suppressions[min(indices)]
    return about


def _names(code: str) -> Iterable[str]:
    """All that a code can be named by: its beginnings and itself."""
    return (code[:length] for length in range(1, len(code) + 1))


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
    places: dict[str, list[int]] = {}
    for found in sorted((one.diagnostic for one in hidden), key=lambda found: found.span.start):
        for name in _names(found.code):
            places.setdefault(name, []).append(found.span.start)
    named: dict[str, list[str]] = {}
    for rule in known:
        for name in _names(rule):
            named.setdefault(name, []).append(rule)

    def is_known(code: Code) -> bool:
        return code.text in named

    def is_unused(code: Code, suppression: Suppression) -> bool:
        if not all(rule in ran for rule in named[code.text]):
            return False
        starts = places.get(code.text, [])
        first = bisect_left(starts, suppression.covers.start)
        return first == len(starts) or starts[first] > suppression.covers.end

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

"""What was approved: a fingerprint of each goal, scope item and budget line, kept in the front matter.

    goedkeuring:
      op: 2026-11-24
      door: Sanne de Vries
      doelen: [3fa9c1d2e0, 77b01c9a4f]
      scope: [90ee12ab34]
      budget: []

One print an item, so that a later change can be named instead of only noticed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from hashlib import blake2b

from implan_lint.diagnostic import Span
from implan_lint.document.model import YamlValue
from implan_lint.plan.model import Entity, Goal, Plan
from implan_lint.plan.model.money import Budget, BudgetLine, LineKind
from implan_lint.plan.words import fold

PARTS = ("doelen", "scope", "budget")
"""Section kinds of what an approval is about."""
KEYS = {
    "nl": ("goedkeuring", "op", "door", *PARTS),
    "en": ("approval", "on", "by", "goals", "scope", "budget"),
}
"""Per language: the front matter's key, then the keys in it."""


@dataclass(frozen=True, slots=True)
class Promise:
    """An item that an approval is about, with its fingerprint."""

    text: str
    span: Span
    print: str
    """Ten hexadecimal digits; spelling of spaces, capitals and emphasis don't count."""


@dataclass(frozen=True, slots=True)
class Approval:
    day: date | None
    by: str
    prints: Mapping[str, tuple[str, ...]]
    """Per part of PARTS what was approved; a part that isn't there was not stamped."""
    span: Span
    """The key in the front matter."""


@dataclass(frozen=True, slots=True)
class Drift:
    """How a part of the plan differs from what was approved."""

    part: str
    new: tuple[Promise, ...]
    """Items that were not approved in these words."""
    gone: int
    """How many approved items have disappeared without another in their place."""


def promises(plan: Plan) -> Mapping[str, tuple[Promise, ...]]:
    """Per part, what an approval would stamp today."""
    return {
        "doelen": tuple(_promise(plan, goal, *_measures(goal)) for goal in plan.goals if not goal.is_empty),
        "scope": tuple(_promise(plan, item, item.side.value) for item in plan.scope if not item.trivial),
        "budget": tuple(_promise(plan, line, *_amounts(line)) for budget in plan.budgets for line in _lines(budget)),
    }


def read_approval(plan: Plan) -> Approval | None:
    """The approval in the front matter, if there is one that can be read."""
    for keys in KEYS.values():
        for field in plan.document.front_matter.fields:
            if field.key == keys[0] and isinstance(field.value, dict):
                return _approval(field.value, keys, field.key_span)
    return None


def drifts(approval: Approval, now: Mapping[str, tuple[Promise, ...]]) -> list[Drift]:
    """The parts that changed since, in the order of PARTS."""
    found = []
    for part, prints in approval.prints.items():
        left = Counter(prints)
        new = []
        for promise in now[part]:
            if left[promise.print] > 0:
                left[promise.print] -= 1
            else:
                new.append(promise)
        gone = max(0, left.total() - len(new))
        if new or gone:
            found.append(Drift(part, tuple(new), gone))
    return found


def _approval(value: Mapping[str, YamlValue], keys: tuple[str, ...], span: Span) -> Approval:
    _, on, by, *names = keys
    day = value.get(on)
    prints = {
        part: tuple(map(str, listed))
        for part, name in zip(PARTS, names, strict=True)
        if isinstance(listed := value.get(name), list)
    }
    return Approval(day if isinstance(day, date) else None, str(value.get(by) or ""), prints, span)


def _promise(plan: Plan, item: Entity, *more: str) -> Promise:
    words = "\0".join(" ".join(fold(part).split()) for part in (item.text, *more))
    return Promise(item.text, item.span, blake2b(words.encode("utf-8", "replace"), digest_size=5).hexdigest())


def _measures(goal: Goal) -> Iterable[str]:
    """What a goal promises besides its own words: until when, from what, to what."""
    yield from (time.text for time in goal.times)
    yield from (part.text for part in (goal.baseline, goal.target) if part is not None)


def _lines(budget: Budget) -> Iterable[BudgetLine]:
    """The lines that a budget is made of; a sum follows from them, so it counts only where it stands alone."""
    sums = (LineKind.TOTAL, LineKind.SUBTOTAL)
    return [line for line in budget.lines if line.kind not in sums] or budget.lines


def _amounts(line: BudgetLine) -> Iterable[str]:
    """What a budget line promises besides its own words, however the amounts are written: "€ 1.500,-" is "1500"."""
    amounts = line.cells or (line.amount,)
    yield from ("" if amount is None else f"{amount.value.normalize():f}" for amount in amounts)

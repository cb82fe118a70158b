"""How a check is written.

    @check("action", "column")
    def without_owner(plan: Plan, look: Look, with_: NoParameters) -> Iterator[Finding]:
        for action in look(plan.actions):
            if action.owner is None:
                yield Finding(action.slot("wie"), {"action": action.text, "column": ...})

A check finds facts. It never words, grades or prints them: that is what its rule page does. It runs over
one plan, reads no clock and no file, and may be called in any order.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from implan_lint.diagnostic import Finding
from implan_lint.plan.model import Card, Plan, Portfolio

Item = TypeVar("Item")
Parameters_contra = TypeVar("Parameters_contra", contravariant=True)


class Look:
    """Hands things to a check one by one and counts them, so that silence means something."""

    def __init__(self) -> None:
        self.seen = 0

    def __call__(self, items: Iterable[Item]) -> Iterator[Item]:
        for item in items:
            self.seen += 1
            yield item

    def once(self) -> None:
        """The check looked at the plan as a whole."""
        self.seen += 1


@dataclass(frozen=True, slots=True)
class NoParameters:
    """For a check without parameters."""


class CheckFunction(Protocol[Parameters_contra]):
    def __call__(self, plan: Plan, look: Look, with_: Parameters_contra, /) -> Iterator[Finding]: ...


@dataclass(frozen=True, slots=True)
class Check(Generic[Parameters_contra]):
    """A check and what its rule page may use: the values for its messages, its variants, its parameters."""

    run: CheckFunction[Parameters_contra]
    values: frozenset[str]
    variants: frozenset[str]
    """Names of the kinds of finding it tells apart; "" is the plain one."""
    parameters: type[object]
    afterwards: bool = False
    """It looks when the other rules have spoken, at what came of the plan's suppressions."""
    fixes: bool = False
    """Some of its findings have a fix, so that its page says what the fix does."""
    across: bool = False
    """It looks at a plan among the others of its portfolio, and has nothing to say about one that is alone."""


def check(
    *values: str,
    variants: tuple[str, ...] = ("",),
    parameters: type[object] = NoParameters,
    afterwards: bool = False,
    fixes: bool = False,
) -> Callable[[CheckFunction[Parameters_contra]], Check[Parameters_contra]]:
    """Declares what a check's findings hold; the catalogue compares it with the page's placeholders and variants."""

    def declare(function: CheckFunction[Parameters_contra]) -> Check[Parameters_contra]:
        return Check(function, frozenset(values), frozenset(variants), parameters, afterwards, fixes)

    return declare


class PortfolioCheckFunction(Protocol[Parameters_contra]):
    def __call__(
        self, here: Card, portfolio: Portfolio, look: Look, with_: Parameters_contra, /
    ) -> Iterator[Finding]: ...


def portfolio_check(
    *values: str, variants: tuple[str, ...] = ("",), parameters: type[object] = NoParameters
) -> Callable[[PortfolioCheckFunction[Parameters_contra]], Check[Parameters_contra]]:
    """Declares a check across plans: it finds facts about the plan `here`, and has the cards of all to find them.

    It runs once for every plan that is reported on, so whoever owns a plan is told what concerns that plan, and
    plans that are checked one by one give what they give together.
    """

    def declare(function: PortfolioCheckFunction[Parameters_contra]) -> Check[Parameters_contra]:
        def run(plan: Plan, look: Look, with_: Parameters_contra, /) -> Iterator[Finding]:
            if plan.portfolio is None:
                return
            if plan.card is None:
                raise LookupError("no card could be made of this plan")
            yield from function(plan.card, plan.portfolio, look, with_)

        return Check(run, frozenset(values), frozenset(variants), parameters, across=True)

    return declare

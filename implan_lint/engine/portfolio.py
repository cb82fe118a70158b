"""Puts each plan among the plans that it belongs with, so that rules can look across them.

With a configuration file those are all plans below its folder, whichever of them a run is about: plans that are
checked one by one then give what they give together. Without one they are the plans of the run.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from implan_lint.catalogue.model import Catalogue
from implan_lint.checks.cards import card_of
from implan_lint.engine.errors import UsageError
from implan_lint.engine.internal import Crash, behind_barrier
from implan_lint.engine.policy import Policy, grading
from implan_lint.engine.run import looks_across
from implan_lint.engine.settings import Settings
from implan_lint.plan.model import Card, Plan, Portfolio


class Portfolios:
    """The portfolios of one run, each read when the first of its plans needs it."""

    def __init__(self, read: Callable[[Path], Plan | None], settings_for: Callable[[Path], Settings]) -> None:
        """`read` gives a plan of the context, or None where it can't be read."""
        self._read = read
        self._settings_for = settings_for
        self._taken: dict[str, Card] = {}
        self._failed: set[str] = set()
        self._context: dict[Path, Mapping[str, Card]] = {}
        self._made: dict[Path | None, Portfolio] = {}

    def take(self, plan: Plan) -> None:
        """Takes a plan of the run up, before any is put among the others; again, where it is now another text."""
        card = behind_barrier(lambda: card_of(plan, absolute(plan.document.source.path)))
        if isinstance(card, Crash):
            self._failed.add(absolute(plan.document.source.path))
        else:
            self._taken[card.path] = card
            self._made.clear()

    def paths(self) -> Sequence[str]:
        """Of every plan that is known by now."""
        return sorted({*self._taken, *(path for context in self._context.values() for path in context)})

    def forget(self, path: str) -> None:
        """As if there were no such plan."""
        self._taken.pop(path, None)
        for file, context in self._context.items():
            self._context[file] = {one: card for one, card in context.items() if one != path}
        self._made.clear()

    def among(self, plan: Plan, settings: Settings) -> Plan:
        """The plan with its portfolio; as it is where it wasn't taken up, and where that failed without a card, so
        that the rules that need one say so."""
        path = absolute(plan.document.source.path)
        card = self._taken.get(path)
        if card is not None:
            return replace(plan, card=card, portfolio=self._portfolio(card, settings))
        return (
            replace(plan, portfolio=portfolio_of((), exists=os.path.lexists, complete=False))
            if path in self._failed
            else plan
        )

    def _portfolio(self, card: Card, settings: Settings) -> Portfolio:
        file = settings.file
        if file not in self._made:
            self._made[file] = self._make(file, settings.folder)
        made = self._made[file]
        if card.path in made.cards:
            return made
        # Named, but no plan by its own words: the others can't know of it, whether they are checked with it or not.
        return portfolio_of([*made.cards.values(), card], exists=made.exists, complete=made.complete)

    def _make(self, file: Path | None, folder: Path) -> Portfolio:
        own = [one for one in self._taken.values() if self._settings_for(Path(one.path).parent).file == file]
        if file is None:
            return portfolio_of(own, exists=os.path.lexists, complete=False)
        if file not in self._context:
            self._context[file] = self._below(file, folder)
        context = self._context[file]
        home = absolute(folder.as_posix())
        outside = [one for one in own if not one.path.startswith(f"{home.rstrip('/')}/")]
        cards = [self._taken.get(path, card) for path, card in context.items()]
        return portfolio_of([*cards, *outside], exists=os.path.lexists, complete=bool(context) and not outside)

    def _below(self, file: Path, folder: Path) -> Mapping[str, Card]:
        """All plans below the settings' folder that these settings are for."""
        from implan_lint.engine.discovery import discover

        try:
            found = discover([folder], self._settings_for).plans
        except UsageError:
            # A folder in the way can't be read, so that what stands around is not known.
            return {}
        own = (path for path in found if self._settings_for(path.parent).file == file)
        cards = (card for path in own if (card := self._card(path)) is not None)
        return {card.path: card for card in cards}

    def _card(self, path: Path) -> Card | None:
        known = self._taken.get(absolute(path.as_posix()))
        if known is not None:
            return known
        card = behind_barrier(lambda: self._read_card(path))
        return None if isinstance(card, Crash) else card

    def _read_card(self, path: Path) -> Card | None:
        plan = self._read(path)
        return card_of(plan, absolute(path.as_posix())) if plan is not None else None


def looks_across_plans(plan: Plan, catalogue: Catalogue, policy: Policy) -> bool:
    """Whether a rule that is on for this plan needs the others."""
    return any(looks_across(rule) and grading(rule, plan, catalogue, policy).is_on for rule in catalogue.rules.values())


def codes_across(catalogue: Catalogue) -> frozenset[str]:
    return frozenset(rule.code for rule in catalogue.rules.values() if looks_across(rule))


def portfolio_of(cards: Iterable[Card], *, exists: Callable[[str], bool], complete: bool) -> Portfolio:
    return Portfolio({card.path: card for card in sorted(cards, key=lambda card: card.path)}, exists, complete)


def gathered(plans: Sequence[Plan]) -> list[Plan]:
    """Plans that exist nowhere but here, such as those of an example, each among all of them."""
    cards = [card_of(plan, absolute(plan.document.source.path)) for plan in plans]
    files: Mapping[str, Card] = {card.path: card for card in cards}
    portfolio = portfolio_of(cards, exists=files.__contains__, complete=True)
    return [replace(plan, card=card, portfolio=portfolio) for plan, card in zip(plans, cards, strict=True)]


def absolute(path: str) -> str:
    """The one name of a file: absolute and normal, with forward slashes."""
    return Path(os.path.abspath(path)).as_posix()  # noqa: PTH100 - Path.absolute() keeps "..", resolve() follows links

"""Facts about what one plan leaves to another: milestones that it waits for, and work that the other should do."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from implan_lint.checks.base import Look, NoParameters, portfolio_check
from implan_lint.checks.cards import file_of
from implan_lint.checks.gaps import about_cell
from implan_lint.checks.portfolio import by_id, resolved, way_to
from implan_lint.diagnostic import Finding, Value
from implan_lint.plan.links import content_words
from implan_lint.plan.model import Bound, Card, Due, Need, Pointing, Portfolio
from implan_lint.plan.words import fold, fold_keeping_places

_LINK = re.compile(r"\x00(\d+)\x00")
_ID = re.compile(r"(?<![\w.-])\w+(?:[.-]\w+)*")
_NO_ID = re.compile(r"m-?\d+|\d+|\D+")
"""A milestone's number, any other number, and any word: these may mean something else than a plan."""
_ARTICLES = r"(?:(?:het|de|the|ons|onze|our|plan|project|projectplan|implementatieplan|implementation plan)\s+)*"
_NUMBER = r"(?:m-?0{0,2}(?P<letter>\d{1,2})|(?:mijlpaal|milestone)\s0{0,2}(?P<word>\d{1,2}))"
_NUMBER_BEFORE = re.compile(rf"\b{_NUMBER}\s*(?P<of>(?:van|uit|in|of|from)\s+)?\(?\s*{_ARTICLES}$")
_NUMBER_AFTER = re.compile(rf"^[\s,:/(–-]{{0,3}}{_NUMBER}\b")
_OF = re.compile(rf"\s(?:van|uit|in|of|from)\s+{_ARTICLES}$")
_ONLY_ARTICLES = re.compile(rf"^[\s(:]*{_ARTICLES}$")
_OWN_NUMBER = re.compile(r"^\W*M-?\d+\W+", re.IGNORECASE)
_FEW = 4
"""Words that may stand between "na" and the plan that it is about."""


@dataclass(frozen=True, slots=True)
class _At:
    """Where some words point at another plan."""

    start: int
    end: int
    plan: Card


def _pointed_at(said: Pointing, here: Card, portfolio: Portfolio) -> Iterator[_At]:
    """Other plans that are linked, or named by an id that no plan shares."""
    for match in _LINK.finditer(said.words):
        target = file_of(said.targets[int(match[1])])
        plan = portfolio.cards.get(resolved(target, here)) if target is not None else None
        if plan is not None and plan is not here:
            yield _At(*match.span(), plan)
    for match in _ID.finditer(said.words):
        plans = by_id(portfolio).get(fold(match.group()), ())
        if len(plans) == 1 and plans[0] is not here and not _NO_ID.fullmatch(fold(match.group())):
            yield _At(*match.span(), plans[0])


# ---------------------------------------------------------------- POR003


@portfolio_check("text", "row", "milestone", "plan", "when", "ready", variants=("", "item"))
def needed_too_early(here: Card, portfolio: Portfolio, look: Look, _: NoParameters) -> Iterator[Finding]:
    """Work that waits for a milestone of another plan, and is planned before that is reached."""
    for need in look(here.needs):
        for at in _pointed_at(need.said, here, portfolio):
            due = _awaited(need, at, here)
            if due is None or need.until >= due.first:
                continue
            values: dict[str, Value] = {
                "text": need.text, "row": need.row or "", "milestone": due.text, "plan": way_to(at.plan, here),
                "when": need.when.text, "ready": due.when,
            }  # fmt: skip
            variant = "" if need.row is not None else "item"
            yield Finding(need.when.span, values, variant, (about_cell(need.when.span),))
            break


def _awaited(need: Need, at: _At, here: Card) -> Due | None:
    """The one milestone that the words name: "na M2 van plan X", "na de livegang van plan X", "na plan X, M2"."""
    wait = max((end for end in need.waits if end <= at.start), default=None)
    if wait is None:
        return None
    folded = fold_keeping_places(need.said.words)
    before, after = folded[wait : at.start], folded[at.end :]
    named = _NUMBER_BEFORE.search(before)
    if named is not None:
        number = int(named["letter"] or named["word"])
        own = not named["of"] and any(due.number == number for due in here.milestones)
        return None if own else _only([due for due in at.plan.milestones if due.number == number])
    named = _NUMBER_AFTER.match(after)
    if named is not None:
        if wait and len(before.split()) > _FEW:
            return None
        number = int(named["letter"] or named["word"])
        return _only([due for due in at.plan.milestones if due.number == number])
    of = _OF.search(before)
    words = content_words(before[: of.start()]) if of is not None else frozenset()
    return _only([due for due in at.plan.milestones if _is_called(due, words)])


def _is_called(due: Due, words: frozenset[str]) -> bool:
    name = content_words(_OWN_NUMBER.sub("", due.text))
    return bool(name) and name <= words and len(words - name) <= 1


def _only(found: list[Due]) -> Due | None:
    return found[0] if len(found) == 1 else None


# ---------------------------------------------------------------- POR004


@portfolio_check("text", "plan", "other", variants=("", "mutual", "promised"))
def left_to_nobody(here: Card, portfolio: Portfolio, look: Look, _: NoParameters) -> Iterator[Finding]:
    """What is left to a plan that leaves it out as well.

    `mutual`: each leaves it to the other; `promised`: it is left out here without a word on the plan that does it.
    """
    for bound in look(one for one in here.bounds if one.is_out):
        at = next(_left_to(bound, here, portfolio), None)
        if at is not None:
            yield from _refused(bound, at, here, portfolio)
        elif not any(_pointed_at(bound.said, here, portfolio)) and not _speaks_of_others(bound):
            yield from _promised(bound, here, portfolio)


def _refused(bound: Bound, at: _At, here: Card, portfolio: Portfolio) -> Iterator[Finding]:
    subject = _subject(bound, at.start)
    if not subject or any(not one.is_out and subject <= _subject(one) for one in at.plan.bounds):
        return
    for other in at.plan.bounds:
        refused = _subject(other) if other.is_out else frozenset()
        if refused and refused <= subject:
            back = any(one.plan is here for one in _left_to(other, at.plan, portfolio))
            values = {"text": bound.text, "plan": way_to(at.plan, here), "other": other.text}
            yield Finding(bound.span, values, "mutual" if back else "")
            return


def _promised(bound: Bound, here: Card, portfolio: Portfolio) -> Iterator[Finding]:
    subject = _subject(bound)
    for path in sorted(_related(portfolio).get(here.path, ())) if len(subject) > 1 else ():
        plan = portfolio.cards[path]
        promise = next((one for one in plan.bounds if not one.is_out and _subject(one) == subject), None)
        if promise is not None:
            yield Finding(
                bound.span, {"text": bound.text, "plan": way_to(plan, here), "other": promise.text}, "promised"
            )
            return


def _left_to(bound: Bound, here: Card, portfolio: Portfolio) -> Iterator[_At]:
    """The plans that are said to do it: behind "zie", "hoort bij", a colon or a bracket."""
    folded = fold_keeping_places(bound.said.words)
    for at in _pointed_at(bound.said, here, portfolio):
        if any(turn.end <= at.start and _ONLY_ARTICLES.match(folded[turn.end : at.start]) for turn in bound.turns):
            yield at


def _subject(bound: Bound, end: int | None = None) -> frozenset[str]:
    """The words of the thing itself, before any turn to who does it."""
    edges = [turn.start for turn in bound.turns if turn.start > 0]
    edges += [match.start() for match in _LINK.finditer(bound.said.words)]
    return content_words(bound.said.words[: min(edges, default=end)])


def _speaks_of_others(bound: Bound) -> bool:
    return any(bound.said.words[turn.start : turn.end].strip().isalpha() for turn in bound.turns)


@lru_cache(maxsize=2)
def _related(portfolio: Portfolio) -> Mapping[str, frozenset[str]]:
    """Of each plan those that it links to or waits for, and those that do so with it."""
    found: dict[str, set[str]] = {}
    for card in portfolio.cards.values():
        paths = {resolved(link.target, card) for link in card.links}
        for named in card.depends_on:
            paths |= {one.path for one in by_id(portfolio).get(fold(named.text), ())}
        for path in paths & portfolio.cards.keys() - {card.path}:
            found.setdefault(card.path, set()).add(path)
            found.setdefault(path, set()).add(card.path)
    return {path: frozenset(others) for path, others in found.items()}

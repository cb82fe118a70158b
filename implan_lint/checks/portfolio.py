"""Facts about a plan among the others: its id, the plans that it points at, and the people whom they share."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from implan_lint.checks.base import Look, NoParameters, portfolio_check
from implan_lint.checks.cards import file_of
from implan_lint.diagnostic import Finding, Related, Term, Value
from implan_lint.plan.model import Card, LinkedFile, Mention, PersonKey, Portfolio, Work
from implan_lint.plan.words import fold

# ---------------------------------------------------------------- POR001


@portfolio_check("id", "plans")
def same_id(here: Card, portfolio: Portfolio, look: Look, _: NoParameters) -> Iterator[Finding]:
    """Another plan has the same id; another version or translation of the plan should have it."""
    for own in look([here.id] if here.id is not None else []):
        twins = [one for one in by_id(portfolio)[fold(own.text)] if one is not here and not _is_same_plan(one, here)]
        if twins:
            yield Finding(own.span, {"id": own.text, "plans": tuple(way_to(one, here) for one in twins)})


def _is_same_plan(one: Card, other: Card) -> bool:
    return one.language != other.language or fold(one.version) != fold(other.version)


# ---------------------------------------------------------------- POR002


@portfolio_check("target", "count", variants=("", "all", "plan"))
def dead_link(here: Card, portfolio: Portfolio, look: Look, _: NoParameters) -> Iterator[Finding]:
    """A link to a Markdown file that isn't there; `all`: none of its links leads to one, so the plan is out of place.

    `plan`: it waits for a plan of which no plan has the id.
    """
    yield from _dead_links(list(look(here.links)), here, portfolio)
    for named in look(here.depends_on):
        target = file_of(named.text)
        if target is not None:
            if not _is_there(target, here, portfolio):
                yield Finding(named.span, {"target": target})
        elif portfolio.complete and _names_no_plan(named, here, portfolio):
            yield Finding(named.span, {"target": named.text}, "plan")


_SOME = 3
"""Files from which on it is no coincidence that none of them is there."""


def _dead_links(links: list[LinkedFile], here: Card, portfolio: Portfolio) -> Iterator[Finding]:
    """One finding for each file that isn't there, at the first link to it."""
    places: dict[str, list[LinkedFile]] = {}
    for link in links:
        places.setdefault(resolved(link.target, here), []).append(link)
    dead = {path: same for path, same in places.items() if not _is_there(same[0].target, here, portfolio)}
    if len(dead) == len(places) >= _SOME:
        first = links[0]
        yield Finding(first.span, {"target": first.target, "count": len(dead)}, "all")
        return
    for first, *others in dead.values():
        related = tuple(Related(other.span, Term("role", "again")) for other in others)
        yield Finding(first.span, {"target": first.target}, related=related)


def _is_there(target: str, here: Card, portfolio: Portfolio) -> bool:
    path = resolved(target, here)
    return path in portfolio.cards or portfolio.exists(path)


def _names_no_plan(named: Mention, here: Card, portfolio: Portfolio) -> bool:
    """It looks like the ids of the other plans and is none of them; other words may name anything."""
    others = {own for own, cards in by_id(portfolio).items() if any(card is not here for card in cards)}
    shapes = {_shape(own) for own in others}
    return fold(named.text) not in by_id(portfolio) and _shape(fold(named.text)) in shapes


def _shape(own: str) -> str:
    return re.sub(r"\d", "9", own)


# ---------------------------------------------------------------- POR005


@dataclass(frozen=True, slots=True)
class Load:
    most: int = 10
    """So many actions at a time are still no burden."""


@dataclass(frozen=True, slots=True)
class _Peak:
    day: date
    count: int
    by_plan: Mapping[str, tuple[Work, ...]]


@portfolio_check("person", "day", "count", "here", "elsewhere", "most", variants=("", "here"), parameters=Load)
def overloaded(here: Card, portfolio: Portfolio, look: Look, with_: Load) -> Iterator[Finding]:
    """Somebody has too many open actions at a time, some of them here; `here`: all of them."""
    for person in look(dict.fromkeys(work.person for work in here.work)):
        peak = _peaks(portfolio)[person]
        own = peak.by_plan.get(here.path, ())
        if peak.count > with_.most and own:
            values: dict[str, Value] = {
                "person": own[0].name, "day": peak.day, "count": peak.count, "here": len(own),
                "elsewhere": len(peak.by_plan) - 1, "most": with_.most,
            }  # fmt: skip
            yield Finding(own[0].span, values, "" if len(peak.by_plan) > 1 else "here")


@lru_cache(maxsize=2)
def _peaks(portfolio: Portfolio) -> Mapping[PersonKey, _Peak]:
    """Of everybody the first day, from today on, with the most open actions."""
    works: dict[PersonKey, list[tuple[str, Work]]] = {}
    for path, card in portfolio.cards.items():
        for work in card.work:
            works.setdefault(work.person, []).append((path, work))
    today = max((card.today for card in portfolio.cards.values()), default=date.min)
    return {person: _peak(of_person, today) for person, of_person in works.items()}


def _peak(works: list[tuple[str, Work]], today: date) -> _Peak:
    days = sorted({max(work.first, today) for _, work in works})
    counts = {day: len(_different(work for _, work in works if work.first <= day <= work.last)) for day in days}
    day = max(days, key=lambda day: (counts[day], -day.toordinal()))
    by_plan: dict[str, tuple[Work, ...]] = {}
    for path, work in works:
        if work.first <= day <= work.last:
            by_plan[path] = (*by_plan.get(path, ()), work)
    return _Peak(day, counts[day], by_plan)


def _different(works: Iterable[Work]) -> set[tuple[str, date]]:
    """An action that two tables or two plans name is one."""
    return {(fold(work.text), work.last) for work in works}


# ---------------------------------------------------------------- from plan to plan


@lru_cache(maxsize=2)
def by_id(portfolio: Portfolio) -> Mapping[str, tuple[Card, ...]]:
    found: dict[str, tuple[Card, ...]] = {}
    for card in portfolio.cards.values():
        if card.id is not None:
            own = fold(card.id.text)
            found[own] = (*found.get(own, ()), card)
    return found


def resolved(target: str, here: Card) -> str:
    """The path, as a card has it, of a file that this plan points at."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(here.path), target))


def way_to(other: Card, here: Card) -> str:
    """How this plan would write the path of the other."""
    return posixpath.relpath(other.path, posixpath.dirname(here.path))

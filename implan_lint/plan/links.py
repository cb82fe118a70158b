"""Which things of a plan belong together: by number, by name, or by the words that they share.

Comparing is done as a Dutch reader does: "team Sales" is "afdeling sales", "klanttevredenheid" is what a
"klanttevredenheidsscore" measures. A link by words is a guess, so every link says what it rests on.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import Generic, Protocol, TypeVar

from implan_lint.plan.model import Goal, Reference
from implan_lint.plan.words import fold

ENOUGH = 0.5
"""From this share of common words on, two texts are taken to be about the same thing."""

_SHORTEST_STEM = 6
"""Letters that the beginning or the end of a compound must have to stand for the whole."""
_WORD = re.compile(r"[a-z][a-z0-9&']*")
_GOAL_NUMBERS = re.compile(
    r"\b(?:doel(?:en|stelling(?:en)?)?|goals?|objectives?) \d{1,2}\b(?:(?:,? (?:en|and|t/m|tot en met|to) "
    r"| ?- ?|, ?(?=(?:doel|goal) \d|\d{1,2}(?:,| en | and |\)|$)))(?:doel |goal )?\d{1,2}\b(?![.,]?\d))*"
)
_DIGITS = re.compile(r"\d+")
_RANGE = re.compile(r"t/m|tot en met| to |-")
_LONG_VOWEL = re.compile(r"([aeou])\1(?=[^aeiou]$)")
_BRACKETS = re.compile(r"\(([^()]*)\)")

_STOP_WORDS = """
    aan achter af al alle alles als alleen beide bij binnen boven buiten dan dat de deze die dit doel doelen
    doelstelling door dus een eerst elk elke en er ertoe geen gemiddeld gemiddelde goed goede haar heb hebben
    heeft het hier hoe hun iedere ieder in inclusief is jaar jouw kan keer kunnen maand maanden maar maken
    maximaal meer met mee mijn minder minimaal moet moeten na naar niet nieuw nieuwe nog nu of om omdat onder
    ons onze onderling ook op over per procent scoort stijgt stijgen daalt dalen te tegen ten ter terwijl toe
    tot tussen uit uiterlijk uur van vanaf vanuit veel via vindt vinden volgens voor voordat waar waarbij waarin
    waarmee wanneer want was wat we week weken werkdag werkdagen weer wel welke wie wij wil willen word worden
    wordt zich zijn zijt zo zoals zodat zonder zullen zal ze zij opstellen uitvoeren plannen organiseren
    inrichten jan januari feb februari mrt maart apr april mei jun juni jul juli aug augustus sep september okt
    oktober nov november dec december kwartaal schooljaar a after all an and are as at be been before between
    but by each end every for from goal has have into it its least most no not objective off on or our out than
    that the their this through to under until up were will with within january february march june july october
    average percent days weeks months year years
"""
_PARTY_WORDS = """
    team teams afdeling afdelingen afd dienst diensten unit sector bureau cluster vakgroep medewerker
    medewerkers collega collegas de het een van der den en of bij voor alle department departments dept staff
    employees the all dhr mevr mw drs ir ing dr mr mrs ms prof heer mevrouw
"""
_STOP = frozenset(_STOP_WORDS.split())
_NO_NAME = frozenset(_PARTY_WORDS.split())
_PARTY_ENDINGS = ("medewerkers", "medewerker", "teams", "team", "afdeling")
_WHOLE_BODIES = frozenset({"projectteam", "kernteam", "managementteam", "scrumteam", "projectmedewerker"})
_ABBREVIATIONS = {
    "mt": "managementteam",
    "or": "ondernemingsraad",
    "rvb": "raad van bestuur",
    "rvt": "raad van toezicht",
    "fg": "functionaris gegevensbescherming",
}
_ROLE = re.compile(
    r"(?:manager|leider|beheerder|hoofd|directeur|adviseur|coordinator|lead|owner|officer|team|groep)s?$"
)


class Reason(StrEnum):
    """What a link rests on, from the surest to the weakest."""

    NUMBER = "number"
    ROW = "row"
    """They stand in one row or item."""
    NAME = "name"
    ROLE = "role"
    """Another word for the same role."""
    MENTION = "mention"
    """The one's name stands in the other's text."""
    WORDS = "words"
    ALL = "all"
    """A collective row: "alle doelen"."""


class PointsAtGoals(Protocol):
    """An action, an indicator or a message: something that serves goals."""

    @property
    def text(self) -> str: ...

    @property
    def goals(self) -> Reference | None: ...


Thing = TypeVar("Thing", bound=PointsAtGoals)
Any_co = TypeVar("Any_co", covariant=True)


@dataclass(frozen=True, slots=True)
class Match(Generic[Any_co]):
    """What belongs to a thing, and why."""

    thing: Any_co
    reason: Reason
    share: float
    """How much of the words they share, 1 for a link that does not rest on words."""


def links_of_goal(goal: Goal, things: Iterable[Thing]) -> Iterator[Match[Thing]]:
    """The things that serve a goal, in their own order."""
    for thing in things:
        link = _link(goal, thing)
        if link is not None:
            yield link


def _link(goal: Goal, thing: Thing) -> Match[Thing] | None:
    numbers, collective, words = _pointer(thing)
    if collective:
        return Match(thing, Reason.ALL, 1.0)
    if numbers and goal.number is not None:
        return Match(thing, Reason.NUMBER, 1.0) if goal.number in numbers else None
    if fold(words) == fold(goal.text):
        return Match(thing, Reason.NAME, 1.0)
    share = max(shared_words(goal.text, words), shared_words(goal.text, thing.text))
    return Match(thing, Reason.WORDS, share) if share >= ENOUGH else None


def _pointer(thing: PointsAtGoals) -> tuple[tuple[int, ...], bool, str]:
    """The goal numbers that a thing names, whether it names all goals, and the words to compare otherwise."""
    if thing.goals is not None:
        return thing.goals.numbers, thing.goals.collective, thing.goals.text
    return goal_numbers_in(thing.text), False, thing.text


def goal_numbers_in(text: str) -> tuple[int, ...]:
    """The goals that words point at: "Scholing geven, doel 1 en 3" -> 1 and 3."""
    numbers: list[int] = []
    for match in _GOAL_NUMBERS.finditer(fold(text)):
        first, *others = (int(number) for number in _DIGITS.findall(match.group()))
        numbers += range(first, others[-1] + 1) if others and _RANGE.search(match.group()) else (first, *others)
    return tuple(dict.fromkeys(numbers))


def shared_words(one: str, other: str) -> float:
    """How much two texts are about the same: the share (0 to 1) of the words of the shorter one that the other has.

    Small words, numbers, months and plural endings don't count; a compound counts for its beginning or its end.
    """
    shorter = min(len(content_words(one)), len(content_words(other)))
    return common_words(one, other) / shorter if shorter else 0.0


def common_words(one: str, other: str) -> int:
    """How many words of the shorter text the other has, counted as `shared_words` does."""
    shorter, longer = sorted((content_words(one), content_words(other)), key=len)
    return sum(any(_alike(word, there) for there in longer) for word in shorter)


@lru_cache(maxsize=2048)
def content_words(text: str) -> frozenset[str]:
    """The words of a text that carry its meaning, folded and without plural or diminutive endings."""
    words = (word.strip("'") for word in _WORD.findall(fold(text).replace("-", " ")))
    return frozenset(stem(word) for word in words if len(word) > 1 and word not in _STOP)


@lru_cache(maxsize=4096)
def stem(word: str) -> str:
    """A folded word without plural or diminutive ending; no real word, only equal for forms of one word."""
    for ending in ("etjes", "etje", "tjes", "tje", "pjes", "pje", "jes", "je", "'s"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return _even(word[: -len(ending)])
    for ending in ("en", "n"):
        if word.endswith(ending) and len(word) - len(ending) >= 3 + (ending == "n"):
            return _even(word[: -len(ending)])
    return _even(word)


def _even(word: str) -> str:
    """Makes alike what a Dutch plural changes: "stapp(en)" and "stap", "rad(en)" and "raad"."""
    if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "aeiou":
        word = word[:-1]
    if len(word) > 3 and word[-1] in "sz":
        word = word[:-1]
    if word.endswith("v"):
        word = f"{word[:-1]}f"
    return _LONG_VOWEL.sub(r"\1", word)


def _alike(one: str, other: str) -> bool:
    if one == other:
        return True
    shorter, longer = sorted((one, other), key=len)
    if len(shorter) < _SHORTEST_STEM:
        return False
    return longer.startswith(shorter) or longer.endswith(shorter)


# ---------------------------------------------------------------- parties


def same_party(one: str, other: str) -> bool:
    """Two names for one person, role, team or stakeholder: "sales team", "afdeling Sales"; "S. de Wit", "Sanne de Wit".

    Words in brackets may name the party as well: "Sanne de Wit (projectleider)" is also "projectleider".
    """
    return any(_same(first, second) for first in _names(one) for second in _names(other))


@lru_cache(maxsize=2048)
def _names(text: str) -> tuple[str, ...]:
    outside = _BRACKETS.sub(" ", text)
    return tuple(name.strip() for name in (outside, *_BRACKETS.findall(text)) if name.strip(" .,;:"))


def _same(one: str, other: str) -> bool:
    if fold(one) == fold(other):
        return True
    first, second = _party(one), _party(other)
    if not first or not second:
        return False
    return sorted(first) == sorted(second) or _same_person(first, second)


@lru_cache(maxsize=2048)
def _party(name: str) -> tuple[str, ...]:
    """The words that tell a party from others; initials stay, as single letters."""
    folded = fold(name).replace("-", " ")
    folded = _ABBREVIATIONS.get(folded.strip(" ."), folded)
    words = []
    for word in re.findall(r"[a-z0-9][a-z0-9&']*", folded.replace("'s", "s")):
        bare = _without_ending(word)
        if bare and bare not in _NO_NAME:
            words.append(stem(bare))
    return tuple(words)


def _without_ending(word: str) -> str:
    if word in _WHOLE_BODIES:
        return word
    for ending in _PARTY_ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 2:
            return word[: -len(ending)]
    return word


def _same_person(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """A surname in common and first names that allow it; or the first name or surname alone."""
    shorter, longer = sorted((one, other), key=len)
    if any(_ROLE.search(word) for word in (*one, *other)):
        return False
    if len(shorter) == 1:
        return len(longer) in (2, 3) and len(shorter[0]) > 2 and shorter[0] in (longer[0], longer[-1])
    return shorter[-1] == longer[-1] and _allows(shorter[0], longer[0])


def _allows(one: str, other: str) -> bool:
    return one == other or (min(len(one), len(other)) == 1 and one[0] == other[0])

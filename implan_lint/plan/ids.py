"""The numbers by which the things of a plan point at each other: "R2", "knelpunt 1 en 3", "M1 t/m M3"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import TypeAlias

from implan_lint.plan.words import fold

Id: TypeAlias = "tuple[str, int]"

_LETTERED = re.compile(
    r"(?<![\w-])([BFKMRS])-?0{0,2}(\d{1,2})\b(?:\s?(?:-|–|t/m|tot en met|to)\s?\1-?0{0,2}(\d{1,2})\b)?"
)
_NEXT = r"(?:(?:,? (?:en|and|t/m|tot en met|to) | ?- ?|, ?(?=\d{1,2}(?:,| en | and |\)|$)))\d{1,2}\b(?![.,]?\d))*"
_WORDED = re.compile(
    r"\b(?:(?P<R>risico(?:'?s)?|risks?)|(?P<M>mijlpaal|mijlpalen|milestones?)|(?P<S>strategie(?:en)?|strateg(?:y|ies))"
    r"|(?P<B>knelpunt(?:en)?|belemmering(?:en)?|barrieres?|barriers?|bedreiging(?:en)?)"
    r"|(?P<A>actie(?:s|punt)?|actions?)) (?P<numbers>\d{1,2}\b" + _NEXT + ")"
)
_DIGITS = re.compile(r"\d+")
_RANGE = re.compile(r"t/m|tot en met| to |-")
_OWN = re.compile(r"\W{0,3}([A-Za-z]{0,2})[-.]?0{0,2}(\d{1,3})\b")


@lru_cache(maxsize=4096)
def ids_in(text: str) -> frozenset[Id]:
    """Every id in a text, as its letter and number; "risico 2" is R2, "knelpunt 1" is B1, "actie 5" is A5."""
    return frozenset((*_lettered(text), *_worded(text)))


def _lettered(text: str) -> Iterator[Id]:
    for match in _LETTERED.finditer(text):
        first, last = int(match.group(2)), int(match.group(3) or match.group(2))
        yield from ((match.group(1), number) for number in range(first, max(first, last) + 1))


def _worded(text: str) -> Iterator[Id]:
    for match in _WORDED.finditer(fold(text)):
        letter = next(letter for letter in "RMSBA" if match.group(letter))
        words = match.group("numbers")
        first, *others = (int(number) for number in _DIGITS.findall(words))
        numbers = range(first, others[-1] + 1) if others and _RANGE.search(words) else (first, *others)
        yield from ((letter, number) for number in numbers)


def own_ids(id_text: str, letter: str) -> frozenset[Id]:
    """What a thing with this number can be called: "K1" is K1 and, being a barrier (`letter` B), B1 as well."""
    match = _OWN.match(id_text)
    if match is None:
        return frozenset()
    number = int(match.group(2))
    return frozenset({(match.group(1).upper() or letter, number), (letter, number)})


def has_letter(ids: frozenset[Id], letters: str) -> bool:
    return any(letter in letters for letter, _ in ids)


_CODE = re.compile(r"\W{0,3}([A-Za-z])-(\d{1,3})(?!\w)")


def are_counted(texts: Sequence[str]) -> bool:
    """Each opens with the same letter and the next number ("W-1", "W-2"): codes, and no weeks before an event."""
    codes = [match.groups() for text in texts if (match := _CODE.match(text))]
    letters, numbers = {letter for letter, _ in codes}, [int(number) for _, number in codes]
    rising = list(range(numbers[0], numbers[0] + len(texts))) if numbers else []
    return len(letters) == 1 and len(texts) > 1 and numbers == rising

"""The initials that stand for people in a plan: "(TV)", "(HdB, FK)", explained in a legend or used all along."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from implan_lint.plan.lexicon import Lexicon
from implan_lint.plan.names import likeness, person_name
from implan_lint.plan.owners import looks_like_person

_ONE = r"[A-Z](?:[a-z]{0,2}[A-Z]){1,2}"
_MONOGRAM = re.compile(_ONE)
_LEGEND = re.compile(rf"(?<![\w=])({_ONE})\s?[=:]\s?([^,;.()\n]{{2,60}})(?:,\s([^,;.()\n]{{2,60}}))?")
""" "TV = Tineke Visser", "MH: de mondhygiënist, Carla Smit"."""
_BEHIND_NAME = re.compile(rf"((?:[A-Z][\w'’-]+|van|de|den|der|ter|ten|het)(?:\s[\w'’-]+){{1,4}})\s\(({_ONE})\)")
""" "Tineke Visser (TV)"."""
_IN_ITEM = re.compile(rf"^\s*(?:[-*+]|\d{{1,3}}[.)])\s[^\n]*\(({_ONE}(?:\s?[,/+&]\s?{_ONE}){{0,3}})\)[.;]?\s*$", re.M)
_BRACKETS = re.compile(r"\([^()\n]*\)")
_FEWEST = 3


def initials_in(source: str, people: Iterable[str], lexicon: Lexicon) -> frozenset[str]:
    """Those that a legend or a name explains, and those that end items all along and are no words of the text."""
    explained = {*_explained(source, lexicon)}
    used = Counter(one for found in _IN_ITEM.finditer(source) for one in _MONOGRAM.findall(found[1]))
    names = [name for words in people if " " in words and (name := person_name(words.title())) is not None]
    for one in used:
        own = person_name(one)
        if own is not None and any(likeness(own, name) for name in names):
            explained.add(one)
    return frozenset(explained | _used_throughout(source, used))


def _explained(source: str, lexicon: Lexicon) -> Iterator[str]:
    for found in _LEGEND.finditer(source):
        if any(part and _is_somebody(part.strip(), lexicon) for part in found.groups()[1:]):
            yield found[1]
    for found in _BEHIND_NAME.finditer(source):
        own, words = person_name(found[2]), found[1].split()
        names = [person_name(" ".join(words[start:])) for start in range(len(words) - 1)]
        if own is not None and any(name is not None and likeness(own, name) for name in names):
            yield found[2]


def _is_somebody(words: str, lexicon: Lexicon) -> bool:
    return looks_like_person(words) or lexicon.is_one_of("owner.role", words)


def _used_throughout(source: str, used: Counter[str]) -> set[str]:
    """Three items at least end in them, one of them more than once, and none of them stands outside brackets."""
    prose = set(re.findall(r"\w+", _BRACKETS.sub(" ", source)))
    unknown = {one: count for one, count in used.items() if one not in prose and len(one) <= _FEWEST}
    enough = sum(unknown.values()) >= _FEWEST and len(unknown) > 1 and max(unknown.values()) > 1
    return set(unknown) if enough else set()

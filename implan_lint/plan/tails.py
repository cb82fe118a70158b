"""Who and when at the end of an item, behind a comma, a colon or a dash."""

from __future__ import annotations

import re

from implan_lint.document.text import Text
from implan_lint.plan.model import OwnerKind
from implan_lint.plan.owners import kind_of, looks_like_person
from implan_lint.plan.parties import is_known_person
from implan_lint.plan.reading import Reading
from implan_lint.plan.time.period import TimeKind
from implan_lint.plan.words import fold

_CUT = re.compile(r"\s*[,;:]\s+|\s+[-–—]\s+")
_TO_SOMEBODY = re.compile(
    r"\b(?:met|aan|voor|van|bij|tussen|onder|naar|en|with|to|for|from|between|and|deelnemers|aanwezig)\b", re.IGNORECASE
)
""" "Overleggen met de directeur, teamleider": who is named takes part in it, and need not do it."""
_DECIDES = re.compile(
    r"\b(?:besluit\w*|beslissen|beslissing|akkoord|vaststell\w+|goedkeur\w+|go\s*/\s*no[ -]?go|decision|approv\w+)\b",
    re.IGNORECASE,
)
_NO_NAME = re.compile(r"^(?:[Ee]en|[Dd]e|[Hh]et|[Tt]he|[Aa]n?)\s|[A-Z]{2}|\d")
_GIVEN_NAME = re.compile(r"[A-ZÀ-Ý][a-zà-ÿ]+")
_OWNED = re.compile(r"\s[-–—]\s+([A-ZÀ-Ý][\w&-]*(?:\s[\w&-]+){0,2}\s\([A-ZÀ-Ý][a-zà-ÿ]+(?:\s[\w'’-]+){0,3}\))\W*$")
""" "... - Inkoop (Hakan)": a department and who it is there."""


def tail_of(reading: Reading, text: Text) -> tuple[Text | None, Text | None]:
    """ "Scanners bestellen, Hakan", "uitleg geven: Yvette, 4 mei": owner and moment."""
    if (owned := _OWNED.search(text.plain)) is not None and kind_of(
        owned.group(1), reading.lexicon
    ) is not OwnerKind.VAGUE:
        return text.part(*owned.span(1)), None
    cuts = [(match.start(), match.end()) for match in _CUT.finditer(text.plain)]
    owner: Text | None = None
    when: Text | None = None
    stop = len(text.plain)
    for number in range(len(cuts) - 1, -1, -1):
        start, end = cuts[number]
        part = text.part(end, len(text.plain[:stop].rstrip(" .")))
        before = text.part(cuts[number - 1][1] if number else 0, start)
        if when is None and _is_moment(reading, part):
            when = part
        elif owner is None and part and _is_owner(reading, part, before, text.plain[start:end].strip(), when):
            owner = part
        else:
            break
        stop = start
    return (owner, when) if owner is not None else (None, None)


def _is_moment(reading: Reading, part: Text) -> bool:
    period = reading.period(part) if part else None
    return period is not None and period.kind.is_term and period.kind is not TimeKind.DURATION


def _is_owner(reading: Reading, part: Text, before: Text, sign: str, when: Text | None) -> bool:
    """A person whom the plan knows always; behind a colon, a role or a group only where something is decided.

    "Server: Windows Small" is no work of a Mr Small: behind a colon a name unknown to the plan needs its moment.
    """
    words = part.plain
    if fold(words) in reading.people or is_known_person(reading, words) or _is_named_often(reading, words):
        return True
    if looks_like_person(words) and not _NO_NAME.search(words) and (sign != ":" or when is not None):
        return True
    role = is_role(reading, words)
    if sign == ":":
        return role and _DECIDES.search(before.plain) is not None
    return role and (sign == ";" or _is_moment(reading, before) or not _TO_SOMEBODY.search(before.plain))


def is_role(reading: Reading, words: str) -> bool:
    """ "projectleider", "de mentoren", "teamleiders dag": a role or named group, one word more at most."""
    lexicon = reading.lexicon
    bare = re.sub(r"^(?:de|het|the)\s+", "", words)
    if len(bare.split()) > 2 or lexicon.is_one_of("owner.vague", words):
        return False
    names = (bare, bare.split(" ")[0])
    return lexicon.is_one_of("owner.group", bare) or any(
        lexicon.is_one_of("owner.role", name) for word in names for name in (word, *_singular(word))
    )


def _singular(word: str) -> tuple[str, ...]:
    """ "teamleiders" is more than one teamleider, "mentoren" more than one mentor."""
    return tuple(word.removesuffix(end) for end in ("s", "en") if word.endswith(end))


def _is_named_often(reading: Reading, words: str) -> bool:
    """A first name that the plan puts in brackets or behind a role elsewhere as well: "Inkoop (Hakan)"."""
    if not _GIVEN_NAME.fullmatch(words) or kind_of(words, reading.lexicon) is not OwnerKind.PERSON:
        return False
    return f"({words})" in reading.document.source.text

"""Finds who acts in the words of a sentence or list item."""

from __future__ import annotations

import re

from implan_lint.document.text import Text
from implan_lint.plan.lexicon import Lexicon
from implan_lint.plan.model import (
    OwnerKind,
)
from implan_lint.plan.owners import is_blank, kind_of, looks_like_person
from implan_lint.plan.reading import Reading
from implan_lint.plan.words import fold

_BY = re.compile(
    r"\b(?:door|onder leiding van|trekker|kartrekker|actiehouder|actie-eigenaar|eigenaar|in handen van|belegd bij|by"
    r"|led by|owner|assigned to)\s+(?:is\s+)?((?:de\s+|het\s+|the\s+)?[\w'’.?-]+(?:\s+[\w'’.-]+){0,3})"
    r"|(?<![\w.])@([\w-]+)"
)
_ARTICLE = re.compile(r"^(?:de|het|the)\s+", re.IGNORECASE)
_SUBJECT_WORDS = 5
_DIGIT = re.compile(r"\d")
_MARRIED = r"(?:(?:(?<=-de)|(?<=-van))\s+(?:(?:de|der|den)\s+)?[A-Z][\w'’-]+)?"
""" "Smit-de Vries", "Smit-van der Vries": the second half of a double name."""
PERSON_IN_PROSE = re.compile(
    r"(?<![\w.])(?:[A-Z]\.\s?(?:[A-Z]\.\s?)*(?:(?:van|de|der|den|ter|ten|['’]t)\s+)*[A-Z][\w'’-]+"
    r"|[A-ZÀ-ÖØ-Þ][a-zà-ÿ]+(?:-[A-Z][a-zà-ÿ]+)?\s+(?:(?:van|de|der|den|ter|ten|el|al|['’]t)\s+)*"
    rf"[A-ZÀ-ÖØ-Þ][\w'’-]+){_MARRIED}"
)


def is_party(words: str, lexicon: Lexicon) -> bool:
    if len(words.split()) > 5:
        return False
    return (
        looks_like_person(words)
        or lexicon.is_one_of("owner.role", words)
        or (lexicon.is_one_of("owner.group", words) and words[:1].isalpha())
        or lexicon.is_one_of("owner.vague", words)
    )


def is_known_person(reading: Reading, words: str) -> bool:
    """A single first name of somebody whom the plan names in full elsewhere: "(Jan)"."""
    return (
        words[:1].isupper()
        and " " not in words
        and fold(words) in reading.people
        and kind_of(words, reading.lexicon) is OwnerKind.PERSON
    )


def leading_owner(reading: Reading, text: Text, boxed: bool) -> Text | None:
    """ "Jan de Boer: trainen, voor 1 mei"."""
    colon = text.plain.find(":")
    if not 0 < colon <= 40:
        return None
    lead = text.part(0, colon)
    person = looks_like_person(lead.plain) and not _DIGIT.search(lead.plain)  # "S1 Scholing" is no name
    if person or reading.lexicon.is_one_of("owner.role", lead.plain):
        return lead
    single = len(lead.plain.split()) == 1 and lead.plain[:1].isupper()
    known = reading.lexicon.heading_kinds(lead.plain) or reading.lexicon.columns_of(lead.plain)
    if single and not known and (boxed or fold(lead.plain) in reading.people):
        return lead if kind_of(lead.plain, reading.lexicon) is OwnerKind.PERSON else None
    return None


def agent_of(reading: Reading, text: Text) -> Text | None:
    """ "... door de functioneel beheerder", "@jan"."""
    for match in _BY.finditer(text.plain):
        group = 1 if match.group(1) else 2
        words = text.plain[match.start(group) : match.end(group)].split()
        for size in range(len(words), 0, -1):
            candidate = " ".join(words[:size]).rstrip(".,;")
            name = _ARTICLE.sub("", candidate)
            if group == 2 or is_party(name, reading.lexicon) or _is_blank(name, reading.lexicon):
                start = match.start(group)
                stop = text.plain.startswith(f"{candidate}.", start) and not is_party(name, reading.lexicon)
                return text.part(start, start + len(candidate) + stop)
    return None


def _is_blank(name: str, lexicon: Lexicon) -> bool:
    """A placeholder whose last stop may have been taken for the sentence's: "n.n.b"."""
    return is_blank(name, lexicon) or is_blank(f"{name}.", lexicon)


def subject_of(reading: Reading, text: Text) -> Text | None:
    """ "Farah Amin schrijft de procedure": the party in front of a verb in the third person."""
    words = text.plain.split(" ")
    for size in range(min(_SUBJECT_WORDS, len(words) - 1), 0, -1):
        verb = words[size]
        if not (verb.islower() and verb.isalpha() and (verb.endswith("t") or verb in _VERBS)):
            continue
        candidate = " ".join(words[:size])
        name = _ARTICLE.sub("", candidate.lstrip("*_ "))
        person = (
            looks_like_person(name)
            and name.replace("'", "").replace("-", "").replace(".", "").replace(" ", "").isalpha()
        )
        if person or reading.lexicon.is_one_of("owner.role", name) or reading.lexicon.is_one_of("owner.group", name):
            start = text.plain.index(name)
            return text.part(start, start + len(name))
    return None


_VERBS = {
    "wil",
    "zal",
    "gaan",
    "gaat",
    "writes",
    "sends",
    "runs",
    "leads",
    "prepares",
    "trains",
    "will",
    "is",
    "maken",
    "doen",
    "zorgen",
}


def _goes_on_without_name(lexicon: Lexicon, words: str) -> bool:
    """ "Team kijkt" is a team and a verb; "team Zuid", "team 3" and "afdeling inkoop" are names."""
    first, _, last = words.partition(" ")
    return first.lower() in _GROUP_NOUNS and last[:1].islower() and not lexicon.is_one_of("owner.group", last)


_GROUP_NOUNS = {"team", "afdeling", "dienst", "werkgroep", "gemeente", "stichting"}


def find_party(reading: Reading, text: Text) -> Text | None:
    """The first party in a sentence: somebody of the plan's own register, a role, a named group, a person's name."""
    if found := agent_of(reading, text):
        return found
    for name in ("owner.role", "owner.group"):
        for mention in reading.lexicon.find_all(name, text):
            vague = reading.lexicon.is_one_of("owner.vague", mention.text)
            if not vague and not _goes_on_without_name(reading.lexicon, mention.text):
                start = text.plain.find(mention.text)
                return text.part(start, start + len(mention.text))
    for match in PERSON_IN_PROSE.finditer(text.plain):
        if match.start() > 0 or fold(match.group()) in reading.people:
            return text.part(*match.span())
    return None

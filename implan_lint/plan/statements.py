"""Tells lists of work from lists of what is so: a self-test, what a product must do, the things to be delivered."""

from __future__ import annotations

import re
from collections.abc import Sequence

from implan_lint.document.model import ListItem
from implan_lint.plan.lexicon import Lexicon
from implan_lint.plan.parts import labelled_values

_FIRST_PERSON = re.compile(
    r"^\W*(?:(?:ik|wij|we|i)\s+(?:heb|hebben|ben|zijn|weet|weten|ken|kennen|kan|kunnen|have|know|am|are|can)\b"
    r"|(?:mijn|onze|ons|my|our)\s.{1,60}?\s(?:is|zijn|staat|staan|are)\s)",
    re.IGNORECASE,
)
""" "Ik heb ... gesproken", "Mijn ... is klaar": the author looks back or says what is so."""
_I = re.compile(r"^\W*(?:ik|wij|we|i|mijn|onze|ons|my|our)\b", re.IGNORECASE)
_PROPERTY = re.compile(
    r"\b(?:werkt|werken|klopt|kloppen|works?|voldoet|voldoen)\b"
    r"|\b(?:moet|moeten|must|should)\b.{1,80}\b(?:kunnen|be able)\b"
    r"|\S\s(?:kan|kunnen|can)\s.{1,80}\w+en\b"
    r"|\S\s(?:is|zijn|are)\s(?:\w+\s)?(?:zichtbaar|beschikbaar|bereikbaar|verplicht|visible|available|required)\b"
    r"|^\W*(?:bij|als|if|when)\s[^:]{1,40}:\s"
    r"|\S\s[<>≤≥]\s?\d"
    r"|\S\s(?:wordt|worden)\s(?:\w+\s){0,3}(?:correct|juist|goed|automatisch|direct)\b",
    re.IGNORECASE,
)
_WORKING_ON_IT = re.compile(
    r"\b(?:of|dat|zodat|whether|that)\s|\b(?:werken|werkt|voldoen)\s(?:aan|met|uit|samen|toe|in)\b|^\W*(?:\w+\s)?werken\b",
    re.IGNORECASE,
)


_CONTENTS = re.compile(r"\s*(?:[-*+]|\d+[.)])\s+[*_]*\[[^\]]*\]\(#[^)]*\)[*_]*\s*")


def is_contents_line(written: str) -> bool:
    """Whether a list item, as written, is nothing but a link to a heading of the same text."""
    return _CONTENTS.fullmatch(written) is not None


def states_what_is(items: Sequence[ListItem], lexicon: Lexicon) -> bool:
    """The whole list says what is so or must be possible, and nothing in it asks who and when."""
    told = [item.text.plain for item in items if item.text]
    if len(told) < 3 or any(labelled_values(item.text, lexicon, ("wie", "wanneer")) for item in items):
        return False
    if all(_I.match(words) for words in told):
        return sum(1 for words in told if _FIRST_PERSON.match(words)) * 2 >= len(told)
    properties = sum(1 for words in told if _PROPERTY.search(words) and not _WORKING_ON_IT.search(words))
    return properties * 2 >= len(told)

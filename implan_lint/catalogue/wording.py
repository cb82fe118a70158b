"""Gives a finding its words: fills a message's placeholders in one language."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from implan_lint.diagnostic import Numbered, Term, Value
from implan_lint.document.controls import SHOWN
from implan_lint.plan.vocabulary import Vocabulary

LONGEST_QUOTE = 60
"""Characters of the plan's own words in a message, the ellipsis included."""

_TOKEN = re.compile(r"\{\{|\}\}|\{([a-z][a-z0-9_]*)\}|[{}]")
_AND = {"nl": " en ", "en": " and "}
_MONTHS = {
    "nl": ("januari", "februari", "maart", "april", "mei", "juni",
           "juli", "augustus", "september", "oktober", "november", "december"),
    "en": ("January", "February", "March", "April", "May", "June",
           "July", "August", "September", "October", "November", "December"),
}  # fmt: skip


class TemplateError(ValueError):
    """A message holds a brace that is no placeholder."""


def placeholders(template: str) -> frozenset[str]:
    """The names between braces; `{{` and `}}` are literal braces. Raises TemplateError for any other brace."""
    names = set()
    for match in _TOKEN.finditer(template):
        if match[1]:
            names.add(match[1])
        elif match[0] in "{}":
            raise TemplateError(f"'{template[match.start() : match.start() + 20]}' is no placeholder: write {{name}}")
    return frozenset(names)


def word(template: str, values: Mapping[str, Value], language: str, vocabulary: Vocabulary) -> str:
    """The template with its placeholders filled. KeyError names a placeholder that has no value."""

    def fill(match: re.Match[str]) -> str:
        name = match[1]
        return word_value(values[name], language, vocabulary) if name else match[0][:1]

    return _TOKEN.sub(fill, template)


def word_value(value: Value, language: str, vocabulary: Vocabulary) -> str:
    """One value as a reader of `language` would write it."""
    if isinstance(value, Term):
        return _name(value, language, vocabulary)
    if isinstance(value, Numbered):
        return _numbered(value, language, vocabulary)
    if isinstance(value, str):
        return quote(value)
    if isinstance(value, date):
        return f"{value.day} {_MONTHS[language][value.month - 1]} {value.year}"
    if isinstance(value, Decimal):
        return amount(value, language)
    if isinstance(value, tuple):
        words = [word_value(item, language, vocabulary) for item in value]
        return _AND[language].join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)
    return str(value)


def amount(value: Decimal, language: str) -> str:
    """ "1.780" and "1.780,50" in Dutch, "1,780" and "1,780.50" in English."""
    places = 0 if value == value.to_integral_value() else 2
    words = f"{value:,.{places}f}"
    return words.translate(_DUTCH_MARKS) if language == "nl" else words


_DUTCH_MARKS = str.maketrans(",.", ".,")


def quote(text: str) -> str:
    """The plan's own words, fit for a message: on one line, not too long, harmless to a terminal."""
    line = " ".join(text.split()).translate(SHOWN)
    return line if len(line) <= LONGEST_QUOTE else line[: LONGEST_QUOTE - 1].rstrip() + "…"


def _name(term: Term, language: str, vocabulary: Vocabulary) -> str:
    names = vocabulary.names.get(term.group, {}).get(term.key, {})
    return names.get(language) or quote(term.key)


def _numbered(value: Numbered, language: str, vocabulary: Vocabulary) -> str:
    name = _name(value.term, language, vocabulary)
    number = "" if value.number is None else str(value.number)
    if "{number}" in name:
        return " ".join(name.replace("{number}", number).split())
    return f"{name} {number}".rstrip()

"""How a blank is told from ordinary words in brackets."""

from __future__ import annotations

import re

from implan_lint.plan.lexicon import Lexicon, lexicon_of
from implan_lint.plan.model import MetaField, Plan
from implan_lint.plan.words import fold

BRACKETS = re.compile(r"(?<![\[{<\\])(?:\[([^\[\]\n]{2,80})\]|\{([^{}\n]{2,80})\}|<([^<>\n]{2,80})>)(?![\](}>])")
"""[...], {...} or <...>, one level deep and not doubled; one of the three groups holds what is inside."""
_LIQUID = re.compile(r"[%#|@]|:\s*\w|[A-Za-z_]\.[A-Za-z_]|\w\(|://|^\s|\s$")
"""What stands in brackets of a program, an address or a note with its value, and not in a blank."""
_VERSION = re.compile(r"x+(?:[.-]x+)+")
_POINTER = re.compile(r"^(?:zie|vgl|cf|bron|link|noot|see|source|ref)\b")
_NOUN_WORDS = 5
_BLANK = re.compile(r"[\s.\-–—_…?*/\\]*|~|null")


def is_placeholder(plan: Plan, field: MetaField) -> bool:
    """Whether a field only says that it must still be filled in: "n.t.b.", "?", "[naam]"."""
    source = plan.document.source.slice(field.span)
    return any(_is_placeholder(plan, words.strip().strip("\"'")) for words in (field.text, source))


def _is_placeholder(plan: Plan, plain: str) -> bool:
    if not plain:
        return False
    lexicon = lexicon_of(plan.vocabulary)
    if _BLANK.fullmatch(plain) or lexicon.is_one_of("placeholder", plain):
        return True
    match = BRACKETS.fullmatch(plain)
    return match is not None and asks_for_words(match[1] or match[2] or match[3], lexicon)


def asks_for_words(inside: str, lexicon: Lexicon, *, verbs_only: bool = False) -> bool:
    """Whether what stands in brackets tells what to fill in there: "naam projectleider", "hier nog invullen"."""
    folded = fold(inside)
    if _VERSION.fullmatch(folded):
        return not verbs_only
    if lexicon.pattern("fill_in.verbs").match(folded) and "://" not in inside:
        return True
    if _LIQUID.search(inside) or _POINTER.search(folded):
        return False
    if lexicon.holds("fill_in.verbs", folded):
        return True
    if verbs_only:
        return False
    if lexicon.is_one_of("fill_in.cell", inside):
        return True
    words = folded.split()
    return (
        len(words) <= _NOUN_WORDS
        and not any(character.isdigit() for character in folded)
        and any(lexicon.is_one_of("fill_in.nouns", word) for word in (words[0], words[-1]))
    )

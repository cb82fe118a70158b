"""Comparing words the way a Dutch reader does: without case, accents and typographic quotes."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

_PLAIN = str.maketrans(
    {"’": "'", "‘": "'", "`": "'", "´": "'", "–": "-", "—": "-", "‐": "-", "‑": "-", "\u00a0": " ", "\u00ad": None}
)
_SPACE = re.compile(r"\s+")


@lru_cache(maxsize=1 << 14)
def fold(text: str) -> str:
    """Lower case, no accents, plain quotes and dashes, single spaces. The length may change."""
    plain = text.translate(_PLAIN)
    if not plain.isascii():
        plain = "".join(c for c in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(c))
    return _SPACE.sub(" ", plain.casefold()).strip()


def fold_keeping_places(text: str) -> str:
    """As `fold`, but character for character, so that an offset in it is an offset in `text`."""
    if text.isascii():
        return text.lower()
    return "".join(_fold_one(character) for character in text)


@lru_cache(maxsize=4096)
def _fold_one(character: str) -> str:
    plain = _PLAIN_ONE.get(character, character)
    base = unicodedata.normalize("NFKD", plain)[:1].casefold()
    return base if len(base) == 1 else character


_PLAIN_ONE = {
    "’": "'",
    "‘": "'",
    "`": "'",
    "´": "'",
    "–": "-",
    "—": "-",
    "‐": "-",
    "‑": "-",
    "\u00a0": " ",
    "\u00ad": "-",
}


def phrase_pattern(phrases: Iterable[str]) -> re.Pattern[str]:
    """One pattern for whole words or phrases in folded text; a trailing * means prefix, a leading * suffix.

    Longer phrases win. An empty list matches nothing.
    """
    parts = sorted({fold(phrase) for phrase in phrases} - {""}, key=lambda phrase: (-len(phrase), phrase))
    if not parts:
        return re.compile(r"(?!)")
    return re.compile("|".join(_phrase(part) for part in parts))


def _phrase(phrase: str) -> str:
    before, after = "", ""
    if phrase.startswith("*"):
        phrase, before = phrase[1:], r"[\w-]*"
    if phrase.endswith("*"):
        phrase, after = phrase[:-1], r"\w*"
    words = re.escape(phrase).replace(r"\ ", r"\s+")
    left = r"(?<![\w-])" if before or phrase[:1].isalnum() else ""
    right = r"(?!\w)" if after or phrase[-1:].isalnum() else ""
    return f"{left}{before}{words}{after}{right}"

"""Text for a terminal: colours, and control characters that show instead of act."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

_STYLES = {"red": "31", "yellow": "33", "cyan": "36", "green": "32", "blue": "34", "bold": "1", "dim": "2"}

# An escape sequence in a plan or a file name must never reach the terminal; nor may a direction mark reorder it.
_VISIBLE = {
    **{code: chr(0x2400 + code) for code in range(0x20)},
    0x7F: "\u2421",
    **dict.fromkeys([*range(0x80, 0xA0), 0x200E, 0x200F, *range(0x2028, 0x202F), *range(0x2066, 0x206A)], "\ufffd"),
    **dict.fromkeys(range(0xD800, 0xE000), "\ufffd"),
}


@dataclass(frozen=True, slots=True)
class View:
    """How the reader wants to see a report."""

    language: str = "nl"
    color: bool = False
    width: int = 100
    """Columns of the terminal."""
    statistics: bool = False


def visible(text: str) -> str:
    """The text on one line, with control characters, direction marks and broken characters made visible."""
    return text.translate(_VISIBLE)


def paint(text: str, style: str, view: View) -> str:
    """The text in a style ("red", "bold red"), or as it is where the view has no colour."""
    if not view.color or not text:
        return text
    codes = ";".join(_STYLES[name] for name in style.split())
    return f"\x1b[{codes}m{text}\x1b[0m"


def columns(text: str) -> int:
    """How many terminal columns a text takes: wide characters two, combining ones none."""
    return len(text) if text.isascii() else sum(_columns_of(character) for character in text)


def _columns_of(character: str) -> int:
    if unicodedata.combining(character) or unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1

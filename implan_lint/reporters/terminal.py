"""Text for a terminal: colours, and control characters that show instead of act."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from implan_lint.document.controls import SHOWN

_STYLES = {"red": "31", "yellow": "33", "cyan": "36", "green": "32", "blue": "34", "bold": "1", "dim": "2"}


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
    return text.translate(SHOWN)


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

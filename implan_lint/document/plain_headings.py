"""Headings without mark-up, in a text that has no others.

A text pasted from a mail or a plain editor heads its parts with a short line of its own: "DOELEN", "2. Doelen" (to
Markdown a list of one item) or "Doelen". One such line means little; three of a kind in a text without real or bold
headings are its headings.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from implan_lint.document.headings import make_heading
from implan_lint.document.markdown import Piece
from implan_lint.document.model import Fence, Heading, HeadingForm, Html, ListBlock, Paragraph
from implan_lint.document.text import Text

_FEWEST = 3
_LEVEL = 2
"""One below the title that stands above them, if there is one."""
_WORDS = 8
_BARE_WORDS = 5
_CAPITALS = 3


def with_plain_headings(pieces: Sequence[Piece], *, has_bold: bool) -> list[Piece]:
    """The same pieces, with the lines that serve as headings made into headings."""
    if has_bold or sum(1 for piece in pieces if isinstance(piece, Heading)) > 1:
        return list(pieces)
    styles = _styles(pieces)
    count = Counter(styles.values())
    return [
        _heading(piece) if index in styles and count[styles[index]] >= _FEWEST else piece
        for index, piece in enumerate(pieces)
    ]


def _styles(pieces: Sequence[Piece]) -> Mapping[int, str]:
    """Which pieces can be headings, and how they are written. Of two in a row the first is none."""
    found: dict[int, str] = {}
    for index, piece in enumerate(pieces[:-1]):
        if style := _style(piece, pieces[index + 1]):
            found[index] = style
    return {index: style for index, style in found.items() if index + 1 not in found}


def _style(piece: Piece, following: Piece) -> str:
    if isinstance(following, Heading | Fence | Html):
        return ""
    if isinstance(piece, ListBlock):
        item = piece.items[0]
        alone = piece.ordered and len(piece.items) == 1 and not item.blocks and item.checked is None
        return "numbered" if alone and len(item.lines) == 1 and _is_short(item.text, _WORDS) else ""
    if not isinstance(piece, Paragraph) or len(piece.lines) != 1:
        return ""
    plain = piece.text.plain
    if _is_short(piece.text, _WORDS) and plain.isupper() and sum(map(str.isalpha, plain)) >= _CAPITALS:
        return "capitals"
    return "bare" if _is_short(piece.text, _BARE_WORDS) and plain.strip()[:1].isupper() else ""


def _is_short(text: Text, most_words: int) -> bool:
    """A few words without punctuation behind them, except what ends a question or brackets."""
    plain = text.plain.strip()
    if not plain or len(plain.split()) > most_words or not any(map(str.isalpha, plain)):
        return False
    return plain[-1].isalnum() or plain[-1] in ")?"


def _heading(piece: Piece) -> Piece:
    if isinstance(piece, ListBlock):
        return make_heading(_LEVEL, piece.items[0].text, HeadingForm.PLAIN, piece.span, piece.line)
    if isinstance(piece, Paragraph):
        return make_heading(_LEVEL, piece.text, HeadingForm.PLAIN, piece.span, piece.line)
    return piece

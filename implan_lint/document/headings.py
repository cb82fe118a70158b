"""What a heading says, apart from its number, symbols and closing colon."""

from __future__ import annotations

import re

from implan_lint.diagnostic import Span
from implan_lint.document.model import Heading, HeadingForm
from implan_lint.document.text import Text

_AFTER = r"[ \t]*[:.)\-–—]?[ \t]+"
_NUMBERS = (
    re.compile(
        r"(?:hoofdstuk|stap|deel|bijlage|chapter|step|part|appendix|annex|section|paragraaf|§)[ \t]*"
        r"([0-9]{1,3}(?:\.[0-9]{1,3}){0,6}|[ivxlc]{1,6}|[a-z])\b" + _AFTER + r"(?=\S)",
        re.IGNORECASE,
    ),
    re.compile(r"([0-9])\ufe0f?\u20e3[ \t]*(?=\S)"),
    re.compile(r"([0-9]{1,3}(?:\.[0-9]{1,3}){1,6})[.):]?(?:[ \t]*[-–—])?[ \t]+(?=\S)"),
    re.compile(r"([0-9]{1,3})[.):](?:[ \t]*[-–—])?(?:[ \t]+(?=\S)|(?=[^\W\d_]))"),
    re.compile(r"([0-9]{1,2})[ \t]+[-–—][ \t]+(?=\S)"),
    re.compile(r"([0-9]{1,2})[ \t]+(?=[^\W\d_a-z])"),
    re.compile(r"([IVXLC]{1,6})[.)][ \t]+(?=\S)"),
    re.compile(r"([A-Z])[.)][ \t]+(?=\S)"),
)
_OPENING = "([{<\"'“‘„«`§"


def make_heading(level: int, text: Text, form: HeadingForm, span: Span, line: int) -> Heading:
    """A heading, its number and title told apart.

    "4.2 Planning", "IV. Planning", "B. Planning", "Hoofdstuk 4: Planning" and "Stap 4 - Planning" have a
    number; "Fase 2 - Planning", "2026: planning" and "30 dagen" have none: there it carries meaning.
    """
    plain = text.plain
    start = _skip_symbols(plain, 0)
    number = ""
    for pattern in _NUMBERS:
        if found := pattern.match(plain, start):
            number = found[1]
            start = _skip_symbols(plain, found.end())
            break
    end = len(plain.rstrip())
    while end > start and plain[end - 1] in ": \t":
        end -= 1
    return Heading(level, text, number, text.part(start, end), form, span, line)


def _skip_symbols(plain: str, start: int) -> int:
    """Past emoji, bullets and dashes in front of the words; nowhere if there are no words."""
    position = start
    while position < len(plain) and not (plain[position].isalnum() or plain[position] in _OPENING):
        position += 1
    return position if position < len(plain) else start

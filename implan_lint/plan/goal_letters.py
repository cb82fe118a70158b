"""Goals in a list with letters, which Markdown takes for plain paragraphs: "a) ...", "b) ..."."""

from __future__ import annotations

import re

from implan_lint.document.model import Paragraph, Section
from implan_lint.document.text import Text

_LETTER = re.compile(r"\W*\(?([a-z])[).][ \t]+(?=\S)", re.IGNORECASE)


def lettered(section: Section) -> tuple[Text, ...]:
    """The words behind the letters, if they run from a on and there are two or more; a name's initial is no letter."""
    found: list[tuple[str, Text]] = []
    for block in section.blocks:
        if not isinstance(block, Paragraph):
            continue
        starts = [line for line in block.lines if _LETTER.match(line.plain)]
        for text in starts if len(starts) > 1 else (block.text,):
            match = _LETTER.match(text.plain)
            if match is not None:
                found.append((match[1].lower(), text.part(match.end(), len(text.plain))))
    letters = "".join(letter for letter, _ in found)
    if len(found) < 2 or not "abcdefghijklmnopqrstuvwxyz".startswith(letters):
        return ()
    return tuple(text for _, text in found)

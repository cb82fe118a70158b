"""How grave a risk is: its likelihood and impact, in words or numbers, as one of four levels."""

from __future__ import annotations

import re

from implan_lint.plan.lexicon import Lexicon
from implan_lint.plan.model import Mention, PlanTable

_LEVELS = ("level.4", "level.3", "level.2", "level.1")


def scale_of(table: PlanTable) -> int:
    """How far likelihood and impact are counted: as the header says ("1-5"), else 3, or 5 if a number needs it."""
    said = [int(match.group(1)) for name in ("kans", "impact") if (match := _RANGE.search(table.header(name)))]
    numbers = [
        int(cell.text.plain.strip())
        for row in table.table.rows
        for column in ("kans", "impact")
        if (cell := table.cell(row, column)) is not None and re.fullmatch(r"\d{1,2}", cell.text.plain.strip())
    ]
    highest = max([3, *said, *numbers])
    return highest if highest == 3 or said else max(5, highest)


_RANGE = re.compile(r"\b1\s*(?:-|–|t/m|to|tot)\s*(\d{1,2})\b")


def level_of(
    lexicon: Lexicon, likelihood: Mention | None, impact: Mention | None, score: Mention | None, scale: int
) -> int | None:
    """1 low to 4 critical. High x high is critical; a number counts by its share of the scale."""
    if score is not None:
        named = _word_level(lexicon, score.text)
        if named == 4:
            return 4
    product = _product(likelihood, impact)
    if product is not None and scale > 3 and product * 5 >= 3 * scale * scale:
        return 4  # 15 of 25; on a scale of three only 3 x 3 is critical, as high x high is
    one, two = (_grade(lexicon, mention, scale) for mention in (likelihood, impact))
    if one is None or two is None:
        return _word_level(lexicon, score.text) if score is not None else None
    if one >= 3 and two >= 3:
        return 4
    return max(1, min(one, two)) if abs(one - two) < 2 else 2


def _product(likelihood: Mention | None, impact: Mention | None) -> int | None:
    """Likelihood times impact, where both are numbers."""
    numbers = [_DIGITS.fullmatch(part.text.strip()) for part in (likelihood, impact) if part is not None]
    found = [int(match.group(1)) for match in numbers if match is not None]
    return found[0] * found[1] if len(found) == 2 else None


_DIGITS = re.compile(r"(\d{1,2})(?:\s*/\s*\d+)?")


def _grade(lexicon: Lexicon, mention: Mention | None, scale: int) -> int | None:
    if mention is None:
        return None
    digits = _DIGITS.fullmatch(mention.text.strip())
    if digits:
        share = int(digits.group(1)) / scale
        return 1 if share <= 0.34 else 2 if share <= 0.67 else 3
    level = _word_level(lexicon, mention.text)
    return None if level is None else min(level, 3)


def _word_level(lexicon: Lexicon, text: str) -> int | None:
    for name in _LEVELS:
        if lexicon.is_one_of(name, text) or (
            len(text.split()) > 1 and lexicon.is_one_of(name, text.split(maxsplit=1)[0])
        ):
            return int(name[-1])
    return None

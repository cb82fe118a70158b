"""Reads amounts as Dutch and English plans write them: "€ 1.780,-", "1,780.50", "12k", "€ 1,2 mln".

    read_amount("€ 1.780,-")     1780
    read_amount("EUR 12k")      12000, rounded to 1000
    read_amount("€ 50 per maand")  50, not exact

Three digits behind a point or a comma are thousands: 1.780 and 1,780 are both 1780. What can be read in two
ways in a table that writes its decimals with the same mark is not exact.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal
from enum import StrEnum

from implan_lint.document.text import Text
from implan_lint.plan.model.money import Amount


class Notation(StrEnum):
    """Which mark stands before the decimals."""

    DUTCH = ","
    ENGLISH = "."


_CURRENCY = r"(?:€|\$|£|eur(?:o|os)?\b|usd\b|gbp\b)"
_FIGURE = re.compile(
    rf"""(?<![\w.,])(?<!\d:)
    (?P<minus>[-−])?
    (?P<before>{_CURRENCY}\s{{0,2}})?
    (?P<inner_minus>[-−])?
    (?P<figure>\d{{1,3}}(?:[ \u00a0\u2009\u202f'’]\d{{3}})+(?!\d)(?:[.,]\d{{1,2}})?|\d+(?:[.,]\d+)*)
    (?P<dash>[,.][-–—=]{{1,2}})?
    (?:\s?(?P<unit>k|mln|mio|m|miljoen|million|mrd|miljard|duizend|thousand)\b\.?)?
    (?:\s?(?P<after>{_CURRENCY}))?
    (?![\d_%‰°]|(?-i:[a-zà-ÿ])|\s?%|[.,]\d|:\d)""",
    re.IGNORECASE | re.VERBOSE,
)
_UNITS = {
    "k": 3, "duizend": 3, "thousand": 3, "mln": 6, "mio": 6, "m": 6, "miljoen": 6, "million": 6, "mrd": 9, "miljard": 9
}  # fmt: skip
_BRACKETS = re.compile(r"\([^()]*\)")
_IN_BRACKETS = re.compile(r"\(\s*([^()]*?)\s*\)")
_PER = re.compile(
    r"\bper\b|\bp/|/\s?(?:maand|mnd|jaar|jr|uur|stuk|st|dag|week|dagdeel|month|year|hour|day|item)|\bp\.\s?[mjus]\.?"
    r"|\b(?:vanaf|minimaal|minstens|tot|from|up to|at least)\b|[<>≥≤]|\d\s?\+\s*$|\d\s?[x×*]\s?[€\d]|\b(?:each|elk)\b",
    re.IGNORECASE,
)
_REMARK = re.compile(
    r"\b(?:ca|circa|ongeveer|plm|about|approx|max|maximaal|geschat|raming|excl|incl|exclusief|inclusief|btw|vat"
    r"|eenmalig|totaal|total|stelpost|budget|subtotaal|afgerond|estimated)\b\.?",
    re.IGNORECASE,
)
_LETTER = re.compile(r"[^\W\d_]")


def notation_of(texts: Iterable[str]) -> Notation | None:
    """How these texts write decimals, by the numbers that can be read in one way only; None without any."""
    votes = {Notation.DUTCH: 0, Notation.ENGLISH: 0}
    for text in texts:
        for match in _FIGURE.finditer(text):
            mark = _decimal_mark(match["figure"])
            if mark is not None:
                votes[mark] += 1
    if votes[Notation.DUTCH] == votes[Notation.ENGLISH]:
        return None
    return max(votes, key=lambda notation: votes[notation])


def _decimal_mark(figure: str) -> Notation | None:
    """ "1.780,50" and "12,5" are Dutch, "1,780.50" is English; "1.780" and "17" don't say, "1,2,3" is no number."""
    marks = [character for character in figure if character in ".,"]
    if not marks:
        return None
    tail = figure.rpartition(marks[-1])[2]
    if len(set(marks)) == 2:
        return Notation(marks[-1])
    if len(marks) > 1:
        return Notation.DUTCH if marks[0] == "." else Notation.ENGLISH
    return Notation(marks[0]) if len(tail) < 3 else None


def find_amounts(text: Text, notation: Notation | None = None) -> tuple[Amount, ...]:
    """Every number in a text that can be an amount; years, dates and counts among them unless `marked` is asked."""
    found = (_amount(text, match, notation) for match in _FIGURE.finditer(text.plain))
    return tuple(amount for amount in found if amount is not None)


def read_amount(text: Text, notation: Notation | None = None, *, scale: int = 0, rate: bool = False) -> Amount | None:
    """The amount that a whole cell gives; None if it gives none. `scale` is 3 below "Bedrag (x € 1.000)".

    In a column of prices (`rate`) "€ 95 per uur" is as exact as "€ 95".
    """
    plain = text.plain
    negative = _IN_BRACKETS.fullmatch(plain.strip())
    start = 0
    if negative is None:
        plain = _BRACKETS.sub(lambda match: " " * len(match.group()), plain)
        start = plain.rfind("=") + 1 if not plain.rstrip().endswith("=") else 0
    matches = list(_FIGURE.finditer(plain, start))
    marked = [match for match in matches if _is_marked(match)]
    chosen = marked or matches
    if not chosen or not (marked or _is_bare(plain, matches)):
        return None
    amount = _amount(text, chosen[0], notation)
    if amount is None:
        return None
    if negative is not None or plain[start : chosen[0].start()].strip() in ("-", "−"):
        amount = replace(amount, value=-amount.value)
    if scale and not chosen[0]["unit"]:
        amount = replace(amount, value=amount.value.scaleb(scale), step=amount.step.scaleb(scale))
    single = len(matches) == 1 and (rate or _PER.search(plain, start) is None)
    return amount if single else replace(amount, exact=False)


def read_count(text: Text, notation: Notation | None = None) -> Amount | None:
    """The one number of a cell that says how many: "40", "40 uur", "12 maanden"."""
    amounts = find_amounts(text, notation)
    return amounts[0] if len(amounts) == 1 and not amounts[0].marked else None


def _is_marked(match: re.Match[str]) -> bool:
    unit = (match["unit"] or "").lower()
    return bool(match["before"] or match["after"] or match["dash"]) or len(unit) > 1


def _is_bare(plain: str, matches: list[re.Match[str]]) -> bool:
    """Nothing but the number stands there: "3 laptops" and "40 uur" are no amounts."""
    rest = plain
    for match in reversed(matches):
        rest = rest[: match.start()] + " " + rest[match.end() :]
    return _LETTER.search(_REMARK.sub(" ", rest)) is None and "%" not in rest and "/" not in rest


def _amount(text: Text, match: re.Match[str], notation: Notation | None) -> Amount | None:
    unit = (match["unit"] or "").lower()
    if unit == "m" and not match["before"]:
        return None
    power = _UNITS.get(unit, 0)
    read = _number(match["figure"], notation, scaled=bool(power))
    if read is None:
        return None
    value, sure = read
    decimals = value.as_tuple().exponent
    step = Decimal(1).scaleb(decimals if isinstance(decimals, int) else 0).scaleb(power)
    value = value.scaleb(power)
    if match["minus"] or match["inner_minus"]:
        value = -value
    span = text.span_of(match.start(), match.end())
    return Amount(value, text.plain[match.start() : match.end()].strip(), span, step, sure, _is_marked(match))


def _number(figure: str, notation: Notation | None, *, scaled: bool) -> tuple[Decimal, bool] | None:
    """The value of digits, points and commas, and whether there is no other way to read it."""
    digits = re.sub(r"[^\d.,]", "", figure)
    marks = [character for character in digits if character in ".,"]
    if not marks:
        return Decimal(digits), True
    last = marks[-1]
    head, _, tail = digits.rpartition(last)
    if len(set(marks)) == 2:
        groups = head.split(marks[0])
        fits = marks.count(last) == 1 and _are_thousands(groups)
        return (Decimal(f"{''.join(groups)}.{tail}"), True) if fits else None
    groups = digits.split(last)
    if len(marks) > 1:
        return (Decimal("".join(groups)), True) if _are_thousands(groups) else None
    if len(tail) == 3 and _are_thousands(groups) and not head.startswith("0") and not scaled:
        return Decimal(head + tail), notation is None or notation.value != last
    return (Decimal(f"{head}.{tail}"), True) if len(tail) < 4 else None


def _are_thousands(groups: list[str]) -> bool:
    return 1 <= len(groups[0]) <= 3 and all(len(group) == 3 for group in groups[1:])


_SCALES = (
    (re.compile(r"[x×*]\s?€?\s?1[., ]?000[., ]?000|\bmln\b|miljoen|million", re.IGNORECASE), 6),
    (re.compile(r"[x×*]\s?€?\s?1[., ]?000\b|\bk€|€\s?k\b|duizend|thousand|['’]000", re.IGNORECASE), 3),
)


def scale_of(header: str) -> int:
    """The power of ten that a column's heading announces: "Bedrag (x € 1.000)"."""
    return next((power for pattern, power in _SCALES if pattern.search(header)), 0)


def names_money(words: str) -> bool:
    """Whether an amount stands in these words that says that it is money."""
    return any(_is_marked(match) for match in _FIGURE.finditer(words))

"""Direction words: what "uiterlijk", "vóór", "vanaf" and "rond" make of the moment behind them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from implan_lint.plan.time.period import Bound

_LOOK_BACK = 40
_WORDS = re.compile(
    r"(?:(?<!\w)(?:"
    r"(?P<until>uiterlijk(?: op| in| per| voor)?|t/m|tot en met|niet later dan|op z(?:ijn|'n) laatst|ten laatste|by|"
    r"no later than|not later than|until|till|deadline:?|per)|"
    r"(?P<before>voor|tot|before|voorafgaand aan)|"
    r"(?P<from>vanaf|met ingang van|m\.i\.v\.|v\.a\.|ingaande|from|as of|starting)|"
    r"(?P<since>sinds|since)|"
    r"(?P<after>na|after)|"
    r"(?P<around>rondom|rond|circa|ca\.?|omstreeks|ongeveer|om en nabij|plusminus|around|about)|"
    r"(?P<between>tussen|between|van)|"
    r"(?P<on>in|op|on|gedurende|during|tijdens|tegen|at))|(?P<approx>\+/-))"
    r"\s{1,3}(?:(?:de|het|the|op|in)\s{1,3}){0,2}$"
)
_BOUNDS = {
    "until": Bound.BEFORE,
    "before": Bound.BEFORE,
    "from": Bound.FROM,
    "since": Bound.FROM,
    "after": Bound.FROM,
    "around": Bound.AROUND,
    "approx": Bound.AROUND,
}
_BETWEEN = re.compile(r"(?<!\w)(?:tussen|between)\s{1,3}(?:(?:de|het|the)\s{1,3})?$")
_HELPS_MONTH = {"until", "from"}
_HELPS_YEAR = {"until", "before", "from", "after", "around", "approx", "on"}


@dataclass(frozen=True, slots=True)
class Direction:
    """`word` names the group of the word; `start` is where it stands, if it belongs to the expression."""

    bound: Bound = Bound.WITHIN
    word: str = ""
    start: int | None = None

    def helps(self, shape: str) -> bool:
        """Whether it makes time of a word that alone would be too little: "in 2026", "uiterlijk mei"."""
        if shape == "month":
            return self.word in _HELPS_MONTH
        if shape in {"year", "season", "summer", "some year", "open"}:
            return self.word in _HELPS_YEAR
        return False


_NONE = Direction()


def direction_before(text: str, start: int, original: str) -> Direction:
    """The direction word in folded `text` right before `start`."""
    low = max(0, start - _LOOK_BACK)
    match = _WORDS.search(text, low, start)
    if match is None:
        return _NONE
    word = str(match.lastgroup)
    begin = match.start()
    if word in {"on", "between"}:
        return Direction(Bound.WITHIN, word)
    if word == "before" and text.startswith("voor ", begin) and _is_whole_year(text, start, original, begin):
        return Direction(Bound.WITHIN, word, begin)
    return Direction(_BOUNDS[word], word, begin)


def _is_whole_year(text: str, start: int, original: str, begin: int) -> bool:
    """Without its accents, "voor 2026" means "for 2026" as often as before it: the year is then its own limit."""
    return (
        text[start : start + 2] == "20"
        and text[start : start + 4].isdigit()
        and original[begin + 1] != "ó"
        and (not text[start + 4 : start + 5].strip(" .,;)") or text[start + 4 : start + 5] == "")
    )


def is_between(text: str, start: int) -> bool:
    """Whether "tussen" stands right before `start`, so that "en" makes a range."""
    return _BETWEEN.search(text, max(0, start - _LOOK_BACK), start) is not None

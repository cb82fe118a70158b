"""The words and building blocks of Dutch and English time expressions, over folded text.

Folded text is what `fold_keeping_places` makes: lower case, no accents, plain quotes and dashes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

MONTHS = {
    1: ("januari", "january", "jan"),
    2: ("februari", "february", "febr", "feb"),
    3: ("maart", "march", "mrt", "mar"),
    4: ("april", "apr"),
    5: ("mei", "may"),
    6: ("juni", "june", "jun"),
    7: ("juli", "july", "jul"),
    8: ("augustus", "august", "aug"),
    9: ("september", "sept", "sep"),
    10: ("oktober", "october", "okt", "oct"),
    11: ("november", "nov"),
    12: ("december", "dec"),
}
MONTH_OF = {name: number for number, names in MONTHS.items() for name in names}
MONTH_STEMS = tuple(dict.fromkeys(name[:3] for name in MONTH_OF))
MONTH_NAMES = "|".join(sorted(MONTH_OF, key=lambda name: (-len(name), name)))
_DOT = r"(?:(?<=jan|feb|mrt|mar|apr|jun|jul|aug|sep|okt|oct|nov|dec)\.|(?<=sept|febr)\.|\.(?=\s?['2]))?"
MONTH = rf"(?:{MONTH_NAMES})\b{_DOT}"

_NUMBERS_NL = (
    "een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien zeventien "
    "achttien negentien twintig"
)
_NUMBERS_EN = "one two three four five six seven eight nine ten eleven twelve"
NUMBER_OF = {
    **{word: n for n, word in enumerate(_NUMBERS_NL.split(), 1)},
    **{word: n for n, word in enumerate(_NUMBERS_EN.split(), 1)},
    **{"a": 1, "an": 1, "dertig": 30, "veertig": 40, "vijftig": 50, "zestig": 60, "negentig": 90, "honderd": 100},
}
NUMBER = r"(?:\d{1,4}(?:[.,]\d{1,3})?|" + "|".join(sorted(NUMBER_OF, key=lambda word: -len(word))) + r")\b"

ORDINAL_OF = {
    **{"eerste": 1, "1e": 1, "1ste": 1, "first": 1, "1st": 1, "tweede": 2, "2e": 2, "2de": 2, "second": 2, "2nd": 2},
    **{"derde": 3, "3e": 3, "3de": 3, "third": 3, "3rd": 3, "vierde": 4, "4e": 4, "4de": 4, "fourth": 4, "4th": 4},
    **{"laatste": -1, "last": -1},
}
ORDINAL = "(?:" + "|".join(sorted(ORDINAL_OF, key=lambda word: -len(word))) + ")"

YEAR = r"(?:19|20)\d\d"
YEAR_OR_SHORT = rf"(?:{YEAR}|'\d\d)(?!\d|[.,]\d)"
YEAR_OPT = rf"(?:\s{{0,3}},?\s{{0,3}}(?:van\s+|of\s+|in\s+)?(?P<year>{YEAR_OR_SHORT}))?"

WEEKDAYS = (
    r"(?:maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag|monday|tuesday|wednesday|thursday|friday|"
    r"saturday|sunday|ma|di|wo|do|vr|za|zo|mon|tue|wed|thu|fri|sat|sun)"
)
DAYS_OF_UNIT = {"d": 1, "w": 7, "m": 30, "q": 91, "y": 365, "h": 0}
UNIT = (
    r"(?:werkdag(?:en)?|kalenderdag(?:en)?|dag(?:en)?|weken|week|wk|maand(?:en)?|mnd|kwarta(?:al|len)|jaar|jaren|jr|"
    r"(?:working |business )?days?|weeks|months?|quarters?|years?)\b(?:(?<=wk|jr)\.|(?<=mnd)\.)?"
)
_UNIT_STARTS = (
    *(("werkdag", "d"), ("kalenderdag", "d"), ("dag", "d"), ("da", "d"), ("working", "d"), ("business", "d")),
    *(("we", "w"), ("wk", "w"), ("maand", "m"), ("mnd", "m"), ("month", "m"), ("kwarta", "q"), ("quarter", "q")),
    *(("ja", "y"), ("jr", "y"), ("year", "y"), ("uur", "h"), ("uren", "h"), ("hour", "h")),
)

EVENT_NAMES = {
    "livegang": (
        "livegang",
        "livegaan",
        "live gang",
        "go-live",
        "go live",
        "golive",
        "lancering",
        "launch",
        "ingebruikname",
        "deployment",
    ),
    "acceptatie": ("acceptatie", "accept", "acceptance"),
    "start": ("startdatum", "start", "aanvang", "project start"),
    "oplevering": ("oplevering", "delivery"),
    "implementatie": ("implementatie", "implementation", "invoering"),
    "besluit": ("besluitvorming", "besluit", "decision"),
    "vaststelling": ("vaststelling",),
    "ondertekening": ("ondertekening", "signing"),
    "akkoord": ("akkoord", "goedkeuring", "approval"),
    "kick-off": ("kick-off", "kickoff", "kick off"),
    "migratie": ("migratie", "migration"),
    "afronding": ("afronding", "completion"),
    "einde": ("einde van het project", "einde project", "einddatum", "projecteinde", "end of the project"),
    "publicatie": ("publicatie", "publication"),
}
EVENT_OF = {name: canonical for canonical, names in EVENT_NAMES.items() for name in names}
EVENT = "(?:" + "|".join(sorted(EVENT_OF, key=lambda name: -len(name))) + r")(?![a-z])"
ARTICLE = r"(?:(?:de|het|the|een|a|an)\s+)?"


class Pattern:
    """A regular expression that is compiled at its first use, and tried only where one of `needs` occurs.

    A need may be a mark of `marks_of`.
    """

    __slots__ = ("_compiled", "_needs", "_source")

    def __init__(self, source: str, *needs: str) -> None:
        self._source = source
        self._needs = needs
        self._compiled: re.Pattern[str] | None = None

    @property
    def compiled(self) -> re.Pattern[str]:
        if self._compiled is None:
            self._compiled = re.compile(self._source)
        return self._compiled

    def find(self, text: str, marks: str) -> Iterator[re.Match[str]]:
        """Its matches in folded `text`, of which `marks_of` gave `marks`."""
        for need in self._needs:
            if need in text or need in marks:
                return self.compiled.finditer(text)
        return iter(())


_DIGIT = re.compile(r"\d")
_NUMBERS_JOINED = re.compile(r"\d\s?[-/.]\s?'?\d")


def marks_of(text: str) -> str:
    """What folded `text` holds, as needs of a `Pattern`: "#" a digit, "~" joined numbers, "@" perhaps a month."""
    marks = ""
    if _DIGIT.search(text):
        marks = "#~" if _NUMBERS_JOINED.search(text) else "#"
    for stem in MONTH_STEMS:
        if stem in text:
            return marks + "@"
    return marks


def month_number(word: str) -> int:
    return MONTH_OF[word.rstrip(".")]


def year_number(text: str | None) -> int | None:
    """2026, '26 and 26 are 2026."""
    if not text:
        return None
    number = int(text.lstrip("'"))
    return number + 2000 if number < 100 else number


def unit_letter(word: str) -> str:
    """d, w, m, q, y or h (hours)."""
    return next(letter for start, letter in _UNIT_STARTS if word.startswith(start))


def amount(text: str) -> float:
    number = NUMBER_OF.get(text)
    return float(number if number is not None else text.replace(",", "."))


def valid_day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None

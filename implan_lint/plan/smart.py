"""What in a goal counts as evidence for measurable and time-bound, with the words that say so."""

from __future__ import annotations

import re
from collections.abc import Sequence

from implan_lint.diagnostic import Confidence
from implan_lint.document.text import Text
from implan_lint.plan.lexicon import Lexicon
from implan_lint.plan.model import Evidence, Mention
from implan_lint.plan.time.period import Period, TimeKind

_NUM = r"(?:\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:[.,]\d+)?)"
_WORD = (
    r"(?<!\w)(?:een|één|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|dertien|veertien|vijftien"
    r"|twintig|dertig|veertig"
    r"|vijftig|zestig|honderd|two|three|four|five|six|seven|eight|nine|ten(?!\s+(?:hoogste|minste|opzichte|aanzien|behoeve|einde|gevolge|slotte|tijde|dele|goede))|twelve|twenty|hundred)(?!\w)"
)
_N = rf"(?:{_NUM}|{_WORD})"
_COUNTED = rf"(?:{_NUM}|(?!(?:een|één)\b){_WORD})"

_NO_MEASURE = re.compile(
    r"\b(?:versie|version|v)\.?\s?\d+(?:\.\d+)*\b"
    r"|\b(?:ISO(?:/IEC)?|NEN|BIO|RFC|ITIL|PRINCE|WCAG|AVG|Annex|Bijlage)\s?-?\d+(?:[-:.]\d+)*\b"
    r"|\b(?:artikel|art\.?|lid|paragraaf|§|hoofdstuk|stap|fase|sprint|doel|doelstelling|goal|risico|actie"
    r"|mijlpaal|pagina|blz\.?|team|ploeg|afdeling|locatie|kamer|gebouw|niveau|groep"
    r"|cluster|klas|wijk|ronde|cohort|unit|phase|step|week|horizon|h|regel|spoor|iteratie|iteration"
    r"|planning voor iteratie)\s?\d+(?:\.\d+)*[a-z]?\b"
    r"|\b(?:Microsoft|Office|Windows|M365|Teams|SQL Server|Exact|AFAS|Level|Web|Industrie"
    r"|Industry)\s?\d{1,4}(?:\.\d+)?\b"
    r"|\bCOVID-19\b|\b24/7\b|\b7/24\b|\b2FA\b|\b[A-Z]{1,3}\d+\b|\b0\d{1,3}[-\s]?\d{6,8}\b|#\d+",
    re.IGNORECASE,
)
_OFTEN = re.compile(r"\b(?:twee|drie|vier|vijf|zes|tien|\d+)\s*(?:x|×|keer|maal|times)\s+(?:per|in)\b", re.IGNORECASE)
_MEASURES: tuple[re.Pattern[str], ...] = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"(?<![\w.]){_NUM}\s*(?:%|procent(?:punt(?:en)?)?\b|percent(?:age)?\b)",
        rf"\b(?:van|from)\s+(?:€\s*)?{_NUM}(?:\s*(?:%|\w+)){{0,2}}(?:\s*\([^()]*\))?\s+(?:naar|tot"
        rf"|to)\s+(?:€\s*)?{_NUM}",
        rf"\b{_N}\s+(?:van|op|of|out of)\s+(?:de|the)\s+{_N}\b",
        rf"\b(?:minimaal|ten minste|tenminste|minstens|maximaal|ten hoogste|hooguit|niet meer dan|meer dan"
        rf"|minder dan|hoger dan"
        rf"|lager dan|korter dan|langer dan|sneller dan|boven de|onder de|at least|at most|no more than"
        rf"|more than|fewer than|less than)"
        rf"\s+(?:een\s+|a\s+)?(?:€\s*)?{_COUNTED}",
        rf"(?:≥|≤|>=|<=|>|<)\s*{_NUM}",
        rf"\b(?:rapportcijfer|cijfer|score|scoort|scoren|gemiddelde?|waardering|rating"
        rf"|grade)\b[^.]{{0,30}}?(?<![\d.,])(?!20\d{{2}}\b){_NUM}",
        rf"\b(?:geven|geeft|waarderen|waardeert|beoordelen|beoordeelt|rates?)\b[^.;]{{0,60}}?\b(?:een|met|a)\s+(?:een\s+)?{_NUM}"
        r"(?!\s*[a-z])",
        rf"\bNPS\b[^.]{{0,60}}?(?<![\d.,])(?!20\d{{2}}\b)[+-]?{_NUM}",
        rf"\b{_NUM}\s+op\s+een\s+schaal\s+van\b",
        rf"\b{_NUM}\s+(?:of|or)\s+(?:hoger|lager|meer|minder|higher|lower|more|less)\b",
        rf"(?:€|EUR|\$|USD)\s*{_NUM}|\b{_NUM}\s*(?:euro\b|k€|USD\b|mln\b|miljoen\b)",
        rf"\b(?:doorlooptijd|wachttijd|reactietijd|responstijd|oplostijd|afhandeltijd|levertijd|registratietijd"
        rf"|verwerkingstijd"
        rf"|inwerktijd|uptime|beschikbaarheid|availability|response time|lead time)\b[^.]{{0,80}}?{_COUNTED}",
        rf"\b(?:binnen|in|within)\s+{_N}\s+(?:seconden|minuten|uur|uren|werkdagen|werkdag|seconds|minutes|hours"
        rf"|working days)\b",
        r"\b(?:verdubbel\w*|verdrievoudig\w*|halveer\w*|gehalveerd|doubles?|halves?|halved|doubled)\b",
        r"\b(?:nul|0|zero|geen enkele?)\s+(?:\w+\s+){0,2}?(?:incidenten?|fouten|datalekken?|klachten"
        r"|dataverlies|uitval|storingen|incidents"
        r"|errors|outages)\b",
        _OFTEN.pattern,
    )
)
# A number before a noun: "42 medewerkers", "twaalf nieuwe plaatsingen". Any noun will do that is no unit of time.
_COUNT = re.compile(
    rf"(?<![\w.,/-]){_COUNTED}(?:\s*(?:-|–|à|tot)\s*{_NUM})?\s+(?:[\w'’-]+\s+){{0,2}}?"
    r"(?!(?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december|dag"
    r"|dagen|week|weken|wk|maand|maanden"
    r"|mnd|kwartaal|kwartalen|jaar|jaren|days?|weeks?|months?|years?|en|of|and|or|to|van|de|het|in|op|is"
    r"|zijn|voor|naar|met)\b)[a-zà-ÿ][\w'’-]{2,}",
    re.IGNORECASE,
)
_DELIVERED = re.compile(
    r"\b(?:is|zijn|heeft|hebben|wordt|worden|werkt|werken|beschikt|beschikken|gebruikt|gebruiken"
    r"|registreert|registreren|are|has|have|will be)\b"
    r"[^.;]{0,140}?\b(?:ondertekend|vastgesteld|opgeleverd|ingevoerd|in gebruik|operationeel|live"
    r"|gecertificeerd|opgeleid|getraind|geschoold"
    r"|aangesloten|gemigreerd|geïmplementeerd|afgerond|beschikbaar|goedgekeurd|aangesteld|ingericht|belegd"
    r"|overgegaan|uitgevoerd|gestart"
    r"|gepubliceerd|geplaatst|overgezet|vervangen|uitgefaseerd|gerealiseerd|gereed|aangeboden|opgenomen"
    r"|verankerd|geborgd|signed|delivered"
    r"|trained|migrated|operational|completed|approved|available|in use|live)\b",
    re.IGNORECASE,
)
_ALL_USE = re.compile(
    r"\b(?:alle|elke|iedere|all|every)\b[^.]{0,80}\b(?:werkt|werken|gebruikt|gebruiken|registreert"
    r"|registreren|volgt|volgen|use|uses)\b"
    r"[^.]{0,60}",
    re.IGNORECASE,
)
_GRADED = re.compile(
    r"\b(?:heeft|hebben|krijgt|krijgen|haalt|halen|has|have|gets?|reach(?:es)?)\b(?:[^.;]|\.(?=\w)){0,60}?"
    r"(?:status|label|klasse|keurmerk|certificaat|class|rating|grade)\s+(?-i:[A-G])\b",
    re.IGNORECASE,
)
"""A grade that others give: "heeft energielabel A"."""
_BASELINE = re.compile(
    rf"\b(?:nu|momenteel|thans|huidige?|op dit moment|currently|now)\b[^.]{{0,25}}?{_NUM}"
    rf"|\bin 20\d{{2}}(?::|\s+(?:nog\s+)?(?:was|waren|bedroeg|lag|scoorde|had|hadden|were|scored)\b)[^.]{{0,25}}?{_NUM}"
    rf"|\b(?:van|from)\s+(?:€\s*)?{_COUNTED}(?:\s*%|\s+[\w-]+){{0,6}}(?:\s*\([^()]*\))?\s+(?:naar|tot|to)\b"
    rf"|\((?:was|nu|nulmeting|baseline|uitgangswaarde)\b[^)]{{0,30}}?{_NUM}|\b(?:nulmeting"
    rf"|baseline)\b[^.]{{0,40}}?{_NUM}",
    re.IGNORECASE,
)


def measurable(text: Text, periods: Sequence[Period]) -> Evidence:
    """The words that make a goal measurable: a number that measures, or a decidable result with a bounded date.

    `periods` are the time expressions in `text`, with offsets into its plain words.
    """
    masked = _NO_MEASURE.sub(lambda match: " " * len(match.group()), without_dates(text, periods))
    quotes: list[Mention] = []
    for pattern in (*_MEASURES, _COUNT):
        match = pattern.search(masked)
        if match and not any(quote.text == text.plain[match.start() : match.end()] for quote in quotes):
            quotes.append(Mention(text.plain[match.start() : match.end()].strip(), text.span_of(*match.span())))
    if quotes:
        return Evidence("M", tuple(quotes[:3]), Confidence.HIGH)
    bounded = any(period.kind in (TimeKind.MOMENT, TimeKind.RELATIVE) for period in periods)
    result = _DELIVERED.search(text.plain) or _ALL_USE.search(text.plain) or _GRADED.search(text.plain)
    if bounded and result:
        return Evidence("M", (Mention(result.group().strip(), text.span_of(*result.span())),), Confidence.MEDIUM)
    return Evidence("M", (), Confidence.HIGH)


def without_dates(text: Text, periods: Sequence[Period]) -> str:
    """The plain words, with spaces where a date stands; a place in it is a place in `text.plain`."""
    return _mask(text.plain, [(period.span.start, period.span.end) for period in periods if _is_date(period)])


def counted(text: Text, periods: Sequence[Period]) -> Mention | None:
    """A number before a noun: "42 wijkverpleegkundigen"."""
    match = _COUNT.search(_NO_MEASURE.sub(lambda match: " " * len(match.group()), without_dates(text, periods)))
    return Mention(match.group().strip(), text.span_of(*match.span())) if match else None


def time_bound(text: Text, periods: Sequence[Period]) -> Evidence:
    """The time expressions in a goal that name an end."""
    quotes = tuple(
        Mention(period.text, text.span_of(period.span.start, period.span.end))
        for period in periods
        if period.kind.is_term and not _is_measure(period) and not is_reference_date(text, period)
    )
    return Evidence("T", quotes, Confidence.HIGH)


_REFERENCE = re.compile(
    r"\b(?:was|waren|nulmeting|peildatum|baseline|uitgangswaarde|meting|gemeten(?!\s+over\b)|telling|geteld"
    r"|ten opzichte van|t\.o\.v\.|sinds|vergeleken met"
    r"|were|measured|compared (?:to|with)|since)\b[^.;]{0,25}$|\bin\s+(?:het\s+)?(?:vorige|afgelopen)\s+$",
    re.IGNORECASE,
)
_BEFORE_TARGET = re.compile(r"\d[^.;()]{0,12}\([^()]*$")
_WAS = re.compile(r"\s*(?:nog\s+)?(?:was|waren|bedroeg|lag|scoorde|had|hadden|were|scored)\b", re.IGNORECASE)
_TARGET = re.compile(r"[^()]*\)\s*(?:naar|tot|to)\b")


def is_reference_date(text: Text, period: Period) -> bool:
    """The date of a baseline ("nulmeting januari 2026", "van 6,3 (januari 2026) naar 7,2"): no term."""
    before, after = text.plain[: period.span.start], text.plain[period.span.end :]
    if _WAS.match(after):
        return True
    return _REFERENCE.search(before) is not None or bool(_BEFORE_TARGET.search(before) and _TARGET.match(after))


_LEAD = re.compile(r"\(|(?:van|from)\s+", re.IGNORECASE)
_TAIL = re.compile(r"\s(?:naar|tot|to)$", re.IGNORECASE)
_PERCENT = re.compile(r"\s*(?:%|procent\b|percent\b)", re.IGNORECASE)


def baseline(text: Text, lexicon: Lexicon) -> Mention | None:
    """Where the goal says what the value is today."""
    match = _BASELINE.search(text.plain)
    if match:
        start, end = match.span()
        if lead := _LEAD.match(text.plain, start, end):
            start = lead.end()
        if tail := _TAIL.search(text.plain, start, end):
            end = tail.start()
        if unit := _PERCENT.match(text.plain, end):
            end = unit.end()
        value = text.part(start, end)
        return Mention(value.plain, value.span)
    return lexicon.find("smart.baseline", text)


_UNIT = r"(?:\s*(?:%|procent\b|percent\b)|\s+(?!(?:of|or|op|in|per|en|and|naar|to|van|de)\b)[a-zà-ÿ][\w-]*)?"
_ADJECTIVE = r"(?:\s+(?!people\b)[a-zà-ÿ]+e(?=\s+[a-zà-ÿ]{3}))?"
_TARGETS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\b({_N}\s+(?:van|op|of|out of)\s+(?:de|the)\s+{_COUNTED}{_ADJECTIVE}{_UNIT})",
        rf"\b(?:van|from)\b[^.;]{{0,60}}?\s(?:naar|tot|to)\s+((?:€\s*)?{_N}{_UNIT})",
        rf"\b(?:naar|to)\s+((?:ten hoogste|maximaal|minimaal|at most|at least)?\s*(?:€\s*)?{_N}{_UNIT})",
        rf"\b((?:minimaal|ten minste|tenminste|minstens|maximaal|ten hoogste|hooguit|niet meer dan|meer dan|minder dan"
        rf"|hoger dan|lager dan|korter dan|at least|at most|no more than|more than|fewer than|less than)"
        rf"\s+(?:€\s*)?{_COUNTED}{_ADJECTIVE}{_UNIT})",
        rf"\b(?:NPS|rapportcijfer|cijfer|score|scoort|scoren)\b[^.;]{{0,60}}?(?<![\d.,])([+-]?{_NUM})(?!\s*%)",
        rf"(?<![\w.])({_NUM}\s*(?:%|procent\b|percent\b))",
        rf"\b({_NUM}\s+(?:of|or)\s+(?:hoger|lager|meer|minder|higher|lower|more|less))\b",
    )
)


def target(text: Text, periods: Sequence[Period]) -> Mention | None:
    """What the value must become: "8 weken"; without a change, the first quantity that is no baseline."""
    masked = _NO_MEASURE.sub(lambda match: " " * len(match.group()), without_dates(text, periods))
    known = _BASELINE.search(masked)
    if known is not None and not _FROM.match(masked, known.start()):
        masked = _mask(masked, [known.span()])
    for pattern in _TARGETS:
        if match := pattern.search(masked):
            value = text.part(*match.span(1))
            return Mention(value.plain, value.span)
    found = counted(text, periods)
    return found if found is None or known is None or not masked[known.start() : known.end()].isspace() else None


_FROM = re.compile(r"(?:van|from)\b", re.IGNORECASE)


def _is_date(period: Period) -> bool:
    """Not a measure itself: "twee keer per jaar" and "binnen twee uur" are."""
    if period.kind is TimeKind.RECURRING and _OFTEN.match(period.text):
        return False
    return period.kind not in (TimeKind.VAGUE, TimeKind.PLACEHOLDER) and not _is_measure(period)


_SHORT = re.compile(r"seconde|minu|\buur\b|\buren\b|werkdag|second|hour", re.IGNORECASE)


def _is_measure(period: Period) -> bool:
    """ "binnen twee werkdagen" says how fast, not until when."""
    return period.kind in (TimeKind.DURATION,) and _SHORT.search(period.text) is not None


def _mask(plain: str, spans: list[tuple[int, int]]) -> str:
    for start, end in spans:
        plain = plain[:start] + " " * (end - start) + plain[end:]
    return plain

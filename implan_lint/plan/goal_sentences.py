"""Tells the goals of one paragraph apart: "Op 1 mei is ... Ook moet ... Een half jaar later is ..."."""

from __future__ import annotations

import re
from collections.abc import Sequence

from implan_lint.document.text import Text
from implan_lint.plan import smart
from implan_lint.plan.reading import Reading

_ONE_MORE = re.compile(
    r"^\W*(?:(?:ook|verder|daarnaast|bovendien|tevens|tot slot|ten slotte|tenslotte)\s+(?:willen|wil|hopen|hoopt|moet"
    r"|moeten|streven|zal|zullen)\b"
    r"|(?:ten (?:eerste|tweede|derde)|daarnaast|verder|bovendien|tevens|tot slot) (?:is|zijn|heeft|hebben|werkt|werken"
    r"|gebruikt|gebruiken) \b"
    r"|(?:also|in addition|furthermore|moreover|finally|secondly|besides),? (?:we|it|the) (?:\w+ )?(?:want|hope|should"
    r"|must|will|aim)\b)",
    re.IGNORECASE,
)
_ABOUT_THE_PLAN = re.compile(
    r"\b(?:rekening|benadrukken|opmerken|aandacht|bedenken|voorkomen|nagaan|meten|volgen|bespreken|evalueren"
    r"|vermelden|vastleggen|emphasi[sz]e|note|mention)\b",
    re.IGNORECASE,
)
_ABOUT_ANOTHER = re.compile(
    r"^\W*(?:dit|dat|deze|die|dan|daarmee|hiermee|daarvan|hiervan|zo|nu|nulmeting|bron|this|that|these|those|it|so|now)\b"
    r"|\b(?:is|zijn|was|waren|moet|wordt|worden|were)\s+(?:dat|dit|that|this|it)\b"
    r"|\b(?:meten|gemeten|meting|nulmeting|peildatum|measured?|baseline|was|waren|were)\b",
    re.IGNORECASE,
)


def goals_of(reading: Reading, sentences: Sequence[Text]) -> list[tuple[Text, ...]]:
    """The sentences by goal: the first states one, and so does each that adds one; the others tell about theirs."""
    found: list[tuple[Text, ...]] = []
    for sentence in sentences:
        if not found or _is_another(reading, sentence):
            found += [(part,) for part in _each_that(reading, sentence)]
        else:
            found[-1] += (sentence,)
    return found


_AND_THAT = re.compile(r",?\s+(?:en|and) (?:dat|that)\s+", re.IGNORECASE)
_FEWEST_WORDS = 4


def _each_that(reading: Reading, sentence: Text) -> tuple[Text, ...]:
    """ "We willen bereiken dat ... en dat ..." states two goals."""
    if reading.lexicon.find("goal.sentence", sentence) is None:
        return (sentence,)
    edges = [0]
    parts: list[Text] = []
    for match in _AND_THAT.finditer(sentence.plain):
        parts.append(sentence.part(edges[-1], match.start()))
        edges.append(match.end())
    parts.append(sentence.part(edges[-1], len(sentence.plain)))
    return tuple(parts) if all(len(part.plain.split()) >= _FEWEST_WORDS for part in parts) else (sentence,)


def _is_another(reading: Reading, sentence: Text) -> bool:
    """ "Ook moet ...", or a result with a measure and a term of its own that does not lean on what stands before."""
    if _ONE_MORE.match(sentence.plain):
        return _ABOUT_THE_PLAN.search(sentence.plain) is None
    if _ABOUT_ANOTHER.search(sentence.plain) or reading.lexicon.find("smart.result", sentence) is None:
        return False
    periods = reading.periods(sentence)
    return smart.measurable(sentence, periods).found and smart.time_bound(sentence, periods).found

"""What a text can show of specific, acceptable and realistic: words that count, never a verdict."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from implan_lint.diagnostic import Confidence, Span
from implan_lint.document.text import Text
from implan_lint.plan import smart
from implan_lint.plan.goal_drafts import Draft
from implan_lint.plan.lexicon import Lexicon
from implan_lint.plan.model import Evidence, Mention
from implan_lint.plan.parts import sentences
from implan_lint.plan.reading import Reading, items_of, paragraphs_of
from implan_lint.plan.time.period import Period
from implan_lint.plan.words import fold, fold_keeping_places

LISTS = {"A": "smart.acceptable", "R": "smart.realistic"}
"""The word list of a letter. Its ".remark" list counts only in what is said about a goal, not in the goal itself:
"is het draaiboek vastgesteld door de stuurgroep" is a result, "het doel is vastgesteld door de stuurgroep" support."""

_NAMED = re.compile(
    r"\b(?:team|locatie|afdeling|wijk|regio|gemeente|school|vestiging|unit|department|location|site)"
    r"\s+(?-i:[A-Z][\w&-]*|\d+)"
    r"|(?-i:(?<=[a-zë,;)] )(?!(?:SMART|KPI|KPIs|NPS|OR|MT|ISO|NEN|BIO|AVG)\b)[A-Z][\w&-]+)"
    r"|(?-i:\b(?!(?:SMART|KPI|NPS|OR|MT|ISO|NEN|BIO|AVG)\b)[A-Z]{2,}[\w-]*)",
    re.IGNORECASE,
)
_ENOUGH = 3
"""No reader wants more quotes than this for one letter."""
_NO_GROUP = re.compile(
    r"\s(?:keer|maal|times|seconden|minuten|uur|uren|werkdag|werkdagen|punten|procent|euro|of|or|seconds|minutes|hours)\b"
)
_UNSUPPORTED = re.compile(
    r"\b(?:geen|niet|nog|onvoldoende|te weinig|zonder|moet|moeten|no|not|yet|without|lack of|must)\b[^.;,]{0,40}$"
    r"|\b(?:creeren|vergroten|verkrijgen|zoeken|creating|gaining)\s+(?:van\s+)?(?:de\s+|het\s+)?$"
)
_STILL_WANTED = re.compile(
    r"\s+(?:is\s+|zijn\s+)?(?:nog\s+)?(?:niet|nodig|creeren|vergroten|verkrijgen|zoeken|ontbreekt|is\s+not|is\s+needed)\b"
)
_LABELS = {
    "A": re.compile(
        r"^\W*(?:acceptabel|aanvaardbaar|ambitieus|haalbaar|acceptable|achievable|attainable)\b\W*[:–—]\W*", re.I
    ),
    "R": re.compile(r"^\W*(?:realistisch|relevant|realistic)\b\W*[:–—]\W*", re.I),
}
_GOAL_NUMBER = re.compile(r"\b(?:doel|doelstelling|goal|objective)\s+(\d+)\b", re.IGNORECASE)
_BRACKETS = re.compile(r"\([^()]*\)")


# ---------------------------------------------------------------- specific


def specific(texts: Sequence[tuple[Text, Sequence[Period]]], lexicon: Lexicon) -> Evidence:
    """A verb of result together with who, where or what, in the first of the goal's texts that has both.

    `texts` come with the time expressions in them. Named or counted, the confidence is medium; otherwise low.
    """
    judged = [_specific(text, periods, lexicon) for text, periods in texts]
    return next((evidence for evidence in judged if evidence.found), judged[0])


def _specific(text: Text, periods: Sequence[Period], lexicon: Lexicon) -> Evidence:
    timeless = smart.without_dates(text, periods)
    result = lexicon.find("smart.result", text)
    named = [
        Mention(text.plain[match.start() : match.end()], text.span_of(*match.span()))
        for match in _NAMED.finditer(timeless)
    ]
    counted = smart.counted(text, periods)
    if counted is not None and not _NO_GROUP.search(counted.text):
        named.insert(0, counted)
    group = lexicon.find("smart.who", text)
    who = named[:2] or ([group] if group is not None else [])
    missing = (*(() if result else ("result",)), *(() if who else ("who",)))
    quotes = (*([result] if result else []), *who)
    return Evidence("S", quotes, Confidence.MEDIUM if named and result else Confidence.LOW, missing=missing)


# ---------------------------------------------------------------- acceptable and realistic


@dataclass(frozen=True, slots=True)
class Remark:
    """A sentence about the goals: about all of them, or about the ones that it numbers."""

    numbers: tuple[int, ...]
    quotes: Mapping[str, tuple[Mention, ...]]
    """Letter -> the words in it that count."""

    def is_about(self, number: int | None) -> bool:
        return not self.numbers or number in self.numbers


def remarks(reading: Reading, drafts: Sequence[Draft]) -> tuple[Remark, ...]:
    """What the goal sections say about the goals as a whole: "De doelen zijn met het MT afgestemd"."""
    own = sorted(draft.text.span for draft in drafts)
    about = ("smart.together", "smart.one") if len(drafts) == 1 else ("smart.together",)
    found = []
    for section in reading.about("doelen"):
        for text in (*(p.text for p in paragraphs_of(section.section)), *(i.text for i in items_of(section.section))):
            for sentence in sentences(text):
                before = bisect_left(own, Span(sentence.span.end, 0)) - 1
                if before >= 0 and sentence.span.start < own[before].end:
                    continue  # the goal itself
                numbers = tuple(int(match.group(1)) for match in _GOAL_NUMBER.finditer(sentence.plain))
                if numbers or any(reading.lexicon.find(name, sentence) for name in about):
                    quotes = {letter: (*_said(sentence, reading.lexicon, name),) for letter, name in LISTS.items()}
                    if any(quotes.values()):
                        found.append(Remark(numbers, quotes))
    return tuple(found)


def supported(letter: str, reading: Reading, draft: Draft, about: Sequence[Remark], *, alone: bool) -> Evidence:
    """The words for A or R in the goal, beside it and in what is said about the goals. Never more than a hint.

    `alone`: no other goal stands in its section, so that "Haalbaar: ..." there is about this one.
    """
    lexicon, name = reading.lexicon, LISTS[letter]
    quotes = [*_labelled(letter, reading, draft, alone=alone)]
    first, *others = sentences(draft.text) if draft.text else (draft.text,)
    quotes += _words(first, lexicon, name)
    quotes += [quote for text in _in_brackets(first) for quote in _words(text, lexicon, f"{name}.remark")]
    for text in (*others, *draft.extra):
        if any(label.match(text.plain) for label in _LABELS.values()):
            continue  # read by its label: "Haalbaar: ..." is no remark in which that word counts
        quotes += _said(text, lexicon, name)
    meant = (remark for remark in about if remark.quotes[letter] and remark.is_about(draft.number))
    quotes += [quote for remark in islice(meant, _ENOUGH) for quote in remark.quotes[letter]]
    unique = {quote.span: quote for quote in quotes}
    words = (*lexicon.vocabulary.list(name), *lexicon.vocabulary.list(f"{name}.remark"))
    return Evidence(letter, tuple(unique.values())[:_ENOUGH], Confidence.LOW, words)


def _said(text: Text, lexicon: Lexicon, name: str) -> Iterator[Mention]:
    """The words that count in a remark about a goal."""
    yield from _words(text, lexicon, name)
    yield from _words(text, lexicon, f"{name}.remark")


def _words(text: Text, lexicon: Lexicon, name: str) -> Iterator[Mention]:
    """The words of a list, unless the sentence denies them or only wishes for them."""
    folded = fold_keeping_places(text.plain)
    for match in lexicon.pattern(name).finditer(folded):
        if _UNSUPPORTED.search(folded[: match.start()]) or _STILL_WANTED.match(folded, match.end()):
            continue
        yield Mention(text.plain[match.start() : match.end()], text.span_of(*match.span()))


def _in_brackets(text: Text) -> Iterator[Text]:
    for match in _BRACKETS.finditer(text.plain):
        yield text.part(match.start() + 1, match.end() - 1)


def _labelled(letter: str, reading: Reading, draft: Draft, *, alone: bool) -> Iterator[Mention]:
    """ "Haalbaar: de uren zijn vrijgemaakt" below the goal, or a column of that name in its row."""
    section, table, row = draft.place.section, draft.place.table, draft.place.row
    texts = list(draft.extra)
    if alone and section is not None:
        texts += [*(p.text for p in paragraphs_of(section)), *(item.text for item in items_of(section))]
    for text in texts:
        if match := _LABELS[letter].match(text.plain):
            value = text.part(match.end(), len(text.plain))
            if not reading.is_blank(value):
                yield Mention(value.plain, value.span)
    if table is not None and row is not None:
        for header, cell in zip(table.table.header, row.cells, strict=False):
            if _LABELS[letter].match(f"{fold(header.text.plain)}:") and not reading.is_blank(cell.text):
                yield Mention(cell.text.plain.strip(), cell.text.span)

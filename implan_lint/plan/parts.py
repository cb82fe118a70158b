"""The parts of a list item or sentence: labelled values, a time in front, an enumeration."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from implan_lint.document.text import Text
from implan_lint.plan.lexicon import Lexicon

_LABEL = re.compile(r"(?:^|(?<=[(;,.–—|-])|(?<=\s)[–—-]\s)\s*([A-Za-zÀ-ÿ][\w'’/-]*(?: \w[\w'’/-]*){0,3})\s*:\s*(?=\S)")
_VERB = re.compile(
    r"\b(?:omvatten|omvat|bestaan uit|bestaat uit|zijn|betreft|betreffen|include|includes|are|consist of"
    r"|covers?)\b:?\s+",
    re.IGNORECASE,
)
_COMMA = re.compile(r",\s*(?:en\s+|and\s+)?|;\s*(?:en\s+|and\s+)?|\s+(?:en|and)\s+(?=(?:het|de|een|the)\s)")
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[\"'“‘(]?[A-ZÀ-Ý0-9])")
_ABBREVIATION = re.compile(
    r"(?:\b(?:bijv|bv|evt|resp|ca|dhr|mevr|mw|drs|ir|dr|mr|prof|nr|wk|kw|uiterl|blz|incl|excl|max|min|vs|jan"
    r"|feb|mrt|apr|jun|jul|aug|sep"
    r"|sept|okt|nov|dec|st|no|approx)|\b(?!e\.d\.)(?:[a-z]\.)+[a-z]|(?<![.\w])[A-Z])\.$",
    re.IGNORECASE,
)


_DOTTED = re.compile(r"(?<!\w)(?:\w\.){2,}$")
""" "n.t.b.": its last full stop is part of it."""

_LONGEST = 24
"""No abbreviation is longer; looking back further would make a row of initials slow."""


@dataclass(frozen=True, slots=True)
class Labelled:
    label: str
    value: Text
    start: int
    """Where the label starts in the plain text."""


def labelled_values(text: Text, lexicon: Lexicon, columns: tuple[str, ...]) -> dict[str, Labelled]:
    """ "Folder maken (wie: Jan, wanneer: 1 mei)" -> wie and wanneer; only labels that mean one of `columns`."""
    plain = text.plain
    marks: list[tuple[re.Match[str], str | None]] = []
    for match in _LABEL.finditer(plain):
        options = [option for option in lexicon.exact_columns_of(match.group(1)) if option in columns]
        marks.append((match, options[0] if options else None))
    found: dict[str, Labelled] = {}
    known = [(match, column) for match, column in marks if column is not None]
    for index, (match, column) in enumerate(known):
        end = known[index + 1][0].start() if index + 1 < len(known) else len(plain)
        value = _trim(text, match.end(), end)
        if column is not None and column not in found:
            found[column] = Labelled(match.group(1), value, match.start())
    return found


def _trim(text: Text, start: int, end: int) -> Text:
    """A value up to the closing bracket that it does not open itself, without separators at its end."""
    depth = 0
    for index in range(start, end):
        character = text.plain[index]
        if character in "([":
            depth += 1
        elif character in ")]":
            depth -= 1
            if depth < 0:
                end = index
                break
        elif character == ";" and depth == 0:
            end = index
            break
    while end > start and text.plain[end - 1] in " ,;.(–—-|" and not _DOTTED.search(text.plain, start, end):
        end -= 1
    return text.part(start, end)


def sentences(text: Text) -> Iterator[Text]:
    """The sentences of a paragraph; abbreviations ("bijv.", "o.a.") don't end one."""
    start = 0
    plain = text.plain
    for match in _SENTENCE_END.finditer(plain):
        if (
            _ABBREVIATION.search(plain, max(start, match.start() - _LONGEST), match.start())
            and plain[match.start() - 1] == "."
        ):
            continue
        part = text.part(start, match.start())
        if len(part.plain.split()) == 1 and part.plain.endswith("."):
            continue  # "Evaluatie. In mei ...": a word that heads the sentence behind it
        if part.plain:
            yield part
        start = match.end()
    part = text.part(start, len(plain))
    if part.plain:
        yield part


def enumeration(sentence: Text) -> tuple[Text, ...]:
    """What a sentence lists behind "omvat", "zijn", "bestaat uit": at least two things, else nothing."""
    verb = _VERB.search(sentence.plain)
    if verb is None:
        return ()
    end = len(sentence.plain.rstrip(" ."))
    items: list[Text] = []
    start, depth = verb.end(), 0
    cuts = {match.start(): match.end() for match in _COMMA.finditer(sentence.plain, verb.end(), end)}
    for index in range(verb.end(), end):
        character = sentence.plain[index]
        depth += (character == "(") - (character == ")")
        if index in cuts and depth == 0 and index >= start:
            items.append(sentence.part(start, index))
            start = cuts[index]
    items += _last_two(sentence, start, end, items)
    items = [item for item in items if item.plain]
    return tuple(items) if len(items) >= 2 else ()


_AND = re.compile(r"\s+(?:en|and)\s+")
_ARTICLE = re.compile(r"(?:het|de|een|the)\s", re.IGNORECASE)


def _last_two(sentence: Text, start: int, end: int, before: list[Text]) -> tuple[Text, ...]:
    """ "a, b en c": what stands behind the last comma is two things, unless its "en" joins two words of one thing."""
    joints = list(_AND.finditer(sentence.plain, start, end))
    closed = re.search(r"[,;]\s*(?:en|and)\s+$", sentence.plain[:start]) is not None
    if len(joints) != 1 or not before or closed or any(_ARTICLE.match(item.plain) for item in before):
        return (sentence.part(start, end),)
    return sentence.part(start, joints[0].start()), sentence.part(joints[0].end(), end)


def before_brackets(text: Text) -> tuple[Text, Text | None]:
    """ "het sales team (die het dagelijks gebruiken)" -> the name and the words in brackets."""
    match = re.match(r"^([^()]+)\(([^()]*)\)", text.plain)
    if match is None:
        return text, None
    return text.part(match.start(1), match.end(1)), text.part(match.start(2), match.end(2))

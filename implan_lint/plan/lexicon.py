"""The vocabulary made ready for use: its phrases as patterns, compiled when first needed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from implan_lint.document.text import Text
from implan_lint.plan.model import Mention
from implan_lint.plan.vocabulary import Vocabulary
from implan_lint.plan.words import fold, fold_keeping_places, phrase_pattern

_PART = re.compile(r"\s*(?:[,;/+]|:\s|\s&\s|\s\|\s|\s-\s|\ben\b|\band\b|\s+>\s+)\s*")
_BRACKETS = re.compile(r"\([^()]*\)")
_EDGE = re.compile(r"^[^\w(√✓✔☑#%€]+|[\s:.*?!]+$")
_WE = re.compile(r"\bwij\b")
"""Headings that ask are in the vocabulary with "we"."""
_OWNED = frozenset(("planning", "communicatie", "training", "budget", "risicos"))
_PARTIES = frozenset(("projectorganisatie", "leverancier"))
_MERGED = re.compile(r"\s*(?:/|&|\+|\ben\b|\band\b|\bof\b)\s*")


class Lexicon:
    """Finds the vocabulary's words in a text. All questions are asked in folded text."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary
        self._patterns: dict[str, re.Pattern[str]] = {}
        self._beginnings: dict[str, frozenset[str] | None] = {}
        self._anywhere = phrase_pattern(vocabulary.headings)
        self._wild = _wildcards(vocabulary.headings)
        self._weak_wild = _wildcards(vocabulary.weak_headings)
        self._column_phrases = phrase_pattern(phrase for phrase in vocabulary.columns if len(phrase) >= 4)
        self._heading_memory: dict[str, tuple[str, ...]] = {}
        self._column_memory: dict[str, tuple[tuple[str, ...], ...]] = {}

    # ------------------------------------------------------------ word lists

    def pattern(self, name: str) -> re.Pattern[str]:
        """The pattern of a word list; KeyError if the vocabulary has no such list."""
        if name not in self._patterns:
            self._patterns[name] = phrase_pattern(self.vocabulary.words[name])
        return self._patterns[name]

    def holds(self, name: str, text: str) -> bool:
        """A word of the list stands somewhere in the text."""
        folded = fold(text)
        return self._may_hold(name, folded) and self.pattern(name).search(folded) is not None

    def _may_hold(self, name: str, folded: str) -> bool:
        """Cheap and sure of its no: no word of the text begins as any phrase of the list does."""
        if name not in self._beginnings:
            self._beginnings[name] = beginnings(self.vocabulary.words[name])
        wanted = self._beginnings[name]
        return wanted is None or not wanted.isdisjoint(_word_beginnings(folded))

    def is_one_of(self, name: str, text: str) -> bool:
        """The text is one of the list's words and nothing else."""
        pattern, folded = self.pattern(name), fold(text)
        # With the full stop as well: it is part of "n.t.b." and none of "Nog te bepalen."
        trimmed = {folded.strip(marks) or folded for marks in (" ,;:*_()[]", " .,;:*_()[]")}
        return any(pattern.fullmatch(words) for words in trimmed)

    def find(self, name: str, text: Text) -> Mention | None:
        """The first word of the list in a text, with its place in the source."""
        return next(self.find_all(name, text), None)

    def find_all(self, name: str, text: Text) -> Iterator[Mention]:
        if not self._may_hold(name, fold(text.plain)):
            return
        for match in self.pattern(name).finditer(fold_keeping_places(text.plain)):
            yield Mention(text.plain[match.start() : match.end()], text.span_of(match.start(), match.end()))

    # ------------------------------------------------------------ headings

    def heading_kinds(self, title: str) -> tuple[str, ...]:
        """What a section with this heading is about: canonical section kinds, in the order of the words."""
        folded = _WE.sub("we", _EDGE.sub("", fold(title)))
        if folded not in self._heading_memory:
            self._heading_memory[folded] = self._kinds(folded, is_question=title.rstrip(" *_").endswith("?"))
        return self._heading_memory[folded]

    def exact_heading_kinds(self, title: str) -> tuple[str, ...]:
        """The same for a title that must be, as a whole or in a whole part, one of the vocabulary's phrases."""
        folded = _WE.sub("we", _EDGE.sub("", fold(title)))
        kinds: list[str] = []
        for part in (folded, *_PART.split(folded)):
            kinds += self._whole(part)
        return tuple(dict.fromkeys(kinds))

    def ending_kinds(self, phrase: str) -> tuple[str, ...]:
        """The kinds of the vocabulary's phrase that ends a title: "Project X Risk Register"."""
        for match in self._anywhere.finditer(phrase):
            if match.end() == len(phrase):
                return self.vocabulary.headings.get(match.group(), ()) or self._by_wildcard(match.group())
        return ()

    def _kinds(self, folded: str, *, is_question: bool) -> tuple[str, ...]:
        for candidate in (folded, _EDGE.sub("", _BRACKETS.sub(" ", folded).strip())):
            if kinds := self._whole(candidate):
                return tuple(dict.fromkeys(kinds))
        found: list[str] = []
        for part in _PART.split(folded):
            clean = _EDGE.sub("", part)
            found += self._whole(clean) or self._by_head(clean) or self._inside(clean, asked=is_question)
        if any(not kind.startswith("scope_") for kind in found):
            found = [kind for kind in found if kind != "scope_later"]  # "Evaluatie en vervolg" puts nothing off
        return tuple(dict.fromkeys(found))

    def _by_head(self, phrase: str) -> tuple[str, ...]:
        """ "Bewaking van de planning" is about what stands in front of "van"."""
        head, van, _ = phrase.partition(" van ")
        return self._whole(head) if van else ()

    def _whole(self, phrase: str) -> tuple[str, ...]:
        headings, weak = self.vocabulary.headings, self.vocabulary.weak_headings
        found = (*headings.get(phrase, ()), *weak.get(phrase, ()))
        if found:
            return found
        for pattern, kinds in (*self._wild, *self._weak_wild):
            if pattern.fullmatch(phrase):
                return kinds
        return ()

    def _inside(self, phrase: str, *, asked: bool) -> list[str]:
        """Of a question only its first words count: "Wat valt buiten de scope?" but not "How do we plan meetings?".

        A party right behind a part says whose it is: "Planning projectgroep" is no organisation.
        """
        found: list[str] = []
        end = 0
        for match in self._anywhere.finditer(phrase):
            if asked and match.start() > 0:
                continue
            kinds = self.vocabulary.headings.get(match.group(), ()) or self._by_wildcard(match.group())
            beside = end > 0 and phrase[end : match.start()] == " "
            if not (beside and found[-1:] and found[-1] in _OWNED and set(kinds) <= _PARTIES):
                found += kinds
            end = match.end()
        return found

    def _by_wildcard(self, word: str) -> tuple[str, ...]:
        return next((kinds for pattern, kinds in self._wild if pattern.fullmatch(word)), ())

    # ------------------------------------------------------------ columns

    def columns_of(self, header: str) -> tuple[tuple[str, ...], ...]:
        """What a header cell can mean: for each part of it ("Wie/wanneer" has two) its possible columns."""
        folded = fold(header).strip(" :*.")
        if folded not in self._column_memory:
            self._column_memory[folded] = self._columns(folded)
        return self._column_memory[folded]

    def exact_columns_of(self, label: str) -> tuple[str, ...]:
        """What a label can mean if it is, as a whole, one of the vocabulary's column headings."""
        return self.vocabulary.columns.get(fold(label).strip(" :*."), ())

    def _columns(self, folded: str) -> tuple[tuple[str, ...], ...]:
        columns = self.vocabulary.columns
        for candidate in (folded, _BRACKETS.sub("", folded).strip(" :*.")):
            if candidate in columns:
                return (columns[candidate],)
        parts = [part.strip(" :*.") for part in _MERGED.split(folded)]
        if len(parts) > 1 and all(part in columns for part in parts):
            return tuple(columns[part] for part in parts)
        found = list(self._column_phrases.finditer(folded))
        if found and len(folded) <= 36:
            best = max(found, key=lambda match: (match.end() - match.start(), -match.start()))
            return (columns[best.group()],)
        return ()

    # ------------------------------------------------------------ fields

    def field_of(self, key: str) -> str | None:
        """The canonical front-matter field of a key or label, or None."""
        folded = fold(key).strip(" :*.")
        fields = self.vocabulary.fields
        return fields.get(folded) or fields.get(folded.replace("_", " ")) or fields.get(folded.replace("-", " "))


def _wildcards(headings: Mapping[str, tuple[str, ...]]) -> tuple[tuple[re.Pattern[str], tuple[str, ...]], ...]:
    return tuple((phrase_pattern([phrase]), kinds) for phrase, kinds in headings.items() if "*" in phrase)


_WORD = re.compile(r"\w+")


def beginnings(phrases: Iterable[str]) -> frozenset[str] | None:
    """The first three letters of each phrase's first word; None if one can begin anywhere (a leading *, a symbol)."""
    found = set()
    for phrase in phrases:
        folded = fold(phrase)
        word = _WORD.match(folded)
        if word is None or (len(word.group()) < 3 and folded[word.end() : word.end() + 1] == "*"):
            return None
        found.add(word.group()[:3])
    return frozenset(found)


@lru_cache(maxsize=1 << 12)
def _word_beginnings(folded: str) -> frozenset[str]:
    return frozenset(word[:3] for word in _WORD.findall(folded))


_made: dict[int, Lexicon] = {}


def lexicon_of(vocabulary: Vocabulary) -> Lexicon:
    """The one lexicon of a vocabulary: its patterns are compiled once a run, not once a check."""
    made = _made.get(id(vocabulary))
    if made is None or made.vocabulary is not vocabulary:
        made = _made[id(vocabulary)] = Lexicon(vocabulary)
    return made

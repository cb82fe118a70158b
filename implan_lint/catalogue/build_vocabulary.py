"""Merges the vocabulary pages of all folders into one Vocabulary."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

from implan_lint.catalogue.pages import NamesPage, VocabularyPage
from implan_lint.catalogue.problems import Problem, did_you_mean
from implan_lint.catalogue.sheets import Sheet
from implan_lint.catalogue.validation import validated
from implan_lint.catalogue.yaml_nodes import Lines
from implan_lint.plan.vocabulary import Vocabulary
from implan_lint.plan.words import fold

Meaning = TypeVar("Meaning")


class VocabularyShelf:
    """Takes pages layer by layer; a later layer adds phrases, and wins where a word can mean only one thing."""

    def __init__(self, problems: list[Problem]) -> None:
        self._problems = problems
        self._headings: dict[str, tuple[str, ...]] = {}
        self._weak: dict[str, tuple[str, ...]] = {}
        self._compound: dict[str, tuple[str, ...]] = {}
        self._columns: dict[str, tuple[str, ...]] = {}
        self._fields: dict[str, str] = {}
        self._months: dict[str, int] = {}
        self._words: dict[str, tuple[str, ...]] = {}
        self._names: dict[str, dict[str, Mapping[str, str]]] = {}

    def add_layer(self, sheets: Sequence[Sheet]) -> None:
        """The vocabulary pages of one folder: together they must agree."""
        fields: dict[str, str] = {}
        months: dict[str, int] = {}
        for sheet in sorted(sheets, key=lambda sheet: sheet.path.stem != "nl"):  # Dutch first
            if sheet.path.name == "names.yaml":
                self._add_names(sheet)
                continue
            page, wrong = validated(VocabularyPage, sheet.data or {}, sheet.shown, sheet.lines)
            self._problems += wrong
            if page is not None:
                self._add(page, fields, months, sheet.shown, sheet.lines)
        self._fields |= fields
        self._months |= months

    def add_synonyms(self, synonyms: Mapping[str, object]) -> None:
        """A configuration's own words: the last layer."""
        page, wrong = validated(VocabularyPage, synonyms, "synonyms", Lines(1))
        self._problems += wrong
        if page is not None:
            fields: dict[str, str] = {}
            months: dict[str, int] = {}
            self._add(page, fields, months, "synonyms", Lines(1))
            self._fields |= fields
            self._months |= months

    def add_words(self, words: Mapping[str, Sequence[str]]) -> None:
        for name, phrases in words.items():
            self._words[name] = _joined(self._words.get(name, ()), map(fold, phrases))

    def vocabulary(self) -> Vocabulary:
        return Vocabulary(
            headings=self._headings | self._compound,
            weak_headings=self._weak,
            columns=self._columns,
            fields=self._fields,
            words=self._words,
            months=self._months,
            names=self._names,
        )

    def _add(
        self, page: VocabularyPage, fields: dict[str, str], months: dict[str, int], path: str, lines: Lines
    ) -> None:
        for target, meanings in (
            (self._headings, page.headings),
            (self._weak, page.weak_headings),
            (self._columns, page.columns),
        ):
            for meaning, phrases in meanings.items():
                for phrase in map(fold, phrases):
                    target[phrase] = _joined(target.get(phrase, ()), (meaning,))
        for field, labels in page.fields.items():
            for index, label in enumerate(labels):
                self._only_one(fields, label, field, path, lines.of(("fields", field, index)))
        for name, number in page.months.items():
            self._only_one(months, name, number, path, lines.of(("months", name)))
        self._add_compound(page, path, lines)
        self.add_words(page.words)

    def _add_compound(self, page: VocabularyPage, path: str, lines: Lines) -> None:
        known = {kind for kinds in (*self._headings.values(), *self._weak.values()) for kind in kinds}
        for phrase, kinds in page.compound.items():
            self._compound[fold(phrase)] = kinds
            self._problems += [
                Problem(
                    path, lines.of(("compound", phrase)), f"unknown section kind '{kind}'", did_you_mean(kind, known)
                )
                for kind in kinds
                if kind not in known
            ]

    def _only_one(self, found: dict[str, Meaning], phrase: str, meaning: Meaning, path: str, line: int) -> None:
        other = found.setdefault(fold(phrase), meaning)
        if other != meaning:
            self._problems.append(
                Problem(path, line, f"'{phrase}' already means '{other}', it can't mean '{meaning}' too")
            )

    def _add_names(self, sheet: Sheet) -> None:
        page, wrong = validated(NamesPage, sheet.data or {}, sheet.shown, sheet.lines)
        self._problems += wrong
        if page is not None:
            for group, names in page.root.items():
                self._names.setdefault(group, {}).update({key: words.model_dump() for key, words in names.items()})


def _joined(first: Iterable[str], second: Iterable[str]) -> tuple[str, ...]:
    """Both, each phrase once, in order."""
    return tuple(dict.fromkeys([*first, *second]))

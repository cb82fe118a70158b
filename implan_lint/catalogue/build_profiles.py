"""Merges the profile pages of all folders and follows `extends`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

from implan_lint.catalogue.pages import ProfilePage, SectionPage, TablePage
from implan_lint.catalogue.problems import Problem, did_you_mean
from implan_lint.catalogue.sheets import Sheet
from implan_lint.catalogue.validation import validated
from implan_lint.plan.model import MilestoneType, TableKind
from implan_lint.plan.profile import Profile, SectionRule, TableRule
from implan_lint.plan.vocabulary import Vocabulary
from implan_lint.plan.words import fold

Part = TypeVar("Part", SectionRule, TableRule)


class ProfileShelf:
    """Takes pages layer by layer; a later page of one name takes the place of the earlier."""

    def __init__(self, problems: list[Problem]) -> None:
        self._problems = problems
        self._profiles: dict[str, Profile] = {}
        self._pages: list[tuple[Sheet, ProfilePage]] = []
        self.bases: dict[str, str | None] = {}
        """Profile -> the profile that it extends."""

    def add_layer(self, sheets: Sequence[Sheet]) -> None:
        pages: dict[str, tuple[Sheet, ProfilePage]] = {}
        for sheet in sheets:
            page, wrong = validated(ProfilePage, sheet.data or {}, sheet.shown, sheet.lines)
            self._problems += wrong
            name = sheet.path.stem
            if page is not None:
                pages[name] = (sheet, page)
                if page.name != name:
                    self._problems.append(sheet.problem(("name",), f"the file is called '{name}', not '{page.name}'"))
        # A page may extend one of its own layer, or its own namesake in an earlier one.
        earlier = dict(self._profiles)
        waiting = dict(pages)
        while waiting:
            ready = [name for name, (_, page) in waiting.items() if page.extends is None or self._stands(page, waiting)]
            if not ready:
                self._refuse(waiting, earlier)
                return
            for name in ready:
                sheet, page = waiting.pop(name)
                base = self._profiles[page.extends] if page.extends is not None else None
                self._profiles[name] = _profile(page, base)
                self._pages.append((sheet, page))
                if page.extends != name:
                    self.bases[name] = page.extends

    def profiles(self, vocabulary: Vocabulary) -> Mapping[str, Profile]:
        """All profiles, sorted by name, their words compared with the vocabulary."""
        for sheet, page in self._pages:
            self._problems += _unknown_words(sheet, page, vocabulary)
        owner: dict[str, str] = {}
        for sheet, page in self._pages:
            for index, alias in enumerate((page.name, *page.aliases), -1):
                other = owner.setdefault(fold(alias), page.name)
                if other != page.name:
                    place = ("aliases", index) if index >= 0 else ("name",)
                    self._problems.append(sheet.problem(place, f"'{alias}' already means the profile '{other}'"))
        return dict(sorted(self._profiles.items()))

    def _stands(self, page: ProfilePage, waiting: Mapping[str, object]) -> bool:
        return page.extends in self._profiles and (page.extends == page.name or page.extends not in waiting)

    def _refuse(self, waiting: Mapping[str, tuple[Sheet, ProfilePage]], known: Mapping[str, Profile]) -> None:
        for sheet, page in waiting.values():
            extends = page.extends or ""
            if extends in waiting and extends != page.name:
                problem = sheet.problem(("extends",), f"'{page.name}' extends itself by way of '{extends}'")
            else:
                hint = did_you_mean(extends, known)
                problem = sheet.problem(("extends",), f"there is no profile '{extends}' to extend", hint)
            self._problems.append(problem)


def _profile(page: ProfilePage, base: Profile | None) -> Profile:
    sections, tables = map(_section, page.sections), map(_table, page.tables)
    fields = page.fields
    return Profile(
        name=page.name,
        title=page.title.model_dump(),
        aliases=page.aliases,
        sections=_merged(base.sections if base else (), sections),
        tables=_merged(base.tables if base else (), tables),
        required_fields=fields.required if fields else base.required_fields if base else (),
        recommended_fields=fields.recommended if fields else base.recommended_fields if base else (),
        cues=tuple(map(fold, page.cues)),
        template_sentences=page.template_sentences or (base.template_sentences if base else ()),
    )


def _merged(base: Iterable[Part], own: Iterable[Part]) -> tuple[Part, ...]:
    return tuple(({part.kind: part for part in base} | {part.kind: part for part in own}).values())


def _section(page: SectionPage) -> SectionRule:
    return SectionRule(page.kind, page.required, page.satisfied_by, page.note, page.recommended)


def _table(page: TablePage) -> TableRule:
    return TableRule(page.kind.value, page.sections, page.columns, page.optional, page.required, page.rhythm_allowed)


def _unknown_words(sheet: Sheet, page: ProfilePage, vocabulary: Vocabulary) -> Iterator[Problem]:
    """Words that mean nothing, or that the vocabulary has no name for: nobody could be told about them."""
    known = {group: set(names) for group, names in vocabulary.names.items()}
    known["optional column"] = {column for columns in vocabulary.columns.values() for column in columns}
    known["part"] = {
        *known.get("section", ()),
        *(f"action:{kind}" for kind in known.get("section", ())),
        *(f"milestone:{kind.value}" for kind in MilestoneType),
        *(f"table:{kind.value}" for kind in TableKind),
        "dated_actions",
    }
    for location, group, word in _words(page):
        words = known.get(group, set())
        yield from (
            sheet.problem(location, f"unknown {group} '{choice}'", did_you_mean(choice, words))
            for choice in word.split("|")
            if choice not in words
        )


def _words(page: ProfilePage) -> Iterator[tuple[tuple[int | str, ...], str, str]]:
    """Where, what kind of word (mostly a group of names.yaml), and the word."""
    for index, section in enumerate(page.sections):
        yield ("sections", index, "kind"), "section", section.kind
        for place, part in enumerate(section.satisfied_by):
            yield ("sections", index, "satisfied_by", place), "part", part
    for index, table in enumerate(page.tables):
        yield ("tables", index, "kind"), "table", table.kind.value
        for place, kind in enumerate(table.sections):
            yield ("tables", index, "sections", place), "section", kind
        for place, column in enumerate(table.columns):
            yield ("tables", index, "columns", place), "column", column
        for place, column in enumerate(table.optional):
            yield ("tables", index, "optional", place), "optional column", column
    if page.fields is not None:
        for key, fields in (("required", page.fields.required), ("recommended", page.fields.recommended)):
            for place, field in enumerate(fields):
                yield ("fields", key, place), "field", field

"""Reads, checks and merges whole rules folders. Imported on a cache miss only: it needs pydantic and ruamel."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from implan_lint.catalogue.build_profiles import ProfileShelf
from implan_lint.catalogue.build_rules import RuleShelf
from implan_lint.catalogue.build_vocabulary import VocabularyShelf
from implan_lint.catalogue.loader import law_files
from implan_lint.catalogue.model import Catalogue
from implan_lint.catalogue.pages import PhasesPage
from implan_lint.catalogue.problems import CatalogueError, Problem
from implan_lint.catalogue.sheets import Sheet, read_sheet
from implan_lint.catalogue.validation import validated
from implan_lint.diagnostic import RuleKind, Severity
from implan_lint.plan.profile import Phase


def build(folders: Sequence[Path], synonyms: Mapping[str, object] | None = None) -> Catalogue:
    """The catalogue of these folders, later ones over earlier ones. Raises CatalogueError with every problem."""
    problems: list[Problem] = []
    vocabulary, profiles, rules = VocabularyShelf(problems), ProfileShelf(problems), RuleShelf(problems)
    caps: dict[Phase, Mapping[RuleKind, Severity]] = {}
    for folder in folders:
        sheets = _sheets(folder, problems)
        for sheet in _take(sheets, "phases.yaml"):
            caps.update(_phases(sheet, vocabulary, problems))
        vocabulary.add_layer(_take(sheets, "vocabulary/"))
        profiles.add_layer(_take(sheets, "profiles/"))
        pages = [sheet for sheet in sheets if sheet.path.suffix == ".md"]
        rules.add_layer(pages)
        problems += [
            sheet.problem((), "this file means nothing here", "YAML stands in profiles/ or vocabulary/")
            for sheet in sheets
            if sheet not in pages
        ]
    if synonyms:
        vocabulary.add_synonyms(synonyms)
    problems += [
        Problem(str(folders[0] / "phases.yaml"), 1, f"the phase '{phase}' is missing")
        for phase in Phase
        if phase not in caps
    ]
    words = vocabulary.vocabulary()
    made_profiles = profiles.profiles(words)
    made_rules = rules.rules(profiles.bases, made_profiles)
    if problems:
        raise CatalogueError(sorted(set(problems), key=lambda problem: (problem.path, problem.line, problem.message)))
    return Catalogue(made_rules, made_profiles, words, caps)


def _sheets(folder: Path, problems: list[Problem]) -> list[Sheet]:
    sheets = []
    for path in law_files(folder):
        sheet = read_sheet(path, folder)
        if isinstance(sheet, Problem):
            problems.append(sheet)
        else:
            sheets.append(sheet)
    return sheets


def _take(sheets: list[Sheet], place: str) -> list[Sheet]:
    """Takes the YAML files at a place in their rules folder out of `sheets`."""
    taken = [
        sheet
        for sheet in sheets
        if sheet.path.suffix == ".yaml" and sheet.path.relative_to(sheet.folder).as_posix().startswith(place)
    ]
    sheets[:] = [sheet for sheet in sheets if sheet not in taken]
    return taken


def _phases(
    sheet: Sheet, vocabulary: VocabularyShelf, problems: list[Problem]
) -> Mapping[Phase, Mapping[RuleKind, Severity]]:
    page, wrong = validated(PhasesPage, sheet.data, sheet.shown, sheet.lines)
    problems += wrong
    if page is None:
        return {}
    vocabulary.add_words(page.words)
    return {phase: {kind: getattr(caps, kind.value) for kind in RuleKind} for phase, caps in page.caps.items()}

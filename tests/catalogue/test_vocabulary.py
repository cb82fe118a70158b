from __future__ import annotations

import pytest

from implan_lint.catalogue.build import build
from implan_lint.catalogue.problems import CatalogueError
from tests.catalogue.law import Law


def test_phrases_are_folded_and_both_languages_are_one_list(law: Law) -> None:
    vocabulary = build([law.folder]).vocabulary
    assert vocabulary.headings["risico's"] == ("risicos",)
    assert vocabulary.headings["goals"] == vocabulary.headings["doelen"] == ("doelen",)
    assert vocabulary.headings["doelen en acties"] == ("doelen", "acties")
    assert vocabulary.words["owner.vague"] == ("iedereen", "everyone")
    assert vocabulary.months == {"mei": 5, "may": 5}
    assert vocabulary.fields["naam plan"] == "titel"


def test_a_column_heading_keeps_every_meaning(law: Law) -> None:
    assert build([law.folder]).vocabulary.columns["wat"] == ("actie", "boodschap")


def test_phases_add_their_status_words(law: Law) -> None:
    assert build([law.folder]).vocabulary.words["status.concept"] == ("concept", "in bewerking")


@pytest.mark.parametrize(
    ("name", "old", "new", "line", "message"),
    [
        ("vocabulary/nl.yaml", "naam plan]}", "naam plan], auteur: [Titel]}", 7, "already means 'titel'"),
        ("vocabulary/nl.yaml", "{mei: 5}", "{mei: 13}", 8, "'months.mei'"),
        ("vocabulary/nl.yaml", "headings:", "headngs:", 1, "unknown key 'headngs'"),
        ("vocabulary/names.yaml", "{nl: Doelen, en: Goals}", "{nl: Doelen}", 2, "'section.doelen.en' is missing"),
        ("vocabulary/nl.yaml", "months: {mei: 5}", "months: {mei: 5", 9, ""),
        ("phases.yaml", "concept: {comp", "concpt: {comp", 2, "concpt"),
    ],
)
def test_wrong_words_are_refused(law: Law, *, name: str, old: str, new: str, line: int, message: str) -> None:
    law.change(name, old, new)
    with pytest.raises(CatalogueError) as raised:
        build([law.folder])
    assert any(
        problem.line == line and message in problem.message and problem.path == str(law.folder / name)
        for problem in raised.value.problems
    ), str(raised.value)


def test_a_stray_yaml_file_is_refused(law: Law) -> None:
    law.write("profielen/eigen.yaml", "name: eigen\n")
    with pytest.raises(CatalogueError, match="this file means nothing here"):
        build([law.folder])


def test_a_missing_phase_is_refused(law: Law) -> None:
    (law.folder / "phases.yaml").unlink()
    with pytest.raises(CatalogueError, match="the phase 'afgerond' is missing"):
        build([law.folder])

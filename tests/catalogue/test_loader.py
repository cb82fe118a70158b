from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from implan_lint.catalogue import loader, store
from implan_lint.catalogue.build import build
from implan_lint.catalogue.folders import rules_folder, schemas_folder, user_cache_folder
from implan_lint.catalogue.loader import load_catalogue
from implan_lint.catalogue.problems import CatalogueError
from implan_lint.diagnostic import RuleKind, Severity
from implan_lint.plan.profile import Phase
from tests.catalogue.law import Law


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "cache"
    monkeypatch.setenv("IMPLAN_LINT_CACHE_DIR", str(folder))
    return folder


def test_the_rules_and_schemas_of_the_package_are_found() -> None:
    assert (rules_folder() / "phases.yaml").is_file()
    assert (schemas_folder() / "rule-page.schema.json").is_file()


def test_the_whole_law_of_the_package_loads() -> None:
    catalogue = load_catalogue(cache=False)
    assert list(catalogue.profiles) == ["algemeen", "ips-onderwijs", "sociaal-werk", "software", "zes-stappen"]
    assert set(catalogue.caps) == set(Phase)


@pytest.mark.parametrize("phase", Phase)
def test_a_contradiction_is_grave_in_every_phase_and_a_hint_in_none(phase: Phase) -> None:
    caps = load_catalogue(cache=False).caps[phase]
    assert caps[RuleKind.CONTRADICTION] is Severity.ERROR
    assert caps[RuleKind.HINT] is Severity.INFO


def test_what_is_missing_weighs_less_in_a_concept_and_in_a_closed_plan() -> None:
    caps = load_catalogue(cache=False).caps
    weights = {phase: caps[phase][RuleKind.COMPLETENESS] for phase in Phase}
    assert weights == {
        Phase.CONCEPT: Severity.WARNING,
        Phase.APPROVED: Severity.ERROR,
        Phase.RUNNING: Severity.ERROR,
        Phase.CLOSED: Severity.WARNING,
    }


def test_no_status_word_means_two_phases() -> None:
    words = load_catalogue(cache=False).vocabulary.words
    said = [word for phase in Phase for word in words[f"status.{phase}"]]
    assert len(said) == len(set(said))


def test_ips_onderwijs_asks_for_its_four_tables() -> None:
    profile = load_catalogue(cache=False).profiles["ips-onderwijs"]
    assert [table.kind for table in profile.tables if table.required] == [
        "acties",
        "gegevens",
        "communicatie",
        "borging",
    ]
    assert "auteur" in profile.required_fields
    assert not profile.requires("evaluatie")


def test_an_unchanged_law_comes_from_the_cache_and_is_the_same(cache: Path, law: Law) -> None:
    first = load_catalogue([law.folder])
    assert [path.name for path in cache.iterdir() if path.suffix == ".json"] == [path.name for path in cache.iterdir()]
    assert load_catalogue([law.folder]) == first == load_catalogue([law.folder], cache=False)


def test_every_typed_value_survives_the_cache(tmp_path: Path, law: Law) -> None:
    catalogue = build([law.folder])
    store.save(tmp_path / "kept.json", "key", catalogue)
    assert store.load(tmp_path / "kept.json", "key") == catalogue
    assert store.load(tmp_path / "kept.json", "another key") is None


def test_a_changed_page_is_read_again_into_the_same_cache_file(cache: Path, law: Law) -> None:
    load_catalogue([law.folder])
    law.change("profiles/klein.yaml", "Klein plan", "Kleiner plan")
    assert load_catalogue([law.folder]).profiles["klein"].title["nl"] == "Kleiner plan"
    assert len(list(cache.iterdir())) == 1


@pytest.mark.parametrize("content", ["", "{", "[]", "null", '{"key": 1}', '{"key": "KEY", "catalogue": {"rules": 3}}'])
def test_a_cache_that_holds_something_else_is_ignored(cache: Path, law: Law, content: str) -> None:
    first = load_catalogue([law.folder])
    (kept,) = cache.iterdir()
    kept.write_text(content.replace("KEY", json.loads(kept.read_text())["key"]))
    assert load_catalogue([law.folder]) == first


def test_a_cache_folder_that_cannot_be_made_is_no_error(
    tmp_path: Path, law: Law, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("in the way")
    monkeypatch.setenv("IMPLAN_LINT_CACHE_DIR", str(tmp_path / "file" / "cache"))
    assert "klein" in load_catalogue([law.folder]).profiles


@pytest.mark.skipif(
    sys.platform == "win32" or os.geteuid() == 0,
    reason="root may write in a read-only folder, and Windows has none: nothing would be refused",
)
def test_a_read_only_cache_folder_is_no_error(cache: Path, law: Law) -> None:
    cache.mkdir(mode=0o500)
    assert "klein" in load_catalogue([law.folder]).profiles
    assert not list(cache.iterdir())


def test_a_failed_write_leaves_no_draft_behind(tmp_path: Path, law: Law) -> None:
    (tmp_path / "kept.json" / "in the way").mkdir(parents=True)
    store.save(tmp_path / "kept.json", "key", build([law.folder]))
    assert not list(tmp_path.glob("*.tmp"))


def test_the_cache_folder_follows_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("IMPLAN_LINT_CACHE_DIR", raising=False)
    monkeypatch.setenv("XDG_CACHE_HOME", "/somewhere")
    assert user_cache_folder() == Path("/somewhere/implan-lint")
    monkeypatch.setenv("IMPLAN_LINT_CACHE_DIR", "/elsewhere")
    assert user_cache_folder() == Path("/elsewhere")


def test_a_warm_start_imports_neither_pydantic_nor_ruamel(cache: Path) -> None:
    load_catalogue()
    program = (
        "import sys; from implan_lint.catalogue.loader import load_catalogue; load_catalogue();"
        "print(sorted({'pydantic', 'ruamel', 'ruamel.yaml', 'markdown_it', 'click'} & set(sys.modules)))"
    )
    found = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "[]"


def test_a_folder_that_does_not_exist_is_named(tmp_path: Path) -> None:
    with pytest.raises(CatalogueError, match="no such folder") as raised:
        load_catalogue([tmp_path / "weg"])
    assert raised.value.problems[0].path == str(tmp_path / "weg")


def test_an_organisation_adds_words_rules_and_profiles(law: Law) -> None:
    catalogue = load_catalogue([law.folder], cache=False)
    packaged = load_catalogue(cache=False)
    assert catalogue.rules["ACM001"].page == "zalen/ACM001-zaal-zonder-beheerder.md"
    assert set(catalogue.profiles) == {*packaged.profiles, "klein"}
    assert catalogue.vocabulary.headings["doelen"] == packaged.vocabulary.headings["doelen"]
    assert catalogue.caps == packaged.caps


def test_a_configuration_adds_synonyms(law: Law) -> None:
    given = {"headings": {"doelen": ["Stip aan de wand"]}, "columns": {"wie": ["Trekker van de kar"]}}
    vocabulary = load_catalogue([law.folder], synonyms=given, cache=False).vocabulary
    assert vocabulary.headings["stip aan de wand"] == ("doelen",)
    assert vocabulary.columns["trekker van de kar"] == ("wie",)


def test_other_synonyms_are_another_catalogue(cache: Path) -> None:
    assert "wegwerkhoofd" in load_catalogue(synonyms={"headings": {"doelen": ["wegwerkhoofd"]}}).vocabulary.headings
    assert "wegwerkhoofd" not in load_catalogue().vocabulary.headings


def test_a_readme_is_no_page(law: Law) -> None:
    law.write("zalen/README.md", "# Zalen\n")
    assert [path.name for path in loader.law_files(law.folder) if path.suffix == ".md"] == [
        "ACM001-zaal-zonder-beheerder.md"
    ]

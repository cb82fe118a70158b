from __future__ import annotations

from pathlib import Path

import pytest

from implan_lint.diagnostic import Severity
from implan_lint.engine.configuration import load_settings
from implan_lint.engine.errors import ConfigurationError
from implan_lint.engine.results import FailOn
from implan_lint.engine.settings import find_configuration


def write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def refusal(file: Path) -> str:
    with pytest.raises(ConfigurationError) as raised:
        load_settings(file)
    return str(raised.value).replace(f"{file.parent}/", "")


class TestFinding:
    def test_the_nearest_file_upward(self, tmp_path: Path) -> None:
        outer = write(tmp_path / "implan-lint.yaml", "")
        inner = write(tmp_path / "a/.implan-lint.yaml", "")
        (tmp_path / "a/b").mkdir()
        assert find_configuration(tmp_path / "a/b") == inner
        assert find_configuration(tmp_path) == outer

    def test_a_pyproject_without_our_table_does_not_stop_the_search(self, tmp_path: Path) -> None:
        outer = write(tmp_path / "pyproject.toml", '[tool.implan-lint]\nlanguage = "en"\n')
        write(tmp_path / "a/pyproject.toml", '[project]\nname = "x"\ndependencies = ["implan-lint"]\n')
        assert find_configuration(tmp_path / "a") == outer

    def test_somebody_elses_broken_pyproject_is_passed_over(self, tmp_path: Path) -> None:
        outer = write(tmp_path / "implan-lint.yaml", "")
        write(tmp_path / "a/pyproject.toml", "[project\n# implan-lint")
        assert find_configuration(tmp_path / "a") == outer

    def test_the_file_of_our_own_comes_before_pyproject(self, tmp_path: Path) -> None:
        own = write(tmp_path / "implan-lint.yaml", "")
        write(tmp_path / "pyproject.toml", "[tool.implan-lint]\n")
        assert find_configuration(tmp_path) == own


class TestReading:
    def test_everything(self, tmp_path: Path) -> None:
        file = write(
            tmp_path / "implan-lint.yaml",
            """\
language: en
profile: software
include: plannen/**
exclude: [plannen/oud]
select: [ACT, DOE002]
ignore: ACT007
severity: {ACT002: warning, DOE002: off}
synonyms:
  columns: {wie: [trekker, kartrekker]}
rules: regels
overrides:
  - files: concepten/*.md
    ignore: [DOE]
fail_on: warning
""",
        )
        settings = load_settings(file)
        assert (settings.language, settings.profile, settings.fail_on) == ("en", "software", FailOn.WARNING)
        assert (settings.include, settings.exclude) == (("plannen/**",), ("plannen/oud",))
        assert (settings.select, settings.ignore) == (("ACT", "DOE002"), ("ACT007",))
        assert settings.severity == {"ACT002": Severity.WARNING, "DOE002": Severity.OFF}
        assert settings.synonyms == {"columns": {"wie": ("trekker", "kartrekker")}}
        assert settings.rules == (tmp_path / "regels",)

    @pytest.mark.parametrize("text", ["", "# niets\n", "\ufefflanguage: nl\n", "{}"])
    def test_as_good_as_nothing(self, tmp_path: Path, text: str) -> None:
        assert load_settings(write(tmp_path / "implan-lint.yaml", text)).select == ()

    def test_a_table_in_pyproject(self, tmp_path: Path) -> None:
        file = write(
            tmp_path / "pyproject.toml",
            '[project]\n[tool.implan-lint]\nselect = ["ACT"]\n[tool.implan-lint.severity]\nACT002 = "off"\n',
        )
        settings = load_settings(file)
        assert settings.select == ("ACT",)
        assert settings.severity == {"ACT002": Severity.OFF}

    def test_an_override_is_for_its_files_only(self, tmp_path: Path) -> None:
        file = write(
            tmp_path / "implan-lint.yaml",
            """\
ignore: [ACT]
overrides:
  - {files: "concepten/*.md", ignore: DOE, profile: software, severity: {RIS001: info}}
  - {files: "*-oud.md", profile: algemeen}
""",
        )
        settings = load_settings(file)
        assert settings.for_file(tmp_path / "plan.md") == settings
        draft = settings.for_file(tmp_path / "concepten/plan.md")
        assert (draft.ignore, draft.profile, draft.severity) == (("ACT", "DOE"), "software", {"RIS001": Severity.INFO})
        assert settings.for_file(tmp_path / "concepten/plan-oud.md").profile == "algemeen"


class TestExtending:
    def test_the_base_comes_first(self, tmp_path: Path) -> None:
        write(
            tmp_path / "huis/basis.yaml",
            "language: en\nselect: [ACT]\nignore: [ACT001]\nseverity: {ACT002: info, ACT003: info}\nrules: regels\n"
            "synonyms: {columns: {wie: [trekker]}}\n",
        )
        file = write(
            tmp_path / "implan-lint.yaml",
            "extends: huis/basis.yaml\nselect: [DOE]\nignore: [ACT009]\nseverity: {ACT002: error}\n"
            "synonyms: {columns: {wie: [eigenares], wat: [klus]}}\n",
        )
        settings = load_settings(file)
        assert (settings.language, settings.select, settings.ignore) == ("en", ("DOE",), ("ACT001", "ACT009"))
        assert settings.severity == {"ACT002": Severity.ERROR, "ACT003": Severity.INFO}
        assert settings.rules == (tmp_path / "huis/regels",)
        assert settings.synonyms == {"columns": {"wie": ("trekker", "eigenares"), "wat": ("klus",)}}

    def test_two_bases_that_share_a_third_are_no_cycle(self, tmp_path: Path) -> None:
        write(tmp_path / "c.yaml", "language: en\n")
        write(tmp_path / "a.yaml", "extends: c.yaml\n")
        write(tmp_path / "b.yaml", "extends: c.yaml\n")
        assert load_settings(write(tmp_path / "implan-lint.yaml", "extends: [a.yaml, b.yaml]\n")).language == "en"

    def test_a_cycle_is_refused(self, tmp_path: Path) -> None:
        write(tmp_path / "basis.yaml", "extends: implan-lint.yaml\n")
        file = write(tmp_path / "implan-lint.yaml", "language: nl\nextends: basis.yaml\n")
        assert refusal(file).startswith("basis.yaml:1: extends 'implan-lint.yaml': this file extends itself")

    def test_a_base_that_is_not_there_is_refused(self, tmp_path: Path) -> None:
        file = write(tmp_path / "implan-lint.yaml", "language: nl\nextends:\n  - bassis.yaml\n")
        assert refusal(file) == "implan-lint.yaml:3: extends 'bassis.yaml': there is no such file"

    def test_a_fault_in_a_base_is_shown_there(self, tmp_path: Path) -> None:
        write(tmp_path / "basis.yaml", "langage: nl\n")
        file = write(tmp_path / "implan-lint.yaml", "extends: basis.yaml\n")
        assert refusal(file) == "basis.yaml:1: unknown key 'langage' (did you mean 'language'?)"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("\nselct: [ACT]\n", "implan-lint.yaml:2: unknown key 'selct' (did you mean 'select'?)"),
        ("language: de\n", "implan-lint.yaml:1: 'language'"),
        ("severity:\n  ACT002: eror\n", "implan-lint.yaml:2: 'eror' is no ACT002 (did you mean 'error'?)"),
        ("fail_on: warnings\n", "implan-lint.yaml:1: 'warnings' is no fail_on (did you mean 'warning'?)"),
        ("overrides:\n  - files: x\n    ignor: ACT\n", "implan-lint.yaml:3: unknown key 'overrides.0.ignor'"),
        ("overrides:\n  - ignore: ACT\n", "implan-lint.yaml:2: 'overrides.0.files' is missing"),
        ("synonyms:\n  colums: {}\n", "implan-lint.yaml:2: unknown key 'synonyms.colums' (did you mean"),
        ("include: [ok, '[z-a]']\n", "implan-lint.yaml:1: 'include.1': Value error, '[z-a]' is no pattern"),
        ("select: 3\n", "implan-lint.yaml:1: 'select'"),
        ("- ACT\n", "implan-lint.yaml:1: "),
        ("language: nl\nlanguage: en\n", "implan-lint.yaml:2: 'language' is given twice"),
        ("a: [\n", "implan-lint.yaml:2: "),
        ("x: !!python/object:os.system {}\n", "implan-lint.yaml:1: "),
    ],
)
def test_a_wrong_file_is_refused_with_line_and_nearest_word(tmp_path: Path, text: str, message: str) -> None:
    assert refusal(write(tmp_path / "implan-lint.yaml", text)).startswith(message)


def test_all_faults_are_told_at_once(tmp_path: Path) -> None:
    assert len(refusal(write(tmp_path / "implan-lint.yaml", "a: 1\nb: 2\n")).splitlines()) == 2


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('[tool.implan-lint]\nlanguage = "nl"\nselct = ["ACT"]\n', 3),
        ('selct = 1\n\n[tool.implan-lint]\nseverity = {ACT002 = "eror"}\n', 4),
        ('[tool.implan-lint]\n\n[tool.implan-lint.severity]\nACT001 = "off"\nACT002 = "eror"\n', 5),
        ('[tool.implan-lint]\nlanguage = "nl"\n[[tool.implan-lint.overrides]]\nfiles = "x"\nignor = "ACT"\n', 5),
        ("[tool.implan-lint]\nlanguage = \n", 2),
    ],
)
def test_a_fault_in_pyproject_is_shown_at_its_line(tmp_path: Path, text: str, line: int) -> None:
    assert refusal(write(tmp_path / "pyproject.toml", text)).startswith(f"pyproject.toml:{line}: ")


def test_a_file_that_is_no_text_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "implan-lint.yaml"
    file.write_bytes(b"language: \xff\n")
    assert "byte 11 is no valid UTF-8" in refusal(file)

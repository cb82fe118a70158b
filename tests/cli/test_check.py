from __future__ import annotations

import json
import os
import re
from pathlib import Path

import jsonschema
import pytest

from implan_lint.catalogue.folders import schemas_folder
from tests.cli.world import PLAN, World
from tests.words_plugin import write_rule

CONCISE = ("--output-format", "concise")


class TestExitCode:
    def test_0_where_all_is_well(self, world: World) -> None:
        world.write("plan.md", PLAN.replace("kip", "haan"))
        result = world.run("check")
        assert (result.exit_code, result.stdout) == (0, "Niets gevonden in 1 plan.\n")

    def test_1_where_something_is_found(self, world: World) -> None:
        world.write("plan.md", PLAN)
        assert world.run("check").exit_code == 1
        assert world.run("check", "--exit-zero").exit_code == 0

    @pytest.mark.parametrize(
        ("severity", "fail_on", "code"),
        [
            ("error", "never", 0),
            ("warning", "error", 0),
            ("warning", "warning", 1),
            ("info", "warning", 0),
            ("info", "info", 1),
        ],
    )
    def test_from_fail_on_upward(self, world: World, severity: str, fail_on: str, code: int) -> None:
        world.write("plan.md", PLAN)
        settings = f"rules: ../regels\nselect: WRD\nseverity: {{WRD001: {severity}}}\n"
        world.write("implan-lint.yaml", settings)
        assert world.run("check", "--fail-on", fail_on).exit_code == code
        world.write("implan-lint.yaml", f"{settings}fail_on: {fail_on}\n")
        assert world.run("check").exit_code == code

    @pytest.mark.parametrize(
        ("arguments", "words"),
        [
            (("--select", "WRD002"), "there is no rule or family 'WRD002' (did you mean 'WRD001'?)"),
            (("--ignore", "WRX"), "there is no rule or family 'WRX' (did you mean 'WRD'?)"),
            (("--profile", "sofware"), "there is no profile 'sofware' (did you mean 'software'?)"),
            (("pln.md",), "there is no file or folder 'pln.md' (did you mean 'plan.md'?)"),
            (("--today", "1 mei"), "'1 mei' is no date: write YYYY-MM-DD"),
            (("--lang", "de"), "'de' is not one of 'nl', 'en'"),
            (("--config", "weg.yaml"), "'weg.yaml' does not exist"),
            (("-", "plan.md"), "can't be combined"),
            (("--output-file", "weg/rapport.txt"), "can't be written"),
        ],
    )
    def test_2_for_arguments_that_cannot_be_used(self, world: World, arguments: tuple[str, ...], words: str) -> None:
        world.write("plan.md", PLAN)
        result = world.run("check", *arguments)
        assert (result.exit_code, result.stdout) == (2, "")
        assert words in result.stderr

    @pytest.mark.parametrize(
        ("settings", "words"),
        [
            ("\nselct: WRD\n", "implan-lint.yaml:2: unknown key 'selct' (did you mean 'select'?)"),
            (
                "rules: ../regels\nseverity:\n  WRD010: off\n",
                "implan-lint.yaml:3: 'severity': there is no rule 'WRD010'",
            ),
            (
                "rules: ../regels\n\nignore: [WRX001]\n",
                "implan-lint.yaml:3: 'ignore': there is no rule or family 'WRX001'",
            ),
            ("profile: sofware\n", "implan-lint.yaml:1: 'profile': there is no profile 'sofware'"),
            (
                "rules: ../regels\noverrides:\n  - files: x\n    profile: algemen\n",
                "implan-lint.yaml:4: 'profile': there is no profile 'algemen' (did you mean 'algemeen'?)",
            ),
            ("rules: weg\n", "there is no such folder of rules"),
        ],
    )
    def test_2_for_a_wrong_configuration(self, world: World, settings: str, words: str) -> None:
        world.write("plan.md", PLAN)
        world.write("implan-lint.yaml", settings)
        result = world.run("check")
        assert (result.exit_code, result.stdout) == (2, "")
        assert words in result.stderr
        assert world.run("check", "--isolated", "--fail-on", "never").exit_code == 0

    def test_2_where_there_is_nothing_to_check(self, world: World) -> None:
        result = world.run("check")
        assert result.exit_code == 2
        assert "niets om te controleren: geen Markdown-bestanden gevonden" in result.stderr

    def test_2_where_no_file_says_it_is_a_plan(self, world: World) -> None:
        world.write("projectplan.md", "# Projectplan\n")
        world.write("notulen.md", "# Notulen\n")
        result = world.run("check", "--lang", "en")
        assert result.exit_code == 2
        assert "2 Markdown file(s) found" in result.stderr
        assert "look like a plan and don't say so: projectplan.md." in result.stderr


class TestStreams:
    def test_findings_on_stdout_and_the_rest_on_stderr(self, world: World) -> None:
        world.write("a.md", PLAN)
        world.write("b-projectplan.md", "# Iets\n")
        result = world.run("check", *CONCISE)
        assert result.stdout == "a.md:12:7: error WRD001 'kip' hoort niet in een plan.\n"
        assert result.stderr == (
            "1 fout in 1 plan; 1 te herstellen met --fix; 1 ander Markdown-bestand overgeslagen.\n"
            "Deze bestanden lijken op een plan, maar zeggen het niet: b-projectplan.md. Zet 'profiel: ...' in hun "
            "front matter, of zet ze bij 'include' in implan-lint.yaml, om ze mee te nemen.\n"
        )

    def test_machines_get_nothing_else(self, world: World) -> None:
        world.write("a.md", PLAN)
        world.write("b-projectplan.md", "# Iets\n")
        result = world.run("check", "--output-format", "json")
        report = json.loads(result.stdout)
        jsonschema.validate(report, json.loads((schemas_folder() / "report.schema.json").read_text(encoding="utf-8")))
        assert report["summary"] == {
            "files": 1, "errors": 1, "warnings": 0, "infos": 0,
            "suppressed": 0, "known": 0, "solved": 0, "untouched": 0, "skipped": 1,
        }  # fmt: skip
        assert result.stderr == ""

    def test_a_report_can_go_to_a_file(self, world: World) -> None:
        world.write("plan.md", PLAN)
        result = world.run("check", *CONCISE, "--output-file", "rapport.txt", "--color")
        assert (result.exit_code, result.stdout) == (1, "")
        assert (world.folder / "rapport.txt").read_text(encoding="utf-8").startswith("plan.md:12:7: error WRD001")

    def test_the_format_can_come_from_the_environment(self, world: World) -> None:
        world.write("plan.md", PLAN)
        assert world.run("check", IMPLAN_LINT_OUTPUT_FORMAT="concise").stdout.startswith("plan.md:12:7: error")

    def test_statistics_tell_on_how_many_things_each_rule_looked(self, world: World) -> None:
        write_rule(world.own_rules(), "WRD002", "aap")
        world.write("plan.md", PLAN)
        stdout = world.run("check", "--statistics").stdout
        assert re.search(r"^ +1 +1  WRD001 verboden-woord$", stdout, re.MULTILINE)
        assert re.search(r"^ +0 +0  WRD002 verboden-woord$", stdout, re.MULTILINE)

    def test_colour_only_where_wanted(self, world: World) -> None:
        world.write("plan.md", PLAN)
        assert "\x1b[" not in world.run("check").stdout
        assert "\x1b[" in world.run("check", "--color").stdout

    def test_the_whole_report_for_people(self, world: World) -> None:
        world.write("plan.md", PLAN)
        assert world.run("check", COLUMNS="80").stdout == (
            "plan.md:12:7: fout WRD001 verboden-woord\n"
            "  'kip' hoort niet in een plan.\n"
            "    |\n"
            " 12 | | Een kip kopen | Sanne | 1 mei 2026 |\n"
            "    |       ^^^\n"
            "  zie ook: Doelen (plan.md:1:1)\n"
            "    |\n"
            "  1 | ---\n"
            "    | ^\n"
            "  hulp: Schrijf iets anders.\n"
            "  herstel: haal het weg (doet --fix)\n"
            "  uitleg: implan-lint rule WRD001\n"
            "\n"
            "1 fout in 1 plan; 1 te herstellen met --fix.\n"
        ).replace("    |\n  1 | ---\n    | ^\n", "   |\n 1 | ---\n   | ^\n")


class TestFiles:
    def test_a_repository(self, world: World) -> None:
        for name in ("a.md", "team/plannen/b.md", "uit/weg.md", ".stil/c.md", "node_modules/d.md"):
            world.write(name, PLAN)
        world.write("team/los.md", "# Los\nkip\n")
        world.write(".gitignore", "uit/\n")
        (world.folder / ".git").mkdir()
        result = world.run("check", *CONCISE)
        assert [line.split(":")[0] for line in result.stdout.splitlines()] == ["a.md", "team/plannen/b.md"]
        assert "1 ander Markdown-bestand overgeslagen" in result.stderr

    def test_the_nearest_configuration_counts(self, world: World) -> None:
        world.write("a.md", PLAN)
        world.write("team/b.md", PLAN)
        world.write("team/implan-lint.yaml", "extends: ../implan-lint.yaml\nseverity: {WRD001: info}\nlanguage: en\n")
        assert world.run("check", *CONCISE).stdout.splitlines() == [
            "a.md:12:7: error WRD001 'kip' hoort niet in een plan.",
            "team/b.md:12:7: info WRD001 'kip' doesn't belong in a plan.",
        ]

    def test_a_named_configuration_counts_everywhere(self, world: World) -> None:
        world.write("team/b.md", PLAN)
        world.write("team/implan-lint.yaml", "onzin: ja\n")
        result = world.run("check", *CONCISE, "--config", "implan-lint.yaml")
        assert (result.exit_code, len(result.stdout.splitlines())) == (1, 1)

    def test_an_override_is_for_its_files_only(self, world: World) -> None:
        world.write("a.md", PLAN)
        world.write("concept/b.md", PLAN)
        world.write(
            "implan-lint.yaml",
            "rules: ../regels\nselect: WRD\noverrides: [{files: concept, severity: {WRD001: off}}]\n",
        )
        assert [line.split(":")[0] for line in world.run("check", *CONCISE).stdout.splitlines()] == ["a.md"]

    def test_files_that_cannot_be_read_cost_only_themselves(self, world: World) -> None:
        world.write("a.md", b"kip \xff kip")
        world.write("b.md", PLAN)
        world.write("d.md", PLAN.encode("utf-16"))
        world.write("e.md", b"\xef\xbb\xbf" + PLAN.encode())
        (world.folder / "c.md").symlink_to("weg.md")
        (world.folder / "map.md").mkdir()
        lines = world.run("check", *CONCISE, "a.md", "b.md", "c.md", "d.md", "e.md", "map.md").stdout.splitlines()
        assert [line.partition(" ")[0] + line.split()[2] for line in lines] == [
            "a.md:1:1:FIL001",
            "b.md:12:7:WRD001",
            "c.md:1:1:FIL001",
            "d.md:12:7:WRD001",
            "e.md:12:7:WRD001",
            "map.md:1:1:FIL001",
        ]
        assert "byte 5" in lines[0]

    @pytest.mark.parametrize("text", ["", "\n", "---\n", "---\nprofiel: [\n---\n", "|", "\r", "\x00", "# \n" * 50])
    def test_no_text_is_too_odd(self, world: World, text: str) -> None:
        world.write("plan.md", text)
        result = world.run("check", *CONCISE, "plan.md")
        assert (result.exit_code, result.stdout) == (0, "")

    def test_show_files_lists_them_and_checks_nothing(self, world: World) -> None:
        world.write("b.md", PLAN)
        world.write("a/c.md", PLAN)
        result = world.run("check", "--show-files")
        assert (result.exit_code, result.stdout) == (0, "a/c.md\nb.md\n")


class TestStandardInput:
    def test_a_plan_can_come_from_it(self, world: World) -> None:
        result = world.run("check", *CONCISE, "-", stdin=PLAN)
        assert result.stdout == "<stdin>:12:7: error WRD001 'kip' hoort niet in een plan.\n"

    def test_under_a_name_it_gets_that_files_configuration(self, world: World) -> None:
        world.write("team/implan-lint.yaml", "extends: ../implan-lint.yaml\nlanguage: en\n")
        result = world.run("check", *CONCISE, "--stdin-filename", "team/nieuw.md", stdin=PLAN)
        assert result.stdout == "team/nieuw.md:12:7: error WRD001 'kip' doesn't belong in a plan.\n"

    def test_bytes_that_are_no_text_are_told(self, world: World) -> None:
        assert "FIL001" in world.run("check", *CONCISE, "-", stdin=b"\xff").stdout


class TestProfile:
    def test_argument_before_plan_before_configuration(self, world: World) -> None:
        world.write("zegt.md", PLAN)
        world.write("zwijgt.md", PLAN.replace("profiel: algemeen\n", ""))
        world.write("implan-lint.yaml", "rules: ../regels\nselect: WRD\nprofile: dekaware\n")

        def profiles(*arguments: str) -> list[str]:
            report = world.run("check", "--output-format", "json", "zegt.md", "zwijgt.md", *arguments).stdout
            return [file["profile"] for file in json.loads(report)["files"]]

        assert profiles() == ["algemeen", "software"]
        assert profiles("--profile", "zes-stappen") == ["zes-stappen", "zes-stappen"]


class TestProcess:
    """What only a process of its own can show."""

    def test_it_checks(self, world: World) -> None:
        world.write("plän.md", PLAN)
        done = world.spawn("check", *CONCISE, LC_ALL="C", PYTHONIOENCODING="ascii")
        assert done.returncode == 1
        assert done.stdout.decode() == "plän.md:12:7: error WRD001 'kip' hoort niet in een plan.\n"

    def test_the_same_input_gives_the_same_output(self, world: World) -> None:
        world.write("plan.md", PLAN)
        one, two = (world.spawn("check", "--output-format", "json", PYTHONHASHSEED=seed).stdout for seed in "12")
        assert one == two != b""

    def test_a_reader_that_leaves_early_is_no_crash(self, world: World) -> None:
        world.write("plan.md", PLAN + "kip\n\n" * 3000)
        reader, writer = os.pipe()
        os.close(reader)
        import subprocess
        import sys

        with os.fdopen(writer, "wb") as gone:
            done = subprocess.run(
                [sys.executable, "-m", "implan_lint", "check", "plan.md", "--isolated"],
                cwd=world.folder,
                stdout=gone,
                stderr=subprocess.PIPE,
                check=False,
            )
        assert b"Traceback" not in done.stderr and b"BrokenPipe" not in done.stderr


def test_a_crash_of_a_rule_is_a_finding_about_us(world: World) -> None:
    page = world.own_rules() / "WRD001-verboden-woord.md"
    text = page.read_text(encoding="utf-8").replace("search.forbidden", "search.crashing")
    text = re.sub(r"with:.*\n|(?:variants|fix):\n.*\n.*\n", "", text)
    text = text.replace("'{word}' hoort", "Dit hoort").replace("'{word}' doesn't", "This doesn't")
    page.write_text(text, encoding="utf-8")
    world.write("plan.md", PLAN)
    result = world.run("check", *CONCISE)
    assert result.exit_code == 1
    assert result.stdout.startswith("plan.md:1:1: error INT001 Regel WRD001 liep vast (ZeroDivisionError")


def test_nothing_is_written_beside_the_plans(world: World) -> None:
    world.write("plan.md", PLAN)
    before = sorted(Path(world.folder).rglob("*"))
    world.run("check")
    assert sorted(Path(world.folder).rglob("*")) == before

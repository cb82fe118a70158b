"""The commands that show the law: rule and profile."""

from __future__ import annotations

import pytest

from tests.cli.world import World
from tests.words_plugin import write_rule


class TestRule:
    def test_in_dutch(self, world: World) -> None:
        assert world.run("rule", "WRD001").stdout == (
            "WRD001 verboden-woord\n"
            "Geen verboden woorden\n"
            "\n"
            "Ernst: fout\n"
            "Soort: verwoording · Zekerheid: hoog\n"
            "Herstel: haal het weg (implan-lint check --fix; "
            "met --unsafe-fixes waar je daarna iets moet invullen of nakijken)\n"
            "\n"
            "Waarom\n"
            "\n"
            "Omdat het zo is afgesproken.\n"
            "\n"
            "Fout\n"
            "\n"
            "    ```markdown\n"
            "    ## Geen kop\n"
            "    Een kip.\n"
            "    ```\n"
            "\n"
            "    ```text\n"
            "    2:5 warning WRD001\n"
            "    ```\n"
            "\n"
            "Goed\n"
            "\n"
            "    ```markdown\n"
            "    Een haan.\n"
            "    ```\n"
            "\n"
            "Wanneer niet\n"
            "\n"
            "In een kinderboerderij.\n"
        )

    def test_in_english(self, world: World) -> None:
        shown = world.run("rule", "wrd001", "--lang", "en").stdout
        assert "No forbidden words\n" in shown and "Because it was agreed." in shown and "On a farm." in shown
        assert "Omdat" not in shown and "kinderboerderij" not in shown

    def test_by_its_name(self, world: World) -> None:
        assert world.run("rule", "verboden-woord").stdout.startswith("WRD001 ")

    @pytest.mark.parametrize("code", ["FIL001", "INT001"])
    @pytest.mark.parametrize("language", ["nl", "en"])
    def test_what_is_no_rule_about_plans_is_explained_as_well(self, world: World, code: str, language: str) -> None:
        result = world.run("rule", code, "--lang", language)
        assert (result.exit_code, len(result.stdout.splitlines())) == (0, 2)

    def test_an_unknown_one_is_refused_with_the_nearest(self, world: World) -> None:
        result = world.run("rule", "WRD01")
        assert (result.exit_code, result.stdout) == (2, "")
        assert "there is no rule 'WRD01' (did you mean 'WRD001'?)" in result.stderr

    def test_all_of_them_with_their_severity_per_profile(self, world: World) -> None:
        write_rule(world.own_rules(), "WRD002", severity="{default: warning, software: 'off'}")
        rows = {line.split()[0]: line.split()[1:] for line in world.run("rule", "--all").stdout.splitlines()}
        profiles = next(iter(rows.values()))
        assert "software" in world.run("rule", "--all").stdout.splitlines()[0]
        assert rows["WRD001"] == ["fout"] * 5 + ["verboden-woord"]
        assert sorted(rows["WRD002"]) == ["uit", "verboden-woord"] + ["waarschuwing"] * 4
        assert len(profiles) == 4

    @pytest.mark.parametrize("arguments", [(), ("WRD001", "--all")])
    def test_one_or_all(self, world: World, arguments: tuple[str, ...]) -> None:
        assert world.run("rule", *arguments).exit_code == 2


class TestProfile:
    def test_without_a_name_they_are_listed(self, world: World) -> None:
        names = [line.split()[0] for line in world.run("profile").stdout.splitlines()]
        assert names == ["algemeen", "ips-onderwijs", "sociaal-werk", "software", "zes-stappen"]

    @pytest.mark.parametrize(
        ("language", "lines"),
        [
            ("nl", ["  verplicht  Nazorg (nazorg)", "             verplicht: Actie, Wie, Wanneer"]),
            ("en", ["  required  Aftercare (nazorg)", f"{'':12}required: Action, Owner, When"]),
        ],
    )
    def test_it_tells_what_a_plan_must_hold(self, world: World, language: str, lines: list[str]) -> None:
        shown = world.run("profile", "dekaware", "--lang", language).stdout.splitlines()
        assert [line for line in lines if line not in shown] == []

    def test_an_unknown_one_is_refused_with_the_nearest(self, world: World) -> None:
        result = world.run("profile", "sofware")
        assert result.exit_code == 2
        assert "(did you mean 'software'?)" in result.stderr

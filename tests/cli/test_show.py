from __future__ import annotations

import json

import pytest

from tests.cli.world import World

PLAN = """\
---
titel: Invoering rooster
profiel: algemeen
startdatum: 2026-03-01
---
# Invoering rooster

## Doelen en risico's

1. Het ziekteverzuim daalt van 8% naar 6% op 1 december 2026.

## Acties

| Actie | Wie | Wanneer |
|-------|-----|---------|
| Teams trainen | Sanne | 1 mei 2026 |
| Handleiding schrijven | | |

## Risico's

| Risico | Kans | Impact | Preventieve maatregel | Correctieve maatregel |
|--------|------|--------|-----------------------|-----------------------|
| Uitval | hoog | middel | Reservelijst | Inhuren |
"""


def understood(world: World, *arguments: str) -> dict[str, object]:
    world.write("plan.md", PLAN)
    result = world.run("show", "plan.md", "--format", "json", "--today", "2026-03-01", *arguments)
    assert result.exit_code == 0
    found: dict[str, object] = json.loads(result.stdout)
    return found


def picked(found: object, *keys: str) -> list[tuple[object, ...]]:
    assert isinstance(found, list)
    return [tuple(item[key] for key in keys) for item in found]


def test_a_heading_with_two_meanings_gives_two_rows(world: World) -> None:
    rows = picked(understood(world)["sections"], "kind", "line")
    assert set(rows[:2]) == {("doelen", 8), ("risicos", 8)}
    assert rows[2:] == [("acties", 12), ("risicos", 19)]


def test_actions_have_their_literal_words_or_null(world: World) -> None:
    assert picked(understood(world)["actions"], "line", "text", "owner", "when") == [
        (16, "Teams trainen", "Sanne", "1 mei 2026"),
        (17, "Handleiding schrijven", None, None),
    ]


def test_a_period_tells_its_days(world: World) -> None:
    (action, _) = picked(understood(world)["actions"], "period")
    (period,) = action
    assert isinstance(period, dict)
    assert (period["earliest"], period["latest"], period["kind"]) == ("2026-05-01", "2026-05-01", "moment")


def test_goals_tell_whether_they_are_measurable_and_time_bound(world: World) -> None:
    assert picked(understood(world)["goals"], "line", "measurable", "time_bound") == [(10, True, True)]


def test_measures_of_a_risk_are_joined(world: World) -> None:
    (risk,) = picked(understood(world)["risks"], "text", "likelihood", "impact", "measure", "owner")
    assert risk == ("Uitval", "hoog", "middel", "Reservelijst; Inhuren", None)


def test_the_profile_can_be_chosen(world: World) -> None:
    assert understood(world)["profile"] == "algemeen"
    assert understood(world, "--profile", "dekaware")["profile"] == "software"


@pytest.mark.parametrize(
    ("language", "lines"),
    [
        ("nl", ["  profiel: algemeen", "Acties (2)", "          wie: Sanne · wanneer: 1 mei 2026"]),
        ("en", ["  profile: algemeen", "Actions (2)", "          who: - · when: -"]),
    ],
)
def test_people_get_a_tree(world: World, language: str, lines: list[str]) -> None:
    world.write("plan.md", PLAN)
    shown = world.run("show", "plan.md", "--lang", language).stdout.splitlines()
    assert [line for line in lines if line not in shown] == []


@pytest.mark.parametrize(("name", "words"), [("weg.md", "does not exist"), ("stuk.md", "byte 1 is no valid UTF-8")])
def test_a_file_that_cannot_be_read_is_refused(world: World, name: str, words: str) -> None:
    world.write("stuk.md", b"\xff")
    result = world.run("show", name)
    assert (result.exit_code, result.stdout) == (2, "")
    assert words in result.stderr


def test_an_escape_sequence_in_a_plan_is_not_obeyed(world: World) -> None:
    world.write("plan.md", PLAN.replace("Teams", "\x1b[31mTeams"))
    assert "\x1b" not in world.run("show", "plan.md").stdout

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


def test_each_smart_letter_tells_its_words_and_where_they_stand(world: World) -> None:
    ((letters, baseline, target),) = picked(understood(world)["goals"], "smart", "baseline", "target")
    assert isinstance(letters, dict)
    assert [letter for letter, found in letters.items() if found["found"]] == ["S", "M", "T"]
    assert letters["T"]["quotes"] == [{"text": "1 december 2026", "line": 10, "column": 46}]
    assert (letters["A"]["quotes"], letters["A"]["confidence"]) == ([], "low")
    assert "afgestemd met" in letters["A"]["looked_for"]
    assert (baseline, target) == ("8%", "6%")


@pytest.mark.parametrize(
    ("language", "words"),
    [("nl", "niet gevonden; gezocht naar: draagvlak"), ("en", "not found; looked for: commitment")],
)
def test_people_get_a_line_per_smart_letter(world: World, language: str, words: str) -> None:
    world.write("plan.md", PLAN)
    shown = world.run("show", "plan.md", "--lang", language).stdout.splitlines()
    assert '          S  "daalt" "ziekteverzuim"' in shown
    assert '          T  "1 december 2026"' in shown
    assert any(line.startswith(f"          A  {words}, ") for line in shown)


def test_a_letter_with_half_its_words_says_which_half_is_missing(world: World) -> None:
    world.write("plan.md", "# Plan\n\n## Doelen\n\n- Betere zorg voor ouders.\n")
    shown = world.run("show", "plan.md", "--lang", "nl").stdout.splitlines()
    assert '          S  "ouders"; niet gevonden: een werkwoord van resultaat' in shown


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


LINKED = """\
---
profiel: algemeen
---
# Invoering rooster

## Doelen

1. Het ziekteverzuim daalt van 8% naar 6% op 1 december 2026.
2. De wachttijd is op 1 december 2026 ten hoogste 10 minuten.

## Acties

| Doel | Actie | Wie | Wanneer |
|------|-------|-----|---------|
| 1 | Teams trainen | Sanne | 1 mei 2026 |
"""


@pytest.mark.parametrize(
    ("language", "lines"),
    [
        (
            "nl",
            [
                "Doel → actie (1)",
                "           15   → Teams trainen  [het nummer staat erbij, zeker]",
                "  doelen waar geen actie aan werkt (1)",
                "      9   De wachttijd is op 1 december 2026 ten hoogste 10 minuten.",
            ],
        ),
        (
            "en",
            ["           15   → Teams trainen  [the number says so, certain]", "  goals that no action works on (1)"],
        ),
    ],
)
def test_links_are_shown_with_their_reason(world: World, language: str, lines: list[str]) -> None:
    world.write("plan.md", LINKED)
    shown = world.run("show", "plan.md", "--links", "--lang", language).stdout.splitlines()
    assert [line for line in lines if line not in shown] == []


def test_links_as_data(world: World) -> None:
    world.write("plan.md", LINKED)
    found = json.loads(world.run("show", "plan.md", "--links", "--format", "json").stdout)
    (link,) = (link for link in found["links"] if link["kind"] == "goal_action")
    assert (link["source"]["line"], link["target"]) == (8, {"line": 15, "text": "Teams trainen"})
    assert (link["reason"], link["confidence"], link["share"]) == ("number", "high", 1.0)
    assert [end["line"] for end in found["unlinked"]["goal_action"]] == [9]


def test_without_the_option_no_links_are_told(world: World) -> None:
    assert "links" not in understood(world)


def test_a_plan_with_nothing_to_link_says_so(world: World) -> None:
    world.write("plan.md", "# Leeg\n")
    assert "niets gevonden om te verbinden" in world.run("show", "plan.md", "--links").stdout

from __future__ import annotations

import pytest

from tests.cli.world import World

PLAN = """\
---
titel: Invoering rooster
profiel: algemeen
status: vastgesteld
startdatum: 2026-03-01
einddatum: 2026-12-18
---
# Invoering rooster

## Acties

| Actie | Wie | Wanneer |
|-------|-----|---------|
| Een kip kopen | | 1 mei 2026 |
| Een hok bouwen | n.t.b. | week 20 |
| Voer bestellen | Sanne | 4 mei 2026 |
"""
CHICKEN, COOP, FEED = 14, 15, 16


def explained(world: World, line: int, *arguments: str, plan: str = PLAN, settings: str = "") -> str:
    world.write("implan-lint.yaml", settings or "language: nl\n")
    world.write("plan.md", plan)
    result = world.run("explain", f"plan.md:{line}", "--today", "2026-03-01", *arguments)
    assert (result.exit_code, result.stderr) == (0, "")
    return result.stdout


def about(text: str, code: str) -> list[str]:
    """The arrows below the finding of this rule."""
    lines = iter(text.splitlines())
    next(line for line in lines if f" {code} " in line)
    return [line.strip() for line in _while_arrow(list(lines))]


def _while_arrow(lines: list[str]) -> list[str]:
    count = next((i for i, line in enumerate(lines) if "→" not in line), len(lines))
    return lines[:count]


def test_a_row_is_shown_as_it_was_understood(world: World) -> None:
    told = explained(world, FEED)
    assert "In het onderdeel 'Acties' (regel 10) → Acties" in told
    assert "wie: Sanne · wanneer: 4 mei 2026" in told
    assert "'4 mei 2026' is begrepen als 2026-05-04" in told
    assert "Meldingen op deze regel\n  geen\n" in told
    quiet = next(line for line in told.splitlines() if line.startswith("Deze regels keken hier"))
    assert "ACT002" in quiet


def test_a_week_is_shown_with_its_days(world: World) -> None:
    assert "'week 20' is begrepen als 2026-05-11 tot en met 2026-05-17" in explained(world, COOP)


def test_a_finding_is_shown_and_its_rule_is_not_among_the_quiet(world: World) -> None:
    told = explained(world, CHICKEN)
    assert about(told, "ACT002") == ["→ wordt getoond"]
    assert "ACT002" not in told.splitlines()[-1]


def test_a_column_narrows_the_line(world: World) -> None:
    world.write("implan-lint.yaml", "language: nl\n")
    world.write("plan.md", PLAN)
    first, third = (world.run("explain", f"plan.md:{CHICKEN}:{column}").stdout for column in (5, 18))
    assert ("fout ACT002" in first, "fout ACT002" in third) == (False, True)


def test_the_phase_that_lowers_a_finding_is_told(world: World) -> None:
    told = explained(world, CHICKEN, plan=PLAN.replace("vastgesteld", "concept"))
    assert about(told, "ACT002")[1] == "→ in fase 'concept' hooguit waarschuwing; de regel zelf zegt fout"


def test_a_suppression_is_told_with_its_line_reason_and_end(world: World) -> None:
    comment = "<!-- implan-lint: ignore ACT002 tot 2026-12-31, reden: HR komt nog -->"
    told = explained(world, CHICKEN + 2, plan=PLAN.replace("| Actie ", f"{comment}\n\n| Actie "))
    assert about(told, "ACT002") == ["→ uitgezet op regel 12 tot en met 2026-12-31, reden: HR komt nog"]


def test_what_the_baseline_has_is_told(world: World) -> None:
    explained(world, CHICKEN)
    world.run("baseline", "plan.md", "--today", "2026-03-01")
    assert about(explained(world, CHICKEN), "ACT002") == ["→ al bekend: staat in de baseline"]


@pytest.mark.parametrize(
    ("settings", "told"),
    [
        ("language: nl\nignore: [MET003, ACT]\n", "overgeslagen door 'ACT' ({file}:2)"),
        ("select: DOE\n", "niet gekozen: alleen DOE wordt gecontroleerd ({file}:1)"),
        ("severity:\n  ACT002: off\n", "uitgezet in {file}:2"),
    ],
)
def test_the_configuration_that_decided_is_told_with_its_line(world: World, settings: str, told: str) -> None:
    file = (world.folder / "implan-lint.yaml").absolute().as_posix()
    assert about(explained(world, CHICKEN, settings=settings), "ACT002") == [f"→ {told.format(file=file)}"]


def test_a_severity_of_the_configuration_is_told_with_its_line(world: World) -> None:
    told = about(explained(world, CHICKEN, settings="severity: {ACT002: info}\n"), "ACT002")
    assert told[1].startswith("→ de ernst komt uit ")
    assert told[1].endswith("implan-lint.yaml:1")


@pytest.mark.parametrize(
    ("argument", "told"),
    [
        ("--ignore", "overgeslagen door 'ACT002' (--ignore)"),
        ("--select", "niet gekozen: alleen DOE001 wordt gecontroleerd (--select)"),
    ],
)
def test_an_argument_that_decided_is_told(world: World, argument: str, told: str) -> None:
    code = "ACT002" if argument == "--ignore" else "DOE001"
    assert about(explained(world, CHICKEN, argument, code), "ACT002") == [f"→ {told}"]


def test_a_rule_that_is_silent_for_a_more_specific_one_is_told(world: World) -> None:
    told = explained(world, COOP, plan=PLAN.replace("| week 20 |", "|"))
    assert about(told, "STR010") == ["→ wordt getoond"]
    assert about(told, "ACT003") == ["→ zwijgt, omdat STR010 hetzelfde preciezer zegt"]


@pytest.mark.parametrize(
    ("arguments", "plan", "settings", "told"),
    [
        ((), PLAN, "", "Profiel: algemeen (uit de front matter)"),
        (("--profile", "software"), PLAN, "", "Profiel: software (uit --profile)"),
        ((), PLAN.replace("profiel: algemeen\n", ""), "profile: software\n", "Profiel: software (uit {file}:1)"),
        ((), PLAN.replace("profiel: algemeen\n", ""), "", "Profiel: algemeen (het plan zegt het niet, dus algemeen)"),
        (("--isolated",), PLAN, "", "Configuratie: geen"),
        ((), PLAN, "", "Configuratie: {file}"),
        ((), PLAN.replace("status: vastgesteld\n", ""), "", "Fase: concept (het plan zegt het niet, dus concept)"),
    ],
)
def test_what_is_in_force_is_told(
    world: World, arguments: tuple[str, ...], plan: str, settings: str, told: str
) -> None:
    file = (world.folder / "implan-lint.yaml").absolute().as_posix()
    assert told.format(file=file) in explained(world, 3, *arguments, plan=plan, settings=settings).splitlines()


def test_a_field_of_the_front_matter_is_shown_as_it_was_understood(world: World) -> None:
    told = explained(world, 5, "--lang", "en")
    assert "field 'startdatum' in the front matter: 2026-03-01" in told
    assert "Findings on this line\n  none\n" in told


@pytest.mark.parametrize(
    ("place", "said"),
    [
        ("plan.md", "FILE:LINE"),
        ("plan.md:0", "'plan.md' has no line 0"),
        ("plan.md:99", "'plan.md' has no line 99"),
        ("weg.md:1", "there is no file or folder 'weg.md'"),
        ("stuk.md:1", "geen leesbare tekst"),
    ],
)
def test_a_place_that_is_not_there_is_told(world: World, place: str, said: str) -> None:
    world.write("plan.md", PLAN)
    world.write("stuk.md", b"\xff\xfe\xff")
    result = world.run("explain", place)
    assert result.exit_code == 2
    assert said in result.stderr


def test_a_folder_has_no_lines(world: World) -> None:
    world.write("map/plan.md", PLAN)
    result = world.run("explain", "map:1")
    assert result.exit_code == 2
    assert "'map' is a folder" in result.stderr

"""`stamp` records an approval, and a later change is named."""

import os
import stat

import pytest

from tests.cli.world import World

PLAN = """\
---
titel: Leesbevordering  # werktitel
profiel: algemeen
status: vastgesteld
---
# Leesbevordering

## Doelen

1. In december 2026 leest 60 % van de leerlingen elke week een boek (nu 40 %).
2. In 2027 doen 12 scholen mee.

## Scope

Binnen scope:

- basisscholen

Buiten scope:

- middelbare scholen
"""


def named(world: World) -> list[str]:
    """The lines on which the approval is found to be broken."""
    result = world.run("check", "--isolated", "--select", "GOE", "--output-format", "concise", "plan.md")
    return [line.split(":")[1] for line in result.stdout.splitlines() if " GOE001 " in line]


def test_a_stamped_plan_is_as_approved(world: World) -> None:
    file = world.write("plan.md", PLAN)
    result = world.run("stamp", "plan.md", "--by", "Jan d'Oude", "--today", "2026-03-01")
    assert result.exit_code == 0
    assert "2 doelen" in result.stderr
    text = file.read_text(encoding="utf-8")
    assert "  op: 2026-03-01\n  door: 'Jan d''Oude'\n" in text
    assert "titel: Leesbevordering  # werktitel\n" in text
    assert text.partition("# Leesbevordering\n")[2] == PLAN.partition("# Leesbevordering\n")[2]
    assert named(world) == []


def test_a_change_is_named_and_a_new_approval_ends_it(world: World) -> None:
    file = world.write("plan.md", PLAN)
    world.run("stamp", "plan.md")
    text = file.read_text(encoding="utf-8")
    world.write("plan.md", text.replace("12 scholen", "10 scholen").replace("- basisscholen", "- alle scholen"))
    goal, item = named(world)
    assert "10 scholen" in file.read_text(encoding="utf-8").splitlines()[int(goal) - 1]
    assert "alle scholen" in file.read_text(encoding="utf-8").splitlines()[int(item) - 1]
    world.run("stamp", "plan.md")
    assert named(world) == []
    assert file.read_text(encoding="utf-8").count("goedkeuring:") == 1


def test_other_words_may_change(world: World) -> None:
    file = world.write("plan.md", PLAN)
    world.run("stamp", "plan.md")
    text = file.read_text(encoding="utf-8")
    world.write("plan.md", text.replace("## Scope", "Een toelichting.\n\n## Scope").replace("60 %", "60  %"))
    assert named(world) == []


BUDGET = """
## Budget

| Post | Bedrag |
|------|--------|
| Boeken | € 4.500 |
| Training | € 1.500 |
| Totaal | € 6.000 |
"""


def test_a_budget_line_is_approved_with_its_amount(world: World) -> None:
    file = world.write("plan.md", PLAN + BUDGET)
    assert "2 begrotingsregels" in world.run("stamp", "plan.md").stderr
    text = file.read_text(encoding="utf-8")
    world.write("plan.md", text.replace("€ 1.500", "€ 2.500").replace("€ 6.000", "€ 7.000"))
    (line,) = named(world)
    assert "Training" in file.read_text(encoding="utf-8").splitlines()[int(line) - 1]


def test_an_amount_may_be_written_in_another_way(world: World) -> None:
    file = world.write("plan.md", PLAN + BUDGET)
    world.run("stamp", "plan.md")
    text = file.read_text(encoding="utf-8")
    world.write("plan.md", text.replace("€ 4.500", "4500,00 euro").replace("€ 1.500", "€ 1.500,-"))
    assert named(world) == []


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_the_file_stays_as_it_was_kept(world: World, encoding: str) -> None:
    file = world.write("plan.md", PLAN.replace("\n", "\r\n").encode(encoding))
    file.chmod(0o600)
    world.run("stamp", "plan.md")
    text = file.read_bytes().decode(encoding)
    assert "goedkeuring:\r\n  op: " in text
    assert "\n" not in text.replace("\r\n", "")
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_an_english_plan_gets_english_keys(world: World) -> None:
    file = world.write(
        "plan.md",
        "---\nprofile: algemeen\nstatus: approved\n---\n# Reading at school\n\n## Goals\n\n"
        "1. By December 2026, 60 % of the pupils read a book every week.\n\n"
        "## Scope\n\nIn scope:\n\n- primary schools\n",
    )
    world.run("stamp", "plan.md")
    assert "approval:\n  on: " in file.read_text(encoding="utf-8")


def test_without_front_matter_there_is_nothing_to_stamp(world: World) -> None:
    file = world.write("plan.md", "# Plan\n\n## Doelen\n\n1. In 2027 doen 12 scholen mee.\n")
    before = file.read_bytes()
    result = world.run("stamp", "plan.md")
    assert result.exit_code == 2
    assert "front matter" in result.stderr
    assert file.read_bytes() == before


def test_a_pipe_can_not_be_stamped(world: World) -> None:
    os.mkfifo(world.folder / "pijp.md")
    result = world.run("stamp", "pijp.md")
    assert result.exit_code == 2
    assert "no ordinary file" in result.stderr

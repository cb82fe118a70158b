"""A folder of plans that concern each other, checked as people check it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.test_changed_since import git
from tests.cli.world import World

ROOSTER = """\
---
titel: Invoering rooster
profiel: algemeen
status: vastgesteld
plan_id: P-13
afhankelijk_van: P-12
---
# Invoering rooster

## Acties

| Actie | Wie | Wanneer |
|-------|-----|---------|
| Koppeling testen na M2 van [het portaal](portaal.md) | Sanne de Wit | 15 mei 2026 |
"""
PORTAAL = """\
---
titel: Invoering klantportaal
profiel: algemeen
status: vastgesteld
plan_id: P-12
---
# Invoering klantportaal

## Mijlpalen

| Mijlpaal | Wanneer |
|----------|---------|
| M1: Contract getekend | 1 februari 2026 |
| M2: Koppelvlak klaar | 1 juni 2026 |
"""
TOO_LATE = "plannen/rooster.md:14:"


@pytest.fixture
def plans(world: World) -> World:
    world.write("implan-lint.yaml", "select: [POR, SUP]\n")
    world.write("plannen/rooster.md", ROOSTER)
    world.write("plannen/portaal.md", PORTAAL)
    return world


def said(world: World, *arguments: str) -> list[str]:
    result = world.run("check", "--today", "2026-03-01", "--output-format", "concise", *arguments)
    assert result.exit_code in (0, 1), result.output
    return [" ".join((line.split(": ")[0], line.split(" ")[2])) for line in result.stdout.splitlines()]


def test_plans_that_are_checked_one_by_one_give_what_they_give_together(plans: World) -> None:
    plans.write("plannen/portaal.md", PORTAAL.replace("P-12", "P-13"))
    together = said(plans, "plannen")
    one_by_one = [line for name in ("portaal", "rooster") for line in said(plans, f"plannen/{name}.md")]
    assert together == one_by_one
    assert {line.split(" ")[1] for line in together} == {"POR001", "POR002", "POR003"}


def test_only_the_plans_of_the_run_are_reported_on(plans: World) -> None:
    assert said(plans, "plannen/rooster.md") == [f"{TOO_LATE}73 POR003"]
    assert said(plans, "plannen/portaal.md") == []


def test_wherever_one_stands_it_is_the_same(plans: World) -> None:
    inside = plans.run("check", "--today", "2026-03-01", "--output-format", "json", "plannen/rooster.md").stdout
    path = str(plans.folder / "plannen" / "rooster.md")
    absolute = plans.run("check", "--today", "2026-03-01", "--output-format", "json", path).stdout
    assert inside == absolute.replace(path, "plannen/rooster.md")


def test_a_suppression_hides_it_and_is_used(plans: World) -> None:
    comment = "<!-- implan-lint: ignore POR003, reden: de leverancier levert een proef -->\n"
    plans.write("plannen/rooster.md", ROOSTER.replace("| Actie |", f"{comment}| Actie |"))
    assert said(plans, "plannen") == []


@pytest.mark.parametrize("code", ["POR001", "POR"])
def test_a_suppression_that_hides_nothing_is_unused(plans: World, code: str) -> None:
    comment = f"<!-- implan-lint: ignore-file {code}, reden: x -->\n"
    plans.write("plannen/portaal.md", PORTAAL + "\n" + comment)
    assert said(plans, "plannen/portaal.md") == ["plannen/portaal.md:16:31 SUP002"]


def test_it_is_not_said_to_be_unused_where_nobody_looked(plans: World) -> None:
    text = PORTAAL + "\n<!-- implan-lint: ignore-file POR001, reden: x -->\n"
    plans.write("plannen/portaal.md", text)
    assert said(plans, "plannen", "--select", "SUP") == []
    assert plans.run("check", "-", "--stdin-filename", "plannen/portaal.md", stdin=text).exit_code == 0


def test_the_baseline_knows_it(plans: World) -> None:
    assert said(plans) == [f"{TOO_LATE}73 POR003"]
    plans.run("baseline", "--today", "2026-03-01")
    assert said(plans) == []
    plans.write("plannen/rooster.md", ROOSTER.replace("## Acties", "Een zin erbij.\n\n## Acties"))
    assert said(plans) == []
    plans.write("plannen/portaal.md", PORTAAL.replace("1 juni 2026", "1 mei 2026"))
    assert "1 uit de baseline opgelost" in plans.run("check", "--today", "2026-03-01").output


def test_the_baseline_keeps_what_nobody_looked_at(plans: World) -> None:
    plans.run("baseline", "--today", "2026-03-01")
    result = plans.run("check", "-", "--stdin-filename", "plannen/rooster.md", stdin=ROOSTER)
    assert "opgelost" not in result.output


class TestChangedSince:
    @pytest.fixture(autouse=True)
    def _committed(self, plans: World) -> None:
        git(plans.folder, "init", "-q", "-b", "main")
        git(plans.folder, "add", "-A")
        git(plans.folder, "commit", "-q", "-m", "Leg vast")

    def test_what_was_there_already_is_not_shown(self, plans: World) -> None:
        plans.write("plannen/rooster.md", ROOSTER.replace("## Acties", "Een zin erbij.\n\n## Acties"))
        assert said(plans, "--changed-since", "HEAD") == []

    def test_what_the_change_brings_is_shown(self, plans: World) -> None:
        plans.write("plannen/rooster.md", ROOSTER.replace("plan_id: P-13", "plan_id: P-12"))
        assert said(plans, "--changed-since", "HEAD") == [
            "plannen/portaal.md:5:10 POR001",
            "plannen/rooster.md:5:10 POR001",
        ]

    def test_what_a_change_in_another_plan_brings_is_shown(self, plans: World) -> None:
        plans.write("plannen/rooster.md", ROOSTER.replace("15 mei", "15 juli"))
        git(plans.folder, "commit", "-q", "-a", "-m", "Later")
        plans.write("plannen/portaal.md", PORTAAL.replace("1 juni", "1 augustus"))
        assert said(plans, "--changed-since", "HEAD", "plannen/rooster.md") == [f"{TOO_LATE}73 POR003"]
        plans.write("plannen/portaal.md", PORTAAL.replace("februari", "maart"))
        assert said(plans, "--changed-since", "HEAD") == []

    def test_a_new_plan_brings_what_it_brings(self, plans: World) -> None:
        plans.write("plannen/nieuw.md", PORTAAL)
        assert said(plans, "--changed-since", "HEAD") == [
            "plannen/nieuw.md:5:10 POR001",
            "plannen/portaal.md:5:10 POR001",
        ]


def test_a_link_out_of_the_folder_is_followed(plans: World, tmp_path: Path) -> None:
    (tmp_path / "afspraken.md").write_text("Afspraken\n", encoding="utf-8")
    plans.write("plannen/portaal.md", PORTAAL + "\nZie [afspraken](../../afspraken.md) en [bijlage](../bijlage.md).\n")
    assert said(plans, "plannen/portaal.md") == ["plannen/portaal.md:16:50 POR002"]

"""A baseline: old findings are known, new ones are shown, solved ones leave."""

import json

from tests.cli.world import PLAN, World

SECOND = "| Een kip plukken | Piet | 2 mei 2026 |\n"


def entries(world: World, name: str = "implan-lint-baseline.json") -> dict[str, list[dict[str, str]]]:
    found: dict[str, list[dict[str, str]]] = json.loads((world.folder / name).read_text(encoding="utf-8"))["plans"]
    return found


def test_known_findings_are_counted_and_not_shown(world: World) -> None:
    world.write("a.md", PLAN)
    assert world.run("baseline").exit_code == 0
    result = world.run("check")
    assert result.exit_code == 0
    assert "1 al bekend (baseline)" in result.output
    assert "WRD001" not in result.output
    assert world.run("check", "--no-baseline").exit_code == 1


def test_it_names_rule_section_and_object_and_no_line(world: World) -> None:
    world.write("a.md", PLAN)
    world.run("baseline")
    ((path, (entry,)),) = entries(world).items()
    assert (path, entry["code"], entry["section"], entry["object"]) == ("a.md", "WRD001", "Acties", "kip")
    world.write("a.md", PLAN.replace("## Acties", "Een zin erbij.\n\n## Acties"))
    assert world.run("check").exit_code == 0


def test_what_is_new_is_shown(world: World) -> None:
    world.write("a.md", PLAN)
    world.run("baseline")
    world.write("a.md", PLAN + SECOND)
    world.write("b.md", PLAN)
    result = world.run("check", "--output-format", "concise")
    assert result.exit_code == 1
    assert [line.split(":")[:2] for line in result.stdout.splitlines()] == [["a.md", "13"], ["b.md", "12"]]


def test_it_only_shrinks_unless_asked(world: World) -> None:
    world.write("a.md", PLAN)
    world.run("baseline")
    world.write("a.md", PLAN + SECOND)
    kept = world.run("baseline")
    assert "1 nieuwe bevindingen zijn niet opgenomen" in kept.stderr
    assert len(entries(world)["a.md"]) == 1
    world.run("baseline", "--add")
    assert len(entries(world)["a.md"]) == 2


def test_what_is_solved_is_noticed_and_leaves(world: World) -> None:
    world.write("a.md", PLAN + SECOND)
    world.run("baseline")
    world.write("a.md", PLAN)
    assert "1 uit de baseline opgelost" in world.run("check").output
    assert world.run("baseline", "--check").exit_code == 1
    assert world.run("baseline").exit_code == 0
    assert len(entries(world)["a.md"]) == 1
    assert world.run("baseline", "--check").exit_code == 0
    world.write("a.md", PLAN + SECOND)
    assert world.run("check").exit_code == 1


def test_a_rule_that_does_not_look_solves_nothing(world: World) -> None:
    world.write("a.md", PLAN)
    world.run("baseline")
    assert "opgelost" not in world.run("check", "--select", "ACT").output


def test_a_renamed_plan_takes_its_findings_along(world: World) -> None:
    world.write("a.md", PLAN)
    world.run("baseline")
    (world.folder / "a.md").rename(world.folder / "b.md")
    assert world.run("check").exit_code == 0
    world.run("baseline")
    assert list(entries(world)) == ["b.md"]


def test_plans_outside_the_run_keep_their_entries(world: World) -> None:
    world.write("a.md", PLAN)
    world.write("b.md", PLAN)
    world.run("baseline")
    world.write("a.md", PLAN.replace("kip", "koe"))
    world.run("baseline", "a.md")
    assert list(entries(world)) == ["b.md"]


def test_the_same_findings_give_the_same_bytes(world: World) -> None:
    world.write("a.md", PLAN + SECOND)
    world.run("baseline")
    first = (world.folder / "implan-lint-baseline.json").read_bytes()
    world.run("baseline")
    assert (world.folder / "implan-lint-baseline.json").read_bytes() == first


def test_a_broken_file_is_said_to_be_so(world: World) -> None:
    world.write("a.md", PLAN)
    for text in ("{", "[]", '{"version": 2, "plans": {}}', '{"version": 1, "plans": {"a.md": [{"code": 1}]}}'):
        world.write("implan-lint-baseline.json", text)
        result = world.run("check")
        assert result.exit_code == 2
        assert "implan-lint-baseline.json" in result.output
    assert world.run("check", "--baseline", "elders.json").exit_code == 2


def test_a_file_that_is_no_baseline_is_told_and_kept(world: World) -> None:
    world.write("a.md", PLAN)
    for text in ("<<<<<<< HEAD\n{}\n=======\n", "[]", "[" * 100_000):
        file = world.write("implan-lint-baseline.json", text)
        for command in ("check", "baseline"):
            result = world.run(command)
            assert result.exit_code == 2
            assert "is no baseline" in result.stderr
        assert file.read_text() == text

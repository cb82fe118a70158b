"""`implan-lint rule --check FOLDER`: an organisation's rule pages, held to their checks and to their own examples."""

from __future__ import annotations

from pathlib import Path

import pytest

from implan_lint.catalogue.folders import rules_folder
from tests.cli.world import World
from tests.words_plugin import write_rule

PAGE = "WRD001-verboden-woord.md"
SOUND = "Regelpagina's: 1, voorbeelden uitgevoerd: 2, fouten: 0.\n"


@pytest.fixture
def page(world: World) -> Path:
    """A sound page in the folder `eigen`, and no configuration."""
    world.write("implan-lint.yaml", "")
    write_rule(world.folder / "eigen")
    return world.folder / "eigen" / PAGE


def edit(page: Path, old: str, new: str) -> int:
    """Changes the page; the line on which the change begins."""
    text = page.read_text(encoding="utf-8")
    assert text.count(old) == 1
    page.write_text(text.replace(old, new), encoding="utf-8")
    return text[: text.index(old)].count("\n") + 1


@pytest.mark.usefixtures("page")
class TestASoundFolder:
    def test_it_is_counted(self, world: World) -> None:
        result = world.run("rule", "--check", "eigen")
        assert (result.exit_code, result.stdout) == (0, SOUND)

    def test_in_english(self, world: World) -> None:
        result = world.run("rule", "--check", "eigen", "--lang", "en")
        assert result.stdout == "Rule pages: 1, examples run: 2, faults: 0.\n"

    def test_it_may_stand_in_the_configuration_already(self, world: World) -> None:
        world.write("implan-lint.yaml", "rules: eigen\nignore: [WRD]\n")
        assert world.run("rule", "--check", "eigen").stdout == SOUND

    def test_it_may_rest_on_another_folder_of_the_configuration(self, world: World, page: Path) -> None:
        edit(page, "source:", "yields_to: [WRD009]\nsource:")
        assert world.run("rule", "--check", "eigen").exit_code == 1
        write_rule(world.folder / "basis", "WRD009", word="haan")
        world.write("implan-lint.yaml", "rules: basis\n")
        assert world.run("rule", "--check", "eigen").stdout == SOUND


class TestWhatIsWrongWithAPage:
    @pytest.mark.parametrize(
        ("old", "new", "message"),
        [
            ("kind: wording", "kind: woording", "'woording' is no kind (did you mean 'wording'?)"),
            ("confidence: high", "sureness: high", "unknown key 'sureness'"),
            ("search.forbidden", "search.forbiden", "there is no check 'words:search.forbiden'"),
            ("words:search", "wrods:search", "no installed package offers the checks 'wrods'"),
            ("with: {word: kip}", "with: {wrod: kip}", "has no parameter 'wrod' (did you mean 'word'?)"),
            ("'{word}' hoort niet in een plan.", "'{wrod}' hoort niet.", "gives no value for {wrod}"),
            ("'{word}' hoort niet in een plan.", "{word} op {today}.", "{today} stands in one language only"),
            ('  en: "Write something else."', '  nn: "Skriv noko anna."', "unknown key 'help.nn'"),
            ("source:", "yields_to: [ACT999]\nsource:", "there is no rule ACT999 to yield to"),
            ("2:5 warning", "2,5 warning", "'2,5 warning WRD001' is no diagnostic"),
        ],
    )
    def test_its_front_matter_and_shape(self, world: World, page: Path, old: str, new: str, message: str) -> None:
        line = edit(page, old, new)
        result = world.run("rule", "--check", "eigen")
        told = result.stdout.splitlines()
        assert result.exit_code == 1
        assert any(one.startswith(f"eigen/{PAGE}:{line}: ") and message in one for one in told), told
        assert told[-1].startswith("Regelpagina's: 1, voorbeelden uitgevoerd: 0, fouten: ")

    @pytest.mark.parametrize(
        ("old", "new", "told"),
        [
            ("2:5 warning WRD001", "2:6 warning WRD001", "this is expected, but not found"),
            (
                "2:5 warning WRD001",
                "2:5 error WRD001",
                "this is expected, but found is: 2:5 warning WRD001 'kip' hoort niet in een plan.",
            ),
            (
                "2:5 warning WRD001",
                "2:5 warning WRD001 'kip' mag niet.",
                "this is expected, but found is: 2:5 warning WRD001 'kip' hoort niet in een plan.",
            ),
            (
                "Een haan.",
                "Een kip.",
                "found is: 1:5 warning WRD001 'kip' hoort niet in een plan. (under Goed, its rule must be silent)",
            ),
        ],
    )
    def test_its_examples(self, world: World, page: Path, old: str, new: str, told: str) -> None:
        line = edit(page, old, new)
        result = world.run("rule", "--check", "eigen")
        assert result.exit_code == 1
        assert result.stdout.splitlines()[0] == f"eigen/{PAGE}:{line}: {told}"

    def test_a_second_finding_that_the_page_does_not_expect(self, world: World, page: Path) -> None:
        line = edit(page, "Een kip.", "Een kip.\nNog een kip.") + 1
        assert world.run("rule", "--check", "eigen").stdout.splitlines() == [
            f"eigen/{PAGE}:{line}: found is: 3:9 warning WRD001 'kip' hoort niet in een plan. (it is not expected)",
            "Regelpagina's: 1, voorbeelden uitgevoerd: 2, fouten: 1.",
        ]

    @pytest.mark.parametrize(
        ("option", "told"),
        [
            ("profiel=sofware", "there is no profile 'sofware' (did you mean 'software'?)"),
            ("vandaag=morgen", "'vandaag=morgen' is no date (write vandaag=YYYY-MM-DD)"),
        ],
    )
    def test_an_option_of_an_example(self, world: World, page: Path, option: str, told: str) -> None:
        line = edit(page, "```markdown\nEen haan.", f"```markdown {option}\nEen haan.")
        assert world.run("rule", "--check", "eigen").stdout.splitlines()[0] == f"eigen/{PAGE}:{line}: {told}"

    def test_a_check_that_crashes(self, world: World, page: Path) -> None:
        text = page.read_text(encoding="utf-8").replace("search.forbidden", "search.crashing")
        front, variants, rest = text.partition("variants:")
        rest = rest[rest.index("source:") :].replace("word: kip", "")
        front = front.replace("with: {word: kip}\n", "").replace("'{word}'", "Een woord").replace("fix:", "#")
        front = front.replace('  nl: "haal het weg"\n  en: "take it away"\n', "")
        page.write_text(front + rest, encoding="utf-8")
        result = world.run("rule", "--check", "eigen")
        assert variants and result.exit_code == 1
        assert "Regel WRD001 liep vast (ZeroDivisionError: division by zero)" in result.stdout


class TestUsage:
    @pytest.mark.usefixtures("page")
    def test_a_fault_in_another_folder_is_not_one_of_this_one(self, world: World) -> None:
        world.write("basis/STUK001-stuk.md", "geen front matter")
        world.write("implan-lint.yaml", "rules: basis\n")
        result = world.run("rule", "--check", "eigen")
        assert (result.exit_code, result.stdout) == (2, "")
        assert "STUK001-stuk.md:1: a rule page starts with front matter" in result.stderr

    def test_a_folder_without_pages_is_refused(self, world: World) -> None:
        (world.folder / "leeg").mkdir()
        result = world.run("rule", "--check", "leeg")
        assert (result.exit_code, result.stdout) == (2, "")
        assert "'leeg' holds no rule pages" in result.stderr

    @pytest.mark.parametrize(
        "arguments", [("--check", "nergens"), ("WRD001", "--check", "."), ("--all", "--check", ".")]
    )
    def test_wrong_arguments(self, world: World, arguments: tuple[str, ...]) -> None:
        assert world.run("rule", *arguments).exit_code == 2


def test_the_law_itself_is_sound(world: World) -> None:
    result = world.run("rule", "--check", str(rules_folder()), "--isolated")
    assert (result.exit_code, result.stdout.splitlines()[:-1]) == (0, [])
    assert result.stdout.endswith(", fouten: 0.\n")

"""How accurately the shipped readers read plans that were labelled by hand: figures that may not fall."""

import json
import re
from pathlib import Path

import pytest

from benchmarks.accuracy import NAMES, Accuracy, Score, main, measure, same_words
from benchmarks.labels import LabelError, TextLabel, read_labels

HERE = Path(__file__).parent
PLANS = HERE / "plans"
LABELS = HERE / "labels"

FLOORS = {
    # kind: precision, recall as reached, rounded down
    "sections": (0.99, 0.99),
    "section kinds": (1.00, 0.98),
    "goals": (1.00, 1.00),
    "measurable": (1.00, 1.00),
    "time_bound": (1.00, 1.00),
    "actions": (1.00, 0.97),
    "owner": (1.00, 0.99),
    "when": (1.00, 1.00),
    "risks": (1.00, 0.97),
    "likelihood": (1.00, 1.00),
    "impact": (1.00, 1.00),
    "measure": (1.00, 0.96),
}


@pytest.fixture(scope="module")
def accuracy() -> Accuracy:
    return measure(PLANS, LABELS)


@pytest.mark.parametrize("kind", NAMES)
def test_no_figure_falls_below_its_floor(accuracy: Accuracy, kind: str) -> None:
    score = accuracy.scores[kind]
    precision, recall = FLOORS[kind]
    told = f"precision {score.precision:.3f}, recall {score.recall:.3f}\n" + "\n".join(score.misses)
    assert score.precision >= precision, told
    assert score.recall >= recall, told


def test_every_plan_is_labelled_and_enough_is_labelled_to_mean_something(accuracy: Accuracy) -> None:
    assert {plan.stem for plan in PLANS.glob("*.md")} == {labels.stem for labels in LABELS.glob("*.yaml")}
    assert accuracy.plans >= 21
    assert min(score.certain for score in accuracy.scores.values()) >= 14


def test_the_plans_kept_their_bytes() -> None:
    assert (PLANS / "ips-setext-crlf-bom.md").read_bytes().startswith(b"\xef\xbb\xbf---\r\n")
    assert b"\r\n" in (PLANS / "zes-crlf-inline-fields.md").read_bytes()
    assert b"\r" not in (PLANS / "zes-setext-prose.md").read_bytes()


@pytest.mark.parametrize("name", sorted(path.stem for path in LABELS.glob("*.yaml")))
def test_each_label_stands_where_it_says(name: str) -> None:
    """A text may be wrapped over the next lines; a Word export escapes signs within words."""
    text = (PLANS / f"{name}.md").read_bytes().decode("utf-8-sig")
    lines = re.split(r"\r\n|\n|\r", text.replace("\\", ""))
    labels = read_labels(LABELS / f"{name}.yaml")
    entities: list[TextLabel] = [*labels.goals, *labels.doings(), *labels.risks]
    misplaced = [
        (entity.line, entity.text)
        for entity in entities
        if set(re.findall(r"\w+", entity.text))
        - set(re.findall(r"\w+", " ".join(lines[entity.line - 1 : entity.line + 2])))
    ]
    assert entities
    assert misplaced == []


def test_the_command_prints_a_table(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(PLANS), str(LABELS)]) == 0
    printed = capsys.readouterr().out
    assert printed.startswith("21 plans\n")
    assert "| kind | precision | recall | F1 | labelled | read |" in printed
    for name in NAMES:
        assert re.search(rf"^\| {name.replace('_', '-')} \| \d\.\d{{3}} \|", printed, re.M), name


def test_the_command_prints_json_and_what_was_missed(
    small: tuple[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([*small, "--json"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert answer["plans"] == 1
    assert answer["kinds"]["owner"] == {
        "precision": 1.0, "recall": 0.5, "f1": 0.6667, "certain": 2, "found": 1, "read": 1, "allowed": 1,
    }  # fmt: skip
    assert answer["kinds"]["actions"]["precision"] == 0.6667
    assert main([*small, "--misses", "actions"]) == 0
    assert capsys.readouterr().out == "plan.md:7: wrong 'Pizza bestellen'\n"
    assert main([*small, "--misses", "owner"]) == 0
    assert capsys.readouterr().out == "plan.md:6: None, labelled 'Kees'\n"


def test_a_second_reader_makes_certain_less_and_allows_more(small: tuple[str, str], tmp_path: Path) -> None:
    """The second reader does see the pizza, and gives nobody as the owner of the chairs."""
    second = tmp_path / "second"
    second.mkdir()
    (second / "plan.yaml").write_text(
        "actions:\n"
        "- {line: 6, text: Stoelen huren, owner: null, when: null}\n"
        "- {line: 7, text: Pizza bestellen, owner: null, when: null}\n",
        encoding="utf-8",
    )
    plans, labels = map(Path, small)
    scores = measure(plans, labels, second).scores
    assert (scores["actions"].certain, scores["actions"].found) == (1, 1)
    assert (scores["actions"].read, scores["actions"].allowed) == (3, 3)
    assert scores["owner"].misses == []
    assert (scores["sections"].certain, scores["sections"].precision) == (0, 1.0)


def test_what_is_optional_counts_neither_way(small: tuple[str, str]) -> None:
    plans, labels = map(Path, small)
    file = labels / "plan.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(
        text + "- {line: 7, text: Pizza bestellen, owner: Piet, when: null, optional: true}\n", encoding="utf-8"
    )
    scores = measure(plans, labels).scores
    assert (scores["actions"].certain, scores["actions"].read, scores["actions"].misses) == (2, 2, [])
    assert scores["owner"].certain == 2


@pytest.fixture
def small(tmp_path: Path) -> tuple[str, str]:
    """Three actions, of which the label knows two, and one owner that only the label sees."""
    plans, labels = tmp_path / "plans", tmp_path / "labels"
    plans.mkdir()
    labels.mkdir()
    (plans / "plan.md").write_text(
        "# Acties\n\n| Actie | Wie |\n|---|---|\n| Zaal huren | Jan |\n| Stoelen huren | |\n| Pizza bestellen | |\n",
        encoding="utf-8",
    )
    (labels / "plan.yaml").write_text(
        "sections:\n  activities: [{line: 1}]\n"
        "actions:\n"
        "- {line: 5, text: Zaal huren, owner: Jan, when: null}\n"
        "- {line: 6, text: Stoelen huren, owner: Kees, when: null}\n",
        encoding="utf-8",
    )
    return str(plans), str(labels)


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        ("actions: [{line: 5, text: Zaal huren, owner: Jan}]", "when"),
        ("actions: [{line: 0, text: Zaal huren, owner: Jan, when: null}]", "greater than or equal to 1"),
        ("sections: {doelen: [{line: 1}]}", "unknown section doelen; known are goals"),
        ("actions: [", "while parsing"),
    ],
)
def test_labels_that_can_not_be_used_are_named(
    small: tuple[str, str], capsys: pytest.CaptureFixture[str], content: str, complaint: str
) -> None:
    (Path(small[1]) / "plan.yaml").write_text(content, encoding="utf-8")
    assert main([*small]) == 2
    said = capsys.readouterr()
    assert "plan.yaml" in said.err
    assert complaint in said.err
    assert said.out == ""


def test_labels_without_a_plan_and_a_folder_without_labels_are_said(tmp_path: Path, small: tuple[str, str]) -> None:
    plans, labels = map(Path, small)
    with pytest.raises(LabelError, match="no label files"):
        measure(plans, tmp_path)
    (plans / "plan.md").unlink()
    with pytest.raises(LabelError, match="there is no plan"):
        measure(plans, labels)


@pytest.mark.parametrize(
    ("one", "two", "same"),
    [
        ("Projectteam", "het projectteam", True),
        ("Loïs Brouwer", "Lois Brouwer", True),
        ("24-04-2026", "24-05-2026", False),
        ("ICT\\-afdeling", "ICT-afdeling", True),
        ("zonder", "zon", False),
        ("", "Jan", False),
        ("een twee drie vier vijf", "een twee drie vier zes", True),
        ("een twee drie vier", "een twee drie zes", False),
    ],
)
def test_words_agree(one: str, two: str, same: bool) -> None:
    assert same_words(one, two) is same
    assert same_words(two, one) is same


def test_nothing_to_find_and_nothing_found_is_no_failure() -> None:
    assert (Score().precision, Score().recall, Score().f1) == (1.0, 1.0, 1.0)
    assert Score(certain=2, read=2).f1 == 0.0

"""How accurately implan-lint reads plans: precision, recall and F1 per kind, against labels made by hand.

    python benchmarks/accuracy.py PLANS LABELS [SECOND] [--json] [--misses KIND] [--today YYYY-MM-DD]

PLANS holds *.md, LABELS for each of them a *.yaml of the same name, as benchmarks/README.md describes. SECOND
holds the labels of another reader of the same plans: then what both labelled is certain and what one of them
labelled is allowed. Recall counts what is certain, precision what is not even allowed.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

if not __package__:  # started as a script
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.labels import LABEL_OF, LabelError, Labels, TextLabel, read_labels
from implan_lint.lint import Linter, Options
from implan_lint.reporters.understanding import understanding

TODAY = date(2026, 3, 2)
"""Only a year that a date leaves out depends on it, and years are not measured: the literal words are."""

Thing = TypeVar("Thing")
Value = str | bool | None
Item = Mapping[str, Any]
"""One entity as `show --format json` gives it."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of entity: where labels and reading keep it, how far its line may be off, and its values."""

    name: str
    of_labels: Callable[[Labels], Sequence[TextLabel]]
    read_keys: tuple[str, ...]
    slack: int
    values: tuple[str, ...]


KINDS = (
    Kind("goals", lambda labels: labels.goals, ("goals",), 1, ("measurable", "time_bound")),
    Kind("actions", lambda labels: labels.doings(), ("actions", "milestones"), 0, ("owner", "when")),
    Kind("risks", lambda labels: labels.risks, ("risks",), 0, ("likelihood", "impact", "measure")),
)
NAMES = ("sections", "section kinds", *(name for kind in KINDS for name in (kind.name, *kind.values)))


@dataclass(slots=True)
class Score:
    """Counts of one kind, and a line for each thing that is missed or wrong."""

    certain: int = 0
    found: int = 0
    read: int = 0
    allowed: int = 0
    misses: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        return self.allowed / self.read if self.read else 1.0

    @property
    def recall(self) -> float:
        return self.found / self.certain if self.certain else 1.0

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass(frozen=True, slots=True)
class Accuracy:
    plans: int
    scores: Mapping[str, Score]


def measure(plans: Path, labels: Path, second: Path | None = None, today: date = TODAY) -> Accuracy:
    """Reads every plan that has labels and compares. Raises LabelError where a label file can't be used."""
    linter = Linter(Options(today=today))
    scores = {name: Score() for name in NAMES}
    files = sorted(labels.glob("*.yaml"))
    if not files:
        raise LabelError(f"{labels}: no label files (*.yaml)")
    for file in files:
        plan = plans / f"{file.stem}.md"
        if not plan.is_file():
            raise LabelError(f"{file}: there is no plan {plan}")
        other = second / file.name if second else None
        readers = [read_labels(each) for each in (file, other) if each and each.is_file()]
        reading = json.loads(json.dumps(understanding(linter.understand_file(plan))))
        _score_sections(plan.name, readers, reading, scores)
        for kind in KINDS:
            _score_entities(plan.name, kind, readers, reading, scores)
    return Accuracy(len(files), scores)


def _score_sections(plan: str, readers: Sequence[Labels], reading: Item, scores: Mapping[str, Score]) -> None:
    read = {(LABEL_OF[found["kind"]], found["line"]) for found in reading["sections"] if found["kind"] in LABEL_OF}
    headings = [dict(_headings(labels)) for labels in readers]
    _score_sets(scores["sections"], headings, read, lambda found: f"{plan}:{found[1]}: {found[0]}")

    kinds = [
        {kind: any(not entry.optional for entry in entries) for kind, entries in labels.sections.items() if entries}
        for labels in readers
    ]
    read_kinds = {kind for kind, _ in read} | {LABEL_OF[kind] for kind in reading["present"] if kind in LABEL_OF}
    _score_sets(scores["section kinds"], kinds, read_kinds, lambda kind: f"{plan}: {kind}")


def _headings(labels: Labels) -> Iterator[tuple[tuple[str, int], bool]]:
    for kind, entries in labels.sections.items():
        for entry in entries:
            if entry.form == "heading":
                yield (kind, entry.line), not entry.optional


def _score_sets(
    score: Score, readers: Sequence[Mapping[Thing, bool]], read: set[Thing], shown: Callable[[Thing], str]
) -> None:
    """Each reader's things, with whether that reader is sure of it."""
    certain = {thing for thing in readers[0] if all(reader.get(thing) for reader in readers)}
    allowed = {thing for reader in readers for thing, sure in reader.items() if sure}
    optional = {thing for reader in readers for thing in reader} - allowed
    score.certain += len(certain)
    score.found += len(certain & read)
    score.read += len(read - optional)
    score.allowed += len(allowed & read)
    score.misses += [f"{shown(one)} missed" for one in sorted(certain - read, key=shown)]
    score.misses += [f"{shown(one)} wrong" for one in sorted(read - allowed - optional, key=shown)]


def _score_entities(
    plan: str, kind: Kind, readers: Sequence[Labels], reading: Item, scores: Mapping[str, Score]
) -> None:
    score = scores[kind.name]
    read: list[Item] = [item for key in kind.read_keys for item in reading[key]]
    labelled = [kind.of_labels(labels) for labels in readers]
    pairs = [_pair(labels, read, kind.slack) for labels in labelled]
    for index, label in enumerate(labelled[0]):
        twins = [label, *_twin(label, labelled[1:], kind.slack)]
        if len(twins) < len(readers) or any(twin.optional for twin in twins):
            continue
        score.certain += 1
        places = [index, *(others.index(twin) for others, twin in zip(labelled[1:], twins[1:], strict=True))]
        if any(place in pair for place, pair in zip(places, pairs, strict=True)):
            score.found += 1
        else:
            score.misses.append(f"{plan}:{label.line}: missed {label.text[:80]!r}")
    for at, item in enumerate(read):
        means = [
            labels[place] for labels, pair in zip(labelled, pairs, strict=True) for place in pair if pair[place] == at
        ]
        sure = [label for label in means if not label.optional]
        if means and not sure:
            continue
        score.read += 1
        score.allowed += bool(sure)
        if not sure:
            score.misses.append(f"{plan}:{item['line']}: wrong {item['text'][:80]!r}")
            continue
        for name in kind.values:
            _score_value(plan, item, name, [getattr(label, name) for label in sure], scores[name])


def _score_value(plan: str, item: Item, name: str, right: Sequence[Value], score: Score) -> None:
    """A value is right when one of the readers gave it; nothing is right where one of them gave nothing."""
    value: Value = item[name] or None
    fits = any(_same(label, value) for label in right)
    if all(right):
        score.certain += 1
        score.found += fits
    if value:
        score.read += 1
        score.allowed += fits
    if not fits:
        score.misses.append(f"{plan}:{item['line']}: {value!r}, labelled {' or '.join(map(repr, right))}")


def _same(label: Value, value: Value) -> bool:
    if isinstance(label, str) and isinstance(value, str):
        return same_words(label, value)
    return bool(label) == bool(value)


def _twin(label: TextLabel, others: Iterable[Sequence[TextLabel]], slack: int) -> Iterator[TextLabel]:
    """What the other reader wrote about the same thing."""
    for labels in others:
        found = _pair([label], [each.model_dump() for each in labels], slack)
        yield from (labels[place] for place in found.values())


def _pair(labels: Sequence[TextLabel], read: Sequence[Item], slack: int) -> dict[int, int]:
    """Label -> what was read there, each at most once: nearest first; on another line the words must agree."""
    near = []
    for place, label in enumerate(labels):
        for at, item in enumerate(read):
            distance = abs(item["line"] - label.line)
            if distance <= slack:
                same = same_words(label.text, item["text"])
                if same or not distance:
                    near.append((distance, not same, place, at))
    pairs: dict[int, int] = {}
    for _, _, place, at in sorted(near):
        if place not in pairs and at not in pairs.values():
            pairs[place] = at
    return pairs


def same_words(one: str, two: str) -> bool:
    """The words of the shorter text stand in the longer one; of every five one may differ."""
    first, second = sorted((_words(one), _words(two)), key=len)
    return bool(first) and len(first - second) <= len(first) // 5


def _words(text: str) -> set[str]:
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().casefold()
    return set(re.findall(r"[a-z0-9]+", plain))


def table(accuracy: Accuracy) -> str:
    """The figures as a Markdown table."""
    lines = ["| kind | precision | recall | F1 | labelled | read |", "|---|---:|---:|---:|---:|---:|"]
    for name, score in accuracy.scores.items():
        figures = " | ".join(f"{figure:.3f}" for figure in (score.precision, score.recall, score.f1))
        lines.append(f"| {name.replace('_', '-')} | {figures} | {score.certain} | {score.read} |")
    return "\n".join(lines)


def as_json(accuracy: Accuracy) -> str:
    kinds = {
        name: {
            **{key: round(getattr(score, key), 4) for key in ("precision", "recall", "f1")},
            **{key: getattr(score, key) for key in ("certain", "found", "read", "allowed")},
        }
        for name, score in accuracy.scores.items()
    }
    return json.dumps({"plans": accuracy.plans, "kinds": kinds}, indent=1)


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("plans", type=Path, metavar="PLANS")
    parser.add_argument("labels", type=Path, metavar="LABELS")
    parser.add_argument("second", type=Path, metavar="SECOND", nargs="?")
    parser.add_argument("--json", action="store_true", help="print the figures as JSON")
    parser.add_argument("--misses", choices=NAMES, metavar="KIND", help=f"what was missed or wrong: {', '.join(NAMES)}")
    parser.add_argument("--today", type=date.fromisoformat, default=TODAY, help="read on this day")
    given = parser.parse_args(arguments)
    try:
        accuracy = measure(given.plans, given.labels, given.second, given.today)
    except LabelError as error:
        print(error, file=sys.stderr)
        return 2
    if given.misses:
        print("\n".join(accuracy.scores[given.misses].misses))
    elif given.json:
        print(as_json(accuracy))
    else:
        print(f"{accuracy.plans} plans\n\n{table(accuracy)}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())

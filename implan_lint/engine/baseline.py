"""The findings of the day on which a repository took up the tool: known, so that only new ones are shown.

The file names each by rule, section and object, never by line, so that it survives moved lines, and a renamed plan.
It can only shrink: what is solved leaves it, what is new doesn't enter it unasked.
"""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from implan_lint.diagnostic import Diagnostic
from implan_lint.engine.errors import UsageError
from implan_lint.engine.internal import NAMES
from implan_lint.engine.results import FileResult

FILE_NAME = "implan-lint-baseline.json"
VERSION = 1
_LONGEST = 80
"""Characters of an object's words that the file shows."""


@dataclass(frozen=True, slots=True, order=True)
class Entry:
    """One known finding."""

    code: str
    section: str
    """The heading above it."""
    object: str
    """The words that it points at, shortened."""
    fingerprint: str


@dataclass(frozen=True, slots=True)
class Baseline:
    file: Path
    entries: Mapping[str, tuple[Entry, ...]]
    """By the plan's path, relative to the file's folder."""

    def key(self, path: str) -> str:
        """A plan's path as the file has it: relative to the file's folder, with forward slashes."""
        return Path(os.path.relpath(Path(path).absolute(), self.file.absolute().parent)).as_posix()


@dataclass(frozen=True, slots=True)
class Comparison:
    files: tuple[FileResult, ...]
    """The results with the known findings set apart."""
    solved: Mapping[str, tuple[Entry, ...]]
    """Entries that nothing answers to any more."""


def load_baseline(file: Path) -> Baseline:
    """Raises UsageError where the file can't be read or is no baseline."""
    try:
        data = json.loads(file.read_text(encoding="utf-8"))
    except OSError as error:
        raise UsageError(f"the baseline '{file}' can't be read", error.strerror or "") from error
    except (ValueError, RecursionError) as error:
        raise UsageError(f"'{file}' is no baseline: {error}", "does it hold <<<<<<< of an unfinished merge?") from error
    from pydantic import ValidationError

    from implan_lint.engine.baseline_model import BaselineFile

    try:
        read = BaselineFile.model_validate(data)
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(map(str, first["loc"]))
        raise UsageError(f"'{file}' is no baseline: {place or 'the whole'}: {first['msg']}") from error
    return Baseline(
        file,
        {path: tuple(Entry(**dict(entry)) for entry in entries) for path, entries in read.plans.items()},
    )


def dump_baseline(baseline: Baseline) -> str:
    """The file's text: sorted, one entry a line, so that a change reads well in a review."""
    plans = [
        f"    {json.dumps(path, ensure_ascii=False)}: [\n"
        + ",\n".join(f"      {_line(entry)}" for entry in sorted(entries))
        + "\n    ]"
        for path, entries in sorted(baseline.entries.items())
        if entries
    ]
    body = "{\n" + ",\n".join(plans) + "\n  }" if plans else "{}"
    return f'{{\n  "version": {VERSION},\n  "plans": {body}\n}}\n'


def _line(entry: Entry) -> str:
    data = {"code": entry.code, "section": entry.section, "object": entry.object, "fingerprint": entry.fingerprint}
    return json.dumps(data, ensure_ascii=False)


def entries_of(file: FileResult) -> tuple[Entry, ...]:
    """A plan's findings as entries; what is no finding about a plan can't be known."""
    return tuple(_entry(found, file) for found in (*file.diagnostics, *file.known) if found.code not in NAMES)


def _entry(found: Diagnostic, file: FileResult) -> Entry:
    words = " ".join(file.source.slice(found.span)[: 2 * _LONGEST].split())
    return Entry(found.code, found.section, words[:_LONGEST], found.fingerprint)


def compare(baseline: Baseline, files: Sequence[FileResult]) -> Comparison:
    """Sets the known findings apart, and tells which entries are solved.

    An entry whose rule didn't look (`--select`) is neither. A plan that is gone lends its entries to plans under a
    new name.
    """
    left = {path: Counter(entry.fingerprint for entry in entries) for path, entries in baseline.entries.items()}
    keys = [baseline.key(file.path) for file in files]
    gone = [path for path in left if path not in keys and not (baseline.file.absolute().parent / path).exists()]
    compared = tuple(
        _compared(file, [left[path] for path in ([key] if key in left else gone)])
        for key, file in zip(keys, files, strict=True)
    )
    looked = {key: file.looked for key, file in zip(keys, files, strict=True)}
    solved = {}
    for path in (*(key for key in keys if key in left), *gone):
        over = left[path]
        solved[path] = tuple(
            entry
            for entry in baseline.entries[path]
            if _taken(over, entry.fingerprint) and (path in gone or entry.code in looked[path])
        )
    return Comparison(compared, {path: entries for path, entries in solved.items() if entries})


def _compared(file: FileResult, pools: Iterable[Counter[str]]) -> FileResult:
    pools = list(pools)
    new: list[Diagnostic] = []
    known: list[Diagnostic] = []
    for found in file.diagnostics:
        taken = found.code not in NAMES and any(_taken(pool, found.fingerprint) for pool in pools)
        (known if taken else new).append(found)
    return replace(file, diagnostics=tuple(new), known=tuple(known))


def _taken(pool: Counter[str], fingerprint: str) -> bool:
    """Takes one such finding out of the pool; whether there was one."""
    if pool[fingerprint] <= 0:
        return False
    pool[fingerprint] -= 1
    return True


def updated(baseline: Baseline, comparison: Comparison, *, grow: bool) -> Baseline:
    """The baseline without what is solved; with what is new only where asked."""
    entries = dict(baseline.entries)
    for path, solved in comparison.solved.items():
        left = Counter(solved)
        entries[path] = tuple(entry for entry in entries[path] if not _taken_entry(left, entry))
    renamed = {baseline.key(file.path): file for file in comparison.files}
    for path, file in renamed.items():
        if grow:
            entries[path] = entries_of(file)
        elif path not in entries and file.known:
            entries[path] = tuple(_entry(found, file) for found in file.known)
    gone = [path for path in entries if path not in renamed and not (baseline.file.absolute().parent / path).exists()]
    return replace(baseline, entries={path: found for path, found in entries.items() if path not in gone})


def _taken_entry(left: Counter[Entry], entry: Entry) -> bool:
    if left[entry] <= 0:
        return False
    left[entry] -= 1
    return True

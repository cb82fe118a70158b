"""Only what changed: the findings whose words, or whose cause, lie in what changed since a git revision."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from pathlib import Path

from implan_lint.diagnostic import Diagnostic
from implan_lint.engine.git import Repository
from implan_lint.engine.internal import NAMES
from implan_lint.engine.results import FileResult


def only_changed(
    files: Sequence[FileResult],
    repository: Repository,
    check_before: Callable[[bytes, str], FileResult],
    across: Collection[str] = (),
) -> tuple[FileResult, ...]:
    """The results with only the findings that the change brought or touched.

    A finding counts where it, or a place that it is about, lies on a changed line; or where the plan as it was
    (`check_before` checks it under its old name) does not have it: then the change is its cause, wherever it stands.
    The cause of what the rules `across` plans find can be a change in another plan.
    """
    return tuple(_of_file(file, repository, check_before, across) for file in files)


def _of_file(
    file: FileResult,
    repository: Repository,
    check_before: Callable[[bytes, str], FileResult],
    across: Collection[str],
) -> FileResult:
    changed = repository.changed(Path(file.path))
    if changed is None:
        known: Counter[str] = Counter()
        if any(found.code in across for found in file.diagnostics):
            same = check_before(file.source.text.encode("utf-8", "surrogatepass"), file.path)
            known.update(found.fingerprint for found in same.diagnostics)
        kept = tuple(
            found
            for found in file.diagnostics
            if found.code in NAMES or (found.code in across and not _was_there(found, known))
        )
        return replace(file, diagnostics=kept, untouched=len(file.diagnostics) - len(kept))
    if changed.old is None or not file.diagnostics:
        return file
    lines = repository.lines(changed)
    before = check_before(repository.before(changed), file.path)
    known = Counter(found.fingerprint for found in before.diagnostics)
    kept = tuple(found for found in file.diagnostics if not _was_there(found, known) or _touches(found, lines))
    return replace(file, diagnostics=kept, untouched=len(file.diagnostics) - len(kept))


def _was_there(found: Diagnostic, known: Counter[str]) -> bool:
    if known[found.fingerprint] <= 0:
        return False
    known[found.fingerprint] -= 1
    return True


def _touches(found: Diagnostic, lines: Sequence[range]) -> bool:
    places = ((found.start.line, found.end.line), *((one.start.line, one.end.line) for one in found.related))
    return any(first < changed.stop and changed.start <= last for first, last in places for changed in lines)

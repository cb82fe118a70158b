"""What git knows about the plans: which lines changed since a revision, and how they read then.

Uses the git program itself; a repository's own configuration can't make it run anything (no pagers, no filters, no
external diff).
"""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from implan_lint.engine.errors import UsageError

_HUNK = re.compile(rb"^@@ -\d+(?:,\d+)? \+(\d+)(?:,(\d+))? @@", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class ChangedFile:
    """A file that differs from the revision."""

    old: str | None
    """Its path then, relative to the repository; None where it is new."""
    new: str


class Repository:
    """The git repository around a folder, compared with a revision."""

    def __init__(self, folder: Path, revision: str) -> None:
        """Raises UsageError where there is no git, no repository or no such revision."""
        self.root = folder
        self.root = Path(_text(self._git("rev-parse", "--show-toplevel", why="this is no git repository")).strip())
        commit = self._git(
            "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}",
            why=f"git knows no revision '{revision}'",
        )  # fmt: skip
        self.base = self._fork(_text(commit).strip())
        self._changed = {changed.new: changed for changed in self._find_changed()}
        self._tracked = set(map(_text, self._git("ls-files", "-z", "--full-name", ":/").split(b"\0")))

    def changed(self, path: Path) -> ChangedFile | None:
        """The file's change; None where it is as it was.

        A file outside the repository is new, and so is one that git ignores, or one in a changed repository within
        it (a submodule).
        """
        try:
            name = path.resolve().relative_to(self.root.resolve()).as_posix()
        except ValueError:
            return ChangedFile(None, path.as_posix())
        if any(parent in self._changed for parent in _parents(name)):
            return ChangedFile(None, name)
        return self._changed.get(name) or (None if name in self._tracked else ChangedFile(None, name))

    def lines(self, changed: ChangedFile) -> list[range]:
        """The changed and added lines (1-based) of a file that was there before."""
        names = [changed.old or changed.new, changed.new]
        diff = self._git("diff", *_PLAIN, "--text", "-M", "--unified=0", self.base, "--", *dict.fromkeys(names))
        hunks = ((int(match[1]), int(match[2] or 1)) for match in _HUNK.finditer(diff))
        return [range(first, first + count) for first, count in hunks if count]

    def before(self, changed: ChangedFile) -> bytes:
        """The content of a file at the revision."""
        return self._git("show", "--no-textconv", "--end-of-options", f"{self.base}:{changed.old}")

    def _fork(self, commit: str) -> str:
        """Where this branch left the revision's: what others did there since is no change of ours."""
        found = self._run("merge-base", commit, "HEAD")
        return _text(found.stdout).strip() or commit

    def _find_changed(self) -> list[ChangedFile]:
        listed = self._git("diff", *_PLAIN, "-M", "--name-status", "-z", self.base).split(b"\0")
        found: list[ChangedFile] = []
        fields = iter(_text(field) for field in listed if field)
        for status in fields:
            old = next(fields)
            if status[0] in "RC":
                found.append(ChangedFile(old, next(fields)))
            elif status[0] != "D":
                found.append(ChangedFile(None if status == "A" else old, old))
        others = self._git("ls-files", "--others", "--exclude-standard", "-z", "--full-name", ":/").split(b"\0")
        return found + [ChangedFile(None, _text(name).rstrip("/")) for name in others if name]

    def _git(self, *arguments: str, why: str = "") -> bytes:
        done = self._run(*arguments)
        if done.returncode:
            detail = _text(done.stderr).strip().partition("\n")[0]
            raise UsageError(f"--changed-since: {why or detail}")
        return done.stdout

    def _run(self, *arguments: str) -> subprocess.CompletedProcess[bytes]:
        try:
            return subprocess.run(
                ["git", "-C", str(self.root), "--no-pager", "-c", "core.fsmonitor=false", *arguments],
                capture_output=True,
                check=False,
            )
        except OSError as error:
            raise UsageError("--changed-since: the program 'git' can't be run", error.strerror or "") from error


_PLAIN = ("--no-ext-diff", "--no-textconv", "--no-color", "--no-relative")


def _text(output: bytes) -> str:
    return output.decode("utf-8", "surrogateescape")


def _parents(name: str) -> Iterator[str]:
    """The folders that a file of a repository lies in."""
    return (parent.as_posix() for parent in PurePosixPath(name).parents)

"""Which files are plans: named ones always, in a folder those that say so."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from implan_lint.engine.errors import UsageError
from implan_lint.engine.patterns import matcher
from implan_lint.engine.reading import decode
from implan_lint.engine.settings import Settings, matches
from implan_lint.plan.words import fold

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

SUFFIXES = (".md", ".markdown")
_SKIPPED = frozenset({"node_modules", "__pycache__"})
_HEAD = 8192
"""Bytes of a file that are read to see whether it is a plan."""

_PLAN_WORDS = (
    r"implementatie ?plan|plan van aanpak|pva\b|project ?plan|invoeringsplan|uitvoeringsplan|verbeterplan|uitrolplan"
    r"|implementation plan|roll[ -]?out ?plan"
)
_LOOKS_LIKE_PLAN = re.compile(rf"\b(?:{_PLAN_WORDS})")
_SAYS_SO = re.compile(
    r"^[\"']?(?:profiel|profile)[\"']?[ \t]*:[ \t]*\S"
    rf"|^[\"']?(?:type|soort|documenttype)[\"']?[ \t]*:.*\b(?:{_PLAN_WORDS})",
    re.MULTILINE | re.IGNORECASE,
)
_FRONT_MATTER = re.compile(
    r"\ufeff?---[ \t]*\r?\n(?P<fields>.*?)(?:^(?:---|\.\.\.)[ \t]*\r?$|\Z)", re.DOTALL | re.MULTILINE
)
_TITLE = re.compile(r"^(?:#{1,2}[ \t]+|[\"']?(?:titel|title)[\"']?[ \t]*:)(.*)$", re.MULTILINE | re.IGNORECASE)
_SEPARATORS = re.compile(r"[-_.]+")


@dataclass(frozen=True, slots=True)
class Discovery:
    plans: tuple[Path, ...]
    """In the order of the arguments, within a folder sorted; each once."""
    others: int
    """Markdown files that are no plans."""
    look_alikes: tuple[Path, ...]
    """Those of them that look like plans and don't say so."""


def discover(paths: Sequence[Path], settings_for: Callable[[Path], Settings]) -> Discovery:
    """Looks for plans. Raises UsageError for a path that does not exist."""
    plans: dict[Path, Path] = {}
    others: dict[Path, bool] = {}
    for path in paths:
        if not os.path.lexists(path):
            raise UsageError(f"there is no file or folder '{path}'", _nearest(path))
        if not path.is_dir() or path.suffix in SUFFIXES:
            plans.setdefault(path.absolute(), path)
            continue
        for file in sorted(_markdown_below(path, settings_for)):
            settings = settings_for(file.parent)
            head = _head(file)
            if head is None or matches(settings.include, file, settings.folder) or says_it_is_a_plan(head):
                plans.setdefault(file.absolute(), file)
            else:
                others[file] = looks_like_a_plan(head, file.stem)
    rest = {file: looks for file, looks in others.items() if file.absolute() not in plans}
    return Discovery(tuple(plans.values()), len(rest), tuple(file for file, looks in rest.items() if looks))


def _nearest(path: Path) -> str:
    from difflib import get_close_matches

    try:
        beside = sorted(found.name for found in path.parent.iterdir())
    except OSError:
        return ""
    near = get_close_matches(path.name, beside, n=1)
    return f"did you mean '{path.parent / near[0]}'?" if near else ""


def says_it_is_a_plan(head: str) -> bool:
    """Whether the front matter names a profile, or a type such as implementatieplan."""
    front_matter = _FRONT_MATTER.match(head)
    return front_matter is not None and _SAYS_SO.search(front_matter["fields"]) is not None


def looks_like_a_plan(head: str, stem: str) -> bool:
    """Whether the title or the file's name says that this is a plan."""
    titles = [stem, *(match[1] for match in _TITLE.finditer(head))]
    return any(_LOOKS_LIKE_PLAN.search(_SEPARATORS.sub(" ", fold(title))) for title in titles)


def _head(file: Path) -> str | None:
    """The beginning of the file; None if it can't be read, which is then said of it as of a plan."""
    try:
        with file.open("rb") as stream:
            content = stream.read(_HEAD)
    except OSError:
        return None
    text = decode(content)
    return text if isinstance(text, str) else content.decode("utf-8", "replace")


def _markdown_below(folder: Path, settings_for: Callable[[Path], Settings]) -> Iterator[Path]:
    """Markdown files that are neither hidden, excluded nor ignored by git. Folders behind links are not entered."""
    start = _Ignored.above(folder.absolute())
    pending = [(folder, start)]
    while pending:
        here, ignored = pending.pop()
        ignored = ignored.entering(here.absolute())
        settings = settings_for(here)
        below: list[Path] = []
        for entry in _entries(here):
            path = here / entry.name
            is_folder = entry.is_dir(follow_symlinks=False)
            if ignored.holds(path.absolute(), is_folder) or matches(settings.exclude, path, settings.folder):
                continue
            if is_folder:
                below.append(path)
            elif path.suffix in SUFFIXES and _is_text(entry):
                yield path
        pending += [(path, ignored) for path in reversed(below)]


def _is_text(entry: os.DirEntry[str]) -> bool:
    """A file, or a link to one or to nowhere (which is told). Reading a pipe or a device might never end."""
    return entry.is_file() or (entry.is_symlink() and not Path(entry.path).exists())


def _entries(folder: Path) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as found:
            entries = list(found)
    except OSError as error:
        raise UsageError(f"the folder '{folder}' can't be read", error.strerror or "") from error
    shown = (entry for entry in entries if not entry.name.startswith(".") and entry.name not in _SKIPPED)
    return sorted(shown, key=lambda entry: entry.name)


@dataclass(frozen=True, slots=True)
class _Ignored:
    """What the .gitignore files on the way down say; the deepest one that says something wins."""

    levels: tuple[tuple[Path, GitIgnoreSpec], ...] = ()

    @classmethod
    def above(cls, folder: Path) -> _Ignored:
        """Of the folders above this one, from the repository's root down; none outside a repository."""
        way = [folder, *folder.parents]
        root = next((i for i, place in enumerate(way) if (place / ".git").exists()), 0)
        ignored = cls()
        for place in reversed(way[1 : root + 1]):
            ignored = ignored.entering(place)
        return ignored

    def entering(self, folder: Path) -> _Ignored:
        try:
            lines = (folder / ".gitignore").read_text("utf-8", "replace").splitlines()
        except OSError:
            return self
        return _Ignored((*self.levels, (folder, matcher(tuple(lines)))))

    def holds(self, path: Path, is_folder: bool) -> bool:
        for folder, spec in reversed(self.levels):
            relative = path.relative_to(folder).as_posix() + ("/" if is_folder else "")
            verdict = spec.check_file(relative).include
            if verdict is not None:
                return verdict
        return False

"""The one door to the law: `load_catalogue`."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import blake2b
from pathlib import Path

import implan_lint
from implan_lint.catalogue import store
from implan_lint.catalogue.folders import rules_folder, user_cache_folder
from implan_lint.catalogue.model import Catalogue
from implan_lint.catalogue.problems import CatalogueError, Problem

_PLUGIN = re.compile(rb"^check:[ \t]*[\"']?([A-Za-z][\w.-]*):", re.MULTILINE)
"""The plugin in a rule page's `check: plugin:module.function`."""


def load_catalogue(
    extra_folders: Sequence[Path] = (),
    *,
    synonyms: Mapping[str, object] | None = None,
    cache: bool = True,
) -> Catalogue:
    """Everything in `rules/`, plus what `extra_folders` add to it or put in its place; later folders win.

    `synonyms` are more words, in the form of a vocabulary page (`headings`, `columns`, `fields`, `words`, ...).
    With `cache`, a catalogue whose files did not change is taken from the user's cache folder.

    Raises CatalogueError with everything that is wrong in any of the files.
    """
    folders = (rules_folder(), *(Path(folder) for folder in extra_folders))
    missing = [Problem(str(folder), 1, "there is no such folder of rules") for folder in folders if not folder.is_dir()]
    if missing:
        raise CatalogueError(missing)
    if not cache:
        return _build(folders, synonyms)
    kept, key = _kept_at(folders, synonyms), _key(folders, synonyms)
    catalogue = store.load(kept, key)
    if catalogue is None:
        catalogue = _build(folders, synonyms)
        store.save(kept, key, catalogue)
    return catalogue


def _build(folders: Sequence[Path], synonyms: Mapping[str, object] | None) -> Catalogue:
    # Deferred: pydantic and ruamel cost more than a whole warm run.
    from implan_lint.catalogue.build import build

    return build(folders, synonyms)


def law_files(folder: Path) -> Iterator[Path]:
    """Every page of a rules folder, sorted: rule pages, profiles, phases and vocabulary."""
    for path in sorted(folder.rglob("*")):
        if path.suffix in (".md", ".yaml") and path.name != "README.md" and path.is_file():
            yield path


def _kept_at(folders: Sequence[Path], synonyms: Mapping[str, object] | None) -> Path:
    """One file for each set of folders, so that a changed page replaces its old catalogue."""
    whose = json.dumps([[str(folder.resolve()) for folder in folders], synonyms], sort_keys=True, default=list)
    return user_cache_folder() / f"catalogue-{_digest(whose.encode())}.json"


def _key(folders: Sequence[Path], synonyms: Mapping[str, object] | None) -> str:
    parts = [implan_lint.__version__.encode(), json.dumps(synonyms, sort_keys=True, default=list).encode()]
    for folder in folders:
        for path in law_files(folder):
            parts += [path.relative_to(folder).as_posix().encode(), path.read_bytes()]
        parts.append(b"")
    parts += _plugins(parts)
    parts += _machine()
    return _digest(b"".join(len(part).to_bytes(8, "big") + part for part in parts))


def _machine() -> Iterator[bytes]:
    """The checks and the catalogue's own code: in a checkout they change without a new version."""
    package = Path(implan_lint.__file__).parent
    for floor in ("catalogue", "checks"):
        yield from _code(package / floor)


def _plugins(pages: Iterable[bytes]) -> Iterator[bytes]:
    """The code of the plugins that these pages call, or that there is none: they come and go, and change."""
    names = {name.decode() for page in pages for name in _PLUGIN.findall(page)}
    if names:
        from implan_lint.catalogue.resolve import plugin_folders

        for name in sorted(names):
            yield name.encode()
            for folder in plugin_folders(name):
                yield from _code(folder)


def _code(folder: Path) -> Iterator[bytes]:
    for path in sorted(folder.rglob("*.py")):
        status = path.stat()
        yield f"{path.as_posix()} {status.st_mtime_ns} {status.st_size}".encode()


def _digest(content: bytes) -> str:
    return blake2b(content, digest_size=16).hexdigest()

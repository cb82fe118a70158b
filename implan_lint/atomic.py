"""Writes a file whole or not at all: at any moment there is the old one or the new one."""

from __future__ import annotations

import os
import stat
import tempfile
from pathlib import Path


class ChangedMeanwhileError(Exception):
    """The file no longer holds what it held when it was read; nothing was written."""


def replace_file(path: Path, content: bytes, *, expected: bytes | None = None) -> None:
    """Puts `content` in the file's place, keeping its mode and, where it is a link, the link.

    `expected` is what the file held when it was read. Raises ChangedMeanwhileError where it holds something else by
    now, and OSError where the folder can't be written.
    """
    target = Path(os.path.realpath(path))
    handle, name = tempfile.mkstemp(prefix=f".{target.name}.", suffix=".tmp", dir=target.parent)
    draft = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        draft.chmod(_mode(target))
        _hold_still(target, expected)
        draft.replace(target)
    except BaseException:
        # Ctrl-C included: nothing is swallowed, only the draft goes. Callers turn OSError and ChangedMeanwhileError
        # into a message with the file's name and exit code 2.
        draft.unlink()
        raise


def _hold_still(target: Path, expected: bytes | None) -> None:
    if expected is not None and target.read_bytes() != expected:
        raise ChangedMeanwhileError(f"'{target}' changed meanwhile")


def _mode(target: Path) -> int:
    """The mode of the file that is there, or that a new file would get."""
    try:
        return stat.S_IMODE(target.stat().st_mode)
    except OSError:
        mask = os.umask(0)
        os.umask(mask)
        return 0o666 & ~mask

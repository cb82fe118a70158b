"""From a file's bytes to its text."""

from __future__ import annotations

import codecs
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Unreadable:
    """Why a file gives no text."""

    reason: str
    """"encoding", "directory", "missing", "denied" or "other"."""
    offset: int = 0
    """For "encoding": the 0-based byte that is no UTF-8."""
    detail: str = ""
    """For "other": what the operating system says."""


def read_text(path: Path) -> str | Unreadable:
    """The file's text, its byte-order mark included."""
    try:
        return decode(path.read_bytes())
    except IsADirectoryError:
        return Unreadable("directory")
    except FileNotFoundError:
        return Unreadable("missing")
    except PermissionError:
        # Windows says this of a folder as well.
        return Unreadable("directory" if path.is_dir() else "denied")
    except OSError as error:
        return Unreadable("other", detail=error.strerror or type(error).__name__)


def decode(content: bytes) -> str | Unreadable:
    """UTF-8, or UTF-16 if it starts with that byte-order mark."""
    encoding = "utf-8"
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        encoding = "utf-16"
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        return Unreadable("encoding", offset=error.start)

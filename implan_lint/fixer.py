"""Changes a file's text at exact places and writes it back as it was kept: encoding, line ends, mode."""

from __future__ import annotations

import codecs
from collections.abc import Callable, Sequence
from pathlib import Path

from implan_lint.atomic import replace_file
from implan_lint.diagnostic import Edit
from implan_lint.document.source import Source


def apply_edits(text: str, edits: Sequence[Edit]) -> str:
    """The text with every edit made; offsets are those of `text`. Raises ValueError where two overlap."""
    pieces: list[str] = []
    at = 0
    for edit in sorted(edits, key=lambda edit: edit.span):
        if edit.span.start < at:
            raise ValueError(f"edits overlap at offset {edit.span.start}")
        pieces += [text[at : edit.span.start], edit.replacement]
        at = edit.span.end
    return "".join([*pieces, text[at:]])


def line_end(text: str) -> str:
    """The line end that a text uses: that of its first line, or a line feed."""
    feed = text.find("\n")
    if feed < 0:
        return "\r" if "\r" in text else "\n"
    return "\r\n" if text[:feed].endswith("\r") else "\n"


def rewrite(path: Path, change: Callable[[str], str]) -> bool:
    """Replaces a file's text by what `change` makes of it (both without byte-order mark); whether it differs.

    The file is replaced whole or not at all, and not when somebody else wrote it meanwhile. Raises OSError,
    UnicodeDecodeError and ChangedMeanwhileError.
    """
    content = path.read_bytes()
    encoding = _encoding(content)
    source = Source(path.as_posix(), content.decode(encoding))
    changed = change(source.text)
    if changed == source.text:
        return False
    mark = "\ufeff" if source.has_bom else ""
    replace_file(path, (mark + changed).encode(encoding), expected=content)
    return True


def _encoding(content: bytes) -> str:
    """As `engine.reading` decodes, but with the byte-order mark left in the text, so that it is written back."""
    if content.startswith(codecs.BOM_UTF16_LE):
        return "utf-16-le"
    return "utf-16-be" if content.startswith(codecs.BOM_UTF16_BE) else "utf-8"

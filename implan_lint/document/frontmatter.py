"""The YAML front matter: plain data, with a place for every key and every fault."""

from __future__ import annotations

import re
from dataclasses import dataclass

from implan_lint.diagnostic import Span
from implan_lint.document.model import FrontMatter, FrontMatterError
from implan_lint.document.source import Source

_KEY_LINE = re.compile(r"[^\s#:\-|>{\[][^:#]{0,80}:(?:\s|$)")


@dataclass(frozen=True, slots=True)
class FrontMatterLines:
    """The front matter and the first line (1-based) of the body below it."""

    front_matter: FrontMatter
    body_line: int


def read_front_matter(source: Source) -> FrontMatterLines:
    """The front matter at the head of a file. Empty lines above it are forgiven."""
    opening = _first_written_line(source)
    fence = source.line(opening).rstrip()
    if fence == "+++":
        return _absent(FrontMatterError("toml", "", source.line_span(opening)))
    if fence != "---":
        return _absent()
    closing = _closing_line(source, opening)
    if closing is None:
        if opening < source.line_count and _KEY_LINE.match(source.line(opening + 1)):
            return _absent(FrontMatterError("unclosed", "", source.line_span(opening)))
        return _absent()
    if opening + 1 < closing and _is_text(source, opening + 1, closing):
        return _absent()
    span = Span(source.line_starts[opening - 1], source.line_span(closing).end)
    inner = Span(source.line_starts[opening], source.line_starts[closing - 1])
    if not source.slice(inner).strip():
        return FrontMatterLines(FrontMatter((), (), span, present=True), closing + 1)
    from implan_lint.document.yaml_fields import read_fields

    fields, errors = read_fields(source, inner)
    return FrontMatterLines(FrontMatter(fields, errors, span, present=True), closing + 1)


def _absent(*errors: FrontMatterError) -> FrontMatterLines:
    return FrontMatterLines(FrontMatter((), errors, Span(0, 0), present=False), 1)


def _first_written_line(source: Source) -> int:
    for line in range(1, source.line_count + 1):
        if source.line(line).strip():
            return line
    return 1


def _closing_line(source: Source, opening: int) -> int | None:
    for line in range(opening + 1, source.line_count + 1):
        if source.line(line).rstrip(" \t") in ("---", "..."):
            return line
    return None


def _is_text(source: Source, first: int, closing: int) -> bool:
    """Whether what stands between two dividers is the text of a plan: an empty line, then no key."""
    if source.line(first).strip():
        return False
    for line in range(first, closing):
        text = source.line(line)
        if text.strip():
            return not _KEY_LINE.match(text)
    return False

"""Inline Markdown to plain words: emphasis, links, code marks, tags and entities gone, every character still placed.

Own code, because markdown-it's inline parser keeps no positions. Follows CommonMark where a plan's
author would notice, with three departures: `<naam>` is only a tag if HTML knows the name (otherwise it
is a blank to be filled in), `[naam]` is only a link with a target, and Pandoc attributes are dropped.
Every step is linear in the length of the text.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from implan_lint.diagnostic import Span
from implan_lint.document.inline_scanner import MARKS, Atom, Scanner
from implan_lint.document.text import Run, Text

_HARD_SPACES = str.maketrans({"\u00a0": " ", "\u202f": " ", "\u2007": " "})


class Segment(NamedTuple):
    """Source characters that stand together: a line without its container's markers."""

    source: int
    text: str


@dataclass(frozen=True, slots=True)
class Inline:
    """All lines of a paragraph as one text, and the same line by line."""

    text: Text
    lines: tuple[Text, ...]


def read(segments: Sequence[Segment], *, labels: frozenset[str] = frozenset(), cell: bool = False) -> Inline:
    """Words of the lines in `segments`; `labels` are the link definitions of the document, casefolded.

    In a table's `cell` a backslash before a pipe is dropped in code too, as GFM does.
    """
    trimmed = [_trim(segment) for segment in segments] or [Segment(0, "")]
    if len(trimmed) == 1 and not MARKS.search(trimmed[0].text):
        text = _bare(trimmed[0])
        return Inline(text, (text,))
    scanner = Scanner("\n".join(segment.text for segment in trimmed), labels, cell)
    scanner.scan()
    return _Assembly(scanner, trimmed).result()


def read_text(segment: Segment, *, labels: frozenset[str] = frozenset(), cell: bool = False) -> Text:
    """Words of a single line."""
    return read((segment,), labels=labels, cell=cell).text


def read_html(segments: Sequence[Segment]) -> Text:
    """Words inside an HTML element, where Markdown's own marks mean nothing."""
    trimmed = [_trim(segment) for segment in segments] or [Segment(0, "")]
    scanner = Scanner("\n".join(segment.text for segment in trimmed), frozenset(), False)
    scanner.scan(markdown=False)
    return _Assembly(scanner, trimmed).result().text


def _bare(segment: Segment) -> Text:
    """A line without any mark, as most cells are."""
    start, length = segment.source, len(segment.text)
    runs = (Run(0, start, length, length),) if length else ()
    return Text(segment.text.translate(_HARD_SPACES), Span(start, start + length), runs)


def _trim(segment: Segment) -> Segment:
    text = segment.text.rstrip()
    start = len(text) - len(text.lstrip())
    return Segment(segment.source + start, text[start:])


class _Assembly:
    """Puts visible atoms together into plain text with runs."""

    def __init__(self, scanner: Scanner, segments: Sequence[Segment]) -> None:
        self._scanner = scanner
        self._segments = segments
        self._starts: list[int] = []
        offset = 0
        for segment in segments:
            self._starts.append(offset)
            offset += len(segment.text) + 1
        self._parts: list[str] = []
        self._runs: list[Run] = []
        self._breaks: list[int] = []
        self._length = 0
        self._code = _Cover(scanner.code)
        self._struck = _Cover(scanner.struck)

    def result(self) -> Inline:
        for atom in self._scanner.visible():
            self._add(atom)
        plain = "".join(self._parts).translate(_HARD_SPACES)
        first = self._segments[0].source
        last = self._segments[-1]
        whole = Text(
            plain, Span(first, last.source + len(last.text)), tuple(self._runs), self._struck.whole, self._code.whole
        )
        text = whole.part(0, len(plain)) if plain.strip() else Text("", Span(first, first))
        if len(self._segments) == 1:
            return Inline(text, (text,))
        edges = [0, *self._breaks, len(plain)]
        lines = (self._line(whole, *edge, index) for index, edge in enumerate(pairwise(edges)))
        return Inline(text, tuple(lines))

    def _line(self, whole: Text, start: int, end: int, index: int) -> Text:
        if whole.plain[start:end].strip():
            return whole.part(start, end)
        at = self._segments[min(index, len(self._segments) - 1)].source
        return Text("", Span(at, at))

    def _add(self, atom: Atom) -> None:
        start = self._source(atom.start)
        if atom.shown is None:
            shown = self._scanner.text[atom.start : atom.end]
            width = len(shown)
        else:
            shown = atom.shown
            width = self._source(atom.end) - start
        if shown == " " and atom.shown is not None:
            shown = "" if not self._parts or self._parts[-1][-1].isspace() else " "
            if self._scanner.text[atom.start] == "\n":
                self._breaks.append(self._length)
        if shown:
            if not shown.isspace():
                self._code.see(atom)
                self._struck.see(atom)
            self._append(shown, start, width)

    def _append(self, shown: str, source: int, width: int) -> None:
        last = self._runs[-1] if self._runs else None
        literal = width == len(shown)
        if last and literal and last.length == last.width and last.source + last.width == source:
            self._runs[-1] = Run(last.plain, last.source, last.length + width, last.width + width)
        else:
            self._runs.append(Run(self._length, source, len(shown), width))
        self._parts.append(shown)
        self._length += len(shown)

    def _source(self, joined: int) -> int:
        index = bisect_right(self._starts, joined) - 1
        return self._segments[index].source + joined - self._starts[index]


class _Cover:
    """Whether all that was seen lies in one of the spans."""

    def __init__(self, spans: Sequence[Span]) -> None:
        self._spans = sorted(spans)
        self._reach: list[int] = []
        for span in self._spans:
            self._reach.append(max(span.end, self._reach[-1] if self._reach else 0))
        self._inside = False
        self._outside = False

    def see(self, atom: Atom) -> None:
        index = bisect_right(self._spans, (atom.start, 1 << 62)) - 1
        if index >= 0 and atom.end <= self._reach[index]:
            self._inside = True
        else:
            self._outside = True

    @property
    def whole(self) -> bool:
        return self._inside and not self._outside

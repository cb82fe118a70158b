"""Markdown to blocks: markdown-it finds them, here they get their words and their exact place."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import TYPE_CHECKING, TypeAlias

from implan_lint.diagnostic import Span
from implan_lint.document import html_tables, inline, pipe_tables
from implan_lint.document.grid_tables import is_drawn, read_grid_table
from implan_lint.document.headings import make_heading
from implan_lint.document.inline import Segment
from implan_lint.document.inline_scanner import normal_label
from implan_lint.document.model import (
    Block,
    Cell,
    Fence,
    Heading,
    HeadingForm,
    Html,
    ListBlock,
    ListItem,
    MalformedTable,
    Paragraph,
    Quote,
    Row,
    Table,
)
from implan_lint.document.pipe_rows import split_row
from implan_lint.document.source import Source
from implan_lint.document.text import Text

if TYPE_CHECKING:
    from markdown_it.token import Token

Piece: TypeAlias = "Heading | Block"

_ATX_OPEN = re.compile(r"#{1,6}[ \t]*")
_ATX_CLOSE = re.compile(r"(?:^|[ \t])#+$")
_HEADING_ATTRIBUTES = re.compile(r"[ \t]*\{[ ]?[#.][^{}]{0,200}\}$")
_MARKER = re.compile(r"\\?(?:[-*+]|([0-9]{1,9})\\?[.)])")
_TASK = re.compile(r"\[([ xX])\](?=[ \t]|$)[ \t]*")
_DEFINITION = re.compile(
    r"\[([^\[\]^][^\[\]]{0,200})\]:[ \t]+(?:<[^<>]{1,2000}>|(?=\S*?[/.#:@])\S+)(?:[ \t]+[\"'(].*)?$"
)
_NOTE_MARK = re.compile(r"\[\^[^\[\]\s]{1,100}\]:[ \t]*")
_SEPARATOR_LIKE = re.compile(r"[\s|:\-–—=+_.]*[-–—=_]{2}[\s|:\-–—=+_.]*")
_LONGEST_SETEXT = 12
_SENTENCE_ENDS = (".", ";", ":", ",")


_ESCAPED_MARKER = re.compile(r"^( {0,3}\d{1,3})\\([.)])(?= )|^( {0,3})\\([-*+])(?= )")
"""A list that a converter from Word escaped: "1\\. Doel", "\\- Doel". Read as the list that its author wrote."""


def _unescaped(match: re.Match[str]) -> str:
    """The same marker, as long as before, so that nothing behind it moves."""
    return f"{match[1]}{match[2]} " if match[1] is not None else f"{match[3]}{match[4]} "


def read_blocks(source: Source, first_line: int) -> list[Piece]:
    """Headings and blocks of the body in their order. `first_line` (1-based) is the first below the front matter."""
    from implan_lint.document.block_rules import tokens_of

    lines = [source.line(line) if line >= first_line else "" for line in range(1, source.line_count + 1)]
    lines = [_ESCAPED_MARKER.sub(_unescaped, line) if "\\" in line[:6] else line for line in lines]
    return _Reader(source, lines).pieces(tokens_of("\n".join(lines).replace("\0", "\ufffd")))


class _Reader:
    def __init__(self, source: Source, lines: Sequence[str]) -> None:
        self._source = source
        self._lines = lines
        self._starts: list[int] = []
        offset = 0
        for line in lines:
            self._starts.append(offset)
            offset += len(line) + 1
        definitions = (_DEFINITION.match(line.strip()) for line in lines if "]:" in line)
        self._labels = frozenset(normal_label(found[1]) for found in definitions if found)
        self._tokens: Sequence[Token] = ()
        self._next = 0

    def pieces(self, tokens: Sequence[Token]) -> list[Piece]:
        self._tokens = tokens
        self._next = 0
        return self._until("", top=True)

    def _until(self, close: str, *, top: bool = False) -> list[Piece]:
        """Pieces up to the token of type `close`, which is consumed."""
        result: list[Piece] = []
        while self._next < len(self._tokens):
            token = self._tokens[self._next]
            self._next += 1
            if token.type == close:
                break
            if token.type == "inline":
                result.extend(self._words(token, top=top))
            elif token.type == "heading_open":
                result.extend(self._heading(token, top=top))
            elif token.type in ("bullet_list_open", "ordered_list_open"):
                result.append(self._list(token))
            elif token.type == "blockquote_open":
                result.append(Quote(self._inner("blockquote_close"), self._span(token), self._line(token)))
            elif token.type in ("fence", "code_block"):
                result.append(self._fence(token))
            elif token.type == "html_block":
                result.extend(self._html(token))
            elif token.type == pipe_tables.TOKEN:
                result.append(self._table(token))
        return result

    def _inner(self, close: str) -> tuple[Block, ...]:
        return tuple(piece for piece in self._until(close) if not isinstance(piece, Heading))

    # --- places -------------------------------------------------------------------------------

    def _offset(self, fed: int) -> int:
        """The source offset of an offset in the text that markdown-it was fed."""
        line = bisect_right(self._starts, fed) - 1
        return self._source.line_starts[line] + min(fed - self._starts[line], len(self._lines[line]))

    def _line(self, token: Token) -> int:
        return (token.map or [0])[0] + 1

    def _span(self, token: Token) -> Span:
        """From the token's first character to the end of its last line that is not empty."""
        first, last = token.map or (0, 0)
        while last > first + 1 and not self._lines[last - 1].strip():
            last -= 1
        return Span(self._offset(token.meta["at"]), max(self._offset(token.meta["at"]), self._end_of(last - 1)))

    def _end_of(self, line: int) -> int:
        return self._source.line_starts[line] + len(self._lines[line].rstrip())

    def _segments(self, token: Token) -> list[Segment]:
        first, _ = token.map or (0, 0)
        segments = []
        for index, fed in enumerate(token.meta["starts"]):
            line = first + index
            column = min(fed - self._starts[line], len(self._lines[line]))
            segments.append(Segment(self._source.line_starts[line] + column, self._lines[line][column:]))
        return segments

    # --- paragraphs and headings --------------------------------------------------------------

    def _words(self, token: Token, *, top: bool = True) -> list[Piece]:
        segments = self._segments(token)
        while segments and _DEFINITION.match(segments[-1].text.strip()):
            segments.pop()
        while segments and _DEFINITION.match(segments[0].text.strip()):
            del segments[0]
        return self._paragraphs(segments)

    def _paragraphs(self, segments: Sequence[Segment]) -> list[Piece]:
        """A paragraph, or what remains of it around lines that should have been a table."""
        grid = read_grid_table(self._source, segments, self._labels)
        if grid is not None:
            return [grid]
        if is_drawn(segments):
            return [self._malformed(segments)]
        result: list[Piece] = []
        done = 0
        for first, last in pipe_tables.malformed_runs([segment.text.strip() for segment in segments]):
            if first > done:
                result.append(self._paragraph(segments[done:first]))
            result.append(self._malformed(segments[first:last]))
            done = last
        if done < len(segments):
            result.append(self._paragraph(segments[done:]))
        return result

    def _paragraph(self, segments: Sequence[Segment]) -> Paragraph:
        if note := _NOTE_MARK.match(segments[0].text):
            segments = [Segment(segments[0].source + note.end(), segments[0].text[note.end() :]), *segments[1:]]
        words = inline.read(segments, labels=self._labels)
        span = _span_of(segments)
        return Paragraph(words.text, words.lines, span, self._source.line_of(span.start))

    def _malformed(self, segments: Sequence[Segment]) -> MalformedTable:
        separated = any(_SEPARATOR_LIKE.fullmatch(segment.text.strip()) for segment in segments[:3])
        first = segments[0].text.strip()
        start = segments[0].source + len(segments[0].text) - len(segments[0].text.lstrip())
        header = tuple(self._cell(cell).text for cell in split_row(first, start))
        span = _span_of(segments)
        reason = "separator" if separated else "no-separator"
        return MalformedTable(reason, span, self._source.line_of(span.start), header)

    def _heading(self, token: Token, *, top: bool) -> list[Piece]:
        content = self._tokens[self._next]
        self._next += 2
        segments = self._segments(content)
        setext = token.markup in ("=", "-")
        if setext and segments[0].text.count("|") >= 2:
            underline = self._source.line_span((token.map or [0, 1])[1])
            return [self._malformed([*segments, Segment(underline.start, self._source.slice(underline))])]
        if not top or (setext and self._is_prose(segments)):
            if not setext:
                segments = [self._atx(segments[0])]
            return self._paragraphs(segments)
        words = segments if setext else [self._atx(segments[0])]
        words[-1] = Segment(words[-1].source, _HEADING_ATTRIBUTES.sub("", words[-1].text.rstrip()))
        text = inline.read(words, labels=self._labels).text
        form = HeadingForm.SETEXT if setext else HeadingForm.ATX
        return [make_heading(int(token.tag[1]), text, form, self._span(token), self._line(token))]

    @staticmethod
    def _is_prose(segments: Sequence[Segment]) -> bool:
        """Whether the words above a line of dashes are a paragraph, and the dashes a divider."""
        text = segments[-1].text.rstrip()
        return len(segments) > 1 or len(text.split()) > _LONGEST_SETEXT or text.endswith(_SENTENCE_ENDS)

    @staticmethod
    def _atx(segment: Segment) -> Segment:
        opened = _ATX_OPEN.match(segment.text)
        start = opened.end() if opened else 0
        start = min(start, len(segment.text.rstrip()))
        text = segment.text[start:].rstrip()
        if closed := _ATX_CLOSE.search(text):
            text = text[: closed.start()]
        return Segment(segment.source + start, text.rstrip())

    # --- lists --------------------------------------------------------------------------------

    def _list(self, token: Token) -> ListBlock:
        items: list[ListItem] = []
        close = token.type.replace("open", "close")
        while self._next < len(self._tokens):
            item = self._tokens[self._next]
            self._next += 1
            if item.type == close:
                break
            items.append(self._item(item))
        return ListBlock(token.type.startswith("ordered"), tuple(items), self._span(token), self._line(token))

    def _item(self, token: Token) -> ListItem:
        span = self._span(token)
        marker = _MARKER.match(self._source.text, span.start)
        number = int(marker[1]) if marker and marker[1] else None
        checked: bool | None = None
        first: list[Segment] = []
        own = [following.type for following in self._tokens[self._next : self._next + 2]]
        if own == ["paragraph_open", "inline"]:
            first = self._segments(self._tokens[self._next + 1])
            self._next += 3
        if first and (task := _TASK.match(first[0].text)):
            checked = task[1] != " "
            first[0] = Segment(first[0].source + task.end(), first[0].text[task.end() :])
        blocks = self._inner("list_item_close")
        sign = marker[0].replace("\\", "") if marker else "-"
        at = min(span.start + len(sign) + 1, span.end)
        words = inline.read(first, labels=self._labels) if first else inline.Inline(Text("", Span(at, at)), ())
        if not words.text and words.text.span.end > span.end:
            words = inline.Inline(Text("", Span(span.end, span.end)), ())  # nothing but space behind the marker
        return ListItem(words.text, sign, number, checked, blocks, words.lines, span, self._line(token))

    # --- tables, fences, HTML -----------------------------------------------------------------

    def _table(self, token: Token) -> Table:
        header, *body = token.meta["rows"]
        cells = tuple(self._cell(self._placed(cell)) for cell in header.cells)
        return Table(cells, tuple(self._row(row, len(cells)) for row in body), self._span(token), self._line(token))

    def _placed(self, span: Span) -> Span:
        start = self._offset(span.start)
        return Span(start, start + span.end - span.start)

    def _row(self, raw: pipe_tables.RawRow, columns: int) -> Row:
        span = self._placed(raw.span)
        cells = [self._cell(self._placed(cell)) for cell in raw.cells[:columns]]
        while len(cells) < columns:
            cells.append(Cell(Text("", Span(span.end, span.end))))
        return Row(tuple(cells), len(raw.cells), span, raw.line + 1)

    def _cell(self, span: Span) -> Cell:
        raw = self._source.slice(span)
        if not raw.strip():
            at = span.start + min(1, len(raw) // 2)
            return Cell(Text("", Span(at, at)))
        return Cell(inline.read_text(Segment(span.start, raw), labels=self._labels, cell=True))

    def _fence(self, token: Token) -> Fence:
        return Fence(token.info.strip(), token.content, self._span(token), self._line(token))

    def _html(self, token: Token) -> list[Piece]:
        segments = self._segments(token)
        if any("<table" in segment.text.lower() for segment in segments):
            tables = html_tables.read_tables(self._source, segments)
            if tables:
                return list(tables)
        return [Html("\n".join(segment.text for segment in segments), self._span(token), self._line(token))]


def _span_of(segments: Sequence[Segment]) -> Span:
    last = segments[-1]
    start = segments[0].source + len(segments[0].text) - len(segments[0].text.lstrip())
    return Span(start, max(start, last.source + len(last.text.rstrip())))

"""From a flat row of headings and blocks to a tree of sections.

Three kinds of line head a section. A real heading (`##`, or underlined) closes every section of its level
and deeper, and every bold line and label. A bold line (`**Doelen**`, at most ten words, with something below
it) stands one deeper than the real heading around it and closes bold lines and labels. A label (`Doelen:`,
at most six words above a list, a table or a paragraph; or at most four as the first line of a paragraph; or a
bare `Doelen` of at most five words above a list or a table) stands one deeper than the real heading or bold line
around it and closes labels; it ends with the list or table below it. A text without real and bold headings may have
plain ones (see plain_headings), which count as real headings do.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from implan_lint.diagnostic import Span
from implan_lint.document.headings import make_heading
from implan_lint.document.markdown import Piece
from implan_lint.document.model import Block, Heading, HeadingForm, ListBlock, MalformedTable, Paragraph, Section, Table
from implan_lint.document.plain_headings import with_plain_headings
from implan_lint.document.source import Source

_BOLD = re.compile(
    r"(?:(\*\*\*?|___?)(?![\s*_])[^*\n]+?\1|\[[^\[\]\n]+\]\{\.(?:underline|ul)\}|<u>[^<>\n]+</u>)[ \t]*:?"
)
"""Bold, or underlined as Pandoc and HTML write it."""
_LONGEST = 200
_BOLD_WORDS = 10
_LABEL_WORDS = 6
_FIRST_LINE_WORDS = 4
_BARE_WORDS = 5
_RANKS = {HeadingForm.ATX: 0, HeadingForm.SETEXT: 0, HeadingForm.PLAIN: 0, HeadingForm.BOLD: 1, HeadingForm.LABEL: 2}


def build(source: Source, pieces: Sequence[Piece], start: int) -> Section:
    """The root section of the body, which starts at offset `start`."""
    tree = _Tree(start)
    queue = with_plain_headings(pieces, has_bold=_has_bold(source, pieces))
    for index, piece in enumerate(queue):
        following = queue[index + 1] if index + 1 < len(queue) else None
        if isinstance(piece, Heading):
            tree.open(piece)
        elif isinstance(piece, Paragraph):
            _place_paragraph(tree, source, piece, following)
        else:
            tree.add(piece)
    return tree.close(len(source.text))


def _place_paragraph(tree: _Tree, source: Source, paragraph: Paragraph, following: Piece | None) -> None:
    if _is_bold(source, paragraph, following):
        tree.open_soft(paragraph, HeadingForm.BOLD)
    elif _is_label(paragraph, following):
        tree.open_soft(paragraph, HeadingForm.LABEL)
    elif rest := _below_first_line(source, paragraph):
        first = Paragraph(paragraph.lines[0], paragraph.lines[:1], _first_line(source, paragraph), paragraph.line)
        tree.open_soft(first, HeadingForm.LABEL)
        tree.add(rest)
    else:
        tree.add(paragraph)


def _has_bold(source: Source, pieces: Sequence[Piece]) -> bool:
    return any(
        isinstance(piece, Paragraph) and _is_bold(source, piece, following) for piece, following in pairwise(pieces)
    )


def _is_bold(source: Source, paragraph: Paragraph, following: Piece | None) -> bool:
    if following is None or isinstance(following, Heading) or len(paragraph.lines) != 1:
        return False
    raw = source.slice(paragraph.span)
    if len(raw) > _LONGEST or not _BOLD.fullmatch(raw):
        return False
    plain = paragraph.text.plain
    return len(plain.split()) <= _BOLD_WORDS and not plain.endswith((".", ",", ";", "!")) and _has_words(plain)


def _is_label(paragraph: Paragraph, following: Piece | None) -> bool:
    if not isinstance(following, ListBlock | Table | MalformedTable | Paragraph) or len(paragraph.lines) != 1:
        return False
    plain = paragraph.text.plain
    return _ends_in_colon(plain, _LABEL_WORDS) or (not isinstance(following, Paragraph) and _is_bare(plain))


def _is_bare(plain: str) -> bool:
    """A few words that open with a capital and end in no punctuation, as people type above a list: "Organisatie"."""
    plain = plain.strip()
    return plain[:1].isupper() and (plain[-1].isalnum() or plain[-1] == ")") and len(plain.split()) <= _BARE_WORDS


def _below_first_line(source: Source, paragraph: Paragraph) -> Paragraph | None:
    """The paragraph without its first line, if that line is a label."""
    if len(paragraph.lines) < 2 or not _ends_in_colon(paragraph.lines[0].plain, _FIRST_LINE_WORDS):
        return None
    lines = paragraph.lines[1:]
    if any(_ends_in_colon(line.plain, _FIRST_LINE_WORDS) for line in lines):
        return None
    plain = paragraph.text.plain
    text = paragraph.text.part(len(paragraph.lines[0].plain), len(plain))
    start = text.span.start if text else paragraph.span.end
    line = source.line_of(start)
    low = max(source.line_starts[line - 1], _first_line(source, paragraph).end)
    while low < start and source.text[low].isspace():
        low += 1
    return Paragraph(text, lines, Span(low, paragraph.span.end), line)


def _first_line(source: Source, paragraph: Paragraph) -> Span:
    end = source.line_span(paragraph.line).end
    return Span(paragraph.span.start, max(paragraph.span.start, min(end, paragraph.span.end)))


def _ends_in_colon(plain: str, most_words: int) -> bool:
    plain = plain.strip()
    return len(plain) <= _LONGEST and plain.endswith(":") and len(plain.split()) <= most_words and _has_words(plain)


def _has_words(plain: str) -> bool:
    return any(character.isalpha() for character in plain)


class _Tree:
    """The sections that are still open, outermost first, each with what it has gathered."""

    def __init__(self, start: int) -> None:
        self._open = [_Open(None, 0, start)]

    def add(self, block: Block) -> None:
        last = self._open[-1]
        if last.is_label and isinstance(block, Paragraph) and last.holds_list:
            self._close_last(block.span.start)
        self._open[-1].blocks.append(block)

    def open(self, heading: Heading) -> None:
        while len(self._open) > 1 and (self._open[-1].rank > 0 or self._open[-1].level >= heading.level):
            self._close_last(heading.span.start)
        self._open.append(_Open(heading, heading.level, heading.span.start))

    def open_soft(self, paragraph: Paragraph, form: HeadingForm) -> None:
        """Opens the section of a bold line or label."""
        while len(self._open) > 1 and self._open[-1].rank >= _RANKS[form]:
            self._close_last(paragraph.span.start)
        level = self._open[-1].level + 1
        heading = make_heading(level, paragraph.text, form, paragraph.span, paragraph.line)
        self._open.append(_Open(heading, level, paragraph.span.start))

    def close(self, end: int) -> Section:
        while len(self._open) > 1:
            self._close_last(end)
        return self._open[0].section(end)

    def _close_last(self, end: int) -> None:
        section = self._open.pop().section(end)
        self._open[-1].children.append(section)


class _Open:
    def __init__(self, heading: Heading | None, level: int, start: int) -> None:
        self.heading = heading
        self.level = level
        self.blocks: list[Block] = []
        self.children: list[Section] = []
        self._start = start

    @property
    def rank(self) -> int:
        """0 of a real heading, 1 of a bold line, 2 of a label."""
        return _RANKS[self.heading.form] if self.heading else 0

    @property
    def is_label(self) -> bool:
        return self.heading is not None and self.heading.form is HeadingForm.LABEL

    @property
    def holds_list(self) -> bool:
        """A label heads the list or table below it; a paragraph behind that is no longer its own."""
        return any(isinstance(block, ListBlock | Table) for block in self.blocks)

    def section(self, end: int) -> Section:
        section = Section(
            self.heading, self.level, tuple(self.blocks), tuple(self.children), Span(self._start, max(self._start, end))
        )
        for child in section.children:
            child.parent = section
        return section

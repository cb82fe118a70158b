"""The author's word that a finding is known and accepted, in a comment or in the front matter.

    <!-- implan-lint: ignore ACT002 tot 2026-12-31, reden: HR levert de namen in december -->

Alone on its lines, a comment is about the next block; behind other words, about the row, the item or the paragraph
that it stands in. `ignore-section` is about the section around it (or below it, right above a heading),
`ignore-file` about the whole file. In the front matter the same is

    implan-lint:
      ignore:
        ACT002: {reden: HR levert de namen in december, tot: 2026-12-31}
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from implan_lint.diagnostic import Span
from implan_lint.document.model import (
    Block,
    Document,
    Fence,
    Field,
    Html,
    ListBlock,
    Paragraph,
    Quote,
    Section,
    Table,
    YamlValue,
)
from implan_lint.document.nesting import Nesting

KEY = "implan-lint"
"""Of the front matter's field, and at the head of a comment."""

_OPENING = re.compile(r"<!--[ \t]*implan-lint[ \t]*:")
_CLOSING = "-->"
_DIRECTIVE = re.compile(r"(?:ignore|negeer)(?P<scope>-(?:section|sectie|file|bestand))?(?P<rest>\s.*)?", re.DOTALL)
_REASON = re.compile(r"\b(?:reden|reason)\b\s*[:=]?\s*(?P<reason>.*)", re.DOTALL | re.IGNORECASE)
_UNTIL = re.compile(r"\b(?:tot|t/m|until)\b\s*[:=]?\s*(?P<day>[\d./-]+)\s*,?", re.IGNORECASE)
_CODE = re.compile(r"[A-Za-z]{2,}[A-Za-z0-9]*")
_SEPARATORS = re.compile(r"[\s,;+]*")
_SECTION, _FILE = ("-section", "-sectie"), ("-file", "-bestand")
_IGNORE, _REASONS, _UNTILS = ("ignore", "negeer"), ("reden", "reason"), ("tot", "until")


@dataclass(frozen=True, slots=True)
class Code:
    """A rule's code, or the beginning that a family shares ("ACT"), in capitals."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Suppression:
    codes: tuple[Code, ...]
    reason: str
    """Empty where the author gives none."""
    until: date | None
    """The last day on which it counts."""
    span: Span
    """The comment, or the code in the front matter."""
    covers: Span
    """Findings that begin here are the ones it is about."""
    readable: bool = True
    """False where it names no code, or a day that is none: then it covers nothing."""

    def covers_place(self, offset: int) -> bool:
        return self.covers.start <= offset <= self.covers.end

    def names(self, code: str) -> bool:
        return any(code.startswith(one.text) for one in self.codes)


def read_suppressions(document: Document) -> tuple[Suppression, ...]:
    """Every suppression of the document, in the order of the text; those in code blocks are examples."""
    if KEY not in document.source.text:
        return ()
    fields = (field for field in document.front_matter.fields if field.key == KEY)
    return (*(found for field in fields for found in _in_front_matter(field, document)), *_in_comments(document))


def _in_comments(document: Document) -> Iterator[Suppression]:
    text = document.source.text
    places = _Places(document)
    end = document.front_matter.span.end
    for opening in _OPENING.finditer(text, end):
        closing = text.find(_CLOSING, opening.end())
        if closing < 0:
            return
        if opening.start() < end:  # within the comment before
            continue
        span = Span(opening.start(), closing + len(_CLOSING))
        if places.is_code(span):
            continue
        end = span.end
        body = text[opening.end() : closing]
        said = _DIRECTIVE.fullmatch(body.strip())
        if said is None or said["rest"] is None:
            yield Suppression((), "", None, span, Span(span.start, span.start), readable=False)
            continue
        offset = opening.end() + len(body) - len(body.lstrip()) + said.start("rest")
        yield _read(said["rest"], offset, span, places.covered(span, said["scope"] or ""))


def _read(words: str, offset: int, span: Span, covers: Span) -> Suppression:
    """A suppression in words: codes, a day, a reason; `offset` is where the words stand in the source."""
    reason = _REASON.search(words)
    head = words[: reason.start()] if reason else words
    until = _UNTIL.search(head)
    listed = head[: until.start()] if until else head
    codes = tuple(
        Code(match.group().upper(), Span(offset + match.start(), offset + match.end()))
        for match in _CODE.finditer(listed)
    )
    rest = _CODE.sub("", listed) + (head[until.end() :] if until else "")
    day = _day(until["day"]) if until else None
    endless = any(code.text.lower() in _UNTILS for code in codes)
    readable = bool(codes) and not endless and (day is not None or until is None) and not _SEPARATORS.sub("", rest)
    return Suppression(codes, " ".join(reason["reason"].split()) if reason else "", day, span, covers, readable)


def _in_front_matter(field: Field, document: Document) -> Iterator[Suppression]:
    everything = Span(0, len(document.source.text))
    asked = field.value.get(_IGNORE[0], field.value.get(_IGNORE[1])) if isinstance(field.value, dict) else None
    if not isinstance(asked, dict):
        yield Suppression((), "", None, field.key_span, Span(0, 0), readable=False)
        return
    written = document.source.slice(field.value_span)
    for name, value in asked.items():
        at = re.search(rf"(?<!\w){re.escape(name)}(?!\w)", written)
        start = field.value_span.start + at.start() if at else field.key_span.start
        span = Span(start, start + len(name)) if at else field.key_span
        reason, until = _terms(value)
        day = until if isinstance(until, date) else _day(str(until)) if until is not None else None
        codes = tuple(Code(code.group().upper(), span) for code in _CODE.finditer(name))
        readable = bool(codes) and (day is not None) == (until is not None)
        yield Suppression(codes, reason, day, span, everything, readable)


def _terms(value: YamlValue) -> tuple[str, YamlValue]:
    """Reason and end of a front-matter entry: the reason alone, or both by name."""
    if not isinstance(value, dict):
        return ("" if value is None else str(value).strip()), None
    reason = next((value[name] for name in _REASONS if name in value), None)
    return ("" if reason is None else str(reason).strip()), next((value[n] for n in _UNTILS if n in value), None)


def _day(text: str) -> date | None:
    """2026-12-31 or 31-12-2026, also with slashes or dots."""
    parts = re.split(r"[./-]", text.strip(" .,"))
    if len(parts) != 3 or not all(part.isdigit() for part in parts):
        return None
    if len(parts[0]) != 4:
        parts.reverse()
    try:
        return date(int(parts[0]), int(parts[1]), int(parts[2]))
    except ValueError:
        return None


class _Places:
    """What a comment can be about; made once for all comments of a document."""

    def __init__(self, document: Document) -> None:
        blocks = list(_every_block(document.root.all_blocks()))
        self._source = document.source
        self._sections = {section.span.start: section for section in reversed(list(document.sections()))}
        self._section_spans = Nesting(section.span for section in document.sections())
        self._root = document.root
        self._blocks = Nesting(block.span for block in blocks)
        self._pieces = Nesting(piece for block in blocks for piece in _pieces(block))
        self._code = Nesting(block.span for block in blocks if isinstance(block, Fence))

    def is_code(self, span: Span) -> bool:
        return self._code.innermost(span) is not None

    def covered(self, span: Span, scope: str) -> Span:
        if scope in _FILE:
            return Span(0, len(self._source.text))
        after = self._next_section(span)
        if scope in _SECTION:
            return after.span if after is not None else self._section_spans.innermost(span) or self._root.span
        source = self._source
        first, last = source.line_span(source.line_of(span.start)), source.line_span(source.line_of(span.end - 1))
        around = source.slice(Span(first.start, span.start)) + source.slice(Span(span.end, last.end))
        if around.strip(" \t>\r\n"):
            return self._pieces.innermost(span) or Span(first.start, last.end)
        if after is not None and after.heading is not None:
            return after.heading.span
        return self._blocks.following(span.end) or Span(span.end, span.end)

    def _next_section(self, span: Span) -> Section | None:
        """The section whose heading is the very next thing below a comment."""
        found = self._section_spans.following(span.end)
        block = self._blocks.following(span.end)
        if found is None or (block is not None and block.start < found.start):
            return None
        return self._sections[found.start]


def _pieces(block: Block) -> tuple[Span, ...]:
    """Rows, list items and paragraphs: a comment within one is about that one."""
    if isinstance(block, Table):
        return tuple(row.span for row in block.rows)
    if isinstance(block, ListBlock):
        return tuple(item.span for item in block.items)
    return (block.span,) if isinstance(block, Paragraph) else ()


def _every_block(blocks: Iterator[Block] | tuple[Block, ...]) -> Iterator[Block]:
    """Blocks at every depth, without comments."""
    for block in blocks:
        if isinstance(block, Html) and block.is_comment:
            continue
        yield block
        if isinstance(block, ListBlock):
            for item in block.items:
                yield from _every_block(item.blocks)
        elif isinstance(block, Quote):
            yield from _every_block(block.blocks)

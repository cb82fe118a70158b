"""Cuts inline Markdown into atoms: what a reader sees of each stretch of the source."""

from __future__ import annotations

import html
import re
from bisect import bisect_right
from typing import NamedTuple

from implan_lint.diagnostic import Span
from implan_lint.document.emphasis import Delimiter, pair_up
from implan_lint.document.html_names import HTML_NAMES

MARKS = re.compile(r"\\|`+|\*+|_+|~+|!?\[|\]|<|&|\n")
_ESCAPED = re.compile(r"[!-/:-@\[-`{-~]")
_TICKS = re.compile(r"`+")
_AUTOLINK = re.compile(r"<([A-Za-z][A-Za-z0-9+.\-]{1,31}:[^\s<>]*|[^\s<>@]{1,80}@[^\s<>@]{1,200})>")
_TAG = re.compile(r"</?([A-Za-z][A-Za-z0-9\-]{0,30})(?:[\s/][^<>]{0,2000})?>")
_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_TARGET = re.compile(
    r"\([ \t\n]{0,9}(?:<[^<>\n]{0,2000}>|[^\s()<][^\s()]{0,2000}(?:\([^\s()]{0,500}\)[^\s()]{0,500}){0,3}|)"
    r"(?:[ \t\n]{1,9}(?:\"[^\"]{0,500}\"|'[^']{0,500}'|\([^()]{0,500}\)))?[ \t\n]{0,9}\)"
)
_LABEL = re.compile(r"\[([^\[\]]{0,200})\]")
_FOOTNOTE = re.compile(r"\[\^[^\[\]\s]{1,100}\]")
_ATTRIBUTES = re.compile(r"\{[ ]?[#.][^{}\n]{0,200}\}")
_STRIKING = frozenset({"s", "del", "strike"})


class Atom(NamedTuple):
    """A stretch of the joined text and what a reader sees of it (None: the stretch itself)."""

    start: int
    end: int
    shown: str | None


class Scanner:
    """Cuts the joined text into atoms, left to right."""

    def __init__(self, text: str, labels: frozenset[str], cell: bool) -> None:
        self.text = text
        self.atoms: list[Atom] = []
        self.code: list[Span] = []
        self.struck: list[Span] = []
        self._labels = labels
        self._cell = cell
        self._delimiters: list[Delimiter] = []
        self._brackets: list[tuple[int, int]] = []
        self._cuts: dict[int, list[tuple[int, int]]] = {}
        self._tick_starts: dict[int, list[int]] = {}
        self._last_comment_end = text.rfind("-->")
        self._strike_tag = -1

    def scan(self, *, markdown: bool = True) -> None:
        text, position = self.text, 0
        if markdown:
            for ticks in _TICKS.finditer(text):
                self._tick_starts.setdefault(len(ticks[0]), []).append(ticks.start())
        while (match := MARKS.search(text, position)) is not None:
            if match.start() > position:
                self.atoms.append(Atom(position, match.start(), None))
            if markdown or match[0] in "<&\n":
                position = self._special(match)
            else:
                position = match.end()
                self.atoms.append(Atom(match.start(), position, None))
        if position < len(text):
            self.atoms.append(Atom(position, len(text), None))
        self._pair_delimiters(0)

    def _special(self, match: re.Match[str]) -> int:
        """Handles the mark at `match` and returns where to go on."""
        start, end, mark = match.start(), match.end(), match[0]
        if mark == "\n":
            return self._show(start, end, " ")
        if mark == "\\":
            return self._escape(start)
        if mark[0] == "`":
            return self._code(start, end)
        if mark[0] in "*_~":
            self._delimiters.append(Delimiter.at(self.text, start, end, len(self.atoms)))
            return self._show(start, end, None)
        if mark == "<":
            return self._angle(start)
        if mark == "&":
            return self._entity(start)
        if mark == "]":
            return self._close_bracket(start)
        return self._open_bracket(start, end)

    def _show(self, start: int, end: int, shown: str | None) -> int:
        self.atoms.append(Atom(start, end, shown))
        return end

    def _escape(self, start: int) -> int:
        following = self.text[start + 1 : start + 2]
        if following == "\n":
            return self._show(start, start + 1, "")
        if _ESCAPED.match(following):
            self._show(start, start + 1, "")
            return self._show(start + 1, start + 2, None)
        return self._show(start, start + 1, None)

    def _code(self, start: int, end: int) -> int:
        starts = self._tick_starts.get(end - start, [])
        index = bisect_right(starts, start)
        if index >= len(starts):
            return self._show(start, end, None)
        close = starts[index]
        inner = self.text[end:close]
        first, last = end, close
        if len(inner) > 2 and inner[0] in " \n" and inner[-1] in " \n" and inner.strip():
            first, last = end + 1, close - 1
        self._show(start, first, "")
        self._code_words(first, last)
        self.code.append(Span(first, last))
        return self._show(last, close + end - start, "")

    def _code_words(self, start: int, end: int) -> None:
        while start < end:
            stops = [self.text.find("\n", start, end), self.text.find("\\|", start, end) if self._cell else -1]
            stop = min((found for found in stops if found >= 0), default=end)
            if stop > start:
                self._show(start, stop, None)
            if stop < end:
                self._show(stop, stop + 1, " " if self.text[stop] == "\n" else "")
                if self.text[stop] == "\\":
                    stop = self._show(stop + 1, stop + 2, None) - 1
            start = stop + 1

    def _angle(self, start: int) -> int:
        if self.text.startswith("<!--", start) and self._last_comment_end > start:
            return self._show(start, self.text.index("-->", start + 2) + 3, "")
        if link := _AUTOLINK.match(self.text, start):
            self._show(start, start + 1, "")
            self._show(start + 1, link.end() - 1, None)
            return self._show(link.end() - 1, link.end(), "")
        tag = _TAG.match(self.text, start)
        if tag is None or tag[1].lower() not in HTML_NAMES:
            return self._show(start, start + 1, None)
        name = tag[1].lower()
        if name in _STRIKING:
            if not tag[0].startswith("</"):
                self._strike_tag = tag.end()
            elif self._strike_tag >= 0:
                self.struck.append(Span(self._strike_tag, start))
                self._strike_tag = -1
        return self._show(start, tag.end(), " " if name == "br" else "")

    def _entity(self, start: int) -> int:
        if entity := _ENTITY.match(self.text, start):
            shown = html.unescape(entity[0])
            if shown != entity[0]:
                return self._show(start, entity.end(), shown)
        return self._show(start, start + 1, None)

    def _open_bracket(self, start: int, end: int) -> int:
        bracket = end - 1
        if note := _FOOTNOTE.match(self.text, bracket):
            if bracket > start:
                self._show(start, bracket, None)
            return self._show(bracket, note.end(), "")
        self._brackets.append((len(self.atoms), len(self._delimiters)))
        return self._show(start, end, None)

    def _close_bracket(self, start: int) -> int:
        if not self._brackets:
            return self._show(start, start + 1, None)
        index, delimiters = self._brackets.pop()
        opener = self.atoms[index]
        end = self._link_end(opener.end, start)
        if end is None:
            if self.text[opener.start] == "!":
                self.atoms[index] = Atom(opener.start, opener.end, None)
            return self._show(start, start + 1, None)
        self._pair_delimiters(delimiters)
        self.atoms[index] = Atom(opener.start, opener.end, "")
        return self._show(start, end, "")

    def _link_end(self, inner: int, close: int) -> int | None:
        """Where the link that closes at `close` ends, with its target and attributes; None if it is no link."""
        after = close + 1
        if target := _TARGET.match(self.text, after):
            attributes = _ATTRIBUTES.match(self.text, target.end())
            return attributes.end() if attributes else target.end()
        if attributes := _ATTRIBUTES.match(self.text, after):
            return attributes.end()
        if self._labels:
            label = _LABEL.match(self.text, after)
            if label and label[1] and normal_label(label[1]) in self._labels:
                return label.end()
            if close - inner <= 200 and normal_label(self.text[inner:close]) in self._labels:
                return label.end() if label and not label[1] else after
        return None

    def _pair_delimiters(self, bottom: int) -> None:
        """Resolves the emphasis marks from `bottom` on; what is cut away becomes invisible."""
        cuts, struck = pair_up(self._delimiters[bottom:])
        del self._delimiters[bottom:]
        self.struck.extend(struck)
        for atom, start, end in cuts:
            self._cuts.setdefault(atom, []).append((start, end))

    def visible(self) -> list[Atom]:
        """The atoms, with emphasis marks cut out of the runs they stand in."""
        if not self._cuts:
            return self.atoms
        result: list[Atom] = []
        for index, atom in enumerate(self.atoms):
            position = atom.start
            for start, end in sorted(self._cuts.get(index, ())):
                if position < start:
                    result.append(Atom(position, start, None))
                position = end
            if position < atom.end:
                result.append(Atom(position, atom.end, atom.shown))
        return result


def normal_label(label: str) -> str:
    """A link label as definitions are compared: without case and with single spaces."""
    return " ".join(label.split()).casefold()

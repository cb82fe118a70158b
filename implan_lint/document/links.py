"""The links of a document: where each stands and where it points, as written."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from implan_lint.diagnostic import Span
from implan_lint.document.model import Block, Document, Fence, ListBlock, Quote

_ADDRESS = (
    r"(?:<(?P<{0}angle>[^<>\n]{{1,500}})>"
    r"|(?P<{0}bare>[^\s()<>]{{1,500}}(?:\([^\s()]{{0,100}}\)[^\s()<>]{{0,100}})?))"
)
_TOKEN = re.compile(
    r"\\.|(?P<ticks>`+)|(?P<comment><!--)"
    r"|(?P<image>!)?\[(?P<words>[^\[\]]{0,300})\]\([ \t]{0,9}" + _ADDRESS.format("") + r"(?=[\s)])[^()\n]{0,300}\)"
    r"|^[ ]{0,3}\[(?!\^)[^\[\]\n]{1,200}\]:[ \t]{0,9}" + _ADDRESS.format("d_"),
    re.MULTILINE,
)
_TICKS = re.compile(r"`+")
_BLANK_LINE = re.compile(r"\n[ \t>]*\n")


@dataclass(frozen=True, slots=True)
class Link:
    words: str
    """What a reader sees, with its marks; empty for a link definition."""
    target: str
    span: Span
    """All of it, from its opening bracket on."""
    target_span: Span


def read_links(document: Document) -> Iterator[Link]:
    """Inline links and link definitions outside code and comments, in the order of the text. Images are none."""
    text = document.source.text
    if "](" not in text and "]:" not in text:
        return
    code = _Code(text, [block.span for block in _every_block(document.root.all_blocks()) if isinstance(block, Fence)])
    position = document.front_matter.span.end
    while (match := _TOKEN.search(text, position)) is not None:
        position = match.end()
        if match["ticks"]:
            position = code.end(match.start(), position)
        elif match["comment"]:
            closing = text.find("-->", position)
            position = closing + 3 if closing >= 0 else len(text)
        elif not match["image"] and not code.holds(match.start()):
            name = next((name for name in ("angle", "bare", "d_angle", "d_bare") if match[name]), None)
            if name is not None:
                yield Link(match["words"] or "", match[name], Span(*match.span()), Span(*match.span(name)))


class _Code:
    """Where code stands, in blocks and within a paragraph."""

    def __init__(self, text: str, blocks: Iterable[Span]) -> None:
        self._blocks = sorted(blocks)
        self._edges = [match.start() for match in _BLANK_LINE.finditer(text)]
        self._ticks: dict[int, list[int]] = {}
        for ticks in _TICKS.finditer(text):
            self._ticks.setdefault(len(ticks[0]), []).append(ticks.start())

    def holds(self, offset: int) -> bool:
        index = bisect_right(self._blocks, (offset, 1 << 62)) - 1
        return index >= 0 and offset < self._blocks[index].end

    def end(self, start: int, after: int) -> int:
        """Past the code that these backticks open; right behind them where nothing closes it in the paragraph."""
        index = bisect_right(self._blocks, (start, 1 << 62)) - 1
        if index >= 0 and start < self._blocks[index].end:
            return self._blocks[index].end
        same = self._ticks[after - start]
        following = bisect_right(same, start)
        edge = bisect_right(self._edges, start)
        last = self._edges[edge] if edge < len(self._edges) else 1 << 62
        return same[following] + after - start if following < len(same) and same[following] < last else after


def _every_block(blocks: Iterable[Block]) -> Iterator[Block]:
    for block in blocks:
        yield block
        if isinstance(block, ListBlock):
            for item in block.items:
                yield from _every_block(item.blocks)
        elif isinstance(block, Quote):
            yield from _every_block(block.blocks)

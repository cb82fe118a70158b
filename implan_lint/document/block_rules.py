"""markdown-it set up for blocks only, its tokens enriched with the place where each line's own words start.

markdown-it's tokens know lines, not columns. While a rule runs, the state does know how far the markers
of lists and quotes reach into a line; each rule is wrapped so that its tokens remember that.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import Any, TypeAlias

from markdown_it import MarkdownIt, rules_block
from markdown_it.rules_block import StateBlock
from markdown_it.token import Token

from implan_lint.document.html_names import HTML_NAMES
from implan_lint.document.pipe_tables import pipe_table

Rule: TypeAlias = Callable[[StateBlock, int, int, bool], bool]

_ENDS = ["paragraph", "reference", "blockquote"]
_RULES: tuple[tuple[str, Rule, list[str]], ...] = (
    ("table", pipe_table, ["paragraph", "reference"]),
    ("code", rules_block.code, []),
    ("fence", rules_block.fence, [*_ENDS, "list"]),
    ("blockquote", rules_block.blockquote, [*_ENDS, "list"]),
    ("hr", rules_block.hr, [*_ENDS, "list"]),
    ("list", rules_block.list_block, _ENDS),
    ("heading", rules_block.heading, _ENDS),
    ("lheading", rules_block.lheading, []),
    ("paragraph", rules_block.paragraph, []),
)
_DEEPEST = 40
"""How many containers may stand in each other; deeper ones are dropped, as by every Markdown reader."""
_TAG_NAME = re.compile(r"</?([A-Za-z][A-Za-z0-9\-]*)")
_OPEN_TABLE = re.compile(r"<table[\s>]", re.IGNORECASE)
_CLOSE_TABLE = re.compile(r"</table\s{0,9}>", re.IGNORECASE)


def tokens_of(text: str) -> list[Token]:
    """The block tokens of `text`, whose lines end in LF.

    Where a token has a map, `meta["at"]` is the offset at which its first line starts in its container,
    and `meta["starts"]` of a leaf is that of each of its lines.
    """
    return _markdown().parse(text, {})


@cache
def _markdown() -> MarkdownIt:
    markdown = MarkdownIt("commonmark", {"maxNesting": _DEEPEST})
    markdown.core.ruler.enableOnly(["block"])
    for name, rule, ends in _RULES:
        markdown.block.ruler.at(name, _placed(rule), {"alt": ends})
    markdown.block.ruler.at("html_block", _placed(_html_block), {"alt": _ENDS})
    markdown.enable("table")
    markdown.disable("reference")
    return markdown


def _placed(rule: Rule) -> Rule:
    def placed(state: StateBlock, start: int, end: int, silent: bool) -> bool:
        first = len(state.tokens)
        if not rule(state, start, end, silent):
            return False
        if not silent:
            for token in state.tokens[first:]:
                if token.map is not None and "at" not in token.meta:
                    _place(token, state)
        return True

    return placed


def _place(token: Token, state: StateBlock) -> None:
    first, last = token.map or (0, 0)
    token.meta["at"] = state.bMarks[first] + state.tShift[first]
    if token.type in ("inline", "html_block", "fence", "code_block"):
        token.meta["starts"] = [state.bMarks[line] + state.tShift[line] for line in range(first, last)]


def _html_block(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """The stock rule, but `<naam>` is no HTML, and a table goes on past empty lines up to its closing tag."""
    line = state.src[state.bMarks[start] + state.tShift[start] : state.eMarks[start]]
    name = _TAG_NAME.match(line)
    if name and name[1].lower() not in HTML_NAMES:
        return False
    if not rules_block.html_block(state, start, end, silent):
        return False
    if not silent:
        _reach_table_end(state, start, end)
    return True


def _reach_table_end(state: StateBlock, start: int, end: int) -> None:
    content = state.src[state.bMarks[start] : state.eMarks[state.line - 1]]
    opened = 0
    for opened_at in _OPEN_TABLE.finditer(content):
        opened = opened_at.end()
    if not opened or _CLOSE_TABLE.search(content, opened):
        return
    close = _next_close(state, state.eMarks[state.line - 1])
    if close < 0 or close > state.eMarks[end - 1]:
        return
    while state.line < end and state.eMarks[state.line - 1] < close:
        state.line += 1
    state.tokens[-1].map = [start, state.line]


def _next_close(state: StateBlock, after: int) -> int:
    """Where the next `</table>` behind `after` ends, or -1."""
    env: Any = state.env
    if "last_close" not in env:
        env["last_close"] = max((found.end() for found in _CLOSE_TABLE.finditer(state.src)), default=-1)
    if env["last_close"] <= after:
        return -1
    found = _CLOSE_TABLE.search(state.src, after)
    return found.end() if found else -1

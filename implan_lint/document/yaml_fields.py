"""YAML to fields, from the parser's events: no aliases blown up, no deep recursion, every key placed.

Own resolution of plain scalars, because YAML 1.1 makes booleans of "ja"-like words, octals of "010" and
seconds of "12:30". Here only true and false are booleans, and only an existing ISO date is a date.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.events import ScalarEvent

from implan_lint.diagnostic import Span
from implan_lint.document.model import Field, FrontMatterError, YamlValue
from implan_lint.document.source import Source

_INTEGER = re.compile(r"[-+]?(?:0|[1-9][0-9]{0,17})")
_FLOAT = re.compile(r"[-+]?(?:0|[1-9][0-9]{0,17})\.[0-9]{1,17}")
_DATE = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_CONSTANTS: dict[str, YamlValue] = {
    "": None, "~": None, "null": None, "Null": None, "NULL": None,
    "true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False,
}  # fmt: skip
_NOT_YAML = re.compile("[\ud800-\udfff\u0085\u2028\u2029\ufeff]")
_MOST_NODES = 10_000
_DEEPEST = 50


class _RefusedError(Exception):
    def __init__(self, reason: str, detail: str, start: int) -> None:
        super().__init__(detail)
        self.reason = reason
        self.detail = detail
        self.start = start


@dataclass(slots=True)
class _Node:
    value: YamlValue
    text: str | None
    """What the author wrote, of a scalar."""
    start: int
    end: int
    size: int = 1


@dataclass(slots=True)
class _Open:
    """A list or mapping that is being read."""

    start: int
    is_mapping: bool
    anchor: str | None
    flow: bool
    nodes: list[_Node] = field(default_factory=list)


def read_fields(source: Source, inner: Span) -> tuple[tuple[Field, ...], tuple[FrontMatterError, ...]]:
    """The top-level keys of the YAML between the fences, and what is wrong with it. Never raises."""
    reader = _Reader(source, inner)
    try:
        reader.read()
    except _RefusedError as refused:
        reader.fail(refused.reason, refused.detail, refused.start)
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        reader.fail("syntax", str(error.problem or error.context or ""), mark.index if mark else 0)
    except YAMLError as error:
        position = getattr(error, "position", None)
        reader.fail("syntax", str(getattr(error, "reason", "")), position if isinstance(position, int) else 0)
    return tuple(reader.fields), tuple(reader.errors)


class _Reader:
    def __init__(self, source: Source, inner: Span) -> None:
        self._source = source
        self._inner = inner
        first, last = source.line_of(inner.start), source.line_of(inner.end)
        self._first = first
        lines = [source.line(line) for line in range(first, last)]
        self._starts: list[int] = []
        fed = 0
        for line in lines:
            self._starts.append(fed)
            fed += len(line) + 1
        self._text = _NOT_YAML.sub("\ufffd", "".join(line + "\n" for line in lines))
        self._anchors: dict[str, _Node] = {}
        self._names: set[str] = set()
        self._size = 0
        self.fields: list[Field] = []
        self.errors: list[FrontMatterError] = []

    def fail(self, reason: str, detail: str, fed: int) -> None:
        start = min(self._place(fed), self._inner.end)
        self.errors.append(FrontMatterError(reason, detail, Span(start, self._word_end(start))))

    def _word_end(self, start: int) -> int:
        line_end = self._source.line_span(self._source.line_of(start)).end
        return max(start, min(line_end, self._inner.end))

    def _place(self, fed: int) -> int:
        """The source offset of an offset in the text that the YAML parser was fed."""
        index = max(bisect_right(self._starts, fed) - 1, 0)
        return self._source.line_starts[self._first - 1 + index] + fed - self._starts[index]

    def read(self) -> None:
        stack: list[_Open] = []
        for event in _events(self._text):
            name = type(event).__name__
            start, end = event.start_mark.index, event.end_mark.index
            node: _Node | None = None
            if name in ("MappingStartEvent", "SequenceStartEvent"):
                if len(stack) >= _DEEPEST:
                    raise _RefusedError("syntax", "nested too deeply", start)
                stack.append(_Open(start, name[0] == "M", event.anchor, bool(event.flow_style)))
                continue
            if name in ("MappingEndEvent", "SequenceEndEvent"):
                node = self._collected(stack.pop(), end, at_top=not stack)
            elif name == "ScalarEvent":
                node = self._scalar(event)
            elif name == "AliasEvent":
                node = self._alias(event.anchor, start, end)
            elif name == "DocumentEndEvent" and not stack:
                return
            if node is None:
                continue
            self._size += node.size if name == "AliasEvent" else 1
            if self._size > _MOST_NODES:
                raise _RefusedError("syntax", "too many values", start)
            if stack:
                stack[-1].nodes.append(node)
                self._keep_field(stack)
            elif name != "MappingEndEvent" and node.value is not None:
                raise _RefusedError("not-a-mapping", "", node.start)

    def _alias(self, anchor: str, start: int, end: int) -> _Node:
        target = self._anchors.get(anchor)
        if target is None:
            raise _RefusedError("syntax", f"undefined alias {anchor}", start)
        return _Node(target.value, target.text, start, end, target.size)

    def _scalar(self, event: ScalarEvent) -> _Node:
        start, end = event.start_mark.index, event.end_mark.index
        text = event.value
        plain = not event.style and event.tag is None
        value = _resolve(text) if plain else text
        if start < end:
            end = start + len(self._text[start:end].rstrip())
        node = _Node(value, text, start, end)
        if event.anchor:
            self._anchors[event.anchor] = node
        return node

    def _collected(self, opened: _Open, end: int, *, at_top: bool) -> _Node:
        size = 1 + sum(node.size for node in opened.nodes)
        if not opened.flow:
            end = max((node.end for node in opened.nodes), default=opened.start)
        value: YamlValue
        if opened.is_mapping:
            mapping: dict[str, YamlValue] = {}
            for key, item in zip(opened.nodes[::2], opened.nodes[1::2], strict=False):
                name = _key(key)
                if name in mapping and not at_top:
                    self.fail("duplicate-key", name, key.start)
                mapping.setdefault(name, item.value)
            value = mapping
        else:
            value = [node.value for node in opened.nodes]
        node = _Node(value, None, opened.start, end, size)
        if opened.anchor:
            self._anchors[opened.anchor] = node
        return node

    def _keep_field(self, stack: list[_Open]) -> None:
        """Keeps a top-level pair as soon as it is read, so that a fault further on doesn't lose it."""
        top = stack[0]
        if len(stack) > 1 or not top.is_mapping or len(top.nodes) % 2:
            return
        key, value = top.nodes[-2:]
        name = _key(key)
        if name in self._names:
            self.fail("duplicate-key", name, key.start)
            return
        self._names.add(name)
        key_span = Span(self._place(key.start), self._place(key.end))
        value_span = Span(self._place(value.start), self._place(value.end))
        raw = value.text if value.text is not None else self._source.slice(value_span)
        self.fields.append(Field(name, value.value, raw, key_span, value_span))


def _key(node: _Node) -> str:
    return node.text if node.text is not None else str(node.value)


def _resolve(text: str) -> YamlValue:
    if text in _CONSTANTS:
        return _CONSTANTS[text]
    if _INTEGER.fullmatch(text):
        return int(text)
    if _FLOAT.fullmatch(text):
        return float(text)
    if day := _DATE.fullmatch(text):
        try:
            return date(int(day[1]), int(day[2]), int(day[3]))
        except ValueError:
            return text
    return text


def _events(text: str) -> Iterator[Any]:
    """Parse events; from the C parser where it is installed."""
    loader = _loader(text)
    while loader.check_event():
        yield loader.get_event()


def _loader(text: str) -> Any:  # noqa: ANN401
    try:
        from ruamel.yaml.cyaml import CSafeLoader
    except ImportError:
        from ruamel.yaml import YAML

        _, parser = YAML(typ="safe", pure=True).get_constructor_parser(text)
        return parser
    return CSafeLoader(text)

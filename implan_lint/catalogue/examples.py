"""The body of a rule page: its title, its sections and its examples, which are tests.

## Fout

```markdown profile=software status=vastgesteld vandaag=2026-03-01
...
```

```text
7:12 error ACT002 Actie 'Trainen' heeft geen eigenaar: ...
```

Fences with `bestand=naam.md` that follow each other are one example of several plans; each expected line then begins
with the file's name: `naam.md:7:12 error ...`. Options other than `bestand` and `status` stand at the first of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

OPTIONS = ("profiel", "status", "vandaag", "bestand")
SECTIONS = ("Waarom", "Why", "Fout", "Goed", "Wanneer niet", "When not")

_FENCE = re.compile(r"(`{3,}|~{3,})[ \t]*([^`]*)")
_HEADING = re.compile(r"(#{1,6})[ \t]+(\S.*)")
_EXPECTED = re.compile(r"(?:([^\s:]+):)?(\d+):(\d+)[ \t]+(error|warning|info)[ \t]+([A-Z]+\d+)(?:[ \t]+(\S.*))?")


class ExampleKind(StrEnum):
    WRONG = "fout"
    RIGHT = "goed"


class Expected(NamedTuple):
    line: int
    column: int
    severity: str
    code: str
    message: str
    """The Dutch message, or "" where the page does not say."""
    page_line: int = 0
    """Its line in the page, 1-based."""
    file: str = ""
    """The plan that it is about, in an example of several."""


@dataclass(frozen=True, slots=True)
class ExamplePlan:
    """One of the plans of an example."""

    file: str
    text: str
    options: Mapping[str, str]
    line: int


@dataclass(frozen=True, slots=True)
class Example:
    kind: ExampleKind
    text: str
    """A plan, ending in a line break."""
    options: Mapping[str, str]
    """Some of OPTIONS."""
    expected: tuple[Expected, ...]
    line: int
    """The line of the fence in the page, 1-based."""
    plans: tuple[ExamplePlan, ...] = ()
    """All of them where it has several; text, options and line are then the first one's."""


class Fault(NamedTuple):
    line: int
    message: str


@dataclass(frozen=True, slots=True)
class Body:
    title: Mapping[str, str]
    sections: Mapping[str, int]
    """Heading -> its line."""
    examples: tuple[Example, ...]
    faults: tuple[Fault, ...]


class PageError(ValueError):
    """A rule page's body can't be read."""


def read_examples(page: str) -> tuple[Example, ...]:
    """The examples of a whole rule page, in order. Raises PageError with the line of the first fault."""
    body = read_body(page)
    if body.faults:
        raise PageError("line {}: {}".format(*body.faults[0]))
    return body.examples


@dataclass(frozen=True, slots=True)
class _Block:
    """A fence with what is in it, or one line of other text."""

    line: int
    text: str
    info: str | None
    closed: bool = True


def read_body(page: str) -> Body:
    """Everything below the front matter; `faults` holds whatever is missing or wrong there."""
    blocks = [block for block in _blocks(page) if block.info is not None or block.text.strip()]
    faults = [Fault(block.line, "this fence is never closed") for block in blocks if not block.closed]
    title, sections = _headings(blocks, faults)
    examples = tuple(_examples(blocks, faults))
    end = page.count("\n") + 1
    faults += [Fault(end, f"the section '## {name}' is missing") for name in SECTIONS if name not in sections]
    for kind, heading in ((ExampleKind.WRONG, "Fout"), (ExampleKind.RIGHT, "Goed")):
        if heading in sections and not any(example.kind is kind for example in examples):
            faults.append(Fault(sections[heading], f"'## {heading}' has no example (```markdown)"))
    return Body(title, sections, examples, tuple(sorted(faults)))


def _blocks(page: str) -> Iterator[_Block]:
    lines = page.splitlines()
    index = _end_of_front_matter(lines)
    while index < len(lines):
        start, fence = index, _FENCE.fullmatch(lines[index].rstrip())
        index += 1
        if fence is None:
            yield _Block(start + 1, lines[start], None)
            continue
        close = re.compile(f"{re.escape(fence[1])}{re.escape(fence[1][0])}*[ \\t]*")
        while index < len(lines) and not close.fullmatch(lines[index]):
            index += 1
        text = "".join(f"{line}\n" for line in lines[start + 1 : index])
        yield _Block(start + 1, text, fence[2].strip(), closed=index < len(lines))
        index += 1


def _end_of_front_matter(lines: list[str]) -> int:
    if lines and lines[0].rstrip() == "---":
        for index, line in enumerate(lines[1:], 1):
            if line.rstrip() == "---":
                return index + 1
    return 0


def _headings(blocks: list[_Block], faults: list[Fault]) -> tuple[dict[str, str], dict[str, int]]:
    title: dict[str, str] = {}
    sections: dict[str, int] = {}
    for index, block in enumerate(blocks):
        heading = _HEADING.fullmatch(block.text.strip()) if block.info is None else None
        if heading is None:
            continue
        following = blocks[index + 1] if index + 1 < len(blocks) else None
        if heading[1] == "##":
            sections.setdefault(heading[2].strip(), block.line)
            if following is None or (following.info is None and following.text.startswith("## ")):
                faults.append(Fault(block.line, f"'{block.text.strip()}' is empty"))
        elif heading[1] == "#" and not title:
            title["nl"] = heading[2].strip()
            below = following.text.strip() if following is not None and following.info is None else ""
            if len(below) > 2 and below[0] == below[-1] and below[0] in "*_":
                title["en"] = below.strip("*_").strip()
            else:
                faults.append(Fault(block.line, "the English title is missing: *in italics*, right below the title"))
    if not title:
        faults.append(Fault(blocks[0].line if blocks else 1, "the title is missing: # Nederlandse titel"))
    return title, sections


def _examples(blocks: list[_Block], faults: list[Fault]) -> Iterator[Example]:
    kinds = {"## Fout": ExampleKind.WRONG, "## Goed": ExampleKind.RIGHT}
    kind: ExampleKind | None = None
    plans: list[ExamplePlan] = []
    for index, block in enumerate(blocks):
        if block.info is None:
            if block.text.startswith("## "):
                kind = kinds.get(block.text.strip())
            continue
        if kind is None or not _is_plan(block):
            continue
        options = _options(block.line, (block.info or "").split()[1:], faults)
        plans.append(ExamplePlan(options.get("bestand", ""), block.text, options, block.line))
        following = blocks[index + 1] if index + 1 < len(blocks) else None
        if plans[-1].file and following is not None and following.info is not None and _is_plan(following):
            continue
        expected: tuple[Expected, ...] = ()
        if kind is ExampleKind.WRONG:
            if following is not None and following.info == "text":
                expected = tuple(_expected(following, faults))
            else:
                faults.append(Fault(block.line, "the expected diagnostics (```text) must follow this example"))
        faults += _wrong_files(plans, expected)
        first = plans[0]
        yield Example(kind, first.text, first.options, expected, first.line, tuple(plans) if first.file else ())
        plans = []


def _is_plan(block: _Block) -> bool:
    return bool(block.info) and (block.info or "").split()[0] == "markdown"


def _wrong_files(plans: list[ExamplePlan], expected: tuple[Expected, ...]) -> Iterator[Fault]:
    names = [plan.file for plan in plans]
    for index, plan in enumerate(plans):
        if plan.file in names[:index] or (index and not plan.file):
            yield Fault(plan.line, "each plan of an example has a name of its own: bestand=naam.md")
    for one in expected:
        if one.file not in names:
            wanted = f"begin with one of {', '.join(names)}" if names[0] else "leave the file's name out"
            yield Fault(one.page_line, f"this is about no plan of the example: {wanted}")


def _options(line: int, words: list[str], faults: list[Fault]) -> dict[str, str]:
    options = {}
    for word in words:
        key, equals, value = word.partition("=")
        if key not in OPTIONS or not equals or not value:
            faults.append(Fault(line, f"'{word}' is no option of an example: use {', '.join(OPTIONS)} as key=value"))
        options[key] = value
    return options


def _expected(block: _Block, faults: list[Fault]) -> Iterator[Expected]:
    lines = [(number, line.strip()) for number, line in enumerate(block.text.splitlines(), block.line + 1)]
    if not any(line for _, line in lines):
        faults.append(Fault(block.line, "no diagnostic is expected here: an example under Fout has at least one"))
    for number, line in lines:
        match = _EXPECTED.fullmatch(line)
        if match is not None:
            place, severity, code = (int(match[2]), int(match[3])), match[4], match[5]
            yield Expected(*place, severity, code, (match[6] or "").strip(), number, match[1] or "")
        elif line:
            faults.append(Fault(number, f"'{line}' is no diagnostic: write line:column severity CODE message"))

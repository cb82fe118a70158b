"""What a file is: front matter, sections and blocks, each with its exact place in the source.

Nothing here knows what a plan means. Blocks are what Markdown makes of the text, plus the habits of
people who write plans: bold lines that serve as headings, tables in HTML, rows with too few cells.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import TypeAlias

from implan_lint.diagnostic import Span
from implan_lint.document.source import Source
from implan_lint.document.text import Text


class HeadingForm(StrEnum):
    ATX = "atx"
    SETEXT = "setext"
    BOLD = "bold"
    """A paragraph that is nothing but bold words: "**Doelen**" or "**Doelen:**"."""
    LABEL = "label"
    """A short line that ends in a colon and stands above a list, a table or a paragraph: "Doelstellingen:"."""
    PLAIN = "plain"
    """A short line without mark-up in a text without other headings: "DOELEN", "2. Doelen"."""


@dataclass(frozen=True, slots=True)
class Heading:
    level: int
    """1 to 6; a bold line or a label counts one deeper than the real heading it stands under."""
    text: Text
    number: str
    """"4.2" of "4.2. Planning", "IV", "B", or ""."""
    title: Text
    """The words without their number, closing colon and emphasis."""
    form: HeadingForm
    span: Span
    line: int


@dataclass(frozen=True, slots=True)
class Cell:
    text: Text
    """The words; `text.span` is empty but exact in an empty cell: the place where words would be filled in."""
    inherited: bool = False
    """True where a rowspan above reaches down into this row."""


@dataclass(frozen=True, slots=True)
class Row:
    cells: tuple[Cell, ...]
    """As many cells as the header has: missing ones are added empty at the end of the row."""
    written: int
    """How many cells the author wrote, more or fewer than the header's."""
    span: Span
    line: int


class TableForm(StrEnum):
    PIPE = "pipe"
    HTML = "html"
    GRID = "grid"


@dataclass(frozen=True, slots=True)
class Table:
    header: tuple[Cell, ...]
    rows: tuple[Row, ...]
    span: Span
    line: int
    form: TableForm = TableForm.PIPE


@dataclass(frozen=True, slots=True)
class Paragraph:
    text: Text
    """All lines, a soft line break being one space."""
    lines: tuple[Text, ...]
    """The same, line by line, as the author broke them."""
    span: Span
    line: int


@dataclass(frozen=True, slots=True)
class ListItem:
    text: Text
    """The item's own words: its first paragraph, without marker and task box. Empty if it starts with another block."""
    marker: str
    """"-", "*", "+", "1." or "1)"."""
    number: int | None
    checked: bool | None
    """None where there is no task box."""
    blocks: tuple[Block, ...]
    """What stands below the own words: further paragraphs, nested lists, tables."""
    lines: tuple[Text, ...]
    """The own words line by line."""
    span: Span
    line: int


@dataclass(frozen=True, slots=True)
class ListBlock:
    ordered: bool
    items: tuple[ListItem, ...]
    span: Span
    line: int


@dataclass(frozen=True, slots=True)
class Fence:
    info: str
    content: str
    span: Span
    line: int


@dataclass(frozen=True, slots=True)
class Quote:
    blocks: tuple[Block, ...]
    span: Span
    line: int


@dataclass(frozen=True, slots=True)
class Html:
    """Raw HTML that is no table: mostly comments."""

    content: str
    span: Span
    line: int

    @property
    def is_comment(self) -> bool:
        return self.content.lstrip().startswith("<!--")


@dataclass(frozen=True, slots=True)
class MalformedTable:
    """Lines that look like a pipe table to a person and are none to Markdown: the separator row is missing or wrong."""

    reason: str
    """"no-separator" (no separator row at all) or "separator" (its columns differ from the header's)."""
    span: Span
    line: int
    header: tuple[Text, ...]


Block: TypeAlias = "Paragraph | ListBlock | Table | Fence | Quote | Html | MalformedTable"


@dataclass(slots=True)
class Section:
    """A heading and what stands under it, down to the next heading of its level or higher.

    The root section has no heading and level 0; text before the first heading is in its blocks.
    """

    heading: Heading | None
    level: int
    blocks: tuple[Block, ...] = ()
    children: tuple[Section, ...] = ()
    span: Span = field(default=Span(0, 0))
    """From the heading's first character up to the next section that is no descendant."""
    parent: Section | None = field(default=None, repr=False, compare=False)

    def walk(self) -> Iterator[Section]:
        """This section and all below it, in the order of the text."""
        yield self
        for child in self.children:
            yield from child.walk()

    def ancestors(self) -> Iterator[Section]:
        """The sections around this one, nearest first, without itself and without the root."""
        section = self.parent
        while section is not None and section.heading is not None:
            yield section
            section = section.parent

    def all_blocks(self) -> Iterator[Block]:
        """The blocks of this section and of all below it."""
        for section in self.walk():
            yield from section.blocks


Scalar: TypeAlias = "str | int | float | bool | date | None"
YamlValue: TypeAlias = "Scalar | list[YamlValue] | dict[str, YamlValue]"


@dataclass(frozen=True, slots=True)
class Field:
    """A top-level key of the front matter."""

    key: str
    """As written."""
    value: YamlValue
    """Plain data. `raw` keeps what the author wrote where YAML would make something else of it (01-02-2026, ja)."""
    raw: str
    key_span: Span
    value_span: Span
    """Of the whole value; empty, right behind the colon, where there is none."""


@dataclass(frozen=True, slots=True)
class FrontMatterError:
    message: str
    """The reason, from a closed set: "syntax", "not-a-mapping", "duplicate-key", "unclosed", "toml"."""
    detail: str
    span: Span


@dataclass(frozen=True, slots=True)
class FrontMatter:
    fields: tuple[Field, ...]
    errors: tuple[FrontMatterError, ...]
    span: Span
    """From the opening --- up to and with the closing line; empty at 0 if there is none."""
    present: bool


@dataclass(frozen=True, slots=True)
class Document:
    source: Source
    front_matter: FrontMatter
    root: Section

    def sections(self) -> Iterator[Section]:
        """All sections with a heading, in the order of the text."""
        for section in self.root.walk():
            if section.heading is not None:
                yield section

    def blocks(self) -> Iterator[Block]:
        """All blocks that stand directly in a section."""
        yield from self.root.all_blocks()

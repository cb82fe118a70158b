"""Text to Document: the one door to this floor."""

from __future__ import annotations

from implan_lint.document.frontmatter import read_front_matter
from implan_lint.document.markdown import read_blocks
from implan_lint.document.model import Document
from implan_lint.document.sections import build
from implan_lint.document.source import Source


def parse(text: str, path: str = "plan.md") -> Document:
    """The document that `text` holds. Never raises: whatever an author writes is some document."""
    source = Source(path, text)
    head = read_front_matter(source)
    pieces = read_blocks(source, head.body_line)
    return Document(source, head.front_matter, build(source, pieces, head.front_matter.span.end))

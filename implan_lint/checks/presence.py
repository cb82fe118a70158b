"""Whether a part of the plan is there, and holds what it is for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from implan_lint.checks.base import Look
from implan_lint.diagnostic import Finding, Term
from implan_lint.document.model import Block, ListBlock, Paragraph, Section, Table
from implan_lint.plan.model import Plan

VALUES = ("section", "heading")
VARIANTS = ("", "empty", "prose")
"""No such part; a part that holds nothing of the kind; prose in which nothing of the kind can be recognised."""

_PROSE = 40
"""Words from which on a part may well say what it should, only not in a way that can be read."""


@dataclass(frozen=True, slots=True)
class PartParameters:
    """`instead` are parts that will do as well where the profile does not require this one."""

    instead: tuple[str, ...] = ()


def part_without(plan: Plan, look: Look, kind: str, parameters: PartParameters) -> Iterator[Finding]:
    """The finding for a plan in which nothing of a kind was found: at its heading, or where the text begins."""
    look.once()
    if not plan.profile.requires(kind) and plan.has(*parameters.instead):
        return
    section = next(plan.of_kind(kind), None)
    about = (f"section:{kind}",)
    if section is None:
        yield Finding(plan.start_of_body, {"section": Term("section", kind)}, about=about)
    elif not section.na_reason:
        words = max(_words(found.section) for found in plan.of_kind(kind))
        heading = section.heading.title.plain
        variant = "prose" if words >= _PROSE else "empty"
        yield Finding(section.heading.span, {"section": Term("section", kind), "heading": heading}, variant, about)


def _words(section: Section) -> int:
    """How many words stand in a section and below it."""
    return sum(map(_words_in, section.all_blocks()))


def _words_in(block: Block) -> int:
    if isinstance(block, Paragraph):
        return len(block.text.plain.split())
    if isinstance(block, ListBlock):
        return sum(len(item.text.plain.split()) + sum(map(_words_in, item.blocks)) for item in block.items)
    if isinstance(block, Table):
        return sum(len(cell.text.plain.split()) for row in block.rows for cell in row.cells)
    return 0

"""What a plan says in words, wherever it says it: for facts that may stand anywhere in a part."""

from __future__ import annotations

from collections.abc import Iterator

from implan_lint.diagnostic import Finding, Term, Value
from implan_lint.document.model import Block, ListBlock, Paragraph, Quote, Table
from implan_lint.plan.lexicon import lexicon_of
from implan_lint.plan.model import Plan

PLACE_VALUES = ("section", "heading")
PLACE_VARIANTS = ("", "empty")
"""Nothing says it and there is no place for it; there is a heading for it that does not say it."""

_A_SENTENCE = 5
"""Words from which on a part says something."""


def texts(plan: Plan, *kinds: str) -> Iterator[str]:
    """The paragraphs, items and cells of the sections about these kinds; of the whole plan if none are given."""
    if not kinds:
        for block in plan.document.blocks():
            yield from texts_in(block)
        return
    for section in plan.sections:
        if any(kind in kinds for kind in section.kinds or section.inherited):
            for block in section.section.blocks:
                yield from texts_in(block)


def says(plan: Plan, words: str, *kinds: str) -> bool:
    """A word of the vocabulary's list stands in one of those texts; headings don't count."""
    lexicon = lexicon_of(plan.vocabulary)
    return any(lexicon.holds(words, text) for text in texts(plan, *kinds))


def tells(plan: Plan, *kinds: str) -> bool:
    """A section of one of these kinds holds more than a few words."""
    return any(
        sum(len(text.split()) for block in found.section.all_blocks() for text in texts_in(block)) >= _A_SENTENCE
        for found in plan.of_kind(*kinds)
    )


def is_waived(plan: Plan, *kinds: str) -> bool:
    """A section of one of these kinds says why it does not apply."""
    return any(found.na_reason for found in plan.of_kind(*kinds))


def not_said(plan: Plan, kind: str, *near: str) -> Finding:
    """The finding for what a plan nowhere says: at the heading where it belongs, or where the text begins.

    `near` are other parts in which it could have stood; who misses those as well, misses this along with them.
    """
    missing: list[str] = []
    for wanted in (kind, *near):
        missing.append(f"section:{wanted}")
        section = next(plan.of_kind(wanted), None)
        if section is not None:
            values: dict[str, Value] = {"section": Term("section", kind), "heading": section.heading.title.plain}
            return Finding(section.heading.span, values, "empty", tuple(missing))
    return Finding(plan.start_of_body, {"section": Term("section", kind), "heading": ""}, about=tuple(missing))


def texts_in(block: Block) -> Iterator[str]:
    """Each paragraph, item and cell of a block."""
    if isinstance(block, Paragraph):
        yield block.text.plain
    elif isinstance(block, ListBlock):
        for item in block.items:
            yield item.text.plain
            for inner in item.blocks:
                yield from texts_in(inner)
    elif isinstance(block, Table):
        for row in (block.header, *(row.cells for row in block.rows)):
            yield from (cell.text.plain for cell in row)
    elif isinstance(block, Quote):
        for inner in block.blocks:
            yield from texts_in(inner)

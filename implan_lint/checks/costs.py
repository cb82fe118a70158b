"""From what a plan needs to what it costs: every kind of resource has a budget item."""

from __future__ import annotations

import re
from collections.abc import Iterator

from implan_lint.checks.base import Look, NoParameters, check
from implan_lint.diagnostic import Finding
from implan_lint.document.model import Block, ListBlock, Paragraph
from implan_lint.document.text import Text
from implan_lint.plan.lexicon import Lexicon, lexicon_of
from implan_lint.plan.model import Plan
from implan_lint.plan.money import names_money
from implan_lint.plan.words import fold

_FEWEST = 2
"""A budget of fewer items is only an example, or one sum for everything."""
_PIECE = re.compile(r"[,;:]\s+|\.\s+|\s+(?:en|and|&)\s+")
_LONG_WORD = re.compile(r"[^\W\d_]{5,}")
_NEGATION = re.compile(r"\b(?:geen|niet|no|not|none|zonder|without)\b", re.IGNORECASE)


@check("text", "resource")
def uncosted(plan: Plan, look: Look, _: NoParameters) -> Iterator[Finding]:
    """A resource of a kind that no item of the budget covers."""
    items = [line for budget in plan.budgets for line in budget.items]
    if len(items) < _FEWEST:
        return
    lexicon = lexicon_of(plan.vocabulary)
    kinds = [name for name in plan.vocabulary.words if name.startswith("resource.")]
    budget = fold(" ".join(plan.document.source.slice(found.span) for found in plan.budgets))
    words = {word[:5] for word in _LONG_WORD.findall(budget)}
    costed = {kind for kind in kinds if lexicon.holds(kind, budget)}
    told: set[str] = set()
    for piece in look(_pieces(plan, lexicon)):
        named = {kind: mention for kind in kinds if (mention := lexicon.find(kind, piece)) is not None}
        if not named or not (costed | told).isdisjoint(named):
            continue
        if any(word[:5] in words for word in _LONG_WORD.findall(fold(piece.plain))):
            continue
        told.update(named)
        first = next(iter(named.values()))
        yield Finding(first.span, {"text": piece.plain, "resource": first.text})


def _pieces(plan: Plan, lexicon: Lexicon) -> Iterator[Text]:
    """What the part about resources names, one by one; not what is there already or has its amount beside it."""
    for section in plan.of_kind("middelen"):
        for block in section.section.blocks:
            for text in _texts(block):
                if lexicon.holds("budget.covered", text.plain) or _NEGATION.search(text.plain):
                    continue
                yield from (piece for piece in _cut(text) if not names_money(piece.plain))


def _texts(block: Block) -> Iterator[Text]:
    if isinstance(block, Paragraph):
        yield block.text
    elif isinstance(block, ListBlock):
        yield from (item.text for item in block.items)


def _cut(text: Text) -> Iterator[Text]:
    start = 0
    for match in _PIECE.finditer(text.plain):
        yield text.part(start, match.start())
        start = match.end()
    yield text.part(start, len(text.plain))

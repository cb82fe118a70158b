"""Items that are no planned work: what to do if it goes wrong, what may come later, and notes on the work."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from implan_lint.document.model import ListBlock, ListItem, Paragraph, Section
from implan_lint.plan.lexicon import Lexicon
from implan_lint.plan.reading import Reading
from implan_lint.plan.words import fold

_STOPS = (":", "(", "-", "")


def without_what_is_set_aside(reading: Reading, section: Section, items: list[ListItem]) -> list[ListItem]:
    """The items but for those below "Als het misgaat:" and "Optioneel later:"; in a fallback, a box stays work."""
    later, quiet = set(), set()
    for lead, listed in _led(section):
        if _opens(reading.lexicon, "aside.later", lead):
            later |= {id(item) for item in listed.items}
        elif _is_fallback(reading.lexicon, lead):
            quiet |= {id(item) for item in listed.items}
    found = reading.plan_section(section)
    if found is not None and not found.kinds:
        title = fold(found.heading.title.plain)
        later |= {id(item) for item in items if _opens(reading.lexicon, "aside.later", title)}
        quiet |= {id(item) for item in items if _tells_what_if(reading.lexicon, title)}
    quiet |= {id(item) for item in items if _is_note(reading.lexicon, fold(item.text.plain))}
    return [item for item in items if id(item) not in later and (id(item) not in quiet or item.checked is not None)]


def _led(section: Section) -> Iterator[tuple[str, ListBlock]]:
    """Each list with the folded paragraph right above it."""
    for above, block in pairwise(section.blocks):
        if isinstance(above, Paragraph) and isinstance(block, ListBlock) and above.text:
            yield fold(above.text.plain), block


def _opens(lexicon: Lexicon, name: str, folded: str) -> bool:
    """A word of the list opens the text and says it all: "Later: ...", but not "Later dit jaar: ..."."""
    match = lexicon.pattern(name).match(folded)
    return match is not None and folded[match.end() :].lstrip()[:1] in _STOPS


def _is_note(lexicon: Lexicon, folded: str) -> bool:
    """ "Let op: ...": said about the work."""
    match = lexicon.pattern("aside.note").match(folded)
    return match is not None and folded[match.end() :].lstrip()[:1] == ":"


def _is_fallback(lexicon: Lexicon, lead: str) -> bool:
    """ "Rollback bij ...:", "Als de proef mislukt:" right above a list."""
    return lead.rstrip().endswith(":") and _tells_what_if(lexicon, lead)


def _tells_what_if(lexicon: Lexicon, folded: str) -> bool:
    if lexicon.pattern("aside.fallback").match(folded) is not None:
        return True
    return lexicon.pattern("aside.if").match(folded) is not None and lexicon.holds("aside.wrong", folded)

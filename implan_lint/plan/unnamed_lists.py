"""Lists of work under a heading that doesn't say so: orders, phases, or items that each open with their moment."""

from __future__ import annotations

import re
from itertools import pairwise

from implan_lint.diagnostic import Confidence
from implan_lint.document.model import ListBlock, ListItem, Paragraph, Section
from implan_lint.plan.ids import are_counted
from implan_lint.plan.reading import Reading, items_of

PHASE = re.compile(r"^\W*(?:fase|phase|stap|step|sprint|iteratie|week|maand|month|periode)\s*[\divx]+\b", re.I)
QUESTION_SECTIONS = (
    "scope",
    "scope_in",
    "scope_uit",
    "scope_later",
    "risicos",
    "begrippen",
    "bijlagen",
    "besluiten",
    "randvoorwaarden",
)
_NO_LIST_OF_WORK = {
    *QUESTION_SECTIONS,
    "strategieen",
    "doelen",
    "stakeholders",
    "communicatie",
    "planning",
    "mijlpalen",
    "budget",
    "borging",
}


def unnamed_list(reading: Reading, section: Section, kinds: tuple[str, ...]) -> Confidence | None:
    """A list of work under a heading that doesn't say so: three items at least, mostly orders, or each with its moment.

    What is read so is uncertain (LOW): it shows in what the tool understood, but no rule demands owners of it.
    """
    if set(kinds) & _NO_LIST_OF_WORK:
        return None
    items = [item for item in items_of(section) if item.text]
    if len(items) >= 2 and (_all_phases(items) or _is_led_to(section)):
        return Confidence.LOW
    if len(items) < 3 or are_counted([item.text.plain for item in items]):
        return None
    orders = sum(1 for item in items if item.number is not None and is_order(item.text.plain))
    moments = sum(
        1 for item in items if reading.leading_period(item.text) is not None or _BRACKETED.search(item.text.plain)
    )
    return Confidence.LOW if orders * 5 >= len(items) * 3 or moments * 5 >= len(items) * 4 else None


_BRACKETED = re.compile(
    r"\((?:vanaf |from )?(?:weken|weeks|week|wk|maand|month|Q[1-4]|dag|day)s?\s*\d[^()]*\)", re.IGNORECASE
)
_ORDER = re.compile(
    r"^\W*(?:\w+eer|\w+ieer|voer|bouw|draai|wacht|voeg|vul|schakel|verwijder|zet|maak|test|verhoog|verlaag"
    r"|start|stel|leg|stuur|bel|neem"
    r"|schrijf|plan|vraag|geef|kies|bepaal|bespreek|beslis|deel|gebruik|houd|kijk|laat|leer|lever|meet"
    r"|meld|open|pas|regel|richt|ruim"
    r"|sluit|spreek|train|verdeel|verplaats|verzamel|vervang|werk|zoek|zorg|breng|check|herstel|koppel"
    r"|deploy|add|build|run|create|update"
    r"|set|write|review|implement|configure|deploy|verify|remove|define|prepare|train|migrate|install"
    r"|publish|send|schedule|identify|confirm"
    r"|assign|record|document|collect|launch|enable|move|replace)\b",
    re.IGNORECASE,
)


_LEADS_TO_WORK = re.compile(
    r"\b(?:dingen|stappen|acties|taken|zaken|punten)\b[^.:]{0,40}\b(?:gebeuren|doen|regelen|uitvoeren|nodig|nemen|gedaan|geregeld)\b[^.:]*:$"
    r"|\b(?:moeten|gaan) (?:we|wij) (?:nog )?(?:het volgende|doen)\b[^.:]*:$|\b(?:must|needs? to) be done\b[^.:]*:$",
    re.IGNORECASE,
)


def _is_led_to(section: Section) -> bool:
    """ "Er moeten een paar dingen gebeuren:" right above the list."""
    return any(
        isinstance(one, Paragraph) and isinstance(other, ListBlock) and _LEADS_TO_WORK.search(one.text.plain.rstrip())
        for one, other in pairwise(section.blocks)
    )


def _all_phases(items: list[ListItem]) -> bool:
    return all(PHASE.match(item.text.plain) for item in items)


def is_order(words: str) -> bool:
    """It opens with a verb in the imperative: "Controleer ...", "Voer ... uit"."""
    return _ORDER.match(words) is not None

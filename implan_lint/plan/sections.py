"""What each section of a document is about."""

from __future__ import annotations

import re

from implan_lint.document.model import (
    Block,
    Document,
    Fence,
    Heading,
    Html,
    ListBlock,
    ListItem,
    MalformedTable,
    Paragraph,
    Quote,
    Section,
    Table,
)
from implan_lint.plan.lexicon import Lexicon
from implan_lint.plan.model import PlanSection
from implan_lint.plan.time.period import TimeKind
from implan_lint.plan.time.reader import find_periods
from implan_lint.plan.words import fold

_DOCUMENT_TYPE = re.compile(
    r"\b(?:implementatieplan|plan van aanpak|projectplan|actieplan|verbeterplan|uitrolplan|uitvoeringsplan"
    r"|invoeringsplan"
    r"|projectvoorstel|pva|(?:implementation|project|roll-?out|pilot|action|change management|migration) plan|charter"
    r"|roadmap|playbook|template|sjabloon|format)\b"
)
_PHASE = re.compile(
    r"(?:fase|phase|stap|step|sprint|iteratie|iteration|weken|weeks|week|maand|month|periode|actie|action"
    r"|prioriteit|priority"
    r"|spoor|track|mijlpaal|milestone)[\s-]*(?:\d+|[ivx]+)\b"
    r"|planning (?:voor |van )?(?:iteratie|sprint|fase|week)\s*\d+\b"
    r"|(?:the )?next (?:\w+ )?(?:weeks|months|days)\b|(?:de )?komende (?:\w+ )?(?:weken|maanden|dagen)\b"
)
_ENDS_IN_PERIOD = re.compile(r"^[^\d(]*\([^()]*\)\W*$")
_STARTS_WITH_PERIOD = re.compile(r"^\W*(?:Q[1-4]|[A-Z]?\w+ 20\d\d)\b")
_COUNTED = re.compile(r"\W*[^\W\d]+[\s-]*\d+ ([^\W\d].*)")
_STEP = re.compile(r"\W*(?:stap|step)\b")
_TITLE_PARTS = re.compile(r"\s+-\s+|:\s+|\s+\|\s+")
_NOT_APPLICABLE = re.compile(
    r"\b(?:niet van toepassing|n\.?v\.?t\.?|not applicable|n/a)\b[^\n]*?\b(?:omdat|want|aangezien|doordat"
    r"|vanwege|wegens|because|since)\b\s*(.+)",
    re.IGNORECASE,
)

_WHO_AND_WHAT = ("projectorganisatie", "acties")
"""What "Wie doet wat" is about where it lists the work; in prose it tells who is in the project."""


def read_sections(document: Document, lexicon: Lexicon) -> tuple[PlanSection, ...]:
    """All sections with a heading, in order, each with its own kinds and those of the heading above it."""
    kinds: dict[int, tuple[str, ...]] = {}
    title: Section | None = None
    found: list[PlanSection] = []
    for section in document.sections():
        heading = section.heading
        if heading is None:
            continue
        if _is_title(document, section):
            title, own = section, _title_kinds(heading, lexicon)
        else:
            own = _own_kinds(heading, lexicon)
        around = next((above for above in section.ancestors() if kinds.get(id(above))), None)
        inherited = kinds[id(around)] if around is not None else ()
        if own == ("doelen",) and title is not None and kinds.get(id(title)) == ("risicos",):
            own = ()  # the purpose of a risk register is none of the plan's goals
        if own == _WHO_AND_WHAT and _is_prose(section):
            own = own[:1]
        own = _in_its_place(own, inherited if around is not title else ())
        if title is not section:  # the years in a title say how long a note is valid
            own = own or _by_phase(heading, inherited)
        kinds[id(section)] = own
        found.append(PlanSection(section, heading, own, inherited, is_empty(section), na_reason(section)))
    return tuple(found)


def _is_title(document: Document, section: Section) -> bool:
    """The first heading of the text, if it is alone at its level or says what kind of document this is."""
    first = next(document.sections(), None)
    if first is not section or section.heading is None or section.heading.level > 2:
        return False
    peers = sum(
        1
        for other in document.sections()
        if other.level == section.level and other.heading is not None and other.heading.form in ("atx", "setext")
    )
    return peers == 1 or _DOCUMENT_TYPE.search(fold(section.heading.title.plain)) is not None


def _title_kinds(heading: Heading, lexicon: Lexicon) -> tuple[str, ...]:
    """A title names the plan; only one that is a part's name, or ends in it ("ECD Risk Register"), means a section."""
    kinds: list[str] = []
    for part in _TITLE_PARTS.split(fold(heading.title.plain)):
        if part in ("plan", "het plan", "the plan"):
            continue
        rest = _DOCUMENT_TYPE.sub(" ", part).strip()
        if rest == part and part:
            kinds += lexicon.exact_heading_kinds(part) or lexicon.ending_kinds(part)
    return tuple(dict.fromkeys(kinds))


def _in_its_place(own: tuple[str, ...], inherited: tuple[str, ...]) -> tuple[str, ...]:
    """Words that mean one thing under a certain heading: "Kansen" among risks are not facilitators."""
    if "risicos" in inherited:
        return tuple(kind for kind in own if kind not in ("bevorderend", "belemmerend", "factoren"))
    if own == () and inherited[:1] == ("stakeholders",):
        return ("stakeholders",)  # a heading among stakeholders is one of them
    if "stakeholders" in inherited and set(own) <= {"projectorganisatie", "leverancier"}:
        return ("stakeholders",) if own and inherited[:1] == ("stakeholders",) else ()
    if own == ("doelen",) and "communicatie" in inherited:
        return ("communicatie",)
    return own


def _own_kinds(heading: Heading, lexicon: Lexicon) -> tuple[str, ...]:
    """A phase is about work, unless the rest of its heading is a part's name ("Stap 1: Doelstellingen en scope")."""
    if is_phase(heading) and not _STEP.match(fold(heading.text.plain)):
        title = heading.title.plain
        counted = _COUNTED.match(title)
        if counted is not None and _PHASE.match(fold(title)) and (of_it := lexicon.exact_heading_kinds(counted[1])):
            return of_it  # "Week 2 evaluation" is no work, as "Week 2: evaluation" is
        exact = lexicon.exact_heading_kinds(title)
        return (*exact, "acties") if exact and "acties" not in exact else exact
    return lexicon.heading_kinds(heading.title.plain)


def _by_phase(heading: Heading, inherited: tuple[str, ...]) -> tuple[str, ...]:
    """ "Fase 2: bouwen (week 3-6)" is about work, and with a period about planning too; so is "Q3 2026"."""
    words = heading.text.plain.strip()
    dated = any(period.kind is TimeKind.MOMENT for period in find_periods(words))
    if is_phase(heading):
        if len(words.split()) <= 2:
            return ()
        ahead = fold(words).startswith(("the next", "next", "de komende", "komende"))
        return ("acties", "planning") if ahead or (dated and "acties" not in inherited) else ("acties",)
    if dated and _ENDS_IN_PERIOD.search(words):
        return () if {"doelen", "risicos"} & set(inherited) else ("planning",)
    if dated and _STARTS_WITH_PERIOD.search(words):
        return ("acties",) if {"acties", "risicos", "doelen"} & set(inherited) else ("planning",)
    return ()


def is_phase(heading: Heading) -> bool:
    """A real or bold heading that orders the work: "Fase 2", "Week 3", "Action 1", "The next six months"."""
    texts = (heading.text, heading.title)  # "Stap 2" is in the text alone, "9.4 Planning voor fase 1" in the title
    return heading.form != "label" and any(_PHASE.match(fold(text.plain).lstrip("#*_ ")) for text in texts)


def is_empty(section: Section) -> bool:
    """Nothing but white space, comments and tables without a filled row, here and below."""
    return not any(block_has_words(block) for block in section.all_blocks())


def block_has_words(block: Block) -> bool:
    match block:
        case Paragraph():
            return bool(block.text)
        case ListBlock():
            return any(_item_has_words(item) for item in block.items)
        case Table():
            return any(cell.text for row in block.rows for cell in row.cells) or (
                not block.rows and len(block.header) == 1 and bool(block.header[0].text)
            )
        case Fence():
            return bool(block.content.strip())
        case Quote():
            return any(block_has_words(inner) for inner in block.blocks)
        case Html():
            return not block.is_comment and bool(re.sub(r"<[^>]*>", "", block.content).strip())
        case MalformedTable():
            return True


def _item_has_words(item: ListItem) -> bool:
    return bool(item.text) or any(block_has_words(block) for block in item.blocks)


def _is_prose(section: Section) -> bool:
    return section.blocks != () and all(isinstance(block, Paragraph) for block in section.all_blocks())


def na_reason(section: Section) -> str:
    """The reason behind "Niet van toepassing, omdat ..." if it has four words or more, else ""."""
    for block in section.blocks:
        if isinstance(block, Paragraph):
            match = _NOT_APPLICABLE.search(block.text.plain)
            if match and len(match.group(1).split()) >= 4:
                return match.group(1).strip()
    return ""

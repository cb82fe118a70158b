"""Finds the actions: rows of action, data and sustainment tables, list items, and sentences that list tasks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from implan_lint.diagnostic import Confidence
from implan_lint.document.model import ListItem, Row, Section
from implan_lint.document.text import Text
from implan_lint.plan.lexicon import Lexicon
from implan_lint.plan.model import (
    Action,
    ActionKind,
    Mention,
    Origin,
    Owner,
    OwnerKind,
    Place,
    PlanTable,
    TableKind,
)
from implan_lint.plan.owners import kind_of, looks_like_person, owner_mention
from implan_lint.plan.parts import enumeration, labelled_values, sentences
from implan_lint.plan.reading import Reading, items_of, nested_items, paragraphs_of
from implan_lint.plan.sections import is_phase
from implan_lint.plan.time.period import Period, TimeKind
from implan_lint.plan.words import fold

_TABLES = {
    TableKind.ACTIONS: (ActionKind.ACTION, "actie", "wie", "wanneer"),
    TableKind.DATA: (ActionKind.DATA, "gegevens", "wie_legt_vast", "wanneer"),
    TableKind.ASSURANCE: (ActionKind.ASSURANCE, "actie", "wie", "wanneer"),
    TableKind.STRATEGIES: (ActionKind.STRATEGY, "strategie", "wie", "wanneer"),
    TableKind.COMMUNICATION: (ActionKind.COMMUNICATION, "boodschap", "afzender", "frequentie"),
}
_TASK_SENTENCE = re.compile(
    r"^(?:de\s+|the\s+)?(?:taken|activiteiten|werkzaamheden|stappen|acties|tasks|activities|actions)\b", re.I
)
_BY = re.compile(r"\bdoor\s+((?:de\s+|het\s+)?[\w'’.-]+(?:\s+[\w'’.-]+){0,3})|(?<![\w.])@([\w-]+)")
_TRAILER = re.compile(r"[(\[]([^()\[\]]+)[)\]]\W*$|\s[–—-]\s+([^–—]+)$|\|\s*([^|]+)$")
_SPLIT = re.compile(r"\s*[,;/]\s*")
_PHASE = re.compile(r"^\W*(?:fase|phase|stap|step|sprint|iteratie|week|maand|month|periode)\s*[\divx]+\b", re.I)
_THOUGHTS = frozenset(
    ("doelen", "doelgroep", "context", "huidige_situatie", "gewenste_situatie", "factoren", "belemmerend", "bevorderend",
     "strategieen", "risicos", "aanleiding", "stakeholders", "scope")
)  # fmt: skip
"""What a numbered step can be about without being work: the items below it are no actions."""
_QUESTION_SECTIONS = (
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


@dataclass(frozen=True)
class Doing:
    """Who and when, as far as a list item, its parent and its headings say."""

    owner: Mention | None
    owners: tuple[Owner, ...]
    owner_blank: Mention | None
    when: Mention | None
    when_blank: Mention | None
    period: Period | None
    inherited: bool


def read_actions(reading: Reading) -> tuple[Action, ...]:
    """All actions in the order of the text."""
    found: list[Action] = []
    for table in reading.tables:
        if table.kind in _TABLES and _is_work(table):
            found += _rows(reading, table)
    for section in reading.sections:
        found += _items(reading, section.section)
    if not any(action.kind is ActionKind.ACTION for action in found):
        for section in reading.about("acties"):
            found += _listed_in_sentences(reading, section.section)
    return tuple(sorted(found, key=lambda action: (action.span.start, action.span.end)))


# ---------------------------------------------------------------- tables


def _is_work(table: PlanTable) -> bool:
    """A communication table lists work if it says what is done, or who does it and when; a log of the past does not."""
    if table.kind is TableKind.COMMUNICATION:
        names = table.columns.keys()
        return bool(names & {"actie", "actie_of_overleg"}) or {"afzender", "frequentie"} <= names
    return not set(table.section_kinds[:1]) & {"besluiten", "begrippen", "bijlagen", "huidige_situatie"}


def _rows(reading: Reading, table: PlanTable) -> Iterator[Action]:
    kind, text_column, owner_column, when_column = _TABLES[table.kind]
    for number, row in reading.rows(table):
        words = next(
            (
                text
                for column in (
                    text_column,
                    "actie_of_overleg",
                    "actie",
                    "kanaal",
                    "mijlpaal",
                    "toelichting",
                    "doelgroep",
                )
                if (text := reading.text(table, row, column)) and text
            ),
            None,
        )
        if words is None or reading.is_blank(words):
            continue
        owner, owners, owner_blank = owner_mention(
            reading.text(table, row, owner_column) or _nothing(row), reading.lexicon
        )
        when, when_blank, period = when_of_row(reading, table, row, when_column)
        inherited = False
        if when is None and when_blank is None and when_column not in table.columns:
            heading = reading.period_of_heading(table.section)
            if heading:
                (when, period), inherited = heading, True
        yield Action(
            words.plain.strip(),
            words.span,
            reading.line_of(words.span),
            Place(Origin.TABLE_ROW, table.section, table, row, number),
            kind,
            owner,
            owners,
            owner_blank,
            when,
            when_blank,
            period,
            inherited,
            reading.reference(reading.text(table, row, "doel_ref") or goal_words(words)),
            _done(reading, table, row),
            words.struck,
            vague_verb(words, reading.lexicon),
            (reading.text(table, row, "gereed") or _nothing(row)).plain.strip(),
        )


def _is_worked_out(table: PlanTable) -> bool:
    """A table of strategies that asks who or when plans them like actions."""
    return "wie" in table.columns or "wanneer" in table.columns


def _nothing(row: Row) -> Text:
    return Text("", row.span)


def when_of_row(
    reading: Reading, table: PlanTable, row: Row, column: str
) -> tuple[Mention | None, Mention | None, Period | None]:
    """`start` and `eind` count together; the end is what matters."""
    texts = [
        text for name in (column, "eind", "start") if (text := reading.text(table, row, name)) is not None and text
    ]
    blank = next((Mention(text.plain.strip(), text.span) for text in texts if reading.is_blank(text)), None)
    filled = [text for text in texts if not reading.is_blank(text)]
    if not filled:
        return None, blank, None
    text = filled[0]
    period = reading.period(_with_column(text, table, column))
    if period is not None and period.kind is TimeKind.PLACEHOLDER:
        return None, Mention(text.plain.strip(), text.span), None
    words = text.plain.strip()
    if len(filled) == 2 and column not in table.columns:
        words = f"{filled[1].plain.strip()} - {words}"
    return Mention(words, text.span), None, period


def _with_column(text: Text, table: PlanTable, column: str) -> Text:
    """A bare number under "Week" is a week."""
    header = fold(table.header(column))
    if re.fullmatch(r"\d{1,2}(?:\s*-\s*\d{1,2})?", text.plain.strip()) and header.startswith(
        ("week", "wk", "maand", "month", "sprint")
    ):
        return Text(f"{header.split()[0].removesuffix('nummer')} {text.plain.strip()}", text.span)
    return text


def _done(reading: Reading, table: PlanTable, row: Row) -> bool | None:
    text = reading.text(table, row, "gereed")
    if text is None:
        return None
    return bool(text) and (reading.lexicon.is_one_of("done", text.plain) or text.plain.strip()[:1] in "✓✔√☑✅")


# ---------------------------------------------------------------- lists


def _items(reading: Reading, section: Section) -> Iterator[Action]:
    kinds = reading.kinds(section)
    if any(table.kind is TableKind.ACTIONS and table.table.rows for table in reading.tables_in(section)):
        kinds = tuple(kind for kind in kinds if kind != "acties")
    acting = "acties" in kinds
    listed = None if acting else _unnamed_list(reading, section, kinds)
    assurance = not acting and any(kind in kinds for kind in ("borging", "verspreiding"))
    responsible = _responsible_heading(reading, section) if not acting else None
    for item in items_of(section):
        boxed = item.checked is not None and not any(kind in kinds[:1] for kind in _QUESTION_SECTIONS)
        labelled = "wie" in labelled_values(item.text, reading.lexicon, ("wie", "wanneer"))
        if item.text.plain.rstrip().endswith("?"):
            continue
        if listed is not None:
            yield from _from_item(reading, section, item, ActionKind.ACTION, None, None, listed)
        elif acting or boxed or responsible or (labelled and not set(kinds[:1]) & _NO_LABELLED_WORK):
            yield from _from_item(
                reading, section, item, ActionKind.ASSURANCE if assurance else ActionKind.ACTION, responsible, None
            )


_NO_LABELLED_WORK = {*_QUESTION_SECTIONS, "mijlpalen", "resultaten"}
_NO_LIST_OF_WORK = {
    *_QUESTION_SECTIONS,
    "strategieen",
    "doelen",
    "stakeholders",
    "communicatie",
    "planning",
    "mijlpalen",
    "budget",
    "borging",
}


def _unnamed_list(reading: Reading, section: Section, kinds: tuple[str, ...]) -> Confidence | None:
    """A list of work under a heading that doesn't say so: three items or more, most of them orders, or each with its moment.

    What is read so is uncertain (LOW): it shows in what the tool understood, but no rule demands owners of it.
    """
    if set(kinds) & _NO_LIST_OF_WORK:
        return None
    items = [item for item in items_of(section) if item.text]
    if len(items) < 3:
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
    r"^\W*(?:\w+eer|\w+ieer|voer|bouw|draai|wacht|voeg|vul|schakel|verwijder|zet|maak|test|verhoog|verlaag|start|stel|leg|stuur|bel|neem"
    r"|schrijf|plan|vraag|geef|kies|bepaal|bespreek|beslis|deel|gebruik|houd|kijk|laat|leer|lever|meet|meld|open|pas|regel|richt|ruim"
    r"|sluit|spreek|train|verdeel|verplaats|verzamel|vervang|werk|zoek|zorg|breng|check|herstel|koppel|deploy|add|build|run|create|update"
    r"|set|write|review|implement|configure|deploy|verify|remove|define|prepare|train|migrate|install|publish|send|schedule|identify|confirm"
    r"|assign|record|document|collect|launch|enable|move|replace)\b",
    re.IGNORECASE,
)


def is_order(words: str) -> bool:
    """It opens with a verb in the imperative: "Controleer ...", "Voer ... uit"."""
    return _ORDER.match(words) is not None


def _responsible_heading(reading: Reading, section: Section) -> Mention | None:
    """Under "Verantwoordelijkheden", a heading that is a party owns the list below it."""
    found = reading.plan_section(section)
    if found is None or "projectorganisatie" not in found.inherited or len(list(items_of(section))) < 2:
        return None
    if set(found.kinds) - {"leverancier"} or len(found.heading.title.plain.split()) > 3:
        return None
    above = next(iter(section.ancestors()), None)
    if above is None or above.heading is None or not reading.lexicon.heading_kinds(above.heading.title.plain):
        return None
    if not re.search(r"verantwoordelijk|responsib|wie doet", fold(above.heading.title.plain)):
        return None
    return Mention(found.heading.title.plain, found.heading.title.span)


def _from_item(
    reading: Reading,
    section: Section,
    item: ListItem,
    kind: ActionKind,
    responsible: Mention | None,
    above: Doing | None,
    confidence: Confidence = Confidence.MEDIUM,
) -> Iterator[Action]:
    children = nested_items(item)
    if not item.text:
        return
    doing = _doing(reading, section, item, above, responsible)
    if children and _heads_its_children(item):
        for child in children:
            yield from _from_item(reading, section, child, kind, responsible, doing, confidence)
        return
    if reading.is_blank(item.text):
        return
    doing = _from_children(reading, doing, children)
    yield Action(
        item.text.plain.strip(),
        item.text.span,
        item.line,
        Place(Origin.LIST_ITEM, section, confidence=confidence),
        kind,
        doing.owner,
        doing.owners,
        doing.owner_blank,
        doing.when,
        doing.when_blank,
        doing.period,
        doing.inherited,
        reading.reference(_labelled(reading, item.text, "doel_ref") or goal_words(item.text)),
        item.checked,
        item.text.struck,
        vague_verb(item.text, reading.lexicon),
        "",
    )


def _from_children(reading: Reading, doing: Doing, children: list[ListItem]) -> Doing:
    """ "- Wie: ..." and "- Wanneer: ..." below an item belong to the item."""
    for child in children:
        values = labelled_values(child.text, reading.lexicon, ("wie", "wanneer"))
        if "wie" in values and doing.owner is None:
            owner, owners, blank = owner_mention(values["wie"].value, reading.lexicon)
            doing = Doing(owner, owners, blank, doing.when, doing.when_blank, doing.period, doing.inherited)
        if "wanneer" in values and (doing.when is None or doing.inherited):
            text = values["wanneer"].value
            blank = Mention(text.plain, text.span) if reading.is_blank(text) else None
            when = None if blank else Mention(text.plain, text.span)
            doing = Doing(doing.owner, doing.owners, doing.owner_blank, when, blank, reading.period(text), False)
    return doing


def _heads_its_children(item: ListItem) -> bool:
    """A short or bold item, or one that ends in a colon, is the title of the list below it."""
    words = item.text.plain.strip()
    if any(
        re.match(r"(?:wie|wanneer|eigenaar|deadline|owner|when|who)\b", child.text.plain, re.I)
        for child in nested_items(item)
    ):
        return False
    return words.endswith(":") or len(words.split()) <= 3 or _PHASE.match(words) is not None


_GOAL_WORDS = re.compile(
    r"\b(?:doel(?:en|stelling(?:en)?)?|goals?|objectives?)\s+(\d+(?:\s*(?:,|-|&|/|en|and|t/m)\s*\d+)*)", re.IGNORECASE
)


def goal_words(text: Text) -> Text | None:
    """ "... (doel 1 en 2)": the numbers of the goals that an action names in its own words."""
    match = _GOAL_WORDS.search(text.plain)
    return text.part(*match.span(1)) if match else None


def _labelled(reading: Reading, text: Text, column: str) -> Text | None:
    found = labelled_values(text, reading.lexicon, (column,)).get(column)
    return found.value if found else None


def _doing(
    reading: Reading, section: Section, item: ListItem, above: Doing | None, responsible: Mention | None
) -> Doing:
    text, boxed = item.text, item.checked is not None
    values = labelled_values(text, reading.lexicon, ("wie", "wanneer"))
    owner: Mention | None = None
    owners: tuple[Owner, ...] = ()
    owner_blank: Mention | None = None
    when: Mention | None = None
    when_blank: Mention | None = None
    period: Period | None = None
    if "wie" in values:
        owner, owners, owner_blank = owner_mention(values["wie"].value, reading.lexicon)
    if "wanneer" in values:
        value = values["wanneer"].value
        if reading.is_blank(value):
            when_blank = Mention(value.plain, value.span)
        else:
            when, period = Mention(value.plain, value.span), reading.period(value)
    trailing_owner, trailing_when = _trailer(reading, text)
    if (
        owner is None
        and owner_blank is None
        and (words := trailing_owner or _leading_owner(reading, text, boxed) or _agent(reading, text))
    ):
        owner, owners, owner_blank = owner_mention(words, reading.lexicon)
    if when is None and when_blank is None:
        if trailing_when is not None:
            when, period = Mention(trailing_when.plain, trailing_when.span), reading.period(trailing_when)
        elif lead := reading.leading_period(text):
            when, period = lead[0], lead[1]
        elif firm := reading.period_in(text, firm=True):
            when, period = firm
    inherited = False
    if when is None and when_blank is None:
        if above is not None and above.when is not None:
            when, period, inherited = above.when, above.period, True
        elif heading := reading.period_of_heading(section):
            (when, period), inherited = heading, True
        elif phase := _words_of_phase(section):
            when, inherited = phase, True
        elif loose := reading.period_in(text):
            when, period = loose
    if owner is None and owner_blank is None and (source := (above.owner if above else None) or responsible):
        owner, owners = source, (Owner(source.text, kind_of(source.text, reading.lexicon), source.span),)
    return Doing(owner, owners, owner_blank, when, when_blank, period, inherited)


_PHASE_WHEN = re.compile(r"\(([^()]+)\)\W*$")


def _words_of_phase(section: Section) -> Mention | None:
    """ "Phase 1 - Pilot (immediately after deployment)": what a phase heading says of when, in its own words."""
    for above in (section, *section.ancestors()):
        if above.heading is not None and is_phase(above.heading):
            match = _PHASE_WHEN.search(above.heading.text.plain)
            if match and re.search(r"\d|post|na |voor |after|before|onward|direct|immediate", match.group(1)):
                return Mention(match.group(1), above.heading.text.span_of(*match.span(1)))
    return None


def _trailer(reading: Reading, text: Text) -> tuple[Text | None, Text | None]:
    """ "... (Jan de Boer, 1 mei 2026)", "... - Jan de Boer, 1 mei": who and when at the end."""
    match = _TRAILER.search(text.plain)
    if match is None:
        return None, None
    group = next(index for index in (1, 2, 3) if match.group(index))
    owner: Text | None = None
    when: Text | None = None
    start = match.start(group)
    cuts = [
        *((m.start(), m.end()) for m in _SPLIT.finditer(text.plain, start, match.end(group))),
        (match.end(group), match.end(group)),
    ]
    for stop, following in cuts:
        part = text.part(start, stop)
        start = following
        if not part.plain:
            continue
        period = reading.period(part)
        if when is None and period is not None and (period.kind.is_term and period.kind is not TimeKind.DURATION):
            when = part
        elif owner is None and _is_party(part.plain, reading.lexicon):
            owner = part
    return owner, when


def _is_party(words: str, lexicon: Lexicon) -> bool:
    if len(words.split()) > 5:
        return False
    return (
        looks_like_person(words)
        or lexicon.is_one_of("owner.role", words)
        or (lexicon.is_one_of("owner.group", words) and words[:1].isalpha())
        or lexicon.is_one_of("owner.vague", words)
    )


def _leading_owner(reading: Reading, text: Text, boxed: bool) -> Text | None:
    """ "Jan de Boer: trainen, voor 1 mei"."""
    colon = text.plain.find(":")
    if not 0 < colon <= 40:
        return None
    lead = text.part(0, colon)
    if looks_like_person(lead.plain) or reading.lexicon.is_one_of("owner.role", lead.plain):
        return lead
    single = len(lead.plain.split()) == 1 and lead.plain[:1].isupper()
    known = reading.lexicon.heading_kinds(lead.plain) or reading.lexicon.columns_of(lead.plain)
    if single and not known and (boxed or fold(lead.plain) in reading.people):
        return lead if kind_of(lead.plain, reading.lexicon) is OwnerKind.PERSON else None
    return None


def _agent(reading: Reading, text: Text) -> Text | None:
    """ "... door de functioneel beheerder", "@jan"."""
    for match in _BY.finditer(text.plain):
        group = 1 if match.group(1) else 2
        words = text.plain[match.start(group) : match.end(group)].split()
        for size in range(len(words), 0, -1):
            candidate = " ".join(words[:size]).rstrip(".,;")
            if group == 2 or _is_party(re.sub(r"^(?:de|het)\s+", "", candidate), reading.lexicon):
                start = match.start(group)
                return text.part(start, start + len(candidate))
    return None


# ---------------------------------------------------------------- sentences


def _listed_in_sentences(reading: Reading, section: Section) -> Iterator[Action]:
    for paragraph in paragraphs_of(section):
        for sentence in sentences(paragraph.text):
            if not _TASK_SENTENCE.match(sentence.plain):
                continue
            for part in enumeration(sentence):
                yield Action(
                    part.plain,
                    part.span,
                    reading.line_of(part.span),
                    Place(Origin.SENTENCE, section, confidence=Confidence.MEDIUM),
                    ActionKind.ACTION,
                    None,
                    (),
                    None,
                    None,
                    None,
                    None,
                    False,
                    None,
                    None,
                    False,
                    vague_verb(part, reading.lexicon),
                    "",
                )


_BESIDES = re.compile(r"\s*[(,].*$", re.DOTALL)


def vague_verb(text: Text, lexicon: Lexicon) -> Mention | None:
    """A verb from the closed list of vague ones, if it opens or ends the action and hardly anything else is said.

    An owner before a colon, and what follows a comma or a bracket, are no part of the action.
    """
    found = lexicon.find("vague.action", text)
    if found is None:
        return None
    colon = text.plain.find(":")
    words = text.plain[colon + 1 if 0 < colon <= 40 else 0 :].strip()
    words = (_BESIDES.sub("", words) or words).rstrip(".;")
    position = words.find(found.text)
    rest = len(words.split()) - len(found.text.split())
    at_edge = position == 0 or (position > 0 and position + len(found.text) >= len(words))
    return found if at_edge and rest <= 6 else None


_PERSON_IN_PROSE = re.compile(
    r"(?<![\w.])(?:[A-Z]\.\s?(?:[A-Z]\.\s?)*(?:(?:van|de|der|den|ter|ten)\s+)*[A-Z][\w'’-]+"
    r"|[A-Z][a-zà-ÿ]+\s+(?:(?:van|de|der|den|ter|ten|el|al)\s+)*[A-Z][\w'’-]+)"
)


def find_party(reading: Reading, text: Text) -> Text | None:
    """The first party in a sentence: somebody of the plan's own register, a role, a named group, a person's name."""
    if found := _agent(reading, text):
        return found
    for name in ("owner.role", "owner.group"):
        mention = reading.lexicon.find(name, text)
        if mention is not None and not reading.lexicon.is_one_of("owner.vague", mention.text):
            start = text.plain.find(mention.text)
            return text.part(start, start + len(mention.text))
    for match in _PERSON_IN_PROSE.finditer(text.plain):
        if match.start() > 0 or fold(match.group()) in reading.people:
            return text.part(*match.span())
    return None

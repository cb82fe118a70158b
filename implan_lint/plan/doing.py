"""Who does an item of a list, and when: as far as the item, its parent and its headings say."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from implan_lint.diagnostic import Span
from implan_lint.document.model import ListItem, Section
from implan_lint.document.text import Text
from implan_lint.plan.lexicon import Lexicon
from implan_lint.plan.model import (
    Mention,
    Owner,
)
from implan_lint.plan.owners import kind_of, owner_mention
from implan_lint.plan.parties import agent_of, is_known_person, is_party, leading_owner, subject_of
from implan_lint.plan.parts import labelled_values
from implan_lint.plan.reading import Reading
from implan_lint.plan.sections import is_phase
from implan_lint.plan.tails import is_role, tail_of
from implan_lint.plan.time.period import Period, TimeKind

_TRAILER = re.compile(r"[(\[]([^()\[\]]+)[)\]]\W*$|\s[–—-]\s+([^–—]+)$|\|\s*([^|]+)$")
_SPLIT = re.compile(r"\s*[,;/]\s*")
_PEOPLE = re.compile(r"\s*[,;/+&]\s*|\s+(?:en|and)\s+")
_WHEN_WORDS = re.compile(
    r"\bpost|\b(?:na|voor|vóór|vanaf|tot|after|before|until|direct)\b|onward|immediate", re.IGNORECASE
)
_PHASE_WHEN = re.compile(r"\(([^()]+)\)\W*$")
_GOAL_WORDS = re.compile(
    r"\b(?:doel(?:en|stelling(?:en)?)?|goals?|objectives?)\s+(\d+(?:\s*(?:,|-|&|/|en|and|t/m)\s*\d+)*)", re.IGNORECASE
)
_BESIDES = re.compile(r"\s*[(,].*$", re.DOTALL)


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


def doing_of(
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
        when, when_blank, period = _said_when(reading, values["wanneer"].value)
    trailing_owner, trailing_when = _trailer(reading, text)
    if trailing_owner is None and not values:
        tail_owner, tail_when = tail_of(reading, text)
        trailing_owner, trailing_when = tail_owner, trailing_when or tail_when
    if (
        owner is None
        and owner_blank is None
        and (
            words := trailing_owner
            or leading_owner(reading, text, boxed)
            or agent_of(reading, text)
            or _subject(reading, text)
        )
    ):
        owner, owners, owner_blank = owner_mention(words, reading.lexicon)
    if when is None and when_blank is None:
        if trailing_when is not None:
            when, period = Mention(trailing_when.plain, trailing_when.span), reading.period(trailing_when)
        elif lead := reading.leading_period(text):
            when, period = lead[0], lead[1]
        elif firm := reading.period_in(text, firm=True) or reading.period_named(text):
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


def _subject(reading: Reading, text: Text) -> Text | None:
    """Who acts, in front of the verb; a title may come before it: "S2 Scholing: Hilde Maas geeft ..."."""
    if found := subject_of(reading, text):
        return found
    colon = text.plain.find(": ")
    return subject_of(reading, text.part(colon + 2, len(text.plain))) if 0 < colon <= 40 else None


_EMPTY_LABEL = re.compile(r"^\W*([\w-]+(?: [\w-]+){0,2})\s*:\s*$")


def with_children(reading: Reading, doing: Doing, children: list[ListItem]) -> Doing:
    """ "- Wie: ..." and "- Wanneer: ..." below an item belong to the item."""
    for child in children:
        if (empty := _EMPTY_LABEL.match(child.text.plain)) is not None:
            options = reading.lexicon.exact_columns_of(empty.group(1))
            nothing = Mention("", Span(child.text.span.end, child.text.span.end))
            if "wie" in options and doing.owner is None:
                doing = replace(doing, owner_blank=nothing)
            elif "wanneer" in options and (doing.when is None or doing.inherited):
                doing = replace(doing, when=None, when_blank=nothing, period=None, inherited=False)
            continue
        values = labelled_values(child.text, reading.lexicon, ("wie", "wanneer"))
        if "wie" in values and doing.owner is None:
            owner, owners, blank = owner_mention(values["wie"].value, reading.lexicon)
            doing = Doing(owner, owners, blank, doing.when, doing.when_blank, doing.period, doing.inherited)
        if "wanneer" in values and (doing.when is None or doing.inherited):
            when, blank, period = _said_when(reading, values["wanneer"].value)
            doing = Doing(doing.owner, doing.owners, doing.owner_blank, when, blank, period, False)
    return doing


def _said_when(reading: Reading, value: Text) -> tuple[Mention | None, Mention | None, Period | None]:
    """The words behind "wanneer:" and what they mean, or else the placeholder there: "n.t.b.", "dd-mm-jjjj"."""
    said, period = Mention(value.plain, value.span), reading.period(value)
    if reading.is_blank(value) or (period is not None and period.kind is TimeKind.PLACEHOLDER):
        return None, said, None
    return said, None, period


def labelled_text(reading: Reading, text: Text, column: str) -> Text | None:
    found = labelled_values(text, reading.lexicon, (column,)).get(column)
    return found.value if found else None


def _words_of_phase(section: Section) -> Mention | None:
    """ "Phase 1 - Pilot (immediately after deployment)": what a phase heading says of when, in its own words."""
    for above in (section, *section.ancestors()):
        if above.heading is not None and is_phase(above.heading):
            match = _PHASE_WHEN.search(above.heading.text.plain)
            if match and _WHEN_WORDS.search(match.group(1)):
                return Mention(match.group(1), above.heading.text.span_of(*match.span(1)))
    return None


def _trailer(reading: Reading, text: Text) -> tuple[Text | None, Text | None]:
    """ "... (Jan de Boer, 1 mei 2026)", "... - Jan de Boer, 1 mei": who and when at the end."""
    match = _TRAILER.search(text.plain)
    if match is None:
        return None, None
    group = next(index for index in (1, 2, 3) if match.group(index))
    if group == 1 and _is_by_initials(reading, match.group(1)):
        return text.part(*match.span(1)), None
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
        elif owner is None and (_is_somebody(reading, part.plain) or (group == 1 and is_role(reading, part.plain))):
            owner = (
                part.part(0, part.plain.index(" ")) if _is_initials(reading, part.plain) and " " in part.plain else part
            )
    return owner, when


def _is_somebody(reading: Reading, words: str) -> bool:
    return _is_initials(reading, words) or is_party(words, reading.lexicon) or is_known_person(reading, words)


def _is_initials(reading: Reading, words: str) -> bool:
    """ "TV", and "TV regelt"."""
    name, _, verb = words.partition(" ")
    return name in reading.initials and (not verb or (verb.islower() and verb.isalpha() and verb.endswith("t")))


def _is_by_initials(reading: Reading, words: str) -> bool:
    """ "HdB, FK", "MB/KS", "MH + ambassadeurs": only people, by their initials some of them."""
    parts = _PEOPLE.split(words)
    return any(part in reading.initials for part in parts) and all(
        _is_somebody(reading, part) or is_role(reading, part) for part in parts
    )


def goal_words(text: Text) -> Text | None:
    """ "... (doel 1 en 2)": the numbers of the goals that an action names in its own words."""
    match = _GOAL_WORDS.search(text.plain)
    return text.part(*match.span(1)) if match else None


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

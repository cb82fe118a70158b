"""Every place where a plan names somebody: in its register, or as the owner of something."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from implan_lint.diagnostic import Span
from implan_lint.document.text import Text
from implan_lint.plan.lexicon import Lexicon
from implan_lint.plan.model import Mention, OwnerKind, Plan, Role
from implan_lint.plan.names import likeness, names_in, person_name
from implan_lint.plan.owners import read_owners, who_is_meant, without_brackets
from implan_lint.plan.words import fold

_FIELDS = {"projectleider": "projectleider", "opdrachtgever": "opdrachtgever", "opdrachtnemer": "", "auteur": ""}
"""Front matter and label lines that name somebody, with the role that this gives."""
_BODIES = ("leveranciers", "organisatie")
_SECTIONS = ("projectorganisatie", "leverancier", "stakeholders", "werkafspraken")
_ABBREVIATION_COLUMN = re.compile(r"(?:initialen|afkorting|afk\.?|paraaf|initials|abbreviation)")
_ABBREVIATION = re.compile(r"[A-Z][A-Za-z]{0,2}[A-Z]")
_IN_BRACKETS = re.compile(r"\(([^()]*)\)")


@dataclass(frozen=True, slots=True)
class Seen:
    """One mention of a party."""

    name: str
    """Without brackets, titles of the column, or the role in front."""
    kind: OwnerKind
    mention: Mention
    registered: bool
    roles: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    is_loose: bool = False
    """Only written in running text with capitals, which may as well be a place or a product."""


def seen_in(plan: Plan, lexicon: Lexicon) -> Iterator[Seen]:
    """The register first, then whoever owns something."""
    for role in plan.roles:
        yield from _of_role(plan, role, lexicon)
    for name, held in _FIELDS.items():
        if name in plan.meta:
            found = plan.meta[name]
            for one in _parties(plan, Mention(found.text, found.span), lexicon, registered=True):
                yield replace(one, roles=(held,)) if held and one.kind is OwnerKind.PERSON else one
    for name in _BODIES:
        if name in plan.meta:
            found = plan.meta[name]
            if ":" in found.text:
                yield from _loose(plan, found.span, lexicon)
            else:
                yield from _bodies(plan, Mention(found.text, found.span), lexicon)
    yield from _stakeholders(plan, lexicon)
    for section in plan.of_kind(*_SECTIONS):
        yield from _loose(plan, Span(section.heading.span.end, section.section.span.end), lexicon)
    for owner in _owners(plan):
        yield from _parties(plan, owner, lexicon, registered=False)


def _owners(plan: Plan) -> Iterator[Mention]:
    for action in plan.actions:
        yield from (Mention(owner.name, owner.span) for owner in action.owners)
    for things in (plan.milestones, plan.risks, plan.indicators, plan.evaluations, plan.aftercare):
        yield from (thing.owner for thing in things if thing.owner is not None)
    yield from (message.sender for message in plan.communications if message.sender is not None)


def _parties(plan: Plan, mention: Mention, lexicon: Lexicon, *, registered: bool) -> Iterator[Seen]:
    for owner in read_owners(Text(mention.text, mention.span), lexicon):
        name, kind = who_is_meant(owner.name, lexicon)
        aliases = _in_brackets(owner.name, name)
        yield Seen(name, kind, _placed(plan, owner.name, owner.span), registered, aliases=aliases)


def _bodies(plan: Plan, mention: Mention, lexicon: Lexicon) -> Iterator[Seen]:
    """Suppliers and organisations: "Kilometrix" looks like a name and is nobody."""
    for one in _parties(plan, mention, lexicon, registered=True):
        kind = OwnerKind.GROUP if one.kind is OwnerKind.PERSON else one.kind
        yield replace(one, kind=kind)


def _placed(plan: Plan, words: str, span: Span) -> Mention:
    """The words at their exact place, if they stand in the span as they are."""
    start = plan.document.source.text.find(words, span.start, span.end)
    return Mention(words, Span(start, start + len(words)) if start >= 0 else span)


# ---------------------------------------------------------------- the register


def _of_role(plan: Plan, role: Role, lexicon: Lexicon) -> Iterator[Seen]:
    """Who holds a role; the role itself where nobody in particular does."""
    title = without_brackets(role.text)
    is_title = role.person is None or fold(role.person.text) != fold(role.text)
    holders = list(_parties(plan, role.person, lexicon, registered=True)) if role.person is not None else []
    people = [one for one in holders if one.kind is OwnerKind.PERSON]
    titles = tuple(owner.name for owner in read_owners(Text(title, role.span), lexicon)) if is_title else ()
    aliases = (*_from_column(role), *_in_brackets(role.text, title))
    if is_title and len(people) == 1 and _is_abbreviation_of(title, people[0].name):
        titles, aliases = (), (*aliases, title)
    for one in holders:
        is_person = one.kind is OwnerKind.PERSON
        yield replace(one, roles=titles, aliases=(*one.aliases, *aliases)) if is_person else one
    if role.organisation is not None:
        yield from _bodies(plan, role.organisation, lexicon)
    if not people and is_title:
        yield from _parties(plan, Mention(role.text, role.span), lexicon, registered=True)


def _from_column(role: Role) -> tuple[str, ...]:
    """The abbreviations in a team table's own column."""
    found = []
    table, row = role.place.table, role.place.row
    if table is not None and row is not None:
        for head, cell in zip(table.table.header, row.cells, strict=False):
            if _ABBREVIATION_COLUMN.fullmatch(fold(head.text.plain)):
                found.append(cell.text.plain.strip())
    return tuple(word for word in found if word)


def _in_brackets(words: str, name: str) -> tuple[str, ...]:
    """The abbreviations behind a name or a role: "Piet Jansen (PJ)", "projectleider (PL)"."""
    inside = _IN_BRACKETS.findall(words)
    return tuple(short for short in inside if _is_abbreviation_of(short, name) or _shortens(short, name))


def _shortens(short: str, role: str) -> bool:
    """ "PL" of projectleider, "FB" of functioneel beheerder: its letters in order, from the first one on."""
    if _ABBREVIATION.fullmatch(short) is None or not fold(role).startswith(fold(short)[0]):
        return False
    letters = iter(fold(role))
    return all(letter in letters for letter in fold(short))


def _is_abbreviation_of(words: str, name: str) -> bool:
    short, person = person_name(words), person_name(name)
    return (
        _ABBREVIATION.fullmatch(words) is not None
        and short is not None
        and person is not None
        and bool(short.monogram)
        and (likeness(short, person) > 0 or person.alone[:1] in (*short.monogram[:1], *short.monogram[-1:]))
    )


def _stakeholders(plan: Plan, lexicon: Lexicon) -> Iterator[Seen]:
    """A single word, "Huurders", is a group here, unless it is the name of somebody with a role."""
    people = [role.person.text for role in plan.roles if role.person is not None]
    names = {fold(word) for person in people for word in person.split()}
    for stakeholder in plan.stakeholders:
        for one in _parties(plan, Mention(stakeholder.text, stakeholder.span), lexicon, registered=True):
            person = person_name(one.name)
            alone = one.kind is OwnerKind.PERSON and person is not None and not person.surname
            yield replace(one, kind=OwnerKind.GROUP) if alone and fold(one.name) not in names else one


def _loose(plan: Plan, span: Span, lexicon: Lexicon) -> Iterator[Seen]:
    """Whoever is named anywhere in a stretch of text."""
    for match in names_in(plan.document.source.slice(span)):
        name, kind = who_is_meant(match.group(), lexicon)
        if kind is OwnerKind.PERSON and name[:1].isupper():
            place = Span(span.start + match.start(), span.start + match.end())
            yield Seen(name, kind, _placed(plan, name, place), True, is_loose=True)

"""Facts about the people of a plan: who asks for it, who leads it, who is in the team and how they work together."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from implan_lint.checks import gaps
from implan_lint.checks.base import Look, NoParameters, check
from implan_lint.checks.texts import PLACE_VALUES, PLACE_VARIANTS, is_waived, not_said, says, texts
from implan_lint.checks.whole import is_filled, is_fragment
from implan_lint.diagnostic import Finding
from implan_lint.plan.lexicon import lexicon_of
from implan_lint.plan.model import OwnerKind, Plan, Role, TableKind
from implan_lint.plan.names import names_in
from implan_lint.plan.owners import is_blank
from implan_lint.plan.register_of_parties import Parties
from implan_lint.plan.words import fold

_ORGANISATION = "projectorganisatie"
_HEAD = 800
"""Characters at the top of a plan among which its own facts stand."""
_OWNER = re.compile(r"\b(?:eigenaar|owner)\W{0,4}:\W*\w", re.IGNORECASE)
"""The owner of the plan as a whole: "**Eigenaar:** Sanne"."""


# ---------------------------------------------------------------- who asks for it and who leads it


@check(*PLACE_VALUES, variants=PLACE_VARIANTS)
def without_sponsor(plan: Plan, look: Look, _: NoParameters) -> Iterator[Finding]:
    """Nobody, by name or by role, for whom the plan is carried out."""
    look.once()
    if not _is_asked(plan) or _names(plan, "opdrachtgever", "organisation.sponsor"):
        return
    finding = not_said(plan, _ORGANISATION)
    yield replace(finding, about=(*finding.about, "field:opdrachtgever"))


@check(*PLACE_VALUES, variants=(*PLACE_VARIANTS, "contractor"))
def without_lead(plan: Plan, look: Look, _: NoParameters) -> Iterator[Finding]:
    """Nobody who leads the work; `contractor`: nobody who carries it out, where the profile asks for that as well."""
    look.once()
    if not _is_asked(plan):
        return
    finding = not_said(plan, _ORGANISATION)
    is_author = "auteur" in plan.profile.required_fields and _names(plan, "auteur", "organisation.lead")
    if not is_author and not _names(plan, "projectleider", "organisation.lead"):
        yield replace(finding, about=(*finding.about, "field:projectleider", "field:auteur"))
    elif "opdrachtnemer" in plan.profile.required_fields and not (
        _names(plan, "opdrachtnemer", "organisation.contractor") or _names(plan, "leveranciers", "supplier.words")
    ):
        yield replace(finding, variant="contractor", about=(*finding.about, "field:opdrachtnemer"))


def _is_asked(plan: Plan) -> bool:
    return not is_fragment(plan) and not is_waived(plan, _ORGANISATION)


def _names(plan: Plan, field: str, words: str) -> bool:
    """The plan's own field for it is filled in, or a text says more of it than an empty label does."""
    found, lexicon = plan.meta.get(field), lexicon_of(plan.vocabulary)
    if found is not None and is_filled(plan, found) and not (found.text and is_blank(found.text, lexicon)):
        return True
    if _OWNER.search(plan.document.source.text[:_HEAD]):
        return True
    said = (*texts(plan), *(section.heading.text.plain for section in plan.sections if not section.is_empty))
    return any(lexicon.holds(words, text) and not (found is not None and _is_label(text)) for text in said)


def _is_label(text: str) -> bool:
    """ "Opdrachtgever:" alone; of a field that was read, there is nothing behind or below it."""
    return text.rstrip().endswith(":") and len(text.split()) <= 2


# ---------------------------------------------------------------- the team


_FEWEST_MEMBERS = 2
_TEAM = (_ORGANISATION, "voorbereiding", "context", "inleiding", "samenvatting", "stakeholders", "werkafspraken")


@check(*PLACE_VALUES, variants=PLACE_VARIANTS)
def without_members(plan: Plan, look: Look, _: NoParameters) -> Iterator[Finding]:
    """Fewer than two people or roles that make the team."""
    look.once()
    if _is_asked(plan) and len({fold(role.text) for role in plan.roles}) < _FEWEST_MEMBERS and not _lists_people(plan):
        yield not_said(plan, _ORGANISATION)


def _lists_people(plan: Plan) -> bool:
    """Two names or roles in the parts where a team is told about, or words for who is in it."""
    lexicon = lexicon_of(plan.vocabulary)
    roles = lexicon.pattern("owner.role")
    found: set[str] = set()
    titles = (section.heading.text.plain for section in plan.of_kind(_ORGANISATION))
    for text in (*titles, *texts(plan, *_TEAM)):
        found |= {fold(match.group()) for match in names_in(text)}
        found |= {match.group() for match in roles.finditer(fold(text))}
    return len(found) >= _FEWEST_MEMBERS or says(plan, "organisation.members")


@check(*gaps.VALUES, variants=("role", "name"))
def half_member(plan: Plan, look: Look, _: NoParameters) -> Iterator[Finding]:
    """A row of the team without its name (`name`) or without its role (`role`), where the table has both columns."""
    for role in look(plan.roles):
        table = role.place.table
        if table is None or table.kind is not TableKind.ROLES or not {"rol", "naam"} <= set(table.columns):
            continue
        if _is_open(plan, role, "rol"):
            yield replace(gaps.cell_gap(role, "rol"), variant="role")
        elif _is_open(plan, role, "naam") and role.organisation is None:
            yield replace(gaps.cell_gap(role, "naam"), variant="name")


def _is_open(plan: Plan, role: Role, column: str) -> bool:
    """Nothing in this cell yet, and no word on when there will be."""
    place = role.place
    cell = place.table.cell(place.row, column) if place.table is not None and place.row is not None else None
    return cell is None or is_blank(cell.text.plain, lexicon_of(plan.vocabulary))


@check("text", "count")
def alone(plan: Plan, look: Look, _: NoParameters) -> Iterator[Finding]:
    """Everything in the plan hangs on one person: nobody else owns anything or has a role."""
    owned = [action for action in plan.actions if action.owner is not None and not action.withdrawn]
    if len(owned) < _FEWEST_ACTIONS:
        return
    look.once()
    parties = Parties.of(plan)
    owners = {owner.name for action in owned for owner in action.owners}
    found = [parties.resolve(name) for name in owners]
    first = found[0]
    if first is None or first.kind is not OwnerKind.PERSON or any(party is not first for party in found):
        return
    if all(party is first for party in parties if party.kind is not OwnerKind.VAGUE):
        yield Finding(owned[0].slot("wie"), {"text": first.name, "count": len(owned)})


_FEWEST_ACTIONS = 3


# ---------------------------------------------------------------- how they work together


@check(*PLACE_VALUES, variants=PLACE_VARIANTS)
def without_agreements(plan: Plan, look: Look, _: NoParameters) -> Iterator[Finding]:
    """No word on how the team decides, escalates, meets or keeps its documents."""
    look.once()
    waived = is_waived(plan, _ORGANISATION, "werkafspraken") or is_fragment(plan)
    if waived or says(plan, "organisation.agreements") or says(plan, "organisation.talk"):
        return
    finding = not_said(plan, "werkafspraken", _ORGANISATION)
    yield replace(finding, about=(*finding.about, "team talk"))


@check(*PLACE_VALUES, variants=PLACE_VARIANTS)
def without_talk(plan: Plan, look: Look, _: NoParameters) -> Iterator[Finding]:
    """No word on how the team itself keeps in touch: a meeting, a stand-up, a channel, a list of actions."""
    look.once()
    waived = is_waived(plan, _ORGANISATION, "werkafspraken") or is_fragment(plan)
    if not waived and not says(plan, "organisation.talk"):
        finding = not_said(plan, "werkafspraken", _ORGANISATION)
        yield replace(finding, about=(*finding.about, "team talk"))

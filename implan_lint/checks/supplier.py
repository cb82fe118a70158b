"""Facts about the supplier and about who keeps the system running: contact, agreements, management, acceptance."""

from __future__ import annotations

import re
from collections.abc import Iterator

from implan_lint.checks.base import Look, NoParameters, check
from implan_lint.checks.results import heading_span, is_rolled_out
from implan_lint.checks.texts import is_waived, says, texts
from implan_lint.checks.whole import is_fragment
from implan_lint.diagnostic import Finding, Span
from implan_lint.plan.lexicon import lexicon_of
from implan_lint.plan.model import Milestone, MilestoneType, Plan
from implan_lint.plan.names import names_in
from implan_lint.plan.words import fold

_PARTS = ("leverancier", "projectorganisatie", "werkafspraken", "beheer", "randvoorwaarden", "besluiten", "bijlagen")
_REACH = re.compile(r"[\w.+-]+@[\w-]+\.\w|\b0\d{1,3}[ -]?\d{6,8}\b|\+\d{9,}")
_SLA = re.compile(r"\bSLA\b|\b[Ss]ervice[ -][Ll]evel [Aa]greement")
_DAP = re.compile(r"\bDAP\b|\b[Dd]ossier (?:[Aa]fspraken|of agreements)", re.IGNORECASE)


def _supplier(plan: Plan) -> tuple[Span, tuple[str, ...]] | None:
    """Where the plan names its supplier, and the names by which it is known; None if there is none."""
    lexicon = lexicon_of(plan.vocabulary)
    field = plan.meta.get("leveranciers")
    if field is not None:
        if lexicon.is_one_of("supplier.none", field.text) or not field.text.strip():
            return None
        names = tuple(fold(name) for name in re.findall(r"(?:naam|name)\s*:\s*([^\n,]+)", field.text)) or (
            *(fold(name) for name in re.split(r"[\n,;]", field.text) if name.strip()),
        )
        return field.key_span, names
    for role in plan.roles:
        if lexicon.holds("supplier.words", role.text):
            return role.span, ()
    part = next(plan.of_kind("leverancier"), None)
    return (part.heading.span, ()) if part is not None and not part.is_empty else None


# ---------------------------------------------------------------- contact and agreements


@check()
def without_contact(plan: Plan, look: Look, _: NoParameters) -> Iterator[Finding]:
    """A supplier whom nobody can call: no name, no role and no address."""
    supplier = _supplier(plan)
    if is_fragment(plan) or supplier is None:
        return
    look.once()
    span, names = supplier
    field = plan.meta.get("leveranciers")
    if field is not None and (_REACH.search(field.text) or re.search(r"\bcontact", field.text, re.IGNORECASE)):
        return
    if not any(_is_contact(plan, text, names) for text in _supplier_texts(plan, names)):
        yield Finding(span, about=("section:leverancier",))


def _supplier_texts(plan: Plan, names: tuple[str, ...]) -> Iterator[str]:
    """What stands in the supplier's part, and every line or row elsewhere that names the supplier."""
    lexicon = lexicon_of(plan.vocabulary)
    yield from texts(plan, "leverancier")
    rows = (" | ".join(cell.text.plain for cell in row.cells) for table in plan.tables for row in table.table.rows)
    for text in (*texts(plan), *rows):
        folded = fold(text)
        if lexicon.holds("supplier.words", folded) or any(name and name in folded for name in names):
            yield text


def _is_contact(plan: Plan, text: str, names: tuple[str, ...]) -> bool:
    lexicon = lexicon_of(plan.vocabulary)
    if _REACH.search(text) or lexicon.holds("supplier.contact", text):
        return True
    people = (match.group() for match in names_in(text))
    return any(fold(person) not in names for person in people)


@check()
def without_agreements(plan: Plan, look: Look, _: NoParameters) -> Iterator[Finding]:
    """A supplier with whom nothing is agreed on paper."""
    supplier = _supplier(plan)
    if is_fragment(plan) or supplier is None or is_waived(plan, "leverancier"):
        return
    look.once()
    span, names = supplier
    lexicon = lexicon_of(plan.vocabulary)
    if any(lexicon.holds("supplier.agreement", text) for text in _supplier_texts(plan, names)):
        return
    if says(plan, "supplier.agreement", *_PARTS, "acties", "mijlpalen", "resultaten"):
        return
    yield Finding(span, about=("section:leverancier",))


@check(variants=("sla", "unplanned"))
def agreements_apart(plan: Plan, look: Look, _: NoParameters) -> Iterator[Finding]:
    """`sla`: a DAP without an SLA to fill in; `unplanned`: a DAP that has neither a date nor an owner."""
    source = plan.document.source.text
    made = [one for one in look(plan.milestones) if one.type is MilestoneType.AGREEMENTS and _DAP.search(one.text)]
    if not _DAP.search(source) or not made:
        return
    if not _SLA.search(source):
        yield Finding(made[0].span, variant="sla")
    if not any(one.when or one.owner for one in made) and not _is_planned(plan, made):
        yield Finding(made[0].span, variant="unplanned", about=("result:agreements",))


def _is_planned(plan: Plan, made: list[Milestone]) -> bool:
    spans = [one.span for one in made]
    planned = (action for action in plan.actions if _DAP.search(action.text) and action.span not in spans)
    return any(action.when is not None or action.owner is not None for action in planned)


# ---------------------------------------------------------------- management


@check(variants=("functional", "technical", "both"))
def unmanaged(plan: Plan, look: Look, _: NoParameters) -> Iterator[Finding]:
    """Nobody keeps the system running: no role, name or sentence about functional or technical management."""
    look.once()
    if is_waived(plan, "beheer") or not is_rolled_out(plan):
        return
    functional = _is_about(plan, "management.functional")
    technical = _is_about(plan, "management.technical") or says(plan, "supplier.hosted")
    if functional and technical:
        return
    variant = "technical" if functional else "functional" if technical else "both"
    about = [f"result:{name}" for name, done in (("functional", functional), ("technical", technical)) if not done]
    yield Finding(heading_span(plan, "beheer", "projectorganisatie"), variant=variant, about=tuple(about))


def _is_about(plan: Plan, words: str) -> bool:
    """Anywhere in the text, or in a heading with words below it."""
    lexicon = lexicon_of(plan.vocabulary)
    headings = (found.heading.text.plain for found in plan.sections if not found.is_empty)
    return says(plan, words) or any(lexicon.holds(words, heading) for heading in headings)


# ---------------------------------------------------------------- acceptance


@check()
def never_accepted(plan: Plan, look: Look, _: NoParameters) -> Iterator[Finding]:
    """No word on acceptance, handover or discharge, in a plan that has a supplier or is about software."""
    if is_fragment(plan) or (plan.profile.name != "software" and _supplier(plan) is None):
        return
    look.once()
    if not _is_about(plan, "acceptance"):
        yield Finding(heading_span(plan, "succescriteria", "beheer", "resultaten", "mijlpalen", "doelen"))

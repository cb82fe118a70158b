"""Facts about the scope: that it is drawn, on both sides, and has no loose ends."""

from __future__ import annotations

import re
from collections.abc import Iterator

from implan_lint.checks.base import Look, NoParameters, check
from implan_lint.checks.presence import VALUES as PART_VALUES
from implan_lint.checks.presence import VARIANTS as PART_VARIANTS
from implan_lint.checks.presence import PartParameters, part_without
from implan_lint.checks.whole import is_fragment
from implan_lint.diagnostic import Finding, Span
from implan_lint.plan.lexicon import Lexicon
from implan_lint.plan.links import content_words
from implan_lint.plan.model import Origin, Plan, ScopeItem, ScopeSide
from implan_lint.plan.words import fold_keeping_places

_KINDS = ("scope", "scope_in", "scope_uit")
_EXAMPLE = re.compile(r"\((?:zoals|bijv|bijvoorbeeld|denk aan|e\.g\.|such as|for example)\b[^()]*\)")
"""In brackets behind a thing that is named itself, an example only explains."""
_DRAWS = re.compile(r"\W*(?:de |the )?(?:\w+ )?(?:binnen|buiten|in|out of|scope)\b", re.IGNORECASE)
""" "Buiten scope valt ...": a sentence that draws the boundary itself."""
_LINK = re.compile(r"\]\([^()\s]*\)")


@check(*PART_VALUES, variants=(*PART_VARIANTS, "outside"), parameters=PartParameters)
def absent(plan: Plan, look: Look, with_: PartParameters) -> Iterator[Finding]:
    """Nothing says what the plan includes; `outside`: it only says what it leaves out."""
    if is_fragment(plan) or any(item.side is ScopeSide.IN and not item.trivial for item in look(plan.scope)):
        return
    if any(section.na_reason for section in plan.of_kind(*_KINDS)):
        return
    ruled_out = {exclusion.span for exclusion in plan.exclusions}
    outside = [item for item in plan.scope if item.side is ScopeSide.OUT and not item.trivial]
    left_out = next((item for item in outside if item.span not in ruled_out), None)
    for finding in part_without(plan, look, "scope", with_):
        if left_out is not None:
            yield Finding(left_out.span, finding.values, "outside", finding.about)
        else:
            yield finding


@check(variants=("", "trivial"))
def without_exclusions(plan: Plan, look: Look, _: NoParameters) -> Iterator[Finding]:
    """A scope without anything that lies outside it; `trivial`: "buiten scope: geen"."""
    if not any(item.side is ScopeSide.IN and not item.trivial for item in look(plan.scope)):
        return
    outside = [item for item in plan.scope if item.side is not ScopeSide.IN]
    if any(not item.trivial for item in outside) or any(section.na_reason for section in plan.of_kind("scope_uit")):
        return
    about = ("section:scope_uit",)
    if outside:
        yield Finding(outside[0].span, variant="trivial", about=about)
    else:
        yield Finding(_boundary(plan), about=about)


def _boundary(plan: Plan) -> Span:
    """Where the exclusions should stand: the heading of the scope, or its first item."""
    for kind in ("scope_uit", "scope_in", "scope"):
        section = next(plan.of_kind(kind), None)
        if section is not None:
            return section.heading.span
    return next(item.span for item in plan.scope if item.side is ScopeSide.IN)


@check("text")
def trivial_exclusion(plan: Plan, look: Look, _: NoParameters) -> Iterator[Finding]:
    """An exclusion that excludes nothing in particular: "overige zaken"."""
    for item in look(item for item in plan.scope if item.side is ScopeSide.OUT):
        if item.trivial:
            about = ("section:scope_uit", f"cell:{item.span.start}-{item.span.end}")
            yield Finding(item.span, {"text": item.text.rstrip(" .;")}, about=about)


@check("text", "line")
def contradicted(plan: Plan, look: Look, _: NoParameters) -> Iterator[Finding]:
    """What stands both inside and outside the scope, in the same words; "training sales" is not "training"."""
    inside = {_key(item): item for item in plan.scope if item.side is ScopeSide.IN and not item.trivial}
    for item in look(item for item in plan.scope if item.side is ScopeSide.OUT and not item.trivial):
        other = inside.get(_key(item))
        if other is not None and _key(item)[0] and other.span != item.span:
            yield Finding(item.span, {"text": item.text.rstrip(" .;"), "line": other.line})


_BOUNDARY = content_words("scope valt vallen hoort horen falls fall")


def _key(item: ScopeItem) -> tuple[frozenset[str], tuple[str, ...]]:
    """The words of an item without those that draw the boundary; and its numbers, as "fase 1" is not "fase 2"."""
    return content_words(item.text.replace("(", " ").replace(")", " ")) - _BOUNDARY, tuple(_DIGITS.findall(item.text))


_DIGITS = re.compile(r"\d+")


@check("words", "text")
def open_ended(plan: Plan, look: Look, _: NoParameters) -> Iterator[Finding]:
    """ "enz." or "zoals" in what is in or out: the reader can't tell where it ends."""
    lexicon = Lexicon(plan.vocabulary)
    listed = {id(item.place.section) for item in plan.scope if item.place.origin is not Origin.SENTENCE}
    about = {
        id(found.section)
        for found in plan.sections
        if any(kind in (*_KINDS, "scope_later") for kind in (*found.kinds, *found.inherited))
    }
    for item in look(plan.scope):
        # Prose next to a list explains the list; the list is what counts. And prose that mentions the scope in
        # passing, in a part about something else, draws no boundary.
        if item.place.origin is Origin.SENTENCE and (
            id(item.place.section) in listed or not (id(item.place.section) in about or _DRAWS.match(item.text))
        ):
            continue
        found = _loose_end(plan, item, lexicon)
        if found is not None:
            words = plan.document.source.slice(found)
            yield Finding(found, {"words": words, "text": item.text.rstrip(" .;")})


def _loose_end(plan: Plan, item: ScopeItem, lexicon: Lexicon) -> Span | None:
    """The first open-ended word, outside the addresses of links."""
    source = fold_keeping_places(
        _LINK.sub(lambda match: " " * len(match.group()), plan.document.source.slice(item.span))
    )
    closed = [match.span() for match in lexicon.pattern("scope.like_closed").finditer(source)]
    closed += [match.span() for match in _EXAMPLE.finditer(source)]
    for name in ("open_ended", "scope.like"):
        for match in lexicon.pattern(name).finditer(source):
            if not any(start <= match.start() < end for start, end in closed):
                return Span(item.span.start + match.start(), item.span.start + match.end())
    return None

"""Facts about the wording of what the plan binds people to: words that leave open how much, whether, and what else.

Only what somebody must do or reach is looked at: goals, actions, measures, preconditions, agreements and scope;
an introduction may say "voldoende" as often as it likes.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from implan_lint.checks.actions import open_actions
from implan_lint.checks.base import Look, NoParameters, check
from implan_lint.checks.communication import is_agreement
from implan_lint.checks.gaps import about_cell
from implan_lint.checks.goals import about_goal, written_goals
from implan_lint.diagnostic import Confidence, Finding, Span
from implan_lint.plan.lexicon import Lexicon, lexicon_of
from implan_lint.plan.model import Mention, Plan
from implan_lint.plan.words import fold, fold_keeping_places

VALUES = ("words", "count")
VARIANTS = ("", "list")
"""One place; more places than anybody wants to hear of one by one."""

_FEW = 3
_SENTENCE_END = re.compile(r"[.!?](?=\s)|[;\n|]")
_NOT_WORDS = re.compile(
    r"\]\([^()\s]*\)|`[^`\n]*`|\"[^\"\n]{1,60}\"|(?<!\w)'[^'\n]{1,60}'(?!\w)|“[^”\n]{1,60}”|‘[^’\n]{1,60}’"
)
"""Addresses of links, code, and what somebody else said or a thing is called."""
_NUMBER = re.compile(
    r"\d|\b(?:een enkele?|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|helft|two|three|four|five|six|ten|half)\b"
)
_DENIED = re.compile(r"\b(?:niet|geen|not|no)\s+$")


@dataclass(frozen=True, slots=True)
class _Promise:
    """Words that bind somebody, and under which names other rules speak of them."""

    span: Span
    about: tuple[str, ...]
    is_fallback: bool = False
    """What is done only when something has gone wrong."""


@dataclass(frozen=True, slots=True)
class _Hit:
    words: str
    sentence: str
    before: str
    promise: _Promise
    span: Span


@check(*VALUES, variants=VARIANTS)
def vague_amount(plan: Plan, look: Look, _: NoParameters) -> Iterator[Finding]:
    """ "Voldoende", "optimaal", "adequaat" without a number in the sentence."""
    lexicon = lexicon_of(plan.vocabulary)
    promises = (*_goals(plan), *_actions(plan), *_measures(plan), *_preconditions(plan), *_scope(plan))

    def is_open(hit: _Hit) -> bool:
        closed = _NUMBER.search(hit.sentence) or lexicon.holds("loose.amount.closed", hit.sentence)
        return not closed and not _DENIED.search(hit.before)

    yield from _told(_hits(plan, look(promises), "loose.amount", lexicon), is_open)


@check(*VALUES, variants=VARIANTS)
def escape(plan: Plan, look: Look, _: NoParameters) -> Iterator[Finding]:
    """ "Waar mogelijk", "in principe": whether it holds, is for anybody to say."""
    lexicon = lexicon_of(plan.vocabulary)
    promises = (*_goals(plan), *_actions(plan), *_measures(plan), *_agreements(plan))

    def is_open(hit: _Hit) -> bool:
        if not lexicon.is_one_of("loose.escape.needed", hit.words):
            return True
        # With a threshold, or for when something has gone wrong, "zo nodig" is what it should be.
        return not hit.promise.is_fallback and not _NUMBER.search(hit.sentence)

    yield from _told(_hits(plan, look(promises), "loose.escape", lexicon), is_open)


@check(*VALUES, variants=VARIANTS)
def open_list(plan: Plan, look: Look, _: NoParameters) -> Iterator[Finding]:
    """ "Enz." at the end of what is to be done; the scope has its own rule."""
    promises = (*_goals(plan), *_actions(plan), *_measures(plan))

    def is_open(hit: _Hit) -> bool:
        # In brackets behind a thing that is named itself, examples only explain.
        return hit.before.count("(") <= hit.before.count(")")

    yield from _told(_hits(plan, look(promises), "loose.list", lexicon_of(plan.vocabulary)), is_open)


# ---------------------------------------------------------------- finding the words


def _hits(plan: Plan, promises: Iterable[_Promise], words: str, lexicon: Lexicon) -> Iterator[_Hit]:
    """The first of the words in each sentence of the promises, in the order of the text; no place twice."""
    seen: set[int] = set()
    for promise in sorted(promises, key=lambda promise: promise.span.start):
        source = plan.document.source.slice(promise.span)
        folded = fold_keeping_places(_NOT_WORDS.sub(lambda match: " " * len(match.group()), source))
        for start, end in _sentences(folded):
            match = lexicon.pattern(words).search(folded, start, end)
            if match is None or promise.span.start + match.start() in seen:
                continue
            seen.add(promise.span.start + match.start())
            span = Span(promise.span.start + match.start(), promise.span.start + match.end())
            written = source[match.start() : match.end()]
            yield _Hit(written, folded[start:end], folded[start : match.start()], promise, span)


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for end in _SENTENCE_END.finditer(text):
        yield start, end.end()
        start = end.end()
    yield start, len(text)


def _told(hits: Iterable[_Hit], is_open: Callable[[_Hit], bool]) -> Iterator[Finding]:
    """Each by itself if they are few; otherwise all in one finding, at the first."""
    found = [hit for hit in hits if is_open(hit)]
    if len(found) > _FEW:
        words = tuple(dict.fromkeys(fold(hit.words) for hit in found))
        yield Finding(found[0].span, {"words": words[:_FEW], "count": len(found)}, "list")
        return
    for hit in found:
        about = (*hit.promise.about, about_cell(hit.span))
        yield Finding(hit.span, {"words": hit.words, "count": 1}, about=about)


# ---------------------------------------------------------------- what binds somebody


def _goals(plan: Plan) -> Iterator[_Promise]:
    """A goal with a measure has said how much."""
    return (_Promise(goal.span, about_goal(goal)) for goal in written_goals(plan) if not goal.measurable.found)


def _actions(plan: Plan) -> Iterator[_Promise]:
    for action in open_actions(plan):
        if action.place.confidence is not Confidence.LOW:
            yield _Promise(action.span, (about_cell(action.span),))


def _measures(plan: Plan) -> Iterator[_Promise]:
    for risk in plan.risks:
        if risk.place.confidence is not Confidence.LOW and not risk.accepted:
            for measure in risk.measures:
                yield _mentioned(measure, is_fallback=measure is risk.corrective)


def _agreements(plan: Plan) -> Iterator[_Promise]:
    for row in filter(is_agreement, plan.communications):
        if row.place.confidence is not Confidence.LOW:
            parts = (row.message, row.channel, row.moment)
            yield from (_mentioned(part) for part in parts if part is not None)


def _preconditions(plan: Plan) -> Iterator[_Promise]:
    return (_Promise(item.span, (about_cell(item.span),)) for item in plan.preconditions)


def _scope(plan: Plan) -> Iterator[_Promise]:
    return (
        _Promise(item.span, (about_cell(item.span),))
        for item in plan.scope
        if item.place.confidence is not Confidence.LOW
    )


def _mentioned(words: Mention, *, is_fallback: bool = False) -> _Promise:
    return _Promise(words.span, (about_cell(words.span),), is_fallback)

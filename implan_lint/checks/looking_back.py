"""Facts about what evaluation and nazorg are for: the goals, an end, adjusting the plan, looking again later."""

from __future__ import annotations

from collections.abc import Iterator

from implan_lint.checks.base import Look, NoParameters, check
from implan_lint.checks.closing import ADJUSTS
from implan_lint.checks.measuring import own_words
from implan_lint.checks.texts import PLACE_VALUES, PLACE_VARIANTS, not_said
from implan_lint.checks.whole import is_fragment
from implan_lint.diagnostic import Finding
from implan_lint.plan.lexicon import lexicon_of
from implan_lint.plan.model import Aftercare, EvaluationKind, Plan
from implan_lint.plan.time.period import TimeKind
from implan_lint.plan.time.reader import TimeContext, find_periods

_CLOSING = ("evaluatie", "monitoring", "gegevensverzameling", "borging", "verspreiding")


@check("heading")
def goals_not_tested(plan: Plan, look: Look, _: NoParameters) -> Iterator[Finding]:
    """An evaluation that is told in words, none of which is about goals, figures or results."""
    spans = [evaluation.span for evaluation in plan.evaluations]
    parts = (part for part in look(plan.of_kind("evaluatie")) if any(map(part.section.span.covers, spans)))
    part = next(parts, None)
    if part is None or is_fragment(plan):
        return
    lexicon = lexicon_of(plan.vocabulary)
    said = [*own_words(plan, "evaluatie"), *(evaluation.text for evaluation in plan.evaluations)]
    measured = any(part.section.span.covers(indicator.span) for indicator in plan.indicators)
    if measured or any(lexicon.holds("evaluation.goals", text) for text in said):
        return
    yield Finding(part.heading.span, {"heading": part.heading.title.plain}, about=("section:evaluatie",))


@check("text", variants=("", "handed_over"))
def aftercare_without_end(plan: Plan, look: Look, _: NoParameters) -> Iterator[Finding]:
    """Nazorg of which nobody knows when it is over; `handed_over`: it says at least who takes over."""
    cares = list(look(plan.aftercare))
    told = [care for care in cares if not care.is_row and care.place.row is None]
    if not told or is_fragment(plan) or any(care.is_row and care.when is not None for care in cares):
        return
    said = [*own_words(plan, "nazorg"), *(care.text for care in cares)]
    lexicon = lexicon_of(plan.vocabulary)
    if any(map(_has_length, cares)) or any(lexicon.holds("aftercare.end", text) or _lasts(plan, text) for text in said):
        return
    variant = "handed_over" if any(lexicon.holds("aftercare.next", text) for text in said) else ""
    first = told[0]
    yield Finding(first.span, {"text": first.text.rstrip(" .")}, variant, (f"evaluation:{first.span.start}",))


def _has_length(care: Aftercare) -> bool:
    period = care.period
    if period is None or period.kind is TimeKind.DURATION:
        return period is not None
    return period.latest is not None and period.earliest != period.latest


def _lasts(plan: Plan, text: str) -> bool:
    context = TimeContext(plan.lifetime.start, plan.lifetime.end, {}, plan.today)
    return any(period.kind is TimeKind.DURATION for period in find_periods(text, context))


@check(*PLACE_VALUES, variants=PLACE_VARIANTS)
def never_adjusted(plan: Plan, look: Look, _: NoParameters) -> Iterator[Finding]:
    """Nothing says that, how or when the plan is adjusted."""
    look.once()
    lexicon = lexicon_of(plan.vocabulary)
    if is_fragment(plan):
        return
    if any(ADJUSTS.search(text) or lexicon.holds("evaluation.adjust", text) for text in own_words(plan)):
        return
    finding = not_said(plan, "evaluatie", "monitoring", "gegevensverzameling")
    # Who does not look on the way has nothing to adjust by.
    about = (*finding.about, "evaluation:tussentijds")
    yield Finding(finding.span, finding.values, finding.variant, about)


@check("heading", variants=("", "nowhere"))
def never_again(plan: Plan, look: Look, _: NoParameters) -> Iterator[Finding]:
    """All evaluating stops with the project: no rhythm, no audit, and no evaluation after its end."""
    evaluations = list(look(plan.evaluations))
    if not evaluations or is_fragment(plan) or _goes_on(plan):
        return
    spans = [evaluation.span for evaluation in evaluations]
    part = next((part for part in plan.of_kind("evaluatie") if any(map(part.section.span.covers, spans))), None)
    if part is not None:
        yield Finding(part.heading.span, {"heading": part.heading.title.plain}, about=("section:evaluatie",))
    else:
        yield Finding(evaluations[-1].span, {"heading": ""}, "nowhere", ("section:evaluatie",))


def _goes_on(plan: Plan) -> bool:
    end, lexicon = plan.lifetime.end, lexicon_of(plan.vocabulary)
    for evaluation in plan.evaluations:
        last = evaluation.period.latest if evaluation.period is not None else None
        later = end is not None and not plan.lifetime.derived and last is not None and last > end
        if later or evaluation.kind is EvaluationKind.ONGOING or lexicon.holds("evaluation.lasting", evaluation.text):
            return True
        if evaluation.period is not None and evaluation.period.kind is TimeKind.RECURRING:
            return True
    rhythms = (indicator.rhythm.text for indicator in plan.indicators if indicator.rhythm is not None)
    context = TimeContext(plan.lifetime.start, plan.lifetime.end, {}, plan.today)
    if any(period.kind is TimeKind.RECURRING for text in rhythms for period in find_periods(text, context)):
        return True
    return any(lexicon.holds("evaluation.lasting", text) for text in own_words(plan, *_CLOSING))

"""Facts about how a plan ends: evaluation and nazorg, who does them and when."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from implan_lint.checks.base import Look, NoParameters, check
from implan_lint.checks.gaps import about_cell
from implan_lint.checks.presence import VALUES as PART_VALUES
from implan_lint.checks.presence import VARIANTS as PART_VARIANTS
from implan_lint.checks.presence import PartParameters, part_without
from implan_lint.checks.whole import is_fragment
from implan_lint.diagnostic import Finding, Related, Span, Term, Value
from implan_lint.document.model import Block, ListBlock, Paragraph
from implan_lint.document.text import Text
from implan_lint.plan.lexicon import Lexicon, lexicon_of
from implan_lint.plan.model import (
    Action,
    ActionKind,
    Aftercare,
    Evaluation,
    EvaluationKind,
    Milestone,
    MilestoneType,
    Plan,
)
from implan_lint.plan.register import milestone_type
from implan_lint.plan.time.period import TimeKind
from implan_lint.plan.time.reader import TimeContext, find_periods

_CLOSING_TYPES = (MilestoneType.AFTERCARE, MilestoneType.EVALUATION, MilestoneType.INTERIM_EVALUATION)
_CLOSING_SECTIONS = ("evaluatie", "nazorg", "monitoring", "borging", "verspreiding", "gegevensverzameling")
_CLOSING_WORDS = re.compile(r"\b(?:monitor|borg|verankering|nazorg|evaluat|evalue)", re.IGNORECASE)
_MEASURING = ("monitoring", "gegevensverzameling", "evaluatie")
ADJUSTS = re.compile(
    r"\b(?:bij(?:ge)?stuur|bijstur|bijstell|bijgesteld|adjust|stel(?:t|len)\b[^.]{0,80}\bbij\b|stu(?:urt|ren)\b[^.]{0,80}\bbij\b)",
    re.IGNORECASE,
)
_LOOKS_AT = re.compile(
    r"cijfers|gegevens|resultaten|uitkomst|meting|meet\b|meten\b|voortgang|indicator|ervaring|evalue(?:ert|ren)\b"
    r"|\b(?:figures|data|results|outcomes?|measure\w*|progress|experiences?|evaluates?)\b",
    re.IGNORECASE,
)
"""What is looked at before something is adjusted; a plan that is only adjusted now and then is not evaluated."""


# ---------------------------------------------------------------- presence


@check(*PART_VALUES, variants=PART_VARIANTS, parameters=PartParameters)
def no_evaluation(plan: Plan, look: Look, with_: PartParameters) -> Iterator[Finding]:
    """No evaluation is planned, by heading, row or sentence."""
    if plan.evaluations or is_fragment(plan) or _feeds_back(plan):
        look.once()
        return
    yield from part_without(plan, look, "evaluatie", with_)


FEEDS_BACK = re.compile(r"\bkoppel\w*\b[^.;]{0,80}\bterug\b", re.IGNORECASE)


def _feeds_back(plan: Plan) -> bool:
    """In a kind of plan where measuring counts as evaluation: the results of measuring are fed back."""
    part = next((part for part in plan.profile.sections if part.kind == "evaluatie"), None)
    if part is None or "gegevensverzameling" not in part.satisfied_by:
        return False
    lexicon = Lexicon(plan.vocabulary)
    texts = [text.plain for text in _texts_about(plan, *_MEASURING)]
    return any(lexicon.holds("evaluation.feedback", text) or FEEDS_BACK.search(text) for text in texts)


@check(*PART_VALUES, variants=PART_VARIANTS, parameters=PartParameters)
def no_aftercare(plan: Plan, look: Look, with_: PartParameters) -> Iterator[Finding]:
    """No nazorg is planned, by heading, row or sentence."""
    if plan.aftercare or is_fragment(plan):
        look.once()
        return
    yield from part_without(plan, look, "nazorg", with_)


@check("what")
def ruled_out(plan: Plan, look: Look, _: NoParameters) -> Iterator[Finding]:
    """Nazorg or evaluation that the plan only mentions to leave it out."""
    planned = {"evaluatie": plan.evaluations, "nazorg": plan.aftercare}
    kinds: dict[Span, list[str]] = {}
    for exclusion in look(plan.exclusions):
        if not planned.get(exclusion.kind) and not any(exclusion.kind in found for found in kinds.values()):
            kinds.setdefault(exclusion.span, []).append(exclusion.kind)
    for span, found in kinds.items():
        what = tuple(Term("object", kind) for kind in sorted(found, reverse=True))
        yield Finding(span, {"what": what}, about=tuple(f"section:{kind}" for kind in found))


_END_WORDS = re.compile(r"\beind|\bslot|\bfinal|\bclos", re.IGNORECASE)


@check()
def no_interim_evaluation(plan: Plan, look: Look, _: NoParameters) -> Iterator[Finding]:
    """Only at the end the plan looks back; nobody looks on the way."""
    finals = [evaluation for evaluation in look(plan.evaluations) if evaluation.kind is EvaluationKind.FINAL]
    if len(finals) < len(plan.evaluations) or not finals:
        return
    end = end_of_execution(plan)
    unnamed = [one for one in finals if _END_WORDS.search(one.text) is None]
    if end is not None and any(day is not None and day < end.day for day in map(_last_day, unnamed)):
        return  # it looks back on the way, whatever it is called
    if not _adjusts_on_the_way(plan):
        yield Finding(finals[0].span, about=("evaluation:tussentijds",))


def _adjusts_on_the_way(plan: Plan) -> bool:
    """A rhythm of measuring with adjustment: "elke maand bespreken we de cijfers en stellen we de planning bij"."""
    texts = list(_texts_about(plan, *_MEASURING))
    if not any(ADJUSTS.search(text.plain) for text in texts):
        return False
    measures = plan.indicators or any(_texts_about(plan, *_MEASURING[:2]))
    if not measures and not any(_LOOKS_AT.search(text.plain) for text in texts):
        return False
    context = TimeContext(plan.lifetime.start, plan.lifetime.end, {}, plan.today)
    rhythms = (TimeKind.RECURRING,)
    return any(period.kind in rhythms for text in texts for period in find_periods(text.plain, context)) or any(
        indicator.rhythm is not None for indicator in plan.indicators
    )


# ---------------------------------------------------------------- order


@dataclass(frozen=True, slots=True)
class End:
    """When the work itself is done: the go-live, or else the last action, or else the plan's end."""

    day: date
    span: Span | None
    role: str
    """The key in names.yaml's roles that says what stands at `span`."""


def end_of_execution(plan: Plan) -> End | None:
    """The day after which nazorg and the final evaluation belong; None where the plan does not say so."""
    life = plan.lifetime
    if life.go_live is not None:
        reversed_dates = life.end is not None and life.go_live > life.end
        return None if reversed_dates else End(life.go_live, life.go_live_span, "go_live")
    days = [(day, thing) for thing in _work(plan) if (day := _last_day(thing)) is not None]
    if days:
        day, last = max(days, key=lambda pair: pair[0])
        return End(day, last.when.span if last.when is not None else last.span, "execution")
    return End(life.end, life.end_span, "end") if life.end is not None and not life.derived else None


def _work(plan: Plan) -> Iterator[Action]:
    """The actions that carry the plan out; what only rounds it off does not count."""
    for action in plan.actions:
        if action.kind is ActionKind.ACTION and not action.withdrawn and not is_closing(plan, action):
            yield action


def is_closing(plan: Plan, thing: Action | Milestone) -> bool:
    """It only rounds the plan off: nazorg, evaluation, monitoring or sustaining."""
    section = thing.place.section
    kinds = _kinds(plan, section) if section is not None else ()
    return (
        milestone_type(thing.text, lexicon_of(plan.vocabulary)) in _CLOSING_TYPES
        or _CLOSING_WORDS.search(thing.text) is not None
        or bool(kinds and all(kind in _CLOSING_SECTIONS for kind in kinds))
    )


def _kinds(plan: Plan, section: object) -> tuple[str, ...]:
    found = next((found for found in plan.sections if found.section is section), None)
    return (found.kinds or found.inherited) if found is not None else ()


def _last_day(thing: Action | Milestone | Evaluation | Aftercare) -> date | None:
    period = thing.period
    return period.latest if period is not None and period.kind in (TimeKind.MOMENT, TimeKind.RELATIVE) else None


@check("date", "end", variants=("", "execution"))
def evaluation_too_early(plan: Plan, look: Look, _: NoParameters) -> Iterator[Finding]:
    """A final evaluation that lies before what it must judge."""
    lexicon = Lexicon(plan.vocabulary)
    finals = [
        (evaluation, day)
        for evaluation in look(plan.evaluations)
        if evaluation.kind is EvaluationKind.FINAL
        and not lexicon.holds("evaluation.partial", evaluation.text)
        and (day := _last_day(evaluation)) is not None
    ]
    end = end_of_execution(plan)
    if end is None or not finals:
        return
    some_after = any(day >= end.day for _, day in finals)
    last = max(day for _, day in finals)
    for evaluation, day in finals:
        # With a later one behind it, an evaluation that isn't called final looks back on the way.
        whole = lexicon.holds("evaluation.whole", evaluation.text)
        if day < end.day and (whole or (not some_after and day == last)):
            yield _too_early(evaluation, day, end)


@check("date", "end", variants=("", "execution"))
def aftercare_too_early(plan: Plan, look: Look, _: NoParameters) -> Iterator[Finding]:
    """Nazorg that is over before there is anything to look after."""
    dated = [(care, day) for care in look(plan.aftercare) if (day := _last_day(care)) is not None]
    end = end_of_execution(plan)
    if end is None or not dated:
        return
    care, day = max(dated, key=lambda pair: pair[1])
    if day < end.day:
        yield _too_early(care, day, end)


def _too_early(thing: Evaluation | Aftercare, day: date, end: End) -> Finding:
    span = thing.when.span if thing.when is not None else thing.span
    related = (Related(end.span, Term("role", end.role)),) if end.span is not None else ()
    variant = "" if end.role == "go_live" else "execution"
    about = (about_cell(span), f"evaluation:{thing.span.start}")
    return Finding(span, {"date": day, "end": end.day}, variant, about, related)


# ---------------------------------------------------------------- who and when


@check("what", "text", variants=("", "owner", "moment"))
def without_owner_or_moment(plan: Plan, look: Look, _: NoParameters) -> Iterator[Finding]:
    """An evaluation or nazorg outside the action tables of which nobody knows who does it, or when."""
    for kind in (EvaluationKind.FINAL, EvaluationKind.INTERIM):
        yield from _incomplete([one for one in look(plan.evaluations) if one.kind is kind], "evaluatie", plan)
    yield from _incomplete(list(look(plan.aftercare)), "nazorg", plan)


def _incomplete(things: Sequence[Evaluation | Aftercare], what: str, plan: Plan) -> Iterator[Finding]:
    """What no other mention of the same thing makes up for; rows of action tables have rules of their own."""
    others: tuple[Evaluation | Aftercare, ...] = (*plan.evaluations, *plan.aftercare)
    places = {id(thing.place.section) for thing in things}
    owner = any(other.owner is not None for other in others if other in things or id(other.place.section) in places)
    moment = any(_has_moment(thing) for thing in things)
    for thing in things:
        if thing.is_row or not _is_promise(plan, thing):
            continue
        own_row = thing.place.row is not None
        no_owner = thing.owner is None and (own_row or not owner)
        no_moment = not _has_moment(thing) and (own_row or not moment)
        if not no_owner and not no_moment:
            continue
        variant = "" if no_owner and no_moment else "owner" if no_owner else "moment"
        span = thing.slot("wie") if variant == "owner" else thing.slot("wanneer") if variant == "moment" else thing.span
        values: dict[str, Value] = {"what": Term("object", what), "text": thing.text.rstrip(" .")}
        yield Finding(span, values, variant, (about_cell(span), f"evaluation:{thing.span.start}"))
        if not own_row:
            return


def _has_moment(thing: Evaluation | Aftercare) -> bool:
    """A rhythm is a moment; "het hele traject" and "zo spoedig mogelijk" are none."""
    if thing.period is None:
        return thing.when is not None
    return thing.period.kind.is_term or thing.period.kind is TimeKind.RECURRING


def _is_promise(plan: Plan, thing: Evaluation | Aftercare) -> bool:
    """It stands where a plan says how it ends, not in a passing remark."""
    section = thing.place.section
    kinds = _kinds(plan, section) if section is not None else ()
    return thing.place.row is not None or any(kind in _CLOSING_SECTIONS for kind in kinds)


# ---------------------------------------------------------------- texts


def _texts_about(plan: Plan, *kinds: str) -> Iterator[Text]:
    """The paragraphs and items of the sections about these."""
    for section in plan.sections:
        if any(kind in kinds for kind in section.kinds or section.inherited):
            for block in section.section.blocks:
                yield from _texts(block)


def _texts(block: Block) -> Iterator[Text]:
    if isinstance(block, Paragraph):
        yield block.text
    elif isinstance(block, ListBlock):
        for item in block.items:
            yield item.text
            for inner in item.blocks:
                yield from _texts(inner)

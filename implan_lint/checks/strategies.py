"""Facts about the answers to what hinders: that there are some, of more than one kind, for a reason, worked out."""

from __future__ import annotations

from collections.abc import Iterator

from implan_lint.checks import gaps
from implan_lint.checks.base import Look, NoParameters, check
from implan_lint.checks.texts import PLACE_VALUES, PLACE_VARIANTS, is_waived, not_said, texts
from implan_lint.checks.whole import is_fragment
from implan_lint.diagnostic import Finding, Term, Value
from implan_lint.plan.ids import ids_in, own_ids
from implan_lint.plan.lexicon import lexicon_of
from implan_lint.plan.links import ENOUGH, Reason, common_words, content_words, goal_numbers_in, shared_words
from implan_lint.plan.model import Action, Factor, Plan, Polarity, Strategy
from implan_lint.plan.traces import strategies_of, tasks_of

_TYPES = ("educational", "facilitating", "feedback", "motivating", "marketing", "financial", "regulating")
_SURE = (Reason.NUMBER, Reason.ROW, Reason.NAME)


# ---------------------------------------------------------------- that there are some


@check(*PLACE_VALUES, variants=PLACE_VARIANTS)
def absent(plan: Plan, look: Look, _: NoParameters) -> Iterator[Finding]:
    """No strategy, neither as a row, nor as an item, nor as prose that names a kind of one."""
    look.once()
    if is_fragment(plan) or plan.strategies or any(factor.strategy for factor in plan.factors):
        return
    if is_waived(plan, "strategieen") or (plan.actions and _actions_are_strategies(plan)):
        return
    if not any(_types_in(plan, text) for text in texts(plan, "strategieen")):
        yield not_said(plan, "strategieen")


def _actions_are_strategies(plan: Plan) -> bool:
    """In a plan that asks for no part with strategies, or under a heading that means both ("Verbeterinterventies")."""
    if not plan.profile.requires("strategieen"):
        return True
    return any("acties" in found.kinds for found in plan.of_kind("strategieen"))


@check("text", "count", "type", variants=("", "alike"))
def only_one(plan: Plan, look: Look, _: NoParameters) -> Iterator[Finding]:
    """One strategy; `alike`: strategies of one and the same kind. A small change needs no more."""
    strategies = list(look(plan.strategies))
    size = plan.meta.get("omvang")
    if not strategies or (size is not None and "klein" in size.text.casefold()):
        return
    kinds = [_types_in(plan, strategy.text) for strategy in strategies]
    first = strategies[0]
    values: dict[str, Value] = {"text": first.text.rstrip(" ."), "count": len(strategies), "type": ""}
    if len(strategies) == 1:
        if len(kinds[0]) < 2:  # "training en roosteraanpassing" is two of them in one item
            yield Finding(first.span, values)
    elif all(len(found) == 1 for found in kinds) and len({name for found in kinds for name in found}) == 1:
        values["type"] = Term("strategy_type", kinds[0][0])
        yield Finding(first.span, values, "alike")


def _types_in(plan: Plan, text: str) -> list[str]:
    lexicon = lexicon_of(plan.vocabulary)
    return [name for name in _TYPES if lexicon.holds(f"strategy.type.{name}", text)]


# ---------------------------------------------------------------- what they answer


@check("text", "row", "column", "count", variants=("", "id", "words", "list"))
def unanswered(plan: Plan, look: Look, _: NoParameters) -> Iterator[Finding]:
    """A barrier without a strategy.

    An empty cell; `id`: nothing names its number, as something does with those of others; `words`: other barriers are
    answered in words, and there are fewer answers than barriers; `list`: few answers, and none says what it answers.
    """
    barriers = [factor for factor in look(plan.factors) if factor.polarity is Polarity.BARRIER]
    if not barriers or not (plan.strategies or any(factor.strategy for factor in plan.factors)):
        return
    matches = {factor.span: list(strategies_of(factor, plan)) for factor in barriers}
    answered = [one for one in barriers if matches[one.span] or _is_answered(plan, one)]
    alone = [factor for factor in barriers if factor not in answered]
    by_id = any(match.reason is Reason.NUMBER for found in matches.values() for match in found)
    in_words: list[Factor] = []
    for factor in alone:
        if _has_empty_cell(factor):
            slot = factor.slot("strategie")
            yield Finding(slot, {**gaps.row_values(factor, "strategie"), "count": 1}, about=(gaps.about_cell(slot),))
        elif by_id and factor.id_text:
            yield Finding(factor.span, _values(factor, 1), "id")
        else:
            in_words.append(factor)
    if not in_words:
        return
    if len(answered) * 2 >= len(barriers):
        if _answers(plan) < len(barriers):
            yield from (Finding(factor.span, _values(factor, 1), "words") for factor in in_words)
    elif len(in_words) == len(barriers) and _answers(plan) in range(max(2, len(barriers))):
        yield Finding(in_words[0].span, _values(in_words[0], len(in_words)), "list")


def _values(factor: Factor, count: int) -> dict[str, Value]:
    return {"text": factor.text.rstrip(" ."), "count": count, "row": "", "column": ""}


def _has_empty_cell(factor: Factor) -> bool:
    table = factor.place.table
    return table is not None and "strategie" in table.columns and factor.strategy is None


def _answers(plan: Plan) -> int:
    """How many different strategies there are."""
    return len({strategy.text for strategy in plan.strategies})


def _is_answered(plan: Plan, barrier: Factor) -> bool:
    """By its own row, by the row that says the same in other words, or by an action."""
    if barrier.strategy is not None:
        return True
    if _has_empty_cell(barrier):
        return False
    rows = [factor.text for factor in plan.factors if factor.strategy is not None]
    if any(shared_words(barrier.text, row) >= ENOUGH for row in rows):
        return True
    own = own_ids(barrier.id_text, "B")
    return any(_answers_it(barrier, own, action) for action in tasks_of(plan))


def _answers_it(barrier: Factor, own: frozenset[tuple[str, int]], action: Action) -> bool:
    if own & ids_in(action.text):
        return True
    return common_words(barrier.text, action.text) >= 2 and shared_words(barrier.text, action.text) >= ENOUGH


@check("text")
def without_cause(plan: Plan, look: Look, _: NoParameters) -> Iterator[Finding]:
    """A strategy that names no barrier and no goal, in a plan whose other strategies mostly do."""
    strategies = list(look(plan.strategies))
    barriers = [factor for factor in plan.factors if factor.polarity is not Polarity.FACILITATOR]
    matches = [match for factor in barriers for match in strategies_of(factor, plan)]
    named = {match.thing.span for match in matches}
    sure = {match.thing.span for match in matches if match.reason in _SURE}
    loose = [one for one in strategies if one.span not in named and not _names_a_cause(one)]
    if len(sure) * 2 > len(strategies):
        yield from (Finding(one.span, {"text": one.text.rstrip(" .")}) for one in loose)


def _names_a_cause(strategy: Strategy) -> bool:
    """It names a goal, or stands in a row that holds a factor or a goal."""
    if goal_numbers_in(strategy.text) or ids_in(strategy.text):
        return True
    place = strategy.place
    if place.table is None or place.row is None:
        return False
    cells = [place.table.cell(place.row, column) for column in ("factor", "doel_ref", "doeltekst")]
    return any(cell is not None and cell.text for cell in cells)


# ---------------------------------------------------------------- worked out

_BARE = 2
"""Words that carry meaning up to which a strategy is only a name: "Scholing", "Inzet van ambassadeurs"."""


@check("text")
def not_worked_out(plan: Plan, look: Look, _: NoParameters) -> Iterator[Finding]:
    """An item of a list that is only a name, and no action, no row and no sentence beside it says more."""
    for strategy in look(plan.strategies):
        if strategy.place.table is not None or strategy.owner is not None or strategy.when is not None:
            continue
        words = content_words(strategy.text)
        if 0 < len(words) <= _BARE and not any(map(str.isdigit, strategy.text)) and not _is_told_more(plan, strategy):
            yield Finding(strategy.span, {"text": strategy.text.rstrip(" .")})


def _is_told_more(plan: Plan, strategy: Strategy) -> bool:
    others = [action.text for action in plan.actions]
    others += [text for text in texts(plan, "strategieen") if text.strip() != strategy.text]
    return any(shared_words(strategy.text, text) >= ENOUGH for text in others)

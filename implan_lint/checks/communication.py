"""Facts about the communication: who tells whom, how and when."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from implan_lint.checks import gaps
from implan_lint.checks.base import Look, NoParameters, check
from implan_lint.checks.presence import VALUES as PART_VALUES
from implan_lint.checks.presence import VARIANTS as PART_VARIANTS
from implan_lint.checks.presence import PartParameters, part_without
from implan_lint.checks.texts import says
from implan_lint.diagnostic import Finding
from implan_lint.plan.lexicon import Lexicon
from implan_lint.plan.model import Communication, Plan, PlanTable
from implan_lint.plan.time.period import TimeKind


@check(*PART_VALUES, variants=PART_VARIANTS, parameters=PartParameters)
def absent(plan: Plan, look: Look, with_: PartParameters) -> Iterator[Finding]:
    """No agreement on communication at all."""
    if any(map(is_agreement, plan.communications)):
        look.once()
    else:
        yield from part_without(plan, look, "communicatie", with_)


@check(*gaps.VALUES, variants=gaps.VARIANTS)
def without_sender(plan: Plan, look: Look, _: NoParameters) -> Iterator[Finding]:
    """An agreement that nobody is responsible for, where the plan has a column for it or its profile asks for one."""
    yield from _gaps(
        plan, look, lambda row: row.sender is None, ("afzender", "wie"), asked=_asks(plan, "afzender", "wie")
    )


@check(*gaps.VALUES, variants=gaps.VARIANTS)
def without_moment(plan: Plan, look: Look, _: NoParameters) -> Iterator[Finding]:
    """An agreement without any words for when or how often."""
    yield from _gaps(plan, look, lambda row: row.moment is None, ("frequentie", "wanneer"), asked=True)


@check(*gaps.VALUES, variants=gaps.VARIANTS)
def without_channel(plan: Plan, look: Look, _: NoParameters) -> Iterator[Finding]:
    """An agreement that doesn't say how; an action or a meeting says it by itself."""
    columns = ("kanaal", "actie_of_overleg", "actie")
    yield from _gaps(plan, look, lambda row: row.channel is None and not _acts(row), columns, asked=True)


@check(*gaps.VALUES, variants=gaps.VARIANTS)
def without_message(plan: Plan, look: Look, _: NoParameters) -> Iterator[Finding]:
    """A row that doesn't say what is told, in a table that has a column for it or whose profile asks for one."""
    yield from _gaps(plan, look, _says_nothing, ("boodschap",), asked=_asks(plan, "boodschap"))


def _says_nothing(row: Communication) -> bool:
    """No message, in a table of messages to people; an action or a meeting says by itself what it is about."""
    columns = row.place.table.columns if row.place.table is not None else {}
    is_told = "boodschap" in columns or ("doelgroep" in columns and not {"actie", "actie_of_overleg"} & set(columns))
    return row.message is None and is_told


@check("number", "text")
def goal_untold(plan: Plan, look: Look, _: NoParameters) -> Iterator[Finding]:
    """A numbered goal that no agreement points at, where the agreements point at goals by number."""
    pointers = [row.goals for row in plan.communications if row.goals is not None]
    if not any(pointer.numbers for pointer in pointers) or any(pointer.collective for pointer in pointers):
        return
    told = {number for pointer in pointers for number in pointer.numbers}
    for goal in look(goal for goal in plan.goals if goal.number is not None and not goal.is_empty):
        if goal.number not in told:
            yield Finding(goal.span, {"number": goal.number or 0, "text": goal.text})


@check()
def one_way(plan: Plan, look: Look, _: NoParameters) -> Iterator[Finding]:
    """Agreements on communication, and nowhere a chance to answer: no meeting, no question hour, no survey."""
    if not any(map(is_agreement, look(plan.communications))):
        return
    if not says(plan, "communication.feedback") and not says(plan, "organisation.talk"):
        place = next(plan.of_kind("communicatie"), None)
        yield Finding(place.heading.span if place is not None else plan.start_of_body)


@check("text", "row", "column", "moment", variants=("", "item"))
def vague_moment(plan: Plan, look: Look, _: NoParameters) -> Iterator[Finding]:
    """A moment that is none: "regelmatig", "waar nodig", "zsm"."""
    lexicon = Lexicon(plan.vocabulary)
    for row in look(_open(plan)):
        moment, period = row.moment, row.period
        if moment is None:
            continue
        if period.kind is TimeKind.VAGUE if period else lexicon.holds("vague.frequency", moment.text):
            values = {**gaps.row_values(row, "frequentie"), "moment": moment.text}
            variant = "" if row.place.row is not None else "item"
            yield Finding(moment.span, values, variant, about=(gaps.about_cell(moment.span),))


def _gaps(
    plan: Plan, look: Look, lacks: Callable[[Communication], bool], columns: Sequence[str], *, asked: bool
) -> Iterator[Finding]:
    def held(_table: PlanTable) -> Sequence[str]:
        return columns

    rows = [row for row in look(_open(plan)) if asked or row.place.row is not None]
    return gaps.gaps(rows, lacks, held, column_asked=asked)


def _open(plan: Plan) -> Iterator[Communication]:
    """The agreements that are still to be kept: not struck through, not ticked off."""
    closed = {action.span for action in plan.actions if action.withdrawn or action.done}
    return (row for row in plan.communications if row.span not in closed and is_agreement(row))


def is_agreement(row: Communication) -> bool:
    """A row of a table, or words that say at least how, when or by whom: other items only explain."""
    return row.place.row is not None or (
        any((row.channel, row.moment, row.sender)) and not row.text.rstrip().endswith("?")
    )


def _acts(row: Communication) -> bool:
    table = row.place.table
    return table is not None and "actie" in table.columns


def _asks(plan: Plan, *columns: str) -> bool:
    table = plan.profile.table("communicatie")
    return table is not None and any(column in table.columns for column in columns)

"""The build of a plan: parts that are missing, parts that are empty, numbers that are given out twice."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import get_close_matches
from itertools import groupby

from implan_lint.checks.base import Look, NoParameters, check
from implan_lint.checks.new_sections import section_added
from implan_lint.checks.whole import has_part, is_fragment
from implan_lint.checks.words import blocks
from implan_lint.diagnostic import Finding, Related, Span, Term, Value
from implan_lint.document.model import HeadingForm, Html, ListBlock, ListItem, Row, Section
from implan_lint.document.text import Text
from implan_lint.plan.model import Goal, Origin, Plan, PlanSection, PlanTable, TableKind
from implan_lint.plan.profile import SectionRule
from implan_lint.plan.words import fold

# ---------------------------------------------------------------- STR001


@check("section", "advice", "heading", "sections", variants=("", "misspelt", "fragment"), fixes=True)
def missing_section(plan: Plan, look: Look, with_: NoParameters) -> Iterator[Finding]:
    """Parts that the profile requires and that stand nowhere. A part that the plan rules out is another rule's."""
    excluded = {exclusion.kind for exclusion in plan.exclusions}
    missing = [
        part
        for part in look(plan.profile.sections)
        if part.required and part.kind not in excluded and not has_part(plan, part)
    ]
    if missing and is_fragment(plan):
        about = tuple(f"section:{part.kind}" for part in missing)
        names = tuple(Term("section", part.kind) for part in missing)
        empty: dict[str, Value] = {"section": "", "advice": "", "heading": ""}
        yield Finding(plan.start_of_body, {**empty, "sections": names}, "fragment", about)
        return
    for part in missing:
        yield _missing(plan, part)


def _missing(plan: Plan, part: SectionRule) -> Finding:
    advice = part.kind if part.kind in plan.vocabulary.names.get("advice", {}) else "other"
    values: dict[str, Value] = {
        "section": Term("section", part.kind),
        "advice": Term("advice", advice),
        "heading": "",
        "sections": (),
    }
    about = (f"section:{part.kind}",)
    near = _misspelt(plan, part.kind)
    if near is None:
        return Finding(plan.start_of_body, values, about=about, fix=section_added(plan, part.kind))
    values["heading"] = near.heading.title.plain
    return Finding(near.heading.span, values, "misspelt", about)


_MOST_HEADINGS = 200
_COMPARABLE = range(5, 41)
"""Lengths of a heading that may be a name of a part with a slip of the pen in it."""


def _misspelt(plan: Plan, kind: str) -> PlanSection | None:
    """A heading that means nothing as it stands, but hardly differs from a name of this part."""
    phrases = [phrase for phrase, kinds in plan.vocabulary.headings.items() if kind in kinds and "*" not in phrase]
    for section in plan.sections[:_MOST_HEADINGS]:
        if not section.kinds and section.heading.form is not HeadingForm.LABEL:
            title = fold(section.heading.title.plain)
            if len(title) in _COMPARABLE and get_close_matches(title, phrases, n=1, cutoff=0.85):
                return section
    return None


# ---------------------------------------------------------------- STR002

_SHOWS_SOMETHING = re.compile(r"!\[|<(?:img|iframe|svg|video|object|embed)\b", re.IGNORECASE)
_SAYS_IT_ITSELF = re.compile(r":\s*\w|\]\(")
"""A heading that is a field with its value ("Team: Noord"), or a link to where the words stand."""
_FILLED_ELSEWHERE = ("inhoudsopgave", "inhoud", "table of contents", "contents", "toc")
"""A table of contents is often made by the program that prints the plan."""
_LETTER_OR_DIGIT = re.compile(r"[^\W_]")


@check("heading", variants=("", "other"))
def empty_section(plan: Plan, look: Look, with_: NoParameters) -> Iterator[Finding]:
    """Headings with nothing below them; of headings within an empty section only the outermost is named.

    A title and subtitles, before the first words of the text, are no sections; nor are the pieces of a heading or a
    table that a converter tore apart.
    """
    done_until = -1
    is_opening = not _has_blocks(plan.document.root)
    pieces = _torn_apart(plan.sections)
    for section in look(plan.sections):
        span = section.section.span
        is_opening = is_opening and not _has_blocks(section.section)
        if span.start < done_until or (is_opening and not section.kinds) or not _is_blank(plan, section):
            continue
        if span in pieces:
            continue
        done_until = span.end
        known = {part.kind for part in plan.profile.sections}
        variant = "" if known.intersection(section.kinds) else "other"
        about = (f"empty:{section.heading.span.start}", *(f"section:{kind}" for kind in section.kinds))
        yield Finding(section.heading.span, {"heading": section.heading.title.plain}, variant, about)


def _has_blocks(section: Section) -> bool:
    """Whether something stands directly in it; guidance in comments doesn't count."""
    return any(not (isinstance(block, Html) and block.is_comment) for block in section.blocks)


def _torn_apart(sections: Sequence[PlanSection]) -> frozenset[Span]:
    """Runs of empty headings of which one breaks off within its words: "Kans (groot-", "klein)"."""
    runs = groupby(sections, key=lambda section: section.is_empty)
    pieces: set[Span] = set()
    for is_empty, run in runs:
        found = list(run)
        if is_empty and len(found) > 1 and any(_breaks_off(one.heading.title.plain) for one in found):
            pieces.update(one.section.span for one in found)
    return frozenset(pieces)


def _breaks_off(title: str) -> bool:
    return title.count("(") > title.count(")") or title.rstrip().endswith("-")


def _is_blank(plan: Plan, section: PlanSection) -> bool:
    if not section.is_empty or section.na_reason:
        return False
    if not section.is_real_heading and (section.heading.form is HeadingForm.LABEL or not section.kinds):
        return False
    title = section.heading.title.plain
    if fold(title) in _FILLED_ELSEWHERE or _LETTER_OR_DIGIT.search(title) is None:
        return False
    if _SAYS_IT_ITSELF.search(plan.document.source.slice(section.heading.span)):
        return False
    body = Span(section.heading.span.end, section.section.span.end)
    return _SHOWS_SOMETHING.search(plan.document.source.slice(body)) is None


# ---------------------------------------------------------------- STR013

_ID = re.compile(r"\W*([A-Za-z]{1,3})[-. ]?0*(\d{1,3})([a-z]?)\W*")
_ITEM_ID = re.compile(r"([A-Z]{1,2})0*(\d{1,3})\s?[:.)–-]\s+(?=\S)")
_LETTERS = re.compile(r"[A-Za-zé]+")


@check("id", "text", "other")
def duplicate_id(plan: Plan, look: Look, with_: NoParameters) -> Iterator[Finding]:
    """One number that is given to two things. Naming a number again ("Doel 2" in the action table) is no definition."""
    for goals in _goals_by_list(plan):
        yield from _twice([(_goal_id(goal), goal.text, goal.span) for goal in look(goals)])
    for table in plan.tables:
        yield from _twice(list(look(_table_ids(table))))
    for block in blocks(plan):
        if isinstance(block, ListBlock):
            yield from _twice(list(look(_item_ids(block))))


def _twice(defined: list[tuple[str, str, Span]]) -> Iterator[Finding]:
    first: dict[str, tuple[str, Span]] = {}
    for name, text, span in defined:
        known = first.setdefault(fold(name), (text, span))
        if known[1] == span or _same(known[0], text):
            continue
        values: dict[str, Value] = {"id": name, "text": text, "other": known[0]}
        yield Finding(span, values, related=(Related(known[1], Term("role", "definition")),))


def _same(first: str, second: str) -> bool:
    """The same thing told twice, perhaps shorter."""
    one, two = fold(first).strip(" ."), fold(second).strip(" .")
    shorter = min(one, two, key=len)
    return one.startswith(shorter) and two.startswith(shorter)


def _goals_by_list(plan: Plan) -> list[list[Goal]]:
    """Goals that were written side by side: in one section or table, or under headings of one parent."""
    groups: dict[tuple[object, ...], list[Goal]] = {}
    for goal in plan.goals:
        section = goal.place.section
        if goal.is_empty or goal.number is None or not _LETTERS.search(goal.id_text) or section is None:
            continue
        if goal.place.origin is Origin.TABLE_ROW or _is_subnumber(plan, goal):
            continue
        home = section.parent if goal.place.origin is Origin.HEADING else section
        groups.setdefault((goal.place.origin, id(home)), []).append(goal)
    return list(groups.values())


def _goal_id(goal: Goal) -> str:
    letters = _LETTERS.search(goal.id_text)
    return f"{letters.group() if letters else ''} {goal.number}".strip()


def _is_subnumber(plan: Plan, goal: Goal) -> bool:
    """ "Doel 1.2": the number that was read is only its first half."""
    section, source = goal.place.section, plan.document.source
    if goal.place.origin is Origin.HEADING and section is not None and section.heading is not None:
        words = section.heading.text.plain
    else:
        words = source.slice(Span(source.line_span(goal.line).start, goal.span.start + 1))
    return re.search(rf"\b0*{goal.number}[.\-–]\d", words) is not None


def _table_ids(table: PlanTable) -> Iterator[tuple[str, str, Span]]:
    """Row numbers with a letter ("M5", "R4") in the column for numbers, with the row's own words."""
    column = table.columns.get("nummer", 0)
    if table.kind is TableKind.FIELDS or any(
        index == column for name, index in table.columns.items() if name in ("doel_ref", "mijlpaal", "fase")
    ):
        return
    for row in table.table.rows:
        cell = row.cells[column] if column < len(row.cells) else None
        if cell is None or cell.inherited or cell.text.struck:
            continue
        match = _ID.fullmatch(cell.text.plain)
        if match:
            yield "".join(match.groups()), _words_of(row, column), cell.text.span


def _words_of(row: Row, column: int) -> str:
    """The first words beside the number that are more than a number or a reference."""
    others = [cell.text.plain.strip() for index, cell in enumerate(row.cells) if index != column and cell.text]
    return next((text for text in others if not _ID.fullmatch(text) and not text.isdigit()), "")


def _item_ids(block: ListBlock) -> Iterator[tuple[str, str, Span]]:
    for item in block.items:
        match = _ITEM_ID.match(item.text.plain)
        if match and not item.text.struck:
            yield "".join(match.groups()), _rest(item, match.end()).plain, item.text.span_of(*match.span(0))


def _rest(item: ListItem, start: int) -> Text:
    return item.text.part(start, len(item.text.plain))

"""What a template leaves behind: blanks that nobody filled in, and sentences that explain how to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from implan_lint.checks.base import Look, NoParameters, check
from implan_lint.checks.fill_in import BRACKETS, asks_for_words, is_placeholder
from implan_lint.checks.whole import is_filled
from implan_lint.checks.words import Passage, code_spans, is_within, passages, touches
from implan_lint.diagnostic import Finding, Numbered, Span, Term, Value
from implan_lint.document.model import Row, Section
from implan_lint.document.text import Text
from implan_lint.plan.lexicon import lexicon_of
from implan_lint.plan.model import MetaField, Plan, PlanTable, TableKind
from implan_lint.plan.parts import sentences
from implan_lint.plan.reading import is_template_row
from implan_lint.plan.words import fold

_SIGNS = re.compile(
    r"(?<!\.)\.{4,}+(?!\s*\d)|(?<!…)…{2,}+(?!\s*\d)|_{4,}"
    r"|\b[Ll]orem ipsum\b|\b(?:TBD|TBC|X{3,})\b|(?:^|(?<=[.!?] ))(?:TODO|FIXME)\b"
    r"|(?<![\w.])[Nn]\.[tTnN]\.[bB]\.?(?!\w)|\b(?:ntb|nnb|NTB|NNB)\b"
    r"|(?<![(\w])(?:dd|xx|XX)[-/](?:mm|xx|MM|XX)[-/](?:jjjj|yyyy|JJJJ|YYYY|jj|xxxx|XXXX|xx|20\d\d)\b"
    r"|(?<![(\w])(?:jjjj|yyyy|JJJJ|YYYY)-(?:mm|MM)-dd\b"
)
_BLANK_VALUE = re.compile(r":\s*(\.{3}|…|\?{1,3}|_{2,3})\s*$")
_BARE = re.compile(r"[.…?_]+|\[[.…?_]+\]|x{2,}", re.IGNORECASE)
_SIGNING = re.compile(r"handtekening|ondertekening|paraaf|getekend|akkoord|signature|signed|sign-off", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Blank:
    """A stretch that must still be filled in: its words and its place."""

    text: str
    span: Span


# ---------------------------------------------------------------- STR004


@check("text", "row", "column", "field", variants=("", "cell", "label", "field", "goal"))
def placeholder(plan: Plan, look: Look, with_: NoParameters) -> Iterator[Finding]:
    """Blanks in the text, in cells, behind labels and in the front matter, and numbered goals without words."""
    claimed = sorted(
        mention.span for action in plan.actions for mention in (action.owner_blank, action.when_blank) if mention
    )
    empty_goals = {goal.span for goal in plan.goals if goal.is_empty}
    for passage in look(passages(plan)):
        if passage.text.span not in empty_goals:
            yield from _in_passage(plan, passage, claimed)
    for table in plan.tables:
        yield from _in_table(plan, table, look, claimed)
    for field in plan.meta.values():
        yield from _in_field(plan, field)
    for goal in plan.goals:
        if goal.is_empty:
            about = (f"goal:{goal.span.start}", f"empty:{goal.span.start}", *_heading_of(goal.place.section))
            yield Finding(goal.span, _values(goal.text), "goal", about)


def _heading_of(section: Section | None) -> tuple[str, ...]:
    if section is None or section.heading is None:
        return ()
    return (f"empty:{section.heading.span.start}",)


def _values(text: str, row: Value = "", column: str = "", field: Value = "") -> dict[str, Value]:
    return {"text": text, "row": row, "column": column, "field": field}


def _in_passage(plan: Plan, passage: Passage, claimed: list[Span]) -> Iterator[Finding]:
    if passage.text.struck or _is_for_signing(passage):
        return
    found = _blanks(plan, passage.text, verbs_only=passage.is_quoted)
    if not passage.is_heading:
        for line in passage.lines:
            match = _BLANK_VALUE.search(line.plain)
            if match:
                found += _outside_code(plan, line, [(match[1], match.span(1))])
    for blank in found:
        if not touches(blank.span, claimed):
            about = (f"cell:{blank.span.start}-{blank.span.end}",)
            heading = _heading_of(passage.section) if passage.is_heading else ()
            yield Finding(blank.span, _values(blank.text), about=(*about, *heading))


def _is_for_signing(passage: Passage) -> bool:
    """A line to put a name and a signature on stays blank until it is printed."""
    words = [passage.text.plain]
    for section in (passage.section, *passage.section.ancestors()):
        words += [section.heading.title.plain] if section.heading is not None else []
    return any(_SIGNING.search(text) for text in words)


def _blanks(plan: Plan, text: Text, *, verbs_only: bool = False) -> list[_Blank]:
    lexicon = lexicon_of(plan.vocabulary)
    found = [
        match
        for match in BRACKETS.finditer(text.plain)
        if asks_for_words(match[1] or match[2] or match[3], lexicon, verbs_only=verbs_only)
    ]
    if not verbs_only:
        found += _SIGNS.finditer(text.plain)
    return _outside_code(plan, text, [(match[0], match.span()) for match in found])


def _outside_code(plan: Plan, text: Text, found: list[tuple[str, tuple[int, int]]]) -> list[_Blank]:
    if not found or text.code:
        return []
    code = code_spans(text, plan.document.source)
    blanks = [_Blank(words, text.span_of(*place)) for words, place in found]
    return [blank for blank in blanks if not is_within(blank.span, code)]


def _in_table(plan: Plan, table: PlanTable, look: Look, claimed: list[Span]) -> Iterator[Finding]:
    if table.kind is TableKind.FIELDS:
        return
    status = table.columns.get("gereed")
    for number, row in enumerate(table.table.rows, 1):
        if is_template_row(table, row) or all(cell.text.struck for cell in row.cells if cell.text):
            continue
        for index, cell in enumerate(look(row.cells)):
            if index != status and not cell.inherited and cell.text and not touches(cell.text.span, claimed):
                yield from _in_cell(plan, table, row, (number, index))


def _in_cell(plan: Plan, table: PlanTable, row: Row, place: tuple[int, int]) -> Iterator[Finding]:
    text = row.cells[place[1]].text
    about = (f"cell:{text.span.start}-{text.span.end}",)
    if not text.code and _is_blank_cell(plan, text):
        where = Numbered(Term("row", table.kind.value), place[0])
        column = table.table.header[place[1]].text.plain.strip()
        variant = "cell" if column else ""
        yield Finding(text.span, _values(text.plain.strip(), where, column), variant, about)
        return
    for blank in _blanks(plan, text):
        yield Finding(blank.span, _values(blank.text), about=about)


def _is_blank_cell(plan: Plan, text: Text) -> bool:
    plain = text.plain.strip()
    lexicon = lexicon_of(plan.vocabulary)
    if _BARE.fullmatch(plain) or lexicon.is_one_of("fill_in.cell", plain):
        return True
    match = BRACKETS.fullmatch(plain)
    return match is not None and asks_for_words(match[1] or match[2] or match[3], lexicon)


def _in_field(plan: Plan, field: MetaField) -> Iterator[Finding]:
    about = (f"field:{field.name}", f"cell:{field.span.start}-{field.span.end}")
    values = _values(field.text, field=Term("field", field.name))
    if field.from_front_matter:
        if field.text.strip() not in ("", "~", "null") and is_placeholder(plan, field):
            yield Finding(field.span, values, "field", about)
        return
    asked = {name for wanted in plan.profile.required_fields for name in wanted.split("|")}
    if field.name in asked and not is_filled(plan, field):
        yield Finding(field.key_span, values, "label", about)


# ---------------------------------------------------------------- STR005

_FEWEST_WORDS = 5
_LONGEST = 60
_OVERLAP = 0.9
_OPENING, _CLOSING = "\"'“‘„«", "\"'”’»"


@check("text")
def template_sentence(plan: Plan, look: Look, with_: NoParameters) -> Iterator[Finding]:
    """Guidance of the profile's own template that still stands in the plan, word for word or nearly so.

    A template sentence that ends in a colon is one however it goes on: "Denk bijvoorbeeld aan: ...".
    """
    guides = [
        (fold(sentence), _trigrams(fold(sentence)))
        for sentence in plan.profile.template_sentences
        if len(sentence.split()) >= _FEWEST_WORDS
    ]
    leads = tuple(fold(sentence) for sentence in plan.profile.template_sentences if sentence.endswith(":"))
    if not guides and not leads:
        return
    for passage in passages(plan):
        if passage.is_heading:
            continue
        for sentence in look(sentences(passage.text)):
            if leads and fold(sentence.plain).startswith(leads):
                yield Finding(sentence.span, {"text": sentence.plain})
                continue
            words = len(sentence.plain.split())
            if _FEWEST_WORDS <= words <= _LONGEST and not _is_quoted(sentence.plain):
                own = _trigrams(fold(sentence.plain))
                if any(len(own & guide) >= _OVERLAP * len(guide) for _, guide in guides):
                    yield Finding(sentence.span, {"text": sentence.plain})


def _is_quoted(plain: str) -> bool:
    return plain.startswith(tuple(_OPENING)) and plain.rstrip(" .,;:").endswith(tuple(_CLOSING))


def _trigrams(folded: str) -> frozenset[str]:
    plain = re.sub(r"\W+", " ", folded).strip()
    return frozenset(plain[index : index + 3] for index in range(len(plain) - 2))

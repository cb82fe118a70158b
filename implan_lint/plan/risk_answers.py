"""What the words of a listed risk say without labels: its grades ("kans groot") and the answer to it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from implan_lint.document.text import Text
from implan_lint.plan.model import Mention
from implan_lint.plan.parts import sentences

_MEASURING = re.compile(
    r"\b(?:daarom|om dit te voorkomen|we (?:zorgen|lossen|focussen|beperken|vangen)|wordt opgevangen"
    r"|wordt beperkt|mitigatie|maatregel|om dit op te vangen"
    r"|therefore|we mitigate|mitigation|to prevent)\b",
    re.IGNORECASE,
)
_NO_MEASURE = re.compile(
    r"\b(?:(?:nog )?geen (?:beheers|tegen)?maatregel(?:en)?|no (?:measures?|mitigations?)|maatregel volgt)\b",
    re.IGNORECASE,
)
_WORDS = r"(?:zeer |very )?(?:hoog|middel|gemiddeld|laag|groot|klein|high|medium|low|kritiek|critical|[hml])"
_GRADE = rf"(?:{_WORDS}\b|\d(?:/\d{{1,2}})?\b(?!\s?(?:-|–|t/m|tot|to)\s?\d))"
_LIKELIHOOD = r"(?:kans|waarschijnlijkheid|likelihood|probability)"
_IMPACT = r"(?:impact|gevolg|effect|ernst)"
_LETTERS = r"\bK\s?[:=]?\s?([1-5LMH])\s?[,;/x×*-]?\s?[IEG]\s?[:=]?\s?([1-5LMH])\b"
""" "K2 I3": likelihood two, impact three."""

_SAID = (
    ("kans", re.compile(rf"\b{_LIKELIHOOD}(?:\s+(?:is\s+)?|\s?[=:]\s?)({_GRADE})", re.IGNORECASE)),
    ("impact", re.compile(rf"\b{_IMPACT}(?:\s+(?:is\s+)?|\s?[=:]\s?)({_GRADE})", re.IGNORECASE)),
)
_BOTH = re.compile(_LETTERS)
_GRADING = re.compile(rf"(?:de\s|the\s)?(?:{_LIKELIHOOD}|{_IMPACT})\b", re.IGNORECASE)
_BEHIND = re.compile(
    rf"\([^()]*\b(?:{_LIKELIHOOD}|{_IMPACT}|K\s?[1-5])\b[^()]*\)\s*(?:[:–—]|-(?!>))\s*(\S.*)$",
    re.DOTALL | re.IGNORECASE,
)
_LABEL = re.compile(r"[^\W\d][\w '/-]{0,30}:\s")
""" "Gevolg: ...", "Eigenaar: ...": an item that says itself what it tells."""
_ARROWS = re.compile(r"(?:→|⇒|->|=>)\s*")


def grades_said(text: Text) -> dict[str, Mention]:
    """ "kans groot, gevolg klein", "K2 I3": the grades that stand beside their names."""
    found = {
        column: Mention(match.group(1), text.span_of(*match.span(1)))
        for column, pattern in _SAID
        if (match := pattern.search(text.plain))
    }
    if not found and (both := _BOTH.search(text.plain)):
        for group, column in enumerate(("kans", "impact"), start=1):
            found[column] = Mention(both.group(group), text.span_of(*both.span(group)))
    return found


def answer_in(text: Text) -> Mention | None:
    """The words of a risk that answer it: behind an arrow, behind its grades, or a sentence that says so."""
    behind = _behind_arrow(text) or _behind_brackets(text) or _behind_grading(text) or _behind_dash(text)
    if behind is None:
        return _measuring_sentence(text)
    return None if _NO_MEASURE.search(behind.plain) else Mention(behind.plain, behind.span)


def answer_below(children: Iterable[Text]) -> Mention | None:
    """A nested item that answers: it says so, or stands below the one that grades."""
    graded = False
    for text in children:
        if _GRADING.match(text.plain) and (grades_said(text) or _LABEL.match(text.plain)):
            graded = True
        elif _LABEL.match(text.plain) and not _MEASURING.match(text.plain):
            continue
        elif (graded or _MEASURING.search(text.plain)) and not _NO_MEASURE.search(text.plain):
            return Mention(text.plain, text.span)
    return None


def _behind_arrow(text: Text) -> Text | None:
    """ "Te weinig tijd -> uren vrijmaken"; behind the last of several arrows."""
    last = None
    for match in _ARROWS.finditer(text.plain):
        if match.start() > 0 and match.end() < len(text.plain):
            last = match
    return text.part(last.end(), len(text.plain)) if last else None


def _behind_brackets(text: Text) -> Text | None:
    """ "... (kans hoog, impact middel): we oefenen vooraf": what stands behind the grades is the answer."""
    match = _BEHIND.search(text.plain)
    return text.part(*match.span(1)) if match else None


def _behind_dash(text: Text) -> Text | None:
    """ "Mensen haken af omdat ... - de werkgroep ziet elk ontwerp": behind a risk that is explained, or "we ..."."""
    cuts = list(_DASH.finditer(text.plain))
    if len(cuts) != 1:
        return None
    before, after = text.part(0, cuts[0].start()), text.part(cuts[0].end(), len(text.plain))
    explained = _REASON.search(before.plain) is not None or len(list(sentences(before))) > 1
    return after if explained or _WE.match(after.plain) else None


_DASH = re.compile(r"\s(?:--?-?|[–—])\s(?=\S)")
_REASON = re.compile(r"\b(?:omdat|doordat|want|because)\b", re.IGNORECASE)
_WE = re.compile(r"(?:we|wij)\s", re.IGNORECASE)


def _behind_grading(text: Text) -> Text | None:
    """ "... Kans groot, gevolg groot. We nemen iemand extra aan": the sentence behind the one that only grades."""
    graded = False
    for part in sentences(text):
        words = _HEAD_WORD.sub("", part.plain)
        grades = _GRADING.match(words) is not None and len(words.split()) <= 8 and bool(grades_said(part))
        if graded and not grades:
            return part
        graded = grades
    return None


_HEAD_WORD = re.compile(r"^\w+\.\s")
""" "Regen. Kans groot": a risk of one word counts as part of the sentence behind it."""


def _measuring_sentence(text: Text) -> Mention | None:
    """ "... Daarom plannen we een proefmigratie": the sentence of an item that answers its risk."""
    parts = list(sentences(text))
    for part in parts:
        if (
            _MEASURING.search(part.plain)
            and not _NO_MEASURE.search(part.plain)
            and (len(parts) > 1 or len(part.plain.split()) > 6)
        ):
            return Mention(part.plain, part.span)
    return None

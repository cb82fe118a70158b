"""The SMART letters of a goal, a line each: the words that count, or what was looked for."""

from __future__ import annotations

from collections.abc import Iterator

from implan_lint.plan.model import Evidence, Goal, Plan
from implan_lint.reporters.terminal import View, paint, visible

_WORDS = {
    "nl": {"nothing": "niet gevonden; gezocht naar: {wanted}", "partly": "{quotes}; niet gevonden: {missing}"},
    "en": {"nothing": "not found; looked for: {wanted}", "partly": "{quotes}; not found: {missing}"},
}


def letters(goal: Goal, plan: Plan, view: View) -> Iterator[str]:
    """`S  "stijgt" "team Zuid"`: what the reader found, never a verdict. An empty goal has none."""
    for evidence in () if goal.is_empty else goal.smart:
        yield f"{'':10}{paint(f'{evidence.letter}  {_told(evidence, plan, view)}', 'dim', view)}"


def _told(evidence: Evidence, plan: Plan, view: View) -> str:
    names, words = plan.vocabulary.names.get("smart", {}), _WORDS[view.language]
    if not evidence.quotes:
        wanted = names.get(evidence.letter, {}).get(view.language) or ", ".join(evidence.looked_for)
        return words["nothing"].format(wanted=wanted)
    quotes = " ".join(f'"{visible(" ".join(quote.text.split()))}"' for quote in evidence.quotes)
    if not evidence.missing:
        return quotes
    missing = ", ".join(names.get(part, {}).get(view.language, part) for part in evidence.missing)
    return words["partly"].format(quotes=quotes, missing=missing)

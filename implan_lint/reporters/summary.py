"""The sentence under a report."""

from __future__ import annotations

from implan_lint.diagnostic import Severity
from implan_lint.engine.results import Run

_NOUNS = {
    "nl": {
        "error": ("fout", "fouten"),
        "warning": ("waarschuwing", "waarschuwingen"),
        "info": ("tip", "tips"),
        "plan": ("plan", "plannen"),
        "other": ("ander Markdown-bestand", "andere Markdown-bestanden"),
    },
    "en": {
        "error": ("error", "errors"),
        "warning": ("warning", "warnings"),
        "info": ("tip", "tips"),
        "plan": ("plan", "plans"),
        "other": ("other Markdown file", "other Markdown files"),
    },
}
_CLEAN = {"nl": "Niets gevonden in {plans}", "en": "Nothing found in {plans}"}
_FOUND = {"nl": "{counts} in {plans}", "en": "{counts} in {plans}"}
_SKIPPED = {"nl": "{others} overgeslagen", "en": "{others} skipped"}
_SUPPRESSED = {"nl": "; {n} onderdrukt", "en": "; {n} suppressed"}
_AND = {"nl": " en ", "en": " and "}


def summary(run: Run, language: str) -> str:
    """As in: 3 fouten, 5 waarschuwingen en 2 tips in 2 plannen; 14 andere Markdown-bestanden overgeslagen."""
    nouns = _NOUNS[language]
    counts = [
        _count(run.count(severity), nouns[severity.value])
        for severity in (Severity.ERROR, Severity.WARNING, Severity.INFO)
        if run.count(severity)
    ]
    plans = _count(len(run.files), nouns["plan"])
    if counts:
        listed = _AND[language].join([", ".join(counts[:-1]), counts[-1]] if len(counts) > 1 else counts)
        sentence = _FOUND[language].format(counts=listed, plans=plans)
    else:
        sentence = _CLEAN[language].format(plans=plans)
    if run.suppressed:
        sentence += _SUPPRESSED[language].format(n=run.suppressed)
    if run.others:
        sentence += "; " + _SKIPPED[language].format(others=_count(run.others, nouns["other"]))
    return sentence + "."


def _count(number: int, noun: tuple[str, str]) -> str:
    return f"{number} {noun[0] if number == 1 else noun[1]}"

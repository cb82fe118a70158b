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
_SUPPRESSED = {"nl": "{n} uitgezonderd met een reden", "en": "{n} suppressed with a reason"}
_KNOWN = {"nl": "{n} al bekend (baseline)", "en": "{n} known already (baseline)"}
_UNTOUCHED = {"nl": "{n} buiten wat gewijzigd is", "en": "{n} outside what changed"}
_FIXABLE = {"nl": "{n} te herstellen met --fix", "en": "{n} fixable with --fix"}
_UNSAFELY = {"nl": "{n} te herstellen met --fix --unsafe-fixes", "en": "{n} fixable with --fix --unsafe-fixes"}
_SOLVED = {
    "nl": " {n} uit de baseline opgelost: werk hem bij met 'implan-lint baseline'.",
    "en": " {n} of the baseline solved: update it with 'implan-lint baseline'.",
}
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
    fixes = [found.fix for found in run.diagnostics() if found.fix is not None]
    safe = sum(fix.safe for fix in fixes)
    for number, words in ((safe, _FIXABLE), (len(fixes) - safe, _UNSAFELY)):
        if number:
            sentence += "; " + words[language].format(n=number)
    for number, words in ((run.suppressed, _SUPPRESSED), (run.known, _KNOWN), (run.untouched, _UNTOUCHED)):
        if number:
            sentence += "; " + words[language].format(n=number)
    if run.others:
        sentence += "; " + _SKIPPED[language].format(others=_count(run.others, nouns["other"]))
    return sentence + "." + (_SOLVED[language].format(n=run.solved) if run.solved else "")


def _count(number: int, noun: tuple[str, str]) -> str:
    return f"{number} {noun[0] if number == 1 else noun[1]}"

"""The two things that can be said about a file that are no rule about plans: it can't be read, and we crashed.

Both are diagnostics, so that they cost neither the other files nor the other rules.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from hashlib import blake2b
from typing import TypeVar

from implan_lint.diagnostic import Confidence, Diagnostic, Position, Severity, Span
from implan_lint.engine.reading import Unreadable

Result = TypeVar("Result")

RULES_URL = "https://implan-lint.github.io/rules/"
"""Where every code has a page of its own."""
HOME = "https://github.com/implan-lint/implan-lint"

UNREADABLE = "FIL001"
CRASH = "INT001"
NAMES = {UNREADABLE: "bestand-onleesbaar", CRASH: "interne-fout"}

_CRASH_MESSAGE = {
    "nl": "{what} liep vast ({error}); de rest van de controle is gewoon doorgegaan.",
    "en": "{what} crashed ({error}); everything else was checked as usual.",
}
_CRASH_HELP = {
    "nl": f"Dit is een fout in implan-lint, niet in het plan. Meld hem met deze melding op {HOME}.",
    "en": f"This is a fault of implan-lint, not of the plan. Report it, with this message, at {HOME}.",
}
_READING = {"nl": "Het lezen van dit plan", "en": "Reading this plan"}
_RULE = {"nl": "Regel {code}", "en": "Rule {code}"}

_UNREADABLE_MESSAGE = {
    "nl": {
        "encoding": "Dit bestand is geen leesbare tekst: byte {offset} is geen geldige UTF-8.",
        "directory": "Dit is een map, geen bestand.",
        "missing": "Dit bestand bestaat niet: de koppeling wijst nergens heen.",
        "denied": "Dit bestand mag niet worden gelezen: de leesrechten ontbreken.",
        "other": "Dit bestand kan niet worden gelezen: {detail}.",
    },
    "en": {
        "encoding": "This file is no readable text: byte {offset} is no valid UTF-8.",
        "directory": "This is a folder, not a file.",
        "missing": "This file does not exist: the link points nowhere.",
        "denied": "This file can't be read: permission denied.",
        "other": "This file can't be read: {detail}.",
    },
}
_UNREADABLE_HELP = {
    "nl": {"encoding": "Sla het bestand in je tekstverwerker op als UTF-8."},
    "en": {"encoding": "Save the file as UTF-8 in your editor."},
}

MEANING = {
    "nl": {
        UNREADABLE: "Het bestand kan niet worden gelezen, of het is geen tekst in UTF-8 (of UTF-16).",
        CRASH: f"Een fout in implan-lint zelf. Meld hem op {HOME}; al het andere is gewoon gecontroleerd.",
    },
    "en": {
        UNREADABLE: "The file can't be read, or is no text in UTF-8 (or UTF-16).",
        CRASH: f"A fault of implan-lint itself. Report it at {HOME}; everything else was checked as usual.",
    },
}
"""What `rule` tells of them, for want of a page."""


@dataclass(frozen=True, slots=True)
class Crash:
    """A fault of our own."""

    error: Exception


def behind_barrier(work: Callable[[], Result]) -> Result | Crash:
    """The result of `work`, or its crash: one rule, or one plan, must not cost the others."""
    try:
        return work()
    except Exception as error:
        # The one place that catches everything: a fault of our own becomes the diagnostic INT001, which names the
        # rule or the plan and asks to report it; the run goes on.
        return Crash(error)


def crash_of_rule(crash: Crash, code: str, path: str, language: str) -> Diagnostic:
    return _crash(crash, _RULE[language].format(code=code), code, path, language)


def crash_of_reading(crash: Crash, path: str, language: str) -> Diagnostic:
    return _crash(crash, _READING[language], "", path, language)


def _crash(crash: Crash, what: str, subject: str, path: str, language: str) -> Diagnostic:
    detail = str(crash.error).partition("\n")[0][:120]
    error = f"{type(crash.error).__name__}: {detail}" if detail else type(crash.error).__name__
    message = _CRASH_MESSAGE[language].format(what=what, error=error)
    return _diagnostic(CRASH, path, message, _CRASH_HELP[language], f"{subject}\0{type(crash.error).__name__}")


def unreadable(why: Unreadable, path: str, language: str) -> Diagnostic:
    """`why.reason` in words; the byte is counted from 1."""
    message = _UNREADABLE_MESSAGE[language][why.reason].format(offset=why.offset + 1, detail=why.detail)
    return _diagnostic(UNREADABLE, path, message, _UNREADABLE_HELP[language].get(why.reason, ""), why.reason)


def _diagnostic(code: str, path: str, message: str, help_: str, subject: str) -> Diagnostic:
    return Diagnostic(
        path=path,
        span=Span(0, 0),
        start=Position(1, 1),
        end=Position(1, 1),
        code=code,
        name=NAMES[code],
        severity=Severity.ERROR,
        confidence=Confidence.HIGH,
        message=message,
        help=help_,
        url=f"{RULES_URL}{code}",
        fingerprint=blake2b(f"{code}\0{subject}".encode(), digest_size=16).hexdigest(),
    )

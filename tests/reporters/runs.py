"""A run with some of everything, made by hand so that its report can be read beside it."""

from __future__ import annotations

from implan_lint.diagnostic import Confidence, Diagnostic, Edit, Fix, RelatedPlace, Severity, Span
from implan_lint.document.source import Source
from implan_lint.engine.internal import unreadable
from implan_lint.engine.reading import Unreadable
from implan_lint.engine.results import FileResult, PlanMeta, Run

TEXT = """\
# Invoering rooster

| Actie | Wie | Wanneer |
|-------|-----|---------|
| Teams trainen | | mei 2026 |
| Handleiding schrijven | Sanne | zsm |
"""
SOURCE = Source("plannen/rooster.md", TEXT)


def diagnostic(
    span: Span, code: str, name: str, severity: Severity, message: str, *, help_: str = "", fix: Fix | None = None,
    related: tuple[RelatedPlace, ...] = (),
) -> Diagnostic:  # fmt: skip
    return Diagnostic(
        path=SOURCE.path, span=span, start=SOURCE.position(span.start), end=SOURCE.position(span.end), code=code,
        name=name, severity=severity, confidence=Confidence.HIGH, message=message, help=help_,
        url=f"https://implan-lint.github.io/rules/{code}", fingerprint="0" * 32, related=related, fix=fix,
    )  # fmt: skip


def place(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


EMPTY_CELL = Span(TEXT.index("| | mei") + 2, TEXT.index("| | mei") + 2)

RUN = Run(
    files=(
        FileResult(
            path=SOURCE.path,
            source=SOURCE,
            diagnostics=(
                diagnostic(
                    EMPTY_CELL,
                    "ACT002",
                    "actie-zonder-eigenaar",
                    Severity.ERROR,
                    "Actie 'Teams trainen' heeft geen eigenaar.",
                    help_="Vul in kolom 'Wie' een naam of rol in.",
                    related=(RelatedPlace(SOURCE.position(21), SOURCE.position(28), "Acties"),),
                ),
                diagnostic(
                    place("zsm"),
                    "ACT005",
                    "vage-datum",
                    Severity.WARNING,
                    "'zsm' is geen datum.",
                    fix=Fix("schrijf de datum voluit", (Edit(place("zsm"), "1 juni 2026"),), safe=False),
                ),
            ),
            looked={"ACT002": 2, "ACT005": 2, "RIS001": 0},
            plan=PlanMeta("software", True, "vastgesteld", "nl"),
        ),
        FileResult(
            path="plannen/stuk\x1b.md",
            source=Source("plannen/stuk\x1b.md", ""),
            diagnostics=(unreadable(Unreadable("encoding", 11), "plannen/stuk\x1b.md", "nl"),),
            looked={},
            plan=None,
        ),
    ),
    rule_names={"ACT002": "actie-zonder-eigenaar", "ACT005": "vage-datum", "RIS001": "geen-risicos"},
    others=14,
)

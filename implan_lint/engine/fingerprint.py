"""A name for a finding that survives moved lines and renamed files."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from hashlib import blake2b

from implan_lint.diagnostic import Finding, Numbered, Term, Value
from implan_lint.document.model import Document, Section
from implan_lint.plan.words import fold

_LONGEST = 200
"""Characters of the pointed-at text that count: a whole section is named by its beginning."""


class Fingerprints:
    """Fingerprints of one document's findings; equal findings are told apart by their order."""

    def __init__(self, document: Document) -> None:
        self._source = document.source
        self._sections = list(document.sections())
        self._starts = [section.span.start for section in self._sections]
        self._seen: Counter[str] = Counter()

    def of(self, code: str, finding: Finding) -> str:
        """32 hexadecimal digits: of code, headings above, words pointed at and values; of no line number."""
        words = fold(self._source.slice(finding.span)[:_LONGEST])
        values = [f"{name}={_constant(value)}" for name, value in sorted(finding.values.items())]
        subject = "\0".join([code, finding.variant, *self._titles(finding.span.start), "", words, *values])
        self._seen[subject] += 1
        return blake2b(f"{subject}\0{self._seen[subject]}".encode("utf-8", "replace"), digest_size=16).hexdigest()

    def heading_above(self, offset: int) -> str:
        """The heading that a place stands under, as written."""
        section = self._section(offset)
        return _title(section) if section is not None else ""

    def _titles(self, offset: int) -> list[str]:
        section = self._section(offset)
        if section is None:
            return []
        return [fold(_title(section)), *(fold(_title(above)) for above in section.ancestors())]

    def _section(self, offset: int) -> Section | None:
        index = bisect_right(self._starts, offset) - 1
        return self._sections[index] if index >= 0 else None


def _title(section: Section) -> str:
    return section.heading.title.plain if section.heading is not None else ""


def _constant(value: Value) -> str:
    """A value in no language. Numbers and dates are left out: a row's number changes with every row above, and
    how late something is changes every day; what the plan itself says is in the words pointed at."""
    if isinstance(value, Term):
        return f"{value.group}.{value.key}"
    if isinstance(value, Numbered):
        return f"{value.term.group}.{value.term.key}"
    if isinstance(value, str):
        return fold(value)
    if isinstance(value, tuple):
        return ",".join(_constant(item) for item in value)
    return ""

"""The words that mean something in a plan: read from `rules/vocabulary/` by the catalogue, used by the readers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """All phrases are folded (`fold`): lower case, no accents, plain quotes and dashes, single spaces."""

    headings: Mapping[str, tuple[str, ...]]
    """Phrase -> canonical section kinds, compound headings included."""
    weak_headings: Mapping[str, tuple[str, ...]]
    """The same for phrases that mean something only as a whole heading ("uitgangspunten")."""
    columns: Mapping[str, tuple[str, ...]]
    """Header cell -> every canonical column that it can mean, in the order of the vocabulary."""
    fields: Mapping[str, str]
    """Front-matter key or label ("laatst bijgewerkt op") -> canonical field."""
    words: Mapping[str, tuple[str, ...]]
    """Named word lists: "owner.vague", "vague.frequency", "aftercare.words", ... A trailing * means prefix."""
    months: Mapping[str, int]
    names: Mapping[str, Mapping[str, Mapping[str, str]]]
    """group -> key -> language -> the name shown to people ("section" -> "scope_uit" -> "nl" -> "Buiten scope")."""

    def list(self, name: str) -> tuple[str, ...]:
        """A word list; KeyError names the list if the vocabulary has none of that name."""
        return self.words[name]

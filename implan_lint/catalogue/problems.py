"""What is wrong with the law: every fault of every page at once, each with its file, line and a hint."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    path: str
    line: int
    """1-based."""
    message: str
    hint: str = ""

    def __str__(self) -> str:
        hint = f" ({self.hint})" if self.hint else ""
        return f"{self.path}:{self.line}: {self.message}{hint}"


class CatalogueError(Exception):
    """Rules, profiles or vocabulary can't be used; `problems` holds everything that is wrong, in order."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """A hint naming the nearest known word, or all of them if they are few, or nothing."""
    from difflib import get_close_matches

    words = sorted(set(known) - {""})
    near = get_close_matches(word, words, n=1, cutoff=0.6)
    if near:
        return f"did you mean '{near[0]}'?"
    return f"one of: {', '.join(words)}" if 0 < len(words) <= 12 else ""

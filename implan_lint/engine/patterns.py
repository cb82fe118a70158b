"""Patterns as in .gitignore."""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterable
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec


def is_pattern(line: str) -> bool:
    """Whether this line can be read as a pattern ("[z-a]" and "!" can't)."""
    try:
        _compile((line,))
    except (ValueError, re.error):
        return False
    return True


@lru_cache(maxsize=256)
def matcher(lines: tuple[str, ...]) -> GitIgnoreSpec:
    """All lines as one; those that are no pattern match nothing, as in git."""
    try:
        return _compile(lines)
    except (ValueError, re.error):
        return _compile(line for line in lines if is_pattern(line))


def _compile(lines: Iterable[str]) -> GitIgnoreSpec:
    from pathspec import GitIgnoreSpec

    with warnings.catch_warnings():
        # "[[" in somebody's pattern is no news for who runs this tool.
        warnings.simplefilter("ignore", FutureWarning)
        return GitIgnoreSpec.from_lines(lines)

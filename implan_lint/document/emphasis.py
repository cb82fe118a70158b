"""Which emphasis marks belong together, after CommonMark's delimiter algorithm."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from implan_lint.diagnostic import Span


@dataclass(slots=True)
class Delimiter:
    """A run of *, _ or ~ that may still open or close emphasis."""

    mark: str
    start: int
    end: int
    atom: int
    opens: bool
    closes: bool
    width: int

    @classmethod
    def at(cls, text: str, start: int, end: int, atom: int) -> Delimiter:
        before = text[start - 1] if start else " "
        after = text[end] if end < len(text) else " "
        left = not after.isspace() and (not _is_punctuation(after) or before.isspace() or _is_punctuation(before))
        right = not before.isspace() and (not _is_punctuation(before) or after.isspace() or _is_punctuation(after))
        mark = text[start]
        if mark == "_":
            inside_word = left and right
            left = left and (not inside_word or _is_punctuation(before))
            right = right and (not inside_word or _is_punctuation(after))
        if mark == "*" and end - start >= 2:
            # "**Doel:**minder uitval" is bold to every author, though not to CommonMark.
            left, right = not after.isspace(), not before.isspace()
        if mark == "~" and end - start != 2:
            left = right = False
        return cls(mark, start, end, atom, left, right, end - start)


def _is_punctuation(character: str) -> bool:
    return unicodedata.category(character)[0] in "PS"


def pair_up(delimiters: Sequence[Delimiter]) -> tuple[list[tuple[int, int, int]], list[Span]]:
    """Pairs openers with closers.

    Returns the marks to hide as (atom, start, end), and the spans between paired ~~.
    """
    cuts: list[tuple[int, int, int]] = []
    struck: list[Span] = []
    stack: list[Delimiter] = []
    bottoms: dict[tuple[str, int, bool], int] = {}
    for closer in delimiters:
        while closer.closes and closer.start < closer.end:
            key = (closer.mark, closer.width % 3, closer.opens)
            depth = _opener(stack, closer, bottoms.get(key, -1))
            if depth < 0:
                bottoms[key] = stack[-1].start if stack else -1
                break
            del stack[depth + 1 :]
            opener = stack[depth]
            used = 2 if opener.end - opener.start >= 2 and closer.end - closer.start >= 2 else 1
            cuts.append((opener.atom, opener.end - used, opener.end))
            cuts.append((closer.atom, closer.start, closer.start + used))
            if closer.mark == "~":
                struck.append(Span(opener.end, closer.start))
            opener.end -= used
            closer.start += used
            if opener.start == opener.end:
                stack.pop()
        if closer.opens and closer.start < closer.end:
            stack.append(closer)
    return cuts, struck


def _opener(stack: Sequence[Delimiter], closer: Delimiter, bottom: int) -> int:
    """The index of the nearest opener for `closer` that starts behind `bottom`, or -1."""
    for depth in range(len(stack) - 1, -1, -1):
        opener = stack[depth]
        if opener.start <= bottom:
            return -1
        if opener.mark == closer.mark and not _forbidden(opener, closer):
            return depth
    return -1


def _forbidden(opener: Delimiter, closer: Delimiter) -> bool:
    """CommonMark's rule of three, that keeps *a**b* from nesting the wrong way."""
    if not (opener.closes or closer.opens) or opener.mark == "~":
        return False
    return (opener.width + closer.width) % 3 == 0 and not (opener.width % 3 == 0 and closer.width % 3 == 0)

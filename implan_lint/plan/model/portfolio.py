"""What the plans of one portfolio must know of each other: of each a card, small enough to keep them all at hand."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from implan_lint.diagnostic import Numbered, Span
from implan_lint.plan.model.places import Mention

PersonKey = tuple[str, str, tuple[str, ...]]
"""First names, prefix and surname, folded."""


@dataclass(frozen=True, slots=True)
class Pointing:
    """Words in which every link is `\\x00n\\x00`, n being its place in `targets`."""

    words: str
    targets: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LinkedFile:
    """A link to a Markdown file: a relative path with forward slashes."""

    target: str
    span: Span


@dataclass(frozen=True, slots=True)
class Due:
    """A milestone that says when it is reached."""

    text: str
    number: int | None
    first: date
    """The first day on which it can be there, or the last where only that is said."""
    when: str


@dataclass(frozen=True, slots=True)
class Need:
    """Dated work, or a precondition, in words that may say that it waits for another plan."""

    text: str
    row: Numbered | None
    """None for an item of a list."""
    said: Pointing
    waits: tuple[int, ...]
    """Where in `said.words` each "na", "afhankelijk van" ends; 0 if all of it is about what is waited for."""
    until: date
    when: Mention


@dataclass(frozen=True, slots=True)
class Bound:
    """A thing that the plan's scope takes in or leaves out."""

    text: str
    span: Span
    said: Pointing
    """Without the words that only say that it is left out."""
    turns: tuple[Span, ...]
    """Where `said.words` may turn from the thing itself to who does it: "zie", a colon, a bracket."""
    is_out: bool


@dataclass(frozen=True, slots=True)
class Work:
    """An action that is still open, of somebody who is named in full."""

    person: PersonKey
    name: str
    """As written."""
    text: str
    span: Span
    first: date
    last: date
    """Both inclusive."""


@dataclass(frozen=True, slots=True)
class Card:
    """One plan, as the others see it."""

    path: str
    """Absolute and normal, with forward slashes."""
    title: str
    language: str
    version: str
    id: Mention | None
    links: tuple[LinkedFile, ...]
    depends_on: tuple[Mention, ...]
    """What its front matter says that it waits for: ids, titles or paths of plans, or anything else."""
    milestones: tuple[Due, ...]
    needs: tuple[Need, ...]
    bounds: tuple[Bound, ...]
    work: tuple[Work, ...]
    today: date


@dataclass(frozen=True, slots=True, eq=False)
class Portfolio:
    """The plans that belong together."""

    cards: Mapping[str, Card]
    """By path, sorted."""
    exists: Callable[[str], bool]
    """Whether there is a file, a plan or not, at an absolute path with forward slashes."""
    complete: bool
    """These are all plans that there are, so that one that isn't among them isn't there."""

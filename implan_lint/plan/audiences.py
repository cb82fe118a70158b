"""Whom the communication of a plan reaches."""

from __future__ import annotations

from collections.abc import Iterator

from implan_lint.diagnostic import Confidence
from implan_lint.plan.links import Match, Reason, content_words, same_party, shared_words
from implan_lint.plan.model import Communication, Mention, Plan, Stakeholder
from implan_lint.plan.words import fold

TOLD = ("communicatie", "kernboodschap", "werkafspraken")


def addressable(plan: Plan) -> Iterator[Stakeholder]:
    """Stakeholders of their own, whom the plan surely names."""
    return (
        person
        for person in plan.stakeholders
        if person.place.confidence is not Confidence.LOW and not person.collective
    )


class Audiences:
    """Everybody whom the communication reaches, in its own words."""

    def __init__(self, plan: Plan) -> None:
        source = plan.document.source
        self._rows = [(row, row_text(row), _audience(row)) for row in plan.communications]
        self._folded = [fold(text) for _, text, _ in self._rows]
        self._sections = [
            (Mention(section.heading.title.plain, section.heading.span), fold(source.slice(section.section.span)))
            for section in plan.of_kind(*TOLD)
        ]

    def reaching(self, person: Stakeholder) -> Iterator[Match[Communication | Mention]]:
        """The agreements that reach a stakeholder, or else the section that names it; agreements with all come last.

        By a name for the same party, by its own name anywhere, or by all its words in one agreement.
        """
        names = parties(person.text)
        found = [
            match for index in range(len(self._rows)) if (match := self._match(person.text, names, index)) is not None
        ]
        yield from found
        name = fold(person.text)
        if not found:
            where = next((heading for heading, text in self._sections if name in text), None)
            if where is not None:
                yield Match(where, Reason.MENTION, 1.0)
        named = {id(match.thing) for match in found}
        for row, _, _ in self._rows:
            if row.collective and id(row) not in named:
                yield Match(row, Reason.ALL, 1.0)

    def names(self, person: Stakeholder) -> bool:
        """More than an agreement with everybody reaches it."""
        return any(match.reason is not Reason.ALL for match in self.reaching(person))

    def _match(self, own: str, names: list[str], index: int) -> Match[Communication | Mention] | None:
        row, text, audience = self._rows[index]
        if any(same_party(name, party) for name in names for party in audience):
            return Match(row, Reason.NAME, 1.0)
        if fold(own) in self._folded[index]:
            return Match(row, Reason.MENTION, 1.0)
        if any(content_words(name) and _all_words(name, text) for name in names):
            return Match(row, Reason.WORDS, 1.0)
        return None


def _audience(row: Communication) -> list[str]:
    return parties(row.audience.text) if row.audience is not None else []


def _all_words(name: str, text: str) -> bool:
    return len(content_words(name)) <= len(content_words(text)) and shared_words(name, text) == 1.0


def parties(words: str) -> list[str]:
    """ "Kredietbank en gemeente" are two parties, and also one of that name."""
    parts = [
        part.strip() for part in fold(words).replace(" en ", ",").replace(" and ", ",").replace("/", ",").split(",")
    ]
    return list(dict.fromkeys((words, *filter(None, parts))))


def row_text(row: Communication) -> str:
    """All the words of an agreement."""
    if row.place.row is not None:
        return " ".join(cell.text.plain for cell in row.place.row.cells)
    return row.text

"""Who belongs to a plan: whom its organisation, its stakeholders and its front matter name."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial

from implan_lint.plan.lexicon import Lexicon, lexicon_of
from implan_lint.plan.links import Match, Reason, same_party, shared_words
from implan_lint.plan.model import Entity, Mention, OwnerKind, Plan
from implan_lint.plan.names import person_name, upright
from implan_lint.plan.owners import looks_like_person, who_is_meant, without_brackets
from implan_lint.plan.register_of_parties import Parties
from implan_lint.plan.words import fold

_FIELDS = ("projectleider", "opdrachtgever", "opdrachtnemer", "auteur", "leveranciers", "organisatie")
_SECTIONS = ("projectorganisatie", "leverancier", "stakeholders", "werkafspraken")
_CAPITALS = re.compile(r"(?!IJ[a-z])[A-Z]{2}(?!\.)")
_WORD = re.compile(r"[a-z][a-z'-]*")


def can_be_looked_up(name: str, kind: OwnerKind, lexicon: Lexicon) -> bool:
    """A person or a role that an organisation should know; not a department, a brand or an abbreviation."""
    if kind is OwnerKind.PERSON:
        return looks_like_person(name) and not any(_CAPITALS.match(word) for word in name.split())
    return kind is OwnerKind.ROLE and lexicon.is_one_of("owner.role", name)


class Organisation:
    """The parties of a plan, in the words of its organisation, stakeholders and front matter."""

    def __init__(self, plan: Plan) -> None:
        self.parties = Parties.of(plan)
        source = plan.document.source
        self._names: list[tuple[Entity | Mention, tuple[str, ...]]] = []
        for role in plan.roles:
            parts = (part.text for part in (role.person, role.organisation) if part is not None)
            self._names.append((role, (role.text, *parts)))
        self._names += [(person, (person.text,)) for person in plan.stakeholders]
        fields = [plan.meta[field] for field in _FIELDS if field in plan.meta]
        self._names += [(Mention(field.text, field.span), (field.text,)) for field in fields]
        self._places = [(place, fold(" | ".join(names))) for place, names in self._names]
        for section in plan.of_kind(*_SECTIONS):
            heading = Mention(section.heading.title.plain, section.heading.span)
            self._places.append((heading, fold(source.slice(section.section.span))))
        self._text = " | ".join(text for _, text in self._places)
        self._words = frozenset(_WORD.findall(self._text))
        self._lexicon = lexicon_of(plan.vocabulary)
        self._synonyms = [name for name in plan.vocabulary.words if name.startswith("role.same.")]

    def knows(self, name: str) -> bool:
        return self.find(name) is not None

    def find(self, name: str) -> Match[Entity | Mention] | None:
        """Where a person is known, or a role by its words or by another word for the same role."""
        bare = upright(without_brackets(name))
        folded = fold(bare)
        if party := next((party for party in self.parties.candidates(name) if party.in_register), None):
            there = self._where_written({fold(mention.text) for mention in party.spellings} | {folded})
            by_role = folded not in self._text and who_is_meant(name, self._lexicon)[1] is OwnerKind.ROLE
            return self._named(bare) or Match(there, Reason.ROLE if by_role else Reason.NAME, 1.0)
        if folded in self._text:
            return self._named(bare) or Match(self._where(lambda text: folded in text), Reason.MENTION, 1.0)
        if looks_like_person(bare):
            surname = folded.split()[-1]
            if surname not in self._words or self._has_another(bare):
                return None
            there = self._where(lambda text: surname in _WORD.findall(text))
            return self._named(bare) or Match(there, Reason.MENTION, 1.0)
        if shared_words(bare, self._text) == 1.0:
            there = max(self._places, key=lambda place: shared_words(bare, place[1]))[0]
            return self._named(bare) or Match(there, Reason.WORDS, 1.0)
        for group in self._synonyms:
            if self._lexicon.is_one_of(group, bare) and self._lexicon.holds(group, self._text):
                return Match(self._where(partial(self._lexicon.holds, group)), Reason.ROLE, 1.0)
        return None

    def _named(self, bare: str) -> Match[Entity | Mention] | None:
        for place, names in self._names:
            if any(same_party(bare, name) for name in names):
                return Match(place, Reason.NAME, 1.0)
        return None

    def _has_another(self, name: str) -> bool:
        """Somebody else of the register has this surname."""
        asked = person_name(name)
        known = [person_name(party.name) for party in self.parties if party.in_register]
        return asked is not None and any(
            one is not None and one.letters and set(one.surname) & set(asked.surname) for one in known
        )

    def _where_written(self, spellings: set[str]) -> Entity | Mention:
        return self._where(lambda text: any(spelling in text for spelling in spellings))

    def _where(self, fits: Callable[[str], bool]) -> Entity | Mention:
        return next((place for place, text in self._places if fits(text)), self._places[0][0])

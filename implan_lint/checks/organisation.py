"""Who belongs to a plan: whom its organisation, its stakeholders and its front matter name."""

from __future__ import annotations

import re

from implan_lint.plan.lexicon import Lexicon
from implan_lint.plan.links import shared_words
from implan_lint.plan.model import Plan
from implan_lint.plan.owners import looks_like_person
from implan_lint.plan.words import fold

_FIELDS = ("projectleider", "opdrachtgever", "opdrachtnemer", "auteur", "leveranciers", "organisatie")
_SECTIONS = ("projectorganisatie", "leverancier", "stakeholders", "werkafspraken")
_BRACKETS = re.compile(r"\s*\([^()]*\)")
_WORD = re.compile(r"[a-z][a-z'-]*")


def without_brackets(name: str) -> str:
    return _BRACKETS.sub("", name).strip() or name.strip()


class Organisation:
    """The parties of a plan, in the words of its organisation, stakeholders and front matter."""

    def __init__(self, plan: Plan) -> None:
        source = plan.document.source
        texts = [source.slice(section.section.span) for section in plan.of_kind(*_SECTIONS)]
        texts += [plan.meta[field].text for field in _FIELDS if field in plan.meta]
        for role in plan.roles:
            texts += [role.text, *(part.text for part in (role.person, role.organisation) if part is not None)]
        texts += [stakeholder.text for stakeholder in plan.stakeholders]
        self._text = fold(" | ".join(texts))
        self._words = frozenset(_WORD.findall(self._text))
        self._lexicon = Lexicon(plan.vocabulary)
        self._synonyms = [name for name in plan.vocabulary.words if name.startswith("role.same.")]

    def knows(self, name: str) -> bool:
        """A person by surname, a role by its words or by another word for the same role."""
        bare = without_brackets(name)
        if fold(bare) in self._text:
            return True
        if looks_like_person(bare):
            return fold(bare).split()[-1] in self._words
        if shared_words(bare, self._text) == 1.0:
            return True
        return any(
            self._lexicon.is_one_of(group, bare) and self._lexicon.holds(group, self._text) for group in self._synonyms
        )

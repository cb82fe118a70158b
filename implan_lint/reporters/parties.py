"""The people, roles and groups of a plan, for `show`: every spelling once, and whether the plan's register has them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

from implan_lint.plan.model import Plan
from implan_lint.plan.register_of_parties import Parties, Party
from implan_lint.reporters.terminal import View, paint, visible

Data: TypeAlias = "bool | int | float | str | list[Data] | dict[str, Data] | None"

_TITLE = {"nl": "Betrokken personen en partijen", "en": "People and parties involved"}
_NOBODY = {"nl": "niets gevonden", "en": "nothing found"}
_KINDS = {
    "nl": {"person": "persoon", "role": "rol", "group": "groep", "vague": "vaag", "placeholder": "nog in te vullen"},
    "en": {"person": "person", "role": "role", "group": "group", "vague": "vague", "placeholder": "to be filled in"},
}
_REGISTER = {
    "nl": {True: "in de organisatie genoemd", False: "niet in de organisatie genoemd"},
    "en": {True: "named in the organisation", False: "not named in the organisation"},
}
_UNCLEAR = {"nl": "kan zijn: {names}", "en": "may be: {names}"}
_OR = {"nl": " of ", "en": " or "}
_ALSO = {"nl": "ook als", "en": "also as"}


def parties_data(plan: Plan) -> list[dict[str, Data]]:
    """For JSON: name, kind, roles, spellings, the lines where it is named, and whether the register has it."""
    line_of = plan.document.source.line_of
    return [
        {
            "name": party.name,
            "kind": party.kind.value,
            "roles": [*party.roles],
            "spellings": [*_spellings(party)],
            "lines": [*dict.fromkeys(line_of(mention.span.start) for mention in party.spellings)],
            "in_register": party.in_register,
        }
        for party in Parties.of(plan)
    ]


def party_lines(plan: Plan, view: View) -> Iterator[str]:
    """For the tree: a line per party at its first place, its role, kind and other spellings below it."""
    parties = Parties.of(plan)
    yield paint(f"{_TITLE[view.language]} ({len(parties)})", "bold", view)
    if not len(parties):
        yield f"  {paint(_NOBODY[view.language], 'dim', view)}"
    for party in parties:
        line = plan.document.source.line_of(party.spellings[0].span.start)
        yield f"{paint(f'  {line:>5}   ', 'dim', view)}{visible(party.name)}"
        yield f"{'':10}{paint(' · '.join(_told(party, view.language)), 'dim', view)}"
    for mention, meant in parties.unclear():
        line = plan.document.source.line_of(mention.span.start)
        names = _OR[view.language].join(visible(party.name) for party in meant)
        yield f"{paint(f'  {line:>5}   ', 'dim', view)}{visible(' '.join(mention.text.split()))}"
        yield f"{'':10}{paint(_UNCLEAR[view.language].format(names=names), 'dim', view)}"


def _told(party: Party, language: str) -> Iterator[str]:
    roles = [role for role in party.roles if role != party.name]
    yield ", ".join(visible(role) for role in roles) or _KINDS[language][party.kind.value]
    yield _REGISTER[language][party.in_register]
    others = [visible(spelling) for spelling in _spellings(party) if spelling != party.name]
    if others:
        yield f"{_ALSO[language]}: {'; '.join(others)}"


def _spellings(party: Party) -> list[str]:
    return list(dict.fromkeys(" ".join(mention.text.split()) for mention in party.spellings))

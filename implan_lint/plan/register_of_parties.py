"""The people, roles and groups of a plan, each once, whatever the spelling: who they are and whether the plan says so.

The register is what the plan's organisation, stakeholders and front matter name. A role and the one person who holds
it are one party. A name that fits two parties fits none: it resolves to nobody, with the candidates.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from difflib import SequenceMatcher

from implan_lint.diagnostic import Span
from implan_lint.document.text import Text
from implan_lint.plan.lexicon import Lexicon, lexicon_of
from implan_lint.plan.links import content_words, same_party
from implan_lint.plan.model import Mention, OwnerKind, Plan
from implan_lint.plan.names import PersonName, likeness, person_name, without_article
from implan_lint.plan.owners import read_owners, who_is_meant
from implan_lint.plan.seen import Seen, seen_in
from implan_lint.plan.words import fold

_NEAR = 0.8
"""How alike two names must be before one is offered for the other."""


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody in the plan; `name` is the fullest spelling."""

    name: str
    kind: OwnerKind
    spellings: tuple[Mention, ...]
    """Every place where the plan names it, in the order of the text."""
    roles: tuple[str, ...]
    in_register: bool
    """The organisation, the stakeholders or the front matter name it."""


@dataclass(slots=True)
class _Draft:
    """A party while it is put together."""

    name: str
    kind: OwnerKind
    person: PersonName | None = None
    keys: set[str] = field(default_factory=set)
    aliases: set[str] = field(default_factory=set)
    """Abbreviations that the plan itself gives: the "PJ" of a team table."""
    spellings: list[Mention] = field(default_factory=list)
    roles: list[str] = field(default_factory=list)
    registered: bool = False
    is_loose: bool = True
    """Nothing but capitals in running text speaks for it: good enough to know a name by, not to list."""


class Parties:
    """All parties of a plan, in the order in which it names them."""

    def __init__(self, seen: Iterable[Seen], lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._synonyms = [name for name in lexicon.vocabulary.words if name.startswith("role.same.")]
        self._drafts: list[_Draft] = []
        self._holders: dict[str, list[_Draft]] = {}
        self._unclear: dict[str, tuple[Mention, list[_Draft]]] = {}
        everyone = list(seen)
        for one in sorted(everyone, key=_turn):
            self._add(one)
        self._drafts.sort(key=lambda draft: min((m.span for m in draft.spellings), default=(0, 0)))
        self._parties = {id(draft): _finished(draft) for draft in self._drafts}

    @classmethod
    def of(cls, plan: Plan) -> Parties:
        lexicon = lexicon_of(plan.vocabulary)
        return cls(seen_in(plan, lexicon), lexicon)

    def __iter__(self) -> Iterator[Party]:
        return (self._parties[id(draft)] for draft in self._drafts if not draft.is_loose)

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def unclear(self) -> Iterator[tuple[Mention, tuple[Party, ...]]]:
        """Each name that fits more than one person, where it first stands, with those persons."""
        for mention, drafts in self._unclear.values():
            yield mention, tuple(self._parties[id(draft)] for draft in drafts)

    # ------------------------------------------------------------ asking

    def resolve(self, words: str) -> Party | None:
        """The one party that owner words name; None for an unknown or ambiguous name, and for several parties."""
        found = self.candidates(words)
        return found[0] if len(found) == 1 else None

    def candidates(self, words: str) -> tuple[Party, ...]:
        """Everybody whom the words can mean; more than one if the name is ambiguous, or names more than one."""
        owners = read_owners(Text(words, Span(0, len(words))), self._lexicon)
        found: dict[int, Party] = {}
        for owner in owners:
            name, kind = who_is_meant(owner.name, self._lexicon)
            for draft in self._match(name, kind):
                found[id(draft)] = self._parties[id(draft)]
        return tuple(found.values())

    def near(self, words: str) -> Party | None:
        """The registered party that was probably meant by a name that isn't in the register."""
        name, kind = who_is_meant(words, self._lexicon)
        alike = [(_alikeness(name, party), party) for party in self if party.in_register and _comparable(kind, party)]
        best = max(alike, key=lambda pair: pair[0], default=None)
        return best[1] if best is not None and best[0] >= _NEAR else None

    # ------------------------------------------------------------ matching

    def _match(self, name: str, kind: OwnerKind) -> list[_Draft]:
        key = without_article(fold(name))
        same = [draft for draft in self._drafts if draft.kind is not OwnerKind.PERSON and key in draft.keys]
        known = [draft for draft in self._drafts if key in draft.aliases]
        if same or known or kind in (OwnerKind.VAGUE, OwnerKind.PLACEHOLDER):
            return same or known
        if kind is OwnerKind.PERSON:
            return self._people(name)
        if kind is OwnerKind.ROLE:
            return self._of_role(name)
        return self._of_synonym(name) or [
            draft for draft in self._drafts if draft.kind is kind and same_party(draft.name, name)
        ]

    def _people(self, name: str) -> list[_Draft]:
        """Those whom a name fits best."""
        asked = person_name(name)
        if asked is None:
            key = fold(name)
            return [draft for draft in self._drafts if draft.kind is OwnerKind.PERSON and key in draft.keys]
        fits = [(likeness(draft.person, asked), draft) for draft in self._drafts if draft.person is not None]
        best = max((level for level, _ in fits), default=0)
        found = [draft for level, draft in fits if level == best] if best else []
        return [draft for draft in found if draft.registered] or found

    def _of_role(self, name: str) -> list[_Draft]:
        """Who holds a role, by its name or another name for it; otherwise the role that has these words too."""
        if holders := self._holders.get(self._role_key(name)):
            return holders
        words = content_words(name)
        found = [
            holders
            for key, holders in self._holders.items()
            if words and (words <= content_words(key) or words >= content_words(key) != frozenset())
        ]
        return found[0] if len(found) == 1 else []

    def _of_synonym(self, name: str) -> list[_Draft]:
        """ "functioneel beheer" is who is functioneel beheerder."""
        key = self._role_key(name)
        return self._holders.get(key, []) if key in self._synonyms else []

    def _role_key(self, name: str) -> str:
        folded = without_article(fold(name))
        return next((group for group in self._synonyms if self._lexicon.is_one_of(group, folded)), folded)

    # ------------------------------------------------------------ building

    def _add(self, one: Seen) -> None:
        found = self._match(one.name, one.kind)
        if one.kind is OwnerKind.ROLE:
            found = self._holders.get(self._role_key(one.name), [])
        if len(found) > 1:
            # Nobody's spelling; but a register that names one of them doesn't leave the others unknown.
            for draft in found:
                draft.registered |= one.registered
            if one.kind is OwnerKind.PERSON and not one.is_loose:
                self._unclear.setdefault(one.name, (one.mention, found))
            return
        draft = found[0] if found else self._new(one)
        draft.spellings.append(one.mention)
        draft.registered |= one.registered
        if one.registered and draft.person is not None and (asked := person_name(one.name)) is not None:
            draft.person = replace(draft.person, sex=draft.person.sex or asked.sex)
        draft.is_loose &= one.is_loose
        draft.aliases |= {fold(alias) for alias in one.aliases}
        for role in one.roles:
            self._hold(draft, role)

    def _new(self, one: Seen) -> _Draft:
        person = person_name(one.name) if one.kind is OwnerKind.PERSON else None
        draft = _Draft(one.name, one.kind, person, {without_article(fold(one.name)), fold(one.name)})
        self._drafts.append(draft)
        if one.kind is OwnerKind.ROLE or (one.kind is OwnerKind.GROUP and self._role_key(one.name) in self._synonyms):
            self._hold(draft, one.name)
        return draft

    def _hold(self, draft: _Draft, role: str) -> None:
        if fold(role) not in {fold(known) for known in draft.roles}:
            draft.roles.append(role)
        holders = self._holders.setdefault(self._role_key(role), [])
        if not any(holder is draft for holder in holders):
            holders.append(draft)


def _turn(one: Seen) -> tuple[int, int]:
    """Bodies of the register come first, as they may look like a person ("Kilometrix"); then the fullest names.

    Abbreviations come last, when it is known what they are short for.
    """
    if one.kind is OwnerKind.GROUP and one.registered:
        return 0, 0
    if one.kind is not OwnerKind.PERSON:
        return 2, one.kind is not OwnerKind.ROLE
    name = person_name(one.name)
    return (3, 0) if name is not None and name.monogram else (1, 0 if name is None else -name.fullness)


def _finished(draft: _Draft) -> Party:
    """One spelling a place: the fullest of those that start there."""
    places = {mention.span.start: mention for mention in sorted(draft.spellings, key=lambda mention: mention.span)}
    return Party(draft.name, draft.kind, tuple(places.values()), tuple(draft.roles), draft.registered)


# ---------------------------------------------------------------- near misses


def _comparable(kind: OwnerKind, party: Party) -> bool:
    return kind in (OwnerKind.PERSON, OwnerKind.ROLE) and (kind is party.kind or bool(party.roles))


def _alikeness(name: str, party: Party) -> float:
    """0 to 1; two people with one surname count as near, because a first name is the likelier slip."""
    asked, known = person_name(name), person_name(party.name)
    if asked is not None and known is not None and party.kind is OwnerKind.PERSON and asked.surname:
        same_surname = set(asked.surname) & set(known.surname)
        return 1.0 if same_surname else _ratio(name, party.name)
    return max((_ratio(name, words) for words in (party.name, *party.roles)), default=0.0)


def _ratio(one: str, other: str) -> float:
    return SequenceMatcher(None, fold(one), fold(other), autojunk=False).ratio()

"""People and roles under their several spellings, each one party."""

from __future__ import annotations

from textwrap import dedent

import pytest
from hypothesis import given
from hypothesis import strategies as st

from implan_lint.plan.model import OwnerKind
from implan_lint.plan.register_of_parties import Parties, Party
from tests.plan.reading import read

PLAN = """
---
titel: Zorgpad
opdrachtgever: Nel Groen
auteur: L. Bos
leveranciers: [Kilometrix]
---
# Zorgpad

## Projectorganisatie

| Rol | Naam | Initialen |
|-----|------|-----------|
| Projectleider | Sanne de Wit | SAW |
| Functioneel beheerder | P. Jansen (Zorggroep) | |
| Key-user | Jan Bakker, Kim Bakker | |
| Testmanager | n.n.b. | |

- Fatima El Amrani, communicatieadviseur
- Jurist: Joost van 't Hof
- RV = Roos Visser

Truus Smit-de Vries is controller. Verder doet mevr. drs. Özlem Kaya mee.

## Acties

| Actie | Wie | Wanneer |
|-------|-----|---------|
"""


def plan_with(*owners: str) -> Parties:
    rows = "".join(f"| Actie {number} doen | {owner} | 1 mei 2026 |\n" for number, owner in enumerate(owners, 1))
    return Parties.of(read(dedent(PLAN) + rows))


def name_of(party: Party | None) -> str | None:
    return party.name if party is not None else None


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Sanne de Wit", "Sanne de Wit"),
        ("Sanne", "Sanne de Wit"),
        ("S. de Wit", "Sanne de Wit"),
        ("mevr. De Wit", "Sanne de Wit"),
        ("SAW", "Sanne de Wit"),
        ("SdW", "Sanne de Wit"),
        ("Sanne de Wit (projectleider)", "Sanne de Wit"),
        ("projectleider Sanne de Wit", "Sanne de Wit"),
        ("Sanne de Wit - projectleider", "Sanne de Wit"),
        ("Sanne (trekker)", "Sanne de Wit"),
        ("trekker: Sanne", "Sanne de Wit"),
        ("Sanne de Wit, projectleider", "Sanne de Wit"),
        ("projectleider", "Sanne de Wit"),
        ("de projectleider", "Sanne de Wit"),
        ("projectmanager", "Sanne de Wit"),
        ("het team (Sanne)", "Sanne de Wit"),
        ("Piet Jansen", "P. Jansen"),
        ("PJ", "P. Jansen"),
        ("dhr. Jansen", "P. Jansen"),
        ("functioneel beheer", "P. Jansen"),
        ("Joost", "Joost van 't Hof"),
        ("J. van ’t Hof", "Joost van 't Hof"),
        ("Fatima", "Fatima El Amrani"),
        ("communicatieadviseur", "Fatima El Amrani"),
        ("Truus de Vries", "Truus Smit-de Vries"),
        ("T. Smit", "Truus Smit-de Vries"),
        ("Ozlem Kaya", "Özlem Kaya"),
        ("opdrachtgever", "Nel Groen"),
        ("LB", "L. Bos"),
        ("RV", "Roos Visser"),
        ("Kim", "Kim Bakker"),
        ("Kilometrix", "Kilometrix"),
        ("testmanager", "Testmanager"),
    ],
)
def test_one_party_under_many_spellings(words: str, name: str) -> None:
    party = plan_with().resolve(words)
    assert name_of(party) == name
    assert party is not None
    assert party.in_register


@pytest.mark.parametrize("words", ["Bakker", "key-user", "Sanne en Joost"])
def test_who_of_several_is_not_guessed(words: str) -> None:
    parties = plan_with()
    assert parties.resolve(words) is None
    assert len(parties.candidates(words)) == 2


@pytest.mark.parametrize("words", ["Kees Boer", "A. Jansen", "R. van der Hof", "technisch beheerder", "iedereen", ""])
def test_strangers(words: str) -> None:
    assert plan_with().candidates(words) == ()


def test_an_owner_who_is_not_in_the_register() -> None:
    parties = plan_with("Kees Boer", "K. Boer", "team Zuid", "iedereen", "Anja Jansen")
    strangers = [(party.name, party.kind, len(party.spellings)) for party in parties if not party.in_register]
    assert strangers == [
        ("Kees Boer", OwnerKind.PERSON, 2),
        ("team Zuid", OwnerKind.GROUP, 1),
        ("iedereen", OwnerKind.VAGUE, 1),
        ("Anja Jansen", OwnerKind.PERSON, 1),
    ]


def test_the_fullest_spelling_names_a_party_and_all_stand_where_they_say() -> None:
    plan = read(
        dedent(PLAN) + "| Bellen | Piet Jansen, Sanne | 1 mei 2026 |\n| Typen | PJ en functioneel beheer | - |\n"
    )
    (jansen,) = [party for party in Parties.of(plan) if "Jansen" in party.name]
    assert jansen.name == "Piet Jansen"
    assert jansen.roles == ("Functioneel beheerder",)
    written = [plan.document.source.slice(mention.span) for mention in jansen.spellings]
    assert written == ["P. Jansen (Zorggroep)", "Piet Jansen", "PJ", "functioneel beheer"]


def test_a_first_name_of_the_register_is_not_taken_by_a_stranger() -> None:
    parties = plan_with("Sanne de Witt", "Sanne")
    assert name_of(parties.resolve("Sanne")) == "Sanne de Wit"


@pytest.mark.parametrize(
    ("words", "near"),
    [
        ("Sanne de Witt", "Sanne de Wit"),
        ("Anja Jansen", "P. Jansen"),
        ("Joost van der Hof", "Joost van 't Hof"),
        ("Kees Boer", None),
        ("zorgadviseur", None),
    ],
)
def test_who_was_probably_meant(words: str, near: str | None) -> None:
    assert name_of(plan_with().near(words)) == near


@pytest.mark.parametrize(
    ("item", "role", "person"),
    [
        ("Sanne de Wit, projectleider", "projectleider", "Sanne de Wit"),
        ("Sanne de Wit: projectleider", "projectleider", "Sanne de Wit"),
        ("Sanne de Wit – projectleider", "projectleider", "Sanne de Wit"),
        ("Projectleider: Sanne de Wit", "Projectleider", "Sanne de Wit"),
        ("Sanne de Wit (projectleider)", "projectleider", "Sanne de Wit"),
    ],
)
def test_items_that_say_who_is_what(item: str, role: str, person: str) -> None:
    (found,) = read(f"# Plan\n\n## Projectorganisatie\n\n- {item}\n").roles
    assert (found.text, found.person.text if found.person else None) == (role, person)


_GIVEN = st.sampled_from(["Piet", "Anne-Marie", "Zoë", "Jan Willem", "Fatima", "Çelik"])
_PREFIX = st.sampled_from(["", "de ", "van der ", "van 't ", "El ", "ten "])
_SURNAME = st.sampled_from(["Jansen", "Özdemir", "Wit-Smit", "Smit-de Boer", "O'Brien", "IJsselstein"])


def _spellings(given: str, prefix: str, surname: str) -> list[str]:
    whole, last = f"{given} {prefix}{surname}", f"{prefix}{surname}"
    initials = ".".join(part[0] for part in given.replace("-", " ").split()) + "."
    return [
        whole, f"{initials} {last}", f"{given[0]}. {last}", f"dhr. {last}", f"mw. {initials} {last}", given,
        surname.partition("-")[0], f"{whole} (projectleider)", f"{given} (trekker)", f"drs. {whole} MSc",
        f"projectleider {whole}", f"**{whole}**", whole.replace("'", "’"), "projectleider", "de projectmanager",
    ]  # fmt: skip


@given(_GIVEN, _PREFIX, _SURNAME, st.integers(0, 14))
def test_any_spelling_of_a_person_is_that_person(given_name: str, prefix: str, surname: str, which: int) -> None:
    name = f"{given_name} {prefix}{surname}"
    roles = f"| Rol | Naam |\n|---|---|\n| Projectleider | {name} |\n| Adviseur | Truus Zwart |\n"
    spelling = _spellings(given_name, prefix, surname)[which]
    parties = Parties.of(read(f"# Plan\n\n## Projectorganisatie\n\n{roles}"))
    assert name_of(parties.resolve(spelling)) == name


TEAM = """
# Leeszaal

## Projectorganisatie

| Rol | Naam |
|-----|------|
| Projectleider (PL) | Piet Jansen (PJ) |
| Trainer (TR) | Karin Mol |
| Gastheer | dhr. Smit |
| Opdrachtgever (OG) | Vries, A. de |
| Beheerder | Bakker (HB) |

## Acties

| Actie | Wie | Wanneer |
|-------|-----|---------|
"""


def team_with(*owners: str) -> Parties:
    rows = "".join(f"| Kast {number} bouwen | {owner} | 1 mei 2026 |\n" for number, owner in enumerate(owners, 1))
    return Parties.of(read(dedent(TEAM) + rows))


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("Jansen, P.", ["Piet Jansen"]),
        ("Jansen (PJ)", ["Piet Jansen"]),
        ("PJ", ["Piet Jansen"]),
        ("PL", ["Piet Jansen"]),
        ("TR", ["Karin Mol"]),
        ("OG", ["A. de Vries"]),
        ("A. de Vries", ["A. de Vries"]),
        ("HB", ["Bakker"]),
        ("PL en TR", ["Piet Jansen", "Karin Mol"]),
        ("Jansen, P. en Mol, K.", ["Piet Jansen", "Karin Mol"]),
        ("Jansen, P., Mol, K.", ["Piet Jansen", "Karin Mol"]),
        ("Piet, K. Mol", ["Piet Jansen", "Karin Mol"]),
        ("dhr. Smit", ["dhr. Smit"]),
        ("mevr. Smit", []),
        ("K. Jansen", []),
        ("OJ", []),
    ],
)
def test_turned_names_abbreviations_and_titles(words: str, names: list[str]) -> None:
    assert [party.name for party in team_with().candidates(words)] == names


def test_an_abbreviation_that_an_owner_explains_is_known_from_then_on() -> None:
    parties = team_with("functioneel beheerder (FB)", "FB", "Mina Dekker (MD)", "MD")
    assert name_of(parties.resolve("FB")) == "functioneel beheerder"
    assert name_of(parties.resolve("MD")) == "Mina Dekker"


def test_words_in_brackets_that_shorten_nothing_are_no_abbreviation() -> None:
    assert team_with("Mina Dekker (ICT)").resolve("ICT") is None


def test_two_titles_are_two_people() -> None:
    parties = team_with("mevr. Smit")
    known = {party.name: party.in_register for party in parties}
    assert known["dhr. Smit"]
    assert not known["mevr. Smit"]


def test_a_name_that_fits_two_is_told_with_both() -> None:
    unclear = [(mention.text, [party.name for party in meant]) for mention, meant in plan_with("Bakker").unclear()]
    assert unclear == [("Bakker", ["Jan Bakker", "Kim Bakker"])]
    assert list(team_with("Jansen").unclear()) == []

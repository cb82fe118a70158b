"""Who an owner cell names: persons, roles, groups, nobody in particular, or a sign that it must still be said."""

from __future__ import annotations

import pytest

from implan_lint.plan.model import OwnerKind
from implan_lint.plan.owners import is_blank, kind_of, looks_like_person, owner_mention, read_owners, who_is_meant
from tests.plan.reading import lexicon, plain, words


@pytest.mark.parametrize(
    ("kind", "names"),
    [
        (
            OwnerKind.PERSON,
            [
                "Sanne de Wit",
                "S. de Wit",
                "R. van den Berg",
                "Fatima El Amrani",
                "Jan",
                "dr. A. Jansen",
                "mevr. De Wit",
                "Anne-Marie Özdemir",
                "**Sanne**",
                "Sanne (projectleider)",
                "Sanne de Wit (Zorggroep Noord)",
                "het team (Sanne de Wit)",
                "trekker: Sanne",
                "Sanne trekker",
                "Sanne (A)",
                "Çelik van ’t Hof MSc",
            ],
        ),
        (
            OwnerKind.ROLE,
            [
                "projectleider",
                "Projectleider",
                "de projectleider",
                "functioneel beheerder",
                "Functioneel beheerder ECD",
                "wijkverpleegkundige",
                "beleidsadviseur",
                "projectleider (nog te werven)",
                "project manager",
                "Key-users",
                "mt-lid",
                "team lead",
            ],
        ),
        (
            OwnerKind.GROUP,
            [
                "team Zuid",
                "Team 3",
                "afdeling ICT",
                "IPS-team",
                "projectteam",
                "kernteam",
                "salesteam",
                "stuurgroep",
                "MT",
                "servicedesk",
                "ICT",
                "gemeente Utrecht",
                "werkgroep Scholing",
                "het MT",
                "functioneel beheer",
            ],
        ),
        (
            OwnerKind.VAGUE,
            [
                "iedereen",
                "Iedereen.",
                "het team",
                "team",
                "Het hele team",
                "wij",
                "alle medewerkers",
                "betrokkenen",
                "de organisatie",
                "diversen",
                "nvt",
                "n.v.t.",
                "leverancier nader te bepalen",
                "everyone",
                "the team",
            ],
        ),
        (
            OwnerKind.PLACEHOLDER,
            [
                "n.n.b.",
                "nog te bepalen",
                "Nog te bepalen.",
                "?",
                "-",
                "...",
                "xxx",
                "[naam]",
                "<naam>",
                "TBD",
                "vacature",
            ],
        ),
    ],
)
def test_what_a_name_is(kind: OwnerKind, names: list[str]) -> None:
    assert {name: kind_of(name, lexicon()) for name in names} == dict.fromkeys(names, kind)


@pytest.mark.parametrize(
    ("cell", "parties"),
    [
        ("Sanne de Wit", [("Sanne de Wit", OwnerKind.PERSON)]),
        ("Sanne, Jan", [("Sanne", OwnerKind.PERSON), ("Jan", OwnerKind.PERSON)]),
        ("Sanne / Jan", [("Sanne", OwnerKind.PERSON), ("Jan", OwnerKind.PERSON)]),
        ("Sanne en Jan", [("Sanne", OwnerKind.PERSON), ("Jan", OwnerKind.PERSON)]),
        ("Sanne & Jan", [("Sanne", OwnerKind.PERSON), ("Jan", OwnerKind.PERSON)]),
        (
            "Sanne de Wit, i.s.m. team ICT",
            [("Sanne de Wit", OwnerKind.PERSON), ("team ICT", OwnerKind.GROUP)],
        ),
        ("projectleider met het team", [("projectleider", OwnerKind.ROLE), ("het team", OwnerKind.VAGUE)]),
        ("Sanne (ook Jan, en Piet)", [("Sanne (ook Jan, en Piet)", OwnerKind.PERSON)]),
        ("Jan en ?", [("Jan", OwnerKind.PERSON), ("?", OwnerKind.PLACEHOLDER)]),
        ("Hendrik Metselaar", [("Hendrik Metselaar", OwnerKind.PERSON)]),
        (" ", []),
    ],
)
def test_the_parties_of_a_cell(cell: str, parties: list[tuple[str, OwnerKind]]) -> None:
    found = read_owners(plain(cell), lexicon())
    assert [(owner.name, owner.kind) for owner in found] == parties
    assert [cell[slice(*owner.span)] for owner in found] == [name for name, _ in parties]


@pytest.mark.parametrize(
    ("cell", "owner", "blank"),
    [
        ("Sanne", "Sanne", None),
        ("iedereen", "iedereen", None),
        ("Jan / n.n.b.", "Jan / n.n.b.", None),
        ("n.n.b.", None, "n.n.b."),
        ("? / n.n.b.", None, "? / n.n.b."),
        ("", None, None),
    ],
)
def test_an_owner_or_the_placeholder_in_its_place(cell: str, owner: str | None, blank: str | None) -> None:
    found = owner_mention(plain(cell), lexicon())
    assert (words(found[0]), words(found[2])) == (owner, blank)


@pytest.mark.parametrize(
    "cell", ["", " ", "-", "—", "?", "…", "...", "____", "x", "XX", "[naam]", "{naam}", "ntb", "tbd"]
)
def test_blank(cell: str) -> None:
    assert is_blank(cell, lexicon())


@pytest.mark.parametrize("cell", ["0", "ja", "Xander", "[naam] de Wit", "n.n.b. of Jan", "volgt het handboek", "C"])
def test_not_blank(cell: str) -> None:
    assert not is_blank(cell, lexicon())


@pytest.mark.parametrize(
    ("name", "person"),
    [
        ("Sanne de Wit", True),
        ("S. de Wit", True),
        ("J.P. Balkenende", True),
        ("Sanne", False),
        ("de Wit", False),
        ("sanne de wit", False),
        ("Sanne belt", False),
    ],
)
def test_a_first_and_a_last_name(name: str, person: bool) -> None:
    assert looks_like_person(name) is person


@pytest.mark.parametrize(
    ("cell", "name", "kind"),
    [
        ("Sanne de Wit (projectleider)", "Sanne de Wit", OwnerKind.PERSON),
        ("projectleider (Sanne de Wit)", "Sanne de Wit", OwnerKind.PERSON),
        ("projectleider Sanne de Wit", "Sanne de Wit", OwnerKind.PERSON),
        ("projectleider: Sanne de Wit", "Sanne de Wit", OwnerKind.PERSON),
        ("Sanne de Wit - projectleider", "Sanne de Wit", OwnerKind.PERSON),
        ("het team (Jan)", "Jan", OwnerKind.PERSON),
        ("projectleider (nog te werven)", "projectleider", OwnerKind.ROLE),
        ("afdeling ICT (beheer)", "afdeling ICT", OwnerKind.GROUP),
        ("Jan", "Jan", OwnerKind.PERSON),
    ],
)
def test_who_is_meant(cell: str, name: str, kind: OwnerKind) -> None:
    assert who_is_meant(cell, lexicon()) == (name, kind)

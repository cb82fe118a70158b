"""Stakeholders, communication and roles."""

from __future__ import annotations

import pytest

from implan_lint.plan.model import Communication, Stakeholder
from implan_lint.plan.time.period import TimeKind
from tests.plan.reading import read, texts, words


def under(heading: str, body: str) -> str:
    return f"# Plan van aanpak\n\n## {heading}\n\n{body}\n"


def known(stakeholder: Stakeholder) -> tuple[str | None, ...]:
    parts = (stakeholder.interest, stakeholder.influence, stakeholder.involvement, stakeholder.approach)
    return (stakeholder.text, *(words(part) for part in parts))


def told(row: Communication) -> tuple[str | None, ...]:
    return tuple(words(part) for part in (row.audience, row.message, row.channel, row.moment, row.sender))


@pytest.mark.parametrize(
    "header",
    [
        "| Stakeholder | Belang | Invloed | Betrokkenheid | Aanpak |",
        "| Wie | Interesse | Macht | Houding | Strategie |",
        "| Belanghebbende | Verwachting | Mate van invloed | Draagvlak | Hoe betrekken we ze? |",
        "| Stakeholder | Interest | Influence | Involvement | Approach |",
    ],
)
def test_stakeholder_rows(header: str) -> None:
    body = (
        f"{header}\n|---|---|---|---|---|\n| Cliëntenraad | goede zorg | hoog | positief | overleg |\n| MT | - | | | |"
    )
    assert [known(found) for found in read(under("Stakeholders", body)).stakeholders] == [
        ("Cliëntenraad", "goede zorg", "hoog", "positief", "overleg"),
        ("MT", None, None, None, None),
    ]


@pytest.mark.parametrize(
    ("item", "parts"),
    [
        ("Directie (wil besparen)", ("Directie", "wil besparen", None, None, None)),
        ("Medewerkers: gemak in het werk", ("Medewerkers", "gemak in het werk", None, None, None)),
        ("Gemeente - grote invloed", ("Gemeente", "grote invloed", "grote invloed", None, None)),
        ("Ouders", ("Ouders", None, None, None, None)),
        (
            "Ouders\n  - Belang: rust\n  - Invloed: laag\n  - Aanpak: ?",
            ("Ouders", "rust", "laag", None, None),
        ),
    ],
)
def test_stakeholder_items(item: str, parts: tuple[str | None, ...]) -> None:
    (found,) = read(under("Stakeholders", f"- {item}")).stakeholders
    assert known(found) == parts


def test_stakeholders_in_a_sentence() -> None:
    plan = read(
        under("Stakeholders", "De stakeholders zijn het sales team (elke dag), ouders en de directie. Dat is veel.")
    )
    assert [known(found)[:2] for found in plan.stakeholders] == [
        ("sales team", "elke dag"),
        ("ouders", None),
        ("directie", None),
    ]
    assert all(plan.document.source.slice(found.span) == found.text for found in plan.stakeholders)


@pytest.mark.parametrize(("name", "collective"), [("Alle medewerkers", True), ("Iedereen", True), ("Ouders", False)])
def test_everybody_at_once(name: str, collective: bool) -> None:
    (found,) = read(under("Stakeholders", f"- {name}")).stakeholders
    assert found.collective is collective


@pytest.mark.parametrize(
    "header",
    [
        "| Doelgroep | Boodschap | Kanaal | Frequentie | Verantwoordelijke |",
        "| Aan wie | Inhoud | Middel | Moment | Afzender |",
        "| Stakeholder | Onderwerp | Via | Wanneer | Wie |",
        "| Audience | Message | Channel | Frequency | Owner |",
    ],
)
def test_communication_rows(header: str) -> None:
    plan = read(
        under("Communicatie", f"{header}\n|---|---|---|---|---|\n| Alle ouders | Stand | brief | maandelijks | Sanne |")
    )
    (row,) = plan.communications
    assert told(row) == ("Alle ouders", "Stand", "brief", "maandelijks", "Sanne")
    assert (row.text, row.collective, row.line) == ("Stand", False, 7)
    assert row.period is not None
    assert row.period.kind is TimeKind.RECURRING


def test_wie_is_the_sender_where_no_other_column_is() -> None:
    header = "| Actie of overlegvorm | Wie | Frequentie | Doelgroep |\n|---|---|---|---|"
    body = f"{header}\n| Teamoverleg | Jan | wekelijks | Team |"
    (row,) = read(under("Communicatie", body)).communications
    assert told(row) == ("Team", None, "Teamoverleg", "wekelijks", "Jan")


@pytest.mark.parametrize(
    ("item", "parts"),
    [
        ("Medewerkers: maandelijkse nieuwsbrief", ("Medewerkers", None, "nieuwsbrief", "maandelijkse", None)),
        ("We informeren de directie regelmatig per mail", (None, None, "mail", "regelmatig", None)),
        (
            "De projectleider stuurt elke week een nieuwsbrief",
            (None, None, "nieuwsbrief", "elke week", "projectleider"),
        ),
        (
            "Ouders krijgen in mei 2026 een brief door de teamleider",
            (None, None, "brief", "mei 2026", "de teamleider"),
        ),
        (
            "Brief (doelgroep: ouders, wanneer: mei 2026, afzender: Sanne)",
            ("ouders", None, "Brief", "mei 2026", "Sanne"),
        ),
    ],
)
def test_communication_items(item: str, parts: tuple[str | None, ...]) -> None:
    (row,) = read(under("Communicatie", f"- {item}")).communications
    assert told(row) == parts


def test_sentences_that_agree_on_something() -> None:
    plan = read(under("Communicatie", "We sturen elke maand een nieuwsbrief aan iedereen. Communicatie is belangrijk."))
    assert [(row.text, row.collective) for row in plan.communications] == [
        ("We sturen elke maand een nieuwsbrief aan iedereen.", True)
    ]


def test_beside_a_table_a_list_gives_examples() -> None:
    body = (
        "| Doelgroep | Kanaal | Frequentie |\n|---|---|---|\n| Ouders | brief | maandelijks |\n\n- Denk aan een flyer"
    )
    assert texts(read(under("Communicatie", body)).communications) == ["Ouders"]


@pytest.mark.parametrize(
    "header", ["| Rol | Naam | Organisatie |", "| Functie | Wie | Afdeling |", "| Role | Name | Organisation |"]
)
def test_role_rows(header: str) -> None:
    body = (
        f"{header}\n|---|---|---|\n| Projectleider | Sanne de Wit | Zorggroep |\n| Opdrachtgever | n.n.b. | |\n| | | |"
    )
    roles = read(under("Projectorganisatie", body)).roles
    assert [(role.text, words(role.person), words(role.organisation)) for role in roles] == [
        ("Projectleider", "Sanne de Wit", "Zorggroep"),
        ("Opdrachtgever", None, None),
    ]


@pytest.mark.parametrize(
    ("item", "role", "person"),
    [
        ("Projectleider: Sanne de Wit", "Projectleider", "Sanne de Wit"),
        ("Projectleider - Sanne de Wit", "Projectleider", "Sanne de Wit"),
        ("Jan de Boer (functioneel beheerder)", "functioneel beheerder", "Jan de Boer"),
        ("Opdrachtgever: ?", "Opdrachtgever", None),
        ("Stuurgroep", "Stuurgroep", "Stuurgroep"),
    ],
)
def test_role_items(item: str, role: str, person: str | None) -> None:
    (found,) = read(under("Projectteam", f"- {item}")).roles
    assert (found.text, words(found.person)) == (role, person)


@pytest.mark.parametrize(
    ("sentence", "roles"),
    [
        ("Nel Groen is opdrachtgever van het project.", [("opdrachtgever", "Nel Groen")]),
        ("Nel Groen wordt de functioneel beheerder.", [("functioneel beheerder", "Nel Groen")]),
        (
            "Verder doen Joost Reus (jurist) en Farah Amin mee.",
            [("jurist", "Joost Reus"), ("Farah Amin", "Farah Amin")],
        ),
        ("Nel Groen doet als manager van de afdeling mee.", [("manager", "Nel Groen")]),
        ("Nel Groen is in het contract van mei genoemd.", [("Nel Groen", "Nel Groen")]),
        ("We overleggen elke week.", []),
    ],
)
def test_roles_in_sentences(sentence: str, roles: list[tuple[str, str]]) -> None:
    plan = read(under("Projectorganisatie", sentence))
    assert [(role.text, words(role.person)) for role in plan.roles] == roles
    assert all(plan.document.source.slice(role.span) == role.text for role in plan.roles)


def test_a_long_item_is_no_role() -> None:
    assert read(under("Projectteam", "- We komen elke week met het hele team bij elkaar")).roles == ()


def test_what_a_template_asks_about_communication_is_no_agreement() -> None:
    asked = "- Hoe vaak is er contact?\n- Welke overleggen zijn er met het team\n- Nieuwsbrief aan alle artsen"
    assert texts(read(under("Communicatie", asked)).communications) == ["Nieuwsbrief aan alle artsen"]
    told = "- Why we start, in a letter to all nurses\n- Hoe we werken, in de nieuwsbrief"
    assert len(read(under("Communicatie", told)).communications) == 2

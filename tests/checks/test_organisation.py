"""Facts about the people of a plan, wherever it tells them."""

from __future__ import annotations

import pytest

from tests.checks.said import found, words_at

PLAN = "# Invoering\n\n## Doelen\n\n- Op 1 mei 2026 werkt 90% met het systeem\n\n"


@pytest.mark.parametrize(
    ("words", "count"),
    [
        ("De directie is opdrachtgever.", 0),
        ("Wij doen dit in opdracht van de gemeente.", 0),
        ("**Opdrachtgever:** directeur Zorg", 0),
        ("**Opdrachtgever:**\n\nHanna Bos", 0),
        ("Projectleider: Sanne de Wit", 1),
        ("De opdracht is duidelijk.", 1),
    ],
)
def test_who_asks_for_it(words: str, count: int) -> None:
    assert len(found("ORG001", f"{PLAN}## Organisatie\n\n{words}\n", "software")) == count


@pytest.mark.parametrize(
    ("words", "count"),
    [
        ("Sanne de Wit leidt de invoering.", 0),
        ("De zorgcoördinator houdt het overzicht.", 0),
        ("Trekker is team Noord.", 0),
        ("Sanne de Wit doet mee.", 1),
    ],
)
def test_who_leads_it(words: str, count: int) -> None:
    assert len(found("ORG002", f"{PLAN}## Organisatie\n\n{words}\n", "algemeen")) == count


def test_the_owner_of_the_plan_is_who_leads_it() -> None:
    assert found("ORG002", f"# Invoering\n\n**Versie:** 2 · **Eigenaar:** Sanne\n\n{PLAN}", "algemeen") == []


def test_a_supplier_counts_as_the_contractor() -> None:
    text = f"{PLAN}## Organisatie\n\nProjectleider is Sanne de Wit; de leverancier richt het systeem in.\n"
    assert found("ORG002", text, "software") == []


@pytest.mark.parametrize(
    ("part", "count"),
    [
        ("## Teamleden: Sanne de Wit en Omar Haddou\n\nWij kennen elkaar.\n", 0),
        ("## Projectteam\n\nSanne de Wit werkt samen met Omar Haddou.\n", 0),
        ("## Projectteam\n\nEen psycholoog en een docent.\n", 0),
        ("## Projectteam\n\nWij zoeken nog mensen.\n", 1),
    ],
)
def test_who_is_in_the_team(part: str, count: int) -> None:
    assert len(found("ORG003", PLAN + part, "software")) == count


def test_a_role_without_a_name_and_a_name_without_a_role() -> None:
    rows = "| Projectleider | Sanne de Wit |\n| Tester | n.t.b. |\n|  | Omar Haddou |\n|  |  |\n"
    text = f"{PLAN}## Projectteam\n\n| Rol | Naam |\n|---|---|\n{rows}"
    assert words_at("ORG004", text, "software") == ["n.t.b.", ""]
    assert found("STR004", text, "software") == []


def test_a_table_of_roles_without_a_column_for_names_is_not_asked_for_them() -> None:
    text = f"{PLAN}## Projectteam\n\n| Rol | Taak |\n|---|---|\n| Tester | testen |\n| Opleider | scholen |\n"
    assert found("ORG004", text, "software") == []


@pytest.mark.parametrize(
    ("words", "agreements", "talk"),
    [
        ("Het projectteam vergadert tweewekelijks.", 0, 0),
        ("De stuurgroep beslist over geld.", 0, 1),
        ("Sanne de Wit en Omar Haddou.", 1, 0),
    ],
)
def test_a_team_without_any_agreement_is_told_so_once(words: str, agreements: int, talk: int) -> None:
    text = f"{PLAN}## Projectteam\n\n{words}\n"
    assert len(found("ORG005", text, "software")) == agreements
    assert len(found("ORG006", text, "software")) == talk


def _actions(*owners: str) -> str:
    rows = "".join(f"| Taak {number} uitvoeren | {owner} | 1 mei 2026 |\n" for number, owner in enumerate(owners))
    return f"{PLAN}## Acties\n\n| Actie | Wie | Wanneer |\n|---|---|---|\n{rows}"


def test_everything_hangs_on_one_person() -> None:
    assert words_at("ORG009", _actions("Sanne de Wit", "Sanne", "S. de Wit")) == ["Sanne de Wit"]


@pytest.mark.parametrize(
    "text",
    [
        _actions("Sanne de Wit", "Sanne de Wit", "Omar Haddou"),
        _actions("Sanne de Wit", "Sanne de Wit", "afdeling ICT"),
        _actions("projectleider", "projectleider", "projectleider"),
        _actions("Sanne de Wit", "Sanne de Wit"),
        _actions("Sanne de Wit", "Sanne de Wit", "Sanne de Wit") + "\n## Projectteam\n\n- Tester: Omar Haddou\n",
    ],
)
def test_somebody_else_takes_part(text: str) -> None:
    assert found("ORG009", text) == []

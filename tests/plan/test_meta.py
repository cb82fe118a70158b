"""What a plan says about itself: fields, phase, lifetime, language and kind."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from implan_lint.plan.profile import Phase
from tests.plan.reading import read

EXAMPLES = Path(__file__).parents[2] / "examples"


def with_fields(*lines: str) -> str:
    return "---\n" + "\n".join(lines) + "\n---\n# Plan van aanpak\n\n## Context\n\nTekst.\n"


@pytest.mark.parametrize(
    ("line", "name", "text", "day"),
    [
        ("titel: Plan ECD", "titel", "Plan ECD", None),
        ("Datum: 2026-02-01", "datum", "2026-02-01", date(2026, 2, 1)),
        ("datum: 01-02-2026", "datum", "01-02-2026", date(2026, 2, 1)),
        ("datum: 1 februari 2026", "datum", "1 februari 2026", date(2026, 2, 1)),
        ("datum: 31-02-2026", "datum", "31-02-2026", None),
        ("datum: februari", "datum", "februari", None),
        ("laatst bijgewerkt: 2026-02-01", "laatst_bijgewerkt", "2026-02-01", date(2026, 2, 1)),
        ("laatst_bijgewerkt: 2026-02-01", "laatst_bijgewerkt", "2026-02-01", date(2026, 2, 1)),
        ("go-live: 2026-02-01", "livegang", "2026-02-01", date(2026, 2, 1)),
        ("start date: 2026-02-01", "startdatum", "2026-02-01", date(2026, 2, 1)),
        ("opdrachtgever:", "opdrachtgever", "", None),
    ],
)
def test_front_matter(line: str, name: str, text: str, day: date | None) -> None:
    plan = read(with_fields(line))
    field = plan.meta[name]
    assert (field.text, field.day, field.from_front_matter) == (text, day, True)
    assert plan.document.source.slice(field.span) == text


def test_unknown_fields_and_doubles() -> None:
    plan = read(with_fields("kleur: rood", "datum: 2026-01-01", "vastgesteld op: 2026-02-02"))
    assert {name: field.text for name, field in plan.meta.items()} == {"datum": "2026-01-01"}


def test_label_lines_and_tables_near_the_top() -> None:
    plan = read(
        """
        # Plan van aanpak

        Opdrachtgever: Zorggroep
        **Projectleider:** Sanne de Wit
        Laatst bijgewerkt op: 1 maart 2026

        - Versie: 1.0

        | Organisatie | Zorggroep |
        |---|---|
        | Status | concept |

        ## Scope

        Scope: dit hele huis
        """
    )
    assert {name: field.text for name, field in plan.meta.items()} == {
        "opdrachtgever": "Zorggroep",
        "projectleider": "Sanne de Wit",
        "laatst_bijgewerkt": "1 maart 2026",
        "versie": "1.0",
        "organisatie": "Zorggroep",
        "status": "concept",
    }
    assert not any(field.from_front_matter for field in plan.meta.values())


@pytest.mark.parametrize(
    "table",
    [
        "| Naam | Rol |\n|---|---|\n| Jan | trainer |",
        "| Organisatie | Contact |\n|---|---|\n| Zorggroep | Sanne |",
        "| Naam | Organisatie | Versie |\n|---|---|---|\n| Jan | Zorggroep | 1 |",
    ],
)
def test_a_table_with_columns_says_nothing_of_the_plan(table: str) -> None:
    assert read(f"# Plan van aanpak\n\n{table}\n").meta == {}


def test_label_lines_far_down_are_about_something_else() -> None:
    plan = read("# Plan van aanpak\n\n" + "Tekst.\n\n" * 40 + "Opdrachtgever: Zorggroep\n")
    assert plan.meta == {}


def test_front_matter_wins() -> None:
    plan = read("---\nopdrachtgever: A\n---\n# Plan van aanpak\n\nOpdrachtgever: B\n")
    assert plan.meta["opdrachtgever"].text == "A"


@pytest.mark.parametrize(
    ("status", "phase"),
    [
        ("concept", Phase.CONCEPT),
        ("Vastgesteld", Phase.APPROVED),
        ("vastgesteld op 1 mei 2026", Phase.APPROVED),
        ("in uitvoering", Phase.RUNNING),
        ("in-uitvoering", Phase.RUNNING),
        ("Afgerond", Phase.CLOSED),
        ("draft", Phase.CONCEPT),
        ("approved", Phase.APPROVED),
    ],
)
def test_phase(status: str, phase: Phase) -> None:
    plan = read(with_fields(f"status: {status}"))
    assert (plan.phase, plan.phase_given) == (phase, True)


@pytest.mark.parametrize("lines", [(), ("status: geel",), ("status:",)])
def test_without_a_known_status_a_plan_is_a_concept(lines: tuple[str, ...]) -> None:
    plan = read(with_fields(*lines))
    assert (plan.phase, plan.phase_given) == (Phase.CONCEPT, False)


def test_lifetime_from_fields() -> None:
    plan = read(with_fields("startdatum: 2026-02-01", "einddatum: 31-12-2026", "livegang: 1 september 2026"))
    life = plan.lifetime
    assert (life.start, life.end, life.go_live) == (date(2026, 2, 1), date(2026, 12, 31), date(2026, 9, 1))
    assert not life.derived
    assert life.end_span is not None
    assert plan.document.source.slice(life.end_span) == "31-12-2026"


@pytest.mark.parametrize(
    ("sentence", "start", "end"),
    [
        ("Het project loopt van 14 april 2025 tot en met 13 juni 2025.", date(2025, 4, 14), date(2025, 6, 13)),
        ("The project runs from 1 May 2026 to 30 June 2026.", date(2026, 5, 1), date(2026, 6, 30)),
        ("Het project loopt van april tot juni.", None, None),
        ("In november 2026 evalueert Bram het project met de cijfers van het team.", None, None),
        ("Het project loopt tot 1 mei 2026.", None, None),
    ],
)
def test_lifetime_from_a_sentence(sentence: str, start: date | None, end: date | None) -> None:
    life = read(f"# Plan van aanpak\n\n## Inleiding\n\n{sentence}\n").lifetime
    assert (life.start, life.end) == (start, end)


def test_lifetime_from_the_planning_dates_what_has_no_year() -> None:
    plan = read(
        """
        # Plan van aanpak

        ## Acties

        | Actie | Wie | Wanneer |
        |---|---|---|
        | Starten | Jan | 1 oktober 2026 |
        | Livegang | Jan | 1 maart 2027 |
        | Nazorg | Jan | 4 weken na livegang |
        | Bellen | Jan | 15 januari |
        """
    )
    life = plan.lifetime
    assert (life.start, life.end, life.go_live) == (date(2026, 10, 1), date(2027, 3, 1), date(2027, 3, 1))
    assert life.derived
    assert [action.period.latest if action.period else None for action in plan.actions] == [
        date(2026, 10, 1),
        date(2027, 3, 1),
        date(2027, 3, 29),
        date(2027, 1, 15),
    ]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("# Plan\n\nWij doen het met de mensen van het team.\n", "nl"),
        ("# Plan\n\nWe do this with the people of the team.\n", "en"),
        ("", "nl"),
    ],
)
def test_language(text: str, language: str) -> None:
    assert read(text).language == language


@pytest.mark.parametrize(
    ("value", "name"),
    [("software", "software"), ("ICT", "software"), ("Sociaal-werk", "sociaal-werk"), ("zes-stappen", "zes-stappen")],
)
def test_a_plan_that_names_its_profile(value: str, name: str) -> None:
    plan = read(with_fields(f"profiel: {value}"))
    assert (plan.profile.name, plan.profile_given) == (name, True)


def test_the_caller_wins_from_the_plan() -> None:
    plan = read(with_fields("profiel: software"), profile="sociaal-werk")
    assert (plan.profile.name, plan.profile_given) == ("sociaal-werk", True)


def test_an_unknown_profile_is_as_none() -> None:
    plan = read(with_fields("profiel: banaan"))
    assert (plan.profile.name, plan.profile_given) == ("algemeen", False)
    assert "software" in plan.profile_names


def headings(*titles: str) -> str:
    return "# Plan van aanpak\n\n" + "".join(f"## {title}\n\nTekst.\n\n" for title in titles)


@pytest.mark.parametrize(
    ("titles", "name"),
    [
        (
            ("Achtergronden", "Projectgrenzen", "(Deel) resultaten", "Randvoorwaarden", "Projectactiviteiten"),
            "software",
        ),
        (("Doelstellingen en scope", "Stakeholderanalyse", "Taken en tijdschema", "Resources en budget"), "algemeen"),
        (
            ("Analyseren huidige praktijk, formuleren doelen", "Analyseren doelgroep en specifieke setting"),
            "zes-stappen",
        ),
        (("Lokale context", "Doelgroep", "Implementatiestrategieën", "Evaluatie"), "sociaal-werk"),
        (("IPS-Onderwijs", "Verbeterinterventies en veranderingen", "Gegevensverzameling"), "ips-onderwijs"),
        (("Doelen", "Acties", "Risico's"), "algemeen"),
        (("Aap", "Noot"), "algemeen"),
        ((), "algemeen"),
    ],
)
def test_a_plan_is_recognised_by_its_headings(titles: tuple[str, ...], name: str) -> None:
    plan = read(headings(*titles))
    assert (plan.profile.name, plan.profile_given) == (name, False)


@pytest.mark.parametrize("path", sorted(EXAMPLES.glob("*/*.md")), ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_the_example_plans_are_recognised_without_their_front_matter(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    named = read(text)
    if named.profile_given:
        body = text.partition("\n---\n")[2]
        assert read(body).profile.name in (named.profile.name, "algemeen")

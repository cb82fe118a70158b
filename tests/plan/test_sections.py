"""What a section is about, by the words of its heading and the headings above it."""

from __future__ import annotations

import pytest

from implan_lint.plan.model import Plan, PlanSection
from tests.plan.reading import read


def section(plan: Plan, title: str) -> PlanSection:
    (found,) = [found for found in plan.sections if found.heading.title.plain == title]
    return found


def kinds_of(heading: str) -> tuple[str, ...]:
    """The kinds of a heading of the second level."""
    return read(f"# Plan van aanpak\n\n{heading}\n\nTekst.\n").sections[1].kinds


@pytest.mark.parametrize(
    ("heading", "kinds"),
    [
        # forms
        ("## Doelen", ("doelen",)),
        ("Doelen\n------", ("doelen",)),
        ("**Doelen**", ("doelen",)),
        ("**Doelen:**", ("doelen",)),
        ("Doelen:", ("doelen",)),
        ("## *Doelen* ##", ("doelen",)),
        # numbers
        ("## 2. Doelen", ("doelen",)),
        ("## 2.1 Doelen", ("doelen",)),
        ("## IV. Risico's", ("risicos",)),
        ("## B. Scope", ("scope",)),
        ("## Hoofdstuk 3: Risico's", ("risicos",)),
        # spelling
        ("## RISICO’S", ("risicos",)),
        ("## Financiën", ("budget",)),
        ("## Communicatieaanpak 2026", ("communicatie",)),
        ("## Projectdoelstellingen", ("doelen",)),
        # several things at once
        ("## Doelstellingen en scope", ("doelen", "scope")),
        ("## Taken en tijdschema", ("acties", "planning")),
        ("## Monitoring & evaluatie", ("monitoring", "evaluatie")),
        ("## Nazorg/evaluatie", ("nazorg", "evaluatie")),
        ("## Planning, mijlpalen en budget", ("planning", "mijlpalen", "budget")),
        ("## Doelgroep, setting en context", ("doelgroep", "context")),
        ("## Planning en planning", ("planning",)),
        # compounds that mean one thing
        ("## Communiceren en motiveren", ("communicatie",)),
        ("## Evaluatie van risico's", ("risicos",)),
        # questions
        ("## Wat willen we bereiken?", ("doelen",)),
        ("## Wat valt buiten de scope?", ("scope_uit",)),
        ("## Wat kan er misgaan?", ("risicos",)),
        ("## How do we plan meetings?", ()),
        ("**Waarom doen we dit?**", ("aanleiding",)),
        ("**Waar maken we ons zorgen over?**", ("risicos",)),
        ("**Hoe houden we elkaar op de hoogte?**", ("communicatie",)),
        ("## Wat vertellen we?", ("communicatie",)),
        ("## Wie doet wat?", ("projectorganisatie",)),
        ("## Voor wie", ("doelgroep",)),
        ("## What could go wrong?", ("risicos",)),
        ("## Wat valt buiten de scope", ("scope_uit",)),
        # English
        ("## Goals", ("doelen",)),
        ("## Out of scope", ("scope_uit",)),
        ("## Success criteria", ("succescriteria", "monitoring")),
        ("## Risk register", ("risicos",)),
        ("## Roll-out plan", ("acties", "planning")),
        # words that count only as a whole heading
        ("## Team", ("projectorganisatie",)),
        ("## Geld", ("budget",)),
        ("## Geldautomaten plaatsen", ()),
        ("## Bevorderend", ("bevorderend",)),
        ("## Belemmerend", ("belemmerend",)),
        ("## Ons team is leuk", ()),
        # phases
        ("## Fase 2: bouwen", ("acties",)),
        ("## Fase 2: bouwen (week 3-6)", ("acties", "planning")),
        ("## Fase 2", ()),
        ("## Stap 1: Doelstellingen en scope", ("doelen", "scope")),
        ("## Voorbereiden (mei - juni 2026)", ("planning",)),
        ("## Q3 2026", ("planning",)),
        # nothing
        ("## Aap", ()),
        ("## !!!", ()),
    ],
)
def test_what_a_heading_means(heading: str, kinds: tuple[str, ...]) -> None:
    assert kinds_of(heading) == kinds


@pytest.mark.parametrize(
    ("title", "kinds"),
    [
        ("Plan", ()),
        ("Plan van aanpak", ()),
        ("Implementatieplan: communicatie in de wijk", ()),
        ("Project plan ABC", ()),
        ("Risicoregister", ("risicos",)),
        ("Risicoregister: ECD", ("risicos",)),
        ("Communicatie in de wijk", ()),
        ("ECD Risk Register", ("risicos",)),
        ("Actieplan wachttijd", ()),
        ("Stakeholderanalyse", ("stakeholders",)),
    ],
)
def test_a_title_names_the_plan(title: str, kinds: tuple[str, ...]) -> None:
    plan = read(f"# {title}\n\n## Aap\n\nTekst.\n\n## Noot\n\nTekst.\n")
    assert plan.sections[0].kinds == kinds


def test_a_section_without_a_meaning_is_about_what_stands_above_it() -> None:
    plan = read(
        """
        # Plan van aanpak

        ## Risico's

        ### Techniek

        #### Kansen

        ### Kansen

        ## Techniek 2

        ## Doelen

        ### Korte termijn (voor 1 mei 2026)
        """
    )
    assert (section(plan, "Techniek").kinds, section(plan, "Techniek").inherited) == ((), ("risicos",))
    assert [found.kinds for found in plan.sections if found.heading.title.plain == "Kansen"] == [(), ()]
    assert section(plan, "Techniek 2").inherited == ()
    assert section(plan, "Korte termijn (voor 1 mei 2026)").kinds == ()


def test_chances_outside_risks_help() -> None:
    assert kinds_of("## Kansen") == ("bevorderend",)


@pytest.mark.parametrize(
    ("body", "empty"),
    [
        ("", True),
        ("<!-- Vul hier de risico's in. -->", True),
        ("| Risico | Kans |\n|---|---|\n| | |", True),
        ("### Techniek\n\n<!-- niets -->", True),
        ("-", True),
        ("Uitval.", False),
        ("- Uitval", False),
        ("### Techniek\n\nUitval.", False),
        ("| Risico | Kans |\n|---|---|\n| Uitval | |", False),
        ("> Uitval", False),
        ("```\nUitval\n```", False),
        ("<p>Uitval</p>", False),
        ("<p></p>", True),
    ],
)
def test_a_section_is_empty_when_it_holds_no_words(body: str, empty: bool) -> None:
    plan = read(f"# Plan van aanpak\n\n## Risico's\n\n{body}\n\n## Aap\n\nTekst.\n")
    assert section(plan, "Risico's").is_empty is empty


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (
            "Niet van toepassing, omdat de leverancier alles zelf doet.",
            "de leverancier alles zelf doet.",
        ),
        ("N.v.t. want het gaat om een proef van een week.", "het gaat om een proef van een week."),
        ("Not applicable, because the vendor hosts everything itself.", "the vendor hosts everything itself."),
        ("Niet van toepassing.", ""),
        ("Niet van toepassing omdat het zo is.", ""),
        ("Nvt", ""),
    ],
)
def test_why_a_section_does_not_apply(body: str, reason: str) -> None:
    plan = read(f"# Plan van aanpak\n\n## Budget\n\n{body}\n")
    assert section(plan, "Budget").na_reason == reason


def test_the_years_of_a_title_are_no_planning() -> None:
    plan = read("# Kwaliteitsnota 2026-2029\n\n## Doelen\n\nTekst.\n\n## Bouwen (mei 2026)\n\nTekst.\n")
    assert [found.kinds for found in plan.sections] == [(), ("doelen",), ("planning",)]


def test_the_purpose_of_a_risk_register_is_no_goal_of_the_plan() -> None:
    plan = read("# Project Leeszaal risk register\n\n## Purpose\n\nTekst.\n")
    assert [found.kinds for found in plan.sections] == [("risicos",), ()]


def test_a_team_among_the_stakeholders_is_one_of_them() -> None:
    plan = read(
        "# Plan\n\n## Stakeholders\n\n### Projectteam\n\nTekst.\n\n## Organisatie\n\n### Projectteam\n\nTekst.\n"
    )
    assert [found.kinds for found in plan.sections[2:]] == [
        ("stakeholders",),
        ("projectorganisatie",),
        ("projectorganisatie",),
    ]


def test_a_title_may_itself_be_about_goals() -> None:
    (found,) = read("## SMART-doelen\n").sections
    assert found.kinds == ("doelen",)


@pytest.mark.parametrize(
    ("heading", "kinds"),
    [
        ("Week 3 evaluatie", ("evaluatie",)),
        ("Month-2 review", ("evaluatie",)),
        ("Week 3: evaluatie", ("evaluatie", "acties")),
        ("Week 3 buurtbezoek", ("acties",)),
    ],
)
def test_a_part_counted_by_its_week_is_that_part(heading: str, kinds: tuple[str, ...]) -> None:
    plan = read(f"# Plan\n\n## Aanpak\n\n### {heading}\n\nTekst.\n")
    assert plan.sections[2].kinds == kinds


@pytest.mark.parametrize(
    ("heading", "kinds"),
    [
        ("Planning projectgroep", ("planning",)),
        ("Communicatie leverancier", ("communicatie",)),
        ("Planning en projectgroep", ("planning", "projectorganisatie")),
        ("Projectgroep", ("projectorganisatie",)),
    ],
)
def test_a_party_behind_a_part_only_says_whose_it_is(heading: str, kinds: tuple[str, ...]) -> None:
    assert section(read(f"# Plan\n\n## {heading}\n\nTekst.\n"), heading).kinds == kinds

"""Which parts a plan has, and how that shows."""

from __future__ import annotations

import pytest

from tests.plan.reading import read

TITLE = "# Plan van aanpak\n\n"


@pytest.mark.parametrize(
    ("text", "kind", "by", "line"),
    [
        ("## Risico's\n\nTekst.", "risicos", "heading", 3),
        ("## Monitoring en evaluatie\n\nTekst.", "evaluatie", "heading", 3),
        ("## Aap\n\n**Risico's**\n\nTekst.", "risicos", "label", 5),
        ("## Aap\n\nNazorg: tot 1 juli door Sanne.", "nazorg", "label", 5),
        ("## Aap\n\n- Budget: € 1.000", "budget", "list", 5),
        ("## Aap\n\n| Risico | Kans | Impact |\n|---|---|---|\n| Uitval | hoog | laag |", "risicos", "table", 5),
        ("## Aap\n\nDoel: in 2027 is 80% tevreden.", "doelen", "label", 5),
        ("## Acties\n\n- Eindevaluatie houden (Sanne de Wit, juni 2026)", "evaluatie", "row", 5),
        ("## Aap\n\nDe inkoop valt buiten de scope.", "scope_uit", "row", 5),
        ("## Aap\n\nBinnen scope vallen alle gebouwen.", "scope_in", "row", 5),
        ("## Aap\n\nHet team overlegt. Voorwaarde: ieder heeft drie uur.", "randvoorwaarden", "sentence", 5),
        ("## Aap\n\nPer 1 mei neemt het hoofdkantoor het beheer over.", "beheer", "sentence", 5),
    ],
)
def test_how_a_part_shows(text: str, kind: str, by: str, line: int) -> None:
    plan = read(TITLE + text)
    found = plan.presence[kind]
    assert (found.kind, found.by, found.line) == (kind, by, line)
    assert plan.has("no such part", kind)


def test_front_matter_shows_a_part() -> None:
    found = read(f"---\nscope: het hele huis\n---\n{TITLE}").presence["scope"]
    assert (found.by, found.line) == ("front matter", 2)


def test_a_heading_comes_before_all_else() -> None:
    plan = read(TITLE + "## Aap\n\nNazorg: ja, tot 1 juli.\n\n## Nazorg\n\nTekst.")
    assert (plan.presence["nazorg"].by, plan.presence["nazorg"].line) == ("heading", 7)


@pytest.mark.parametrize(
    "text",
    [
        "## Aap\n\nHet risico is klein.",
        "## Aap\n\nAls je wilt weten hoe het zit met nazorg: bel Sanne.",
        "## Aap\n\nNazorg:",
        "## Aap\n\n| Risico | Kans | Impact |\n|---|---|---|",
        "## Buiten scope\n\n- Nazorg",
        "",
    ],
)
def test_what_shows_no_part(text: str) -> None:
    assert not read(TITLE + text).has("risicos", "nazorg")


def test_a_running_that_is_not_handed_over_is_no_part() -> None:
    assert "beheer" not in read(f"{TITLE}## Aap\n\nHet beheer wordt nog niet overgedragen.").presence
    assert "beheer" not in read(f"{TITLE}## Risico's\n\nEen ander team neemt het beheer over.").presence

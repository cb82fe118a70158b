"""What a plan includes, excludes and postpones."""

from __future__ import annotations

import pytest

from implan_lint.plan.model import Origin, ScopeSide
from tests.plan.reading import read

IN, OUT, LATER = ScopeSide.IN, ScopeSide.OUT, ScopeSide.LATER


def sides(text: str) -> list[tuple[ScopeSide, str]]:
    return [(item.side, item.text) for item in read(text).scope]


def under(heading: str, body: str) -> list[tuple[ScopeSide, str]]:
    return sides(f"# Plan van aanpak\n\n## {heading}\n\n{body}\n")


@pytest.mark.parametrize(
    ("heading", "side"),
    [
        ("Scope", IN),
        ("Afbakening", IN),
        ("Projectgrenzen", IN),
        ("Binnen scope", IN),
        ("Wat doen we wel?", IN),
        ("Buiten scope", OUT),
        ("Wat valt buiten de scope?", OUT),
        ("Niet in scope", OUT),
        ("Uitsluitingen", OUT),
        ("Out of scope", OUT),
        ("In scope", IN),
        ("Volgende fase", LATER),
    ],
)
def test_a_heading_takes_a_side(heading: str, side: ScopeSide) -> None:
    assert under(heading, "- Locatie Oost\n- Inkoop") == [(side, "Locatie Oost"), (side, "Inkoop")]


@pytest.mark.parametrize(
    "item", ["Training hoort bij het project Portaal", "Training (valt onder plan Portaal)", "Training, zie Portaal"]
)
def test_what_is_left_out_may_belong_elsewhere(item: str) -> None:
    assert under("Buiten scope", f"- {item}") == [(OUT, item)]


def test_headings_below_scope() -> None:
    assert under(
        "Scope", "### Wel\n\n- Oost\n\n### Niet\n\n- West\n\n### Later\n\n- Noord\n\n**Buiten scope:**\n\n- Zuid"
    ) == [(IN, "Oost"), (OUT, "West"), (LATER, "Noord"), (OUT, "Zuid")]


@pytest.mark.parametrize(
    ("item", "side"),
    [
        ("Wel: training", IN),
        ("Niet: inkoop", OUT),
        ("Later: locatie West", LATER),
        ("Buiten scope - inkoop", OUT),
        ("Niet in scope is de inkoop", OUT),
        ("De inkoop valt buiten de scope", OUT),
        ("De inkoop valt niet onder dit project", OUT),
        ("Locatie West volgt in een volgende fase", LATER),
        ("Out of scope: purchasing", OUT),
        ("Niet-werkend personeel", IN),
        ("Wellicht training", IN),
        ("Training", IN),
    ],
)
def test_words_of_an_item_take_a_side_of_their_own(item: str, side: ScopeSide) -> None:
    assert under("Scope", f"- {item}") == [(side, item)]


def test_short_items_head_the_items_below_them() -> None:
    assert under("Scope", "- Niet:\n  - Inkoop\n  - Beheer\n- Training van de medewerkers in alle teams\n  - Oost") == [
        (OUT, "Inkoop"),
        (OUT, "Beheer"),
        (IN, "Training van de medewerkers in alle teams"),
    ]


@pytest.mark.parametrize(
    ("prose", "found"),
    [
        (
            "De scope omvat de training, de inrichting en de migratie.",
            [(IN, "de training"), (IN, "de inrichting"), (IN, "de migratie")],
        ),
        (
            "Niet binnen scope zijn rapportages, archief en facturatie.",
            [(OUT, "rapportages"), (OUT, "archief"), (OUT, "facturatie")],
        ),
        (
            "We doen locatie Oost. De vervanging van het ERP valt buiten scope.",
            [(IN, "We doen locatie Oost."), (OUT, "De vervanging van het ERP valt buiten scope.")],
        ),
        ("Het gaat om de volgende onderdelen:\n\n- Oost", [(IN, "Oost")]),
        ("n.t.b.", []),
    ],
)
def test_sentences_under_scope(prose: str, found: list[tuple[ScopeSide, str]]) -> None:
    assert under("Scope", prose) == found


def test_sentences_elsewhere_count_only_where_they_name_the_scope() -> None:
    assert under("Context", "Rapportages vallen buiten de scope. Dat valt buiten de verwachting. Oost doet mee.") == [
        (OUT, "Rapportages vallen buiten de scope.")
    ]


def test_a_table_with_both_sides() -> None:
    text = """
        # Plan van aanpak

        ## Afbakening

        | Binnen scope | Buiten scope | Later |
        |---|---|---|
        | Training | Inkoop | Archief |
        | Migratie | - | |
        """
    plan = read(text)
    assert [(item.side, item.text, item.line) for item in plan.scope] == [
        (IN, "Training", 7),
        (OUT, "Inkoop", 7),
        (LATER, "Archief", 7),
        (IN, "Migratie", 8),
    ]
    assert {item.place.origin for item in plan.scope} == {Origin.TABLE_ROW}


def test_front_matter() -> None:
    plan = read("---\nscope: training\nbuiten scope: inkoop\n---\n# Plan van aanpak\n")
    assert [(item.side, item.text, item.line, item.place.origin) for item in plan.scope] == [
        (IN, "training", 2, Origin.FRONT_MATTER),
        (OUT, "inkoop", 3, Origin.FRONT_MATTER),
    ]


@pytest.mark.parametrize(
    ("item", "trivial"),
    [("Geen", True), ("N.v.t.", True), ("Alles wat niet genoemd is", True), ("Geen enkele afdeling", False)],
)
def test_an_exclusion_that_excludes_nothing(item: str, trivial: bool) -> None:
    (found,) = read(f"# Plan van aanpak\n\n## Buiten scope\n\n- {item}\n").scope
    assert found.trivial is trivial

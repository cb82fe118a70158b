"""How a plan ends: evaluation and nazorg, planned or ruled out."""

from __future__ import annotations

import pytest

from implan_lint.plan.model import EvaluationKind, Plan
from tests.plan.reading import read, texts, words

FINAL, INTERIM, ONGOING = EvaluationKind.FINAL, EvaluationKind.INTERIM, EvaluationKind.ONGOING


def under(heading: str, body: str) -> Plan:
    return read(f"# Plan van aanpak\n\n## {heading}\n\n{body}\n")


@pytest.mark.parametrize(
    ("sentence", "kind", "owner", "when"),
    [
        ("De eindevaluatie is op 1 december 2026 door de projectleider.", FINAL, "de projectleider", "1 december 2026"),
        ("We evalueren drie maanden na livegang.", FINAL, None, "drie maanden na livegang"),
        ("Tussentijds evalueren we in juni 2026.", INTERIM, None, "juni 2026"),
        ("De tussenevaluatie is in week 30 van 2026.", INTERIM, None, "week 30 van 2026"),
        ("Jaarlijkse evaluatie door het projectteam.", ONGOING, "het projectteam", "Jaarlijkse"),
        ("Het team kijkt op 1 december 2026 terug.", FINAL, None, "1 december 2026"),
        ("The final evaluation is on 1 December 2026.", FINAL, None, "1 December 2026"),
    ],
)
def test_a_section_of_its_own(sentence: str, kind: EvaluationKind, owner: str | None, when: str | None) -> None:
    plan = under("Evaluatie", sentence)
    (found,) = plan.evaluations
    assert (found.kind, words(found.owner), words(found.when), found.is_row) == (kind, owner, when, False)
    assert (found.text, found.line) == (sentence, 5)


def test_two_evaluations_in_one_section() -> None:
    plan = under(
        "Evaluatie",
        "De projectleider evalueert op 1 december 2026. Tussentijds evalueren we in juni 2026.\n\n- Met het hele team",
    )
    assert [(found.kind, words(found.owner), words(found.when)) for found in plan.evaluations] == [
        (FINAL, "projectleider", "1 december 2026"),
        (INTERIM, "projectleider", "juni 2026"),
    ]


@pytest.mark.parametrize(
    ("row", "kind"),
    [
        ("| Eindevaluatie | Jan | 1 mei 2026 |", FINAL),
        ("| Tussentijdse evaluatie | Jan | 1 mei 2026 |", INTERIM),
        ("| Evaluatie van de pilot | Jan | 1 mei 2026 |", INTERIM),
        ("| Jaarlijkse evaluatie | Jan | 1 mei 2026 |", ONGOING),
    ],
)
def test_actions_that_evaluate(row: str, kind: EvaluationKind) -> None:
    plan = under("Acties", f"| Actie | Wie | Wanneer |\n|---|---|---|\n{row}\n| Feest | Jan | juni 2026 |")
    (found,) = plan.evaluations
    assert (found.kind, words(found.owner), words(found.when), found.is_row) == (kind, "Jan", "1 mei 2026", True)


def test_a_table_of_moments() -> None:
    plan = under(
        "Evaluatie",
        "| Moment | Wat | Wie |\n|---|---|---|\n"
        "| juni 2026 | Tussenevaluatie | Sanne |\n| mei 2027 | Terugblik | Jan |",
    )
    assert [(found.kind, found.text, words(found.owner), words(found.when)) for found in plan.evaluations] == [
        (INTERIM, "Tussenevaluatie", "Sanne", "juni 2026"),
        (FINAL, "Terugblik", "Jan", "mei 2027"),
    ]


@pytest.mark.parametrize(
    ("heading", "sentence", "kinds"),
    [
        ("Borging", "Jaarlijks evalueren we het gebruik in januari 2027.", [ONGOING]),
        ("Planning", "In juni 2026 volgt een evaluatie.", [FINAL]),
        ("Planning", "Evaluatie is belangrijk.", []),
        ("Huidige situatie", "In juni 2025 was er een evaluatie.", []),
        ("Context", "De evaluatie is in juni 2026.", []),
        ("Werkwijze", "De vorige evaluatie was in juni 2025.", []),
    ],
)
def test_sentences_elsewhere_must_plan_something(heading: str, sentence: str, kinds: list[EvaluationKind]) -> None:
    assert [found.kind for found in under(heading, sentence).evaluations] == kinds


@pytest.mark.parametrize(
    ("body", "owner", "when"),
    [
        ("De servicedesk geeft tot 1 juli 2026 extra hulp.", "servicedesk", "tot 1 juli 2026"),
        ("- Spreekuur voor alle gebruikers in juni 2026\n  - Wie: Sanne", "Sanne", "juni 2026"),
        ("We staan gebruikers bij.", None, None),
    ],
)
def test_nazorg_in_a_section_of_its_own(body: str, owner: str | None, when: str | None) -> None:
    (found,) = under("Nazorg", body).aftercare
    assert (words(found.owner), words(found.when), found.is_row) == (owner, when, False)


@pytest.mark.parametrize(
    ("heading", "body", "found"),
    [
        ("Acties", "- Nazorg geven aan gebruikers (Sanne de Wit, juni 2026)", True),
        ("Acties", "- Nazorg", True),
        ("Acties", "- Nazorg na ontslag van patiënten beschrijven", False),
        ("Planning", "Na livegang volgt een periode van nazorg tot 1 juli 2026.", True),
        ("Context", "Na livegang volgt nazorg.", False),
        ("Doelgroep", "Cliënten krijgen nazorg na de behandeling.", False),
        ("Nazorg", "Ja.", False),
    ],
)
def test_nazorg_elsewhere(heading: str, body: str, found: bool) -> None:
    assert bool(under(heading, body).aftercare) is found


@pytest.mark.parametrize(
    ("heading", "body", "kinds"),
    [
        ("Buiten scope", "- Nazorg", ["nazorg"]),
        ("Buiten scope", "- De evaluatie", ["evaluatie"]),
        ("Buiten scope", "- Nazorg en evaluatie", ["evaluatie", "nazorg"]),
        ("Buiten scope", "- Nazorg na livegang", ["nazorg"]),
        ("Buiten scope", "- Evaluatie van het vorige project", []),
        ("Scope", "De nazorg valt buiten de scope.", ["nazorg"]),
        ("Out of scope", "- Evaluation", ["evaluatie"]),
        ("Evaluatie", "Niet van toepassing.", ["evaluatie"]),
        ("Evaluatie", "Er wordt niet geëvalueerd.", ["evaluatie"]),
        ("Nazorg", "Er is geen nazorg.", ["nazorg"]),
        ("Nazorg", "N.v.t.", ["nazorg"]),
        ("Nazorg", "Na livegang is er een spreekuur.", []),
        ("Binnen scope", "- Nazorg", []),
    ],
)
def test_what_is_ruled_out(heading: str, body: str, kinds: list[str]) -> None:
    plan = under(heading, body)
    assert [exclusion.kind for exclusion in plan.exclusions] == kinds
    if kinds:
        assert (plan.evaluations, plan.aftercare) == ((), ())


@pytest.mark.parametrize("heading", ["Evaluatie", "Nazorg"])
def test_with_a_reason_a_section_is_neither_planned_nor_forbidden(heading: str) -> None:
    plan = under(heading, "N.v.t., omdat de leverancier dit helemaal zelf regelt.")
    assert (plan.evaluations, plan.aftercare, plan.exclusions) == ((), (), ())


def test_one_heading_for_both() -> None:
    plan = under("Nazorg en evaluatie", "Tot 1 juli 2026 is er nazorg voor gebruikers. In juli 2026 evalueren we.")
    assert [texts(plan.aftercare), texts(plan.evaluations)] == [
        ["Tot 1 juli 2026 is er nazorg voor gebruikers."],
        ["In juli 2026 evalueren we."],
    ]


def test_items_that_each_name_a_moment_are_evaluations_of_their_own() -> None:
    plan = under(
        "Evaluatie",
        "- Tussentijdse evaluatie na de pilot: Sanne de Wit, 1 juni 2026\n"
        "- Tussentijdse evaluatie van doel 1: Piet de Boer, 1 september 2026\n"
        "- Eindevaluatie: Sanne de Wit, 1 december 2026",
    )
    assert [(one.line, one.kind, words(one.owner), words(one.when)) for one in plan.evaluations] == [
        (5, INTERIM, "Sanne de Wit", "1 juni 2026"),
        (6, INTERIM, "Piet de Boer", "1 september 2026"),
        (7, FINAL, "Sanne de Wit", "1 december 2026"),
    ]


def test_items_that_tell_about_one_evaluation_are_one() -> None:
    plan = under("Evaluatie", "- Eindevaluatie op 1 december 2026\n- De evaluatie gaat over doel 1\n- Met het team")
    assert [one.line for one in plan.evaluations] == [5]


def test_a_line_of_a_list_without_marks_stands_alone() -> None:
    plan = under("Mijlpalen", "4 oktober 2026: opening\napril 2027: evaluatie met de gemeente, door Sanne de Wit")
    (found,) = plan.evaluations
    assert (found.line, words(found.owner), words(found.when)) == (6, "Sanne de Wit", "april 2027")


@pytest.mark.parametrize(
    ("sentence", "when"),
    [
        ("In november kijkt Sanne met het team of het gelukt is.", "november"),
        ("Op 1 december 2026 blikken we terug op het project.", "1 december 2026"),
        ("In June 2027 we look back with the team.", "June 2027"),
    ],
)
def test_looking_back_in_other_words(sentence: str, when: str) -> None:
    (found,) = under("En daarna?", sentence).evaluations
    assert (found.kind, words(found.when)) == (FINAL, when)


@pytest.mark.parametrize(
    "sentence",
    [
        "Later: andere locaties, na de evaluatie.",
        "In november kijkt het team naar de planning.",
        "Elke locatie beslist na de evaluatie van 1 december 2026.",
    ],
)
def test_what_only_refers_to_an_evaluation_plans_none(sentence: str) -> None:
    assert under("Aanpak per locatie", sentence).evaluations == ()

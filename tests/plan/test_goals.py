"""Goals: where they stand, which number they carry, and what in them is a measure, a term and an avoidance."""

from __future__ import annotations

from pathlib import Path

import pytest
from ruamel.yaml import YAML

from implan_lint.plan.model import Goal, Origin
from implan_lint.plan.time.period import TimeKind
from tests.plan.reading import read, texts, words

PROBE = YAML(typ="safe").load((Path(__file__).parent / "goals_probe.yaml").read_text(encoding="utf-8"))["goals"]


def under(heading: str, body: str) -> str:
    return f"# Verbeterplan wachttijd\n\n## {heading}\n\n{body}\n"


def one(text: str) -> Goal:
    (goal,) = read(under("Doelen", f"- {text}")).goals
    return goal


def quoted(goal: Goal) -> tuple[list[str], list[str]]:
    return [quote.text for quote in goal.measurable.quotes], [quote.text for quote in goal.time_bound.quotes]


@pytest.mark.parametrize("labelled", PROBE, ids=lambda labelled: labelled["g"][:40])
def test_what_a_goal_of_one_sentence_holds(labelled: dict[str, object]) -> None:
    goal = one(str(labelled["g"]))
    assert goal.text == labelled["g"]
    assert goal.measurable.found is bool(labelled["m"])
    assert goal.time_bound.found is bool(labelled["t"])
    assert (goal.negation is not None) is bool(labelled["neg"])
    if "vague_time" in labelled:
        assert any(period.kind is TimeKind.VAGUE for period in goal.times)


@pytest.mark.parametrize(
    ("text", "measures", "terms"),
    [
        ("Op 1 mei 2026 is 80% getraind.", ["80%"], ["1 mei 2026"]),
        ("De wachttijd daalt van 12 naar 8 weken.", ["van 12 naar 8", "wachttijd daalt van 12"], []),
        ("In maart 2027 scoren we gemiddeld een 7,5.", ["scoren we gemiddeld een 7,5"], ["maart 2027"]),
        ("Twaalf nieuwe plaatsingen in 2027.", ["Twaalf nieuwe"], ["2027"]),
        ("By 1 June 2026 at least 40 users log in.", ["at least 40", "40 users"], ["By 1 June 2026"]),
        ("Vragen beantwoorden binnen twee werkdagen.", ["binnen twee werkdagen", "twee werkdagen"], []),
        ("Op 1 mei 2026 is het DAP ondertekend.", ["is het DAP ondertekend"], ["1 mei 2026"]),
        ("Het DAP is ondertekend.", [], []),
        ("Van 6,3 (nulmeting januari 2026) naar 7,2 in 2027.", ["Van 6,3 (nulmeting januari 2026) naar 7,2"], ["2027"]),
        ("Fase 2 volgens artikel 3, lid 2 van ISO 27001.", [], []),
        ("24/7 bereikbaar met Microsoft 365.", [], []),
    ],
)
def test_the_words_that_count(text: str, measures: list[str], terms: list[str]) -> None:
    assert quoted(one(text)) == (measures, terms)


@pytest.mark.parametrize(
    ("text", "baseline"),
    [
        ("De wachttijd daalt van 12 weken naar 8 weken.", "12 weken"),
        ("80% tevreden in 2027 (nu 62%).", "nu 62%"),
        ("80% tevreden in 2027 (nulmeting: 62%).", "nulmeting: 62%"),
        ("80% tevreden; in 2025 was dat 62%.", "in 2025 was dat 62%"),
        ("20% hoger ten opzichte van vorig jaar.", "ten opzichte van"),
        ("In 2027 is 80% van de ouders tevreden.", None),
        ("80% tevreden.", None),
    ],
)
def test_where_the_value_of_today_is_said(text: str, baseline: str | None) -> None:
    assert words(one(text).baseline) == baseline


@pytest.mark.parametrize(
    ("text", "avoidance"),
    [
        ("Voorkomen dat dossiers kwijtraken.", "Voorkomen"),
        ("Papieren dossiers worden niet langer gebruikt.", "niet langer"),
        ("Er zijn geen losse lijsten meer.", "Er zijn geen"),
        ("Wij stoppen met Excel.", "Wij stoppen met"),
        ("Avoid double registration.", "Avoid"),
        ("Niet alleen sneller, maar ook beter.", None),
        ("Geen datalekken in 2026.", None),
        ("Niet meer dan 5 klachten in 2026.", None),
        ("12% minder klachten in 2026.", None),
    ],
)
def test_avoidance_at_the_core(text: str, avoidance: str | None) -> None:
    assert words(one(text).negation) == avoidance


@pytest.mark.parametrize(
    ("text", "verb"),
    [("De samenwerking optimaliseren.", "optimaliseren"), ("De kwaliteit verbeteren met 10%.", None)],
)
def test_a_vague_verb_only_where_nothing_is_measured(text: str, verb: str | None) -> None:
    assert words(one(text).vague_verb) == verb


@pytest.mark.parametrize(
    ("line", "number", "id_text", "words_of_goal"),
    [
        ("**Doel 1** Ouders zijn tevreden.", 1, "Doel 1", "Ouders zijn tevreden."),
        ("**Doel 1:** Ouders zijn tevreden.", 1, "Doel 1", "Ouders zijn tevreden."),
        ("Doel 2: Ouders zijn tevreden.", 2, "Doel 2", "Ouders zijn tevreden."),
        ("Doelstelling 3 - Ouders zijn tevreden.", 3, "Doelstelling 3", "Ouders zijn tevreden."),
        ("- D4. Ouders zijn tevreden.", 4, "D4", "Ouders zijn tevreden."),
        ("Goal 5: Parents are content.", 5, "Goal 5", "Parents are content."),
        ("7. Ouders zijn tevreden.", 7, "7", "Ouders zijn tevreden."),
        ("- Ouders zijn tevreden.", None, "", "Ouders zijn tevreden."),
    ],
)
def test_numbers(line: str, number: int | None, id_text: str, words_of_goal: str) -> None:
    plan = read(under("Doelen", line))
    (goal,) = plan.goals
    assert (goal.number, goal.id_text, goal.text, goal.line) == (number, id_text, words_of_goal, 5)
    assert plan.document.source.slice(goal.span) == words_of_goal


def test_empty_goals_of_a_template() -> None:
    plan = read(under("Doelen", "**Doel 1** Ouders zijn tevreden.\n\n**Doel 2**\n\nDoel 3: ...\n\nDoel 4: Rust."))
    assert [(goal.number, goal.is_empty, goal.text) for goal in plan.goals] == [
        (1, False, "Ouders zijn tevreden."),
        (2, True, "Doel 2"),
        (3, True, "Doel 3: ..."),
        (4, False, "Rust."),
    ]


def test_lines_of_one_paragraph_that_each_open_with_a_number() -> None:
    plan = read(under("Doelen", "Doel 1: Rust.\nDoel 2: Regelmaat."))
    assert [(goal.number, goal.text, goal.line) for goal in plan.goals] == [(1, "Rust.", 5), (2, "Regelmaat.", 6)]


def test_numbered_headings_hold_their_goal_below_or_beside_the_number() -> None:
    plan = read(
        """
        # Verbeterplan wachttijd

        ## Doelen

        ### Doel 1: minder wachttijd

        De wachttijd daalt naar 8 weken in december 2026.

        ### Doel 2: in 2027 is 80% van de ouders tevreden

        Toelichting: dat vragen we elk jaar.

        ### Doel 3
        """
    )
    assert [(goal.number, goal.text, goal.line, goal.is_empty) for goal in plan.goals] == [
        (1, "De wachttijd daalt naar 8 weken in december 2026.", 7, False),
        (2, "in 2027 is 80% van de ouders tevreden", 9, False),
        (3, "Doel 3", 13, True),
    ]


@pytest.mark.parametrize(
    "header",
    [
        "| Nr | Doelstelling | Nulmeting | Streefwaarde | Wanneer |",
        "| # | Doel | Huidig | Norm | Deadline |",
        "| No | Goal | Baseline | Target | When |",
    ],
)
def test_rows(header: str) -> None:
    plan = read(
        under(
            "Doelen" if "Goal" not in header else "Goals",
            f"{header}\n|---|---|---|---|---|\n"
            "| 1 | Kortere wachttijd | 12 weken (januari 2026) | 8 weken | eind 2026 |\n"
            "| 2 | Tevreden ouders | | veel | |\n"
            "| 3 | | | | |\n",
        )
    )
    assert [(goal.number, goal.text, goal.place.origin, goal.place.row_number) for goal in plan.goals] == [
        (1, "Kortere wachttijd", Origin.TABLE_ROW, 1),
        (2, "Tevreden ouders", Origin.TABLE_ROW, 2),
    ]
    shorter, content = plan.goals
    assert quoted(shorter) == (["8 weken"], ["eind 2026"])
    assert words(shorter.baseline) == "12 weken (januari 2026)"
    assert quoted(content) == ([], [])


def test_a_date_beside_the_baseline_is_no_term() -> None:
    plan = read(under("Doelen", "| Doelstelling | Nulmeting |\n|---|---|\n| 8 weken wachttijd | 12 (mei 2026) |\n"))
    assert not plan.goals[0].time_bound.found


@pytest.mark.parametrize(
    ("body", "goals"),
    [
        (
            "We willen bereiken dat ouders tevreden zijn. Dat is belangrijk.",
            ["We willen bereiken dat ouders tevreden zijn."],
        ),
        ("Ouders zijn tevreden over de school. Dat is belangrijk.", ["Ouders zijn tevreden over de school."]),
        ("De doelen zijn afgestemd met de ouders.", []),
        ("Beschrijf hier de doelen van het plan.", []),
        (
            "We noemen er drie:\n\n- Rust in de klas\n- Regelmaat in de week",
            ["Rust in de klas", "Regelmaat in de week"],
        ),
        ("- Kort:\n  - Rust in de klas\n- Lang:\n  - Regelmaat", ["Rust in de klas", "Regelmaat"]),
        ("- Specifiek: rust\n- Meetbaar: 8\n- Acceptabel: ja\n- Realistisch: ja", []),
        ("n.t.b.", []),
        ("", []),
    ],
)
def test_goals_without_a_number(body: str, goals: list[str]) -> None:
    assert texts(read(under("Doelen", body)).goals) == goals


@pytest.mark.parametrize(
    ("heading", "body", "goals"),
    [
        ("Inleiding", "Doel: in 2027 is 80% tevreden.", ["in 2027 is 80% tevreden."]),
        ("Inleiding", "**Ons doel:** rust in de klas.", ["rust in de klas."]),
        ("Inleiding", "Het doel van het project is rust.", ["Het doel van het project is rust."]),
        ("Introduction", "The goal of this project is peace.", ["The goal of this project is peace."]),
        ("Inleiding", "Het doel van dit plan van aanpak is houvast.", []),
        ("Inleiding", "De doelgroep is groot.", []),
        ("Risico's", "Het doel van het project is rust.", []),
    ],
)
def test_goals_outside_a_section_for_them(heading: str, body: str, goals: list[str]) -> None:
    assert texts(read(under(heading, body)).goals) == goals


def test_a_heading_says_the_horizon_and_the_term() -> None:
    plan = read(
        """
        # Verbeterplan wachttijd

        ## Doelen

        ### Korte termijn (voor 1 mei 2026)

        - Rust in de klas

        ### Lange termijn

        - Regelmaat in de week
        """
    )
    assert [(goal.horizon, goal.time_bound.found) for goal in plan.goals] == [("kort", True), ("lang", False)]


def test_what_stands_below_a_goal_belongs_to_it() -> None:
    plan = read(under("Doelen", "- Ouders zijn vaker tevreden over de school\n  - Meetbaar: 80%\n  - Tijd: 1 mei 2026"))
    assert [quoted(goal) for goal in plan.goals] == [(["80%"], ["1 mei 2026"])]


@pytest.mark.parametrize(
    ("paragraph", "goals"),
    [
        (
            "We willen dat op 1 mei 2026 80% van de leden inlogt. Ook moet de wachtrij gehalveerd zijn.",
            ["We willen dat op 1 mei 2026 80% van de leden inlogt.", "Ook moet de wachtrij gehalveerd zijn."],
        ),
        (
            "Doel is dat leden vanaf mei 2026 zelf reserveren. Een half jaar later is het gebruik 15% gestegen.",
            [
                "Doel is dat leden vanaf mei 2026 zelf reserveren.",
                "Een half jaar later is het gebruik 15% gestegen.",
            ],
        ),
        (
            "The goal is that members book online. Finally, we want fewer calls.",
            ["The goal is that members book online.", "Finally, we want fewer calls."],
        ),
        # What is said about a goal adds none.
        ("Doel is een kortere wachttijd. In december 2026 is dat 8 weken.", ["Doel is een kortere wachttijd."]),
        ("Doel is een kortere wachttijd. In maart 2025 was die 12 weken.", ["Doel is een kortere wachttijd."]),
        ("Doel is een kortere wachttijd. Daarbij horen 3 stappen.", ["Doel is een kortere wachttijd."]),
        ("Doel is een kortere wachttijd. Verder willen we aandacht voor rust.", ["Doel is een kortere wachttijd."]),
    ],
)
def test_a_paragraph_may_state_more_goals_than_one(paragraph: str, goals: list[str]) -> None:
    assert texts(read(under("Wat willen we bereiken?", paragraph)).goals) == goals


def test_each_goal_of_a_paragraph_has_its_own_evidence() -> None:
    first, second = read(
        under("Doelen", "De leden reserveren straks zelf. Ook moet op 1 mei 2026 de wachtrij gehalveerd zijn.")
    ).goals
    assert (first.measurable.found, first.time_bound.found) == (False, False)
    assert (second.measurable.found, second.time_bound.found) == (True, True)


@pytest.mark.parametrize(
    "label", ["Doel", "Het doel en gebruik van de app", "Doel van dit project", "Goal of the project"]
)
def test_a_label_that_says_what_the_goal_is_of(label: str) -> None:
    (goal,) = read(under("Achtergrond", f"**{label}:** Leden reserveren zelf een boek.")).goals
    assert goal.text == "Leden reserveren zelf een boek."
    assert read(under("Achtergrond", "**Doel van het overleg:** Leden reserveren zelf een boek.")).goals == ()


@pytest.mark.parametrize("above", ["Doel", "Dit plan gaat over de leeszaal.\nDoel"])
def test_the_paragraph_below_a_line_that_says_just_goal(above: str) -> None:
    (goal,) = read(under("Leeszaal", f"{above}\n\nLeden reserveren zelf een boek. Dat scheelt tijd.")).goals
    assert goal.text == "Leden reserveren zelf een boek."


def test_smart_lines_below_a_goal_are_its_evidence() -> None:
    (goal,) = read(
        """
        # Plan

        ## Doel

        Leden vinden sneller een vrijwilliger.

        **Specifiek:** leden zoeken zelf in de nieuwe lijst.

        **M (Meetbaar):** de zoektijd daalt naar 5 minuten.
        Haalbaar: er zijn 3 beheerders.
        Tijdgebonden: klaar op 1 mei 2026.
        """
    ).goals
    assert goal.text == "Leden vinden sneller een vrijwilliger."
    assert quoted(goal) == (["5 minuten"], ["1 mei 2026"])


def test_a_smart_analysis_under_a_heading_of_its_own() -> None:
    (goal,) = read(
        """
        # Plan

        ## Doel

        Leden vinden sneller een vrijwilliger.

        ## SMART analysis

        ### Specifiek

        - Leden zoeken zelf in de nieuwe lijst

        ### Meetbaar

        - De zoektijd daalt naar 5 minuten

        ### Tijdgebonden

        Klaar op 1 mei 2026.
        """
    ).goals
    assert quoted(goal) == (["5 minuten"], ["1 mei 2026"])


def test_smart_lines_belong_to_the_goal_right_above_them() -> None:
    first, second = read(
        """
        # Plan

        ## Doelen

        Doel 1: leden vinden sneller een vrijwilliger

        Doel 2: bestuurders bellen minder

        - Specifiek: het bestuur belt alleen nieuwe leden
        - Meetbaar: 4 telefoontjes per week
        - Tijdgebonden: 1 mei 2026
        """
    ).goals
    assert (quoted(first)[1], quoted(second)[1]) == ([], ["1 mei 2026"])


def test_smart_lines_without_a_goal_tell_one() -> None:
    body = "- Specifiek: leden zoeken zelf een vrijwilliger\n- Meetbaar: 5 minuten\n- Tijdgebonden: 1 mei 2026"
    (goal,) = read(under("Doelen", body)).goals
    assert goal.text == "leden zoeken zelf een vrijwilliger"
    assert quoted(goal)[1] == ["1 mei 2026"]


def test_what_makes_a_goal_possible_measures_nothing() -> None:
    (goal,) = read(under("Doelen", "- Ouders zijn vaker tevreden\n  - Haalbaar: er zijn 12 licenties")).goals
    assert not goal.measurable.found

"""Risks: rows, items and sentences, how grave they are and what answers them."""

from __future__ import annotations

import pytest

from implan_lint.plan.model import Origin, Risk
from tests.plan.reading import read, texts, words


def under(heading: str, body: str) -> tuple[Risk, ...]:
    return read(f"# Plan van aanpak\n\n## {heading}\n\n{body}\n").risks


def graded(header: str, *rows: str) -> list[int | None]:
    body = "\n".join((header, "|---" * (header.count("|") - 1) + "|", *rows))
    return [risk.level for risk in under("Risico's", body)]


def facts(risk: Risk) -> tuple[str, str | None, str | None, list[str]]:
    return risk.text, words(risk.likelihood), words(risk.impact), [measure.text for measure in risk.measures]


@pytest.mark.parametrize(
    "header",
    [
        "| Nr | Risico | Kans | Impact | Maatregel | Eigenaar |",
        "| # | Gebeurtenis | Waarschijnlijkheid | Gevolg | Beheersmaatregel | Wie |",
        "| ID | Wat kan er misgaan? | Kans (H/M/L) | Effect | Mitigatie | Actiehouder |",
        "| Nr | Risico | K | I | Maatregel | Eigenaar |",
        "| ID | Risk | Likelihood | Impact | Mitigation | Owner |",
    ],
)
def test_rows(header: str) -> None:
    (risk,) = under("Risico's", f"{header}\n|---|---|---|---|---|---|\n| R-01 | Uitval | hoog | laag | Reserve | Jan |")
    assert facts(risk) == ("Uitval", "hoog", "laag", ["Reserve"])
    assert (risk.number, words(risk.owner), risk.line, risk.place.row_number) == (1, "Jan", 7, 1)


def test_preventive_and_corrective_measures() -> None:
    (risk,) = under(
        "Risico's",
        "| Risico | Preventieve maatregel | Correctieve maatregel |\n|---|---|---|\n| Uitval | Reserve | Noodplan |",
    )
    assert (words(risk.preventive), words(risk.corrective), words(risk.measure)) == ("Reserve", "Noodplan", None)


def test_placeholders_and_template_rows_say_nothing() -> None:
    body = "| Nr | Risico | Kans | Impact | Maatregel |\n|---|---|---|---|---|\n"
    risks = under("Risico's", body + "| 1 | Uitval | ? | n.t.b. | - |\n| 2 | | | | |\n| 3 | ... | hoog | hoog | x |")
    assert [facts(risk) for risk in risks] == [("Uitval", None, None, [])]


def test_a_column_for_likelihood_times_impact() -> None:
    risks = under(
        "Risico's",
        "| Risico | Kans x impact | Maatregel |\n|---|---|---|\n| Uitval | hoog | a |\n| Brand | 3 x 4 | b |\n"
        "| Storm | laag/hoog | c |\n| Ruis | - | d |",
    )
    assert [facts(risk)[1:3] for risk in risks] == [("hoog", "hoog"), ("3", "4"), ("laag", "hoog"), (None, None)]


@pytest.mark.parametrize(
    ("one", "two", "level"),
    [
        ("hoog", "hoog", 4),
        ("H", "M", 2),
        ("midden", "midden", 2),
        ("laag", "hoog", 2),
        ("laag", "midden", 1),
        ("laag", "laag", 1),
        ("zeer hoog", "hoog", 4),
        ("Hoog (al gebeurd)", "hoog", 4),
        ("High", "Low", 2),
        ("groot", "", None),
        ("soms", "hoog", None),
    ],
)
def test_grades_in_words(one: str, two: str, level: int | None) -> None:
    assert graded("| Risico | Kans | Impact | Maatregel |", f"| Uitval | {one} | {two} | Reserve |") == [level]


@pytest.mark.parametrize(
    ("others", "levels"),
    [
        (("| A | 3 | 3 | x |", "| B | 1 | 1 | x |", "| C | 2 | 3 | x |"), [4, 1, 2]),
        (("| A | 5 | 5 | x |", "| B | 3 | 3 | x |", "| C | 1 | 5 | x |"), [4, 2, 2]),
        (("| A | 4/5 | 5 | x |", "| B | 5 | 1 | x |"), [4, 2]),
    ],
)
def test_grades_in_numbers_count_by_the_scale_of_the_table(others: tuple[str, ...], levels: list[int]) -> None:
    assert graded("| Risico | Kans | Impact | Maatregel |", *others) == levels


def test_a_score_in_words_of_its_own() -> None:
    assert graded("| Risico | Score | Maatregel |", "| Uitval | kritiek | x |", "| Brand | 12 | x |") == [4, None]


def test_items() -> None:
    risks = under(
        "Risico's",
        """\
1. Uitval van de projectleider. Daarom is er een vervanger.
2. Weerstand (kans: hoog, impact: laag, maatregel: gesprekken voeren, eigenaar: Jan)
3. Te weinig tijd -> uren vrijmaken
4. Vertraging
   - Kans: middel
   - Impact: n.t.b.
   - Preventief: eerder bestellen
   - Correctief: oude systeem aanhouden
5. ...
""",
    )
    assert [facts(risk) for risk in risks] == [
        (
            "Uitval van de projectleider. Daarom is er een vervanger.",
            None,
            None,
            ["Daarom is er een vervanger."],
        ),
        (
            "Weerstand (kans: hoog, impact: laag, maatregel: gesprekken voeren, eigenaar: Jan)",
            "hoog",
            "laag",
            ["gesprekken voeren"],
        ),
        ("Te weinig tijd -> uren vrijmaken", None, None, ["uren vrijmaken"]),
        ("Vertraging", "middel", None, ["eerder bestellen", "oude systeem aanhouden"]),
    ]
    assert [risk.number for risk in risks] == [1, 2, 3, 4]
    assert words(risks[1].owner) == "Jan"


@pytest.mark.parametrize(
    "heading",
    ["Risico's\n\n### Proces", "Risicobeheerssysteem", "Risico's\n\n### Schaal", "Risks\n\n### Scoring method"],
)
def test_a_list_of_steps_or_levels_holds_no_risks(heading: str) -> None:
    assert under(heading, "- Hoog\n- Laag") == ()


def test_beside_a_table_lists_are_no_risks() -> None:
    risks = under("Risico's", "| Risico | Kans | Impact |\n|---|---|---|\n| Uitval | hoog | laag |\n\n- Toelichting")
    assert texts(risks) == ["Uitval"]


@pytest.mark.parametrize(
    ("prose", "found"),
    [
        (
            "De risico's zijn uitval van mensen, vertraging en weerstand. "
            "Maatregelen zijn reserve plannen, boetes afspreken en gesprekken voeren.",
            [
                ("uitval van mensen", ["reserve plannen"]),
                ("vertraging", ["boetes afspreken"]),
                ("weerstand", ["gesprekken voeren"]),
            ],
        ),
        (
            "Risks include vendor delay, low adoption. Mitigations include weekly calls.",
            [("vendor delay", []), ("low adoption", [])],
        ),
        (
            "Als de leverancier te laat levert, houden we het oude systeem aan.",
            [
                (
                    "Als de leverancier te laat levert, houden we het oude systeem aan.",
                    ["houden we het oude systeem aan."],
                )
            ],
        ),
        ("We letten op risico's.", []),
    ],
)
def test_prose(prose: str, found: list[tuple[str, list[str]]]) -> None:
    risks = under("Risico's", prose)
    assert [(risk.text, [measure.text for measure in risk.measures]) for risk in risks] == found
    assert {risk.place.origin for risk in risks} <= {Origin.SENTENCE}


@pytest.mark.parametrize(("measure", "accepted"), [("Accepteren", True), ("Reserve plannen", False)])
def test_a_risk_that_is_taken(measure: str, accepted: bool) -> None:
    (risk,) = under(
        "Risico's", f"| Risico | Kans | Impact | Maatregel |\n|---|---|---|---|\n| Uitval | laag | laag | {measure} |"
    )
    assert risk.accepted is accepted


@pytest.mark.parametrize(
    ("item", "likelihood", "impact", "measures"),
    [
        (
            "Zaal te klein. Kans groot, gevolg klein. Dan huren we een tent.",
            "groot",
            "klein",
            ["Dan huren we een tent."],
        ),
        ("Zaal te klein. Kans middel. Gevolg groot.", "middel", "groot", []),
        ("Zaal te klein (kans: groot, effect: laag) -> tent huren", "groot", "laag", ["tent huren"]),
        ("Zaal te klein (kans H, impact M) - tent huren", "H", "M", ["tent huren"]),
        ("Zaal te klein (K2 I3): tent huren", "2", "3", ["tent huren"]),
        ("Zaal te klein, kans 4/5, impact 2/5 => tent huren", "4/5", "2/5", ["tent huren"]),
        ("Het regent → natte vloer → matten neerleggen", None, None, ["matten neerleggen"]),
        ("Zaal te klein (kans: laag) -> nog geen maatregel", "laag", None, []),
        ("Zaal te klein; er is nog geen maatregel voor bedacht", None, None, []),
        ("Zaal te klein, met een kans van 1 tot 5", None, None, []),
        ("Zaal te klein, kans 1-5", None, None, []),
        ("Zaal te klein\n  - Kans groot, gevolg klein\n  - We huren een tent", "groot", "klein", ["We huren een tent"]),
        ("Zaal te klein\n  - Te veel aanmeldingen\n  - Te weinig stoelen", None, None, []),
    ],
)
def test_grades_and_answers_without_labels(
    item: str, likelihood: str | None, impact: str | None, measures: list[str]
) -> None:
    (risk,) = under("Risico's", f"- {item}")
    assert facts(risk)[1:] == (likelihood, impact, measures)


def test_each_value_of_an_item_knows_its_place() -> None:
    text = "# Plan van aanpak\n\n## Risico's\n\n- Zaal te **klein** (K2 I3) -> tent\n  huren\n"
    (risk,) = read(text).risks
    values = (risk.likelihood, risk.impact, risk.measure)
    spans = [text[value.span.start : value.span.end] for value in values if value is not None]
    assert spans == ["2", "3", "tent\n  huren"]


def test_paragraphs_that_open_with_the_label() -> None:
    risks = under(
        "Risico's",
        "Risico: zaal te klein, kans laag, impact hoog, maatregel: tent huren, eigenaar: Jan\n\n"
        "Risico 2: regen.\nKans groot, gevolg klein.\nDan gaan we naar binnen.\n\n"
        "Risico 3: storm -> afgelasten\nRisico 4: hitte -> water uitdelen",
    )
    assert [(risk.number, *facts(risk)[1:], words(risk.owner)) for risk in risks] == [
        (None, "laag", "hoog", ["tent huren"], "Jan"),
        (2, "groot", "klein", ["Dan gaan we naar binnen."], None),
        (3, None, None, ["afgelasten"], None),
        (4, None, None, ["water uitdelen"], None),
    ]
    assert {risk.place.origin for risk in risks} == {Origin.SENTENCE}


@pytest.mark.parametrize(
    "prose",
    [
        "Een risico met kans hoog en impact hoog is kritiek en gaat naar de stuurgroep.",
        "Per risico schatten we de kans (1-5) en de impact (1-5). Kans groot betekent: het gebeurt elk jaar.",
        "De risico's bespreken we elke maand -> zie de agenda.",
        "Risico: ...",
    ],
)
def test_a_paragraph_that_explains_holds_no_risks(prose: str) -> None:
    assert under("Risico's", prose) == ()


def test_a_heading_above_its_labelled_items() -> None:
    (risk,) = under(
        "Risks",
        "### Broken pump\n\n- Likelihood: 3\n- Impact: 2\n- Mitigation planned: keep a spare one\n- Seen: never",
    )
    assert facts(risk) == ("Broken pump", "3", "2", ["keep a spare one"])


def test_a_labelled_item_below_a_risk_is_no_answer() -> None:
    (risk,) = under(
        "Risico's",
        "- Het bureau krijgt een wachtlijst\n    - Kans: middel\n"
        "    - Gevolg: minder koppelingen\n    - Bron: archief\n",
    )
    assert risk.measures == ()


@pytest.mark.parametrize("header", ["What | Chance | Effect | What we do about it", "Wat | Kans | Gevolg | Maatregel"])
def test_a_table_that_weighs_is_about_risks_whatever_its_first_column_is_called(header: str) -> None:
    plan = read(f"# Plan\n\n## Onderdeel\n\n| {header} |\n|---|---|---|---|\n| Regen | hoog | laag | tent huren |\n")
    assert [(risk.text, words(risk.likelihood), words(risk.impact), words(risk.measure)) for risk in plan.risks] == [
        ("Regen", "hoog", "laag", "tent huren")
    ]
    assert plan.actions == ()


@pytest.mark.parametrize(
    ("item", "answer"),
    [
        ("Bezoekers blijven weg omdat het regent -- de tent staat klaar", "de tent staat klaar"),
        ("**Regen.** Het is herfst – wij huren een tent", "wij huren een tent"),
        ("Regen - we huren een tent", "we huren een tent"),
        ("Regen - het is herfst", None),
    ],
)
def test_what_stands_behind_the_dash_of_an_explained_risk_answers_it(item: str, answer: str | None) -> None:
    (risk,) = read(f"# Plan\n\n## Risico's\n\n- {item}\n").risks
    assert words(risk.measure) == answer

from __future__ import annotations

import pytest

from tests.checks.said import found, words_at

HEAD = "## Budget\n\n| Kostenpost | Bedrag |\n|---|---|\n"
PRICED = "## Budget\n\n| Kostenpost | Aantal | Tarief | Bedrag |\n|---|---|---|---|\n"


def table(*rows: tuple[str, str]) -> str:
    return HEAD + "".join(f"| {item} | {amount} |\n" for item, amount in rows)


def approved(text: str) -> str:
    return f"---\nstatus: vastgesteld\n---\n{text}"


# ---------------------------------------------------------------- BUD004: the sum


def test_the_message_names_both_amounts_and_the_difference() -> None:
    text = table(("Licenties", "€ 12.000"), ("Training", "€ 4.500"), ("Totaal", "€ 18.500"))
    (only,) = found("BUD004", text, "algemeen")
    assert only.message == (
        "Bij 'Totaal' staat 18.500, maar de regels erboven tellen op tot 16.500: een verschil van 2.000."
    )
    assert text[only.span.start : only.span.end] == "€ 18.500"


@pytest.mark.parametrize(
    "rows",
    [
        (("A", "€ 12.000,40"), ("B", "€ 4.500,40"), ("Totaal", "€ 16.500")),
        (("A", "12,4k"), ("B", "4,5k"), ("Totaal", "17k")),
        (("A", "€ 1,2 mln"), ("B", "€ 0,8 mln"), ("Totaal", "€ 2,1 mln")),
        (("A", "€ 412.150"), ("B", "€ 24.230"), ("Totaal", "€ 436.000")),
        (("A", "€ 100"), ("B", "€ 200,60"), ("Totaal", "€ 301")),
    ],
)
def test_rounding_is_no_error(rows: tuple[tuple[str, str], ...]) -> None:
    assert found("BUD004", table(*rows), "algemeen") == []


@pytest.mark.parametrize(
    "rows",
    [
        (("A", "€ 100"), ("B", "€ 200"), ("Subtotaal", "€ 300"), ("C", "€ 50"), ("Totaal", "€ 350")),
        (
            ("A", "€ 100"),
            ("Totaal personeel", "€ 100"),
            ("C", "€ 50"),
            ("Totaal materiaal", "€ 50"),
            ("Totaal", "€ 150"),
        ),
        (("A", "€ 100"), ("Totaal excl. btw", "€ 100"), ("Btw 21%", "€ 21"), ("Totaal incl. btw", "€ 121")),
        (("A", "€ 60"), ("B", "€ 40"), ("Btw", "€ 21"), ("Totaal excl. btw", "€ 100")),
        (("A", "€ 100"), ("waarvan inhuur", "€ 60"), ("Totaal", "€ 100")),
        (("Personeel", "€ 100"), ("inhuur", "€ 60"), ("eigen", "€ 40"), ("Materiaal", "€ 20"), ("Totaal", "€ 120")),
        (("1 Personeel", "€ 100"), ("1.1 inhuur", "€ 60"), ("2 Materiaal", "€ 20"), ("Totaal", "€ 120")),
        (("A", "€ 100"), ("Subsidie", "€ 40"), ("Totaal", "€ 60")),
        (("A", "€ 100"), ("Korting", "-€ 40"), ("Totaal", "€ 60")),
        (("A", "€ 100"), ("Totaal", "€ 100"), ("Beschikbaar", "€ 150"), ("Restant", "€ 50")),
    ],
)
def test_there_is_more_than_one_way_to_add_up(rows: tuple[tuple[str, str], ...]) -> None:
    assert found("BUD004", table(*rows), "algemeen") == []


@pytest.mark.parametrize("open_", ["p.m.", "n.t.b.", "", "€ 300 - 800", "€ 50 per maand", "vanaf € 300", "2x € 300"])
def test_a_sum_with_an_open_amount_is_not_judged(open_: str) -> None:
    assert found("BUD004", table(("A", "€ 100"), ("B", open_), ("Totaal", "€ 900")), "algemeen") == []


@pytest.mark.parametrize(
    "text",
    [
        "## Inzet\n\n| Onderdeel | Uren | Totaal |\n|---|---|---|\n| A | 40 | 40 |\n| Totaal | 50 | 50 |\n",
        "## Middelen\n\n| Rol | FTE |\n|---|---|\n| A | 0,4 |\n| B | 0,2 |\n| Totaal | 1 |\n",
        "## Planning\n\n| Fase | 2026 | 2027 |\n|---|---|---|\n| A | 3 | 4 |\n| Totaal | 9 | 9 |\n",
        "## Budget\n\n| Post | Aandeel |\n|---|---|\n| A | 60% |\n| B | 30% |\n| Totaal | 100% |\n",
        "## Budget\n\n| Post | Bedrag | Pagina |\n|---|---|---|\n| A | € 10 | 12 |\n| Totaal | € 10 | 40 |\n",
    ],
)
def test_hours_percentages_and_page_numbers_are_not_added_up(text: str) -> None:
    assert found("BUD004", text, "algemeen") == []


@pytest.mark.parametrize(
    "row",
    [
        "| Licenties | 60 | € 8,50 per maand | € 6.120 |",
        "| Advies | 12 dagen | € 1.150 per dag | € 13.800 |",
        "| Advies | 10 | € 100 | € 1.210 |",
        "| Advies | 3-5 | € 100 | € 450 |",
        "| Advies | ca. 40 uur | n.t.b. | € 450 |",
    ],
)
def test_a_product_may_hold_months_or_vat(row: str) -> None:
    assert found("BUD004", f"{PRICED}{row}\n", "algemeen") == []


def test_a_wrong_product_is_found_at_its_amount() -> None:
    assert words_at("BUD004", f"{PRICED}| Advies | 12 | € 1.150 | € 13.080 |\n", "algemeen") == ["€ 13.080"]


def test_a_plan_that_was_carried_out_compares_years_without_adding_them() -> None:
    head = "| Post | Begroot 2026 | Realisatie 2026 | Totaal |\n|---|---|---|---|\n"
    text = f"## Budget\n\n{head}| A | € 10 | € 12 | € 2 |\n"
    assert found("BUD004", text, "algemeen") == []


# ---------------------------------------------------------------- BUD011


@pytest.mark.parametrize("stated", ["16500", "€ 16.500", "16,5k", "16.500,-", "n.t.b.", "max. € 16.550", "€ 10k - 20k"])
def test_the_front_matter_agrees_or_does_not_say(stated: str) -> None:
    text = table(("Licenties", "€ 12.000"), ("Training", "€ 4.500"), ("Totaal", "€ 16.500"))
    assert found("BUD011", f"---\nbudget_totaal: {stated}\n---\n{text}", "algemeen") == []


def test_a_budget_that_does_not_add_up_is_one_finding() -> None:
    text = f"---\nbudget_totaal: 16500\n---\n{table(('A', '€ 12.000'), ('B', '€ 4.500'), ('Totaal', '€ 18.500'))}"
    assert found("BUD011", text, "algemeen") == []
    assert len(found("BUD004", text, "algemeen")) == 1


def test_two_budgets_may_make_one_total() -> None:
    text = f"{table(('A', '€ 100'), ('Totaal', '€ 100'))}\n{table(('B', '€ 50'), ('Totaal', '€ 50'))}"
    assert found("BUD011", f"---\nbudget_totaal: 150\n---\n{text}", "algemeen") == []


# ---------------------------------------------------------------- BUD003


@pytest.mark.parametrize(
    "cell", ["binnen de formatie", "€ 0", "inbegrepen", "zie offerte", "ca. € 500", "€ 3.000 - 8.000"]
)
def test_what_says_something_about_the_costs_is_no_gap(cell: str) -> None:
    assert found("BUD003", approved(table(("Licenties", "€ 100"), ("Training", cell))), "algemeen") == []


def test_a_gap_is_not_a_placeholder_as_well() -> None:
    text = approved(table(("Licenties", "€ 100"), ("Training", "n.t.b.")))
    assert words_at("BUD003", text, "algemeen") == ["n.t.b."]
    assert found("STR004", text, "algemeen") == []


# ---------------------------------------------------------------- BUD001, BUD002, BUD005


@pytest.mark.parametrize(
    "text",
    [
        "## Budget\n\nDe uren vallen binnen de formatie.\n",
        "## Budget\n\nHet plan kost niets.\n",
        "## Aanpak\n\nHet maximale budget is € 350.000.\n",
        "## Budget\n\n- Training: 3.000 euro\n",
    ],
)
def test_a_budget_may_stand_in_words(text: str) -> None:
    assert found("BUD002", approved(text), "algemeen") == []


@pytest.mark.parametrize("text", ["## Budget\n\nVolgt in 2026.\n", "## Budget\n\nZie pagina 12, 40 uur, 10%.\n"])
def test_other_numbers_are_no_budget(text: str) -> None:
    assert len(found("BUD002", approved(text), "algemeen")) == 1


@pytest.mark.parametrize(
    "text",
    [
        "## Middelen\n\nTwee dagen per week een projectleider.\n",
        "## Middelen\n\n- zestig licenties\n",
        table(("A", "€ 1")),
    ],
)
def test_resources_may_be_hours_things_or_costs(text: str) -> None:
    assert found("BUD001", approved(text), "algemeen") == []


@pytest.mark.parametrize(
    "text",
    [
        table(("Licenties", "€ 100"), ("Reserve", "€ 10")),
        f"{table(('Licenties', '€ 100'))}\nDe bedragen hebben een marge van 10%.\n",
        table(("Advies", "€ 100 - 200"), ("Totaal", "€ 100 - 200")),
        "## Budget\n\nDe begroting volgt de planning- en controlcyclus.\n",
    ],
)
def test_room_for_setbacks_may_be_given_in_other_ways(text: str) -> None:
    assert found("BUD005", approved(text), "algemeen") == []


# ---------------------------------------------------------------- BUD006, BUD007


@pytest.mark.parametrize(
    "rows",
    [
        (("A", "€ 1.000"), ("Onvoorzien (10%)", "€ 100"), ("B", "€ 500")),
        (("A", "€ 1.000"), ("Onvoorzien (10%)", "€ 111"), ("Totaal", "€ 1.111")),
        (("A", "p.m."), ("B", "€ 100"), ("Onvoorzien", "€ 100")),
        (("A", "€ 1.000"), ("Onvoorzien", "€ 50"),),
    ],
)  # fmt: skip
def test_a_usual_contingency_is_no_finding(rows: tuple[tuple[str, str], ...]) -> None:
    assert found("BUD006", table(*rows), "algemeen") == []


COSTS = table(("Software", "€ 12.000"), ("Training", "€ 4.500"))


@pytest.mark.parametrize(
    "need",
    [
        "Licenties voor zestig gebruikers", "Cursus door de leverancier", "Bestaande laptops (eigen inzet)",
        "Geen nieuwe tablets", "Tablets (€ 400)", "240 uur van de projectleider",
    ],
)  # fmt: skip
def test_what_is_covered_or_costs_nothing_needs_no_item(need: str) -> None:
    assert found("BUD007", approved(f"## Middelen\n\n- {need}\n\n{COSTS}"), "algemeen") == []


def test_a_kind_of_resource_is_told_once() -> None:
    text = approved(f"## Middelen\n\n- twaalf tablets\n- vier scanners\n\n{COSTS}")
    assert words_at("BUD007", text, "algemeen") == ["tablets"]


# ---------------------------------------------------------------- BUD008, BUD009, BUD010, BUD012


@pytest.mark.parametrize(
    ("code", "sentence"),
    [
        ("BUD008", "Prijzen incl. btw."), ("BUD008", "Amounts exclude VAT."), ("BUD008", "Geen omzetbelasting."),
        ("BUD009", "240 uur"), ("BUD009", "De inzet valt binnen de formatie."), ("BUD009", "Een dag per week vrij."),
        ("BUD010", "De controller kijkt mee."), ("BUD010", "Elke maand een budgetoverzicht."),
        ("BUD010", "Jan bewaakt de uitgaven."), ("BUD012", "Betaald uit het jaarbudget."),
        ("BUD012", "Kostenplaats 4410."), ("BUD012", "De gemeente geeft subsidie."),
    ],
)  # fmt: skip
def test_one_sentence_is_enough(code: str, sentence: str) -> None:
    assert len(found(code, approved(COSTS), "zes-stappen")) == 1
    assert found(code, approved(f"{COSTS}\n{sentence}\n"), "zes-stappen") == []

from __future__ import annotations

from decimal import Decimal
from textwrap import dedent

import pytest

from implan_lint.plan.model import Budget, BudgetLine
from tests.plan.reading import read


def budgets(text: str) -> tuple[Budget, ...]:
    return read(dedent(text)).budgets


def lines(text: str) -> list[BudgetLine]:
    return [line for budget in budgets(text) for line in budget.lines]


def amounts(text: str) -> list[Decimal | None]:
    return [line.amount.value if line.amount else None for line in lines(text)]


def kinds(text: str) -> list[str]:
    return [line.kind.value for line in lines(text)]


def test_a_table_of_costs_is_read_line_by_line() -> None:
    text = """
        ## Begroting

        | Kostenpost | Aantal | Tarief | Bedrag |
        |---|---|---|---|
        | Licenties | 60 | € 200 | € 12.000 |
        | Training | 3 | € 1.500,00 | € 4.500 |
        | Onvoorzien (10%) | | | € 1.650 |
        | **Totaal** | | | **€ 18.150** |
        """
    assert kinds(text) == ["line", "line", "contingency", "total"]
    assert amounts(text) == [12000, 4500, 1650, 18150]
    first, second, spare, _ = lines(text)
    assert first.quantity and first.price and second.price
    assert [first.quantity.value, first.price.value, second.price.value] == [60, 200, 1500]
    assert spare.percentage == 10
    assert [line.line for line in lines(text)] == [5, 6, 7, 8]


def test_a_line_can_say_how_many_at_what_price() -> None:
    (line,) = lines("""
        ## Budget

        | Post | Bedrag |
        |---|---|
        | Consultancy, 22 dagen à € 1.150 | € 25.300 |
        """)
    assert line.quantity and line.price
    assert [line.quantity.value, line.price.value] == [22, 1150]


@pytest.mark.parametrize(
    ("label", "kind"),
    [
        ("Subtotaal", "subtotal"), ("Totaal excl. btw", "total"), ("**Totale kosten**", "total"), ("BTW 21%", "vat"),
        ("Post onvoorzien", "contingency"), ("Contingency", "contingency"), ("Subsidie gemeente", "deduction"),
        ("waarvan inhuur", "part"), ("Totaalpakket licenties", "line"), ("Training", "line"), ("Grand total", "total"),
    ],
)  # fmt: skip
def test_the_first_words_tell_what_kind_of_line_it_is(label: str, kind: str) -> None:
    assert kinds(f"## Budget\n\n| Post | Bedrag |\n|---|---|\n| {label} | € 100 |\n") == [kind]


def test_a_column_for_each_year_is_a_period() -> None:
    (budget,) = budgets("""
        ## Budget

        | Post | 2026 | 2027 | Totaal |
        |---|---|---|---|
        | Licenties | € 12.000 | € 12.000 | € 24.000 |
        """)
    assert [(column.header, column.period) for column in budget.columns] == [
        ("2026", True),
        ("2027", True),
        ("Totaal", False),
    ]
    assert budget.lines[0].amount is not None
    assert budget.lines[0].amount.value == 24000


def test_the_heading_of_a_column_multiplies_its_numbers() -> None:
    text = "## Budget\n\n| Post | Bedrag (x € 1.000) |\n|---|---|\n| Licenties | 12 |\n"
    assert amounts(text) == [12000]


@pytest.mark.parametrize(
    ("cell", "blank"),
    [("", "empty"), ("-", "empty"), ("n.t.b.", "placeholder"), ("?", "placeholder"), ("p.m.", "pm"),
     ("40 uur", "hours"), ("40 uur (binnen formatie)", ""), ("niet doorbelast", ""), ("€ 3.000 - 8.000", ""),
     ("via contract", "")],
)  # fmt: skip
def test_a_line_without_an_amount_says_why(cell: str, blank: str) -> None:
    text = f"## Budget\n\n| Post | Bedrag |\n|---|---|\n| Licenties | € 100 |\n| Training | {cell} |\n"
    assert lines(text)[1].blank.value == blank


def test_a_list_of_costs_is_a_budget() -> None:
    text = """
        ## Kosten

        - Licenties: € 12.000
        - Training (3 dagen): € 4.500
        - Totaal: € 16.500
        """
    assert [line.text for line in lines(text)] == ["Licenties", "Training (3 dagen)", "Totaal"]
    assert amounts(text) == [12000, 4500, 16500]
    assert kinds(text) == ["line", "line", "total"]


@pytest.mark.parametrize(
    "text",
    [
        "## Middelen\n\n| Onderdeel | Totaal |\n|---|---|\n| Key-users | 240 |\n| Projectleider | 320 |\n",
        "## Budget\n\n| Taak | Budget (uren) |\n|---|---|\n| Testen | 40 |\n",
        "## Capaciteit\n\n| Onderdeel | Budget |\n|---|---|\n| Projectleider | 0,4 fte |\n| Tester | 0,2 fte |\n",
        "## Planning\n\n| Fase | 2026 | 2027 |\n|---|---|---|\n| Uitrol | 3 | 4 |\n",
        "## Doelen\n\n| Doel | Nulmeting | Streefwaarde |\n|---|---|---|\n| Omzet | € 100 | € 200 |\n",
        "## Budget\n\n- Training in week 3\n- 40 uur van de projectleider\n- pagina 12\n",
        "## Acties\n\n- Licenties: € 12.000\n- Training: € 4.500\n",
    ],
)
def test_other_numbers_are_no_budget(text: str) -> None:
    assert budgets(text) == ()

"""Facts about the supplier and about management, wherever a plan tells them."""

from __future__ import annotations

import pytest

from tests.checks.said import found

NAMED = "---\nleveranciers: SoftBV\nstatus: vastgesteld\n---\n# Invoering\n\n"


@pytest.mark.parametrize(
    "rest",
    [
        "## Projectteam\n\n| Rol | Naam | Organisatie |\n|---|---|---|\n| Consultant | Lisa Smit | SoftBV |\n",
        "## Leverancier\n\nContact loopt via de accountmanager.\n",
        "## Leverancier\n\nsupport@softbv.example\n",
        "## Communicatie\n\n- SoftBV: wekelijks overleg met Lisa Smit\n",
    ],
)
def test_a_contact_may_stand_anywhere_beside_the_supplier(rest: str) -> None:
    assert found("LEV001", NAMED + rest, "software") == []


@pytest.mark.parametrize("code", ["LEV001", "LEV002"])
def test_a_plan_without_a_supplier_is_not_asked_for_one(code: str) -> None:
    text = "# Invoering\n\n## Doelen\n\n- Op 1 mei 2026 werkt 90% met het systeem\n"
    assert found(code, text, "software") == []
    assert found(code, f"---\nleveranciers: geen\n---\n{text}", "software") == []


@pytest.mark.parametrize(
    ("words", "count"),
    [
        ("Functioneel beheer: Noor Hendriks; technisch beheer: Mark Jansma.", 0),
        ("De applicatiebeheerder kent rechten toe; het systeem draait in de cloud.", 0),
        ("Het beheerteam van de gemeente neemt alles over.", 0),
        ("De functioneel beheerder kent rechten toe.", 1),
        ("Beheer doet de leverancier.", 1),
    ],
)
def test_who_manages_the_system(words: str, count: int) -> None:
    assert len(found("LEV004", f"# Invoering\n\n## Beheer\n\n{words}\n", "software")) == count


def test_a_heading_with_words_below_it_assigns_management() -> None:
    text = "# Invoering\n\n## Functioneel beheer\n\nDit doet Noor.\n\n## Technisch beheer\n\nDit doet Mark.\n"
    assert found("LEV004", text, "software") == []


def test_to_save_something_is_no_agreement() -> None:
    """ "Sla" is a Dutch verb as well."""
    text = "# Invoering\n\n## Mijlpalen\n\n| Mijlpaal | Wanneer |\n|---|---|\n| Sla de gegevens op | 1 mei 2026 |\n"
    assert found("LEV003", text, "software") == []

"""What a table is about, by its header first and the section around it second."""

from __future__ import annotations

import pytest

from implan_lint.plan.model import PlanTable, TableKind
from implan_lint.plan.reading import is_template_row
from tests.plan.reading import read


def table(heading: str, header: str, *rows: str) -> PlanTable:
    width = header.count("|") - 1
    body = "\n".join((header, "|---" * width + "|", *(rows or ("| a " * width + "|",))))
    (found,) = read(f"# Plan van aanpak\n\n## {heading}\n\n{body}\n").tables
    return found


@pytest.mark.parametrize(
    ("heading", "header", "kind"),
    [
        # by the header alone
        ("Aap", "| Actie | Wie | Wanneer |", TableKind.ACTIONS),
        ("Aap", "| Risico | Kans | Impact |", TableKind.RISKS),
        ("Aap", "| Risico | Maatregel |", TableKind.RISKS),
        ("Aap", "| Stakeholder | Belang | Invloed |", TableKind.STAKEHOLDERS),
        ("Aap", "| Doelgroep | Boodschap | Kanaal | Frequentie |", TableKind.COMMUNICATION),
        ("Aap", "| KPI | Nulmeting | Streefwaarde |", TableKind.INDICATORS),
        ("Aap", "| Gegevens | Wie legt vast | Wanneer | Waarmee |", TableKind.DATA),
        ("Aap", "| Mijlpaal | Datum |", TableKind.MILESTONES),
        ("Aap", "| Rol | Naam | Contact |", TableKind.ROLES),
        ("Aap", "| Post | Bedrag |", TableKind.BUDGET),
        ("Aap", "| Binnen scope | Buiten scope |", TableKind.SCOPE),
        ("Aap", "| Factor | +/- | Toelichting |", TableKind.FACTORS),
        ("Aap", "| Factor | Strategie |", TableKind.STRATEGIES),
        ("Aap", "| Randvoorwaarde | Wie | Gereed |", TableKind.PRECONDITIONS),
        ("Aap", "| Kleur | Lengte |", TableKind.OTHER),
        ("Aap", "| Kleur | Lengte | Breedte |", TableKind.OTHER),
        # the section decides
        ("Borging", "| Actie | Wie | Wanneer |", TableKind.ASSURANCE),
        ("Doelen", "| Doel | Wanneer |", TableKind.GOALS),
        ("Doelen", "| Doelstelling |", TableKind.GOALS),
        ("Planning", "| Activiteit | Wanneer |", TableKind.MILESTONES),
        ("Planning", "| Activiteit | Wie | Wanneer |", TableKind.ACTIONS),
        ("Acties", "| Activiteit | Wanneer |", TableKind.ACTIONS),
        ("Stakeholders", "| Naam | Belang | Aanpak |", TableKind.STAKEHOLDERS),
        ("Begroting", "| Omschrijving | Kosten |", TableKind.BUDGET),
        ("Belemmerende factoren", "| Factor | Aanpak |", TableKind.FACTORS),
        ("Implementatiestrategieën", "| Knelpunt | Strategie | Wie |", TableKind.STRATEGIES),
        ("Communicatie", "| Wie | Wat | Hoe | Wanneer |", TableKind.COMMUNICATION),
        ("Risico's", "| Omschrijving | Kans | Actie |", TableKind.RISKS),
        ("Evaluatie", "| Evaluatie | Datum | Wie |", TableKind.EVALUATION),
        # English
        ("Ape", "| Action | Owner | Due date |", TableKind.ACTIONS),
        ("Ape", "| Risk | Likelihood | Impact | Mitigation |", TableKind.RISKS),
        ("Ape", "| Milestone | Date |", TableKind.MILESTONES),
        ("Ape", "| Role | Name |", TableKind.ROLES),
        ("Ape", "| In scope | Out of scope |", TableKind.SCOPE),
    ],
)
def test_what_a_table_is_about(heading: str, header: str, kind: TableKind) -> None:
    assert table(heading, header).kind is kind


def test_a_table_of_labels() -> None:
    assert table("Aap", "| Opdrachtgever | Zorggroep |", "| Versie | 1.0 |").kind is TableKind.FIELDS


@pytest.mark.parametrize(
    ("heading", "header", "columns"),
    [
        ("Acties", "| Nr | Actie | Wie/wanneer |", {"nummer": 0, "actie": 1, "wie": 2, "wanneer": 2}),
        ("Acties", "| Wat | Wie en wanneer |", {"actie": 0, "wie": 1, "wanneer": 1}),
        ("Acties", "| Actie | Wie (naam) | Wanneer? |", {"actie": 0, "wie": 1, "wanneer": 2}),
        ("Acties", "| Actie | Wie | Van | Tot |", {"actie": 0, "wie": 1, "start": 2, "eind": 3}),
        ("Acties", "| Actie | Verantwoordelijke persoon | Geplande datum |", {"actie": 0, "wie": 1, "wanneer": 2}),
        ("Acties", "| Actie | Kleur | Wie |", {"actie": 0, "wie": 2}),
        ("Risico's", "| Risico | Kans x impact | Maatregel |", {"risico": 0, "kans_impact": 1, "maatregel": 2}),
        ("Risico's", "| Risico | Kans (1-5) | Impact (1-5) |", {"risico": 0, "kans": 1, "impact": 2}),
        ("Risico's", "| Risico | Oorzaak | Gevolg | Impact |", {"risico": 0, "oorzaak": 1, "gevolg": 2, "impact": 3}),
    ],
)
def test_what_its_columns_hold(heading: str, header: str, columns: dict[str, int]) -> None:
    assert dict(table(heading, header).columns) == columns


@pytest.mark.parametrize(
    ("cell", "column"), [("hoog", "impact"), ("3", "impact"), ("De livegang schuift op", "gevolg")]
)
def test_gevolg_is_the_impact_where_it_is_graded(cell: str, column: str) -> None:
    found = table("Risico's", "| Risico | Kans | Gevolg |", f"| Uitval | hoog | {cell} |")
    assert found.columns[column] == 2


@pytest.mark.parametrize(("cell", "column"), [("1", "doel_ref"), ("Doel 2", "doel_ref"), ("alle", "doel_ref")])
def test_doel_in_a_table_of_communication_is_a_number_or_a_purpose(cell: str, column: str) -> None:
    header = "| Doel | Doelgroep | Boodschap | Kanaal |"
    assert column in table("Communicatie", header, f"| {cell} | ouders | stand | brief |").columns
    assert "doel_communicatie" in table("Communicatie", header, "| draagvlak | ouders | stand | brief |").columns


def test_a_cell_and_the_heading_of_its_column() -> None:
    found = table("Acties", "| Actie | Trekker |", "| Bellen | Jan |")
    (row,) = found.table.rows
    cell = found.cell(row, "wie")
    assert cell is not None
    assert (cell.text.plain, found.header("wie")) == ("Jan", "Trekker")
    assert (found.cell(row, "wanneer"), found.header("wanneer")) == (None, "")


def test_tables_in_quotes_and_items_count() -> None:
    plan = read(
        """
        # Plan van aanpak

        ## Acties

        > | Actie | Wie | Wanneer |
        > |---|---|---|
        > | Bellen | Jan | mei 2026 |

        - Ook nog:

          | Actie | Wie | Wanneer |
          |---|---|---|
          | Mailen | Jan | juni 2026 |
        """
    )
    assert [action.text for action in plan.actions if action.owner] == ["Bellen", "Mailen"]


def test_what_a_log_says_was_done_is_no_work_to_do() -> None:
    assert table("Wijzigingslog", "| Datum | Actie | Resultaat |").kind is TableKind.OTHER
    assert table("Wijzigingslog", "| Datum | Actie | Wie |").kind is TableKind.ACTIONS


def test_a_row_with_boxes_to_choose_from_is_still_open() -> None:
    row = "| I-01 | | [ ] Project [ ] Proces | [ ] Gepland [ ] Gereed | |"
    ticked = "| I-02 | | [ ] Project [x] Proces | [ ] Gepland [ ] Gereed | |"
    found = table("Communicatie", "| Nr | Boodschap | Kanaal | Status | Eigenaar |", row, ticked)
    assert [is_template_row(found, row) for row in found.table.rows] == [True, False]

"""Tables and lists that are meant as something and can't be read: one finding each, with the cause."""

from __future__ import annotations

import pytest

from tests.checks.said import found, words_at

FRONT = "---\nprofiel: algemeen\nstatus: vastgesteld\n---\n# CRM\n\n"
ROWS = "| Balie inrichten | Sanne de Wit | {} |\n| Folder maken | Youssef Amrani | {} |\n"


def table(heading: str, *header: str, rows: str = ROWS.format("15-03-2026", "01-04-2026")) -> str:
    return f"{FRONT}## {heading}\n\n| {' | '.join(header)} |\n{'|---' * len(header)}|\n{rows}"


def test_it_points_at_the_header_and_is_graver_where_the_profile_asks_such_a_table():
    text = table("Acties", "Klus", "Wie", "Wanneer")
    assert words_at("STR016", text) == ["Klus | Wie | Wanneer"]
    assert [one.severity for one in found("STR016", text)] == ["warning"]
    assert [one.severity for one in found("STR016", text.replace("## Acties", "## In het voorjaar"))] == ["info"]


def test_one_cause_is_one_finding():
    """Neither the plan without actions, nor the columns, nor each row is told as well."""
    text = table("Acties", "Klus", "Wie", "Wanneer")
    for code in ("ACT001", "ACT002", "ACT003", "STR007", "STR008"):
        assert found(code, text) == []
    assert len(found("STR016", text + text.partition("# CRM\n")[2])) == 1


def test_the_template_asks_for_its_tables_itself():
    text = table("Verspreiding en borging", "Onderwerp", "Kleur", "Soort").replace("algemeen", "ips-onderwijs")
    assert len(found("STR007", text)) == 1
    assert found("STR016", text) == []


@pytest.mark.parametrize(
    ("heading", "header", "missing"),
    [
        ("Acties", ("Actie", "Kleur", "Rang"), "Wie en Wanneer"),
        ("Risico's", ("Zorg", "Kans", "Impact"), "Risico en Maatregel"),
        ("Stakeholders", ("Stakeholder", "Kleur", "Rang"), "Belang en Invloed"),
        ("Iets anders", ("Zorg", "Kans", "Maatregel"), "Risico"),
        ("Iets anders", ("Club", "Belang", "Invloed"), "Stakeholder"),
    ],
)
def test_what_is_missing(heading, header, missing):
    rows = "| Weinig tijd | groot | uitstel |\n| Te duur | klein | overleg |\n"
    (only,) = found("STR016", table(heading, *header, rows=rows))
    assert missing in only.message


@pytest.mark.parametrize(
    "text",
    [
        table("Acties", "Klus", "Wie", "Wanneer", rows="| | | |\n| 1 | | |\n"),
        table("Programma", "Onderdeel", "Wie", "Tijd", rows="| Welkom | Sanne | 10:00 |\n| Slot | Sanne | 11:00 |\n"),
        table("Versies", "Uitgave", "Wie", "Wanneer", "Wijziging"),
        table("Projectorganisatie", "Club", "Wie", "Wanneer"),
        table("Taken", "Klus", "Wie", "Wanneer", rows="| Balie | R | A |\n| Folder | I | C/I |\n"),
        table(
            "Risico's", "Kans", "Betekenis", "Maatregel", rows="| 1-4 | klein | volgen |\n| 5-9 | groot | ingrijpen |\n"
        ),
        table("Indeling", "Indicator", "Wie", "Wanneer"),
        table("Overzicht", "Onderdeel", "Status", "Opmerking"),
        table("Fase 2: bouwen", "Veld", "Type", "Uitleg", rows="| id | getal | sleutel |\n| naam | tekst | leeg |\n"),
    ],
    ids=["unfilled", "timetable", "versions", "team", "raci", "scale", "indicators", "overview", "data fields"],
)
def test_tables_that_are_something_else(text):
    assert found("STR016", text) == []


def test_another_table_beside_the_one_that_was_read():
    text = table("Acties", "Actie", "Wie", "Wanneer")
    other = "\n| Kleur | Wie |\n|---|---|\n| groen | Sanne |\n"
    assert found("STR016", text + other) == []

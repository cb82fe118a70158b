from __future__ import annotations

import pytest

from tests.checks.said import found, words_at

FIELDS = {"opdrachtgever": "Marieke Jansen", "einddatum": "2026-12-18", "laatst_bijgewerkt": "2026-02-01"}


def plan(text: str, **fields: str) -> str:
    written = "".join(f"{name}: {value}\n" for name, value in fields.items())
    return f"---\n{written}---\n# Leesbevordering\n\n{text}\n"


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("Opdrachtgever: P. de Vries", "P. de Vries"),
        ("**Einddatum:** 1 november 2026", "1 november 2026"),
        ("- Laatst bijgewerkt op: 12-01-2026", "12-01-2026"),
    ],
)
def test_a_label_that_denies_the_front_matter_is_named(line: str, words: str) -> None:
    assert words_at("MET007", plan(line, **FIELDS), "algemeen") == [words]


@pytest.mark.parametrize(
    "line",
    [
        "Opdrachtgever: M. Jansen",
        "Opdrachtgever: n.t.b.",
        "Opdrachtgever: gemeente Delft",
        "Einddatum: 18 december 2026",
        "Einddatum: na de zomer",
        "In 2024 was P. de Vries opdrachtgever.",
        "## Acties\n\n- Zaal boeken\n  - Eigenaar: P. de Vries\n\nEinddatum: 1 mei 2026",
    ],
)
def test_what_may_be_the_same_or_is_about_something_else_is_left_alone(line: str) -> None:
    assert found("MET007", plan(line, **FIELDS), "algemeen") == []


@pytest.mark.parametrize(
    ("status", "version", "count"),
    [
        ("vastgesteld", "0.9", 1),
        ("definitief", "v0.3.1", 1),
        ("concept", "0.9", 0),
        ("vastgesteld", "1.0", 0),
        ("vastgesteld", "2026-02", 0),
        ("vastgesteld", "10.2", 0),
    ],
)
def test_a_version_below_one_is_a_draft(status: str, version: str, count: int) -> None:
    assert len(found("MET008", plan("", status=status, versie=version), "algemeen")) == count


@pytest.mark.parametrize(("goals", "count"), [(7, 0), (8, 1)])
def test_more_than_seven_goals_are_many(goals: int, count: int) -> None:
    lines = "".join(f"{number}. In 2027 doen {number + 10} scholen mee.\n" for number in range(1, goals + 1))
    assert len(found("DOE018", f"## Doelen\n\n{lines}", "algemeen")) == count


def test_goals_below_a_numbered_goal_are_not_counted() -> None:
    lines = "".join(
        f"**Doel {n}** In 2027 doen {n + 10} scholen mee.\n\n- twaalf klassen\n- vier zalen\n\n" for n in (1, 2, 3)
    )
    assert found("DOE018", f"## Doelen\n\n{lines}", "algemeen") == []


def test_a_list_without_numbers_may_be_something_else() -> None:
    lines = "".join(f"- In 2027 doen {number} scholen mee.\n" for number in range(11, 21))
    assert found("DOE018", f"## Doel en afbakening\n\n{lines}", "algemeen") == []

from __future__ import annotations

import pytest

from tests.checks.said import found, words_at


def milestones(*rows: str, more: str = "") -> str:
    return "\n".join(["## Mijlpalen", "", "| Mijlpaal | Wanneer | Stand |", "|---|---|---|", *rows, "", more])


# ---------------------------------------------------------------- PLN002


@pytest.mark.parametrize("when", ["", "n.t.b.", "?"])
def test_a_milestone_without_a_date(when: str) -> None:
    (only,) = found("PLN002", milestones(f"| Draaiboek gereed | {when} | |"), "software")
    assert "Draaiboek gereed" in only.message


@pytest.mark.parametrize(
    "row",
    [
        "| Draaiboek gereed | week 20 | |",
        "| Draaiboek gereed | 4 weken na livegang | |",
        "| Draaiboek gereed | elke maand | |",
        "| Draaiboek gereed | | afgerond |",
        "| | | |",
    ],
)
def test_a_milestone_that_needs_no_date(row: str) -> None:
    assert found("PLN002", milestones(row), "software") == []


@pytest.mark.parametrize(
    "more",
    [
        "## Planning\n\n- Draaiboek gereed: 1 mei 2026\n",
        "## Acties\n\n| Actie | Wie | Wanneer |\n|---|---|---|\n| Draaiboek opstellen | Jan Bos | 1 mei 2026 |\n",
        "```mermaid\ngantt\n  Draaiboek gereed :2026-05-01, 1d\n```\n",
    ],
)
def test_a_milestone_that_is_dated_elsewhere(more: str) -> None:
    text = milestones("| Draaiboek gereed | | |")
    assert words_at("PLN002", text, "software") == [""]
    assert found("PLN002", f"{text}\n{more}", "software") == []


def test_a_date_in_the_heading_above_is_a_date() -> None:
    text = "## Mijlpalen\n\n### Mei 2026\n\n- Draaiboek gereed\n- Training gegeven\n"
    assert found("PLN002", text, "software") == []
    assert len(found("PLN002", text.replace("Mei 2026", "Fase een"), "software")) == 2


def test_what_a_planning_explains_is_no_milestone() -> None:
    text = "## Planning en fasering\n\n- We werken in kleine stappen\n- Eerst team Oost\n- Start op 1 mei 2026\n"
    assert found("PLN002", text, "software") == []

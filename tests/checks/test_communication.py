from __future__ import annotations

import pytest

from tests.checks.said import found, words_at

HEAD = "## Communicatie\n\n| Doelgroep | Boodschap | Kanaal | Frequentie | Verantwoordelijke |\n|---|---|---|---|---|\n"


@pytest.mark.parametrize(
    "moment", ["bij elke mijlpaal", "2x per jaar", "maandelijks en waar nodig", "mei 2026", "wekelijks op verzoek"]
)
def test_a_moment_with_a_rhythm_or_a_date_is_clear(moment: str) -> None:
    text = f"{HEAD}| Balie | nieuws | mail | {moment} | Jan Bos |\n"
    for code in ("COM003", "COM006"):
        assert found(code, text, "algemeen") == []


@pytest.mark.parametrize("moment", ["Regelmatig", "periodiek, waar nodig", "zsm", "tijdig"])
def test_a_moment_without_one_is_vague_but_not_missing(moment: str) -> None:
    text = f"{HEAD}| Balie | nieuws | mail | {moment} | Jan Bos |\n"
    assert words_at("COM006", text, "algemeen") == [moment]
    assert found("COM003", text, "algemeen") == []


def test_the_rules_on_actions_leave_a_message_alone() -> None:
    text = f"{HEAD}| Balie | nieuws | mail | | |\n"
    for code in ("ACT002", "ACT003"):
        assert found(code, text, "software") == []
    for code in ("COM002", "COM003"):
        assert len(found(code, text, "software")) == 1


def test_what_is_struck_through_is_not_asked_anything() -> None:
    assert found("COM003", f"{HEAD}| ~~Balie~~ | ~~nieuws~~ | ~~mail~~ | | |\n", "software") == []


def test_an_item_that_only_explains_is_no_agreement() -> None:
    text = "## Communicatie\n\n- Waarom we dit doen\n- Hoe vaak spreek je elkaar?\n"
    for code in ("COM002", "COM003", "COM004", "COM006"):
        assert found(code, text, "software") == []
    assert len(found("COM001", text, "software")) == 1


def _rows(header: str, *rows: str) -> str:
    line = "|" + "---|" * (header.count("|") - 1)
    return f"## Communicatie\n\n{header}\n{line}\n" + "".join(f"{row}\n" for row in rows)


def test_a_row_without_a_message() -> None:
    header = "| Doelgroep | Boodschap | Kanaal | Frequentie |"
    text = _rows(header, "| Directie | voortgang | mail | maandelijks |", "| Ouders | n.t.b. | brief | mei 2026 |")
    assert words_at("COM005", text, "algemeen") == ["n.t.b."]


@pytest.mark.parametrize("header", ["| Middel | Doel | Kanaal |", "| Actie | Doelgroep | Wanneer |"])
def test_what_needs_no_message(header: str) -> None:
    assert found("COM005", _rows(header, "| nieuwsbrief | ouders | mail |"), "algemeen") == []


@pytest.mark.parametrize(("number", "count"), [("1, 2", 0), ("1-2", 0), ("alle", 0), ("1", 1), ("", 0)])
def test_a_goal_of_which_nothing_is_told(number: str, count: int) -> None:
    goals = "## SMART-doelen\n\n**Doel 1** Op 1 mei 2026 12 plekken.\n\n**Doel 2** Op 1 juni 2026 24 plekken.\n\n"
    table = _rows("| Doel nr | Actie of overlegvorm | Wie | Wanneer |", f"| {number} | Teamoverleg | Kelly | mei |")
    assert len(found("COM008", goals + table, "ips-onderwijs")) == count


@pytest.mark.parametrize(("channel", "count"), [("nieuwsbrief", 1), ("teamoverleg", 0), ("inloopspreekuur", 0)])
def test_a_chance_to_answer(channel: str, count: int) -> None:
    text = _rows("| Doelgroep | Boodschap | Kanaal | Frequentie |", f"| Ouders | tijden | {channel} | maandelijks |")
    assert len(found("COM011", text, "algemeen")) == count

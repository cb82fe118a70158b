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

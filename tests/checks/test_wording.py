from __future__ import annotations

import pytest

from tests.checks.said import found, words_at

HEAD = "## Acties\n\n| Actie | Wie | Wanneer |\n|---|---|---|\n"
RISKS = "## Risico's\n\n| Risico | Kans | Impact | Preventief | Correctief |\n|---|---|---|---|---|\n"


def actions(*texts: str) -> str:
    return HEAD + "".join(f"| {text} | Jan Bos | 1 mei 2026 |\n" for text in texts)


@pytest.mark.parametrize(
    ("code", "text", "words"),
    [
        ("TAA001", "Voldoende zalen boeken", "Voldoende"),
        ("TAA001", "De **optimale** inrichting kiezen", "optimale"),
        ("TAA002", "Handleiding in principe drukken", "in principe"),
        ("TAA002", "Scripts indien nodig aanpassen", "indien nodig"),
        ("TAA003", "Folder, brief e.d. maken", "e.d."),
    ],
)
def test_the_word_itself_is_pointed_at(code: str, text: str, words: str) -> None:
    assert words_at(code, actions(text), "algemeen") == [words]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("TAA001", "Voldoende laptops (24) bestellen"),
        ("TAA001", "Vragenlijst 'Is er voldoende tijd?' en \"voldoende\" vertalen"),
        ("TAA001", "Toets afnemen: een voldoende is het slagen"),
        ("TAA001", "Nagaan waarom de uitleg niet voldoende was"),
        ("TAA001", "Onvoldoendes bespreken met de mentor"),
        ("TAA002", "Indien nodig, bij meer dan 5 storingen per dag, terug naar de oude versie"),
        ("TAA002", "De noodzakelijke rechten en mogelijkheden toekennen"),
        ("TAA003", "Zalen regelen (school, buurthuis enz.)"),
        ("TAA003", "De [wegwijzer](https://voorbeeld.nl/etc.) plaatsen"),
    ],
)
def test_ordinary_words_are_left_alone(code: str, text: str) -> None:
    assert found(code, actions(text), "algemeen") == []


def test_only_what_binds_somebody_is_looked_at() -> None:
    text = "## Inleiding\n\nEr is voldoende animo, en waar nodig helpen we mee met folders, brieven, enz.\n"
    for code in ("TAA001", "TAA002", "TAA003"):
        assert found(code, text, "algemeen") == []


def test_what_is_done_when_it_goes_wrong_may_depend_on_need() -> None:
    text = f"{RISKS}| Uitval | hoog | hoog | Waar nodig mensen inhuren | Zo nodig de planning aanpassen |\n"
    assert words_at("TAA002", text, "algemeen") == ["Waar nodig"]


def test_up_to_three_are_named_and_more_are_one_finding() -> None:
    texts = ("Voldoende zalen boeken", "Voldoende koks vragen", "Voldoende borden huren", "Voldoende taart bakken")
    assert len(found("TAA001", actions(*texts[:3]), "algemeen")) == 3
    assert len(found("TAA001", actions(*texts), "algemeen")) == 1


def test_one_sentence_is_one_finding() -> None:
    text = actions("Voldoende zalen in een optimale opstelling en met adequate borden boeken")
    assert words_at("TAA001", text, "algemeen") == ["Voldoende"]


def test_a_goal_that_cannot_be_measured_is_told_so_once() -> None:
    text = "## Doelen\n\n1. Er zijn voldoende vrijwilligers.\n"
    assert len(found("DOE002", text, "algemeen")) == 1
    assert found("TAA001", text, "algemeen") == []


def test_the_scope_keeps_its_own_rule() -> None:
    text = "## Scope\n\nBinnen scope:\n\n- balie, kassa, enz.\n\nBuiten scope:\n\n- magazijn\n"
    assert len(found("SCO006", text, "algemeen")) == 1
    assert found("TAA003", text, "algemeen") == []

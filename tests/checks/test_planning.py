from __future__ import annotations

import pytest

from tests.checks.said import found, words_at


def plan(start: str, end: str, *lines: str) -> str:
    return "\n".join(["---", f"startdatum: {start}", f"einddatum: {end}", "---", *lines, ""])


def rows(*lines: str, heading: str = "Acties") -> str:
    return "\n".join([f"## {heading}", "", "| Actie | Wie | Wanneer | Gereed |", "|---|---|---|---|", *lines, ""])


# ---------------------------------------------------------------- PLN005


@pytest.mark.parametrize(
    "when", ["1 april 2027", "april 2027", "uiterlijk 1 april 2027", "week 2 2027", "Q1 2027", "1 juni 2025", "2025"]
)
def test_work_outside_the_plans_period(when: str) -> None:
    text = plan("2026-01-05", "2026-12-18", rows(f"| Folder drukken | Jan Bos | {when} | |"))
    assert words_at("PLN005", text, "software") == [when]


@pytest.mark.parametrize(
    "when",
    [
        "december 2026",
        "januari 2026",
        "week 51 2026",
        "18-12-2026",
        "Q4 2026",
        "2026",
        "april",
        "vanaf 1 december 2025",
        "1 november 2026 tot 1 februari 2027",
        "3 maanden na livegang",
    ],
)
def test_work_that_lies_partly_inside(when: str) -> None:
    text = plan("2026-01-05", "2026-12-18", rows(f"| Folder drukken | Jan Bos | {when} | |"))
    assert found("PLN005", text, "software") == []


@pytest.mark.parametrize(
    "row",
    [
        "| Offertes opvragen | Jan Bos | 1 november 2025 | |",
        "| Folder drukken | Jan Bos | 1 november 2025 | ja |",
        "| ~~Folder drukken~~ | Jan Bos | 1 maart 2027 | |",
        "| Eindevaluatie | Jan Bos | 1 maart 2027 | |",
        "| Gebruik monitoren | Jan Bos | 1 juni 2027 | |",
    ],
)
def test_work_that_may_lie_outside(row: str) -> None:
    assert found("PLN005", plan("2026-01-05", "2026-12-18", rows(row)), "software") == []


def test_an_evaluation_long_after_the_end_is_too_late() -> None:
    text = plan("2026-01-05", "2026-12-18", rows("| Eindevaluatie | Jan Bos | 1 maart 2028 | |"))
    assert words_at("PLN005", text, "software") == ["1 maart 2028"]


def test_a_period_that_only_the_schedule_tells_is_no_law() -> None:
    text = rows("| Folder drukken | Jan | 1 mei 2026 | |", "| Kaart drukken | Jan | 1 juni 2027 | |")
    assert found("PLN005", text, "software") == []


def test_reversed_dates_of_the_plan_are_another_rules_business() -> None:
    text = plan("2026-12-18", "2026-01-05", rows("| Folder drukken | Jan Bos | 1 juni 2026 | |"))
    assert found("PLN005", text, "software") == []
    assert found("MET004", text, "software")


def test_most_dates_outside_are_one_finding_at_the_plans_own_date() -> None:
    lines = [f"| Folder {n} drukken | Jan Bos | {n} mei 2027 | |" for n in range(1, 6)]
    assert words_at("PLN005", plan("2026-01-05", "2026-12-18", rows(*lines)), "software") == ["2026-12-18"]


# ---------------------------------------------------------------- PLN001


@pytest.mark.parametrize(
    "words", ["We gaan voortvarend aan de slag.", "1. Voorbereiden\n2. Uitvoeren\n3. Afronden", "> Eerst dit, dan dat."]
)
def test_a_planning_without_any_time(words: str) -> None:
    assert words_at("PLN001", f"# Plan\n\n## Planning\n\n{words}\n", "software") == ["## Planning"]


@pytest.mark.parametrize(
    "words",
    [
        "De livegang is in mei.",
        "- Voorbereiden (2 weken)",
        "1. Voorbereiden\n2. Eerste week: testen",
        "Zie [de planning](planning.xlsx).",
        "De planning staat in Trello.",
        "De planning staat in bijlage 2.",
        "![tijdlijn](tijdlijn.png)",
        "```\nInrichten  ####\nTesten         ####\n```",
        "| Actie | Wie | Wanneer |\n|---|---|---|\n| Testen | Jan Bos | |",
        "Start: [datum]",
        "### Mei\n\nDe training.",
        "",
    ],
)
def test_a_planning_that_says_when_or_where_it_says_so(words: str) -> None:
    assert found("PLN001", f"# Plan\n\n## Planning\n\n{words}\n", "software") == []


@pytest.mark.parametrize("heading", ["Bewaking van de planning", "Verhouding tot de roadmap van de gemeente"])
def test_a_heading_that_only_mentions_the_planning(heading: str) -> None:
    assert found("PLN001", f"# Plan\n\n## {heading}\n\nWe overleggen samen.\n", "software") == []


# ---------------------------------------------------------------- PLN016

STEPS = [
    f"- {step}: {n} mei 2026" for n, step in enumerate(["Kiezen", "Inrichten", "Koppelen", "Testen", "Trainen"], 1)
]


def rollout(last: str) -> str:
    return "\n".join(["# Plan", "", "## Planning", "", *STEPS, last, ""])


def test_a_plan_that_goes_live_without_saying_how() -> None:
    assert len(found("PLN016", rollout("- Livegang: 1 juni 2026"), "software")) == 1
    assert found("PLN016", rollout("- Livegang: 1 juni 2026"), "ips-onderwijs") == []


@pytest.mark.parametrize(
    "last", ["- Livegang per locatie: 1 juni 2026", "- Livegang: 1 juni 2026, in één keer", "- Vieren: 1 juni 2026"]
)
def test_a_plan_that_says_how_or_does_not_go_live(last: str) -> None:
    assert found("PLN016", rollout(last), "software") == []


def test_a_small_plan_has_nothing_to_divide() -> None:
    assert found("PLN016", "# Plan\n\n## Planning\n\n- Livegang: 1 juni 2026\n", "software") == []

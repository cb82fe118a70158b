from __future__ import annotations

import pytest

from tests.checks.said import found, words_at

GOAL = "## Doelen\n\n1. Op 1 juni 2026 zijn alle 40 medewerkers opgeleid.\n\n"
DATA = (
    "## Gegevensverzameling\n\n"
    "| Gegevens | Wie legt vast | Hoe | Wanneer | Waarmee/waarin |\n|---|---|---|---|---|\n"
    "| Aantal plaatsingen | Sanne de Wit | telling | elke maand | EPD |\n"
)


def monitoring(*lines: str) -> str:
    return "\n".join(["## Monitoring", "", *lines, ""])


# ---------------------------------------------------------------- is anything measured


@pytest.mark.parametrize(
    "sentence",
    [
        "Halverwege doen we een meting onder alle teams.",
        "De teamleider houdt een steekproef van dertig dossiers.",
        "We werken volgens PDCA.",
        "The team lead shows the dashboard in every stand-up.",
    ],
)
def test_a_sentence_about_measuring_will_do_anywhere(sentence: str) -> None:
    assert found("MON001", f"{GOAL}## Acties\n\n{sentence}\n", "sociaal-werk") == []


def test_what_is_measured_today_is_no_plan() -> None:
    text = f"## Huidige situatie\n\nTwee jaar geleden is een meting gedaan.\n\n{GOAL}"
    assert len(found("MON001", text, "sociaal-werk")) == 1


def test_a_table_drawn_with_characters_holds_something() -> None:
    drawn = monitoring("```", "| KPI     | nu  | straks |", "| Uptime  | 98% | 99%    |", "```")
    assert found("MON001", drawn, "algemeen") == []
    assert found("MON001", monitoring("Volgt nog."), "algemeen")


def test_a_missing_part_is_told_once() -> None:
    text = f"{GOAL}## Acties\n\n- Training geven (wie: Jan Bos, wanneer: 1 mei 2026)\n"
    assert found("STR001", text, "algemeen")
    assert found("MON001", text, "algemeen") == found("MON002", text, "algemeen") == []


# ---------------------------------------------------------------- indicators


@pytest.mark.parametrize(
    "sentence",
    [
        "Elke maand tellen we het aantal aanmeldingen.",
        "We volgen de wachttijd aan de balie.",
        "Minder dan 5% van de aanvragen gaat terug.",
        "We follow the response time of the service desk.",
    ],
)
def test_a_named_figure_is_an_indicator(sentence: str) -> None:
    assert found("MON002", monitoring(sentence), "algemeen") == []


def test_measurable_goals_may_be_what_is_measured() -> None:
    text = monitoring("Elke maand gaan we na hoe het met de doelen staat.")
    assert found("MON002", GOAL + text, "algemeen") == []
    assert words_at("MON002", "## Doelen\n\n1. Beter samenwerken.\n\n" + text, "algemeen") == ["## Monitoring"]


# ---------------------------------------------------------------- targets


@pytest.mark.parametrize(
    "name", ["Uptime ≥ 99,5%", "Minder dan 5 klachten per week", "Klanttevredenheid van 7,1 naar 7,8"]
)
def test_a_target_may_stand_in_the_name(name: str) -> None:
    text = monitoring("| KPI | Nulmeting | Wie |", "|---|---|---|", f"| {name} | - | Jan Bos |")
    assert found("MON003", text, "software") == []


def test_a_scale_and_a_number_in_front_are_no_target() -> None:
    text = monitoring("| KPI | Doelwaarde |", "|---|---|", "| KPI-1 Tevredenheid docenten (1-10) | |")
    assert len(found("MON003", text, "algemeen")) == 1


def test_a_column_of_unknown_meaning_may_hold_the_target() -> None:
    known = monitoring("| KPI | Nulmeting |", "|---|---|", "| Klanttevredenheid | 7,1 |")
    unknown = monitoring("| KPI | Nulmeting | Groen vanaf |", "|---|---|---|", "| Klanttevredenheid | 7,1 | 7,8 |")
    assert len(found("MON003", known, "software")) == 1
    assert found("MON003", unknown, "software") == []


def test_items_below_monitoring_are_not_all_indicators() -> None:
    text = monitoring("- Richt dashboards in", "- Bespreek de cijfers in het teamoverleg")
    assert found("MON003", text, "algemeen") == []
    called = "## KPI's\n\n- Gebruikersadoptie\n- Kwaliteit\n"
    assert len(found("MON003", called, "algemeen")) == 2


# ---------------------------------------------------------------- rows


def test_a_row_is_told_once_and_by_this_rule() -> None:
    text = DATA + "| Gestarte trajecten | | telling | | EPD |\n"
    (only,) = found("MON005", text, "ips-onderwijs")
    assert "Wie legt vast en Wanneer" in only.message
    assert found("ACT002", text, "ips-onderwijs") == found("ACT003", text, "ips-onderwijs") == []


def test_a_missing_column_is_the_profiles_business() -> None:
    text = (
        DATA.replace(" Waarmee/waarin |", "")
        .replace("|---|---|---|---|---|", "|---|---|---|---|")
        .replace(" EPD |", "")
    )
    assert found("STR008", text, "ips-onderwijs")
    assert found("MON005", text, "ips-onderwijs") == []


def test_idem_and_a_merged_header_are_filled() -> None:
    text = (
        "## Gegevensverzameling\n\n| Gegevens | Wie legt vast | Hoe/waarmee | Wanneer |\n|---|---|---|---|\n"
        "| Aantal plaatsingen | Sanne de Wit | telling in EPD | elke maand |\n| Uitval | idem | telling | idem |\n"
    )
    assert found("MON005", text, "ips-onderwijs") == []


# ---------------------------------------------------------------- feedback


@pytest.mark.parametrize(
    "sentence",
    [
        "De projectleider rapporteert elk kwartaal aan de stuurgroep.",
        "Het team bespreekt de cijfers in de teamvergadering.",
        "Jan Bos koppelt de uitkomsten na elke meting terug.",
        "The team lead reports the results to the board in March.",
    ],
)
def test_who_hears_the_results(sentence: str) -> None:
    assert found("MON006", f"{DATA}\n{sentence}\n", "ips-onderwijs") == []


def test_the_questions_of_the_format_feed_nothing_back() -> None:
    question = "- Wanneer vindt de terugkoppeling plaats?\n\n"
    text = DATA.replace("\n\n| Gegevens", f"\n\n{question}| Gegevens")
    assert words_at("MON006", text, "ips-onderwijs") == ["## Gegevensverzameling"]


def test_criteria_for_success_are_no_measurements() -> None:
    text = "## Succescriteria\n\n- De webshop is zonder internet te gebruiken\n- Bestellingen worden opgeslagen\n"
    assert found("MON006", GOAL + text, "algemeen") == []

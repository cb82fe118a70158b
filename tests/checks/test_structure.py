from __future__ import annotations

from tests.checks.said import found, words_at

PARTS = "# Buurtmaatjes\n\n## Context\n\nVeel ouderen wonen alleen.\n\n"


def missing(text: str, profile: str) -> list[str]:
    return [one.message.partition("'")[2].partition("'")[0] for one in found("STR001", text, profile)]


def test_three_dated_actions_are_a_planning_and_two_are_not() -> None:
    rows = [f"| Stap {day} | Sanne de Wit | 0{day}-05-2026 |" for day in (1, 2, 3)]
    table = "# CRM\n\n## Acties\n\n| Actie | Wie | Wanneer |\n|---|---|---|\n"
    assert "Planning" not in missing(table + "\n".join(rows) + "\n", "algemeen")
    assert "Planning" in missing(table + "\n".join(rows[:2]) + "\n", "algemeen")


def test_a_gantt_chart_is_a_planning() -> None:
    assert "Planning" not in missing("# CRM\n\n```mermaid\ngantt\n  title CRM\n```\n", "algemeen")


def test_a_part_that_the_plan_rules_out_is_not_missing_as_well() -> None:
    text = "# CRM\n\n## Buiten scope\n\n- Nazorg\n"
    assert "Nazorg" not in missing(text, "software")


def test_an_empty_heading_is_empty_and_not_missing() -> None:
    text = PARTS + "## Bevorderende en belemmerende factoren\n\n## Strategieën\n\nEen vaste begeleider.\n"
    assert missing(text, "sociaal-werk") == []
    assert words_at("STR002", text, "sociaal-werk") == ["## Bevorderende en belemmerende factoren"]


def test_a_document_that_is_no_plan_gets_one_finding_and_a_plan_gets_one_for_each_part() -> None:
    assert len(found("STR001", "# Notulen\n\nWe spraken over de lunch.\n")) == 1
    assert len(found("STR001", "# Notulen\n\nWe spraken over de lunch.\n", "sociaal-werk")) == 4


def test_a_reason_must_be_a_reason() -> None:
    bare = PARTS + "## Nazorg\n\nNiet van toepassing.\n"
    assert found("STR002", bare, "sociaal-werk") == []
    assert found("STR002", PARTS + "## Nazorg\n\n***\n", "sociaal-werk") != []


def test_subtitles_and_field_headings_are_no_empty_parts() -> None:
    text = "# Plan\n\n### Voor team Noord\n\n## Auteur: Sanne de Wit\n\n## [Bijlage](bijlage.md)\n\nTekst.\n"
    assert found("STR002", text) == []


def test_a_goal_without_words_is_told_once() -> None:
    text = "# CRM\n\n## Doelen\n\n### Doel 1\n\nOp 1 mei 2026 werkt 90% ermee.\n\n### Doel 2\n\n## Scope\n\nAlles.\n"
    assert words_at("STR004", text, "algemeen") == ["### Doel 2"] or words_at("STR004", text, "algemeen") == ["Doel 2"]
    assert found("STR002", text, "algemeen") == []


def test_goals_of_two_lists_may_have_the_same_number() -> None:
    text = (
        "# CRM\n\n## Doelen\n\n### Korte termijn\n\n- Doel 1: Op 1 mei 2026 werkt 90% ermee.\n\n"
        "### Lange termijn\n\n- Doel 1: Op 1 mei 2027 zijn er 20 klachten.\n"
    )
    assert found("STR013", text) == []
    assert len(found("STR013", text.replace("### Lange termijn\n\n", ""))) == 1


def test_a_number_is_the_same_with_and_without_a_zero_or_a_dash() -> None:
    table = "# CRM\n\n## Risico's\n\n| Nr | Risico | Maatregel |\n|---|---|---|\n| R-01 | Uitval | A |\n"
    (only,) = found("STR013", table + "| R1 | Vertraging | B |\n")
    assert only.related[0].start == (7, 3)
    assert found("STR013", table + "| ~~R1~~ | ~~Vertraging~~ | ~~B~~ |\n") == []


def test_a_heading_that_a_converter_tore_apart_is_no_part() -> None:
    torn = "# CRM\n\nWe bellen.\n\n## Risico Ernst (hoog-\n\n## laag)\n\n## Maatregel\n\n## Planning\n\nIn mei.\n"
    assert found("STR002", torn) == []
    whole = torn.replace("(hoog-", "").replace("laag)", "Ernst")
    assert words_at("STR002", whole) == ["## Risico Ernst", "## Ernst", "## Maatregel"]


def test_a_heading_without_words_is_no_part() -> None:
    assert (
        found("STR002", '# CRM\n\nWe bellen.\n\n## []{#_Toc1}\n\n## <a id="b"></a>\n\n## Planning\n\nIn mei.\n') == []
    )


def test_a_title_above_guidance_is_no_empty_section() -> None:
    text = "# Plan van aanpak\n\n<!-- Vul elk onderdeel in. -->\n\n## Nazorg\n\n<!-- Wie helpt? -->\n\n## Bijlagen\n"
    assert "Plan van aanpak" not in words_at("STR002", text)

from __future__ import annotations

from tests.checks.said import found, words_at

ACTIONS = "# CRM\n\n## Acties\n\n| Actie | Wie | Wanneer | Doel |\n|---|---|---|---|\n"


def test_a_missing_column_silences_the_cells_below_it() -> None:
    text = "# CRM\n\n## Acties\n\n| Actie | Wie |\n|---|---|\n| Testen | Jan |\n| Trainen | Els |\n"
    assert words_at("STR008", text, "algemeen") == ["Actie | Wie"]
    assert found("ACT003", text, "algemeen") == []


def test_a_second_table_is_judged_by_its_own_columns() -> None:
    text = ACTIONS + "| Testen | Jan | 1 mei 2026 | 1 |\n\n| Fase | Kleur |\n|---|---|\n| 1 | rood |\n"
    assert found("STR008", text, "algemeen") == []


def test_an_html_table_has_columns_but_no_rows_that_fall_apart() -> None:
    text = (
        "# CRM\n\n## Acties\n\n<table>\n<tr><th>Actie</th><th>Wie</th></tr>\n"
        '<tr><td colspan="2">Testen</td></tr>\n<tr><td>A</td><td>B</td><td>C</td></tr>\n</table>\n'
    )
    assert len(found("STR008", text, "algemeen")) == 1
    assert found("STR010", text, "algemeen") == []


def test_a_row_that_lacks_only_its_mark_at_the_end_gives_a_tip() -> None:
    marked = ACTIONS.replace("Doel", "Gereed")
    (tip,) = found("STR010", marked + "| Testen | Jan | 1 mei 2026 |\n", "algemeen")
    assert tip.severity == "info"
    (short,) = found("STR010", marked + "| Testen | Jan |\n", "algemeen")
    assert "Wanneer en Gereed" in short.message
    assert found("ACT003", marked + "| Testen | Jan |\n", "algemeen") == []


def test_one_bar_too_many_at_the_end_loses_nothing() -> None:
    assert found("STR010", ACTIONS + "| Testen | Jan | 1 mei 2026 | 1 | | |\n", "algemeen") == []
    assert len(found("STR010", ACTIONS + "| Testen | Jan | 1 mei 2026 | 1 | | x |\n", "algemeen")) == 1


def test_a_broken_table_in_a_list_or_quote_is_seen() -> None:
    assert len(found("STR010", "# CRM\n\n> | Actie | Wie |\n> | Testen | Jan |\n")) == 1
    assert len(found("STR010", "# CRM\n\n- Acties:\n\n  | Actie | Wie |\n  | Testen | Jan |\n")) == 1


def test_lines_without_a_bar_in_front_are_a_table_from_three_on() -> None:
    links = "# CRM\n\nDoelen | Scope | Acties\nBegin | Midden | Einde\n"
    assert found("STR010", links) == []
    assert len(found("STR010", f"{links}Een | Twee | Drie\n")) == 1


def test_a_row_with_a_letter_before_its_number_is_a_row_of_the_template() -> None:
    text = (
        "# CRM\n\n## Acties\n\n| Nr | Actie | Wie | Wanneer |\n|---|---|---|---|\n| A1 | | | |\n| A2 | Testen | | |\n"
    )
    assert words_at("STR009", text, "algemeen") == ["| A1 | | | |"]
    assert len(found("ACT002", text, "algemeen")) == 1

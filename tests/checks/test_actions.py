from __future__ import annotations

import pytest

from tests.checks.said import found, words_at

HEAD = "## Acties\n\n| Actie | Wie | Wanneer |\n|---|---|---|\n"


def listed(*items: str) -> str:
    return "## Acties\n\n" + "".join(f"- {item}\n" for item in items)


@pytest.mark.parametrize("blank", ["", "n.t.b.", "?", "[naam]", "TBD", "..."])
def test_a_placeholder_names_nobody(blank: str) -> None:
    assert found("ACT002", f"{HEAD}| Kaart maken | {blank} | 1 mei 2026 |\n", "algemeen")


@pytest.mark.parametrize(
    "owner",
    ["Sanne de Wit", "Ma", "functioneel beheerder", "team Noord", "IPS-team Noord", "idem", "*Jan*", "iedereen"],
)
def test_words_in_the_cell_name_somebody(owner: str) -> None:
    text = f"{HEAD}| Kaart maken | Sanne de Wit | 1 mei 2026 |\n| Kaart drukken | {owner} | 1 mei 2026 |\n"
    assert found("ACT002", text, "algemeen") == []


def test_six_items_without_a_name_are_named_one_by_one_and_seven_are_not() -> None:
    items = [f"Wijk {number} bezoeken in mei 2026" for number in range(1, 8)]
    assert len(found("ACT002", listed(*items[:6]), "algemeen")) == 6
    [all_at_once] = found("ACT002", listed(*items), "algemeen")
    assert "7 acties" in all_at_once.message


def test_in_a_list_that_keeps_owners_the_forgotten_one_is_named() -> None:
    items = [f"Wijk {number} bezoeken (Sanne de Wit, mei 2026)" for number in range(1, 8)]
    assert words_at("ACT002", listed(*items, "Wijk 9 bezoeken in mei 2026"), "algemeen") == [
        "Wijk 9 bezoeken in mei 2026"
    ]


def test_a_merged_cell_of_who_and_when_is_read_for_both() -> None:
    text = "## Acties\n\n| Actie | Wie/wanneer |\n|---|---|\n| Kaart maken | Sanne de Wit, 1 mei 2026 |\n"
    assert found("ACT002", text, "algemeen") == []
    assert found("ACT003", text, "algemeen") == []


@pytest.mark.parametrize("when", ["week 12 2026", "Q2 2026", "eind mei", "na akkoord van de OR", "doorlopend", "zsm"])
def test_any_words_for_when_are_a_date_or_the_business_of_another_rule(when: str) -> None:
    assert found("ACT003", f"{HEAD}| Kaart maken | Jan Bos | {when} |\n", "algemeen") == []


def test_words_that_cannot_be_read_as_a_time_are_not_called_vague() -> None:
    text = f"{HEAD}| Kaart maken | Jan Bos | zodra de haring er is |\n"
    assert found("ACT003", text, "algemeen") == []
    assert found("ACT005", text, "algemeen") == []


def test_a_checklist_outside_the_work_asks_nobody() -> None:
    text = "## Kwaliteit\n\n- [ ] Het document is gespeld\n- [ ] De links werken\n"
    assert found("ACT002", text, "algemeen") == []
    assert found("ACT003", text, "algemeen") == []


def test_a_stranger_is_named_once_under_the_first_form_of_the_name() -> None:
    text = (
        "## Projectteam\n\n- Projectleider: Nadia Bakker\n\n"
        f"{HEAD}| Testen | Rutger Kamp | mei 2026 |\n| Meten | R. Kamp | juni 2026 |\n| Lezen | Nadia | juni 2026 |\n"
    )
    [stranger] = found("ACT009", text, "algemeen")
    assert "'Rutger Kamp' heeft 2 acties" in stranger.message


@pytest.mark.parametrize("owner", ["ISO 9001", "IT Support", "afdeling ICT", "het team", "Kilometrix"])
def test_who_is_no_person_is_no_stranger(owner: str) -> None:
    text = f"## Projectteam\n\n- Projectleider: Nadia Bakker\n\n{HEAD}| Testen | {owner} | mei 2026 |\n"
    assert found("ACT009", text, "algemeen") == []


def test_an_action_is_late_from_the_day_after_its_last_day() -> None:
    table = "## Acties\n\n| Actie | Wie | Wanneer | Gereed |\n|---|---|---|---|\n"
    done = "| Kaart maken | Jan Bos | 2 februari 2026 | ja |\n"
    assert found("ACT011", f"{table}{done}| Drukken | Jan Bos | 1 maart 2026 | |\n", "algemeen") == []
    [late] = found("ACT011", f"{table}{done}| Drukken | Jan Bos | februari 2026 | |\n", "algemeen")
    assert "28 februari 2026" in late.message
    assert "dagen te laat: 1)" in late.message


def test_columns_of_a_row_in_html_are_pointed_at_as_well() -> None:
    text = (
        "## Acties\n\n<table>\n<tr><th>Actie</th><th>Wie</th><th>Wanneer</th></tr>\n"
        "<tr><td>Kaart maken</td><td></td><td>mei 2026</td></tr>\n</table>\n"
    )
    [gap] = found("ACT002", text, "algemeen")
    assert gap.start.line == 5


_TEAM = (
    "## Projectorganisatie\n\n| Rol | Naam |\n|---|---|\n| Projectleider | Sanne de Wit |\n| Opleider | Piet Jansen |\n"
)


def _work_for(*owners: str) -> str:
    rows = "".join(
        f"| Handleiding {number} schrijven | {owner} | 1 mei 2026 |\n" for number, owner in enumerate(owners)
    )
    return f"# Plan\n\n{_TEAM}\n## Acties\n\n| Actie | Wie | Wanneer |\n|---|---|---|\n{rows}"


def test_every_spelling_of_the_organisation_is_known() -> None:
    owners = ["S. de Wit", "dhr. Jansen", "PJ", "projectmanager", "Piet Jansen (opleider)", "team Zuid", "Sanne, Piet"]
    assert words_at("ACT009", _work_for(*owners), "algemeen") == []


def test_one_finding_for_each_stranger_with_the_name_that_was_probably_meant() -> None:
    said = found("ACT009", _work_for("Sanne de Witt", "A. Jansen", "Anja Jansen", "Kees Boer"), "algemeen")
    assert [one.message.partition("voor")[2][:30] for one in said] == [
        ". Bedoel je 'Sanne de Wit'?",
        ". Bedoel je 'Piet Jansen'?",
        ": voeg deze naam of rol daar t",
    ]


def test_the_rhythm_of_one_of_the_things_that_an_item_lists_is_not_that_of_the_item() -> None:
    assert found("ACT006", listed("Bouw: kasten ontwerpen, dagelijkse controle, planken zagen."), "algemeen") == []
    assert found("ACT006", listed("Bouw: kasten ontwerpen, planken zagen, dagelijks opruimen."), "algemeen") != []

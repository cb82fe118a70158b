from __future__ import annotations

import pytest

from tests.checks.said import found, words_at


def matter(*lines: str, body: str = "# CRM\n") -> str:
    return "\n".join(["---", *lines, "---", body])


@pytest.mark.parametrize("start", ["\ufeff---\n", "\n\n---\n", "---  \n", "---\r\n"])
def test_front_matter_is_there_however_its_first_line_is_saved(start: str) -> None:
    assert found("MET001", f"{start}titel: CRM\n---\n# CRM\n") == []


def test_an_empty_file_lacks_front_matter_and_nothing_crashes() -> None:
    (only,) = found("MET001", "")
    assert only.start == (1, 1)
    assert found("MET002", "") == []


def test_behind_a_fault_in_the_yaml_no_field_is_said_to_be_missing() -> None:
    text = matter("titel: CRM", "organisatie: 'Linden", "datum: 2026-02-01")
    assert [one.severity for one in found("MET001", text)] == ["error"]
    assert found("MET002", text) == []


def test_a_field_given_twice_hides_no_other_field() -> None:
    text = matter("titel: CRM", "titel: CRM 2", "profiel: algemeen", "datum: 2026-02-01")
    assert words_at("MET001", text) == ["titel: CRM 2"]
    assert ["organisatie" in one.message for one in found("MET002", text)] == [True]


@pytest.mark.parametrize("value", ["", "~", "n.t.b.", "[naam organisatie]", "<organisatie>", "...", "TBD"])
def test_a_blank_in_a_required_field_is_told_once(value: str) -> None:
    text = matter("titel: CRM", "profiel: algemeen", f"organisatie: {value}", "datum: 2026-02-01")
    assert len(found("MET002", text)) == 1
    assert found("STR004", text) == []


@pytest.mark.parametrize(
    "value", ["[Kilometrix]", "[Kilometrix, Wonenplus]", "\n  - naam: Kilometrix", "{naam: Kilometrix}"]
)
def test_a_list_of_names_is_no_blank(value: str) -> None:
    text = matter("profiel: software", f"leveranciers: {value}")
    assert [one for one in found("MET002", text) if "leveranciers" in one.message] == []
    assert found("STR004", text) == []


def test_a_profile_from_outside_is_as_good_as_one_in_the_front_matter() -> None:
    text = matter("titel: CRM", "organisatie: Linden", "datum: 2026-02-01")
    assert len(found("MET002", text)) == 1
    assert found("MET006", text) == []
    assert found("MET002", text, profile="algemeen") == []


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("2026-02-30", "bestaat niet"),
        ("02/25/2026", "bestaat niet"),
        ("eens", "niet als datum te lezen"),
        ("Q3 2026", "noemt geen dag"),
    ],
)
def test_a_date_that_is_none_is_told_in_its_own_words(written: str, expected: str) -> None:
    (only,) = found("MET004", matter(f"startdatum: {written}"))
    assert expected in only.message
    assert written in only.message


@pytest.mark.parametrize("written", ["2026-02-01", "01-02-2026", "1 februari 2026", "'2026-02-01'", "2026-02-01 10:30"])
def test_a_date_may_be_written_in_many_ways(written: str) -> None:
    assert found("MET004", matter(f"startdatum: {written}")) == []


def test_a_start_in_the_text_is_not_compared_with_an_end_in_the_front_matter() -> None:
    text = matter("einddatum: 2026-06-01", body="# CRM\n\nStartdatum: 1 september 2026\n")
    assert found("MET004", text) == []


def test_a_plan_that_waits_for_nobody_is_not_outdated() -> None:
    old = ("status: in uitvoering", "laatst_bijgewerkt: 2024-01-01")
    assert found("MET003", matter(*old)) == []
    assert len(found("MET003", matter(*old, "einddatum: 2026-12-01"))) == 1

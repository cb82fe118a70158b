"""Words compared the way a reader does."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from implan_lint.plan.words import fold, fold_keeping_places, phrase_pattern


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Risico’s", "risico's"),
        ("  Implementatie-\u00a0 STRATEGIEËN ", "implementatie- strategieen"),
        ("2025–2026", "2025-2026"),
        ("één\u00adling", "eenling"),
        ("Straße", "strasse"),
        ("ﬁlm", "film"),
        ("", ""),
    ],
)
def test_fold(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(st.text())
def test_fold_is_done_after_one_time(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_folding_in_place_keeps_every_place(text: str) -> None:
    assert len(fold_keeping_places(text)) == len(text)


@pytest.mark.parametrize(
    ("phrases", "text", "found"),
    [
        (["scope"], "de scope.", ["scope"]),
        (["scope"], "scopebewaking", []),
        (["scope"], "microscope", []),
        (["scope*"], "scopebewaking", ["scopebewaking"]),
        (["*scope"], "projectscope en it-scope", ["projectscope", "it-scope"]),
        (["buiten scope", "scope"], "buiten  scope", ["buiten  scope"]),
        (["n.v.t."], "n.v.t.", ["n.v.t."]),
        (["√"], "√ klaar", ["√"]),
        (["€"], "kosten (€)", ["€"]),
        (["Één"], "een", ["een"]),
        (["mt"], "test-mt", []),
        ([], "alles", []),
        ([""], "alles", []),
    ],
)
def test_phrases(phrases: list[str], text: str, found: list[str]) -> None:
    assert phrase_pattern(phrases).findall(text) == found

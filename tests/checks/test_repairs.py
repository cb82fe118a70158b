"""What rules mend in lists and tables: exactly that, and the rest of the plan stays."""

from __future__ import annotations

import pytest

from tests.checks.mended import mended
from tests.checks.said import found


def goals(*lines: str, words: str = "") -> str:
    return "\n".join(["# Invoering", "", "## Doelen", "", *lines, "", words, ""])


ENGLISH = "The plan is about the rollout of the package and the training of all the planners."


class TestNumbersOfGoals:
    def test_items_get_a_number_before_their_words(self) -> None:
        text = goals(
            "- **Op 1 juni 2026** ligt de tevredenheid op 8,0.", "* [ ] _Op 1 mei 2026_ zijn 12 planners opgeleid."
        )
        assert mended("DOE019", text) == goals(
            "- Doel 1: **Op 1 juni 2026** ligt de tevredenheid op 8,0.",
            "* [ ] Doel 2: _Op 1 mei 2026_ zijn 12 planners opgeleid.",
        )

    def test_in_the_language_of_the_plan(self) -> None:
        lines = "By 1 June 2026 satisfaction is 8.0.", "By 1 May 2026 12 planners are trained."
        text = goals(*(f"- {line}" for line in lines), words=ENGLISH)
        wanted = goals(*(f"- Goal {number}: {line}" for number, line in enumerate(lines, 1)), words=ENGLISH)
        assert mended("DOE019", text) == wanted

    def test_on_over_several_lists(self) -> None:
        text = goals(
            "### Korte termijn", "", "- Op 1 juni 2026 is de wachttijd 4 weken.", "",
            "### Lange termijn", "", "- Op 1 juni 2028 is de wachttijd 2 weken.",
        )  # fmt: skip
        assert "- Doel 1: Op 1 juni 2026" in mended("DOE019", text)
        assert "- Doel 2: Op 1 juni 2028" in mended("DOE019", text)

    def test_an_empty_number_column_is_filled(self) -> None:
        text = goals(
            "| Nr | Doel | Termijn |",
            "|----|------|---------|",
            "|    | De tevredenheid ligt op 8,0 | 1 juni 2026 |",
            "|| 12 planners zijn opgeleid | 1 mei 2026 |",
        )
        assert mended("DOE019", text) == goals(
            "| Nr | Doel | Termijn |",
            "|----|------|---------|",
            "| 1  | De tevredenheid ligt op 8,0 | 1 juni 2026 |",
            "|2| 12 planners zijn opgeleid | 1 mei 2026 |",
        )

    @pytest.mark.parametrize(
        "lines",
        [
            ("Op 1 juni 2026 ligt de tevredenheid op 8,0.", "", "Op 1 mei 2026 zijn 12 planners opgeleid."),
            (
                "| Doel | Termijn |",
                "|---|---|",
                "| De tevredenheid ligt op 8,0 | 1 juni |",
                "| 12 planners opgeleid | 1 mei |",
            ),
            ("> - Op 1 juni 2026 ligt de tevredenheid op 8,0.", "> - Op 1 mei 2026 zijn 12 planners opgeleid."),
        ],
    )
    def test_goals_without_a_place_for_a_number_stay(self, lines: tuple[str, ...]) -> None:
        assert mended("DOE019", goals(*lines), unsafe=True) == goals(*lines)

    def test_where_the_items_may_be_no_goals_at_all_somebody_must_look(self) -> None:
        text = goals("- Het rooster is prettig in het gebruik.", "- Op 1 mei 2026 zijn 12 planners opgeleid.")
        assert mended("DOE019", text) == text
        assert "- Doel 1: Het rooster is prettig" in mended("DOE019", text, unsafe=True)

    def test_where_the_plan_has_numbers_in_mind_already_somebody_must_look(self) -> None:
        text = goals(
            "- Op 1 juni 2026 ligt de tevredenheid op 8,0.", "- Op 1 mei 2026 zijn 12 planners opgeleid.", "",
            "## Acties", "",
            "| Doel nr | Actie | Wie | Wanneer |", "|---|---|---|---|", "| 2 | Opleiden | Sanne | 1 mei |",
        )  # fmt: skip
        assert mended("DOE019", text) == text
        assert "- Doel 2: Op 1 mei 2026" in mended("DOE019", text, unsafe=True)


def actions(*lines: str) -> str:
    return "\n".join(["# Invoering", "", "## Acties", "", *lines, ""])


class TestColumns:
    def test_a_missing_column_comes_empty_at_the_right(self) -> None:
        text = actions("| Actie | Wie |", "|-------|:---:|", "| Opleiden | Sanne |", "| Meten | Omar |")
        assert mended("STR008", text, "algemeen") == text
        assert mended("STR008", text, "algemeen", unsafe=True) == actions(
            "| Actie | Wie | Wanneer |",
            "|-------|:---:| ------- |",
            "| Opleiden | Sanne |         |",
            "| Meten | Omar |         |",
        )

    def test_rows_that_are_too_short_or_open_are_closed(self) -> None:
        text = actions("Actie | Wie", "---|---", "Opleiden | Sanne", "| Meten")
        assert mended("STR008", text, "algemeen", unsafe=True) == actions(
            "Actie | Wie | Wanneer |", "---|--- | ------- |", "Opleiden | Sanne |         |", "| Meten |  |         |"
        )

    @pytest.mark.parametrize("row", ["| Opleiden | Sanne | nog iets |", "| Opleiden | Sanne | <!-- zie bijlage -->"])
    def test_rows_that_do_not_fit_are_left_alone(self, row: str) -> None:
        text = actions("| Actie | Wie |", "|-------|-----|", "| Meten | Omar |", row)
        assert mended("STR008", text, "algemeen", unsafe=True) == text

    def test_the_new_cells_are_asked_for(self) -> None:
        text = actions("| Actie | Wie |", "|-------|-----|", "| Opleiden | Sanne |")
        assert found("ACT003", text, "algemeen") == []
        assert len(found("ACT003", mended("STR008", text, "algemeen", unsafe=True), "algemeen")) == 1


def numbered(*numbers: str, words: str = "Opleiden") -> str:
    rows = [f"| {number} | {words} {place} | Sanne | 1 mei 2026 |" for place, number in enumerate(numbers)]
    return actions("| Nr | Actie | Wie | Wanneer |", "|----|-------|-----|---------|", *rows)


class TestNumbersOfRows:
    @pytest.mark.parametrize(
        ("numbers", "become"),
        [
            (("1", "2", "3", "  "), ("1", "2", "3", "4 ")),
            (("1", "  ", "2", "3"), ("1", "4 ", "2", "3")),
            (("A01", "A02", "A03", "    "), ("A01", "A02", "A03", "A04 ")),
            (("1.", "2.", "5.", ""), ("1.", "2.", "5.", "6.")),
        ],
    )
    def test_a_row_gets_the_next_number(self, numbers: tuple[str, ...], become: tuple[str, ...]) -> None:
        assert mended("STR017", numbered(*numbers)) == numbered(*become)

    @pytest.mark.parametrize(
        "numbers",
        [("1", "", "2", "", "3"), ("1", "2", "2", ""), ("1", "1a", "2", ""), ("3", "2", "1", ""), ("1", "A2", "3", "")],
    )
    def test_where_numbers_mean_something_else_nothing_is_said(self, numbers: tuple[str, ...]) -> None:
        assert found("STR017", numbered(*numbers)) == []

    def test_an_empty_row_of_a_template_needs_no_number(self) -> None:
        assert found("STR017", numbered("1", "2", "3") + "|  |  |  |  |\n") == []

    def test_a_heading_row_needs_no_number(self) -> None:
        assert found("STR017", numbered("1", "2", "3") + "|  | **Fase 2** |  |  |\n") == []

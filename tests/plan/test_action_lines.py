"""Work in the lines of a paragraph, and single first names of people whom the plan knows."""

from __future__ import annotations

import pytest

from implan_lint.plan.model import Origin
from tests.plan.reading import read, texts, who_and_when, words

TEAM = "# Plan\n\n## Projectorganisatie\n\n- Projectleider: Jan de Boer\n\n"


def test_lines_that_say_who_and_when() -> None:
    body = """## Acties

Inleidende tekst.
Actie 1: Handleiding schrijven (wie: Jan de Boer, wanneer: 1 mei 2026)
Actie 2: Training geven aan iedereen
die dat wil (wie: Jan, wanneer: n.t.b.)

Archief opruimen (wie: team Zuid, wanneer: 2 mei 2026)
"""
    plan = read(TEAM + body)
    assert [
        (action.line, words(action.owner), words(action.when), words(action.when_blank)) for action in plan.actions
    ] == [
        (10, "Jan de Boer", "1 mei 2026", None),
        (11, "Jan", None, "n.t.b."),
        (14, "team Zuid", "2 mei 2026", None),
    ]
    assert {action.place.origin for action in plan.actions} == {Origin.SENTENCE}
    assert plan.actions[1].text.startswith("Actie 2: Training geven aan iedereen die dat wil")


@pytest.mark.parametrize(
    "line",
    [
        "Actie 3 gaat over de handleiding.",
        "Wie: Jan de Boer, wanneer: 1 mei 2026",
        "We doen dit samen (wie: allemaal).",
        "Zie actie 2: daar staat het.",
    ],
)
def test_lines_that_are_no_work(line: str) -> None:
    assert texts(read(f"{TEAM}## Acties\n\n{line}\n").actions) == []


def test_a_first_name_in_brackets_of_somebody_the_plan_knows() -> None:
    plan = read(f"{TEAM}## Acties\n\n- Testen (Jan)\n- Bouwen (Kees)\n- Vullen (Intranet)\n")
    assert [who_and_when(action)[1] for action in plan.actions] == ["Jan", None, None]

"""`show` says how each thing was found where that is not beyond doubt."""

from __future__ import annotations

import json

import pytest

from implan_lint.diagnostic import Confidence
from implan_lint.plan.model import Origin, Place
from implan_lint.reporters.certainty import certainty
from implan_lint.reporters.terminal import View
from implan_lint.reporters.tree import render_tree
from implan_lint.reporters.understanding import understanding
from tests.plan.reading import read

PLAN = """
    # CRM

    ## Acties

    | Actie | Wie | Wanneer |
    |---|---|---|
    | Folder maken | Sanne de Wit | 15-03-2026 |

    ## Risico's

    - Uitval van de koppeling: kans groot, maatregel: eerst proefdraaien.
"""


@pytest.mark.parametrize(
    ("language", "words"),
    [("nl", "uit een lijst gelezen, redelijk zeker"), ("en", "read from a list, fairly sure")],
)
def test_the_tree_says_it_of_the_list_and_not_of_the_table(language: str, words: str) -> None:
    lines = render_tree(read(PLAN), View(language, color=False, width=100)).splitlines()
    assert [line for line in lines if words in line] == [
        line for line in lines[lines.index("") :] if line.strip().startswith(words)
    ]
    at = next(number for number, line in enumerate(lines) if "Uitval van de koppeling" in line)
    assert words in "\n".join(lines[at + 1 : at + 3])
    assert sum(words in line for line in lines) == 1


def test_the_json_says_it_of_everything() -> None:
    told = json.loads(json.dumps(understanding(read(PLAN))))
    (action,), (risk,) = told["actions"], told["risks"]
    assert (action["origin"], action["confidence"]) == ("table row", "high")
    assert (risk["origin"], risk["confidence"]) == ("list item", "medium")


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("origin", list(Origin))
@pytest.mark.parametrize("confidence", list(Confidence))
def test_every_way_of_reading_has_words(language: str, origin: Origin, confidence: Confidence) -> None:
    said = certainty(Place(origin, None, confidence=confidence), language)
    assert bool(said) == (confidence is not Confidence.HIGH)

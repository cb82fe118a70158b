"""Items among the work that are none: what to do if it goes wrong, what may come later, notes."""

from __future__ import annotations

import pytest

from tests.plan.reading import read, texts


def actions(body: str) -> list[str]:
    return texts(read(f"# Plan\n\n{body}\n").actions)


@pytest.mark.parametrize(
    "heading", ["Rollback en incidenten", "Terugvalscenario", "Als het misgaat", "Wat doen we als de proef mislukt?"]
)
def test_steps_of_a_fallback_are_no_planned_work(heading: str) -> None:
    steps = "1. Stop de uitrol\n2. Zet de oude lijst terug\n3. Bel het bestuur"
    assert actions(f"## {heading}\n\n{steps}") == []
    assert actions(f"## Acties\n\n- Folder maken\n\n### {heading}\n\n{steps}") == ["Folder maken"]


@pytest.mark.parametrize("lead", ["Terugval bij een storing:", "Mocht de livegang niet lukken en het misgaat:"])
def test_a_list_below_what_goes_wrong(lead: str) -> None:
    assert actions(f"## Acties\n\n- Folder maken\n\n{lead}\n\n- Stop de uitrol\n- Bel het bestuur") == ["Folder maken"]


def test_a_box_in_a_fallback_is_work() -> None:
    assert actions("## Rollback\n\n- [ ] Test het terugzetten\n- Zet terug") == ["Test het terugzetten"]


@pytest.mark.parametrize(
    "lead", ["**Optioneel later: een app** (klein), alleen als het loopt", "Nice to have:", "Optioneel:", "Later:"]
)
def test_what_may_come_later_is_no_work_now(lead: str) -> None:
    assert actions(f"## Acties\n\n- Folder maken\n\n{lead}\n\n- [ ] Bouw de app\n- Test de app") == ["Folder maken"]


@pytest.mark.parametrize("lead", ["Later dit jaar:", "Als de proef slaagt:", "Bij de start:"])
def test_planned_work_behind_a_moment_or_a_condition(lead: str) -> None:
    assert actions(f"## Acties\n\n{lead}\n\n- Bouw de app\n- Test de app") == ["Bouw de app", "Test de app"]


@pytest.mark.parametrize(
    "note", ["Let op: de zaal is klein", "**Werkwijze:** we werken in tweetallen", "N.B.: geen kosten"]
)
def test_a_note_on_the_work_is_none(note: str) -> None:
    assert actions(f"## Acties\n\n- Folder maken\n- {note}\n- Let op de veiligheid") == [
        "Folder maken",
        "Let op de veiligheid",
    ]

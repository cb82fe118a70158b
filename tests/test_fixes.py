"""What fixes promise, held against whole plans: those in `examples/`, and plans with all that can be mended in them."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from functools import partial
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from implan_lint.engine.fixing import Checker, Fixed, fix_text
from implan_lint.lint import Linter, Options

EXAMPLES = sorted((Path(__file__).parent.parent / "examples").rglob("*.md"))
FLAWED = [path for path in EXAMPLES if path.stem == "gebrekkig"]
LINTER = Linter(Options(today=date(2026, 3, 2), isolated=True))


def fixed(text: str, *, unsafe: bool = False) -> Fixed:
    check = partial(LINTER.lint_text, path="plan.md")
    return fix_text(text, Checker(check, lambda result: result.diagnostics, unsafe))


def codes(text: str) -> Counter[str]:
    return Counter(found.code for found in LINTER.lint_text(text, "plan.md").diagnostics)


def meaning(text: str) -> dict[str, object]:
    """What the plan says, apart from numbers and the way in which its dates are written."""
    plan = LINTER.understand(text, "plan.md")
    days = {name: field.day or field.text for name, field in plan.meta.items()}
    things = (plan.goals, plan.actions, plan.milestones, plan.risks, plan.scope, plan.stakeholders, plan.indicators)
    said = [[thing.text for thing in group] for group in things]
    who = [(action.owner and action.owner.text, action.when and action.when.text) for action in plan.actions]
    return {"profile": plan.profile.name, "phase": plan.phase, "fields": days, "things": said, "who": who}


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_an_example_is_mended_without_harm(path: Path) -> None:
    text = path.read_bytes().decode("utf-8").replace("\n", "\r\n")
    done = fixed(text)
    assert codes(done.after) <= codes(text)
    assert meaning(done.after) == meaning(text)
    assert done.after == text or fixed(done.after).counts == {}
    assert done.after.count("\n") == done.after.count("\r\n")


@pytest.mark.parametrize("path", FLAWED, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_unsafe_fixes_of_an_example_lose_nothing(path: Path) -> None:
    text = path.read_bytes().decode("utf-8")
    done = fixed(text, unsafe=True)
    assert fixed(done.after, unsafe=True).counts == {}
    lost = Counter(text.split()) - Counter(done.after.split())
    assert [word for word in lost if not re.fullmatch(r"[|:-]+|[\d./-]+", word)] == []


DAYS = st.sampled_from(["2026-01-05", "05-01-2026", '"5/1/2026"', "5 januari 2026", "05-01-26", "januari 2026"])
NUMBERS = st.lists(st.sampled_from(["1", "2", "3", "4", "A1", "", "  "]), min_size=1, max_size=6)
GOALS = st.lists(
    st.sampled_from(
        [
            "- Op 1 juni 2026 ligt de tevredenheid op een 8,0.",
            "- **Op 1 mei 2026** zijn 12 planners opgeleid.",
            "* Doel 2: op 1 juli 2026 is de wachttijd 4 weken.",
            "1. Op 1 juni 2026 zijn er 30 klachten minder.",
            "Het doel is een rooster dat op 1 juni 2026 in 80% van de gevallen klopt.",
            "  - Voor alle teams.",
            "",
        ]
    ),
    max_size=5,
)


@st.composite
def plans(draw: st.DrawFn) -> str:
    rows = [
        f"| {number} | Planners opleiden, groep {place} | Sanne de Wit | 1 mei 2026 |"
        for place, number in enumerate(draw(NUMBERS))
    ]
    lines = [
        "---", "titel: Invoering", "profiel: algemeen", f"startdatum: {draw(DAYS)}", f"livegang: {draw(DAYS)} # eis",
        f"status: {draw(st.sampled_from(['concept', 'vastgesteld']))}", "---", "# Invoering", "", "## Doelen", "",
        *draw(GOALS), "", "## Acties", "", "| Nr | Actie | Wie | Wanneer |", "|---|---|---|---|", *rows, "",
    ]  # fmt: skip
    return draw(st.sampled_from(["\n", "\r\n"])).join(lines)


@settings(max_examples=20, deadline=None)
@given(plans())
def test_safe_fixes_keep_their_promises(text: str) -> None:
    done = fixed(text)
    after, before = codes(done.after), codes(text)
    assert after <= before and after.total() <= before.total() - sum(done.counts.values())
    assert meaning(done.after) == meaning(text)
    assert fixed(done.after).counts == {}
    assert len(done.after.splitlines()) == len(text.splitlines())


def test_plans_like_these_are_mended_indeed() -> None:
    """So that the tests above can't pass for want of anything to fix."""
    done = fixed(
        "---\ntitel: X\nprofiel: algemeen\nstartdatum: 05-01-2026\n---\n# X\n\n## Doelen\n\n"
        "- Op 1 juni 2026 ligt de tevredenheid op een 8,0.\n- Op 1 mei 2026 zijn 12 planners opgeleid.\n\n"
        "## Acties\n\n| Nr | Actie | Wie | Wanneer |\n|---|---|---|---|\n"
        + "".join(f"| {number} | Opleiden {place} | Sanne | 1 mei 2026 |\n" for place, number in enumerate("123 "))
    )
    assert done.counts == {"DOE019": 1, "MET009": 1, "STR017": 1}

"""Whatever the text, a plan is read, and what was read stands where it says."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from implan_lint.diagnostic import Span
from implan_lint.plan.model import Action, Entity, Evidence, Goal, Mention, Owner, Plan, Reference
from implan_lint.plan.time.period import Period
from tests.plan.reading import read

EXAMPLES = sorted(path for path in (Path(__file__).parents[2] / "examples").glob("*/*.md") if path.name != "README.md")
LINES = sorted({line for path in EXAMPLES for line in path.read_text(encoding="utf-8").splitlines()})
SETTINGS = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def entities(plan: Plan) -> Iterator[Entity]:
    for part in fields(plan):
        value = getattr(plan, part.name)
        if isinstance(value, tuple):
            yield from (thing for thing in value if isinstance(thing, Entity))


def parts(entity: Entity) -> Iterator[Mention | Owner | Reference | Period]:
    for part in fields(entity):
        value = getattr(entity, part.name)
        for thing in value if isinstance(value, tuple) else (value,):
            if isinstance(thing, Evidence):
                yield from thing.quotes
            elif isinstance(thing, Mention | Owner | Reference | Period):
                yield thing


def is_unmarked(words: str) -> bool:
    """Without signs that Markdown may take away, so that it stands in the source as it reads."""
    return all(character.isalnum() or character in " ,.:;?!()%€'\"/" for character in words)


def check(plan: Plan) -> None:
    source = plan.document.source

    def inside(span: Span) -> None:
        assert 0 <= span.start <= span.end <= len(source.text)

    for entity in entities(plan):
        inside(entity.span)
        assert entity.line == source.line_of(entity.span.start)
        assert entity.text == entity.text.strip() != ""
        for part in parts(entity):
            inside(part.span)
        for column in ("wie", "wanneer", "actie", "maatregel"):
            inside(entity.slot(column))
    for kind, presence in plan.presence.items():
        inside(presence.span)
        assert presence.kind == kind
        assert presence.line == source.line_of(presence.span.start)
    for field in plan.meta.values():
        inside(field.span)
        inside(field.key_span)
    for exclusion in plan.exclusions:
        inside(exclusion.span)
    for span in (plan.lifetime.start_span, plan.lifetime.end_span, plan.lifetime.go_live_span, plan.start_of_body):
        if span is not None:
            inside(span)


def order(plan: Plan) -> Iterator[list[int]]:
    for name in ("goals", "actions", "milestones", "scope", "risks", "stakeholders", "communications", "indicators"):
        yield [entity.span.start for entity in getattr(plan, name)]


@given(st.text())
@SETTINGS
def test_any_text_is_read(text: str) -> None:
    check(read(text))


@given(st.lists(st.sampled_from(LINES), max_size=40).map("\n".join))
@SETTINGS
def test_any_heap_of_lines_of_plans_is_read(text: str) -> None:
    plan = read(text)
    check(plan)
    for starts in order(plan):
        assert starts == sorted(starts)


@given(st.sampled_from(EXAMPLES), st.data())
@SETTINGS
def test_a_plan_with_lines_taken_away_is_read(path: Path, data: st.DataObject) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()
    kept = data.draw(st.lists(st.booleans(), min_size=len(lines), max_size=len(lines)))
    check(read("\n".join(line for line, keep in zip(lines, kept, strict=True) if keep)))


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_what_is_read_of_an_example_stands_where_it_says(path: Path) -> None:
    plan = read(path.read_text(encoding="utf-8"))
    check(plan)
    seen = 0
    for entity in entities(plan):
        if is_unmarked(entity.text) and entity.text in plan.document.source.text:
            assert entity.text in plan.document.source.slice(entity.span)
            seen += 1
        owned = [part for part in parts(entity) if isinstance(part, Owner)]
        if isinstance(entity, Action):
            assert all(entity.owner is None or owner.name in entity.owner.text for owner in owned)
        if isinstance(entity, Goal):
            quotes = (*entity.measurable.quotes, *entity.time_bound.quotes)
            assert all(not is_unmarked(q.text) or q.text in plan.document.source.slice(q.span) for q in quotes)
    assert seen > 5


@given(st.lists(st.sampled_from(LINES), max_size=25).map("\n".join))
@SETTINGS
def test_the_same_text_gives_the_same_plan(text: str) -> None:
    first, second = read(text), read(text)
    assert [entity.text for entity in entities(first)] == [entity.text for entity in entities(second)]
    assert (first.profile.name, first.phase, first.language) == (second.profile.name, second.phase, second.language)

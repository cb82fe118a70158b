"""What a "wanneer" cell means, and where the expressions of a text stand."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from implan_lint.plan.time.period import Bound, Precision, TimeKind
from implan_lint.plan.time.reader import TimeContext, find_periods, read_day, read_period

PLAN = TimeContext(date(2026, 2, 2), date(2026, 12, 18), {"livegang": date(2026, 9, 1), "sprint 4": date(2026, 5, 1)})


def _days(text: str, context: TimeContext = PLAN) -> tuple[str, ...]:
    period = read_period(text, context)
    assert period is not None, text
    assert period.text == text[slice(*period.span)]
    return tuple(day.isoformat()[2:] if day else "" for day in (period.earliest, period.latest))


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        # days, and what direction words make of them
        ("1 mei 2026", "26-05-01", "26-05-01"),
        ("Maandag 20 april 17:30", "26-04-20", "26-04-20"),
        ("May 1, 2026", "26-05-01", "26-05-01"),
        ("uiterlijk 1 juli 2026", "", "26-07-01"),
        ("vóór 1 juli 2026", "", "26-06-30"),
        ("t/m 1 juli 2026", "", "26-07-01"),
        ("per 1-4-2026", "", "26-04-01"),
        ("vanaf 1 sept", "26-09-01", ""),
        ("na 1 september 2026", "26-09-02", ""),
        ("rond 1 mei 2026", "26-05-01", "26-05-01"),
        ("vastgelegd 09-08", "26-08-09", "26-08-09"),
        ("z.s.m., uiterlijk 1 mei 2026", "", "26-05-01"),
        ("1x per maand, vanaf 1 mei 2026", "26-05-01", ""),
        ("nu → mei 2026", "", "26-05-31"),
        # ranges and lists
        ("1 maart - 15 april 2026", "26-03-01", "26-04-15"),
        ("van 3 maart t/m 15 april", "26-03-03", "26-04-15"),
        ("10 t/m 14 maart 2026", "26-03-10", "26-03-14"),
        ("10, 14 en 21 maart", "26-03-10", "26-03-21"),
        ("26-4 t/m 5-5-2026", "26-04-26", "26-05-05"),
        ("Oct 30–Nov 12, 2026", "26-10-30", "26-11-12"),
        ("Oct 16-29, 2026", "26-10-16", "26-10-29"),
        ("1 mei en 1 juni", "26-05-01", "26-06-01"),
        ("maart-juni", "26-03-01", "26-06-30"),
        ("tussen maart en juni 2026", "26-03-01", "26-06-30"),
        ("november - februari 2027", "26-11-01", "27-02-28"),
        ("november 2026 - februari", "26-11-01", "27-02-28"),
        ("2026 → 2027", "26-01-01", "27-12-31"),
        ("Q1/Q2 2026", "26-01-01", "26-06-30"),
        # months and their parts
        ("Sept.", "26-09-01", "26-09-30"),
        ("dec ’26", "26-12-01", "26-12-31"),
        ("begin mei", "26-05-01", "26-05-10"),
        ("half april", "26-04-11", "26-04-20"),
        ("end of May", "26-05-21", "26-05-31"),
        ("vóór mei 2026", "", "26-04-30"),
        ("voor eind mei", "", "26-05-31"),
        # quarters, halves, years, seasons
        ("kwartaal II 2026", "26-04-01", "26-06-30"),
        ("by the end of Q2", "", "26-06-30"),
        ("H1 2027", "27-01-01", "27-06-30"),
        ("tweede halfjaar 2026", "26-07-01", "26-12-31"),
        ("medio 2026", "26-05-01", "26-08-31"),
        ("early 2026", "26-01-01", "26-04-30"),
        ("FY2026", "26-01-01", "26-12-31"),
        ("2027+", "27-01-01", ""),
        ("t/m 2027", "", "27-12-31"),
        ("vóór 2027", "", "26-12-31"),
        ("voor 2027", "27-01-01", "27-12-31"),  # "for 2027" as often as "before 2027"
        ("schooljaar 2025-2026", "25-08-01", "26-07-31"),
        ("spring 2026", "26-03-20", "26-06-20"),
        ("voor de zomer van 2026", "", "26-06-30"),
        ("na de zomervakantie van 2026", "26-09-01", ""),
        # weeks
        ("week 12 t/m 14", "26-03-16", "26-04-05"),
        ("week 53 2026", "26-12-28", "27-01-03"),
        ("2026-W12", "26-03-16", "26-03-22"),
        ("eind week 12", "26-03-20", "26-03-22"),
        ("week 12+", "26-03-16", ""),
        # counted from an event
        ("binnen 6 maanden na livegang", "", "27-03-01"),
        ("2 weken vóór livegang", "26-08-18", "26-08-18"),
        ("T+4 weken na go-live", "26-09-29", "26-09-29"),
        ("eerste maand na go-live", "26-09-01", "26-09-30"),
        ("binnen 4 weken na 1 mei 2026", "", "26-05-29"),
        ("maand 1-3", "26-02-02", "26-05-01"),
        ("dag 1", "26-02-02", "26-02-02"),
        ("Eerste week", "26-02-02", "26-02-08"),
        ("laatste week", "26-12-12", "26-12-18"),
        ("bij livegang", "26-09-01", "26-09-01"),
        ("voor livegang", "", "26-08-31"),
        ("Sprint 4", "26-05-01", "26-05-01"),
    ],
)
def test_the_days_a_cell_means(text, earliest, latest):
    assert _days(text) == (earliest, latest)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("binnen 6 maanden", TimeKind.DURATION),
        ("within 2 weeks", TimeKind.DURATION),
        ("een half jaar later", TimeKind.DURATION),
        ("six months later", TimeKind.DURATION),
        ("48 uur", TimeKind.DURATION),
        ("na akkoord", TimeKind.EVENT),
        ("fase 2", TimeKind.EVENT),
        ("every two weeks", TimeKind.RECURRING),
        ("begin van elke werkdag", TimeKind.RECURRING),
        ("Voor elke release", TimeKind.RECURRING),
        ("per week", TimeKind.RECURRING),
        ("ongoing", TimeKind.CONTINUOUS),
        ("24/7", TimeKind.CONTINUOUS),
        ("over een jaar", TimeKind.VAGUE),
        ("[datum]", TimeKind.PLACEHOLDER),
        ("TBD", TimeKind.PLACEHOLDER),
        ("Dinsdag & woensdag", TimeKind.MOMENT),
        ("n.t.b., waarschijnlijk maandelijks", TimeKind.RECURRING),
    ],
)
def test_the_kind_of_a_cell(text, kind):
    period = read_period(text, PLAN)
    assert period is not None
    assert period.kind is kind


def test_the_first_weeks_of_something_in_a_sentence_have_no_dates():
    (period,) = find_periods("Bel de leden in de eerste twee weken", PLAN)
    assert (period.kind, period.is_dated) == (TimeKind.RELATIVE, False)


def test_a_cell_with_a_day_that_was_planned_before_means_the_other_day():
    assert _days("oorspronkelijk 1 mei, nu 1 juni") == ("26-06-01", "26-06-01")


@pytest.mark.parametrize("text", ["", "   ", "Jansen", "de projectleider", "zie hoofdstuk 3", "W-03", "D-012"])
def test_a_cell_without_time(text):
    assert read_period(text, PLAN) is None


class TestYear:
    def test_it_is_inferred_from_the_period_of_the_plan(self):
        school = TimeContext(date(2026, 9, 1), date(2027, 6, 30))
        assert _days("1 mei", school) == ("27-05-01", "27-05-01")
        assert _days("1 oktober", school) == ("26-10-01", "26-10-01")

    def test_outside_the_period_the_nearest_year_counts(self):
        assert _days("10 januari", TimeContext(date(2026, 2, 1), date(2026, 10, 1))) == ("26-01-10", "26-01-10")

    def test_the_period_tells_where_the_year_comes_from(self):
        inferred, named = read_period("1 mei", PLAN), read_period("1 mei 2026", PLAN)
        assert inferred is not None
        assert named is not None
        assert (inferred.has_year, inferred.year_inferred) == (False, True)
        assert (named.has_year, named.year_inferred) == (True, False)

    def test_without_context_there_are_no_dates_but_it_is_still_a_day(self):
        period = read_period("1 mei", TimeContext())
        assert period is not None
        assert not period.is_dated
        assert (period.kind, period.precision) == (TimeKind.MOMENT, Precision.DAY)


class TestWeeksWithoutAYear:
    def test_a_week_that_never_falls_in_the_plan_counts_from_its_start(self):
        context = TimeContext(date(2026, 9, 7), date(2026, 11, 29))
        period = read_period("week 1-2", context)
        assert period is not None
        assert (period.kind, period.anchor) == (TimeKind.RELATIVE, "start")
        assert (period.earliest, period.latest) == (date(2026, 9, 7), date(2026, 9, 20))

    def test_the_caller_may_say_that_weeks_are_project_weeks(self):
        context = TimeContext(date(2026, 3, 2), date(2026, 6, 1), project_weeks=True)
        assert _days("week 10", context) == ("26-05-04", "26-05-10")


def test_an_event_without_a_known_date_keeps_its_anchor():
    period = read_period("binnen 6 maanden na ingebruikname", TimeContext())
    assert period is not None
    assert (period.anchor, period.bound, period.is_dated) == ("livegang", Bound.BEFORE, False)


def test_expressions_stand_left_to_right_where_they_were_written():
    text = "Wekelijks overleg vanaf 1 mei 2026, vóór 1 juli 2026 geëvalueerd en zsm verbeterd."
    found = find_periods(text, PLAN)
    assert [period.text for period in found] == ["Wekelijks", "vanaf 1 mei 2026", "vóór 1 juli 2026", "zsm"]
    assert [text[slice(*period.span)] for period in found] == [period.text for period in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Klaar uiterlijk 1 mei.", ["uiterlijk 1 mei"]),  # the full stop is the sentence's
        ("Klaar 1 mrt. 2026.", ["1 mrt. 2026"]),
        ("8 uur per week 2 trainingen", []),
        ("De start in week 13 van 2026", ["week 13 van 2026"]),
        ("zwaktes W-10 en W-12, maatregel M-19", []),
        ("levering T-2 en M+3", ["T-2", "M+3"]),
        ("eis T-02 en T-2 weken", ["T-2 weken"]),
        ("Jan Mei belt begin mei", ["begin mei"]),
        ("In 60 dagen werken alle teams zo", ["In 60 dagen"]),
        ("De proef loopt. In drie maanden weten we meer", ["In drie maanden"]),
        ("De wachttijd van 12 weken in 6 weken", []),
        ("In 3 maanden na livegang", ["3 maanden na livegang"]),
        ("leden bellen binnen de eerste twee weken", ["binnen de eerste twee weken"]),
        ("call members within the first month", ["within the first month"]),
        ("in de eerste twee weken na livegang", ["eerste twee weken na livegang"]),
        ("in de eerste weken", []),
        ("oorspronkelijk 1 mei 2026, nu 1 juni 2026", ["1 juni 2026"]),
        ("originally planned for May 2026", []),
    ],
)
def test_what_belongs_to_an_expression(text, expected):
    assert [period.text for period in find_periods(text, PLAN)] == expected


_PIECES = (
    *("1", "31", "2026", "'26", "12-03", "0", "99", "9999", "2025-2026", "+", "/", ".", "-", "–", ",", "\u00a0"),
    *("mei", "maart", "may", "Q2", "week", "54", "W12", "weken", "maanden", "zomer", "kerst", "schooljaar", "jaar"),
    *("eind", "begin", "half", "eerste", "laatste", "helft", "voor", "vóór", "na", "t/m", "en", "tussen", "van"),
    *("binnen", "livegang", "T+", "elke", "per"),
)
_ANY_TEXT = st.one_of(st.text(max_size=60), st.lists(st.sampled_from(_PIECES), max_size=14).map(" ".join))
_ANY_CONTEXT = st.builds(
    TimeContext,
    st.none() | st.dates(),
    st.none() | st.dates(),
    st.dictionaries(st.sampled_from(["livegang", "start", "einde"]), st.dates()),
    st.none() | st.dates(),
    st.booleans(),
)


@given(_ANY_TEXT, _ANY_CONTEXT, st.booleans())
def test_any_text_can_be_read(text, context, in_cell):
    found = find_periods(text, context, in_cell=in_cell)
    end = 0
    for period in found:
        assert end <= period.span.start < period.span.end <= len(text)
        assert text[slice(*period.span)] == period.text
        if period.earliest and period.latest:
            assert period.earliest <= period.latest
        end = period.span.end


@given(_ANY_TEXT, _ANY_CONTEXT)
def test_any_cell_and_field_can_be_read(text, context):
    period = read_period(text, context)
    if period is not None:
        assert text[slice(*period.span)] == period.text
    reading = read_day(text)
    assert (reading.day is None) == bool(reading.problem)

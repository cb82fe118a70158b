"""The words for time that a plan may use, each with what it is."""

from __future__ import annotations

import pytest

from implan_lint.plan.time.period import TimeKind
from implan_lint.plan.time.reader import find_periods, is_placeholder_time, read_period

BOUNDED = [
    "2026-03-15",
    "15-03-2026",
    "1/4/2026",
    "15.03.26",
    "15 maart 2026",
    "1 mei",
    "3e juni 2026",
    "12 mrt. 2026",
    "10 t/m 14 maart 2026",
    "3-7 juni",
    "maart 2026",
    "okt 2026",
    "dec '26",
    "maart t/m mei 2026",
    "april-juni",
    "eind mei",
    "medio maart 2026",
    "begin september",
    "eerste week van juni",
    "half april",
    "medio 2026",
    "eind 2026",
    "eerste helft van 2026",
    "H2 2026",
    "eerste halfjaar 2026",
    "Q2 2026",
    "kwartaal 2",
    "tweede kwartaal van 2026",
    "2026-Q3",
    "derde kwartaal",
    "Kwartaal II 2026",
    "tweede semester",
    "periode 2",
    "week 12",
    "week 12 2026",
    "wk 34-36",
    "2026-W12",
    "week 7 t/m 9",
    "2025-2026",
    "schooljaar 2025/26",
    "studiejaar 2026-2027",
    "uiterlijk 2027",
    "in 2026",
    "per 1 januari 2027",
    "m.i.v. 1 sept 2026",
    "vanaf het nieuwe schooljaar",
    "voor de zomer",
    "na de zomervakantie",
    "in het najaar van 2026",
    "vóór de kerst",
    "najaar 2026",
    "binnen 6 maanden na implementatie",
    "uiterlijk 4 weken na livegang",
    "drie maanden na de go-live",
    "2 weken vóór livegang",
    "binnen 6 maanden",
    "binnen een jaar",
    "eind schooljaar",
    "begin van het schooljaar",
    "T+4 weken",
    "T-2",
    "M+3",
    "na akkoord",
    "bij livegang",
    "na M2",
    "tijdens de kick-off",
    "Na succesvolle fix",
    "Vóór nieuwe go-live",
    "Voor eerste pilot",
]
BOUNDED_IN_A_CELL = [
    "maart",
    "Sept.",
    "20-08",
    "1/4",
    "vastgelegd 09-08",
    "48 uur",
    "1 week",
    "2 weken",
    "**48 uur**",
    "Binnen 24 uur",
    "maand 3",
    "sprint 4",
    "fase 2",
    "maand 1-3",
]
RECURRING = [
    "maandelijks",
    "2-wekelijks",
    "elke 6 weken",
    "elk kwartaal",
    "iedere maandag",
    "om de week",
    "elke eerste maandag",
    "1x per maand",
    "eens per 3 weken",
    "twee keer per jaar",
    "bij elke mijlpaal",
    "na iedere sprint",
]
NO_TIME = [
    "192.168",
    "2 meisjes",
    "3-7 dagen",
    "maart",
    "eindgebruiker",
    "maart plannen",
    "begin opnieuw",
    "kwartaalrapport",
    "periode van rust",
    "2 weken",
    "week 54",
    "sinds 2019",
    "per team",
    "voor de zomerschool team",
    "2 weken vakantie",
    "binnen het team",
    "2 weken vakantie voor Jan",
    "schooljaarverslag",
    "T-shirt",
    "bij collega",
    "na testfase2x",
    "periodiek",
    "elke medewerker",
    "eens met het plan",
]
CONTINUOUS = [
    "doorlopend",
    "continu",
    "permanent",
    "structureel",
    "ad hoc",
    "ad-hoc",
    "lopend",
    "gedurende het project",
    "gedurende het hele traject",
    "gehele looptijd",
    "hele projectperiode",
    "het hele jaar",
    "ongoing",
    "continuous",
]
VAGUE = [
    "zsm",
    "z.s.m.",
    "zo spoedig mogelijk",
    "zo snel mogelijk",
    "spoedig",
    "binnenkort",
    "binnen afzienbare tijd",
    "op korte termijn",
    "op termijn",
    "op de lange termijn",
    "op de langere termijn",
    "op middellange termijn",
    "te zijner tijd",
    "t.z.t.",
    "tzt",
    "later",
    "in de toekomst",
    "in een later stadium",
    "gaandeweg",
    "na verloop van tijd",
    "op een later moment",
    "de komende tijd",
    "de komende periode",
    "de komende jaren",
    "komende maanden",
    "tijdig",
    "op tijd",
    "snel",
    "vlot",
    "per direct",
    "direct",
    "meteen",
    "nu",
    "straks",
    "ooit",
    "medio volgend jaar",
    "onmiddellijk",
    "per omgaande",
    "als het uitkomt",
    "wanneer mogelijk",
    "wanneer nodig",
    "zodra mogelijk",
    "indien gewenst",
    "volgens planning",
    "conform planning",
    "rond die tijd",
    "eventueel",
    "asap",
    "as soon as possible",
    "immediately",
    "soon",
    "in due course",
    "eventually",
    "in the future",
    "timely",
    "shortly",
    "when possible",
]
PLACEHOLDER = [
    "n.t.b.",
    "ntb",
    "nader te bepalen",
    "n.n.b.",
    "nnb",
    "nog niet bekend",
    "nog te bepalen",
    "nog te plannen",
    "nog plannen",
    "nog onbekend",
    "in overleg",
    "i.o.",
    "n.o.t.k.",
    "nader overeen te komen",
    "tbd",
    "tbc",
    "t.b.d.",
    "to be determined",
    "p.m.",
    "pm",
    "?",
    "??",
    "...",
    "…",
    "-",
    "--",
    "n.v.t.",
    "nvt",
    "niet van toepassing",
    "xx-xx-xxxx",
    "dd-mm-jjjj",
    "dd-mm-yyyy",
    "jjjj-mm-dd",
    "yyyy-mm-dd",
]
# Words too common to mean anything outside a cell of their own.
VAGUE_IN_PROSE = ["zsm", "z.s.m.", "Zo spoedig mogelijk", "op termijn", "binnenkort", "t.z.t.", "te zijner tijd"]
VAGUE_IN_PROSE += [
    "in de toekomst",
    "op korte termijn",
    "op de lange termijn",
    "de komende periode",
    "de komende jaren",
]
VAGUE_IN_PROSE += ["ASAP", "as soon as possible", "in due course", "in the future", "over een jaar"]
ORDINARY_IN_PROSE = ["nu", "later", "snel", "tijdig", "direct", "structureel", "in overleg"]


@pytest.mark.parametrize("words", BOUNDED)
def test_bounded_words_are_a_term_in_prose(words):
    assert any(period.kind.is_term for period in find_periods(f"Klaar: {words}."))
    assert any(period.kind.is_term for period in find_periods(words.upper()))


@pytest.mark.parametrize("words", BOUNDED_IN_A_CELL)
def test_some_words_are_a_term_in_a_date_column_only(words):
    assert any(period.kind.is_term for period in find_periods(words, in_cell=True))


@pytest.mark.parametrize("words", ["maart", "Sept.", "20-08", "1/4", "48 uur", "2 weken", "sprint 4", "fase 2"])
def test_what_means_time_in_a_date_column_is_silent_in_prose(words):
    assert find_periods(f"Het gaat om {words}") == ()


@pytest.mark.parametrize("words", RECURRING)
def test_a_rhythm_is_recurring(words):
    assert [period.kind for period in find_periods(words)] == [TimeKind.RECURRING]


@pytest.mark.parametrize("words", NO_TIME)
def test_look_alikes_are_no_time(words):
    assert find_periods(words) == ()


@pytest.mark.parametrize("words", ["maart plannen", "31/13", "2 weken vakantie voor Jan", "24/7"])
def test_look_alikes_in_a_cell_are_no_term(words):
    assert not any(period.kind.is_term for period in find_periods(words, in_cell=True))


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        *((TimeKind.CONTINUOUS, words) for words in CONTINUOUS),
        *((TimeKind.VAGUE, words) for words in VAGUE),
        *((TimeKind.PLACEHOLDER, words) for words in PLACEHOLDER),
    ],
)
def test_a_cell_of_such_words(kind, words):
    period = read_period(words)
    assert period is not None
    assert period.kind is kind
    assert is_placeholder_time(words) == (kind is TimeKind.PLACEHOLDER)


@pytest.mark.parametrize("words", VAGUE_IN_PROSE)
def test_unmistakably_vague_in_prose(words):
    assert [period.kind for period in find_periods(f"We doen dit {words}, samen.")] == [TimeKind.VAGUE]


@pytest.mark.parametrize("words", ORDINARY_IN_PROSE)
def test_ordinary_words_are_not_vague_in_prose(words):
    assert find_periods(f"We doen dit {words}, samen.") == ()

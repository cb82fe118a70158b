"""Words that measure, words that state a goal or draw the line, and words that must still be filled in."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from implan_lint.plan import smart
from implan_lint.plan.owners import is_blank
from implan_lint.plan.time.reader import find_periods
from tests.plan.reading import lexicon, plain


def cases(table: Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]]) -> list[object]:
    """Every text of the table, with whether it is one of what its row is named after."""
    return [
        pytest.param(text, answer, id=f"{name}: {text}")
        for name, texts in table.items()
        for answer, group in zip((True, False), texts, strict=True)
        for text in group
    ]


MEASURES = {
    "percentage": (("met 15% verhogen", "12,5 procent", "stijgt 3 procentpunten"), ("procentueel beter",)),
    "from to": (
        ("van 7,1 naar 8,0", "van 12 weken naar 8 weken", "van 61% naar 75%"),
        ("van punt A naar punt B", "van papier naar digitaal"),
    ),
    "x of y": (("8 van de 10 teams", "vier op de vijf cliënten"), ("op de hoogte",)),
    "count": (
        ("42 medewerkers", "twaalf nieuwe plaatsingen", "drie interne trainingen", "60 licenties"),
        ("medewerkers van team 3 bellen",),
    ),
    "comparing words": (
        ("minimaal 8", "ten hoogste 5 klachten", "meer dan € 1.000"),
        ("minimaal een keer nadenken over",),
    ),
    "comparing signs": (("≥ 99,5%", "< 2"), ("->",)),
    "grade": (("rapportcijfer van minimaal 7,5", "scoort gemiddeld een 8"), ("score bepalen", "score in 2026")),
    "nps": (("NPS van 20", "NPS van ouders ligt op +20"), ("NPS meten in 2026",)),
    "scale": (("8 op een schaal van 10",), ()),
    "money": (("€ 12.500", "5000 euro"), ("euro",)),
    "time as a measure": (
        ("de doorlooptijd daalt naar 8 weken", "uptime van 99,5"),
        ("doorlooptijd verkorten", "de wachttijd vaststellen"),
    ),
    "short time": (("binnen 30 seconden", "binnen twee uur"), ("binnen 6 maanden",)),
    "factor": (("verdubbelt", "halveert"), ("dubbel werk",)),
    "zero": (("nul datalekken", "0 kritieke storingen"), ("geen klachtenprocedure",)),
    "rhythm": (("twee keer per jaar", "4x per jaar"), ("maandelijks", "elke 6 weken", "eens per jaar")),
    "delivered on a day": (
        (
            "Het DAP is op 1 mei 2026 ondertekend",
            "Op 1 mei 2026: alle key-users zijn getraind",
            "Op 1 mei 2026: alle teams registreren in het nieuwe ECD",
        ),
        (
            "Op 1 mei 2026: is belangrijk",
            "Op 1 mei 2026: alle neuzen dezelfde kant op",
            "Alle key-users zijn getraind",
        ),
    ),
}


@pytest.mark.parametrize(("text", "measures"), cases(MEASURES))
def test_what_measures(text: str, measures: bool) -> None:
    found = smart.measurable(plain(text), find_periods(text))
    assert found.found is measures
    assert all(quote.text in text for quote in found.quotes)


STATED = {
    "is": (("Het doel van de implementatie is", "doelstelling is"), ("doelgroep is",)),
    "wanted": (("wij willen bereiken dat", "Dat willen we bereiken"), ("bereikbaar",)),
}


@pytest.mark.parametrize(("text", "states"), cases(STATED))
def test_what_states_a_goal(text: str, states: bool) -> None:
    assert lexicon().holds("goal.sentence", text) is states


OUT = {
    "out of scope": (
        (
            "De vervanging van het ERP valt buiten scope",
            "Migratie van oude dossiers hoort niet bij de implementatie",
            "Rapportages zijn geen onderdeel van het project",
        ),
        ("buiten kantooruren bereikbaar", "De scope omvat training"),
    )
}


@pytest.mark.parametrize(("text", "out"), cases(OUT))
def test_what_draws_the_line(text: str, out: bool) -> None:
    assert lexicon().holds("scope.out", text) is out


BLANKS = {
    "square": (("[naam projectleider]", "[datum]", "[… invullen]"), ("[tekst](http://x)",)),
    "angle": (("<vul naam project in>", "<naam Opdrachtnemer>"), ("a < b",)),
    "curly": (("{opdrachtgevende organisatie}",), ()),
    "dots": (("......", "____"), ("1.2.3",)),
    "dates": ((), ("15-03-2026",)),
    "words": (
        ("tbd", "TBC", "xxx", "nog invullen", "in te vullen", "nader te bepalen", "n.t.b.", "ntb", "n.n.b.", "vul in"),
        ("pas aan", "doelen invullen met het team"),
    ),
}


@pytest.mark.parametrize(("text", "blank"), cases(BLANKS))
def test_what_must_still_be_filled_in(text: str, blank: bool) -> None:
    assert is_blank(text, lexicon()) is blank

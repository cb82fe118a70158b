"""Headings as people say them: questions, verbs, "na livegang"; and words that only look like one."""

from __future__ import annotations

import pytest

from tests.plan.reading import lexicon, read

SAID = {
    "aanleiding": ["Waarom", "Wat speelt er?", "Why", "Why we are doing this", "What is the problem?"],
    "huidige_situatie": ["Hoe gaat het nu?", "Waar we nu staan", "Where are we now?", "How things work now"],
    "gewenste_situatie": ["Hoe ziet het er straks uit?", "Wat verandert er?", "What will change"],
    "doelen": [
        "Wat we willen bereiken", "Waar willen wij naartoe?", "Wat is de bedoeling?", "What we want to achieve",
        "What are we trying to achieve?", "Where do we want to be?",
    ],
    "scope": ["Wat we wel en niet doen", "In and out"],
    "scope_in": ["Wat nemen we mee?", "What this plan covers"],
    "scope_uit": [
        "Wat gaan we niet doen?", "Waar gaat het niet over?", "What this plan does not cover", "What we leave out",
    ],
    "scope_later": ["Voor later", "What can wait"],
    "stakeholders": ["Wie merkt er iets van?", "Wie zijn er betrokken?", "Who will be affected?"],
    "doelgroep": ["Voor wie is dit?", "Who is this for?"],
    "belemmerend": ["Wat in de weg zit", "Wat ons tegenhoudt", "Waar knelt het?", "What stands in the way"],
    "bevorderend": ["Wat meewerkt", "Waar we op kunnen bouwen", "What we can build on"],
    "resultaten": ["Wat leveren wij op?", "What we will deliver"],
    "mijlpalen": ["Belangrijke momenten", "Key dates"],
    "randvoorwaarden": ["Wat we nodig hebben", "Wat moet er eerst geregeld zijn?", "What must be in place"],
    "acties": [
        "Wat moet er gebeuren?", "Hoe pakken we het aan?", "Uitvoeringsagenda", "Zo gaan we het doen",
        "What needs to be done", "How will we get there?",
    ],
    "planning": ["Wat doen we wanneer?", "Hoe lang gaat het duren?", "What happens when", "Timetable"],
    "projectorganisatie": ["De mensen", "Wie beslist wat?", "Wie gaat het doen?", "Who decides?", "Who's who"],
    "werkafspraken": ["Hoe we samenwerken", "How we work together"],
    "middelen": ["Tijd en geld", "Hoeveel tijd kost het?", "Time and money"],
    "budget": ["Wat het kost", "Wie betaalt wat?", "Tijd en geld", "What it costs", "Who pays for it?"],
    "communicatie": ["Hoe nemen we iedereen mee?", "Wie vertelt wat?", "Who hears what", "How will we tell people?"],
    "risicos": [
        "Waar kan het op stuklopen?", "Als het fout gaat", "Wat er mis kan gaan", "Wat doen we als het tegenzit?",
        "Valkuilen", "What might go wrong", "What could stop us?", "Pitfalls",
    ],
    "monitoring": ["Wat meten we?", "Hoe we de voortgang volgen", "How we will know it works", "Tracking progress"],
    "succescriteria": ["Wanneer zijn we klaar?", "Hoe weten we dat het gelukt is?", "What does success look like?"],
    "evaluatie": ["Wanneer kijken we terug?", "Is het gelukt?", "What have we learned?", "Did it work?"],
    "nazorg": ["Na de go-live", "Na ingebruikname", "After go-live", "What happens after launch?"],
    "borging": ["Hoe houden we het vol?", "Wat gebeurt er daarna?", "Making it stick", "What happens afterwards?"],
    "beheer": ["Wie neemt het over?", "Who looks after it?"],
    "training": ["Wie moet wat leren?", "What do people need to learn?"],
}  # fmt: skip

SAID_OF_ELSE = {
    # The same first words, and another part or none.
    "Waar kan het worden besteld?": (),
    "Wat we vorig jaar deden": (),
    "Wat in het pakket zit": (),
    "Wie belt de huisarts?": (),
    "Waarom water drinken gezond is": (),
    "Als het regent": (),
    "Na de zomer": (),
    "En daarna?": (),
    "Na de lunch": (),
    "What we had for lunch": (),
    "What could be nicer": (),
    "Why bees matter": (),
    "After the summer": (),
    "Who called": (),
    # What follows is no part that is put off.
    "Monitoring en vervolg": ("monitoring",),
    "Evaluatie en vervolg": ("evaluatie",),
    "Evaluatie, later": ("evaluatie",),
    "Vervolg": ("scope_later",),
    "Buiten scope en later": ("scope_uit", "scope_later"),
}


@pytest.mark.parametrize(("kind", "heading"), [(kind, said) for kind, all_said in SAID.items() for said in all_said])
def test_what_people_call_a_part(kind: str, heading: str) -> None:
    assert kind in lexicon().heading_kinds(heading)


@pytest.mark.parametrize(("heading", "kinds"), SAID_OF_ELSE.items())
def test_what_only_looks_like_it(heading: str, kinds: tuple[str, ...]) -> None:
    assert lexicon().heading_kinds(heading) == kinds


def test_wie_doet_wat_is_about_work_only_where_the_work_is_listed() -> None:
    told = read("# Plan\n\n## Wie doet wat\n\nAnna leidt het project. Bram denkt mee.\n\n## Risico's\n\nUitval.\n")
    listed = read("# Plan\n\n## Wie doet wat\n\n- Anna huurt de zaal\n- Bram belt\n\n## Risico's\n\nUitval.\n")
    assert told.sections[1].kinds == ("projectorganisatie",)
    assert listed.sections[1].kinds == ("projectorganisatie", "acties")

"""Every word of the domain means to the shipped vocabulary what it should, or is named here with the reason why not.

Left out, because nothing reads them: amounts of money in a budget, sentences in the passive, words that only say
that a time is past, SMART's own letters, and the lists of goals' indicators and absolute terms.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from ruamel.yaml import YAML

from implan_lint.plan import smart
from implan_lint.plan.model import OwnerKind
from implan_lint.plan.owners import kind_of
from implan_lint.plan.parts import sentences
from implan_lint.plan.time.reader import find_periods
from tests.checks.said import found
from tests.plan.reading import lexicon, plain, read

CASES = YAML(typ="safe").load((Path(__file__).parent / "lexicon_cases.yaml").read_text(encoding="utf-8"))


def pairs(group: str) -> list[tuple[str, str]]:
    return [(key, phrase) for key, phrases in CASES[group].items() for phrase in phrases]


# ---------------------------------------------------------------- headings

HEADINGS_ELSEWHERE = {
    # It tells of versions and readers, as a document's log does.
    ("inleiding", "over dit document"): ["besluiten"],
    # More often "what must be arranged beforehand" than a word of welcome.
    ("inleiding", "vooraf"): ["randvoorwaarden"],
    # In English plans these often head a table of measures.
    ("succescriteria", "success criteria"): ["monitoring", "succescriteria"],
    ("succescriteria", "acceptance criteria"): ["monitoring", "succescriteria"],
    ("succescriteria", "critical success factors"): ["monitoring", "succescriteria"],
    ("succescriteria", "definition of done"): ["monitoring"],
    # A phase is about the work in it; whether it comes later is not in its number.
    ("scope_later", "fase 2"): [],
    # The two halves are told apart.
    ("factoren", "bevorderende en belemmerende factoren"): ["bevorderend", "belemmerend"],
    ("factoren", "succes- en faalfactoren"): ["bevorderend", "belemmerend"],
    ("factoren", "kansen en bedreigingen"): ["bevorderend", "belemmerend"],
    ("factoren", "barriers and facilitators"): ["belemmerend", "bevorderend"],
    # Activities are work, whatever they are for.
    ("strategieen", "implementatieactiviteiten"): ["acties"],
    # Phases order time or work; a milestone is a moment.
    ("mijlpalen", "fases"): ["planning"],
    ("mijlpalen", "fasering"): ["planning"],
    ("mijlpalen", "projectfasen"): ["acties"],
    ("mijlpalen", "phases"): ["acties", "planning"],
    # Who decides belongs to the organisation of a project.
    ("werkafspraken", "besluitvorming"): ["projectorganisatie"],
    # What is measured and how often is monitoring; data collection is who records what.
    ("gegevensverzameling", "meetplan"): ["monitoring"],
    ("gegevensverzameling", "measurement plan"): ["monitoring"],
}


@pytest.mark.parametrize(("kind", "heading"), [pair for pair in pairs("headings") if pair not in HEADINGS_ELSEWHERE])
def test_what_a_heading_is_about(kind: str, heading: str) -> None:
    for title in (heading, heading.upper(), f"{heading.capitalize()}:"):
        assert kind in lexicon().heading_kinds(title)


@pytest.mark.parametrize(("case", "kinds"), HEADINGS_ELSEWHERE.items())
def test_a_heading_that_is_about_something_else(case: tuple[str, str], kinds: list[str]) -> None:
    assert case in pairs("headings")
    assert set(lexicon().heading_kinds(case[1])) == set(kinds)


@pytest.mark.parametrize(("heading", "kinds"), CASES["compound"].items())
def test_a_heading_about_two_things(heading: str, kinds: list[str]) -> None:
    assert set(lexicon().heading_kinds(heading)) == set(kinds)


# ---------------------------------------------------------------- columns, fields, marks

COLUMNS_ELSEWHERE = {
    # One column that holds the product of two.
    ("score", "kans x impact"): "kans_impact",
    # It may be preventive or corrective: a column that does not say so is neither.
    ("preventief", "mitigatie"): "maatregel",
    ("preventief", "mitigerende maatregel"): "maatregel",
}


@pytest.mark.parametrize(("column", "header"), [pair for pair in pairs("columns") if pair not in COLUMNS_ELSEWHERE])
def test_what_a_header_can_mean(column: str, header: str) -> None:
    assert any(column in options for options in lexicon().columns_of(header))


@pytest.mark.parametrize(("case", "column"), COLUMNS_ELSEWHERE.items())
def test_a_header_that_means_something_else(case: tuple[str, str], column: str) -> None:
    assert case in pairs("columns")
    (options,) = lexicon().columns_of(case[1])
    assert column in options
    assert case[0] not in options


@pytest.mark.parametrize(("field", "key"), pairs("fields"))
def test_what_a_key_or_label_means(field: str, key: str) -> None:
    assert lexicon().field_of(key) == field
    assert lexicon().field_of(f"{key.capitalize()}:") == field


@pytest.mark.parametrize(("phase", "status"), pairs("status"))
def test_what_a_status_means(phase: str, status: str) -> None:
    assert read(f"---\nstatus: {status}\n---\n# CRM\n").phase.value == phase


@pytest.mark.parametrize(("mark", "cell"), [pair for pair in pairs("check_values") if pair[1]])
def test_what_a_mark_means(mark: str, cell: str) -> None:
    assert lexicon().is_one_of(mark, cell)


def test_an_empty_mark_is_no_word_but_an_open_action() -> None:
    rows = "| Folder maken | Sanne de Wit | |\n| Balie inrichten | Sanne de Wit | x |\n"
    plan = read("# CRM\n\n## Acties\n\n| Actie | Wie | √ |\n|---|---|---|\n" + rows)
    assert [action.done for action in plan.actions] == [False, True]


# ---------------------------------------------------------------- owners


@pytest.mark.parametrize("name", CASES["owner"]["nobody"])
def test_nobody_in_particular(name: str) -> None:
    assert kind_of(name, lexicon()) in (OwnerKind.VAGUE, OwnerKind.PLACEHOLDER)


@pytest.mark.parametrize("name", CASES["owner"]["somebody"])
def test_a_role_or_a_named_group_is_somebody(name: str) -> None:
    assert kind_of(name, lexicon()) in (OwnerKind.ROLE, OwnerKind.GROUP)


@pytest.mark.parametrize("name", CASES["owner"]["person"])
def test_a_person(name: str) -> None:
    assert kind_of(name, lexicon()) is OwnerKind.PERSON


@pytest.mark.parametrize("words", CASES["owner"]["same_as_above"])
def test_the_same_as_above(words: str) -> None:
    assert lexicon().is_one_of("same_as_above", words)


# ---------------------------------------------------------------- SMART


@pytest.mark.parametrize(
    "words",
    [
        *("versie 2.0 van de app", "v 3.1", "ISO 27001", "NEN 7510", "PRINCE2", "ITIL 4", "RFC 2616"),
        *("artikel 3.1", "lid 2", "§ 3", "hoofdstuk 4", "bijlage 2", "stap 3", "fase 2 is klaar", "sprint 3"),
        *("doel 2", "risico 4", "team 4 werkt", "groep 8", "wijk 7"),
        *("Microsoft 365", "Windows 11", "SQL Server 2019", "COVID-19", "24/7 bereikbaar", "2FA"),
        *("bel 030-1234567", "0612345678"),
    ],
)
def test_numbers_that_are_names_measure_nothing(words: str) -> None:
    assert not smart.measurable(plain(words), find_periods(words)).found


@pytest.mark.parametrize(
    "words",
    [
        *("Nulmeting: 61%", "uitgangswaarde 12", "startwaarde 7", "huidige waarde 40", "ten opzichte van 2025"),
        *("t.o.v. 2025", "vergeleken met vorig jaar", "peildatum 1 mei", "baseline 12%"),
        *("nu 12 klachten", "momenteel 7,1", "thans 12%", "op dit moment 40", "de huidige 12 klachten"),
        *("van 7,1 naar 8,0", "van € 40 naar € 30", "(was 12)", "(nulmeting: 61%)"),
    ],
)
def test_what_is_a_baseline(words: str) -> None:
    assert smart.baseline(plain(words), lexicon()) is not None


@pytest.mark.parametrize("words", ["in 2025 12%", "Eind 2026 heeft 80% de training gevolgd", "digitaal werken"])
def test_a_year_beside_a_number_is_no_baseline(words: str) -> None:
    """As often the year in which a goal is to be reached."""
    assert smart.baseline(plain(words), lexicon()) is None


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ("is geslaagd als 90% inlogt", True),
        ("succesvol wanneer", True),
        ("Succescriteria:", True),
        ("Acceptatiecriteria:", True),
        ("Definition of done:", True),
        ("succesvol project", False),
    ],
)
def test_what_says_when_it_is_a_success(words: str, says: bool) -> None:
    assert lexicon().holds("smart.success", words) is says


def test_a_question_states_no_goal() -> None:
    """A template asks it; the plan's answer is the goal."""
    question = "Wat wil je met de invoering bereiken?"
    assert read(f"# CRM\n\n## Doelen\n\n{question}\n").goals == ()
    (goal,) = read(f"# CRM\n\n## Doelen\n\n{question} We willen bereiken dat 40 cliënten meedoen.\n").goals
    assert "Wat wil je" not in goal.text


def test_a_numbered_goal_and_a_numbered_target_group() -> None:
    (goal,) = read("# CRM\n\n## Doelen\n\n**Doel 1** Op 1 mei 2026 zijn 40 cliënten gekoppeld.\n").goals
    assert goal.number == 1
    assert read("# CRM\n\n## Doelgroepen\n\n**Doelgroep 1** Cliënten die al 40 jaar wachten.\n").goals == ()


AVOIDED = [
    "Voorkomen dat medewerkers dossiers kwijtraken.",
    "Het voorkomen van valpartijen.",
    "Klachten vermijden.",
    "Terugval van cliënten tegengaan.",
    "Verhinderen dat cliënten wegblijven.",
    "We stoppen met het gebruik van losse lijsten.",
    "Er zijn geen papieren dossiers meer.",
    "Niet langer afhankelijk zijn van papieren dossiers.",
    "Nooit meer wachten.",
    "Dossiers worden niet meer geprint.",
]
REACHED = [
    # a reduction is something to reach
    "De wachttijd verlagen.",
    "Klachten verminderen.",
    "De doorlooptijd verkorten.",
    "Het verzuim terugdringen.",
    "Het aantal fouten halveren.",
    # a norm that is negative by nature
    "Nul datalekken in 2026.",
    "Geen dataverlies tijdens de migratie.",
    "De overgang verloopt zonder onderbreking.",
    "Foutloos registreren.",
    "Geen enkele uitzondering op de regel.",
    # a "niet" that is not the core
    "Niet alleen sneller, maar ook beter werken.",
    "Medewerkers raken geen dossiers kwijt.",
    "Zonder papier werken.",
    "Niet meer dan 5 klachten per maand.",
    "Iedere verzorgende leert hoe zij bij cliënten thuis valpartijen kan voorkomen.",
]


@pytest.mark.parametrize("goal", AVOIDED)
def test_a_goal_that_is_an_avoidance(goal: str) -> None:
    assert [one.negation is not None for one in read(f"# CRM\n\n## Doelen\n\n- Doel 1: {goal}\n").goals] == [True]


@pytest.mark.parametrize("goal", REACHED)
def test_a_goal_that_is_none(goal: str) -> None:
    assert [one.negation for one in read(f"# CRM\n\n## Doelen\n\n- Doel 1: {goal}\n").goals] == [None]


# ---------------------------------------------------------------- blanks

BLANK_LINES = {
    "[naam projectleider]": True,
    "[datum]": True,
    "[… invullen]": True,
    "[tekst](http://voorbeeld.nl)": False,
    "- [x] gedaan": False,
    "[^1]": False,
    "<vul naam project in>": True,
    "<naam Opdrachtnemer>": True,
    "a < b": False,
    "{opdrachtgevende organisatie}": True,
    "{aantal} weken": True,
    "{ }": False,
    "......": True,
    "Telefoon: ____": True,
    "1.2.3": False,
    "**Doel 3**": True,
    "Doel 1 Op 1 mei": False,
    "**Laatst bijgewerkt op:**": True,
    "Naam: Sanne": False,
    "dd-mm-jjjj": True,
    "xx-xx-2026": True,
    "15-03-2026": False,
}


@pytest.mark.parametrize(("line", "blank"), BLANK_LINES.items())
def test_a_line_that_must_still_be_filled_in(line: str, blank: bool) -> None:
    text = f"# CRM\n\n## Doelen\n\nWe werken eraan.\n\n{line}\n"
    assert bool(found("STR004", text)) is blank


# ---------------------------------------------------------------- sentences

ENDS_A_SENTENCE = ("e.d.", "enz.", "etc.")
"""These close an enumeration: what follows with a capital is a new sentence."""


@pytest.mark.parametrize("word", [word for word in CASES["abbreviations"] if word not in ENDS_A_SENTENCE])
def test_an_abbreviation_ends_no_sentence(word: str) -> None:
    text = plain(f"We doen dit {word} Sanne morgen. Daarna is het klaar.")
    assert len(list(sentences(text))) == 2


@pytest.mark.parametrize("word", ENDS_A_SENTENCE)
def test_what_closes_an_enumeration_ends_a_sentence(word: str) -> None:
    assert word in CASES["abbreviations"]
    assert len(list(sentences(plain(f"We kopen folders, pennen {word} Sanne bestelt ze.")))) == 2
    assert len(list(sentences(plain(f"We kopen folders, pennen {word} in de stad.")))) == 1

"""Actions in lists and sentences: what an item says of who and when, itself, its parent or its heading."""

from __future__ import annotations

import pytest

from implan_lint.diagnostic import Confidence
from implan_lint.plan.model import ActionKind, Origin, OwnerKind, Plan
from tests.plan.reading import read, texts, who_and_when, words


def under(heading: str, body: str) -> str:
    return f"# Plan van aanpak\n\n## {heading}\n\n{body}\n"


@pytest.mark.parametrize(
    ("item", "owner", "when"),
    [
        ("Sanne de Wit: trainen, voor 1 mei", "Sanne de Wit", "voor 1 mei"),
        ("[ ] Jan: trainen, voor 1 mei", "Jan", "voor 1 mei"),
        ("[x] Sanne de Wit: draaiboek schrijven (1 april 2026)", "Sanne de Wit", "1 april 2026"),
        ("Projectleider: stuurgroep bijeenroepen", "Projectleider", None),
        ("Folder maken (wie: Jan de Boer, wanneer: 1 mei 2026)", "Jan de Boer", "1 mei 2026"),
        ("Folder maken (Wanneer: 1 mei 2026; Wie: Jan de Boer)", "Jan de Boer", "1 mei 2026"),
        ("Folder maken. Eigenaar: Jan de Boer. Deadline: 1 mei 2026", "Jan de Boer", "1 mei 2026"),
        ("Make a leaflet (owner: Anna Smith, deadline: 1 May 2026)", "Anna Smith", "1 May 2026"),
        ("Bellen met de gemeente (Sanne de Wit, 3 juni 2026)", "Sanne de Wit", "3 juni 2026"),
        ("Bellen met de gemeente (3 juni 2026; Sanne de Wit)", "Sanne de Wit", "3 juni 2026"),
        ("Systeem inrichten - functioneel beheerder, week 12 2026", "functioneel beheerder", "week 12 2026"),
        ("Systeem inrichten | projectteam", "projectteam", None),
        ("Toetsen door de projectleider", "de projectleider", None),
        ("De lijst mailen @sanne", "sanne", None),
        ("Week 12: systeem inrichten", None, "Week 12"),
        ("Systeem inrichten in mei 2026", None, "mei 2026"),
        ("Systeem inrichten", None, None),
        ("Overleg met Jan (wie: ?, wanneer: n.t.b.)", None, None),
        ("Overleg met Jan (wie: [naam], wanneer: dd-mm-jjjj)", None, None),
    ],
)
def test_what_an_item_says_of_who_and_when(item: str, owner: str | None, when: str | None) -> None:
    plan = read(under("Acties", f"- {item}"))
    (action,) = plan.actions
    assert (words(action.owner), words(action.when)) == (owner, when)
    assert (action.line, action.place.origin, action.when_inherited) == (5, Origin.LIST_ITEM, False)
    for mention in (action.owner, action.when):
        if mention is not None:
            assert plan.document.source.slice(mention.span) == mention.text


def test_a_placeholder_is_kept_apart_from_a_missing_value() -> None:
    plan = read(under("Acties", "- Overleg (wie: ?, wanneer: n.t.b.)"))
    (action,) = plan.actions
    assert (words(action.owner_blank), words(action.when_blank)) == ("?", "n.t.b.")


def test_boxes_tell_progress() -> None:
    plan = read(under("Acties", "- [ ] Zaal boeken\n- [x] Trainer zoeken\n- ~~Koffie halen~~\n"))
    assert [(action.text, action.done, action.withdrawn) for action in plan.actions] == [
        ("Zaal boeken", False, False),
        ("Trainer zoeken", True, False),
        ("Koffie halen", None, True),
    ]


def test_boxes_are_actions_under_any_heading_but_not_as_questions() -> None:
    plan = read(under("Overig", "- [ ] Leverancier bellen\n- [ ] Wat doen we met de printers?\n- Los punt\n"))
    assert texts(plan.actions) == ["Leverancier bellen"]


def test_boxes_under_scope_are_scope() -> None:
    assert read(under("Buiten scope", "- [ ] Printers\n")).actions == ()


def test_short_items_head_the_items_below_them() -> None:
    plan = read(
        """
        # Plan van aanpak

        ## Acties

        - Voorbereiding (mei 2026):
          - Zaal boeken
          - Trainer zoeken (1 april 2026)
        - Handleiding schrijven voor alle gebruikers
          - met plaatjes
        """
    )
    assert [(*who_and_when(action), action.when_inherited) for action in plan.actions] == [
        ("Zaal boeken", None, "mei 2026", True),
        ("Trainer zoeken (1 april 2026)", None, "1 april 2026", False),
        ("Handleiding schrijven voor alle gebruikers", None, None, False),
    ]


def test_who_and_when_below_an_item_belong_to_it() -> None:
    plan = read(
        """
        # Plan van aanpak

        ## Acties

        - Testen
          - Wie: Sanne de Wit
          - Wanneer: mei 2026
        - Trainen
          - Wie: nog te bepalen
          - Wanneer: ?
        """
    )
    tested, trained = plan.actions
    assert who_and_when(tested) == ("Testen", "Sanne de Wit", "mei 2026")
    assert who_and_when(trained) == ("Trainen", None, None)
    assert (words(trained.owner_blank), words(trained.when_blank)) == ("nog te bepalen", "?")


@pytest.mark.parametrize(
    ("heading", "when"),
    [
        ("Fase 1: voorbereiden (1 maart - 30 april 2026)", "1 maart - 30 april 2026"),
        ("Stap 2 (week 20-22)", "week 20-22"),
        ("Week 12: kick-off", "Week 12"),
        ("Phase 1 (May 2026)", "May 2026"),
        ("Fase 1: voorbereiden", None),
    ],
)
def test_a_phase_heading_gives_its_period(heading: str, when: str | None) -> None:
    plan = read(under("Acties", f"### {heading}\n\n- Zaal boeken\n- Trainer zoeken, voor 1 april 2026"))
    first, second = plan.actions
    assert (words(first.when), first.when_inherited) == (when, when is not None)
    assert (words(second.when), second.when_inherited) == ("voor 1 april 2026", False)


def test_a_calendar_week_just_behind_the_other_dates_stays_one() -> None:
    plan = read(under("Acties", "- Zaal boeken (1 maart 2026)\n- Koffie halen (30 april 2026)\n- Trainen (week 20)"))
    period = plan.actions[-1].period
    assert period is not None
    assert str(period.latest) == "2026-05-17"


def test_a_week_that_is_never_in_the_plan_counts_from_its_start() -> None:
    plan = read(under("Acties", "- Zaal boeken (1 september 2026)\n- Livegang (30 november 2026)\n- Trainen (week 3)"))
    period = plan.actions[-1].period
    assert period is not None
    assert str(period.earliest) == "2026-09-15"


@pytest.mark.parametrize(
    ("sentence", "things"),
    [
        (
            "Taken omvatten het selecteren van een leverancier, het configureren van het systeem en het trainen van "
            "medewerkers.",
            [
                "het selecteren van een leverancier",
                "het configureren van het systeem",
                "het trainen van medewerkers",
            ],
        ),
        (
            "De werkzaamheden bestaan uit: inrichten, testen (door twee teams, op locatie) en trainen.",
            ["inrichten", "testen (door twee teams, op locatie)", "trainen"],
        ),
        (
            "Activities include selecting a vendor, configuring the system, and training staff.",
            ["selecting a vendor", "configuring the system", "training staff"],
        ),
        ("De activiteiten zijn belangrijk.", []),
        ("Het systeem omvat facturen, contacten en agenda's.", []),
    ],
)
def test_sentences_that_list_work(sentence: str, things: list[str]) -> None:
    plan = read(under("Activiteiten", sentence))
    assert texts(plan.actions) == things
    assert {action.place.origin for action in plan.actions} <= {Origin.SENTENCE}
    for action in plan.actions:
        assert plan.document.source.slice(action.span) == action.text


def test_sentences_count_only_where_nothing_else_is_an_action() -> None:
    plan = read(under("Acties", "Taken omvatten testen, trainen en bellen.\n\n- Zaal boeken"))
    assert texts(plan.actions) == ["Zaal boeken"]


def test_an_unnamed_list_of_orders_is_uncertain() -> None:
    plan = read(under("Hoe het gaat", "1. Controleer de lijst\n2. Stuur de brief\n3. Bel de leverancier"))
    assert [(action.text, action.place.confidence) for action in plan.actions] == [
        ("Controleer de lijst", Confidence.LOW),
        ("Stuur de brief", Confidence.LOW),
        ("Bel de leverancier", Confidence.LOW),
    ]


@pytest.mark.parametrize("heading", ["Scope", "Risico's", "Doelen", "Begrippen", "Bijlagen", "Stakeholders"])
def test_a_list_elsewhere_is_no_work(heading: str) -> None:
    plan = read(under(heading, "1. Controleer de lijst\n2. Stuur de brief\n3. Bel de leverancier"))
    assert plan.actions == ()


@pytest.mark.parametrize("codes", [("W-01", "W-02", "W-03"), ("W-1", "W-2", "W-3")])
def test_a_list_of_codes_is_no_list_of_weeks(codes: tuple[str, ...]) -> None:
    assert read(under("Wensen", "\n".join(f"- {code}: Snelle inlog" for code in codes))).actions == ()


def test_a_list_that_counts_down_to_an_event() -> None:
    plan = read(under("Voorbereiding", "- W-4: Zaal boeken\n- W-2: Folder sturen\n- W-1: Koffie halen"))
    assert [words(action.when) for action in plan.actions] == ["W-4", "W-2", "W-1"]


def test_items_under_borging_that_name_their_owner() -> None:
    plan = read(under("Borging", "- Handboek bijwerken (wie: Sanne de Wit, wanneer: elk kwartaal)\n- Aandacht"))
    assert [(action.kind, *who_and_when(action)) for action in plan.actions] == [
        (
            ActionKind.ASSURANCE,
            "Handboek bijwerken (wie: Sanne de Wit, wanneer: elk kwartaal)",
            "Sanne de Wit",
            "elk kwartaal",
        )
    ]


def test_a_party_under_responsibilities_owns_its_list() -> None:
    plan = read(
        """
        # Plan van aanpak

        ## Verantwoordelijkheden

        ### Projectleider

        - Bewaakt de planning
        - Bereidt de stuurgroep voor
        """
    )
    assert [who_and_when(action)[:2] for action in plan.actions] == [
        ("Bewaakt de planning", "Projectleider"),
        ("Bereidt de stuurgroep voor", "Projectleider"),
    ]
    assert plan.actions[0].owners[0].kind is OwnerKind.ROLE


@pytest.mark.parametrize(
    ("item", "numbers"),
    [("Trainen (doel 1 en 2)", (1, 2)), ("Trainen voor doelstelling 3", (3,)), ("Trainen", None)],
)
def test_goals_that_an_item_names(item: str, numbers: tuple[int, ...] | None) -> None:
    (action,) = read(under("Acties", f"- {item}")).actions
    assert (action.goals.numbers if action.goals else None) == numbers


@pytest.mark.parametrize(
    ("item", "vague"),
    [
        ("Aandacht voor privacy", "Aandacht voor"),
        ("Sanne de Wit: nadenken over de lunch", "nadenken over"),
        ("Privacy oppakken, voor 1 mei", "oppakken"),
        ("Handleiding schrijven", None),
        ("Gesprek voeren waarin we aandacht voor privacy vragen aan de directie van Zuid", None),
    ],
)
def test_vague_verbs(item: str, vague: str | None) -> None:
    (action,) = read(under("Acties", f"- {item}")).actions
    assert words(action.vague_verb) == vague


@pytest.mark.parametrize(
    ("item", "owner", "when"),
    [
        ("Flyers drukken, Sanne de Wit", "Sanne de Wit", None),
        ("Flyers drukken, Hamid", "Hamid", None),
        ("Bord ophangen bij de ingang: Hamid, 4 mei", "Hamid", "4 mei"),
        ("Flyers ophalen - Inkoop (Hamid)", "Inkoop (Hamid)", None),
        ("Besluit over de tweede ronde: stuurgroep", "stuurgroep", None),
        ("Kleurproef goedkeuren; projectleider", "projectleider", None),
        # who takes part, or for whom it is, need not do it
        ("Overleggen met de directeur, teamleider", None, None),
        ("Uitleg geven: teamleiders", None, None),
        ("Flyers drukken, Amsterdam", None, None),
        ("Kraam: Een USB-kabel", None, None),
        ("Kassa: Retro Biljet", None, None),
        ("Flyers drukken, klaar op 4 mei", None, "4 mei"),
    ],
)
def test_who_and_when_at_the_end_of_an_item(item: str, owner: str | None, when: str | None) -> None:
    plan = read(under("Acties", f"- {item}\n- Prijzen opvragen (Hamid)"))
    assert (words(plan.actions[0].owner), words(plan.actions[0].when)) == (owner, when)


def test_an_item_that_only_names_a_period_heads_the_items_below_it() -> None:
    body = "- Alle wijken (juni 2026)\n- Klaarzetten (mei 2026)\n  - kramen huren\n  - stroom aanvragen"
    actions = read(under("Acties", body)).actions
    assert texts(actions) == ["Alle wijken (juni 2026)", "kramen huren", "stroom aanvragen"]
    assert [words(action.when) for action in actions] == ["juni 2026", "mei 2026", "mei 2026"]


def test_work_below_work_is_read_if_it_says_itself_who_does_it_and_when() -> None:
    body = (
        "- De markt draait een week proef\n  - rondleiding voor kramers: Sanne de Wit, 4 mei\n  - met muziek en koffie"
    )
    actions = read(under("Acties", body)).actions
    assert texts(actions) == ["De markt draait een week proef", "rondleiding voor kramers: Sanne de Wit, 4 mei"]


@pytest.mark.parametrize(
    "body",
    [
        "- [ ] Ik heb twee kramers gebeld.\n- [ ] Mijn vergunning is binnen.\n- [ ] Ik poets elke dag de kraam.",
        "- [ ] We have the permit\n- [ ] Our stall is ready\n- [ ] I know who helps",
        "- De kassa werkt zonder internet\n- Een kramer kan zelf prijzen aanpassen\n- Het bonnetje klopt met de kassa",
    ],
)
def test_what_is_so_or_must_be_possible_is_no_work(body: str) -> None:
    assert read(under("Checklist", body)).actions == ()


def test_work_in_the_first_person_and_work_that_looks_like_a_property_stays_work() -> None:
    body = "- Ik bel twee kramers\n- Ik vraag de vergunning aan\n- Mijn zus helpt op zaterdag"
    assert len(read(under("Acties", body)).actions) == 3
    body = "- Controleren of de kassa werkt\n- Testen of pinnen werkt\n- Nagaan dat het bonnetje klopt"
    assert len(read(under("Acties", body)).actions) == 3
    body = "- Werken aan de kassa\n- Sanne werkt met de kramers samen\n- De gids werkt de route uit"
    assert len(read(under("Acties", body)).actions) == 3


@pytest.mark.parametrize(
    ("item", "owner"),
    [
        ("Folders uitdelen bij de ingang; de mentoren", "de mentoren"),
        ("Folders uitdelen bij de ingang, 4 mei, teamleiders dag", "teamleiders dag"),
        ("Folders uitdelen bij de ingang, teamleiders", None),
        ("K1 Kramers: Sanne de Wit belt alle kramers", "Sanne de Wit"),
        ("K1 Kramers: alle kramers bellen", None),
    ],
)
def test_roles_behind_a_semicolon_or_a_moment_and_names_behind_a_title(item: str, owner: str | None) -> None:
    assert words(read(under("Acties", f"- {item}")).actions[0].owner) == owner


def test_strategies_in_a_list_are_work_if_they_say_who_and_when() -> None:
    body = "- S1 Ruimte: Sanne de Wit zet het plein af, 1 juni 2026\n- S2 Gesprekken met de buurt"
    actions = read(under("Strategieën", body)).actions
    assert [(action.kind, words(action.owner), words(action.when)) for action in actions] == [
        (ActionKind.STRATEGY, "Sanne de Wit", "1 juni 2026")
    ]


def test_what_will_be_delivered_is_no_sure_work_beside_what_will_be_done() -> None:
    actions = read(under("Op te leveren producten en activiteiten", "- Een plattegrond\n- Een draaiboek")).actions
    assert {action.place.confidence for action in actions} == {Confidence.LOW}


def test_a_table_of_contents_holds_no_actions() -> None:
    plan = read(
        "# Plan\n\n## Acties per soort\n\n- **[Acties van scholen](#scholen)**\n- [Acties van ouders](#ouders)\n"
    )
    assert plan.actions == ()


def told(plan: Plan) -> list[tuple[str | None, str | None]]:
    return [(words(action.owner), words(action.when)) for action in plan.actions]


def test_work_below_a_month_is_done_in_that_month() -> None:
    body = "- **Maart**\n    - Lessen geven\n    - Folder maken\n- April en mei\n    - Buren bezoeken in de wijk"
    assert told(read(under("Acties", body))) == [(None, "Maart"), (None, "Maart"), (None, "April en mei")]


def test_work_under_a_heading_that_is_a_month_is_done_in_that_month() -> None:
    plan = read("# Plan van aanpak\n\n## Acties\n\n### Oktober en november\n\n- Lessen geven aan beide teams\n")
    assert told(plan) == [(None, "Oktober en november")]


LEGEND = "SdW = Sanne de Wit (projectleider), OA: de opleidingsadviseur, Anna Smit.\n\n"


@pytest.mark.parametrize(
    ("explained", "item", "owner"),
    [
        (LEGEND, "Folder maken (SdW)", "SdW"),
        (LEGEND, "Folder maken (SdW/OA)", "SdW/OA"),
        (LEGEND, "Folder maken (OA, projectleider)", "OA, projectleider"),
        ("Sanne de Wit (SdW) trekt dit plan.\n\n", "Folder maken (SdW)", "SdW"),
        (LEGEND, "Folder maken (PDF)", None),
        ("OA = overzicht van afwijkingen.\n\n", "Lijst maken (OA)", None),
        ("", "Folder maken (SdW)", None),
    ],
)
def test_initials_behind_an_item_are_an_owner_where_the_plan_explains_them(
    explained: str, item: str, owner: str | None
) -> None:
    assert [found for found, _ in told(read(under("Acties", f"{explained}- {item}")))] == [owner]


def test_initials_without_a_legend_are_owners_where_the_whole_list_ends_in_them() -> None:
    items = "- Folder maken (JdV)\n- Ruimte huren (MB/KS)\n- Lessen geven (JdV)\n- Koppeling met het ECD bouwen (ECD)"
    owners = [owner for owner, _ in told(read(under("Acties", items)))]
    assert owners == ["JdV", "MB/KS", "JdV", None]

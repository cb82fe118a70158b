"""Whether a goal says by when."""

from __future__ import annotations

from datetime import date

import pytest

from implan_lint.plan.time.reader import TimeContext, find_periods, has_term

WITH_TERM = [
    "De klanttevredenheid stijgt van 7,1 naar 8,0 op 31 december 2026.",
    "Het bedrijf verhoogt de klanttevredenheid met 15% en de sales "
    "conversie ratio met 10% binnen 6 maanden na implementatie.",
    "Alle 42 wijkverpleegkundigen van locatie Oost werken vanaf 1 juni 2026 met het nieuwe ECD.",
    "Uiterlijk 1 mei 2026 is het DAP door beide partijen ondertekend.",
    "In schooljaar 2026-2027 zijn 24 studenten geplaatst via IPS-Onderwijs.",
    "Eind 2026 gebruikt 80% van de consulenten het nieuwe gespreksmodel.",
    "De doorlooptijd van een aanvraag daalt in Q4 2026 naar ten hoogste 5 werkdagen.",
    "Vóór de zomer van 2026 zijn alle key-users getraind.",
    "Het ziekteverzuim in team Zuid daalt van 8,2% naar 6% per 1 januari 2027.",
    "Het nieuwe CRM-systeem is op 1 september 2026 operationeel.",
    "Cliënten beoordelen de begeleiding in december 2026 gemiddeld met een 8 of hoger.",
    "Binnen drie maanden na livegang logt 90% van de gebruikers wekelijks in.",
    "Medio 2027 is de methode ingevoerd op zes locaties.",
    "Geen dataverlies tijdens de migratie in week 34 van 2026.",
    "Er zijn nul kritieke storingen in de eerste maand na go-live.",
    "Per 1-4-2026 beschikt elke locatie over minimaal twee opgeleide aandachtsfunctionarissen.",
    "8 van de 10 teams bespreken maandelijks hun cijfers vanaf september 2026.",
    "Tussen maart en juni 2026 zijn 120 dossiers gemigreerd.",
    "De budgetcursus is voor 1 oktober 2026 in vier wijken gestart met in totaal 40 deelnemers.",
    "De wachttijd is eind mei 2026 korter dan 4 weken.",
    "In 2026 verminderen we de administratieve last.",
    "De implementatie kost maximaal € 48.000 en is in december 2026 afgerond.",
    "De NPS van ouders ligt in het voorjaar van 2027 op +20.",
    "Aan het einde van het tweede kwartaal 2026 is het draaiboek migratie vastgesteld door de stuurgroep.",
    "Het aantal onjuiste registraties halveert voor 31-12-2026.",
    "Op 15 november 2026 heeft 75% van de huisartsen in de regio de folder ontvangen.",
    "T+4 weken na go-live staan er minder dan 10 openstaande meldingen.",
    "Iedere cliënt heeft in 2027 een actueel plan.",
    "De uptime is minimaal 99,5% gemeten over oktober t/m december 2026.",
    "Uiterlijk week 22 zijn 3 van de 5 koppelingen gereed.",
    "Na de zomervakantie van 2026 starten 12 nieuwe trajecten.",
    "De beheerorganisatie is per 1 augustus 2026 ingericht.",
    "We verdubbelen het bereik onder jongeren in 2026-2027.",
    "95% of users have completed the training by 1 May 2026.",
]
WITHOUT_TERM = [
    "We willen een betere klantenservice.",
    "Op termijn werken alle teams met de nieuwe methode.",
    "De samenwerking met de gemeente optimaliseren.",
    "Voorkomen dat medewerkers dossiers kwijtraken.",
    "Meer studenten met psychische problemen volgen een opleiding.",
    "Medewerkers zijn zich bewust van het belang van privacy.",
    "Zo spoedig mogelijk overgaan op het nieuwe systeem.",
    "Twee keer per jaar evalueren we de werkwijze.",
    "We stoppen met het gebruik van Excel-lijsten.",
    "De medewerkers registreren sneller en beter.",
    "Het team werkt volgens de richtlijn.",
    "Kwaliteit verbeteren.",
    "Versie 2.0 van de app wordt gebruikt volgens artikel 3.1.",
    "Wij voldoen aan ISO 27001 en gebruiken Microsoft 365.",
    "De organisatie is in de toekomst wendbaarder.",
    "Het organiseren van drie trainingen voor alle medewerkers.",
    "Samen bouwen aan een sterke sociale basis.",
    "Over een jaar is de werkwijze geborgd.",
    "Medewerkers vinden binnen 30 seconden het juiste dossier.",
    "De nieuwe werkwijze is de standaard in alle teams.",
    "Niet langer afhankelijk zijn van papieren dossiers.",
    "De hulpverleners hebben voldoende kennis van de interventie.",
    "Doorlopend monitoren van de kwaliteit.",
    "Draagvlak creëren bij het management.",
    "Team 3 en team 4 werken beter samen.",
    "De evaluatie van fase 2 levert lessen op.",
    "Jaarlijks volgen 60 medewerkers de e-learning.",
    "De beheerorganisatie is ingericht.",
    "Binnenkort starten we met de pilot.",
    "Het vertrouwen van bewoners in de wijkaanpak neemt toe.",
]
PLAN = TimeContext(date(2026, 1, 5), date(2026, 12, 31), {"livegang": date(2026, 9, 1)})


@pytest.mark.parametrize("context", [TimeContext(), PLAN])
@pytest.mark.parametrize("goal", WITH_TERM)
def test_a_goal_with_a_term(goal, context):
    assert has_term(find_periods(goal, context))


@pytest.mark.parametrize("context", [TimeContext(), PLAN])
@pytest.mark.parametrize("goal", WITHOUT_TERM)
def test_a_goal_without_a_term(goal, context):
    assert not has_term(find_periods(goal, context))


@pytest.mark.parametrize(
    ("goal", "expected"),
    [
        ("Bij livegang is iedereen getraind.", True),
        ("Bij de implementatie helpen we elkaar.", False),
        ("Binnen 24 uur krijgt de klant antwoord.", False),
        ("Binnen twee werkdagen krijgt de klant antwoord.", False),
        ("Binnen een halfjaar is het team op sterkte.", True),
    ],
)
def test_an_event_or_duration_is_a_term_only_if_it_ends_something(goal, expected):
    assert has_term(find_periods(goal)) == expected

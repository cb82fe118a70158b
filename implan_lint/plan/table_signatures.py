"""The columns and sections by which each kind of table is known."""

from __future__ import annotations

from dataclasses import dataclass, field

from implan_lint.plan.model import TableKind


@dataclass(frozen=True, slots=True)
class Signature:
    """How a kind of table is known: by columns that it must have and columns that it may have."""

    kind: TableKind
    essential: tuple[str, ...]
    """One of these at least."""
    others: tuple[str, ...]
    sections: tuple[str, ...]
    """Section kinds that speak for it."""
    at_least: int = 2
    """How many columns must be recognised outside a section that speaks for it."""
    in_section: int = 2
    asks_for: tuple[str, ...] = ()
    """One of these too, even inside a section that speaks for it."""
    needs_section: bool = False
    needs: tuple[str, ...] = field(default=())
    """One of these as well, outside a section that speaks for it."""


SIGNATURES: tuple[Signature, ...] = (
    Signature(
        TableKind.RISKS,
        ("risico",),
        (
            "nummer",
            "oorzaak",
            "gevolg",
            "kans",
            "impact",
            "kans_impact",
            "score",
            "preventief",
            "correctief",
            "maatregel",
            "risico_eigenaar",
            "restrisico",
            "intern_extern",
            "gereed",
            "wanneer",
            "toelichting",
        ),
        ("risicos",),
        needs=("kans", "impact", "kans_impact", "preventief", "correctief", "maatregel"),
        asks_for=(
            *("kans", "impact", "kans_impact", "preventief", "correctief", "maatregel"),
            *("gevolg", "oorzaak", "risico_eigenaar", "toelichting"),
        ),
    ),
    Signature(
        TableKind.BUDGET,
        ("bedrag",),
        ("kostenpost", "aantal", "tarief", "toelichting", "nummer"),
        ("budget", "middelen"),
        needs=("kostenpost",),
    ),
    Signature(
        TableKind.SCOPE,
        ("scope_in", "scope_uit"),
        ("scope_later",),
        ("scope", "scope_in", "scope_uit"),
    ),
    Signature(
        TableKind.DATA,
        ("gegevens",),
        ("wie_legt_vast", "hoe", "wanneer", "waarmee", "doel_ref", "gereed"),
        ("gegevensverzameling",),
        needs=("wie_legt_vast",),
        at_least=3,
    ),
    Signature(
        TableKind.INDICATORS,
        ("kpi",),
        (
            "doel_ref",
            "nulmeting",
            "streefwaarde",
            "hoe",
            "waarmee",
            "wie",
            "frequentie",
            "wanneer",
            "nummer",
            "toelichting",
        ),
        ("monitoring", "succescriteria", "gegevensverzameling", "evaluatie"),
        needs=("nulmeting", "streefwaarde"),
    ),
    Signature(
        TableKind.COMMUNICATION,
        ("kanaal", "actie_of_overleg", "boodschap", "doelgroep"),
        ("doel_ref", "doel_communicatie", "frequentie", "afzender", "gereed", "toelichting", "nummer", "actie"),
        ("communicatie", "kernboodschap"),
        needs=("doelgroep", "kanaal"),
        at_least=3,
    ),
    Signature(
        TableKind.STAKEHOLDERS,
        ("stakeholder",),
        (
            "intern_extern",
            "belang",
            "behoefte",
            "invloed",
            "betrokkenheid",
            "aanpak",
            "rol",
            "contact",
            "toelichting",
            "nummer",
        ),
        ("stakeholders", "doelgroep"),
        needs=("belang", "invloed", "betrokkenheid", "behoefte"),
    ),
    Signature(
        TableKind.ASSURANCE,
        ("actie", "actie_of_overleg"),
        ("doel_ref", "wie", "wanneer", "start", "eind", "gereed", "nummer", "toelichting"),
        ("borging", "verspreiding"),
        needs_section=True,
    ),
    Signature(
        TableKind.ROLES,
        ("rol", "naam", "verantwoordelijkheden"),
        ("organisatie", "contact", "toelichting", "nummer"),
        ("projectorganisatie", "leverancier", "beheer"),
        needs=("naam",),
    ),
    Signature(
        TableKind.STRATEGIES,
        ("strategie",),
        ("factor", "polariteit", "doelgroep", "fase", "wie", "wanneer", "toelichting", "nummer"),
        ("strategieen",),
        needs=("factor",),
    ),
    Signature(
        TableKind.FACTORS,
        ("factor",),
        ("polariteit", "strategie", "toelichting", "wie", "wanneer", "nummer"),
        ("factoren", "belemmerend", "bevorderend", "context"),
        needs=("polariteit", "strategie"),
    ),
    Signature(
        TableKind.PRECONDITIONS,
        ("randvoorwaarde",),
        ("nummer", "wie", "wanneer", "gereed", "toelichting"),
        ("randvoorwaarden",),
    ),
    Signature(
        TableKind.ACTIONS,
        ("actie",),
        (
            "nummer",
            "doel_ref",
            "wie",
            "wie_eind",
            "wanneer",
            "start",
            "eind",
            "gereed",
            "mijlpaal",
            "fase",
            "strategie",
            "toelichting",
            "afhankelijk_van",
            "aantal",
            "doelgroep",
            "kanaal",
        ),
        ("acties", "planning", "strategieen", "voorbereiding", "evaluatie", "nazorg", "training", "migratie", "beheer"),
        needs=("wie", "wanneer", "start", "eind"),
    ),
    Signature(
        TableKind.MILESTONES,
        ("mijlpaal", "fase"),
        ("nummer", "wie", "wanneer", "start", "eind", "gereed", "toelichting", "afhankelijk_van", "doel_ref", "aantal"),
        ("mijlpalen", "resultaten", "planning"),
        needs=("wanneer", "start", "eind"),
    ),
    Signature(
        TableKind.GOALS,
        ("doeltekst",),
        ("doel_ref", "nummer", "nulmeting", "streefwaarde", "kpi", "wanneer", "wie", "hoe", "waarmee", "toelichting"),
        ("doelen", "succescriteria"),
        needs_section=True,
        in_section=1,
    ),
    Signature(
        TableKind.EVALUATION,
        ("wanneer", "frequentie"),
        ("wie", "actie", "mijlpaal", "nummer", "doel_ref", "gereed", "toelichting"),
        ("evaluatie",),
        needs_section=True,
    ),
)

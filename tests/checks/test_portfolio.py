"""What is said of a plan among others; the rule pages hold the plain cases."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from implan_lint.catalogue.loader import load_catalogue
from implan_lint.checks.cards import card_of
from implan_lint.document.parse import parse
from implan_lint.engine.policy import Policy
from implan_lint.engine.portfolio import gathered
from implan_lint.engine.run import run_rules
from implan_lint.plan.read import read_plan
from tests.plan.reading import read

TODAY = date(2026, 3, 1)


def found(code: str, **plans: str) -> list[str]:
    """ "a: message" for each finding of a rule in plans a.md, b.md, ..."""
    law = load_catalogue()
    plans_read = [
        read_plan(
            parse(text, f"{name}.md"),
            vocabulary=law.vocabulary,
            profiles=law.profiles,
            profile=None,
            today=TODAY,
        )
        for name, text in plans.items()
    ]
    runs = [run_rules(plan, law, Policy(select=(code,))) for plan in gathered(plans_read)]
    return [f"{one.path.removesuffix('.md')}: {one.message}" for run in runs for one in run.diagnostics]


def head(*lines: str) -> str:
    return "\n".join(["---", *lines, "---", "# Plan", ""])


# ---------------------------------------------------------------- POR001


@pytest.mark.parametrize("line", ["plan_id: P-7", "plannummer: p-7", "id: P-7", "plan number: 'P-7'", "Plan-ID: P-7"])
def test_an_id_has_several_names(line: str) -> None:
    assert len(found("POR001", a=head("plan_id: P-7"), b=head(line))) == 2


@pytest.mark.parametrize(
    "line", ["id: plan", "id: 3", "plan_id: '[nummer]'", "plan_id: P-XXX", "plan_id: 0", "plan_id:"]
)
def test_what_is_no_id_is_nobodys_twin(line: str) -> None:
    assert found("POR001", a=head(line), b=head(line)) == []


def test_a_label_in_the_text_is_no_id() -> None:
    assert found("POR001", a="# Plan\n\nId: 12\n", b="# Plan\n\nId: 12\n") == []


def test_a_translation_shares_the_id() -> None:
    dutch = head("plan_id: P-7") + "Het doel van het plan is dat de gemeente sneller antwoordt aan de burger.\n"
    english = head("plan_id: P-7") + "The goal of the plan is that the council will answer the citizens faster.\n"
    assert found("POR001", a=dutch, b=english) == []


def test_all_twins_are_named() -> None:
    plan = head("plan_id: P-7")
    assert found("POR001", a=plan, b=plan, c=plan)[0] == (
        "a: Id 'P-7' is ook de id van b.md en c.md: geef elk plan een eigen id."
    )


# ---------------------------------------------------------------- POR002


def test_what_a_plan_waits_for_may_be_anything() -> None:
    plan = head("afhankelijk_van: [akkoord van de raad, levering 2026, P-8, Plan]")
    assert found("POR002", a=plan, b=head("titel: Plan")) == []


def test_a_wrong_id_is_told_where_others_have_such_an_id() -> None:
    plan = head("depends_on: [P-8, P-9]")
    assert found("POR002", a=plan, b=head("plan_id: P-9")) == [
        "a: Geen van de plannen heeft id 'P-8': noem de id van het plan waarvan dit plan afhankelijk is."
    ]


def test_a_file_that_is_gone_is_told_once() -> None:
    assert len(found("POR002", a="[x](weg.md) [y](b.md) [z](./weg.md#doel)\n", b="# Plan\n")) == 1


# ---------------------------------------------------------------- POR003

OTHER = (
    head("plan_id: P-12")
    + """
## Mijlpalen

| Mijlpaal | Wanneer |
|----------|---------|
| M1: Contract getekend | 1 februari 2026 |
| M2: Koppelvlak klaar | 1 juni 2026 |
| M3: Proef afgerond | rond 1 juli 2026 |
"""
)


def action(what: str, when: str = "15 mei 2026", above: str = "") -> str:
    return f"# Plan\n\n{above}## Acties\n\n| Actie | Wie | Wanneer |\n|--|--|--|\n| {what} | Sanne de Wit | {when} |\n"


@pytest.mark.parametrize(
    "what",
    [
        "Testen na M2 van [het portaal](b.md)",
        "Testen na mijlpaal 2 van P-12",
        "Testen na mijlpaal 2 uit het plan [portaal](b.md)",
        "Testen, afhankelijk van [het portaal](b.md), M2",
        "Testen zodra M2 ([portaal](b.md)) er is",
        "Testen na het koppelvlak klaar van [portaal](b.md)",
        "Test after milestone 2 of [the portal](b.md)",
        "[Koppeling](b.md) testen na M2 van [het portaal](b.md)",
    ],
)
def test_work_that_waits_for_a_later_milestone(what: str) -> None:
    assert len(found("POR003", a=action(what), b=OTHER)) == 1


@pytest.mark.parametrize(
    ("what", "when"),
    [
        ("Testen na M2 van [het portaal](b.md)", "1 juni 2026"),
        ("Testen na M2 van [het portaal](b.md)", "juni 2026"),
        ("Testen na M2 van [het portaal](b.md)", "2e kwartaal 2026"),
        ("Testen na M2 van [het portaal](b.md)", "binnenkort"),
        ("Testen na M2 van [het portaal](c.md)", "15 mei 2026"),
        ("Testen na M3 van [het portaal](b.md)", "15 mei 2026"),
        ("Testen na M9 van [het portaal](b.md)", "15 mei 2026"),
        ("Gegevens leveren voor M2 van [het portaal](b.md)", "15 mei 2026"),
        ("Zie M2 van [het portaal](b.md)", "15 mei 2026"),
        ("Testen na de vakantie, zie [het portaal](b.md)", "15 mei 2026"),
        ("Testen na M2, met de uitkomst van [het portaal](b.md)", "15 mei 2026"),
        ("Na de zomer mailen over de stand van zaken met als bijlage [het portaal](b.md), M2", "15 mei 2026"),
        ("~~Testen na M2 van [het portaal](b.md)~~", "15 mei 2026"),
    ],
)
def test_work_that_fits_or_does_not_wait(what: str, when: str) -> None:
    assert found("POR003", a=action(what, when), b=OTHER) == []


def test_a_milestone_that_both_plans_have_is_its_own() -> None:
    own = "## Mijlpalen\n\n| Mijlpaal | Wanneer |\n|--|--|\n| M2: Zaal gehuurd | 1 april 2026 |\n\n"
    assert found("POR003", a=action("Testen na M2 ([portaal](b.md))", above=own), b=OTHER) == []
    assert len(found("POR003", a=action("Testen na M2 van [portaal](b.md)", above=own), b=OTHER)) == 1


def waiting(on: str, other: str = "") -> str:
    head_row = "| Actie | Wanneer | Afhankelijk van | Toelichting |\n|--|--|--|--|\n"
    return f"# Plan\n\n## Acties\n\n{head_row}| Testen | 15 mei 2026 | {on} | {other} |\n"


@pytest.mark.parametrize("on", ["[portaal](b.md), M2", "M2 van [portaal](b.md)", "P-12: M2", "M2 van P-12", "P-12 M2"])
def test_a_column_for_what_it_waits_for(on: str) -> None:
    assert len(found("POR003", a=waiting(on), b=OTHER)) == 1


@pytest.mark.parametrize(("on", "other"), [("M2", "[portaal](b.md)"), ("", "[portaal](b.md), M2"), ("A1", "P-12, M2")])
def test_another_column_says_nothing_of_it(on: str, other: str) -> None:
    assert found("POR003", a=waiting(on, other), b=OTHER) == []


def test_an_id_may_be_all_figures() -> None:
    other = OTHER.replace("P-12", "2026-009")
    assert len(found("POR003", a=action("Testen na M2 van 2026-009"), b=other)) == 1


def test_go_live_stands_in_the_front_matter() -> None:
    other = head("livegang: 2026-09-01")
    (message,) = found("POR003", a=action("Trainen na de livegang van [het portaal](b.md)"), b=other)
    assert "'livegang' in b.md, en dat is pas '2026-09-01'" in message


def test_a_plan_that_is_done_keeps_nobody_waiting() -> None:
    done = OTHER.replace("plan_id: P-12", "plan_id: P-12\nstatus: afgerond")
    assert found("POR003", a=action("Testen na M2 van [het portaal](b.md)"), b=done) == []


# ---------------------------------------------------------------- POR004


def scope(out: str = "", within: str = "") -> str:
    parts = ["# Plan", ""]
    for title, items in (("Buiten scope", out), ("Binnen scope", within)):
        if items:
            parts += [f"## {title}", "", *(f"- {item}" for item in items.split("; ")), ""]
    return "\n".join(parts)


@pytest.mark.parametrize(
    "out",
    [
        "Training van gebruikers: zie [b](b.md)",
        "Training van gebruikers ([b](b.md))",
        "Training van gebruikers valt onder het plan [b](b.md)",
        "Training van gebruikers – [b](b.md)",
        "Training van gebruikers valt buiten de scope en hoort bij [b](b.md)",
        "Training of users, covered by [b](b.md)",
    ],
)
def test_what_is_left_to_a_plan_that_leaves_it_out(out: str) -> None:
    other = "Training of users" if "users" in out else "Training van gebruikers"
    assert len(found("POR004", a=scope(out), b=scope(other))) == 1


@pytest.mark.parametrize(
    ("out", "other"),
    [
        ("Training van gebruikers: zie [b](b.md)", scope("Training van beheerders")),
        ("Training: zie [b](b.md)", scope("Training van beheerders")),
        ("Training van gebruikers: zie [b](b.md)", scope("Training", "Training van gebruikers")),
        ("Training van gebruikers: zie [b](b.md)", scope(within="Training van gebruikers")),
        ("Training van gebruikers van [b](b.md)", scope("Training van gebruikers")),
        ("Training van gebruikers", scope("Training van gebruikers")),
        ("Training van gebruikers", scope(within="Training van gebruikers")),
        ("Training; zie [b](b.md)", scope(within="Training")),
        ("Geen; zie [b](b.md)", scope("Geen")),
    ],
)
def test_what_fits_together_or_is_no_pointer(out: str, other: str) -> None:
    assert found("POR004", a=scope(out), b=other) == []


def test_what_a_related_plan_promises_may_be_said() -> None:
    (message,) = found(
        "POR004",
        a=scope("Vervangen van tablets; Beheer: zie [b](b.md)"),
        b=scope(within="Vervangen van tablets; Beheer"),
    )
    assert message == (
        "a: 'Vervangen van tablets' valt hier buiten de scope en in b.md erbinnen: schrijf erbij dat dat plan het doet."
    )


# ---------------------------------------------------------------- POR005


def work(count: int, who: str = "Sanne de Wit", when: str = "15 mei 2026", first: int = 1) -> str:
    rows = "".join(f"| Taak {number} uitvoeren | {who} | {when} |\n" for number in range(first, first + count))
    return f"## Acties\n\n| Actie | Wie | Wanneer |\n|--|--|--|\n{rows}"


def test_eleven_at_a_time_is_too_much() -> None:
    assert found("POR005", a=work(11)) == [
        "a: Sanne de Wit heeft op 15 april 2026 11 open acties tegelijk: verdeel het werk of verschuif data."
    ]
    assert found("POR005", a=work(10)) == []


def test_over_all_plans_together() -> None:
    both = found("POR005", a=work(6), b=work(5, "mevr. Sanne de Wit", first=10))
    assert [line[:1] for line in both] == ["a", "b"]
    assert "waarvan 6 in dit plan" in both[0]


@pytest.mark.parametrize(
    "other",
    [
        work(5, "Sanne", first=10),
        work(5, "S. de Wit", first=10),
        work(5, "Projectleider", first=10),
        work(5, "Sanne Bos", first=10),
        work(5, when="15 juli 2026", first=10),
        work(5, when="15 februari 2026", first=10),
        work(5, when="elke maand", first=10),
        work(5, when="n.t.b.", first=10),
        work(5, first=2),
        head("status: afgerond") + work(5, first=10),
        work(5, first=10).replace("| Taak", "| ~~Taak").replace("uitvoeren |", "uitvoeren~~ |"),
    ],
)
def test_what_does_not_count(other: str) -> None:
    assert found("POR005", a=work(6), b=other) == []


def test_a_stretch_counts_from_its_start() -> None:
    assert len(found("POR005", a=work(6), b=work(5, when="1 april 2026 t/m 1 augustus 2026", first=10))) == 2
    assert found("POR005", a=work(6), b=work(5, when="1 juni 2026 t/m 1 augustus 2026", first=10)) == []


def test_who_has_nothing_at_the_peak_is_not_told() -> None:
    plans = {"a": work(11), "b": work(1, when="15 augustus 2026", first=20)}
    assert [line[:1] for line in found("POR005", **plans)] == ["a"]


# ---------------------------------------------------------------- cards

EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*/*.md"))


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_what_stands_on_a_card_stands_in_the_plan(path: Path) -> None:
    plan = read(path.read_text(encoding="utf-8"))
    card = card_of(plan, "/plan.md")
    spans = [one.span for one in card.links] + [one.span for one in card.bounds] + [one.span for one in card.work]
    assert all(0 <= span.start <= span.end <= len(plan.document.source.text) for span in spans)
    assert all(plan.document.source.slice(need.when.span) for need in card.needs)
    assert {one.text for one in card.work} <= {action.text for action in plan.actions}

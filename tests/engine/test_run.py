from __future__ import annotations

from datetime import date

import pytest

from implan_lint.catalogue.model import Catalogue
from implan_lint.diagnostic import Diagnostic, Position, RuleKind, Severity
from implan_lint.engine.policy import Policy
from implan_lint.engine.run import run_rules
from implan_lint.plan.model import Plan
from implan_lint.plan.profile import Phase
from tests.engine.plans import law, plan, rule

pytestmark = pytest.mark.usefixtures("words_plugin")


def shown(found: tuple[Diagnostic, ...]) -> list[str]:
    return [f"{one.start.line}:{one.start.column} {one.severity} {one.code} {one.message}" for one in found]


def run(plan: Plan, catalogue: Catalogue, policy: Policy | None = None) -> list[str]:
    return shown(run_rules(plan, catalogue, policy or Policy()).diagnostics)


def test_a_finding_gets_its_place_words_and_severity() -> None:
    (found,) = run_rules(plan("Een haan.\nEen kip."), law(rule("WRD001")), Policy()).diagnostics
    assert (found.path, found.start, found.end) == ("plan.md", Position(2, 5), Position(2, 8))
    assert (found.code, found.name, found.severity) == ("WRD001", "verboden-woord", Severity.ERROR)
    assert found.message == "'kip' mag niet."
    assert found.url.endswith("/rules/WRD001")
    assert [(place.message, place.start) for place in found.related] == [("Doelen", Position(1, 1))]
    assert found.fix is not None and found.fix.safe
    assert found.fix.description == "haal 'kip' weg"


def test_words_come_in_the_language_asked_for() -> None:
    assert run(plan("kip"), law(rule("WRD001")), Policy("en")) == ["1:1 error WRD001 'kip' is forbidden."]


def test_a_variant_has_its_own_words_help_and_severity() -> None:
    (found,) = run_rules(plan("KIP"), law(rule("WRD001", shout=Severity.INFO)), Policy()).diagnostics
    assert (found.severity, found.message, found.help) == (Severity.INFO, "'KIP' is te hard.", "Sst, 1 maart 2026.")


def test_findings_stand_in_the_order_of_the_text_then_of_the_codes() -> None:
    catalogue = law(rule("WRD001", word="kip"), rule("WRD002", word="haan"), rule("WRD003", word="haan"))
    assert [line[:17] for line in run(plan("haan kip\nkip"), catalogue)] == [
        "1:1 error WRD002 ",
        "1:1 error WRD003 ",
        "1:6 error WRD001 ",
        "2:1 error WRD001 ",
    ]


def test_the_same_finding_twice_is_said_once() -> None:
    assert run(plan("kip kip"), law(rule("WRD001", "twice"))) == [
        "1:1 error WRD001 'kip' mag niet.",
        "1:5 error WRD001 'kip' mag niet.",
    ]


def test_it_tells_on_how_many_things_each_rule_looked() -> None:
    catalogue = law(rule("WRD001"), rule("WRD002", word="haan"), rule("WRD003", severity=Severity.OFF))
    assert run_rules(plan("kip kip"), catalogue, Policy()).looked == {"WRD001": 2, "WRD002": 0}


class TestSeverity:
    def test_a_profile_has_its_own(self) -> None:
        catalogue = law(rule("WRD001", severity={"default": Severity.ERROR, "software": Severity.INFO}))
        assert run(plan("kip", name="software"), catalogue) == ["1:1 info WRD001 'kip' mag niet."]
        assert run(plan("kip", name="algemeen"), catalogue) == ["1:1 error WRD001 'kip' mag niet."]

    def test_a_phase_caps_it_but_not_for_a_contradiction(self) -> None:
        catalogue = law(rule("WRD001"), rule("WRD002", kind=RuleKind.CONTRADICTION))
        assert run(plan("kip", phase=Phase.CONCEPT), catalogue) == [
            "1:1 warning WRD001 'kip' mag niet.",
            "1:1 error WRD002 'kip' mag niet.",
        ]

    def test_a_phase_never_makes_it_graver(self) -> None:
        catalogue = law(rule("WRD001", severity=Severity.INFO))
        assert run(plan("kip", phase=Phase.CONCEPT), catalogue) == ["1:1 info WRD001 'kip' mag niet."]

    def test_a_phase_caps_a_variant_too(self) -> None:
        catalogue = law(rule("WRD001", severity=Severity.INFO, shout=Severity.ERROR))
        assert run(plan("KIP", phase=Phase.CONCEPT), catalogue) == ["1:1 warning WRD001 'KIP' is te hard."]

    @pytest.mark.parametrize("text", ["kip", "KIP"])
    def test_configuration_wins_over_page_variant_and_phase(self, text: str) -> None:
        catalogue = law(rule("WRD001", severity=Severity.OFF, shout=Severity.INFO))
        policy = Policy(severity={"WRD001": Severity.ERROR})
        assert run(plan(text, phase=Phase.CONCEPT), catalogue, policy)[0].startswith("1:1 error WRD001")

    def test_off_is_not_reported(self) -> None:
        assert run(plan("kip KIP"), law(rule("WRD001", shout=Severity.OFF))) == ["1:1 error WRD001 'kip' mag niet."]
        assert run(plan("kip"), law(rule("WRD001")), Policy(severity={"WRD001": Severity.OFF})) == []

    def test_a_graver_variant_of_a_rule_that_is_off_stays_off(self) -> None:
        assert run(plan("KIP"), law(rule("WRD001", severity=Severity.OFF, shout=Severity.ERROR))) == []


class TestSelection:
    @pytest.mark.parametrize(
        ("select", "ignore", "codes"),
        [
            ((), (), ["TWO001", "WRD001", "WRD002"]),
            (("WRD",), (), ["WRD001", "WRD002"]),
            (("WRD",), ("WRD002",), ["WRD001"]),
            (("WRD002", "TWO"), (), ["TWO001", "WRD002"]),
            ((), ("WRD",), ["TWO001"]),
        ],
    )
    def test_by_code_or_family(self, select: tuple[str, ...], ignore: tuple[str, ...], codes: list[str]) -> None:
        catalogue = law(rule("TWO001"), rule("WRD001"), rule("WRD002"))
        found = run_rules(plan("kip"), catalogue, Policy(select=select, ignore=ignore)).diagnostics
        assert [one.code for one in found] == codes

    def test_the_whole_code_of_an_opt_in_rule_turns_it_on(self) -> None:
        catalogue = law(rule("WRD001", severity=Severity.OFF))
        assert run(plan("kip"), catalogue, Policy(select=("WRD001",))) == ["1:1 info WRD001 'kip' mag niet."]
        assert run(plan("kip"), catalogue, Policy(select=("WRD",))) == []


class TestYielding:
    specific = rule("WRD001", about="section:doelen")
    general = rule("WRD002", about="section:doelen", yields_to=("WRD001",))

    def test_the_most_specific_speaks(self) -> None:
        assert run(plan("kip"), law(self.specific, self.general)) == ["1:1 error WRD001 'kip' mag niet."]

    def test_about_another_fact_both_speak(self) -> None:
        other = rule("WRD002", about="section:risicos", yields_to=("WRD001",))
        assert len(run(plan("kip"), law(self.specific, other))) == 2

    @pytest.mark.parametrize(
        "policy",
        [Policy(ignore=("WRD001",)), Policy(select=("WRD002",)), Policy(severity={"WRD001": Severity.OFF})],
    )
    def test_a_rule_that_does_not_speak_silences_nobody(self, policy: Policy) -> None:
        assert run(plan("kip"), law(self.specific, self.general), policy) == ["1:1 error WRD002 'kip' mag niet."]

    def test_a_variant_that_is_off_silences_nobody(self) -> None:
        specific = rule("WRD001", about="section:doelen", shout=Severity.OFF)
        assert run(plan("KIP"), law(specific, self.general)) == ["1:1 error WRD002 'KIP' is te hard."]

    def test_silence_passes_on(self) -> None:
        third = rule("WRD003", about="section:doelen", yields_to=("WRD002",))
        assert run(plan("kip"), law(self.specific, self.general, third)) == ["1:1 error WRD001 'kip' mag niet."]


class TestCrash:
    def test_of_a_rule_costs_neither_the_run_nor_the_other_rules(self) -> None:
        crash, found = run_rules(plan("kip"), law(rule("WRD001"), rule("WRD002", "crashing")), Policy()).diagnostics
        assert (crash.code, crash.name, crash.severity) == ("INT001", "interne-fout", Severity.ERROR)
        assert crash.message.startswith("Regel WRD002 liep vast (ZeroDivisionError: division by zero)")
        assert "niet in het plan" in crash.help
        assert found.code == "WRD001"

    def test_of_its_words_is_told_as_well(self) -> None:
        (crash,) = run_rules(plan("kip"), law(rule("WRD001", "wordless")), Policy("en")).diagnostics
        assert crash.message.startswith("Rule WRD001 crashed (KeyError: 'word')")

    def test_of_a_check_that_is_not_there(self) -> None:
        (crash,) = run_rules(plan("kip"), law(rule("WRD001", "missing")), Policy()).diagnostics
        assert crash.code == "INT001"


class TestFingerprint:
    def of(self, text: str, path: str = "plan.md", policy: Policy | None = None) -> list[str]:
        found = run_rules(plan(text, path), law(rule("WRD001")), policy or Policy()).diagnostics
        return [one.fingerprint for one in found]

    def test_survives_moved_lines_another_name_and_another_language(self) -> None:
        before = self.of("een kip")
        assert self.of("\n\nnog iets\n\neen kip", "elders/ander.md") == before
        assert self.of("een kip", policy=Policy("en")) == before

    def test_tells_equal_findings_apart(self) -> None:
        one, two = self.of("kip kip")
        assert one != two
        assert self.of("kip") == [one]

    def test_is_the_same_tomorrow(self) -> None:
        today, tomorrow = (plan("kip", today=date(2026, 3, day)) for day in (1, 2))
        one, other = (run_rules(each, law(rule("WRD001")), Policy()).diagnostics[0] for each in (today, tomorrow))
        assert one.fingerprint == other.fingerprint

    def test_differs_for_other_words(self) -> None:
        assert self.of("kip") != self.of("KIP!")

    def test_is_32_hexadecimal_digits(self) -> None:
        (fingerprint,) = self.of("kip")
        assert len(fingerprint) == 32
        int(fingerprint, 16)

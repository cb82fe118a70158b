"""Do the examples of the rule pages notice when a rule breaks?

    python benchmarks/mutate_rules.py [CODES...]

Every rule gets two broken checks, one at a time: "silent" finds nothing, "everything" finds the whole plan. The
page's own examples must fail under each: under "silent" one below Fout, under "everything" one below Goed, because
a rule that cries at every plan must not pass for want of a plan that is right. A third kind, "variant", leaves out
the findings of one variant: a kind of finding without an example survives. Prints each mutant that survives, and
a figure per kind. Exit code 1 if one of the first two kinds survives.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from unittest.mock import patch

from implan_lint.catalogue.examples import Example, ExampleKind, read_examples
from implan_lint.catalogue.folders import rules_folder
from implan_lint.catalogue.loader import load_catalogue
from implan_lint.catalogue.model import Catalogue, Rule
from implan_lint.catalogue.wording import placeholders
from implan_lint.checks.base import Look
from implan_lint.diagnostic import Finding, Span
from implan_lint.engine import run
from implan_lint.engine.trial import try_example
from implan_lint.plan.model import Plan

KINDS = ("silent", "everything", "variant")


@dataclass(frozen=True, slots=True)
class Mutant:
    code: str
    kind: str
    """One of KINDS."""
    variant: str = ""

    def findings(self, rule: Rule, plan: Plan, found: Sequence[Finding]) -> tuple[Finding, ...]:
        """What the broken check finds instead of what was `found`."""
        if self.kind == "silent":
            return ()
        if self.kind == "variant":
            return tuple(one for one in found if one.variant != self.variant)
        variant, wording = next(iter(rule.wordings.items()))
        texts = [*wording.message.values(), *wording.help.values()]
        values = {name: name for text in texts for name in placeholders(text)}
        return (Finding(Span(0, len(plan.document.source.text)), values, variant),)

    def __str__(self) -> str:
        return f"{self.code} {self.kind}" + (f" '{self.variant}'" if self.kind == "variant" else "")


def mutants(rule: Rule) -> Iterator[Mutant]:
    yield Mutant(rule.code, "silent")
    yield Mutant(rule.code, "everything")
    if len(rule.wordings) > 1:
        yield from (Mutant(rule.code, "variant", name) for name in rule.wordings)


def is_killed(mutant: Mutant, examples: Sequence[Example], catalogue: Catalogue) -> bool:
    """One of the examples of its page fails under the mutant: under "everything", one below Goed."""
    page = Path(catalogue.rules[mutant.code].page)
    if mutant.kind == "everything":
        examples = [example for example in examples if example.kind is ExampleKind.RIGHT]
    sound = run._findings

    def broken(rule: Rule, plan: Plan, look: Look) -> tuple[Finding, ...]:
        found = sound(rule, plan, look)
        return mutant.findings(rule, plan, found) if rule.code == mutant.code else found

    with patch.object(run, "_findings", broken):
        return any(try_example(example, mutant.code, page, catalogue) for example in examples)


def main(codes: Sequence[str]) -> int:
    catalogue = load_catalogue()
    unknown = [code for code in codes if code not in catalogue.rules]
    if unknown:
        print(f"there is no rule {', '.join(unknown)}", file=sys.stderr)
        return 2
    made = dict.fromkeys(KINDS, 0)
    survived = dict.fromkeys(KINDS, 0)
    for code in codes or catalogue.rules:
        rule = catalogue.rules[code]
        examples = read_examples((rules_folder() / rule.page).read_text(encoding="utf-8"))
        for mutant in mutants(rule):
            made[mutant.kind] += 1
            if not is_killed(mutant, examples, catalogue):
                survived[mutant.kind] += 1
                print(f"survived: {mutant}")
    for kind in KINDS:
        print(f"{kind:10} {made[kind] - survived[kind]} of {made[kind]} killed")
    return 1 if survived["silent"] or survived["everything"] else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))

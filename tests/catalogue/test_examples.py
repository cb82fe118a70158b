from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from implan_lint.catalogue.examples import ExampleKind, Expected, PageError, read_body, read_examples
from tests.catalogue.law import PAGE


def test_a_page_holds_its_own_tests() -> None:
    wrong, right = read_examples(PAGE)
    assert wrong.kind is ExampleKind.WRONG
    assert wrong.options == {"profiel": "klein", "vandaag": "2026-03-01"}
    assert wrong.text.startswith("| Zaal | Beheerder |\n")
    message = "'A' heeft geen beheerder: vul kolom 'Beheerder' in."
    line = PAGE[: PAGE.index("3:10 error")].count("\n") + 1
    assert wrong.expected == (Expected(3, 10, "error", "ACM001", message, line),)
    assert PAGE.splitlines()[wrong.line - 1].startswith("```markdown profiel")
    assert (right.kind, right.text, right.expected) == (ExampleKind.RIGHT, "Zaal A: Sanne.\n", ())


def test_a_plan_in_an_example_may_hold_front_matter_headings_and_fences() -> None:
    plan = "---\nstatus: concept\n---\n## Goed\n\n```markdown\nbinnen\n```\n"
    wrong, _ = read_examples(PAGE.replace("```markdown\nZaal A: Sanne.\n```", f"````markdown\n{plan}````"))[:2]
    _, right = read_examples(PAGE.replace("```markdown\nZaal A: Sanne.\n```", f"````markdown\n{plan}````"))
    assert wrong.text.startswith("| Zaal")
    assert right.text == plan


def test_the_first_fault_is_raised_with_its_line() -> None:
    page = PAGE.replace("3:10", "3,10")
    line = page[: page.index("3,10")].count("\n") + 1
    with pytest.raises(PageError, match=f"line {line}: '3,10 error"):
        read_examples(page)


def test_a_fence_that_is_never_closed_is_told() -> None:
    assert any("never closed" in fault.message for fault in read_body(PAGE + "\n```markdown\n").faults)


@given(st.lists(st.sampled_from([*PAGE.splitlines(), "", "````", "~~~", "# ", "##"])).map("\n".join))
def test_no_page_crashes_the_reader(page: str) -> None:
    body = read_body(page)
    assert all(1 <= fault.line <= page.count("\n") + 1 for fault in body.faults)


PLANS = """\
```markdown bestand=a.md vandaag=2026-03-01
Plan A.
```

```markdown bestand=b.md status=vastgesteld
Plan B.
```

```text
b.md:1:1 error ACM001 Dit is plan B.
```"""


def test_fences_with_a_file_name_are_one_example_of_several_plans() -> None:
    old = PAGE[PAGE.index("```markdown profiel") : PAGE.index("## Goed")].rstrip()
    wrong, _ = read_examples(PAGE.replace(old, PLANS))
    assert [(plan.file, plan.text) for plan in wrong.plans] == [("a.md", "Plan A.\n"), ("b.md", "Plan B.\n")]
    assert wrong.options["vandaag"] == "2026-03-01"
    assert wrong.plans[1].options["status"] == "vastgesteld"
    (expected,) = wrong.expected
    assert (expected.file, expected.line, expected.message) == ("b.md", 1, "Dit is plan B.")


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("b.md:1:1", "c.md:1:1", "begin with one of a.md, b.md"),
        ("b.md:1:1", "1:1", "begin with one of a.md, b.md"),
        ("bestand=b.md", "bestand=a.md", "a name of its own"),
        ("bestand=b.md ", "", "a name of its own"),
    ],
)
def test_the_plans_of_an_example_are_told_apart(old: str, new: str, message: str) -> None:
    wrong = PAGE[PAGE.index("```markdown profiel") : PAGE.index("## Goed")].rstrip()
    assert any(message in fault.message for fault in read_body(PAGE.replace(wrong, PLANS.replace(old, new))).faults)

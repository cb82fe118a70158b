"""Wrong pages: each is refused with its file, the line of the fault and the nearest right word."""

from __future__ import annotations

import pytest

from implan_lint.catalogue.build import build
from implan_lint.catalogue.problems import CatalogueError, Problem
from implan_lint.catalogue.resolve import parameters_of
from implan_lint.diagnostic import Confidence, RuleKind, Severity
from tests.catalogue.law import PAGE, Law

RULE = "zalen/ACM001-zaal-zonder-beheerder.md"


def problems(law: Law) -> tuple[Problem, ...]:
    with pytest.raises(CatalogueError) as raised:
        build([law.folder])
    return raised.value.problems


def only_problem(law: Law, name: str) -> tuple[int, str, str]:
    (problem,) = problems(law)
    assert problem.path == str(law.folder / name)
    return problem.line, problem.message, problem.hint


def test_a_right_page_becomes_a_rule(law: Law) -> None:
    rule = build([law.folder]).rules["ACM001"]
    assert (rule.kind, rule.confidence, rule.source) == (RuleKind.COMPLETENESS, Confidence.HIGH, ("001:68",))
    assert rule.title == {"nl": "Elke zaal heeft een beheerder", "en": "Every room has a keeper"}
    assert rule.wordings[""].message["en"] == "'{action}' has no keeper: fill in column '{column}'."
    assert rule.severity_in("klein") is Severity.OFF
    assert rule.severity_in("ander") is Severity.ERROR


@pytest.mark.parametrize(
    ("old", "new", "message", "hint"),
    [
        ("kind: completeness", "kind: completenes", "'completenes' is no kind", "did you mean 'completeness'?"),
        ('klein: "off"', "klein: warnin", "'warnin' is no klein", "did you mean 'warning'?"),
        ('klein: "off"', "klien: info", "there is no profile 'klien'", "did you mean 'klein'?"),
        ("default: error, ", "", "'severity.default' is missing", ""),
        ("confidence:", "confidense:", "unknown key 'confidense'", "did you mean 'confidence'?"),
        ("  en: \"'{action}", "  eng: \"'{action}", "unknown key 'message.eng'", "did you mean 'en'?"),
        (
            "acme:rooms.without_owner",
            "acme:rooms.without_ownr",
            "there is no check 'acme:rooms.without_ownr'",
            "did you mean 'acme:rooms.without_owner'?",
        ),
        (
            "fill in column '{column}'.\"\nsource",
            "fill in column '{colum}'.\"\nsource",
            "'acme:rooms.without_owner' gives no value for {colum}",
            "did you mean 'column'?",
        ),
        ("fill in column '{column}'.\"\nsource", 'fill it in."\nsource', "{column} stands in one language only", ""),
        ("kind: completeness", "with: {most: 3}\nkind: completeness", "has no parameter 'most'", ""),
        ("kind: completeness", "yields_to: [ACM002]\nkind: completeness", "there is no rule ACM002", "'ACM001'?"),
        ("kind: completeness", "kind: hint\nkind: completeness", "'kind' is given twice", ""),
        ("# Elke zaal heeft een beheerder\n", "", "the title is missing", ""),
        ("*Every room has a keeper*\n", "", "the English title is missing", ""),
        ("## When not\n", "## If not\n", "the section '## When not' is missing", ""),
        ("```markdown\nZaal A", "```text\nZaal A", "'## Goed' has no example", ""),
        ("profiel=klein", "profile=klein", "'profile=klein' is no option", ""),
        ("3:10 error", "3,10 error", "is no diagnostic", ""),
        (
            "```text\n3:10 error ACM001 'A' heeft geen beheerder: vul kolom 'Beheerder' in.\n```\n",
            "",
            "must follow",
            "",
        ),
        ("Nobody else opens it.\n", "", "'## Why' is empty", ""),
        ('["001:68"]', "[]", "'source'", ""),
        ("code: ACM001", "code: ACM1", "'code'", ""),
        ("name: zaal-zonder-beheerder", "name: ZaalZonderBeheerder", "'name'", ""),
        ("name: zaal-zonder-beheerder", "name: zaal", "the file must be called ACM001-zaal.md", ""),
    ],
)
def test_a_wrong_page_is_refused_with_a_hint(law: Law, old: str, new: str, message: str, hint: str) -> None:
    law.change(RULE, old, new)
    found = [problem for problem in problems(law) if message in problem.message]
    assert found, [str(problem) for problem in problems(law)]
    assert hint in found[0].hint
    assert found[0].path == str(law.folder / RULE)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('klein: "off"', "klien: info"),
        ("kind: completeness", "kind: compleet"),
        ("acme:rooms.without_owner", "acme:rooms.zonder"),
        ("```markdown profiel=klein", "```markdown profile=klein"),
        ("3:10 error", "3,10 error"),
    ],
)
def test_a_fault_has_the_line_on_which_it_stands(law: Law, old: str, new: str) -> None:
    line = law.change(RULE, old, new)
    assert only_problem(law, RULE)[0] == line


def test_the_line_is_that_of_the_wrong_key(law: Law) -> None:
    line = law.change(RULE, "  en: \"'{action}' has no keeper", "  en: \"'{acton}' has no keeper")
    assert only_problem(law, RULE) == (
        line,
        "'acme:rooms.without_owner' gives no value for {acton}",
        "did you mean 'action'?",
    )


def test_every_problem_of_every_page_is_told_at_once(law: Law) -> None:
    law.change(RULE, "kind: completeness", "kind: compleet")
    law.change(RULE, "confidence: high", "confidence: hoog")
    law.change("profiles/klein.yaml", "aliases:", "alias:")
    law.change("vocabulary/nl.yaml", "compound: {doelen en acties: [doelen, acties]}", "compound: {beide: [doel]}")
    assert [(problem.line, problem.hint) for problem in problems(law) if problem.path.endswith("yaml")] == [
        (3, "did you mean 'aliases'?"),
        (5, "did you mean 'doelen'?"),
    ]
    assert len([problem for problem in problems(law) if problem.path.endswith(".md")]) == 2


def test_a_loose_brace_is_no_placeholder(law: Law) -> None:
    line = law.change(RULE, "'{action}' has no keeper", "'{action.owner}' has no keeper")
    assert only_problem(law, RULE)[0] == line


def test_a_code_has_one_page(law: Law) -> None:
    law.write("zalen/ACM001-dubbel.md", PAGE.replace("zaal-zonder-beheerder", "dubbel"))
    assert "is also the code of" in only_problem(law, RULE)[1]


def test_a_page_without_front_matter_is_refused(law: Law) -> None:
    law.write("zalen/ACM002-los.md", "# Los\n")
    assert only_problem(law, "zalen/ACM002-los.md")[0] == 1


def test_a_page_that_is_no_text_is_refused(law: Law) -> None:
    (law.folder / RULE).write_bytes(b"---\ncode: \xff\n---\n")
    assert "can't be read" in only_problem(law, RULE)[1]


VARIANTS = """\
check: acme:rooms.too_many
with: {most: 5, words: [zaal, hal]}
variants:
  few: {message: {nl: "weinig {number}", en: "few {number}"}, severity: info}
  many: {message: {nl: "veel", en: "many"}, help: {nl: "minder", en: "less"}}
help: {nl: tel na, en: count again}
"""


def with_variants(law: Law, front: str = VARIANTS) -> None:
    start, end = PAGE.index("message:"), PAGE.index("source:")
    page = PAGE[:start] + front + PAGE[end:]
    law.write(RULE, page.replace("check: acme:rooms.without_owner\n", ""))


def test_each_variant_has_its_own_words_and_severity(law: Law) -> None:
    with_variants(law)
    rule = build([law.folder]).rules["ACM001"]
    assert {name: (words.help["nl"], words.severity) for name, words in rule.wordings.items()} == {
        "few": ("tel na", Severity.INFO),
        "many": ("minder", None),
    }


def test_parameters_have_the_types_that_the_check_declares(law: Law) -> None:
    with_variants(law)
    rule = build([law.folder]).rules["ACM001"]
    assert rule.parameters == {"most": 5, "words": ("zaal", "hal")}
    assert repr(parameters_of(rule)) == "Limits(most=5, words=('zaal', 'hal'))"


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("most: 5", "most: veel", "'with.most'"),
        ("most: 5", "mst: 5", "has no parameter 'mst'"),
        ("  few:", "  fewer:", "tells no variant 'fewer' apart"),
        ("  few:", "  fewer:", "the variant 'few' of 'acme:rooms.too_many' has no message"),
        ("help: {nl: tel na", "message: {nl: a, en: b}\nhelp: {nl: tel na", "has only variants"),
    ],
)
def test_a_page_is_held_to_what_its_check_declares(law: Law, old: str, new: str, message: str) -> None:
    with_variants(law, VARIANTS.replace(old, new))
    assert any(message in problem.message for problem in problems(law))


MENDED = [
    ("acme:rooms.without_owner", "acme:rooms.mended"),
    ("source:", 'fix: {nl: "zet {column} erin", en: "put {column} in"}\nsource:'),
]


def test_a_page_says_what_its_fix_does(law: Law) -> None:
    for old, new in MENDED:
        law.change(RULE, old, new)
    assert build([law.folder]).rules["ACM001"].wordings[""].fix == {"nl": "zet {column} erin", "en": "put {column} in"}


def test_a_fix_has_words(law: Law) -> None:
    law.change(RULE, *MENDED[0])
    assert only_problem(law, RULE)[1] == "'acme:rooms.mended' offers a fix: 'fix' is missing"


def test_words_for_a_fix_have_a_fix(law: Law) -> None:
    line = law.change(RULE, *MENDED[1])
    assert only_problem(law, RULE)[:2] == (line, "'acme:rooms.without_owner' offers no fix")

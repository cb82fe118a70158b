from __future__ import annotations

import pytest

from implan_lint.catalogue.build import build
from implan_lint.catalogue.problems import CatalogueError
from implan_lint.diagnostic import Severity
from tests.catalogue.law import Law

EIGEN = """\
name: eigen
extends: klein
title: {nl: Eigen plan, en: Our plan}
sections:
  - {kind: doelen, required: false}
  - {kind: acties, required: true}
"""


def refused(law: Law, extra: Law | None = None) -> list[tuple[int, str, str]]:
    with pytest.raises(CatalogueError) as raised:
        build([law.folder, *([extra.folder] if extra else [])])
    return [(problem.line, problem.message, problem.hint) for problem in raised.value.problems]


def test_a_profile_says_what_a_plan_holds(law: Law) -> None:
    profile = build([law.folder]).profiles["klein"]
    assert profile.requires("doelen")
    assert not profile.requires("risicos")
    assert profile.cues == ("een doel",)


def test_an_extending_profile_holds_only_what_differs(law: Law) -> None:
    law.write("profiles/eigen.yaml", EIGEN)
    profile = build([law.folder]).profiles["eigen"]
    assert [(part.kind, part.required) for part in profile.sections] == [
        ("doelen", False),
        ("risicos", False),
        ("acties", True),
    ]
    assert profile.required_fields == ("titel",)
    assert profile.table("acties") is not None
    assert profile.aliases == ()


def test_an_extending_profile_inherits_the_severity_of_a_rule(law: Law) -> None:
    law.write("profiles/eigen.yaml", EIGEN)
    law.write("profiles/nog-eigener.yaml", EIGEN.replace("klein", "eigen").replace("name: eigen", "name: nog-eigener"))
    rule = build([law.folder]).rules["ACM001"]
    assert rule.severity_in("eigen") is rule.severity_in("nog-eigener") is Severity.OFF


def test_an_organisation_may_extend_a_profile_under_its_own_name(law: Law) -> None:
    own = Law(law.folder.parent / "own")
    for path in [*own.folder.rglob("*.md"), *own.folder.rglob("*.yaml")]:
        path.unlink()
    own.write("profiles/klein.yaml", EIGEN.replace("name: eigen", "name: klein"))
    profile = build([law.folder, own.folder]).profiles["klein"]
    assert profile.title["nl"] == "Eigen plan"
    assert [part.kind for part in profile.sections] == ["doelen", "risicos", "acties"]


@pytest.mark.parametrize(
    ("old", "new", "line", "message", "hint"),
    [
        ("kind: doelen", "kind: doeln", 5, "unknown section 'doeln'", "did you mean 'doelen'?"),
        ("kind: acties", "kind: actie", 8, "'actie' is no kind", "did you mean 'acties'?"),
        ("wie|rol", "wie|rl", 8, "unknown column 'rl'", "did you mean 'rol'?"),
        ("[titel]", "[titl]", 9, "unknown field 'titl'", "did you mean 'titel'?"),
        ("risicos}", 'risicos, satisfied_by: ["milestone:nazrg"]}', 6, "unknown part", "'milestone:nazorg'?"),
        ("name: klein", "name: groot", 1, "the file is called 'klein', not 'groot'", ""),
        ("name: klein", "name: klein\nextends: kleiner", 2, "there is no profile 'kleiner' to extend", ""),
        ("name: klein", "name: klein\nextends: klein", 2, "there is no profile 'klein' to extend", ""),
    ],
)
def test_a_wrong_profile_is_refused(law: Law, *, old: str, new: str, line: int, message: str, hint: str) -> None:
    law.change("profiles/klein.yaml", old, new)
    found = [problem for problem in refused(law) if message in problem[1]]
    assert found
    assert found[0][0] == line
    assert hint in found[0][2]


def test_profiles_that_extend_each_other_are_refused(law: Law) -> None:
    law.change("profiles/klein.yaml", "name: klein", "name: klein\nextends: eigen")
    law.write("profiles/eigen.yaml", EIGEN)
    assert {message for _, message, _ in refused(law)} >= {
        "'klein' extends itself by way of 'eigen'",
        "'eigen' extends itself by way of 'klein'",
    }


def test_an_alias_means_one_profile(law: Law) -> None:
    law.write("profiles/eigen.yaml", EIGEN + "aliases: [Mini]\n")
    assert refused(law) == [(7, "'Mini' already means the profile 'klein'", "")]

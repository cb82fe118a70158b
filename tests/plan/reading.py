"""A plan in a few lines of text, read by the shipped vocabulary and profiles."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from datetime import date
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from textwrap import dedent

from implan_lint.catalogue.build import build
from implan_lint.catalogue.folders import rules_folder
from implan_lint.catalogue.model import Catalogue
from implan_lint.document.model import Document
from implan_lint.document.parse import parse
from implan_lint.document.text import Run, Text
from implan_lint.plan.lexicon import Lexicon
from implan_lint.plan.model import Action, Entity, Mention, Plan
from implan_lint.plan.read import read_plan

TODAY = date(2026, 3, 1)


@cache
def law() -> Catalogue:
    """The vocabulary and the profiles as shipped; rule pages have no say in how a plan is read."""
    with TemporaryDirectory() as folder:
        copy = Path(folder) / "rules"
        shutil.copytree(rules_folder(), copy, ignore=lambda _, names: [name for name in names if name.endswith(".md")])
        return build((copy,), None)


@cache
def lexicon() -> Lexicon:
    return Lexicon(law().vocabulary)


def document(text: str) -> Document:
    return parse(dedent(text).lstrip("\n"), "plan.md")


def read(text: str, *, profile: str | None = None, today: date = TODAY) -> Plan:
    """The plan in an indented text; its first line is line 1."""
    return read_plan(document(text), vocabulary=law().vocabulary, profiles=law().profiles, profile=profile, today=today)


def plain(words: str) -> Text:
    """Words without any marks, standing at the start of a source."""
    length = len(words)
    return Text(words, parse(words, "").source.line_span(1), (Run(0, 0, length, length),) if length else ())


def words(mention: Mention | None) -> str | None:
    return mention.text if mention is not None else None


def texts(entities: Sequence[Entity]) -> list[str]:
    return [entity.text for entity in entities]


def who_and_when(action: Action) -> tuple[str, str | None, str | None]:
    return action.text, words(action.owner), words(action.when)

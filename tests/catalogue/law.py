"""A small law of its own, on disk, and the checks of the plugin that its rule page uses."""

from __future__ import annotations

from pathlib import Path

CHECKS = """
from dataclasses import dataclass

from implan_lint.checks.base import check


@dataclass(frozen=True, slots=True)
class Limits:
    most: int = 3
    words: tuple[str, ...] = ()


@check("action", "column")
def without_owner(plan, look, with_):
    yield from ()


@check("action", "number", variants=("few", "many"), parameters=Limits)
def too_many(plan, look, with_):
    yield from ()


@check("action", "column", fixes=True)
def mended(plan, look, with_):
    yield from ()
"""

PAGE = """\
---
code: ACM001
name: zaal-zonder-beheerder
check: acme:rooms.without_owner
kind: completeness
severity: {default: error, klein: "off"}
confidence: high
message:
  nl: "'{action}' heeft geen beheerder: vul kolom '{column}' in."
  en: "'{action}' has no keeper: fill in column '{column}'."
source: ["001:68"]
---
# Elke zaal heeft een beheerder

*Every room has a keeper*

## Waarom

Zonder beheerder gaat de zaal niet open.

## Why

Nobody else opens it.

## Fout

```markdown profiel=klein vandaag=2026-03-01
| Zaal | Beheerder |
|------|-----------|
| A    |           |
```

```text
3:10 error ACM001 'A' heeft geen beheerder: vul kolom 'Beheerder' in.
```

## Goed

```markdown
Zaal A: Sanne.
```

## Wanneer niet

Nooit.

## When not

Never.
"""

FILES = {
    "zalen/ACM001-zaal-zonder-beheerder.md": PAGE,
    "phases.yaml": """\
caps:
  concept: {completeness: warning, contradiction: error, trace: warning, wording: warning, hint: info}
  vastgesteld: {completeness: error, contradiction: error, trace: error, wording: error, hint: info}
  in-uitvoering: {completeness: error, contradiction: error, trace: error, wording: error, hint: info}
  afgerond: {completeness: warning, contradiction: error, trace: warning, wording: info, hint: info}
words: {status.concept: [Concept, In Bewerking]}
""",
    "profiles/klein.yaml": """\
name: klein
title: {nl: Klein plan, en: Small plan}
aliases: [mini]
sections:
  - {kind: doelen, required: true}
  - {kind: risicos}
tables:
  - {kind: acties, sections: [acties], columns: [actie, wie|rol]}
fields: {required: [titel]}
cues: [Één doel]
""",
    "vocabulary/nl.yaml": """\
headings:
  doelen: [Doelen, doelstelling]
  risicos: ["risico’s"]
  acties: [acties]
compound: {doelen en acties: [doelen, acties]}
columns: {actie: [actie, wat], wie: [wie], boodschap: [wat], rol: [rol]}
fields: {titel: [titel, naam plan]}
months: {mei: 5}
words: {owner.vague: [iedereen]}
""",
    "vocabulary/en.yaml": """\
headings: {doelen: [goals], acties: [actions]}
months: {may: 5}
words: {owner.vague: [everyone, Iedereen]}
""",
    "vocabulary/names.yaml": """\
section:
  doelen: {nl: Doelen, en: Goals}
  risicos: {nl: "Risico's", en: Risks}
  acties: {nl: Acties, en: Actions}
column: {actie: {nl: Actie, en: Action}, wie: {nl: Wie, en: Who}, rol: {nl: Rol, en: Role}}
field: {titel: {nl: titel, en: title}}
table: {acties: {nl: actietabel, en: action table}}
row: {acties: {nl: "rij {number} van de actietabel", en: "row {number} of the action table"}}
object: {doel: {nl: doel, en: goal}}
""",
}


class Law:
    """A rules folder that a test can change by replacing words."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        for name, text in FILES.items():
            self.write(name, text)

    def write(self, name: str, text: str) -> Path:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    def change(self, name: str, old: str, new: str) -> int:
        """Replaces the one occurrence of `old`; returns its line."""
        text = (self.folder / name).read_text(encoding="utf-8")
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {name}"
        self.write(name, text.replace(old, new))
        return text[: text.index(old)].count("\n") + 1

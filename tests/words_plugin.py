"""A plugin whose checks look for words in a plan: rules to test the engine with, apart from the rules of the law."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

CHECKS = '''
import re
from dataclasses import dataclass

from implan_lint.checks.base import check
from implan_lint.diagnostic import Edit, Finding, Related, Repair, Span, Term


@dataclass(frozen=True, slots=True)
class Search:
    word: str = "kip"
    about: str = ""


@check("word", "today", variants=("", "shout"), parameters=Search, fixes=True)
def forbidden(plan, look, with_):
    """Every place of a word; in capitals it is another variant. It rests on the fact `about`, or on the place."""
    for match in look(re.finditer(with_.word, plan.document.source.text, re.IGNORECASE)):
        span = Span(*match.span())
        yield Finding(
            span,
            {"word": match[0], "today": plan.today},
            variant="shout" if match[0].isupper() else "",
            about=(with_.about or f"place:{span.start}",),
            related=(Related(Span(0, 1), Term("section", "doelen")),),
            fix=Repair((Edit(span, ""),), safe=True),
        )


@check("word", parameters=Search)
def twice(plan, look, with_):
    """The same finding two times over."""
    for match in look(re.finditer(with_.word, plan.document.source.text)):
        yield Finding(Span(*match.span()), {"word": match[0]})
        yield Finding(Span(*match.span()), {"word": match[0]})


@check()
def crashing(plan, look, with_):
    look.once()
    raise ZeroDivisionError("division by zero")
    yield


@check("word")
def wordless(plan, look, with_):
    """Forgets a value that its message needs."""
    yield Finding(Span(0, 1), {})
'''


PAGE = """\
---
code: {code}
name: verboden-woord
check: words:search.forbidden
with: {{word: {word}}}
kind: wording
severity: {severity}
confidence: high
message:
  nl: "'{{word}}' hoort niet in een plan."
  en: "'{{word}}' doesn't belong in a plan."
help:
  nl: "Schrijf iets anders."
  en: "Write something else."
fix:
  nl: "haal het weg"
  en: "take it away"
variants:
  shout:
    message: {{nl: "'{{word}}' hoort niet in een plan, en zeker niet zo hard.", en: "'{{word}}' is too loud."}}
source: ["test"]
---
# Geen verboden woorden

*No forbidden words*

## Waarom

Omdat het zo is afgesproken.

## Why

Because it was agreed.

## Fout

```markdown
## Geen kop
Een {word}.
```

```text
2:5 warning {code}
```

## Goed

```markdown
Een haan.
```

## Wanneer niet

In een kinderboerderij.

## When not

On a farm.
"""


def write_rule(folder: Path, code: str = "WRD001", word: str = "kip", severity: str = "error") -> None:
    """A rule page that forbids a word."""
    folder.mkdir(parents=True, exist_ok=True)
    text = PAGE.format(code=code, word=word, severity=severity)
    (folder / f"{code}-verboden-woord.md").write_text(text, encoding="utf-8")


@pytest.fixture(scope="session")
def words_plugin(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """An installed distribution with the checks above; its folder, for the path of a subprocess."""
    site = tmp_path_factory.mktemp("words-site")
    for name, text in {
        "words_checks/__init__.py": "",
        "words_checks/search.py": CHECKS,
        "words_checks-1.0.dist-info/METADATA": "Metadata-Version: 2.1\nName: words_checks\nVersion: 1.0\n",
        "words_checks-1.0.dist-info/entry_points.txt": "[implan_lint.checks]\nwords = words_checks\n",
    }.items():
        (site / name).parent.mkdir(exist_ok=True)
        (site / name).write_text(text)
    sys.path.insert(0, str(site))
    yield site
    sys.path.remove(str(site))

"""Writes docs/regels-en-bronnen.md: which rule checks what the sources ask, or why none can.

    python -m benchmarks.sources [--check]

What the sources ask stands in docs/bronnen.yaml; which rules there are is read from their pages. With `--check`
nothing is written: exit code 1 if the page is not current.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from implan_lint.catalogue.loader import load_catalogue
from implan_lint.catalogue.model import Rule
from implan_lint.catalogue.yaml_nodes import read_yaml

DOCS = Path(__file__).parent.parent / "docs"
DATA = DOCS / "bronnen.yaml"
PAGE = DOCS / "regels-en-bronnen.md"
COMMAND = "python -m benchmarks.sources"


class _Model(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class SourceDocument(_Model):
    """One of the documents that define a kind of plan."""

    name: str = Field(alias="naam")
    profile: str = Field(alias="profiel")
    lines: int = Field(alias="regels")
    """How many lines or sentences it has, so that none gets lost."""


class SourceLine(_Model):
    """What one line of a document asks."""

    says: Annotated[str, Field(alias="zegt", min_length=1)]
    codes: tuple[str, ...] = Field(default=(), alias="regels")
    reason: str = Field(default="", alias="reden")
    """Why no rule can check it."""
    rest: str = ""
    """Why a part of it can't be checked."""


class Sources(_Model):
    documents: Mapping[str, SourceDocument] = Field(alias="documenten")
    reasons: Mapping[str, str] = Field(alias="redenen")
    others: Mapping[str, str] = Field(alias="andere")
    lines: Mapping[str, SourceLine] = Field(alias="regels")

    def of(self, document: str) -> Mapping[str, SourceLine]:
        return {place: line for place, line in self.lines.items() if place.startswith(f"{document}:")}


def read_sources(path: Path = DATA) -> Sources:
    data, _ = read_yaml(path.read_text(encoding="utf-8"))
    return Sources.model_validate(data)


def page_text(sources: Sources, rules: Mapping[str, Rule]) -> str:
    """The whole page."""
    parts = [_head(sources, rules)]
    parts += [_document(name, sources, rules) for name in sources.documents]
    parts.append(_by_rule(sources, rules))
    return "\n".join(parts)


def _head(sources: Sources, rules: Mapping[str, Rule]) -> str:
    asked = [line for line in sources.lines.values() if line.codes]
    codes = [_codes(place, line, rules) for place, line in sources.lines.items() if line.codes]
    checked = sum(any(code in rules for code in each) for each in codes)
    whole = sum(all(code in rules for code in each) for each in codes)
    refused = [line.reason for line in sources.lines.values() if not line.codes]
    partly = [line.rest for line in asked if line.rest]
    return "\n".join(
        [
            "# Regels en bronnen",
            "",
            f"<!-- Gemaakt door `{COMMAND}` uit docs/bronnen.yaml en de regelpagina's: verander dit bestand niet. -->",
            "",
            "Vijf documenten bepalen wat in de vijf soorten plannen hoort te staan. Van elke regel staat hier, in",
            "eigen woorden, wat die vraagt en welke regel van implan-lint dat nagaat, of waarom dat niet kan.",
            "",
            f"- {len(asked)} van de {len(sources.lines)} regels vragen iets dat na te gaan is.",
            f"- Bij {checked} daarvan is er minstens één regelpagina, bij {whole} zijn ze er allemaal.",
            f"- {len(partly)} daarvan zijn maar voor een deel na te gaan:",
            *_counted(partly, sources),
            f"- {len(refused)} regels gaat niets na:",
            *_counted(refused, sources),
            "",
            "Een code *in cursief* heeft nog geen pagina.",
            "",
        ]
    )


def _counted(reasons: Sequence[str], sources: Sources) -> Iterator[str]:
    return (f"  - {reasons.count(name)}: {why}" for name, why in sources.reasons.items() if name in reasons)


def _document(name: str, sources: Sources, rules: Mapping[str, Rule]) -> str:
    document = sources.documents[name]
    lines = sources.of(name).items()
    rows = [f"| {place} | {line.says} | {_answer(place, line, sources, rules)} |" for place, line in lines]
    title = f"## {name}: {document.name}\n\nBepaalt het profiel `{document.profile}`.\n"
    return "\n".join([title, "| plek | vraagt | nagegaan door |", "|---|---|---|", *rows, ""])


def _answer(place: str, line: SourceLine, sources: Sources, rules: Mapping[str, Rule]) -> str:
    codes = ", ".join(_link(code, rules) for code in _codes(place, line, rules))
    reason = line.reason or line.rest
    if not codes:
        return f"– {sources.reasons[reason]}"
    return f"{codes}; een deel niet: {sources.reasons[reason]}" if reason else codes


def _codes(place: str, line: SourceLine, rules: Mapping[str, Rule]) -> Sequence[str]:
    """The rules that the line asks for, and others whose page names it as a source."""
    more = (code for code, rule in rules.items() if place in rule.source and code not in line.codes)
    return (*line.codes, *more)


def _link(code: str, rules: Mapping[str, Rule]) -> str:
    return f"[{code}](../rules/{rules[code].page})" if code in rules else f"*{code}*"


def _by_rule(sources: Sources, rules: Mapping[str, Rule]) -> str:
    lines = ["## Per regel", "", "| regel | vraagt | bron |", "|---|---|---|"]
    lines += [
        f"| {_link(code, rules)} | {rule.title['nl']} | {', '.join(rule.source)} |" for code, rule in rules.items()
    ]
    missing = sorted({code for line in sources.lines.values() for code in line.codes if code not in rules})
    if missing:
        lines += ["", f"Nog geen pagina ({len(missing)}): {', '.join(missing)}."]
    used = {source for rule in rules.values() for source in rule.source}
    lines += ["", "Andere bronnen:", ""]
    lines += [f"- {tag}: {name}" for tag, name in sources.others.items() if tag in used]
    return "\n".join([*lines, ""])


def problems(sources: Sources, rules: Mapping[str, Rule]) -> Iterator[str]:
    """Where the data and the rule pages don't fit together."""
    for name, document in sources.documents.items():
        found = len(sources.of(name))
        if found != document.lines:
            yield f"document {name} has {found} lines, not {document.lines}"
    for place, line in sources.lines.items():
        if bool(line.codes) == bool(line.reason):
            yield f"{place}: name rules, or a reason why none can check it"
        if {line.reason, line.rest} - {"", *sources.reasons}:
            yield f"{place}: there is no such reason"
        for code in line.codes:
            if code in rules and place not in rules[code].source:
                yield f"{place}: the page of {code} does not name it as a source"
    for code, rule in rules.items():
        for source in rule.source:
            if source not in sources.others and source not in sources.lines:
                yield f"{code}: there is no source {source}"


def main(arguments: Sequence[str]) -> int:
    sources, rules = read_sources(), load_catalogue().rules
    wrong = list(problems(sources, rules))
    if wrong:
        print("\n".join(wrong), file=sys.stderr)
        return 1
    text = page_text(sources, rules)
    if PAGE.is_file() and PAGE.read_text(encoding="utf-8") == text:
        return 0
    if "--check" in arguments:
        print(f"docs/{PAGE.name} is not current: run {COMMAND}")
        return 1
    PAGE.write_text(text, encoding="utf-8", newline="\n")
    print(f"docs/{PAGE.name} written")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))

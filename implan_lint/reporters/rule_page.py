"""A rule's page for a terminal, and the table of all rules."""

from __future__ import annotations

import re
from collections.abc import Iterator

from implan_lint.catalogue.model import Catalogue, Rule
from implan_lint.reporters.terminal import View, paint

_SEVERITY = {
    "nl": {"error": "fout", "warning": "waarschuwing", "info": "tip", "off": "uit"},
    "en": {"error": "error", "warning": "warning", "info": "info", "off": "off"},
}
_COLORS = {"error": "red", "warning": "yellow", "info": "cyan", "off": "dim"}
_CHAPTERS = {
    "nl": {"Waarom": "Waarom", "Fout": "Fout", "Goed": "Goed", "Wanneer niet": "Wanneer niet"},
    "en": {"Why": "Why", "Fout": "Wrong", "Goed": "Right", "When not": "When not"},
}
"""Which chapters of a page are shown in a language, and what they are called there; examples are in both."""
_LABELS = {
    "nl": {"severity": "Ernst", "confidence": "Zekerheid", "kind": "Soort", "fix": "Herstel", "elsewhere": "elders"},
    "en": {"severity": "Severity", "confidence": "Confidence", "kind": "Kind", "fix": "Fix", "elsewhere": "elsewhere"},
}
_BY = {
    "nl": "implan-lint check --fix; met --unsafe-fixes waar je daarna iets moet invullen of nakijken",
    "en": "implan-lint check --fix; with --unsafe-fixes where you have to fill in or look at something afterwards",
}
_KIND = {
    "completeness": "volledigheid",
    "contradiction": "tegenspraak",
    "trace": "samenhang",
    "wording": "verwoording",
    "hint": "tip",
}
_CONFIDENCE = {"high": "hoog", "medium": "gemiddeld", "low": "laag"}
"""Dutch for what the pages name in English."""
_FENCE = re.compile(r"(`{3,}|~{3,})")


def render_rule(rule: Rule, page: str, catalogue: Catalogue, view: View) -> str:
    """What the rule asks and why, with its examples; `page` is the text of its page."""
    labels = _LABELS[view.language]
    kind, confidence = rule.kind.value, rule.confidence.value
    if view.language == "nl":
        kind, confidence = _KIND[kind], _CONFIDENCE[confidence]
    lines = [
        f"{paint(rule.code, 'bold', view)} {rule.name}",
        paint(rule.title.get(view.language, rule.name), "bold", view),
        "",
        f"{labels['severity']}: {_severities(rule, catalogue, view)}",
        f"{labels['kind']}: {kind} · {labels['confidence']}: {confidence}",
        *_fixes(rule, view),
        *_chapters(page, view),
    ]
    return "\n".join(lines).rstrip() + "\n"


def _fixes(rule: Rule, view: View) -> Iterator[str]:
    """What `check --fix` can do about its findings; nothing where it has no fix."""
    words = dict.fromkeys(wording.fix[view.language] for wording in rule.wordings.values() if wording.fix)
    if words:
        yield f"{_LABELS[view.language]['fix']}: {'; '.join(words)} ({_BY[view.language]})"


def _severities(rule: Rule, catalogue: Catalogue, view: View) -> str:
    words = _SEVERITY[view.language]
    own = [
        f"{profile} {words[rule.severity_in(profile).value]}"
        for profile in catalogue.profiles
        if rule.severity_in(profile) is not rule.severity["default"]
    ]
    default = words[rule.severity["default"].value]
    return ", ".join([*own, f"{_LABELS[view.language]['elsewhere']} {default}"]) if own else default


def _chapters(page: str, view: View) -> Iterator[str]:
    """The page's chapters in this language; what stands in a fence is never a heading."""
    shown = _CHAPTERS[view.language]
    inside, fence = False, ""
    yield ""
    for line in page.splitlines():
        mark = _FENCE.match(line)
        if mark and not fence:
            fence = mark[1]
        elif mark and line.rstrip().startswith(fence) and not line.strip().strip(fence[0]):
            fence = ""
        elif not fence and line.startswith("## "):
            name = line[3:].strip()
            inside = name in shown
            if inside:
                yield paint(shown[name], "bold", view)
            continue
        if inside:
            yield paint(f"    {line}".rstrip(), "dim", view) if fence or mark else line


def render_rules(catalogue: Catalogue, view: View) -> str:
    """A line per rule: code, severity in each profile, name."""
    profiles = list(catalogue.profiles)
    words = _SEVERITY[view.language]
    widths = [max(len(profile), *(len(word) for word in words.values())) for profile in profiles]
    lines = ["  ".join([f"{'':6}", *(f"{name:<{width}}" for name, width in zip(profiles, widths, strict=True))])]
    for rule in catalogue.rules.values():
        cells = [
            paint(f"{words[rule.severity_in(name).value]:<{width}}", _COLORS[rule.severity_in(name).value], view)
            for name, width in zip(profiles, widths, strict=True)
        ]
        lines.append("  ".join([paint(f"{rule.code:<6}", "bold", view), *cells, rule.name]))
    return "\n".join(line.rstrip() for line in lines) + "\n"

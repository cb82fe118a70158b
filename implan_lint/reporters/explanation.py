"""Why there is a finding on a line, or why there is none."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from implan_lint.engine.explaining import Explanation, Fate, Told
from implan_lint.plan.model import Plan
from implan_lint.plan.time.period import Period
from implan_lint.reporters.terminal import View, paint, visible
from implan_lint.reporters.tree import things_on

_SEVERITY = {
    "nl": {"error": "fout", "warning": "waarschuwing", "info": "tip", "off": "uit"},
    "en": {"error": "error", "warning": "warning", "info": "info", "off": "off"},
}
_WORDS = {
    "nl": {
        "configuration": "Configuratie: {file}", "no_configuration": "Configuratie: geen",
        "profile": "Profiel: {name} ({why})", "phase": "Fase: {phase} ({why})",
        "argument": "uit --profile", "front matter": "uit de front matter", "set": "uit {place}",
        "recognised": "zelf herkend", "default": "het plan zegt het niet, dus algemeen",
        "status": "uit status in de front matter", "assumed": "het plan zegt het niet, dus concept",
        "section": "In het onderdeel '{title}' (regel {line}){kinds}", "understood": "Begrepen op deze regel",
        "nothing": "niets: geen doel, actie, risico of ander ding van het plan",
        "means": "'{text}' is begrepen als {days}", "until": "tot en met {end}", "between": "{start} tot en met {end}",
        "from": "vanaf {start}", "undated": "geen datum",
        "field": "veld '{name}' in de front matter: {value}",
        "findings": "Meldingen op deze regel", "none": "geen",
        "quiet": "Deze regels keken hier en vonden niets",
        "no_quiet": "Geen regel keek hier naar iets in het bijzonder (regels over het hele plan tellen niet mee).",
        "shown": "wordt getoond",
        "lowered": "in fase '{phase}' hooguit {severity}; de regel zelf zegt {asked}",
        "severity": "de ernst komt uit {place}",
        "suppressed": "uitgezet op regel {line}{until}{reason}", "until_day": " tot en met {day}",
        "reason": ", reden: {reason}",
        "known": "al bekend: staat in de baseline",
        "silenced": "zwijgt, omdat {by} hetzelfde preciezer zegt",
        "not selected": "niet gekozen: alleen {by} wordt gecontroleerd ({place})",
        "ignored": "overgeslagen door '{by}' ({place})", "switched off": "uitgezet in {place}",
        "select": "--select", "ignore": "--ignore",
    },
    "en": {
        "configuration": "Configuration: {file}", "no_configuration": "Configuration: none",
        "profile": "Profile: {name} ({why})", "phase": "Phase: {phase} ({why})",
        "argument": "from --profile", "front matter": "from the front matter", "set": "from {place}",
        "recognised": "recognised", "default": "the plan does not say, so algemeen",
        "status": "from status in the front matter", "assumed": "the plan does not say, so concept",
        "section": "In the part '{title}' (line {line}){kinds}", "understood": "Understood on this line",
        "nothing": "nothing: no goal, action, risk or other thing of the plan",
        "means": "'{text}' is understood as {days}", "until": "until {end}", "between": "{start} until {end}",
        "from": "from {start}", "undated": "no date",
        "field": "field '{name}' in the front matter: {value}",
        "findings": "Findings on this line", "none": "none",
        "quiet": "These rules looked here and found nothing",
        "no_quiet": "No rule looked at anything here in particular (rules about the whole plan don't count).",
        "shown": "is shown",
        "lowered": "in phase '{phase}' at most {severity}; the rule itself says {asked}",
        "severity": "its severity is from {place}",
        "suppressed": "suppressed on line {line}{until}{reason}", "until_day": " until {day}",
        "reason": ", reason: {reason}",
        "known": "known already: it is in the baseline",
        "silenced": "silent, because {by} says the same more precisely",
        "not selected": "not selected: only {by} is checked ({place})",
        "ignored": "left out by '{by}' ({place})", "switched off": "switched off in {place}",
        "select": "--select", "ignore": "--ignore",
    },
}  # fmt: skip


def render_explanation(found: Explanation, line: int, asked_profile: bool, view: View) -> str:
    """`asked_profile`: the caller named the profile."""
    plan, words = found.plan, _WORDS[view.language]
    source = plan.document.source
    lines = [paint(f"{visible(source.path)}:{line}", "bold", view), f"  | {visible(source.line(line))}", ""]
    lines += [*_in_force(found, asked_profile, words), ""]
    lines += [paint(words["understood"], "bold", view), *_understood(plan, line, view), ""]
    lines.append(paint(words["findings"], "bold", view))
    lines += [text for one in found.told for text in _told(one, plan, view)] or [f"  {words['none']}"]
    lines.append("")
    lines.append(f"{words['quiet']}: {', '.join(found.quiet)}." if found.quiet else words["no_quiet"])
    return "\n".join(lines) + "\n"


def _in_force(found: Explanation, asked_profile: bool, words: dict[str, str]) -> Iterator[str]:
    plan, settings = found.plan, found.settings
    file = settings.file
    yield words["configuration"].format(file=visible(file.as_posix())) if file else words["no_configuration"]
    field = plan.meta.get("profiel")
    if asked_profile:
        why = words["argument"]
    elif plan.profile_given and field is not None and field.from_front_matter:
        why = words["front matter"]
    elif plan.profile_given and settings.profile is not None:
        why = words["set"].format(place=_place(settings.origins.get(("profile", settings.profile)), ""))
    else:
        why = words["default" if plan.profile.name == "algemeen" else "recognised"]
    yield words["profile"].format(name=plan.profile.name, why=why)
    yield words["phase"].format(phase=plan.phase.value, why=words["status" if plan.phase_given else "assumed"])


def _understood(plan: Plan, line: int, view: View) -> Iterator[str]:
    words = _WORDS[view.language]
    source = plan.document.source
    names = plan.vocabulary.names.get("section", {})
    around = [
        one for one in plan.sections if one.section.span.start <= source.line_span(line).start < one.section.span.end
    ]
    if around:
        kinds = ", ".join(names.get(kind, {}).get(view.language, kind) for kind in around[-1].kinds)
        heading = around[-1].heading
        title = visible(heading.title.plain)
        yield "  " + words["section"].format(title=title, line=heading.line, kinds=f" → {kinds}" if kinds else "")
    things = [f"  {text}" for text in things_on(line, plan, view)]
    things += [f"  {text}" for text in _fields(plan, line, words)]
    yield from things or [f"  {words['nothing']}"]
    for period in _periods(plan, line):
        yield "  " + words["means"].format(text=visible(period.text), days=_days(period, words))


def _fields(plan: Plan, line: int, words: dict[str, str]) -> Iterator[str]:
    for field in plan.meta.values():
        if field.from_front_matter and plan.document.source.line_of(field.key_span.start) == line:
            value = field.day.isoformat() if field.day else visible(" ".join(field.text.split()))
            yield words["field"].format(name=field.name, value=value or "-")


def _periods(plan: Plan, line: int) -> Iterator[Period]:
    """The moments of the things on the line."""
    groups: Iterable[object] = (*plan.actions, *plan.milestones, *plan.communications, *plan.strategies,
                                *plan.evaluations, *plan.aftercare, *plan.goals)  # fmt: skip
    seen = set()
    for thing in groups:
        period = getattr(thing, "period", None)
        if getattr(thing, "line", None) == line and isinstance(period, Period) and period.span not in seen:
            seen.add(period.span)
            yield period


def _days(period: Period, words: dict[str, str]) -> str:
    start, end = period.earliest, period.latest
    if start is not None and end is not None:
        return str(start) if start == end else words["between"].format(start=start, end=end)
    if end is not None:
        return words["until"].format(end=end)
    return words["from"].format(start=start) if start is not None else words["undated"]


def _told(told: Told, plan: Plan, view: View) -> Iterator[str]:
    found = told.diagnostic
    severity = _SEVERITY[view.language][found.severity.value]
    yield f"  {found.start.column}: {paint(f'{severity} {found.code}', 'bold', view)} {visible(found.message)}"
    for why in _why(told, plan, view):
        yield f"      {paint(f'→ {why}', 'cyan', view)}"


def _why(told: Told, plan: Plan, view: View) -> Iterator[str]:
    words, names = _WORDS[view.language], _SEVERITY[view.language]
    if told.fate is Fate.SUPPRESSED and told.suppression is not None:
        by = told.suppression
        yield words["suppressed"].format(
            line=plan.document.source.line_of(by.span.start),
            until=words["until_day"].format(day=by.until) if by.until else "",
            reason=words["reason"].format(reason=visible(by.reason)) if by.reason else "",
        )
        return
    argument = {Fate.NOT_SELECTED: words["select"], Fate.IGNORED: words["ignore"]}.get(told.fate, "")
    yield words[told.fate.value].format(by=told.by, place=_place(told.origin, argument))
    if told.fate is not Fate.SHOWN:
        return
    if told.origin is not None:
        yield words["severity"].format(place=_place(told.origin, ""))
    elif told.asked is not None and told.asked.rank > told.diagnostic.severity.rank:
        yield words["lowered"].format(
            phase=plan.phase.value, severity=names[told.diagnostic.severity.value], asked=names[told.asked.value]
        )


def _place(origin: tuple[str, int] | None, argument: str) -> str:
    return f"{visible(origin[0])}:{origin[1]}" if origin is not None else argument

"""Turns rule pages into Rules, and holds each page to what its check declares."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Any

from pydantic import TypeAdapter, ValidationError

from implan_lint.catalogue.examples import Body, read_body
from implan_lint.catalogue.model import LANGUAGES, Rule, Wording
from implan_lint.catalogue.pages import RulePage, VariantPage, Words
from implan_lint.catalogue.problems import Problem, did_you_mean
from implan_lint.catalogue.resolve import UnknownCheckError, resolve_check
from implan_lint.catalogue.sheets import Sheet
from implan_lint.catalogue.store import tuples
from implan_lint.catalogue.validation import problems_of, validated
from implan_lint.catalogue.wording import TemplateError, placeholders
from implan_lint.checks.base import Check
from implan_lint.diagnostic import Severity


@dataclass(frozen=True, slots=True)
class _Read:
    sheet: Sheet
    page: RulePage
    body: Body
    parameters: Mapping[str, object]


class RuleShelf:
    """Takes rule pages layer by layer; a later page of one code takes the place of the earlier."""

    def __init__(self, problems: list[Problem]) -> None:
        self._problems = problems
        self._read: dict[str, _Read] = {}

    def add_layer(self, sheets: Sequence[Sheet]) -> None:
        layer: dict[str, _Read] = {}
        for sheet in sheets:
            body = read_body(sheet.text)
            self._problems += [Problem(sheet.shown, fault.line, fault.message) for fault in body.faults]
            page, wrong = validated(RulePage, sheet.data or {}, sheet.shown, sheet.lines)
            self._problems += wrong
            if page is None:
                continue
            read = _Read(sheet, page, body, self._held_to_check(sheet, page))
            if sheet.path.stem != f"{page.code}-{page.name}":
                self._problems.append(sheet.problem(("code",), f"the file must be called {page.code}-{page.name}.md"))
            twin = layer.setdefault(page.code, read)
            if twin is not read:
                self._problems.append(sheet.problem(("code",), f"{page.code} is also the code of {twin.sheet.shown}"))
        self._read |= layer

    def rules(self, bases: Mapping[str, str | None], profiles: Mapping[str, object]) -> Mapping[str, Rule]:
        """All rules by code, sorted. `bases` says what a profile extends: it inherits that one's severity."""
        for read in self._read.values():
            self._problems += _unknown_words(read, self._read, profiles)
        return {code: _rule(read, bases) for code, read in sorted(self._read.items())}

    def _held_to_check(self, sheet: Sheet, page: RulePage) -> Mapping[str, object]:
        try:
            check = resolve_check(page.check)
        except UnknownCheckError as error:
            hint = did_you_mean(page.check, error.known)
            self._problems.append(sheet.problem(("check",), str(error.args[0]), hint))
            self._problems += _wrong_templates(sheet, page, None)
            return {}
        self._problems += _wrong_templates(sheet, page, check)
        self._problems += _wrong_variants(sheet, page, check)
        self._problems += _wrong_fix(sheet, page, check)
        self._problems += _unknown_parameters(sheet, page, check)
        try:
            return _parameters(page, check)
        except ValidationError as error:
            self._problems += problems_of(error, sheet.shown, sheet.lines, check.parameters, ("with",))
            return {}


def _parameters(page: RulePage, check: Check[Any]) -> Mapping[str, object]:
    """The page's `with` in the types that the check declares, such that `check.parameters(**them)` is right."""
    adapter: TypeAdapter[Any] = TypeAdapter(check.parameters)
    given = adapter.validate_python(page.with_)
    plain: Mapping[str, object] = tuples(adapter.dump_python(given, mode="json"))
    if check.parameters(**plain) != given:
        raise TypeError(f"parameters of {page.check}: use str, int, float, bool and tuples of them")
    return plain


def _unknown_parameters(sheet: Sheet, page: RulePage, check: Check[Any]) -> Iterator[Problem]:
    known = {field.name for field in fields(check.parameters)}  # type: ignore[arg-type]
    for name in page.with_:
        if name not in known:
            yield sheet.problem(("with", name), f"'{page.check}' has no parameter '{name}'", did_you_mean(name, known))


def _wrong_variants(sheet: Sheet, page: RulePage, check: Check[Any]) -> Iterator[Problem]:
    own = {*page.variants, *([""] if page.message is not None else [])}
    for variant in sorted(own - check.variants):
        place = ("variants", variant) if variant else ("message",)
        text = f"'{page.check}' tells no variant '{variant}' apart" if variant else f"'{page.check}' has only variants"
        yield sheet.problem(place, text, did_you_mean(variant, check.variants))
    for variant in sorted(check.variants - own):
        missing = f"the variant '{variant}' of '{page.check}' has no message" if variant else "'message' is missing"
        yield sheet.problem(("variants",) if variant else ("code",), missing)


def _wrong_fix(sheet: Sheet, page: RulePage, check: Check[Any]) -> Iterator[Problem]:
    """Words for a fix that the check doesn't offer, or none for one that it does."""
    if check.fixes and page.fix is None:
        yield sheet.problem(("code",), f"'{page.check}' offers a fix: 'fix' is missing")
    if not check.fixes:
        own: list[tuple[str, ...]] = [("fix",)] if page.fix is not None else []
        own += [("variants", name, "fix") for name, variant in page.variants.items() if variant.fix is not None]
        for place in own:
            yield sheet.problem(place, f"'{page.check}' offers no fix")


def _wrong_templates(sheet: Sheet, page: RulePage, check: Check[Any] | None) -> Iterator[Problem]:
    """Placeholders that are not the same in both languages, or that the check gives no value for."""
    for location, words in _templates(page):
        names: dict[str, frozenset[str]] = {}
        for language in LANGUAGES:
            try:
                names[language] = placeholders(getattr(words, language))
            except TemplateError as error:
                yield sheet.problem((*location, language), str(error))
        if len(names) < len(LANGUAGES):
            continue
        unknown = frozenset().union(*names.values()) - check.values if check is not None else frozenset()
        for language, own in names.items():
            place = (*location, language)
            for name in sorted(own & unknown):
                hint = did_you_mean(name, check.values) if check is not None else ""
                yield sheet.problem(place, f"'{page.check}' gives no value for {{{name}}}", hint)
            if not unknown:
                for name in sorted(own.difference(*(frozenset(names[other]) for other in names if other != language))):
                    yield sheet.problem(place, f"{{{name}}} stands in one language only")


def _templates(page: RulePage) -> Iterator[tuple[tuple[str, ...], Words]]:
    whole: list[tuple[str, Words | None]] = [("message", page.message), ("help", page.help), ("fix", page.fix)]
    every: list[tuple[tuple[str, ...], Words | None]] = [((key,), words) for key, words in whole]
    for name, variant in page.variants.items():
        parts = {"message": variant.message, "help": variant.help, "fix": variant.fix}
        every += [(("variants", name, key), words) for key, words in parts.items()]
    for location, words in every:
        if words is not None:
            yield location, words


def _unknown_words(read: _Read, codes: Mapping[str, object], profiles: Mapping[str, object]) -> Iterator[Problem]:
    for index, code in enumerate(read.page.yields_to):
        if code not in codes:
            place = ("yields_to", index)
            yield read.sheet.problem(place, f"there is no rule {code} to yield to", did_you_mean(code, codes))
    for profile in read.page.severity:
        if profile != "default" and profile not in profiles:
            hint = did_you_mean(profile, ["default", *profiles])
            yield read.sheet.problem(("severity", profile), f"there is no profile '{profile}'", hint)
    if "default" not in read.page.severity:
        yield read.sheet.problem(("severity",), "'severity.default' is missing")


def _rule(read: _Read, bases: Mapping[str, str | None]) -> Rule:
    page = read.page
    wordings = {name: _wording(page, words) for name, words in page.variants.items()}
    if page.message is not None:
        wordings = {"": _wording(page, VariantPage(message=page.message))} | wordings
    return Rule(
        code=page.code,
        name=page.name,
        check=page.check,
        parameters=read.parameters,
        kind=page.kind,
        severity=_severity(page.severity, bases),
        confidence=page.confidence,
        wordings=wordings,
        yields_to=page.yields_to,
        source=page.source,
        title=read.body.title,
        page=read.sheet.path.relative_to(read.sheet.folder).as_posix(),
    )


def _wording(page: RulePage, variant: VariantPage) -> Wording:
    """The variant's words, and the page's where it has none of its own."""
    help_, fix = variant.help or page.help, variant.fix or page.fix
    return Wording(
        message=variant.message.model_dump(),
        help=help_.model_dump() if help_ is not None else {},
        severity=variant.severity,
        fix=fix.model_dump() if fix is not None else {},
    )


def _severity(given: Mapping[str, Severity], bases: Mapping[str, str | None]) -> Mapping[str, Severity]:
    """With a word for every profile that extends one for which the page has a word."""
    severity = dict(given)
    for profile in bases:
        base = bases[profile]
        while base is not None and base not in given:
            base = bases.get(base)
        if base is not None:
            severity.setdefault(profile, given[base])
    return severity

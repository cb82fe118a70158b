"""The configuration file: what it may hold, and how it becomes settings.

Strangers' data enter here, so pydantic guards the door. Import this module only when there is a file to read.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints

from implan_lint.catalogue.problems import Problem
from implan_lint.catalogue.validation import validated
from implan_lint.catalogue.yaml_nodes import Lines, Location, YamlError, read_yaml
from implan_lint.diagnostic import Severity
from implan_lint.engine.errors import ConfigurationError
from implan_lint.engine.patterns import is_pattern
from implan_lint.engine.reading import Unreadable, read_text
from implan_lint.engine.results import FailOn
from implan_lint.engine.settings import TABLE, Override, Settings

Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]


def _as_list(value: object) -> object:
    return [value] if isinstance(value, str) else value


OneOrMore = Annotated[tuple[Text, ...], BeforeValidator(_as_list, json_schema_input_type=Text | tuple[Text, ...])]


def _pattern(value: str) -> str:
    if not is_pattern(value):
        raise ValueError(f"'{value}' is no pattern as in .gitignore")
    return value


Patterns = Annotated[
    tuple[Annotated[Text, AfterValidator(_pattern)], ...],
    BeforeValidator(_as_list, json_schema_input_type=Text | tuple[Text, ...]),
]
Phrases = dict[str, tuple[Text, ...]]


class _Page(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Synonyms(_Page):
    """An organisation's own words: the canonical name, then the phrases that mean the same."""

    headings: Phrases = Field(
        default={}, description="Words in headings, per part of a plan: {nazorg: [warme overdracht]}."
    )
    columns: Phrases = Field(default={}, description="Words in table headers, per column: {wie: [trekker]}.")
    fields: Phrases = Field(default={}, description="Keys of the front matter and labels, per field.")
    words: Phrases = Field(default={}, description="Additions to the word lists of the vocabulary.")


class OverridePage(_Page):
    """Other settings for some files."""

    files: Patterns = Field(description="Patterns as in .gitignore, relative to the configuration file.")
    profile: Text | None = None
    select: OneOrMore = ()
    ignore: OneOrMore = ()
    severity: dict[Text, Severity] = {}


class Configuration(_Page):
    """implan-lint.yaml, .implan-lint.yaml or [tool.implan-lint] in pyproject.toml."""

    extends: OneOrMore = Field(default=(), description="Configuration files that this one adds to, relative to it.")
    language: Literal["nl", "en"] | None = Field(default=None, description="The language of the messages.")
    profile: Text | None = Field(default=None, description="The kind of plan where a plan does not say so itself.")
    include: Patterns = Field(default=(), description="Patterns of files that are plans, whatever their front matter.")
    exclude: Patterns = Field(default=(), description="Patterns of files that are left alone.")
    select: OneOrMore = Field(default=(), description="Rules to apply: codes or families such as ACT; empty means all.")
    ignore: OneOrMore = Field(default=(), description="Rules to leave out: codes or families such as ACT.")
    severity: dict[Text, Severity] = Field(default={}, description="How grave a rule is, whatever profile and phase.")
    synonyms: Synonyms = Synonyms()
    rules: OneOrMore = Field(default=(), description="Folders with rule pages of your own, relative to this file.")
    overrides: tuple[OverridePage, ...] = ()
    fail_on: FailOn | None = Field(default=None, description="From which severity on the exit code is 1.")


def load_settings(file: Path) -> Settings:
    """The settings of a configuration file and of those it extends. Raises ConfigurationError."""
    return _load(file, file.parent, ())


def _load(file: Path, folder: Path, chain: tuple[Path, ...]) -> Settings:
    configuration, lines = _read(file)
    merged = Settings(folder)
    for index, base in enumerate(configuration.extends):
        path = (file.parent / base).resolve()
        problem = _why_not(path, (*chain, file.resolve()))
        if problem:
            raise ConfigurationError([Problem(str(file), lines.of(("extends", index)), f"extends '{base}': {problem}")])
        merged = _add(merged, _load(path, folder, (*chain, file.resolve())))
    return _add(merged, _settings(configuration, file, folder, lines))


def _why_not(base: Path, chain: tuple[Path, ...]) -> str:
    if base in chain:
        return "this file extends itself, by way of " + " and ".join(path.name for path in chain)
    return "" if base.is_file() else "there is no such file"


def _read(file: Path) -> tuple[Configuration, Lines]:
    text = read_text(file)
    if isinstance(text, Unreadable):
        why = f"byte {text.offset + 1} is no valid UTF-8" if text.reason == "encoding" else text.reason
        raise ConfigurationError([Problem(str(file), 1, f"can't be read: {why}")])
    text = text.removeprefix("\ufeff")
    data, lines = _toml(text, file) if file.suffix == ".toml" else _yaml(text, file)
    configuration, problems = validated(Configuration, {} if data is None else data, str(file), lines)
    if configuration is None:
        raise ConfigurationError(problems)
    return configuration, lines


def _yaml(text: str, file: Path) -> tuple[object, Lines]:
    try:
        return read_yaml(text)
    except YamlError as error:
        raise ConfigurationError([Problem(str(file), error.line, error.message)]) from error


_TOML_ERROR_LINE = re.compile(r"at line (\d+)")


def _toml(text: str, file: Path) -> tuple[object, Lines]:
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        at = _TOML_ERROR_LINE.search(str(error))
        raise ConfigurationError([Problem(str(file), int(at[1]) if at else 1, str(error))]) from error
    tool = data.get("tool", {})
    table = tool.get(TABLE, {}) if isinstance(tool, dict) and file.name == "pyproject.toml" else data
    return table, _TomlLines(text)


class _TomlLines(Lines):
    """tomllib keeps no lines: the first line below our table that gives the key, or else the table's own line."""

    def __init__(self, text: str) -> None:
        super().__init__(1)
        self._text = text.split("\n")
        self._table = next((i for i, line in enumerate(self._text) if line.lstrip().startswith(f"[tool.{TABLE}")), 0)

    def of(self, location: Location) -> int:
        for key in reversed([part for part in location if isinstance(part, str)]):
            given = re.compile(
                rf"[\s\[{{,.]*(?:[\w.-]*\.)?[\"']?{re.escape(key)}[\"']?\s*[=\].]|.*[{{,]\s*[\"']?{re.escape(key)}[\"']?\s*="
            )
            for number, line in enumerate(self._text[self._table :], self._table + 1):
                if given.match(line):
                    return number
        return self._table + 1


def _settings(configuration: Configuration, file: Path, folder: Path, lines: Lines) -> Settings:
    synonyms = configuration.synonyms
    groups = {"headings": synonyms.headings, "columns": synonyms.columns}
    groups |= {"fields": synonyms.fields, "words": synonyms.words}
    return Settings(
        folder=folder,
        file=file,
        language=configuration.language,
        profile=configuration.profile,
        include=configuration.include,
        exclude=configuration.exclude,
        select=configuration.select,
        ignore=configuration.ignore,
        severity=configuration.severity,
        synonyms={group: words for group, words in groups.items() if words},
        rules=tuple((file.parent / folder_).resolve() for folder_ in configuration.rules),
        overrides=tuple(
            Override(page.files, page.profile, page.select, page.ignore, page.severity)
            for page in configuration.overrides
        ),
        fail_on=configuration.fail_on,
        origins=dict(_origins(configuration, str(file), lines)),
    )


def _origins(
    configuration: Configuration, file: str, lines: Lines
) -> Iterator[tuple[tuple[str, str], tuple[str, int]]]:
    """Where each rule code and profile stands; only the catalogue knows whether they exist."""
    places: list[tuple[Location, Configuration | OverridePage]] = [
        *((("overrides", index), page) for index, page in enumerate(configuration.overrides)),
        ((), configuration),
    ]
    for place, page in places:
        if page.profile is not None:
            yield ("profile", page.profile), (file, lines.of((*place, "profile")))
        for key, words in (("select", page.select), ("ignore", page.ignore)):
            for index, word in enumerate(words):
                yield (key, word), (file, lines.of((*place, key, index)))
        for code in page.severity:
            yield ("severity", code), (file, lines.of((*place, "severity", code)))


def _add(base: Settings, own: Settings) -> Settings:
    """Single values and `select` are replaced; lists grow; tables are merged."""
    return Settings(
        folder=own.folder,
        file=own.file,
        language=own.language or base.language,
        profile=own.profile or base.profile,
        include=(*base.include, *own.include),
        exclude=(*base.exclude, *own.exclude),
        select=own.select or base.select,
        ignore=(*base.ignore, *own.ignore),
        severity={**base.severity, **own.severity},
        synonyms=_add_synonyms(base.synonyms, own.synonyms),
        rules=(*base.rules, *own.rules),
        overrides=(*base.overrides, *own.overrides),
        fail_on=own.fail_on or base.fail_on,
        origins={**base.origins, **own.origins},
    )


def _add_synonyms(
    base: Mapping[str, Mapping[str, tuple[str, ...]]], own: Mapping[str, Mapping[str, tuple[str, ...]]]
) -> Mapping[str, Mapping[str, tuple[str, ...]]]:
    merged: dict[str, dict[str, tuple[str, ...]]] = {group: dict(words) for group, words in base.items()}
    for group, words in own.items():
        known = merged.setdefault(group, {})
        for name, phrases in words.items():
            known[name] = (*known.get(name, ()), *phrases)
    return merged

"""What the files in `rules/` may hold. Strangers' data enter here, so pydantic guards the door."""

from __future__ import annotations

from typing import Annotated

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    JsonValue,
    RootModel,
    StringConstraints,
    WithJsonSchema,
)
from pydantic.json_schema import JsonSchemaValue

from implan_lint.diagnostic import Confidence, RuleKind, Severity
from implan_lint.plan.model import TableKind
from implan_lint.plan.profile import Phase

Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
KebabName = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
Code = Annotated[str, StringConstraints(pattern=r"^[A-Z]{2,6}[0-9]{3}$")]


class Page(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", strict=False)


class Words(Page):
    """A text in both languages of the tool."""

    nl: Text
    en: Text


class VariantPage(Page):
    """Words of one kind of finding that the check tells apart."""

    message: Words
    help: Words | None = None
    fix: Words | None = None
    severity: Severity | None = None


def _as_default(value: object) -> object:
    return {"default": value} if isinstance(value, str) else value


_GRADE_SCHEMA: JsonSchemaValue = {"type": "string", "enum": [severity.value for severity in Severity]}
_SEVERITY_SCHEMA: JsonSchemaValue = {
    "anyOf": [_GRADE_SCHEMA, {"type": "object", "additionalProperties": _GRADE_SCHEMA, "required": ["default"]}]
}


class RulePage(Page):
    """The front matter of a rule page."""

    code: Code
    name: KebabName
    check: Text
    with_: dict[str, JsonValue] = Field(default={}, alias="with")
    kind: RuleKind
    severity: Annotated[dict[str, Severity], BeforeValidator(_as_default), WithJsonSchema(_SEVERITY_SCHEMA)]
    """One word, or a word per profile with one for `default`."""
    confidence: Confidence
    yields_to: tuple[Code, ...] = ()
    message: Words | None = None
    help: Words | None = None
    fix: Words | None = None
    """What the fix does, where the check offers one: "schrijf de datum als jaar-maand-dag"."""
    variants: dict[str, VariantPage] = {}
    source: Annotated[tuple[Text, ...], Field(min_length=1)]


class SectionPage(Page):
    kind: Text
    required: bool = False
    satisfied_by: tuple[Text, ...] = ()
    note: str = ""
    recommended: bool = False


class TablePage(Page):
    kind: TableKind
    sections: tuple[Text, ...]
    columns: Annotated[tuple[Text, ...], Field(min_length=1)]
    optional: tuple[Text, ...] = ()
    required: bool = False
    rhythm_allowed: bool = False


class FieldsPage(Page):
    required: tuple[Text, ...] = ()
    recommended: tuple[Text, ...] = ()


class ProfilePage(Page):
    """One kind of plan. With `extends` it holds only what differs: sections and tables are merged by kind."""

    name: KebabName
    extends: KebabName | None = None
    title: Words
    aliases: tuple[Text, ...] = ()
    cues: tuple[Text, ...] = ()
    sections: tuple[SectionPage, ...] = ()
    tables: tuple[TablePage, ...] = ()
    fields: FieldsPage | None = None
    template_sentences: tuple[Text, ...] = ()


class CapsPage(Page):
    """How grave each kind of rule can be at most."""

    completeness: Severity
    contradiction: Severity
    trace: Severity
    wording: Severity
    hint: Severity


class PhasesPage(Page):
    caps: dict[Phase, CapsPage]
    words: dict[str, tuple[Text, ...]] = {}


class VocabularyPage(Page):
    """One language's words, an organisation's additions, or the synonyms of a configuration."""

    headings: dict[str, tuple[Text, ...]] = {}
    weak_headings: dict[str, tuple[Text, ...]] = {}
    compound: dict[str, tuple[Text, ...]] = {}
    columns: dict[str, tuple[Text, ...]] = {}
    fields: dict[str, tuple[Text, ...]] = {}
    months: dict[str, Annotated[int, Field(ge=1, le=12)]] = {}
    words: dict[str, tuple[Text, ...]] = {}


class NamesPage(RootModel[dict[str, dict[str, Words]]]):
    """group -> key -> the name shown to people."""

    model_config = ConfigDict(frozen=True)

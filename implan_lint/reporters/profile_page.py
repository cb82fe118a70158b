"""What one kind of plan must hold, for a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from implan_lint.catalogue.model import Catalogue
from implan_lint.plan.profile import Profile, TableRule
from implan_lint.plan.vocabulary import Vocabulary
from implan_lint.reporters.terminal import View, paint

_LABELS = {
    "nl": {
        "aliases": "Ook", "fields": "Front matter", "sections": "Onderdelen", "tables": "Tabellen",
        "required": "verplicht", "optional": "mag", "recommended": "aanbevolen", "or": " of ", "in": "in",
    },
    "en": {
        "aliases": "Also", "fields": "Front matter", "sections": "Parts", "tables": "Tables",
        "required": "required", "optional": "optional", "recommended": "recommended", "or": " or ", "in": "in",
    },
}  # fmt: skip


def render_profiles(catalogue: Catalogue, view: View) -> str:
    """A line per profile: its name and its title."""
    width = max((len(name) for name in catalogue.profiles), default=0)
    return "".join(
        f"{paint(f'{name:<{width}}', 'bold', view)}  {profile.title[view.language]}\n"
        for name, profile in catalogue.profiles.items()
    )


def render_profile(profile: Profile, vocabulary: Vocabulary, view: View) -> str:
    """Its front matter, parts and tables, each with what is required of it."""
    labels = _LABELS[view.language]
    lines = [f"{paint(profile.name, 'bold', view)}  {profile.title[view.language]}"]
    if profile.aliases:
        lines.append(f"{labels['aliases']}: {', '.join(profile.aliases)}")
    lines += ["", paint(labels["fields"], "bold", view), *_fields(profile, vocabulary, view)]
    lines += ["", paint(labels["sections"], "bold", view), *_sections(profile, vocabulary, view)]
    lines += ["", paint(labels["tables"], "bold", view)]
    for table in profile.tables:
        lines += _table(table, vocabulary, view)
    return "\n".join(lines) + "\n"


def _fields(profile: Profile, vocabulary: Vocabulary, view: View) -> Iterator[str]:
    for label, fields in (("required", profile.required_fields), ("recommended", profile.recommended_fields)):
        if fields:
            yield f"  {_LABELS[view.language][label]}: {_choices('field', fields, vocabulary, view, with_key=True)}"


def _sections(profile: Profile, vocabulary: Vocabulary, view: View) -> Iterator[str]:
    labels = _LABELS[view.language]
    for section in sorted(profile.sections, key=lambda section: not section.required):
        word = labels["required" if section.required else "optional"]
        note = paint(f"  {section.note}", "dim", view) if section.note else ""
        yield f"  {word:<{_width(labels)}}  {_name('section', section.kind, vocabulary, view)} ({section.kind}){note}"


def _table(table: TableRule, vocabulary: Vocabulary, view: View) -> Iterator[str]:
    labels = _LABELS[view.language]
    word = labels["required" if table.required else "optional"]
    where = ", ".join(_name("section", kind, vocabulary, view) for kind in table.sections)
    yield f"  {word:<{_width(labels)}}  {_name('table', table.kind, vocabulary, view)} ({labels['in']} {where})"
    indent = " " * (_width(labels) + 4)
    yield f"{indent}{labels['required']}: {_choices('column', table.columns, vocabulary, view)}"
    if table.optional:
        yield f"{indent}{labels['optional']}: {_choices('column', table.optional, vocabulary, view)}"


def _width(labels: dict[str, str]) -> int:
    return max(len(labels["required"]), len(labels["optional"]))


def _choices(group: str, words: Iterable[str], vocabulary: Vocabulary, view: View, *, with_key: bool = False) -> str:
    """As in: Belang of Behoefte, for belang|behoefte. `with_key` keeps words that a plan has to write so."""
    either = _LABELS[view.language]["or"]
    return ", ".join(
        either.join(key if with_key else _name(group, key, vocabulary, view) for key in word.split("|"))
        for word in words
    )


def _name(group: str, key: str, vocabulary: Vocabulary, view: View) -> str:
    return vocabulary.names.get(group, {}).get(key, {}).get(view.language, key)

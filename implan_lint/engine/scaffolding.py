"""A plan of one kind that still has to be filled in: its front matter, its parts and its tables, in order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from implan_lint.plan.profile import Profile, SectionRule, TableRule
from implan_lint.plan.vocabulary import Vocabulary

_HALVES = {"scope": ("scope_in", "scope_uit")}
"""Parts that fall into two headings."""
_SIDES = {"factoren": ("belemmerend", "bevorderend")}
"""Tables that a profile doesn't need where it has a part for each side."""
_MARKS = {"doelen": "1.", "belemmerend": "-", "bevorderend": "-"}
"""Parts that are a list, and the mark of its first item."""
_TODAY = ("datum", "laatst_bijgewerkt")
_DAYS = ("startdatum", "einddatum", "livegang")


@dataclass(frozen=True, slots=True)
class Scaffold:
    """What a new plan is made of, and in which language."""

    profile: Profile
    vocabulary: Vocabulary
    language: str
    title: str
    today: date

    def text(self) -> str:
        """The plan: nothing in it but headings, column names, and comments on what to write there."""
        lines = ["---", *self._front_matter(), "---", "", f"# {self.title or self._titled()}"]
        lines += ["", _comment(self._word("scaffold", "intro"))]
        tables = self._tables_by_section()
        for section in self._sections():
            lines += ["", f"## {self._word('section', section.kind)}", *self._guidance(section)]
            lines += self._body(section.kind, tables.get(section.kind, []))
        return "\n".join(lines) + "\n"

    def _titled(self) -> str:
        return self.profile.title[self.language]

    def _word(self, group: str, key: str) -> str:
        return self.vocabulary.names[group][key][self.language]

    # ---------------------------------------------------------------- front matter

    def _front_matter(self) -> Iterator[str]:
        fields = [wanted.split("|")[0] for wanted in self.profile.required_fields]
        for name in dict.fromkeys([*fields, "status"]):
            yield f"{self._word('field', name)}: {self._value(name)}".rstrip()
        for name in self.profile.recommended_fields:
            if name not in (*fields, "status"):
                hint = "  # " + self._word("scaffold", "day" if name in _DAYS else "recommended")
                yield f"{self._word('field', name)}:{hint}"

    def _value(self, name: str) -> str:
        if name == "titel":
            return _quoted(self.title or self._titled())
        if name in _TODAY:
            return self.today.isoformat()
        return {"profiel": self.profile.name, "status": "concept"}.get(name, "")

    # ---------------------------------------------------------------- parts

    def _sections(self) -> list[SectionRule]:
        return [section for section in self.profile.sections if section.required or section.recommended]

    def _tables_by_section(self) -> dict[str, list[TableRule]]:
        """Each table once: in the first part here that it may stand in."""
        there = {section.kind for section in self._sections()}
        placed: dict[str, list[TableRule]] = {}
        for table in self.profile.tables:
            home = next((kind for kind in table.sections if kind in there), None)
            if home is not None and not there.issuperset(_SIDES.get(table.kind, (table.kind, ""))):
                placed.setdefault(home, []).append(table)
        return placed

    def _guidance(self, section: SectionRule) -> Iterator[str]:
        advice = self._word("advice", section.kind)
        yield from ("", _comment(f"{advice[0].upper()}{advice[1:]}."))
        if section.note and self.language == "nl":
            yield _comment(section.note)

    def _body(self, kind: str, tables: list[TableRule]) -> Iterator[str]:
        if kind in _HALVES:
            for half in _HALVES[kind]:
                yield from ("", f"### {self._word('section', half)}", "", "-")
        if kind in _MARKS:
            yield from ("", _MARKS[kind])
        for table in tables:
            yield from ("", *self._table(table))

    def _table(self, table: TableRule) -> Iterator[str]:
        names = [self._column(wanted.split("|")[0]) for wanted in (*table.columns, *table.optional)]
        yield f"| {' | '.join(names)} |"
        yield f"|{'|'.join('-' * (len(name) + 2) for name in names)}|"
        yield f"|{'|'.join(' ' * (len(name) + 2) for name in names)}|"

    def _column(self, name: str) -> str:
        """Its heading, which must say alone what the column is."""
        return self._word("scaffold_column" if name in self.vocabulary.names["scaffold_column"] else "column", name)


def _comment(words: str) -> str:
    return f"<!-- {words} -->"


def _quoted(words: str) -> str:
    return "'" + words.replace("'", "''") + "'"

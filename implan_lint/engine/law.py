"""The rules and profiles in force somewhere, for who wants to read them."""

from __future__ import annotations

from dataclasses import dataclass

from implan_lint.catalogue.model import Catalogue, Rule
from implan_lint.engine.errors import UsageError
from implan_lint.engine.reading import Unreadable, read_text
from implan_lint.engine.settings import Settings


@dataclass(frozen=True, slots=True)
class Law:
    """The rules and profiles of one folder."""

    catalogue: Catalogue
    settings: Settings
    language: str

    def rule_named(self, name: str) -> Rule | None:
        return next((rule for rule in self.catalogue.rules.values() if rule.name == name), None)

    def page(self, rule: Rule) -> str:
        """The text of a rule's page. Raises UsageError where it is gone."""
        from implan_lint.catalogue.folders import rules_folder

        for folder in (*reversed(self.settings.rules), rules_folder()):
            text = read_text(folder / rule.page)
            if not isinstance(text, Unreadable):
                return text
        raise UsageError(f"the page '{rule.page}' can't be read")

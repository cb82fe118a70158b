"""The settings and the law in force for each file of a run, each read once."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from implan_lint.engine.options import Options
from implan_lint.engine.settings import Settings, find_configuration
from implan_lint.engine.vetting import vet_arguments, vet_settings

if TYPE_CHECKING:
    from implan_lint.catalogue.model import Catalogue


class Laws:
    """What was read of configuration files and rule folders so far, under one run's options."""

    def __init__(self, options: Options) -> None:
        self.options = options
        self._settings: dict[Path, Settings] = {}
        self._loaded: dict[Path, Settings] = {}
        self._catalogues: dict[tuple[object, ...], Catalogue] = {}
        self._vetted: set[Path | None] = set()

    def settings_for(self, folder: Path) -> Settings:
        """The settings in force in a folder."""
        folder = folder.absolute()
        if folder not in self._settings:
            self._settings[folder] = self._find_settings(folder)
        return self._settings[folder]

    def _find_settings(self, folder: Path) -> Settings:
        if self.options.isolated:
            return Settings(folder)
        file = self.options.config or find_configuration(folder)
        if file is None:
            return Settings(folder)
        file = file.absolute()
        if file not in self._loaded:
            from implan_lint.engine.configuration import load_settings

            self._loaded[file] = load_settings(file)
        return self._loaded[file]

    def catalogue_for(self, settings: Settings) -> Catalogue:
        """The law as these settings extend it; loaded once per different extension."""
        synonyms = tuple((group, tuple(words.items())) for group, words in settings.synonyms.items())
        key = (settings.rules, synonyms)
        if key not in self._catalogues:
            from implan_lint.catalogue.loader import load_catalogue

            self._catalogues[key] = load_catalogue(settings.rules, synonyms=settings.synonyms or None)
        catalogue = self._catalogues[key]
        if settings.file not in self._vetted:
            vet_arguments(self.options.select, self.options.ignore, self.options.profile, catalogue)
            vet_settings(settings, catalogue)
            self._vetted.add(settings.file)
        return catalogue

    def catalogues(self) -> tuple[Catalogue, ...]:
        """Every catalogue read so far."""
        return tuple(self._catalogues.values())

    def rule_names(self) -> dict[str, str]:
        """Code -> name of every rule of the catalogues read so far, by code."""
        names = {code: rule.name for law in self.catalogues() for code, rule in law.rules.items()}
        return dict(sorted(names.items()))

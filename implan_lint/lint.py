"""Composes the floors below: what the command line, the language server and the public API call."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from implan_lint.diagnostic import Diagnostic
from implan_lint.document.source import Source
from implan_lint.engine.baseline import FILE_NAME, Baseline, Comparison, compare, load_baseline
from implan_lint.engine.errors import UsageError
from implan_lint.engine.internal import Crash, behind_barrier, crash_of_reading, unreadable
from implan_lint.engine.law import Law
from implan_lint.engine.laws import Laws
from implan_lint.engine.options import Options
from implan_lint.engine.policy import Policy
from implan_lint.engine.reading import Unreadable, decode, read_text
from implan_lint.engine.results import FailOn, FileResult, PlanMeta, Run
from implan_lint.engine.settings import Settings
from implan_lint.engine.suppressing import Suppressed
from implan_lint.engine.vetting import find_profile
from implan_lint.plan.words import fold

if TYPE_CHECKING:
    from implan_lint.catalogue.model import Catalogue
    from implan_lint.document.model import Document
    from implan_lint.engine.discovery import Discovery
    from implan_lint.engine.explaining import Witness
    from implan_lint.engine.git import Repository
    from implan_lint.engine.portfolio import Portfolios
    from implan_lint.plan.model import Plan

__all__ = [
    "FailOn",
    "FileResult",
    "Law",
    "Linter",
    "Options",
    "PlanMeta",
    "Run",
    "lint_paths",
    "lint_text",
    "understand",
]

LANGUAGE = "nl"
"""The language of messages where nobody chose one."""
KEPT = 100
"""Plans that are kept while the others are read; those above it are read twice, to spare memory."""


def lint_text(text: str, path: str, options: Options) -> FileResult:
    """Checks one text as if it stood at `path`. Raises UsageError or CatalogueError."""
    return Linter(options).lint_text(text, path)


def lint_paths(paths: Sequence[Path], options: Options) -> Run:
    """Checks files, and the plans in folders. Raises UsageError or CatalogueError."""
    return Linter(options).lint_paths(paths)


def understand(text: str, path: str, options: Options) -> Plan:
    """The plan as the tool understands it, without checking it. Raises UsageError or CatalogueError."""
    return Linter(options).understand(text, path)


class Linter:
    """One run's options, and the settings and catalogues read for it so far."""

    def __init__(self, options: Options) -> None:
        self.options = options
        self.witness: Witness | None = None
        """Who looks on at the next file, to explain what its report leaves out."""
        self.tick: Callable[[int, int], None] = lambda done, steps: None
        """Is told how many steps of a run are done, and how many there are: two for each plan."""
        self._laws = Laws(options)
        self._portfolios: Portfolios | None = None

    def settings_for(self, folder: Path) -> Settings:
        """The settings in force in a folder."""
        return self._laws.settings_for(folder)

    def catalogue_for(self, settings: Settings) -> Catalogue:
        """The law as these settings extend it."""
        return self._laws.catalogue_for(settings)

    def law(self) -> Law:
        """The rules and profiles in force in the current folder."""
        settings = self.settings_for(Path())
        return Law(self.catalogue_for(settings), settings, self.language(settings))

    def lint_paths(self, paths: Sequence[Path]) -> Run:
        """Checks every named file and every plan in the named folders."""
        found = self.discover(paths)
        return self.run(self._lint_together(found.plans), found)

    def _lint_together(self, paths: Sequence[Path]) -> list[FileResult]:
        """Checks files, each among the others: all are read before the first is judged by rules that look across."""
        from implan_lint.engine.portfolio import Portfolios

        self._portfolios = Portfolios(self._context, self.settings_for)
        waiting: dict[Path, Plan | None] = {}
        results: dict[Path, FileResult] = {}
        for number, path in enumerate(paths, 1):
            opened = self._open(read_text(path), shown(path))
            if isinstance(opened, FileResult) or not self._looks_across(opened):
                results[path] = self._judge(opened)
            else:
                self._portfolios.take(opened)
                waiting[path] = opened if len(waiting) < KEPT else None
            self.tick(number + len(results), 2 * len(paths))
        for path in list(waiting):
            again = waiting.pop(path) or self._open(read_text(path), shown(path))
            results[path] = self._judge(again, self._portfolios)
            self.tick(len(paths) + len(results), 2 * len(paths))
        return [results[path] for path in paths]

    def _looks_across(self, plan: Plan) -> bool:
        from implan_lint.engine.portfolio import looks_across_plans

        settings, catalogue = self._ready(plan.document.source.path)
        return looks_across_plans(plan, catalogue, self._policy(settings))

    def _context(self, path: Path) -> Plan | None:
        """A plan that isn't checked, but stands around those that are."""
        text = read_text(path)
        return None if isinstance(text, Unreadable) else self.understand(text, shown(path))

    def discover(self, paths: Sequence[Path]) -> Discovery:
        """Which files would be checked."""
        from implan_lint.engine.discovery import discover

        return discover(paths, self.settings_for)

    def run(self, files: Sequence[FileResult], found: Discovery | None = None) -> Run:
        """These results as one run: without what the baseline has, and only what changed where that was asked."""
        baseline = self.baseline()
        compared = compare(baseline, files) if baseline is not None else Comparison(tuple(files), {})
        return Run(
            files=self._changed(compared.files),
            rule_names=self._laws.rule_names(),
            others=found.others if found else 0,
            look_alikes=tuple(shown(path) for path in found.look_alikes) if found else (),
            language=self.language(self.settings_for(Path())),
            solved=sum(map(len, compared.solved.values())),
        )

    def baseline(self) -> Baseline | None:
        """The baseline in force. Raises UsageError where it can't be read."""
        if self.options.no_baseline:
            return None
        file = self.options.baseline or self.baseline_file()
        return load_baseline(file) if self.options.baseline or file.is_file() else None

    def baseline_file(self) -> Path:
        """Where the baseline stands, or would: beside the configuration file, or else in the current folder."""
        settings = self.settings_for(Path())
        return (settings.file.parent if settings.file is not None else settings.folder) / FILE_NAME

    def _changed(self, files: tuple[FileResult, ...]) -> tuple[FileResult, ...]:
        revision = self.options.changed_since
        if revision is None or not files:
            return files
        from implan_lint.engine.changes import only_changed
        from implan_lint.engine.git import Repository

        repository = Repository(Path(files[0].path).absolute().parent, revision)
        across: frozenset[str] = frozenset()
        if self._portfolios is not None:
            across = self._go_back(self._portfolios, repository)
        return only_changed(files, repository, self._lint_before, across)

    def _go_back(self, portfolios: Portfolios, repository: Repository) -> frozenset[str]:
        """Makes the plans what they were before the change; gives the codes of the rules that look across them."""
        from implan_lint.engine.portfolio import codes_across

        for path in portfolios.paths():
            changed = repository.changed(Path(path))
            if changed is not None:
                portfolios.forget(path)
            if changed is not None and changed.old is not None:
                plan = self._open(decode(repository.before(changed)), path)
                if not isinstance(plan, FileResult):
                    portfolios.take(plan)
        return frozenset().union(*map(codes_across, self._laws.catalogues()))

    def _lint_before(self, content: bytes, path: str) -> FileResult:
        """Checks a plan as it was, among the others as they were."""
        return self._judge(self._open(decode(content), path), self._portfolios)

    def language(self, settings: Settings) -> str:
        return self.options.language or settings.language or LANGUAGE

    def lint_file(self, path: Path) -> FileResult:
        """Checks one file; one that can't be read gets a diagnostic that says so."""
        return self._judge(self._open(read_text(path), shown(path)))

    def lint_bytes(self, content: bytes, path: str) -> FileResult:
        """Checks what would be a file's content."""
        return self._judge(self._open(decode(content), path))

    def lint_text(self, text: str, path: str) -> FileResult:
        """Checks one text as if it stood at `path`, without looking at other plans."""
        return self._judge(self._open(text, path))

    def _open(self, text: str | Unreadable, path: str) -> Plan | FileResult:
        """The plan in a text, or all there is to say where it can't be read."""
        settings = self.settings_for(Path(path).parent).for_file(Path(path))
        language = self.language(settings)
        if isinstance(text, Unreadable):
            return self._result(Source(path, ""), settings, (unreadable(text, path, language),))
        catalogue = self.catalogue_for(settings)
        plan = behind_barrier(lambda: self._read(text, path, settings, catalogue))
        if isinstance(plan, Crash):
            return self._result(Source(path, text), settings, (crash_of_reading(plan, path, language),))
        return plan

    def _judge(self, plan: Plan | FileResult, portfolios: Portfolios | None = None) -> FileResult:
        """What the rules say of a plan, among the others if those have been read."""
        from implan_lint.engine.run import run_rules

        if isinstance(plan, FileResult):
            return plan
        settings, catalogue = self._ready(plan.document.source.path)
        if portfolios is not None:
            plan = portfolios.among(plan, settings)
        run = run_rules if self.witness is None else self.witness.run
        found = run(plan, catalogue, self._policy(settings))
        meta = PlanMeta(plan.profile.name, plan.profile_given, plan.phase.value, plan.language)
        return self._result(plan.document.source, settings, found.diagnostics, found.looked, meta, found.suppressed)

    def understand_file(self, path: Path) -> Plan:
        """The plan in a file as the tool understands it. Raises UsageError where the file can't be read."""
        text = read_text(path)
        if isinstance(text, Unreadable):
            raise UsageError(unreadable(text, shown(path), "en").message, shown(path))
        return self.understand(text, shown(path))

    def understand(self, text: str, path: str) -> Plan:
        """The plan as the tool understands it, without checking it."""
        settings, catalogue = self._ready(path)
        return self._read(text, path, settings, catalogue)

    def _ready(self, path: str) -> tuple[Settings, Catalogue]:
        """The settings for a file and the law they ask for, both found sound."""
        settings = self.settings_for(Path(path).parent)
        return settings.for_file(Path(path)), self.catalogue_for(settings)

    def _read(self, text: str, path: str, settings: Settings, catalogue: Catalogue) -> Plan:
        from implan_lint.document.parse import parse
        from implan_lint.plan.read import read_plan

        document = parse(text, path)
        return read_plan(
            document,
            vocabulary=catalogue.vocabulary,
            profiles=catalogue.profiles,
            profile=self._profile(document, settings, catalogue),
            today=self.options.today,
        )

    def _profile(self, document: Document, settings: Settings, catalogue: Catalogue) -> str | None:
        """The argument wins over the plan's own word, and that over the configuration."""
        wanted = self.options.profile
        if wanted is None and not _names_profile(document, catalogue):
            wanted = settings.profile
        found = find_profile(wanted, catalogue.profiles) if wanted is not None else None
        return found.name if found is not None else None

    def _policy(self, settings: Settings) -> Policy:
        return Policy(
            language=self.language(settings),
            select=self.options.select or settings.select,
            ignore=(*settings.ignore, *self.options.ignore),
            severity=settings.severity,
        )

    def _result(
        self,
        source: Source,
        settings: Settings,
        diagnostics: tuple[Diagnostic, ...],
        looked: Mapping[str, int] | None = None,
        plan: PlanMeta | None = None,
        suppressed: tuple[Suppressed, ...] = (),
    ) -> FileResult:
        fail_on = self.options.fail_on or settings.fail_on or FailOn.ERROR
        return FileResult(source.path, source, diagnostics, looked or {}, plan, fail_on, suppressed)


def shown(path: Path) -> str:
    """A path as people see it: with forward slashes."""
    return path.as_posix()


def _names_profile(document: Document, catalogue: Catalogue) -> bool:
    fields = catalogue.vocabulary.fields
    return any(fields.get(fold(field.key)) == "profiel" for field in document.front_matter.fields)

"""What the user of the tool, not the author of a plan, did wrong: exit code 2."""

from __future__ import annotations

from collections.abc import Sequence

from implan_lint.catalogue.problems import Problem


class UsageError(Exception):
    """An argument or a setting that can't be used; `hint` names the nearest right one, or is empty."""

    def __init__(self, message: str, hint: str = "") -> None:
        self.message = message
        self.hint = hint
        super().__init__(f"{message} ({hint})" if hint else message)


class ConfigurationError(UsageError):
    """A configuration file can't be used; `problems` holds everything that is wrong, each with file and line."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))

from __future__ import annotations

import os
import pty
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from queue import Empty, Queue
from typing import IO

import pytest

from tests.cli.world import World

PLAN = """\
---
profiel: algemeen
status: vastgesteld
---
# Invoering rooster

## Acties

| Actie | Wie | Wanneer |
|-------|-----|---------|
| Een hok bouwen | | 1 mei 2026 |
"""
PATIENCE = 60
"""Seconds before a test gives up on output that should have come long ago."""
DUTCH, ENGLISH = "Wacht op wijzigingen", "Waiting for changes"


class Watching:
    """A running `check --watch` and what it has said so far."""

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        self.process = process
        self._lines: Queue[str] = Queue()
        assert process.stdout is not None
        self._reader = threading.Thread(target=self._read, args=(process.stdout,))
        self._reader.start()

    def _read(self, stream: IO[bytes]) -> None:
        with stream:
            for line in stream:
                self._lines.put(line.decode().rstrip("\n"))

    def until(self, word: str) -> list[str]:
        """The lines up to and with the first one that holds the word."""
        lines: list[str] = []
        while not lines or word not in lines[-1]:
            try:
                lines.append(self._lines.get(timeout=PATIENCE))
            except Empty:
                raise AssertionError(f"no '{word}' after {lines}") from None
        return lines

    def end(self) -> None:
        self.process.kill()
        self.process.wait()
        self._reader.join()

    def interrupt(self) -> int:
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(PATIENCE)


@contextmanager
def watching(world: World, *arguments: str) -> Iterator[Watching]:
    process = subprocess.Popen(
        [sys.executable, "-m", "implan_lint", "check", "--watch", "--output-format", "concise", *arguments],
        cwd=world.folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    seen = Watching(process)
    try:
        yield seen
    finally:
        seen.end()


def codes(lines: list[str]) -> list[str]:
    return [line.split()[2] for line in lines if line.startswith(("plan.md:", "map/"))]


@pytest.fixture
def plain(world: World) -> World:
    world.write("implan-lint.yaml", "select: [ACT002, ACT003]\n")
    world.write("plan.md", PLAN)
    return world


def test_a_change_of_the_plan_is_checked_and_ctrl_c_is_no_failure(plain: World) -> None:
    with watching(plain, "plan.md") as seen:
        assert codes(seen.until(DUTCH)) == ["ACT002"]
        plain.write("plan.md", PLAN.replace("| | 1 mei 2026", "| Sanne | "))
        assert codes(seen.until(DUTCH)) == ["ACT003"]
        assert seen.interrupt() == 0


def test_a_plan_that_an_editor_puts_in_its_place_is_checked(plain: World) -> None:
    with watching(plain) as seen:
        assert codes(seen.until(DUTCH)) == ["ACT002"]
        plain.write(".plan.md.tmp", PLAN.replace("| | 1 mei", "| Sanne | 1 mei")).replace(plain.folder / "plan.md")
        assert codes(seen.until(DUTCH)) == []


def test_a_plan_in_a_new_folder_is_found(plain: World) -> None:
    with watching(plain) as seen:
        seen.until(DUTCH)
        (plain.folder / "map").mkdir()
        seen.until(DUTCH)
        plain.write("map/ander.md", PLAN)
        assert codes(seen.until(DUTCH)) == ["ACT002", "ACT002"]


def test_a_change_of_the_configuration_is_followed_and_a_fault_in_it_is_told(plain: World) -> None:
    with watching(plain, "plan.md") as seen:
        seen.until(DUTCH)
        plain.write("implan-lint.yaml", "select: [ACT003]\nlanguage: en\n")
        assert codes(seen.until(ENGLISH)) == []
        plain.write("implan-lint.yaml", "selekt: [ACT003]\n")
        assert any("selekt" in line for line in seen.until(DUTCH))
        plain.write("implan-lint.yaml", "select: [ACT002]\n")
        assert codes(seen.until(DUTCH)) == ["ACT002"]


def test_a_change_of_a_rule_page_of_your_own_is_followed(plain: World) -> None:
    page = next(Path("rules").resolve().glob("acties/ACT002-*.md"))
    plain.write("eigen/ACT002-actie-zonder-eigenaar.md", page.read_text())
    plain.write("implan-lint.yaml", "rules: eigen\nselect: ACT002\n")
    with watching(plain, "plan.md") as seen:
        assert codes(seen.until(DUTCH)) == ["ACT002"]
        heavier = page.read_text().replace("heeft geen eigenaar", "is van niemand")
        plain.write("eigen/ACT002-actie-zonder-eigenaar.md", heavier)
        assert any("is van niemand" in line for line in seen.until(DUTCH))


def test_a_burst_of_changes_is_one_check(plain: World) -> None:
    with watching(plain, "plan.md", "--lang", "en") as seen:
        seen.until(ENGLISH)
        for number in range(20):
            plain.write("plan.md", PLAN.replace("hok", f"hok {number}"))
        checks = 0
        while not any("hok 19" in line for line in seen.until(ENGLISH)):
            checks += 1
        assert checks < 5


def test_without_the_library_it_is_told_how_to_get_it(plain: World) -> None:
    plain.write("leeg/watchfiles.py", "raise ImportError('absent')\n")
    result = plain.spawn("check", "plan.md", "--watch", PYTHONPATH=str(plain.folder / "leeg"))
    assert result.returncode == 2
    assert b"pip install 'implan-lint[watch]'" in result.stderr


@pytest.mark.parametrize(
    "arguments", [("--fix",), ("--diff",), ("--output-file", "uit.txt"), ("-",), ("--stdin-filename", "x.md")]
)
def test_what_can_not_be_watched_is_refused(plain: World, arguments: tuple[str, ...]) -> None:
    result = plain.run("check", "--watch", *arguments)
    assert (result.exit_code, "--watch can't be combined" in result.stderr) == (2, True)


def on_a_terminal(world: World, *arguments: str) -> str:
    """What somebody at a terminal sees on standard error; standard output is a pipe."""
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "implan_lint", "check", "--exit-zero", *arguments]
    with subprocess.Popen(command, cwd=world.folder, stdout=subprocess.DEVNULL, stderr=theirs) as process:
        os.close(theirs)
        seen = b""
        while chunk := _read_terminal(ours):
            seen += chunk
        assert process.wait(PATIENCE) == 0
    os.close(ours)
    return seen.decode()


def _read_terminal(terminal: int) -> bytes:
    try:
        return os.read(terminal, 4096)
    except OSError:  # On Linux a terminal that nobody writes to any more is an error, not an end.
        return b""


@pytest.mark.parametrize(
    ("plans", "output_format", "shown"), [(25, "full", True), (25, "concise", True), (25, "json", False)]
)
def test_a_bar_follows_a_long_run_but_not_for_machines(
    plain: World, plans: int, output_format: str, shown: bool
) -> None:
    for number in range(plans):
        plain.write(f"plan{number}.md", PLAN)
    assert ("Plannen lezen" in on_a_terminal(plain, "--output-format", output_format)) is shown


def test_there_is_no_bar_where_nobody_looks(plain: World) -> None:
    for number in range(25):
        plain.write(f"plan{number}.md", PLAN)
    assert b"Plannen lezen" not in plain.spawn("check", "--exit-zero").stderr

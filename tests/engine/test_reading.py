from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from implan_lint.engine.internal import unreadable
from implan_lint.engine.reading import Unreadable, decode, read_text


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
@given(text=st.text())
def test_what_was_written_is_read(encoding: str, text: str) -> None:
    try:
        content = text.encode(encoding)
    except UnicodeEncodeError:
        return
    if encoding == "utf-8" and content.startswith((b"\xff", b"\xfe")):
        return
    assert decode(content) == text


def test_a_byte_order_mark_is_kept_for_the_source() -> None:
    assert decode(b"\xef\xbb\xbfx") == "\ufeffx"


def test_bytes_that_are_no_text_are_told_with_their_place() -> None:
    why = decode("café".encode("latin-1"))
    assert why == Unreadable("encoding", 3)
    assert unreadable(why, "plan.md", "nl").message.endswith("byte 4 is geen geldige UTF-8.")


@given(st.binary())
def test_any_bytes_give_text_or_a_reason(content: bytes) -> None:
    assert isinstance(decode(content), str | Unreadable)


def test_a_folder_a_missing_file_and_a_closed_one(tmp_path: Path) -> None:
    assert read_text(tmp_path) == Unreadable("directory")
    assert read_text(tmp_path / "weg.md") == Unreadable("missing")
    if os.geteuid() != 0:
        (tmp_path / "dicht.md").touch(mode=0)
        assert read_text(tmp_path / "dicht.md") == Unreadable("denied")


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("reason", ["encoding", "directory", "missing", "denied", "other"])
def test_every_reason_has_words(language: str, reason: str) -> None:
    found = unreadable(Unreadable(reason, detail="schijf stuk"), "plan.md", language)
    assert (found.code, found.name, found.severity) == ("FIL001", "bestand-onleesbaar", "error")
    assert "{" not in found.message and found.message.endswith(".")

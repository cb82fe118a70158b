"""A file is replaced whole, as itself, or not at all."""

import stat
from pathlib import Path

import pytest

from implan_lint.atomic import ChangedMeanwhileError, replace_file


def test_mode_and_link_stay(tmp_path: Path) -> None:
    real, link = tmp_path / "plan.md", tmp_path / "link.md"
    real.write_bytes(b"oud")
    real.chmod(0o640)
    link.symlink_to(real)
    replace_file(link, b"nieuw", expected=b"oud")
    assert real.read_bytes() == b"nieuw"
    assert link.is_symlink()
    assert stat.S_IMODE(real.stat().st_mode) == 0o640
    assert sorted(path.name for path in tmp_path.iterdir()) == ["link.md", "plan.md"]


def test_what_somebody_else_wrote_meanwhile_is_kept(tmp_path: Path) -> None:
    file = tmp_path / "plan.md"
    file.write_bytes(b"van een ander")
    with pytest.raises(ChangedMeanwhileError):
        replace_file(file, b"van ons", expected=b"oud")
    assert file.read_bytes() == b"van een ander"
    assert list(tmp_path.iterdir()) == [file]


def test_a_folder_that_is_not_there_is_an_error_and_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="weg"):
        replace_file(tmp_path / "weg" / "plan.md", b"x")


def test_a_new_file_gets_the_mode_of_new_files(tmp_path: Path) -> None:
    (tmp_path / "gewoon").write_bytes(b"")
    replace_file(tmp_path / "nieuw", b"")
    assert (tmp_path / "nieuw").stat().st_mode == (tmp_path / "gewoon").stat().st_mode

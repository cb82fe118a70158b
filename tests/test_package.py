"""What is shipped: the law travels in the wheel, and holds no code."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    return set(zipfile.ZipFile(next(folder.glob("*.whl"))).namelist())


@pytest.mark.parametrize("folder", ["rules", "schemas"])
def test_the_wheel_holds_every_file_of_the_law(wheel, folder):
    files = {path.relative_to(ROOT).as_posix() for path in (ROOT / folder).rglob("*") if path.is_file()}
    assert {f"implan_lint/{name}" for name in files} <= wheel
    assert len(files) > 3


def test_the_law_is_data_only():
    kinds = {path.suffix for path in (ROOT / "rules").rglob("*") if path.is_file()}
    assert kinds == {".md", ".yaml"}


def test_importing_the_package_loads_nothing_heavy():
    heavy = "{'click', 'pygls', 'pydantic', 'markdown_it', 'ruamel'}"
    code = f"import implan_lint, sys; print(sorted({heavy} & set(sys.modules)))"
    run = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert run.stdout.strip() == "[]"

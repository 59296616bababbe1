"""What is installed is what is needed: code, model, word lists, topics; and the lock fits."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
import zipfile
from importlib.metadata import version
from pathlib import Path

import pytest

from factcheck import __version__

ROOT = Path(__file__).parents[1]
with (ROOT / "pyproject.toml").open("rb") as _file:
    PROJECT = tomllib.load(_file)["project"]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> zipfile.ZipFile:
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)],
        cwd=ROOT,
        check=True,
        capture_output=True,
        timeout=300,
    )
    [file] = folder.iterdir()
    return zipfile.ZipFile(file)


def tracked(folder: str) -> list[str]:
    """The files of a folder that git knows; all files where this is no checkout."""
    listed = subprocess.run(
        ["git", "ls-files", folder], cwd=ROOT, capture_output=True, text=True, check=False
    )
    if listed.returncode == 0:
        return listed.stdout.splitlines()
    files = (ROOT / folder).rglob("*")
    return [str(f.relative_to(ROOT)) for f in files if f.is_file() and "__pycache__" not in f.parts]


def test_the_wheel_holds_all_of_the_package(wheel: zipfile.ZipFile) -> None:
    assert set(tracked("factcheck")) <= set(wheel.namelist())
    assert not [name for name in wheel.namelist() if name.startswith(("tests", "claims"))]


def test_the_wheel_ships_the_topics(wheel: zipfile.ZipFile) -> None:
    topics = tracked("reference")
    assert any(name.endswith("/facts.csv") for name in topics)
    shipped = {"factcheck/reference/shipped" + name.removeprefix("reference") for name in topics}
    assert shipped <= set(wheel.namelist())


def test_the_wheel_is_small_enough_to_be_liked(wheel: zipfile.ZipFile) -> None:
    assert sum(entry.compress_size for entry in wheel.infolist()) < 45_000_000


def test_the_wheel_has_licence_and_entry_points(wheel: zipfile.ZipFile) -> None:
    names = {Path(name).name for name in wheel.namelist() if ".dist-info/" in name}
    assert {"LICENSE", "entry_points.txt", "METADATA"} <= names
    [points] = [name for name in wheel.namelist() if name.endswith("entry_points.txt")]
    assert "factcheck = factcheck.cli:main" in wheel.read(points).decode()


def test_the_version_is_the_same_everywhere() -> None:
    assert PROJECT["version"] == __version__
    changes = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert f"## {__version__}" in changes


def locked() -> dict[str, str]:
    """The versions of the lock, by normalised name."""
    lines = (ROOT / "requirements.lock").read_text(encoding="utf-8").splitlines()
    pins = (line.partition("==") for line in lines if line and not line.startswith("#"))
    return {normal(name): pin for name, _, pin in pins}


def normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def dependencies() -> list[str]:
    """All that is named, extras too, without the package's own extras."""
    extras = PROJECT["optional-dependencies"].values()
    named = [*PROJECT["dependencies"], *(text for extra in extras for text in extra)]
    return [text for text in named if not text.startswith("factcheck[")]


def test_the_lock_pins_every_dependency() -> None:
    wanted = {normal(re.split(r"[<>=\[]", text)[0]) for text in dependencies()}
    assert wanted <= set(locked())
    assert all(re.fullmatch(r"[\w.]+", pin) for pin in locked().values())


def test_dependencies_are_bounded_on_both_sides() -> None:
    for text in dependencies():
        assert ">=" in text and ",<" in text, text


@pytest.mark.parametrize("name", ["spacy", "click", "sqlite-utils", "rapidfuzz"])
def test_these_tests_run_with_the_locked_versions(name: str) -> None:
    assert version(name) == locked()[name]

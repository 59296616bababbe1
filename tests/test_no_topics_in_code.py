"""No topic's names in the program: they belong to `reference/`. Comments may give examples."""

from __future__ import annotations

import ast
import csv
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
#: everyday words that are also aliases
_ORDINARY = {"American", "British", "Canadian"}
#: and names of topics of tests that are words of the language, or of measures and money
_ALSO_WORDS = {"World", "Paris", "French", "German"}


def names() -> set[str]:
    """The names and aliases of all shipped entities that begin with a capital."""
    found: set[str] = set()
    for file in (*ROOT.glob("reference/*/entities.csv"), *ROOT.glob("tests/topics/*/entities.csv")):
        with file.open(encoding="utf-8", newline="") as stream:
            for row in csv.DictReader(stream):
                found.update(re.split(r"\s*;\s*", row["aliases"] or ""), [row["name"]])
    for file in ROOT.glob("tests/topics/*/facts.csv"):
        with file.open(encoding="utf-8", newline="") as stream:
            found.update(row["subject"] for row in csv.DictReader(stream))
    return {name for name in found if len(name) > 3 and name[0].isupper()} - _ORDINARY - _ALSO_WORDS


NAMES = re.compile(r"\b(?:" + "|".join(map(re.escape, sorted(names()))) + r")\b")


def constants(source: str) -> Iterator[str]:
    """The strings of a module that are no docstrings."""
    tree = ast.parse(source)
    said = {
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node not in said:
            yield node.value


def test_there_are_names_to_look_for() -> None:
    assert len(names()) > 100


@pytest.mark.parametrize(
    "path",
    sorted((ROOT / "factcheck").rglob("*.py")),
    ids=lambda path: str(path.relative_to(ROOT)),
)
def test_no_name_of_a_topic_stands_in_the_code(path: Path) -> None:
    found = [text for text in constants(path.read_text(encoding="utf-8")) if NAMES.search(text)]
    assert not found


@pytest.mark.parametrize(
    "path",
    sorted(
        path
        for room in ("documents", "measures", "language", "reference", "checking")
        for path in (ROOT / "factcheck" / room).rglob("words/*")
        if path.suffix in (".txt", ".toml")
    ),
    ids=lambda path: str(path.relative_to(ROOT)),
)
def test_no_name_of_a_topic_stands_in_the_word_lists(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()
    assert not [line for line in lines if NAMES.search(line.partition("#")[0])]

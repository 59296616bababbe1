"""Labelled statements about tables: right among decided, and how much is decided."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from factcheck.api import Checker
from factcheck.records import Document, Unusable


def table_files(paths: Sequence[Path]) -> list[Path]:
    """Those of the files, or of a folder's `.toml` files, whose statements are about a table."""
    files = [
        one for path in paths for one in (sorted(path.glob("*.toml")) if path.is_dir() else [path])
    ]
    return [file for file in files if file.suffix == ".toml" and "table" in _read(file)]


def score_tables(files: Sequence[Path], only: Sequence[str] = ()) -> dict[str, Any]:
    """By tag, and for all: how many statements are decided, and how many of these rightly."""
    counts: dict[str, Counter[str]] = {}
    for file in files:
        labels = _read(file)
        with Checker(
            table=file.with_name(labels["table"]), caption=labels.get("caption")
        ) as checker:
            for one in labels.get("statement", ()):
                tags = list(one.get("tags", ()))
                if only and not {one.get("id"), *tags} & set(only):
                    continue
                verdict = checker.check(Document(one["text"])).verdict
                right = verdict == one["verdict"]
                told = "silent" if verdict == "not_enough_info" else "right" if right else "wrong"
                for tag in (*tags, "all"):
                    counts.setdefault(tag, Counter())[told] += 1
    return {tag: _shares(count) for tag, count in sorted(counts.items())}


def told_tables(score: Mapping[str, Any]) -> Iterator[str]:
    """The figures as lines."""
    yield f"{'statements on tables':<22} {'right of decided':<20} decided"
    for tag, row in score.items():
        right = f"{row['right'] or 0:.1%} ({row['right_of']}/{row['decided_of']})"
        yield f"{tag:<22} {right:<20} {row['coverage']:.1%} ({row['decided_of']}/{row['all']})"


def _shares(count: Counter[str]) -> dict[str, Any]:
    decided, everything = count["right"] + count["wrong"], count.total()
    return {
        "right": round(count["right"] / decided, 4) if decided else None,
        "coverage": round(decided / everything, 4),
        "right_of": count["right"],
        "decided_of": decided,
        "all": everything,
    }


def _read(file: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise Unusable(f"{file}: no TOML: {error}") from None

"""Labelled statements, from `*.toml` (tables `[[statement]]`) and `*.jsonl` files."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date as Date
from pathlib import Path
from typing import Any

from factcheck.api import read_date
from factcheck.records import KINDS, Unusable

VERDICTS = ("supported", "refuted", "not_enough_info")
_STATEMENT_KEYS = {"id", "text", "speaker", "date", "tags", "expected", "must_not_flag"}
_ROW_KEYS = {"quote", "verdict", "kind", "correct", "correct_alt", "accept", "strength", "why"}


@dataclass(frozen=True, slots=True)
class Row:
    """One claim in a statement, with the verdict that a careful checker gives."""

    quote: str
    verdict: str
    kind: str = "none"
    correct: str = ""
    correct_alt: tuple[str, ...] = ()
    accept: tuple[str, ...] = ()
    strength: str = "strong"
    why: str = ""

    @property
    def right_verdicts(self) -> frozenset[str]:
        """The verdicts that count as right."""
        return frozenset((self.verdict, *self.accept))


@dataclass(frozen=True, slots=True)
class Statement:
    """A text with what is expected of it; `where` is file and id, for messages."""

    id: str
    text: str
    where: str
    speaker: str | None = None
    date: Date | None = None
    tags: tuple[str, ...] = ()
    expected: tuple[Row, ...] = ()
    must_not_flag: tuple[str, ...] = ()


def read_statements(path: Path) -> list[Statement]:
    """The statements of a file, or of all `*.toml` and `*.jsonl` files of a folder, by name."""
    files = sorted(path.iterdir()) if path.is_dir() else [path]
    if not path.exists():
        raise Unusable(f"{path}: no such file or folder of labelled statements")
    found: list[Statement] = []
    for file in files:
        if file.suffix == ".toml":
            found += [_statement(raw, file) for raw in _toml(file)]
        elif file.suffix == ".jsonl":
            found += [_statement(raw, file) for raw in _jsonl(file)]
        elif not path.is_dir():
            raise Unusable(f"{file}: labelled statements are .toml or .jsonl files")
    if not found:
        raise Unusable(f"{path}: no labelled statements in it")
    return found


def _toml(file: Path) -> list[Any]:
    import tomllib

    try:
        with file.open("rb") as stream:
            rows = tomllib.load(stream).get("statement", [])
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise Unusable(f"{file}: no TOML: {error}") from None
    return rows if isinstance(rows, list) else [rows]


def _jsonl(file: Path) -> Iterator[Any]:
    for line, text in enumerate(file.read_text(encoding="utf-8").splitlines(), start=1):
        if text.strip():
            try:
                yield json.loads(text)
            except ValueError as error:
                raise Unusable(f"{file}:{line}: no JSON: {error}") from None


def _statement(raw: Mapping[str, Any], file: Path) -> Statement:
    where = f"{file}: statement {raw.get('id', '?')}"
    _only(raw, _STATEMENT_KEYS, where)
    text = raw.get("text")
    if not text or not isinstance(text, str):
        raise Unusable(f"{where}: no text")
    rows = tuple(_row(row, where) for row in raw.get("expected") or ())
    tempting = tuple(raw.get("must_not_flag") or ())
    for quote in (*(row.quote for row in rows), *tempting):
        if not quote or quote not in text:
            raise Unusable(f"{where}: {quote!r} is no part of the text")
    try:
        day = read_date(raw.get("date") or None)
    except Unusable as error:
        raise Unusable(f"{where}: {error}") from None
    speaker = raw.get("speaker") or None
    tags = tuple(raw.get("tags") or ())
    return Statement(str(raw.get("id", "")), text, where, speaker, day, tags, rows, tempting)


def _row(raw: Mapping[str, Any], where: str) -> Row:
    _only(raw, _ROW_KEYS, where)
    if not isinstance(raw.get("quote"), str) or "verdict" not in raw:
        raise Unusable(f"{where}: each row of expected has quote and verdict")
    row = Row(
        raw["quote"],
        raw["verdict"],
        raw.get("kind") or "none",
        raw.get("correct") or "",
        tuple(raw.get("correct_alt") or ()),
        tuple(raw.get("accept") or ()),
        raw.get("strength") or "strong",
        raw.get("why") or "",
    )
    if not row.right_verdicts <= set(VERDICTS):
        raise Unusable(f"{where}: verdict and accept are of {', '.join(VERDICTS)}")
    if row.kind not in (*KINDS, "none") or row.strength not in ("strong", "weak"):
        raise Unusable(f"{where}: kind {row.kind!r} or strength {row.strength!r} is unknown")
    return row


def _only(raw: Mapping[str, Any], known: set[str], where: str) -> None:
    if unknown := set(raw) - known:
        raise Unusable(f"{where}: unknown {', '.join(sorted(unknown))}; known {sorted(known)}")

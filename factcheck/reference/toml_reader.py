"""A TOML file read and checked key by key; what is wrong is refused with its line."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from factcheck.records import KINDS, Unusable
from factcheck.reference.rows import CELL_LIMIT

_TYPES = (
    "number",
    "ordinal",
    "percentage",
    "amount",
    "date",
    "period",
    "duration",
    "entity",
    "boolean",
    "text",
)
_DURATION = re.compile(r"P(?=\d)(\d+Y)?(\d+M)?(\d+W)?(\d+D)?")
_WORDS = ("family", "nouns", "verbs", "adjectives", "counts", "words", "without")


class TomlReader:
    """The content of one file, and how to refuse a part of it with its line."""

    def __init__(self, file: Path) -> None:
        self.file = file
        try:
            self.text = file.read_text(encoding="utf-8-sig")
            self.content: dict[str, Any] = tomllib.loads(self.text)
        except UnicodeDecodeError:
            raise Unusable(f"{file}:1: not UTF-8; save it as UTF-8") from None
        except tomllib.TOMLDecodeError as error:
            at = re.search(r"line (\d+)", str(error))
            line = at[1] if at else str(self.text.count("\n") + 1)
            raise Unusable(f"{file}:{line}: not TOML: {error}; see docs/topics.md") from None
        except RecursionError:
            raise Unusable(f"{file}:1: nested too deeply; see docs/topics.md") from None

    def refuse(self, key: str, what: str) -> None:
        """Raise `Unusable`, with the line on which `key` first stands."""
        raise self.refusal(key, what)

    def refusal(self, key: str, what: str) -> Unusable:
        """What to raise for `key`, with the line on which it first stands."""
        found = re.search(rf"(?<![\w-]){re.escape(key)}(?![\w-])", self.text)
        line = self.text.count("\n", 0, found.start()) + 1 if found else 1
        return Unusable(f"{self.file}:{line}: {what}")

    def check(
        self, table: object, known: Mapping[str, type], where: str, needs: tuple[str, ...] = ()
    ) -> None:
        """Raise `Unusable` unless `table` has only known keys, with values of their types."""
        if not isinstance(table, dict):
            raise self.refusal(where, f"{where} must be a table; see docs/topics.md")
        for key in needs:
            if key not in table:
                self.refuse(where, f"{where} needs {key!r}; see docs/topics.md")
        for key, value in table.items():
            if key not in known:
                self.refuse(key, f"unknown key {key!r}; known are {', '.join(known)}")
            too_long = isinstance(value, str) and len(value) > CELL_LIMIT
            if not isinstance(value, known[key]) or too_long:
                self.refuse(key, f"{key} must be a {known[key].__name__}; see docs/topics.md")
            if key in ("requires", "complete", *_WORDS) and isinstance(value, list):
                self._check_texts(key, value)

    def _check_texts(self, key: str, values: list[Any]) -> None:
        if not all(isinstance(value, str) for value in values):
            self.refuse(key, f"{key} must hold texts only; see docs/topics.md")

    def check_property(self, refined: Mapping[str, Any], property: str) -> None:
        """Raise `Unusable` for an unknown kind or type, and for a duration that is none."""
        if refined.get("kind", KINDS[0]) not in KINDS:
            self.refuse(property, f"{property}: kind must be one of {', '.join(KINDS)}")
        if refined.get("type", _TYPES[0]) not in _TYPES:
            self.refuse(property, f"{property}: type must be one of {', '.join(_TYPES)}")
        for value, phrases in refined.get("says", {}).items():
            if not isinstance(phrases, list):
                self.refuse("says", f"{property}: says must hold a list of phrases for {value!r}")
            self._check_texts("says", phrases)
        good_for = refined.get("good_for")
        if good_for and not _DURATION.fullmatch(good_for):
            self.refuse(property, f'{property}: good_for is {good_for!r}; write "P2Y" or "P18M"')

    def day(self, key: str, text: str | None) -> date | None:
        """The ISO day that stands under `key`."""
        if text is None:
            return None
        try:
            return date.fromisoformat(text)
        except ValueError:
            self.refuse(key, f'{key} is {text!r}; write a day as "2026-10-03"')
            return None

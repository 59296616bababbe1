"""What `topic.toml` says (docs/topics.md): read, and checked key by key."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from factcheck.records import KINDS, Description, Unusable
from factcheck.reference.rows import CELL_LIMIT, check_file
from factcheck.reference.tables import Asked, SameQuestion, TopicSettings

#: what each table of the file may hold, with the type of each
_TOPIC = {
    "title": str,
    "licence": str,
    "version": str,
    "as_of": str,
    "requires": list,
    "fiscal_year_begins": str,
    "complete": list,
    "properties": dict,
    "subjects": list,
    "same_question": list,
}
_PROPERTY = {
    "label": str,
    "kind": str,
    "unit": str,
    "type": str,
    "family": list,
    "nouns": list,
    "verbs": list,
    "adjectives": list,
    "counts": list,
    "without": list,
    "per": str,
    "good_for": str,
    "complete": bool,
}
_SUBJECT = {"name": str, "entities": list, "words": list, "without": list}
_SAME = {"ask": dict, "answers": list}
_ASKED = {"subject": str, "property": str}

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
_MONTH_DAY = re.compile(r"(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])")


@dataclass(frozen=True, slots=True)
class TopicFile:
    """`topic.toml` in three parts. `properties`: by name, what refines the defaults."""

    settings: TopicSettings
    properties: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    descriptions: tuple[Description, ...] = ()


def read_settings(name: str, file: Path) -> TopicFile:
    """The settings of the topic `name`; defaults where there is no file.

    Raises `Unusable` with file and line for what is no TOML and for unknown or wrong keys.
    """
    if not file.is_symlink() and not file.exists():
        return TopicFile(TopicSettings(name, name))
    check_file(file)
    reader = _Reader(file)
    content = reader.content
    reader.check(content, _TOPIC, "")
    properties = content.get("properties", {})
    for property, refined in properties.items():
        reader.check(refined, _PROPERTY, property)
        reader.check_property(refined, property)
    return TopicFile(
        _settings(name, content, reader),
        properties,
        tuple(_description(subject, reader) for subject in content.get("subjects", ())),
    )


def _settings(name: str, content: dict[str, Any], reader: _Reader) -> TopicSettings:
    begins = content.get("fiscal_year_begins", "01-01")
    if not _MONTH_DAY.fullmatch(begins):
        reader.refuse("fiscal_year_begins", f'{begins!r}: write month and day, "10-01"')
    properties = content.get("properties", {})
    return TopicSettings(
        name=name,
        title=content.get("title", name),
        as_of=reader.day("as_of", content.get("as_of")),
        fiscal_year_begins=begins,
        complete=frozenset(content.get("complete", ())),
        complete_properties=frozenset(p for p, r in properties.items() if r.get("complete")),
        good_for={p: r["good_for"] for p, r in properties.items() if "good_for" in r},
        same_question=tuple(_same(row, reader) for row in content.get("same_question", ())),
        licence=content.get("licence"),
        version=content.get("version"),
        requires=tuple(content.get("requires", ())),
    )


def _same(row: dict[str, Any], reader: _Reader) -> SameQuestion:
    reader.check(row, _SAME, "same_question", needs=("ask", "answers"))
    for asked in (row["ask"], *row["answers"]):
        reader.check(asked, _ASKED, "same_question", needs=("subject", "property"))
    return SameQuestion(Asked(**row["ask"]), tuple(Asked(**asked) for asked in row["answers"]))


def _description(row: dict[str, Any], reader: _Reader) -> Description:
    reader.check(row, _SUBJECT, "subjects", needs=("name", "entities"))
    return Description(
        row["name"],
        tuple(tuple(group) for group in row["entities"]),
        tuple(word.lower() for word in row.get("words", ())),
        tuple(word.lower() for word in row.get("without", ())),
    )


class _Reader:
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


_WORDS = ("family", "nouns", "verbs", "adjectives", "counts", "words", "without")

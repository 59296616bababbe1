"""What `topic.toml` says (docs/topics.md): read, and checked key by key."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from factcheck.records import Description
from factcheck.reference.alternatives import written_out
from factcheck.reference.declared import check_asked, read_derivation
from factcheck.reference.rows import check_file
from factcheck.reference.tables import Asked, SameQuestion, TopicSettings
from factcheck.reference.toml_reader import TomlReader

#: what each table of the file may hold, with the type of each
#: keys of a property by which texts speak of it
_WORDS = frozenset(("family", "nouns", "verbs", "adjectives", "counts", "says"))
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
    "derived": list,
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
    "says": dict,
    "near": list,
    "per": str,
    "good_for": str,
    "complete": bool,
    "exact": bool,
}
_SUBJECT = {"name": str, "entities": list, "words": list, "without": list}
_SAME = {"ask": dict, "answers": list}
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
    reader = TomlReader(file)
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


def _settings(name: str, content: dict[str, Any], reader: TomlReader) -> TopicSettings:
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
        derived=tuple(read_derivation(row, reader) for row in content.get("derived", ())),
        licence=content.get("licence"),
        version=content.get("version"),
        requires=tuple(content.get("requires", ())),
        worded=any(_WORDS.intersection(refined) for refined in properties.values()),
    )


def _same(row: dict[str, Any], reader: TomlReader) -> SameQuestion:
    reader.check(row, _SAME, "same_question", needs=("ask", "answers"))
    for asked in (row["ask"], *row["answers"]):
        check_asked(asked, "same_question", reader)
    return SameQuestion(Asked(**row["ask"]), tuple(Asked(**asked) for asked in row["answers"]))


def _description(row: dict[str, Any], reader: TomlReader) -> Description:
    reader.check(row, _SUBJECT, "subjects", needs=("name", "entities"))
    return Description(
        row["name"],
        tuple(tuple(group) for group in row["entities"]),
        tuple(word.lower() for word in written_out(row.get("words", ()))),
        tuple(word.lower() for word in written_out(row.get("without", ()))),
    )

"""The rows of the store's tables, from what was read of a topic."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any

from factcheck.measures.values import Value
from factcheck.reference.aliases import Alias, Named
from factcheck.reference.keys import find_words
from factcheck.reference.reading import FactRow, Topic
from factcheck.reference.sounds import consonants, head, letters, sound
from factcheck.reference.spelling import SHORTEST
from factcheck.reference.tables import WORD_ROLES


def property_rows(topic: Topic) -> Iterator[dict[str, Any]]:
    """The properties of a topic."""
    good_for = topic.file.settings.good_for
    for name, property in topic.properties.items():
        record = property.record
        yield {
            "topic": topic.name,
            "name": name,
            "kind": record.kind,
            "type": record.type,
            "label": record.label,
            "unit": record.unit,
            "per": record.per,
            "complete": int(record.complete),
            "good_for": good_for.get(name),
        }


def property_word_rows(topic: Topic) -> Iterator[dict[str, Any]]:
    """The wording of its properties."""
    for name, property in topic.properties.items():
        record = property.record
        said = ("\t".join(pair) for pair in record.says)
        roles = {role: getattr(record, role) for role in WORD_ROLES}
        for role, listed in {**roles, "says": said}.items():
            for position, word in enumerate(listed):
                yield {
                    "topic": topic.name,
                    "property": name,
                    "role": role,
                    "position": position,
                    "word": word,
                }


def description_rows(topic: Topic) -> Iterator[dict[str, Any]]:
    """How texts speak of subjects without naming them."""
    for description in topic.file.descriptions:
        yield {
            "topic": topic.name,
            "subject": description.subject,
            "entities": json.dumps(description.entities, ensure_ascii=False),
            "words": json.dumps(description.words, ensure_ascii=False),
            "without": json.dumps(description.without, ensure_ascii=False),
        }


def same_rows(topic: Topic) -> Iterator[dict[str, Any]]:
    """What answers the same wording."""
    for number, same in enumerate(topic.file.settings.same_question):
        for position, asked in enumerate((same.ask, *same.answers)):
            yield {
                "topic": topic.name,
                "number": number,
                "position": position,
                "subject": asked.subject,
                "property": asked.property,
            }


def derived_rows(topic: Topic) -> Iterator[dict[str, Any]]:
    """What is computed when asked for."""
    for number, one in enumerate(topic.file.settings.derived):
        yield {
            "topic": topic.name,
            "number": number,
            "how": one.how,
            "subject": one.subject,
            "property": one.property,
            "made_of": json.dumps([[p.subject, p.property] for p in one.of], ensure_ascii=False),
            "at_least": None if one.at_least is None else str(one.at_least),
            "within": None if one.within is None else str(one.within),
            "confidence": one.confidence,
        }


def fact_row(number: int, topic: str, fact: FactRow) -> dict[str, Any]:
    """A fact, with its value as it was read."""
    row = fact.row
    return {
        "number": number,
        "topic": topic,
        "id": fact.id,
        "subject": fact.subject,
        "property": fact.property,
        "value": fact.value,
        "unit": fact.unit,
        "valid_first": fact.valid.first and fact.valid.first.isoformat(),
        "valid_last": fact.valid.last and fact.valid.last.isoformat(),
        "known_from": fact.known_from and fact.known_from.isoformat(),
        "qualifier": row.get("qualifier"),
        "rank": fact.rank,
        "confidence": fact.confidence,
        "recorded": fact.recorded and fact.recorded.isoformat(),
        "superseded": fact.superseded and fact.superseded.isoformat(),
        "note": row.get("note"),
        "line": row.line,
        **_reading_columns(fact.reading),
    }


def _reading_columns(value: Value | None) -> dict[str, Any]:
    fields = ("kind", "value", "start", "end", "unit", "of", "hedge", "low", "high", "per", "note")
    columns = {f"read_{name}": getattr(value, name, None) for name in fields}
    for name in ("read_value", "read_low", "read_high"):
        if columns[name] is not None:
            columns[name] = str(columns[name])
    figure = value.value if value else None
    columns["read_number"] = float(figure) if isinstance(figure, Decimal) else None
    return columns


def alias_row(alias: Alias) -> dict[str, Any]:
    """An alias of an entity."""
    return {
        "alias": alias.alias,
        "entity": alias.entity,
        "key": alias.key,
        "origin": alias.origin,
        "capitals": alias.capitals,
        "article": int(alias.article),
        "common": int(alias.common),
    }


def word_rows(entities: Sequence[Named]) -> Iterator[dict[str, Any]]:
    """The words of names, which a text may spell otherwise."""
    seen: set[str] = set()
    for entity in entities:
        for name in (entity.name, *entity.aliases):
            for word in find_words(name):
                norm = word.norm
                if len(norm) < SHORTEST or norm in seen or not norm.isalpha():
                    continue
                if name[word.start].isupper():
                    seen.add(norm)
                    yield {
                        "word": norm,
                        "sound": sound(norm),
                        "letters": letters(norm),
                        "consonants": consonants(norm),
                        "head": head(norm),
                    }

"""Rows that lead nowhere: unknown or unused sources, entities, properties, earlier checks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from factcheck.reference.keys import key
from factcheck.reference.linting._topic import Found, Linted, at
from factcheck.reference.rows import Row
from factcheck.reference.spelling import TOGETHER, is_variant
from factcheck.reference.tables import Asked

_URL = re.compile(r"https?://[^\s/:.]+(?:\.[^\s/:.]+)+(?::\d+)?(?:/\S*)?")
#: what a claim is about that says only that something ended, or still holds
STATUS = "status"
_ID = re.compile(r"[\w.-]+")


def check(topic: Linted) -> Iterator[Found]:
    """Sources, entities, series and settings that nothing answers to."""
    yield from _sources_of_facts(topic)
    yield from _source_rows(topic)
    if topic.topic.entities:
        yield from _subjects(topic)
        yield from _values(topic)
        yield from _entity_rows(topic)
    yield from _earlier_checks(topic)
    yield from _settings(topic)


def _sources_of_facts(topic: Linted) -> Iterator[Found]:
    known = {row.cells["id"] for row in topic.topic.sources}
    # who gives no sources at all has decided so, and need not be told in each line
    gives_sources = any(fact.sources for fact in topic.facts)
    for fact in topic.facts:
        if gives_sources and not fact.sources and fact.confidence != "unverified":
            yield at(fact, f"{fact.id} is {fact.confidence} but has no source")
        for source in fact.sources:
            # with white space it is plain text, which needs no row of its own
            if known and source not in known and _ID.fullmatch(source):
                yield at(fact, f"source {source!r} of {fact.id} is not in sources.csv")


def _source_rows(topic: Linted) -> Iterator[Found]:
    used = {source for fact in topic.facts for source in fact.sources}
    used |= {source for check in topic.topic.earlier for source in check.sources}
    for row in topic.topic.sources:
        id, url = row.cells["id"], row.get("url")
        if not row.get("title"):
            yield row.file, row.line, f"source {id!r} has no title"
        if url and not _URL.fullmatch(url):
            yield row.file, row.line, f"source {id!r}: {url[:80]!r} is no address of a page"
        if id not in used:
            yield row.file, row.line, f"source {id!r} is the source of nothing"


def _subjects(topic: Linted) -> Iterator[Found]:
    names = topic.entity_names()
    for fact in topic.facts:
        if fact.subject not in names:
            yield at(fact, f"subject {fact.subject!r} is not in entities.csv")


def _values(topic: Linted) -> Iterator[Found]:
    """Names as values that are nearly, but not quite, those of listed entities."""
    names = topic.entity_names()
    people = {
        key(alias): row.cells["name"]
        for row in topic.topic.entities
        if row.get("type") == "person"
        for alias in row.list("aliases")
    }
    for fact in topic.facts:
        if topic.property(fact.property).type != "entity" or fact.value in names:
            continue
        meant = people.get(key(fact.value)) or _near(fact.value, names)
        if meant:
            yield at(fact, f"value {fact.value!r} of {fact.id}: is {meant!r} meant?")


def _near(value: str, names: set[str]) -> str | None:
    """A listed name of which `value` is a spelling variant."""
    words = key(value).split()
    for name in sorted(names):
        others = key(name).split()
        if len(others) == len(words) and all(
            word == other or is_variant(word, other, TOGETHER)
            for word, other in zip(words, others, strict=True)
        ):
            return name
    return None


def _entity_rows(topic: Linted) -> Iterator[Found]:
    names = topic.entity_names()
    used: set[str] = set()
    for one in (topic, *topic.others):
        used |= {fact.subject for fact in one.facts} | {fact.value for fact in one.facts}
        used |= {series for row in one.topic.entities for series in row.list("part_of")}
    for row in topic.topic.entities:
        for series in row.list("part_of"):
            if series not in names:
                yield row.file, row.line, f"part_of {series!r} is not in entities.csv"
        if row.cells["name"] not in used and not _has_purpose(row, topic):
            yield row.file, row.line, f"entity {row.cells['name']!r}: no fact speaks of it"


def _has_purpose(row: Row, topic: Linted) -> bool:
    """Whether an entity without facts is there to be recognised in texts."""
    described = {
        name
        for description in topic.topic.file.descriptions
        for name in (description.subject, *(n for group in description.entities for n in group))
    }
    listed = bool(row.list("part_of") or row.list("aliases"))
    return listed or row.cells["name"] in described


def _earlier_checks(topic: Linted) -> Iterator[Found]:
    """Earlier checks about what no fact is about, and their sources."""
    together = (topic, *topic.others)
    pairs = {(fact.subject, fact.property) for one in together for fact in one.facts}
    subjects = {subject for subject, _ in pairs} | topic.entity_names()
    known = {row.cells["id"] for row in topic.topic.sources}
    for check in topic.topic.earlier:
        place = check.row.file, check.row.line
        if not check.sources:
            yield *place, "an earlier check has no source"
        for source in check.sources:
            if known and source not in known and _ID.fullmatch(source):
                yield *place, f"source {source!r} is not in sources.csv"
        if check.about is None:
            continue
        subject, property, _ = check.about
        if subject not in subjects:
            yield *place, f"no fact is about the subject {subject!r}"
        elif property != STATUS and (subject, property) not in pairs:
            yield *place, f"no fact is {property!r} of {subject!r}"


def _settings(topic: Linted) -> Iterator[Found]:
    file = topic.folder / "topic.toml"
    properties = {name for one in (topic, *topic.others) for name in one.topic.properties}
    subjects = {fact.subject for one in (topic, *topic.others) for fact in one.facts}
    names = topic.entity_names() | subjects
    content = topic.topic.file
    for name in content.properties:
        if name not in topic.topic.properties:
            yield file, _line(file, name), f"no fact has the property {name!r}"
    for series in sorted(content.settings.complete):
        if series not in names:
            yield file, _line(file, series), f"complete: no entity {series!r}"
    for description in content.descriptions:
        for name in (description.subject, *(n for group in description.entities for n in group)):
            if name not in names:
                yield file, _line(file, name), f"subjects: no entity {name!r}"
    groups = [("same_question", (s.ask, *s.answers)) for s in content.settings.same_question]
    for one in content.settings.derived:
        groups.append(("derived", (Asked(one.subject, one.property), *one.of)))
    for where, group in groups:
        for asked in group:
            if asked.property not in properties or asked.subject not in names:
                what = f"{asked.property!r} of {asked.subject!r}"
                yield file, _line(file, asked.property), f"{where}: no fact is {what}"


def _line(file: Path, name: str) -> int:
    """The first line of `topic.toml` that has a name."""
    lines = file.read_text(encoding="utf-8-sig").splitlines()
    return next((number for number, line in enumerate(lines, 1) if name in line), 1)

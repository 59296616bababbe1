"""Which subjects and properties answer the same wording (`same_question` in `topic.toml`)."""

from __future__ import annotations

from collections.abc import Mapping
from weakref import WeakKeyDictionary

from factcheck.reference.tables import FactTable

Pair = tuple[str, str]
_Groups = Mapping[Pair, tuple[Pair, ...]]

#: the groups of each topic, made once for each table
_made: WeakKeyDictionary[FactTable, dict[str, _Groups]] = WeakKeyDictionary()


def asked_together(subject: str, property: str, table: FactTable) -> tuple[Pair, ...]:
    """The pairs whose facts answer a question about this one, itself first."""
    asked = (subject, property)
    found: dict[Pair, None] = {asked: None}
    for topic in _topics(subject, property, table):
        found.update(dict.fromkeys(_groups(topic, table).get(asked, ())))
    return tuple(found)


def _topics(subject: str, property: str, table: FactTable) -> tuple[str, ...]:
    """The topics that may say so: those of the subject, its facts and its property."""
    entity, known = table.entity(subject), table.property(property)
    topics = [*(entity.topics if entity else ()), *([known.topic] if known else ())]
    topics += [fact.topic for fact in table.facts(subject, property)[:1]]
    return tuple(dict.fromkeys(topics))


def _groups(topic: str, table: FactTable) -> _Groups:
    """By pair: all pairs that stand in a group with it, in the order of the file."""
    made = _made.setdefault(table, {})
    if topic not in made:
        try:
            made[topic] = _read(topic, table)
        except KeyError:
            made[topic] = {}
    return made[topic]


def _read(topic: str, table: FactTable) -> _Groups:
    groups: dict[Pair, tuple[Pair, ...]] = {}
    for same in table.settings(topic).same_question:
        group = tuple((one.subject, one.property) for one in (same.ask, *same.answers))
        for pair in group:
            groups[pair] = tuple(dict.fromkeys((*groups.get(pair, ()), *group)))
    return groups

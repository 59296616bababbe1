"""Which subjects and properties answer the same wording (`same_question` in `topic.toml`)."""

from __future__ import annotations

from functools import lru_cache

from factcheck.reference.tables import FactTable, SameQuestion

Pair = tuple[str, str]


def asked_together(subject: str, property: str, table: FactTable) -> tuple[Pair, ...]:
    """The pairs whose facts answer a question about this one, itself first."""
    found: dict[Pair, None] = {(subject, property): None}
    for topic in _topics(subject, property, table):
        try:
            settings = table.settings(topic)
        except KeyError:
            continue
        for group in _groups(settings.same_question):
            if (subject, property) in group:
                found.update(dict.fromkeys(group))
    return tuple(found)


def _topics(subject: str, property: str, table: FactTable) -> tuple[str, ...]:
    """The topics that may say so: those of the subject, its facts and its property."""
    entity, known = table.entity(subject), table.property(property)
    topics = [*(entity.topics if entity else ()), *([known.topic] if known else ())]
    topics += [fact.topic for fact in table.facts(subject, property)[:1]]
    return tuple(dict.fromkeys(topics))


@lru_cache(maxsize=256)
def _groups(same: tuple[SameQuestion, ...]) -> tuple[tuple[Pair, ...], ...]:
    """Each group as pairs, in the order of the file, so that answers come in one order."""
    return tuple(
        tuple(dict.fromkeys((one.subject, one.property) for one in (group.ask, *group.answers)))
        for group in same
    )

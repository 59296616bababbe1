"""The settings of the topics in a store."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from factcheck.measures.periods import Period
from factcheck.reference.store import Store
from factcheck.reference.tables import Asked, Derivation, SameQuestion, TopicSettings


def read_all_settings(store: Store) -> Mapping[str, TopicSettings]:
    """The settings of every topic in the store, by name, in order of name."""
    rows = store.rows(
        "SELECT name, title, as_of, fiscal_year_begins, licence, version, worded FROM topics "
        "ORDER BY name"
    )
    derived = read_derived(store)
    return {row[0]: _settings(store, derived.get(row[0], ()), *row) for row in rows}


def read_derived(store: Store) -> Mapping[str, tuple[Derivation, ...]]:
    """What is computed when asked for, by topic."""
    rows = store.rows(
        "SELECT topic, how, subject, property, made_of, at_least, within, confidence "
        "FROM derived ORDER BY topic, number"
    )
    if not rows:
        return {}
    from json import loads

    found: dict[str, tuple[Derivation, ...]] = {}
    for topic, how, subject, property, made_of, at_least, within, confidence in rows:
        one = Derivation(
            how,
            subject,
            property,
            tuple(Asked(*pair) for pair in loads(made_of)),
            Decimal(at_least) if at_least else None,
            Period.parse(within) if within else None,
            confidence,
        )
        found[topic] = (*found.get(topic, ()), one)
    return found


def _settings(
    store: Store,
    derived: tuple[Derivation, ...],
    name: str,
    title: str,
    as_of: str | None,
    begins: str,
    licence: str | None,
    version: str | None,
    worded: int,
) -> TopicSettings:
    good_for = store.rows(
        "SELECT name, good_for FROM properties WHERE topic = ? AND good_for IS NOT NULL", (name,)
    )
    complete = "SELECT name FROM properties WHERE topic = ? AND complete"
    return TopicSettings(
        name=name,
        title=title,
        as_of=date.fromisoformat(as_of) if as_of else None,
        fiscal_year_begins=begins,
        complete=_texts(store, "SELECT series FROM complete_series WHERE topic = ?", name),
        complete_properties=_texts(store, complete, name),
        good_for=dict(good_for),
        same_question=_same_question(store, name),
        derived=derived,
        licence=licence,
        version=version,
        requires=tuple(
            sorted(_texts(store, "SELECT required FROM topic_requires WHERE topic = ?", name))
        ),
        worded=bool(worded),
    )


def _same_question(store: Store, topic: str) -> tuple[SameQuestion, ...]:
    groups: dict[int, list[Asked]] = {}
    for number, subject, property in store.rows(
        "SELECT number, subject, property FROM same_question WHERE topic = ? "
        "ORDER BY number, position",
        (topic,),
    ):
        groups.setdefault(number, []).append(Asked(subject, property))
    return tuple(SameQuestion(asked[0], tuple(asked[1:])) for asked in groups.values())


def _texts(store: Store, sql: str, parameter: str) -> frozenset[str]:
    return frozenset(row[0] for row in store.rows(sql, (parameter,)))

"""What a passage evidently speaks of, by what it tells: several things that are known of just one.

"The minister and Ambassador Kim signed it on the second of this month, and it runs until 2018":
nobody names the agreement, but only one was signed by him on that day. Days and figures of many
digits weigh most; names, years and small figures have to come together. What is evident this way
is as likely as if it were named (`likely.py`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import cast

from factcheck.language.by_value import FIGURES
from factcheck.language.memory import Context
from factcheck.language.sentences import Sentence, within
from factcheck.language.subjects import Subject
from factcheck.language.times import DAY
from factcheck.measures.numerals import significant_digits
from factcheck.measures.values import Value
from factcheck.records import Fact

#: by this name what is evident stands in the context's scratch
_NAME = "evident"
#: characters before and behind a sentence that are looked at
_AROUND = 500
#: how much it counts that a fact's day, month, year, figure of many digits or small one, or name
#: is told
_DAY, _MONTH, _YEAR, _FIGURE, _SMALL, _PERSON = 2.0, 1.0, 0.5, 2.0, 0.5, 1.0
#: how much makes a subject evident; how far it must be before the next of its type, and how much
#: of that is too much
_ENOUGH, _BEFORE, _TOO_MUCH = 2.5, 1.0, 2.0
#: digits that no two figures have alike by accident
_MANY = 3
#: what leads to another one of the same sort
_OTHERS = frozenset(("predecessor", "successor", "precursor", "forerunner"))
_MONTHS = re.compile(r"\d{4}-\d{2}")


def evident(sentence: Sentence, context: Context) -> frozenset[str]:
    """The subjects that what stands around a sentence evidently tells of; mostly none."""
    if _NAME not in context.scratch:
        context.scratch[_NAME] = _evident(sentence, context)
    return cast(frozenset[str], context.scratch[_NAME])


def is_only_implied(subject: Subject, sentence: Sentence, context: Context) -> bool:
    """Whether a subject is only implied, and is no member of a series that what stands around makes
    evident."""
    if subject.how != "implied":
        return False
    entity = context.names.entity(subject.name)
    return not (entity and entity.part_of and subject.name in evident(sentence, context))


def _evident(sentence: Sentence, context: Context) -> frozenset[str]:
    if not _OTHERS.isdisjoint(sentence.lemmas):
        return frozenset()
    text, values = context.told
    passage = sentence.passage
    start = max(passage.start, sentence.start - _AROUND)
    end = min(passage.end, sentence.start + len(sentence.raw) + _AROUND)
    near = within(values, start, end)
    able = {fact.subject for value in near for fact in _telling(value, context)}
    if not able:
        return frozenset()
    said = text[start:end]
    named = {name for mention in context.names.mentions(said) for name in mention.entities}
    sizes = {name: _size(context.names.facts(name), near, named) for name in able - named}
    return frozenset(
        name
        for name, size in sizes.items()
        if size >= _ENOUGH
        and not any(
            other != name
            and (as_much > size - _BEFORE or as_much >= _TOO_MUCH)
            and _is_alike(name, other, context)
            for other, as_much in sizes.items()
        )
    )


def _is_alike(one: str, other: str, context: Context) -> bool:
    """Whether two subjects are of one type, so that a passage may mean either."""
    types = {entity.type for name in (one, other) if (entity := context.names.entity(name))}
    return len(types) == 1


def _telling(value: Value, context: Context) -> Sequence[Fact]:
    """The facts that a day or a figure of many digits tells by itself."""
    is_day = value.kind == "date" and DAY.fullmatch(str(value.value))
    is_figure = value.kind in FIGURES and significant_digits(value.value) >= _MANY
    if value.value is None or not (is_day or is_figure):
        return ()
    return context.names.facts_with(value.kind, value.value, value.unit)


def _size(facts: Sequence[Fact], values: Sequence[Value], named: set[str]) -> float:
    """How much of what is known of a subject is told: each value and each name counts once."""
    counted: dict[object, float] = {}
    for fact in facts:
        for what, size in _told(fact, values, named):
            counted[what] = max(size, counted.get(what, 0.0))
    return sum(counted.values())


def _told(fact: Fact, values: Sequence[Value], named: set[str]) -> Iterator[tuple[object, float]]:
    if fact.reading is None:
        if fact.value in named:
            yield fact.value, _PERSON
        return
    known = fact.reading
    for value in values:
        if known.kind == "date":
            if value.kind in ("date", "period"):
                yield value.start, _size_of_date(str(value.value), fact.value)
        elif (value.kind, value.value, value.unit) == (known.kind, known.value, known.unit):
            many = value.kind in FIGURES and significant_digits(value.value) >= _MANY
            yield value.start, _FIGURE if many else _SMALL


def _size_of_date(said: str, known: str) -> float:
    """How much it counts what a text says of a known date."""
    ends = said.removeprefix("../").removesuffix("/..").split("/")
    if DAY.fullmatch(known):
        if said == known:
            return _DAY
        if any(_MONTHS.fullmatch(end) and known.startswith(end) for end in ends):
            return _MONTH
    return _YEAR if any(known[:4] == end[:4] for end in ends) else 0.0

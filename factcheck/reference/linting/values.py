"""Values that do not fit their property: another type, an odd unit, the wrong magnitude."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from decimal import Decimal

from factcheck.reference.aliases import is_ordinary
from factcheck.reference.cells import cell_type
from factcheck.reference.lemmas import lemma
from factcheck.reference.linting._topic import Found, Linted, at, number
from factcheck.reference.reading import FactRow

_READ = {"number", "ordinal", "percentage", "amount", "date", "period", "duration"}
#: a figure this many times as large as both its neighbours in time, or as small
_JUMP = 9
_WHOLE = {"persons", "members", "seats", "votes", "articles", "people", "states"}


def check(topic: Linted) -> Iterator[Found]:
    """Values that cannot be read as what their property says, or hardly be meant."""
    units = _units(topic)
    for fact in topic.facts:
        yield from _type(topic, fact)
        yield from _unit(fact, units[fact.property])
    for facts in topic.by_question().values():
        yield from _magnitude(facts)
    yield from _misspelt_properties(topic)


def _type(topic: Linted, fact: FactRow) -> Iterator[Found]:
    type = topic.property(fact.property).type
    if type in _READ and fact.reading is None:
        yield at(fact, f"{fact.value[:60]!r} can not be read as {type} ({fact.property})")
    elif type == "boolean" and cell_type(fact.value, None) != "boolean":
        yield at(fact, f"{fact.property} is yes or no, not {fact.value[:60]!r}")
    elif type == "entity" and fact.value[:1].isdigit() and cell_type(fact.value, None) != "entity":
        yield at(fact, f"{fact.property} is a name, not {fact.value[:60]!r}")
    figure = number(fact)
    if figure is None:
        return
    if fact.unit in _WHOLE and (figure != int(figure) or figure < 0):
        yield at(fact, f"{fact.value} {fact.unit}: there are no parts of these")
    is_share = type == "percentage" and "share" in topic.families(fact.property)
    if is_share and not 0 <= figure <= 100:
        yield at(fact, f"{fact.property} is a share, and {fact.value} per cent is none")
    if type == "ordinal" and (figure != int(figure) or figure < 1):
        yield at(fact, f"{fact.value} is no ordinal ({fact.property})")


def _units(topic: Linted) -> dict[str, Counter[str]]:
    units: dict[str, Counter[str]] = defaultdict(Counter)
    for fact in topic.facts:
        units[fact.property][fact.unit or ""] += 1
    return units


def _unit(fact: FactRow, units: Counter[str]) -> Iterator[Found]:
    """A unit that stands once where another one stands always."""
    unit = fact.unit or ""
    usual, often = units.most_common(1)[0]
    if unit != usual and units[unit] == 1 and often >= 4 and len(units) == 2:
        said = f"the unit {unit!r}" if unit else "no unit"
        yield at(fact, f"{fact.id} has {said}; {fact.property} is in {usual or 'no unit'!r} else")


def _magnitude(facts: list[FactRow]) -> Iterator[Found]:
    series: dict[tuple[str | None, str | None], list[FactRow]] = defaultdict(list)
    for fact in facts:
        if number(fact) and fact.valid.first:
            series[fact.unit, fact.row.get("qualifier")].append(fact)
    for one in series.values():
        one.sort(key=lambda fact: (fact.valid.first, fact.row.line))
        figures = [abs(number(fact) or Decimal(0)) for fact in one]
        for index, fact in enumerate(one):
            near = figures[max(0, index - 2) : index] + figures[index + 1 : index + 3]
            if len(near) >= 2 and all(figures[index] > _JUMP * other for other in near):
                yield at(fact, f"{fact.value} is over {_JUMP} times the figures before and after")
            elif len(near) >= 2 and all(_JUMP * figures[index] < other for other in near):
                yield at(fact, f"{fact.value} is under 1/{_JUMP} of the figures before and after")


def _misspelt_properties(topic: Linted) -> Iterator[Found]:
    """A property that stands once and nearly like one that stands often."""
    from rapidfuzz.distance import OSA

    counts = Counter(fact.property for fact in topic.facts)
    words = Counter(word for name in counts for word in set(name.split("_")))
    for fact in topic.facts:
        name = fact.property
        if counts[name] > 2 or len(name) < 8:
            continue
        odd = [word for word in name.split("_") if words[word] == 1 and _is_strange(word)]
        for other, often in counts.items():
            alike = often > 2 and OSA.distance(name, other) == 1
            if odd and alike and not _differ_in_digits(name, other):
                yield at(fact, f"property {name!r} stands once; is {other!r} meant?")


def _is_strange(word: str) -> bool:
    return word.isalpha() and not is_ordinary(word) and not is_ordinary(lemma(word))


def _differ_in_digits(name: str, other: str) -> bool:
    return [c for c in name if c.isdigit()] != [c for c in other if c.isdigit()]

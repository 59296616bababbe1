"""Gaps and overlaps where there should be none: complete series, yearly figures, terms."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise

from factcheck.measures.periods import Period
from factcheck.reference.linting._topic import Found, Linted, at, year
from factcheck.reference.reading import FactRow

_DAY = timedelta(days=1)


def check(topic: Linted) -> Iterator[Found]:
    """Complete series and yearly figures with gaps; terms of one office that overlap."""
    yield from _yearly(topic)
    yield from _series(topic)
    yield from _terms(topic)
    yield from _term_dates(topic)


def _yearly(topic: Linted) -> Iterator[Found]:
    for (subject, property), facts in topic.by_question().items():
        if not topic.property(property).complete:
            continue
        by_year = {year(fact): fact for fact in facts if year(fact) is not None}
        years = sorted(one for one in by_year if one is not None)
        computed = _computed_years(topic, subject, property)
        for last, next in pairwise(years):
            missing = [one for one in range(last + 1, next) if one not in computed]
            if missing:
                yield at(
                    by_year[next],
                    f"{property} of {subject} is complete, but {missing[0]} is missing",
                )


def _computed_years(topic: Linted, subject: str, property: str) -> set[int]:
    """The years that a declared growth gives."""
    return {
        year
        for one in topic.topic.file.settings.derived
        if (one.subject, one.property) == (subject, property) and one.within
        if one.within.first and one.within.last
        for year in range(one.within.first.year, one.within.last.year + 1)
    }


def _series(topic: Linted) -> Iterator[Found]:
    """Members of a complete series that have first_… and last_… properties."""
    spans: dict[str, list[tuple[date, date, FactRow]]] = defaultdict(list)
    complete = topic.topic.file.settings.complete
    facts = topic.by_question()
    members = {
        row.cells["name"]: series
        for row in topic.topic.entities
        for series in row.list("part_of")
        if series in complete
    }
    for (subject, property), found in facts.items():
        if subject not in members or not property.startswith("first_"):
            continue
        others = facts.get((subject, "last_" + property.removeprefix("first_")))
        if others and found[0].reading and others[0].reading:
            first, last = found[0].reading.low, others[0].reading.high
            if isinstance(first, str) and isinstance(last, str):
                span = (date.fromisoformat(first), date.fromisoformat(last), found[0])
                spans[members[subject]].append(span)
    for series, rows in spans.items():
        for (_, end, before), (start, _, fact) in pairwise(sorted(rows, key=lambda row: row[0])):
            if start != end + _DAY:
                what = "a gap" if start > end + _DAY else "an overlap"
                yield at(
                    fact,
                    f"{what} in {series}: {before.subject} ends {end}, {fact.subject} begins "
                    f"{start}",
                )


def _terms(topic: Linted) -> Iterator[Found]:
    offices: dict[str, list[FactRow]] = defaultdict(list)
    for fact in topic.standing():
        if fact.property == "office_held" and fact.valid.first:
            offices[fact.value].append(fact)
    complete = topic.topic.file.settings.complete
    for office, facts in offices.items():
        facts.sort(key=lambda fact: fact.valid.first or date.min)
        for before, fact in pairwise(facts):
            end, start = before.valid.last, fact.valid.first
            assert start is not None
            if end is None or _latest(fact, "valid_from") < _earliest(before, "valid_to"):
                when = f"until {end}" if end else "without an end"
                yield at(
                    fact,
                    f"{fact.subject} is {office} from {start}, but {before.subject} is so {when} "
                    f"(line {before.row.line})",
                )
            elif office in complete and start > end + _DAY:
                yield at(fact, f"nobody is {office} between {end} and {start}")


def _earliest(fact: FactRow, column: str) -> date:
    """The first day that a time may mean of which only month or year is known."""
    return Period.parse(fact.row.cells[column]).first or date.min


def _latest(fact: FactRow, column: str) -> date:
    return Period.parse(fact.row.cells[column]).last or date.max


def _term_dates(topic: Linted) -> Iterator[Found]:
    """Dates of a term that no row of the office bears out."""
    terms: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for fact in topic.standing():
        if fact.property == "office_held":
            terms[fact.subject].add(("term_start", str(fact.valid.first)))
            terms[fact.subject].add(("term_end", str(fact.valid.last)))
    for fact in topic.standing():
        if fact.property not in ("term_start", "term_end") or fact.subject not in terms:
            continue
        if (fact.row.get("qualifier") or "").startswith("other report"):
            continue
        if len(fact.value) == 10 and (fact.property, fact.value) not in terms[fact.subject]:
            yield at(
                fact,
                f"{fact.property} of {fact.subject} is {fact.value}, but no row office_held "
                f"{'begins' if fact.property == 'term_start' else 'ends'} then",
            )

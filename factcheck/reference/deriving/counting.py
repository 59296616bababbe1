"""How many members a series has had, and which is the first and the last.

A member counts once it is signed, or where that is not known, agreed or begun; one that was
agreed but not yet signed makes two counts possible, and both are given. Only a series that is
declared complete can be counted, and of numbered members only as many as the highest number.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from factcheck.measures.periods import Period
from factcheck.records import Fact, Question
from factcheck.reference.choosing import in_order
from factcheck.reference.deriving.making import derive, say_day
from factcheck.reference.editions import newest_editions
from factcheck.reference.membership import Member, members, number_of
from factcheck.reference.reading_days import first_day
from factcheck.reference.tables import FactTable
from factcheck.reference.timing import GOOD_FOR, as_of, day_of_asking, known, later


def count(question: Question, table: FactTable) -> list[Fact]:
    """How many members the series has had, up to the time asked."""
    found = members(question.subject, table, question.asked_on)
    if not found or not _is_complete(question.subject, found, table):
        return []
    agreed = [one.announced() or one.started() for one in found]
    limit = _last_day(question, [fact for fact in agreed if fact], table)
    if limit is None:
        return []
    counts = [_by(limit, [one.started() for one in found]), _by(limit, agreed)]
    if len(counts[0]) == len(counts[1]):
        counts.pop()
    return [
        _counted(question, facts, limit)
        for facts in counts
        if facts and _highest(facts, table, question.asked_on) in (None, len(facts))
    ]


def _highest(facts: list[Fact], table: FactTable, on: date | None) -> Decimal | None:
    """The highest number that one of the members has; another than the count tells that the
    beginning of a member is not dated."""
    numbers = [number for fact in facts if (number := number_of(fact.subject, table, on))]
    return max(numbers, default=None)


def _by(limit: date, facts: list[Fact | None]) -> list[Fact]:
    dated = [(day, fact.id, fact) for fact in facts if fact and (day := first_day(fact))]
    return [fact for day, _, fact in sorted(dated) if day <= limit]


def _counted(question: Question, facts: list[Fact], limit: date) -> Fact:
    first, last = facts[0], facts[-1]
    said = (
        f"{len(facts)} by {limit}: from {first.subject} ({say_day(first_day(first))}) "
        f"to {last.subject} ({say_day(first_day(last))})"
    )
    since = Period(first_day(last), None)
    return derive(
        question, str(len(facts)), "number", facts, said, valid=since, label="the number of members"
    )


def _last_day(question: Question, parts: list[Fact], table: FactTable) -> date | None:
    """Up to which day to count; `None` where the files do not reach so far."""
    if not parts:
        return None
    now = day_of_asking(question.asked_on, parts, table)
    limit = now if question.time is None or question.time.last is None else question.time.last
    known_to = as_of(parts[0], table)
    return limit if known_to is None or limit <= later(known_to, GOOD_FOR["entity"]) else None


def _is_complete(series: str, found: list[Member], table: FactTable) -> bool:
    """Whether a topic declares that no member is missing."""
    entity = table.entity(series)
    topics = [*(entity.topics if entity else ())]
    for one in found[:1]:
        topics += [fact.topic for fact in table.facts(one.name)]
    for topic in dict.fromkeys(topics):
        try:
            if series in table.settings(topic).complete:
                return True
        except KeyError:
            continue
    return False


def first(question: Question, table: FactTable) -> list[Fact]:
    """The earliest fact of the property; without one, the first member of the series."""
    return _end(question, table, 0)


def last(question: Question, table: FactTable) -> list[Fact]:
    """The latest fact of the property; without one, the latest member of the series."""
    return _end(question, table, -1)


def _end(question: Question, table: FactTable, at: int) -> list[Fact]:
    if question.property:
        return _end_of_property(question, table, at)
    found = members(question.subject, table, question.asked_on)
    facts = [fact for one in found if (fact := one.announced() or one.started())]
    limit = _last_day(question, facts, table)
    if limit is None:
        return []
    begun = _by(limit, list(facts))
    if not begun:
        return []
    word = "first" if at == 0 else "latest"
    fact = begun[at]
    said = f"{word} of {len(begun)}: {fact.subject} ({say_day(first_day(fact))})"
    since = Period(first_day(fact), None)
    made = derive(
        question, fact.subject, "entity", [fact], said, valid=since, label=f"the {word} member"
    )
    return [made]


def _end_of_property(question: Question, table: FactTable, at: int) -> list[Fact]:
    """The facts of the earliest or latest time, of the subject or of the members of the series."""
    facts = table.facts(question.subject, question.property) or [
        fact
        for entity in table.members(question.subject)
        for fact in table.facts(entity.name, question.property)
    ]
    current = newest_editions(known(facts, question.asked_on))
    if not current:
        return []
    now = day_of_asking(question.asked_on, current, table)
    limit = question.time.last if question.time and question.time.last else now
    dated = [(day, fact) for fact in current if (day := _when(fact)) and day <= limit]
    if not dated:
        return []
    verified = [pair for pair in dated if pair[1].confidence != "unverified"] or dated
    days = sorted(day for day, _ in verified)
    return in_order([fact for day, fact in dated if day == days[at]])


def _when(fact: Fact) -> date | None:
    return first_day(fact) or fact.valid.first

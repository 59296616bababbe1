"""Places: as which one somebody came to hold or belong to something, and whether from the start.

"Ada Holt | president_of | Harbour Club" is its third member, or its 44th president: by a number
in the fact's qualifier, by a count of members that a source gives for the day, or by counting
those that had joined, where the topic declares that none is missing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta

from factcheck.measures.periods import Period
from factcheck.records import Fact, Question
from factcheck.reference.deriving.making import derive, number_of, say_days
from factcheck.reference.deriving.spells import runs_of
from factcheck.reference.keys import key
from factcheck.reference.tables import FactTable
from factcheck.reference.timing import day_of_asking, known

_YEAR = timedelta(days=366)
_NUMBER = re.compile(r"(\d+)(?:st|nd|rd|th)")


def place(question: Question, table: FactTable) -> list[Fact]:
    """Which one it became: facts of type ordinal, one for each time."""
    body = question.other.subject if question.other else ""
    joined = _joined(question, body, table)
    made = list(_numbered(question, table))
    for run in [] if made else runs_of(question, table)[:1]:
        first = run[0].valid.first
        same = [fact for fact in joined if fact.valid.first == first]
        if first is None or not same:
            continue
        label = f"the place of {question.subject} among the members of {body}"
        stated = list(_stated(body, first.isoformat(), question, table)) if len(same) == 1 else []
        for count in stated:
            said = f"{body} had {number_of(count)} members from {first} on"
            parts = (count, *run)
            made.append(
                derive(question, str(number_of(count)), "ordinal", parts, said, label=label)
            )
        if not stated and _is_complete(body, run[0].topic, table):
            earlier = [f for f in joined if f.valid.first and f.valid.first < first]
            for number in range(len(earlier) + 1, len(earlier) + len(same) + 1):
                said = f"{len(earlier)} had joined {body} before {first}"
                made.append(derive(question, str(number), "ordinal", run, said, label=label))
    return made


def _numbered(question: Question, table: FactTable) -> Iterator[Fact]:
    """ "44th" in the qualifier; not "44th term", since terms are counted otherwise."""
    for run in runs_of(question, table):
        for fact in run:
            found = _NUMBER.fullmatch((fact.qualifier or "").strip())
            if found:
                label = f"the place of {fact.subject} among those who were {fact.value}"
                said = f"{fact.subject}, {fact.value}: {fact.qualifier}"
                yield derive(question, found[1], "ordinal", (fact,), said, label=label)


def _stated(body: str, day: str, question: Question, table: FactTable) -> Iterator[Fact]:
    """The counts of members that hold from a day on."""
    for count in known(table.facts(body), question.asked_on):
        first = count.valid.first
        is_then = first is not None and first.isoformat() == day
        if is_then and "member" in count.property and number_of(count) is not None:
            yield count


def _is_complete(body: str, topic: str, table: FactTable) -> bool:
    try:
        return body in table.settings(topic).complete
    except KeyError:
        return False


def _joined(question: Question, body: str, table: FactTable) -> list[Fact]:
    """The facts by which names came to belong to the body, each name's earliest."""
    found = []
    for name in table.subjects_of(question.property):
        facts = [
            fact
            for fact in known(table.facts(name, question.property), question.asked_on)
            if key(fact.value) == key(body) and fact.valid.first
        ]
        found += sorted(facts, key=lambda fact: str(fact.valid.first))[:1]
    return found


def belongs(question: Question, table: FactTable) -> list[Fact]:
    """Whether it belongs on the day of asking: "yes", or "no" where it did before or will."""
    body = key(question.other.subject) if question.other else ""
    own = [f for f in table.facts(question.subject, question.property) if key(f.value) == body]
    if not own:
        return []
    now = day_of_asking(question.asked_on, own, table)
    within = [fact for fact in own if fact.valid.contains(Period(now, now))]
    made = within or own
    said = f"{own[0].subject}, {own[0].value}: {say_days(made[0].valid)}"
    value, label = "yes" if within else "no", f"belongs to {own[0].value}"
    valid = made[0].valid
    return [derive(question, value, "boolean", made[:1], said, valid=valid, label=label)]


def founding(question: Question, table: FactTable) -> list[Fact]:
    """Whether it belonged from the beginning: "yes" or "no" by the day of joining and the first
    day of any member; none where they are a few months apart."""
    body = question.other.subject if question.other else ""
    joined = _joined(question, body, table)
    days = sorted(fact.valid.first for fact in joined if fact.valid.first)
    made = []
    for run in runs_of(question, table)[:1]:
        first = run[0].valid.first
        if first is None or days.count(days[0]) < 2 or timedelta() < first - days[0] < _YEAR:
            continue
        earliest = next(fact for fact in joined if fact.valid.first == days[0])
        said = f"{question.subject} joined on {first}, the first members on {days[0]}"
        value = "yes" if first == days[0] else "no"
        made.append(
            derive(question, value, "boolean", (*run, earliest), said, label="founding member")
        )
    return made

"""How a question is answered: from a `Question` to the facts that answer it, or why none do.

1. The subjects and properties that answer the same wording (`same_question.py`).
2. Of their facts those known on the day of asking, in the newest edition (`editions.py`), that
   hold at the time asked (`timing.py`, `choosing.py`); or what an aggregate derives from them
   (`deriving/`).
3. Unverified facts stand beside verified ones, never alone.
4. Around them the related facts, for a diagnosis (`related.py`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from factcheck.measures.periods import Period
from factcheck.records import Answer, Fact, Question
from factcheck.reference.choosing import choose, in_order
from factcheck.reference.deriving import AGGREGATES
from factcheck.reference.deriving.yearly_change import YEARLY_CHANGE, yearly_change
from factcheck.reference.membership import member
from factcheck.reference.moments import of_moment
from factcheck.reference.picking import pick
from factcheck.reference.related import related
from factcheck.reference.relations import is_within
from factcheck.reference.same_question import Pair, asked_together
from factcheck.reference.tables import FactTable
from factcheck.reference.timing import day_of_asking, known

__all__ = ["answer", "pick"]


def answer(question: Question, table: FactTable) -> Answer:
    """Facts that answer, best first, and those around them; or the reason why there are none.

    Raises `ValueError` for an aggregate that is none.
    """
    pairs = asked_together(question.subject, question.property, table)
    facts = [fact for pair in pairs for fact in table.facts(*pair)]
    now = day_of_asking(question.asked_on, facts or table.facts(question.subject), table)
    found = _found(question, pairs, now, table)
    if any(fact.confidence != "unverified" for fact in found):
        ordered = found if question.aggregate else _ordered(found, pairs)
        return Answer(_labelled(ordered, table), related(question, pairs, ordered, now, table))
    reason = "unverified_only" if found else _why_none(question, facts, table)
    around = related(question, pairs, (), now, table)
    rest = [fact for fact in around if fact not in found]
    return Answer((), (*_labelled(found, table), *rest), reason)


def _found(question: Question, pairs: Sequence[Pair], now: date, table: FactTable) -> list[Fact]:
    if question.aggregate is None:
        return _plain(question, pairs, now, table)
    derive = AGGREGATES.get(question.aggregate)
    if derive is None:
        names = ", ".join(AGGREGATES)
        raise ValueError(f"{question.aggregate!r} is no aggregate: choose one of {names}")
    return derive(question, table)


def _plain(question: Question, pairs: Sequence[Pair], now: date, table: FactTable) -> list[Fact]:
    """The facts themselves; where no source states a yearly change, the computed one too."""
    if question.within is not None:
        facts = [fact for pair in pairs for fact in known(table.facts(*pair), question.asked_on)]
        return [fact for fact in facts if is_within(fact, question.within)]
    found = [fact for pair in pairs for fact in _of_pair(pair, question, question.time, now, table)]
    if not found and question.time is None:
        found = _of_life(question, pairs, now, table) or of_moment(question, table)
    if question.property in YEARLY_CHANGE:
        found += yearly_change(question, table)
    return found


def _ordered(facts: Sequence[Fact], pairs: Sequence[Pair]) -> list[Fact]:
    """Verified facts first, and of these those of the property asked."""
    places = {pair: place for place, pair in enumerate(pairs)}
    return sorted(
        in_order(facts),
        key=lambda fact: (
            fact.confidence == "unverified",
            places.get((fact.subject, fact.property), 0),
        ),
    )


def _of_pair(
    pair: Pair, question: Question, time: Period | None, now: date, table: FactTable
) -> list[Fact]:
    return choose(table.facts(*pair), time, question.asked_on, now, table)


def _of_life(question: Question, pairs: Sequence[Pair], now: date, table: FactTable) -> list[Fact]:
    """Of an agreement or law that is past or to come: what holds while it lasts; else the one
    figure that there is."""
    one = member(question.subject, table, question.asked_on)
    if one is None or not one.has_life:
        return []
    covered = one.covered()
    life = covered[0] if covered else None
    if life and not life.is_open:
        found = [fact for pair in pairs for fact in _of_pair(pair, question, life, now, table)]
        if found:
            return found
    facts = known(table.facts(question.subject, question.property), question.asked_on)
    return facts if len({fact.valid for fact in facts}) == 1 else []


def _why_none(question: Question, facts: Sequence[Fact], table: FactTable) -> str:
    if facts:
        return "time_not_covered"
    if table.facts(question.subject) or table.members(question.subject):
        derived = question.aggregate in ("count", "first", "last", "in_force", "duration", "holder")
        return "time_not_covered" if derived and not question.property else "property_unknown"
    return "property_unknown" if table.entity(question.subject) else "no_subject"


def _labelled(facts: Sequence[Fact], table: FactTable) -> tuple[Fact, ...]:
    """The facts with the topic's own word for the property, where they have none yet."""
    return tuple(_with_label(fact, table) for fact in facts)


def _with_label(fact: Fact, table: FactTable) -> Fact:
    property = table.property(fact.property) if fact.label is None else None
    return replace(fact, label=property.label) if property else fact

"""What happened once (games, a summit, a flood): all that is known of it belongs to one stretch
of time, so that its figures answer whatever the day of asking. One figure of a day or a year does
not tell it from the first count of something that goes on; a total of several years does.
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.measures.periods import ANY_TIME, Period
from factcheck.records import Fact, Question
from factcheck.reference.reading_days import event_period
from factcheck.reference.tables import FactTable
from factcheck.reference.timing import known

_A_YEAR = 366


def of_moment(question: Question, table: FactTable) -> list[Fact]:
    """The facts of such a subject; none of one that goes on."""
    of_subject = known(table.facts(question.subject), question.asked_on)
    limited = [fact for fact in of_subject if fact.valid != ANY_TIME]
    times = [fact.valid for fact in limited]
    days = [(time.last - time.first).days for time in times if time.first and time.last]
    if len(days) < len(times):
        return []
    is_single = len({fact.property for fact in limited}) == 1 and min(days) <= _A_YEAR
    if is_single and not _is_day_of(times, of_subject):
        return []
    if any(not one.overlaps(other) for one in times for other in times):
        return []
    return known(table.facts(question.subject, question.property), question.asked_on)


def _is_day_of(times: Sequence[Period], of_subject: Sequence[Fact]) -> bool:
    """Whether the figures are of the one day on which it happened: the turnout of an election."""
    days = [day for fact in of_subject if (day := event_period(fact)) is not None]
    return all(time.first == time.last and any(time == day for day in days) for time in times)

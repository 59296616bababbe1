"""Periods of which one end is right and the other a slip: "from July 2011 to October 2015", of a
command that was handed over in October 2013. That both ends are like those of one thing which is
spoken of, and one the same, is no chance, whatever the words.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.language.by_value import answered_by
from factcheck.language.event_answers import end_of, is_closed
from factcheck.language.making import Answered
from factcheck.language.memory import Context
from factcheck.language.spoken import Spoken
from factcheck.measures.slips import slip
from factcheck.measures.values import Value
from factcheck.records import Fact, Property

_MONTH = len("2024-10")
_OTHER_END = {"start_date": "end_date", "end_date": "start_date"}


def slipping_ends(
    value: Value, facts: Sequence[Fact], spoken: Spoken, context: Context
) -> Iterator[Answered]:
    """Readings of an end of a closed period that is like that of something of which the other end
    is right; `facts`: all that the sentence speaks of."""
    if value.kind != "period" or not is_closed(value):
        return
    ends = {each.kind: end for each in context.names.properties() if each.kind in _OTHER_END
            for end in _end(value, each)}  # fmt: skip
    dated = [(fact, spoken.property_of(fact)) for fact in facts]
    right = {
        (fact.subject, each.kind)
        for fact, each in dated
        if each.kind in ends and fact.value.startswith(str(ends[each.kind].value))
    }
    for fact, each in dated:
        if (
            each.kind in ends
            and (fact.subject, _OTHER_END[each.kind]) in right
            and (fact.subject, each.kind) not in right
            and fact.reading is not None
            and slip(ends[each.kind], fact.reading)
        ):
            yield answered_by(ends[each.kind], fact, each, None, None, context)


def _end(value: Value, each: Property) -> Iterator[Value]:
    """The end of a period that a property asks for, if it is told to the month."""
    end = end_of(value, each.kind)
    if len(str(end.value)) >= _MONTH:
        yield end

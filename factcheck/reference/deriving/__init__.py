"""Derived facts: computed when a question asks for them, with the arithmetic shown.

One file a group of aggregates. Each function takes a question and the facts and gives facts,
made from others with the lowest confidence of these; none where nothing certain can be said.
To add an aggregate: a function in a file here, a line in `AGGREGATES` and in records.Question.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from factcheck.records import Fact, Question
from factcheck.reference.deriving.among import rank_among, rank_among_from_below
from factcheck.reference.deriving.apart import apart, order
from factcheck.reference.deriving.change import difference, ratio
from factcheck.reference.deriving.counting import count, first, last
from factcheck.reference.deriving.duration import duration
from factcheck.reference.deriving.extremes import largest, mean, smallest, total
from factcheck.reference.deriving.frequency import frequency
from factcheck.reference.deriving.holders import holder
from factcheck.reference.deriving.in_force import in_force
from factcheck.reference.deriving.places import belongs, founding, place
from factcheck.reference.deriving.ranking import rank
from factcheck.reference.deriving.spells import lasting, since, until
from factcheck.reference.deriving.successions import predecessor, successor
from factcheck.reference.deriving.yearly_change import change
from factcheck.reference.tables import FactTable

AGGREGATES: Mapping[str, Callable[[Question, FactTable], list[Fact]]] = {
    "count": count,
    "first": first,
    "last": last,
    "total": total,
    "mean": mean,
    "largest": largest,
    "smallest": smallest,
    "rank": rank,
    "change": change,
    "ratio": ratio,
    "difference": difference,
    "duration": duration,
    "in_force": in_force,
    "holder": holder,
    "frequency": frequency,
    "since": since,
    "until": until,
    "lasting": lasting,
    "place": place,
    "founding": founding,
    "predecessor": predecessor,
    "successor": successor,
    "rank_among": rank_among,
    "rank_among_from_below": rank_among_from_below,
    "belongs": belongs,
    "apart": apart,
    "order": order,
}

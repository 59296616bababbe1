"""The place of a subject's figure among those of all that are known of its type.

"The largest" needs three at least; that it is not the largest needs but one that is larger.
"""

from __future__ import annotations

from decimal import Decimal

from factcheck.records import Fact, Question
from factcheck.reference.deriving.change import figures
from factcheck.reference.deriving.making import derive, number_of, say_number, unit_of
from factcheck.reference.tables import FactTable

_LEAST = 3


def rank_among(question: Question, table: FactTable) -> list[Fact]:
    """The place, largest first."""
    return _ranked(question, table, down=True)


def rank_among_from_below(question: Question, table: FactTable) -> list[Fact]:
    """The place, smallest first."""
    return _ranked(question, table, down=False)


def _ranked(question: Question, table: FactTable, *, down: bool) -> list[Fact]:
    own = next(iter(_figures(question.subject, question, table)), None)
    if own is None:
        return []
    entity = table.entity(question.subject)
    among = [own]
    for name in table.subjects_of(question.property):
        other = table.entity(name)
        if name != question.subject and entity and other and other.type == entity.type:
            among += [f for f in _figures(name, question, table) if unit_of(f) == unit_of(own)][:1]
    mine = number_of(own) or Decimal(0)
    before = [f for f in among if _exceeds(number_of(f) or Decimal(0), mine, down)]
    if not before and len(among) < _LEAST:
        return []
    before.sort(key=lambda f: number_of(f) or Decimal(0), reverse=down)
    order = "largest" if down else "smallest"
    said = f"{say_number(mine)} is number {len(before) + 1} of {len(among)}, {order} first"
    if before:
        said += f"; {before[0].subject}: {say_number(number_of(before[0]) or Decimal(0))}"
    parts = [own, *(before[:1] or among[1:3])]
    return [derive(question, str(len(before) + 1), "ordinal", parts, said, label="the rank")]


def _exceeds(one: Decimal, other: Decimal, down: bool) -> bool:
    return one > other if down else one < other


def _figures(name: str, question: Question, table: FactTable) -> list[Fact]:
    asked = Question(name, question.property, question.time, question.asked_on)
    return [fact for fact in figures(asked, table) if fact.confidence != "unverified"]

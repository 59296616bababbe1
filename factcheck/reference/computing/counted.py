"""How many members of a series have a figure of at least so much, by year and edition.

Counted are those that are members at the end of the year. One of which the property is never
stated (a member without armed forces has no share for them) is left out; where one that has
figures elsewhere lacks that of the year in the edition, nothing is counted.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from datetime import date
from decimal import Decimal

from factcheck.measures.periods import Period
from factcheck.records import Fact, Question
from factcheck.reference.deriving.making import derive, is_exact, number_of, text_of
from factcheck.reference.membership import Member, members
from factcheck.reference.tables import Derivation, FactTable

#: year, day from which it was known, edition and basis
_Column = tuple[Period, date | None, str | None]


def counted(declared: Derivation, subject: str, table: FactTable) -> list[Fact]:
    """A count for each year and edition of which no member's figure is missing."""
    (of,) = declared.of
    columns: dict[_Column, dict[str, Fact]] = defaultdict(dict)
    every = members(of.subject, table, None)
    for one in every:
        for fact in table.facts(one.name, of.property):
            if fact.rank != "deprecated" and is_exact(fact):
                columns[fact.valid, fact.known_from, fact.qualifier].setdefault(one.name, fact)
    stated = {name for column in columns.values() for name in column}
    found = []
    for (valid, _, qualifier), column in columns.items():
        then = {one.name for one in every if _is_member(one, valid)}
        if valid.last is not None and then & stated and then & stated <= column.keys():
            rows = [fact for name, fact in column.items() if name in then]
            found += _count(declared, subject, rows, qualifier, then - stated)
    return found


def _is_member(one: Member, valid: Period) -> bool:
    covered = one.covered()
    if covered is None or valid.last is None:
        return True
    first, last = covered[0].first, covered[0].last
    return (first is None or first <= valid.last) and (last is None or valid.last <= last)


def _count(
    declared: Derivation, subject: str, rows: list[Fact], qualifier: str | None, without: set[str]
) -> list[Fact]:
    least = declared.at_least or Decimal(0)
    reach = [fact for fact in rows if (number_of(fact) or Decimal(0)) >= least]
    if not reach:
        return []
    reach.sort(key=lambda fact: (-(number_of(fact) or Decimal(0)), fact.subject))
    names = ", ".join(f"{fact.subject} {fact.value}" for fact in reach)
    said = f"{len(reach)} of {len(rows)} at {text_of(least)} or more: {names}"
    if without:
        said += f"; no figure for {', '.join(sorted(without))}"
    question = Question(subject, declared.property, aggregate=declared.how)
    made = derive(question, str(len(reach)), "number", reach, said, valid=reach[0].valid)
    return [replace(made, qualifier=qualifier)]

"""Whether something is in force: on each part of the time asked, "in force" or "ended".

A series is in force on a day if any of its members is; members whose years follow upon each
other make it go on, also where a later one was signed only after its first year had begun. Of
days that it covered so only afterwards both is said: in force by its years, not yet by its date.
What lies beyond what was known on the day of asking is left out. Only what is agreed, begins or
ends, as agreements and laws do, can be in force; a country that joined is not.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from factcheck.measures.periods import Period
from factcheck.records import Fact, Question
from factcheck.reference.deriving.making import derive, say_days
from factcheck.reference.membership import Member, member, members
from factcheck.reference.reading_days import first_day
from factcheck.reference.tables import FactTable
from factcheck.reference.timing import GOOD_FOR, as_of, day_of_asking, later

_DAY = timedelta(days=1)
#: so many dates of members are written out
_SHOWN = 6


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Days in force without a gap: of one member, or of the `members` that follow each other."""

    first: date
    last: date
    facts: tuple[Fact, ...] = ()
    members: tuple[_Stretch, ...] = ()


def in_force(question: Question, table: FactTable) -> list[Fact]:
    """A fact for each part of the time asked, in order."""
    series = members(question.subject, table, question.asked_on)
    own = member(question.subject, table, question.asked_on)
    found = [one for one in series or ([own] if own else []) if one and (one.has_life or one.ended)]
    verified = [one for one in found if _is_verified(one)]
    parts = [fact for one in verified or found for fact in _facts(one)]
    if not parts:
        return []
    now = day_of_asking(question.asked_on, parts, table)
    known_to = as_of(parts[0], table)
    limit = later(known_to, GOOD_FOR["entity"]) if known_to else now
    stretches = _joined([s for one in verified or found if (s := _stretch(one, limit))])
    asked = question.time or Period(now, now)
    to = min(now, known_to) if series and known_to else now
    late = [_not_yet(question, asked, one) for one in verified or found]
    return [*_answers(question, asked, stretches, to), *(fact for fact in late if fact)]


def _not_yet(question: Question, asked: Period, one: Member) -> Fact | None:
    """Where all of the time asked lies in years that a member covers but came into force after."""
    covered = one.covered()
    if covered is None or not one.in_force:
        return None
    begun, first = first_day(one.in_force[0]), covered[0].first
    if begun is None or first is None or begun <= first:
        return None
    lag = Period(first, begun - _DAY)
    return _fact(question, "ended", asked, [one.in_force[0]]) if lag.contains(asked) else None


def _stretch(one: Member, limit: date) -> _Stretch | None:
    legal, covered = one.legal(), one.covered()
    if legal is None or covered is None or legal.first is None:
        return None
    return _Stretch(legal.first, legal.last or max(limit, legal.first), covered[1])


def _joined(members: list[_Stretch]) -> list[_Stretch]:
    """Stretches in order, with those that touch or overlap made into one."""
    joined: list[_Stretch] = []
    for one in sorted(members, key=lambda stretch: (stretch.first, stretch.last)):
        if joined and one.first <= joined[-1].last + _DAY:
            before = joined.pop()
            both = (*before.members, one)
            joined.append(_Stretch(before.first, max(before.last, one.last), (), both))
        else:
            joined.append(_Stretch(one.first, one.last, (), (one,)))
    return joined


def _answers(
    question: Question, asked: Period, stretches: list[_Stretch], known_to: date
) -> list[Fact]:
    found = []
    for at, stretch in enumerate(stretches):
        part = _common(asked, Period(stretch.first, stretch.last))
        if part:
            facts = [f for one in stretch.members if _meets(one, part) for f in one.facts]
            found.append(_fact(question, "in force", part, facts))
        following = stretches[at + 1].first - _DAY if at + 1 < len(stretches) else known_to
        gap = Period(stretch.last + _DAY, following) if stretch.last < following else None
        part = _common(asked, gap) if gap else None
        if part:
            ending = [one for one in stretch.members if one.last == stretch.last]
            found.append(_fact(question, "ended", part, [f for one in ending for f in one.facts]))
    return found


def _meets(one: _Stretch, part: Period) -> bool:
    return Period(one.first, one.last).overlaps(part)


def _fact(question: Question, value: str, part: Period, facts: list[Fact]) -> Fact:
    said = [f"{f.subject}: {f.property.replace('_', ' ')} {f.value}" for f in facts]
    shown = said if len(said) <= _SHOWN else [*said[: _SHOWN // 2], "…", *said[-_SHOWN // 2 :]]
    arithmetic = f"{'; '.join(shown)}; {value} {say_days(part)}"
    return derive(question, value, "text", facts, arithmetic, valid=part, label="the status")


def _common(one: Period, other: Period) -> Period | None:
    if not one.overlaps(other):
        return None
    firsts = [day for day in (one.first, other.first) if day]
    lasts = [day for day in (one.last, other.last) if day]
    return Period(max(firsts, default=None), min(lasts, default=None))


def _facts(one: Member) -> tuple[Fact, ...]:
    covered = one.covered()
    return covered[1] if covered else ()


def _is_verified(one: Member) -> bool:
    facts = _facts(one)
    return bool(facts) and all(fact.confidence != "unverified" for fact in facts)

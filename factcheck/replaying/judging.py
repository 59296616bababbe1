"""Kept claims judged again by the facts as they are now; no text is read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from factcheck.measures.periods import Period
from factcheck.records import Claim, Fact, Report
from factcheck.replaying.causes import ChangedFact, Known, causes, changed_facts
from factcheck.replaying.differing import Change, changed_claims

if TYPE_CHECKING:
    from factcheck.api import Checker
    from factcheck.reference.lookup import Lookup


class JudgingAgain:
    """Judges the reports of a results database again.

    `facts_of` gives the facts as a reference of some hash had them, `checker_of` the checker
    that judges a report now.
    """

    def __init__(
        self,
        facts_of: Callable[[str], Iterable[Known]],
        checker_of: Callable[[Report], Checker],
    ) -> None:
        self._facts_of = facts_of
        self._checker_of = checker_of
        self._changed: dict[tuple[str, str], tuple[ChangedFact, ...]] = {}

    def changes(self, old: Report, readings: Sequence[Claim]) -> Iterator[Change]:
        """What changed in a report, each with the facts that did it; `readings`: its claims."""
        checker = self._checker_of(old)
        lookup = checker.lookup
        renewed = (renew(claim, lookup) for claim in readings)
        new = checker.judge(old.document, [one for one in renewed if one], old.not_judged)
        for change in changed_claims(old, new):
            yield self._with_causes(change, old, lookup)

    def _with_causes(self, change: Change, old: Report, lookup: Lookup) -> Change:
        verdicts = [verdict for verdict in (change.was, change.is_now) if verdict]
        found = causes(verdicts, self._changed_facts(old.reference_hash, lookup), lookup)
        if not found:
            why = () if change.facts else ("no fact of it changed, but names or settings did",)
            return replace(change, told=(*change.told, *why))
        told = [one for one in change.told if not one.startswith("fact derived:")]
        told += [str(fact) for fact in found if fact.id not in change.facts]
        return replace(change, told=tuple(told))

    def _changed_facts(self, before: str, lookup: Lookup) -> tuple[ChangedFact, ...]:
        key = (before, lookup.hash)
        if key not in self._changed:
            same = before == lookup.hash
            self._changed[key] = () if same else changed_facts(self._facts_of(before), lookup)
        return self._changed[key]


def renew(claim: Claim, lookup: Lookup) -> Claim | None:
    """The claim with the terms of office that it speaks of as they are now.

    `None` where one is gone, or has begun or ended since: then only the text tells what is meant.
    """
    if not claim.value_facts:
        return claim
    now = [_standing(fact, lookup) for fact in claim.value_facts]
    moved = dict[date, date]()
    for was, is_now in zip(claim.value_facts, now, strict=True):
        ends = is_now and zip(_ends(was), _ends(is_now), strict=True)
        for before, after in ends or ((None, date.min),):
            if (before is None) != (after is None):
                return None
            if before and after:
                moved[before] = after
    return _moved(replace(claim, value_facts=tuple(fact for fact in now if fact)), moved)


def _standing(fact: Fact, lookup: Lookup) -> Fact | None:
    found = lookup.facts(fact.subject, fact.property)
    return next((one for one in found if (one.topic, one.id) == (fact.topic, fact.id)), None)


def _ends(fact: Fact) -> tuple[date | None, date | None]:
    return fact.valid.first, fact.valid.last


def _moved(claim: Claim, moved: dict[date, date]) -> Claim:
    """The claim with these days, in its value and in the time that it asks about, replaced."""
    if all(was == is_now for was, is_now in moved.items()):
        return claim
    days = {was.isoformat(): is_now.isoformat() for was, is_now in moved.items()}
    value, question = claim.value, claim.question
    if isinstance(value.value, str) and value.kind == "period":
        text = "/".join(days.get(end, end) for end in value.value.split("/"))
        low, high = (days.get(str(end), end) for end in (value.low, value.high))
        value = replace(value, value=text, low=low, high=high)
    if time := question.time:
        first, last = (moved.get(end, end) if end else None for end in (time.first, time.last))
        question = replace(question, time=Period(first, last))
    return replace(claim, value=value, question=question)

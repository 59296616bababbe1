"""Repeated claims: the same claim, by what it says, in all documents of a report."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from factcheck.records import Repeated, Report
from factcheck.reports.answer import claim_id


@dataclass(slots=True)
class _Count:
    times: int = 0
    since: date | None = None
    by: dict[str, None] = field(default_factory=dict)


def count_repeats(reports: Iterable[Report]) -> dict[str, Repeated]:
    """What was claimed more than once, by the claim's id.

    `since` is the earliest date of utterance that is known; speakers stand in the order in
    which they come first. What the text itself reports as false counts for nobody.
    """
    counts: dict[str, _Count] = {}
    for report in reports:
        day = report.document.date
        for verdict in report.verdicts:
            claim = verdict.claim
            if claim.stance == "reported_as_false":
                continue
            count = counts.setdefault(claim_id(claim), _Count())
            count.times += 1
            if day and (count.since is None or day < count.since):
                count.since = day
            if who := claim.asserted_by or report.document.speaker:
                count.by[who] = None
    return {
        name: Repeated(count.times, count.since, tuple(count.by))
        for name, count in counts.items()
        if count.times > 1
    }


def with_repeats(report: Report, repeats: Mapping[str, Repeated]) -> Report:
    """The report, with how often each of its claims was made."""
    if not repeats:
        return report
    verdicts = (replace(v, repeated=repeats.get(claim_id(v.claim))) for v in report.verdicts)
    return replace(report, verdicts=tuple(verdicts))

"""Several readings of one phrase: what one of them supports stands, and a phrase is refuted only
where every reading refutes it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from factcheck.records import Verdict

_ORDER = {"supported": 0, "not_enough_info": 1, "refuted": 2}


def settle(verdicts: Iterable[Verdict]) -> Iterator[Verdict]:
    """One verdict a phrase, in the order of the first reading of each."""
    by_phrase: dict[tuple[int, int], list[Verdict]] = {}
    for verdict in verdicts:
        by_phrase.setdefault((verdict.claim.start, verdict.claim.end), []).append(verdict)
    for readings in by_phrase.values():
        yield _doubted(min(readings, key=lambda verdict: _ORDER[verdict.verdict]))


def _doubted(verdict: Verdict) -> Verdict:
    """A claim whose subject is only implied is never refuted."""
    if verdict.verdict != "refuted" or verdict.claim.certain:
        return verdict
    said = "It is open what exactly is claimed."
    return Verdict(verdict.claim, "not_enough_info", said, reason="ambiguous", trace=verdict.trace)

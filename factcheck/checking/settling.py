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
        yield min(readings, key=lambda verdict: _ORDER[verdict.verdict])

"""Several readings of one phrase: what one of them supports stands, and a phrase is refuted only
where every reading refutes it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from factcheck.records import Verdict

_ORDER = {"supported": 0, "not_enough_info": 1, "refuted": 2}


def settle(verdicts: Iterable[Verdict]) -> Iterator[Verdict]:
    """One verdict a phrase, in the order of the first reading of each."""
    by_phrase: dict[tuple[int, int], list[Verdict]] = {}
    for verdict in verdicts:
        if verdict.claim.agrees_only and verdict.verdict != "supported":
            continue
        by_phrase.setdefault((verdict.claim.start, verdict.claim.end), []).append(verdict)
    settled = [_of_readings(readings) for readings in by_phrase.values()]
    right = {_asked(v) for v in settled if v.verdict == "supported" and v.claim.certain} - {None}
    borne_out = _borne_out(settled)
    for verdict in settled:
        sure = verdict.claim.certain or (_subject(verdict) in borne_out and _is_plain(verdict))
        yield _doubted(verdict, sure, _asked(verdict) in right)


def _of_readings(readings: list[Verdict]) -> Verdict:
    """The verdict that stands: the best; of "covers 2025 to 2030" both ends must be right."""
    ends = {v.claim.kind: v for v in readings if "/" in str(v.claim.value.value)}
    both = [ends[kind] for kind in ("start_date", "end_date") if kind in ends]
    subjects = {verdict.claim.question.subject for verdict in both}
    if len(both) == 2 and len(subjects) == 1 and not both[0].claim.value_facts:
        return max(both, key=lambda verdict: _ORDER[verdict.verdict])
    return min(readings, key=lambda verdict: (_ORDER[verdict.verdict], not verdict.claim.certain))


def _asked(verdict: Verdict) -> tuple[int, str, str] | None:
    """The event whose date a sentence gives; several dates for it need not all be its date."""
    claim = verdict.claim
    if claim.value.kind not in ("date", "period") or claim.negated:
        return None
    asked = " ".join(filter(None, (claim.question.property, claim.question.aggregate)))
    return (claim.sentence_start, claim.question.subject, asked)


def _borne_out(settled: Sequence[Verdict]) -> set[tuple[int, str]]:
    """The subjects, by sentence, of which something as special as a day, a month or a name is
    right: then they are those that were meant."""
    return {
        _subject(verdict)
        for verdict in settled
        if verdict.verdict == "supported"
        and not (verdict.claim.negated or verdict.claim.agrees_only)
        and _is_special(verdict)
    }


def _is_special(verdict: Verdict) -> bool:
    value = verdict.claim.value
    if value.kind == "date":
        return len(str(value.value)) > len("2014")
    return value.kind == "entity" and verdict.claim.question.aggregate is None


def _is_plain(verdict: Verdict) -> bool:
    """A date or name of the subject itself, not one counted from another ("two years later")."""
    claim = verdict.claim
    if claim.kind not in ("start_date", "end_date", "signing_date", "party_or_actor"):
        return False
    loose = claim.value.text.lower().endswith(("later", "earlier", "after", "before"))
    return claim.question.aggregate in (None, "holder") and not loose


def _subject(verdict: Verdict) -> tuple[int, str]:
    return (verdict.claim.sentence_start, verdict.claim.question.subject)


def _doubted(verdict: Verdict, sure: bool, is_told: bool) -> Verdict:
    """Never refuted: a claim whose subject is only implied, and a date beside the right one."""
    if verdict.verdict != "refuted" or (sure and not is_told):
        return verdict
    said = "It is open what exactly is claimed."
    return Verdict(verdict.claim, "not_enough_info", said, reason="ambiguous", trace=verdict.trace)

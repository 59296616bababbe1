"""Several readings of one phrase: what one of them supports stands, and a phrase is refuted only
where every reading refutes it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from factcheck.checking.company import in_company, of_whom
from factcheck.checking.fits import FIGURES
from factcheck.measures.slips import slip
from factcheck.records import Verdict

_ORDER = {"supported": 0, "not_enough_info": 1, "refuted": 2}


def settle(verdicts: Iterable[Verdict]) -> Iterator[Verdict]:
    """One verdict a phrase, in the order of the first reading of each."""
    by_phrase: dict[tuple[int, int], list[Verdict]] = {}
    verdicts = list(in_company(verdicts))
    right_there = _of_whom_all(verdicts, "supported") - _of_whom_all(verdicts, "refuted")
    for verdict in verdicts:
        if verdict.claim.goes_along and of_whom(verdict.claim) not in right_there:
            continue
        if verdict.claim.agrees_only and verdict.verdict != "supported":
            continue
        if _refutes_only(verdict) and verdict.verdict != "refuted":
            continue
        by_phrase.setdefault((verdict.claim.start, verdict.claim.end), []).append(verdict)
    settled = [_of_readings(readings) for readings in by_phrase.values()]
    right = {_asked(v) for v in settled if v.verdict == "supported" and v.claim.certain} - {None}
    told = {_told(v) for v in settled if v.verdict == "supported"} - {None}
    wrong = {_figure(v) for v in settled if v.verdict == "refuted" and v.claim.kind in FIGURES}
    for verdict in settled:
        # "fell to 860 billion", of a figure that is wrong: said once
        is_said = verdict.claim.kind == "comparison" and _figure(verdict) in wrong
        is_beside = _asked(verdict) in right and not _is_slip(verdict)
        is_beside = is_beside or _told(verdict) in told
        yield _doubted(verdict, is_said or is_beside)


def _of_whom_all(verdicts: Iterable[Verdict], grade: str) -> set[tuple[int, str]]:
    """In which sentences of which subject something is claimed that has this verdict."""
    return {
        of_whom(v.claim)
        for v in verdicts
        if v.verdict == grade and not v.claim.goes_along and (v.claim.certain or grade != "refuted")
    }


def _of_readings(readings: list[Verdict]) -> Verdict:
    """The verdict that stands: the best; of "covers 2025 to 2030" both ends must be right."""
    ends = {v.claim.kind: v for v in readings if "/" in str(v.claim.value.value)}
    both = [ends[kind] for kind in ("start_date", "end_date") if kind in ends]
    subjects = {verdict.claim.question.subject for verdict in both}
    if len(both) == 2 and len(subjects) == 1 and not both[0].claim.value_facts:
        return max(both, key=lambda verdict: _ORDER[verdict.verdict])
    if any(map(_refutes_only, readings)):  # what it is of, is not open
        readings = [v for v in readings if v.claim.certain or v.verdict == "supported"]
    return min(readings, key=_standing)


def _standing(verdict: Verdict) -> tuple[int, bool, bool, bool]:
    """What stands first: the best, the certain, what is told by its wording, and that of which the
    right answer is not said beside it: of "Lind and Holt signed" Lind is not wrong for Holt."""
    claim, right = verdict.claim, verdict.correction
    is_said = right is not None and right != claim.quote and right in claim.sentence
    return _ORDER[verdict.verdict], not claim.certain, _refutes_only(verdict), is_said


def _refutes_only(verdict: Verdict) -> bool:
    """Whether a reading counts only where the facts refute it."""
    return verdict.claim.slips or verdict.claim.learned


def _asked(verdict: Verdict) -> tuple[int, str, str] | None:
    """The event whose date a sentence gives; several dates for it need not all be its date."""
    claim = verdict.claim
    if claim.value.kind not in ("date", "period") or claim.negated:
        return None
    asked = " ".join(filter(None, (claim.question.property, claim.question.aggregate)))
    return (claim.sentence_start, claim.question.subject, asked)


def _told(verdict: Verdict) -> tuple[int, str, str, str] | None:
    """The figure that a sentence gives of a subject at a time: of two for the same, one is of
    something else."""
    claim, asked = verdict.claim, verdict.claim.question
    if claim.kind not in FIGURES or claim.negated or asked.aggregate or asked.time is None:
        return None
    if claim.sentence[: claim.start - claim.sentence_start].endswith(" to "):  # "from 3 to 4"
        return None
    return (claim.sentence_start, asked.subject, asked.property, str(asked.time))


def _is_slip(verdict: Verdict) -> bool:
    """The very day of another year, which no other date of the event explains."""
    known = verdict.facts[0].reading if verdict.facts else None
    is_day = len(str(verdict.claim.value.value)) == len("2024-10-04")
    return is_day and known is not None and slip(verdict.claim.value, known) == "year"


def _figure(verdict: Verdict) -> tuple[int, str, str]:
    """Of which figure a sentence speaks."""
    claim = verdict.claim
    return (claim.sentence_start, claim.question.subject, claim.question.property)


def _doubted(verdict: Verdict, is_told: bool) -> Verdict:
    """Never refuted: a claim whose subject is only implied, and a date beside the right one."""
    if verdict.verdict != "refuted" or (verdict.claim.certain and not is_told):
        return verdict
    said = "It is open what exactly is claimed."
    return Verdict(verdict.claim, "not_enough_info", said, reason="ambiguous", trace=verdict.trace)

"""Durations told in two units: "5 hours and 53 minutes", "two years, eight months"."""

from __future__ import annotations

import re

from factcheck.measures.drafts import Draft
from factcheck.measures.durations import duration_step

_JOINT = re.compile(r"(?:,? and |, | )")
#: "five years, three months longer than …" is no longer five years
_COMPARED = re.compile(r"\s+(?:longer|more|less|shorter|later|earlier|after|before|older|ago)\b")
_ONE_UNIT = re.compile(r"P(?P<number>T?\d+)(?P<unit>[YMWDHS])")
#: the units, from the longest; T marks those of a day
_UNITS = ("Y", "M", "W", "D", "TH", "TM", "TS")
#: the second unit is so many steps smaller at most
_NEAR = 2


def join_durations(t: str, drafts: list[Draft]) -> list[Draft]:
    """The drafts; a duration right behind one in a larger unit is a part of it. `t`: the text."""
    joined: list[Draft] = []
    for draft in drafts:
        before = joined[-1] if joined else None
        if before is None or not _is_part(t, before, draft):
            joined.append(draft)
            continue
        first, second = str(before.value), str(draft.value)
        rest = second[1:] if "T" not in first else second[2:]
        before.value, before.end = first + rest, draft.end
        before.step, before.per = duration_step(str(before.value)), draft.per
    return joined


def _is_part(t: str, first: Draft, second: Draft) -> bool:
    if first.kind != "duration" or second.kind != "duration" or second.hedge or first.per:
        return False
    gap = t[first.end : second.start]
    if not _JOINT.fullmatch(gap) or ("and" not in gap and _COMPARED.match(t, second.end)):
        return False
    large, small = _rank(str(first.value)), _rank(str(second.value))
    return large is not None and small is not None and 0 < small - large <= _NEAR


def _rank(iso: str) -> int | None:
    found = _ONE_UNIT.fullmatch(iso)
    if found is None:
        return None
    unit = ("T" if found["number"].startswith("T") else "") + found["unit"]
    return _UNITS.index(unit) if unit in _UNITS else None

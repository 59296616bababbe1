"""Whether the words around a date speak of what is to come. No grammar: a few sure signs."""

from __future__ import annotations

import re

_FUTURE = re.compile(
    r"(?: will|'ll| shall| due| (?:is|are) expected| going to| set to|(?<!had) "
    r"expected to| scheduled| plans? to| to be | expires?| runs? out| is to| are to| "
    r"upcoming|to (?:take effect|expire|resume))(?![a-z])"
)

#: "the CBO said July 21", "said late on Thursday": past, whatever else is to come
_SAID = re.compile(
    r" (?:said|since|announced|reported|confirmed|told [a-z]{2,12}|signed|died|voted|met)"
    r"(?: late| early)?(?: on)? $"
)
#: a participle right before the date: "sworn in on Tuesday", but not "to be signed on Tuesday"
_DONE = re.compile(
    r"(?<! be)(?<! being)(?<! get) (?!(?:expected|scheduled|planned|slated|supposed|needed)[ ,])"
    r"(?:[a-z]{3,}ed|sworn in|struck|begun|won|taken|held|sent|made|given)"
    r"(?: late| early)?(?: on)? $"
)
#: before the date only: "a report in January said that seas would rise"
_WOULD = re.compile(r" would(?![a-z])")


def is_future(t: str, start: int) -> bool:
    """Whether the clause around `start` speaks of what is to come."""
    left, right = max(0, start - 70), min(len(t), start + 40)
    window = t[left:right]
    here = start - left
    if _SAID.search(window, max(0, here - 24), here) or _DONE.search(window, 0, here):
        return False
    begin = max(window.rfind(mark, 0, here) for mark in (". ", "; ", ": ", "? ", "\x1f"))
    stops = [at for mark in (". ", "; ", ": ", "? ") if (at := window.find(mark, here)) >= 0]
    end = min(stops, default=len(window))
    if t.startswith("by ", start - 3) and " had " not in window[begin + 1 : end]:
        return True
    return bool(_FUTURE.search(window, begin + 1, end) or _WOULD.search(window, begin + 1, here))

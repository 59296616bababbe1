"""Ordinals: "12th", "twelfth", "twenty-first", "second-largest" (a rank)."""

from __future__ import annotations

import re
from decimal import Decimal

from factcheck.measures.drafts import Draft
from factcheck.measures.lexicon import ORDINALS, SMALL, TENS, any_of
from factcheck.measures.plain import Page, word_before

_DIGITS = re.compile(
    r"(?P<number>[0-9]{1,3}(?:,[0-9]{3}){1,3}|[0-9]{1,7})[ -]?(?P<end>st|nd|rd|th)(?![a-z0-9])"
)
_UNIT = any_of([w for w, n in ORDINALS.items() if n < 10])
_WORDS = re.compile(
    rf"(?:(?P<hundreds>(?:(?:{any_of([w for w, n in SMALL.items() if n])}|an?)[ -])"
    rf"?hundred(?: and)?[ -])?"
    rf"(?:(?P<tens>{any_of(TENS)})[ -](?P<unit>{_UNIT})|"
    rf"(?P<plain>{any_of([w for w, n in ORDINALS.items() if n < 100])})))(?![a-z])"
    rf"|(?:(?P<count>{any_of([w for w, n in SMALL.items() if n])}|an?)[ -])"
    rf"?(?P<big>hundredth|thousandth|millionth)(?![a-z])"
)
_RANK = re.compile(r"[ -](?:to[ -]last|(?:most|least|best|worst|[a-z]{2,12}est)(?![a-z]))")
_STREET = re.compile(r" (?:street|st|avenue|ave|road|rd)(?![a-z])")
_DETERMINERS = frozenset(
    [
        "the",
        "its",
        "their",
        "his",
        "her",
        "our",
        "my",
        "your",
        "this",
        "that",
        "a",
        "an",
        "every",
        "each",
        "for",
        "very",
        "another",
        "whose",
        "no",
        "said",
    ]
)
_SECOND_IS_TIME = re.compile(
    r" (?:later|ago|of|before|or|and|to|after|from|delay)(?![a-z])|[.,;:!?)]|$|-(?:long|"
    r"hand|guess|class|rate|string|tier)"
)
#: fixed phrases in which no order is told
_NO_ORDER = re.compile(
    r"[ -](?:lady|ladies|name|aid|class|hand|base|responders?|gentleman|and foremost|of "
    r"all|come|off|world|war|"
    r"reich|nations?|rate|degree|family|blood|born|ever|opium|person|party|parties|avenue|"
    r"street|world's|"
    r"nature|sight|amendment rights?|punic|balkan|crusade|estate|(?:[a-z]+ )"
    r"?war|circuit)(?![a-z])"
)
_ADVERB_FIRST = re.compile(
    r"(?:,|;| (?:i|we|you|they|he|she|it|the|a|an|one|in|to|by|on|at|as|if|when|with|of|"
    r"some|my|his|her|and|but|"
    r"began|went|came|made|took|saw|met|got|gave|said|became|won|ran|spoke|wrote|told|"
    r"heard|felt|broke|rose|hit|sold|used|let's|thing)(?![a-z])| [a-z]{2,14}ed(?![a-z]))"
)
_ORDER_VERBS = frozenset(["was", "is", "were", "are", "came", "finished", "ranked", "placed"])


def read_ordinal(page: Page, start: int) -> Draft | None:
    """An ordinal that begins at `start`."""
    t = page.plain
    if "0" <= t[start] <= "9":
        found = _DIGITS.match(t, start)
        if not found or not _fits(found["number"], found["end"]):
            return None
        if _STREET.match(t, found.end()) and page.raw[found.end() + 1].isupper():
            return Draft(start, found.end(), "", None)
        number = Decimal(found["number"].replace(",", ""))
        return Draft(start, found.end(), "ordinal", number)
    found = _WORDS.match(t, start)
    if not found:
        return None
    word_number = _value(found)
    if not _is_ordinal(page, found, word_number):
        return None
    return Draft(start, found.end(), "ordinal", Decimal(word_number))


def _fits(number: str, ending: str) -> bool:
    last = number[-2:]
    if len(last) == 2 and last[0] == "1":
        return ending == "th"
    return ending == {"1": "st", "2": "nd", "3": "rd"}.get(number[-1], "th")


def _value(found: re.Match[str]) -> int:
    if found["big"]:
        scale = {"hundredth": 100, "thousandth": 1000, "millionth": 10**6}[found["big"]]
        return scale * (SMALL.get(found["count"] or "", 0) or 1)
    total = 0
    if found["hundreds"]:
        head = found["hundreds"].replace("-", " ").split()[0]
        total = 100 * (SMALL.get(head) or 1)
    if found["plain"]:
        return total + ORDINALS[found["plain"]]
    return total + TENS[found["tens"]] + ORDINALS[found["unit"]]


def _is_ordinal(page: Page, found: re.Match[str], number: int) -> bool:
    """Not a time ("a second later"), a fraction ("a third of"), or an adverb ("First, …")."""
    t, start, end = page.plain, found.start(), found.end()
    word, before = found.group(), word_before(t, start)
    if _STREET.match(t, end) and page.raw[end + 1].isupper():
        return False
    if (number > 4 and found["plain"] is None) or _RANK.match(t, end):
        return True
    if (number < 6 and _NO_ORDER.match(t, end)) or t.startswith("-time", end):
        return False
    if t.startswith(",", end) and not t[max(0, start - 2) : start].strip(' .!?;"\x1f'):
        return False  # "Third, she fell"
    if word == "first" and before in ("to", "come", "comes", "came", "always"):
        return False
    if t.startswith(" of ", end) and number > 2 and before in ("a", "one", "another"):
        return False
    if word == "second":
        return _is_second(t, end, before)
    if word == "first":
        return _is_first(t, end, before)
    return True


def _is_determined(before: str) -> bool:
    return before in _DETERMINERS or before.endswith(("'s", "s'")) or before in ORDINALS


def _is_second(t: str, end: int, before: str) -> bool:
    if t.startswith(" thought", end) or _SECOND_IS_TIME.match(t, end):
        return False
    return _is_determined(before) or t.startswith("-", end) or before in _ORDER_VERBS


def _is_first(t: str, end: int, before: str) -> bool:
    if before in ("at", "first", "safety", "america"):
        return False
    alone = t[end : end + 1] in (".", "", ")", ":", "?", "!", '"')
    return _is_determined(before) or not (alone or _ADVERB_FIRST.match(t, end))

"""Dates that belong to something else than an event near by: to another verb, to what stands
beside it, to what they are counted from.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.language.sentences import Sentence
from factcheck.language.times import is_time, of_another
from factcheck.language.trees import clause_of, depends_on
from factcheck.measures.values import Value

if TYPE_CHECKING:
    from spacy.tokens import Token

_REACH = frozenset(("go", "date", "reach", "stretch", "trace"))
_JOINING = frozenset(("and", "but", "before", "until", "while", "then"))
_WAS = frozenset(("was", "were"))
_UNITS = frozenset(
    ("day", "days", "week", "weeks", "month", "months", "year", "years", "decade", "decades")
)
#: what may stand between the dates of a list
_LISTING = frozenset(("ADP", "DET", "CCONJ", "PUNCT", "NUM"))


def is_of_other(when: Value, token: Token, verb: Token, sentence: Sentence) -> bool:
    """Whether a date, which hangs by `token`, has a nearer owner than the event's `verb`."""
    return (
        _is_counted_from(when, sentence)
        or of_another(when, verb, sentence)
        or _is_in_apposition(token, verb)
        or _is_of_next(token, verb)
        or _stands_outside(token, verb)
        or _is_of_verb_before(when, token, verb, sentence)
        or _has_its_own(verb, token, sentence)
    )


def _is_of_verb_before(when: Value, token: Token, verb: Token, sentence: Sentence) -> bool:
    """ "returned in 2012 and resigned in 2021": of two verbs with a date behind each the second
    has not the first date, whatever the tree says."""
    if token.i > verb.i:
        return False
    dates = [sentence.token(v).i for v in sentence.values if is_time(v) and v.start > when.end]
    if not any(verb.i < place < verb.i + 7 for place in dates):
        return False
    before = verb.doc[max(token.i - 12, 0) : token.i]
    tells = any(t.pos_ == "VERB" or t.lower_ in _WAS for t in before)
    return tells and any(t.lower_ in _JOINING for t in verb.doc[token.i + 1 : verb.i])


def _has_its_own(verb: Token, token: Token, sentence: Sentence) -> bool:
    """ "covering 2020 to 2025, calls for a rise this year": a verb has its date right behind it,
    and a comma and other words come between that one and the next."""
    spans = [sentence.span(v.start, v.end) for v in sentence.values if is_time(v)]
    near = next((s for s in spans if verb.i < s.start < verb.i + 4 and s.end < token.i), None)
    if near is None:
        return False
    after = sentence.doc[near.end : token.i]
    return after[0].text == "," and any(t.pos_ not in _LISTING for t in after)


def _stands_outside(token: Token, verb: Token) -> bool:
    """ "will pay 920 billion this year under a deal signed on Sunday", "it goes back and covers
    2020": outside of what the verb can have for its date."""
    if verb.dep_ == "acl" and token.i < min(verb.i, verb.head.i):
        return True
    is_back = verb.doc[verb.i + 1 : verb.i + 2].text == "back" and verb.lemma_ in _REACH
    between = verb.doc[verb.i + 2 : token.i]
    return token.i > verb.i and is_back and "to" not in [t.lower_ for t in between]


def _is_of_next(token: Token, verb: Token) -> bool:
    """ "runs for five years and lifts the payment to … in 2026": the date of the next verb, where
    the first has what it needs."""
    above = clause_of(verb).i
    for other in verb.doc[verb.i + 1 : token.i]:
        if other.dep_ != "conj" or other.head.i != above:
            continue
        if other.pos_ == "VERB" or any(c.dep_ == "obj" for c in other.children):
            own = [c for c in verb.children if c.dep_ in ("obj", "obl") and verb.i < c.i < other.i]
            return bool(own)
    return False


def _is_in_apposition(token: Token, verb: Token) -> bool:
    """ "X, prime minister from 2010 to 2024, took over": the dates are of what stands beside."""
    above = token
    while above.head.i != above.i and above.i != verb.i:
        if above.dep_ == "appos" and above.i < verb.i and above.i < token.i:
            return not depends_on(verb, above)
        above = above.head
    return False


def _is_counted_from(when: Value, sentence: Sentence) -> bool:
    """ "two years after 1998", "the day after September 11", "after the attacks of September 11":
    another day than the one named."""
    start = sentence.span(when.start, when.end).start
    before = [t.lower_ for t in sentence.doc[max(start - 5, 0) : start]]
    if before[-1:] == ["of"] and before[-4:-2] in (["after", "the"], ["before", "the"]):
        return True
    for place, word in enumerate(before):
        if word in ("after", "before", "from") and place:
            return before[place - 1] in _UNITS
    return False

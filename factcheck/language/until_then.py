"""Whether a length of time in an office is that until some moment, or the whole: "had led it for
three months when the bank failed", "X, in office for a year, signed it", but "had led it for ten
years when she stepped down"."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from factcheck.language.trees import clause_of
from factcheck.language.words import word_set
from factcheck.measures.durations import duration_days
from factcheck.measures.values import Value
from factcheck.records import Fact

if TYPE_CHECKING:
    from spacy.tokens import Token

#: why such a reading does not contradict
UNTIL_THEN = "until then, not in all"
#: these say as well that somebody went somewhere, or that somebody else was made to go
_OF_OTHERS = frozenset(("leave", "quit", "depart", "fire", "remove", "sack", "dismiss", "exit"))


def is_until_then(
    value: Value,
    token: Token,
    terms: Sequence[Fact],
    asked_on: date | None,
    *,
    verbless: bool = False,
) -> bool:
    """ "had been president for three months when …": not how long it was in all, unless it is
    longer than that, or somebody left then. `verbless`: told beside a name, of whatever time."""
    head = clause_of(token)
    before = any(c.lower_ in ("had", "'d", "’d") and c.dep_ == "aux" for c in head.children)
    before = before or verbless or any(map(_is_when, head.children))
    return before and not _is_left(head) and not _is_longer(value, terms, asked_on)


def _is_when(clause: Token) -> bool:
    """ "was in that job for two years when the bank failed"."""
    return clause.dep_ == "advcl" and any(c.lower_ == "when" for c in clause.children)


def _is_left(head: Token) -> bool:
    """Whether the verb, or a clause by it, tells of the end: "when he handed over"."""
    ends = word_set("spells", "office.end") - _OF_OTHERS
    for verb in (head, *(c for c in head.children if c.dep_ == "advcl")):
        following = verb.doc[verb.i + 1 : verb.i + 2].text.lower()
        if {verb.lemma_.lower(), f"{verb.lemma_.lower()} {following}"} & ends:
            return True
    return False


def _is_longer(value: Value, terms: Sequence[Fact], asked_on: date | None) -> bool:
    """Whether a length is more than all the time in the office: too long until whenever."""
    days = 0
    for term in terms:
        first, last = term.valid.first, term.valid.last or asked_on
        if first is None or last is None:
            return False
        days += (last - first).days
    return bool(terms) and duration_days(str(value.value))[0] > days

"""Words near a value or an event that make it something else than a property: its `without`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.language.sentences import Sentence
from factcheck.records import Property

if TYPE_CHECKING:
    from spacy.tokens import Token

#: how many words around a value may make it something else, and what sets clauses apart
_WINDOW = 12
_APART = frozenset((",", ";", ":", "—", "–", "while", "whereas", "but"))

_FIRST = frozenset(
    ("first", "1st", "inaugural", "maiden", "initially", "originally", "since", "debut")
)
_LAST = frozenset(
    ("last", "final", "finally", "latest", "end", "ended", "until", "retired", "farewell", "ever",
     "recent", "recently", "stopped", "newest")
)  # fmt: skip
_BEGINNING = frozenset(("begin", "start", "found", "establish", "launch", "create", "introduce",
                        "debut", "initiate", "inaugurate"))  # fmt: skip


def is_excluded(each: Property, token: Token, sentence: Sentence) -> bool:
    """Whether words near `token` (a value, an event's verb) make it another property, or
    the words that would make it one are missing."""
    if not each.without:
        return _is_of_no_rank(each, token, sentence)
    raw = sentence.raw.lower()
    said = [phrase for phrase in each.without if phrase.split()[0] in raw]
    if each.per == "year" and _is_a_year(token, sentence):
        said = [phrase for phrase in said if "year" not in phrase]
    if not said:
        return False
    near = _near(token)
    start, end = near[0].idx, near[-1].idx + len(near[-1])
    text = f" {' '.join(sentence.raw[start:end].lower().split())} "
    return any(f" {phrase}" in text for phrase in said)


def _is_a_year(token: Token, sentence: Sentence) -> bool:
    """ "211 billion a year over five years": no sum of several, whatever stands near."""
    place = sentence.start + token.idx
    return any(v.start <= place < v.end and v.per == "year" for v in sentence.values)


def _near(token: Token) -> list[Token]:
    """The words around a value, up to where another clause is set off."""
    left: list[Token] = []
    for other in reversed(list(token.doc[max(token.i - _WINDOW, 0) : token.i])):
        if other.text in _APART or other.lower_ in _APART:
            break
        left.insert(0, other)
    right: list[Token] = []
    for other in token.doc[token.i : token.i + _WINDOW]:
        if other.text in _APART or other.lower_ in _APART:
            break
        right.append(other)
    return left + right


def _is_of_no_rank(each: Property, verb: Token, sentence: Sentence) -> bool:
    """ "won the prize in 2009": not when it was first or last awarded, unless the words say so."""
    name = each.name.lower().split("_")
    if each.type != "date" or name[-1] in ("year", "covered"):
        return False
    if name[0] in ("last", "final") and len(name) > 1 and name[1] not in ("year", "day", "date"):
        return sentence.words.isdisjoint(_LAST)
    if name[0] != "first":
        return False
    return sentence.words.isdisjoint(_FIRST) and verb.lemma_.lower() not in _BEGINNING

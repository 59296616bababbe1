"""Subjects and figures that a sentence sets in pairs: "A hosts 50,000 and B 28,500", "the former
has 30, the latter 20". Read from the order of the words, whatever the tree says.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from factcheck.language.memory import Context
from factcheck.language.sentences import Sentence, within
from factcheck.language.subjects import Subject
from factcheck.measures.physical import physical_unit
from factcheck.measures.values import Value

#: what is put in between a name and its value: "Denmark, a country of six million, 44"
INSERTED = re.compile(
    r",\s+(?:which|who|whose|where|a|an|itself|long|once)\b[^,;]{3,90},(?=\s+(?:about\s+)?[\d$€£¥])"
)
#: from here on a bare number after an amount is taken for an amount
_LARGE = 1_000_000
#: how many characters back a sum still goes on with the money of another
_SENTENCE = 300
_BILLION = re.compile(r"\b(?:million|billion|trillion)$", re.IGNORECASE)


def rivals_of(value: Value, sentence: Sentence, subjects: Sequence[Subject]) -> frozenset[str]:
    """The subjects that belong to the sentence's other figures of the kind of `value`: all that
    do not stand right before it, where one stands before each figure (or right behind each)."""
    own = _own_words(subjects)
    if len(own) < 2:
        return frozenset()
    order = sorted(own, key=lambda name: own[name][0])
    which = _former_or_latter(value, sentence)
    if which is not None and len(order) == 2:
        return frozenset(order) - {order[which]}
    figures = [v for v in sentence.values if v.kind == value.kind and v.unit == value.unit]
    figures = [v for v in figures if v == value or not _is_put_in(v, sentence)]
    places = [sentence.span(v.start, v.end).start for v in figures]
    for ends in ([0, *places], [*places, len(sentence.doc)]):
        groups = [
            {name for name in own if first <= own[name][0] < end} for first, end in pairwise(ends)
        ]
        if len(figures) > 1 and all(groups) and sum(map(len, groups)) == len(own):
            return frozenset(own) - groups[figures.index(value)]
    return frozenset()


def _is_put_in(value: Value, sentence: Sentence) -> bool:
    """ "B, a country of six million, 144": a figure that tells only what B is."""
    inserted = (match.span() for match in INSERTED.finditer(sentence.raw))
    place = value.start - sentence.start
    return any(first <= place < end for first, end in inserted)


def not_beside(value: Value, sentence: Sentence, subjects: Sequence[Subject]) -> frozenset[str]:
    """Of subjects with words of their own, all but the one that stands nearest before the value;
    nearest after it, where none stands before."""
    own = _words_alone([subject for subject in subjects if subject.how != "referred"])
    if len(own) < 2:
        return frozenset()
    place = sentence.span(value.start, value.end).start
    before = {name: max((i for i in mine if i < place), default=-1) for name, mine in own.items()}
    nearest = max(before.values())
    if nearest >= 0:
        return frozenset(name for name in own if before[name] != nearest)
    after = {name: min(mine) for name, mine in own.items()}
    return frozenset(name for name in own if after[name] != min(after.values()))


def is_nearer_another(value: Value, subject: Subject, sentence: Sentence, context: Context) -> bool:
    """Whether a country that the subject is not of stands between its own and the value: "Japan
    bore 40 percent of the cost and South Korea 74.5 percent"."""
    own = {t.i for group in subject.tokens for t in group}
    countries = {
        sentence.token(mention).i
        for mention in sentence.mentions
        if mention.end <= value.start
        and any((e := context.names.entity(n)) and e.type == "country" for n in mention.entities)
    }
    if not countries & own:
        return False
    return max(countries) not in own and not {t.i for i in own for t in sentence.doc[i].conjuncts}


def _former_or_latter(value: Value, sentence: Sentence) -> int | None:
    """0 for a figure said of "the former", 1 for one of "the latter"."""
    end = sentence.span(value.start, value.end).start
    for token in reversed(list(sentence.doc[max(end - 6, 0) : end])):
        if token.lower_ in ("former", "latter"):
            return int(token.lower_ == "latter")
    return None


def _own_words(subjects: Sequence[Subject]) -> dict[str, list[int]]:
    """For each described or named subject of one type, the words that stand for it alone."""
    able: list[Subject] = []
    for hows in (("described",), ("named", "picked"), ("implied",)):
        able = able or [s for s in subjects if s.how in hows]
    return _words_alone(able)


def _words_alone(able: Sequence[Subject]) -> dict[str, list[int]]:
    """The words (token indices) that stand for one of the subjects and for no other."""
    found: dict[str, list[int]] = {}
    for subject in able:
        mine = {t.i for group in subject.tokens for t in group}
        others = {
            t.i
            for other in able
            if other.name != subject.name
            for group in other.tokens
            for t in group
        }
        if mine - others:
            found[subject.name] = sorted(mine - others)
    return found


def money_before(values: Sequence[Value], first: int, start: int) -> str | None:
    """The money that is told of right before `start` (not before `first`), if it is of one kind."""
    near = within(values, max(first, start - _SENTENCE), start)
    said = {value.unit for value in near if value.kind == "amount"}
    return next(iter(said)) if len(said) == 1 else None


def is_bare_sum(value: Value) -> bool:
    """ "605.7 billion", of which the money may be that of the sentence before."""
    return value.is_bare and bool(_BILLION.search(value.text))


def carry_units(values: Sequence[Value], before: str | None = None) -> Iterator[Value]:
    """ "869.5 billion won in 2013 and 920 billion in 2014": the second is money too. `before`: the
    money of the sentence before, which "605.7 billion" goes on with."""
    unit: str | None = None
    measured: str | None = None
    shared: Value | None = None
    for value in values:
        if value.kind == "amount":
            unit = value.unit
        if value.kind == "percentage":
            shared = value
        if value.kind == "number" and physical_unit(value.of):
            measured = value.of
        large = isinstance(value.value, Decimal) and abs(value.value) >= _LARGE
        if unit and value.is_bare and large:
            yield replace(value, kind="amount", unit=unit)
        elif before and large and is_bare_sum(value):
            yield replace(value, kind="amount", unit=before)
        elif measured and value.kind == "number" and value.of is None and large:
            yield replace(value, of=measured)
        elif shared and value.kind == "number" and value.of is None and "." in value.text:
            yield replace(value, kind="percentage", unit=shared.unit)
        else:
            yield value

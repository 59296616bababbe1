"""Whether a value may be an answer of a property, by their kinds and the counted noun."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from factcheck.language.pairing import is_bare_sum
from factcheck.language.price_of_each import is_of_each
from factcheck.language.sentences import Hit, Sentence, forms
from factcheck.measures.bounds import with_bounds
from factcheck.measures.numerals import significant_digits
from factcheck.measures.physical import PhysicalUnit, physical_unit, said_of, said_words
from factcheck.measures.values import Value
from factcheck.records import Fact, Property

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

#: names of what is told as a part of a whole
_SHARES = frozenset(("share", "proportion", "percentage", "portion"))
#: of what somebody only has nothing is done so many times
_HAVING = frozenset(("have", "be"))
_TIMES = frozenset(("century", "decade", "year", "hour", "day"))
_FRACTION = re.compile(r"(?:half|thirds?|quarters?|fifths?|tenths?)$", re.IGNORECASE)
#: "2.13", "two point one", "three and a half"
_DECIMAL = re.compile(rf"\.|\bpoint\b|{_FRACTION.pattern}", re.IGNORECASE)
#: so many letters a noun has in common with the verb that it is made of
_STEM = 4
_YEARS = re.compile(r"P(\d+)Y")
#: how much of a figure may go by making it round
_ROUND = Decimal("0.1")
#: what things that are sold are counted in
_PIECES = frozenset(("unit", "copy", "piece", "vehicle", "device"))
#: what has been counted before
_THEM = frozenset(("them", "these", "those", "whom", "which", "us", "it"))


def fits(value: Value, each: Property, hit: Hit, sentence: Sentence) -> bool:
    """Whether a value may be an answer of a property, by their kinds and the counted noun."""
    kind = _bare_kind(value)
    if _is_age(value, each) or _is_share_of(value, each):
        return True
    if each.type == "number":
        if value.unit == "times" and kind == "number":  # "was launched 117 times"
            counts = bool(each.counts) and value.text.endswith("times")
            verb = sentence.doc[hit.start]
            is_done = hit.form == "verb" and verb.pos_ == "VERB" and verb.lemma_ not in _HAVING
            return counts and is_done and _is_plain(value, sentence)
        return kind == "number" and value.unit is None and _counts(value, each, hit, sentence)
    if each.type == "amount":
        return kind == "amount" and is_of_each(value, each, hit, sentence)
    return kind == each.type


def own_words(each: Property) -> frozenset[str]:
    """The words of the nouns by which a property, or what it counts, is spoken of."""
    phrases = (*each.nouns, *each.counts, each.label)
    return frozenset(word for phrase in phrases for word in phrase.split())


def may_be_of(value: Value, each: Property) -> bool:
    """Whether a value may be an answer of a property, by their kinds alone."""
    if _is_age(value, each) or _is_share_of(value, each) or _is_bare_percentage(value, each):
        return True
    if _is_bare_money(value, each):
        return True
    if each.type == "date":
        return value.kind in ("date", "period")
    kind = _bare_kind(value)
    if kind == "number" and each.counts and isinstance(value.value, Decimal):
        return kind == each.type and value.unit is None and value.value % 1 == 0
    return kind == each.type and (kind != "number" or value.unit is None)


def _is_age(value: Value, each: Property) -> bool:
    """ "86 years old", where an age is a number."""
    is_age = each.type == "number" and "age" in each.name.split("_")
    return is_age and value.kind == "duration" and bool(_YEARS.fullmatch(str(value.value)))


def _is_share_of(value: Value, each: Property) -> bool:
    """ "half of it", "a quarter", where a share is a percentage."""
    is_share = each.type == "percentage" and not _SHARES.isdisjoint(each.name.split("_"))
    is_time = value.of is not None and value.of.split()[-1] in _TIMES
    is_part = value.kind == "number" and isinstance(value.value, Decimal) and value.value <= 1
    return is_share and not is_time and is_part and bool(_FRACTION.search(value.text))


def _is_bare_percentage(value: Value, each: Property) -> bool:
    """ "Tallinn is at 2.13", "three and a half of that", where what is told are percentages."""
    is_decimal = isinstance(value.value, Decimal) and value.value > 1 and value.value % 1 != 0
    is_said = bool(_DECIMAL.search(value.text))
    return each.type == "percentage" and value.is_bare and is_decimal and is_said


def _is_bare_money(value: Value, each: Property) -> bool:
    """ "of the three fifty, ninety billion is for ships", where what is told is money."""
    return each.type == "amount" and bool(each.unit) and is_bare_sum(value)


def _is_plain(value: Value, sentence: Sentence) -> bool:
    """Whether "times" counts how often: not "three times as many", "ten times more"."""
    end = sentence.span(value.start, value.end).end
    following = [t.lower_ for t in sentence.doc[end : end + 1]]
    return not {"as", "more", "the", "less", "fewer", "that", "its", "larger", "higher"} & {
        *following
    }


def _bare_kind(value: Value) -> str:
    if value.kind != "range":
        return value.kind
    if value.unit is None:
        return "number"
    return "percentage" if value.unit.startswith("percent") else "amount"


def _counts(value: Value, each: Property, hit: Hit, sentence: Sentence) -> bool:
    """A number that counts something else is no answer; a bare one needs the noun near."""
    physical = physical_unit(value.of)
    if physical is not None and not each.counts:
        return _measures(physical, each, value, sentence)
    if not each.counts:
        return value.of is None and (each.unit is None or physical_unit(each.unit) is None)
    span = sentence.span(value.start, value.end)
    is_of = span.doc[span.end : span.end + 1].text == "of"
    if value.of is None or (is_of and value.of.split()[-1] not in value.text):
        return _is_of_counted(value, each, sentence)
    if _is_behind(span.doc[span.end : span.end + 1], hit) or _counts_named(value, each, sentence):
        return True
    if hit.form == "verb" and counts_deeds(each) and _is_done_to(sentence.token(value), hit):
        return True
    last = value.of.replace("-", " ").split()[-1].lower()
    length = len(value.of.replace("-", " ").split())
    run = span.doc[span.end : span.end + length + 1]
    counted = {form for t in run for form in forms(t)}
    heads = {form for t in run if t.lower_ == last for form in forms(t)} or counted
    number = next((t for t in span if t.dep_ == "nummod"), None)
    if number is not None and number.head in run:  # "8,430 bison roam": read without a tree
        heads |= {*forms(number.head)}
    listed = (c.replace("-", " ").split() for c in (*each.counts, *each.adjectives))
    return any(set(c) <= counted and c[-1] in heads for c in listed if c)


def _is_behind(following: Span, hit: Hit) -> bool:
    """ "with 160 million sold": the verb itself was taken for what is counted."""
    return hit.form == "verb" and any(hit.start <= t.i < hit.end for t in following)


def _is_done_to(head: Token, hit: Hit) -> bool:
    """ "delivered 12 jets", "12 jets were delivered"."""
    nouns = [head, head.head] if head.pos_ == "NUM" else [head]
    return any(t.dep_ in ("obj", "nsubj:pass") and t.head.i == hit.start for t in nouns)


def counts_deeds(each: Property) -> bool:
    """ "deliveries", "arrests": what is counted is how often it was done, to whatever."""
    noun = each.name.rpartition("_")[2]
    is_agent = noun.rstrip("s").endswith(("er", "or", "ee", "ant", "ist", "atorie"))
    is_plural = noun.endswith("s")
    return is_plural and not is_agent and any(verb[:_STEM] == noun[:_STEM] for verb in each.verbs)


def _counts_named(value: Value, each: Property, sentence: Sentence) -> bool:
    """ "101 million Larkhams", "60 million of its Larkhams", where units or copies are counted."""
    if _PIECES.isdisjoint(each.counts):
        return False
    after = (mention.start for mention in sentence.mentions if mention.start >= value.end)
    start = next(after, None)
    if start is None:
        return False
    return sentence.quote(value.end, start).lower().split() in ([], ["of"], ["of", "its"])


def _is_of_counted(value: Value, each: Property, sentence: Sentence) -> bool:
    """ "18 of the 32 allies": what so many are of is counted; without "of" nothing is said."""
    span = sentence.span(value.start, value.end)
    following = span.doc[span.end : span.end + 6]
    if len(following) < 3 or following[0].lower_ != "of" or following[1].lower_ in _THEM:
        return True
    counted = {c.split()[-1] for c in (*each.counts, *each.adjectives)}
    nouns = [t for t in following[1:] if t.pos_ in ("NOUN", "PROPN")]
    return any(counted.intersection(forms(noun)) for noun in nouns)


def _measures(
    physical: tuple[PhysicalUnit, str], each: Property, value: Value, sentence: Sentence
) -> bool:
    """A figure in a unit of the property's own dimension; "53 cm wide" is of no height."""
    own = physical_unit(each.unit)
    if own is None or own[0].dimension != physical[0].dimension:
        return False
    span = sentence.span(value.start, value.end)
    following = {t.lower_ for t in span.doc[span.end : span.end + 4]} & said_words()
    meant = said_of(physical[1]) or said_of(next(iter(following), ""))
    return not meant or any(noun.split()[-1] in meant for noun in each.nouns)


def converted(value: Value, each: Property) -> tuple[Value, bool]:
    """A figure as the property has its own, and whether its unit differs by no odd factor."""
    if value.unit == "times" and each.counts:
        return with_bounds(replace(value, unit=None)), True
    if _is_age(value, each):
        years = Decimal(str(value.value)[1:-1])
        return with_bounds(replace(value, kind="number", value=years, low=None, high=None)), True
    if _is_share_of(value, each) and isinstance(value.value, Decimal):
        low, high = (n * 100 if isinstance(n, Decimal) else None for n in (value.low, value.high))
        percent = replace(value, kind="percentage", value=value.value * 100, unit="percent")
        return replace(percent, low=low, high=high), True
    if _is_bare_percentage(value, each):
        return replace(value, kind="percentage", unit="percent"), True
    if _is_bare_money(value, each):
        return replace(value, kind="amount", unit=each.unit), True
    said, own = physical_unit(value.of), physical_unit(each.unit)
    if said is None or own is None or each.counts or not isinstance(value.value, Decimal):
        return value, True
    factor = said[0].factor / own[0].factor
    return value, factor.normalize().as_tuple().digits == (1,)  # metres and kilometres


def comparable(value: Value, each: Property, facts: Iterable[Fact]) -> tuple[Value, bool]:
    """As `converted`; a figure in another unit tells, too, where it is far from all that is known:
    `facts` of the property."""
    stated, is_own_unit = converted(value, each)
    return stated, is_own_unit or not _may_be_converted(stated, each, facts)


def _may_be_converted(value: Value, each: Property, facts: Iterable[Fact]) -> bool:
    """Whether a figure in another unit is so near to what is known that it may be the same, made
    round before or after it was converted: 80 miles an hour of 130 kilometres."""
    said, own = physical_unit(value.of), physical_unit(each.unit)
    if said is None or own is None or not isinstance(value.value, Decimal):
        return True
    here = value.value * said[0].factor / own[0].factor
    known = [f.reading.value for f in facts if f.reading and isinstance(f.reading.value, Decimal)]
    return not known or any(abs(here - n) <= abs(n) * _ROUND for n in known)


def is_small(value: Value) -> bool:
    """A figure of one digit, or a length of time."""
    return significant_digits(value.value) < 2

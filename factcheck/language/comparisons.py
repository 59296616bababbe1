"""Comparison and change without a figure: "fell in 2021", "tripled between 2019 and 2021",
"as much in 2020 as in 2019", "more troops in A than in B".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from factcheck.language.changes import is_level
from factcheck.language.comparatives import TIMES, direction, factor_before, measures
from factcheck.language.compared import (
    comparison,
    is_afterwards,
    is_of_now,
    is_purpose,
    is_said_of_another,
    is_year,
)
from factcheck.language.differences import find_differences
from factcheck.language.making import Answered
from factcheck.language.memory import Context
from factcheck.language.orders import find_orders
from factcheck.language.sentences import Sentence, forms
from factcheck.language.something_else import is_of_something_else
from factcheck.language.subjects import FAR, Subject
from factcheck.language.times import base_of, is_time, period_of
from factcheck.language.trees import distance
from factcheck.language.two_subjects import more_than
from factcheck.language.words import word_set, words
from factcheck.measures.periods import Period
from factcheck.records import Property

if TYPE_CHECKING:
    from spacy.tokens import Token

#: readings this much farther than the nearest are possible too
_MARGIN = 1.0
_NUMERIC = ("amount", "number", "percentage")
_FIGURES = ("number", "percentage", "amount", "range")
#: what a comparison is denied with; left alone
_DENYING = frozenset(("nowhere", "neither", "nor", "none", "hardly", "no"))
_EXCEED = {"exceed": "more", "surpass": "more", "outnumber": "more", "outstrip": "more"}
#: with "than" and another time: risen or fallen since
_THAN = {
    "more": "rise", "higher": "rise", "larger": "rise", "bigger": "rise", "greater": "rise",
    "less": "fall", "lower": "fall", "smaller": "fall", "fewer": "fall",
}  # fmt: skip


def find_comparisons(
    sentence: Sentence, subjects: Sequence[Subject], context: Context
) -> Iterator[Answered]:
    """Answers that compare a figure with another time's or another subject's."""
    if not sentence.words.isdisjoint(_DENYING):
        return
    yield from find_differences(sentence, subjects, context)
    yield from find_orders(sentence, subjects, context)
    for token in sentence.tokens:
        change = _change(token)
        if change is not None and not is_afterwards(token) and not is_purpose(token):
            yield from _changed(token, change, sentence, subjects, context)
        elif said := direction(token, sentence):
            yield from more_than(token, "than", said, sentence, subjects, context)
        elif token.lemma_.lower() in _EXCEED and (
            token.pos_ in ("VERB", "AUX") or token.lower_ == "outnumber"
        ):
            yield from _than_then(token, sentence, subjects, context)
            yield from more_than(
                token, token.lower_, _EXCEED[token.lemma_.lower()], sentence, subjects, context
            )
        elif token.i > 1 and token.nbor(-1).lower_ == "as" and measures(token, sentence):
            factor = factor_before(token, sentence)
            if factor is not None:
                yield from more_than(token, "as", factor, sentence, subjects, context)
        if token.lower_ in _THAN:
            yield from _than_then(token, sentence, subjects, context)
        elif token.lower_ in ("much", "many") and token.i and token.nbor(-1).lower_ == "as":
            yield from _as_much(token, sentence, subjects, context)


def _change(token: Token) -> str | Decimal | None:
    lemma = token.lemma_.lower()
    if token.pos_ not in ("VERB", "AUX", "NOUN", "ADJ"):
        return None
    if lemma in words("events")["factor"]:
        return Decimal(str(words("events")["factor"][lemma]))
    following = token.doc[token.i + 1].lower_ if token.i + 1 < len(token.doc) else ""
    said = {form for one in forms(token) for form in (one, f"{one} {following}")}
    for change in ("rise", "fall"):
        if word_set("events", f"{change}.verbs") & said and token.pos_ == "VERB":
            return change
    is_thing = any(child.lower_ in ("a", "an") for child in token.children)  # "a flat"
    is_equal = token.lower_ in word_set("events", "equal.words") and not is_thing
    return "equal" if is_equal or lemma == "freeze" else None


def _figure_of(
    token: Token, sentence: Sentence, subjects: Sequence[Subject], context: Context
) -> list[tuple[Property, Subject]]:
    """The numeric properties and subjects nearest to the word of change: all its readings."""
    found: dict[tuple[str, str], tuple[float, Property, Subject]] = {}
    agents = [c.i for c in token.children if c.dep_.startswith("nsubj")]
    said = [h for h in sentence.hits if any(h.start <= i < h.end for i in agents)]
    if token.i + 1 < len(token.doc) and token.nbor(1).lower_ in ("for", "on"):
        said = [h for h in sentence.hits if h.form == "verb"]  # "pays less for soldiers than"
    for hit in said or sentence.hits:  # what the verb is said of, where that is known
        head = sentence.doc[hit.end - 1]
        # "has doubled", "when it put in 40"
        is_other = head.dep_.startswith("aux") or (hit.form == "verb" and head.dep_ == "advcl")
        if hit.form not in ("noun", "count", "verb") or head.i == token.i or is_other:
            continue
        away = distance(head, token)
        if away > 4.0 or is_said_of_another(token, head):
            continue
        for each in hit.properties:
            if each.type not in _NUMERIC or each.kind == "percentage":
                continue
            for subject in subjects:
                if each.name not in context.names.properties_of(subject.name):
                    continue
                if is_of_something_else(hit, token, subject, sentence, context):
                    continue
                score = away + 0.7 * subject.away_from(head) + FAR.get(subject.how, 0.0)
                key = (subject.name, each.name)
                if score < 9.0 and (key not in found or score < found[key][0]):
                    found[key] = (score, each, subject)
    ranked = sorted(found.items(), key=lambda item: (item[1][0], item[0]))
    return [link[1:] for _, link in ranked if link[0] < ranked[0][1][0] + _MARGIN]


def _changed(
    token: Token,
    change: str | Decimal,
    sentence: Sentence,
    subjects: Sequence[Subject],
    context: Context,
) -> Iterator[Answered]:
    """A change with two certain times and no figure of its own."""
    figures = [v for v in sentence.values if v.kind in _FIGURES and v.unit != "times"]
    near = [v for v in figures if distance(sentence.token(v), token) < 3]
    dates = [v for v in sentence.values if is_time(v)]
    if not all(is_level(v, sentence) for v in near) or (near and len(dates) > 1):
        return  # "rose to 103 in 2023 and slipped back to 101 in 2024": which date is whose
    times = _two_times(sentence, token) or _since(sentence, token)
    if times is None:
        return
    aggregate = "ratio" if isinstance(change, Decimal) else "change"
    particle = [c for c in token.children if c.i == token.i + 1 and c.lower_ in ("up", "down")]
    last = particle[0] if particle else token  # "went up"
    for each, subject in _figure_of(token, sentence, subjects, context):
        yield comparison(
            token, last, change, each, subject, subject.name, times, aggregate, sentence, context
        )


def _two_times(sentence: Sentence, token: Token) -> tuple[Period, Period] | None:
    """(later, earlier): from two dates, a span, or one date and "the year before"."""
    dates = [v for v in sentence.values if is_time(v) and distance(sentence.token(v), token) < 7]
    spans = [v for v in dates if "/" in str(v.value) and ".." not in str(v.value)]
    if len(spans) == 1:
        first, _, last = str(spans[0].value).replace("FY", "").partition("/")  # by its last year
        return Period.parse(last), Period.parse(first)
    periods = [(p, base_of(sentence, v)) for v in dates if (p := period_of(v)) is not None]
    years = {str(p): (p, base) for p, base in periods if is_year(p)}
    if len(years) == 2:
        (one, _), (two, _) = sorted(years.values(), key=lambda pair: str(pair[0]))
        return two, one
    if len(years) == 1:
        ((only, base),) = years.values()
        assert only.first is not None
        if base:
            return None
        before = only.first.year - 1
        return only, Period(date(before, 1, 1), date(before, 12, 31))
    return None


def _since(sentence: Sentence, token: Token) -> tuple[Period | None, Period] | None:
    """ "has doubled since 2014": from that year to now."""
    dates = [v for v in sentence.values if is_time(v)]
    before = [t.lower_ for t in token.doc[max(token.i - 3, 0) : token.i]]
    perfect = bool({"has", "have", "'s", "’s"}.intersection(before))
    if not perfect or len(dates) != 1 or distance(sentence.token(dates[0]), token) > 4:
        return None
    year, _, last = str(dates[0].value).partition("/")
    return (None, Period.parse(year)) if last == ".." and len(year) == len("2014") else None


def _as_much(
    token: Token, sentence: Sentence, subjects: Sequence[Subject], context: Context
) -> Iterator[Answered]:
    rest = [t for t in token.doc[token.i + 1 :] if t.lower_ == "as"]
    before = token.doc[max(token.i - 2, 0)].lower_
    times = _two_times(sentence, token)
    factor = TIMES.get(before)
    if not rest or before == "times":
        return
    if times is None or len([v for v in sentence.values if is_time(v)]) < 2:
        if factor:
            yield from more_than(token, "as", factor, sentence, subjects, context)
        return
    for each, subject in _figure_of(token, sentence, subjects, context):
        yield comparison(
            token.doc[max(token.i - 2, 0)] if factor else token.nbor(-1),
            rest[0],
            factor or "equal",
            each,
            subject,
            subject.name,
            times,
            "ratio" if factor else "change",
            sentence,
            context,
        )


def _has_figure(token: Token, than: Token, sentence: Sentence) -> bool:
    """ "3 percent less than", "less than 40 in 2020": a figure of its own; one further before
    ("produced 27 million, less than in 2022") is what is compared."""
    spans = [sentence.span(v.start, v.end) for v in sentence.values if v.kind in _FIGURES]
    before = token.nbor(-1) if token.i else token
    return any(s.start > than.i or (s.end > token.i - 3 and before.text != ",") for s in spans)


def _than_then(
    token: Token, sentence: Sentence, subjects: Sequence[Subject], context: Context
) -> Iterator[Answered]:
    """ "higher in 2026 than in 2025": two times of one figure."""
    than = next((t for t in token.doc[token.i + 1 : token.i + 14] if t.lower_ == "than"), None)
    exceeds = token.lemma_.lower() in _EXCEED
    than = token if exceeds else than
    if than is None or _has_figure(token, than, sentence):
        return
    years = [(sentence.span(v.start, v.end).start, period_of(v)) for v in sentence.values
             if is_time(v)]  # fmt: skip
    years = [(place, p) for place, p in years if p is not None and is_year(p)]
    after = [p for place, p in years if place > than.i]
    before = [p for place, p in years if place < than.i]
    if len(after) != 1 or len(before) > 1 or (not before and not is_of_now(token, than, sentence)):
        return
    times = (before[0] if before else None, after[0])
    moved = "rise" if exceeds else _THAN[token.lower_]
    for each, subject in _figure_of(token, sentence, subjects, context):
        yield comparison(
            token, sentence.doc[than.i], moved, each, subject, subject.name, times, "change",
            sentence, context,
        )  # fmt: skip

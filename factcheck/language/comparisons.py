"""Comparison and change without a figure: "fell in 2021", "tripled between 2019 and 2021",
"as much in 2020 as in 2019", "more troops in A than in B".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from factcheck.language.making import Answered
from factcheck.language.memory import Context
from factcheck.language.sentences import Sentence
from factcheck.language.subjects import FAR, Subject
from factcheck.language.times import base_of, is_time, period_of
from factcheck.language.trees import distance
from factcheck.language.words import word_set, words
from factcheck.measures.periods import Period
from factcheck.measures.values import Value
from factcheck.records import Property, Question

if TYPE_CHECKING:
    from spacy.tokens import Token

#: readings this much farther than the nearest are possible too
_MARGIN = 1.0
_NUMERIC = ("amount", "number", "percentage")
_FIGURES = ("number", "percentage", "amount", "range")
_TIMES = {"twice": Decimal(2), "half": Decimal("0.5"), "thrice": Decimal(3)}
#: what a comparison is denied with; left alone
_DENYING = frozenset(("nowhere", "neither", "nor", "none", "hardly", "no"))
_MORE = {
    "more": "more", "larger": "more", "higher": "more", "bigger": "more", "greater": "more",
    "fewer": "less", "less": "less", "lower": "less", "smaller": "less",
}  # fmt: skip
#: with "than" and another time: risen or fallen since
_THAN = {
    "more": "rise", "higher": "rise", "larger": "rise", "bigger": "rise", "greater": "rise",
    "less": "fall", "lower": "fall", "smaller": "fall", "fewer": "fall",
}  # fmt: skip


def find_comparisons(
    sentence: Sentence, subjects: Sequence[Subject], context: Context
) -> Iterator[Answered]:
    """Answers that compare a figure with another time's or another subject's."""
    if any(token.lower_ in _DENYING for token in sentence.doc):
        return
    for token in sentence.doc:
        change = _change(token)
        if change is not None:
            yield from _changed(token, change, sentence, subjects, context)
        elif token.lower_ in _MORE:
            said = _MORE[token.lower_]
            yield from _more_than(token, "than", said, sentence, subjects, context)
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
    for change in ("rise", "fall"):
        if lemma in word_set("events", f"{change}.verbs") and token.pos_ == "VERB":
            return change
    is_equal = token.lower_ in word_set("events", "equal.words")
    return "equal" if is_equal or lemma == "freeze" else None


def _figure_of(
    token: Token, sentence: Sentence, subjects: Sequence[Subject], context: Context
) -> list[tuple[Property, Subject]]:
    """The numeric properties and subjects nearest to the word of change: all its readings."""
    found: dict[tuple[str, str], tuple[float, Property, Subject]] = {}
    for hit in sentence.hits:
        head = sentence.doc[hit.end - 1]
        if hit.form not in ("noun", "count", "verb") or head.i == token.i:
            continue
        away = distance(head, token)
        if away > 4.0:
            continue
        for each in hit.properties:
            if each.type not in _NUMERIC or each.kind == "percentage":
                continue
            for subject in subjects:
                if each.name not in context.names.properties_of(subject.name):
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
    if any(
        v.kind in _FIGURES and v.unit != "times" and distance(sentence.token(v), token) < 3
        for v in sentence.values
    ):
        return
    times = _two_times(sentence, token)
    if times is None:
        return
    aggregate = "ratio" if isinstance(change, Decimal) else "change"
    for each, subject in _figure_of(token, sentence, subjects, context):
        yield _answer(
            token, token, change, each, subject, subject.name, times, aggregate, sentence, context
        )


def _two_times(sentence: Sentence, token: Token) -> tuple[Period, Period] | None:
    """(later, earlier): from two dates, a span, or one date and "the year before"."""
    dates = [v for v in sentence.values if is_time(v) and distance(sentence.token(v), token) < 7]
    spans = [v for v in dates if "/" in str(v.value) and ".." not in str(v.value)]
    if len(spans) == 1:
        first, _, last = str(spans[0].value).partition("/")
        return Period.parse(last), Period.parse(first)
    periods = [(p, base_of(sentence, v)) for v in dates if (p := period_of(v)) is not None]
    years = {str(p): (p, base) for p, base in periods if _is_year(p)}
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


def _is_year(period: Period) -> bool:
    first, last = period.first, period.last
    return bool(first and last and 360 < (last - first).days < 367)


def _as_much(
    token: Token, sentence: Sentence, subjects: Sequence[Subject], context: Context
) -> Iterator[Answered]:
    rest = [t for t in token.doc[token.i + 1 :] if t.lower_ == "as"]
    before = token.doc[max(token.i - 2, 0)].lower_
    times = _two_times(sentence, token)
    factor = _TIMES.get(before)
    if not rest or before == "times":
        return
    if times is None or len([v for v in sentence.values if is_time(v)]) < 2:
        if factor:
            yield from _more_than(token, "as", factor, sentence, subjects, context)
        return
    for each, subject in _figure_of(token, sentence, subjects, context):
        yield _answer(
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


def _than_then(
    token: Token, sentence: Sentence, subjects: Sequence[Subject], context: Context
) -> Iterator[Answered]:
    """ "higher in 2026 than in 2025": two times of one figure."""
    than = next((t for t in token.doc[token.i + 1 : token.i + 14] if t.lower_ == "than"), None)
    if than is None or any(v.kind in _FIGURES for v in sentence.values):
        return
    years = [(sentence.span(v.start, v.end).start, period_of(v)) for v in sentence.values
             if is_time(v)]  # fmt: skip
    years = [(place, p) for place, p in years if p is not None and _is_year(p)]
    after = [p for place, p in years if place > than.i]
    before = [p for place, p in years if place < than.i]
    if len(after) != 1 or len(before) != 1:
        return
    times = (before[0], after[0])
    for each, subject in _figure_of(token, sentence, subjects, context):
        yield _answer(
        token, sentence.doc[than.i], _THAN[token.lower_], each, subject, subject.name, times,
        "change", sentence, context,
    )  # fmt: skip


def _more_than(
    token: Token,
    between: str,
    said: str | Decimal,
    sentence: Sentence,
    subjects: Sequence[Subject],
    context: Context,
) -> Iterator[Answered]:
    """ "more troops in A than in B", "twice as many in A as in B": two subjects of one figure."""
    doc = token.doc
    than = next((t for t in doc[token.i + 1 : token.i + 16] if t.lower_ == between), None)
    figured = any(0 <= token.i - sentence.span(v.start, v.end).end < 2 for v in sentence.values
                  if v.kind in _FIGURES)  # fmt: skip
    if than is None or than.i == token.i + 1 or figured:
        return
    dates = [p for v in sentence.values if is_time(v) and (p := period_of(v)) and _is_year(p)]
    time = dates[0] if len(dates) == 1 else None
    for each in _compared(token, than, sentence):
        able = [s for s in subjects if each.name in context.names.properties_of(s.name)]
        able = [s for s in able if s.how in ("named", "described")]
        own = {s.name: (s, _own(s, able)) for s in able if _own(s, able)}
        ours = [s for s, places in own.values() if places[0] < than.i]
        theirs = [(s, places) for s, places in own.values() if places[0] > than.i]
        if len(ours) == 1 and len(theirs) == 1:
            ((other, places),) = theirs
            aggregate = "ratio" if isinstance(said, Decimal) else "difference"
            yield _answer(
                token, doc[places[0]], said, each, ours[0], other.name, (time, time),
                aggregate, sentence, context,
            )  # fmt: skip
            return


def _compared(token: Token, than: Token, sentence: Sentence) -> list[Property]:
    """The numeric properties spoken of near a comparative, the nearest first."""
    found = [
        (min(distance(token, t) for t in sentence.doc[hit.start : hit.end]), index, each)
        for index, hit in enumerate(sentence.hits)
        if hit.start < than.i
        for each in hit.properties
        if each.type in _NUMERIC
    ]
    near = [one for one in sorted(found, key=lambda one: one[:2]) if one[0] <= 4.0]
    return list(dict.fromkeys(each for _, _, each in near))


def _hedge(first: Token) -> str | None:
    """The hedge before a word of comparison: "more than doubled", "nearly tripled"."""
    before = [t.lower_ for t in first.doc[max(first.i - 2, 0) : first.i]]
    if before[-2:] == ["more", "than"]:
        return "more than"
    if before and before[-1] in ("nearly", "almost", "about", "roughly"):
        return "nearly" if before[-1] in ("nearly", "almost") else "about"
    return "at least" if before[-2:] == ["at", "least"] else None


def _own(subject: Subject, all_subjects: Sequence[Subject]) -> list[int]:
    """Positions of the words that stand for this subject and for no other."""
    others = {
        t.i
        for other in all_subjects
        if other.name != subject.name
        for group in other.tokens
        for t in group
    }
    return sorted({t.i for group in subject.tokens for t in group} - others)


def _answer(
    first: Token,
    last: Token,
    value: str | Decimal,
    each: Property,
    subject: Subject,
    other: str,
    times: tuple[Period | None, Period | None],
    aggregate: str,
    sentence: Sentence,
    context: Context,
) -> Answered:
    start = sentence.start + first.idx
    end = sentence.start + last.idx + len(last)
    unit = "times" if isinstance(value, Decimal) else None
    said = Value(
        start, end, sentence.quote(start, end), "comparison", value, unit, hedge=_hedge(first)
    )
    asked = Question(subject.name, each.name, times[0], context.asked_on, aggregate)
    base = Question(other, each.name, times[1], context.asked_on)
    at = (sentence.start + first.idx, sentence.start + first.idx + len(first))
    why = (f"comparison: {value} by {first.text!r}", f"property: {each.name} of {subject.name}")
    asked = replace(asked, other=base)
    certain = subject.how != "implied"
    return Answered(start, end, asked, "comparison", said, why, (), at, certain=certain)

"""By how much: "seven kilometres longer than B", "one more than B", "five fewer than in 2019".

The figure is no property of either side; it is what lies between them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from factcheck.language.comparatives import MORE, compared_by, measured_by
from factcheck.language.fitting_kinds import converted
from factcheck.language.making import OTHER_UNIT, Answered
from factcheck.language.memory import Context
from factcheck.language.sentences import Sentence
from factcheck.language.subjects import Subject
from factcheck.language.times import base_of, is_time, period_of
from factcheck.language.two_subjects import is_said_of, sides
from factcheck.measures.durations import duration_days
from factcheck.measures.physical import physical_unit
from factcheck.measures.values import Value
from factcheck.records import Property, Question

if TYPE_CHECKING:
    from spacy.tokens import Token

_KINDS = {"number": "number", "amount": "amount", "duration": "duration"}
_MINUTES = 1440


def find_differences(
    sentence: Sentence, subjects: Sequence[Subject], context: Context
) -> Iterator[Answered]:
    """Answers given by the difference of two subjects' figures."""
    for value in sentence.values:
        if value.kind not in _KINDS or value.value is None or value.unit == "times":
            continue
        found = compared_by(value, sentence)
        if found is None:
            continue
        token, than, said = found
        for each in _compared(value, token, sentence, subjects, context):
            pair = sides(each, than, subjects, context)
            if pair is not None and is_said_of(token, pair[0], each, sentence):
                ours, theirs = (pair[0].name, pair[1].name)
                one, other = (ours, theirs) if said == "more" else (theirs, ours)
                yield _answer(value, each, one, other, sentence, context)


def _compared(
    value: Value,
    token: Token,
    sentence: Sentence,
    subjects: Sequence[Subject],
    context: Context,
) -> list[Property]:
    """The property that both sides have a figure of: by the adjective, or by what is counted
    nearest before."""
    unit = physical_unit(value.of)
    if token.lower_ not in MORE:
        able = measured_by(token, sentence, context)
    else:
        start = sentence.span(value.start, value.end).start
        forms = ("count", "noun", "adjective") if unit is not None else ("count", "noun")
        hits = [h for h in sentence.hits if h.form in forms]
        near = sorted(hits, key=lambda hit: abs(hit.start - start))
        able = list(near[0].properties) if near else []
    return [
        each
        for each in dict.fromkeys(able)
        if each.type == _KINDS[value.kind]
        and (unit is not None) == (physical_unit(each.unit) is not None)
    ]


def _answer(
    value: Value, each: Property, one: str, other: str, sentence: Sentence, context: Context
) -> Answered:
    stated, is_own_unit = _in_minutes(value) if value.kind == "duration" else converted(value, each)
    dates = [v for v in sentence.values if is_time(v) and not base_of(sentence, v)]
    time = period_of(dates[0]) if len(dates) == 1 else None
    base = Question(other, each.name, time, context.asked_on)
    asked = Question(one, each.name, time, context.asked_on, "difference", base)
    why = (f"difference: {value.text!r}", f"property: {each.name} of {one} and {other}")
    kind = "count" if value.kind == "duration" else each.kind
    made = Answered(value.start, value.end, asked, kind, stated, why)
    return made.unless((not is_own_unit, OTHER_UNIT))


def _in_minutes(value: Value) -> tuple[Value, bool]:
    """ "ten minutes longer": the figures of both sides are reckoned in minutes."""
    iso = str(value.value)
    minutes = (duration_days(iso)[0] * _MINUTES).quantize(Decimal(1))
    stated = replace(value, kind="number", value=minutes, unit=None)
    return stated, iso.startswith("PT") and iso.endswith("M")

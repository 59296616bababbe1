"""Rows of figures, each with a name or a time of its own, that tell what they are of by themselves:
"Poland on 4.48, Lithuania on 4.0, Latvia on 3.73", "46.7 trillion in 2019, 50.15 in 2020".

Where two or more of a row are to the last digit what one property was, the row is of that
property, whatever the words; then the others are claimed of it as well, and may be wrong.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from factcheck.language.making import Answered
from factcheck.language.memory import Context
from factcheck.language.sentences import Sentence
from factcheck.language.times import base_of, is_time, period_of
from factcheck.measures.bounds import with_bounds
from factcheck.measures.numerals import significant_digits
from factcheck.measures.periods import Period
from factcheck.measures.values import Value
from factcheck.records import Question

#: figures of which a row has at least so many
_ROW = 3
#: so many of them have to be right, in so many digits together
_RIGHT = 2
_ENOUGH = 5
#: the longest way (in letters) from a figure to the name or time that goes with it
_FAR = 60
_KINDS = ("percentage", "amount", "number")
#: of whom, and when; of one of these all figures of a row differ
_Place = tuple[str | None, Period | None]
#: what joins a figure right to its name
_JOINED = re.compile(r"\s*[,:]?\s*(?:with|at|on)?\s*")
#: that of a figure of several, which leaves the row whole
_OF_SEVERAL: _Place = (None, None)


def with_told_rows(
    sentence: Sentence, answers: Sequence[Answered], context: Context
) -> list[Answered]:
    """The answers, and those of the figures of rows; what was only supposed of these gives way."""
    if "respectively" in sentence.lemmas:
        return list(answers)
    sure = [a for a in answers if a.certain]
    rows = (_answered(row, sentence, context) for row in _rows(sentence))
    told = [answer for row in rows for answer in row if not _meets(answer, sure)]
    return [*(a for a in answers if a.certain or not _meets(a, told)), *told]


def _meets(answer: Answered, others: Sequence[Answered]) -> bool:
    return any(other.start < answer.end and answer.start < other.end for other in others)


def _rows(sentence: Sentence) -> Iterator[dict[Value, _Place]]:
    """Runs of figures of one kind, each with just one name, or one time, right before or right
    behind it."""
    figures = [v for v in map(as_percentage, sentence.values) if _may_be_in_row(v, sentence)]
    for unit in dict.fromkeys((v.kind, v.unit) for v in figures):
        run = [v for v in figures if (v.kind, v.unit) == unit]
        if len(run) < _ROW:
            continue
        starts = [sentence.start, *(v.end for v in run[:-1])]
        ends = [*(v.start for v in run[1:]), sentence.start + len(sentence.raw)]
        before = [(s, v.start) for s, v in zip(starts, run, strict=True)]
        behind = [(v.end, e) for e, v in zip(ends, run, strict=True)]
        for slices in (before, behind):
            for tell in (_name_in, _time_in):
                own = [tell(*each, sentence) for each in slices]
                yield from _unbroken(run, own)


def as_percentage(value: Value) -> Value:
    """ "Latvia 3.73", "Poland, four point four eight": most figures with decimals and no unit are
    percentages."""
    has_point = "." in value.text or " point " in f" {value.text.lower()}"
    if value.is_bare and has_point and isinstance(value.value, Decimal) and value.value < 100:
        return with_bounds(replace(value, kind="percentage", unit="percent", low=None, high=None))
    return value


def _may_be_in_row(value: Value, sentence: Sentence) -> bool:
    is_plain = value.kind in _KINDS and value.hedge is None and isinstance(value.value, Decimal)
    before = sentence.raw[: value.start - sentence.start].lower().split()[-1:]
    return is_plain and before not in (["from"], ["by"], ["than"], ["against"])


def _unbroken(run: Sequence[Value], own: Sequence[_Place | None]) -> Iterator[dict[Value, _Place]]:
    """The longest stretches in which every figure has a place of its own."""
    row: dict[Value, _Place] = {}
    for value, place in [*zip(run, own, strict=True), (run[-1], None)]:
        if place == _OF_SEVERAL:
            continue
        if place is not None and place not in row.values():
            row[value] = place
            continue
        if len(row) >= _ROW:
            yield row
        row = {}


def _name_in(start: int, end: int, sentence: Sentence) -> _Place | None:
    inside = [m for m in sentence.mentions if start <= m.start and m.end <= end]
    names = {name for mention in inside for name in mention.entities}
    is_near = any(end - m.end < _FAR and m.start - start < _FAR for m in inside)
    dated = any(is_time(v) and start <= v.start and v.end <= end for v in sentence.values)
    if len(names) > 1 and is_near and _shared(end, sentence):
        return _OF_SEVERAL
    if (
        start == sentence.start
        and inside
        and _JOINED.fullmatch(sentence.quote(inside[-1].end, end))
    ):
        names = {*inside[-1].entities}  # "at the foot of the table of A stand B with 1.28"
    is_own = len(names) == 1 and is_near and (not dated or start == sentence.start)
    return (names.pop(), None) if is_own else None


def _shared(end: int, sentence: Sentence) -> bool:
    """ "A and B with 1.29 apiece": the figure that begins at `end` is of both."""
    behind = sentence.quote(end, sentence.start + len(sentence.raw)).split(",")[0]
    return bool({"apiece", "each", "both"} & set(behind.lower().replace(".", " ").split()))


def _time_in(start: int, end: int, sentence: Sentence) -> _Place | None:
    inside = [v for v in sentence.values if is_time(v) and start <= v.start and v.end <= end]
    named = any(start <= m.start and m.end <= end for m in sentence.mentions)
    if len(inside) != 1 or base_of(sentence, inside[0]) or (named and start != sentence.start):
        return None
    period = period_of(inside[0])
    is_near = min(inside[0].start - start, end - inside[0].end) < _FAR / 2
    return (None, period) if period is not None and is_near else None


def _answered(
    row: Mapping[Value, _Place], sentence: Sentence, context: Context
) -> Iterator[Answered]:
    right: dict[tuple[str | None, str, Period | None], set[Value]] = defaultdict(set)
    said = [p for v in sentence.values if is_time(v) and (p := period_of(v)) is not None]
    for value, (name, time) in row.items():
        for fact in context.names.facts_with(value.kind, value.value, value.unit):
            if name == fact.subject and (not said or any(fact.valid.overlaps(p) for p in said)):
                right[None, fact.property, fact.valid].add(value)
            elif time is not None and time.overlaps(fact.valid):
                right[fact.subject, fact.property, None].add(value)
    best = max(right, key=lambda of: (len(right[of]), str(of)), default=None)
    if best is None or not _is_enough(right[best]):
        return
    each = next(p for p in context.names.properties() if p.name == best[1])
    for value, (name, time) in row.items():
        subject, when = name or best[0], time or best[2]
        if subject is not None and each.name in context.names.properties_of(subject):
            why = (
                f"value: {value.text!r} is {value.kind} {value.value} {value.unit or ''}".strip(),
                f"property: {each.name}, told by {len(right[best])} figures of its row",
                f"subject: {subject}",
                f"time: {when}",
            )
            asked = Question(subject, each.name, when, context.asked_on)
            yield Answered(value.start, value.end, asked, each.kind, value, why)


def _is_enough(right: Collection[Value]) -> bool:
    """Whether so many figures, of so many digits, are hardly right by chance."""
    digits = sum(significant_digits(value.value) for value in right)
    return len(right) >= _RIGHT and digits >= _ENOUGH

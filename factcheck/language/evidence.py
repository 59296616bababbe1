"""How sure a learned reading is: what speaks for it and against it, weighed together.

A figure that is true of something unknown must not be held against what is known. So a reading by
what stands around a value (`learned.py`) contradicts only where it is sure: by a logistic
regression over what is known of it, of which `words/evidence.toml` has the weights. These are of no
topic; `training/evidence.py` learns them from true texts and from the same with wrong digits, read
by what was learned from other texts.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from math import exp, log
from typing import TYPE_CHECKING

from factcheck.language.decisive import standing
from factcheck.language.event_answers import is_closed
from factcheck.language.figures import FIGURES
from factcheck.language.learned_clauses import (
    Likely,
    counts_others,
    counts_what_is_like_it,
    is_its_own,
    strangers_beside,
)
from factcheck.language.learned_doubts import doubts
from factcheck.language.making import Answered
from factcheck.language.memory import Context
from factcheck.language.sentences import Sentence
from factcheck.language.subjects import Subject
from factcheck.language.times import DAY, is_time, period_of
from factcheck.language.words import words
from factcheck.measures.numerals import significant_digits
from factcheck.measures.periods import Period
from factcheck.measures.values import Value

if TYPE_CHECKING:
    from factcheck.records import Fact

#: probabilities are kept this far from 0 and 1
_FAR = 0.001
#: sums of weights do not go farther, so that nothing overflows
_MOST = 50.0
#: a subject that is not likely at all counts as so likely
UNLIKELY = 0.02
#: what counts go up to, and how far (natural logarithm, decades) a figure may be from the known
_MANY, _DIGITS, _FACTOR, _YEARS = 5, 5, 4.0, 30
#: a figure so far from the known (natural logarithm) is of something else; one so near may be
#: another source's, or, where the property is not sure, of something like it
_OTHER_SIZE, _SAME, _NEAR = 0.7, 0.025, 0.1
#: a property from here on is sure, and beyond doubt, so that even a figure of another size is its
_SURE, _BEYOND_DOUBT = 0.75, 0.9
#: days that a part of a month or year may be off
_FEW_DAYS = 15
_YEAR = re.compile(r"\d{4}")


def sureness(evidence: Mapping[str, float], of: str = "values") -> float:
    """The probability that a reading with this evidence of a value (or of "names") is what the text
    means."""
    weights: Mapping[str, float] = words("evidence")[of]
    total = sum(weights.get(name, 0.0) * size for name, size in evidence.items())
    return 1 / (1 + exp(-max(min(total + weights["bias"], _MOST), -_MOST)))


def against(evidence: Mapping[str, float], sure: float, of: str = "values") -> str:
    """What speaks most against a reading that is so sure."""
    weights: Mapping[str, float] = words("evidence")[of]
    heavy = min(evidence, key=lambda name: weights.get(name, 0.0) * evidence[name], default="")
    return standing(evidence, sure) or heavy


def logit(p: float) -> float:
    """The logarithm of the odds of a probability, which is kept off 0 and 1."""
    p = min(max(p, _FAR), 1 - _FAR)
    return log(p / (1 - p))


def lead(p: float, others: Iterable[float], least: float) -> float:
    """How far the logit of a probability is before that of the highest of others, which counts as
    `least` at least."""
    return logit(p) - logit(max([*others, least]))


def is_known(answer: Answered, context: Context) -> bool:
    """Whether a fact of the very subject and property says the value, whatever the time."""
    return any(True for _ in facts_saying(answer, context))


def facts_saying(answer: Answered, context: Context) -> Iterator[Fact]:
    """The facts of the very subject and property that say the value as precisely as it is told,
    whatever the time, and whether it is what something rose or fell by."""
    facts = context.names.facts(answer.question.subject, answer.question.property)
    yield from (fact for fact in facts if says(fact, answer.value))


def says(fact: Fact, said: Value) -> bool:
    """Whether a fact has the value, as precisely as it is told, and whatever its sign."""
    if fact.reading is None:
        return False
    known = fact.reading.value
    if isinstance(said.low, Decimal) and isinstance(said.high, Decimal):
        low, high = sorted((abs(said.low), abs(said.high)))
        return isinstance(known, Decimal) and low <= abs(known) <= high
    return known == said.value


def gather(
    value: Value,
    stated: Value,
    likely: Likely,
    subject: Subject,
    able: Sequence[Subject],
    best: Sequence[Subject],
    period: Period | None,
    sentence: Sentence,
    context: Context,
) -> dict[str, float]:
    """What is known of a reading, by name. `stated`: the value in the unit of the property; `able`:
    the subjects that it may be of; `best`: the best of them; `period`: the time that is said."""
    alike = sum(v.kind == value.kind for v in sentence.values) - 1
    taken_up = {s.name for s in able if s.how == "referred"}
    strange = [*strangers_beside(value, subject, sentence, context)]
    found = {
        "the property": logit(likely.p),
        "before the next property": lead(likely.p, (likely.beside,), 0.01),
        "the likeliest property": float(likely.p >= likely.beside),
        "subjects it may be of": min(len(able), _MANY),
        "best subjects": min(len(best), _MANY),
        "a best subject": float(subject in best),
        "figures alike": min(alike, _MANY),
        "it says when something else was": float(likely.is_when),
        "a time is said": float(period is not None),
        "it is hedged": float(bool(value.hedge)),
        "several may be taken up": float(subject.how == "referred" and len(taken_up) > 1),
        "strangers": float(bool(strange)),
        f"a {value.kind}": 1.0,
        f"of a {likely.property.type}": 1.0,
        f"per {likely.property.per}": 1.0,
    }
    if counts_others(value, likely.property, sentence):  # 8,430 deer are no bison
        is_thing = "_" not in likely.property.name
        found["what is counted is another thing" if is_thing else "it counts others"] = 1.0
    if counts_what_is_like_it(value, likely.property, sentence):
        found["what is counted is another thing"] = 1.0
    if strange and all(is_thing and word.pos_ == "NOUN" for word, is_thing in strange):
        found["strangers are things"] = 1.0
    found["it is the subject's own"] = float(is_its_own(value, subject, sentence, context))
    found.update(_of_subject(subject, likely))
    facts = context.names.facts(subject.name, likely.property.name)
    found.update(_of_facts(stated, facts))
    found.update(_of_size(stated, _then(facts, period, context), likely.alone))
    if value.kind in FIGURES:
        found["digits"] = min(significant_digits(value.value), _DIGITS)
    is_point = is_time(stated) and not is_closed(value)
    against = doubts(stated if is_point else value, likely, subject, period, sentence, context)
    return found | dict.fromkeys(against, 1.0)


def _of_subject(subject: Subject, likely: Likely) -> Iterator[tuple[str, float]]:
    own = max(likely.subjects.get(subject.name, 0.0), UNLIKELY)
    others = (p for name, p in likely.subjects.items() if name != subject.name)
    yield "the subject", logit(own)
    yield "before the next subject", lead(own, others, UNLIKELY)
    yield "the subject is said", float(subject.is_said())
    yield f"subject {subject.how}", 1.0


def _then(facts: Sequence[Fact], period: Period | None, context: Context) -> Sequence[Fact]:
    """The facts of the time that is said, or of today; all where there are none."""
    day = context.asked_on
    then = period or (Period(day, day) if day else None)
    return [fact for fact in facts if then and fact.valid.overlaps(then)] or facts


def _of_size(stated: Value, facts: Sequence[Fact], p: float) -> Iterator[tuple[str, float]]:
    """Whether a figure is too far from the known, or as near as another source's may be."""
    if is_time(stated):
        own, known = _year(stated.value), [_year(fact.value) for fact in facts]
        years = [abs(own - year) for year in known if own and year]
        is_near = (1 in years and p < _BEYOND_DOUBT) or any(_is_beside(stated, f) for f in facts)
        yield "the figure is near what is known", float(is_near)
        return
    figure, sizes = _size(stated.value), [_size(fact.value) for fact in facts]
    factors = [abs(log(figure / size)) for size in sizes if size > 0 and figure > 0]
    if factors:
        is_other = min(factors) > _OTHER_SIZE and p < _BEYOND_DOUBT
        yield "the figure is of another size", float(is_other)
        near = _NEAR if p < _SURE else _SAME
        yield "the figure is near what is known", float(min(factors) < near)


def _is_beside(stated: Value, fact: Fact) -> bool:
    """Whether a span of days ("late February") ends or begins a few days off the known day."""
    span = period_of(stated) if "/" in str(stated.value) else None
    if span is None or not DAY.fullmatch(fact.value):
        return False
    known = date.fromisoformat(fact.value)
    return any(end and abs((end - known).days) <= _FEW_DAYS for end in (span.first, span.last))


def _of_facts(stated: Value, facts: Sequence[Fact]) -> Iterator[tuple[str, float]]:
    """How far from what is known of the subject the figure is, and how much that is."""
    yield "facts", log(1 + len(facts))
    if is_time(stated):
        own, known = _year(stated.value), [_year(fact.value) for fact in facts]
        apart = [abs(own - year) for year in known if own and year]
        if apart:
            yield "decades from the known", min(*apart, _YEARS) / 10
        return
    figure, sizes = _size(stated.value), [_size(fact.value) for fact in facts]
    sizes = [size for size in sizes if size > 0]
    if figure > 0 and sizes:
        yield "factor to the known", min(_FACTOR, *(abs(log(figure / size)) for size in sizes))
        yield "in the range", float(min(sizes) / 2 <= figure <= max(sizes) * 2)


def _year(value: object) -> int:
    found = _YEAR.search(str(value))
    return int(found[0]) if found else 0


def _size(value: object) -> float:
    try:
        return float(str(value))
    except ValueError:
        return 0.0

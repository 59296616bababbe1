"""What speaks against a learned reading by its value alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from factcheck.language.event_answers import PART
from factcheck.language.fitting_kinds import is_small
from factcheck.language.learned_clauses import Likely
from factcheck.language.sentences import Sentence
from factcheck.language.times import is_time
from factcheck.language.trees import clause_of
from factcheck.measures.physical import physical_unit
from factcheck.measures.values import Value

#: how likely a property must be for a count of nothing
_BEYOND_DOUBT = 0.75
YEAR = re.compile(r"(?:1[89]|20)\d\d|\b(?:nineteen|twenty|two thousand)\b", re.IGNORECASE)
#: what stands between two dates that are said together
_AND = re.compile(r"\s*(?:,|and|or|to|through|until|[-–])?\s*")
#: "then they came in, that's fifty-two": what stands before and behind a year said for short
_THAT_IS = re.compile(r"\b(?:that|this|it)(?:['’]s|\s+is|\s+was)\s+$", re.IGNORECASE)
_ENDS = re.compile(r"\s*(?:[.,;:!?–—]|$)")
#: two digits, as years of the last century are said for short
_SHORT_YEARS = range(20, 100)


def _may_be_year(value: Value, sentence: Sentence) -> bool:
    """ "Then they came in, that's fifty-two": a number of two digits that nothing is counted by."""
    if value.kind != "number" or value.of is not None or value.value not in _SHORT_YEARS:
        return False
    start, end = value.start - sentence.start, value.end - sentence.start
    return bool(_THAT_IS.search(sentence.raw[:start]) and _ENDS.match(sentence.raw[end:]))


def _is_in_its_unit(unit: str | None, sentence: Sentence) -> bool:
    """ "X is 456 feet to Y's 420", of metres: another figure has a unit that goes for both."""
    own = physical_unit(unit)
    said = [found[0] for v in sentence.values if (found := physical_unit(v.of))]
    return own is not None and any(
        one.dimension == own[0].dimension and one != own[0] for one in said
    )


def is_of_each(value: Value, sentence: Sentence) -> bool:
    """ "The contribution of each member was raised by 2.5 percent"."""
    agents = (c for c in clause_of(sentence.token(value)).children if c.dep_.startswith("nsubj"))
    return any(t.lower_ in ("each", "every") for agent in agents for t in agent.subtree)


def is_since(value: Value, sentence: Sentence) -> bool:
    """Whether a date stands behind "since"."""
    return sentence.raw[: value.start - sentence.start].rstrip().lower().endswith("since")


def of_time(value: Value, sentence: Sentence) -> Iterator[str]:
    """What speaks against a date."""
    if not YEAR.search(value.text):
        yield "the year is not said"
    if "/" in str(value.value) and not (PART.match(value.text) and YEAR.search(value.text)):
        yield "it is a span of time"
    dates = [v for v in sentence.values if is_time(v)]
    for one, other in pairwise(dates):
        between = sentence.quote(one.end, other.start)
        if value.start in (one.start, other.start) and _AND.fullmatch(between):
            yield "two dates are said together"


def of_figure(value: Value, likely: Likely, sentence: Sentence) -> Iterator[str]:
    """What speaks against a figure."""
    each = likely.property
    if _may_be_year(value, sentence):
        yield "a year may be meant"
    if is_small(value):
        yield "a small figure fits too much"
    if value.kind == "amount" and each.unit and value.unit not in (each.unit, "$"):
        yield "the money is another"
    if each.type == "number" and value.of is None:
        if likely.p < _BEYOND_DOUBT:
            yield "what is counted is not said"
        if _is_in_its_unit(each.unit, sentence):
            yield "its unit may be that of the figure beside it"

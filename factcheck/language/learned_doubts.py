"""What keeps a learned reading from contradicting a text.

A figure that is true of something unknown must not be held against what is known: so a learned
reading contradicts only a figure with digits of its own that no fact of the property gives, of
one subject that is beyond doubt.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from factcheck.language.fitting_kinds import is_small
from factcheck.language.memory import Context
from factcheck.language.subjects import Subject
from factcheck.language.times import is_time
from factcheck.measures.values import Value
from factcheck.records import Property

#: how likely the property must be; measured on batches held out in training
_SURE = 0.4
#: how likely a subject that the sentence does not name, or a count of nothing
_TOLD = 0.75
#: how a sentence speaks of a subject of its own
NAMED = ("named", "picked", "described")
_YEAR = re.compile(r"(?:1[89]|20)\d\d|\b(?:nineteen|twenty|two thousand)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Learned:
    """A property that a value is likely of."""

    property: Property
    #: its probability; 0 where another property is likelier
    p: float
    #: the probabilities of subjects, by name
    subjects: Mapping[str, float]
    #: whether the value tells when something else was
    is_when: bool


def doubt(value: Value, learned: Learned, best: Sequence[Subject], context: Context) -> str | None:
    """Why a reading may not contradict; `None` if it may. `best`: the subjects it may be of."""
    if learned.p < _SURE:
        return "the property is not sure"
    if learned.is_when:
        return "it says when something else was"
    return _of_subject(best, learned, context) or _of_figure(value, learned, context)


def _of_subject(best: Sequence[Subject], learned: Learned, context: Context) -> str | None:
    """What is open about the subject."""
    if len(best) != 1:
        return "the subject is not sure"
    if best[0].how in NAMED:
        return None
    if learned.subjects.get(best[0].name, 0.0) < _TOLD:
        return "the subject is only implied"
    entity = context.names.entity(best[0].name)
    if entity and any(len(context.names.members(s)) > 1 for s in entity.part_of):
        return "which one of its series is not said"
    return None


def _of_figure(value: Value, learned: Learned, context: Context) -> str | None:
    """What else the figure may be."""
    each = learned.property
    if is_time(value):
        if not _YEAR.search(value.text):
            return "the year is not said"
    elif is_small(value):
        return "a small figure fits too much"
    elif value.kind == "amount" and each.unit and value.unit not in (each.unit, "$"):
        return "the money is another"
    elif each.type == "number" and value.of is None and learned.p < _TOLD:
        return "what is counted is not said"
    if context.names.says(each.name, value):
        return "the figure is that of another fact"
    if context.names.facts_with(value.kind, value.value, value.unit):
        return "the figure is that of something else"
    return None

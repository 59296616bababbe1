"""Properties between which a learned reading cannot tell, and need not.

"Reopened in October 2007": whether of the opening or of the reopening, neither was then. Where the
facts of one subject contradict a value by two properties alike, it is wrong by either of them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from factcheck.language.evidence import says
from factcheck.language.fitting_kinds import may_be_of
from factcheck.language.memory import Context
from factcheck.language.words import DATED
from factcheck.measures.values import Value
from factcheck.records import Property


def twins_of(
    each: Property,
    value: Value,
    likely: Sequence[tuple[Property, float]],
    subjects: Mapping[str, float],
    context: Context,
) -> list[Property]:
    """The less likely properties of one kind with `each` that contradict `value` as it does, of its
    likeliest subject. `likely`: properties with their probabilities."""
    if not subjects:
        return []
    subject = max(subjects, key=lambda name: subjects[name])
    known = context.names.properties_of(subject)
    own = next(p for other, p in likely if other == each)
    return [
        other
        for other, p in likely
        if p <= own
        and _are_alike(each, other)
        and other.name in known
        and may_be_of(value, other)
        and not any(says(fact, value) for fact in context.names.facts(subject, other.name))
    ]


def _are_alike(one: Property, other: Property) -> bool:
    """Whether two properties are two days of one thing, or one figure in two units, by name."""
    words, others = ({*each.name.split("_")} for each in (one, other))
    is_same = one.kind in DATED or words < others or others < words
    return one != other and one.kind == other.kind and is_same

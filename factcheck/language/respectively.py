"""Lists that are told apart by "respectively": "the second and third accords were signed in 1993
and 1995, respectively": the first value is of the first member, and so on.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from factcheck.language.loose import TOGETHER
from factcheck.language.making import Answered
from factcheck.language.memory import Context
from factcheck.language.sentences import Sentence
from factcheck.language.subjects import Subject
from factcheck.measures.values import Value

#: what makes a list longer than it looks
_SOME = frozenset(("others", "more", "rest"))
#: what may stand between the members of a list
_JOINTS = frozenset(("", "and", ",", ", and"))


def in_order(
    sentence: Sentence,
    subjects: Sequence[Subject],
    answers: Iterable[Answered],
    context: Context,
) -> list[Answered]:
    """The answers; those of listed values each of the subject in the same place of its list."""
    found = list(answers)
    if "respectively" not in sentence.words:
        return found
    values = _listed(sentence)
    told: list[Answered] = []
    for answer in found:
        place = next((i for i, v in enumerate(values) if v.start == answer.start), None)
        names = _members(answer, values, subjects, sentence, context) if place is not None else []
        if place is not None and names:
            asked = replace(answer.question, subject=names[place])
            is_told = any(each.endswith(TOGETHER) for each in answer.why)  # which is whose
            why = (*answer.why, "in the order of the list")
            made = replace(answer, question=asked, why=why)
            told.append(made.assured() if is_told else made)
    starts = {answer.start for answer in told}
    told.sort(key=lambda answer: answer.certain)  # the surest reading stays
    unique = {(answer.start, str(answer.question)): answer for answer in told}
    rest = [a for a in found if a.start not in starts]
    listed = {value.start for value in values}
    rest = [a.unless((a.start in listed, "which of a list it is")) for a in rest]
    return [*rest, *unique.values()]


def is_out_of_order(
    answer: Answered, subjects: Sequence[Subject], sentence: Sentence, context: Context
) -> bool:
    """Whether an answer is given by a value of such a list and not of the subject in its place."""
    listed = _listed(sentence) if "respectively" in sentence.words else []
    place = next((i for i, v in enumerate(listed) if v.start == answer.start), None)
    if place is None:
        return False
    names = _members(answer, listed, subjects, sentence, context)
    return not names or names[place] != answer.question.subject


def _listed(sentence: Sentence) -> list[Value]:
    """The values joined before "respectively"; behind the last may stand what they count."""
    end = sentence.start + sentence.raw.lower().find("respectively")
    listed: list[Value] = []
    for value in reversed([v for v in sentence.values if v.end <= end]):
        after = listed[0].start if listed else end
        gap = " ".join(sentence.quote(value.end, after).lower().split())
        if listed and (value.kind != listed[0].kind or gap not in _JOINTS):
            break
        listed.insert(0, value)
    return listed if len(listed) > 1 else []


def _members(
    answer: Answered,
    values: Sequence[Value],
    subjects: Sequence[Subject],
    sentence: Sentence,
    context: Context,
) -> list[str]:
    """As many things as there are values, in the order in which they are named."""
    number = len(values)
    asked = answer.question.subject
    entity = context.names.entity(asked)
    ordinals = [v for v in sentence.values if v.kind == "ordinal" and v.start < answer.start]
    for series in entity.part_of if entity and len(ordinals) == number else ():
        picked = [
            context.names.pick(series, "ordinal", str(v.value), context.asked_on) for v in ordinals
        ]
        names = [one[0].name for one in picked if len(one) == 1]
        if len(names) == number and asked in names:
            return names
    told = {
        min(t.i for group in s.tokens for t in group): s.name
        for s in subjects
        if s.how in ("named", "described") and any(s.tokens)
        if answer.question.property in context.names.properties_of(s.name)
        if _is_alike(s.name, asked, context)
    }
    joined = (t.lower_ for place in told for t in sentence.doc[place].conjuncts)
    if not _SOME.isdisjoint(joined):
        return []
    names = list(dict.fromkeys(name for _, name in sorted(told.items())))
    if len(names) > number:  # "…, and C 1.61"
        first = sentence.span(values[0].start, values[0].end).start
        names = list(dict.fromkeys(name for place, name in sorted(told.items()) if place < first))
    return names if len(names) == number and asked in names else []


def _is_alike(one: str, other: str, context: Context) -> bool:
    a, b = context.names.entity(one), context.names.entity(other)
    return a is not None and b is not None and a.type == b.type and a.part_of == b.part_of

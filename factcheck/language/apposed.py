"""What is set beside a name without a verb: "X, 634 metres of steel, …", "the 12-minute X", "at 215
minutes, X is …", "X, the glass wave by Y Z, …".

Only in a topic without words of its own, where the reference knows one thing alone that may be
meant: the one measure of that dimension, the one maker of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from factcheck.language.fitting_kinds import comparable
from factcheck.language.inflection import is_superlative
from factcheck.language.making import OTHER_UNIT, Answered
from factcheck.language.memory import Context
from factcheck.language.sentences import Sentence
from factcheck.language.strange_names import strangers_in
from factcheck.language.subjects import Subject
from factcheck.measures.periods import ANY_TIME
from factcheck.measures.physical import physical_unit
from factcheck.measures.values import Value
from factcheck.records import Mention, Property, Question

#: what stands between a name and a measure of it, and what follows the measure
_COMMA = re.compile(r",\s+|\s+\((?:at\s+)?")
_CLOSES = re.compile(r"\)|,|\s+of\s+(?!it\b|its\b|them\b|which\b|this\b|that\b)[a-z]+")
_LEADS = re.compile(r"(?:At|With|With its|At its)\s+")
_BEGINS = re.compile(r",\s+(?:the\s+)?")
_IS = re.compile(r"\s+(?:is|was|remains)\s+(?:the|an?|one|still|by far|no)\b")
#: "X, the glass wave by"
_MADE_BY = re.compile(r",\s+(?:the|a|an)\s+(?:[\w-]+\s+){1,4}by\s+")
#: a noun that all have who made something
_MAKING = "brainchild"


def find_apposed(
    sentence: Sentence, subjects: Sequence[Subject], context: Context
) -> Iterator[Answered]:
    """Answers by a measure or a maker beside a name."""
    for name in dict.fromkeys(s.name for s in subjects if s.how == "named"):
        own = [m for m in sentence.mentions if name in m.entities]
        if len(own) != 1:
            continue
        for value in sentence.values:
            if _is_beside(value, own[0], sentence):
                yield from _measured(value, name, context)
        yield from _made(name, own[0], sentence, context)


def _is_beside(value: Value, name: Mention, sentence: Sentence) -> bool:
    """Whether a measure is set beside a name so that it can only be its own."""
    if value.hedge not in (None, "about", "exactly"):
        return False
    rest = sentence.quote(_end(value, sentence), sentence.start + len(sentence.raw))
    if value.start > name.end:
        between = sentence.quote(name.end, value.start)
        return bool(_COMMA.fullmatch(between) and _CLOSES.match(rest))
    ahead = sentence.quote(sentence.start, value.start)
    between = sentence.quote(_end(value, sentence), name.start)
    behind = sentence.quote(name.end, sentence.start + len(sentence.raw))
    if not (_LEADS.fullmatch(ahead) and _BEGINS.fullmatch(between) and _IS.match(behind)):
        return _is_which(value, name, between, sentence)
    return value.kind == "duration" or any(map(is_superlative, behind.lower().split()[:8]))


def _is_which(value: Value, name: Mention, between: str, sentence: Sentence) -> bool:
    """ "the 168-metre X", but not "the 20-minute X trailer"."""
    span, behind = sentence.span(name.start, name.end), sentence.token(name)
    after = [t.pos_ for t in sentence.doc[span.end : span.end + 1]]
    is_whole = behind.dep_ not in ("compound", "nmod:poss") and after[:1] not in (
        ["NOUN"],
        ["PROPN"],
    )
    led = sentence.quote(max(value.start - 4, sentence.start), value.start).lower()
    return "-" in value.text and not between.strip() and is_whole and led.endswith("the ")


def _end(value: Value, sentence: Sentence) -> int:
    """Where a figure ends with its unit, which is not part of its text."""
    unit = value.of if value.kind == "number" and physical_unit(value.of) else None
    behind = sentence.quote(value.end, value.end + len(unit or "") + 1)
    return value.end + len(behind) if unit and behind[1:] == unit else value.end


def _measured(value: Value, name: str, context: Context) -> Iterator[Answered]:
    """That a measure is the only one of its dimension that is known."""
    able = [p for p in _own(name, context) if _is_of(value, p)]
    if len(able) != 1:
        return
    facts = context.names.facts(name, able[0].name)
    stated, is_own_unit = comparable(value, able[0], facts)
    why = (f"measure: {value.text!r} beside the name", f"subject: {name}")
    question = Question(name, able[0].name, None, context.asked_on)
    made = Answered(value.start, value.end, question, able[0].kind, stated, why)
    yield made.unless((not is_own_unit, OTHER_UNIT))


def _own(name: str, context: Context) -> list[Property]:
    """The properties of which one value is known of a name, good at any time."""
    facts = [f for f in context.names.facts(name) if context.names.is_bare(f.topic)]
    known = {(f.topic, f.property): f for f in facts}
    timeless = {key for key, fact in known.items() if fact.valid == ANY_TIME}
    single = {k for k in timeless if sum((f.topic, f.property) == k for f in facts) == 1}
    return [p for p in context.names.properties() if (p.topic, p.name) in single]


def _is_of(value: Value, each: Property) -> bool:
    if value.kind == "duration":
        return each.type == "duration"
    said, own = physical_unit(value.of), physical_unit(each.unit)
    if value.kind != "number" or said is None or own is None:
        return False
    return said[0].dimension == own[0].dimension


def _made(name: str, own: Mention, sentence: Sentence, context: Context) -> Iterator[Answered]:
    """ "X, the glass wave by Y Z": who made it, where one is known."""
    able = [p for p in _own(name, context) if p.type == "entity" and _MAKING in p.nouns]
    for one in (*sentence.mentions, *strangers_in(sentence)) if len(able) == 1 else ():
        between = sentence.quote(own.end, one.start) if one.start > own.end else ""
        if not _MADE_BY.fullmatch(between):
            continue
        said = [t.pos_ for t in sentence.span(own.start, one.end)]
        if said.count("ADP") > 1 or "VERB" in said or "AUX" in said:
            continue  # "X, the tower sold by Y Z", "X, the subject of a book by Y Z"
        known = any(context.names.is_answer(entity, able[0].name) for entity in one.entities)
        if known or context.names.is_other(one.text, name, able[0].name):
            value = Value(
                one.start, one.end, one.text, "entity", "|".join(one.entities) or one.text
            )
            why = (f"maker: {one.text!r} beside the name", f"subject: {name}")
            question = Question(name, able[0].name, None, context.asked_on)
            yield Answered(one.start, one.end, question, "party_or_actor", value, why)

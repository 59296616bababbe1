"""Two names that act together, of which one is right: "X and ambassador Y signed the treaty".

The right one tells which member of a series is meant, and on which side it stands; so the other is
of the other side. It is wrong where the reference knows who that was, and it is somebody else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from factcheck.language.answering_names import is_answer_to
from factcheck.language.making import Answered
from factcheck.language.memory import Context
from factcheck.language.sentences import Hit, Sentence
from factcheck.language.set_beside import free_names
from factcheck.language.strange_names import strangers_in, title_of
from factcheck.language.subjects import Subject
from factcheck.measures.values import Value
from factcheck.records import Mention, Property, Question

#: "X, then foreign minister, and by the ambassador, Y"
_AND = re.compile(
    r"(?:,(?:[^;:()]{0,90},)?)?\s+and\s+(?:by\s+)?(?:the\s+)?(?P<title>[^,;:()]{0,60}?,?)\s*"
)
_BREAKS = frozenset((";", ":", "(", ")", "—", "–"))


@dataclass(frozen=True, slots=True)
class _Pair:
    """Two names that act together, and of which subject `right` is one of two sides."""

    right: Mention
    other: Mention
    subject: str
    side: Property
    other_side: Property


def find_pairs(
    sentence: Sentence, subjects: Sequence[Subject], context: Context
) -> Iterator[Answered]:
    """Answers by the other one of two names."""
    for hit in sentence.hits:
        sides = {p.name: p for p in hit.properties if _is_of_somebody(p)}
        if len(sides) < 2 or hit.form != "verb" or _is_of_one_or_several(hit, sentence):
            continue
        pairs = list(_pairs(hit, [*sides.values()], sentence, subjects, context))
        if len(pairs) == 1:
            yield _answer(pairs[0], context)


def _is_of_somebody(each: Property) -> bool:
    return (each.type, each.kind) == ("entity", "party_or_actor")


def _is_of_one_or_several(hit: Hit, sentence: Sentence) -> bool:
    """ "X and Y, who signed it": perhaps only Y; "signed agreements": of several."""
    verb = sentence.doc[hit.start]
    is_several = any(c.dep_ == "obj" and c.tag_ in ("NNS", "NNPS") for c in verb.children)
    return is_several or any(c.lower_ == "who" for c in verb.children)


def _pairs(
    hit: Hit,
    sides: Sequence[Property],
    sentence: Sentence,
    subjects: Sequence[Subject],
    context: Context,
) -> Iterator[_Pair]:
    names = [*free_names(sentence), *strangers_in(sentence)]
    meant = dict.fromkeys(s.name for s in subjects)
    for right in names:
        for other in names:
            if right == other or not right.entities or not _are_together(right, other, sentence):
                continue
            if not _act(hit, right, other, sentence):
                continue
            for subject in meant:
                own = [p for p in sides if p.name in context.names.properties_of(subject)]
                for side in (p for p in own if _is_right(right, subject, p, context)):
                    for other_side in own:
                        if side != other_side and _is_wrong(
                            other, subject, other_side, own, sentence, context
                        ):
                            yield _Pair(right, other, subject, side, other_side)


def _are_together(one: Mention, other: Mention, sentence: Sentence) -> bool:
    """Whether two names are joined by "and", with no more than what they are between them."""
    first, second = sorted((one, other), key=lambda m: m.start)
    found = _AND.fullmatch(sentence.quote(first.end, max(second.start, first.end)))
    if found is None or "and" in found["title"].split():
        return False
    start, end = (
        sentence.span(first.start, first.end).end,
        sentence.span(second.start, second.end).start,
    )
    return all(t.pos_ not in ("VERB", "AUX", "PRON") for t in sentence.doc[start:end])


def _act(hit: Hit, one: Mention, other: Mention, sentence: Sentence) -> bool:
    """Whether either of two names does what the verb says: "X and Y signed", "signed by X and Y",
    by the tree or by where they stand."""
    spans = sorted((sentence.span(m.start, m.end) for m in (one, other)), key=lambda s: s.start)
    first, last = spans
    behind = [t.pos_ for t in sentence.doc[last.end : last.end + 1]]
    if hit.end <= first.start and behind in (["VERB"], ["AUX"]):
        return False  # "signed by X and Y was there"
    if any(is_answer_to(token, hit, sentence) for span in spans for token in span):
        return True
    if last.end <= hit.start:
        between = sentence.doc[last.end : hit.start]
        return all(t.pos_ in ("ADV", "AUX") or t.text == "," for t in between)
    between = sentence.doc[hit.end : max(first.start, hit.end)]
    is_by = any(t.lower_ == "by" for t in between[-6:])
    is_broken = any(t.pos_ in ("VERB", "PRON") or t.text in _BREAKS for t in between)
    return is_by and not is_broken


def _is_right(name: Mention, subject: str, side: Property, context: Context) -> bool:
    return any(fact.value in name.entities for fact in context.names.facts(subject, side.name))


def _is_wrong(
    name: Mention,
    subject: str,
    side: Property,
    sides: Sequence[Property],
    sentence: Sentence,
    context: Context,
) -> bool:
    """Whether a name is surely nobody who stands on either side, and nobody who does is named."""
    facts = [f for p in sides for f in context.names.facts(subject, p.name)]
    if any(f.value in name.entities for f in facts):
        return False
    right = {f.value for f in facts if f.property == side.name}
    if not right or any(right.intersection(m.entities) for m in sentence.mentions):
        return False
    title = title_of(name, sentence)
    if name.entities:
        known = any(context.names.is_answer(one, side.name) for one in name.entities)
        return known or (bool(title) and context.names.is_qualified(subject, side.name, title))
    sort = "person" if title else ""
    return context.names.is_other(name.text, subject, side.name, sort)


def _answer(pair: _Pair, context: Context) -> Answered:
    name = pair.other
    text = "|".join(name.entities) or name.text
    value = Value(name.start, name.end, name.text, "entity", text)
    question = Question(pair.subject, pair.other_side.name, None, context.asked_on)
    why = (f"party: {pair.other_side.name}, beside {pair.right.text!r}", f"subject: {pair.subject}")
    return Answered(name.start, name.end, question, "party_or_actor", value, why)


def beside_pairs(found: Sequence[Answered], pairs: Sequence[Answered]) -> list[Answered]:
    """The answers but for other readings of the names of which `pairs` tell what they are."""
    told = [(pair.start, pair.end) for pair in pairs]
    return [
        one
        for one in found
        if one in pairs
        or one.kind != "party_or_actor"
        or not any(start < one.end and one.start < end for start, end in told)
    ]

"""Values that hang on another noun than the one that they were read for.

"fined for a breach in 2018" does not tell when the fine was, "rounds of talks on the agreement,
which ended in December" not when the agreement does, "rose from 30 percent" not by how much, and
"968 billion is theirs and 507 billion that of the others" gives them one sum.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from factcheck.language.changes import names_change
from factcheck.language.fitting_kinds import own_words
from factcheck.language.making import Answered
from factcheck.language.memory import Context
from factcheck.language.sentences import Sentence, forms
from factcheck.language.strangers import case_of, is_named, scope_of
from factcheck.language.times import is_time
from factcheck.language.trees import clause_of
from factcheck.records import Property

if TYPE_CHECKING:
    from spacy.tokens import Token

#: what leads to what something was done for
_FOR = ("for", "over", "after", "about", "against")
#: what leads to what is talked of
_ON = ("on", "over", "about")
_OF_THE = re.compile(r"(?:^|[,;]\s+)of\s+(?:the|its|their|that|this)\s+$", re.IGNORECASE)
_SUMS = ("amount", "percentage", "number")
_THAT_OF = re.compile(r",?\s+(?:that|those)\s+of\s")
#: "Albania and Croatia on 1 April", set behind another date
_NEXT = re.compile(r",\s+(?P<names>[A-Z]\w+(?:(?:,|,? and)\s+[A-Z]\w+)*)\s+(?:on|in)\s")
_PART = re.compile(r"\s+of\s+(?:the\s+|its\s+|their\s+)?(?P<part>[a-z]+)")
_PART_BEFORE = re.compile(
    r"percent\s+of\s+(?:the\s+|its\s+|their\s+)?(?P<part>[a-z]+),\s+(?:up to\s+|about\s+)?$"
)
_FROM_TO = re.compile(r"\bfrom\s+(?:\w+\s+)?$", re.IGNORECASE)


def attached(
    answers: Iterable[Answered], sentence: Sentence, context: Context
) -> Iterator[Answered]:
    """The answers, those whose value hangs on another noun as uncertain."""
    answers = list(answers)
    for answer in answers:
        is_part = _is_of_a_whole(answer, answers, sentence)
        if answer.certain and (is_part or _hangs_elsewhere(answer, sentence, context)):
            answer = answer.doubted("it hangs on another noun")
        yield answer


def _hangs_elsewhere(answer: Answered, sentence: Sentence, context: Context) -> bool:
    each = context.names.property(answer.question.property)
    value = answer.value
    if each is None or not sentence.start <= value.start < value.end <= sentence.start + len(
        sentence.raw
    ):
        return False
    token = sentence.token(value)
    if is_time(value):
        return (
            _is_of_a_cause(token, each, sentence)
            or _is_of_figure(token, each, sentence)
            or _is_of_talks(token, each, answer.question.subject, sentence, context)
            or _has_its_own(answer, sentence)
        )
    before = sentence.quote(sentence.start, value.start)
    if value.kind == "percentage" and names_change(each) and _FROM_TO.search(before):
        return True
    behind = sentence.raw[value.end - sentence.start :]
    part = _PART.match(behind) if value.kind == "percentage" else _PART_BEFORE.search(before)
    if part and _is_of_another(part["part"], each, context):
        return True
    found = _THAT_OF.match(behind)
    if found is None or value.kind not in _SUMS:
        return False
    start = value.end + found.end()
    after = [m for m in sentence.mentions if start <= m.start < start + 5]
    return not any(answer.question.subject in m.entities for m in after)


def _is_of_a_cause(token: Token, each: Property, sentence: Sentence) -> bool:
    """ "fined for a breach in 2018"."""
    noun = token.head
    if token.dep_ != "nmod" or noun.dep_ != "obl" or case_of(noun) not in _FOR:
        return False
    return noun.pos_ == "NOUN" and not _is_own_word(noun, each) and not is_named(noun, sentence)


def _is_of_figure(token: Token, each: Property, sentence: Sentence) -> bool:
    """ "valid for three years, it put the contribution for 2007 at …"."""
    noun = token.head
    if token.dep_ != "nmod" or case_of(token) != "for" or noun.pos_ != "NOUN":
        return False
    said = [hit for hit in sentence.hits if hit.form == "noun" and hit.start <= noun.i < hit.end]
    return bool(said) and not any(each.name == p.name for hit in said for p in hit.properties)


def _has_its_own(answer: Answered, sentence: Sentence) -> bool:
    """ "Seven were admitted in 2004, Albania and Croatia on 1 April 2009"."""
    behind = sentence.raw[answer.value.end - sentence.start :]
    found = _NEXT.match(behind)
    if found is None:
        return False
    first = answer.value.end + found.start("names")
    last = answer.value.end + found.end("names")
    places = [m.start for m in sentence.mentions if answer.question.subject in m.entities]
    return bool(places) and all(first <= place < last for place in places)


def _is_of_a_whole(answer: Answered, answers: Sequence[Answered], sentence: Sentence) -> bool:
    """ "Of the 350 billion, 150 billion is for ships": a part of the sum, not the sum."""
    return answer.value.kind in _SUMS and any(
        _OF_THE.search(sentence.quote(sentence.start, whole.start))
        and "," in sentence.quote(whole.end, answer.start)
        for whole in answers
        if whole.question.property == answer.question.property and whole.end < answer.start
    )


def _is_of_another(noun: str, each: Property, context: Context) -> bool:
    """ "61 percent of the utilities": a part of what another share of the topic is of."""
    shares = [p for p in context.names.properties() if p.type == "percentage"]
    beside = [p.name for p in shares if p.topic == each.topic and p.name != each.name]
    others = {word for name in beside for word in name.split("_")}
    return noun.lower() in others and noun.lower() not in own_words(each)


def _is_of_talks(
    token: Token, each: Property, subject: str, sentence: Sentence, context: Context
) -> bool:
    """ "rounds of talks on the agreement, which ended on 6 December"."""
    verb = clause_of(token)
    noun = verb.head
    if verb.dep_ != "acl:relcl" or noun.pos_ != "NOUN" or is_named(noun, sentence):
        return False
    if noun.dep_ == "nmod" and case_of(noun) in _ON and noun.head.pos_ == "NOUN":
        return True  # the one or the other
    if {*forms(noun)} & scope_of(subject, context).sorts or _is_own_word(noun, each):
        return False
    return any(c.dep_ == "nmod" and case_of(c) in _ON for c in noun.children)


def _is_own_word(noun: Token, each: Property) -> bool:
    return not own_words(each).isdisjoint(forms(noun))

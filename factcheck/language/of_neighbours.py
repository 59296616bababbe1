"""Values that the words right before them give to something else than the reading does."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from factcheck.language.fitting_kinds import own_words
from factcheck.language.making import Answered
from factcheck.language.memory import Context
from factcheck.language.sentences import Sentence, forms
from factcheck.language.sorts import sort_nouns
from factcheck.language.strangers import is_general
from factcheck.language.words import agreement_nouns
from factcheck.measures.values import Value

#: what leads to a whole, of which another figure is a part
_WHOLE = re.compile(r"\bout of (?:the |a total of |about |some |nearly |roughly )?$", re.IGNORECASE)
#: what stands between a name and a value of its own: "Britain's 9.84", "Brooks (2016)"
_OWN = re.compile(r"(?:['’]s |['’] | \()$")
#: "has abandoned "sympathy budget""
_QUOTED = re.compile(r"\s[\"“]")
#: whose a figure is, by what stands behind it
_FOR_US = re.compile(r"\s+for (?:us|them|you|him|her|me)\b")
_HERE = re.compile(r"\s+(?:(?:over |back )?here|at home)\b", re.IGNORECASE)
_FIGURES = ("number", "amount", "percentage")


def of_neighbours(
    answers: Iterable[Answered], sentence: Sentence, context: Context
) -> Iterator[Answered]:
    """The answers, as uncertain where the words right before the value say what it is of."""
    for answer in answers:
        why = _why(answer, sentence, context) if answer.certain else None
        yield answer.doubted(why) if why else answer


def _why(answer: Answered, sentence: Sentence, context: Context) -> str | None:
    if answer.kind == "status" and _QUOTED.search(sentence.quote(answer.start, answer.end)):
        return "it is said of the words, not of what they name"
    before = sentence.raw[: max(answer.start - sentence.start, 0)]
    if answer.value.kind in _FIGURES and is_of_speaker(answer.value, sentence):
        return "it is that of those who speak or are spoken to"
    if answer.value.kind in _FIGURES and _WHOLE.search(before):
        return "it is the whole of which another is a part"
    if answer.value.kind == "amount" and _is_before_other(answer, sentence, context):
        return "it is what something else costs"
    if answer.value.kind in _FIGURES and _is_behind_names(answer, sentence, context):
        return "which of those named before it is of"
    own = _OWN.search(before)
    if own is None:
        return None
    place, asked = sentence.start + own.start(), answer.question
    names = [n for m in sentence.mentions if m.end == place for n in m.entities]
    if asked.subject in names:
        return None
    others = (n for n in names if asked.property in context.names.properties_of(n))
    return next((f"it is that of {name}" for name in others), None)


def is_of_speaker(value: Value, sentence: Sentence) -> bool:
    """ "14.8 for us and 22.1 for Washington"; beside another, "13.4 for Korea against 3.3 here"."""
    place = value.end - sentence.start
    if _FOR_US.match(sentence.raw, place):
        return True
    alike = sum(other.kind == value.kind for other in sentence.values)
    return alike > 1 and _HERE.match(sentence.raw, place) is not None


def _is_before_other(answer: Answered, sentence: Sentence, context: Context) -> bool:
    """ "a $10.8 billion base": a noun behind the amount that the property is not spoken of by."""
    span = sentence.span(answer.value.start, answer.value.end)
    if span.start == 0 or span.end == len(sentence.doc):
        return False
    noun = sentence.doc[span.end]
    is_one = sentence.doc[span.start - 1].lower_ in ("a", "an", "another") and noun.pos_ == "NOUN"
    if not is_one or is_general(noun):
        return False
    each = context.names.property(answer.question.property or "")
    own = own_words(each) if each else frozenset[str]()
    meant = own | agreement_nouns() | sort_nouns(answer.question.subject, context.names)
    return meant.isdisjoint(forms(noun))


def _is_behind_names(answer: Answered, sentence: Sentence, context: Context) -> bool:
    """ "X edged past Y: 2,844 against 2,717": behind a colon, of one of several named before."""
    raw, start = sentence.raw, answer.start - sentence.start
    colon = sentence.start + raw.rfind(":", 0, max(start, 0))
    if colon < sentence.start:
        return False
    alike = [v for v in sentence.values if v.kind == answer.value.kind and v.start > colon]
    able = {
        name
        for mention in sentence.mentions
        if mention.end <= colon
        for name in mention.entities
        if answer.question.property in context.names.properties_of(name)
    }
    behind = any(m.start > colon for m in sentence.mentions)
    return len(alike) > 1 and len(able) > 1 and not behind

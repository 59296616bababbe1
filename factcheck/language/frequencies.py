"""How often: "a single one-off sum", "paid only once", "every five years", "invoked twice"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from factcheck.language.making import Answered
from factcheck.language.memory import Context
from factcheck.language.sentences import Sentence, forms
from factcheck.language.subjects import Subject
from factcheck.language.trees import clause_of, distance, text_of
from factcheck.language.words import word_set
from factcheck.measures.lexicon import ORDINALS, SMALL
from factcheck.measures.values import Value
from factcheck.records import Property, Question

if TYPE_CHECKING:
    from spacy.tokens import Token

_NEAR = 4.5
_NUMBER = "|".join(sorted(SMALL, key=len, reverse=True))
_NTH = "second|third|fourth|fifth|tenth"
_OFTEN = re.compile(
    rf"\b(?:once\s+)?every\s+(?P<years>\d+|{_NUMBER}|few|couple\s+of|other|{_NTH})\s+years?\b"
    r"|\b(?P<decade>(?:once\s+(?:a|per|each|every)|every|each)\s+decade)\b"
    r"|\b(?P<yearly>(?:once\s+(?:a|per|each|every)|every|each)\s+(?:single\s+)?year|annually)\b"
    r"|\b(?P<monthly>(?:once\s+(?:a|per|each|every)|every|each)\s+month|monthly)\b",
    re.IGNORECASE,
)
_TIMES = re.compile(
    r"\b(?:(?:only|just|exactly)\s+once|once(?!\s+(?:a|per|every|each|the|more|again|it|they|in))"
    r"|(?:only\s+one|a\s+single|one\s+single)\s+time|(?:only|just)\s+one\s+time)\b",
    re.IGNORECASE,
)
#: "nobody ever invoked it, not once"
_NOT_ONCE = re.compile(
    r"\b(?:nobody|no one|none|never)\b.*\bnot\s+(?:even\s+)?once$", re.IGNORECASE | re.DOTALL
)


def find_frequencies(
    sentence: Sentence, subjects: Sequence[Subject], context: Context
) -> Iterator[Answered]:
    """Answers about how often a figure comes, or how many times something was done."""
    for start, end, how_often in _phrases(sentence):
        token = sentence.doc[end - 1]
        if how_often == "once" and _is_of_change(token):
            continue
        found = _nearest(token, "amount", None, sentence, subjects, context)
        if found is None or (how_often.endswith("years") and not _pays(token)):
            continue
        each, subject = found
        first = sentence.start + sentence.doc[start].idx
        last = sentence.start + token.idx + len(token)
        value = Value(first, last, sentence.quote(first, last), "frequency", how_often)
        question = Question(subject.name, each.name, None, context.asked_on, "frequency")
        why = (f"frequency: {how_often}", f"property: {each.name} of {subject.name}")
        yield Answered(first, last, question, "frequency", value, why)
    yield from _times(sentence, subjects, context)


def _nearest(
    token: Token,
    type: str,
    counted: str | None,
    sentence: Sentence,
    subjects: Sequence[Subject],
    context: Context,
) -> tuple[Property, Subject] | None:
    """The nearest property of a type, and its subject; `counted`: what it must count."""
    scored = [
        (distance(token, head) + subject.away_from(head), index, each, subject)
        for index, hit in enumerate(sentence.hits)
        for head in (sentence.doc[hit.end - 1],)
        if distance(token, head) <= _NEAR and (counted is None or hit.form == "verb")
        for each in hit.properties
        if each.type == type and (counted is None or counted in each.counts)
        for subject in subjects
        if each.name in context.names.properties_of(subject.name)
        and (
            subject.how in ("named", "described")
            or (counted is not None and _is_taken_up(subject, head, context))
        )
    ]
    return min(scored, key=lambda s: s[:2])[2:] if scored else None


def _is_taken_up(subject: Subject, verb: Token, context: Context) -> bool:
    """ "It's been used twice", of what the sentence before named."""
    own = {t.i for group in subject.tokens for t in group}
    done_to = [c for c in verb.children if c.dep_.startswith("nsubj")]
    is_it = any(c.i in own and c.lower_ == "it" for c in done_to)
    return subject.how == "referred" and is_it and subject.name in context.just_before()


def _is_of_change(token: Token) -> bool:
    """ "Shrank only once": how often it changed, not how often it came."""
    changing = word_set("events", "rise.verbs") | word_set("events", "fall.verbs")
    return not changing.isdisjoint(forms(clause_of(token)))


def _pays(token: Token) -> bool:
    """Whether the clause says that something is paid: what is negotiated or set every five
    years may be due every year."""
    head = clause_of(token)
    paying = word_set("events", "paying.verbs")
    if head.pos_ not in ("VERB", "AUX"):  # "hands over", taken for a noun
        return any(paying.intersection(forms(t)) for t in token.doc[: token.i] if t.dep_ != "det")
    made = {c.lemma_.lower() for c in head.children if c.dep_ == "obj"}
    return bool(paying.intersection(forms(head)) or made & {"payment", "contribution"})


def _phrases(sentence: Sentence) -> Iterator[tuple[int, int, str]]:
    """(first token, end, how often)."""
    doc = sentence.doc
    for found in _OFTEN.finditer(sentence.raw):
        span = doc.char_span(found.start(), found.end(), alignment_mode="expand")
        if span is not None:
            yield span.start, span.end, _how_often(found)
    for token in () if sentence.words.isdisjoint(("once", "one")) else sentence.tokens:
        if token.lower_ == "once" and token.i and token.nbor(-1).lower_ in ("only", "just"):
            following = doc[token.i + 1].lower_ if token.i + 1 < len(doc) else ""
            if following not in ("a", "per", "every", "each"):
                yield token.i - 1, token.i + 1, "once"
        elif token.lower_ == "one" and doc[token.i : token.i + 3].text.lower() in (
            word_set("events", "frequency.once")
        ):
            yield token.i, token.i + 3, "once"


def _how_often(found: re.Match[str]) -> str:
    if found["yearly"]:
        return "every year"
    if found["monthly"]:
        return "every month"
    if found["decade"]:
        return "every 10 years"
    number = found["years"].lower()
    spoken = {"other": 2} | ORDINALS | SMALL
    return f"every {spoken.get(number, number)} years"


def _times(sentence: Sentence, subjects: Sequence[Subject], context: Context) -> Iterator[Answered]:
    """ "has been invoked twice", "only once": for a property that counts times."""
    told = [v for v in sentence.values if v.kind == "number" and v.unit == "times"]
    for found in _TIMES.finditer(text_of(sentence.doc)):
        if _NOT_ONCE.search(text_of(sentence.doc), 0, found.end()):
            continue  # said before with "nobody"
        start, end = sentence.start + found.start(), sentence.start + found.end()
        told.append(Value(start, end, sentence.quote(start, end), "number", Decimal(1)))
    for value in told:
        token = sentence.span(value.start, value.end)[-1]
        near = _nearest(token, "number", "time", sentence, subjects, context)
        if near is None or not isinstance(value.value, Decimal):
            continue
        each, subject = near
        exact = Value(
            value.start, value.end, value.text, "number", value.value,
            low=value.value, high=value.value,
        )  # fmt: skip
        question = Question(subject.name, each.name, None, context.asked_on)
        why = (f"times: {each.name}", f"subject: {subject.name}, {subject.how}")
        yield Answered(value.start, value.end, question, "count", exact, why)

"""How often: "a single one-off sum", "paid only once", "every year"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.language.making import Answered
from factcheck.language.memory import Context
from factcheck.language.sentences import Sentence
from factcheck.language.subjects import Subject
from factcheck.language.trees import distance
from factcheck.language.words import word_set
from factcheck.measures.values import Value
from factcheck.records import Question

_NEAR = 4.5


def find_frequencies(
    sentence: Sentence, subjects: Sequence[Subject], context: Context
) -> Iterator[Answered]:
    """Answers about how often a figure comes."""
    for start, end, how_often in _phrases(sentence):
        token = sentence.doc[end - 1]
        scored = [
            (distance(token, head) + subject.away_from(head), index, each, subject)
            for index, hit in enumerate(sentence.hits)
            for head in (sentence.doc[hit.end - 1],)
            if distance(token, head) <= _NEAR
            for each in hit.properties
            if each.type == "amount"
            for subject in subjects
            if each.name in context.names.properties_of(subject.name)
            and subject.how in ("named", "described")
        ]
        if not scored:
            continue
        _, _, each, subject = min(scored, key=lambda s: s[:2])
        first = sentence.start + sentence.doc[start].idx
        last = sentence.start + token.idx + len(token)
        value = Value(first, last, sentence.quote(first, last), "frequency", how_often)
        question = Question(subject.name, each.name, None, context.asked_on, "frequency")
        why = (f"frequency: {how_often}", f"property: {each.name} of {subject.name}")
        yield Answered(first, last, question, "frequency", value, why)


def _phrases(sentence: Sentence) -> Iterator[tuple[int, int, str]]:
    """(first token, end, how often)."""
    doc = sentence.doc
    for token in doc:
        following = doc[token.i + 1].lower_ if token.i + 1 < len(doc) else ""
        if token.lower_ in ("every", "each") and following == "year":
            yield token.i, token.i + 2, "every year"
        elif token.lower_ == "once" and token.i and token.nbor(-1).lower_ in ("only", "just"):
            yield token.i - 1, token.i + 1, "once"
        elif token.lower_ == "one" and doc[token.i : token.i + 3].text.lower() in (
            word_set("events", "frequency.once")
        ):
            yield token.i, token.i + 3, "once"

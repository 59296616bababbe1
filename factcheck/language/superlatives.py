"""Superlatives among all that are known: "COP28 had the highest attendance of all the summits".

Only of a subject that is named, and where nothing narrows down of which ones it is the largest
("the largest museum in Larkham" says nothing of others).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from factcheck.language.compared import comparison
from factcheck.language.making import Answered
from factcheck.language.memory import Context
from factcheck.language.sentences import Hit, Sentence
from factcheck.language.subjects import Subject
from factcheck.language.times import is_time
from factcheck.language.trees import clause_of
from factcheck.language.words import word_set
from factcheck.records import Property

if TYPE_CHECKING:
    from spacy.tokens import Token

_NUMERIC = ("amount", "number", "percentage")
_AGGREGATES = {"largest": "rank_among", "smallest": "rank_among_from_below"}
#: what may follow: it narrows nothing down
_ALL = (("of", "all"), ("of", "any"), ("of", "them"), ("among", "all"))
_HAVING = frozenset(("have", "draw", "attract", "record", "see", "hold", "report", "boast", "win"))


def find_superlatives(
    sentence: Sentence, subjects: Sequence[Subject], context: Context
) -> Iterator[Answered]:
    """Answers that say of a subject that its figure is the largest or smallest of all."""
    if not any(_says(word, way) for word in sentence.words for way in _AGGREGATES):
        return
    for token in sentence.tokens:
        said = next((way for way in _AGGREGATES if _says(token.lower_, way)), None)
        if said is None or token.i == 0 or token.nbor(-1).lower_ not in ("the", "its", "their"):
            continue
        for hit in sentence.hits:
            if _is_ordered(token, hit, sentence) and not _is_narrowed(hit, sentence):
                for each in hit.properties:
                    subject = _subject(each, token, subjects, context)
                    if each.type in _NUMERIC and subject is not None:
                        last = sentence.doc[hit.end - 1]
                        yield of_all(token, last, said, each, subject, sentence, context)


def _says(word: str, way: str) -> bool:
    return word in word_set("events", f"superlatives.{way}")


def _is_ordered(token: Token, hit: Hit, sentence: Sentence) -> bool:
    """Whether the noun of a property stands right behind the superlative, and somebody has it."""
    noun = sentence.doc[hit.end - 1]
    if hit.form not in ("noun", "count") or not token.i < hit.start <= token.i + 2:
        return False
    verb = clause_of(noun)
    return noun.head.i == verb.i and verb.lemma_.lower() in _HAVING


def _is_narrowed(hit: Hit, sentence: Sentence) -> bool:
    rest = [t.lower_ for t in sentence.doc[hit.end : hit.end + 2]]
    if any(is_time(v) for v in sentence.values) or sentence.terms:
        return True
    ends = not rest or rest[0] in (".", ",", ";", "!") or rest[:1] == ["and"]
    return not ends and tuple(rest) not in _ALL


def _subject(
    each: Property, token: Token, subjects: Sequence[Subject], context: Context
) -> Subject | None:
    """The named subject of the verb, if it has such figures."""
    verb = clause_of(token)
    able = [
        subject
        for subject in subjects
        if subject.how == "named"
        and each.name in context.names.properties_of(subject.name)
        and any(t.dep_ == "nsubj" and t.head.i == verb.i for group in subject.tokens for t in group)
    ]
    return able[0] if len(able) == 1 else None


def of_all(
    first: Token,
    last: Token,
    said: str,
    each: Property,
    subject: Subject,
    sentence: Sentence,
    context: Context,
) -> Answered:
    """The answer that a subject has the largest or smallest figure ("largest", "smallest") of all,
    given by the words from `first` to `last`."""
    made = comparison(
        first, last, said, each, subject, "", (None, None), _AGGREGATES[said], sentence, context
    )
    return replace(made, question=replace(made.question, other=None))

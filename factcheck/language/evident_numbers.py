"""The place in a series of what a passage evidently speaks of: "He signed it with Ambassador Kim on
2 February 2014. That was the seventh of these agreements", of the ninth.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from factcheck.language.evident import evident
from factcheck.language.making import Answered
from factcheck.language.memory import Context
from factcheck.language.sentences import Sentence
from factcheck.language.sorts import sort_nouns
from factcheck.records import Question

if TYPE_CHECKING:
    from spacy.tokens import Token

#: what takes up all that was told
_THAT = frozenset(("that", "this", "it"))
#: "the fifth of its kind"
_KINDS = frozenset(("kind", "sort", "type"))


def find_evident_numbers(
    sentence: Sentence, answers: Sequence[Answered], context: Context
) -> Iterator[Answered]:
    """What "that was the seventh of these agreements" says of the one that is evidently meant."""
    numbered = [n for n in evident(sentence, context) if _has_number(n, context)]
    if len(numbered) != 1:
        return
    (name,) = numbered
    for value in sentence.values:
        taken = any(a.start < value.end and value.start < a.end for a in answers if a.certain)
        if value.kind != "ordinal" or taken:
            continue
        if _says_which(sentence.token(value), sort_nouns(name, context.names)):
            asked = Question(name, "ordinal", None, context.asked_on)
            why = ("number: which one of its series", f"subject: {name}, evident")
            yield Answered(value.start, value.end, asked, "ordinal", value, why)


def _has_number(name: str, context: Context) -> bool:
    return any(fact.property == "ordinal" for fact in context.names.facts(name))


def _says_which(number: Token, sorts: frozenset[str]) -> bool:
    """Whether a number is what "that is the …" says, among things of some sorts."""
    noun = number.head if number.dep_ == "amod" else number
    is_said = any(c.dep_ == "cop" for c in noun.children)
    is_said = is_said and any(c.dep_ == "nsubj" and c.lower_ in _THAT for c in noun.children)
    among = [noun, *(c for c in noun.children if c.dep_ == "nmod")]
    words = {t.lemma_.lower() for t in among}
    return is_said and bool(words & (sorts | _KINDS))

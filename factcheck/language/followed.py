"""Who did the same later: "X ratified it in May 2016, and Y followed in December"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from factcheck.language.making import Answered
from factcheck.language.memory import Context
from factcheck.language.sentences import Sentence
from factcheck.language.times import base_of, is_time
from factcheck.language.trees import clause_of
from factcheck.measures.values import Value

if TYPE_CHECKING:
    from spacy.tokens import Token

_SAME = frozenset(("suit",))


def find_followed(
    sentence: Sentence, answers: Sequence[Answered], context: Context
) -> Iterator[Answered]:
    """Answers to the question of the date before, for the one who followed."""
    for verb in sentence.tokens:
        if verb.lemma_.lower() != "follow" or not _does_the_same(verb):
            continue
        before = [a for a in answers if _is_dated(a) and a.end <= sentence.start + verb.idx]
        if not before:
            continue
        asked = max(before, key=lambda answer: answer.start)
        for name in _subjects(verb, sentence):
            if asked.question.property not in context.names.properties_of(name):
                continue
            for value in sentence.values:
                if _is_its_date(value, verb, sentence):
                    question = replace(asked.question, subject=name)
                    why = (f"the same as before: {verb.text!r}", f"subject: {name}, named")
                    yield Answered(value.start, value.end, question, asked.kind, value, why)


def _does_the_same(verb: Token) -> bool:
    """No object but "suit", and not passive: "was followed by"."""
    others = [c for c in verb.children if c.dep_ in ("obj", "aux:pass", "nsubj:pass", "ccomp")]
    return verb.pos_ == "VERB" and all(c.lower_ in _SAME for c in others)


def _is_dated(answer: Answered) -> bool:
    return answer.certain and not answer.agrees_only and answer.value.kind == "date"


def _subjects(verb: Token, sentence: Sentence) -> list[str]:
    """The one name that follows."""
    agents = {c.i for c in verb.children if c.dep_ == "nsubj"}
    meant = [m for m in sentence.mentions if sentence.token(m).i in agents]
    return [m.entities[0] for m in meant if len(m.entities) == 1]


def _is_its_date(value: Value, verb: Token, sentence: Sentence) -> bool:
    if not is_time(value) or value.kind != "date" or value.value is None:
        return False
    token = sentence.token(value)
    return token.i > verb.i and clause_of(token).i == verb.i and not base_of(sentence, value)

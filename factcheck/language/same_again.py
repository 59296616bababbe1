"""The same figure of another, in few words: "Poland spends 4.48 percent of GDP. Germany is at 2.4."

What is asked is what the figure right before answered, of a subject of the same sort; the verb
says nothing of its own, and nothing but a time follows the figure.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import product
from typing import TYPE_CHECKING

from factcheck.language.making import Answered
from factcheck.language.memory import Context
from factcheck.language.parallels import is_alike
from factcheck.language.sentences import Sentence
from factcheck.language.times import is_time, period_of
from factcheck.language.trees import clause_of
from factcheck.measures.bounds import with_bounds
from factcheck.measures.values import Value

if TYPE_CHECKING:
    from spacy.tokens import Token

_SAYING_NOTHING = frozenset(
    ("be", "come", "stand", "reach", "follow", "sit", "manage", "list", "put", "hover", "get")
)
_KINDS = ("percentage", "amount", "count")


def find_same_again(
    sentence: Sentence, answers: Sequence[Answered], context: Context
) -> Iterator[Answered]:
    """Answers to the question of the figure before, of the subject that is named now."""
    for value in sentence.values:
        if any(a.start < value.end and value.start < a.end for a in answers):
            continue
        earlier = [a for a in answers if a.end <= value.start and is_told(a)]
        models = _last(earlier or context.figures)
        names = _said_of(sentence.token(value), sentence) if models else ()
        if not names or not _ends_there(value, sentence):
            continue
        for model, name in product(models, names):
            figure = _like(value, model)
            if figure is not None and _may_be_asked(model, name, context):
                yield _answer(value, figure, model, name, sentence)


def _last(answers: Sequence[Answered]) -> list[Answered]:
    """All readings of the last of some figures."""
    last = max((answer.start for answer in answers), default=-1)
    return [answer for answer in answers if answer.start == last]


def _may_be_asked(model: Answered, name: str, context: Context) -> bool:
    asked = model.question
    is_other = name != asked.subject and is_alike(name, asked.subject, context)
    return is_other and asked.property in context.names.properties_of(name)


def _answer(
    value: Value, figure: Value, model: Answered, name: str, sentence: Sentence
) -> Answered:
    times = [v for v in sentence.values if is_time(v)]
    time = period_of(times[0]) if len(times) == 1 else model.question.time
    question = replace(model.question, subject=name, time=time)
    why = (*model.why[:1], f"subject: {name}, of whom the same is said")
    made = Answered(value.start, value.end, question, model.kind, figure, why)
    return made.unless((len(times) > 1, "of which time it is"))


def is_told(answer: Answered) -> bool:
    """Whether a figure may be said again of another."""
    is_plain = answer.question.aggregate is None and not answer.negated
    return answer.kind in _KINDS and is_plain and answer.certain and not answer.agrees_only


def _like(value: Value, model: Answered) -> Value | None:
    """The value as a figure of the kind of the one before; a bare "4.48" is of the same unit."""
    if value.kind == model.value.kind and value.unit == model.value.unit:
        return value if value.of in (None, model.value.of) else None
    if value.is_bare and model.kind == "percentage" and "." in value.text:
        return with_bounds(replace(value, kind="percentage", unit=model.value.unit))
    return None


def _ends_there(value: Value, sentence: Sentence) -> bool:
    """Whether a mark, a time or a preposition of time follows."""
    end = sentence.span(value.start, value.end).end
    following = sentence.doc[end : end + 1]
    if not following or following[0].is_punct or following[0].lower_ in ("and", "while", "in"):
        return True
    return any(is_time(v) and 0 <= v.start - value.end < 2 for v in sentence.values)


def _said_of(token: Token, sentence: Sentence) -> tuple[str, ...]:
    """The name of which the clause of a figure is said, where its verb says nothing else."""
    head = clause_of(token)
    is_plain = head.lemma_.lower() in _SAYING_NOTHING if head.i != token.i else any(
        c.dep_ == "cop" for c in head.children
    )  # fmt: skip
    agents = {c.i for c in head.children if c.dep_ in ("nsubj", "nsubj:pass")}
    if not is_plain or any(c.dep_ in ("obj", "xcomp", "ccomp") for c in head.children):
        return ()
    mentions = [m for m in sentence.mentions if sentence.token(m).i in agents]
    return mentions[0].entities if len(mentions) == 1 else ()

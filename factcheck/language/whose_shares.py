"""Whose a share is: "X holds 21 percent of Y" tells nothing of the share that a government has.

A property such as `state_holding` is of one owner. Where somebody else has the share, of whom the
facts of the subject know nothing, it may be true, whatever is known.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from factcheck.language.making import Answered
from factcheck.language.memory import Context
from factcheck.language.sentences import Sentence
from factcheck.language.trees import clauses_above

if TYPE_CHECKING:
    from spacy.tokens import Token

_SHARES = frozenset(("stake", "share", "shareholding", "holding", "ownership"))
_OWNERS = frozenset(
    ("government", "state", "federal", "public", "family", "founder", "employee", "foreign")
)
OTHER_OWNER = "it may be somebody else's share"


def doubted_shares(
    answers: Iterable[Answered], sentence: Sentence, context: Context
) -> Iterator[Answered]:
    """The answers, uncertain those about one owner's share where another one has it."""
    for answer in answers:
        words = (answer.question.property or "").split("_")
        is_owned = words[0] in _OWNERS and words[-1] in _SHARES
        if not (answer.certain and is_owned):
            yield answer
            continue
        strange = any(_is_strange(t, answer, sentence, context) for t in _having(answer, sentence))
        yield answer.doubted(OTHER_OWNER) if strange else answer


def _having(answer: Answered, sentence: Sentence) -> Iterator[Token]:
    """Who acts in the clauses of a share, whose it is, and by whom it is held."""
    token = sentence.token(answer.value)
    for clause in clauses_above(token):
        yield from (c for c in clause.children if c.dep_ in ("nsubj", "obl:agent"))
    while token.pos_ not in ("VERB", "AUX") and token.head.i != token.i:
        yield from (c for c in token.children if c.dep_ == "nmod:poss")
        token = token.head


def _is_strange(token: Token, answer: Answered, sentence: Sentence, context: Context) -> bool:
    """Whether a word is the name of somebody of whom the facts of the subject know nothing."""
    place = sentence.start + token.idx
    named = {n for m in sentence.mentions if m.start <= place < m.end for n in m.entities}
    if named:
        subject = answer.question.subject
        known = {fact.value for fact in context.names.facts(subject)} | {subject}
        return known.isdisjoint(named)
    is_bare = token.i == 0 and token.tag_ == "NN" and not any(True for _ in token.lefts)
    has_capital = token.text[:1].isupper() and (token.i > 0 or is_bare)
    return token.pos_ == "PROPN" or has_capital

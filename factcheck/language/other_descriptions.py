"""Figures told of what another clause speaks of: "the budget grew, so A pays 3 percent more"; and
of what is there besides: "pays other costs, which came to 364 million".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.language.descriptions import described
from factcheck.language.linking import Link
from factcheck.language.memory import Context
from factcheck.language.sentences import Sentence
from factcheck.language.trees import clause_of, depends_on

if TYPE_CHECKING:
    from spacy.tokens import Token


_BESIDES = frozenset(("other", "additional", "further", "separate", "extra"))
_SUMS = frozenset(("cost", "expense", "sum", "payment", "contribution", "fund", "expenditure"))


def _aim_of(clause: Token) -> int:
    """What an infinitive is the aim of: "pays 680 billion to support the troops"."""
    return clause.head.i if clause.tag_ == "VB" and clause.dep_ in ("xcomp", "advcl") else -1


def _is_of_others(token: Token, sentence: Sentence) -> bool:
    """ "pays various other costs, which came to 364 million", "additional costs of 364 million"."""
    clause = clause_of(token)
    for word in sentence.tokens:
        noun = word.head
        if word.lower_ not in _BESIDES or word.dep_ != "amod" or noun.tag_ != "NNS":
            continue
        if noun.i < token.i and (noun.head.i == clause.i or depends_on(token, noun)):
            return noun.lemma_.lower() in _SUMS
    return False


def is_of_other_description(link: Link, token: Token, sentence: Sentence, context: Context) -> bool:
    """A change ("3 percent more") of what another clause speaks of: "the budget grew, so A pays
    3 percent more"; or a figure of other costs than those that are known."""
    if _is_of_others(token, sentence):
        return True
    if link.hit.form != "adjective" or link.subject.how != "described":
        return False
    head = clause_of(token)
    for description, groups in described(sentence, context):
        if description.subject == link.subject.name and description.words:
            words = [t for t in groups[-1] if head.i in (clause_of(t).i, _aim_of(clause_of(t)))]
            named = any(
                hit.form == "noun"
                and link.property in hit.properties
                and clause_of(sentence.doc[hit.start]).i == head.i
                for hit in sentence.hits
            )
            return bool(groups[-1]) and not words and not named
    return False

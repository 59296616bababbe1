"""Changes told of what another clause speaks of: "the budget grew, so A pays 3 percent more"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.language.descriptions import described
from factcheck.language.linking import Link
from factcheck.language.memory import Context
from factcheck.language.sentences import Sentence
from factcheck.language.trees import clause_of

if TYPE_CHECKING:
    from spacy.tokens import Token


def _aim_of(clause: Token) -> int:
    """What an infinitive is the aim of: "pays 680 billion to support the troops"."""
    return clause.head.i if clause.tag_ == "VB" and clause.dep_ in ("xcomp", "advcl") else -1


def is_of_other_description(link: Link, token: Token, sentence: Sentence, context: Context) -> bool:
    """A change ("3 percent more") of what another clause speaks of: "the budget grew, so A pays
    3 percent more"."""
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

"""What of a sentence is kept for those behind it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from factcheck.language.making import Answered
from factcheck.language.memory import Context, is_short
from factcheck.language.sentences import Sentence
from factcheck.language.strangers import is_named
from factcheck.language.subjects import Subject

if TYPE_CHECKING:
    from spacy.tokens import Token


def remember(
    sentence: Sentence,
    subjects: Sequence[Subject],
    events: Sequence[Answered],
    context: Context,
) -> None:
    """Keep what was spoken of; of a deal that is known by its day, which one it was, before the
    series that it is of."""
    members = [e.question.subject for e in events if any("signed in " in why for why in e.why)]
    nouns = [s for s in subjects if s.how == "referred" and s.is_noun()]
    named = [s for s in subjects if s.how not in ("referred", "implied")]
    spoken = [*members, *(s.name for s in (*nouns, *named))]
    properties = dict.fromkeys(each for hit in sentence.hits for each in hit.properties)
    short = is_short(sentence.raw)
    is_name = short and not any(t.pos_ in ("VERB", "AUX") for t in sentence.tokens)
    names = tuple(dict.fromkeys(spoken))
    context.remember(names, sentence.lemmas, tuple(properties), short, is_name)
    context.of_stranger = any(_says_what_is(token, sentence) for token in sentence.tokens)


def _says_what_is(token: Token, sentence: Sentence) -> bool:
    """ "Larkham is the capital of the north": said of a name that is not known."""
    noun = token.head
    is_subject = token.dep_ == "nsubj" and token.pos_ == "PROPN" and noun.dep_ == "ROOT"
    is_said = noun.pos_ == "NOUN" and any(c.dep_ == "cop" for c in noun.children)
    return is_subject and is_said and not is_named(token, sentence)

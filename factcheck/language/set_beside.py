"""Names set beside one another as answers ("X and ambassador Y"), and which side each is on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from factcheck.language.memory import Context
from factcheck.language.sentences import Sentence
from factcheck.language.strange_names import title_of
from factcheck.language.subjects import Subject
from factcheck.records import Mention, Property

if TYPE_CHECKING:
    from spacy.tokens import Token


def is_among(one: Mention, known: Sequence[Mention], sentence: Sentence) -> bool:
    """Whether a name is set beside one that answers: "X and ambassador Y"."""
    pairs = [(one, other) if one.start < other.start else (other, one) for other in known]
    return any(_are_beside(first, second, sentence) for first, second in pairs)


def by_part(
    able: Sequence[Property],
    one: Mention,
    sentence: Sentence,
    subjects: Sequence[Subject],
    context: Context,
) -> list[Property]:
    """The properties that a name may answer: of two sides the one of which its title tells
    ("Foreign Minister"), and not the one for which a name that is set beside it answers."""
    title = title_of(one, sentence)
    qualified = context.names.is_qualified
    told = [e for e in able if title and any(qualified(s.name, e.name, title) for s in subjects)]
    if told:
        return told
    beside = [other for other in free_names(sentence) if is_among(one, [other], sentence)]
    taken = {each for each in able for other in beside if has_answered(other, each, context)}
    left = [each for each in able if each not in taken]
    return left if taken else list(able)


def _are_beside(one: Mention, other: Mention, sentence: Sentence) -> bool:
    """Whether two names are joined by "and", with no more than titles between them."""
    between = sentence.doc[sentence.span(one.start, one.end).end :]
    between = between[: sentence.span(other.start, other.end).start - between.start]
    joined = [t for t in between if t.lower_ in ("and", "&")]
    return (
        len(joined) == 1
        and len(between) < 10
        and all(
            t.pos_ not in ("VERB", "AUX", "PRON") and t.text not in (";", ":") and _is_within(t)
            for t in between
        )
    )


def _is_within(token: Token) -> bool:
    """No preposition, or that of a title: "the ambassador in X, Y"."""
    return token.pos_ != "ADP" or (
        token.lower_ in ("in", "to", "of") and token.nbor(-1).pos_ == "NOUN"
    )


def free_names(sentence: Sentence) -> Iterator[Mention]:
    """The names that are not part of a term of office."""
    for mention in sentence.mentions:
        if not any(t.start < mention.end and mention.start < t.end for t in sentence.terms):
            yield mention


def has_answered(mention: Mention, each: Property, context: Context) -> bool:
    """Whether the reference has a name as a value of the property, of whatever subject."""
    return any(context.names.is_answer(name, each.name) for name in mention.entities)

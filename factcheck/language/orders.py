"""Which of two came first, without a figure: "X is older than Y", "X was opened before Y"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from factcheck.language.apart import leads_to_name
from factcheck.language.compared import comparison
from factcheck.language.making import Answered
from factcheck.language.memory import Context
from factcheck.language.sentences import Hit, Sentence
from factcheck.language.sorts import sort_nouns
from factcheck.language.subjects import Subject
from factcheck.language.trees import clause_of
from factcheck.language.two_subjects import sides
from factcheck.records import Property

if TYPE_CHECKING:
    from spacy.tokens import Token

#: a date before the other's is the lesser one
_AGES = {"older": "less", "younger": "more", "newer": "more"}
_ORDERS = {"before": "less", "after": "more", "earlier": "less", "later": "more"}
#: verbs of how a thing comes to be: its age is counted from there
_BEGINNINGS = frozenset(("found", "establish", "build", "open", "release", "publish"))
#: words between a verb and "before" that tell no more than how long
_BETWEEN = frozenset(
    ("long", "shortly", "soon", "well", "even", "only", "just", "up", "a", "year", "years", "few",
     "some", "several")
)  # fmt: skip


def find_orders(
    sentence: Sentence, subjects: Sequence[Subject], context: Context
) -> Iterator[Answered]:
    """Answers that set the date of one subject before or after that of another."""
    if sentence.words.isdisjoint(_AGES.keys() | _ORDERS.keys()):
        return
    named = [s for s in subjects if s.how == "named"]
    for token in sentence.tokens:
        link = _link(token)
        if link is None or not leads_to_name(link, sentence):
            continue
        if token.lower_ in _AGES:
            said, able = _AGES[token.lower_], _of_age(context)
        else:
            said, able = _ORDERS[token.lower_], _of_verb(token, sentence)
        for each in able:
            pair = sides(each, link, named, context)
            if (
                pair is None
                or not _is_told_of(pair[0], token)
                or _is_other(token, pair[0], context)
            ):
                continue
            if token.lower_ not in _AGES or _is_age_of(pair[0], each, context):
                made = _answer(token, link, said, each, *pair, sentence, context)
                # "five years before Y": right only if that is, which `apart.py` asks
                yield replace(made, learned=True) if _is_by_length(token, sentence) else made


def _link(token: Token) -> Token | None:
    """The word that the other name follows: "than" of "older than", "before" itself."""
    following = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else None
    if token.lower_ in ("before", "after"):
        return token
    if following is not None and following.pos_ == "NOUN" and token.lower_ in _AGES:
        following = token.doc[token.i + 2] if token.i + 2 < len(token.doc) else None
    is_than = following is not None and following.lower_ == "than"  # "an older club than Y"
    return following if is_than and token.lower_ in {**_AGES, **_ORDERS} else None


def _of_age(context: Context) -> list[Property]:
    return [p for p in context.names.properties() if p.type == "date" and p.kind == "start_date"]


def _is_age_of(subject: Subject, each: Property, context: Context) -> bool:
    """Whether the age is counted from that date: of a person from the birth, of a ship from its
    launch."""
    entity = context.names.entity(subject.name)
    said = {word for verb in each.verbs for word in verb.split()}
    if entity is None or entity.type in ("", "person"):
        return "born" in said
    return not _BEGINNINGS.isdisjoint(said) or each.name.startswith("launch")


def _of_verb(token: Token, sentence: Sentence) -> list[Property]:
    """The dates of the verb before "before", with its object or how long between."""
    lengths = [sentence.span(v.start, v.end) for v in sentence.values if v.kind == "duration"]
    place = token.i
    while place and (
        sentence.doc[place - 1].lower_ in _BETWEEN
        or any(span.start < place <= span.end for span in lengths)
    ):
        place -= 1
    return [
        each
        for hit in sentence.hits
        if hit.form == "verb" and _leads_to(hit, place, sentence)
        for each in hit.properties
        if each.type == "date"
    ]


def _is_by_length(token: Token, sentence: Sentence) -> bool:
    lengths = [v for v in sentence.values if v.kind == "duration"]
    return any(sentence.span(v.start, v.end).end == token.i for v in lengths)


def _leads_to(hit: Hit, place: int, sentence: Sentence) -> bool:
    """Whether nothing but the object stands between a verb and a place behind it."""
    if not hit.end < place:
        return hit.end == place
    objects = [c for c in sentence.doc[hit.start].children if c.dep_ == "obj"]
    between = sentence.doc[hit.end : place]
    return len(objects) == 1 and all(objects[0] in (t, *t.ancestors) for t in between)


def _is_told_of(subject: Subject, token: Token) -> bool:
    """Whether the subject, and nothing of it, is what is older or came first."""
    is_age = token.lower_ in _AGES and token.dep_ != "amod"
    heads = {token.i} if is_age else {token.head.i, clause_of(token).i}
    own = [t for group in subject.tokens for t in group]
    clause = clause_of(token)
    if clause.dep_ == "acl:relcl" and clause.i in heads and clause.head in own:
        return True  # "X, which was opened before Y"
    return any(t.dep_.startswith("nsubj") and t.head.i in heads for t in own)


def _is_other(token: Token, subject: Subject, context: Context) -> bool:
    """ "an older ship than": as something else than it is known to be."""
    noun = token.head
    is_as = token.dep_ == "amod" and noun.i > token.i and noun.pos_ == "NOUN"
    return is_as and noun.lemma_.lower() not in sort_nouns(subject.name, context.names)


def _answer(
    token: Token,
    link: Token,
    said: str,
    each: Property,
    ours: Subject,
    other: Subject,
    sentence: Sentence,
    context: Context,
) -> Answered:
    return comparison(
        token, link, said, each, ours, other.name, (None, None), "order", sentence, context
    )

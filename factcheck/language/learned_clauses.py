"""What in the clause of a value makes it something else's than a learned reading has it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.language.changes import is_difference
from factcheck.language.fitting_kinds import own_words
from factcheck.language.memory import Context
from factcheck.language.sentences import Sentence, forms
from factcheck.language.strangers import (
    case_of,
    is_named,
    is_unknown,
    scope_of,
    strange_complements,
)
from factcheck.language.subjects import Subject
from factcheck.language.times import is_time
from factcheck.language.trees import clause_of, clauses_above, sharing_subject
from factcheck.measures.values import Value
from factcheck.records import Property, Question

if TYPE_CHECKING:
    from spacy.tokens import Token

#: what acts, or is acted on, in a clause
_ACTING = ("nsubj", "nsubj:pass", "obj", "obl:agent", "attr", "xcomp")
#: what leads to what something is for, or about
_FOR = ("for", "to", "on", "with", "against", "of", "as", "in")

_BY_YEAR = re.compile(r"\b[Bb]y (20\d\d)\b")
#: of whom so many do something
_OF_THEM = re.compile(r"(?:^|[.;,]\s)[Oo]f\b[^.;,]*$")
#: endings of a noun for who does what a verb says
_WHO_DOES = ("er", "or", "r")
#: what tells which of those counted are meant
_WITHIN = frozenset(("in", "from", "within", "outside", "with", "without"))


@dataclass(frozen=True, slots=True)
class Likely:
    """A property that a value is likely of, by what stands around it."""

    property: Property
    #: with that of its twins (`learned_twins.py`), and alone
    p: float
    alone: float
    #: how likely the likeliest other property is
    beside: float
    #: the probabilities of subjects, by name
    subjects: Mapping[str, float]
    #: what the sentence tells for sure
    told: Sequence[Question]
    #: whether the value tells when something else was
    is_when: bool


def may_be_difference(value: Value, sentence: Sentence) -> bool:
    """Whether a sum or count is what something changed by; a percentage may be just that."""
    return value.kind != "percentage" and is_difference(value, sentence)


def counts_others(value: Value, each: Property, sentence: Sentence) -> bool:
    """Whether a value counts what the property does not."""
    if each.type != "number" or value.of is None or not each.counts:
        return False
    span = sentence.span(value.start, value.end)
    run = sentence.doc[span.start : span.end + len(value.of.split())]
    own = own_words(each)
    # "31,400 runners finished", of finishers
    verbs = [run.root.head, *(c for c in run.root.children if c.dep_ == "acl:relcl")]
    doing = {verb.lemma_.lower() + end for verb in verbs for end in _WHO_DOES}
    return own.isdisjoint(doing) and own.isdisjoint(form for t in run for form in forms(t))


def counts_what_is_like_it(value: Value, each: Property, sentence: Sentence) -> bool:
    """ "16 Larkham Prize nominations", of Larkham Prizes won: the word for what is counted tells
    only more of another."""
    if each.type != "number" or value.of is None or not each.counts:
        return False
    start = sentence.span(value.start, value.end).end
    said = sentence.doc[start : start + len(value.of.split())]
    if len(said) < 2 or said[-1].pos_ != "NOUN":
        return False
    own = own_words(each)
    is_head = not own.isdisjoint(forms(said[-1]))
    return not is_head and not own.isdisjoint(form for t in said[:-1] for form in forms(t))


def strangers_beside(
    value: Value, subject: Subject, sentence: Sentence, context: Context
) -> Iterator[tuple[Token, bool]]:
    """ "Samsung paid 1.04 trillion won", "7 trillion won for jets", "payments to farmers rose",
    "the war of 1950": who acts, or what it is about, does not go with the subject; each with
    whether it is only a thing that acts, is acted on or is told of beside ("left the factory")."""
    scope, token = scope_of(subject.name, context), sentence.token(value)
    if _stands_beside(token, subject):
        yield from ((each, False) for each in strange_complements(token, scope, sentence))
        return
    is_part = token.dep_.startswith("nmod") and not _is_said_of_name(token.head, sentence)
    if is_part and is_unknown(token.head, scope, sentence):
        yield token.head, True
    if is_time(value) and is_unknown(token, scope, sentence, counted=False):
        yield token, False  # "the 2017 rebuild"
    if not subject.is_said() and _is_of_a_stranger(token, subject.name, sentence):
        yield token, False
    nouns = {token.i: token, token.head.i: token.head}
    nouns |= {noun.i: noun for noun in _of_what(token)}
    clause = clause_of(token)
    if clause.dep_ == "acl:relcl" and clause.head.pos_ == "NOUN":
        # "a treaty on cod that has 24 articles"
        if is_unknown(clause.head, scope, sentence):
            yield clause.head, False
        nouns[clause.head.i] = clause.head
    if clause.pos_ == "PROPN" and is_unknown(clause, scope, sentence):
        yield clause, False  # "has been in the European Union since 2004"
    for child in clause.children:
        if child.dep_ in _ACTING or _tells_what_for(child):
            if is_unknown(child, scope, sentence):
                yield child, not child.dep_.startswith("nsubj")
            nouns[child.i] = child
    for noun in nouns.values():
        yield from ((e, False) for e in _spent_on(noun) if is_unknown(e, scope, sentence))
        for each in strange_complements(noun, scope, sentence):
            yield each, each.dep_ == "nmod" and not noun.dep_.startswith("nsubj")


def _stands_beside(token: Token, subject: Subject) -> bool:
    """ "over X, an 11,000-kilometre system": who acts in the clause does not matter."""
    own = {t.i for group in subject.tokens for t in group}
    above = (token, token.head, token.head.head)
    return any(each.dep_ == "appos" and each.head.i in own for each in above)


def _is_said_of_name(noun: Token, sentence: Sentence) -> bool:
    """ "X is a club of fifteen countries": a noun that says what X is."""
    return any(c.dep_ == "nsubj" and is_named(c, sentence) for c in noun.children)


def is_its_own(value: Value, subject: Subject, sentence: Sentence, context: Context) -> bool:
    """Whether a value hangs by a word of its subject, or by what the subject does: "X, the sixth
    storm of 2017", "X's 512-metre crest", "X won approval on 23 March"; but not by what it does
    with somebody unknown: "X entered the Larkham League in 1986"."""
    token, scope = sentence.token(value), scope_of(subject.name, context)
    own = {t.i for group in subject.tokens for t in group}
    clause = clause_of(token)
    acting = {c.i for c in clause.children if c.dep_ in ("nsubj", "nsubj:pass")}
    above = {token.i, token.head.i, token.head.head.i}
    below = {t.i for t in (*token.children, *token.head.children) if t.dep_.startswith("nmod")}
    objects = [c for c in clause.children if c.dep_ == "obj" and c.pos_ == "PROPN"]
    objects += [clause] if clause.pos_ == "PROPN" else []
    if any(is_unknown(each, scope, sentence) for each in objects):
        return False
    return bool(own & (acting | below | above))


def is_to_come(value: Value, sentence: Sentence, context: Context) -> bool:
    """ "By 2032 the club's got 35 members": a year to come, other than the value itself."""
    day = context.asked_on
    years = [found[1] for found in _BY_YEAR.finditer(sentence.raw) if found[1] != value.text]
    return day is not None and any(int(year) > day.year for year in years)


def _of_what(token: Token) -> Iterator[Token]:
    """The nouns in "86 percent of the costs of the schools"."""
    for child in token.children:
        if child.dep_ == "nmod" and case_of(child) == "of":
            yield child
            yield from _of_what(child)


def _spent_on(noun: Token) -> Iterator[Token]:
    """What the noun is for, told by a participle: "of GDP spent on pensions"."""
    for done in noun.children:
        if done.dep_ == "acl":
            yield from (c for c in done.children if c.dep_ == "obl" and case_of(c) in _FOR)


def acting_clause(value: Value, sentence: Sentence) -> Token:
    """The clause of a value, or the nearest above it in which somebody acts."""
    clauses = list(clauses_above(sentence.token(value)))
    acting = (c for c in clauses if any(child.dep_ == "nsubj" for child in c.children))
    return next(acting, clauses[0])


def counts_some(value: Value, subject: Subject, sentence: Sentence) -> bool:
    """ "the club's 23 members in the league", "of its members 23 are in it": how many of them are
    somewhere."""
    token = sentence.token(value)
    counted = token.head if token.dep_ == "nummod" else token
    own = {t.i for group in subject.tokens for t in group}
    if value.kind == "number" and _OF_THEM.search(sentence.raw[: value.start - sentence.start]):
        return True
    return value.kind == "number" and any(
        child.dep_ == "nmod"
        and child.pos_ != "NUM"
        and case_of(child) in _WITHIN
        and own.isdisjoint(t.i for t in child.subtree)
        for child in counted.children
    )


def is_of_a_new_one(value: Value, sentence: Sentence) -> bool:
    """ "A treaty that 16 countries signed has 24 articles": what a text brings up as new is none
    that is known."""
    clause = clause_of(sentence.token(value))
    nouns = [c for c in clause.children if c.dep_.startswith("nsubj")]
    nouns += [clause.head] if clause.dep_ == "acl:relcl" else []
    new = ("a", "an", "another", "some")
    return any(c.lower_ in new and c.dep_ == "det" for noun in nouns for c in noun.children)


def _is_of_a_stranger(token: Token, name: str, sentence: Sentence) -> bool:
    """ "The Larkham Free Trade Agreement was signed in 1992", "the treaty of Larkham": a name that
    nothing is known of."""
    *_, clause = sharing_subject(clause_of(token), ("conj",))
    acting = [c for c in clause.children if c.dep_ in _ACTING and c.i > 0]
    agents = [c for c in acting if c.dep_.startswith("nsubj")]
    acting += [c for noun in agents for c in noun.children if case_of(c) == "of"]
    names = [c for c in acting if c.pos_ in ("NOUN", "PROPN") and c.text[0].isupper()]
    return any(
        t.text[0].isupper() and t.text not in name and t.dep_ != "det"
        for noun in names
        if not is_named(noun, sentence)
        for t in (noun, *noun.children)
    )


def _tells_what_for(child: Token) -> bool:
    case = case_of(child) if child.dep_ == "obl" else None
    return case in _FOR and (case != "in" or child.pos_ == "NOUN")

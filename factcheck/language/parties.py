"""Who or what: names as answers ("was signed by X", "the host city was Y", "joined Z")."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

from factcheck.language.clefts import clefted
from factcheck.language.making import Answered
from factcheck.language.memory import Context
from factcheck.language.sentences import Hit, Sentence
from factcheck.language.subjects import Subject
from factcheck.language.times import is_time, period_of
from factcheck.language.trees import clause_of, depends_on, distance
from factcheck.language.words import word_set
from factcheck.measures.periods import Period
from factcheck.measures.values import Value
from factcheck.records import Mention, Property, Question

if TYPE_CHECKING:
    from spacy.tokens import Token

_NEAR = 4.0
#: types of places: whatever is in a city is also in its country
_PLACES = frozenset(("place", "city", "town", "village", "region", "capital", "site", "port"))


def find_parties(
    sentence: Sentence, subjects: Sequence[Subject], context: Context
) -> Iterator[Answered]:
    """Answers given by names, for properties whose values are names."""
    for hit in sentence.hits:
        able = [each for each in hit.properties if each.type == "entity"]
        able = [each for each in able if each.kind == "party_or_actor"]
        if not able or _is_denied_elsewhere(hit, sentence):
            continue
        for mention in _answering(hit, sentence):
            # of two sides first the one for which somebody of that name ever answered
            for each in sorted(able, key=lambda p: not _has_answered(mention, p, context)):
                if not _is_of_type(mention, each, context):
                    continue
                subject = _subject(each, mention, hit, sentence, subjects, context)
                if subject is not None:
                    yield _answer(mention, each, hit, subject, sentence, context)


def _answering(hit: Hit, sentence: Sentence) -> Iterator[Mention]:
    """The names that answer who or what, and those set beside them: "X and ambassador Y"."""
    free = list(_free(sentence))
    found = [one for one in free if _is_answer(sentence.token(one), hit, sentence)]
    # "X, president of Y, and Z met": one office has one holder
    several = hit.form == "verb" or sentence.doc[hit.end - 1].tag_ in ("NNS", "NNPS")
    for one in free:
        pairs = [(one, other) if one.start < other.start else (other, one) for other in found]
        is_beside = any(_are_beside(first, second, sentence) for first, second in pairs)
        if one in found or (several and is_beside):
            yield one


def _are_beside(one: Mention, other: Mention, sentence: Sentence) -> bool:
    """Whether two names are joined by "and", with no more than titles between them."""
    between = sentence.doc[sentence.span(one.start, one.end).end :]
    between = between[: sentence.span(other.start, other.end).start - between.start]
    joined = [t for t in between if t.lower_ in ("and", "&")]
    return (
        len(joined) == 1
        and len(between) < 8
        and all(
            t.pos_ not in ("VERB", "AUX", "ADP", "PRON") and t.text not in (";", ":")
            for t in between
        )
    )


def _is_denied_elsewhere(hit: Hit, sentence: Sentence) -> bool:
    """A "not" that does not stand right before the verb or noun: whose it is, is open."""
    places = [t.i for t in sentence.tokens if t.lower_ in ("not", "n't", "never")]
    return any(not 0 < hit.start - place <= 3 for place in places)


def _free(sentence: Sentence) -> Iterator[Mention]:
    """The names that are not part of a term of office."""
    for mention in sentence.mentions:
        if not any(t.start < mention.end and mention.start < t.end for t in sentence.terms):
            yield mention


def _is_of_type(mention: Mention, each: Property, context: Context) -> bool:
    """Whether the name is of a type that the property's values are of: a person, a country."""
    wanted = context.names.types_of_answers(each.name)
    found = {e.type for name in mention.entities if (e := context.names.entity(name)) and e.type}
    if wanted & found or (wanted & _PLACES and found & _PLACES):
        return True
    return _has_answered(mention, each, context)


def _has_answered(mention: Mention, each: Property, context: Context) -> bool:
    return any(context.names.is_answer(name, each.name) for name in mention.entities)


def _is_answer(token: Token, hit: Hit, sentence: Sentence) -> bool:
    """Agent of the verb ("by X", "X signed"), its place ("in X"), or predicate of the noun."""
    head = sentence.doc[hit.end - 1] if hit.form == "noun" else sentence.doc[hit.start]
    if hit.form == "verb":
        if token.dep_ == "nsubj" and any(_is_counted(c) for c in head.children):
            return False
        if _is_by(token, head) or _is_elliptic(token, head) or clefted(token, head):
            return True
        if head.dep_ == "acl:relcl" and head.head.i == token.i:
            return any(c.lower_ == "who" and c.dep_ == "nsubj" for c in head.children)
        return token.head.i == head.i and _has_role(token)
    if hit.form != "noun" or distance(token, head) > _NEAR:
        return False
    if token.dep_ == "appos" or head.dep_ == "appos":
        return token.head.i == head.i or head.head.i == token.i
    if _is_in(token, head):
        return True
    if token.dep_ == "nmod" and token.head.i == head.i:  # "a member of X", "signatures of X"
        of = any(c.lower_ == "of" and c.dep_ == "case" for c in token.children)
        return of and (
            any(child.dep_ == "cop" for child in head.children) or head.dep_ in ("obj", "obl")
        )
    if token.dep_ == "nsubj" and _is_predicate(head, token.head):
        return True
    for one, other in ((token, head), (head, token)):
        is_subject = one.dep_.startswith("nsubj") and one.head.i == other.i
        if is_subject and any(child.dep_ == "cop" for child in other.children):
            return True
    return False


def _is_counted(part: Token) -> bool:
    """ "won 72 seats" is not "won the election"."""
    return part.dep_ == "obj" and any(c.dep_ == "nummod" for c in part.children)


def _is_predicate(noun: Token, verb: Token) -> bool:
    """ "finished as the top scorer", "became the host": what the verb makes of its subject."""
    if noun.head.i != verb.i:
        return False
    if noun.dep_ in ("xcomp", "obj") and verb.lemma_.lower() in ("become", "remain", "finish"):
        return True
    return noun.dep_ == "obl" and any(c.lower_ == "as" for c in noun.children)


def _is_in(token: Token, noun: Token) -> bool:
    """ "has its headquarters in X", "the ceremony took place in X": the place of what is named."""
    if not any(c.lower_ in ("in", "at") and c.dep_ == "case" for c in token.children):
        return False
    return token.i > noun.i and token.head.i in (noun.i, noun.head.i) and noun.dep_ != "nsubj"


def _is_by(token: Token, verb: Token) -> bool:
    """ "signed in Larkham on Monday by X": the last verb before "by", whatever the tree says."""
    if verb.tag_ != "VBN" or not (
        any(c.lower_ == "by" for c in token.children) or _follows_by(token)
    ):
        return False
    verbs = [t for t in token.doc[: token.i] if t.pos_ == "VERB"]
    return bool(verbs) and verbs[-1].i == verb.i


def _follows_by(token: Token) -> bool:
    """Whether "by" stands before a name and its titles, whatever the tree says."""
    for other in reversed(list(token.doc[max(token.i - 6, 0) : token.i])):
        if other.lower_ == "by":
            return True
        if other.pos_ not in ("PROPN", "NOUN", "ADJ", "DET", "PUNCT") or other.text == ",":
            return False
    return False


def _is_elliptic(token: Token, verb: Token) -> bool:
    """ "X signed for the one side, Y for the other": the verb is not said again."""
    if token.head.i != verb.i or token.dep_ not in ("parataxis", "conj", "appos"):
        return False
    return token.i > verb.i and not any(t.pos_ in ("VERB", "AUX") for t in token.subtree)


def _has_role(token: Token) -> bool:
    if token.dep_ in ("nsubj", "nsubj:pass", "obj", "obl:agent"):
        return True
    case = [c.lower_ for c in token.subtree if c.dep_ == "case" and c.i < token.i]
    return token.dep_ == "obl" and bool({"by", "in", "at"}.intersection(case))


def _subject(
    each: Property,
    mention: Mention,
    hit: Hit,
    sentence: Sentence,
    subjects: Sequence[Subject],
    context: Context,
) -> Subject | None:
    head = sentence.doc[hit.start]
    scored = [
        (subject.away_from(head), index, subject)
        for index, subject in enumerate(subjects)
        if subject.name not in mention.entities
        and subject.how != "referred"
        and each.name in context.names.properties_of(subject.name)
        and not _is_outside(subject, head)
    ]
    near = [one for one in sorted(scored, key=lambda s: s[:2]) if one[0] <= _NEAR + 2]
    return near[0][2] if near else None


def _is_outside(subject: Subject, verb: Token) -> bool:
    """ "X, who later led Y, signed Z": what X led is not Z."""
    if verb.dep_ != "acl:relcl":
        return False
    tokens = [t for group in subject.tokens for t in group]
    return bool(tokens) and not any(clause_of(t).i == verb.i or depends_on(verb, t) for t in tokens)


def _time_of(hit: Hit, sentence: Sentence, asked_on: date | None) -> Period | None:
    """The one time by the words: "president from 2011 to 2019", "in 2013 the president was"."""
    head = sentence.doc[hit.end - 1]
    begins = word_set("spells", "copulas.begin") | word_set("spells", "office.begin")
    if begins & {head.lemma_.lower(), head.head.lemma_.lower()}:
        return None  # when it began: `spells.py`
    times = [
        v
        for v in sentence.values
        if is_time(v) and clause_of(sentence.token(v)).i in (head.i, clause_of(head).i)
    ]
    period = period_of(times[0]) if len(times) == 1 else None
    if period is not None and period.last is None:  # "has had its seat there since 1965"
        return Period(asked_on, asked_on) if asked_on else None
    return period


def _answer(
    mention: Mention,
    each: Property,
    hit: Hit,
    subject: Subject,
    sentence: Sentence,
    context: Context,
) -> Answered:
    start, end = mention.start, mention.end
    value = Value(start, end, mention.text, "entity", "|".join(mention.entities))
    question = Question(
        subject.name, each.name, _time_of(hit, sentence, context.asked_on), context.asked_on
    )
    words = sentence.doc[hit.start : hit.end].text
    why = (f"party: {each.name} by {hit.form} {words!r}", f"subject: {subject.name}")
    certain = subject.how != "implied"
    return Answered(start, end, question, "party_or_actor", value, why, certain=certain)

"""Who or what: names as answers ("was signed by X", "the host city was Y", "joined Z")."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from factcheck.language.acts import done_to, is_doer
from factcheck.language.answering_names import (
    called,
    is_answer_to,
    is_said_of,
    is_set_beside,
)
from factcheck.language.descriptions import parties_of
from factcheck.language.evident import is_only_implied
from factcheck.language.making import IMPLIED, Answered
from factcheck.language.memory import Context
from factcheck.language.misnumbered import NEWS
from factcheck.language.other_parts import is_denied_of, is_other_part
from factcheck.language.party_doubts import (
    is_denied_elsewhere,
    is_light,
    is_of_apposition,
    is_within_name,
    sort_told,
)
from factcheck.language.party_subjects import subject_of
from factcheck.language.sentences import Hit, Sentence
from factcheck.language.set_beside import by_part, free_names, has_answered, is_among
from factcheck.language.strange_names import strangers_in
from factcheck.language.subjects import Subject
from factcheck.language.tenses import tense_of
from factcheck.language.times import is_time, period_of
from factcheck.language.trees import clause_of, clauses_above
from factcheck.language.words import word_set
from factcheck.measures.periods import Period
from factcheck.measures.values import Value
from factcheck.records import Mention, Property, Question

if TYPE_CHECKING:
    from spacy.tokens import Token

_DENYING = frozenset(("not", "n't", "n’t", "never", "nor", "neither"))
#: types of places: whatever is in a city is also in its country
_PLACES = frozenset(("place", "city", "town", "village", "region", "capital", "site", "port"))


def find_parties(
    sentence: Sentence, subjects: Sequence[Subject], context: Context
) -> Iterator[Answered]:
    """Answers given by names, for properties whose values are names."""
    for hit in sentence.hits:
        able = [each for each in hit.properties if each.type == "entity"]
        able = [each for each in able if each.kind == "party_or_actor"]
        if not able or is_denied_elsewhere(hit, sentence):
            continue
        undergoing = done_to(hit, able, sentence, context)
        yield from _strange(hit, able, undergoing, sentence, subjects, context)
        for mention in _answering(hit, undergoing, sentence):
            # of two sides first the one for which somebody of that name ever answered
            for each in sorted(able, key=lambda p: not has_answered(mention, p, context)):
                if not _is_of_type(mention, each, context):
                    continue
                subject = subject_of(each, mention, hit, sentence, subjects, context)
                if subject is None or _is_near(mention, subject.name, each, context):
                    continue
                yield _answer(mention, each, hit, subject, sentence, context)


def _strange(
    hit: Hit,
    able: Sequence[Property],
    undergoing: Token | None,
    sentence: Sentence,
    subjects: Sequence[Subject],
    context: Context,
) -> Iterator[Answered]:
    """Answers by a name that the reference does not know, or knows as nothing of the sort; none
    in a sentence that denies something."""
    subjects = [one for one in subjects if one.how in ("named", "picked", "referred")]
    above = {head.i for head in clauses_above(sentence.doc[hit.start])}
    denied = [t for t in sentence.tokens if t.lower_ in _DENYING and clause_of(t).i in above]
    denied = [t for t in denied if not is_of_apposition(t, sentence.doc[hit.start])]
    if not subjects or denied or is_light(hit, sentence):
        return
    others = [
        m for m in free_names(sentence) if not any(_is_of_type(m, each, context) for each in able)
    ]
    known = list(_answering(hit, undergoing, sentence)) if hit.form == "verb" else []
    for mention in (*strangers_in(sentence), *others):
        token, sort = called(sentence.token(mention))
        answers = _is_answer(mention, hit, undergoing, sentence, token)
        if not (answers or is_among(mention, known, sentence)):
            continue
        for each in by_part(able, mention, sentence, subjects, context):
            subject = subject_of(each, mention, hit, sentence, subjects, context)
            if subject is None or not is_said_of(hit, subject, sentence):
                continue
            if is_within_name(subject, sentence, context):
                continue
            known_as = {f.value for f in context.names.facts(subject.name, each.name)}
            if answers and len(known_as) == 1 and known_as.pop() in sentence.raw:
                continue  # "X directed it at Y"
            if parties_of(subject.name, context).intersection(mention.entities):
                continue  # "A and B sign the pact", by somebody
            sort = sort_told(mention, hit, sentence) or sort
            if context.names.is_other(mention.text, subject.name, each.name, sort):
                named = replace(mention, entities=(mention.text,))
                answer = _answer(named, each, hit, subject, sentence, context)
                yield answer if answers else replace(answer, at=(known[0].start, known[0].end))


def _answering(hit: Hit, undergoing: Token | None, sentence: Sentence) -> Iterator[Mention]:
    """The names that answer who or what, and those set beside them: "X and ambassador Y"."""
    free = list(free_names(sentence))
    found = [one for one in free if _is_answer(one, hit, undergoing, sentence)]
    # "X, president of Y, and Z met": one office has one holder
    several = hit.form == "verb" or sentence.doc[hit.end - 1].tag_ in ("NNS", "NNPS")
    for one in free:
        if one in found or (several and is_among(one, found, sentence)):
            yield one


def _is_answer(
    one: Mention,
    hit: Hit,
    undergoing: Token | None,
    sentence: Sentence,
    named: Token | None = None,
) -> bool:
    """Whether a name answers the words of a property, or stands beside the noun of its part; not
    the one to which it was done. `named`: what stands for it ("the town of X")."""
    span = sentence.span(one.start, one.end)
    if undergoing is not None and (undergoing in span or is_doer(span.root, hit, sentence)):
        return undergoing not in span
    if named is not None and is_answer_to(named, hit, sentence):
        return True
    # the parser may hang either word of a name by the verb
    words = [token for token in span if token.pos_ == "PROPN" or token.i == span.root.i]
    if any(is_answer_to(token, hit, sentence) for token in words):
        return True
    if _is_titled(one, hit, sentence):
        return True
    noun, before = sentence.doc[hit.end - 1], sentence.doc[max(hit.start - 1, 0)]
    is_owned = hit.form == "noun" and (before.tag_ == "POS" or before.lower_ in ("its", "whose"))
    return is_owned and is_set_beside(sentence.span(one.start, one.end), noun)


def _is_titled(one: Mention, hit: Hit, sentence: Sentence) -> bool:
    """ "Larkham United owner X", "the Hall's director X": a title between the two names; or, with
    what the sentence before spoke of, at the beginning: "Director X"."""
    span, noun = sentence.span(one.start, one.end), sentence.doc[hit.end - 1]
    if hit.form != "noun" or span.start != hit.end:
        return False
    if not hit.start or noun.dep_ not in ("nmod:desc", "compound"):
        return not hit.start
    before = hit.start - (1 if sentence.doc[hit.start - 1].tag_ == "POS" else 0)
    spans = (sentence.span(other.start, other.end) for other in sentence.mentions)
    return any(other.end == before for other in spans)


def _is_of_type(mention: Mention, each: Property, context: Context) -> bool:
    """Whether the name is of a type that the property's values are of: a person, a country."""
    wanted = context.names.types_of_answers(each.name)
    found = {e.type for name in mention.entities if (e := context.names.entity(name)) and e.type}
    if wanted & found or (wanted & _PLACES and found & _PLACES):
        return True
    return has_answered(mention, each, context)


def _is_near(mention: Mention, subject: str, each: Property, context: Context) -> bool:
    """ "based in Austria" of what is based in its capital."""
    return any(context.names.is_nearby(name, subject, each.name) for name in mention.entities)


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


def _day_of_news(name: Mention, sentence: Sentence) -> Period | None:
    """The day on which a holder of an office does something, as news tell it: "the club's
    president, X, said on Thursday"."""
    clause = clause_of(sentence.token(name))
    days = [
        value
        for value in sentence.values
        if is_time(value) and NEWS.search(value.text)
        if clause_of(sentence.token(value)).i == clause.i
    ]
    return period_of(days[0]) if len(days) == 1 else None


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
    news = _day_of_news(mention, sentence) if hit.form == "noun" else None
    time = _time_of(hit, sentence, context.asked_on) or news
    question = Question(subject.name, each.name, time, context.asked_on)
    words = sentence.doc[hit.start : hit.end].text
    why = (f"party: {each.name} by {hit.form} {words!r}", f"subject: {subject.name}")
    # "X will win": whoever it is, it is not known yet
    is_to_come = hit.form == "verb" and tense_of(sentence.doc[hit.start]) == "future"
    # "took over in 2021", who did in 2023: the date is wrong, or the name
    is_dated = news is None and (time is not None or any(map(is_time, sentence.values)))
    is_then = is_dated and _is_so_at_times(mention, subject.name, each, context)
    negated = True if is_denied_of(mention, hit, sentence) else None
    made = Answered(start, end, question, "party_or_actor", value, why, negated=negated)
    return made.unless(
        (is_only_implied(subject, sentence, context), IMPLIED),
        (_acts_by_others(mention, each, context), "others may have acted for them"),
        (is_other_part(hit, each, subject, sentence, context), "of another part of it"),
        (is_to_come, "it is still to come"),
        (is_then, "so it was at another time"),
    )


def _is_so_at_times(mention: Mention, subject: str, each: Property, context: Context) -> bool:
    """Whether a name answers for the subject, at some time or other."""
    facts = (f for name in mention.entities for f in context.names.relations(name, subject))
    return any((f.subject, f.property) == (subject, each.name) for f in facts)


def _acts_by_others(mention: Mention, each: Property, context: Context) -> bool:
    """ "Obama signed the deal": an office-holder in whose name others may have done it."""
    held = any(context.names.terms(name) for name in mention.entities)
    return held and not has_answered(mention, each, context)

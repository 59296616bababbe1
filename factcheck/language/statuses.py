"""Status: "X terminated the deal", "is still in force", "has expired"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from factcheck.language.given_up import acted_on, has_other_name, is_of_own_sentence, meant_by_it
from factcheck.language.making import Answered
from factcheck.language.memory import Context
from factcheck.language.sentences import Sentence, forms
from factcheck.language.subjects import Subject
from factcheck.language.times import is_time, period_of
from factcheck.language.trees import clause_of
from factcheck.language.unreal import is_done
from factcheck.language.words import DATED, word_set, words
from factcheck.measures.periods import Period
from factcheck.measures.values import Value
from factcheck.records import Fact, Question

if TYPE_CHECKING:
    from spacy.tokens import Token

_NEAR = 4.5
_LEAVE = frozenset(("withdraw", "pull", "walk", "back", "exit"))
#: what says that something is in force, or the word that the parser takes for it
_STANDING = ("be", "remain", "stay", "force", "effect", "still", "longer", "long")
_HAS = frozenset(("has", "have", "'s", "'ve", "’s", "’ve"))
#: "before it has run its course": it has not
_TO_COME = frozenset(("before", "until", "till", "once", "when", "unless", "if", "as"))


def find_statuses(
    sentence: Sentence, subjects: Sequence[Subject], context: Context
) -> Iterator[Answered]:
    """Answers about whether something is in force or was ended."""
    for token in sentence.tokens:
        lemma = token.lemma_.lower()
        is_verb = token.pos_ in ("VERB", "AUX")
        if is_verb and word_set("events", "ended.verbs").intersection(forms(token)):
            if not is_done(token):
                continue
            yield from _ended(token, sentence, subjects, context)
        elif is_verb and lemma in word_set("events", "run_out.verbs"):
            yield from _ran_out(token, sentence, subjects, context)
        elif lemma in ("force", "effect") and token.i and token.nbor(-1).lower_ == "in":
            yield from _in_force(token, sentence, subjects, context)


def _lasting(subjects: Sequence[Subject], context: Context) -> Iterator[Subject]:
    """Subjects that can be in force: a series, a member of one, or what was signed or began."""
    dated = {p.name for p in context.names.properties() if p.kind in DATED and p.type == "date"}
    for subject in subjects:
        if subject.how == "implied":
            continue
        entity = context.names.entity(subject.name)
        if entity is not None and entity.type in ("country", "person", "office term", "office"):
            continue
        in_series = context.names.members(subject.name) or (entity and entity.part_of)
        if in_series or dated & context.names.properties_of(subject.name):
            yield subject


def nearest_lasting(
    token: Token, subjects: Sequence[Subject], context: Context, far: float = _NEAR
) -> Subject | None:
    """The subject nearest to a word that can be in force or end."""
    near = _sorted(token, subjects, context)
    return near[0][1] if near and near[0][0] <= far else None


def _sorted(
    token: Token, subjects: Sequence[Subject], context: Context
) -> list[tuple[float, Subject]]:
    scored = [
        (subject.away_from(token) + (1.5 if subject.how == "referred" else 0.0), subject)
        for subject in _lasting(subjects, context)
    ]
    return sorted(scored, key=lambda pair: pair[0])


def _ended(
    verb: Token, sentence: Sentence, subjects: Sequence[Subject], context: Context
) -> Iterator[Answered]:
    left = list(_left(verb))
    objects = acted_on(verb) or left
    if not objects:
        return
    same = meant_by_it(objects[0], verb, _lasting(subjects, context))
    subject = same or nearest_lasting(objects[0], subjects, context, 3.0)
    if subject is None or not (same or is_called(objects[0], subject, context)):
        return
    if objects == left and not _is_party(verb, subject, sentence, context):
        return
    is_own = subject.how == "referred" and is_of_own_sentence(objects[0])
    if is_own or has_other_name(objects[0], subject, sentence, context):
        return
    terms = agents_of(verb, sentence, context)
    if any(is_time(v) and clause_of(sentence.token(v)).i == verb.i for v in sentence.values):
        when = next(v for v in sentence.values if is_time(v))
        period: Period | None = period_of(when)
    else:
        period = whole_of(terms)
    start = sentence.start + verb.idx
    end = sentence.start + max(verb.idx + len(verb), objects[0].idx + len(objects[0]))
    yield status_of(start, end, subject, "ended", period, context, terms, verb, sentence)


def _is_party(verb: Token, subject: Subject, sentence: Sentence, context: Context) -> bool:
    """Whether one of the two sides of an agreement leaves it; of many sides it outlasts one."""
    entity = context.names.entity(subject.name)
    meant = {subject.name, *(entity.part_of if entity else ())}
    sides = [d.entities for d in context.names.descriptions() if d.subject in meant]
    agents = [c.i for c in verb.children if c.dep_ == "nsubj"]
    names = {n for m in sentence.mentions if sentence.token(m).i in agents for n in m.entities}
    for name in list(names):
        offices = [context.names.entity(term.value) for term in context.names.terms(name)]
        names |= {body for office in offices if office for body in office.part_of}
    return any(len(groups) > 1 and names & {*group} for groups in sides for group in groups)


def _left(verb: Token) -> Iterator[Token]:
    """ "withdrew from the deal", "walked away from it": what somebody left."""
    if not _LEAVE.intersection(forms(verb)):
        return
    for child in verb.children:
        cases = {c.lower_ for c in child.children if c.dep_ == "case"}
        if child.dep_ == "obl" and cases & {"from", "of"}:
            yield child


def _ran_out(
    verb: Token, sentence: Sentence, subjects: Sequence[Subject], context: Context
) -> Iterator[Answered]:
    """ "has expired": over by now. With a date it is an event (`events.py`)."""
    # "had expired" is said of a time before
    perfect = any(c.lower_ in _HAS and c.dep_ == "aux" for c in verb.children)
    dated = any(is_time(v) and clause_of(sentence.token(v)).i == verb.i for v in sentence.values)
    speaker = next((c for c in verb.children if c.dep_.startswith("nsubj")), None)
    to_come = any(c.lower_ in _TO_COME and c.dep_ == "mark" for c in verb.children)
    if not perfect or dated or to_come or speaker is None:
        return
    subject = nearest_lasting(speaker, subjects, context, 2.0)
    if subject is not None and is_called(speaker, subject, context):
        start = sentence.start + verb.idx
        end = start + len(verb)
        yield status_of(start, end, subject, "ended", None, context, (), verb, sentence)


def is_called(noun: Token, subject: Subject, context: Context) -> bool:
    """Whether the noun is a name of the subject, or a word for things of its type."""
    if any(noun.i == t.i for group in subject.tokens for t in group):
        return True
    entity = context.names.entity(subject.name)
    nouns = words("types").get(entity.type or "", ()) if entity else ()
    return noun.lemma_.lower() in nouns


def agents_of(verb: Token, sentence: Sentence, context: Context) -> tuple[Fact, ...]:
    """The terms of the office-holder who is said to have done it."""
    for child in verb.children:
        if child.dep_ not in ("nsubj", "obl:agent", "obl"):
            continue
        for term in sentence.terms:
            if sentence.token(term).i == child.i:
                return term.facts
        for mention in sentence.mentions:
            if sentence.token(mention).i == child.i:
                facts = [f for name in mention.entities for f in context.names.terms(name)]
                return begun(facts, context)
        if child.lower_ in ("i", "we") and context.speaker_entity:
            return tuple(context.names.terms(context.speaker_entity))
    return _before(verb, sentence, context)


def _before(verb: Token, sentence: Sentence, context: Context) -> tuple[Fact, ...]:
    """Whatever the tree says: the office-holder named last before the verb, no verb between."""
    for mention in reversed(sentence.mentions):
        token = sentence.token(mention)
        facts = tuple(f for name in mention.entities for f in context.names.terms(name))
        if token.i < verb.i and facts:
            between = sentence.doc[token.i + 1 : verb.i]
            if any(t.pos_ == "VERB" for t in between):
                return ()
            return begun(facts, context)
    return ()


def begun(terms: Sequence[Fact], context: Context) -> tuple[Fact, ...]:
    """The terms of office that have begun by the day of utterance."""
    day = context.asked_on
    return tuple(t for t in terms if day is None or not t.valid.first or t.valid.first <= day)


def whole_of(terms: Sequence[Fact]) -> Period | None:
    """The time from the first of some terms of office to the last."""
    if not terms:
        return None
    lasts = [t.valid.last for t in terms]
    return Period(terms[0].valid.first, None if None in lasts else lasts[-1])


def status_of(
    start: int,
    end: int,
    subject: Subject,
    status: str,
    period: Period | None,
    context: Context,
    terms: tuple[Fact, ...],
    verb: Token,
    sentence: Sentence,
) -> Answered:
    """The answer that something is in force, or has ended, at a time."""
    value = Value(start, end, sentence.quote(start, end), "status", status)
    question = Question(subject.name, "status", period, context.asked_on, "in_force")
    at = (sentence.start + verb.idx, sentence.start + verb.idx + len(verb))
    why = (
        f"status: {status} by {verb.text!r}",
        f"subject: {subject.name}, {subject.how} {subject.why}".strip(),
    )
    return Answered(start, end, question, "status", value, why, terms, at)


def _in_force(
    token: Token, sentence: Sentence, subjects: Sequence[Subject], context: Context
) -> Iterator[Answered]:
    head = clause_of(token)
    is_said = token.dep_ != "conj" or any(c.dep_ == "cop" for c in token.children)
    if head.lemma_.lower() not in _STANDING or not is_said:
        return  # "signed in May and in force since June": told along with something else
    subject = nearest_lasting(token, subjects, context)
    if subject is None or _is_of_then(head, sentence):
        return
    first = token.nbor(-1)
    before = list(sentence.doc[max(token.i - 4, 0) : token.i])
    over = [t for t in before[:-1] if t.lower_ == "no" and t.nbor(1).lower_ == "longer"]
    first = over[0] if over else first
    start, end = sentence.start + first.idx, sentence.start + token.idx + len(token)
    said = "ended" if over else "in force"
    yield status_of(start, end, subject, said, None, context, (), token, sentence)


def _is_of_then(head: Token, sentence: Sentence) -> bool:
    """ "in 2020 no agreement was in force", "was in force from 18 June": said of that time."""
    agents = [c for c in head.children if c.dep_.startswith("nsubj")]
    is_none = any(word.lower_ == "no" for agent in agents for word in agent.children)
    was = any(c.lower_ in ("was", "were") for c in (*head.children, head))
    return (is_none or was) and any(is_time(value) for value in sentence.values)

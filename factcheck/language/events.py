"""Events and their dates: what began, was signed, took effect or ended, and when or under whom.

The verb (or noun) names a date property; the dates and terms of office that hang by it are
the answers. "since 1991" beside a verb of something that goes on answers when it began.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from factcheck.language.excluded import is_excluded
from factcheck.language.making import Answered
from factcheck.language.memory import Context
from factcheck.language.offices import office_holders, terms_of
from factcheck.language.pairing import rivals_of
from factcheck.language.sentences import Hit, Sentence, Term, forms
from factcheck.language.subjects import FAR, Subject
from factcheck.language.times import base_of, is_time, of_another, period_of
from factcheck.language.trees import clause_of, depends_on, distance, heads_clause
from factcheck.language.words import word_set
from factcheck.measures.values import Value
from factcheck.records import Property, Question

if TYPE_CHECKING:
    from spacy.tokens import Token

_DATED = ("start_date", "end_date", "signing_date")
_NEAR_VERB = 5.0
_NEAR_SUBJECT = 8.0
_HAPPEN = ("be", "serve", "become", "come", "date", "take", "happen", "occur", "fall")
_UNITS = frozenset(
    ("day", "days", "week", "weeks", "month", "months", "year", "years", "decade", "decades")
)
#: readings this much farther than the nearest are possible too
_MARGIN = 0.75


def find_events(
    sentence: Sentence, subjects: Sequence[Subject], context: Context
) -> Iterator[Answered]:
    """Answers given by dates, periods and terms of office; of several readings of one date
    that are about as near, each (what no reading refutes is not refuted)."""
    dates: list[Value | Term] = [v for v in sentence.values if is_time(v)]
    for when in [
        *dates,
        *sentence.terms,
        *_actors(sentence, context),
        *office_holders(sentence, context),
    ]:
        if isinstance(when, Value) and (base_of(sentence, when) or _is_now(when)):
            continue
        able = [*subjects, *_dated(when, subjects, context)]
        for hit, each, subject in _links(when, sentence, able, context):
            yield from _answers(when, hit, each, subject, sentence, context)


def _is_now(when: Value) -> bool:
    """ "today", "now": said of how things are, hardly ever of when they came about."""
    return when.text.lower() in ("today", "now", "currently", "nowadays", "at present")


def _actors(sentence: Sentence, context: Context) -> Iterator[Term]:
    """Office-holders who act themselves: "X signed the deal" may mean those under X."""
    for mention in sentence.mentions:
        if sentence.token(mention).dep_ not in ("nsubj", "obl:agent"):
            continue
        if any(t.start < mention.end and mention.start < t.end for t in sentence.terms):
            continue
        facts = terms_of(mention, context)
        if facts:
            person = "|".join(dict.fromkeys(fact.subject for fact in facts))
            yield Term(mention.start, mention.end, mention.text, person, facts, "actor")


def _dated(when: Value | Term, subjects: Sequence[Subject], context: Context) -> Iterator[Subject]:
    """ "the deal was signed in 1989" of a series: the member that this is true of, if any."""
    period = period_of(when) if isinstance(when, Value) else None
    if period is None or period.is_open:
        return
    for subject in subjects:
        for found in context.names.pick(subject.name, "signed_in", str(period), context.asked_on):
            yield replace(subject, name=found.name, why=f"signed in {period}")


def _links(
    when: Value | Term, sentence: Sentence, subjects: Sequence[Subject], context: Context
) -> list[tuple[Hit, Property, Subject]]:
    token = sentence.token(when)
    found: dict[tuple[str, str], tuple[float, Hit, Property, Subject]] = {}
    for hit in sentence.hits:
        verb = sentence.doc[hit.end - 1] if hit.form == "noun" else sentence.doc[hit.start]
        away = _from_event(when, token, verb, sentence)
        if away > _NEAR_VERB or (hit.form == "noun" and not _hangs_by(token, verb)):
            continue
        for each in _spoken_of(hit, when, context):
            if each.type != "date" or each.kind not in _DATED:
                continue
            if is_excluded(each, verb, sentence):
                continue
            rivals = _paired(when, each, sentence, subjects, context)
            for subject in subjects:
                if each.name not in context.names.properties_of(subject.name):
                    continue
                if isinstance(when, Term) and subject.name in when.person.split("|"):
                    continue
                if subject.how == "implied" and not _is_hinted(subject, hit, sentence, context):
                    continue
                if subject.name in rivals or not _may_be_meant(subject, verb):
                    continue
                near = subject.away_from(verb)
                score = away + 0.7 * near + FAR.get(subject.how, 0.0)
                key = (subject.name, each.name)
                if near <= _NEAR_SUBJECT and (key not in found or score < found[key][0]):
                    found[key] = (score, hit, each, subject)
    if not found and str(getattr(when, "value", "")).endswith("/.."):
        found = _since(token, sentence, subjects, context)
    ranked = sorted(found.items(), key=lambda item: (item[1][0], item[0]))
    return [link[1:] for _, link in ranked if link[0] < ranked[0][1][0] + _MARGIN]


def _hangs_by(token: Token, noun: Token) -> bool:
    """Whether a date belongs to an event's noun: its own, or what the noun is said to be."""
    if token.head.i == noun.i:
        return True
    head = clause_of(token)
    return distance(token, noun) < 4 and head.lemma_.lower() in (*_HAPPEN, noun.lemma_.lower())


def _spoken_of(hit: Hit, when: Value | Term, context: Context) -> Iterator[Property]:
    """The properties of a hit; under whom it was concluded is under whom it was signed."""
    yield from hit.properties
    if isinstance(when, Term) and any(each.kind == "signing_date" for each in hit.properties):
        for each in context.names.properties():
            if each.kind == "signing_date" and each not in hit.properties and "sign" in each.verbs:
                yield each


def _paired(
    when: Value | Term,
    each: Property,
    sentence: Sentence,
    subjects: Sequence[Subject],
    context: Context,
) -> frozenset[str]:
    """ "A joined in 1982, B in 1999": the subjects of the other dates."""
    if isinstance(when, Term):
        return frozenset()
    able = [s for s in subjects if each.name in context.names.properties_of(s.name)]
    return rivals_of(when, sentence, able)


def _may_be_meant(subject: Subject, verb: Token) -> bool:
    """A subject that is only referred to must be what the verb speaks of: its "it", "they"."""
    if _is_predicate_of(subject, verb):
        return False
    if subject.how != "referred":
        return True
    near = [t for group in subject.tokens for t in group]
    head = clause_of(verb)
    places = {verb.i, head.i}
    if head.dep_ == "advcl":  # "Signed in 2007, it came into force …"
        places.add(head.head.i)
    return any(t.head.i in places or clause_of(t).i in places for t in near)


def _is_hinted(subject: Subject, hit: Hit, sentence: Sentence, context: Context) -> bool:
    """Whether a noun of another property of the subject stands there ("the payments began")."""
    known = context.names.properties_of(subject.name)
    return any(
        other.form == "noun"
        and other.start != hit.start
        and any(p.name in known for p in other.properties)
        for other in sentence.hits
    )


def _is_predicate_of(subject: Subject, verb: Token) -> bool:
    """ "The deal signed on Monday is the tenth": the date tells which deal, not of the tenth."""
    for token in (t for group in subject.tokens for t in group):
        subjects = [c for c in token.children if c.dep_.startswith("nsubj")]
        if any(depends_on(verb, child) for child in subjects):
            return True
    return False


def _since(
    token: Token, sentence: Sentence, subjects: Sequence[Subject], context: Context
) -> dict[tuple[str, str], tuple[float, Hit, Property, Subject]]:
    """ "has paid since 1991": what goes on began then."""
    begins = [
        p
        for p in context.names.properties()
        if p.type == "date" and p.kind == "start_date" and {"begin", "take office"} & {*p.verbs}
    ]
    found: dict[tuple[str, str], tuple[float, Hit, Property, Subject]] = {}
    for hit in sentence.hits:
        verb = sentence.doc[hit.start]
        if hit.form != "verb" or not _goes_on(verb) or distance(token, verb) > 4:
            continue
        for subject in subjects:
            if subject.how not in ("named", "described", "implied"):
                continue
            known = context.names.properties_of(subject.name)
            for each in begins:
                goes_on = any(p.name in known for p in hit.properties)
                if goes_on and each.name in known:
                    score = distance(token, verb) + 0.7 * subject.away_from(verb)
                    score += FAR.get(subject.how, 0.0)
                    found.setdefault((subject.name, each.name), (score, hit, each, subject))
    return found


def _goes_on(verb: Token) -> bool:
    """ "has paid", "has been paying", "pays": no change, no light verb."""
    lemma = verb.lemma_.lower()
    if lemma in ("be", "have", "make", "take", "set", "get", "give", "hold"):
        return False
    changes = word_set("events", "rise.verbs") | word_set("events", "fall.verbs")
    perfect = any(c.lemma_.lower() == "have" and c.dep_ == "aux" for c in verb.children)
    return changes.isdisjoint(forms(verb)) and (perfect or verb.tag_ in ("VBZ", "VBP"))


def _from_event(when: Value | Term, token: Token, verb: Token, sentence: Sentence) -> float:
    """How far a date is from the event's verb; another clause or noun takes the date away."""
    away = distance(token, verb)
    if isinstance(when, Term):
        if when.role == "actor":
            return away if clause_of(token).i == clause_of(verb).i or away < 3 else 99.0
        if clause_of(token).head.i == clause_of(verb).i:
            return away
        if clause_of(verb).head.i in (token.i, clause_of(token).i):
            return min(away, 3.0)  # "it was under X that …"
    elif _is_counted_from(when, sentence) or of_another(when, verb, sentence):
        return 99.0
    first, last = sorted((token.i, verb.i))
    between = sentence.doc[first + 1 : last]
    head = clause_of(token)
    taken = head.pos_ == "VERB" and head.i != verb.i and token.i - 7 < head.i < token.i
    loose = len(between) < 4 and not any(map(heads_clause, between)) and not taken
    if _is_same_event(token, verb) or loose:
        rivals = [t for t in between if heads_clause(t) and t.pos_ in ("VERB", "AUX")]
        nearer = [t for t in rivals if not depends_on(verb, t) and t.dep_ != "xcomp"]
        return 99.0 if any(distance(token, t) < away - 0.5 for t in nearer) else away
    return 99.0


def _is_counted_from(when: Value, sentence: Sentence) -> bool:
    """ "two years after 1998", "the day after September 11": another day than the one named."""
    start = sentence.span(when.start, when.end).start
    before = [t.lower_ for t in sentence.doc[max(start - 5, 0) : start]]
    for place, word in enumerate(before):
        if word in ("after", "before", "from") and place:
            return before[place - 1] in _UNITS
    return False


def _is_same_event(token: Token, verb: Token) -> bool:
    """Whether date and verb share a clause, "started paying … in 2017" being one clause."""
    one, other = clause_of(token), clause_of(verb)
    while one.dep_ == "xcomp" and one.i != other.i:
        one = clause_of(one.head)
    while other.dep_ in ("xcomp", "acl") and one.i != other.i:
        other = clause_of(other.head)
    return one.i == other.i


def _answers(
    when: Value | Term,
    hit: Hit,
    each: Property,
    subject: Subject,
    sentence: Sentence,
    context: Context,
) -> Iterator[Answered]:
    words = sentence.doc[hit.start : hit.end]
    why = (
        f"event: {each.name} by {hit.form} {words.text!r}",
        f"subject: {subject.name}, {subject.how} {subject.why}".strip(),
    )
    question = Question(subject.name, each.name, None, context.asked_on)
    if isinstance(when, Value) and each.kind in ("start_date", "end_date") and _is_closed(when):
        yield from _ends(when, each, question, why)
        return
    if isinstance(when, Value):
        value = _as_event_date(when, each)
        loose = when.text.lower().endswith(("later", "earlier", "after", "before"))
        yield Answered(
            when.start,
            when.end,
            question,
            each.kind,
            value,
            why,
            certain=not loose and subject.how != "implied",
        )
        return
    start, end = when.start, when.end
    if _is_actor(when, each):
        entity = Value(start, end, when.text, "entity", when.person or None)
        question = replace(question, aggregate="holder")
        certain = subject.how != "implied"
        yield Answered(
            start, end, question, "party_or_actor", entity, why, when.facts, certain=certain
        )
        return
    if when.role in ("during", "before", "after", "since"):
        period = Value(start, end, when.text, "period", _period_text(when) or None)
        certain = subject.how != "implied"
        yield Answered(start, end, question, each.kind, period, why, when.facts, certain=certain)


def _is_closed(when: Value) -> bool:
    """ "from 2026 to 2030", "2014-18": a period whose two ends are both said."""
    years = re.findall(r"\d+", when.text)
    return "/" in str(when.value) and ".." not in str(when.value) and len(years) == 2


def _ends(
    when: Value, each: Property, question: Question, why: tuple[str, ...]
) -> Iterator[Answered]:
    """The end of a period that a beginning or an end asks for, as a claim on that end alone."""
    first, _, last = str(when.value).partition("/")
    number = list(re.finditer(r"\d+", when.text))[0 if each.kind == "start_date" else -1]
    said = first if each.kind == "start_date" else last
    start, end = when.start + number.start(), when.start + number.end()
    value = Value(start, end, number.group(), "date", said[:4], low=f"{said[:4]}-01-01",
                  high=f"{said[:4]}-12-31")  # fmt: skip
    yield Answered(start, end, question, each.kind, value, why)


def _is_actor(when: Term, each: Property) -> bool:
    """Sign or conclude under an office-holder asks who; begin or end under one asks when."""
    if when.role in ("actor", "holder"):
        return True
    return when.role == "during" and each.kind == "signing_date"


def _as_event_date(when: Value, each: Property) -> Value:
    """ "since 1991" says that it began in 1991; "until 2018" that it ended then."""
    text = str(when.value)
    if each.kind == "start_date" and text.endswith("/.."):
        return replace(when, kind="date", value=text[:-3], low=when.low, high=None)
    if each.kind == "end_date" and text.startswith("../"):
        return replace(when, kind="date", value=text[3:], low=None, high=when.high)
    return when


def _period_text(term: Term) -> str:
    def one(fact_index: int) -> str:
        valid = term.facts[fact_index].valid
        first = valid.first.isoformat() if valid.first else ".."
        last = valid.last.isoformat() if valid.last else ".."
        if term.role == "before":
            return f"../{first}"
        if term.role == "after":
            return f"{last}/.."
        return f"{first}/.." if term.role == "since" else f"{first}/{last}"

    return "|".join(one(index) for index in range(len(term.facts)))

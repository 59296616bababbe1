"""Events and their dates: what began, was signed, took effect or ended, and when or under whom.

The verb (or noun) names a date property; the dates and terms of office that hang by it are
the answers. "since 1991" beside a verb of something that goes on answers when it began.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from factcheck.language.event_answers import event_answers
from factcheck.language.event_dates import (
    from_event,
    is_of_its_end,
    is_only_then,
    may_date,
    tells_only_when,
)
from factcheck.language.event_doubts import is_of_another
from factcheck.language.event_nouns import hangs_by
from factcheck.language.event_subjects import (
    BESIDE,
    founds,
    is_hinted,
    is_of_agreement,
    is_of_persons,
    is_reached_by_none,
    may_be_meant,
    runs_itself,
    says_what,
    signed_beside,
)
from factcheck.language.excluded import is_excluded
from factcheck.language.going_on import first_time, going_on
from factcheck.language.making import Answered
from factcheck.language.memory import Context
from factcheck.language.naught import said_of
from factcheck.language.offices import acting, office_holders, takes_other
from factcheck.language.pairing import rivals_of
from factcheck.language.sentences import Hit, Sentence, Term, forms
from factcheck.language.something_else import is_of_something_else
from factcheck.language.standing import begins_by, covering, dating, standing
from factcheck.language.subjects import FAR, Subject
from factcheck.language.times import is_time, period_of
from factcheck.language.trees import clause_of
from factcheck.language.words import DATED, SIGNED, word_set
from factcheck.measures.values import Value
from factcheck.records import Property

if TYPE_CHECKING:
    from spacy.tokens import Token

#: a member of a series meant because it is in force
CURRENT = "the current one"
_NEAR_VERB = 5.0
_NEAR_SUBJECT = 8.0
#: somebody acts on what stands by the verb
_NEAR_OBJECT = 3.0
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
        *acting(sentence, context),
        *office_holders(sentence, context),
    ]:
        if isinstance(when, Value) and not may_date(when, subjects, sentence):
            continue
        able = [*subjects, *_dated(when, subjects, context), *_now(when, subjects, context)]
        able += signed_beside(when, subjects, sentence, context)
        for hit, each, subject in _links(when, sentence, able, context):
            if hit.form == "verb" and (said_of(sentence.doc[hit.start]) or ("",))[0] == "nothing":
                continue  # "has paid nothing since 2019": `nothing.py`
            for answer in event_answers(when, hit, each, subject, sentence, context):
                late = isinstance(when, Value) and str(when.value).startswith("../")
                # "did not begin until 2014" says that it began then
                ends = answer.kind != "end_date" or _runs_out(hit, sentence)
                answer = replace(answer, negated=False) if late and ends else answer
                # "the deal for 2014 to 2018" says of its sums, too, when they are due
                covers = sentence.doc[hit.start].lower_ == "for" and isinstance(when, Value)
                yield replace(answer, when=when) if covers else answer


def _dated(when: Value | Term, subjects: Sequence[Subject], context: Context) -> Iterator[Subject]:
    """ "the deal was signed in 1989" of a series: the member that this is true of, if any."""
    period = period_of(when) if isinstance(when, Value) else None
    if period is None or period.is_open:
        return
    for subject in subjects:
        hows = ("named", "picked", subject.how if subject.how == "referred" else "")
        told = {s.name for s in subjects if s.how in hows}
        entity = context.names.entity(subject.name)
        if entity is None or entity.type not in SIGNED:
            continue
        if any(member.name in told for member in context.names.members(subject.name)):
            continue  # which one is meant is said
        for found in context.names.pick(subject.name, "signed_in", str(period), context.asked_on):
            yield replace(subject, name=found.name, why=f"signed in {period}")


def _now(when: Value | Term, subjects: Sequence[Subject], context: Context) -> Iterator[Subject]:
    """ "the deal runs out next year" of a series: the member in force on the day of utterance."""
    period = period_of(when) if isinstance(when, Value) else None
    asked_on = context.asked_on
    if period is None or period.last is None or asked_on is None or period.last < asked_on:
        return
    told = {s.name for s in subjects if s.how in ("named", "picked", "referred")}
    for subject in subjects:
        entity = context.names.entity(subject.name)
        if entity is None or entity.type not in SIGNED or subject.how != "named":
            continue
        if any(member.name in told for member in context.names.members(subject.name)):
            continue
        found = context.names.pick(subject.name, "current", None, asked_on)
        nouns = (t for group in subject.tokens for t in group)
        told_apart = any(c.dep_.startswith("acl") for noun in nouns for c in noun.children)
        if len(found) == 1 and not told_apart:  # "the deal that took effect in 2022"
            yield replace(subject, name=found[0].name, why=CURRENT)


def _links(
    when: Value | Term, sentence: Sentence, subjects: Sequence[Subject], context: Context
) -> list[tuple[Hit, Property, Subject]]:
    token = sentence.token(when)
    verbs = begins_by(when, sentence) if isinstance(when, Value) else frozenset()
    found = standing(verbs, token, sentence, subjects, context) if verbs else {}
    found = found or (
        covering(when, sentence, subjects, context) if isinstance(when, Value) else {}
    )
    for hit in () if verbs or found else sentence.hits:
        verb = sentence.doc[hit.end - 1] if hit.form == "noun" else sentence.doc[hit.start]
        if is_reached_by_none(verb) or (hit.form == "verb" and says_what(verb, token)):
            continue
        if verb.dep_ == "amod" and verb.head.i >= hit.end:  # "the freshly ratified agreement"
            continue
        away = from_event(when, token, verb, sentence)
        if away > _NEAR_VERB or (hit.form == "noun" and not hangs_by(token, verb, sentence)):
            continue
        if isinstance(when, Term) and hit.form == "noun" and token.pos_ in ("VERB", "AUX"):
            continue  # "when X took office, they paid under the ninth agreement"
        for each in _spoken_of(hit, when, context):
            if each.type != "date" or each.kind not in DATED or takes_other(hit, each, sentence):
                continue
            if isinstance(when, Term) and not _asks_under_whom(when, each, verb):
                continue
            if not (is_of_its_end(when, each) or is_only_then(when, verb, sentence)):
                continue
            if is_excluded(each, verb, sentence) or tells_only_when(when, hit, each, sentence):
                continue
            rivals = _paired(when, each, sentence, subjects, context)
            for subject in subjects:
                if each.name not in context.names.properties_of(subject.name):
                    continue
                if isinstance(when, Term) and is_of_persons(when, each, subject, context):
                    continue
                if subject.how == "implied" and not is_hinted(subject, hit, sentence, context):
                    continue
                if subject.why in (CURRENT, BESIDE) and not _is_told_now(when, each, subject, verb):
                    continue
                if subject.name in rivals or founds(subject, each, verb):
                    continue
                if context.is_elsewhere(each, subject.name) or not may_be_meant(subject, verb):
                    continue
                if is_of_another(hit, verb, subject, sentence, context):
                    continue
                if is_of_something_else(hit, token, subject, sentence, context):
                    continue
                near = subject.away_from(verb)
                if getattr(when, "role", "") == "actor" and near > _NEAR_OBJECT:
                    continue
                score = away + 0.7 * near + FAR.get(subject.how, 0.0)
                key = (subject.name, each.name)
                if near <= _NEAR_SUBJECT and (key not in found or score < found[key][0]):
                    found[key] = (score, hit, each, subject)
    since = getattr(when, "role", "") == "since"
    if not found and (since or str(getattr(when, "value", "")).endswith("/..")):
        found = going_on(token, sentence, subjects, context)
    elif not found and isinstance(when, Value) and "/" not in str(when.value):
        found = first_time(token, sentence, subjects, context)
        found = found or dating(when, token, sentence, subjects, context)
    # of two properties with the same wording the plain one: "date signed" of "protocol signed"
    ranked = sorted(
        found.items(), key=lambda item: (item[1][0], item[0][0], len(item[0][1]), item[0][1])
    )
    return [link[1:] for _, link in ranked if link[0] < ranked[0][1][0] + _MARGIN]


def _is_told_now(when: Value | Term, each: Property, subject: Subject, verb: Token) -> bool:
    """What may be said of a member that is only told by being in force, or by another date: its
    end, and who signed it."""
    if subject.why == BESIDE and isinstance(when, Term):
        return each.kind == "signing_date"
    is_end = each.kind == "end_date" and isinstance(when, Value)
    return is_end and (runs_itself(verb, subject) if subject.why == CURRENT else
                       is_of_agreement(verb))  # fmt: skip


def _spoken_of(hit: Hit, when: Value | Term, context: Context) -> Iterator[Property]:
    """The properties of a hit; under whom it was concluded is under whom it was signed."""
    yield from hit.properties
    if isinstance(when, Term) and any(each.kind == "signing_date" for each in hit.properties):
        for each in context.names.properties():
            if each.kind == "signing_date" and each not in hit.properties and "sign" in each.verbs:
                yield each


def _asks_under_whom(when: Term, each: Property, verb: Token) -> bool:
    """Who acts or held the office is asked of what was signed; a term as time, of any event, also
    that of "X was in office when it began"."""
    if when.role == "holder" and each.kind == "start_date":
        head = clause_of(verb)
        return any(c.lower_ == "when" for c in head.children) or head.dep_ == "xcomp"
    return when.role not in ("actor", "holder") or each.kind == "signing_date"


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


def _runs_out(hit: Hit, sentence: Sentence) -> bool:
    """ "did not expire until 2025": then it did; but "did not last until 2025"."""
    said = {" ".join((form, *after)) for form in forms(sentence.doc[hit.start]) for after in ((),
            (sentence.doc[hit.start + 1 : hit.start + 2].text.lower(),))}  # fmt: skip
    verbs = word_set("events", "run_out.verbs") - {"run"} | {"run out"}
    return hit.form == "verb" and not verbs.isdisjoint(said)

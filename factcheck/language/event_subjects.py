"""Which subjects an event's verb may speak of: its own, or what "it" refers to.

What somebody founded is not the founder; a date that tells which deal is meant is not of the next.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from factcheck.language.memory import Context
from factcheck.language.modifiers import AGREEING
from factcheck.language.sentences import Hit, Sentence, Term, forms
from factcheck.language.subjects import Subject
from factcheck.language.times import is_time, period_of
from factcheck.language.trees import clause_of, depends_on, is_within_aside, sharing_subject
from factcheck.language.words import agreement_nouns
from factcheck.measures.values import Value
from factcheck.records import Property

if TYPE_CHECKING:
    from spacy.tokens import Token


#: a member of a series meant because it was signed on the other day that is named
BESIDE = "signed on the day beside"
#: what two sides do with an agreement
_REACHING = AGREEING - {"agree"}


def signed_beside(
    when: Value | Term | None, subjects: Sequence[Subject], sentence: Sentence, context: Context
) -> Iterator[Subject]:
    """ "On Monday they signed a deal that runs until 2028": the member signed on Monday."""
    is_said = "sign" in sentence.lemmas
    verbs = [token for token in sentence.tokens if is_said and "sign" in forms(token)]
    # "the one that A signed had expired, and B signed another in 2021": which date is whose is open
    signs = any(map(_signs_agreement, verbs)) if when is None else len(verbs) == 1
    told = {s.name for s in subjects if s.how in ("named", "picked")}
    for other in sentence.values if signs else ():
        period = period_of(other) if is_time(other) else None
        if other is when or period is None or period.is_open:
            continue
        for subject in subjects:
            if subject.how not in ("named", "described"):
                continue
            found = context.names.pick(subject.name, "signed_in", str(period), context.asked_on)
            members = {member.name for member in context.names.members(subject.name)}
            if len(found) == 1 and not told & members:
                yield replace(subject, name=found[0].name, why=BESIDE)


def _signs_agreement(verb: Token) -> bool:
    """ "signed the deal", "the deal signed by X": neither a book nor a law about it."""
    nouns = agreement_nouns() | {"one"}
    signed = [c for c in verb.children if c.dep_ in ("obj", "nsubj:pass")]
    signed += [verb.head] if verb.dep_ in ("acl", "acl:relcl") and not signed else []
    return any(token.lemma_.lower() in nouns for token in signed)


def runs_itself(verb: Token, subject: Subject) -> bool:
    """ "the deal with X runs out", "the expiry of the deal": neither a lease nor a group that it
    set up."""
    own = {t.i for group in subject.tokens for t in group}
    told = [c for c in verb.children if c.dep_.startswith("nsubj")]
    if verb.pos_ == "NOUN":
        told = [c for c in verb.children if c.dep_ == "nmod"]
    elif verb.dep_ == "acl:relcl":
        told = [verb.head]
    told = told or [c for c in verb.children if c.dep_ == "obj"]  # "extended the deal to …"
    return any(t.i in own or t.lower_ == "it" for t in told)


def is_of_agreement(verb: Token) -> bool:
    """ "a deal that runs until …": said of a word for what is signed, whatever it is called."""
    nouns = agreement_nouns() | {"one"}
    subject = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    if verb.dep_ in ("acl", "acl:relcl") or (subject and subject.lower_ in ("that", "which")):
        subject = verb.head
    before = [t for t in verb.doc[: verb.i] if t.pos_ in ("NOUN", "PROPN", "PRON", "VERB")]
    told = subject if subject is not None else before[-1] if before else None
    return told is not None and told.lemma_.lower() in nouns


def may_be_meant(subject: Subject, verb: Token) -> bool:
    """A subject that is only referred to must be what the verb speaks of: its "it", "they"."""
    if _is_predicate_of(subject, verb) or _is_of_another(subject, verb):
        return False
    if _is_in_time_clause(subject, verb) or _owns_what_is_signed(subject, verb):
        return False
    if _is_deed_of_person(subject, verb) or is_within_aside(
        [t for g in subject.tokens for t in g], verb
    ):
        return False
    if subject.how != "referred":
        return True
    near = [t for group in subject.tokens for t in group]
    head = clause_of(verb)
    places = {verb.i, head.i}
    if head.dep_ == "advcl":  # "Signed in 2007, it came into force …"
        places.add(head.head.i)
    if head.dep_ in ("acl", "acl:relcl") and any(t.i == head.head.i for t in near):
        return True  # "The pact, signed in 1953, …"
    if not any(t.lower_ in ("he", "she") for t in near):  # "It sets the sum and expires on …"
        places.update(each.i for each in sharing_subject(head, ("conj",)))
    return any(t.head.i in places or clause_of(t).i in places for t in near)


def _is_in_time_clause(subject: Subject, verb: Token) -> bool:
    """ "It took effect in May, a month after its predecessor had lapsed": not what took effect."""
    doc, places = verb.doc, [t.i for g in subject.tokens for t in g]
    return bool(places) and all(
        i > verb.i
        and any(t.lower_ in ("after", "before", "until") for t in doc[max(verb.i, i - 3) : i])
        and doc[i + 1 : i + 2].text.lower() in ("had", "was", "were", "has", "is", "would")
        for i in places
    )


def _owns_what_is_signed(subject: Subject, verb: Token) -> bool:
    """ "They signed their treaty": what "their" goes with is signed, and not who or what "they"
    are."""
    own = [t for g in subject.tokens for t in g]
    if subject.how != "referred" or not own:
        return False
    acts = any(t.head.i == verb.i and t.dep_.startswith("nsubj") for t in own)
    owns = any(
        t.dep_ == "nmod:poss"
        and t.head.head.i == verb.i
        and t.head.lemma_.lower() in agreement_nouns()
        for t in own
    )
    return owns and not acts


def is_hinted(subject: Subject, hit: Hit, sentence: Sentence, context: Context) -> bool:
    """Whether a noun of another property of the subject stands there ("the payments began")."""
    known = context.names.properties_of(subject.name)
    return any(
        other.form == "noun"
        and other.start != hit.start
        and any(p.name in known for p in other.properties)
        for other in sentence.hits
    )


def is_of_persons(when: Term, each: Property, subject: Subject, context: Context) -> bool:
    """A term of the subject's own, or a holder beside whom somebody else took office: "X was
    president until 2012, when Y took over"."""
    is_person = when.role == "holder" and each.kind == "start_date"
    return subject.name in when.person.split("|") or (
        is_person and bool(context.names.terms(subject.name))
    )


def founds(subject: Subject, each: Property, verb: Token) -> bool:
    """ "X created a new board": what X founded is not X; but "X came into being"."""
    if not {"found", "establish", "create"} & {*each.verbs} or verb.pos_ != "VERB":
        return False
    if not any(c.dep_ in ("obj", "acl:relcl", "xcomp", "ccomp") for c in verb.children):
        return False
    tokens = [t for group in subject.tokens for t in group]
    has = any(c.lemma_.lower() == "have" and c.dep_ == "aux" for c in verb.children)
    acts = verb.tag_ != "VBN" or has  # "X, founded in 1955, …" is passive
    return acts and any(t.head.i == verb.i and t.dep_ == "nsubj" for t in tokens)


def _is_of_another(subject: Subject, verb: Token) -> bool:
    """The subject of another verb beside this one ("…, a year before Sweden did")."""
    tokens = [t for group in subject.tokens for t in group]
    return bool(tokens) and all(
        t.dep_.startswith("nsubj")
        and t.head.i != verb.i
        and t.head.pos_ in ("VERB", "AUX")
        and t.head.dep_ == "advcl"
        and not depends_on(verb, t.head)
        for t in tokens
    )


def _is_deed_of_person(subject: Subject, verb: Token) -> bool:
    """ "French President X named Y, days after he had quit": he, not what he is president of."""
    tokens = [t for group in subject.tokens for t in group]
    own = {c.lower_ for c in verb.children if c.dep_ == "nsubj"}
    beside = all(t.dep_ in ("amod", "compound", "nmod:poss") for t in tokens)
    return bool(tokens) and beside and bool(own & {"he", "she"})


def _is_predicate_of(subject: Subject, verb: Token) -> bool:
    """ "The deal signed on Monday is the tenth": the date tells which deal, not of the tenth."""
    for token in (t for group in subject.tokens for t in group):
        subjects = [c for c in token.children if c.dep_.startswith("nsubj")]
        if any(depends_on(verb, child) for child in subjects):
            return True
    return False


def dates_another(subject: Subject, token: Token, verb: Token) -> bool:
    """Whether a wording that is no more than "be" ("the final was on 6 May") does not say when the
    subject itself was: "in 2010 first prize at the race was higher"."""
    if verb.lemma_.lower() != "be" or verb.dep_ == "aux:pass":
        return False
    head = verb.head if verb.dep_ in ("cop", "aux") else verb
    own = {t.i for group in subject.tokens for t in group}
    what = [c for c in head.children if c.dep_.startswith("nsubj")]
    is_else = head.i != token.i and head.pos_ in ("NOUN", "PROPN", "ADJ", "NUM")
    return is_else or not any(c.i in own for c in what)


def says_what(verb: Token, token: Token) -> bool:
    """ "X has been race director since 2001", "X was the first champion of the race, in 1975": what
    somebody is, not when the race was."""
    noun = verb.head
    is_cop = verb.lemma_.lower() == "be" and verb.dep_ == "cop"
    return is_cop and noun.pos_ in ("NOUN", "PROPN") and noun.i != token.i


def is_reached_by_none(verb: Token) -> bool:
    """ "it reaches back to 2020": nobody reached it then."""
    is_now = verb.tag_ in ("VBZ", "VBP") and verb.lemma_.lower() in _REACHING
    return is_now and not any(c.dep_ in ("obj", "aux:pass") for c in verb.children)

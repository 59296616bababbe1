"""Which dates belong to an event: how far a date is from the verb or noun that tells of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.language.sentences import Sentence, Term, forms
from factcheck.language.times import of_another
from factcheck.language.trees import clause_of, depends_on, distance, heads_clause
from factcheck.language.words import word_set
from factcheck.measures.values import Value
from factcheck.records import Property

if TYPE_CHECKING:
    from spacy.tokens import Token

_HAPPEN = (
    *("be", "serve", "become", "come", "date", "take", "happen", "occur", "fall"),
    *("play", "hold", "stage", "schedule", "set", "receive", "get", "gain"),
)
_UNITS = frozenset(
    ("day", "days", "week", "weeks", "month", "months", "year", "years", "decade", "decades")
)


def from_event(when: Value | Term, token: Token, verb: Token, sentence: Sentence) -> float:
    """How far a date is from the event's verb; another clause or noun takes the date away."""
    away = distance(token, verb)
    if isinstance(when, Term):
        if when.role == "actor":
            acts = token.head.i == verb.i and token.dep_.startswith(("nsubj", "obl"))
            return away if acts else 99.0
        head = clause_of(token)
        if head.dep_ == "conj" and verb.i < head.i < token.i and head.pos_ == "VERB":
            return 99.0  # "signed under X but carried out under Y"
        if head.head.i == clause_of(verb).i:
            return away
        if clause_of(verb).head.i in (token.i, clause_of(token).i):
            return min(away, 3.0)  # "it was under X that …"
    elif (
        _is_counted_from(when, sentence)
        or of_another(when, verb, sentence)
        or _is_in_apposition(token, verb)
    ):
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


def is_of_its_end(when: Value | Term, each: Property) -> bool:
    """Whether a date may be that of the event: "since 1991" tells only of a beginning, "until
    2018" only of an end."""
    said = str(when.value) if isinstance(when, Value) else ""
    if said.endswith("/.."):
        return each.kind == "start_date"
    return each.kind == "end_date" if said.startswith("../") else True


def hangs_by(token: Token, noun: Token) -> bool:
    """Whether a date belongs to an event's noun: its own, or what the noun is said to be."""
    whole = noun.head.i if noun.dep_ in ("compound", "flat") else noun.i
    if token.head.i in (noun.i, whole):
        return True
    head = clause_of(token)
    return distance(token, noun) < 4 and head.lemma_.lower() in (*_HAPPEN, noun.lemma_.lower())


def _is_in_apposition(token: Token, verb: Token) -> bool:
    """ "X, prime minister from 2010 to 2024, took over": the dates are of what stands beside."""
    above = token
    while above.head.i != above.i and above.i != verb.i:
        if above.dep_ == "appos" and above.i < verb.i and above.i < token.i:
            return not depends_on(verb, above)
        above = above.head
    return False


def _is_counted_from(when: Value, sentence: Sentence) -> bool:
    """ "two years after 1998", "the day after September 11": another day than the one named."""
    start = sentence.span(when.start, when.end).start
    before = [t.lower_ for t in sentence.doc[max(start - 5, 0) : start]]
    for place, word in enumerate(before):
        if word in ("after", "before", "from") and place:
            return before[place - 1] in _UNITS
    return False


def _tells_when(token: Token, verb: Token) -> bool:
    """ "on 4 April 1949, when it was signed": the date is that of the clause with "when"."""
    return verb.dep_ == "advcl" and any(
        child.lower_ == "when" and (child.i < token.i or child.i - token.i < 5)
        for child in verb.children
    )


def _is_same_event(token: Token, verb: Token) -> bool:
    """Whether date and verb share a clause, "started paying … in 2017" being one clause."""
    one, other = clause_of(token), clause_of(verb)
    while one.dep_ == "xcomp" and one.i != other.i:
        one = clause_of(one.head)
    while one.i != other.i and (other.dep_ in ("xcomp", "acl") or _tells_when(token, other)):
        other = clause_of(other.head)
    return one.i == other.i


def keeps_on(verb: Token) -> bool:
    """ "has paid", "has been paying", "pays": no change, no light verb."""
    lemma = verb.lemma_.lower()
    if lemma in ("be", "have", "make", "take", "set", "get", "give", "hold"):
        return False
    changes = word_set("events", "rise.verbs") | word_set("events", "fall.verbs")
    perfect = any(c.lemma_.lower() == "have" and c.dep_ == "aux" for c in verb.children)
    return changes.isdisjoint(forms(verb)) and (perfect or verb.tag_ in ("VBZ", "VBP"))

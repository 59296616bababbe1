"""Which dates belong to an event: how far a date is from the verb or noun that tells of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from factcheck.language.clefts import clefted
from factcheck.language.sentences import Hit, Sentence, Term, forms
from factcheck.language.subjects import Subject
from factcheck.language.times import NOW, base_of
from factcheck.language.trees import clause_of, depends_on, distance, heads_clause
from factcheck.language.whose_dates import is_of_other
from factcheck.language.words import change_verbs, word_set
from factcheck.measures.values import Value
from factcheck.records import Property

if TYPE_CHECKING:
    from spacy.tokens import Token

_NEXT = re.compile(
    r"(?:the\s+)?(?:next|coming)\s+\S+\s+(?:fiscal\s+)?(?:years|months)", re.IGNORECASE
)
_BESIDE_IT = re.compile(
    r"\b(?:just|shortly|right|soon|days|weeks) (?:before|after) (?:the )?(?:[A-Z][\w'’]* ){0,3}$"
)
#: "the first outgoing president since 1869"
_FIRST = re.compile(
    r"\b(?:first|last|most|\w+est)\s+"
    r"(?:(?!ha[sd]|have|been|is|are|was|were|since)\w+\s+){1,4}(?:since\s+)?$",
    re.IGNORECASE,
)
_FROM_TO = re.compile(r"from\s+.*\d{4}.*\D\d{2,4}$", re.IGNORECASE)
_ONLY_THEN = re.compile(r"\b(?:not|wait(?:ed)?)\s+(?:until|till)\s+$", re.IGNORECASE)


def from_event(when: Value | Term, token: Token, verb: Token, sentence: Sentence) -> float:
    """How far a date is from the event's verb; another clause or noun takes the date away."""
    away = distance(token, verb)
    if isinstance(when, Term):
        if when.role == "actor":
            acts = token.head.i == verb.i and token.dep_.startswith(("nsubj", "obl"))
            return away if acts else 2.0 if clefted(token, verb) else 99.0
        head = clause_of(token)
        if head.dep_ == "conj" and verb.i < head.i < token.i and head.pos_ == "VERB":
            return 99.0  # "signed under X but carried out under Y"
        above = head.head
        while above.dep_ == "xcomp" and above.head.i != above.i:
            above = above.head  # "started to pay when X took office"
        if clause_of(verb).i in (head.head.i, above.i):
            return away
        if _is_turned_to(when, verb, sentence):
            return 2.0
        if clause_of(verb).head.i in (token.i, clause_of(token).i):
            return min(away, 3.0)  # "it was under X that …"
    elif _waits_until(when, token, verb, sentence):
        return 2.0
    elif is_of_other(when, token, verb, sentence) or _goes_on(verb, token):
        return 99.0
    first, last = sorted((token.i, verb.i))
    between = sentence.doc[first + 1 : last]
    head = clause_of(token)
    taken = head.pos_ == "VERB" and head.i != verb.i and token.i - 7 < head.i < token.i
    loose = len(between) < 4 and not any(map(heads_clause, between)) and not taken
    if _is_same_event(token, verb) or loose:
        rivals = [t for t in between if heads_clause(t) and t.pos_ in ("VERB", "AUX")]
        rivals = [t for t in rivals if t.dep_ != "xcomp" and not _is_aimed_at(t)]
        rivals = [t for t in rivals if not _tells_what(t)]
        nearer = [t for t in rivals if not depends_on(verb, t)]
        return 99.0 if any(distance(token, t) < away - 0.5 for t in nearer) else away
    return 99.0


def _is_turned_to(term: Term, verb: Token, sentence: Sentence) -> bool:
    """ "It was under X that it was signed", whatever the tree says."""
    before = sentence.quote(max(sentence.start, term.start - 12), term.start)
    after = sentence.quote(term.end, sentence.start + verb.idx)
    led = re.search(r"\bit\s+(?:was|is)\s+(?:only\s+)?$", before, re.IGNORECASE)
    link = re.match(r"\s+(?:that|when)\s", after)
    between = [t for t in verb.doc[: verb.i] if sentence.start + t.idx >= term.end]
    return bool(led and link) and not any(t.pos_ == "VERB" for t in between)


def may_date(when: Value, subjects: Sequence[Subject], sentence: Sentence) -> bool:
    """Whether a date may be that of an event: neither what something is compared with, nor
    "now", nor what tells which agreement is meant ("the Larkham Accord of 2016")."""
    if base_of(sentence, when) or when.text.lower() in NOW:
        return False
    if str(when.value).endswith("/..") and _is_counting(sentence):
        return False  # "invoked four times since 1949"
    if any(m.start <= when.start and when.end <= m.end for m in sentence.mentions):
        return False
    ahead = sentence.quote(sentence.start, when.start)
    if str(when.value).endswith("/..") and _FIRST.search(ahead):
        return False
    if _tells_which(when, sentence) or _is_bracketed_span(when, sentence):
        return False
    if is_beside(when, sentence):
        return False
    if ahead.endswith((" that of ", " those of ", " the one of ", " that from ")):
        return False  # "saw parliament pass that of 2022"
    before = ahead[-4:]
    picked = f"signed_in {when.value}"
    return not (before == " of " and any(subject.why == picked for subject in subjects))


def is_beside(when: Value, sentence: Sentence) -> bool:
    """ "discovered just before New Year 2011": not then."""
    return _BESIDE_IT.search(sentence.quote(sentence.start, when.start)) is not None


def _covers_years(when: Value, sentence: Sentence) -> bool:
    """ "The accord, for 2007 and 2008, was hammered out": what it is for, no day of it."""
    before = sentence.quote(sentence.start, when.start)
    return re.fullmatch(r"\d{4}(?:/\d{4})?", str(when.value)) is not None and bool(
        re.search(r"\bfor\s+(?:\d{4}(?:,|\s+and|\s+to|\s+or)\s+)*$", before)
    )


def _tells_which(when: Value, sentence: Sentence) -> bool:
    """ "the 2018 changes took effect", where the parser takes the year for a noun."""
    span = sentence.span(when.start, when.end)
    around = sentence.doc[max(span.start - 1, 0) : span.end + 1]
    first, last = around[0], around[-1]
    return len(span) == 1 and first.pos_ == "DET" and last.pos_ in ("NOUN", "PROPN", "VERB")


def _is_bracketed_span(when: Value, sentence: Sentence) -> bool:
    """ "Concluded in haste, the pact (2005–2006) …": how long it ran, no day of anything."""
    first, _, last = str(when.value).partition("/")
    behind = sentence.quote(when.end, min(when.end + 1, sentence.start + len(sentence.raw)))
    ahead = sentence.quote(max(when.start - 1, sentence.start), when.start)
    return first[:4] != last[:4] and first.isdigit() and last.isdigit() and ahead + behind == "()"


def _is_counting(sentence: Sentence) -> bool:
    """ "four times", "once"."""
    is_said = not sentence.words.isdisjoint(("once", "twice"))
    return is_said or any(value.unit == "times" for value in sentence.values)


def is_of_its_end(when: Value | Term, each: Property) -> bool:
    """Whether a date may be that of the event: "since 1991" tells only of a beginning, "until
    2018" only of an end, "from 2020 through 2027" of no day on which something was signed."""
    said = str(when.value) if isinstance(when, Value) else ""
    if isinstance(when, Value) and each.kind == "signing_date" and _FROM_TO.match(when.text):
        return False
    if isinstance(when, Value) and _NEXT.match(when.text):  # "for the next five years"
        return each.kind != "end_date"
    if said.endswith("/.."):
        return each.kind == "start_date"
    return each.kind == "end_date" if said.startswith("../") else True


def is_only_then(when: Value | Term, verb: Token, sentence: Sentence) -> bool:
    """ "did not begin until 2018", "had to wait until 2018": it happened then."""
    if not isinstance(when, Value) or not str(when.value).startswith("../"):
        return False
    before = sentence.quote(max(sentence.start, when.start - 12), when.start)
    denied = any(c.lower_ in ("not", "n't", "n’t") for c in verb.children)
    return denied or bool(_ONLY_THEN.search(before))


def _waits_until(when: Value, token: Token, verb: Token, sentence: Sentence) -> bool:
    """ "had to wait until 2012 to take effect"."""
    before = sentence.quote(max(sentence.start, when.start - 12), when.start)
    led = _ONLY_THEN.search(before)
    return bool(led) and 0 < verb.i - token.i < 5 and verb.nbor(-1).lower_ == "to"


def _tells_when(token: Token, verb: Token) -> bool:
    """ "on 4 April 1949, when it was signed": the date is that of the clause with "when"."""
    return verb.dep_ == "advcl" and any(
        child.lower_ == "when" and (child.i < token.i or child.i - token.i < 5)
        for child in verb.children
    )


def _is_same_event(token: Token, verb: Token) -> bool:
    """Whether date and verb share a clause, "started paying … in 2017" being one clause."""
    one, other = clause_of(token), clause_of(verb)
    while one.i != other.i and (one.dep_ == "xcomp" or _is_aimed_at(one) or _tells_what(one)):
        one = clause_of(one.head)
    while one.i != other.i and (other.dep_ in ("xcomp", "acl") or _tells_when(token, other)):
        other = clause_of(other.head)
    return one.i == other.i


def _goes_on(verb: Token, token: Token) -> bool:
    """ "The deal, reached in May, lifts the sum in 2026": a date of the clause that goes on."""
    above = clause_of(verb.head)
    return verb.dep_ == "acl" and verb.i < above.i < token.i and not depends_on(token, verb)


def _tells_what(verb: Token) -> bool:
    """ "the cost of stationing troops": a date behind it is as well that of the clause."""
    is_noun_like = verb.tag_ == "VBG" and verb.dep_ == "acl" and verb.i > verb.head.i
    return is_noun_like and any(c.lower_ == "of" and c.i < verb.i for c in verb.children)


def _is_aimed_at(verb: Token) -> bool:
    """ "agreed to spend", where the parser takes it for a purpose."""
    led = any(c.lower_ == "to" and c.dep_ == "mark" for c in verb.children)
    aims = word_set("stance", "committing") | {"agree", "undertake"}
    between = verb.doc[verb.head.i : verb.i]
    set_apart = any(t.text == "," for t in between)
    return verb.dep_ == "advcl" and led and not set_apart and verb.head.lemma_.lower() in aims


def keeps_on(verb: Token) -> bool:
    """ "has paid", "has been paying", "pays", "has helped pay": no change, no light verb."""
    lemma = verb.lemma_.lower()
    if lemma in ("be", "have", "make", "take", "set", "get", "give", "hold"):
        return False
    changes = change_verbs()
    finite = verb.head if verb.dep_ == "xcomp" and verb.head.lemma_.lower() == "help" else verb
    perfect = any(c.lemma_.lower() == "have" and c.dep_ == "aux" for c in finite.children)
    return changes.isdisjoint(forms(verb)) and (perfect or finite.tag_ in ("VBZ", "VBP"))


def _is_said_of_date(when: Value | Term, verb: Token, sentence: Sentence) -> bool:
    """ "between fiscal 2022, which starts on that day, and": what the date itself does."""
    between = sentence.quote(when.end, sentence.start + verb.idx)
    return re.fullmatch(r",\s+which\s+", between) is not None


def tells_only_when(when: Value | Term, hit: Hit, each: Property, sentence: Sentence) -> bool:
    """ "In 2005 X was president", "X governed in 2005": a time within the term, neither its
    beginning nor its end; and what a deal that was signed is for ("the accord, for 2007, was")."""
    verb = sentence.doc[hit.end - 1] if hit.form == "noun" else sentence.doc[hit.start]
    if _is_said_of_date(when, verb, sentence):
        return True
    if each.kind == "signing_date" and isinstance(when, Value):
        return _covers_years(when, sentence)
    if hit.form not in ("noun", "verb") or each.kind not in ("start_date", "end_date"):
        return False
    listed = "held" if hit.form == "noun" else "holding"
    is_office = verb.lemma_.lower() in word_set("terms", listed)
    if hit.form == "verb" and not {"take office", "leave office"} & {*each.verbs}:
        return False
    return is_office and isinstance(when, Value) and "/" not in str(when.value)

"""Times that may not be the time of a figure: enough to agree with, not to contradict."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factcheck.language.changes import is_level, is_whole
from factcheck.language.linking import Link
from factcheck.language.memory import Context
from factcheck.language.modifiers import AGREEING
from factcheck.language.publishing import is_of_saying, is_of_source
from factcheck.language.sentences import Sentence, Term
from factcheck.language.tenses import tense_of
from factcheck.language.times import base_of, is_time, of_another, period_of
from factcheck.language.trees import clause_of, clauses_above
from factcheck.measures.periods import ANY_TIME
from factcheck.measures.values import Value

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

#: what begins another clause, whatever the tree says
_BREAKS = frozenset((";", "—", "--", "while", "whereas", "but", "although", "though"))
_NOW = frozenset(("today", "now", "currently", "nowadays", "at present", "this year"))
#: a year that is counted otherwise than by the calendar, and not by its number
_UNREAD = re.compile(
    r"\b(?:coming|next|following|new|previous|last|past|current|this) "
    r"(?:fiscal|financial|budget|business|academic|school) year\b",
    re.IGNORECASE,
)
_FINITE = frozenset(("VBD", "VBZ", "VBP"))
#: "under the deal announced on July 30 it was lowered to 15 percent": some time later
_MADE = AGREEING | {"announce"}
#: what may stand in a phrase of nouns
_NOMINAL = frozenset(("NOUN", "PROPN", "ADJ", "ADP", "DET", "PRON", "PART", "NUM", "SYM"))
OTHER_TIME = "a time of another clause"
COMES_FROM = "what it has come from"
_AROUND = ("on", "later", "earlier", "before")
_FIGURES = ("number", "percentage", "amount", "range")
_TO_COME = re.compile(r"\b(?:(?:is|are|was|were) to|will|would)\s+\w+\s+(?:\w+\s+)?$")
_A_YEAR = re.compile(r"\s+(?:(?:a|per|each|every) year|annually)\b", re.IGNORECASE)


def loose_time(
    value: Value, token: Token, wording: Token, when: Value | Term | None, sentence: Sentence
) -> str | None:
    """Why the time found for a figure may be that of something else; None: it is not."""
    for other in sentence.values:
        if other.kind == "duration":  # "three years on it was 390 million"
            end = sentence.span(other.start, other.end).end
            if sentence.doc[end : end + 1].text.lower() in _AROUND:
                return "a time counted from another"
    if _UNREAD.search(sentence.raw if when is None else when.text):
        return "a time that is not read"
    if when is None and any(
        0 <= other.start - value.end < 4 and is_time(other) for other in sentence.values
    ):
        return "a time that is said of something else"
    if not isinstance(when, Value):
        return None
    if tense_of(token) == "past" and when.text.lower() in _NOW and when.text.lower() != "this year":
        return "a past tense beside now"
    if _is_a_year(value, sentence) and _is_long(when):
        return "a yearly figure over several years"
    if _comes_from(value, when, sentence):
        return COMES_FROM
    if _is_beside_other(value, when, sentence):
        return "a time beside another figure"
    head = clause_of(sentence.token(when))
    above = {t.i for t in clauses_above(token)}
    is_made = head.dep_ == "acl" and head.lemma_.lower() in _MADE and head.i not in above
    if is_made and is_level(value, sentence):
        return "a time of what was agreed"
    if _is_tied(value, when, sentence):
        return None
    first, last = sorted((value, when), key=lambda v: v.start)
    between = sentence.span(first.end, last.start) if first.end < last.start else ()
    if any(t.lower_ in _BREAKS for t in between) and when.start != sentence.start:
        return OTHER_TIME
    times = {
        str(v.value)
        for v in sentence.values
        if is_time(v) and not base_of(sentence, v) and not _names(v, wording, sentence)
        and not (v.start != when.start and is_of_saying(v, sentence))
        and not (v.start != when.start and is_of_source(v, sentence))
    }  # fmt: skip
    if len(times) > 1:
        return "several times"
    if head.dep_ in ("acl", "acl:relcl") or head.i in above:
        return None
    verbs = [t for t in between if t.tag_ in _FINITE and not {t.i, t.head.i} & above]
    return OTHER_TIME if verbs else None


def is_rate_to_come(value: Value, sentence: Sentence) -> bool:
    """ "is to grow by 10 percent a year"."""
    before = sentence.raw[: value.start - sentence.start]
    is_rate = value.kind == "percentage" and _is_a_year(value, sentence)
    return is_rate and bool(_TO_COME.search(before))


def _is_a_year(value: Value, sentence: Sentence) -> bool:
    return value.per == "year" or bool(_A_YEAR.match(sentence.raw, value.end - sentence.start))


def is_of_no_time(
    link: Link, value: Value, when: Value, sentence: Sentence, context: Context
) -> bool:
    """Whether a time is another clause's, and the figure good at any: the only one of its subject,
    in a topic without words of its own."""
    facts = context.names.facts(link.subject.name)
    own = [fact for fact in facts if fact.property == link.property.name]
    if len(own) != 1 or own[0].valid != ANY_TIME or not context.names.is_bare(own[0].topic):
        return False
    token, wording = sentence.token(value), sentence.doc[link.hit.end - 1]
    return loose_time(value, token, wording, when, sentence) == OTHER_TIME


def _is_long(when: Value) -> bool:
    period = period_of(when)
    if period is None or period.first is None or period.last is None:
        return False
    return (period.last - period.first).days > 366


def _comes_from(value: Value, when: Value, sentence: Sentence) -> bool:
    """ "grew from 10.1 to 11.1 trillion this year", "up from 10.1": another time's figure, but
    "from 10.1 trillion in 1994 to …"."""
    start = sentence.span(value.start, value.end).start
    before = [t.lower_ for t in sentence.doc[max(start - 3, 0) : start]]
    opened = before[-1:] == ["from"] or (before[-2:-1] == ["from"] and before[-1] != "the")
    return opened and not (value.end <= when.start and _is_tied(value, when, sentence))


def _is_beside_other(value: Value, when: Value, sentence: Sentence) -> bool:
    """ "from 227,000 in 1990 to 36,000": the time right behind another figure of its kind; but
    "13 of the 32 members this year"."""
    if value.end <= when.start:
        return any(value.end < v.start < when.start and v.kind == value.kind
                   and not (is_whole(v, sentence) or _is_said_again(v, sentence))
               for v in sentence.values)  # fmt: skip
    return any(
        (v.kind == value.kind or _is_left_behind(v, sentence))
        and v.end <= when.start
        and len(sentence.span(v.end, when.start)) < 4
        and not any(t.text in (",", ";") for t in sentence.span(v.end, when.start))
        for v in sentence.values
    )


def _is_left_behind(value: Value, sentence: Sentence) -> bool:
    """ "down from 70 percent two years before, and 22 had met it": the time of that figure."""
    start = sentence.span(value.start, value.end).start
    before = [t.lower_ for t in sentence.doc[max(start - 2, 0) : start]]
    return before in (["up", "from"], ["down", "from"])


def _is_said_again(value: Value, sentence: Sentence) -> bool:
    """ "1.52 trillion won ($1.14 billion) in 2026", "…, or 1.14 billion dollars, in 2026": the
    same in another currency."""
    start = sentence.span(value.start, value.end).start
    before = sentence.doc[max(start - 3, 0) : start]
    words = [t.text for t in before]
    is_sum = value.kind == "amount" and words[:2] == [",", "or"]  # ", or about $1.14 billion"
    return "(" in words[-2:] or words[-2:] == [",", "or"] or is_sum


def _names(time: Value, wording: Token, sentence: Sentence) -> bool:
    """ "the September 11 attacks", "the treaty of 1953": which thing is meant."""
    root = sentence.span(time.start, time.end).root
    before = root.dep_ in ("compound", "nummod", "nmod:poss", "amod") and root.head.i > root.i
    return (before and root.head.pos_ in ("NOUN", "PROPN") and root.head.i != wording.i) or (
        of_another(time, wording, sentence)
    )


def _is_tied(value: Value, when: Value, sentence: Sentence) -> bool:
    """Whether a time stands right by the figure, or before it with no other figure or time
    between: "920 billion won in 2014", "in 2014 it was 920 billion"."""
    if value.end <= when.start:
        near = _is_one_phrase(sentence.span(value.end, when.start))
        return near and not _has_other(value, value.end, when.start, sentence)
    before = list(sentence.span(when.end, value.start)) if when.end < value.start else []
    if any(t.lower_ in _BREAKS for t in before):
        return False
    return not _has_other(value, when.end, value.start, sentence)


def _is_one_phrase(between: Span) -> bool:
    """ "2 percent [of its gross domestic product on defence in] 2019": few words, or more of
    them without a verb or a comma."""
    return len(between) < 6 or (len(between) < 12 and all(t.pos_ in _NOMINAL for t in between))


def _has_other(value: Value, start: int, end: int, sentence: Sentence) -> bool:
    """Whether a time or a figure of the same kind stands there, or another with a verb after."""
    for other in sentence.values:
        if start <= other.start and other.end <= end and other is not value:
            if is_time(other) or other.kind == value.kind:
                return True
            rest = sentence.span(other.end, end) if other.end < end else ()
            if other.kind in _FIGURES and any(t.tag_ in ("VBD", "VBZ", "VBP") for t in rest):
                return True
    return False


def lasted_otherwise(token: Token, own: set[int]) -> bool:
    """ "Parliament sat on the ninth pact for ten weeks", "Ada Holt, two months in office, signed
    the fifth accord": how long somebody did something about it, or is what she is. `own`: the
    places of the words of the subject."""
    head = token.head
    if token.dep_ == "appos" and head.pos_ == "PROPN" and head.i not in own:
        return True
    acts = [c.i for c in head.children if c.dep_.startswith("nsubj")]
    about = [c.i for c in head.children if c.dep_ == "obl" and c.i != token.i]
    is_other = token.dep_ == "obl" and bool(acts) and own.isdisjoint(acts)
    return is_other and not own.isdisjoint(about)

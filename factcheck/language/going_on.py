"""What goes on began once: "has paid since 1991" answers when the payments began, and so do
"first paid in 1991", "paid for the first time in 1991"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from factcheck.language.event_dates import keeps_on
from factcheck.language.memory import Context
from factcheck.language.offices import runs_about
from factcheck.language.sentences import Hit, Sentence
from factcheck.language.something_else import is_of_something_else
from factcheck.language.subjects import FAR, Subject
from factcheck.language.trees import distance
from factcheck.records import Property

if TYPE_CHECKING:
    from spacy.tokens import Token

Found = dict[tuple[str, str], tuple[float, Hit, Property, Subject]]
#: what tells in which way something was done: another thing may be first then
_WAYS = frozenset(("in", "with", "as", "under", "without", "through"))
_FIGURES = ("amount", "percentage", "range")
#: words of a property's name that say no more than that it begins, or that somebody takes office
_OF_BEGINNINGS = frozenset(
    ("start", "started", "begin", "began", "beginning", "first", "date", "year", "since", "from",
     "valid", "of", "in", "effective", "term", "took", "take", "office", "payment", "payments")
)  # fmt: skip


def going_on(
    token: Token, sentence: Sentence, subjects: Sequence[Subject], context: Context
) -> Found:
    """The beginnings that "has paid since 1991" tells of, by subject and property: the distance,
    the wording, the property and the subject of each."""
    return _beginnings(
        [verb for verb in _verbs(token, sentence) if keeps_on(sentence.doc[verb.start])],
        token,
        sentence,
        subjects,
        context,
    )


def first_time(
    token: Token, sentence: Sentence, subjects: Sequence[Subject], context: Context
) -> Found:
    """The beginnings that "first paid in 1991" tells of."""
    if any(value.kind in _FIGURES for value in sentence.values):
        return {}  # "first paid more than a trillion"
    hits = [hit for hit in _verbs(token, sentence) if _is_first(sentence.doc[hit.start], sentence)]
    found = _beginnings(hits, token, sentence, subjects, context)
    return {
        key: link
        for key, link in found.items()
        if link[3].how != "implied"
        and not is_of_something_else(link[1], token, link[3], sentence, context)
    }


def _is_first(verb: Token, sentence: Sentence) -> bool:
    """ "first paid", "paid for the first time": in the past, and in no special way ("in yen")."""
    if verb.tag_ not in ("VBD", "VBN") or verb.pos_ != "VERB":
        return False
    near = verb.doc[max(verb.i - 8, 0) : verb.i + 12].text.lower()
    before = [t.lower_ for t in verb.doc[max(verb.i - 2, 0) : verb.i]]
    if "first" not in before and "for the first time" not in near:
        return False
    read = [(value.start, value.end) for value in sentence.values]
    read += [(mention.start, mention.end) for mention in sentence.mentions]
    starts = [sentence.start + t.nbor(1).idx for t in verb.doc[verb.i : -1] if t.lower_ in _WAYS]
    return all(any(start <= at < end for start, end in read) for at in starts)


def _verbs(token: Token, sentence: Sentence) -> list[Hit]:
    """The verbs by a date that say what somebody does."""
    found = []
    for hit in sentence.hits:
        verb = sentence.doc[hit.start]
        if hit.form != "verb" or distance(token, verb) > 4:
            continue
        if not any(c.lower_ in ("longer", "not", "n't", "never") for c in verb.children):
            found.append(hit)
    return found


def _beginnings(
    hits: Sequence[Hit],
    token: Token,
    sentence: Sentence,
    subjects: Sequence[Subject],
    context: Context,
) -> Found:
    begins = [
        p
        for p in context.names.properties()
        if p.type == "date" and p.kind == "start_date" and {"begin", "take office"} & {*p.verbs}
    ]
    found: Found = {}
    for hit in hits:
        verb = sentence.doc[hit.start]
        for subject in subjects:
            if subject.how not in ("named", "described", "implied"):
                continue
            if context.names.terms(subject.name) and runs_about(verb):
                continue
            known = context.names.properties_of(subject.name)
            for each in begins:
                goes_on = any(p.name in known for p in hit.properties)
                if _is_of_a_part(each, sentence):
                    continue
                if goes_on and each.name in known:
                    score = distance(token, verb) + 0.7 * subject.away_from(verb)
                    score += FAR.get(subject.how, 0.0)
                    found.setdefault((subject.name, each.name), (score, hit, each, subject))
    return found


def _is_of_a_part(each: Property, sentence: Sentence) -> bool:
    """Whether a property dates the beginning of something that the sentence does not speak of:
    the construction of what has been running."""
    said = set(each.name.lower().split("_")) - _OF_BEGINNINGS
    return bool(said) and said.isdisjoint(sentence.lemmas)

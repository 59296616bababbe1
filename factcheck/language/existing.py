"""Whether something is there at all: "there is no agreement any more", "let the deal lapse", "has
never paid", "has still not been signed"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from factcheck.language.definites import series_of
from factcheck.language.making import Answered
from factcheck.language.memory import Context
from factcheck.language.plainness import is_plain
from factcheck.language.sentences import Hit, Sentence, forms
from factcheck.language.statuses import agents_of, is_called, nearest_lasting, status_of, whole_of
from factcheck.language.strangers import is_unknown, scope_of
from factcheck.language.subjects import Subject
from factcheck.language.tenses import tense_of
from factcheck.language.times import NOW, is_time, period_of
from factcheck.language.trees import sharing_subject
from factcheck.language.words import agreement_nouns, word_set
from factcheck.measures.periods import Period
from factcheck.measures.values import Value
from factcheck.records import Question

if TYPE_CHECKING:
    from spacy.tokens import Token

_LET = frozenset(("let", "allow", "permit"))
_TELLING = _LET | {"never", "there", "not", "have"}
#: what makes it another agreement than the one that there is
_OTHER = frozenset(
    ("new", "fresh", "other", "next", "final", "permanent", "formal", "such", "similar", "further",
     "better", "additional", "second", "separate", "real", "written", "comparable")
)  # fmt: skip
_FAR = 12


def find_existing(
    sentence: Sentence, subjects: Sequence[Subject], context: Context
) -> Iterator[Answered]:
    """Answers about whether something is there, was left to end, or ever was."""
    if sentence.lemmas.isdisjoint(_TELLING):
        return
    for token in sentence.tokens:
        if _LET.intersection(forms(token)) and token.pos_ in ("VERB", "AUX"):
            yield from _left_to_end(token, sentence, subjects, context)
        elif token.lower_ == "never" and any(c.lower_ == "there" for c in token.head.children):
            yield from _never_been(token, sentence, subjects, context)
        elif token.lower_ == "never":
            yield from _never(token, sentence, subjects, context)
        elif token.lower_ == "there" and token.dep_ == "expl":
            subject = (c for c in token.head.children if c.dep_ == "nsubj" and c.i > token.i)
            if token.head.lemma_.lower() == "be":
                yield from _is_none(token.head, next(subject, None), sentence, subjects, context)
        elif token.lower_ == "have" and token.pos_ == "VERB":
            held = next((c for c in token.children if c.dep_ == "obj"), None)
            if held is not None and _is_said_in_force(held):
                yield from _is_none(token, held, sentence, subjects, context)
        elif token.lower_ in ("not", "n't", "n’t") and _is_not_yet(token, sentence, subjects):
            yield from _never(token, sentence, subjects, context)


def _left_to_end(
    verb: Token, sentence: Sentence, subjects: Sequence[Subject], context: Context
) -> Iterator[Answered]:
    """ "X let the deal lapse": it ended under X."""
    following = verb.doc[verb.i + 1 : verb.i + _FAR]
    runs_out = word_set("events", "run_out.verbs")
    last = next((t for t in following if runs_out.intersection(forms(t))), None)
    if last is None or any(t.text in (";", ":") for t in following if t.i < last.i):
        return
    nouns = [t for t in following if t.i < last.i and t.pos_ in ("NOUN", "PROPN")]
    for noun in nouns:
        subject = nearest_lasting(noun, subjects, context, 3.0)
        if subject is None or not is_called(noun, subject, context):
            continue
        terms = agents_of(verb, sentence, context)
        if any(is_time(v) for v in sentence.values) or not terms:
            return
        start, end = sentence.start + verb.idx, sentence.start + last.idx + len(last)
        period = whole_of(terms)
        yield status_of(start, end, subject, "ended", period, context, terms, verb, sentence)
        return


def _is_said_in_force(noun: Token) -> bool:
    """ "we have no deal in force": not "we have no deal with you"."""
    behind = [t.lower_ for t in noun.doc[noun.i + 1 : noun.i + 3]]
    return behind in (["in", "force"], ["in", "effect"], ["in", "place"])


def _is_not_yet(denial: Token, sentence: Sentence, subjects: Sequence[Subject]) -> bool:
    """ "X has still not entered into force", "X has not been signed yet", of X itself."""
    verb = denial.head
    has = any(c.tag_ in ("VBZ", "VBP") and c.dep_ == "aux" for c in verb.children)
    words = {c.lower_ for c in verb.children}
    if not has or verb.tag_ != "VBN" or words.isdisjoint(("yet", "still")):
        return False
    objects = (c for c in verb.children if c.dep_ == "obj")
    if any(c.dep_ == "nmod:poss" for one in objects for c in one.children):
        return False  # "has not yet joined Y's air command"
    agents = {c.i for c in verb.children if c.dep_.startswith("nsubj")}
    named = [s for s in subjects if s.how == "named"]
    said = {s.name for s in named if any(t.i in agents for group in s.tokens for t in group)}
    return len(said) == 1 and not any(map(is_time, sentence.values))


def _is_none(
    verb: Token,
    noun: Token | None,
    sentence: Sentence,
    subjects: Sequence[Subject],
    context: Context,
) -> Iterator[Answered]:
    """ "There is no agreement with X", "we have no agreement in force": none is in force now."""
    if noun is None or tense_of(verb) != "present":
        return
    denied = [c for c in noun.children if c.lower_ == "no" and c.dep_ == "det"]
    marks = {c.lower_ for c in noun.children if c.dep_ in ("amod", "compound")}
    agreements = agreement_nouns()
    is_named = any(m.start <= sentence.start + noun.idx < m.end for m in sentence.mentions)
    if not denied or _OTHER & marks or (noun.lemma_.lower() not in agreements and not is_named):
        return
    series = series_of(noun, noun.lemma_.lower(), sentence, context)
    subject = nearest_lasting(noun, subjects, context, 3.0)
    if subject is None or subject.name not in series or subject.how not in ("named", "described"):
        return
    times = [v for v in sentence.values if is_time(v) and not _is_now(v, context)]
    if not is_plain(noun, series, sentence, context) or times:
        return
    start, end = sentence.start + denied[0].idx, sentence.start + noun.idx + len(noun)
    made = status_of(start, end, subject, "ended", None, context, (), verb, sentence)
    yield replace(made, negated=False)  # "no" says that it ended, and denies nothing


def _is_now(time: Value, context: Context) -> bool:
    """ "At the moment", "as of this morning"."""
    period, day = period_of(time), context.asked_on
    is_day = bool(period and day) and period == Period(day, day)
    return time.text.lower() in NOW or is_day


#: what is never done so, may be done otherwise
_MORE = frozenset(("so", "as", "more", "less", "fewer", "such", "better", "worse"))


def _never_been(
    never: Token, sentence: Sentence, subjects: Sequence[Subject], context: Context
) -> Iterator[Answered]:
    """ "There has never been an agreement with X": no member of the series at all."""
    head, verb = never.head, never.doc[min(never.i + 1, len(never.doc) - 1)]
    head = head.head if head.dep_ == "cop" else head
    after = (c for c in head.children if c.dep_ == "nsubj" and c.i > never.i)
    noun = head if head.pos_ == "NOUN" else next(after, None)
    if noun is None or verb.lemma_.lower() != "be" or any(map(is_time, sentence.values)):
        return
    if _OTHER & {c.lower_ for c in noun.children if c.dep_ in ("amod", "compound")}:
        return
    series = series_of(noun, noun.lemma_.lower(), sentence, context)
    subject = nearest_lasting(noun, subjects, context, 3.0)
    if subject is None or subject.name not in series or subject.how not in ("named", "described"):
        return
    dates = [
        each.name
        for each in context.names.properties()
        if each.type == "date" and each.kind == "start_date"
        if each.name in context.names.properties_of(subject.name)
    ]
    if dates and is_plain(noun, series, sentence, context):
        start, end = sentence.start + never.idx, sentence.start + verb.idx + len(verb)
        value = Value(start, end, sentence.quote(start, end), "status", "never")
        asked = Question(subject.name, dates[0], None, context.asked_on, "first")
        why = (f"never: {dates[0]}", f"subject: {subject.name}")
        at = (start, sentence.start + never.idx + len(never))
        yield Answered(start, end, asked, "status", value, why, (), at, negated=False)


def _never(
    never: Token, sentence: Sentence, subjects: Sequence[Subject], context: Context
) -> Iterator[Answered]:
    """ "has never paid", "there has never been": no fact of the property at all."""
    verb = never.head
    start = sentence.start + never.idx
    end = sentence.start + verb.idx + len(verb)
    behind = {t.lower_ for t in sentence.doc[verb.i + 1 : verb.i + 4]}
    if verb.i < never.i or not behind.isdisjoint(_MORE):
        return  # "has never bought so much"
    value = Value(start, end, sentence.quote(start, end), "status", "never")
    at = (start, sentence.start + never.idx + len(never))
    able = [s for s in subjects if s.how in ("named", "described")]
    able = [s for s in able if not _is_of_else(verb, s, sentence, context)]
    pairs = [
        (each, subject)
        for hit in sentence.hits
        if _is_meant(hit, verb, sentence)
        for each in hit.properties
        if each.type in ("amount", "date")
        for subject in able
        if each.name in context.names.properties_of(subject.name)
    ]
    for each, subject in pairs[:1]:
        question = Question(subject.name, each.name, None, context.asked_on, "first")
        why = (f"never: {each.name}", f"subject: {subject.name}")
        yield Answered(start, end, question, "status", value, why, (), at, negated=False)


def _is_of_else(verb: Token, subject: Subject, sentence: Sentence, context: Context) -> bool:
    """ "My uncle never owned one", "X never raised his voice": somebody does it, or it is done to
    something, that is not known."""
    scope = scope_of(subject.name, context)
    *_, agent = sharing_subject(verb, ("conj",))
    sides = [c for c in agent.children if c.dep_ == "nsubj"]
    sides += [c for c in verb.children if c.dep_ == "obj"]
    return any(is_unknown(each, scope, sentence) for each in sides)


def _is_meant(hit: Hit, verb: Token, sentence: Sentence) -> bool:
    """The verb itself ("never paid"), or its object ("never received a grant")."""
    if hit.form == "verb":
        return hit.start <= verb.i < hit.end and verb.lemma_.lower() not in ("be", "have")
    noun = sentence.doc[hit.end - 1]
    if verb.lemma_.lower() in ("be", "have") or verb.lemma_ in word_set("events", "ended.verbs"):
        return False
    return hit.form == "noun" and noun.head.i == verb.i and noun.dep_ in ("obj", "nsubj:pass")

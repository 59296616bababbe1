"""Words of an event that are said of something else than a subject which stands near by.

"about 1.25 trillion is due next year", "the treaty was signed in 1953; …; the tenth of them was
signed in 2014", "took over from X", "prime minister from 2010" of somebody who led another body.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.language.acted_on import (
    acts_by_name,
    acts_on_another,
    is_in_time,
    is_landmark,
    is_of_a_stranger,
    is_of_some,
    own_places,
    stands_by,
)
from factcheck.language.memory import Context
from factcheck.language.sentences import Hit, Sentence, Term, forms
from factcheck.language.something_else import are_others
from factcheck.language.split_verbs import is_done_to_it
from factcheck.language.strangers import case_of
from factcheck.language.subjects import Subject
from factcheck.language.titles import is_other_office, leads_other
from factcheck.language.trees import clause_of, depends_on
from factcheck.language.words import word_set
from factcheck.measures.values import Value
from factcheck.records import Property

if TYPE_CHECKING:
    from spacy.tokens import Token

_SMALL = ("ADP", "PRON", "DET", "ADV")
_LEFT_TO = frozenset(("from", "for"))
_SAYING = frozenset(("say", "add", "report", "write", "note", "warn"))
_TIMES = frozenset(("minute", "hour", "day", "week", "month", "year", "decade"))
_ABOUT = frozenset(("about", "over", "against", "on"))
_FIGURES = ("number", "amount", "percentage")


def is_of_another(
    hit: Hit, verb: Token, subject: Subject, sentence: Sentence, context: Context
) -> bool:
    """Whether the event that `verb` tells of is one of something else."""
    if is_landmark(subject, sentence):
        return True
    served = _served_as(verb)
    if served is not None and is_other_office(served, subject.name, sentence, context):
        return True
    if leads_other(verb, subject.name, sentence, context):
        return True
    last = sentence.doc[hit.end - 1]  # also of "became president"
    if last.pos_ in ("NOUN", "PROPN") and last.lemma_.lower() in word_set("terms", "held"):
        return is_other_office(last, subject.name, sentence, context)
    return hit.form != "noun" and (
        is_a_noun(verb)
        or _is_of_figure(verb, sentence)
        or is_of_some(verb, sentence)
        or acts_on_another(verb, subject, sentence, context)
        or is_of_a_stranger(verb, subject, sentence)
        or _is_of_more(verb)
        or _comes_later(subject, verb)
        or _goes_before(subject, verb, context)
        or _is_of_others(subject, verb, sentence, context)
    )


def _ends(word: Token) -> bool:
    """ "The deal lapses at the end of 2024": a verb that was taken for a noun, in a sentence
    without any other."""
    runs_out = word_set("events", "run_out.verbs")
    is_form = word.lower_.endswith("s") and bool(runs_out.intersection(forms(word)))
    others = [t for t in word.doc if t.pos_ in ("VERB", "AUX")]
    return is_form and all(t.lemma_.lower() in _SAYING for t in others)


def _served_as(verb: Token) -> Token | None:
    """The office in "served as president of the club", "took office as mayor", whatever the tree
    says."""
    after = [t.i for t in verb.doc[verb.i + 1 : verb.i + 3] if t.lower_ == "as"]
    if not after:
        return None
    nouns = (t for t in verb.doc[after[0] + 1 : after[0] + 7] if t.pos_ in ("NOUN", "PROPN"))
    return next((t for t in nouns if t.lemma_.lower() in word_set("terms", "held")), None)


def acts_apart(hit: Hit, subject: Subject, sentence: Sentence) -> bool:
    """Whether the event's verb has another noun for its subject, and none of the words for a
    named one below it: "martial law was declared, as X spoke about the 12th agreement"."""
    said = sentence.doc[hit.start : hit.end]
    verb = next((t for t in said if t.pos_ == "VERB"), said[0])  # "was born"
    own = {t.i for group in subject.tokens for t in group}
    is_other = {"adjective": _is_of_what_is_its, "verb": _is_about}.get(hit.form)
    if is_other is not None and is_other(own, verb):
        return True
    own = own_places(subject, sentence)
    if hit.form != "verb" or subject.how not in ("named", "picked") or not own:
        return False
    agents = [c for c in verb.children if c.dep_ in ("nsubj", "nsubj:pass")]
    if verb.dep_ == "acl:relcl" and any(a.lower_ in ("that", "which") for a in agents):
        return not stands_by(verb.head, own)
    # "A served after B's removal, before he was himself removed": which of them is open
    several = len({tuple(mention.entities) for mention in sentence.mentions}) > 1
    is_open = several and any(a.lower_ in ("he", "she") for a in agents)
    acts = is_open or any(a.pos_ in ("NOUN", "PROPN", "ADJ") for a in agents)
    is_anothers = acts_by_name(agents, own, sentence)
    if not acts or is_anothers or is_done_to_it(verb, own):
        return is_anothers
    own = {i for i in own if not is_in_time(sentence.doc[i], verb)}
    below = [sentence.doc[i] for i in own if depends_on(sentence.doc[i], verb)]
    return all(clause_of(t).dep_ == "parataxis" and clause_of(t).i != verb.i for t in below)


def is_a_noun(word: Token) -> bool:
    """ "After a long strike", "leaders meeting on Monday pledged": a verb of an event that is
    none here."""
    if word.tag_ == "VBG" and word.dep_ == "nsubj":
        return True
    told = [c for c in word.children if c.dep_ == "det"]
    if case_of(word) == "in":  # "in its raw form"
        told += [c for c in word.children if c.dep_ == "nmod:poss"]
    return word.pos_ == "NOUN" and bool(told) and not _ends(word)


def _is_about(own: set[int], verb: Token) -> bool:
    """ "A strike about the agreement began in May": neither its beginning nor its end."""
    agents = [c for c in verb.children if c.dep_.startswith("nsubj") and c.i not in own]
    about = [c for a in agents for c in a.children if c.dep_ == "nmod" and case_of(c) in _ABOUT]
    return any(c.i in own for c in about)


def _is_of_more(verb: Token) -> bool:
    """ "started to pay much more": the beginning of something else than of the payments."""
    acts = [c for c in verb.children if c.dep_ == "xcomp" and c.pos_ == "VERB"]
    return any(
        token.lower_ in ("more", "less", "extra", "double", "twice", "fully", "directly")
        for act in acts
        for token in verb.doc[act.i + 1 : act.i + 4]
    )


def _is_of_what_is_its(own: set[int], word: Token) -> bool:
    """ "its first payment is due in 2026": the payment, not the agreement."""
    agents = [c for c in clause_of(word).children if c.dep_.startswith("nsubj")]
    return any(c.i in own and c.dep_ == "nmod:poss" for a in agents for c in a.children)


def _is_of_figure(verb: Token, sentence: Sentence) -> bool:
    """Said of a sum, of no agreement; by the tree or by what stands right before it."""
    subjects = [c for c in clause_of(verb).children if c.dep_.startswith("nsubj")]
    before = list(verb.doc[max(verb.i - 2, 0) : verb.i])
    if before and before[-1].lemma_.lower() == "be":
        subjects.append(before[0])
    places = [sentence.start + token.idx for token in subjects]
    return any(
        v.start <= place < v.end for place in places for v in sentence.values if v.kind in _FIGURES
    )


def _is_of_others(subject: Subject, verb: Token, sentence: Sentence, context: Context) -> bool:
    """Countries act that are no parties of the series that the subject belongs to."""
    entity = context.names.entity(subject.name)
    series = entity.part_of if entity else ()
    return any(are_others(verb, one, sentence, context) for one in series)


def _comes_later(subject: Subject, verb: Token) -> bool:
    """Whether all words of the subject stand after the verb, past a semicolon."""
    tokens = [t.i for group in subject.tokens for t in group]
    if not tokens or min(tokens) < verb.i:
        return False
    return any(t.text == ";" for t in verb.doc[verb.i : min(tokens)])


def _goes_before(subject: Subject, verb: Token, context: Context) -> bool:
    """ "took over from X", "has governed since May, when she took over from X": X does not take the
    office but leaves it; "made way for X": X does not leave it."""
    tokens = [t for group in subject.tokens for t in group]
    held = bool(context.names.terms(subject.name))
    return held and bool(tokens) and all(t.i > verb.i and case_of(t) in _LEFT_TO for t in tokens)


def is_signed_besides(hit: Hit, each: Property, sentence: Sentence) -> bool:
    """ "concluded in December and signed on 7 January": of the two the second is the signing."""
    verb = sentence.doc[hit.start]
    others = [h for h in sentence.hits if each in h.properties and h.start != hit.start]
    joined = {t.i for t in verb.conjuncts}
    return "sign" not in forms(verb) and any(
        h.start in joined and "sign" in forms(sentence.doc[h.start]) for h in others
    )


def dates_a_noun(when: Value, hit: Hit, subject: Subject, sentence: Sentence) -> bool:
    """ "invoked in the wake of the attacks of Sept. 11": the day of the attacks."""
    token = sentence.token(when)
    noun = token.head
    of = token.dep_ == "nmod" and any(c.lower_ == "of" for c in token.children)
    own = {t.i for group in subject.tokens for t in group} | {*range(hit.start, hit.end)}
    is_time = noun.lemma_.lower() in _TIMES
    return of and noun.pos_ == "NOUN" and noun.tag_ == "NNS" and noun.i not in own and not is_time


def is_of_verb_before(when: Value, hit: Hit, sentence: Sentence) -> bool:
    """ "They signed it on 2 February, parliament gave its consent in April": right behind a verb,
    and a comma before the next one."""
    span, doc = sentence.span(when.start, when.end), sentence.doc
    if span.end >= hit.start or not any(t.text == "," for t in doc[span.end : hit.start]):
        return False
    before = [t for t in doc[max(span.start - 4, 0) : span.start] if t.pos_ not in _SMALL]
    agents = [c for c in doc[hit.start].children if c.dep_.startswith("nsubj")]
    has_own = any(span.end <= agent.i < hit.start for agent in agents)
    return has_own and bool(before) and before[-1].pos_ == "VERB"


def is_counted_from(when: Value | Term, hit: Hit, sentence: Sentence) -> bool:
    """ "On 4 April 2024, 75 years after it was founded, …": the event is what is counted from."""
    first, last = sorted((sentence.span(when.start, when.end).start, hit.start))
    ends = (sentence.span(v.start, v.end).end for v in sentence.values if v.kind == "duration")
    doc = sentence.doc
    return any(first < e < last and doc[e].lower_ in ("after", "before") for e in ends)


def is_listed(when: Value, sentence: Sentence) -> bool:
    """ "19 members from 1999, 28 from 2009, 31 from 2023": the dates of those figures."""
    ends = {sentence.span(v.start, v.end).end for v in sentence.values if v.kind == "number"}
    starts = {
        v.start: sentence.span(v.start, v.end).start
        for v in sentence.values
        if v.kind in ("date", "period")
    }
    beside = [start for start, first in starts.items() if ends & {first, first - 1}]
    return when.start in beside and len(beside) > 1


def is_said_twice(subject: Subject, sentence: Sentence) -> bool:
    """ "Her successor, X, took office in May": if X is not the successor, either may be meant."""
    for mention in sentence.mentions:
        if subject.name in mention.entities and subject.how == "named":
            before = sentence.quote(max(sentence.start, mention.start - 14), mention.start)
            return before.lower().endswith(("successor, ", "predecessor, "))
    return False

"""What the words beside a value say of whether it was meant for a fact that it is like.

For `by_slip.py`: a month is told by the word for its event, a figure of a row by the name right
before it; and nouns that nothing known goes with make it something else.
"""

from __future__ import annotations

from factcheck.language.agreeing_events import nearest_events
from factcheck.language.changes import is_change, speaks_of_change
from factcheck.language.learned_clauses import is_of_a_new_one
from factcheck.language.memory import Context
from factcheck.language.sentences import Sentence
from factcheck.language.spoken import Spoken
from factcheck.language.strangers import case_of, is_named, is_read, is_unknown, scope_of
from factcheck.language.trees import clause_of, depends_on
from factcheck.measures.slips import slip
from factcheck.measures.values import Value
from factcheck.records import Fact, Property

_MONTH = len("2024-10")
#: on these much begins and ends each year
_EDGES = ("01", "30", "31")
#: verbs that tell nothing of what is done
_LIGHT = frozenset(("be", "have", "take", "come", "go", "get", "make", "put", "set", "bring", "do"))
#: so many words stand between a figure and its name at most
_BESIDE = 3
_NOUNS = ("NOUN", "PROPN")
_TELLING = (*_NOUNS, "VERB")
_WHERE = ("in", "of", "from")


def named_day(value: Value) -> str:
    """The day or month that a date, or "since" and "until" one, names."""
    return str(value.value).strip("/.")


def is_of_its_end(value: Value, each: Property) -> bool:
    """ "Since May" tells of a beginning, "until May" of an end."""
    text = str(value.value)
    if text.startswith(".."):
        return each.kind == "end_date"
    return each.kind != "end_date" or not text.endswith("..")


def is_of_day(value: Value, fact: Fact, is_sure: bool, spoken: Spoken, sentence: Sentence) -> bool:
    """A day tells by itself of which event it is; a month, or the edge of one, with its words, or
    where nothing new is brought up ("after a wheel came off in August")."""
    how = slip(value, fact.reading) if fact.reading else None
    is_telling = len(named_day(value)) > _MONTH and named_day(value)[-2:] not in _EDGES
    is_sure = is_sure or spoken.describes(fact.subject) or (is_telling and how == "year")
    may_be = is_telling or how == "year"
    is_alone = how == "year" and spoken.is_only_date(fact)
    is_alone = is_alone and (is_telling or not is_of_a_new_one(value, sentence))
    is_told = has_its_word(value, spoken.property_of(fact), sentence)
    return is_sure and may_be and (is_told or is_alone)


def has_its_word(value: Value, each: Property, sentence: Sentence) -> bool:
    """Whether a verb for an event stands nearest to a date, or over it ("joined", of NATO); a noun
    only where no verb does: not in "made a speech as president on 25 February"."""
    verb = clause_of(sentence.token(value))
    acts = verb.pos_ == "VERB"
    hits = [hit for hit in nearest_events(value, sentence) if each in hit.properties]
    if any(hit.form != "noun" or not acts for hit in hits):
        return True
    is_of_it = verb.lemma_.lower() in {phrase.split()[0] for phrase in each.verbs} - _LIGHT
    objects = [c for c in verb.children if c.dep_ in ("obj", "obl") and c.pos_ in _NOUNS]
    return is_of_it and all(is_named(t, sentence) or is_read(t, sentence) for t in objects)


def name_beside(value: Value, sentence: Sentence) -> str | None:
    """The name right before a figure: "Latvia with 3.73", "Estonia's 3.43 percent"; not in "prices
    in Latvia rise by 3.73"."""
    before = [m for m in sentence.mentions if m.end <= value.start and len(m.entities) == 1]
    if not before:
        return None
    name, figure = (sentence.span(v.start, v.end) for v in (before[-1], value))
    between = sentence.doc[name.end : figure.start]
    is_near = len(between) <= _BESIDE and not any(t.pos_ in _TELLING for t in between)
    return before[-1].entities[0] if is_near and case_of(name.root) not in _WHERE else None


def has_stranger(
    value: Value, subject: str, sentence: Sentence, context: Context, *, closely: bool = True
) -> bool:
    """ "Seoul's outlay for the new fighter", "an export fund of 75.86 trillion won": a noun of the
    clause that nothing known goes with; `closely`: of the general nouns only measures do."""
    scope, head = scope_of(subject, context), clause_of(sentence.token(value))
    end = sentence.span(value.start, value.end).end
    stop = next((t.i for t in sentence.doc[end:] if t.text in (",", ";")), len(sentence.doc))
    return any(
        depends_on(token, head) and is_unknown(token, scope, sentence, closely=closely)
        for token in sentence.doc[:stop]
    )


def is_other_change(value: Value, each: Property, sentence: Sentence) -> bool:
    """ "Rose by 3.37 percent", of a share; "is 3.37 percent", of a rise."""
    return value.kind == "percentage" and is_change(value, sentence) != speaks_of_change(each)

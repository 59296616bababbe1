"""Series: how many members there have been ("twelve agreements"), and which one something is
("the one signed last year was the 12th").
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from factcheck.language.definites import Definite, find_definites, series_of
from factcheck.language.making import Answered
from factcheck.language.memory import Context
from factcheck.language.misnumbered import (
    find_signed_lasting,
    is_said_to_be,
    numbered_series_of,
    signed_then,
)
from factcheck.language.sentences import Sentence
from factcheck.language.times import is_time, period_of
from factcheck.language.trees import clause_of, distance
from factcheck.measures.values import Value
from factcheck.records import Question

if TYPE_CHECKING:
    from spacy.tokens import Token

#: words that make a number of members a number of some of them
_PARTIAL = frozenset(
    ("more", "another", "other", "additional", "further", "new", "next", "last", "past", "previous",
     "of", "first", "separate", "these", "those", "former")
)  # fmt: skip
_NEAR = 5.0


def find_series(sentence: Sentence, context: Context) -> Iterator[Answered]:
    """Answers about how many and which."""
    for value in sentence.values:
        if value.kind == "number" and value.unit is None:
            yield from _how_many(value, sentence, context)
    yield from find_signed_lasting(sentence, context)
    ordinals = [value for value in sentence.values if value.kind == "ordinal"]
    definites = list(find_definites(sentence, context)) if ordinals else []
    for value in ordinals:
        yield from _which(value, definites, sentence, context)


def _how_many(value: Value, sentence: Sentence, context: Context) -> Iterator[Answered]:
    if not isinstance(value.value, Decimal) or value.value != int(value.value):
        return
    span = sentence.span(value.start, value.end)
    noun = _counted(value, span.end, sentence)
    if noun is None:
        return
    between = [t.lower_ for t in span.doc[span.end : noun.i]]
    before = span.doc[span.start - 1].lower_ if span.start else ""
    if _PARTIAL.intersection(between) or before in _PARTIAL or before == "the":
        return
    series = series_of(noun, noun.lemma_.lower(), sentence, context)
    limits = [v for v in sentence.values if is_time(v) and distance(sentence.token(v), noun) < 6]
    end = sentence.start + noun.idx + len(noun)
    limits = [v for v in limits if not str(v.value).endswith("/..")]
    # "since 1991, the latest of them in November": said of that one
    limits = [v for v in limits if not _is_set_apart(sentence.quote(end, max(v.start, end)))]
    if any(_tells_which(t, series, sentence) for t in span.doc[span.end : noun.i]):
        return
    if len(series) != 1 or limits or any(t.role == "during" for t in sentence.terms):
        return
    question = Question(series[0], "", None, context.asked_on, "count")
    why = (f"count: members of {series[0]} by {noun.text!r}",)
    yield Answered(value.start, value.end, question, "count", value, why)


def _tells_which(word: Token, series: tuple[str, ...], sentence: Sentence) -> bool:
    """ "Three Larkhamian countries": a name that is none of the series' own tells some apart."""
    place = sentence.start + word.idx
    words = {part for name in series for part in name.lower().replace("-", " ").split()}
    is_known = any(m.start <= place < m.end for m in sentence.mentions)
    return word.text[:1].isupper() and not is_known and word.lower_ not in words


def _is_set_apart(between: str) -> bool:
    """ ", the latest of them last November", but not ", in 2019"."""
    return "," in between and len(between.split()) > 3


def _counted(value: Value, after: int, sentence: Sentence) -> Token | None:
    """The noun that a number counts: the head of `value.of`."""
    if value.of is None:  # "eight such agreements"
        run = [t for t in sentence.doc[after : after + 6] if t.pos_ in ("NOUN", "PROPN")]
        is_such = sentence.doc[after : after + 1].text.lower() == "such"
        return run[-1] if run and is_such else None
    last = value.of.split()[-1]
    for token in sentence.doc[after : after + 8]:
        if token.text == last or token.text == last.split("-")[-1]:
            return token
    return None


def _which(
    value: Value, definites: Sequence[Definite], sentence: Sentence, context: Context
) -> Iterator[Answered]:
    """ "X is the 12th": X known by something else than its number."""
    token = sentence.token(value)
    own = next((d for d in definites if d.start <= value.start < d.end), None)
    named = [m for m in sentence.mentions if m.start <= value.start < m.end]
    entities = own.entities if own and own.why.startswith("ordinal") else ()
    entities = entities or tuple(name for m in named for name in m.entities)
    numbered = numbered_series_of(value, sentence, context)
    if not entities and not numbered and not _stands_alone(value, sentence):
        return
    others = [d for d in definites if d is not own and d.why and not d.why.startswith("ordinal")]
    place = sentence.doc[sentence.span(value.start, value.end).start]
    linked = [
        d
        for d in others
        if _is_same_thing(token, d.token, sentence) or is_said_to_be(d.token, place)
    ]
    found = {name for d in linked for name in d.entities}
    found = found or set(_dated(value, entities, sentence, context))
    found = found or set(signed_then(value, sentence, context))
    if len(found) != 1:
        return
    (name,) = found
    ordinal = [p.name for p in context.names.properties() if p.type == "ordinal"]
    known = [p for p in ordinal if p in context.names.properties_of(name)]
    if known:
        question = Question(name, known[0], None, context.asked_on)
        why = (f"ordinal of {name}", *(f"picked by {d.why}" for d in linked))
        yield Answered(value.start, value.end, question, "ordinal", value, why)


def _stands_alone(value: Value, sentence: Sentence) -> bool:
    """ "was the tenth", "is the 12th of its kind", "their ninth": a number for the thing itself."""
    span = sentence.span(value.start, value.end)
    following = sentence.doc[span.end].lower_ if span.end < len(sentence.doc) else "."
    before = sentence.doc[span.start - 1].lower_ if span.start else ""
    return before in ("the", "their", "our") and following in (
        ".",
        ",",
        "of",
        "between",
        "such",
        "so",
        ";",
        "in",
        "on",
    )


def _is_same_thing(one: Token, other: Token, sentence: Sentence) -> bool:
    """Subject and predicate, or apposition: two phrases for one thing."""
    if other.dep_.startswith("nsubj") and other.head.i in (one.i, clause_of(one).i):
        copula = [c for c in other.head.children if c.dep_ == "cop"]
        return bool(copula) or other.head.lemma_ in ("be", "become")
    if one.dep_ == "appos" and one.head.i == other.i:
        return True
    if other.dep_ == "appos" and other.head.i == one.i:
        return True
    first, last = sorted((one.i, other.i))
    between = sentence.doc[first + 1 : last]
    verbs = [t for t in between if t.pos_ in ("VERB", "AUX")]
    return len(between) < 9 and [v.lemma_ for v in verbs] == ["be"]


def _dated(
    value: Value, entities: Sequence[str], sentence: Sentence, context: Context
) -> Iterator[str]:
    """The member signed at a date beside its number, if the two agree: then both are right."""
    token = sentence.token(value)
    for when in sentence.values:
        period = period_of(when) if is_time(when) else None
        if period is None or distance(sentence.token(when), token) > _NEAR:
            continue
        for name in entities:
            entity = context.names.entity(name)
            for series in entity.part_of if entity else ():
                found = context.names.pick(series, "signed_in", str(period), context.asked_on)
                if [e.name for e in found] == [name]:
                    yield name

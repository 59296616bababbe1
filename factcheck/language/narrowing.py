"""Words that make a figure one of a part: "core inflation", "4 gold medals in rowing", "30
members, not counting the latecomers".

Such a figure may be told from the whole by a word that the reference does not know. It is
enough to agree with what is known, never to contradict it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from factcheck.language.memory import Context
from factcheck.language.sentences import Hit, Sentence, forms
from factcheck.language.words import word_set
from factcheck.measures.values import Value
from factcheck.records import Property

if TYPE_CHECKING:
    from spacy.tokens import Token

_LIVES = frozenset(("born", "birth", "died", "die", "death", "dead"))


def is_narrowed(
    value: Value, each: Property, hit: Hit, subject: str, sentence: Sentence, context: Context
) -> bool:
    """Whether the words by which `each` is spoken of, or what `value` counts, are of a part."""
    if _leaves_out(value, sentence) or _is_of_other_age(each, subject, sentence, context):
        return True
    said = {word for noun in (*each.nouns, each.label.lower()) for word in noun.split()}
    told = [h for h in sentence.hits if h.form in ("noun", "count") and each in h.properties]
    nouns = [sentence.doc[h.end - 1] for h in (hit, *told) if h.form in ("noun", "count")]
    span = sentence.span(value.start, value.end)
    nouns += _counted(value, span.end, sentence)
    for noun in nouns:
        for word in _left(noun):
            narrows = {*forms(word)} & word_set("narrowing", "adjectives")
            if narrows and not {*forms(word)} & said and not _is_fixed(word):
                return True
    if not nouns:
        return False
    last = max(nouns, key=lambda noun: noun.i)
    said |= _wording(subject, context) | word_set("narrowing", "neutral")
    return any(_is_unknown(noun, said, sentence) for noun in _part(last))


def _is_of_other_age(each: Property, subject: str, sentence: Sentence, context: Context) -> bool:
    """An age at an event ("age_at_award"), where the sentence tells of none that is known of the
    subject, or of a birth or death: "died at the age of 94"."""
    words = each.name.lower().split("_")
    if "age" not in words or "at" not in words:
        return False
    known = context.names.properties_of(subject)
    told = {
        one.name
        for hit in sentence.hits
        for one in hit.properties
        if one.type == "date" and one.name in known
    }
    lives = not _LIVES.isdisjoint(sentence.lemmas)
    return not told or (lives and _LIVES.isdisjoint(words))


def _leaves_out(value: Value, sentence: Sentence) -> bool:
    """Whether something is left out of the figure, before the next one is named."""
    start = sentence.span(value.start, value.end).end_char
    after = [one.start - sentence.start for one in sentence.values if one.start >= value.end]
    text = " ".join(sentence.raw[start : min(after, default=None)].lower().split())
    return any(f" {phrase} " in f" {text} " for phrase in word_set("narrowing", "leaving_out"))


def _wording(subject: str, context: Context) -> frozenset[str]:
    """The words of the subject, also those by which it is described, and of all properties that
    it has."""
    known = context.names.properties_of(subject)
    described = [w for d in context.names.descriptions() if d.subject == subject for w in d.words]
    phrases = [
        phrase
        for each in context.names.properties()
        if each.name in known
        for phrase in (*each.nouns, *each.counts, each.label, each.name.replace("_", " "))
    ]
    return frozenset(word for p in (*phrases, *described, subject) for word in p.lower().split())


def _is_unknown(word: Token, said: frozenset[str] | set[str], sentence: Sentence) -> bool:
    """A common noun or an activity that nothing known of the subject speaks of; a name with a
    capital is mostly a place or a time."""
    if {*forms(word)} & said or word.pos_ == "PROPN":
        return False
    place = sentence.start + word.idx
    spans = [(one.start, one.end) for one in sentence.values]
    spans += [(one.start, one.end) for one in sentence.mentions]
    if any(start <= place < end for start, end in spans):
        return False
    return word.pos_ == "NOUN" or (word.pos_ == "VERB" and word.lower_.endswith("ing"))


def _counted(value: Value, after: int, sentence: Sentence) -> list[Token]:
    """The noun that a number counts."""
    if value.of is None:
        return []
    last = value.of.split()[-1]
    return [t for t in sentence.doc[after : after + 6] if t.text == last][:1]


def _is_fixed(word: Token) -> bool:
    """Whether a word is part of a fixed term: "gross domestic product"."""
    around = f" {word.doc[max(word.i - 2, 0) : word.i + 3].text.lower()} "
    return any(word.lower_ in f and f" {f} " in around for f in word_set("narrowing", "fixed"))


def _left(noun: Token) -> Iterator[Token]:
    """The words right before a noun that belong to it."""
    for word in reversed(list(noun.doc[max(noun.i - 3, 0) : noun.i])):
        if word.pos_ not in ("ADJ", "NOUN", "PROPN", "VERB") and word.text != "-":
            return
        yield word


def _part(noun: Token) -> Iterator[Token]:
    """The nouns after "in" or "for" that follow before a verb: "medals in rowing", "the surplus
    with the others in chips"."""
    opened = False
    for place, word in enumerate(noun.doc[noun.i + 1 : noun.i + 10]):
        if word.lower_ in word_set("narrowing", "parts") and word.pos_ in ("ADP", "SCONJ"):
            opened = True  # a sport may be taken for a verb: "in rowing"
        elif word.pos_ in ("AUX", "PUNCT", "SCONJ") or (word.pos_ == "VERB" and not opened):
            return
        elif word.pos_ == "ADP" or (place == 0 and not opened):
            if word.pos_ != "ADP":
                return
            opened = False
        elif opened and word.pos_ in ("NOUN", "VERB", "PROPN"):
            yield word
            opened = False

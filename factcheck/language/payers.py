"""Who "they" are that pay: "We protect X with our troops. They pay us nothing", "I had them paying
2 billion".

Only where one payer that the reference knows has been named, and what it would be paid for is
spoken of: protection, or soldiers, in the same sentence or the two before, or the payment itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from factcheck.language.memory import Context
from factcheck.language.sentences import Sentence, forms
from factcheck.language.subjects import Subject
from factcheck.language.words import word_set
from factcheck.records import Property

if TYPE_CHECKING:
    from spacy.tokens import Token

_NOTHING = frozenset(("nothing", "zero", "cent", "dime", "penny", "nickel", "dollar", "thing"))
_THEY = frozenset(("they", "it", "them"))
_PARTLY = frozenset(("more", "less", "enough", "extra", "full", "fair", "fairly", "all"))
_TIMES = frozenset(("year", "years", "month", "annually", "time"))
#: whose object does what follows: "I got them to pay", "had them paying"
_MAKING = frozenset(("get", "have", "make", "let", "ask", "force"))
PAYING = frozenset(("pay", "contribute"))


def taken_up(
    verb: Token, able: Sequence[Property], sentence: Sentence, context: Context
) -> tuple[Property, Subject] | None:
    """The yearly amount and whose it is, of a verb with "they" for its subject."""
    who = who_pays(verb)
    if who is None or who.lower_ not in _THEY or not _is_plain(verb, sentence):
        return None
    spoken = sentence.lemmas | context.recent_lemmas()
    recent = set(context.recent())
    named = {name for mention in sentence.mentions for name in mention.entities}
    entities = [e for name in named if (e := context.names.entity(name))]
    is_countries = any(entity.type == "country" for entity in entities)
    found = owing(named if is_countries else recent, able, context)
    if spoken.isdisjoint(word_set("events", "protected.words")) and recent.isdisjoint(found):
        return None
    return next(iter(found.values())) if len(found) == 1 else None


def payer(
    verb: Token, able: Sequence[Property], sentence: Sentence, context: Context
) -> tuple[Property, Subject] | None:
    """As `taken_up`, also of a payer who is named, where it is said or was said for what."""
    who = who_pays(verb)
    named = [m for m in sentence.mentions if who is not None and sentence.token(m).i == who.i]
    if who is None or not named:
        return taken_up(verb, able, sentence, context)
    spoken = sentence.lemmas | context.recent_lemmas()
    found = owing({name for mention in named for name in mention.entities}, able, context)
    if spoken.isdisjoint(word_set("events", "protected.words")) or not _is_plain(verb, sentence):
        return None
    return next(iter(found.values())) if len(found) == 1 else None


def who_pays(verb: Token) -> Token | None:
    """The subject of a verb of paying: its own, that of "agreed to pay", whom somebody got to."""
    while verb is not None:
        own = next((c for c in verb.children if c.dep_ == "nsubj"), None)
        above = verb.head if verb.dep_ in ("xcomp", "conj") and verb.head.i < verb.i else None
        if above is not None and own is None and _MAKING.intersection(forms(above)):
            moved = (c for c in above.children if c.dep_ in ("obj", "iobj") and c.i < verb.i)
            own = next(moved, None)
        if own is not None or above is None:
            return own
        verb = above
    return None


def payers(sentence: Sentence, context: Context) -> Iterator[Subject]:
    """Whose payment "they pay us 2 billion a year" speaks of, "I had them paying 2 billion"."""
    if not any(value.kind == "amount" for value in sentence.values):
        return
    for hit in sentence.hits:
        verb = sentence.doc[hit.start]
        if hit.form != "verb" or PAYING.isdisjoint(forms(verb)):
            continue
        able = [each for each in hit.properties if each.type == "amount" and each.per == "year"]
        meant = taken_up(verb, able, sentence, context)
        who = who_pays(verb)
        if meant is not None and who is not None:
            yield Subject(meant[1].name, ((who, verb),), "described", "they")


def beginning_of(name: str, context: Context) -> str | None:
    """The property that tells when something of a subject began to be paid, if it is one only."""
    own = {
        each.name
        for each in context.names.properties()
        if each.type == "date" and each.kind == "start_date" and "begin" in each.verbs
    } & context.names.properties_of(name)
    return own.pop() if len(own) == 1 else None


def owing(
    named: set[str], able: Sequence[Property], context: Context
) -> dict[str, tuple[Property, Subject]]:
    """What those named pay, by the subject."""
    found: dict[str, tuple[Property, Subject]] = {}
    for one in context.names.descriptions():
        if not one.entities or named.isdisjoint(one.entities[0]):
            continue
        payers = [e for name in one.entities[0] if (e := context.names.entity(name))]
        known = context.names.properties_of(one.subject)
        own = [each for each in able if each.name in known]
        if own and all(payer.type == "country" for payer in payers):
            found[one.subject] = own[0], Subject(one.subject, (), "described", "they")
    return found


def _is_plain(verb: Token, sentence: Sentence) -> bool:
    """Nothing is said of what would be paid for but a pronoun: no taxes, no tariffs."""
    sums = {t.i for value in sentence.values for t in sentence.span(value.start, value.end)}
    after = (t for t in verb.doc[verb.i + 1 : verb.i + 12] if t.i not in sums)
    for token in after:
        following = token.doc[token.i + 1 : token.i + 2].text.lower()
        if token.lower_ in _PARTLY and following != "than":  # "more than 2 billion"
            return False
        if token.text in (",", ";", ".", "!", "—", "–") or token.pos_ == "CCONJ":
            break
        if token.pos_ in ("NOUN", "PROPN") and token.lower_ not in _NOTHING | _TIMES:
            return token.lower_ in ("protection", "troops", "soldiers", "forces", "military")
    return True

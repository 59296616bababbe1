"""Who "they" are that pay nothing: "We protect X with our troops. They pay us nothing."

Only where one payer that the reference knows has been named, and what it would be paid for is
spoken of: protection, or soldiers, in the same sentence or the two before, or the payment itself.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from factcheck.language.memory import Context
from factcheck.language.sentences import Sentence
from factcheck.language.subjects import Subject
from factcheck.language.words import word_set
from factcheck.records import Property

if TYPE_CHECKING:
    from spacy.tokens import Token

_NOTHING = frozenset(("nothing", "zero", "cent", "dime", "penny", "nickel", "dollar", "thing"))
_THEY = frozenset(("they", "it"))


def taken_up(
    verb: Token, able: Sequence[Property], sentence: Sentence, context: Context
) -> tuple[Property, Subject] | None:
    """The yearly amount and whose it is, of a verb with "they" for its subject."""
    who = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    if who is None or who.lower_ not in _THEY or not _is_plain(verb):
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


def _is_plain(verb: Token) -> bool:
    """Nothing is said of what would be paid for but a pronoun: no taxes, no tariffs."""
    after = verb.doc[verb.i + 1 : verb.i + 9]
    for token in after:
        if token.text in (",", ";", ".", "!", "—", "–"):
            break
        if token.pos_ in ("NOUN", "PROPN") and token.lower_ not in _NOTHING:
            return token.lower_ in ("protection", "troops", "soldiers", "forces")
    return True

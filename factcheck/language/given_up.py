"""What somebody ended in more than one word: "gave it up", "threw the deal away", "cut it down to
nothing", "let them off the hook"; and whether what was ended has another name."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from factcheck.language.descriptions import parties_of
from factcheck.language.memory import Context
from factcheck.language.sentences import Sentence, forms
from factcheck.language.subjects import Subject
from factcheck.language.words import word_set

if TYPE_CHECKING:
    from spacy.tokens import Token

#: the parser may take a pronoun before a particle for the other object: "gave it all up"
_OBJECTS = ("obj", "iobj", "nsubj:pass")
_PARTICLES = ("compound:prt", "advmod")
_NAUGHT = frozenset(("nothing", "zero", "nil", "naught"))
_BRINGING = frozenset(("bring", "take", "get", "knock"))


def given_up(verb: Token) -> tuple[Token, Token] | None:
    """The word for what is ended, and the last word that says so."""
    ended = next((c for c in verb.children if c.dep_ in _OBJECTS), None)
    if ended is None:
        return None
    last = _particle(verb) or _naught(verb) or _hook(verb)
    return (ended, last) if last is not None and last.i > verb.i else None


def acted_on(verb: Token) -> list[Token]:
    """What somebody ends by a verb: its object, or the subject of a passive, its own or that of
    the verb before ("it was signed by X and ended by Y")."""
    own = [c for c in verb.children if c.dep_ in ("obj", "nsubj:pass", "dobj")]
    is_by = any(g.lower_ == "by" for c in verb.children for g in c.children)
    if own or verb.dep_ != "conj" or not is_by:
        return own
    return [c for c in verb.head.children if c.dep_ == "nsubj:pass"]


def meant_by_it(word: Token, verb: Token, subjects: Iterable[Subject]) -> Subject | None:
    """ "X signed the pact and Y ended it": what the verb before does something to."""
    if word.lower_ != "it" or verb.dep_ != "conj":
        return None
    objects = [c.i for c in verb.head.children if c.dep_ == "obj"]
    for subject in subjects:
        if any(t.i in objects for group in subject.tokens for t in group):
            return subject
    return None


def _particle(verb: Token) -> Token | None:
    phrases = word_set("events", "ended.phrases")
    for child in verb.children:
        said = {f"{form} {child.lower_}" for form in forms(verb)}
        if child.dep_ in _PARTICLES and phrases & said:
            return child
    return None


def _naught(verb: Token) -> Token | None:
    """ "cut it to nothing", "brought that down to zero"."""
    if not (word_set("events", "fall.verbs") | _BRINGING).intersection(forms(verb)):
        return None
    ends = (c for c in verb.children if c.lower_ in _NAUGHT and c.i > verb.i)
    return next((c for c in ends if any(each.lower_ == "to" for each in c.children)), None)


def _hook(verb: Token) -> Token | None:
    """ "let them off the hook"."""
    if verb.lemma_.lower() != "let":
        return None
    hooks = (t for t in verb.subtree if t.lower_ == "hook")
    return next((t for t in hooks if any(c.lower_ == "off" for c in t.children)), None)


def is_of_own_sentence(it: Token) -> bool:
    """ "They rescinded their pledge, X had never rescinded it": what it takes up is said there."""
    verb = it.head.lemma_
    before = it.doc[: it.i]
    return any(t.dep_ in _OBJECTS and t.pos_ == "NOUN" and t.head.lemma_ == verb for t in before)


def has_other_name(noun: Token, subject: Subject, sentence: Sentence, context: Context) -> bool:
    """ "The Larkham Pact was dissolved", of a subject that is not called so: a name of its own,
    unless what stands before the noun is a side of the subject."""
    before = noun.nbor(-1) if noun.i else noun
    place = sentence.start + noun.idx
    is_read = any(mention.start <= place < mention.end for mention in sentence.mentions)
    is_name = noun.text.istitle() and before.text.istitle() and before.pos_ == "PROPN"
    if not is_name or is_read:
        return False
    named = {n for m in sentence.mentions if sentence.token(m).i == before.i for n in m.entities}
    return named.isdisjoint(parties_of(subject.name, context))

"""Whether the words of a part that a name has speak of another part, time or thing.

"its former president", "its second stadium", "which owns a stake in X", "who led X's library",
"which once owned X": the name may be right there, whoever has the part itself today.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.language.memory import Context
from factcheck.language.sentences import Hit, Sentence, forms
from factcheck.language.strangers import is_named, scope_of
from factcheck.language.subjects import Subject
from factcheck.language.words import type_nouns
from factcheck.records import Mention, Property

if TYPE_CHECKING:
    from spacy.tokens import Token

#: what makes a holder or a place one of another time, or one of several
_OTHERS = frozenset(
    ("former", "ex", "ex-", "then", "old", "previous", "next", "future", "new", "late", "last",
     "past", "other", "second", "first", "third", "original", "earlier", "one-time", "onetime",
     "sometime", "temporary", "ultimate", "minority", "part", "proposed", "planned", "deputy",
     "vice", "acting", "interim", "caretaker", "shadow", "assistant", "associate", "honorary")
)  # fmt: skip
_REGIONAL = frozenset(
    ("regional", "local", "european", "asian", "african", "american", "latin", "north", "south",
     "east", "west", "eastern", "western", "northern", "southern", "global", "international",
     "national", "operational", "sales", "research", "manufacturing")
)  # fmt: skip
_ONCE = frozenset(
    ("once", "formerly", "previously", "originally", "initially", "briefly", "partly")
)
NOT = ("not", "n't", "n’t", "never")
_OBJECTS = ("obj", "nsubj:pass")
#: what is the same as what it is of: "signed their copies of X"
_TEXTS = frozenset(("copy", "text", "document", "version", "instrument", "original"))
#: a tag less certain than the place in the tree: "led its library"
_NOUNS = ("NOUN", "PROPN", "ADJ")


def is_other_part(
    hit: Hit, each: Property, subject: Subject, sentence: Sentence, context: Context
) -> bool:
    """Whether the words of `hit` tell of another part than the one the reference knows, or of
    something else than `subject`."""
    first, last = sentence.doc[hit.start], sentence.doc[hit.end - 1]
    if hit.form == "noun":
        is_one_of = _is_marked(first, last) or is_regional(hit, sentence, context)
        return is_one_of or _is_any(hit, last, each)
    if first.pos_ not in ("VERB", "AUX"):
        return False
    said_once = any(c.lower_ in _ONCE for c in first.children if c.dep_ == "advmod")
    in_part = first.i > 1 and first.nbor(-1).text == "-"  # "part-owned"
    return said_once or in_part or _acts_on_other(hit, subject, sentence, context)


def is_denied_of(name: Mention, hit: Hit, sentence: Sentence) -> bool:
    """ "X did not design it", "X, not the owner": denied of a name that stands before."""
    place = sentence.span(name.start, name.end).end
    denied = [t for t in sentence.doc[max(hit.start - 3, place) : hit.start] if t.lower_ in NOT]
    return any(t.nbor(1).lower_ not in ("only", "just", "merely") for t in denied)


def is_regional(hit: Hit, sentence: Sentence, context: Context) -> bool:
    """ "its European headquarters": of one of several."""
    noun = sentence.doc[hit.end - 1]
    if noun.lower_ not in ("headquarters", "headquarter", "office", "base", "seat", "hub"):
        return False
    beside = {c.lower_ for c in noun.children if c.dep_ in ("amod", "compound") and c.i < noun.i}
    return not beside.isdisjoint(_REGIONAL) or any(map(context.names.homeland, beside))


def _is_marked(first: Token, noun: Token) -> bool:
    """ "former president", "second stadium": a modifier right before the noun or its phrase."""
    beside = [first.doc[i] for i in range(max(first.i - 2, 0), first.i)]
    return any(t.lower_ in _OTHERS and t.head.i in (noun.i, first.i) for t in beside)


def _is_any(hit: Hit, noun: Token, each: Property) -> bool:
    """ "an engineer" is not the chief engineer: one of many, where the name says more."""
    is_short = hit.end - hit.start < len(each.name.split("_"))
    return is_short and any(c.lower_ in ("a", "an") for c in noun.children)


def _acts_on_other(hit: Hit, subject: Subject, sentence: Sentence, context: Context) -> bool:
    """ "owns a stake in X", "led X's library": what is acted on is neither X nor of its sort."""
    own = {t.i for group in subject.tokens for t in group}
    same = scope_of(subject.name, context).sorts | type_nouns()
    verb = sentence.doc[hit.start]
    for noun in verb.children:
        if noun.dep_ not in _OBJECTS or noun.pos_ not in _NOUNS or noun.i in own | {hit.noun}:
            continue
        if hit.start <= noun.i < hit.end or is_named(noun, sentence):
            continue
        if noun.lemma_.lower() in _TEXTS and own & {t.i for t in noun.subtree}:
            continue
        return same.isdisjoint(forms(noun))
    return False

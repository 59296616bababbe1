"""Verbs whose particle stands behind what is acted on: "shut it down", "set the club up"."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from factcheck.language.sentences import Hit
from factcheck.records import Property

if TYPE_CHECKING:
    from spacy.tokens import Token

_PARTICLES = frozenset(("up", "down", "off", "out", "over", "in", "back", "away"))
#: words from the verb to its particle, at most
_FARTHEST = 5
#: by verb and particle, the properties of which they tell
Split = Mapping[tuple[str, str], Sequence[Property]]


def splittable(
    phrases: Iterable[Mapping[tuple[str, tuple[str, ...]], Sequence[Property]]],
) -> Split:
    """The verbs with a particle among phrases by form and words."""
    return {
        (parts[0], parts[1]): properties
        for each in phrases
        for (form, parts), properties in each.items()
        if form == "verb" and len(parts) == len(("shut", "down")) and parts[1] in _PARTICLES
    }


def split_in(
    tokens: Sequence[Token], said: Sequence[tuple[str, ...]], verbs: Split
) -> Iterator[Hit]:
    """The verbs whose particle stands behind their object; `said`: what each word may be a form
    of. The hit is the verb alone."""
    places = {token.i: n for n, token in enumerate(tokens)}
    for token in tokens:
        if token.lower_ not in _PARTICLES or token.dep_ != "compound:prt":
            continue
        verb = token.head
        if verb.i not in places or not 1 < token.i - verb.i <= _FARTHEST:
            continue
        acted = [c for c in verb.children if c.dep_ == "obj" and verb.i < c.i < token.i]
        for form in dict.fromkeys(said[places[verb.i]]) if acted else ():
            if told := verbs.get((form, token.lower_)):
                yield Hit(verb.i, verb.i + 1, "verb", tuple(told))


def is_done_to_it(verb: Token, own: Collection[int]) -> bool:
    """ "X had branches abroad before the state shut it down": the subject of the clause around it,
    whose words stand at `own`, with nothing between that might be meant instead."""
    above = verb.head if verb.dep_ in ("advcl", "conj") else verb
    acts = any(c.i in own and c.dep_.startswith("nsubj") for c in above.children)
    is_it = any(c.lower_ == "it" and c.dep_ == "obj" for c in verb.children)
    if not (is_it and acts and above.i < verb.i):
        return False
    between = verb.doc[above.i + 1 : verb.i]
    return not any(t.tag_ in ("NN", "NNP") and t.head.i != verb.i for t in between)

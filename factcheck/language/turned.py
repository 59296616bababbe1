"""Phrases of a verb and what it acts on, turned: "lead the jury" in "the jury was led by X"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from factcheck.language.sentences import Hit
from factcheck.records import Property

if TYPE_CHECKING:
    from spacy.tokens import Token

#: between a verb and what it acts on
OBJECT = (("the",), ("over", "the"))

#: properties by the words of a phrase and its form
_Phrases = Mapping[tuple[str, tuple[str, ...]], Sequence[Property]]


def turnable(phrases: Iterable[_Phrases]) -> Mapping[tuple[str, str], Sequence[Property]]:
    """By a verb and what it acts on the properties of which the two speak."""
    found: dict[tuple[str, str], list[Property]] = defaultdict(list)
    for some in phrases:
        for (form, parts), owners in some.items():
            if form == "verb" and parts[1:-1] in OBJECT:
                found[parts[0], parts[-1]] += owners
    return found


def turned_in(
    tokens: Sequence[Token],
    said: Sequence[tuple[str, ...]],
    phrases: Mapping[tuple[str, str], Sequence[Property]],
) -> Iterator[Hit]:
    """ "The jury was led by X", "the jury, led by X"; `said`: what each word may be a form of."""
    forms = {token.i: of for token, of in zip(tokens, said, strict=True)}
    for verb in (t for t in tokens if t.tag_ in ("VBN", "VBD")):
        nouns = [c for c in verb.children if c.dep_ == "nsubj:pass"]
        nouns += [verb.head] if verb.dep_ == "acl" else []
        for noun in (n for n in nouns if n.i in forms and _is_the_one(n)):
            pairs = ((one, other) for one in forms[verb.i] for other in forms[noun.i])
            meant = tuple(dict.fromkeys(p for pair in pairs for p in phrases.get(pair, ())))
            if meant:
                yield Hit(verb.i, verb.i + 1, "verb", meant, noun.i)


def _is_the_one(noun: Token) -> bool:
    """ "the jury", "X's music": neither "a jury" nor "the new music"."""
    deps = {c.dep_ for c in noun.children}
    is_one = "nmod:poss" in deps or any(c.lower_ == "the" for c in noun.children)
    return is_one and deps.isdisjoint(("amod", "nummod", "compound"))

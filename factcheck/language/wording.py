"""Where a sentence uses the words of a known property: verbs, nouns, adjectives, counted nouns."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from factcheck.language.inflection import bare, is_superlative
from factcheck.language.sentences import Hit
from factcheck.language.split_verbs import split_in, splittable
from factcheck.language.turned import OBJECT, turnable, turned_in
from factcheck.records import Property

if TYPE_CHECKING:
    from spacy.tokens import Token

#: verbs that say next to nothing of what is meant
LIGHT = frozenset(
    ("be", "have", "make", "take", "get", "set", "give", "hold", "keep", "do", "put", "come", "go")
)
_FORMS = ("verb", "noun", "adjective", "count")
_POS = {
    "verb": frozenset(("VERB", "AUX", "ADJ", "NOUN")),
    "noun": frozenset(("NOUN", "PROPN", "ADJ", "VERB", "ADV", "NUM")),
    "adjective": frozenset(("ADJ", "ADV", "VERB", "ADP", "NOUN")),
    "count": frozenset(("NOUN", "PROPN", "ADJ", "VERB")),
}


_HYPHENS = frozenset(("-", "–", "‑"))
#: what "one's" stands for in a phrase
_WHOSE = frozenset(("my", "your", "his", "her", "its", "our", "their"))


@dataclass(frozen=True, slots=True)
class Saying:
    """A phrase by which a text says a value of a property; token indices, end exclusive."""

    start: int
    end: int
    value: str
    property: Property


class Wording:
    """Finds the words of properties in a parsed text; made once for a reference."""

    def __init__(self, properties: Sequence[Property]) -> None:
        self._phrases: dict[str, dict[tuple[str, tuple[str, ...]], list[Property]]] = {}
        by_first: dict[str, dict[tuple[str, tuple[str, ...]], list[Property]]]
        by_first = defaultdict(lambda: defaultdict(list))
        for each in properties:
            for form, listed in zip(
                _FORMS, (each.verbs, each.nouns, each.adjectives, each.counts), strict=True
            ):
                for phrase in listed:
                    parts = tuple(phrase.lower().replace("-", " ").split())
                    if parts:
                        by_first[parts[0]][form, parts].append(each)
        self._phrases = {first: dict(phrases) for first, phrases in by_first.items()}
        self._turned = turnable(self._phrases.values())
        self._split = splittable(self._phrases.values())
        #: by the longest word of each phrase (no light verb): how many words stand before that
        #: one, the words, and the types of the properties that it is of
        self._telling: dict[str, list[tuple[int, tuple[str, ...], frozenset[str]]]]
        self._telling = defaultdict(list)
        for phrases in by_first.values():
            for (_, parts), owners in phrases.items():
                telling = max(sorted({*parts} - {"one's"} - LIGHT), key=len, default=None)
                if telling:
                    types = frozenset(each.type for each in owners)
                    self._telling[telling].append((parts.index(telling), parts, types))
                if parts[1:-1] in OBJECT:  # "the jury was led"
                    types = frozenset(each.type for each in owners)
                    self._telling[parts[-1]].append((0, parts[-1:], types))
        #: by its longest word (any form), each phrase that says a value: how many words stand
        #: before that one, the words, the value, and of which property
        self._saying: dict[str, list[tuple[int, tuple[str, ...], str, Property]]]
        self._saying = defaultdict(list)
        for each in properties:
            for value, phrase in each.says:
                parts = tuple(phrase.replace("-", " ").split())
                telling = max((part for part in parts if part != "one's"), key=len)
                self._saying[telling].append((parts.index(telling), parts, value, each))
        names: dict[str, tuple[Property, ...]] = {}
        for each in properties:
            names[_letters(each.label)] = (*names.get(_letters(each.label), ()), each)
        self._by_name = names
        #: the properties that say when somebody held an office
        self.of_offices = tuple(
            each
            for each in properties
            if each.type == "date" and {"take office", "leave office"} & {*each.verbs}
        )
        #: the nouns (single words) of the properties whose values are names
        self.titles = frozenset(
            noun for each in properties if each.type == "entity" for noun in each.nouns
            if " " not in noun
        )  # fmt: skip

    def of_name(self, name: str) -> tuple[Property, ...]:
        """The properties that are called like something with a name: "the Grand Prix"."""
        return self._by_name.get(_letters(name), ())

    def speaks(self, words: Sequence[str], types: Collection[str]) -> int:
        """Cheap gate: how many of `words` (as written, lower case, in order) tell a phrase of a
        property of one of `types`; no more than two are counted."""
        told = set[str]()
        for place, word in enumerate(words):
            for form in bare(word):
                for before, parts, owners in self._telling.get(form, ()):
                    if not owners.isdisjoint(types) and _stands(words, place - before, parts):
                        told.add(word)
            if len(told) > 1:
                break
        return len(told)

    def says(self, words: Sequence[str]) -> bool:
        """Cheap gate: whether a phrase that says a value stands in `words` (lower case)."""
        return any(
            _stands(words, place - before, parts)
            for place, word in enumerate(words)
            for form in bare(word)
            for before, parts, _, _ in self._saying.get(form, ())
        )

    def sayings(self, tokens: Sequence[Token], said: Sequence[tuple[str, ...]]) -> Iterator[Saying]:
        """The phrases that say a value of a property, as long as they can be, left to right."""
        told = [n for n, forms in enumerate(said) if not n or forms[-1] not in _HYPHENS]
        tokens, said = [tokens[n] for n in told], [said[n] for n in told]
        found = set[tuple[int, int, str, Property]]()
        for position, forms in enumerate(said):
            for before, parts, value, each in (
                p for f in {*forms} for p in self._saying.get(f, ())
            ):
                start, end = position - before, position - before + len(parts)
                if start >= 0 and _match(tokens[start:end], said[start:end], parts):
                    found.add((start, -end, value, each))
        done: dict[str, int] = {}
        for start, last, value, each in sorted(found, key=lambda one: (*one[:3], one[3].name)):
            if -last > done.get(each.name, 0):
                done[each.name] = -last
                yield Saying(tokens[start].i, tokens[-last - 1].i + 1, value, each)

    def hits(self, tokens: Sequence[Token], said: Sequence[tuple[str, ...]]) -> tuple[Hit, ...]:
        """All uses, left to right; of those of one form that overlap, the longest. `said`: what
        each word may be a form of."""
        told = [n for n, forms in enumerate(said) if not n or forms[-1] not in _HYPHENS]
        tokens, said = [tokens[n] for n in told], [said[n] for n in told]
        written = {token.lower_ for token in tokens}
        found: list[Hit] = []
        for position, first in enumerate(said):
            for (form, parts), properties in self._starting_with(first):
                end = position + len(parts)
                run = tokens[position:end]
                if _match(run, said[position:end], parts) and _head(run, form).pos_ in _POS[form]:
                    meant = tuple(each for each in properties if _superlatives(each) <= written)
                    if meant:
                        found.append(Hit(run[0].i, run[-1].i + 1, form, meant))
        turned = list(turned_in(tokens, said, self._turned)) if "by" in written else []
        verbs = {hit.start for hit in turned}
        found = [hit for hit in found if hit.form != "verb" or hit.start not in verbs]
        return tuple(_longest([*found, *turned, *split_in(tokens, said, self._split)]))

    def _starting_with(
        self, first: tuple[str, ...]
    ) -> Iterator[tuple[tuple[str, tuple[str, ...]], list[Property]]]:
        for form in dict.fromkeys(first):
            yield from self._phrases.get(form, {}).items()


@cache
def _superlatives(each: Property) -> frozenset[str]:
    """The superlatives in a property's name: without "oldest" nothing is an `oldest_member`."""
    words = each.name.lower().split("_")
    return frozenset(filter(is_superlative, words))


def _letters(name: str) -> str:
    return "".join(letter for letter in name.lower() if letter.isalnum())


def _head(run: list[Token], form: str) -> Token:
    """The word that tells a phrase's part of speech: "chip" of "chip in", "fee" of "club fee"."""
    return run[0] if form == "verb" else run[-1]


def _stands(words: Sequence[str], start: int, parts: tuple[str, ...]) -> bool:
    """Whether the words from `start` on are those of a phrase, in any form."""
    if len(parts) == 1:
        return True
    run = words[start : start + len(parts)] if start >= 0 else ()
    return len(run) == len(parts) and all(
        part in bare(word) or (part == "one's" and word in _WHOSE)
        for word, part in zip(run, parts, strict=True)
    )


def _match(run: list[Token], said: list[tuple[str, ...]], parts: tuple[str, ...]) -> bool:
    """Whether words, of which `said` has the forms, are those of a phrase; its first is."""
    if len(parts) == 1:
        return True
    return len(run) == len(parts) and all(
        part in forms or (part == "one's" and token.lower_ in _WHOSE)
        for token, forms, part in zip(run, said, parts, strict=True)
    )


def _longest(found: list[Hit]) -> Iterator[Hit]:
    unique: dict[tuple[int, int, str], Hit] = {}
    for hit in found:  # "budget" and "budgets" may be words of different properties
        key = hit.start, hit.end, hit.form
        same = unique[key].properties if key in unique else ()
        unique[key] = replace(hit, properties=tuple(dict.fromkeys((*same, *hit.properties))))
    for hit in sorted(unique.values(), key=lambda hit: (hit.start, hit.end, hit.form)):
        covered = any(
            other.form == hit.form
            and other.start <= hit.start
            and hit.end <= other.end
            and (other.end - other.start) > (hit.end - hit.start)
            and set(other.properties) >= set(hit.properties)
            for other in unique.values()
        )
        if not covered:
            yield hit

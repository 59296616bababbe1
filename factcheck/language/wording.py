"""Where a sentence uses the words of a known property: verbs, nouns, adjectives, counted nouns."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING

from factcheck.language.inflection import bare
from factcheck.language.sentences import Hit, forms
from factcheck.records import Property

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

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


#: what "one's" stands for in a phrase
_WHOSE = frozenset(("my", "your", "his", "her", "its", "our", "their"))


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
        self._telling = frozenset(
            word
            for phrases in by_first.values()
            for _, parts in phrases
            if (word := next((part for part in parts if part not in LIGHT), None))
        )

    def speaks(self, words: Iterable[str]) -> int:
        """Cheap gate: how many of `words` (as written, lower case) may be the first telling word
        of a known phrase ("office" of "take office"); no more than two are counted."""
        said = (word for word in words if any(form in self._telling for form in bare(word)))
        return len(list(islice(said, 2)))

    def hits(self, doc: Doc) -> tuple[Hit, ...]:
        """All uses, left to right; of those of one form that overlap, the longest."""
        tokens = [token for token in doc if token.text not in ("-", "–", "‑") or not token.i]
        found: list[Hit] = []
        for position, token in enumerate(tokens):
            for (form, parts), properties in self._starting_at(token):
                run = tokens[position : position + len(parts)]
                if _match(run, parts) and _head(run, form).pos_ in _POS[form]:
                    hit = Hit(run[0].i, run[-1].i + 1, form, tuple(properties))
                    found.append(hit)
        return tuple(_longest(found))

    def _starting_at(
        self, token: Token
    ) -> Iterator[tuple[tuple[str, tuple[str, ...]], list[Property]]]:
        for first in dict.fromkeys(forms(token)):
            yield from self._phrases.get(first, {}).items()


def _head(run: list[Token], form: str) -> Token:
    """The word that tells a phrase's part of speech: "chip" of "chip in", "fee" of "club fee"."""
    return run[0] if form == "verb" else run[-1]


def _match(run: list[Token], parts: tuple[str, ...]) -> bool:
    return len(run) == len(parts) and all(
        part in forms(token) or (part == "one's" and token.lower_ in _WHOSE)
        for token, part in zip(run, parts, strict=True)
    )


def _longest(found: list[Hit]) -> Iterator[Hit]:
    unique = {(hit.start, hit.end, hit.form): hit for hit in found}
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

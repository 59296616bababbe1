"""A parsed sentence with what was found in it: values, names, wording, terms of office.

All character offsets here count from the start of the document's text.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeVar

from factcheck.language import trees
from factcheck.language.inflection import bare
from factcheck.measures.values import Value
from factcheck.records import Fact, Mention, Passage, Property

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

_Found = TypeVar("_Found", Value, Mention)


@dataclass(frozen=True, slots=True)
class Hit:
    """Words by which a property is spoken of; token indices, end exclusive."""

    start: int
    end: int
    #: noun, verb, adjective or count
    form: str
    properties: tuple[Property, ...]
    #: of a phrase that is turned ("the jury was led by X"): where its noun stands
    noun: int | None = None


@dataclass(frozen=True, slots=True)
class Term:
    """An office-holder's time in office, as a text names it ("under X", "my first term")."""

    start: int
    end: int
    text: str
    person: str
    #: the office_held facts meant, in order of time
    facts: tuple[Fact, ...]
    #: during, before, after, since; actor ("the X administration" as who acts); or holder ("X
    #: was president when …")
    role: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence; `doc` holds it alone, parsed; `start` is its offset in the document.

    `raw` is the text as written; `doc.text` is as long, but has stand-ins for some words.
    """

    doc: Doc
    raw: str
    start: int
    passage: Passage
    values: tuple[Value, ...]
    mentions: tuple[Mention, ...]
    terms: tuple[Term, ...]
    hits: tuple[Hit, ...]
    #: the words of `doc`, which would make them anew at each turn
    tokens: tuple[Token, ...]
    #: all words in lower case
    words: frozenset[str]
    #: what each word may be a form of, in lower case
    forms: tuple[tuple[str, ...], ...]
    #: all of these
    lemmas: frozenset[str]
    #: what stands before it in the passage, its last characters
    before: str = ""
    #: the words by which what was found hangs in the tree, by where it stands
    hung: dict[tuple[type, int, int], Token] = field(default_factory=dict, compare=False)

    @property
    def text(self) -> str:
        """The sentence as written, without white space at its ends."""
        return self.raw.strip()

    def span(self, start: int, end: int) -> Span:
        """The tokens of a stretch of the document's text."""
        found = self.doc.char_span(start - self.start, end - self.start, alignment_mode="expand")
        assert found is not None, (self.raw, start - self.start, end - self.start)
        return found

    def token(self, found: Value | Mention | Term) -> Token:
        """The word by which a value, name or term hangs in the tree."""
        key = type(found), found.start, found.end
        if key not in self.hung:
            self.hung[key] = self._hang(found)
        return self.hung[key]

    def _hang(self, found: Value | Mention | Term) -> Token:
        span = self.span(found.start, found.end)
        if isinstance(found, Value):
            return trees.anchor(span)
        return trees.titled(span) if isinstance(found, Mention) else span.root

    def quote(self, start: int, end: int) -> str:
        """The document's text from `start` to `end`."""
        return self.raw[start - self.start : end - self.start]


def is_in_force(token: Token) -> bool:
    """ "in force", "into force": no force of soldiers."""
    return token.lower_ == "force" and token.i > 0 and token.nbor(-1).lower_ in ("in", "into")


def forms(token: Token) -> tuple[str, ...]:
    """The forms under which a word list may hold a word: its lemma, and what is left of it."""
    return (token.lemma_.lower(), *bare(token.lower_))


def within(found: Sequence[_Found], start: int, end: int) -> list[_Found]:
    """Those of `found` (sorted by their start) that lie in a stretch of text."""
    first = bisect_left(found, start, key=lambda one: one.start)
    last = bisect_left(found, end, key=lambda one: one.start)
    return [one for one in found[first:last] if one.end <= end]


def is_in_name(value: Value, mentions: Sequence[Mention]) -> bool:
    """ "the 2014 Games", "Apollo 11": what a longer name has in it says nothing by itself, but
    for an ordinal, which may tell the member of a series."""
    return value.kind != "ordinal" and any(
        m.start <= value.start
        and value.end <= m.end
        and (
            m.end - m.start > value.end - value.start or value.kind == "amount" or value.of is None
        )
        for m in mentions
    )

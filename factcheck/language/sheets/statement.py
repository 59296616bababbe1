"""A statement about a table: its words, the columns it names, the parts that speak of cells."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

from factcheck.language.sheets.degree_words import is_adverb, is_no_degree
from factcheck.language.sheets.heads import Mention, find_mentions
from factcheck.language.sheets.index import TableIndex
from factcheck.language.sheets.lexicon import degrees, plain
from factcheck.language.sheets.of_table import is_of_table
from factcheck.language.sheets.part import Part, Rows
from factcheck.language.sheets.parts import find_parts
from factcheck.language.sheets.plain_forms import has_no_endings, understood
from factcheck.language.sheets.tokens import Token, is_year, tokens_of
from factcheck.measures.values import Value
from factcheck.records import Condition, Question

_NEGATIONS = frozenset(
    (
        *("not", "never", "n't", "didn't", "wasn't", "weren't", "isn't", "aren't", "doesn't"),
        *("don't", "hasn't", "haven't", "hadn't", "failed", "without", "neither", "cannot"),
        *("couldn't", "unable", "fail", "fails", "outside"),
    )
)

#: the subject of questions that are asked of several rows
ROWS = "the rows of the table"
#: words of degree that heads have too
_HEADS = frozenset(("first", "last", "top", "high", "highest", "lowest"))
_QUANTIFIERS = frozenset(
    [
        "all",
        "every",
        "each",
        "most",
        "none",
        "only",
        "both",
        "neither",
        "total",
        "average",
        "combined",
        "sum",
        "mean",
        "once",
        "twice",
        "times",
        "half",
        "majority",
        "different",
        "same",
        "never",
        "always",
        "any",
        "either",
        "difference",
        "equal",
    ]
)
_ORDERS = frozenset(["ahead", "behind", "before", "above", "below"])


@dataclass(frozen=True, slots=True)
class Drafted:
    """A claim before it has offsets: the tokens it turns on, the question, the answer given."""

    start: int
    end: int
    question: Question
    kind: str
    value: Value
    negated: bool = False
    why: tuple[str, ...] = ()


@dataclass(slots=True)
class Statement:
    """One statement, read against one table."""

    text: str
    index: TableIndex
    tokens: list[Token] = field(init=False)
    #: the tokens in lower case, those of degree in the form that is meant
    words: list[str] = field(init=False)
    mentions: list[Mention] = field(init=False)
    parts: list[Part] = field(init=False)
    #: tokens of figures that speak of the table, not of its rows
    beside: set[int] = field(init=False)
    #: whether every word is in its plain form
    has_no_endings: bool = field(init=False)

    def __post_init__(self) -> None:
        """Find all that the shapes ask for."""
        tokens = tokens_of(self.text)
        self.has_no_endings = has_no_endings(tokens, self.index.postings)
        self.tokens = understood(tokens, self.index, self.has_no_endings)
        self.words = [token.text for token in self.tokens]
        self.mentions = find_mentions(self.tokens, self.index)
        taken = [
            range(at, at + 1) for mention in self.mentions if mention.is_sure
            for at in mention.places
            if mention.is_full or self.tokens[at].number is None or self.tokens[at].is_word
        ]  # fmt: skip
        taken += [
            range(at, at + 1)
            for at, token in enumerate(self.tokens)
            if _is_year(token) and any(token.stem in head for head in self.index.heads)
        ]
        named = {
            at for m in self.mentions if m.is_full and len(set(m.places)) > 1 for at in m.places
        }
        found = find_parts(self.text, self.tokens, self.index, taken, named)
        beside = [
            part for part in found
            if is_of_table(part, self.tokens, self.index)
            or (self.tokens[part.start].text == "first" and is_adverb(part.start, self))
        ]  # fmt: skip
        self.parts = [part for part in found if part not in beside]
        self.beside = {at for part in beside for at in span(part)}
        self.beside |= {at - 1 for at in self.beside if self.words[at - 1 : at] == ["top"]}
        over = {at for part in self.parts if part.kind != "number" for at in span(part)}
        self.mentions = [m for m in self.mentions if not set(m.places) <= over]

    @property
    def names(self) -> list[Part]:
        """The parts that name one row each."""
        return [part for part in self.parts if part.kind == "cell" and len(part.rows) == 1]

    @property
    def is_negated(self) -> bool:
        """Whether the statement denies something; twice is not at all."""
        return len(self.denials) % 2 == 1

    @property
    def denials(self) -> list[int]:
        """The tokens that deny."""
        inside = {at for part in self.parts if part.kind == "cell" for at in span(part)}
        return [at for at, w in enumerate(self.words) if w in _NEGATIONS and at not in inside]

    def column(self, at: int) -> str:
        """The property of a column."""
        return self.index.columns[at].property

    def condition(self, part: Part, column: int, rows: Rows | None = None) -> Condition:
        """What rows must fit that a part speaks of in a column."""
        meant = part.cells.get(column, frozenset()) if rows is None else rows
        said = " ".join(self.words[part.start : part.end])
        values = self.index.values(column, meant) or (said,)
        return Condition(self.column(column), "is", values)

    def degrees_at(self, heading: str) -> list[int]:
        """The tokens with a word of `superlatives` or `comparatives` that is in no head or cell."""
        over = {at for part in self.parts for at in span(part) if part.kind != "number"}
        over |= {at for m in self.mentions if m.is_full for at in m.places if len(m.places) > 1}
        over |= {m.start for m in self.mentions if m.is_sure and self.words[m.start] in _HEADS}
        known = degrees(heading)
        return [
            at for at, word in enumerate(self.words)
            if word in known and at not in over and not is_no_degree(at, self)
        ]  # fmt: skip

    def compares(self, but: Collection[str] = ()) -> bool:
        """Whether it compares, or speaks of all, some or none; `but`: words that do not count."""
        words = set(self.words)
        if self.compares_otherwise(but) or self.degrees_at("superlatives"):
            return True
        return bool(self.degrees_at("comparatives")) and ("than" in words or bool(words & _ORDERS))

    @property
    def compares_by_degree(self) -> bool:
        """Whether it has a superlative or a comparative."""
        return bool(self.degrees_at("superlatives") or self.degrees_at("comparatives"))

    def compares_otherwise(self, but: Collection[str]) -> bool:
        """Whether a word speaks of all, some or none, other than these; in a name it does not."""
        over = {at for part in self.parts if part.kind == "cell" for at in span(part)}
        named = [m for m in self.mentions if m.is_full or (m.is_sure and m.exact > 1)]
        over |= {at for m in named for at in m.places}
        over |= {
            at - 1
            for at, t in enumerate(self.tokens)
            if t.number is not None
            and at
            and self.words[at - 1] in ("all", "only")
            and self.words[at - 2 : at - 1] != ["the"]
            and self.words[at + 1 : at + 2] != ["of"]
        }
        said = {word for at, word in enumerate(self.words) if at not in over}
        return bool(said & _QUANTIFIERS - set(but))

    def quote(self, start: int, end: int) -> str:
        """The statement's text at tokens `start` to `end` (exclusive)."""
        return self.text[self.tokens[start].start : self.tokens[end - 1].end]

    def unused(self, used: Iterable[int]) -> list[str]:
        """The words that nothing accounts for: no part, column, caption or plain word."""
        return [self.words[at] for at in self.unknown(used)]

    def unknown(self, used: Iterable[int] = ()) -> list[int]:
        """The tokens of these words."""
        gone = set(used) | self.beside | {at for m in self.mentions for at in m.places}
        gone |= {at for part in self.parts for at in span(part)}
        known = plain() | self.index.caption
        return [
            at
            for at, token in enumerate(self.tokens)
            if at not in gone and token.stem not in known and token.text not in known
            and (token.stem or token.number is not None) and token.text[0].isalnum()
        ]  # fmt: skip


def _is_year(token: Token) -> bool:
    return is_year(token.number) and len(token.text) == 4


def span(part: Part | Mention) -> range:
    """The tokens of a part or mention."""
    return range(part.start, part.end)

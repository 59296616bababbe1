"""Where a statement names columns, by the words of their heads or by words akin to them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from factcheck.language.sheets.index import TableIndex
from factcheck.language.sheets.lexicon import akin
from factcheck.language.sheets.tokens import Token

#: words of heads that name no column by themselves
_WEAK = frozenset(("no", "number", "by", "to", "and", "name", "first", "last", "total", "high"))
#: tokens between the words of one name
_GAP = 3
#: "had fewer passengers than Holt in 2019", of a head with the year in it
_YEAR_GAP = 9


@dataclass(frozen=True, slots=True)
class Mention:
    """A column named at tokens `start` to `end` (exclusive).

    `share`: how much of the head is said; `exact`: how many of its words as they stand there.
    """

    column: int
    start: int
    end: int
    share: float
    exact: int
    #: the tokens that match
    places: tuple[int, ...]

    @property
    def is_sure(self) -> bool:
        """Whether at least half of the head is said in its own words."""
        return self.exact > 0 and self.share >= 0.5

    @property
    def is_full(self) -> bool:
        """Whether the whole head is said in its own words."""
        return self.share >= 1.0


def best_named(mentions: Iterable[Mention]) -> set[int]:
    """The columns that are named best: in their own words, and with more of the head."""
    worth = {mention: (mention.exact > 0, mention.share) for mention in mentions}
    best = max(worth.values(), default=None)
    return {mention.column for mention, one in worth.items() if one == best}


def find_mentions(tokens: Sequence[Token], index: TableIndex) -> list[Mention]:
    """All mentions of all columns."""
    return [
        mention
        for column in range(len(index.columns))
        for mention in _of_column(column, tokens, index)
    ]


def _of_column(column: int, tokens: Sequence[Token], index: TableIndex) -> Iterator[Mention]:
    head = index.heads[column]
    marks = [(at, *found) for at, token in enumerate(tokens) if (found := _match(token, head))]
    cluster: list[tuple[int, str, bool]] = []
    for mark in marks:
        reach = _YEAR_GAP if re.fullmatch(r"1[5-9]\d\d|20\d\d", tokens[mark[0]].text) else _GAP
        is_apart = (
            bool(cluster)
            and reach == _GAP
            and any(token.text == "than" for token in tokens[cluster[-1][0] : mark[0]])
        )
        if cluster and (
            is_apart or mark[0] - cluster[-1][0] > reach or mark[1] in {m[1] for m in cluster}
        ):
            yield from _mention(column, cluster, head)
            cluster = []
        cluster.append(mark)
    yield from _mention(column, cluster, head)


def _match(token: Token, head: tuple[str, ...]) -> tuple[str, bool] | None:
    """The word of a head that a token says, and whether in the same word."""
    if token.stem in head:
        return token.stem, True
    alike = akin().get(token.stem, frozenset())
    found = next((word for word in head if word in alike), None)
    return (found, False) if found else None


def _mention(
    column: int, cluster: list[tuple[int, str, bool]], head: tuple[str, ...]
) -> Iterator[Mention]:
    said = {word for _, word, _ in cluster}
    if not said or (said <= _WEAK and not set(head) <= said):
        return
    if said == set(head) and said <= {"no", "to"}:
        return
    exact = sum(is_exact for _, _, is_exact in cluster)
    worth = sum(1.0 if is_exact else 0.6 for _, _, is_exact in cluster)
    share = worth / len(set(head))
    places = tuple(at for at, _, _ in cluster)
    yield Mention(column, places[0], places[-1] + 1, min(share, 1.0), exact, places)

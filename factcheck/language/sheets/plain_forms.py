"""Statements without endings: "the high score", "few lap than", as "highest", "fewer … than".

Lay statements often come with every word in its plain form ("the eagle lose 2 game"), as tools
for text leave them. What such a word of degree means is told by what stands around it.
"""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import replace

from factcheck.language.sheets.index import TableIndex
from factcheck.language.sheets.lexicon import degree_forms, degrees
from factcheck.language.sheets.tokens import Token

#: verbs that always have an ending or another form where a statement has endings at all
_WITH_ENDINGS = frozenset(("was", "were", "is", "are", "am", "has", "had", "did", "does", "been"))
#: before a plain "be" of ordinary English
_BEFORE_BE = frozenset(
    ("to", "will", "would", "can", "could", "may", "might", "must", "shall", "should", "not")
)
#: how far behind a comparative "than" may stand
_REACH = 7
#: what makes "one" a pronoun, when it stands before it
_POINTING = frozenset(
    (
        "the",
        "this",
        "that",
        "every",
        "each",
        "any",
        "no",
        "another",
        "which",
        "not",
        "at",
        "other",
        "last",
        "first",
    )
)


def understood(tokens: Sequence[Token], index: TableIndex, is_plain: bool) -> list[Token]:
    """The tokens of a statement with words of degree in the form that is meant, "one" and "second"
    as figures only where they count, and "more … then" as "than". `is_plain`: whether all words are
    in their plain form."""
    found = [
        token if _is_in_cell(at, tokens, index) else _degree(at, tokens, is_plain)
        for at, token in enumerate(tokens)
    ]
    return [_counting(at, found) for at in range(len(found))]


def has_no_endings(tokens: Sequence[Token], known: Container[str]) -> bool:
    """Whether all words of a statement are in their plain form, but for those of cells."""
    words = [token.text for token in tokens]
    if any(word in _WITH_ENDINGS for word in words):
        return False
    if any(
        word == "be" and at and words[at - 1] not in _BEFORE_BE for at, word in enumerate(words)
    ):
        return True
    ended = (t for t in tokens if t.stem != t.text and t.text.endswith(("ed", "ing", "s")))
    return not any(token.stem not in known for token in ended)


def _is_in_cell(at: int, tokens: Sequence[Token], index: TableIndex) -> bool:
    """Whether a word stands in a cell behind or before the same word: "leave the light on"."""
    for one in index.postings.get(tokens[at].stem, ()):
        cell = index.cells[one.row, one.column]
        before = tokens[at - 1].stem if at else ""
        behind = tokens[at + 1].stem if at + 1 < len(tokens) else ""
        if one.place and cell[one.place - 1] == before:
            return True
        if one.place + 1 < len(cell) and cell[one.place + 1] == behind:
            return True
    return False


def _degree(at: int, tokens: Sequence[Token], is_plain: bool) -> Token:
    token = tokens[at]
    after = tokens[at + 1].text if at + 1 < len(tokens) else ""
    if token.text == "most" and after in ("recent", "recently"):
        return replace(token, text="latest", stem="latest")
    forms = degree_forms().get(token.text)
    if forms is None:
        return token
    more, most = forms
    compared = degrees("comparatives")
    behind = [each.text for each in tokens[at + 1 : at + 1 + _REACH]]
    before = tokens[at - 1] if at else None
    than = next((word for word in behind if word in ("than", "then")), None)
    if than and not any(w in compared for w in behind[: behind.index(than)]):
        return replace(token, text=more, stem=more)
    led = before is not None and (before.text == "the" or before.is_ordinal)
    return replace(token, text=most, stem=most) if is_plain and led else token


def _counting(at: int, tokens: Sequence[Token]) -> Token:
    token = tokens[at]
    if token.text == "second" and at and tokens[at - 1].number is not None:
        return replace(token, number=None, is_ordinal=False, is_word=False)
    if token.text == "then" and any(
        each.text in degrees("comparatives") for each in tokens[max(0, at - 6) : at]
    ):
        return replace(token, text="than", stem="than")
    if token.text != "one" or not at:
        return token
    before = tokens[at - 1].text
    forms = {form for both in degree_forms().values() for form in both}
    if before in _POINTING or before in forms:
        return replace(token, number=None, is_word=False)
    return token

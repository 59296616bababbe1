"""Statements without endings: "the high score", "few lap than", as "highest", "fewer … than".

Lay statements often come with every word in its plain form ("the eagle lose 2 game"), as tools
for text leave them. What such a word of degree means is told by what stands around it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from factcheck.language.sheets.lexicon import degree_forms
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
    ("the", "this", "that", "every", "each", "any", "no", "another", "which", "not", "at", "other")
)


def understood(tokens: Sequence[Token]) -> list[Token]:
    """The tokens of a statement with words of degree in the form that is meant, and "one" as a
    figure only where it counts."""
    is_plain = has_no_endings(tokens)
    found = [_degree(at, tokens, is_plain) for at in range(len(tokens))]
    return [_counting(at, found) for at in range(len(found))]


def has_no_endings(tokens: Sequence[Token]) -> bool:
    """Whether all words of a statement are in their plain form."""
    words = [token.text for token in tokens]
    if any(word in _WITH_ENDINGS for word in words):
        return False
    return any(
        word == "be" and at and words[at - 1] not in _BEFORE_BE for at, word in enumerate(words)
    ) or not any(word.endswith(("ed", "ing")) and len(word) > 4 for word in words)


def _degree(at: int, tokens: Sequence[Token], is_plain: bool) -> Token:
    token = tokens[at]
    forms = degree_forms().get(token.text)
    if forms is None:
        return token
    more, most = forms
    behind = [each.text for each in tokens[at + 1 : at + 1 + _REACH]]
    before = tokens[at - 1] if at else None
    if "than" in behind and not {"more", "less", "fewer"} & set(behind[: behind.index("than")]):
        return replace(token, text=more, stem=more)
    led = before is not None and (before.text == "the" or before.is_ordinal)
    return replace(token, text=most, stem=most) if is_plain and led else token


def _counting(at: int, tokens: Sequence[Token]) -> Token:
    token = tokens[at]
    if token.text != "one" or not at:
        return token
    before = tokens[at - 1].text
    degrees = {form for forms in degree_forms().values() for form in forms}
    if before in _POINTING or before in degrees:
        return replace(token, number=None, is_word=False)
    return token

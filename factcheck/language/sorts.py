"""The nouns for the sort of thing that a name means: "the bridge", "the prize", "the company".

By the name itself ("Larkham Bridge", "Larkham Prize in Letters"), by the type of the entity, and
by what else is said for things of that type.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from factcheck.language.words import words
from factcheck.records import Names

if TYPE_CHECKING:
    from spacy.tokens import Token

#: after these a name tells more of the thing, and not what it is
_OF = frozenset(("of", "in", "for", "at", "on", "to", "and", "de", "du", "des", "von", "di"))
#: words beside a noun that do not make it another thing of its sort
_NEUTRAL = frozenset(("the", "this", "new", "whole", "entire", "same", "giant", "huge", "famous"))


def sort_nouns(name: str, names: Names) -> frozenset[str]:
    """The nouns (lower case) by which a text may speak again of what has that name."""
    entity = names.entity(name)
    kind = entity.type if entity is not None else ""
    if kind == "person":
        return frozenset()
    parts = name.lower().split()
    head = next((n for n, part in enumerate(parts) if part in _OF and n), len(parts))
    said = {parts[head - 1], parts[-1] if head == len(parts) else ""}
    if kind:
        last = kind.split()[-1]
        said |= {last, *words("sorts").get(last, ())}
    return frozenset(word for word in said if word.isalpha())


def described_by(name: str, names: Names) -> frozenset[str]:
    """The names (lower case) in what describes it: "Larkham" of the "Larkham shipbuilder"."""
    entity = names.entity(name)
    said = re.findall(r"\w+", (entity and entity.description) or "")
    return frozenset(word.lower() for word in said if word[:1].isupper())


def speaks_of_sort(
    token: Token, nouns: Iterable[str], described: frozenset[str] = frozenset()
) -> bool:
    """Whether a word is one of `nouns` with no more than "the" or "this" beside it, or with words
    by which its thing is `described`: "the Larkham yard"."""
    if token.lower_ not in nouns or token.pos_ not in ("NOUN", "PROPN"):
        return False
    beside = list(token.children)
    if not any(c.lower_ in ("the", "this") for c in beside):
        return False
    telling = ("compound", "amod", "nmod", "nmod:poss", "nummod", "acl", "acl:relcl", "appos")
    behind = token.doc[token.i + 1 : token.i + 3].text
    is_told_on = behind.startswith((", which", ", who"))  # "the fund, which came in May"
    is_told_on = is_told_on or behind.startswith(", with")
    return not any(
        c.dep_ in telling
        and c.lower_ not in _NEUTRAL
        and not (c.i < token.i and _tells_where(c, described))
        and not (is_told_on and c.i > token.i and c.dep_ in ("acl:relcl", "acl", "nmod"))
        for c in beside
    )


def _tells_where(word: Token, described: frozenset[str]) -> bool:
    """Whether a word before a noun, with those that hang by it, is a name out of a description."""
    return all(t.text[:1].isupper() and t.lower_ in described for t in word.subtree)


def meant_by_sort(
    token: Token, known: Iterable[str], nouns: dict[str, frozenset[str]], names: Names
) -> Iterator[str]:
    """The only one of `known` that a noun for its sort can mean, if there is only one."""
    able = [
        name
        for name in known
        if token.lower_ in nouns[name]
        and speaks_of_sort(token, nouns[name], described_by(name, names))
    ]
    if len(able) == 1:
        yield able[0]

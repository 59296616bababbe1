"""Full-text search over facts: all words, in any form that the names allow."""

from __future__ import annotations

import re
from collections.abc import Sequence

from factcheck.records import Fact, Mention
from factcheck.reference.lookup import Lookup

_SKIPPED = {"the", "a", "an", "of", "in"}


def search_facts(lookup: Lookup, words: str, limit: int = 20) -> list[Fact]:
    """Facts whose subject, property, value, qualifier or note hold all the `words`, best first;
    those that were superseded are left out.

    A known name counts as its entity's, so that an alias finds what the topic calls otherwise.
    """
    query, rest = [], words
    for mention in reversed(names_in(lookup, words)):
        names = " OR ".join(_phrase(name) for name in mention.entities)
        query.append(f"({names} OR {_phrase(mention.text)})")
        rest = rest[: mention.start] + " " + rest[mention.end :]
    words_left = [word for word in re.findall(r"\w+", rest) if word.lower() not in _SKIPPED]
    query += [f"{_phrase(word)}*" for word in words_left]
    if not query:
        return []
    return list(lookup.stored.search(" AND ".join(query), limit))


def names_in(lookup: Lookup, words: str) -> Sequence[Mention]:
    """The known names in what somebody typed: also in small letters, also nearly right."""
    found, capitals = lookup.mentions(words), words.title()
    if words != words.lower() or len(capitals) != len(words):
        return found
    return max(found, lookup.mentions(capitals), key=_length)


def _length(mentions: Sequence[Mention]) -> int:
    return sum(mention.end - mention.start for mention in mentions)


def _phrase(text: str) -> str:
    """Words in their order, as FTS5 takes them; nothing in them is an operator."""
    return '"' + text.replace('"', '""') + '"'

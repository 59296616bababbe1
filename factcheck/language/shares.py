"""Shares compared: "more of its economy", "as a share of GDP", in place of the sums that they are
shares of.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from factcheck.language.memory import Context
from factcheck.records import Property

#: what makes a figure one of so many in the hundred of what its owner has
_SHARE = re.compile(
    r"\b(?:(?:(?:more|less|larger|bigger|smaller) of its"
    r"|(?:share|percentage|slice|proportion|part|per ?cent) of(?: its| their| the)?)"
    r" (?:national )?(?:economy|economic output|gdp|gross domestic product|output|income)"
    r"|relative to (?:the size of )?its (?:economy|gdp|size))\b",
    re.IGNORECASE,
)
#: a part of something else: "more of its budget"
_OF_SOME = re.compile(r"\b(?:more|less|larger|bigger|smaller)(?: \w+)? of its\b", re.IGNORECASE)
_SHARES = frozenset(("share", "percentage", "percent", "proportion"))


def as_shares(found: Sequence[Property], said: str, context: Context) -> list[Property]:
    """The properties compared; "more of its economy", "as a share of GDP": their shares, where the
    reference has such."""
    if not _SHARE.search(said):
        return [] if _OF_SOME.search(said) else list(found)
    shares = [p for p in context.names.properties() if p.type == "percentage"]
    return [
        next((p for p in shares if _is_share_of(p, each)), each)
        for each in found
        if each.type == "percentage" or any(_is_share_of(p, each) for p in shares)
    ]


def _is_share_of(one: Property, other: Property) -> bool:
    rest = one.name.removeprefix(f"{other.name}_")
    return one.topic == other.topic and rest != one.name and rest.split("_")[0] in _SHARES

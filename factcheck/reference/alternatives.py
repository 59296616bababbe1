"""Phrases with alternatives, written out: "(cut|trim) (the|its) budget" is four phrases.

A topic gives the words once that stand in the same place, instead of every phrase that they make.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import islice, product

#: no more phrases are made of one
MOST = 1000
_GROUP = re.compile(r"\(([^()]*\|[^()]*)\)")


def written_out(phrases: Iterable[str]) -> tuple[str, ...]:
    """All phrases that `phrases` stand for, in order; "(the|)" may be left out."""
    return tuple(dict.fromkeys(one for phrase in phrases for one in _variants(phrase)))


def _variants(phrase: str) -> Iterator[str]:
    parts = _GROUP.split(phrase)
    choices = [part.split("|") if place % 2 else [part] for place, part in enumerate(parts)]
    for chosen in islice(product(*choices), MOST):
        yield " ".join("".join(chosen).split()) if len(parts) > 1 else phrase

"""Well-known companies by name, so that one that no topic knows can be told from one it does.

Which of them may be meant by each other's names, as owners, parts or partners, stands in a list
(`gazetteer/companies.txt`). A company that is not in it is none here: in doubt nothing is said.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from factcheck.reference.keys import key

#: what a company's name may end on
_FORMS = frozenset(
    ("inc", "ltd", "limited", "plc", "ag", "se", "sa", "nv", "spa", "gmbh", "llc", "corp", "co",
     "corporation", "company", "group", "holdings")
)  # fmt: skip


def is_company(name: str) -> bool:
    """Whether a name is that of a well-known company."""
    return bool(_lines_of(name))


def are_strangers(one: str, other: str) -> bool:
    """Whether two names surely mean two companies that have nothing to do with each other."""
    mine, theirs = _lines_of(one), _lines_of(other)
    return bool(mine and theirs) and mine.isdisjoint(theirs)


def _lines_of(name: str) -> frozenset[int]:
    """The lines of the list in which a company stands."""
    words = key(name).split()
    while len(words) > 1 and words[-1] in _FORMS:
        if found := _companies().get(" ".join(words)):
            return found
        words = words[:-1]
    return _companies().get(" ".join(words), frozenset())


@cache
def _companies() -> dict[str, frozenset[int]]:
    text = (files("factcheck.reference") / "gazetteer" / "companies.txt").read_text("utf-8")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    found: dict[str, set[int]] = {}
    for number, line in enumerate(lines):
        for name in line.split(";"):
            found.setdefault(key(name), set()).add(number)
    return {name: frozenset(numbers) for name, numbers in found.items()}

"""What sort of thing a name is, where no `entities.csv` says so: by the property that names it.

Whom a property says to be the president, founder or painter of something is a person, and what
it says to be a host city or headquarters a place. It serves to compare like with like, and to
know people by their surnames; in doubt nothing is guessed.
"""

from __future__ import annotations

import re
from functools import cache

from factcheck.reference.aliases import is_ordinary, word_list
from factcheck.reference.lemmas import lemma

#: the subject of such a property is a person
_OF_PEOPLE = frozenset(["born", "birth", "birthplace", "birthday", "died", "death", "spouse",
                        "married", "nationality", "husband", "wife"])  # fmt: skip
_NAME = re.compile(r"(?:[^\W\d_][\w.'’-]*)(?: (?:[^\W\d_][\w.'’-]*)){0,4}")
#: behind the name of a king or a pope
_NUMERAL = re.compile(r"[IVX]+")
_SMALL = frozenset(["de", "da", "di", "do", "dos", "del", "der", "den", "des", "van", "von", "la",
                    "le", "al", "bin", "bint", "ibn", "el", "af", "ter", "zu"])  # fmt: skip


def guess_value(property: str, value: str) -> str | None:
    """The type of a value by its property: "person", "place", or `None`."""
    words = property.lower().replace("-", "_").split("_")
    if _places().intersection(words):
        return "place" if value[:1].isupper() else None
    if words[-1] in ("of", "in", "for", "at", "to"):
        return None
    known = {*words, *map(lemma, words)}
    return "person" if _people() & known and is_person_name(value) else None


def guess_subject(property: str, subject: str) -> str | None:
    """The type of a subject by a property that it has: "person", or `None`."""
    words = property.lower().replace("-", "_").split("_")
    tells = bool(_OF_PEOPLE.intersection(words)) or property == "office_held"
    return "person" if tells and is_person_name(subject) else None


def is_person_name(name: str) -> bool:
    """Whether a name may be a person's: up to five words with capitals, the last no common one."""
    if not _NAME.fullmatch(name):
        return False
    words = [word for word in name.split() if word not in _SMALL]
    if not words or not all(word[0].isupper() for word in words):
        return False
    if len(words) > 1 and _NUMERAL.fullmatch(words[-1]):  # "King John II"
        words = words[:-1]
    last = words[-1].lower().rstrip(".")
    is_called = len(words) > 1 and words[0].lower() in word_list("given_names")  # "Gordon Brown"
    return (is_called or not is_ordinary(last)) and not words[-1].isupper()


@cache
def _people() -> frozenset[str]:
    return word_list("people")


@cache
def _places() -> frozenset[str]:
    return word_list("places")

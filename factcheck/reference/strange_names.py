"""Names that no topic knows, where a known one belongs: "based in X", "written by X".

Such a name contradicts the reference only where it surely is another than all that answer: a
city or country that lies elsewhere, or a person of another name where one person answers. In
doubt (a company may be known by its owner's name) nothing is said.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Protocol

from rapidfuzz import fuzz

from factcheck.records import Entity, Fact
from factcheck.reference.aliases import is_common_word, word_list
from factcheck.reference.companies import are_strangers, is_company
from factcheck.reference.geography import are_apart, is_place
from factcheck.reference.guessing import guess_value, is_person_name
from factcheck.reference.keys import find_words

#: words as like as this may be spellings of one name
_ALIKE = 75.0
#: common words with capitals that stand in names
_PARTICLES = frozenset(("De", "Di", "Da", "Van", "Von", "La", "Le", "Del", "Della", "Jr.", "Sr."))
#: "Chan-wook": only given names are written so
_GIVEN = re.compile(r"[A-Z][^\W\d_]+-[a-z][^\W\d_]+")
#: words that a person's name has, known by its first
_WORDS = 3
#: behind the name of a firm or house that is called by a person's
_FIRMS = frozenset(
    ("group", "inc", "inc.", "ltd", "ltd.", "company", "co", "co.", "corporation", "corp", "bank",
     "brothers", "sons", "partners", "associates", "foundation", "trust", "house", "hall", "prize",
     "award", "cup", "hospital", "university", "college", "school", "church", "cathedral", "museum",
     "gallery", "theatre", "center", "centre", "stadium", "park", "bridge", "tower", "street",
     "square", "airport", "island", "islands", "river", "lake", "bay", "beach", "county", "city",
     "institute", "institution", "empire", "memorial", "festival", "orchestra", "ensemble", "choir",
     "quartet", "records", "books", "press", "holdings", "capital", "motors", "airlines", "airways",
     "energy", "systems", "technologies", "industries", "studios", "studio", "pictures", "media",
     "games", "laboratories", "laboratory", "labs", "station", "mine", "mines", "dam", "canal",
     "tunnel", "port", "harbour", "harbor", "mountain", "mountains", "peak", "hill", "hills",
     "valley", "village", "town", "district", "province", "building", "palace", "castle", "arena",
     "field", "fields", "garden", "gardens", "library", "theater", "opera", "road", "avenue",
     "academy", "society", "fund", "plc", "ag", "sa", "nv", "gmbh", "llc", "club", "army", "act")
)  # fmt: skip
#: behind the name of a king
_NUMERAL = re.compile(r"[IVX]+")


class _Table(Protocol):
    def facts(self, subject: str, property: str | None = None) -> Sequence[Fact]: ...

    def entity(self, name: str) -> Entity | None: ...


def is_other_name(name: str, subject: str, property: str, table: _Table, sort: str = "") -> bool:
    """Whether `name` surely means none of the values that the property of the subject ever had.
    `sort`: what it is said to be, as the property's values are ("the island of X"), a "person" by
    a title, or a "thing"."""
    facts = [f for f in table.facts(subject, property) if f.reading is None]
    values = list(dict.fromkeys(fact.value for fact in facts))
    if not values:
        return False
    places = [value for value in values if is_place(value.split(",")[0])]
    if places and (is_place(name) or len(places) == len(values)):  # "Paris" and "Élysée Palace"
        return is_place(name) and all(are_apart(name, value) for value in places)
    if all(map(is_company, values)):
        return not _together(facts) and all(are_strangers(name, value) for value in values)
    if sort and sort in property.split("_"):
        return len(values) == 1 and not _share_a_word(name, values[0])
    if not all(_is_person(value, property, table) for value in values) or _together(facts):
        return False
    if sort == "thing" or is_company(name):
        return False
    is_told = sort == "person" and len(name.split()) > 1 and not is_place(name)
    return (is_told or _is_persons_name(name)) and not any(
        _may_be_same(name, value) for value in values
    )


def is_nearby(name: str, subject: str, property: str, table: _Table) -> bool:
    """Whether `name` is a place in, around or near a value of the property, under another name:
    the country of a city."""
    values = {f.value for f in table.facts(subject, property) if f.reading is None}
    places = [value.split(",")[0] for value in values if is_place(value.split(",")[0])]
    if not places or name in values or not is_place(name):
        return False
    return not all(are_apart(name, place) for place in places)


def _is_person(value: str, property: str, table: _Table) -> bool:
    entity = table.entity(value)
    if entity is not None and entity.type:
        return entity.type == "person"
    return guess_value(property, value) == "person"


def _is_persons_name(name: str) -> bool:
    """A first name and a surname, neither a common word or title, and no place."""
    words = name.split()
    if len(words) > 2 and _NUMERAL.fullmatch(words[-1]) and words[0].lower() in word_list("titles"):
        return True  # "King Felipe VI"
    if len(words) < 2 or is_place(name):
        return False
    is_known = words[0].lower() in word_list("given_names")
    if is_known and all(word[0].isupper() for word in words) and len(words) <= _WORDS:
        return words[-1].lower() not in _FIRMS  # "Norman Foster"
    if not is_person_name(name):
        return False
    if any(w.lower() in word_list("titles") for w in words):
        return False
    plain = [w for w in words if w not in _PARTICLES]
    return any(map(_GIVEN.fullmatch, words)) or not any(is_common_word(w.lower()) for w in plain)


def _may_be_same(name: str, value: str) -> bool:
    """Whether two names may be one person's: they share a word, and more than the first."""
    mine, theirs = name.split(), value.split()
    if len(mine) > 1 < len(theirs) and _share_a_word(mine[0], theirs[0]):
        return _share_a_word(" ".join(mine[1:]), " ".join(theirs[1:]))
    return _share_a_word(name, value)


def _share_a_word(name: str, value: str) -> bool:
    titles = word_list("titles")
    mine, theirs = (
        [word.norm for word in find_words(text) if word.norm not in titles]
        for text in (name, value)
    )
    return any(fuzz.ratio(a, b) > _ALIKE for a in mine for b in theirs if len(a) > 2 < len(b))


def _together(facts: Sequence[Fact]) -> bool:
    """Whether several names answer at one time: then there may be more."""
    return any(
        one.value != other.value and one.valid.overlaps(other.valid)
        and one.valid.last != other.valid.first and other.valid.last != one.valid.first
        for one in facts
        for other in facts
    )  # fmt: skip

"""The names by which texts may call an entity, as they are laid down in the store.

An alias in `entities.csv` is laid down as written; here it gets what a text must have to mean
it. "the South" needs its article and its capital; "US" needs both capitals, because "us" is
an ordinary word; "Seoul" needs nothing. A title before a name and a remark in brackets are no
part of it. A member of a series ("11th Special Measures Agreement") can be called by the
ordinal and any alias of its series ("11th SMA").
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from factcheck.reference.keys import find_words, key, spelling

_BRACKETS = re.compile(r"\s*\([^()]*\)")
#: two parties, at the beginning
_PAIR = re.compile(r"^([A-Z][\w.]*)[-–]((?:(?:North|South) )?[A-Z][\w.]*)(?= )")
#: two parts of a given name
_HYPHENED = re.compile(r"\b([A-Z][a-z]+)-([a-z]+)\b")
_INITIAL = re.compile(r"[A-Z]\.")
_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)")


@dataclass(frozen=True, slots=True)
class Alias:
    """One way to call an entity, and what a text must have to mean it."""

    entity: str
    alias: str
    key: str
    #: name, alias, variant (made here) or surname (made here, weakest)
    origin: str
    #: which capitals a text needs: "any" (none), "first" (of each word that has one), "all"
    capitals: str
    #: whether "the", "this" or "that" must stand before it
    article: bool
    #: whether it is too common a word to be a name in a text without capitals
    common: bool

    @property
    def first(self) -> str:
        """Its first word."""
        return self.key.partition(" ")[0]

    @property
    def length(self) -> int:
        """How many words it has."""
        return self.key.count(" ") + 1


@dataclass(frozen=True, slots=True)
class Named:
    """An entity as its rows in all topics tell it."""

    name: str
    type: str | None
    aliases: tuple[str, ...]
    part_of: tuple[str, ...]


def all_aliases(entities: Sequence[Named]) -> Iterator[Alias]:
    """Every alias of all entities, each once. Made ones give way to those that are written."""
    by_name = {entity.name: entity for entity in entities}
    seen: set[tuple[str, str]] = set()
    written: set[str] = set()
    for entity in entities:
        for alias in _written(entity, by_name):
            if alias.key and (alias.key, entity.name) not in seen:
                seen.add((alias.key, entity.name))
                written.add(alias.key)
                yield alias
    for entity in entities:
        for name in _surnames(entity):
            alias = make_alias(entity.name, name, "surname")
            if alias.key not in written and (alias.key, entity.name) not in seen:
                seen.add((alias.key, entity.name))
                yield alias


def make_alias(entity: str, alias: str, origin: str) -> Alias:
    """An alias with what a text must have to mean it."""
    bare = alias[4:] if alias[:4].lower() == "the " else alias
    words = find_words(bare)
    raw = [bare[word.start : word.end] for word in words]
    capitals = "first" if origin == "surname" else _capitals(raw)
    has_capital = any(letter.isupper() or letter.isdigit() for letter in bare)
    # "8,700 Norlanders" are not "the Norlanders", who stand for the country
    is_people = len(raw) == 1 and bare.endswith("s") and bare[:1].isupper()
    article = bare != alias and (
        not has_capital or is_people or (len(raw) == 1 and capitals != "any")
    )
    joined = " ".join(word.norm for word in words)
    common = len(words) == 1 and capitals != "any" and (len(joined) <= 2 or joined in _function())
    return Alias(entity, alias, joined, origin, capitals, article, common)


def is_ordinary(word: str) -> bool:
    """Whether English texts also write this word in lower case, as no name."""
    return word in ordinary_words()


def is_common_word(word: str) -> bool:
    """Whether a word with a capital is no name: an ordinary word, a title, a day or month."""
    return is_ordinary(word) or word in _titles() or word in _calendar()


@cache
def ordinary_words() -> frozenset[str]:
    """The words of `words/ordinary.txt`."""
    return word_list("ordinary")


def word_list(name: str) -> frozenset[str]:
    """The words of a list below `words/`."""
    file = Path(__file__).with_name("words") / f"{name}.txt"
    lines = file.read_text(encoding="utf-8").splitlines()
    return frozenset(line.strip() for line in lines if line and not line.startswith("#"))


def _capitals(raw: Sequence[str]) -> str:
    capital = [word for word in raw if word[:1].isupper()]
    if not capital or any(character.isdigit() for word in raw for character in word):
        return "any"
    if len(raw) == 1 and raw[0].isupper() and len(raw[0]) > 1 and "." not in raw[0]:
        return "all" if len(raw[0]) <= 3 or is_ordinary(spelling(raw[0])) else "any"
    ordinary = len(raw) <= 2 and all(is_ordinary(spelling(word)) for word in raw)
    return "first" if ordinary else "any"


def _written(entity: Named, by_name: dict[str, Named]) -> Iterator[Alias]:
    yield make_alias(entity.name, entity.name, "name")
    for alias in entity.aliases:
        # "President Lind" is said of Lind; the title is no part of the mention
        yield make_alias(entity.name, [alias, *_without_title(alias)][-1], "alias")
    written = (entity.name, *entity.aliases)
    variants = [
        variant for name in written for variant in (*_shorter(name), *_joined(name), *_turned(name))
    ]
    if entity.type == "person":
        variants += [short for name in written for short in _without_initial(name)]
    variants += _of_series(entity, by_name)
    for variant in variants:
        yield make_alias(entity.name, variant, "variant")
    for name in (*written, *variants):
        for variant in _without_plural(name):
            yield make_alias(entity.name, variant, "variant")


def _shorter(name: str) -> Iterator[str]:
    """Without a remark in brackets; without titles."""
    bare = _BRACKETS.sub("", name).strip()
    if bare and bare != name:
        yield bare
    yield from _without_title(bare)


def _without_title(bare: str) -> Iterator[str]:
    words = bare.removeprefix("the ").split()
    while len(words) > 1 and words[0].rstrip(".").lower() in _titles() and words[1][:1].isupper():
        words = words[1:]
        if not _all_titles(words):
            yield " ".join(words)


def _without_initial(name: str) -> Iterator[str]:
    """ "Ada B. Holt" is also called "Ada Holt"."""
    words = name.split()
    kept = [word for word in words if not _INITIAL.fullmatch(word)]
    if 1 < len(kept) < len(words):
        yield " ".join(kept)


def _joined(name: str) -> Iterator[str]:
    """ "Jae-myung" is also written "Jaemyung"."""
    joined = _HYPHENED.sub(r"\1\2", name)
    if joined != name:
        yield joined


def _turned(name: str) -> Iterator[str]:
    """ "ROK-US talks" are also "US-ROK talks"."""
    turned = _PAIR.sub(r"\2-\1", name, count=1)
    if turned != name:
        yield turned


def _without_plural(name: str) -> Iterator[str]:
    """ "Special Measures Agreement" is also written "Special Measure Agreement"."""
    words = name.split()
    for at, word in enumerate(words[1:-1], 1):
        one = word[:-1] if word.endswith("s") and not word.endswith(("ss", "us", "is")) else ""
        if one[:1].isupper() and is_ordinary(one.lower()):
            yield " ".join([*words[:at], one, *words[at + 1 :]])


def _all_titles(words: Iterable[str]) -> bool:
    """ "Mayor of Larkham" is no name after a title."""
    small = {"of", "the", "and", "for"}
    first = next(iter(words), "")
    return first.lower() in small or any(word.lower() in small for word in words)


def _of_series(entity: Named, by_name: dict[str, Named]) -> Iterator[str]:
    first, _, rest = key(entity.name).partition(" ")
    if not _ORDINAL.fullmatch(first) or not rest:
        return
    for name in entity.part_of:
        series = by_name.get(name)
        if series is None:
            continue
        names = (series.name, *series.aliases)
        if rest in map(key, names):
            for alias in names:
                yield f"{first} {alias.removeprefix('the ')}"


def _surnames(entity: Named) -> Iterator[str]:
    """The last word of a person's name, or the first where a hyphen shows a given name."""
    words = _BRACKETS.sub("", entity.name).split()
    has_one = any(" " not in alias for alias in entity.aliases)
    if entity.type != "person" or len(words) < 2 or has_one:
        return
    surname = words[0] if "-" in words[-1] else words[-1]
    if len(surname) > 1 and surname[0].isupper() and surname.rstrip(".") not in ("Jr", "Sr", "II"):
        yield surname


@cache
def _function() -> frozenset[str]:
    return word_list("function")


@cache
def _calendar() -> frozenset[str]:
    return word_list("calendar")


@cache
def _titles() -> frozenset[str]:
    return word_list("titles")

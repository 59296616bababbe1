"""By which words texts speak of a property: from its name, its type, families and `topic.toml`.

`date_signed` is split into words; "sign" selects the family `sign` of `wording.toml`, which
brings "signing", "ink" and the kind `signing_date`. Words that only say what sort of value it
is ("date", "number") are no wording of their own. What `topic.toml` gives for a field takes
the place of what the name gives; the words of the families are added to both.
"""

from __future__ import annotations

import tomllib
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from factcheck.records import Property, Unusable
from factcheck.reference.lemmas import is_participle, lemma

#: kind by type where no family decides
_KINDS = {
    "date": "start_date",
    "period": "start_date",
    "amount": "amount",
    "percentage": "percentage",
    "number": "count",
    "ordinal": "ordinal",
    "duration": "duration",
    "entity": "party_or_actor",
}

#: words of a property's name that tell its form, not what it speaks of
_FORM = frozenset(
    [
        "date",
        "day",
        "year",
        "month",
        "number",
        "amount",
        "level",
        "total",
        "count",
        "value",
        "figure",
        "by",
        "of",
        "in",
        "on",
        "at",
        "to",
        "the",
        "for",
        "from",
        "until",
        "with",
        "and",
        "or",
        "is",
        "was",
        "as",
        "per",
        "first",
        "last",
        "start",
        "end",
        "reported",
        "stated",
        "name",
        "since",
    ]
)

#: words that speak of something only together with others
_VAGUE = frozenset(
    ["share", "rate", "percent", "percentage", "term", "status", "size", "place", "type"]
)


@dataclass(frozen=True, slots=True)
class Family:
    """A family of `wording.toml`."""

    name: str
    names: tuple[tuple[str, ...], ...]
    types: tuple[str, ...]
    kinds: Mapping[str, str]
    nouns: tuple[str, ...]
    verbs: tuple[str, ...]
    adjectives: tuple[str, ...]
    counts: tuple[str, ...]
    event: bool

    def fits(self, words: Sequence[str], type: str) -> bool:
        """Whether a property's name (lemmas) and type select it."""
        return (not self.types or type in self.types) and any(
            _holds(words, name) for name in self.names
        )


@cache
def families() -> Mapping[str, Family]:
    """The families that are shipped, by name."""
    file = Path(__file__).with_name("wording.toml")
    content = tomllib.loads(file.read_text(encoding="utf-8"))
    return {name: _family(name, table) for name, table in content.items()}


def make_property(
    name: str,
    topic: str,
    type: str,
    unit: str | None,
    refined: Mapping[str, Any],
    shared: Collection[str] = (),
) -> Property:
    """The property `name` of a topic, with its wording.

    `refined`: its table in `topic.toml`, maybe empty. `shared`: nouns on which several
    properties of the topic end ("medal" of gold and silver medals); alone they mean none of
    them. Raises `Unusable` for an unknown family.
    """
    chosen = select_families(name, type, refined)
    nouns = noun_phrases(name)
    counts = refined.get("counts", nouns if type == "number" else ())
    return Property(
        name=name,
        topic=topic,
        kind=refined.get("kind") or _kind(chosen, type),
        type=type,
        label=refined.get("label") or name.replace("_", " ").replace("-", " "),
        unit=refined.get("unit") or unit,
        nouns=_joined(refined.get("nouns", nouns), (f.nouns for f in chosen), shared),
        verbs=_joined(refined.get("verbs", _verbs(name)), (f.verbs for f in chosen)),
        adjectives=_joined(refined.get("adjectives", ()), (f.adjectives for f in chosen)),
        counts=_joined(counts, (f.counts for f in chosen), shared),
        per=refined.get("per"),
        complete=refined.get("complete", False),
        without=_joined(refined.get("without", ()), ()),
    )


def select_families(name: str, type: str, refined: Mapping[str, Any]) -> tuple[Family, ...]:
    """The families that `topic.toml` names for a property, else those that its name selects."""
    known = families()
    if "family" not in refined:
        words = name_words(name)
        return tuple(family for family in known.values() if family.fits(words, type))
    unknown = [family for family in refined["family"] if family not in known]
    if unknown:
        raise Unusable(f"{name}: no family {unknown[0]!r} of words; known are {', '.join(known)}")
    return tuple(known[family] for family in refined["family"])


def is_event(name: str, type: str, refined: Mapping[str, Any]) -> bool:
    """Whether what the property says belongs to one moment and does not stay good."""
    return any(family.event for family in select_families(name, type, refined))


def name_words(name: str) -> tuple[str, ...]:
    """The words of a property's name, as lemmas in lower case."""
    return tuple(map(lemma, _split(name)))


def _split(name: str) -> list[str]:
    return name.lower().replace("-", " ").replace("_", " ").split()


def _kind(chosen: Sequence[Family], type: str) -> str:
    for family in chosen:
        if type in family.kinds:
            return family.kinds[type]
    return _KINDS.get(type, "status")


def noun_phrases(name: str) -> tuple[str, ...]:
    """What a property's name calls it: all its telling words, and the last of them."""
    telling = [
        lemma(word)
        for word in _split(name)
        if word not in _FORM and not word.isdigit() and not is_participle(word)
    ]
    phrases = [" ".join(telling), *telling[-1:]]
    return tuple(dict.fromkeys(phrase for phrase in phrases if phrase and phrase not in _VAGUE))


def _verbs(name: str) -> tuple[str, ...]:
    """The verbs in a property's name: "signed", "opened by"."""
    return tuple(lemma(word) for word in _split(name) if is_participle(word))


def _joined(
    own: Sequence[str], others: Iterable[tuple[str, ...]], shared: Collection[str] = ()
) -> tuple[str, ...]:
    words = [word.lower() for word in own]
    for more in others:
        words.extend(word for word in more if word not in shared)
    return tuple(dict.fromkeys(words if len(words) == 1 else (w for w in words if w not in shared)))


def _holds(words: Sequence[str], name: Sequence[str]) -> bool:
    size = len(name)
    return any(tuple(words[at : at + size]) == tuple(name) for at in range(len(words) - size + 1))


def _family(name: str, table: Mapping[str, Any]) -> Family:
    return Family(
        name=name,
        names=tuple(
            dict.fromkeys(tuple(lemma(word) for word in entry.split()) for entry in table["names"])
        ),
        types=tuple(table.get("types", ())),
        kinds=table.get("kinds", {}),
        nouns=tuple(table.get("nouns", ())),
        verbs=tuple(table.get("verbs", ())),
        adjectives=tuple(table.get("adjectives", ())),
        counts=tuple(table.get("counts", ())),
        event=table.get("event", False),
    )

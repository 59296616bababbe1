"""By which words texts speak of a property: from its name, its type, families and `topic.toml`.

`date_signed` is split into words; "sign" selects the family `sign` of `wording.toml`, which
brings "signing", "ink" and the kind `signing_date`. Words that only say what sort of value it
is ("date", "number") are no wording of their own. What `topic.toml` gives for a field takes
the place of what the name gives; the words of the families are added to both.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cache
from typing import Any

from factcheck.measures.physical import physical_unit
from factcheck.records import Property
from factcheck.reference.aliases import word_list
from factcheck.reference.alternatives import written_out
from factcheck.reference.families import Family, select_families
from factcheck.reference.implied import each_of, split_unit
from factcheck.reference.keys import singular
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

#: words that speak of something only together with others
_VAGUE = frozenset(
    ["share", "rate", "percent", "percentage", "term", "status", "size", "place", "type", "time"]
)
_PREPOSITIONS = frozenset(
    ["of", "from", "to", "in", "by", "at", "for", "on", "into", "per", "with"]
)
#: what is measured stands before these
_MEASURING = frozenset(["cost", "sum", "figure", "toll", "amount", "volume", "height",
                        "share"])  # fmt: skip
#: counted though they have no plural s
#: nouns of what is measured on a scale
_SCALES = frozenset(
    [
        "index",
        "score",
        "rating",
        "magnitude",
        "grade",
        "degree",
        "factor",
        "intensity",
        "power",
        "density",
        "luminosity",
        "brightness",
        "hardness",
        "humidity",
        "pressure",
        "frequency",
        "gravity",
        "wavelength",
        "rainfall",
        "edition",
        "version",
        "seed",
        "handicap",
        "elo",
        "iq",
        "ph",
    ]
)
_PLURALS = frozenset(["people", "aircraft", "men", "women", "children", "staff", "personnel"])


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
    them, unless `topic.toml` says so. Raises `Unusable` for an unknown family.
    """
    chosen = _chosen(name, type, refined)
    nouns = noun_phrases(name)
    counted = _counted(name, unit) if type == "number" else ()
    verbs = _verbs(name, type)
    return Property(
        name=name,
        topic=topic,
        kind=refined.get("kind") or _kind(chosen, type),
        type=type,
        label=refined.get("label") or split_unit(name)[0].replace("_", " "),
        unit=refined.get("unit") or unit,
        nouns=_joined(
            refined.get("nouns", nouns),
            (f.nouns for f in chosen),
            () if "nouns" in refined else shared,
        ),
        verbs=_joined(refined.get("verbs", verbs), (f.verbs for f in chosen)),
        adjectives=_joined(refined.get("adjectives", ()), (f.adjectives for f in chosen)),
        counts=_joined(
            refined.get("counts", counted),
            (() if physical_unit(unit) else f.counts for f in chosen),
            () if "counts" in refined else shared,
        ),
        per=refined.get("per") or each_of(name),
        complete=refined.get("complete", False),
        without=_joined(refined.get("without", ()), ()),
        near=_joined(refined.get("near", ()), ()),
        says=tuple(
            (value, phrase.lower())
            for value, phrases in refined.get("says", {}).items()
            for phrase in written_out(phrases)
        ),
    )


def is_event(name: str, type: str, refined: Mapping[str, Any]) -> bool:
    """Whether what the property says belongs to one moment and does not stay good; a number of
    things ("titles") stays, but not of things done ("seats won")."""
    if type == "number" and _is_plural(name) and not any(map(is_participle, _split(name))):
        return False
    return any(family.event for family in _chosen(name, type, refined))


def family_names(name: str, type: str, refined: Mapping[str, Any]) -> frozenset[str]:
    """The names of the families of a property."""
    return frozenset(family.name for family in _chosen(name, type, refined))


def counts_things(name: str) -> bool:
    """Whether four digits under this name are a number ("athletes", "height") and no year."""
    dates, numbers = (
        any(type in family.types for family in _chosen(name, type, {}))
        for type in ("date", "number")
    )
    return not dates and (numbers or _is_plural(name))


def noun_phrases(name: str) -> tuple[str, ...]:
    """What a property's name calls it: its telling words, and the last of them by itself.

    "gold_medals" is "gold medal" and "medal"; "number_of_moons" is "moon"; "distance_from_sun"
    is "distance from sun" and "distance".
    """
    words = _split(name)
    parts: list[list[str]] = [[]]
    for word in words:
        if word in _PREPOSITIONS:
            parts.append([])
        elif word not in _form() and not word.isdigit() and not is_participle(word):
            parts[-1].append(_noun(word))
    telling = next((part for part in parts if part), [])
    phrases = [" ".join(telling), *telling[-1:]]
    if telling[-1:] and telling[-1] in _MEASURING:  # "damage_cost": "damage of $1.1 billion"
        phrases += telling[:-1][-1:]
    if len([part for part in parts if part]) > 1:
        phrases.insert(0, " ".join(_noun(w) for w in words if not w.isdigit()))
    return tuple(dict.fromkeys(phrase for phrase in phrases if phrase and phrase not in _VAGUE))


def _chosen(name: str, type: str, refined: Mapping[str, Any]) -> tuple[Family, ...]:
    return select_families(name, tuple(map(lemma, _split(name))), type, refined)


def _kind(chosen: Sequence[Family], type: str) -> str:
    for family in chosen:
        if type in family.kinds:
            return family.kinds[type]
    return _KINDS.get(type, "status")


def _verbs(name: str, type: str) -> tuple[str, ...]:
    """The verbs in a property's name: "signed", "opened by"; "landing" of a date; those that its
    last noun is made of: "emissions" of "emit"."""
    is_date = type in ("date", "period")
    own = [
        lemma(word)
        for word in _split(name)
        if is_participle(word) or (is_date and word.endswith("ing") and len(word) > 5)
    ]
    last = noun_phrases(name)[-1:] if not own else ()
    return (*own, *(verb for noun in last for verb in _made_of().get(noun, ())))


def _counted(name: str, unit: str | None) -> tuple[str, ...]:
    """What a bare number counts: the things that the name or the unit says, no measure."""
    if physical_unit(unit) is not None:
        return ()
    words = unit.split() if unit and unit.islower() else []
    is_said = bool(words) and all(word.isalpha() for word in words)
    things = (" ".join((*words[:-1], lemma(words[-1]))),) if is_said else ()
    return (*noun_phrases(name), *things) if _is_plural(name) or _is_invariable(name) else things


@cache
def _made_of() -> Mapping[str, tuple[str, ...]]:
    """By noun the verbs that it is made of (`words/made_of.txt`)."""
    lines = (line.split() for line in word_list("made_of"))
    return {noun: tuple(verbs) for noun, *verbs in lines}


def _is_plural(name: str) -> bool:
    """Whether the name counts things: "members", "number_of_moons", but not "mass"."""
    nouns = [word for word in _split(name) if _noun(word) in noun_phrases(name)]
    nouns = nouns or [word for word in _split(name) if not is_participle(word)]
    return bool(nouns) and (nouns[-1] in _PLURALS or singular(nouns[-1]) is not None)


def _is_invariable(name: str) -> bool:
    """Whether a name without a plural counts things all the same: "bison", no "index"."""
    return "_" not in name and not _chosen(name, "number", {}) and name not in _SCALES


def _noun(word: str) -> str:
    """The singular; "landing" stays."""
    return word if word.endswith("ing") else lemma(word)


def _joined(
    own: Sequence[str], others: Iterable[tuple[str, ...]], shared: Collection[str] = ()
) -> tuple[str, ...]:
    words = [word.lower() for word in written_out(own)]
    for more in others:
        words.extend(word for word in more if word not in shared)
    return tuple(dict.fromkeys(words if len(words) == 1 else (w for w in words if w not in shared)))


def _split(name: str) -> list[str]:
    return split_unit(name)[0].split("_")


@cache
def _form() -> frozenset[str]:
    return word_list("form")

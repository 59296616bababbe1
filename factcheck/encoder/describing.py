"""A property and a subject as the network sees them: their names, and what kind they are of."""

from __future__ import annotations

from factcheck.encoder.marking import bounded, kind_words
from factcheck.encoder.pieces import pieces
from factcheck.records import Entity, Property

#: tokens of a description that are looked at
_LONGEST = 24


def property_tokens(each: Property) -> tuple[int, ...]:
    """ "contribution amount : amount won per year : payment, contribution, pay"."""
    name = each.name.replace("_", " ")
    words = [word for word in (*each.nouns[:2], *each.verbs[:1]) if word not in name]
    said = [name, kind_words(each.type, each.unit, each.per), ", ".join(words)]
    return bounded(pieces(" : ".join(filter(None, said)))[:_LONGEST])


def subject_tokens(name: str, entity: Entity | None) -> tuple[int, ...]:
    """ "12th Special Measures Agreement : agreement"."""
    kind = entity.type if entity else None
    return bounded(pieces(f"{name} : {kind}" if kind else name)[:_LONGEST])

"""Comparatives of what is measured: "longer" of a length, "shorter", "larger" of a hall.

Which property an adjective compares is told by its wording ("long"), by the opposite ("short"),
or, for "larger" and "smaller", by the one size that two subjects have in common.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import TYPE_CHECKING

from factcheck.language.memory import Context
from factcheck.language.sentences import Sentence
from factcheck.language.words import words
from factcheck.measures.values import Value
from factcheck.records import Property

if TYPE_CHECKING:
    from spacy.tokens import Token

_NUMERIC = ("amount", "number", "percentage", "duration")
MORE = {"more": "more", "higher": "more", "fewer": "less", "less": "less", "lower": "less",
        "greater": "more"}  # fmt: skip
#: words between a figure and "than"
_REACH = 6
TIMES = {"twice": Decimal(2), "half": Decimal("0.5"), "thrice": Decimal(3)}
_SIZES = {"larger": "more", "bigger": "more", "smaller": "less"}


def direction(token: Token, sentence: Sentence) -> str | None:
    """ "more" or "less" for a comparative of something measured; `None` for other words."""
    if (said := MORE.get(token.lower_) or _SIZES.get(token.lower_)) is not None:
        return said
    if token.lower_ in _opposites():
        return "less"
    if not token.lower_.endswith("er") or token.pos_ not in ("ADJ", "ADV"):
        return None
    return "more" if any(_hit_properties(token, sentence)) else None


def compared_by(value: Value, sentence: Sentence) -> tuple[Token, Token, str] | None:
    """The comparative after a figure and its noun, its "than", and which way it goes: "seven
    kilometres longer than"."""
    end = sentence.span(value.start, value.end).end
    counted = len((value.of or "").replace("-", " ").replace("/", " / ").split())
    for token in sentence.doc[end : end + counted + 2]:
        if token.is_punct:  # "six titles, more than any other"
            return None
        said = direction(token, sentence)
        if said is None:
            continue
        rest = sentence.doc[token.i + 1 : token.i + _REACH]
        than = next((t for t in rest if t.lower_ == "than"), None)
        return (token, than, said) if than is not None else None
    return None


def measured_by(token: Token, sentence: Sentence, context: Context) -> list[Property]:
    """The numeric properties that a comparative adjective speaks of."""
    if token.lower_ in _SIZES:
        return [p for p in context.names.properties() if _is_size(p)]
    positives = _opposites().get(token.lower_, ())
    if positives:
        return [
            p
            for p in context.names.properties()
            if p.type in _NUMERIC and not set(positives).isdisjoint(p.adjectives)
        ]
    return list(_hit_properties(token, sentence))


def measures(token: Token, sentence: Sentence) -> bool:
    """Whether a word is the adjective of something measured: "long" in "twice as long as"."""
    return token.pos_ in ("ADJ", "ADV") and any(_hit_properties(token, sentence))


def factor_before(token: Token, sentence: Sentence) -> Decimal | None:
    """ "twice as long as", "six times as long as"."""
    if (factor := TIMES.get(token.nbor(-2).lower_)) is not None:
        return factor
    for value in sentence.values:
        span = sentence.span(value.start, value.end)
        if value.unit == "times" and span.end == token.i - 1 and isinstance(value.value, Decimal):
            return value.value
    return None


def _hit_properties(token: Token, sentence: Sentence) -> Iterator[Property]:
    for hit in sentence.hits:
        if hit.form == "adjective" and hit.start <= token.i < hit.end:
            yield from (each for each in hit.properties if each.type in _NUMERIC)


def _is_size(each: Property) -> bool:
    """Capacity, area, size: not the population, which is only one way to be large."""
    said = set(each.name.lower().split("_"))
    return each.type in _NUMERIC and not said.isdisjoint(words("events")["sizes"]["names"])


def _opposites() -> dict[str, list[str]]:
    found: dict[str, list[str]] = words("events")["opposites"]
    return found

"""Whether a value may be an answer of a property, by their kinds and the counted noun."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.language.sentences import Hit, Sentence, forms
from factcheck.measures.values import Value
from factcheck.records import Property

if TYPE_CHECKING:
    pass


def fits(value: Value, each: Property, hit: Hit, sentence: Sentence) -> bool:
    """Whether a value may be an answer of a property, by their kinds and the counted noun."""
    kind = _bare_kind(value)
    if each.type == "number":
        return kind == "number" and value.unit is None and _counts(value, each, hit, sentence)
    if each.type == "amount":
        return kind == "amount"
    return kind == each.type


def _bare_kind(value: Value) -> str:
    if value.kind != "range":
        return value.kind
    if value.unit is None:
        return "number"
    return "percentage" if value.unit.startswith("percent") else "amount"


def _counts(value: Value, each: Property, hit: Hit, sentence: Sentence) -> bool:
    """A number that counts something else is no answer; a bare one needs the noun near."""
    if not each.counts:
        return value.of is None
    if value.of is None:
        return True
    span = sentence.span(value.start, value.end)
    last = value.of.replace("-", " ").split()[-1].lower()
    length = len(value.of.replace("-", " ").split())
    run = span.doc[span.end : span.end + length + 1]
    counted = {form for t in run for form in forms(t)}
    heads = {form for t in run if t.lower_ == last for form in forms(t)} or counted
    listed = (c.replace("-", " ").split() for c in (*each.counts, *each.adjectives))
    return any(set(c) <= counted and c[-1] in heads for c in listed if c)

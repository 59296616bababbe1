"""Whether a figure is of the size of those that are known of a property: $17 billion is no price
of a share where the sum of the deal is known, too."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from factcheck.measures.values import Value
from factcheck.records import Names, Property

#: so many times the largest known, or less than such a part of the smallest, is another size
_FAR = 30
#: so many times is the same size, for another property to be meant
_NEAR = 3
_DOLLARS = ("$", "USD")


def is_of_another(value: Value, each: Property, subject: str, names: Names) -> bool:
    """Whether a figure is of another size than those of a property, and of that of another
    property of the same subject."""
    if _fits(value, each, names, _FAR):
        return False
    others = (names.property(name) for name in names.properties_of(subject) if name != each.name)
    return any(other is not None and _fits(value, other, names, _NEAR) for other in others)


def of_its_size(
    value: Value, likely: Sequence[tuple[Property, float]], subjects: Sequence[str], names: Names
) -> list[tuple[Property, float]]:
    """Of properties with their probabilities those whose figures are of that size, with their
    probabilities among these."""
    other = {
        each.name
        for each, _ in likely
        if any(is_of_another(value, each, name, names) for name in subjects)
    }
    left = 1 - sum(p for each, p in likely if each.name in other)
    return [(each, min(p / max(left, p), 1.0)) for each, p in likely if each.name not in other]


def _fits(value: Value, each: Property, names: Names, times: int) -> bool:
    """Whether a figure is in the range of a property, widened so many times; what has no range
    is of no other size, and is not of this one."""
    known = names.known_range(each.name)
    if known is None or not isinstance(value.value, Decimal) or not _is_alike(value, each):
        return times == _FAR
    return known[0] / times <= abs(value.value) <= known[1] * times


def _is_alike(value: Value, each: Property) -> bool:
    is_unit = value.unit == each.unit or (value.unit in _DOLLARS and each.unit in _DOLLARS)
    return is_unit and each.type == value.kind

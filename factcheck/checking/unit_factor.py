"""One physical unit in another of the same dimension: 2,700 metres are 2.7 kilometres."""

from __future__ import annotations

from decimal import Decimal

from factcheck.measures.physical import physical_unit
from factcheck.measures.values import Value
from factcheck.records import Fact


def unit_factor(value: Value, fact: Fact) -> Decimal:
    """How many of a value's physical unit go into one of a fact's; 1 for all else."""
    said, own = physical_unit(value.of), physical_unit(fact.unit)
    if said and own and said[0].dimension == own[0].dimension:
        return own[0].factor / said[0].factor
    return Decimal(1)

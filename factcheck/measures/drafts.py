"""A value while it is being read: what the passes fill in before it becomes a `Value`."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from factcheck.measures.values import Value


@dataclass(slots=True)
class Draft:
    """As `Value`, with what only the passes need."""

    start: int
    end: int
    kind: str
    value: Decimal | str | None
    unit: str | None = None
    #: size of one unit of the last stated digit ("1.5 trillion": 100 billion); `None`: exact
    step: Decimal | None = None
    #: the figure without its magnitude, and that magnitude ("1.5", 10**12)
    bare: Decimal | None = None
    magnitude: int = 1
    of: str | None = None
    hedge: str | None = None
    per: str | None = None
    note: str | None = None
    low: Decimal | str | None = None
    high: Decimal | str | None = None
    #: where the hedge, if any, begins
    hedge_start: int | None = None

    def finished(self, text: str) -> Value:
        """The value, with its text cut from `text`."""
        return Value(
            self.start,
            self.end,
            text[self.start : self.end],
            self.kind,
            tidy(self.value),
            self.unit,
            self.of,
            self.hedge,
            tidy(self.low),
            tidy(self.high),
            self.per,
            self.note,
        )


def tidy(value: Decimal | str | None) -> Decimal | str | None:
    """A `Decimal` without needless zeros and without an exponent: 1500000.00 is 1500000."""
    if not isinstance(value, Decimal):
        return value
    if value == value.to_integral_value():
        return value.quantize(Decimal(1))
    return value.normalize()

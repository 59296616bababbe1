"""The record of one value read from text."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Value:
    """A number, amount, percentage, ordinal, date, period, duration or range in a text.

    `start` and `end` are character offsets, end exclusive: the figure with its
    magnitude, unit and currency, without the hedge and without the counted noun.
    """

    start: int
    end: int
    text: str
    #: number, ordinal, percentage, amount, range, date, period or duration
    kind: str
    #: number, ordinal, percentage, amount: a `Decimal` ("8.3%" is 8.3). Others: text as in the
    #: JSON answer: range "20..30", date and period ISO 8601, fiscal year "FY2022", duration "P5Y".
    #: `None` where it cannot be said (a relative date without a date of utterance).
    value: Decimal | str | None
    #: ISO 4217 code of an amount ("$" alone where the text leaves the dollar open), "percent",
    #: "percentage point", "times" for multiples; the unit of a range is that of its ends
    unit: str | None = None
    #: the counted noun as written, head last ("American troops"), for a bare number
    of: str | None = None
    #: canonical hedge: "about", "more than", "at least", "less than", "at most", "nearly",
    #: "exactly"; `None` for none
    hedge: str | None = None
    #: bounds that hedge and stated precision allow, both included; `None` is open. `Decimal` for
    #: numeric kinds and for ranges, ISO days for date and period, ISO 8601 durations for duration
    low: Decimal | str | None = None
    high: Decimal | str | None = None
    #: per what: "year", "month", "day", "person"; "total" where the text says so
    per: str | None = None
    #: why `value` is `None` or uncertain: "no_date", "ambiguous"
    note: str | None = None

    @property
    def is_bare(self) -> bool:
        """Whether it is a number that says neither its unit nor what it counts."""
        return self.kind == "number" and self.unit is None and self.of is None

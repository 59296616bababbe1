"""How one fact stands to a claim: the word for it, and the one place with the widths of bands."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from factcheck.records import Fact

#: beside what a claim allows: a gap of this share of the fact's figure is no clear error
THIN_BAND = Decimal("0.005")
#: half a unit of the last stated digit counts as thin too, up to this share of the figure ...
STEP_BAND = Decimal("0.05")
#: ... and up to this share where the text draws a line ("more than 30,000")
LINE_BAND = Decimal("0.03")
#: so far beside what a claim allows, as a share of that, is no difference ("1.05" for 1.0551)
SLACK = Decimal("0.02")
#: "about 54,000", a figure of one or two digits, fits within this share
ROUGHLY = Decimal("0.025")
#: beside the band of a year's exchange rates
RATE_BAND = Decimal("0.08")
#: a figure more than so many times too large or too small speaks of something else, unless a
#: diagnosis says where it belongs
FAR_OFF = Decimal(12)
#: "more than" so many tells nothing of what is over so many times as much
TELLING = Decimal(3)
#: the kinds whose claims are figures
FIGURES = ("amount", "percentage", "count")
#: the kinds that a day answers
DATES = ("start_date", "end_date", "signing_date")


@dataclass(frozen=True, slots=True)
class Fit:
    """What comparing a claim with one fact gave.

    `grade`: "fits", "near" (neither fitting nor clearly wrong), "vague" (the fact is not told
    precisely enough), "differs", or "apart" (other units, or nothing to compare). `exact`: the
    claim says just what the fact says, so that its denial is wrong.
    """

    fact: Fact
    grade: str
    why: str
    exact: bool = False


def is_verified(fact: Fact) -> bool:
    """Whether the fact may refute: not unverified, not deprecated."""
    return fact.confidence != "unverified" and fact.rank != "deprecated"


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """Where a wrong value comes from: its name, a sentence for the reader, facts that show it."""

    name: str
    sentence: str = ""
    facts: tuple[Fact, ...] = ()

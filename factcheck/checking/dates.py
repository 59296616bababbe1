"""Dates and periods: the claim, at its precision, holds the fact's date or it does not."""

from __future__ import annotations

import re
from datetime import date, timedelta
from decimal import Decimal

from factcheck.checking.fits import Fit
from factcheck.measures.periods import Period
from factcheck.measures.spoken_years import SAID_YEAR
from factcheck.records import Claim, Fact

#: right before a date: that of an end ("from 2020 to", "until", but "not until", "back to")
_UNTIL_HERE = re.compile(r"(?:(?<!not )\b(?:until|till?|through)|\bfrom\b.{,40}\bto)$")
#: "did not begin until", "had to wait until": it began then
_ONLY_THEN = re.compile(r"(?:\bnot|n['’]t|\bwait(?:ed)?)\b[^,;:]{,50}\b(?:until|till)$")
_UNTIL = frozenset({"until", "till", "through", "to", "til"})
#: "2014 to 2018", "from March 2014 through 2018", "2026-2030", but not "between 2014 and 2018"
_RANGE = re.compile(
    r"^(?!.*\bbetween\b).*\d(?:\s*[-–—]\s*|\s+(?:to|through|until|till)\s+)\D*\d", re.I
)
_COUNTED_BACK = re.compile(r"\b(week|month)s?\b.*\b(?:ago|earlier|later|before|after)\b", re.I)
_WEEKDAY = re.compile(r"(?:mon|tues|wednes|thurs|fri|satur|sun)day", re.I)
_MONTH = re.compile(r"\b(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\b", re.I)
#: days by which a date that was counted in weeks or months may be off
_SLACK = {"week": 5, "month": 20}


def compare_dates(claim: Claim, fact: Fact) -> Fit:
    """How the claimed date, period or term of office stands to the fact's date."""
    happened, claimed = known_period(fact, claim.kind), claimed_periods(claim)
    if "fiscal" in fact.property:
        claimed = _fiscal(claim, claimed)
    if happened is None or not claimed:
        same = fact.reading is not None and fact.reading.value == claim.value.value is not None
        return Fit(fact, "fits" if same else "apart", "no date to compare", exact=same)
    grades = [_grade(period, happened, claim, fact) for period in claimed]
    if "fits" not in grades and any(_may_be_of_then(claim, p, happened) for p in claimed):
        grades = ["vague"]
    grade = next(grade for grade in ("fits", "vague", "differs") if grade in grades)
    why = f"{' or '.join(map(str, claimed))} against {happened}"
    return Fit(fact, grade, why, exact=claim.value.hedge in (None, "exactly"))


def _may_be_of_then(claim: Claim, claimed: Period, happened: Period) -> bool:
    """A weekday of the week before or after, a month of another year: what "on Tuesday" and "in
    March" count from is uncertain."""
    if claimed.first is None or happened.first is None:
        return False
    asked_on = claim.question.asked_on
    before = claim.sentence[: max(claim.start - claim.sentence_start, 0)].lower().split()
    is_until = claim.value.low is None or bool(_UNTIL.intersection(before[-1:]))
    is_until = claim.kind == "end_date" and is_until  # "prolonged it until March"
    if claim.tense == "past" and not is_until and asked_on and claimed.first > asked_on:
        return True  # "left at the end of the year", said in January; "reached a deal for 2026"
    if SAID_YEAR.search(claim.value.text):
        return False
    if _WEEKDAY.search(claim.value.text):
        return abs((claimed.first - happened.first).days) == 7
    if _MONTH.search(claim.value.text) and str(happened).count("-"):
        same_month = claimed.first.month == happened.first.month
        days = {claimed.first.day, happened.first.day}
        return same_month and (len(days) == 1 or str(claimed).count("-") < 2)
    return False


def claimed_periods(claim: Claim) -> tuple[Period, ...]:
    """The days that a claim allows; several ("A|B") where a person held office several times."""
    value = claim.value
    if value.hedge not in (None, "exactly") and (value.low or value.high):
        return (Period(_day(value.low), _day(value.high)),)
    text = value.value if isinstance(value.value, str) else ""
    if not claim.value_facts:
        text = _end_of_range(claim, text)
    stated = [_parsed(part) for part in text.split("|")]
    return tuple(_loose(period, value.text) for period in stated if period is not None)


def _end_of_range(claim: Claim, text: str) -> str:
    """Of "since 1991" and "from 2014 to 2018" the end that a claim of this kind is about.

    "Until 2018" says nothing of a beginning, "since 1991" nothing of an end.
    """
    before = claim.sentence[: max(claim.start - claim.sentence_start, 0)].lower().split()
    words = {*before[-1:], *claim.quote.lower().split()}
    first, slash, last = text.partition("/")
    only_then = claim.value.kind == "date" and _ONLY_THEN.search(" ".join(before))
    if claim.kind == "start_date" and not only_then and _UNTIL_HERE.search(" ".join(before)):
        return ""
    if not slash:
        return text
    if claim.kind == "start_date":
        if last == ".." and "since" in words:
            return first
        if first == ".." and words & _UNTIL:
            return ""
    elif claim.kind == "end_date" and last == ".." and "since" in words:
        return ""
    if ".." in (first, last) or not _RANGE.search(claim.value.text):
        return text
    return {"start_date": first, "end_date": last}.get(claim.kind, text)


def _fiscal(claim: Claim, claimed: tuple[Period, ...]) -> tuple[Period, ...]:
    """What a claim says of a fiscal year: its number, or that of a bare year, but no month."""
    year = _parsed(str(claim.value.value).removeprefix("FY"))
    if year is not None and len(str(year)) == 4:
        return (year,)
    return tuple(period for period in claimed if len(str(period)) not in (7, 10))


def _loose(period: Period, text: str) -> Period:
    """ "Two weeks ago" and "three months later" are meant loosely."""
    found = _COUNTED_BACK.search(text)
    if found is None or period.first is None or period.last is None:
        return period
    slack = timedelta(days=_SLACK[found.group(1).lower()])
    return Period(period.first - slack, period.last + slack)


def known_period(fact: Fact, kind: str) -> Period | None:
    """When the event of a fact was, at the fact's precision; of a period its beginning or end."""
    reading = fact.reading
    if reading is None or reading.value is None:
        return None
    if isinstance(reading.value, Decimal):
        return _parsed(f"{reading.value:f}") if reading.kind == "number" else None
    if reading.kind not in ("date", "period"):
        return None
    if reading.hedge not in (None, "exactly") and (reading.low or reading.high):
        return Period(_day(reading.low), _day(reading.high))
    first, slash, last = reading.value.partition("/")
    return _parsed(last if slash and kind == "end_date" else first)


def _grade(claimed: Period, happened: Period, claim: Claim, fact: Fact) -> str:
    if claimed.contains(happened):
        return "fits"
    if not claimed.overlaps(happened):
        is_end = claim.kind == "end_date" and _ends_the_day_before(claimed, happened)
        return "fits" if is_end else "differs"
    # "the end of 2030" is the end of the last year covered
    is_end = "last" in fact.property.split("_") or (
        claim.kind == "end_date" and "first" not in fact.property.split("_")
    )
    edge = happened.last if is_end else happened.first
    whole_years = fact.unit == "year" or "year" in fact.property
    if whole_years and edge is not None and claimed.contains(Period(edge, edge)):
        return "fits"
    return "vague"


def _ends_the_day_before(claimed: Period, happened: Period) -> bool:
    """ "Until September 2024" of an office that was handed over on October 1."""
    if claimed.first is None or claimed.last is None or happened.first is None:
        return False
    is_month = (claimed.last - claimed.first).days > 26
    is_day = happened.first == happened.last
    return is_month and is_day and happened.first - claimed.last == timedelta(days=1)


def _parsed(text: object) -> Period | None:
    try:
        return Period.parse(text) if isinstance(text, str) else None
    except ValueError:
        return None


def _day(text: object) -> date | None:
    try:
        return date.fromisoformat(text) if isinstance(text, str) else None
    except ValueError:
        return None

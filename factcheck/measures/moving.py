"""Moving dates by weeks, months and years, at the precision of the unit."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from decimal import Decimal

from factcheck.measures.drafts import Draft
from factcheck.measures.periods import Period
from factcheck.measures.plain import Page


def moved_unit(day: date, unit: str, steps: int) -> str:
    """The week, month, quarter, year, decade or century `steps` away, as ISO 8601 text."""
    if unit == "day":
        return (day + timedelta(days=steps)).isoformat()
    if unit == "week":
        monday = day - timedelta(days=day.weekday() - 7 * steps)
        return f"{monday.isoformat()}/{(monday + timedelta(days=6)).isoformat()}"
    if unit == "weekend":
        saturday = day - timedelta(days=day.weekday() - 5 - 7 * steps)
        return f"{saturday.isoformat()}/{(saturday + timedelta(days=1)).isoformat()}"
    if unit == "month":
        return month_text(day.year * 12 + day.month - 1 + steps)
    if unit == "quarter":
        first = (day.year * 12 + day.month - 1) // 3 * 3 + 3 * steps
        return f"{month_text(first)}/{month_text(first + 2)}"
    if unit.endswith(" year"):
        return f"FY{day.year + steps:04}"
    if unit == "year":
        return f"{day.year + steps:04}"
    if unit == "decade":
        first, size = day.year // 10 * 10 + steps * 10, 10
    else:
        first, size = (day.year - 1) // 100 * 100 + 1 + steps * 100, 100
    return f"{first:04}/{first + size - 1:04}"


def month_text(months: int) -> str:
    """Month number `months` since the year 0 as ISO 8601 text."""
    return f"{months // 12:04}-{months % 12 + 1:02}"


def first_day(value: str | None) -> date | None:
    """The first day of an ISO date or period; the last where the first is open."""
    if value is None:
        return None
    try:
        period = Period.parse(value)
    except ValueError:
        return None
    return period.first or period.last


def offset(
    start: int, end: int, base: date | None, number: Decimal, unit: str, back: bool
) -> Draft:
    """The date so many units before or after `base`; without a base, value `None`."""
    if base is None:
        return Draft(start, end, "date", None, note="no_date")
    amount = -number if back else number
    try:
        value = shifted_text(base, amount, unit)
    except (ValueError, OverflowError):
        return Draft(start, end, "date", None, note="ambiguous")
    draft = Draft(start, end, "date", value)
    if len(value) == 4:
        draft.low, draft.high = f"{int(value) - 1:04}-07-01", f"{int(value) + 1:04}-06-30"
    return draft


def shifted_text(base: date, amount: Decimal, unit: str) -> str:
    """`base` moved by an amount of a unit, at the unit's precision, as ISO 8601 text."""
    unit = {"yr": "year", "centurie": "century"}.get(unit.rstrip("s"), unit.rstrip("s"))
    years = {"year": 1, "decade": 10, "century": 100, "millennium": 1000}.get(unit)
    if years is not None:
        total = amount * years
        if total == int(total):
            year = base.year + int(total)
            if year < 1:
                raise ValueError("before the year 1")
            return f"{year:04}"
        return month_text(base.year * 12 + base.month - 1 + int((total * 12).quantize(Decimal(1))))
    if unit in ("month", "quarter"):
        size = 3 if unit == "quarter" else 1
        months = base.year * 12 + base.month - 1 + int((amount * size).quantize(Decimal(1)))
        if months < 12:
            raise ValueError("before the year 1")
        return month_text(months)
    sizes = {"week": Decimal(7), "day": Decimal(1), "fortnight": Decimal(14)}
    days = Decimal(1) / 24 if unit == "hour" else sizes.get(unit)
    return (base + timedelta(days=int(amount * days) if days else 0)).isoformat()


def running(page: Page, start: int, end: int, number: Decimal, unit: str, steps: int) -> Draft:
    """ "the past five years": the stretch that ends, or begins, on the day of utterance."""
    if page.date is None:
        return Draft(start, end, "period", None, note="no_date")
    name = {"fiscal year": "year", "financial year": "year", "weekend": "week"}.get(unit, unit)
    try:
        other = shifted_text(page.date, number if steps > 0 else -number, name)
    except (ValueError, OverflowError):
        return Draft(start, end, "period", None, note="ambiguous")
    far = same_day(other, page.date)
    ends = (page.date, far) if steps > 0 else (far, page.date)
    return Draft(start, end, "period", f"{ends[0].isoformat()}/{ends[1].isoformat()}")


def same_day(text: str, day: date) -> date:
    """`day` moved into the year or month that `text` names."""
    if len(text) == 10:
        return date.fromisoformat(text)
    year, month = int(text[:4]), int(text[5:7]) if len(text) > 4 else day.month
    return date(year, month, min(day.day, monthrange(year, month)[1]))

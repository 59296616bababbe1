"""Stretches of time between two dates, and what "since", "until", "before", "after", "by" make
of one: "2014-18", "from 2026 to 2030", "between March and May 2024", "since 1991"."""

from __future__ import annotations

import re
from calendar import isleap, monthrange

from factcheck.measures.dates import MONTH, read_day_or_month, read_numeric_date
from factcheck.measures.drafts import Draft
from factcheck.measures.lexicon import MONTHS
from factcheck.measures.lone_months import read_lone_month
from factcheck.measures.periods import Period
from factcheck.measures.periods_in_text import read_period
from factcheck.measures.plain import Page, word_before
from factcheck.measures.yearless import settled
from factcheck.measures.years import read_year

_YEARS = re.compile(
    r"(?P<one>1[4-9][0-9]{2}|2[01][0-9]{2})(?P<how> ?- ?|/| to | through "
    r"| until | till | and | or )(?P<two>[12][0-9]{3}|[0-9]{2})(?![0-9a-z%]|-[0-9]|[,.][0-9])"
)
_DAYS_MONTH_FIRST = re.compile(
    rf"{MONTH} (?P<one>[0-3]?[0-9])(?:st|nd|rd|th)?(?P<how> ?- ?| to | through | until | "
    rf"and )(?P<two>[0-3]?[0-9])(?:st|nd|rd|th)?(?![0-9a-z])(?:,? (?P<year>[12][0-9]{{3}}))"
    rf"?(?![0-9])"
)
_DAYS_MONTH_LAST = re.compile(
    rf"(?:the )?(?P<one>[0-3]?[0-9])(?:st|nd|rd|th)?(?P<how> ?- ?| to | through | and )"
    rf"(?:the )?(?P<two>[0-3]?[0-9])(?:st|nd|rd|th)? (?:of )?{MONTH}(?:,? "
    rf"(?P<year>[12][0-9]{{3}}))?(?![0-9])"
)
JOIN = re.compile(r"(?: ?- ?|,? to |,? through | until | till | and |/)(?:the )?")


_TO_NOW = re.compile(
    r"(?P<one>1[4-9][0-9]{2}|20[0-9]{2}) ?(?:-|to) ?(?:the )?(?:present|today|now|date)(?![a-z])"
)


def read_years(page: Page, start: int) -> Draft | None:
    """ "2014-18", "2014-2018", "2026 to 2030" with "from" or "between" before it."""
    if to_now := _TO_NOW.match(page.plain, start):
        return Draft(start, to_now.end(), "period", f"{to_now['one']}/..")
    found = _YEARS.match(page.plain, start)
    if not found:
        return None
    one, short = int(found["one"]), len(found["two"]) == 2
    two = one // 100 * 100 + int(found["two"]) if short else int(found["two"])
    if short and two <= one:
        two += 100
    opening = word_before(page.plain, start)
    how = found["how"].strip()
    if two <= one or two - one > 300 or two > 2200:
        return None
    if short and how == "-" and int(found["two"]) <= 12 and two != one + 1:
        return None
    if how == "or" or (how == "/" and not (short and two == one + 1)):
        return None
    if short and (how not in ("-", "/") or two - one > 60):
        return None
    if how == "and" and opening != "between":
        return None
    draft = Draft(start, found.end(), "period", f"{one:04}/{two:04}")
    _open_up(page, draft, opening)
    return draft


def _open_up(page: Page, draft: Draft, opening: str) -> None:
    if opening in ("from", "between"):
        draft.start = page.plain.rindex(opening, 0, draft.start)


def read_days(page: Page, start: int) -> Draft | None:
    """ "March 5-7, 2024", "5 to 7 March"."""
    t = page.plain
    found = _DAYS_MONTH_FIRST.match(t, start) or _DAYS_MONTH_LAST.match(t, start)
    if not found:
        return None
    one, two, month = int(found["one"]), int(found["two"]), MONTHS[found["month"]]
    year = found["year"]
    if not 1 <= one < two <= monthrange(int(year or 2000), month)[1]:
        return None
    opening = word_before(t, start)
    if found["how"].strip() == "and" and opening != "between" and two != one + 1:
        return None
    if not year:
        draft = Draft(start, found.end(), "period", f"--{month:02}-{one:02}/{two:02}")
    else:
        draft = Draft(
            start, found.end(), "period", f"{year}-{month:02}-{one:02}/{year}-{month:02}-{two:02}"
        )
    _open_up(page, draft, opening)
    return draft


def join_dates(page: Page, draft: Draft) -> Draft:
    """Join a second date to a first: "March to May 2024"."""
    t = page.plain
    join = JOIN.match(t, draft.end)
    if join and draft.kind == "period" and str(draft.value).startswith("FY"):
        return _fiscal_years(page, draft, join) or draft
    if (
        not join
        or draft.kind != "date"
        or draft.value is None
        or not t[join.end() : join.end() + 1].isalnum()
    ):
        return draft
    at = join.end()
    second = (
        read_numeric_date(page, at)
        or read_day_or_month(page, at)
        or read_year(page, at)
        or read_lone_month(page, at)
    )
    if second is None:
        return draft
    settled(page, second, draft)
    copy = Draft(draft.start, draft.end, draft.kind, draft.value)
    if str(copy.value).startswith("--") and not str(second.value).startswith("--"):
        draft = _with_year(page, draft, second)
    if not isinstance(second.value, str):
        return _unsettled(page, copy, second, join.group().strip()) or draft
    return joined(page, copy, second, join.group().strip(" ,").removesuffix(" the")) or draft


def _with_year(page: Page, draft: Draft, second: Draft) -> Draft:
    """ "January and February 2024": the year serves both."""
    leap = str(draft.value).endswith("-02-29")
    if isinstance(second.value, str) and _has_year(page, second) and not leap:
        draft.value = second.value[:4] + str(draft.value)[1:]
    return draft


def _fiscal_years(page: Page, first: Draft, join: re.Match[str]) -> Draft | None:
    """ "from fiscal 2022 to fiscal 2026", "FY2022-FY2026", "fiscal 2022 to 2026"."""
    second = read_period(page, join.end())
    if second is None and (year := read_year(page, join.end())):
        second = Draft(year.start, year.end, "period", f"FY{year.value}")
    if (
        second is None
        or not str(second.value).startswith("FY")
        or str(second.value) <= str(first.value)
    ):
        return None
    opening = word_before(page.plain, first.start)
    if (join.group().strip() == "and") != (opening == "between"):
        return None
    draft = Draft(first.start, second.end, "period", f"{first.value}/{second.value}")
    _open_up(page, draft, opening)
    return draft


def _unsettled(page: Page, first: Draft, second: Draft, how: str) -> Draft | None:
    """ "from April to June" where the year is not known."""
    opening = word_before(page.plain, first.start)
    if not str(first.value).startswith("--") or (how == "and") != (opening == "between"):
        return None
    if how not in ("to", "-", "through", "and"):
        return None
    draft = Draft(first.start, second.end, "period", None, note="no_date")
    _open_up(page, draft, opening)
    return draft


def joined(page: Page, first: Draft, second: Draft, how: str) -> Draft | None:
    """The period from one date to another: "Jan. 3 to March 5, 2020"."""
    opening = word_before(page.plain, first.start)
    if (how == "and" and opening != "between") or first.kind != "date" or second.kind != "date":
        return None
    if how in ("until", "till") and opening != "from":
        return None
    one, two = first.value, second.value
    if not isinstance(two, str):
        return None
    if isinstance(one, str) and one.startswith("--") and not two.startswith("--"):
        one = two[:4] + one[1:]
        if one.endswith("-02-29") and not isleap(int(two[:4])):
            return None
    if not isinstance(one, str) or one.startswith("--") or two.startswith("--"):
        return None
    if Period.parse(two).is_before(Period.parse(one)) and not _has_year(page, first):
        if one.endswith("-02-29"):
            return None
        one = f"{int(one[:4]) - 1:04}{one[4:]}"  # "between December and April"
    if Period.parse(one).is_before(Period.parse(two)):
        draft = Draft(first.start, second.end, "period", _between(one, two))
        _open_up(page, draft, opening)
        return draft
    return None


def _has_year(page: Page, draft: Draft) -> bool:
    return bool(re.search(r"[0-9]{4}", page.plain[draft.start : draft.end]))


def _between(one: str, two: str) -> str:
    return f"{one}/{two}"

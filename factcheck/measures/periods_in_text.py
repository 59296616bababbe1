"""Periods in text: decades, centuries, quarters, halves, fiscal years, parts of a year."""

from __future__ import annotations

import re
from calendar import monthrange

from factcheck.measures.dates import MONTH, SHIFTS, THAT_YEAR, year_of
from factcheck.measures.drafts import Draft
from factcheck.measures.lexicon import DECADES, MONTHS, ORDINALS, SEASONS, any_of
from factcheck.measures.plain import Page, word_before

_PART = r"(?P<part>early|mid|middle|late|beginning|start|end)"
_ANY_YEAR = r"(?P<year>[12][0-9]{3})(?![0-9a-z%]|,[0-9])"
DECADE = re.compile(
    rf"(?P<the>the )?(?:{_PART}(?:[ -]to[ -](?:late|mid))?(?:[ -]| of the | part of the )"
    rf"(?:the )?)?"
    rf"(?:(?P<century>1[0-9]|2[01])(?P<tens>[0-9])0'?s|'?(?P<short>[1-9])0'?s|"
    rf"(?P<head>nineteen |eighteen |twenty )?(?P<word>{any_of(DECADES)}))(?![a-z0-9])"
)
_UP_TO_TWENTIETH = any_of([w for w, n in ORDINALS.items() if n < 30])
_NTH = rf"(?P<nth>[0-9]{{1,2}}(?:st|nd|rd|th)|(?:twenty[ -])?(?:{_UP_TO_TWENTIETH}))"
CENTURY = re.compile(
    rf"(?P<the>the )?(?:{_PART}(?:[ -]| of the | part of the ))?{_NTH}[ -]century(?![a-z])"
    rf"(?P<era> (?:bc|bce|b\.c\.(?:e\.)?|ad|ce)(?![a-z]))?"
)
HALF_YEAR = re.compile(rf"(?:h(?P<half>[12])|(?P<half2>[12])h)(?: of |-| )?{_ANY_YEAR}")
BARE_QUARTER = re.compile(
    r"(?:the |(?=[a-z]+-quarter))(?P<nth>first|second|third|fourth|1st|2nd|3rd|4th)"
    r"[ -]quarter(?![a-z])(?! of (?!the year))(?: of the year)?"
)
QUARTER = re.compile(
    rf"(?:q(?P<q>[1-4])|(?P<q2>[1-4])q)(?:(?:,? (?:of )?|-| fy)?(?:{_ANY_YEAR}|"
    rf"'?(?P<short>[0-9]{{2}})(?![0-9a-z]))|(?![0-9a-z]))"
    rf"|(?P<the>the )?(?P<nth>first|second|third|fourth|final|last|1st|2nd|3rd|4th)"
    rf"[ -](?P<size>quarter|half)(?: of |,? )(?P<fiscal>fiscal )"
    rf"?{_ANY_YEAR.replace('year', 'year2')}"
)
FISCAL = re.compile(
    r"(?:the )?(?:(?:fiscal|financial)(?:[ -]year)?(?:s)?|fy)(?: of)"
    r"?[ -]?'?(?P<one>[12][0-9]{3}|[0-9]{2})(?:[-/](?P<two>[12][0-9]{3}|[0-9]{2}))"
    r"?(?![0-9a-z])"
    r"|(?:the )?(?P<one2>[12][0-9]{3})(?:[-/](?P<two2>[12][0-9]{3}|[0-9]{2}))? (?:fiscal|"
    r"financial|budget)[ -]year(?![a-z])"
)
PART_OF = re.compile(
    rf"(?:(?:the )?(?:very )?{_PART} (?:of |part of )(?:the year )?|"
    rf"{_PART.replace('part', 'part2')}[ -](?:in )?)"
    rf"(?:{MONTH}(?:,? (?:of )?(?P<myear>[12][0-9]{{3}}))?|{_ANY_YEAR})"
    rf"|year-end {_ANY_YEAR.replace('year', 'year2')}"
)
SEASON = re.compile(
    rf"(?P<the>the )?(?:{_PART}[ -])?(?P<season>{any_of(SEASONS)})(?:,? (?:of )?)"
    rf"(?:'(?P<short>[0-9]{{2}})|(?P<year>[12][0-9]{{3}}))(?:[-/](?P<next>[0-9]{{2}}|[12][0-9]{{3}}))?(?![0-9a-z%]|"
    rf",[0-9])"
)
_EARLY = ("early", "beginning", "start")
_MIDDLE = ("mid", "middle")
_OWNERS = ("his", "her", "their", "my", "our", "your")


def months(year: int, first: int, count: int) -> str:
    """The period of `count` months from month `first` of `year`, as ISO 8601 text."""
    last_year, last = year + (first + count - 2) // 12, (first + count - 2) % 12 + 1
    return f"{year:04}-{first:02}/{last_year:04}-{last:02}"


def read_period(page: Page, start: int) -> Draft | None:
    """A period that begins at `start`: "the late 1980s", "Q3 2023", "fiscal 2022" …"""
    t = page.plain
    for pattern, reader in (
        (FISCAL, _fiscal),
        (DECADE, _decade),
        (CENTURY, _century),
        (QUARTER, _quarter),
        (HALF_YEAR, _half_year),
        (BARE_QUARTER, _bare_quarter),
        (PART_OF, _part_of),
        (SEASON, _season),
    ):
        found = pattern.match(t, start)
        if found and (draft := reader(page, found)):
            return draft
    return None


def _third(first: int, part: str | None) -> tuple[int, int]:
    """First and last year of a century that begins in `first`, or of a third of it."""
    if part is None:
        return first, first + 99
    if part in _EARLY:
        return first, first + 32
    return (first + 33, first + 66) if part in _MIDDLE else (first + 66, first + 99)


def _decade(page: Page, found: re.Match[str]) -> Draft | None:
    if not found["the"] and word_before(page.plain, found.start()) in _OWNERS:
        return None
    if found["century"]:
        first = int(found["century"] + found["tens"]) * 10
    elif found["short"]:
        listed = page.plain[max(0, found.start() - 7) : found.start()].endswith(
            ("0s and ", "0s or ", "0s to ")
        )
        if not found["the"] and "'" not in found.group() and not found["part"] and not listed:
            return None
        first = (1900 if int(found["short"]) > 2 else 2000) + int(found["short"]) * 10
    else:
        if not found["the"] and not found["head"] and not found["part"]:
            return None
        head = {"twenty ": 2000, "eighteen ": 1800}.get(found["head"], 1900)
        first = head + DECADES[found["word"]]
    if found["century"] and found["tens"] == "0" and first < 2000:  # "the 1800s"
        low, high = _third(first, found["part"])
        return Draft(found.start(), found.end(), "period", f"{low:04}/{high:04}")
    return _part_of_decade(found, first)


def _part_of_decade(found: re.Match[str], first: int) -> Draft:
    draft = Draft(found.start(), found.end(), "period", f"{first:04}/{first + 9:04}")
    if found["part"]:
        early, middle = found["part"] in _EARLY, found["part"] in _MIDDLE
        low = first + (0 if early else 4 if middle else 7)
        high = first + (3 if early else 6 if middle else 9)
        draft.low = f"{max(first, low - 1):04}-01-01"
        draft.high = f"{min(first + 9, high + 1):04}-12-31"
        draft.value = f"{low:04}/{high:04}"
    return draft


def _century(page: Page, found: re.Match[str]) -> Draft | None:
    nth = found["nth"].replace(" ", "-")
    number = int(nth[:-2]) if nth[0].isdigit() else ORDINALS[nth.split("-")[-1]] + 20 * ("-" in nth)
    if found["era"] and found["era"].startswith(" b"):
        return Draft(found.start(), found.end(), "period", None, note="ambiguous")
    if (
        number < 10
        and not found["era"]
        and re.match(r" (?:of|after|in)(?![a-z])", page.plain[found.end() : found.end() + 7])
    ):
        return None  # "the first century of development"
    low, high = _third((number - 1) * 100 + 1, found["part"])
    return Draft(found.start(), found.end(), "period", f"{low:04}/{high:04}")


def _quarter(page: Page, found: re.Match[str]) -> Draft | None:
    if found["size"]:
        each = 3 if found["size"] == "quarter" else 6
        last = 12 // each
        place = {
            "first": 1,
            "1st": 1,
            "second": 2,
            "2nd": 2,
            "third": 3,
            "3rd": 3,
            "fourth": 4,
            "4th": 4,
        }
        number = place.get(found["nth"], last)
        if number > last:
            return None
        if found["fiscal"]:
            return Draft(found.start(), found.end(), "period", None, note="ambiguous")
        value = months(int(found["year2"]), (number - 1) * each + 1, each)
        return Draft(found.start(), found.end(), "period", value)
    quarter = int(found["q"] or found["q2"])
    if not found["year"] and not found["short"]:
        return _recent_quarter(page, found, quarter)
    year = int(found["year"]) if found["year"] else 2000 + int(found["short"])
    return Draft(found.start(), found.end(), "period", months(year, quarter * 3 - 2, 3))


def _half_year(page: Page, found: re.Match[str]) -> Draft | None:
    first = 1 if "1" in (found["half"], found["half2"]) else 7
    return Draft(found.start(), found.end(), "period", months(int(found["year"]), first, 6))


def _bare_quarter(page: Page, found: re.Match[str]) -> Draft | None:
    place = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3}
    return _recent_quarter(page, found, place.get(found["nth"], 4))


def _recent_quarter(page: Page, found: re.Match[str], quarter: int) -> Draft | None:
    """ "Q2" alone: the last such quarter that had begun by the date of utterance."""
    if found.group()[0] == "q" and page.raw[found.start()] != "Q":
        return None
    if page.date is None:
        return Draft(found.start(), found.end(), "period", None, note="no_date")
    year = page.date.year - (quarter * 3 - 2 > page.date.month)
    return Draft(found.start(), found.end(), "period", months(year, quarter * 3 - 2, 3))


def _fiscal(page: Page, found: re.Match[str]) -> Draft | None:
    one, two = found["one"] or found["one2"], found["two"] or found["two2"]
    if len(one) == 2:
        if not found.group().startswith("fy"):
            return None
        one = f"20{one}"
    if two and len(two) == 2 and int(two) != (int(one) + 1) % 100 and int(two) <= int(one[2:]):
        return None
    value = f"FY{one}-{two[-2:]}" if two else f"FY{one}"
    return Draft(found.start(), found.end(), "period", value)


def _part_of(page: Page, found: re.Match[str]) -> Draft | None:
    if found["year2"]:
        return Draft(found.start(), found.end(), "period", months(int(found["year2"]), 10, 3))
    part = found["part"] or found["part2"]
    whole = found["part"] or part not in ("beginning", "start", "end", "middle")
    if not whole and not found.group().startswith("end-"):
        return None
    if found["month"]:
        return _part_of_month(page, found, part)
    year = int(found["year"])
    first, count = {
        "early": (1, 4),
        "mid": (5, 4),
        "middle": (5, 4),
        "late": (9, 4),
        "beginning": (1, 3),
        "start": (1, 3),
        "end": (10, 3),
    }[part]
    return Draft(found.start(), found.end(), "period", months(year, first, count))


def _part_of_month(page: Page, found: re.Match[str], part: str) -> Draft | None:
    month, end = MONTHS[found["month"]], found.end()
    first, last = (1, 10) if part in _EARLY else (11, 20) if part in _MIDDLE else (21, 31)
    said = None if found["myear"] else THAT_YEAR.match(page.plain, end)
    if said and page.date:  # "the end of March next year"
        year, end = page.date.year + SHIFTS[said["which"]], said.end()
    elif found["myear"]:
        year = int(found["myear"])
    else:
        return Draft(found.start(), end, "period", f"--{month:02}-{first:02}/{last:02}")
    last = min(last, monthrange(year, month)[1])
    value = f"{year:04}-{month:02}-{first:02}/{year:04}-{month:02}-{last:02}"
    return Draft(found.start(), end, "period", value)


def _season(page: Page, found: re.Match[str]) -> Draft | None:
    first, count = SEASONS[found["season"]]
    note = "ambiguous" if found["season"] == "winter" and not found["next"] else None
    year = year_of(found.groupdict())
    assert year is not None
    return Draft(found.start(), found.end(), "period", months(year, first, count), note=note)

"""Writing dates and periods as news writes them: "Nov. 4, 2024", "4 November 2024", "the 1990s"."""

from __future__ import annotations

import re

from factcheck.measures.values import Value

_MONTHS = """
January February March April May June July August September October November December
""".split()  # noqa: SIM905
_SHORT_MONTHS = {1: "Jan.", 2: "Feb.", 8: "Aug.", 9: "Sept.", 10: "Oct.", 11: "Nov.", 12: "Dec."}


def write_date(iso: str, like: Value | None = None) -> str:
    """A date or period: "November 4, 2024", "4 November 2024", "November 2024", "2014 to 2018"."""
    first, slash, last = iso.partition("/")
    if slash:
        return _stretch(first, last, like)
    if not re.fullmatch(r"[0-9]{4}(?:-[0-9]{2}){0,2}", iso):
        return re.sub(r"^FY", "fiscal ", iso)
    year, month, day = int(iso[:4]), int(iso[5:7] or 0), int(iso[8:10] or 0)
    written = like.text if like else ""
    if re.fullmatch(r"[0-9]{4}-[0-9]{2}(?:-[0-9]{2})?", written):
        return iso
    if not month:
        return str(year)
    name = (
        _SHORT_MONTHS.get(month, _MONTHS[month - 1])
        if re.search(r"[A-Za-z]{3,4}\.", written) and day
        else _MONTHS[month - 1]
    )
    if not day:
        return f"{name} {year}"
    return f"{day} {name} {year}" if re.match(r"[0-9]", written) else f"{name} {day}, {year}"


def _stretch(first: str, last: str, like: Value | None) -> str:
    if first == "..":
        return write_date(last, like)
    if last == "..":
        return write_date(first, like)
    decade = re.fullmatch(r"([0-9]{3})0", first)
    if decade and last == f"{decade[1]}9":
        return f"the {first}s"
    if like is not None and like.text.lower().startswith("from"):
        return f"from {write_date(first)} to {write_date(last)}"
    if len(first) == len(last) == 4:
        return f"{first}-{last}"
    return f"from {write_date(first)} to {write_date(last)}"

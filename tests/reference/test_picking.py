"""Which member of a series a definite phrase means, as known on a day."""

from __future__ import annotations

from datetime import date

import pytest
from memory_table import MemoryTable, fact

from factcheck.reference.answering import pick

PACTS = (
    ("1st Pact", "1990-11-02", 1991, 1993),
    ("2nd Pact", "1993-10-05", 1994, 1998),
    ("Harbour Pact", "1999-03-09", 1999, 2003),
    ("4th Pact", "2003-12-12", 2004, 2008),
)
FACTS = [
    one
    for name, signed, first, last in PACTS
    for one in (
        fact(f"{name} | date_signed | {signed}"),
        fact(f"{name} | first_year_covered | {first}", known=signed),
        fact(f"{name} | last_year_covered | {last}", known=signed),
    )
]
TABLE = MemoryTable(
    [
        *FACTS,
        fact("Harbour Pact | ordinal | 3 ~ ordinal", known="1999-03-09"),
        fact("Harbour Pact | date_concluded | 1998-12-01"),
    ],
    {"Pact": "", **{name: "Pact" for name, *_ in PACTS}},
    as_of=date(2005, 1, 1),
)


@pytest.mark.parametrize(
    ("how", "value", "on", "expected"),
    [
        ("ordinal", "4", None, ["4th Pact"]),
        ("ordinal", "3", None, ["Harbour Pact"]),
        ("ordinal", "4", "2003-01-01", []),  # nothing was known of it
        ("ordinal", "7", None, []),
        ("first", None, None, ["1st Pact"]),
        ("first", None, "1980-01-01", []),
        ("latest", None, None, ["4th Pact"]),
        ("latest", None, "2003-12-11", ["Harbour Pact"]),
        ("latest", None, "1998-12-15", ["Harbour Pact"]),  # agreed on, to be signed
        ("latest", None, "1998-11-15", ["2nd Pact"]),
        ("current", None, "1996-06-01", ["2nd Pact"]),
        ("current", None, "2003-12-31", ["Harbour Pact"]),
        ("current", None, None, ["4th Pact"]),  # as of 2005
        ("current", None, "2009-06-01", []),
        ("next", "2nd Pact", None, ["Harbour Pact"]),
        ("next", "4th Pact", None, []),
        ("next", "Harbour Pact", "2001-01-01", []),
        ("previous", "2nd Pact", None, ["1st Pact"]),
        ("previous", "1st Pact", None, []),
        ("previous", None, None, []),
        ("signed_in", "1993", None, ["2nd Pact"]),
        ("signed_in", "1999", None, ["Harbour Pact"]),
        ("signed_in", "1998", None, ["Harbour Pact"]),  # agreed in 1998
        ("signed_in", "1990/1993", None, ["1st Pact", "2nd Pact"]),
        ("signed_in", "2000", None, []),
        ("signed_in", "2003", "2002-01-01", []),
        ("covering", "1999/2003", None, ["Harbour Pact"]),
        ("covering", "2000/2001", None, ["Harbour Pact"]),
        ("covering", "1997/2001", None, []),
        ("lasting", "P3Y", None, ["1st Pact"]),
        ("lasting", "P5Y", None, ["2nd Pact", "Harbour Pact", "4th Pact"]),
        ("lasting", "P5Y", "1998-01-01", ["2nd Pact"]),
        ("lasting", "P2Y", None, []),
        ("covering", "soon", None, []),
        ("lasting", "long", None, []),
        ("ordinal", "last", None, []),
    ],
)
def test_pick(how: str, value: str | None, on: str | None, expected: list[str]) -> None:
    found = pick(TABLE, "Pact", how, value, date.fromisoformat(on) if on else None)
    assert [one.name for one in found] == expected


def test_nothing_of_what_is_no_series() -> None:
    assert list(pick(TABLE, "1st Pact", "latest")) == []
    assert list(pick(TABLE, "Nobody", "first")) == []

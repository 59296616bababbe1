"""What is shown as following from a fact or of a subject."""

from __future__ import annotations

from datetime import date

from memory_table import MemoryTable, fact

from factcheck.reference.derivations import derivations_of_fact, derivations_of_subject

DUES = [fact(f"Club | dues | {n} ~ EUR", str(year)) for year, n in ((2004, 80), (2005, 90))]
PACTS = [
    fact("1st Pact | date_signed | 1990-11-02"),
    fact("1st Pact | first_year_covered | 1991", known="1990-11-02"),
    fact("1st Pact | last_year_covered | 1993", known="1990-11-02"),
]
MAYOR = fact("Ann Lee | office_held | Mayor", "1990-01-01/1998-05-05")
TABLE = MemoryTable(
    [*DUES, *PACTS, MAYOR],
    {"Pact": "", "1st Pact": "Pact"},
    as_of=date(2010, 1, 1),
    complete=frozenset({"Pact"}),
    complete_properties=frozenset({"dues"}),
)


def test_of_a_yearly_figure() -> None:
    assert [one.arithmetic for one in derivations_of_fact(DUES[1], TABLE)] == [
        "90 / 80 − 1 = 12.5%",
        "90 is number 1 of 2 figures up to 2005",
    ]


def test_of_a_date() -> None:
    (held,) = derivations_of_fact(PACTS[0], TABLE)
    assert (held.subject, held.value) == ("Ann Lee", "Mayor")


def test_of_what_nothing_follows() -> None:
    assert derivations_of_fact(MAYOR, TABLE) == []
    assert derivations_of_subject("Ann Lee", TABLE) == []


def test_of_subjects() -> None:
    def said(subject: str) -> list[str]:
        return [f"{one.property}: {one.value}" for one in derivations_of_subject(subject, TABLE)]

    assert said("Pact") == ["count: 1", "first: 1st Pact", "last: 1st Pact", "status: ended"]
    assert said("1st Pact") == ["duration: P3Y", "status: ended"]
    assert said("Club") == ["dues: 170", "dues: 85", "dues: 90", "dues: 80"]

"""Beginnings, ends and signings: dates at their precision, periods, terms of office."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hand_made import claim, fact, judged, term, unverified, value, word

from factcheck.measures.values import Value
from factcheck.records import Fact

SUPPORTED, REFUTED, OPEN = "supported", "refuted", "not_enough_info"
#: kind, claimed, known, verdict, diagnosis
CASES = [
    ("start_date", "1991", "1991-01-25", SUPPORTED, None),
    ("start_date", "1991-01", "1991-01-25", SUPPORTED, None),
    ("start_date", "1991-01-25", "1991-01-25", SUPPORTED, None),
    ("start_date", "1990", "1991-01-25", REFUTED, "off_by_one"),
    ("start_date", "1991-02", "1991-01-25", REFUTED, "off_by_one"),
    ("start_date", "1991-01-26", "1991-01-25", REFUTED, "off_by_one"),
    ("start_date", "2017", "1991-01-25", REFUTED, None),
    ("start_date", "1990/1999", "1991-01-25", SUPPORTED, None),
    ("start_date", "2000/2009", "1991-01-25", REFUTED, None),
    ("start_date", "1991-01-25", "1991", OPEN, None),
    ("start_date", "1991-01-25", "1991-01", OPEN, None),
    ("start_date", "1992-01-25", "1991", REFUTED, None),
    ("start_date", "../2019-12-31", "1991", SUPPORTED, None),
    ("start_date", "../1990-12-31", "1991", REFUTED, None),
    ("start_date", "2020-01-01/..", "1991", REFUTED, None),
    ("start_date", "about 1990", "1991", SUPPORTED, None),
    ("start_date", "about 1970", "1991", REFUTED, None),
    ("start_date", "1991", "1991/1993", SUPPORTED, None),
    ("start_date", "1993", "1991/1993", REFUTED, None),
    ("end_date", "1993", "1991/1993", SUPPORTED, None),
    ("end_date", "1991", "1991/1993", REFUTED, None),
    ("end_date", "2028", "2030-12-31", REFUTED, None),
    ("end_date", "2030-12", "2030-12-31", SUPPORTED, None),
    ("signing_date", "2024-11-04", "2024-11-04", SUPPORTED, None),
    ("signing_date", "2024-10-04", "2024-11-04", REFUTED, None),
    ("signing_date", "2024-11", "2024-11-04", SUPPORTED, None),
    ("signing_date", "2023/2025", "2024-11-04", SUPPORTED, None),
]


@pytest.mark.parametrize(("kind", "said", "known", "verdict", "diagnosis"), CASES)
def test_a_date_is_judged_at_its_precision(
    kind: str, said: str, known: str, verdict: str, diagnosis: str | None
) -> None:
    found = judged(claim(kind, said), [fact(f"Harbour Bridge | date_opened | {known}")])
    assert (found.verdict, found.diagnosis) == (verdict, diagnosis), found.trace


@pytest.mark.parametrize(("kind", "said", "known", "verdict", "diagnosis"), CASES)
def test_unverified_dates_never_refute(
    kind: str, said: str, known: str, verdict: str, diagnosis: str | None
) -> None:
    facts = [unverified(fact(f"Harbour Bridge | date_opened | {known}"))]
    assert judged(claim(kind, said), facts).verdict == (SUPPORTED if verdict == SUPPORTED else OPEN)


@pytest.mark.parametrize(("kind", "said", "known", "verdict", "diagnosis"), CASES)
def test_a_denied_date_turns_round(
    kind: str, said: str, known: str, verdict: str, diagnosis: str | None
) -> None:
    facts = [fact(f"Harbour Bridge | date_opened | {known}")]
    found = judged(claim(kind, said, negated=True), facts)
    turned = {SUPPORTED: REFUTED, REFUTED: SUPPORTED, OPEN: OPEN}[verdict]
    assert found.verdict == (OPEN if said == "about 1990" else turned)


def test_the_end_of_a_last_year_is_its_last_day() -> None:
    last = fact("Lease | last_year_covered | 2030", unit="year")
    assert judged(claim("end_date", "2030-12-31"), [last]).verdict == SUPPORTED
    assert judged(claim("end_date", "2030-06"), [last]).verdict == OPEN
    first = fact("Lease | first_year_covered | 2026", unit="year")
    assert judged(claim("start_date", "2026-01"), [first]).verdict == SUPPORTED


def test_a_fiscal_year_is_known_by_its_number() -> None:
    last = fact("Lease | last_fiscal_year | 2026")
    for said, verdict in (("FY2026", SUPPORTED), ("FY2025", REFUTED), ("2026-03-31", OPEN)):
        read = Value(0, 0, said, "date", said)
        assert judged(claim("end_date", read), [last]).verdict == verdict


OPENED = fact("Harbour Bridge | date_opened | 1991-05-03")
FIRST = term("Ada Holt", "Mayor of Larkham", "2017-01-20/2021-01-20")
SECOND = term("Ada Holt", "Mayor of Larkham", "2025-01-20/..")
EARLY = term("Ada Holt", "Mayor of Larkham", "1990-02-01/1992-02-01")


@pytest.mark.parametrize(
    ("period", "terms", "verdict"),
    [
        ("2017-01-20/2021-01-20", [FIRST], REFUTED),
        ("2017-01-20/2021-01-20|2025-01-20/..", [FIRST, SECOND], REFUTED),
        ("1990-02-01/1992-02-01", [EARLY], SUPPORTED),
        ("1990-02-01/1992-02-01|2017-01-20/2021-01-20", [EARLY, FIRST], SUPPORTED),
        ("../2017-01-20", [FIRST], SUPPORTED),
        ("../1990-02-01", [EARLY], REFUTED),
        ("2021-01-20/..", [FIRST], REFUTED),
    ],
)
def test_a_term_of_office_is_a_period(period: str, terms: list[Fact], verdict: str) -> None:
    sentence = "The bridge opened during my first term, they say."
    said = Value(0, 0, "during my first term", "period", period)
    made = claim(
        "start_date",
        said,
        sentence=sentence,
        quote="during my first term",
        value_facts=tuple(terms),
    )
    found = judged(made, [OPENED])
    assert found.verdict == verdict
    if verdict == REFUTED:
        assert found.diagnosis == "wrong_term"
        assert found.correction == "in 1991"
        assert found.corrected_sentence == "The bridge opened in 1991, they say."
        assert {t.id for t in terms} <= {cited.id for cited in found.facts}
        assert "May 3, 1991" in found.explanation
        assert "Ada Holt" in found.explanation


def test_since_a_year_means_that_it_began_then() -> None:
    sentence = "The bridge has been open since 1995."
    said = word("period", "1995/..")
    made = claim("start_date", said, sentence=sentence, quote="since 1995")
    found = judged(made, [OPENED])
    assert (found.verdict, found.correction) == (REFUTED, "since 1991")


CORRECTIONS = [
    ("It opened in 1963.", "1963", "1963", "1991"),
    ("It opened in 1963.", "in 1963", "1963", "in 1991"),
    ("It opened in August 1962.", "August 1962", "1962-08", "May 1991"),
    ("It opened on 3 August 1991.", "3 August 1991", "1991-08-03", "3 May 1991"),
    ("It opened on August 3, 1991.", "August 3, 1991", "1991-08-03", "May 3, 1991"),
    ("It opened on August 3.", "August 3", "1991-08-03", "May 3"),
    ("It opened on 1 September.", "1 September", "1991-09-01", "3 May"),
    ("It opened last year.", "last year", "1993", "in 1991"),
    ("Last year it opened.", "Last year", "1993", "In 1991"),
    ("It opened thirty years ago.", "thirty years ago", "1983", "in 1991"),
    ("It opened in the 1980s.", "the 1980s", "1980/1989", "1991"),
    ("It opened in the 1980s.", "in the 1980s", "1980/1989", "in 1991"),
    ("It has been open since 1995.", "since 1995", "1995", "since 1991"),
]


@pytest.mark.parametrize(("sentence", "quote", "said", "right"), CORRECTIONS)
def test_a_date_is_corrected_in_the_form_of_the_wrong_one(
    sentence: str, quote: str, said: str, right: str
) -> None:
    read = replace(value(said), text=quote)
    found = judged(claim("start_date", read, sentence=sentence, quote=quote), [OPENED])
    assert found.verdict == REFUTED
    assert found.correction == right
    assert found.corrected_sentence == sentence.replace(quote, right)


def test_the_date_of_another_member_is_named() -> None:
    tenth = fact("10th Pact | date_signed | 2019-03-08")
    ninth = fact("9th Pact | date_signed | 2014-02-02")
    made = claim("signing_date", "2014", subject="10th Pact", sentence="The 10th came in 2014.")
    found = judged(made, [tenth], [ninth])
    assert (found.verdict, found.diagnosis) == (REFUTED, "swapped_parties")
    assert "9th Pact" in found.explanation

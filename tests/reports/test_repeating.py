"""Repeated claims: counted by what they say, over all documents."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from fixed_reports import BEGINNING, EIGHT, FULL
from fixed_set import BAD

from factcheck.records import Repeated
from factcheck.reports.answer import claim_id
from factcheck.reports.repeating import count_repeats, with_repeats
from factcheck.reports.wording import repeated_text

CLAIM = claim_id(BEGINNING.claim)
EARLIER = replace(
    FULL,
    document=replace(FULL.document, id="old.txt", speaker="Bo Birch", date=date(2019, 5, 1)),
    verdicts=(replace(BEGINNING, claim=replace(BEGINNING.claim, asserted_by=None)), EIGHT),
)


def test_the_same_claim_is_counted_with_its_first_day_and_speakers() -> None:
    counted = count_repeats([FULL, BAD, EARLIER])
    assert counted == {CLAIM: Repeated(2, date(2019, 5, 1), ("Ann Alder", "Bo Birch"))}


def test_what_is_made_once_or_reported_as_false_is_not_repeated() -> None:
    assert count_repeats([FULL]) == {}
    assert claim_id(EIGHT.claim) not in count_repeats([FULL, EARLIER, EARLIER])


def test_each_of_the_claims_is_told_so() -> None:
    report = with_repeats(FULL, count_repeats([FULL, EARLIER]))
    told = [repeated_text(verdict) for verdict in report.verdicts]
    assert told[0] == "made 2 times since May 1, 2019, by Ann Alder, Bo Birch"
    assert told[1:] == [None, None, None]
    assert with_repeats(FULL, {}) is FULL


def test_many_speakers_are_cut_with_a_word() -> None:
    verdict = replace(BEGINNING, repeated=Repeated(9, None, tuple("abcdef")))
    assert repeated_text(verdict) == "made 9 times, by a, b, c, d and 2 more"


def test_a_comparison_with_something_else_is_another_claim() -> None:
    claim = BEGINNING.claim
    asked = [replace(claim.question, other=replace(claim.question, subject=s)) for s in "ab"]
    ids = {claim_id(replace(claim, question=question)) for question in asked}
    assert len(ids) == 2 and claim_id(claim) not in ids

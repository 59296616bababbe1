"""What looks refuted and is left alone: the value is rather one of something else."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hand_made import claim, fact, judged, value

from factcheck.checking.numbers import is_far_off
from factcheck.measures.reading import read_values

SUPPORTED, REFUTED, OPEN = "supported", "refuted", "not_enough_info"
HERE = fact("Museum in Larkham | visitors | 28,500")
THERE = fact("Museum in Norrow | visitors | 54,000")


@pytest.mark.parametrize(
    ("sentence", "verdict"),
    [
        ("The museum in Larkham had 54,000.", REFUTED),
        ("Larkham had 54,000 and Norrow 28,500.", REFUTED),
        ("Larkham had more; Norrow had 54,000.", OPEN),
        ("They had 28,500 in Norrow and 54,000 in Larkham.", REFUTED),
        ("The one had 28,500, the other, in Norrow, 54,000.", OPEN),
    ],
)
def test_the_nearer_subject_is_meant(sentence: str, verdict: str) -> None:
    made = claim("count", "54,000", sentence=sentence, quote="54,000", subject="Museum in Larkham")
    assert judged(made, [HERE], [THERE]).verdict == verdict


def test_ordinals_are_the_same_in_words_and_digits() -> None:
    tenth = fact("10th Pact | date_signed | 2019-03-08")
    ninth = fact("9th Pact | date_signed | 2014-02-02")
    for sentence, verdict in (
        ("The tenth was signed in 2014.", REFUTED),
        ("After the tenth, the ninth, signed in 2014, was cited.", OPEN),
    ):
        made = claim("signing_date", "2014", sentence=sentence, quote="2014", subject="10th Pact")
        assert judged(made, [tenth], [ninth]).verdict == verdict


def test_a_date_of_another_member_where_none_is_named() -> None:
    eleventh = fact("11th Pact | last_year | 2025")
    twelfth = fact("12th Pact | last_year | 2030")
    for sentence, verdict in (
        ("The current pact expires in 2030.", OPEN),
        ("The 11th pact expires in 2030.", REFUTED),
    ):
        made = claim("end_date", "2030", sentence=sentence, quote="2030", subject="11th Pact")
        assert judged(made, [eleventh], [twelfth]).verdict == verdict


def test_a_figure_of_another_property_of_the_same_subject() -> None:
    budget = fact("Norrow Fair | budget | 1.96 million euros")
    prizes = fact("Norrow Fair | prizes | 370,800 euros")
    made = claim("amount", "370,800 euros", subject="Norrow Fair", property="budget")
    assert judged(made, [budget], [prizes]).reason == "ambiguous"
    assert judged(made, [budget]).verdict == REFUTED


def test_a_day_of_another_event_of_the_same_subject() -> None:
    signed = fact("Norrow Pact | date_signed | 2024-11-04")
    agreed = fact("Norrow Pact | date_concluded | 2024-10-02")
    for said, verdict in (("2024-10-02", OPEN), ("2024-10", OPEN), ("2023", REFUTED)):
        made = claim("signing_date", said, subject="Norrow Pact", property="date_signed")
        assert judged(made, [signed], [agreed]).verdict == verdict


def test_a_total_is_wrong_only_for_a_year() -> None:
    part = fact("Norrow Fair | grant | 1 million euros")
    total = fact("Norrow Fair | total_grant | 5 million euros")
    for sentence, verdict in (
        ("The fair gets 5 million euros a year.", REFUTED),
        ("The fair gets 5 million euros.", OPEN),
    ):
        made = claim("amount", "5 million euros", sentence=sentence, quote="5 million euros")
        assert judged(made, [part], [total]).verdict == verdict


@pytest.mark.parametrize(
    ("tense", "then", "verdict"),
    [
        ("present", "1988-09-30", REFUTED),
        ("present", "2025-06-30", OPEN),
        (None, "1988-09-30", OPEN),
    ],
)
def test_another_time_may_be_meant(tense: str | None, then: str, verdict: str) -> None:
    now = fact("Larkham | visitors | 34,949", "2025-09-30")
    earlier = fact("Larkham | visitors | 44,738", then)
    assert judged(claim("count", "44,700", tense=tense), [now], [earlier]).verdict == verdict


def test_have_got_speaks_of_now() -> None:
    now, then = fact("L | visitors | 28,500", "2024"), fact("L | visitors | 45,300", "1988")
    for sentence, verdict in (
        ("We've got 45,000 of them.", REFUTED),
        ("We had 45,000 of them.", SUPPORTED),
    ):
        made = claim("count", "45,000", sentence=sentence, quote="45,000", tense="past")
        assert judged(made, [now], [then]).verdict == verdict


def test_a_round_figure_fits_some_time_or_other() -> None:
    now, then = fact("L | visitors | 28,500", "2024"), fact("L | visitors | 37,500", "2003")
    assert judged(claim("count", "40,000", tense="past"), [now], [then]).verdict == OPEN


@pytest.mark.parametrize(
    ("text", "said", "verdict"),
    [
        ("two weeks ago", "2021-04-06", SUPPORTED),
        ("two months later", "2021-04-20", SUPPORTED),
        ("on April 6", "2021-04-06", REFUTED),
        ("two weeks ago", "2021-05-06", REFUTED),
    ],
)
def test_weeks_and_months_ago_are_meant_loosely(text: str, said: str, verdict: str) -> None:
    made = claim("signing_date", replace(value(said), text=text), sentence=f"It was {text}.")
    assert judged(made, [fact("L | date_signed | 2021-04-08")]).verdict == verdict


@pytest.mark.parametrize(
    ("kind", "text", "said", "verdict"),
    [
        ("start_date", "2025 to 2030", "2025/2030", REFUTED),
        ("start_date", "2026-2030", "2026/2030", SUPPORTED),
        ("end_date", "from 2026 through 2029", "2026/2029", REFUTED),
        ("start_date", "between 2025 and 2030", "2025/2030", SUPPORTED),
        ("start_date", "the 2020s", "2020/2029", SUPPORTED),
        ("start_date", "until 2033", "../2033", OPEN),
        ("end_date", "since 2026", "2026/..", OPEN),
    ],
)
def test_of_a_range_the_end_that_is_meant(kind: str, text: str, said: str, verdict: str) -> None:
    read = replace(value(said), text=text)
    made = claim(kind, read, sentence=f"It runs {text}.", quote=text)
    assert judged(made, [fact("L | years | 2026/2030")]).verdict == verdict


def test_a_sum_in_its_own_currency_needs_no_rates() -> None:
    own = fact("Larkham | grant | 760 billion won", "2009")
    dollars = fact("Larkham | grant_in_dollars | 775 million dollars", "2009")
    rates = [
        fact("KRW | units_per_usd | 1,100", "2009-01"),
        fact("KRW | units_per_usd | 1,500", "2009-03"),
    ]
    made = claim("amount", "920 billion won", property="grant", time="2009")
    assert judged(made, [own, dollars], rates).verdict == REFUTED


def test_the_other_side_s_name_is_left_alone() -> None:
    ours = fact("Pact | our_negotiator | Lee Tae-woo")
    theirs = fact("Pact | their_negotiator | Linda Holt")
    made = claim(
        "party_or_actor", replace(value("1"), kind="entity", value="Linda Holt", text="Linda Holt"),
        property="our_negotiator", subject="Pact", sentence="Linda Holt led ours.",
    )  # fmt: skip
    assert judged(made, [ours, theirs]).verdict == OPEN


def test_back_to_and_not_until_are_beginnings() -> None:
    opened = fact("Larkham Bridge | date_opened | 1991")
    for sentence, negated in (
        ("The bridge dates back to 2014.", False),
        ("Not until 2014 did the bridge open.", True),
    ):
        made = claim("start_date", "2014", sentence=sentence, quote="2014", negated=negated)
        assert judged(made, [opened]).verdict == REFUTED
    ended = claim("start_date", "2014", sentence="It ran from 2000 to 2014.", quote="2014")
    assert judged(ended, [opened]).verdict == OPEN


def test_a_change_over_several_years_is_none_of_a_year() -> None:
    yearly = fact("L | increase_on_previous_year | 8.3%", "2026")
    for sentence, verdict in (
        ("From 2014 to 2026 it rose by 65%.", OPEN),
        ("Between 2025 and 2026 it rose by 65%.", REFUTED),
    ):
        made = claim("percentage", "65%", sentence=sentence, quote="65%", tense="past")
        assert judged(made, [yearly]).verdict == verdict


def test_a_figure_of_today_beside_a_year_long_past() -> None:
    then, now = fact("L | visitors | 327,000", "1953"), fact("L | visitors | 28,500", "2008/..")
    made = claim("count", "about 28,500", time="1953", on="2025-01-01", tense="present")
    assert judged(made, [then], [now]).verdict == OPEN
    assert judged(replace(made, tense="past"), [then], [now]).verdict == REFUTED


def test_a_total_over_the_years_asked_is_no_error() -> None:
    year = fact("L | support | 211 million euros", "2022/2026")
    total = fact("L | total_support | 1,055 million euros", "2022/2026")
    made = claim("amount", "1,055 million euros", time="2022/2026", tense="present")
    assert judged(made, [year], [total]).verdict == OPEN


@pytest.mark.parametrize(
    ("said", "is_so"), [("between $90 and $95", True), ("between $2 billion and $3 billion", False)]
)
def test_a_range_is_of_an_order_too(said: str, is_so: bool) -> None:
    """ "a price range of between $90 and $95" is no money raised."""
    (read,) = read_values(said)
    raised = replace(fact("Larkham Mail | money_raised | $3370000000"), unit="USD")
    assert is_far_off(read, [raised]) is is_so

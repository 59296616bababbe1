"""Figures: amounts, percentages, counts, ordinals and durations, against hand-made facts."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hand_made import claim, fact, judged, unverified, value

from factcheck.checking.judging import judge
from factcheck.records import Answer, Match

SUPPORTED, REFUTED, OPEN = "supported", "refuted", "not_enough_info"
VISITORS = "Larkham Museum | visitors | "
#: kind, claimed, the fact's value, verdict, diagnosis
CASES = [
    ("count", "28,500", "28,500", SUPPORTED, None),
    ("count", "28,000", "28,500", SUPPORTED, None),
    ("count", "30,000", "28,500", SUPPORTED, None),
    ("count", "28,600", "28,500", OPEN, "rounding"),
    ("count", "29,500", "28,500", REFUTED, None),
    ("count", "45,000", "28,500", REFUTED, None),
    ("count", "about 40,000", "28,500", REFUTED, None),
    ("count", "nearly 30,000", "28,500", SUPPORTED, None),
    ("count", "less than 20,000", "28,500", REFUTED, None),
    ("count", "more than 20,000", "28,500", SUPPORTED, None),
    ("count", "more than 30,000", "28,500", REFUTED, None),
    ("count", "more than 29,000", "28,500", OPEN, "rounding"),
    ("count", "at most 28,500", "28,500", SUPPORTED, None),
    ("count", "exactly 28,500", "28,500", SUPPORTED, None),
    ("count", "exactly 28,000", "28,500", OPEN, "rounding"),
    ("count", "20000..30000", "28,500", SUPPORTED, None),
    ("count", "30000..40000", "28,500", REFUTED, None),
    ("count", "9", "12", REFUTED, None),
    ("count", "11", "12", REFUTED, "off_by_one"),
    ("count", "12", "12", SUPPORTED, None),
    # a small figure that is exact ("32 members") has no rounded neighbours, but for a hedge
    ("count", "30", "32", SUPPORTED, None),
    ("count", "30", "exactly 32", REFUTED, None),
    ("count", "31", "exactly 32", REFUTED, "off_by_one"),
    ("count", "exactly 30", "exactly 32", REFUTED, None),
    ("count", "32", "exactly 32", SUPPORTED, None),
    ("count", "about 30", "exactly 32", SUPPORTED, None),
    ("count", "more than 30", "exactly 32", SUPPORTED, None),
    ("count", "nearly 30", "exactly 32", REFUTED, None),
    ("count", "28,000", "exactly 28,500", SUPPORTED, None),
    ("count", "28.5 million", "28,500", REFUTED, "magnitude"),
    ("percentage", "8.3%", "8.3%", SUPPORTED, None),
    ("percentage", "8%", "8.3%", SUPPORTED, None),
    ("percentage", "8.4%", "8.3%", OPEN, "rounding"),
    ("percentage", "9.3%", "8.3%", REFUTED, None),
    ("percentage", "13.9%", "8.3%", REFUTED, None),
    ("percentage", "92%", "more than 90%", OPEN, None),
    ("percentage", "90%", "more than 90%", SUPPORTED, None),
    ("percentage", "more than 80%", "more than 90%", SUPPORTED, None),
    ("percentage", "80%", "more than 90%", REFUTED, None),
    ("percentage", "45%", "about 50%", SUPPORTED, None),
    ("percentage", "25%", "20..30", OPEN, None),
    ("amount", "1.52 trillion won", "1519200000000 won", SUPPORTED, None),
    ("amount", "1.5 trillion won", "1519200000000 won", SUPPORTED, None),
    ("amount", "1.5193 trillion won", "1519200000000 won", OPEN, "rounding"),
    ("amount", "1.6192 trillion won", "1519200000000 won", REFUTED, None),
    ("amount", "1.52 billion won", "1519200000000 won", REFUTED, "magnitude"),
    ("amount", "1.52 trillion dollars", "1519200000000 won", REFUTED, "currency"),
    ("amount", "1.1 billion dollars", "1519200000000 won", OPEN, None),
    ("amount", "at least 2 trillion won", "1.1833 trillion won", REFUTED, None),
    ("amount", "$5 billion", "5 billion dollars", SUPPORTED, None),
    ("amount", "1.52 trillion", "1519200000000 won", SUPPORTED, None),
    ("amount", "1.92 trillion", "1519200000000 won", OPEN, None),
    ("ordinal", "12th", "12", SUPPORTED, None),
    ("ordinal", "12th", "12th", SUPPORTED, None),
    ("ordinal", "11th", "12th", REFUTED, "off_by_one"),
    ("ordinal", "7th", "12th", REFUTED, None),
    ("duration", "P5Y", "P5Y", SUPPORTED, None),
    ("duration", "P5Y", "P60M", SUPPORTED, None),
    ("duration", "P5Y", "P6Y", REFUTED, "off_by_one"),
    ("duration", "P5Y", "P9Y", REFUTED, None),
    ("duration", "P2Y", "P23M", SUPPORTED, None),
    ("duration", "more than P2Y", "P5Y", SUPPORTED, None),
    ("duration", "more than P2Y", "P1Y", REFUTED, None),
]


@pytest.mark.parametrize(("kind", "said", "known", "verdict", "diagnosis"), CASES)
def test_a_figure_is_judged_at_its_precision(
    kind: str, said: str, known: str, verdict: str, diagnosis: str | None
) -> None:
    found = judged(claim(kind, said), [fact(VISITORS + known)])
    assert (found.verdict, found.diagnosis) == (verdict, diagnosis), found.trace


@pytest.mark.parametrize(("kind", "said", "known", "verdict", "diagnosis"), CASES)
def test_unverified_facts_never_refute(
    kind: str, said: str, known: str, verdict: str, diagnosis: str | None
) -> None:
    found = judged(claim(kind, said), [unverified(fact(VISITORS + known))])
    assert found.verdict == (SUPPORTED if verdict == SUPPORTED else OPEN)
    if verdict == REFUTED:
        assert found.reason == "unverified_only"


@pytest.mark.parametrize(("kind", "said", "known", "verdict", "diagnosis"), CASES)
def test_a_denial_turns_the_verdict_round(
    kind: str, said: str, known: str, verdict: str, diagnosis: str | None
) -> None:
    found = judged(claim(kind, said, negated=True), [fact(VISITORS + known)])
    if verdict == REFUTED:
        assert found.verdict == SUPPORTED
    elif verdict == OPEN:
        assert found.verdict == OPEN
    else:
        assert found.verdict in (REFUTED, OPEN)
    assert found.correction is None


@pytest.mark.parametrize(
    ("said", "known", "verdict"),
    [
        ("28,500", "28,500", REFUTED),
        ("28,000", "28,500", OPEN),
        ("about 28,500", "28,500", OPEN),
        ("more than 20,000", "28,500", OPEN),
        ("28,500", "about 28,500", OPEN),
    ],
)
def test_a_denial_is_refuted_only_by_the_very_figure(said: str, known: str, verdict: str) -> None:
    assert judged(claim("count", said, negated=True), [fact(VISITORS + known)]).verdict == verdict


def test_sources_that_differ_both_support() -> None:
    facts = [fact(VISITORS + "28,500", "2008/.."), fact(VISITORS + "23,766", "2025-06-30")]
    for said in ("28,500", "23,766"):
        found = judged(claim("count", said), facts)
        assert found.verdict == SUPPORTED
        assert "Sources differ" in found.explanation
    assert judged(claim("count", "45,000"), facts).verdict == REFUTED
    assert judged(claim("count", "28,500", negated=True), facts).verdict == OPEN


def test_other_times_and_units_are_no_difference_of_sources() -> None:
    facts = [fact(VISITORS + "28,500", "2024"), fact(VISITORS + "23,766", "2005")]
    assert "differ" not in judged(claim("count", "28,500"), facts).explanation
    grants = [
        fact("L | grant | 15 million euros", "2024"),
        fact("L | grant | 16 million dollars", "2024"),
    ]
    assert "differ" not in judged(claim("amount", "15 million euros"), grants).explanation


def test_what_somebody_said_of_another_time_is_left_alone() -> None:
    now, then = fact(VISITORS + "28,500", "2024"), fact(VISITORS + "45,000", "1988")
    made = claim("count", "45,000", tense="past", stance="reported")
    assert judged(made, [now], [then]).verdict == OPEN
    assert judged(replace(made, stance="asserted"), [now], [then]).verdict == SUPPORTED


def test_an_unverified_fact_supports_where_a_verified_one_differs() -> None:
    facts = [fact(VISITORS + "28,500"), unverified(fact(VISITORS + "23,766"))]
    assert judged(claim("count", "23,766"), facts).verdict == SUPPORTED


def test_an_answer_of_unverified_facts_only_may_support() -> None:
    known = unverified(fact("Larkham | figure | 28,500", "2023"))
    for said, verdict in (("28,500", SUPPORTED), ("45,000", OPEN)):
        made = claim("count", said, time="2023")
        found = judge(Match(made, Answer((), (known,), "unverified_only")))
        assert found.verdict == verdict
        assert verdict == SUPPORTED or found.reason == "unverified_only"
    other = claim("count", "28,500", time="2019")
    assert judge(Match(other, Answer((), (known,), "unverified_only"))).verdict == OPEN


def test_the_standing_figure_is_cited_first() -> None:
    facts = [fact(VISITORS + "23,766", "2025-06-30"), fact(VISITORS + "28,500", "2008/..")]
    assert judged(claim("count", "45,000"), facts).correction == "28,500"


def test_a_figure_of_another_subject_in_the_sentence_is_left_alone() -> None:
    here, there = fact("Larkham | visitors | 28,500"), fact("Norrow Museum | visitors | 54,000")
    sentence = "Larkham had many, the Norrow museum 54,000."
    made = claim("count", "54,000", sentence=sentence, quote="54,000")
    assert judged(made, [here], [there]).reason == "ambiguous"
    alone = claim("count", "54,000", sentence="Larkham had 54,000.", quote="54,000")
    assert judged(alone, [here], [there]).diagnosis == "swapped_parties"


def test_about_a_round_figure_is_wide() -> None:
    assert judged(claim("count", "about 54,000"), [fact(VISITORS + "53,246")]).verdict == SUPPORTED
    assert judged(claim("count", "about 53,900"), [fact(VISITORS + "53,246")]).verdict == REFUTED


def test_a_deprecated_fact_says_nothing() -> None:
    facts = [fact(VISITORS + "45,000", rank="deprecated"), fact(VISITORS + "28,500")]
    assert judged(claim("count", "45,000"), facts).verdict == REFUTED


def test_a_figure_of_another_order_is_of_something_else() -> None:
    few = [fact(VISITORS + "28,500")]
    assert judged(claim("count", "45"), few).reason == "ambiguous"
    assert judged(claim("count", "920 billion"), few).reason == "ambiguous"
    assert judged(claim("count", "920 billion", negated=True), few).verdict == OPEN
    assert judged(claim("count", "less than 200"), few).verdict == REFUTED
    assert judged(claim("percentage", "79.4%"), [fact("L | share | 2.8%")]).verdict == OPEN
    assert judged(claim("percentage", "28%"), [fact("L | share | 2.8%")]).diagnosis == "magnitude"


def test_no_fewer_than_is_a_hedge() -> None:
    sentence = "There are no fewer than 20 halls."
    made = claim("count", "at least 20", sentence=sentence, quote="20", negated=True)
    assert judged(made, [fact("L | halls | 12")]).verdict == REFUTED
    assert judged(made, [fact("L | halls | 24")]).verdict == SUPPORTED


def test_a_limit_is_no_hedge() -> None:
    made = claim("count", "at least 45,000", property="personnel_floor")
    assert judged(made, [fact("Larkham | personnel_floor | 76,000")]).verdict == REFUTED
    other = claim("count", "at least 45,000", property="personnel")
    assert judged(other, [fact("Larkham | personnel | 76,000")]).verdict == SUPPORTED


def test_words_that_say_too_little_never_refute() -> None:
    assert judged(claim("ordinal", "1st"), [fact("L | ordinal | 12th")]).verdict == OPEN
    year = replace(value("P1Y"), text="a year")
    assert judged(claim("duration", year), [fact("L | duration | P6Y")]).verdict == OPEN
    assert judged(claim("count", "0.667"), [fact("L | visitors | 12")]).verdict == OPEN


def test_the_figure_that_was_meant_is_cited_first() -> None:
    facts = [fact(VISITORS + "61,684"), fact(VISITORS + "54,288")]
    assert judged(claim("count", "24,288"), facts).correction == "54,288"
    assert judged(claim("count", "24,999"), facts).correction == "61,684"


def test_per_cent_is_not_percentage_points() -> None:
    rise = fact("Larkham Bank | rise | 2%")
    assert rise.reading is not None
    points = replace(rise, reading=replace(rise.reading, unit="percentage point"))
    found = judged(claim("percentage", "3%"), [points])
    assert (found.verdict, found.reason) == (OPEN, "ambiguous")

"""Diagnoses, exchange rates, past tense, silence, and what is printed."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hand_made import claim, fact, judged, unverified, value, word

from factcheck.records import Fact

SUPPORTED, REFUTED, OPEN = "supported", "refuted", "not_enough_info"


def grant(amount: str, year: str, **more: object) -> Fact:
    return fact(f"Larkham Theatre | grant | {amount}", year, label="the city's grant", **more)


THIS, LAST = grant("8.3%", "2026"), grant("13.9%", "2021")


@pytest.mark.parametrize(
    ("kind", "said", "time", "facts", "related", "diagnosis", "named"),
    [
        ("percentage", "13.9%", "2026", [THIS], [LAST], "other_period", "2021"),
        ("percentage", "13.9%", None, [THIS], [LAST], "stale", "2021"),
        ("percentage", "8.3%", None, [LAST], [THIS], "other_period", "2026"),
        ("amount", "1.52 billion won", "2026", [grant("1519200000000 won", "2026")], [],
         "magnitude", "1,000 times too little"),
        ("amount", "1.52 trillion dollars", "2026", [grant("1519200000000 won", "2026")], [],
         "currency", "won"),
        ("amount", "1.52 trillion dollars", "2026", [grant("1.13 billion dollars", "2026")],
         [grant("1519200000000 won", "2026")], "currency", "won"),
        ("amount", "5 million euros", "2025", [grant("1 million euros", "2025")],
         [replace(grant("5 million euros", "2021/2025"), property="total_grant")],
         "annual_vs_total", "total"),
        ("amount", "7 million euros", "2023", [grant("4 million euros", "2023")],
         [grant("1 million euros", "2021"), grant("2 million euros", "2022")],
         "annual_vs_total", "2021 to 2023"),
        ("count", "54,000", None, [fact("Larkham | visitors | 28,500")],
         [fact("Norrow | visitors | 54,000")], "swapped_parties", "Norrow"),
        ("count", "2,850", None, [fact("Larkham | visitors | 28,500")], [],
         "magnitude", "10 times too little"),
        ("count", "13", None, [fact("Larkham | halls | 12")], [], "off_by_one", "12"),
        ("ordinal", "11th", None, [fact("Larkham | ordinal | 12th")], [], "off_by_one", "12th"),
    ],
)  # fmt: skip
def test_where_a_wrong_figure_belongs(
    kind: str, said: str, time: str | None, facts: list[Fact], related: list[Fact],
    diagnosis: str, named: str,
) -> None:  # fmt: skip
    made = claim(kind, said, time=time, tense="present", sentence=f"It is {said} a year.")
    found = judged(made, facts, related)
    assert (found.verdict, found.diagnosis) == (REFUTED, diagnosis)
    assert named in found.explanation


def test_the_sum_of_other_years_explains_nothing() -> None:
    made = claim("amount", "3 million euros", time="2023", tense="present")
    facts = [grant("4 million euros", "2023")]
    others = [grant("1 million euros", "2021"), grant("2 million euros", "2022")]
    found = judged(made, facts, others)
    assert (found.verdict, found.diagnosis) == (REFUTED, None)


CORRECTIONS = [
    ("percentage", "13.9%", "13.9%", "8.3%", "8.3%"),
    ("percentage", "13.9%", "13.9 percent", "8.3%", "8.3 percent"),
    ("percentage", "13.9%", "13.9 per cent", "8.29581%", "8.3 per cent"),
    ("count", "45,000", "45,000", "28,500", "28,500"),
    ("count", "9", "nine", "12", "twelve"),
    ("count", "9", "Nine", "12", "Twelve"),
    ("ordinal", "11th", "eleventh", "12th", "twelfth"),
    ("ordinal", "11th", "11th", "12th", "12th"),
    ("ordinal", "19th", "nineteenth", "21st", "twenty-first"),
    ("amount", "1.52 billion won", "1.52 billion won", "1519200000000 won", "1.52 trillion won"),
    ("amount", "1.52 trillion dollars", "1.52 trillion dollars", "1519200000000 won",
     "1.52 trillion won"),
    ("amount", "$1.52 trillion", "$1.52 trillion", "1519200000000 won", "1.52 trillion won"),
    ("amount", "2 trillion won", "2 trillion won", "1183300000000 won", "1.1833 trillion won"),
    ("amount", "$5 billion", "$5 billion", "1.13 billion dollars", "$1.13 billion"),
    ("amount", "5 billion dollars", "five billion dollars", "1.13 billion dollars",
     "1.13 billion dollars"),
    ("amount", "$12", "$12", "21 dollars", "$21"),
    ("amount", "250 billion won", "250 billion won", "1519200000000 won", "1.5192 trillion won"),
    ("amount", "2500 billion won", "2,500 billion won", "1519200000000 won", "1,519.2 billion won"),
    ("duration", "P5Y", "five-year", "P6Y", "six-year"),
    ("duration", "P5Y", "five years", "P6Y", "six years"),
    ("duration", "P5Y", "5 years", "P9Y", "9 years"),
    ("duration", "P5Y", "five", "P6Y", "six"),
    ("duration", "P5Y", "five years", "P18M", "eighteen months"),
    ("duration", "P3Y", "Three years", "P1Y", "One year"),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "said", "text", "known", "right"), CORRECTIONS)
def test_a_figure_is_corrected_in_the_form_of_the_wrong_one(
    kind: str, said: str, text: str, known: str, right: str
) -> None:
    sentence = f"In truth {text} it was."
    made = claim(kind, replace(value(said), text=text), sentence=sentence, quote=text)
    found = judged(made, [fact(f"Larkham | figure | {known}")])
    assert found.verdict == REFUTED
    assert found.correction == right
    assert found.corrected_sentence == f"In truth {right} it was."


@pytest.mark.parametrize("text", CORRECTIONS)
def test_a_corrected_figure_is_no_longer_refuted(text: tuple[str, ...]) -> None:
    kind, said, _, known, _ = text
    first = judged(claim(kind, said), [fact(f"Larkham | figure | {known}")])
    again = claim(kind, replace(value(known), hedge=None))
    assert first.verdict == REFUTED
    assert judged(again, [fact(f"Larkham | figure | {known}")]).verdict == SUPPORTED


@pytest.mark.parametrize(
    ("sentence", "known", "verdict"),
    [
        ("The grant rose by 5.8% in 2022.", "5.8%", SUPPORTED),
        ("The grant fell by 5.8% in 2022.", "-5.8%", SUPPORTED),
        ("The grant fell by 5.8% in 2022.", "5.8%", REFUTED),
        ("The grant rose by 5.8% in 2022.", "-5.8%", REFUTED),
        ("It was 5.8% less than before.", "5.8%", REFUTED),
        ("The grant, whose fall was feared, was put at 5.8%.", "5.8%", OPEN),
        ("When costs fell, the grant moved by about 5.8%.", "5.8%", OPEN),
        ("It was a 5.8% cut.", "-5.8%", SUPPORTED),
        ("The grant rose by 5.8% in 2022.", "-15.4%", REFUTED),
        ("The grant fell by 5.8% in 2022.", "15.4%", REFUTED),
        ("The grant fell by 5.8% in 2022.", "-15.4%", REFUTED),
    ],
)
def test_a_change_has_a_direction(sentence: str, known: str, verdict: str) -> None:
    made = claim("percentage", "5.8%", sentence=sentence, quote="5.8%")
    assert judged(made, [fact(f"L | increase_on_previous_year | {known}")]).verdict == verdict


def test_a_figure_of_the_same_currency_is_cited_first() -> None:
    facts = [grant("1519200000000 won", "2026"), grant("1.13 billion dollars", "2026")]
    found = judged(claim("amount", "$10 billion"), facts)
    assert (found.verdict, found.correction) == (REFUTED, "$1.13 billion")
    other = judged(claim("amount", "1.52 trillion dollars"), facts)
    assert (other.diagnosis, other.correction) == ("currency", "1.52 trillion won")


def test_a_hedge_goes_with_the_figure() -> None:
    read = value("less than 20,000")
    made = claim("count", read, sentence="Fewer than 20,000 people came.", quote="20,000")
    found = judged(made, [fact("Larkham | visitors | 28,500")])
    assert found.correction == "28,500"
    assert found.corrected_sentence == "28,500 people came."


def rate(month: str, units: str, currency: str = "KRW") -> Fact:
    return fact(f"{currency} | units_per_usd | {units}", month)


RATES = [rate("2025-01", "1,450"), rate("2025-06", "1,370"), rate("2025-12", "1,470")]


@pytest.mark.parametrize(
    ("said", "verdict"),
    [
        ("$1 billion", SUPPORTED),
        ("0.98 billion dollars", SUPPORTED),
        ("more than $0.9 billion", SUPPORTED),
        ("more than $1 billion", OPEN),
        ("$1.05 billion", OPEN),
        ("$2 billion", REFUTED),
        ("$0.5 billion", REFUTED),
        ("1.4028 trillion dollars", REFUTED),
    ],
)
def test_money_through_the_rates_of_the_year(said: str, verdict: str) -> None:
    facts = [grant("1402800000000 won", "2025")]
    found = judged(claim("amount", said, on="2025-03-01"), facts, RATES)
    assert found.verdict == verdict, found.trace
    if said.startswith("1.4028"):
        assert found.diagnosis == "currency"


def test_without_rates_of_that_year_money_is_left_alone() -> None:
    facts = [grant("1402800000000 won", "2019")]
    assert judged(claim("amount", "$2 billion"), facts, RATES).verdict == OPEN


def test_any_dollar_fits_the_sign() -> None:
    facts = [fact("Larkham | grant | 5 million", unit="AUD")]
    reading = replace(facts[0].reading, unit="AUD", kind="amount")  # type: ignore[type-var]
    assert judged(claim("amount", "$5 million"), [replace(facts[0], reading=reading)]).verdict == (
        SUPPORTED
    )


def test_equal_euros_and_dollars_need_a_rate() -> None:
    facts = [grant("5.2 million euros", "2025")]
    assert judged(claim("amount", "$5.2 million"), facts).verdict == OPEN


def test_past_tense_without_a_date_is_any_time_before() -> None:
    now, then = (
        fact("Larkham | visitors | 28,500", "2024"),
        fact("Larkham | visitors | 45,000", "1988"),
    )
    later = fact("Larkham | visitors | 90,000", "2030")
    for said, verdict in (("45,000", SUPPORTED), ("60,000", REFUTED), ("90,000", OPEN)):
        made = claim("count", said, tense="past", on="2025-01-01")
        assert judged(made, [now], [then, later]).verdict == verdict
    assert judged(claim("count", "45,000", tense="present"), [now], [then]).diagnosis == "stale"


def test_silence_has_a_reason() -> None:
    assert judged(claim("count", "5"), []).reason == "time_not_covered"
    nothing = replace(value("2024"), value=None, note="no_date")
    assert (
        judged(claim("start_date", nothing), [fact("L | date_opened | 1991")]).reason == "no_date"
    )
    other = judged(claim("count", "5"), [fact("L | visitors | many")])
    assert (other.verdict, other.reason) == (OPEN, "ambiguous")
    assert other.explanation


def test_the_explanation_can_be_printed() -> None:
    found = judged(claim("percentage", "13.9%", time="2026"), [THIS], [LAST])
    assert found.explanation == (
        "The city's grant in 2026 is 8.3% (Larkham City Council). 13.9% was the figure in 2021."
    )
    assert found.facts[0].text == ("The city's grant in 2026 is 8.3% (Larkham City Council).")
    assert [f.id for f in found.facts] == [THIS.id, LAST.id]


def test_the_trace_says_what_was_asked_and_compared() -> None:
    found = judged(claim("count", "45,000", trace=("read",)), [fact("L | visitors | 28,500")])
    assert found.trace[0] == "read"
    assert any("44500..45500 against 28500: differs" in line for line in found.trace)


def test_unverified_facts_are_no_ground_for_a_currency_error() -> None:
    facts = [unverified(grant("1519200000000 won", "2026"))]
    assert judged(claim("amount", "1.52 trillion dollars"), facts).verdict == OPEN


def test_a_verdict_carries_the_arithmetic() -> None:
    made = fact("Pact | | 12", arithmetic="12 members by 2024", made_from=("a", "b"))
    found = judged(claim("count", "9", aggregate="count"), [made])
    assert found.arithmetic == "12 members by 2024"
    assert word("status", "never").value == "never"


@pytest.mark.parametrize(
    ("sentence", "known", "corrected"),
    [
        ("The grant was cut by 5.8% in 2022.", "5.8%", "The grant was raised by 5.8% in 2022."),
        ("It was a cut of 5.8%.", "5.8%", "It was an increase of 5.8%."),
        ("It was an increase of 5.8%.", "-5.8%", "It was a decrease of 5.8%."),
        ("It was 5.8% less.", "5.8%", "It was 5.8% more."),
        ("The grant rose 5.8%.", "-5.8%", "The grant fell 5.8%."),
    ],
)
def test_a_wrong_direction_is_turned_round(sentence: str, known: str, corrected: str) -> None:
    made = claim("percentage", "5.8%", sentence=sentence, quote="5.8%")
    found = judged(made, [fact(f"L | increase_on_previous_year | {known}")])
    assert (found.diagnosis, found.corrected_sentence) == ("direction", corrected)

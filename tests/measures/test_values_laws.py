"""Laws of the value reader: what holds for every text, every digit, every spelling."""

from __future__ import annotations

import datetime
import time
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from factcheck.measures.reading import read_values

DATE = datetime.date(2025, 4, 8)
SENTENCES = (
    "Seoul will pay 1.5192 trillion won in 2026, up 8.3% from 2025, for 28,500 troops.",
    "It paid $4.7 billion over 12 years, and about 54,321 people were hired.",
    "The 16th agreement of November 2024 rose by 13.9 percent to KRW 1,183.3 billion.",
    "Some 45 to 56 percent of the 730 firms spent €250m since 1987.",
    "He was there for 37 months and won 41 seats.",
)
PIECES = [
    "one", "two", "twenty", "hundred", "thousand", "million", "and", "a", "half", "third", "the",
    "1", "2019", "1,000", ".5", "-", "to", "from", "between", "%", "percent", "$", "won", "May",
    "march", "years", "ago", "last", "year", "of", "in", "since", "Q3", "FY", "'90s", "..", "/",
    "P5Y", "½", "Monday", "\u2013", "\n", "\n\n", "\u00a0", "İ", "ﬁ", "10", "13", "999", "century",
    "early", "end of", "more than", "or so", "+", "(", ")", "[", "]", ",", ".", "no", "minus",
]  # fmt: skip
SMALL = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]


def spans(text: str) -> list[tuple[int, int, str]]:
    return [(value.start, value.end, value.kind) for value in read_values(text, DATE)]


def digit_places() -> list[tuple[str, int]]:
    return [(s, i) for s in SENTENCES for i, letter in enumerate(s) if letter.isdigit()]


@pytest.mark.parametrize(("sentence", "place"), digit_places())
@pytest.mark.parametrize("digit", "0123456789")
def test_changing_a_digit_keeps_span_and_kind(sentence: str, place: int, digit: str) -> None:
    """Exceptions: a number that begins with 0, a year that is no year, an ordinal whose
    ending does not fit ("12st"), a range that runs backwards."""
    leads = not sentence[place - 1].isdigit() and sentence[place - 1] not in ".,"
    if digit == "0" and leads:
        return
    changed = sentence[:place] + digit + sentence[place + 1 :]
    before = [v for v in read_values(sentence, DATE) if v.start <= place < v.end]
    kind = before[0].kind
    if (
        kind in ("date", "period")
        and not 1400 <= year_in(changed[before[0].start : before[0].end]) <= 2199
    ):
        return
    if (
        kind == "ordinal"
        and changed[place + 1 : place + 3] == "th"
        and digit in "123"
        and sentence[place - 1] != "1"
    ):
        return
    if (
        kind == "ordinal"
        and place == before[0].start
        and digit != "1"
        and int(sentence[place + 1]) in (1, 2, 3)
    ):
        return
    if kind == "range" and int(changed[5:7]) >= int(changed[11:13]):
        return
    assert spans(changed) == spans(sentence), changed


def year_in(text: str) -> int:
    return int("".join(letter for letter in text if letter.isdigit())[-4:])


def spelled(number: int, joiner: str = " and ") -> str:
    """Slow and obvious: the number in words, as news writes it."""
    for scale, name in (
        (10**12, "trillion"),
        (10**9, "billion"),
        (10**6, "million"),
        (1000, "thousand"),
    ):
        if number >= scale:
            rest = number % scale
            glue = joiner if 0 < rest < 100 else " "
            return f"{spelled(number // scale, joiner)} {name}" + (
                glue + spelled(rest, joiner) if rest else ""
            )
    if number >= 100:
        rest = number % 100
        return f"{SMALL[number // 100]} hundred" + (joiner + spelled(rest) if rest else "")
    if number < 20:
        return SMALL[number]
    return TENS[number // 10 - 2] + (f"-{SMALL[number % 10]}" if number % 10 else "")


@given(st.integers(0, 10**15 - 1), st.sampled_from([" and ", " "]))
@example(1, " and ")
@example(1_000_001, " and ")
@example(2024, " ")
def test_any_number_in_words_is_itself(number: int, joiner: str) -> None:
    values = read_values(f"They counted {spelled(number, joiner)} votes.")
    assert [value.value for value in values] == [Decimal(number)]


@given(st.integers(0, 10**15))
def test_any_number_in_digits_is_itself(number: int) -> None:
    values = read_values(f"They counted {number:,} votes.")
    assert [value.value for value in values] == [Decimal(number)]


@given(st.sampled_from(SENTENCES), st.sampled_from("\u00a0\u2009\u202f\n"))
def test_spaces_change_nothing(sentence: str, space: str) -> None:
    assert spans(sentence.replace(" ", space)) == spans(sentence)


DASHED = (
    "a five-year deal, 20-30 percent, mid-2019, 2014-18, two-thirds of it, -0.5, twenty-first",
    "'the 90s' and '80s, \"28,500\" troops, the people's 12 agreements",
)


@pytest.mark.parametrize("sentence", DASHED)
@pytest.mark.parametrize("dash", "\u2010\u2011\u2012\u2013\u2014\u2212")
def test_dashes_and_quotes_change_nothing(sentence: str, dash: str) -> None:
    assert spans(sentence.replace("-", dash)) == spans(sentence)
    assert spans(sentence.replace("'", "\u2019")) == spans(sentence)
    assert spans(sentence.replace('"', "\u201d")) == spans(sentence)


@pytest.mark.parametrize("sentence", [*SENTENCES, *DASHED])
def test_case_changes_nothing(sentence: str) -> None:
    """But for words that live by it: a month alone, a currency code, a name."""
    assert spans(sentence.upper()) == spans(sentence)
    if "KRW" not in sentence:
        assert spans(sentence.lower()) == spans(sentence)


@settings(max_examples=300)
@given(
    st.one_of(
        st.text(),
        st.lists(st.sampled_from(PIECES), max_size=30).map(" ".join),
        st.lists(st.sampled_from(PIECES), max_size=30).map("".join),
    ),
    st.one_of(st.none(), st.dates()),
)
def test_nothing_crashes_and_offsets_are_exact(text: str, date: datetime.date | None) -> None:
    values = read_values(text, date)
    for value in values:
        assert text[value.start : value.end] == value.text
        assert value.text == value.text.strip()
        assert value.value is not None or value.note in ("no_date", "ambiguous")
    for one, two in pairwise(values):
        assert one.end <= two.start


@settings(max_examples=100)
@given(st.lists(st.sampled_from(PIECES), max_size=20).map(" ".join), st.sampled_from(PIECES))
def test_a_blank_line_is_a_wall(text: str, piece: str) -> None:
    assume("\n" not in text + piece)
    apart = spans(f"{text}\n\n{piece}")
    assert [span for span in apart if span[0] < len(text) < span[1]] == []


HOSTILE = ("1", "and ", ",", "1,", "1 ", "one ", "hundred and ", "half a ", "in 2019 ", "1-", "1..",
           "$", "-", "a ", "\n", "last ", "[1", "of ", "from 5 to ")  # fmt: skip


@pytest.mark.parametrize("piece", HOSTILE)
def test_time_is_linear(piece: str) -> None:
    """Four times the text takes about four times as long, not sixteen."""

    def seconds(length: int) -> float:
        text = piece * (length // len(piece))
        begin = time.process_time()
        read_values(text, DATE)
        return time.process_time() - begin

    seconds(1_000)
    short, long = max(seconds(20_000), 0.002), seconds(80_000)
    assert long < short * 10


@pytest.mark.parametrize("piece", ["7", "and ", ","])
def test_ten_million_characters(piece: str) -> None:
    begin = time.process_time()
    assert read_values(piece * (10_000_000 // len(piece))) == []
    assert time.process_time() - begin < 20


def test_a_run_of_digits_longer_than_any_number_is_none() -> None:
    assert read_values("The key is " + "9" * 26 + ".") == []

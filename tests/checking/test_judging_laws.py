"""Laws of judging: what must hold whatever the figures are."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from random import Random

from hand_made import claim, fact, judged, value, word
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.checking.judging import explain, list_kinds
from factcheck.records import KINDS, Fact

FIGURES = st.integers(min_value=1, max_value=10**7)
SAID = FIGURES.map(lambda n: f"{n:,}")
FACTS = st.lists(SAID, min_size=1, max_size=4, unique=True)
FEW = settings(max_examples=60, deadline=None)


def visitors(figures: list[str], subject: str = "Larkham") -> list[Fact]:
    return [fact(f"{subject} | visitors | {figure}") for figure in figures]


@FEW
@given(said=SAID, known=FACTS, order=st.randoms(use_true_random=False))
def test_the_order_of_facts_does_not_change_the_verdict(
    said: str, known: list[str], order: Random
) -> None:
    facts = visitors(known)
    mixed = list(facts)
    order.shuffle(mixed)
    for negated in (False, True):
        made = claim("count", said, negated=negated)
        one, other = judged(made, facts), judged(made, mixed)
        assert (one.verdict, one.reason) == (other.verdict, other.reason)


@FEW
@given(
    figure=st.integers(min_value=20, max_value=10**7),
    place=st.integers(0, 6),
    step=st.integers(1, 8),
)
def test_a_changed_digit_is_no_longer_supported(figure: int, place: int, step: int) -> None:
    digits = list(str(figure))
    place %= len(digits)
    digits[place] = str((int(digits[place]) + step) % 10 or 1)
    changed = int("".join(digits))
    if changed == figure or str(figure).endswith("0"):
        return
    exact = replace(value(f"{changed:,}"), low=Decimal(changed), high=Decimal(changed))
    found = judged(claim("count", exact, sentence=f"{changed:,}"), visitors([f"{figure:,}"]))
    assert found.verdict in ("refuted", "not_enough_info")
    assert found.verdict == "refuted" or found.diagnosis == "rounding"


@FEW
@given(said=SAID, known=FACTS)
def test_negation_turns_round_and_never_refutes_both(said: str, known: list[str]) -> None:
    facts = visitors(known)
    plain = judged(claim("count", said), facts).verdict
    denied = judged(claim("count", said, negated=True), facts).verdict
    if plain == "refuted":
        assert denied == "supported"
    else:
        assert denied != "supported"
    assert {plain, denied} != {"refuted"}


@FEW
@given(ours=SAID, theirs=SAID, said=SAID)
def test_swapping_the_parties_swaps_the_verdicts(ours: str, theirs: str, said: str) -> None:
    here, there = visitors([ours], "Larkham"), visitors([theirs], "Norrow")
    swapped_here, swapped_there = visitors([ours], "Norrow"), visitors([theirs], "Larkham")
    one = judged(claim("count", said, subject="Larkham"), here, there)
    other = judged(claim("count", said, subject="Norrow"), swapped_here, swapped_there)
    assert (one.verdict, one.diagnosis, one.correction) == (
        other.verdict, other.diagnosis, other.correction,
    )  # fmt: skip


@FEW
@given(said=SAID, known=FACTS)
def test_a_fact_more_never_turns_support_into_refutation(said: str, known: list[str]) -> None:
    facts = visitors(known)
    for number in range(1, len(facts)):
        if judged(claim("count", said), facts[:number]).verdict == "supported":
            assert judged(claim("count", said), facts).verdict == "supported"


@FEW
@given(said=SAID, known=SAID)
def test_unverified_facts_never_refute(said: str, known: str) -> None:
    facts = [replace(one, confidence="unverified") for one in visitors([known])]
    assert judged(claim("count", said), facts).verdict != "refuted"
    assert judged(claim("count", said, negated=True), facts).verdict != "refuted"


@FEW
@given(said=SAID, known=SAID)
def test_a_correction_checks_clean(said: str, known: str) -> None:
    sentence = f"Some {said} people came."
    found = judged(claim("count", said, sentence=sentence), visitors([known]))
    if found.correction is not None:
        assert found.verdict == "refuted"
        again = claim("count", value(found.correction), sentence=found.corrected_sentence)
        assert judged(again, visitors([known])).verdict == "supported"


def test_every_kind_is_there_with_a_docstring_of_the_right_shape() -> None:
    assert list_kinds() == tuple(sorted(KINDS))
    for kind in list_kinds():
        lines = explain(kind).splitlines()
        assert lines[0].endswith(".")
        parts = [
            line for line in lines if line in ("Given", "Flagged", "Left alone", "Not yet seen")
        ]
        assert parts == ["Given", "Flagged", "Left alone", "Not yet seen"], kind


SAYINGS = ["28,500", "8.3%", "12th", "1.52 trillion won", "$5 billion", "1991-05", "P5Y", "20..30"]
SAYINGS += ["1990/1999", "1991/..", "about 0.5", "more than 3", "0"]
WORDS = ["ended", "never", "exists", "every year", "once", "rise", "largest", "A|B", ""]


def test_no_kind_fails_on_any_value_and_fact() -> None:
    known = [*SAYINGS, "in force", "every year", "Ada Holt"]
    facts = [
        fact(f"Larkham | figure | {text}", valid) for text in known for valid in (None, "2024")
    ]
    values = [value(text) for text in SAYINGS]
    values += [word(kind, text) for kind in ("entity", "status", "comparison") for text in WORDS]
    values += [word("comparison", Decimal(2), "times"), replace(value("1991"), value="FY1991")]
    for kind in KINDS:
        for read in values:
            for negated in (False, True):
                made = claim(kind, read, negated=negated, sentence=f"It was {read.text} then.")
                for aggregate in (None, "change", "holder"):
                    asked = replace(made.question, aggregate=aggregate)
                    found = judged(replace(made, question=asked), facts[:9], facts[9:])
                    assert found.verdict in ("supported", "refuted", "not_enough_info")
                    assert found.explanation
                for one in facts:
                    found = judged(made, [one], facts)
                    if found.correction is not None:
                        assert found.verdict == "refuted" and found.corrected_sentence

"""Claims without a figure: who, which status, how often, more or less."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hand_made import claim, fact, judged, term, unverified, word

from factcheck.measures.values import Value
from factcheck.records import Claim, Fact

SUPPORTED, REFUTED, OPEN = "supported", "refuted", "not_enough_info"

HOLT = term("Ada Holt", "Mayor of Larkham", "2017-01-20/2021-01-20")
BRANT = term("Joel Brant", "Mayor of Larkham", "2021-01-20/2025-01-20")
BRANT_DEPUTY = term("Joel Brant", "Deputy Mayor of Larkham", "2013-01-20/2021-01-20")
HEAD = term("Ruth Lang", "Head of Norrow", "2019-05-01/2022-05-01")


def actor(name: str, *terms: Fact, quote: str = "", sentence: str = "", **more: object) -> Claim:
    quote = quote or name
    return claim(
        "party_or_actor", word("entity", name), quote=quote, value_facts=terms,
        sentence=sentence or f"It was signed under {quote}.", aggregate="holder", **more,
    )  # fmt: skip


def test_who_was_in_office() -> None:
    assert judged(actor("Ada Holt", HOLT), [HOLT, HEAD]).verdict == SUPPORTED
    found = judged(actor("Joel Brant", BRANT), [HOLT, HEAD])
    assert (found.verdict, found.diagnosis) == (REFUTED, "wrong_term")
    assert found.correction == "Ada Holt"
    assert "Joel Brant was Mayor of Larkham from January 20, 2021" in found.explanation


def test_the_event_is_told_with_its_date() -> None:
    signed = fact("Harbour Pact | date_signed | 2019-03-08")
    made = actor("Joel Brant", BRANT, subject="Harbour Pact", property="date_signed")
    found = judged(made, [HOLT], [signed])
    assert found.explanation.startswith("Harbour Pact was signed on March 8, 2019 (Larkham City")
    assert "Ada Holt was Mayor of Larkham" in found.explanation
    assert signed.id in [cited.id for cited in found.facts]


def test_offices_are_not_mixed() -> None:
    assert judged(actor("Ruth Lang", HEAD), [HOLT]).verdict == OPEN
    assert judged(actor("Nobody Known"), [HOLT]).verdict == OPEN


def test_another_office_meanwhile_is_left_alone() -> None:
    assert judged(actor("Joel Brant", BRANT_DEPUTY, BRANT), [HOLT]).verdict == OPEN


def test_another_role_is_left_alone() -> None:
    sentence = "As deputy mayor I watched my own administration sign it."
    made = actor("Joel Brant", BRANT, quote="my own administration", sentence=sentence)
    assert judged(made, [HOLT]).verdict == OPEN


def test_one_of_two_names_is_enough() -> None:
    assert judged(actor("Joel Brant|Ada Holt", BRANT, HOLT), [HOLT]).verdict == SUPPORTED


def test_a_denied_actor() -> None:
    denied = actor("Joel Brant", BRANT, negated=True)
    assert judged(denied, [HOLT]).verdict == SUPPORTED
    assert judged(actor("Ada Holt", HOLT, negated=True), [HOLT]).verdict == REFUTED
    assert judged(actor("Ada Holt|B", HOLT, negated=True), [HOLT]).verdict == OPEN


@pytest.mark.parametrize(
    ("quote", "right"),
    [
        ("Brant", "Holt"),
        ("Joel Brant", "Ada Holt"),
        ("the Brant administration", "the Holt administration"),
        ("under Brant", "under Holt"),
        ("my administration", "the Ada Holt administration"),
        ("during my first term", "during Ada Holt's term"),
        ("under me", "under Ada Holt"),
    ],
)
def test_a_name_is_corrected_in_the_form_of_the_wrong_one(quote: str, right: str) -> None:
    sentence = f"The deal was signed {quote}."
    found = judged(actor("Joel Brant", BRANT, quote=quote, sentence=sentence), [HOLT])
    assert found.correction == right
    assert found.corrected_sentence == f"The deal was signed {right}."


def test_family_names_that_stand_first() -> None:
    park = term("Park Geun-hye", "President", "2013-02-25/2017-03-10")
    moon = term("Moon Jae-in", "President", "2017-05-10/2022-05-09")
    made = actor("Park Geun-hye", park, quote="the Park administration")
    assert judged(made, [moon]).correction == "the Moon administration"


def test_names_that_are_values() -> None:
    coach = fact("Larkham FC | head_coach | Maria Lindqvist")
    sister = fact("Norrow FC | head_coach | Tomas Weir")
    made = claim("party_or_actor", word("entity", "Tomas Weir"), sentence="Tomas Weir is coach.")
    found = judged(made, [coach], [sister])
    assert (found.verdict, found.diagnosis) == (REFUTED, "swapped_parties")
    assert found.correction == "Maria Lindqvist"
    assert "Norrow FC" in found.explanation
    assert judged(made, [unverified(coach)]).reason == "unverified_only"
    good = claim("party_or_actor", word("entity", "maria lindqvist"))
    assert judged(good, [coach]).verdict == SUPPORTED


def lasting(text: str, valid: str) -> Fact:
    return fact(f"Ferry Contract | status | {text}", valid)


def status(said: str, quote: str, sentence: str, **more: object) -> Claim:
    aggregate = "in_force" if said in ("ended", "in force") else "first"
    return claim(
        "status", word("status", said), quote=quote, sentence=sentence, aggregate=aggregate, **more
    )


ENDED = ("ended", "terminated the contract", "Holt terminated the contract.")
RUNNING = [lasting("in force", "2017-01-20/2021-01-20")]
OVER = [lasting("ended", "2017-01-20/2021-01-20")]
GRANT = [fact("Festival | grant | 40,000 euros", "2019")]


@pytest.mark.parametrize(
    ("made", "facts", "verdict", "right"),
    [
        (status(*ENDED), RUNNING, REFUTED, "kept the contract"),
        (status(*ENDED), OVER, SUPPORTED, None),
        (status(*ENDED), RUNNING + OVER, OPEN, None),
        (status(*ENDED, negated=True), RUNNING, SUPPORTED, None),
        (status(*ENDED, negated=True), OVER, REFUTED, None),
        (
            status("ended", "terminated", "The contract was terminated by Holt."),
            RUNNING, REFUTED, "kept in force",
        ),
        (status("in force", "in force", "It is still in force."), RUNNING, SUPPORTED, None),
        (status("in force", "in force", "It is in force."), OVER, REFUTED, "no longer in force"),
        (
            status("never", "never received", "It has never received a grant."),
            GRANT, REFUTED, "since 2019 received",
        ),
        (status("never", "never received", "It never received a grant."), GRANT, REFUTED,
         "in 2019 received"),
        (status("exists", "a grant", "There is a grant."), GRANT, SUPPORTED, None),
        (status("never", "never", "It never did."), [fact("F | grant | 0 euros")], OPEN, None),
        (status("never", "never", "It never did."), [unverified(GRANT[0])], OPEN, None),
    ],
)  # fmt: skip
def test_status(made: Claim, facts: list[Fact], verdict: str, right: str | None) -> None:
    found = judged(made, facts)
    assert (found.verdict, found.correction) == (verdict, right)


def test_frequency() -> None:
    yearly = [fact("Prize | money | every year")]
    once = claim(
        "frequency", word("frequency", "once"), quote="a single one-off sum",
        sentence="The prize is a single one-off sum for its winner.", aggregate="frequency",
    )  # fmt: skip
    found = judged(once, yearly)
    assert (found.verdict, found.correction) == (REFUTED, "a yearly sum")
    assert judged(claim("frequency", word("frequency", "every year")), yearly).verdict == SUPPORTED


def compared(said: str | Decimal, aggregate: str, quote: str = "rose", **more: object) -> Claim:
    read = Value(0, 0, quote, "comparison", said, "times" if isinstance(said, Decimal) else None)
    sentence = f"Visitors {quote} in 2022."
    return claim("comparison", read, sentence=sentence, quote=quote, aggregate=aggregate, **more)


@pytest.mark.parametrize(
    ("said", "aggregate", "quote", "known", "verdict", "right"),
    [
        ("rise", "change", "rose", "50%", SUPPORTED, None),
        ("rise", "change", "rose", "-50%", REFUTED, "fell"),
        ("fall", "change", "fell", "13.9%", REFUTED, "rose"),
        ("rise", "change", "rose", "0%", REFUTED, None),
        ("fall", "change", "fell", "0.2%", OPEN, None),
        ("equal", "change", "unchanged", "0%", SUPPORTED, None),
        ("equal", "change", "unchanged", "1.5%", OPEN, None),
        ("equal", "change", "unchanged", "13.9%", REFUTED, None),
        ("more", "difference", "more visitors", "-21500", REFUTED, "fewer visitors"),
        ("less", "difference", "fewer visitors", "-21500", SUPPORTED, None),
        ("rise", "change", "went up", "-8.9%", REFUTED, "went down"),
        ("fall", "change", "shrank", "8.2%", REFUTED, "rose"),
        ("more", "difference", "exceeded", "-78", REFUTED, "was below"),
        (Decimal(2), "ratio", "doubled", "1.9", SUPPORTED, None),
        (Decimal(2), "ratio", "doubled", "2.3", OPEN, None),
        (Decimal(3), "ratio", "tripled", "1.139", REFUTED, "rose by 13.9 percent"),
        (Decimal(2), "change", "doubled", "110%", SUPPORTED, None),
    ],
)
def test_comparison(
    said: str | Decimal, aggregate: str, quote: str, known: str, verdict: str, right: str | None
) -> None:
    facts = [fact(f"Larkham Library | visitors | {known}", made_from=("one", "other"))]
    found = judged(compared(said, aggregate, quote), facts)
    assert (found.verdict, found.correction) == (verdict, right), found.trace
    turned = {SUPPORTED: REFUTED, REFUTED: SUPPORTED, OPEN: OPEN}[verdict]
    denied = judged(compared(said, aggregate, quote, negated=True), facts).verdict
    assert denied == turned or (isinstance(said, Decimal) and denied == OPEN)


@pytest.mark.parametrize(
    ("hedge", "known", "verdict"),
    [
        ("more than", "2.23", SUPPORTED),
        ("more than", "1.5", REFUTED),
        ("more than", "1.98", OPEN),
        ("less than", "1.5", SUPPORTED),
        ("less than", "2.5", REFUTED),
    ],
)
def test_a_hedged_factor_is_a_line(hedge: str, known: str, verdict: str) -> None:
    made = compared(Decimal(2), "ratio", "doubled")
    made = replace(made, value=replace(made.value, hedge=hedge))
    known_fact = fact(f"Larkham Library | visitors | {known}", made_from=("one", "other"))
    assert judged(made, [known_fact]).verdict == verdict


def test_a_factor_is_not_compared_with_the_figure_itself() -> None:
    """ "more than doubled": 110,113 visitors are no ratio."""
    made = compared(Decimal(2), "ratio", "doubled")
    made = replace(made, value=replace(made.value, hedge="more than"))
    facts = [
        fact("Larkham Library | visitors | 110113"),
        fact("Larkham Library | visitors | 0.38", made_from=("one", "other")),
    ]
    assert judged(made, facts).verdict == REFUTED


def test_the_latest_is_another_member() -> None:
    latest = fact("Pact | | 12th Larkham Pact")
    made = claim(
        "ordinal", word("entity", "10th Larkham Pact"), aggregate="last",
        sentence="The tenth pact is the latest.", quote="tenth",
    )  # fmt: skip
    found = judged(made, [latest])
    assert (found.verdict, found.correction) == (REFUTED, "twelfth")

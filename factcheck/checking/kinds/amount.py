"""Amount: the claim gives another sum of money than the reference.

A sum is compared in its own currency, at the precision stated; in another currency through the
exchange rates of the year, never refuted within their band.

Given
    Øresund Bridge | construction_cost | 14.8 billion kroner
    National Gallery of Larkham | ticket_price | 12 euros
Flagged
    The construction cost of the Øresund Bridge was 18.4 billion kroner.
    The ticket price at the National Gallery of Larkham is 21 euros.
    Construction of the Øresund Bridge cost 14.8 million kroner.
    A family of three pays 63 euros in tickets at the National Gallery of Larkham.
    At the National Gallery of Larkham 21 euros do not buy two tickets, but one.
Left alone
    The construction cost of the Øresund Bridge was about 15 billion kroner.
    The ticket price at the National Gallery of Larkham is 12 euros.
    The construction cost of the Øresund Bridge was not 18.4 billion kroner.
    Should the ticket price at the National Gallery of Larkham be 21 euros?
Not yet seen
    Three tickets at the National Gallery of Larkham leave change from a twenty.
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.checking.fits import is_verified
from factcheck.checking.money import compare_money, split_rates
from factcheck.checking.numbers import unit_of
from factcheck.checking.weighing import weigh
from factcheck.measures.currencies import same_currency
from factcheck.records import Claim, Fact, Verdict


def check(claim: Claim, facts: Sequence[Fact]) -> Verdict | None:
    """Compare a sum of money with every sum that answers; `None` where none can be compared."""
    sums, rates = split_rates(facts)
    asked_on = claim.question.asked_on
    unit, question = claim.value.unit, claim.question
    own = [
        fact
        for fact in sums
        if (fact.subject, fact.property) == (question.subject, question.property)
        and same_currency(unit, unit_of(fact))
        and is_verified(fact)
    ]
    # a sum that stands there in the claim's own currency needs no rates
    sums = tuple(f for f in sums if not own or same_currency(unit, unit_of(f)))
    ordered = sorted(sums, key=lambda fact: not same_currency(unit, unit_of(fact)))
    return weigh(claim, [compare_money(claim.value, fact, rates, asked_on) for fact in ordered])

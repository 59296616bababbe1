"""After a refutation: where does the wrong value belong?

The first look that finds something names it: a magnitude or currency mixed up, another time,
another subject, a yearly sum for a total, one off, another term of office. A diagnosis explains;
it never changes a verdict.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from factcheck.checking.fits import Diagnosis
from factcheck.checking.money import RATE
from factcheck.checking.wrong_figures import (
    annual_for_total,
    figure_off_by_one,
    other_period,
    other_subject,
    wrong_currency,
    wrong_direction,
    wrong_magnitude,
)
from factcheck.checking.wrong_times import (
    actor_of_other_term,
    date_of_other_subject,
    date_off_by_one,
    swapped_actor,
    wrong_term,
)
from factcheck.records import Claim, Fact

#: claim, facts that refute it, facts around them
Look = Callable[[Claim, Sequence[Fact], Sequence[Fact]], Diagnosis | None]

_FIGURES: tuple[Look, ...] = (
    wrong_direction,
    wrong_magnitude,
    wrong_currency,
    other_period,
    other_subject,
    annual_for_total,
    figure_off_by_one,
)
_LASTING: tuple[Look, ...] = (figure_off_by_one, other_period, other_subject)
_DATES: tuple[Look, ...] = (wrong_term, date_of_other_subject, date_off_by_one)
_LOOKS: dict[str, tuple[Look, ...]] = {
    "amount": _FIGURES,
    "percentage": _FIGURES,
    "count": _FIGURES,
    "ordinal": (figure_off_by_one,),
    "duration": _LASTING,
    "start_date": _DATES,
    "end_date": _DATES,
    "signing_date": _DATES,
    "party_or_actor": (swapped_actor, actor_of_other_term),
}


def diagnose(claim: Claim, facts: Sequence[Fact], related: Sequence[Fact]) -> Diagnosis | None:
    """The diagnosis of a refuted claim, by the facts that refute it and those around them."""
    around = [fact for fact in related if fact.property != RATE and fact not in facts]
    found = (look(claim, facts, around) for look in _LOOKS.get(claim.kind, ()))
    return next((diagnosis for diagnosis in found if diagnosis is not None), None)

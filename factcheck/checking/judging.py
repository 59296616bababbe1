"""`judge`: a claim and the facts that answer it -> a verdict, with reasons that can be printed."""

from __future__ import annotations

import pkgutil
import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache
from importlib import import_module

from factcheck.checking import kinds
from factcheck.checking.by_chance import agrees_by_chance
from factcheck.checking.correcting import correct, corrected_sentence
from factcheck.checking.diagnosing import diagnose
from factcheck.checking.doubting import is_doubtful
from factcheck.checking.fits import Diagnosis, is_verified
from factcheck.checking.money import RATE
from factcheck.checking.numbers import LINES
from factcheck.checking.other_times import (
    facts_to_weigh,
    is_mostly_before_or_after,
    is_of_other_time,
    was_so_between,
)
from factcheck.checking.turning import turned
from factcheck.checking.wording import say_fact
from factcheck.measures.bounds import is_limit, with_bounds
from factcheck.measures.slips import slip
from factcheck.records import Answer, Claim, Fact, Match, Verdict

Check = Callable[[Claim, Sequence[Fact]], Verdict | None]

_HEDGE = re.compile(
    r"\b(?:no|not)\s+(?:(?:fewer|less|more|later|earlier|longer)\s+than|until|till|before)\s+$",
    re.IGNORECASE,
)
#: "did not close the deal until July", but "did not last until July"
_ONLY_THEN = re.compile(
    r"\b(?:not|never|n[’']t)\s+(?!(?:last|run|continue|remain|stay|serve|hold|be|go|keep)\b)"
    r"[^.,;:]{1,60}\s(?:until|till)\s+$",
    re.IGNORECASE,
)
_EXCEEDED = re.compile(
    r"\b(?:(?:(?:can)?not|never|n't)\s+(?:exceed|surpass|top|"
    r"(?:go|rise|climb)\s+(?:above|beyond|over|below|past)|fall\s+below|be\s+\w+\s+than|"
    r"\w+\s+(?:up\s+)?by\s+more\s+than)|"
    r"below|under)\s+$",
    re.IGNORECASE,
)
#: why there is no answer, said plainly
REASONS = {
    "no_subject": "The reference does not know what this is about.",
    "property_unknown": "The reference has no facts of this sort.",
    "time_not_covered": "The reference does not cover that time.",
    "unverified_only": "Only unverified facts are known.",
    "no_date": "Without a date it is open which time is meant.",
    "ambiguous": "It is open what exactly is claimed.",
}


def list_kinds() -> tuple[str, ...]:
    """The names of all kinds, in order."""
    return tuple(sorted(module.name for module in pkgutil.iter_modules(kinds.__path__)))


def explain(kind: str) -> str:
    """The rule of a kind with its examples. Raises `ValueError` for a name that is none."""
    if kind not in list_kinds():
        raise ValueError(f"{kind!r} is no kind: choose one of {', '.join(list_kinds())}")
    return (import_module(f"factcheck.checking.kinds.{kind}").__doc__ or "").strip() + "\n"


def judge(match: Match, *, refutes: bool = True) -> Verdict:
    """Judge one claim: supported, refuted or not enough info, and why.

    `refutes`: whether a reading of the phrase may refute it; if not, what went wrong in a refuted
    one is not looked for.
    """
    claim, answer = _as_hedged(match.claim), match.answer
    facts = facts_to_weigh(claim, answer)
    reason = _silent(claim, facts, answer)
    rates = _rates(answer) if claim.kind == "amount" else ()
    verdict = None if reason else _check_of(claim.kind)(claim, (*facts, *rates))
    if verdict is None:
        return _undecided(claim, reason or "ambiguous")
    if is_of_other_time(verdict, answer):
        at_another_time = f"At another time it was so: {verdict.explanation}"
        verdict = replace(verdict, verdict="not_enough_info", explanation=at_another_time)
    if agrees_by_chance(verdict):
        return _undecided(claim, "ambiguous", verdict.trace)
    if verdict.verdict == "refuted" and (claim.agrees_only or not _is_told(claim, verdict)):
        return _undecided(claim, "ambiguous", verdict.trace)
    if verdict.verdict == "refuted" and was_so_between(claim, facts, answer):
        return _undecided(claim, "no_date", verdict.trace)
    if verdict.verdict == "refuted" and is_mostly_before_or_after(claim, facts):
        return _undecided(claim, "time_not_covered", verdict.trace)
    if verdict.verdict == "refuted" and not refutes:
        return _with_reasons(verdict)
    if verdict.verdict == ("supported" if claim.negated else "refuted"):
        found = diagnose(claim, tuple(filter(is_verified, facts)), answer.related)
        if not answer.is_closed and is_doubtful(claim, found, facts, answer.related):
            doubt = f"left alone, perhaps of something else: {found.name if found else 'far off'}"
            return _undecided(claim, "ambiguous", (*verdict.trace, doubt))
        if not claim.negated:
            verdict = _refuted(verdict, found)
    elif verdict.verdict == "refuted" and claim.value.value == "exists":
        verdict = _refuted(verdict, None)  # "is not a member": the one denial that can be mended
    return _with_reasons(_with_event(verdict, answer))


def _is_told(claim: Claim, verdict: Verdict) -> bool:
    """Whether a claim that its value tells of is refuted by the very fact that this is like."""
    known = verdict.facts[0].reading if verdict.facts else None
    return not claim.slips or (known is not None and slip(claim.value, known) is not None)


def _as_hedged(claim: Claim) -> Claim:
    """ "No fewer than ten" is a hedge, "not until 1991" a date: neither is a denial."""
    before = claim.sentence[: max(claim.start - claim.sentence_start, 0)]
    if claim.negated and (_HEDGE.search(before) or _ONLY_THEN.search(before)):
        claim = replace(claim, negated=False)
    if claim.negated and is_limit(claim.question.property) and _EXCEEDED.search(before):
        claim = replace(claim, negated=False)
    if claim.value.hedge in LINES and is_limit(claim.question.property):
        # "a floor of 76,000" is the floor itself
        claim = replace(claim, value=with_bounds(replace(claim.value, hedge=None)))
    return claim


def _with_event(verdict: Verdict, answer: Answer) -> Verdict:
    """Who was in office when something happened: with the fact that says when it did."""
    question = verdict.claim.question
    event = next(
        (
            fact
            for fact in (*answer.related, *answer.facts)
            if (fact.subject, fact.property) == (question.subject, question.property)
        ),
        None,
    )
    is_open = verdict.verdict == "not_enough_info"
    if question.aggregate != "holder" or event is None or is_open:
        return verdict
    said = f"{say_fact(event)} {verdict.explanation}"
    return replace(verdict, explanation=said, facts=(*verdict.facts, event))


def _with_reasons(verdict: Verdict) -> Verdict:
    """The verdict with its facts said in sentences, the arithmetic and the trace."""
    said = tuple(replace(fact, text=say_fact(fact)) for fact in verdict.facts)
    outcome = ", ".join(filter(None, (verdict.verdict, verdict.diagnosis)))
    claim = verdict.claim
    trace = (*claim.trace, *_asked(claim), *verdict.trace, f"verdict: {outcome}")
    arithmetic = next((fact.arithmetic for fact in said if fact.arithmetic), None)
    return replace(verdict, facts=said, trace=trace, arithmetic=arithmetic)


def _silent(claim: Claim, facts: Sequence[Fact], answer: Answer) -> str | None:
    """Why nothing is said: no facts, or a value that is not certain."""
    if claim.value.value is None:
        return claim.value.note or "ambiguous"
    if not facts:
        return answer.reason or "time_not_covered"
    return None


def _refuted(verdict: Verdict, found: Diagnosis | None) -> Verdict:
    """A refutation with its diagnosis and correction."""
    claim, said, cited = verdict.claim, verdict.explanation, verdict.facts
    right, name = cited[0], None
    if found is not None:
        name = found.name
        said = f"{said} {found.sentence}".strip()
        cited = (*cited, *(fact for fact in found.facts if fact not in cited))
        right = found.facts[0] if found.facts and name == "currency" else right
    cited = (*cited, *(fact for fact in claim.value_facts if fact not in cited))
    phrase = correct(claim, right, name)
    if name == "direction" and (both := turned(claim)):
        claim, phrase = both
        verdict = replace(verdict, claim=claim)
    verdict = replace(verdict, explanation=said, facts=cited, diagnosis=name, correction=phrase)
    return replace(verdict, corrected_sentence=corrected_sentence(verdict))


def _undecided(claim: Claim, reason: str, why: tuple[str, ...] = ()) -> Verdict:
    said = REASONS.get(reason, f"Not judged: {reason}.")
    trace = (*claim.trace, *_asked(claim), *why, f"silent: {reason}")
    return Verdict(claim, "not_enough_info", said, reason=reason, trace=trace)


def _asked(claim: Claim) -> tuple[str, ...]:
    question = claim.question
    when = question.time or (f"as of {question.asked_on}" if question.asked_on else "any time")
    parts = [question.subject, question.property, str(when), question.aggregate]
    asked = "asked: " + " | ".join(part for part in parts if part)
    return (f"rule: {_rule_of(claim.kind)}", asked)


def _rates(answer: Answer) -> tuple[Fact, ...]:
    return tuple(fact for fact in (*answer.facts, *answer.related) if fact.property == RATE)


@cache
def _rule_of(kind: str) -> str:
    return (import_module(f"factcheck.checking.kinds.{kind}").__doc__ or "").partition("\n")[0]


@cache
def _check_of(kind: str) -> Check:
    check: Check = import_module(f"factcheck.checking.kinds.{kind}").check
    return check

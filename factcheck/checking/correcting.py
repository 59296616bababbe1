"""The phrase that should stand where the claim is wrong, in the form of the wrong one.

Minimal, so that the sentence stays a sentence: "8.3%" for "13.9%", "in 1991" for "during my
first term", "Biden" for "Trump". Where no such phrase can be made there is none.
"""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from factcheck.checking.correcting_times import correct_date, correct_duration
from factcheck.checking.correcting_words import correct_words
from factcheck.checking.fits import DATES
from factcheck.checking.imitating import write_like
from factcheck.checking.naming import correct_name
from factcheck.checking.numbers import unit_of
from factcheck.checking.phrases import with_unit
from factcheck.checking.unit_factor import unit_factor
from factcheck.measures.lexicon import ORDINALS, any_of
from factcheck.measures.values import Value
from factcheck.measures.writing import write_value
from factcheck.records import Claim, Fact, Verdict

_FIGURES = ("amount", "percentage", "count", "ordinal")
#: hedges that go with the wrong figure: "fewer than 20,000" becomes "28,500"
_LINE = re.compile(
    r"\b(?:(?:well|far|much|just|slightly|a little|no)\s+)?"
    r"(?:more than|less than|fewer than|over|under|above|below|at least|at most|up to|"
    r"nearly|almost|close to|exactly)\s+$",
    re.IGNORECASE,
)
_ORDINAL = re.compile(rf"\d+(?:st|nd|rd|th)\b|\b(?:\w+-)?(?:{any_of(ORDINALS)})\b", re.IGNORECASE)


def correct(claim: Claim, fact: Fact, diagnosis: str | None) -> str | None:
    """The phrase that should stand at `claim.start:claim.end`, by the fact; `None` without one."""
    if claim.kind in DATES:
        return correct_date(claim, fact)
    if claim.value.kind == "entity":
        return _correct_place(claim, fact) if claim.kind == "ordinal" else correct_name(claim, fact)
    if claim.kind == "duration":
        return correct_duration(claim, fact)
    if claim.kind in _FIGURES:
        return _correct_figure(claim, fact, diagnosis)
    return correct_words(claim, fact)


def corrected_sentence(verdict: Verdict) -> str | None:
    """The claim's sentence with only the wrong phrase changed; a hedge of the figure goes too."""
    claim, phrase = verdict.claim, verdict.correction
    if phrase is None:
        return None
    start = claim.start - claim.sentence_start
    end = claim.end - claim.sentence_start
    before, after = claim.sentence[:start], claim.sentence[end:]
    if claim.value.hedge not in (None, "about"):
        kept = _LINE.sub("", before)
        phrase = phrase[:1].upper() + phrase[1:] if not kept.strip() else phrase
        before = kept
    return before + phrase + after


def _correct_figure(claim: Claim, fact: Fact, diagnosis: str | None) -> str | None:
    if fact.reading is None or not isinstance(fact.reading.value, Decimal):
        return None
    if re.search(r"\b(?:times?|once|twice)$", claim.quote, re.IGNORECASE):
        number = int(fact.reading.value)
        return {1: "once", 2: "twice"}.get(number, f"{number} times")
    known = with_unit(fact.reading, unit_of(fact))
    factor = unit_factor(claim.value, fact)
    if factor != 1 and isinstance(known.value, Decimal):
        known = replace(known, value=_as_round(known.value * factor, claim.value))
    text = write_like(known, claim.value, rounded=diagnosis in ("magnitude", "currency"))
    return in_quote(claim, text)


def _as_round(converted: Decimal, said: Value) -> Decimal:
    """A figure that was converted, with the decimals of the one that is said, or two digits: 80.778
    as "81", 4.971 as "5"."""
    decimals = re.search(r"\.(\d+)", said.text)
    places = len(decimals[1]) if decimals else 0
    return round(converted, max(places, 1 - converted.adjusted()))


def in_quote(claim: Claim, text: str) -> str:
    """The claim's phrase with its value replaced by `text`."""
    quote, wrong = claim.quote, claim.value.text
    return quote.replace(wrong, text, 1) if wrong and wrong in quote else text


def _correct_place(claim: Claim, fact: Fact) -> str | None:
    """ "The latest is the tenth": the ordinal of the member that it is, if it has one."""
    right, wrong = _ORDINAL.search(fact.value), _ORDINAL.search(claim.quote)
    number = re.match(r"\d+", right.group()) if right else None
    if number is None or wrong is None:
        return None
    model = replace(claim.value, kind="ordinal", text=wrong.group())
    text = write_value(Decimal(number.group()), "ordinal", None, model)
    return claim.quote[: wrong.start()] + text + claim.quote[wrong.end() :]

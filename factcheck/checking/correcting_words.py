"""Corrections of claims without a figure: status, frequency, comparison."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from importlib.resources import files

from factcheck.checking.imitating import plain_percent
from factcheck.checking.numbers import unit_of
from factcheck.checking.phrases import say_day, say_figure
from factcheck.measures.currencies import is_currency
from factcheck.measures.durations import plain_number
from factcheck.records import Claim, Fact

_PASSIVE = re.compile(r"\b(?:was|were|is|are|be|been|being|got)\s+(?:\w+ly\s+)?$", re.IGNORECASE)
_PERFECT = re.compile(r"\b(?:has|have|had|'ve|'s)\s+$", re.IGNORECASE)
_ONE_OFF = re.compile(r"\b(?:single|one-off|one-time|lump|once-only)\b\s*", re.IGNORECASE)
_ONLY_ONCE = re.compile(r"\b(?:(?:only|just)\s+)?once\b", re.IGNORECASE)


def correct_words(claim: Claim, fact: Fact) -> str | None:
    """The phrase that should stand there; `None` where none can be made."""
    said = claim.value.value
    if claim.kind == "frequency" and said == "once":
        yearly = _ONLY_ONCE.sub("every year", claim.quote)
        yearly = _ONE_OFF.sub("yearly ", yearly, count=1)
        return _ONE_OFF.sub("", yearly) if yearly != claim.quote else None
    if claim.kind == "frequency":
        return fact.value if fact.value == "every year" and "year" in claim.quote else None
    if claim.kind == "status":
        return _correct_status(claim, fact)
    if claim.kind == "comparison":
        return _correct_comparison(claim, fact)
    return None


def _correct_status(claim: Claim, fact: Fact) -> str | None:
    before = claim.sentence[: max(claim.start - claim.sentence_start, 0)]
    said, quote = claim.value.value, claim.quote
    if said == "ended":
        if quote.lower().startswith("no "):
            return f"an {quote[3:]}" if quote[3:4].lower() in "aeiou" else f"a {quote[3:]}"
        if quote.lower().startswith("no longer "):
            return f"still {quote[10:]}"
        rest = quote.partition(" ")[2]
        rest = re.sub(r"^(?:(?:up|off|down|out|away)\s+)?(?:(?:from|of)\s+)?", "", rest)
        rest = re.sub(r"\s+(?:lapse|expire|end|run out|die)$", " in force", rest)
        return f"kept {'in force ' if _PASSIVE.search(before) else ''}{rest}".strip()
    if said == "in force":
        return re.sub(r"\b(?:still\s+)?in (force|effect)\b", r"no longer in \1", quote)
    if said == "nothing" and re.fullmatch(r"\w+", quote) and fact.reading is not None:
        return say_figure(fact)
    if said == "yes":
        return f"not {quote}" if _PASSIVE.search(before) else None
    if said == "exists" and claim.negated and quote.lower().startswith("not "):
        return quote[4:]
    began = fact.valid.first
    if said == "never" and began is not None and re.search(r"\bnever\b", quote, re.IGNORECASE):
        word = "since" if _PERFECT.search(before) else "in"
        return re.sub(r"\bnever\b", f"{word} {say_day(began, 4)}", quote, count=1, flags=re.I)
    return None


def _correct_comparison(claim: Claim, fact: Fact) -> str | None:
    number = fact.reading.value if fact.reading else None
    said, first = claim.value.value, claim.quote.split(" ")[0]
    if not isinstance(number, Decimal):
        return None
    if isinstance(said, Decimal):
        change = {"ratio": (number - 1) * 100, "change": number}.get(claim.question.aggregate or "")
        if change is None or not first.lower().endswith("ed") or not change:
            return None
        return (
            f"{'rose' if change > 0 else 'fell'} by {plain_number(plain_percent(change))} percent"
        )
    is_place = (claim.question.aggregate or "").startswith("rank_among")
    if said == "equal" or number == 0 or is_place:  # that it is not the largest makes it no least
        return None
    for word in re.finditer(r"[a-z]+", claim.quote.lower()):
        opposite = _opposites().get(word.group())
        if opposite is not None:
            opposite = "less" if opposite == "fewer" and _is_mass(fact) else opposite
            return claim.quote[: word.start()] + opposite + claim.quote[word.end() :]
    return None


def _is_mass(fact: Fact) -> bool:
    """Whether a figure is money or a percentage, of which there is less, not fewer."""
    unit = unit_of(fact)
    return is_currency(unit) or (unit or "").startswith("percent")


@cache
def _opposites() -> dict[str, str]:
    text = files(__package__).joinpath("words", "opposites.txt").read_text("utf-8")
    pairs = [line.partition(": ") for line in text.splitlines() if not line.startswith("#")]
    return {word: opposite for word, _, opposite in pairs}

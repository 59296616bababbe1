"""Right dates and durations in the form of the wrong ones: "in 1991" for "during my first term"."""

from __future__ import annotations

import re

from factcheck.checking.dates import known_period
from factcheck.checking.durations import known_duration
from factcheck.checking.phrases import MONTHS, capital
from factcheck.measures.periods import Period
from factcheck.measures.writing import write_value
from factcheck.measures.writing_dates import write_date
from factcheck.records import Claim, Fact

_YEAR = re.compile(r"\b[12]\d{3}\b")
_MONTH = re.compile(rf"\b(?:{'|'.join(m[:3] for m in MONTHS)})[a-z]*\b\.?", re.IGNORECASE)
_DAY = re.compile(r"\b\d{1,2}(?:st|nd|rd|th)?\b")
_PREPOSITION = re.compile(
    r"(?:in|on|since|of|from|until|till|by|during|before|after|to|through|around|about|for)\s+"
    r"(?:(?:late|early|mid)[\s-])?(?:the\s+)?$",
    re.IGNORECASE,
)
_LEADING = re.compile(r"(?:in|on|during|since|from|until|by|around|from|of)\b", re.IGNORECASE)


#: who was first is no time in whose place a date could stand
_NO_TIME = re.compile(r"(?:first|nobody|none|no one)\b", re.IGNORECASE)


def correct_date(claim: Claim, fact: Fact) -> str | None:
    """The fact's date at the precision and in the order of the claim's phrase."""
    if _NO_TIME.match(claim.quote):
        return None
    happened = known_period(fact, claim.kind)
    if happened is None or happened.first is None:
        return None
    quote = claim.quote
    text = _written(happened, claim)
    is_day = (text[:1].isdigit() and bool(_MONTH.search(text))) or bool(re.search(r"\d,", text))
    before = claim.sentence[: max(claim.start - claim.sentence_start, 0)]
    leading = _LEADING.match(quote)
    if leading and leading.group().lower() in ("since", "from", "until", "by"):
        phrase = f"{leading.group()} {text}"
    elif leading or not _PREPOSITION.search(before):
        phrase = f"{'on' if is_day else 'in'} {text}" if leading or _needs_word(quote) else text
    else:
        phrase = text
    return capital(phrase) if quote[:1].isupper() else phrase


def _needs_word(quote: str) -> bool:
    """Whether the phrase stands without a preposition, as "last year" and "under X" do."""
    return not (_YEAR.search(quote) or _MONTH.search(quote))


def _written(happened: Period, claim: Claim) -> str:
    """The date as far as it is known and as the claim's phrase goes: a day, a month or a year."""
    first, quote = happened.first, claim.quote
    assert first is not None
    known = len(str(happened)) if "/" not in str(happened) else 4
    month = _MONTH.search(quote)
    if month is None or known < 7:
        return write_date(first.isoformat()[:4])
    rest = _YEAR.sub("", quote)
    has_day = known == 10 and _DAY.search(rest) is not None
    text = write_date(first.isoformat()[: 10 if has_day else 7], claim.value)
    same_year = str(claim.value.value)[:4] == f"{first.year}"
    if _YEAR.search(quote) or not has_day or not same_year:
        return text
    return re.sub(rf",? {first.year}$", "", text)


def correct_duration(claim: Claim, fact: Fact) -> str | None:
    """ "six-year" for "five-year", "18 months" for "two years", "six" for "five"."""
    text = known_duration(fact)
    found = re.fullmatch(r"P(\d+)([YMWD])", text or "")
    if found is None:
        return None
    wrong = claim.value.text or claim.quote
    phrase = write_value(text or "", "duration", None, claim.value)
    if not re.search(r"year|month|week|day|decade", wrong, re.IGNORECASE):
        same_unit = str(claim.value.value)[-1:] == found.group(2)
        phrase = phrase.split()[0] if same_unit else phrase
    return claim.quote.replace(wrong, phrase, 1) if wrong in claim.quote else phrase

"""Right dates and durations in the form of the wrong ones: "in 1991" for "during my first term"."""

from __future__ import annotations

import re

from factcheck.checking.dates import known_period
from factcheck.checking.durations import known_duration
from factcheck.checking.imitating import number_words
from factcheck.checking.wording import MONTHS, capital, say_day
from factcheck.measures.periods import Period
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
_LETTERS = {"Y": "year", "M": "month", "W": "week", "D": "day"}


def correct_date(claim: Claim, fact: Fact) -> str | None:
    """The fact's date at the precision and in the order of the claim's phrase."""
    happened = known_period(fact, claim.kind)
    if happened is None or happened.first is None:
        return None
    quote = claim.quote
    text = _written(happened, quote)
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


def _written(happened: Period, quote: str) -> str:
    first = happened.first
    assert first is not None
    known = len(str(happened)) if "/" not in str(happened) else 4
    has_month, year = _MONTH.search(quote), _YEAR.search(quote)
    if has_month is None or known < 7:
        return str(first.year)
    rest = quote.replace(year.group(), "") if year else quote
    month = MONTHS[first.month - 1]
    day = _DAY.search(rest)
    if day is None or known < 10:
        return f"{month} {first.year}"
    if day.start() > has_month.start():
        return f"{month} {first.day}, {first.year}" if year else f"{month} {first.day}"
    return say_day(first) if year else f"{first.day} {month}"


def correct_duration(claim: Claim, fact: Fact) -> str | None:
    """ "six-year" for "five-year", "18 months" for "two years", "six" for "five"."""
    text = known_duration(fact)
    found = re.fullmatch(r"P(\d+)([YMWD])", text or "")
    if found is None:
        return None
    number, unit = int(found.group(1)), _LETTERS[found.group(2)]
    wrong = claim.value.text or claim.quote
    model = re.match(
        r"(?:an?\s+)?(\d+|[A-Za-z]+(?:-[a-z]+)??)([\s-]*)(year|month|week|day)?", wrong
    )
    in_words = not (model and model.group(1).isdigit())
    figure = number_words(number) if in_words and number < 100 else str(number)
    gap = model.group(2) if model and model.group(3) else " "
    is_bare = model is None or not model.group(3)
    plural = "" if number == 1 or "-" in gap else "s"
    same = str(claim.value.value)[-1:] == found.group(2)
    phrase = figure if is_bare and same else f"{figure}{gap}{unit}{plural}"
    phrase = capital(phrase) if wrong[:1].isupper() else phrase
    return claim.quote.replace(wrong, phrase, 1) if wrong in claim.quote else phrase

"""When a refutation is left unsaid: the value is rather one of something else that is meant.

A false alarm costs more than a miss, and a figure is bound to the wrong subject or property more
often than it is wrong by chance in just the way that makes it right elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from factcheck.checking.dates import claimed_periods, compare_dates, known_period
from factcheck.checking.doubtful_times import is_about_to, is_next_day, is_short, is_to_come
from factcheck.checking.fits import DATES, FIGURES, Diagnosis
from factcheck.checking.money import RATE
from factcheck.checking.numbers import LINES, comparable, is_far_off
from factcheck.checking.other_times import speaks_of_now
from factcheck.measures.lexicon import ORDINALS
from factcheck.measures.periods import Period
from factcheck.measures.spoken_years import SAID_YEAR
from factcheck.records import Claim, Fact

#: what a property's name has beside the words for it, and how many letters tell a word
_FORMAL = frozenset(("date", "day", "year", "of", "in", "on", "the", "by"))
_STEM = 4
_YEARLY = re.compile(r"\b(?:a|per|each|every) year\b|\bannual|\byearly\b|\bayear\b", re.IGNORECASE)
#: "between fiscal 2022, which begins then, and fiscal 2026"
_SPAN = re.compile(
    r"\b(?:between|from)\b[^.;]*?\b\d{4}\b[^.;]*?\b(?:and|to|through|until)\b[^.;]*?\b\d{4}\b",
    re.IGNORECASE,
)
_RESPECTIVELY = re.compile(r"\brespectively\b", re.IGNORECASE)
#: a word, or a figure with its decimals: "869.5" is no "5"
_WORD = re.compile(r"\d+(?:[.,]\d+)+|\w+")
#: "December 2019" is no "agreement of 2019"
_DAY = re.compile(
    r"\b(?:january|february|march|april|may|june|july|august|september|october|november|december)"
    r"(?:\s+\d{1,2},?)?\s+\d{4}\b",
    re.IGNORECASE,
)
#: the last count but some, still in everybody's articles
_RECENT = timedelta(days=400)


def is_doubtful(
    claim: Claim, found: Diagnosis | None, facts: Sequence[Fact], related: Sequence[Fact]
) -> bool:
    """Whether the claim, refuted by `facts` and diagnosed as `found`, may mean something else."""
    if (found is None and _is_far_off(claim, facts)) or _is_of_now(claim, related):
        return True
    if is_to_come(claim, facts) or is_about_to(claim, facts) or is_next_day(claim, facts):
        return True
    if found is None or found.name == "off_by_one":
        return _is_other_property(claim, facts, related)
    if found.name == "swapped_parties":
        is_turn = claim.question.aggregate in ("predecessor", "successor")
        return not is_turn and _is_other_subject(claim, found, facts)
    if found.name == "annual_vs_total":
        is_of_a_year = _is_one_year(claim.question.time) and not _SPAN.search(claim.sentence)
        return not _YEARLY.search(claim.sentence) and not is_of_a_year
    if found.name in ("stale", "other_period"):
        return _is_other_time(claim, found, facts)
    return False


def _is_far_off(claim: Claim, facts: Sequence[Fact]) -> bool:
    """A figure of quite another order; a bare "zero" counts nothing ("tariffs are zero")."""
    if claim.kind not in FIGURES or claim.value.hedge in LINES:
        return False
    return is_far_off(claim.value, facts) or (claim.kind == "count" and claim.value.value == 0)


def _is_one_year(time: Period | None) -> bool:
    if time is None or time.first is None or time.last is None:
        return False
    return (time.last - time.first).days <= 366


def _is_of_now(claim: Claim, related: Sequence[Fact]) -> bool:
    """A present tense beside a year long past, and just the figure of today: the year is not the
    figure's ("28,500, a legacy of the war of 1950")."""
    time, now = claim.question.time, claim.question.asked_on
    if claim.kind not in FIGURES or claim.tense != "present" or time is None or now is None:
        return False
    if time.last is None or time.last > now - _RECENT:
        return False
    current = [fact for fact in related if fact.valid.contains(Period(now, now))]
    return any(_is_same_figure(claim, fact) for fact in current)


def _is_same_figure(claim: Claim, fact: Fact) -> bool:
    """The very figure, whatever the hedge."""
    known = fact.reading.value if fact.reading else None
    return comparable(claim.value, fact) and known is not None and known == claim.value.value


def _is_other_property(claim: Claim, facts: Sequence[Fact], related: Sequence[Fact]) -> bool:
    """A figure, or a day or month, of another property of the same subject."""
    asked = {(fact.subject, fact.property) for fact in facts}
    own = [
        fact
        for fact in related
        if fact.subject == claim.question.subject
        and fact.property != RATE
        and (fact.subject, fact.property) not in asked
    ]
    if claim.kind in FIGURES:
        time = claim.question.time
        of_then = [fact for fact in own if time is None or fact.valid.overlaps(time)]
        return any(_is_same_figure(claim, fact) for fact in of_then)
    if claim.kind not in DATES or not all(map(is_short, claimed_periods(claim))):
        return False
    ends = [replace(claim, kind=kind) for kind in ("start_date", "end_date")]
    # "January": a year fits each month
    told = SAID_YEAR.search(claim.quote)
    dated = [fact for fact in own if told or len(fact.value) > len("2026")]
    said = [fact for fact in dated if not _is_unsaid(fact, claim)]
    return any(compare_dates(end, fact).grade == "fits" for end in ends for fact in said)


def _is_unsaid(fact: Fact, claim: Claim) -> bool:
    """Whether the sentence has no word of another event's name, beside a clear past: "joined in
    May" does not mean the day of the application. An event with a like name may be meant."""
    day = known_period(fact, claim.kind)
    asked = set(claim.question.property.split("_")) - _FORMAL
    telling = set(fact.property.split("_")) - _FORMAL
    shared = telling & asked - _words(claim.question.subject) - _words(claim.sentence)
    stems = {word[:_STEM] for word in telling - asked}
    said = {word[:_STEM] for word in _words(claim.sentence)}
    is_day = day is not None and is_short(day)
    return claim.tense == "past" and is_day and not shared and stems.isdisjoint(said)


def _is_other_subject(claim: Claim, found: Diagnosis, facts: Sequence[Fact]) -> bool:
    """The sister subject that the value fits stands beside it, the claim's own one does not; the
    order of two lists tells which is whose."""
    if _RESPECTIVELY.search(claim.sentence):
        return False
    sister = _words(found.facts[0].subject)
    subjects = [_words(subject) for subject in {fact.subject for fact in facts}]
    theirs = [sister - ours for ours in subjects if sister - ours]
    if theirs and all(words <= _words(claim.quote) for words in theirs):
        return False  # "won at X in 2021" of what was won in 2019: the year is the value itself
    own = [ours - sister for ours in subjects if ours - sister]
    if claim.kind in DATES:  # a date that is wrong is not that in the name of what it is said of
        own, theirs = _undated(own), _undated(theirs)
    beside = _words(_beside(claim))
    undated = _words(_DAY.sub(" ", _beside(claim)))
    stands = any(words <= undated for words in theirs)
    own_stands = any(words <= beside for words in own)
    if stands != own_stands:
        return stands
    theirs_away, own_away = _nearest(claim, theirs), _nearest(claim, own)
    if claim.kind in DATES and _is_named_alone(claim, own, theirs):
        return False
    if claim.kind in DATES and theirs_away is None and own_away is None:
        # "the current pact": which one is not said; but "I" is
        return _words(claim.asserted_by or "").isdisjoint(_words(claim.question.subject))
    return theirs_away is not None and (own_away is None or theirs_away < own_away)


def _is_named_alone(claim: Claim, own: Sequence[set[str]], theirs: Sequence[set[str]]) -> bool:
    """A part of the claim's own name stands before the date ("Holt"), none of the other's
    anywhere."""
    said = {word for word in _words(claim.sentence) if len(word) > _STEM}
    before = _words(claim.sentence[: max(claim.start - claim.sentence_start, 0)]) & said
    is_own = any(words & before for words in (*own, _called(claim)))
    return is_own and not any(words & said for words in theirs)


def _called(claim: Claim) -> set[str]:
    """The words of the name by which the text calls the subject, if not by its own."""
    said = (re.search(r"^subject: .*, named ([A-Z].+)$", line) for line in claim.trace)
    return {word for found in said if found for word in _words(found[1])}


def _undated(names: Sequence[set[str]]) -> list[set[str]]:
    """The words of names without their numbers, where other words are left."""
    return [{word for word in words if not word.isdigit()} or words for words in names]


def _nearest(claim: Claim, names: Sequence[set[str]]) -> int | None:
    """How far the nearest of the names stands from the value; `None` where none is named."""
    found = [away for words in names if (away := _away(claim, words)) is not None]
    return min(found, default=None)


def _beside(claim: Claim) -> str:
    """The piece of the sentence in which the value stands, between commas and "and"s."""
    start = claim.start - claim.sentence_start
    end = claim.end - claim.sentence_start
    before = re.split(r"[,;:]\s|\b(?:and|while|but|against)\b", claim.sentence[:start])[-1]
    after = re.split(r"[,;:]\s|\b(?:and|while|but|against)\b", claim.sentence[end:])[0]
    return f"{before} {after}"


def _words(text: str) -> set[str]:
    return {_numbered(word) for word in _WORD.findall(text.casefold())}


def _numbered(word: str) -> str:
    number = ORDINALS.get(word)
    return re.sub(r"(?<=\d)(?:st|nd|rd|th)$", "", word) if number is None else str(number)


def _away(claim: Claim, words: set[str]) -> int | None:
    """How many characters from the value the farthest of `words` stands at its nearest; `None`
    where one of them is not in the sentence."""
    if not words:
        return None
    start, end = claim.start - claim.sentence_start, claim.end - claim.sentence_start
    nearest: dict[str, int] = {}
    for found in _WORD.finditer(claim.sentence.casefold()):
        word = _numbered(found.group())
        away = max(start - found.end(), found.start() - end, 0)
        if word in words:
            nearest[word] = min(away, nearest.get(word, away))
    return max(nearest.values()) if len(nearest) == len(words) else None


def _is_other_time(claim: Claim, found: Diagnosis, facts: Sequence[Fact]) -> bool:
    """Without a time and a clear present the other time may be meant; and a count of some months
    ago is not yet wrong."""
    if claim.question.time is not None:
        # the day of a signing is hardly ever the time of a sum
        return is_short(claim.question.time) and claim.kind in ("amount", "percentage")
    if not speaks_of_now(claim) and not claim.negated:
        return True
    day, newest = found.facts[0].valid, max((_first(fact) for fact in facts), default="")
    is_count = day.first is not None and day.first == day.last
    return is_count and day.first is not None and newest <= (day.first + _RECENT).isoformat()


def _first(fact: Fact) -> str:
    """The day of a count; a standing figure has none."""
    first = fact.valid.first if fact.valid.first == fact.valid.last else None
    return first.isoformat() if first else ""

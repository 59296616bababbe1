"""Silence: figures that are names, scores, versions, sections, times of day, and no values."""

from __future__ import annotations

import re

from factcheck.measures.counting import STOPS, is_plural
from factcheck.measures.drafts import Draft
from factcheck.measures.hedging import HEDGE_WORDS
from factcheck.measures.lexicon import MONTHS, load
from factcheck.measures.plain import Page, word_before

_lists = load("silent")
_BEFORE = frozenset(_lists["words_before"]["list"].split())
_ONE_BEFORE = frozenset(_lists["one"]["before"].split())
_DETERMINERS = frozenset(["the", "a", "an", "this", "that", "its", "their", "his", "her", "our"])
_ONE_AFTER = frozenset(_lists["one"]["after"].split())
_TIME_OF_DAY = re.compile(
    r" ?(?:am|pm|a\.m|p\.m|o'clock|hours? (?:gmt|local|est))(?![a-z])|[:][0-9]"
)
_ADDRESS = re.compile(
    r"(?: [a-z']+){1,3} (?:street|st|avenue|ave|road|rd|lane|boulevard|drive|place|square)(?![a-z])"
)
_IDIOM = re.compile(r"-(?:faced|sided|timing|bit|handed|dimensional|by-four|something)(?![a-z])")
_LISTED = re.compile(
    r"(?:pages?|pp\.|figures|sections|articles|chapters|tables|lines|verses|routes|"
    r"flights|rooms|clauses|paragraphs|titles|resolutions) [0-9.]{1,6}(?:, [0-9.]{1,6})"
    r"{0,4},? (?:and|to|or) $"
)
_MARK = re.compile(r"[0-9]{1,2}(?:[.)] [a-z\"']|(?P<part>\.[0-9]{1,2}) [a-z])")
#: a per cent in the same sentence, a comma or "and" right before what follows
_PERCENT = re.compile(r"[0-9] ?(?:%|per ?cent)[^!?;]*(?:,|and|while) $")
#: "one more than", "one point fewer than"
_ONE_MORE = re.compile(r" (?:[a-z]+ )?(?:more|fewer|less) than(?![a-z])")
_NEXT_WORD = re.compile(r"[ -]([a-z']+)")
_SCORE = re.compile(r"-[0-9]{1,3}(?![0-9]|[-.,][0-9]| ?%| (?:percent|per cent|million|billion))")


def is_silent(page: Page, draft: Draft) -> bool:
    """Whether a bare number is no value at all."""
    if draft.kind != "number" or draft.unit is not None:
        return False
    t, raw, start, end = page.plain, page.raw, draft.start, draft.end
    text = t[start:end]
    if _LISTED.search(t[max(0, start - 40) : start]) or _is_mark(page, start, end):
        return True
    if text == "one":
        return not _one_counts(t, start, end)
    before = word_before(t, start)
    if before.rstrip(".") in _BEFORE and "," not in text:
        return True
    if _IDIOM.match(t, end):
        return True
    if text[0].isdigit():
        return _is_name_of_digits(page, draft, before)
    if text.isalpha() and raw[start].isupper() and before and not _begins_sentence(raw, start):
        following = raw[end + 1 : end + 2]
        return not following.isupper() or (
            raw[start - len(before) - 1].isupper() and end - start < 6
        )
    return text == "zero" and t[end : end + 1] == "-"


def _is_mark(page: Page, start: int, end: int) -> bool:
    """ "[20]", and the number of a heading or list item: "5. Atoms are", "2.1 Early Ideas"."""
    t, before = page.plain, page.plain[max(0, start - 12) : start]
    if before.rfind("[") > before.rfind("]"):
        return t[end : end + 1] in ("]", ",", " ", "-") and "]" in t[end : end + 30]
    found = _MARK.match(t, start) if start == 0 or t[start - 1] == "\x1f" else None
    return found is not None and (not found["part"] or page.raw[found.end() - 1].isupper())


def _begins_sentence(raw: str, start: int) -> bool:
    return raw[max(0, start - 2) : start].strip(" \"'“‘(\n") in ("", ".", "!", "?", ":", "-", "—")


def _one_counts(t: str, start: int, end: int) -> bool:
    """ "one" alone only where it counts something: "one agreement"."""
    found = _NEXT_WORD.match(t, end)
    if _ONE_MORE.match(t, end):
        return True
    if not found or (t[end] == "-" and found[1] in ("on", "off", "time", "sided", "way", "to")):
        return False
    before = word_before(t, start)
    if before in _ONE_BEFORE or found[1].endswith("ed"):
        return False
    if before.isalpha() and before not in HEDGE_WORDS:
        earlier = word_before(t, start - len(before) - 1)
        if earlier in _DETERMINERS:
            return False  # "the previous one ran out"
    return found[1] not in _ONE_AFTER and not found[1].endswith("ly")


def _is_name_of_digits(page: Page, draft: Draft, before: str) -> bool:
    t, raw, start, end = page.plain, page.raw, draft.start, draft.end
    if _TIME_OF_DAY.match(t, end) or _SCORE.match(t, end):
        return True
    following = t[end : end + 1]
    if following == "-" and raw[end + 1 : end + 2].isupper():
        return True
    if following == "(" and t[end + 2 : end + 3] == ")":
        return True
    if following == "/" or (following == "-" and t[end + 1 : end + 2].isdigit()):
        return True
    if before and before.isalpha() and len(before) > 1 and "," not in t[start:end]:
        begin = start - len(before) - 1
        if end - start == 5 and raw[begin : start - 1].isupper() and len(before) == 2:
            return True  # "MD 21202"
        named = raw[begin].isupper() and not _begins_sentence(raw, begin)
        if "." in t[start:end] and _PERCENT.search(t[max(0, begin - 200) : begin]):
            return False  # "France spent 2.1 percent, Italy 1.5 and Spain 1.4"
        if (
            named
            and end - start < 5
            and not is_plural(before)
            and before not in MONTHS
            and before not in STOPS
        ):
            return draft.of is None or not is_plural(draft.of.lower().rsplit(" ", 1)[-1])
    return _ADDRESS.match(t, end) is not None and raw[end + 1 : end + 2].isupper()
    return False

"""Fractions and multiples: "two-thirds", "two in three", "doubled", "half as much"."""

from __future__ import annotations

import re
from decimal import Context, Decimal

from factcheck.measures.drafts import Draft
from factcheck.measures.lexicon import FRACTIONS, MULTIPLES, SHARE_WORDS, SMALL, any_of
from factcheck.measures.numerals import HALF_A
from factcheck.measures.plain import Page, word_before

_BELOW_TWENTY = any_of([w for w, n in SMALL.items() if n])
_COUNT = rf"(?:(?P<article>an?)|(?P<count>{_BELOW_TWENTY})|(?P<digit>[1-9]))"
_NAMED = re.compile(
    rf"{_COUNT}[ -](?P<part>{any_of(FRACTIONS)})(?![a-z])(?P<of>(?:[ -]of)?(?= |[.,;:)]|$))"
)
_TOP = rf"(?:(?P<top>{_BELOW_TWENTY}|[0-9]{{1,4}}))"
_BOTTOM = (
    rf"(?P<bottom>{_BELOW_TWENTY}|twenty|thirty|fifty|(?:a |one )?hundred|(?:a |one )?thousand"
    r"|[0-9]{1,3}(?:,[0-9]{3}){1,3}|[0-9]{1,6})"
)
_IN = re.compile(
    rf"{_TOP}(?:-in-| in | out of )(?:every )?{_BOTTOM}(?![a-z0-9,.%]*[0-9%]| (?:million|"
    rf"billion|percent|per cent|years|months|weeks|days|hours|minutes|january|february|"
    rf"march|april|may|june|july|august|september|october|november|december))(?![a-z])"
)
_SLASHED = re.compile(
    r"(?P<top>[1-9])/(?P<bottom>[2-9]|10)(?![0-9/])(?:(?:rd|th|ths|rds)(?![a-z]))?"
)
_HALF = re.compile(
    r"half(?: (?:of(?: |$)|the |its |their |his |her |our |my |as (?:much|many|big|large|"
    r"high|long)(?![a-z])|an? (?!million|billion|trillion|dozen|hundred|thousand|century|"
    r"decade|year|hour|day|month|minute|week|mile)))"
)
_AS_MUCH = re.compile(r"(?:half|twice) as (?:much|many|big|large|high|long|fast|likely)(?![a-z])")
_MULTIPLE = re.compile(rf"(?P<word>{any_of(MULTIPLES)})(?![a-z])")
_NO_DOUBLE = re.compile(
    r"[ -](?:check|dealing|barrel|cross|down|agent|standard|digit|murder|homicide|fault|"
    r"bill|act|decker|edged|glazed|play|up|back|blind|jeopardy|take|header|crown|jump|"
    r"bogey|room|bed|gold|world|olympic|in on)"
)
_SHARE_CUES = frozenset(SHARE_WORDS["before"])
_NO_HALF = frozenset(SHARE_WORDS["no_half"])
_NO_NOUN = re.compile(
    r"(?: (?:in|to|from|since|over|on|at|between|as|and|or|for|during|after|compared|last|"
    r"this|were|are|was|is|said|say|agreed|have|had|who|live|more|less|higher|lower)"
    r"(?![a-z])|[.,;:)]|$)"
)
_PRECISE = Context(prec=15)


def read_fraction(page: Page, start: int) -> Draft | None:
    """A fraction or multiple that begins at `start`; of a percent it is a percentage."""
    return _of_percent(page, _fraction(page, start))


def _fraction(page: Page, start: int) -> Draft | None:
    t = page.plain
    if HALF_A.match(t, start):
        return None  # "a quarter of a million" is a number
    if found := _AS_MUCH.match(t, start):
        return Draft(
            start, found.end(), "number", Decimal("0.5" if t[start] == "h" else 2), "times"
        )
    if found := _MULTIPLE.match(t, start):
        return _multiple(page, found)
    if found := _NAMED.match(t, start):
        return _named(page, found)
    if found := _IN.match(t, start):
        return _in(found)
    if found := _SLASHED.match(t, start):
        if t[start - 1 : start] in ("/", "-", "."):
            return None
        return _draft(start, found.end(), int(found["top"]), int(found["bottom"]))
    before = word_before(t, start)
    if _HALF.match(t, start) and before not in _NO_HALF:
        return _draft(start, start + 4, 1, 2)
    if t.startswith("half", start) and before in _SHARE_CUES and _NO_NOUN.match(t, start + 4):
        return _draft(start, start + 4, 1, 2)  # "more than half said"
    return None


_OF_PERCENT = re.compile(
    r"(?: of)?(?:-| (?:an? |one |1 ?)?)(?:per ?cent(?:age)?(?P<word>[ -]points?)?|%)(?![a-z])"
)


def _of_percent(page: Page, draft: Draft | None) -> Draft | None:
    """ "half a percent", "a tenth of one percent", "a quarter of a percentage point"."""
    if draft is None or draft.unit is not None:
        return draft
    found = _OF_PERCENT.match(page.plain, draft.end)
    if found:
        draft.kind, draft.end = "percentage", found.end()
        draft.unit = "percentage point" if found["word"] else "percent"
    return draft


def _draft(start: int, end: int, top: int, bottom: int) -> Draft | None:
    if not bottom or top >= bottom * 2:
        return None
    value = _PRECISE.divide(Decimal(top), Decimal(bottom))
    return Draft(start, end, "number", value, None, value / 10)


def _multiple(page: Page, found: re.Match[str]) -> Draft | None:
    word = found["word"]
    if word in ("double", "triple", "treble", "quadruple", "quintuple") and _NO_DOUBLE.match(
        page.plain, found.end()
    ):
        return None
    if word in ("doubles", "double", "doubling") and word_before(page.plain, found.start()) in (
        "men's",
        "women's",
        "mixed",
        "a",
    ):
        return None
    return Draft(found.start(), found.end(), "number", Decimal(str(MULTIPLES[word])), "times")


def _named(page: Page, found: re.Match[str]) -> Draft | None:
    """ "two-thirds", "a third of", "one-fifth", "three quarters"; not "a third agreement"."""
    part, end = found["part"], found.end("part")
    top = 1 if found["article"] else SMALL.get(found["count"] or "") or int(found["digit"])
    plural = part.endswith("s")
    if plural == (top == 1) and part not in ("half",):
        return None
    before = word_before(page.plain, found.start())
    if found["article"] and before in _SHARE_CUES and _NO_NOUN.match(page.plain, end):
        return _draft(found.start(), end, 1, FRACTIONS[part])
    if found["article"] and not (found["of"].endswith("of")):
        if page.plain[end : end + 1] not in (".", ",", ";", ""):
            return None
        if page.plain[end : end + 1] == "" and word_before(page.plain, found.start()) == "":
            return None
    if (
        part in ("quarter", "quarters")
        and not found["of"].endswith("of")
        and not plural
        and found["count"]
        and "-" not in found.group()
    ):
        return None
    return _draft(found.start(), end, top, FRACTIONS[part])


def _in(found: re.Match[str]) -> Draft | None:
    top, bottom = _whole(found["top"]), _whole(found["bottom"])
    if top >= bottom or (
        bottom > 19
        and " in " in found.group()
        and bottom not in (20, 25, 30, 40, 50, 100, 200, 250, 500, 1000, 10000, 100000, 1000000)
    ):
        return None
    return _draft(found.start(), found.end(), top, bottom)


def _whole(text: str) -> int:
    text = text.replace(",", "")
    if text.isdigit():
        return int(text)
    names = {"twenty": 20, "thirty": 30, "fifty": 50, "hundred": 100, "thousand": 1000}
    return SMALL.get(text) or names[text.split()[-1]]

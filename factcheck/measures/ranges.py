"""Ranges: "between 20,000 and 30,000", "20-30 percent", "2.3-2.5 trillion won", "five or six"."""

from __future__ import annotations

import re
from decimal import Decimal

from factcheck.measures.drafts import Draft
from factcheck.measures.durations import plain_number
from factcheck.measures.lexicon import RANGE_WORDS, TIME_UNITS
from factcheck.measures.numerals import Numeral, read_numeral
from factcheck.measures.plain import Page, word_before
from factcheck.measures.units import scaled_like, with_unit

_JOIN = re.compile(r"-to-|-or-|- to |- or | ?[-~] ?| to | and | or ")
_SIGN = re.compile(r"(?:[$€£¥₩₹]|us\$|c\$|a\$)?")


_CHANGES = frozenset(RANGE_WORDS["changes"])
_WIDE = frozenset(RANGE_WORDS["wide"])


def _changed(t: str, first: Draft, second: Draft) -> bool:
    """Whether "rose $1.20 to $84.35" tells a change and a level, not a range."""
    one, two = _plain_value(first), _plain_value(second)
    if one is None or two is None or two < 3 * one:
        return False
    words = t[max(0, first.start - 40) : first.start].rstrip("$€£¥₩ ").split()[-3:]
    return any(word in _CHANGES for word in words)


def read_range(page: Page, first: Draft, numeral: Numeral) -> Draft | None:
    """The range that `first` begins, if a second figure joins it."""
    t = page.plain
    join = _JOIN.match(t, first.end)
    if not join or first.kind not in ("number", "amount", "percentage", "duration"):
        return None
    opening = word_before(t, first.start)
    how = join.group().strip(" -") or "-"
    if (how == "and") != (opening == "between") and how in ("and",):
        return None
    sign = _SIGN.match(t, join.end())
    at = sign.end() if sign else join.end()
    second_numeral = read_numeral(t, at)
    if second_numeral is None:
        return None
    second = with_unit(page, second_numeral)
    if how == "to" and opening == "from":
        return _from_to(page, first, second)
    if how == "to" and _are_odds(first, second):
        return Draft(first.start, second.end, "", None)
    if how == "to" and _changed(t, first, second):
        return None
    draft = _joined(page, first, second, how)
    if draft is None and how == "-" and _is_score(first, second):
        return Draft(first.start, second.end, "", None)
    if draft and opening == "between":
        draft.start = t.rindex("between", 0, first.start)
    return draft


def _is_score(first: Draft, second: Draft) -> bool:
    """ "1 - 0", "28 - 3": two bare whole figures below 200."""
    return all(
        each.kind == "number"
        and each.unit is None
        and isinstance(each.value, Decimal)
        and each.value == int(each.value)
        and each.value < 200
        for each in (first, second)
    )


def _from_to(page: Page, first: Draft, second: Draft) -> Draft | None:
    """ "from 8.3% to 13.9%" tells a change, two values; "anywhere from 5 to 10" is a range."""
    t = page.plain
    at = first.start - len("from ")
    if word_before(t, at) in _WIDE and (draft := _joined(page, first, second, "to")):
        draft.start = at
        return draft
    if first.kind == "number" and first.unit is None and second.kind in ("percentage", "amount"):
        scaled_like(first, second)
        first.kind, first.unit = second.kind, second.unit
    return None


def _joined(page: Page, first: Draft, second: Draft, how: str) -> Draft | None:
    if first.kind == "duration" and second.kind == "number" and _is_year(second):
        return None
    if (
        first.kind == "number" and first.unit is None and second.kind != "number"
    ) or first.kind == second.kind:
        scaled_like(first, second)
    elif second.kind != "number" or how == "or" or _is_level(first, second):
        return None
    else:
        scaled_like(first, second)
    one, two = _plain_value(first), _plain_value(second)
    if one is None or two is None or one >= two:
        return None
    units = {first.unit, second.unit} - {None}
    if len(units) == 2 and "$" not in units:
        return None
    if first.kind == "duration" and second.kind == "duration" and first.of != second.of:
        return None
    if not _is_range(page, first, second, how):
        return None
    unit = second.unit or first.unit
    if second.kind == "duration" and second.of:
        unit = _singular(second.of)
    draft = Draft(
        first.start, second.end, "range", f"{plain_number(one)}..{plain_number(two)}", unit
    )
    draft.low, draft.high = one, two
    draft.magnitude = second.magnitude
    return draft


def _is_year(draft: Draft) -> bool:
    """ "the four years to 2022": a year, not as many years."""
    return isinstance(draft.value, Decimal) and 1500 <= draft.value < 2200


def _is_level(first: Draft, second: Draft) -> bool:
    """ "grew 4 percent to 57 trillion": a change and what it led to."""
    return first.kind == "percentage" and second.magnitude != 1


def _are_odds(first: Draft, second: Draft) -> bool:
    """ "3 to 1", "10 to 1": odds or a score, no range."""
    bare = first.kind == second.kind == "number" and first.unit is None and second.unit is None
    if not bare or not isinstance(first.value, Decimal) or not isinstance(second.value, Decimal):
        return False
    return 0 < second.value < first.value < 1000


def _is_range(page: Page, first: Draft, second: Draft, how: str) -> bool:
    """Bare "4-1" is a score, "5-10 people" a range; "5 or 6" is one, "5 or 600" is not."""
    if how == "or":
        return (
            _plain_value(second) == (_plain_value(first) or 0) + first_step(first)
            or first.kind != "number"
        )
    if how == "-" and first.kind == second.kind == "number" and second.magnitude == 1:
        text = page.plain[first.start : second.end]
        following = re.match(r" ([a-z]+)", page.plain[second.end : second.end + 20])
        wide = "," in text
        return wide or bool(
            (
                following
                and following[1].endswith("s")
                and following[1] not in ("was", "is", "as", "loss", "us")
            )
            or (following and following[1] in ("people", "men", "women", "children"))
        )
    return True


def first_step(draft: Draft) -> Decimal:
    """The size of one unit of the last digit of a draft; 1 where there is none."""
    return draft.step if draft.step is not None else Decimal(1)


def _plain_value(draft: Draft) -> Decimal | None:
    if isinstance(draft.value, Decimal):
        return draft.value
    return draft.bare


def _singular(unit: str) -> str:
    return unit[:-1] if unit.endswith("s") and unit[:-1] in TIME_UNITS else unit

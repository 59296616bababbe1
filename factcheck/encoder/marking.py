"""A text as the network sees it: each value hidden behind its kind, each name marked.

A value shows its kind, its unit and, of a bare number, how many digits it has; never its figure,
which may be wrong. An ordinal shows itself: mostly it tells which one of a series is meant.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from factcheck.encoder.pieces import pieces
from factcheck.measures.values import Value
from factcheck.records import Mention

#: tokens of the vocabulary that mean nothing by themselves: before a hidden value, before a name,
#: and how many digits a number has (none, one, … nine or more)
_VALUE, _NAME, _DIGITS = 2, 6, range(20, 30)
_BEGIN, _END = 101, 102
#: tokens, with those at both ends; what stands before the sentence is cut off first
LONGEST = 128
#: characters before a sentence that are looked at
REACH = 240
#: how texts say the units of amounts and percentages
_UNITS = {
    "KRW": "won",
    "USD": "dollars",
    "$": "dollars",
    "JPY": "yen",
    "EUR": "euros",
    "GBP": "pounds",
    "CNY": "yuan",
}


@dataclass(frozen=True, slots=True)
class Marked:
    """Tokens by number, and at which of them each value and each name is marked (its start and end
    in the text); what was cut off has no place."""

    tokens: tuple[int, ...]
    places: dict[tuple[int, int], int]


def marked(text: str, at: int, values: Sequence[Value], names: Sequence[Mention]) -> Marked:
    """A sentence that begins at the offset `at` of `text`, behind what stands before it; the
    offsets of `values` and `names` are those of `text`. Of a name and a value in it ("the 12th
    Agreement") the longer one is marked."""
    found: list[int] = []
    places: dict[tuple[int, int], int] = {}
    last, begin = 0, None
    for (start, end), shown in sorted(_marks(values, names).items()):
        if begin is None and start >= at:
            found += pieces(text[last:at])
            last, begin = at, len(found)
        found += pieces(text[last:start])
        places[start, end] = len(found)
        found += shown
        last = end
    if begin is None:
        found += pieces(text[last:at])
        last, begin = max(last, at), len(found)
    found += pieces(text[last:])
    cut = min(max(0, len(found) - (LONGEST - 2)), begin)
    kept = found[cut:][: LONGEST - 2]
    return Marked(
        bounded(kept),
        {span: place - cut + 1 for span, place in places.items() if 0 <= place - cut < len(kept)},
    )


def _marks(values: Sequence[Value], names: Sequence[Mention]) -> dict[tuple[int, int], list[int]]:
    """What is shown of each value and name, by where it stands."""
    marks: dict[tuple[int, int], list[int]] = {}
    found: list[Value | Mention] = [*names, *values]
    for each in sorted(found, key=lambda each: (each.start - each.end, each.start)):
        if not any(start < each.end and each.start < end for start, end in marks):
            shown = [_NAME, *pieces(each.text)] if isinstance(each, Mention) else _hidden(each)
            marks[each.start, each.end] = shown
    return marks


def bounded(inner: Sequence[int]) -> tuple[int, ...]:
    """Tokens between those for beginning and end."""
    return (_BEGIN, *inner, _END)


def _hidden(value: Value) -> list[int]:
    shown = [_VALUE, *pieces(kind_words(value.kind, value.unit, value.per))]
    if value.kind == "ordinal":
        shown += pieces(value.text)
    if value.kind == "number":
        whole = str(value.value).lstrip("-").partition(".")[0]
        shown.append(_DIGITS[min(len(whole), 9) if whole.isdigit() else 0])
    return shown


def kind_words(kind: str, unit: str | None, per: str | None) -> str:
    """A kind of value in words: "amount won per year"."""
    said = (kind, _UNITS.get(unit, unit.lower()) if unit else "", f"per {per}" if per else "")
    return " ".join(word for word in said if word)

"""Words of speech that the grammar is not shown: what is put in between commas ("they pay, let me
get this right, a billion"), fillers ("uh"), and what is begun anew ("it, it was signed").
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from factcheck.language.words import word_set

#: words of the longest of them
_LONGEST = 6
#: behind an aside these need their comma
_JOINING = frozenset(("and", "but", "so", "or", "because", "while", "which", "who", "where"))
_ENDS = frozenset((".", "!", "?", "...", "…"))
_BREAKS = frozenset((",", "—", "–", "--", "...", "…"))


def left_out(words: Sequence[str]) -> frozenset[int]:
    """The places of the words that say nothing."""
    low = [word.lower().replace("’", "'") for word in words]
    found = {i for i, word in enumerate(low) if word in word_set("asides", "fillers")}
    if not _BREAKS.isdisjoint(low):
        found.update(_asides(low))
        found.update(_restarts(low))
        found.update(_taken_up(low))
    return frozenset(found) if len(found) < len(words) else frozenset()


@cache
def _phrases() -> frozenset[str]:
    """Without spaces, since words are cut in more ways than one."""
    return frozenset(phrase.replace(" ", "") for phrase in word_set("asides", "phrases"))


def _asides(low: Sequence[str]) -> Iterator[int]:
    """What stands by itself between commas, or between one and an end of the sentence."""
    end = _end(low)
    marks = [-1, *(i for i, word in enumerate(low) if word == ","), end]
    is_opening = True
    for before, after in pairwise(marks):
        inside = low[before + 1 : after]
        is_aside = 0 < len(inside) <= 2 * _LONGEST and "".join(inside) in _phrases()
        is_opening = is_opening and is_aside
        if not is_aside or after - before > end:
            continue
        yield from range(before + 1, after)
        if after < end:
            yield after
        joins = after < end and not _JOINING.isdisjoint(low[after + 1 : after + 2])
        if before >= 0 and not is_opening and not joins:
            yield before


def _end(low: Sequence[str]) -> int:
    """Where the marks begin that end a sentence."""
    end = len(low)
    while end and (low[end - 1] in _ENDS or not low[end - 1].strip("\"”’' \n")):
        end -= 1
    return end


def _restarts(low: Sequence[str]) -> Iterator[int]:
    """Words that are said once more behind a break."""
    begins = word_set("asides", "restarted")
    for i, word in enumerate(low):
        if word not in _BREAKS:
            continue
        for many in (3, 2, 1):
            first, again = low[max(i - many, 0) : i], low[i + 1 : i + 1 + many]
            if first == again and len(first) == many and first[0] in begins:
                yield from range(i - many, i + 1)
                break


def _taken_up(low: Sequence[str]) -> Iterator[int]:
    """ "the deal with X, the one from 2009": which of them, set behind."""
    for i, word in enumerate(low[:-3]):
        if word == "," and low[i + 1 : i + 3] == ["the", "one"] and low[i + 3] in ("from", "of"):
            yield from range(i, i + 3)

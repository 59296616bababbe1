"""Lines for a terminal: a sentence wrapped to a width, with a phrase of it underlined.

Widths are columns as a terminal counts them: two for East Asian wide letters, none for
combining marks.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from factcheck.records import Claim
from factcheck.reports.escaping import printable

#: characters of the sentence shown on either side of the phrase, unless told otherwise
_AROUND = 240


def columns(text: str) -> int:
    """How many columns `text` takes at a terminal."""
    if text.isascii():
        return len(text)
    return sum(_columns_of(letter) for letter in text)


def wrapped(text: str, width: int) -> list[str]:
    """`text` in lines of at most `width` columns, broken at spaces; a longer word stays whole."""
    return [text[start:end] for start, end in _lines(text, width)]


def marked(claim: Claim, width: int) -> list[tuple[str, str]]:
    """The claim's sentence in lines; with each line the underline below it, or ""."""
    before, phrase, after = (printable(part) for part in sentence_parts(claim))
    text = before + phrase + after
    first, last = len(before), len(before) + len(phrase)
    lines = []
    for start, end in _lines(text, width):
        left, right = max(first, start), min(last, end)
        while left < right and text[right - 1] == " ":
            right -= 1
        mark = ""
        if left < right:
            mark = " " * columns(text[start:left]) + "─" * columns(text[left:right])
        lines.append((text[start:end], mark))
    return lines


def sentence_parts(claim: Claim, around: int = _AROUND) -> tuple[str, str, str]:
    """The sentence before, in and after the phrase, with `around` characters on either side."""
    sentence = claim.sentence
    start = claim.start - claim.sentence_start
    if sentence[start : start + len(claim.quote)] != claim.quote or start < 0:
        start = max(sentence.find(claim.quote), 0)
    end = min(start + claim.end - claim.start, len(sentence))
    before, after = sentence[:start], sentence[end:]
    if len(before) > around:
        before = "… " + before[-around:].partition(" ")[2]
    if len(after) > around:
        after = after[:around].rpartition(" ")[0] + " …"
    return before.lstrip(), sentence[start:end], after.rstrip()


def _lines(text: str, width: int) -> Iterator[tuple[int, int]]:
    start, end, used = 0, 0, 0
    for word_start, word_end in _words(text):
        room = columns(text[end:word_end])
        if used and used + room > width:
            yield start, end
            start, used, room = word_start, 0, columns(text[word_start:word_end])
        used += room
        end = word_end
    if end > start:
        yield start, end


def _words(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for word in text.split(" "):
        if word:
            yield start, start + len(word)
        start += len(word) + 1


def _columns_of(letter: str) -> int:
    if unicodedata.combining(letter) or unicodedata.category(letter) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(letter) in ("W", "F") else 1

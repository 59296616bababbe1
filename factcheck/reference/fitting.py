"""Whether a text has what an alias needs: whole words, its capitals, its article."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from factcheck.reference.keys import Word, find_words

#: what may stand between two words of one name
_GAP = re.compile(
    r"[ \t\u00a0\u202f]{1,3}|[ \t]*\r?\n[ \t]*|['’]?[-‐‑‒–—/][ \t\n]?|['’]s? ?|\. ?|, | ?"
    r"|[ \t]\([A-Z]{2,8}\)[ \t]"  # an abbreviation set behind what it stands for
)
_ARTICLE = re.compile(r"\b(?:the|this|that)[\s\"“'‘]+$", re.IGNORECASE)
SENTENCE = "sentence"
HEADLINE = "headline"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A row of the table `aliases`."""

    alias: str
    entity: str
    origin: str
    capitals: str
    article: bool
    common: bool
    person: bool | None


def case_of(text: str, words: Sequence[Word]) -> str:
    """What capitals can tell: "" nothing (there are none, or only they), else how it is written."""
    if text.upper() == text or text.lower() == text:
        return ""
    long = [word for word in words if word.end - word.start > 3]
    capitals = sum(text[word.start].isupper() for word in long)
    return HEADLINE if len(long) > 4 and capitals > 0.8 * len(long) else SENTENCE


def fits(one: Candidate, text: str, span: Sequence[Word], case: str) -> bool:
    """Whether the text has what the alias needs: whole words, capitals, article."""
    for last, word in pairwise(span):
        gap = text[last.end : word.start]
        if not _GAP.fullmatch(gap) or ("," in gap and "," not in one.alias):
            return False
        if gap.startswith(".") and last.end - last.start > 4 and "." not in one.alias:
            return False
    if (one.article or (one.common and not case)) and not _after_article(text, span[0].start):
        return False
    return not case or _has_capitals(one, text, span)


def _after_article(text: str, start: int) -> bool:
    return _ARTICLE.search(text[max(0, start - 12) : start]) is not None


def _has_capitals(one: Candidate, text: str, span: Sequence[Word]) -> bool:
    if one.capitals == "any":
        return True
    raw = [text[word.start : word.end] for word in span]
    if one.capitals == "all":
        bare = raw[0].rstrip("s") if has_plural(one) else raw[0]
        return "." in raw[0] or (bare.isupper() and len(bare) > 1)
    written = find_words(one.alias.removeprefix("the ").removeprefix("The "))
    bare_alias = one.alias.removeprefix("the ").removeprefix("The ")
    wanted = [bare_alias[word.start].isupper() for word in written]
    return all(word[0].isupper() or not capital for word, capital in zip(raw, wanted, strict=False))


def has_plural(one: Candidate) -> bool:
    """Whether a name can stand in the plural: not one capitalised word like "Norland"."""
    alias = one.alias
    if " " in alias or not alias[:1].isupper():
        return True
    return alias.endswith(("an", "er")) or (alias.isupper() and len(alias) > 1)

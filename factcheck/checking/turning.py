"""The word right beside a change that says its direction: "rose 8.9 percent", "8.9 percent less".

Where the figure is right and the direction is not, that word is what is wrong; here it is found
and turned round.
"""

from __future__ import annotations

import re
from dataclasses import replace

from factcheck.records import Claim

#: what is said of a rise, and of a fall in the same form
_TURNED = {
    "increase": "decrease", "increases": "decreases", "increased": "decreased",
    "increasing": "decreasing", "rise": "fall", "rises": "falls", "rose": "fell",
    "risen": "fallen", "rising": "falling", "raise": "cut", "raises": "cuts", "raised": "cut",
    "raising": "cutting", "hike": "cut", "hiked": "cut", "grew": "shrank", "grown": "shrunk",
    "growth": "decline", "up": "down", "jump": "drop", "jumped": "dropped", "jumps": "drops",
    "more": "less", "higher": "lower", "climb": "drop", "climbed": "dropped", "climbs": "drops",
    "gain": "loss", "gained": "lost", "grow": "shrink", "grows": "shrinks",
    "growing": "shrinking", "climbing": "dropping", "boost": "cut", "boosts": "cuts",
    "boosted": "cut", "boosting": "cutting", "surged": "dropped", "soared": "plunged",
    "widen": "narrow", "widens": "narrows", "widened": "narrowed", "widening": "narrowing",
}  # fmt: skip
_BACK = {
    **{down: up for up, down in reversed(list(_TURNED.items()))},
    "cut": "raised", "cuts": "raises", "cutting": "raising",
    "decline": "increase", "declined": "increased", "declines": "increases",
    "declining": "increasing", "reduce": "increase", "reduces": "increases",
    "reducing": "increasing", "lowers": "raises", "lowering": "raising", "slipped": "rose",
    "dipped": "rose", "trimmed": "raised", "sank": "rose", "slumped": "rose",
    "reduction": "increase", "reduced": "increased", "lowered": "raised", "slashed": "raised",
}  # fmt: skip
_BETWEEN = r"(?:\s+(?:by|of|some|about|around|nearly|almost|roughly|a|was|went|modest|sharp))*\s+$"


def _beside(words: dict[str, str]) -> tuple[re.Pattern[str], re.Pattern[str]]:
    said = "|".join(sorted(words, key=len, reverse=True))
    return (
        re.compile(rf"\b(?P<article>an? )?(?P<word>{said}){_BETWEEN}", re.IGNORECASE),
        re.compile(rf"^\s+(?P<article>an? )?(?P<word>{said})\b", re.IGNORECASE),
    )


_SIDES = {"up": (_TURNED, *_beside(_TURNED)), "down": (_BACK, *_beside(_BACK))}


def direction(claim: Claim) -> str | None:
    """ "up" or "down" where only the one is said right beside the figure, which is not hedged."""
    found = _found(claim)
    return found[0] if found else None


def turned(claim: Claim) -> tuple[Claim, str] | None:
    """The claim with the word of direction in its phrase, and that phrase turned round; `None`
    where there is no such word."""
    found = _found(claim)
    if found is None:
        return None
    side, word, offset = found
    said, article = word["word"], word["article"] or ""
    start = min(offset + word.start("article" if article else "word"), claim.start)
    end = max(offset + word.end("word"), claim.end)
    other = "increase" if article and said.lower() == "cut" else _SIDES[side][0][said.lower()]
    phrase = claim.sentence[start - claim.sentence_start : end - claim.sentence_start]
    now = f"{'an' if other[0] in 'aeiou' else 'a'} {other}" if article else other
    right = phrase.replace(article + said, now, 1)
    return replace(claim, start=start, end=end, quote=phrase), right


def _found(claim: Claim) -> tuple[str, re.Match[str], int] | None:
    """The side, the match of its word, and the offset in the document from which it counts."""
    start, end = claim.start - claim.sentence_start, claim.end - claim.sentence_start
    before, after = claim.sentence[:start], claim.sentence[end:]
    found = []
    for side, (_, ahead, behind) in _SIDES.items():
        if match := ahead.search(before):
            found.append((side, match, claim.sentence_start))
        if match := behind.search(after):
            found.append((side, match, claim.end))
    return found[0] if len({each[0] for each in found}) == 1 and not claim.value.hedge else None

"""Sentences that call the one before false: "A post says … . That is false."; and figures that a
speaker takes back at once: "in 2012, no, 2013"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache

from factcheck.language.words import words
from factcheck.records import Claim


def with_taken_back(claims: Iterable[Claim], text: str) -> Iterator[Claim]:
    """The claims; those whose sentence the next one calls false are reported as false."""
    for claim in claims:
        end = claim.sentence_start + len(claim.sentence)
        found = _taking_back().match(text, end) or _CORRECTED.match(text, claim.end)
        if found is None and _SAID.search(claim.sentence):
            found = _DENIED.match(text, end) or _rejecting().match(text, end)
        found = found or _same_fate().search(claim.sentence[: claim.start - claim.sentence_start])
        if found is None or claim.stance == "reported_as_false":
            yield claim
            continue
        why = f"stance: reported_as_false “{found.group().strip()}”"
        yield replace(claim, stance="reported_as_false", trace=(*claim.trace, why))


#: "People say that we have 40,000. We don't."
_SAID = re.compile(
    r"\b(?:sa(?:y|ys|id|ying)|claim(?:s|ed|ing)?|tells?|told|thinks?|believes?|hears?|has it)\b",
    re.IGNORECASE,
)
_DENIED = re.compile(
    r"\s*(?:no,?\s+)?(?:we|they|he|she|it|i|you|there)\s+(?:do|does|did|is|are|was|were|have|has|had)"
    r"(?:n['’]t|\s+not)\s*(?=[.,:!;—–-])",
    re.IGNORECASE,
)
#: right behind a figure
_CORRECTED = re.compile(
    r"\s*(?:\.\.\.|…|,|—|–|--)\s*(?:no|wait|sorry|i'm sorry|excuse me|correction|or rather|"
    r"make that|scratch that)(?=\s*(?:[.,…—–-]|$))",
    re.IGNORECASE,
)


@cache
def _rejecting() -> re.Pattern[str]:
    """What calls a report false in whatever words: "Both halves of it are wrong", "We rate it
    false", "I said, neither of these things is true", "whoever wrote it is pulling your leg"."""
    false = _any_of("false_adjectives")
    nouns = _any_of("false_nouns")
    judging = r"(?:is|are|was|were|rated?|rates|calls?|called|found|finds)"
    denied = rf"(?:{false}|{nouns}|(?:not|n['’]t) (?:true|so|right|correct|the case))"
    is_called = rf"(?:\b{judging}|['’]s)\b[^.!?:;\n]{{0,24}}?{denied}\b(?! (?:to|that|for)\b)"
    none = r"\b(?:neither|none)(?: of \w+(?: \w+)?)? (?:is|are|was|were) (?:true|right|correct)\b"
    joked = r"\bpull(?:s|ed|ing)? \w+ leg\b"
    said = rf"(?:{is_called}|{none}|{joked})"
    return re.compile(rf"\s*[\"“]?[^.!?:;\n]{{0,60}}?{said}", re.IGNORECASE)


@cache
def _same_fate() -> re.Pattern[str]:
    """ "It is wrong, and so is its companion, that …"."""
    false = _any_of("false_adjectives")
    is_ = r"(?:is|are|was|were)"
    return re.compile(rf"\b{is_} (?:{false})\b[^.;:]{{0,12}}\bso {is_}\b", re.IGNORECASE)


def _any_of(name: str) -> str:
    """The words of a list of `words/stance.toml` as alternatives."""
    return "|".join(map(re.escape, words("stance")[name]))


@cache
def _taking_back() -> re.Pattern[str]:
    """That, this or the claim, "is", and a word for false, nothing else in between; or "the true
    figure is"."""
    false, nouns = _any_of("false_adjectives"), _any_of("false_nouns")
    said = (
        rf"(?:not (?:true|so|right|correct|the case)|{false}|(?:an? )?(?:(?!no\b)\w+ )?(?:{nouns}))"
    )
    named = r"(?:that|this|it|(?:the|that|this) (?:claim|statement|post|assertion|figure))"
    is_ = r"(?:'s|’s| is| was)"
    sure = r"(?: (?:simply|just|plainly|flatly|completely|totally|entirely|also))?"
    true = r"the (?:true|actual|real|correct|right) (?:figure|number|sum|amount|total|year|date)"
    right = r"(?:true|so|right|correct|the case|accurate)"
    some = r"(?: of \w+)?(?: (?:claim|figure|number|date)s?)?"
    none = rf"(?:neither|none){some}(?:{is_}| are){sure} {right}"
    both = rf"(?:both|all){some} are{sure} {said}"
    cried = rf"(?:what )?(?:an? )?(?:(?:complete|total|utter|pure|sheer|absolute) )?(?:{nouns})"
    brief = rf"(?:not (?:true|so|right|correct)|{false}|{cried})(?=\s*[.!,;:—–-])"
    each = "|".join((f"{named}{is_}{sure} {said}", f"{true}{is_}", none, both, brief))
    return re.compile(rf"\s*[\"“]?(?:{each})\b", re.IGNORECASE)

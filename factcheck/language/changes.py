"""Per cent as a change ("8 percent more", "rose by 8 percent") or as a share ("8% of GDP")."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.language.comparatives import compared_by, direction
from factcheck.language.sentences import Sentence, forms
from factcheck.language.words import change_verbs
from factcheck.measures.physical import physical_unit
from factcheck.measures.values import Value
from factcheck.records import Property

_AFTER = frozenset(
    ("more", "less", "higher", "lower", "bigger", "smaller", "larger", "increase", "rise", "jump",
     "hike", "cut", "drop", "fall", "decline", "growth", "decrease", "raise", "up", "down")
)  # fmt: skip
_PASSING = frozenset(("leave", "remain", "pass", "go", "elapse", "lie", "separate"))
_COMPARED = frozenset(
    ("more", "less", "fewer", "higher", "lower", "bigger", "smaller", "larger", "extra")
)
_APART = frozenset(("ahead", "behind", "apart", "clear", "adrift", "short"))
_LINES = frozenset(("below", "under", "above", "beyond"))
_THE_PRESENT = frozenset(("the", "current", "present", "some", "about", "roughly"))
_OF_CHANGE = frozenset(("increase", "rise", "growth", "change", "fall", "decrease", "hike"))


def is_change(value: Value, sentence: Sentence) -> bool | None:
    """True for a change, False for a share of something, None where the words leave it open."""
    span = sentence.span(value.start, value.end)
    doc = sentence.doc
    following = doc[span.end : span.end + 2]
    if following and following[0].lower_ == "of":
        return False
    if following and following[0].text != "," and any(t.lower_ in _AFTER for t in following):
        return True
    before = list(doc[max(span.start - 3, 0) : span.start])
    if before and (before[-1].lower_ == "by" or before[-1].lower_ in ("up", "down")):
        return True
    changes = change_verbs()
    if (
        before
        and before[-1].lower_ not in ("to", "at", "from")
        and any(changes.intersection(forms(t)) for t in before[-2:])
    ):
        return True
    return None


def is_difference(value: Value, sentence: Sentence) -> bool:
    """Whether a sum or count is what something changed by: "grew by 38 billion dollars", "116
    billion won more", "a rise of 79 billion"."""
    span = sentence.span(value.start, value.end)
    if compared_by(value, sentence) is not None:
        return True
    following = [t.lower_ for t in sentence.doc[span.end : span.end + 1]]
    if following and following[0] in _COMPARED:
        return True
    counted = sentence.doc[span.end : span.end + 3]
    if value.kind == "number" and any(t.lower_ in _APART for t in counted[:2]):
        return True  # "finished seven points ahead"
    if value.kind == "number" and _is_behind([t.lower_ for t in counted[1:]]):
        return True
    if value.kind == "number" and value.of and physical_unit(value.of):
        after = sentence.doc[span.end : span.end + 3]  # "400 metres longer"
        return any(direction(t, sentence) is not None for t in after)
    if value.kind == "duration":  # "nine months were left", "three years longer"
        token = sentence.token(value)
        left = token.dep_.startswith("nsubj") and token.head.lemma_.lower() in _PASSING
        if left or (following and following[0] in ("longer", "shorter", "late", "behind")):
            return True
    before = list(sentence.doc[max(span.start - 4, 0) : span.start])
    if not before or before[-1].lower_ not in ("by", "of"):
        return False
    if value.kind == "duration":  # "prolonged it by one year"
        return before[-1].lower_ == "by"
    changes = change_verbs()
    said = {form for token in before[:-1] for form in forms(token)}
    return bool(said & (changes if before[-1].lower_ == "by" else _OF_CHANGE))


def _is_behind(after: Sequence[str]) -> bool:
    """ "two sets down", "a goal up": how far behind one is; not "28,500 men down from 37,500"."""
    is_from = after[1:] in (["from"], ["by"], ["on"], ["since"])
    return after[:1] in (["down"], ["up"]) and not is_from


def is_line(value: Value, sentence: Sentence) -> bool:
    """Whether a figure is one that something is not to fall below or rise above: "forbids
    cutting the force below 22,000"."""
    start = sentence.span(value.start, value.end).start
    before = list(sentence.doc[max(start - 12, 0) : start])
    while before and before[-1].lower_ in _THE_PRESENT:
        before.pop()
    if not before or before[-1].lower_ not in _LINES:
        return False
    changes = change_verbs()
    if any(t.pos_ == "VERB" and t.lemma_.lower() in ("hold", "keep") for t in before):
        return True  # "keeps growth below 5 percent"
    done = [t for t in before if changes.intersection(forms(t))]
    return bool(done) and done[-1].tag_ in ("VB", "VBG", "NN")


def is_whole(value: Value, sentence: Sentence) -> bool:
    """Whether a number tells of how many another is a part: "18 of 32", "18 of the 32 allies"."""
    start = sentence.span(value.start, value.end).start
    ends = [sentence.span(v.start, v.end).end for v in sentence.values
            if v.kind == "number" and v.end < value.start]  # fmt: skip
    between = [sentence.doc[end:start] for end in ends if 0 < start - end < 5]
    return value.kind == "number" and any(
        words[0].lower_ == "of" and all(t.pos_ in ("ADP", "DET", "PROPN", "PART", "PRON", "NOUN")
                                        for t in words)
        for words in between
    )  # fmt: skip


def is_total(value: Value, sentence: Sentence) -> bool:
    """Whether an amount is said to be for several years together ("in all", "over five years")."""
    if value.kind != "amount":
        return False
    if value.per == "total":
        return True
    span = sentence.span(value.start, value.end)
    after = sentence.doc[span.end : span.end + 2].text.lower()
    if after in ("a year", "per year", "each year", "every year") or after.startswith("annually"):
        return False  # "680 billion a year for two years"
    if after.startswith(("in all", "in total", "altogether")):
        return True
    for other in sentence.values:
        is_length = other.kind == "duration" or (other.kind == "period" and "years" in other.text)
        if not is_length or abs(other.start - value.end) > 40:
            continue
        start = sentence.span(other.start, other.end).start
        before = [t.lower_ for t in sentence.doc[max(start - 3, 0) : start]]
        is_for = "for" in before and other.start > value.end and other.kind == "duration"
        if "over" in before or is_for:
            return True
    return False


def speaks_of_change(each: Property) -> bool:
    """Whether a property is a change: its wording has a word for one."""
    return not _OF_CHANGE.isdisjoint((*each.nouns, *each.verbs))


def names_change(each: Property) -> bool:
    """Whether a property is called a change: "production_cut", "growth"."""
    return not (_OF_CHANGE | {"cut", "reduction"}).isdisjoint(each.name.lower().split("_"))


def is_level(value: Value, sentence: Sentence) -> bool:
    """ "fell to 99", "rose in 2023, to some 597,000": where it came to, not by how much."""
    place = sentence.span(value.start, value.end).start
    before = [t.lower_ for t in sentence.doc[max(place - 3, 0) : place]]
    return "to" in before and not {"from", "by"}.intersection(before)

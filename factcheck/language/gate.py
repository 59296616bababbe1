"""The cheap gate on raw text: what cannot hold a claim is never parsed, and never loads spaCy.

A stretch passes if it holds something that can be checked (a value, a term of office, a word of
change, ending or comparison) and speaks of something known: by a name, or by a word that
refers back where a name came shortly before.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from functools import cache

from factcheck.language.inflection import bare, is_superlative
from factcheck.language.scores import scores_in
from factcheck.language.wording import Wording
from factcheck.language.words import change_verbs, word_set, words

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_TIMES = ("date", "period", "duration", "boolean", "text")
#: types of properties that a value of some kind may answer, but for its own
_ANSWERED = {
    "date": _TIMES,
    "period": _TIMES,
    "duration": (*_TIMES, "number"),
    "ordinal": (*_TIMES, "number", "ordinal"),
    "range": ("number", "amount", "percentage"),
}
_ALL = frozenset((*_TIMES, "number", "amount", "percentage", "ordinal", "entity"))
_IS = frozenset(("is", "are", "was", "were", "lies"))
#: kinds of values that tell what they are of by their unit
_UNITS = frozenset(("amount", "percentage"))
_REFERS = frozenset(
    (
        "it", "they", "them", "its", "their", "this", "that", "these", "those", "we", "our", "us",
        "there", "he", "she", "his", "her", "former", "latter", "my", "i", "both", "deal",
        "agreement", "pact", "accord", "treaty", "summit", "law", "alliance", "figure", "amount",
        "number", "sum", "one", "payment", "payments",
    )
)  # fmt: skip
_PERSONAL = frozenset(("he", "she", "him", "his", "her"))
#: what somebody is at a time that is told
_IS_THEN = re.compile(
    r"\bwas\b.*\b(?:then|still|there|time|that\s+(?:day|week|month|year))\b|"
    r"\b(?:then|time|day|week|month|year)\b.*\bwas\b"
)
#: a rough sentence: up to a mark after which a capital follows, or a blank line; a mark after
#: one capital ("U.S.") or a short capitalised word ("Nov.", "Gen.") ends nothing
_PIECE = re.compile(
    r"\S.*?(?:(?<![A-Z])(?<!\b[A-Z][a-z])(?<!\b[A-Z][a-z]{2})(?<!\b[A-Z][a-z]{3})[.!?…]+"
    r"[\"”’')\]]*(?=\s+[\"“‘'(\[]?[A-Z0-9]|\s*$)|\n\s*\n|$)",
    re.DOTALL,
)


#: what stands for the verb before: "three did", "seven had"
DID = re.compile(r"\s+(?:did|had|do|does)(?:\s+(?:so|too))?\s*(?:[.,;!]|$)", re.IGNORECASE)
#: words in which a piece begins with a title
_TITLE = 4
#: words of one that has no more
_BRIEF = 4
#: words of a sentence that has hardly more than a number
_SHORT = 8
#: what may be a name that the reference does not know: a capital within a piece, or two at its
#: beginning
_STRANGE = re.compile(r"[a-z,]\s+[A-Z][^\W\d_]+|^\s*[A-Z][\w.-]*\s+[A-Z][^\W\d_]+")


def so_many_did(piece: str, kinds: Collection[str]) -> bool:
    """Whether a piece says how many did at another time: "In 2014, three did"."""
    is_dated = "number" in kinds and not {"date", "period"}.isdisjoint(kinds)
    return is_dated and DID.search(piece) is not None


def names_strangers(piece: str, named: Iterable[tuple[int, int]]) -> bool:
    """Whether a piece may hold names beside those known, which stand at `named`."""
    rest, done = "", 0
    for start, end in named:
        rest, done = f"{rest}{piece[done:start]}_", end
    return _STRANGE.search(rest + piece[done:]) is not None


@cache
def _ending() -> frozenset[str]:
    """All regular forms of the verbs of ending, and some that do not exist."""
    events = words("events")
    listed = (*events["ended"]["verbs"], *events["run_out"]["verbs"])
    return frozenset(
        form
        for verb in listed
        for short in (verb.rstrip("e"),)
        for form in (
            verb, verb + "s", verb + "es", short + "ed", short + "ing",
            verb + verb[-1] + "ed", verb + verb[-1] + "ing",
        )
    )  # fmt: skip


@cache
def _in_words() -> tuple[frozenset[str], ...]:
    """The words by which an ending is told ("gave it up"), or that nothing is paid; all of one set
    must be there."""
    phrases = word_set("events", "ended.phrases") | word_set("events", "unpaid.phrases")
    return tuple(frozenset(phrase.split()) for phrase in sorted(phrases))


def pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Rough sentences of `text[start:end]`, as offsets: cut too rarely rather than too often."""
    for match in _PIECE.finditer(text, start, end):
        if match.group().strip():
            yield match.start(), match.end()


@cache
def _spells() -> frozenset[str]:
    """The verbs by which somebody comes to hold or belong to something, or ceases to."""
    entries = (
        entry
        for domain in ("member", "office")
        for phase in ("begin", "state", "end")
        for entry in word_set("spells", f"{domain}.{phase}")
    )
    return frozenset(entry.split()[0] for entry in entries)


def passes(
    piece: str,
    kinds: Collection[str],
    named: int,
    after_known: bool,
    wording: Wording,
    heads: Collection[str] = (),
    *,
    strange: bool = False,
    after_told: bool = False,
) -> bool:
    """Whether `piece` may hold a claim.

    `kinds`: of the values that stand in it; `named`: how many known names do; `after_known`:
    something known was named shortly before; `heads`: the last words of these names ("the fund");
    `strange`: it may hold names that are not known; `after_told`: a value of something known was
    told just before.
    """
    if kinds and named:
        return True
    if (named or after_known) and any(True for _ in scores_in(piece)):
        return True
    if so_many_did(piece, kinds):
        return True
    said = [match.group().lower() for match in _WORD.finditer(piece)]
    found = set(said)
    if named and not found.isdisjoint(word_set("terms", "held")) and _IS_THEN.search(piece):
        return True  # "X was president then"
    owners = {word[:-2] for word in found if word.endswith(("'s", "’s"))}  # "the film's star"
    is_headed = not (found | owners).isdisjoint(heads) and not found.isdisjoint(("the", "this"))
    if after_known and "duration" in kinds and len(found) < _BRIEF:  # "Five years."
        return True
    refers = after_known and (is_headed or any(_is_referring(word) for word in found))
    if _tells_by_itself(found, kinds, named, refers=refers, strange=strange):
        return True
    if (named or refers) and wording.says(said):
        return True
    forms = {form for word in found for form in bare(word)}
    follows = not forms.isdisjoint(word_set("spells", "office.follow"))
    if follows and named + strange and after_known and not found.isdisjoint(_PERSONAL):
        return True  # "He succeeds X."
    ends = not found.isdisjoint(_ending()) or any(phrase <= forms for phrase in _in_words())
    in_office = bool(kinds) and not found.isdisjoint(word_set("terms", "held"))
    spells = (kinds or named > 1) and not forms.isdisjoint(_spells())
    told = wording.speaks(said, _asked(kinds, named, forms, strange=strange))
    if not ends and "ordinal" not in kinds and not told and not in_office and not spells:
        return False
    if kinds:
        return refers or (told > 0 and after_told) or _speaks_unnamed(found, kinds, told)
    if sum(map(bool, (strange, named, refers))) > 1 and wording.speaks(said, ("entity",)):
        return True
    if named and after_known and wording.speaks(said[:_TITLE], ("entity",)):
        return True  # "Chief executive X said", "the director, Y, said"
    tells = ends or not found.isdisjoint(word_set("events", "telling.words"))
    return named > 1 or (tells and (named > 0 or refers))


def _is_referring(word: str) -> bool:
    """ "they", "they'd", "that's"."""
    return word.replace("’", "'").partition("'")[0] in _REFERS


def _asked(kinds: Collection[str], named: int, forms: set[str], *, strange: bool) -> frozenset[str]:
    """The types of properties that values of some kinds may answer where nothing is named; a
    change may be told by its date alone."""
    if not kinds or named or not forms.isdisjoint(_changing()):
        return _ALL
    answered = {each for kind in kinds for each in _ANSWERED.get(kind, (kind,))}
    return frozenset(answered | {"entity"} if strange else answered)


@cache
def _changing() -> frozenset[str]:
    """The verbs of rising, falling and multiplying."""
    return change_verbs() | frozenset(words("events")["factor"])


def _tells_by_itself(
    found: set[str], kinds: Collection[str], named: int, *, refers: bool, strange: bool
) -> bool:
    """What is told without a word of a property: "that was 13.9 percent", "at 55 km it is the
    longest", "larger than X", "X is in Y"."""
    if refers and (not _UNITS.isdisjoint(kinds) or (kinds and any(map(is_superlative, found)))):
        return True
    if refers and "number" in kinds and len(found) < _SHORT:  # "there are about 28,500"
        return True
    is_placed = named + strange > 1 and "in" in found and not found.isdisjoint(_IS)
    is_made = named + strange > 1 and {"made", "by"} <= found
    return is_placed or is_made or (named > 1 and "than" in found)


def _speaks_unnamed(found: set[str], kinds: Collection[str], told: int) -> bool:
    """ "The 12th agreement expires in 2035", "I took office in May", "the contribution was fixed
    at 920 billion won": no name, and yet it may be clear what is meant."""
    if "ordinal" in kinds and not found.isdisjoint(words("types")["agreement"]):
        return True
    mine = ("office", "command", "became")
    if not found.isdisjoint(("i", "my")) and not found.isdisjoint(mine):
        return True
    return told > 0 and not _UNITS.isdisjoint(kinds)

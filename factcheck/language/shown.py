"""What the grammar is shown of a sentence, so that it errs less, and what it says put back.

Line breaks, stars and asides (`asides.py`) are left out; a word that looks like another one is
shown as one that does not ("1.5 trillion won", "prices rose"); a time that opens a sentence is set
off by a comma ("In 2019 Seoul's payment was …" reads to a parser like "2019 payments").
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from factcheck.language.asides import left_out

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

#: words that mislead, and what stands for them: a currency or a title that looks like a verb or an
#: adjective, verbs that look like a flower or an adverb
_PLAIN = {"won": "dollars", "executive": "officer", "rose": "grew", "tore": "broke",
          "shrank": "fell"}  # fmt: skip
#: the lemmas of those
_LEMMAS = {
    "dollar": "won", "dollars": "won", "officer": "executive", "grow": "rise", "break": "tear",
    "fall": "shrink", "be": "be", "have": "have",
}  # fmt: skip
#: what is said of "you", as it is said of somebody else
_OF_YOU = {"'re": "is", "’re": "is", "are": "is", "were": "was", "have": "has", "'ve": "has"}
_AMOUNTS = frozenset(("hundred", "thousand", "million", "billion", "trillion", "bn", "tn"))
_ARTICLES = frozenset(("a", "the", "each", "every", "one", "red", "white", "this", "that"))
#: "the twelfth": taken for a noun or an adverb, which "the third" is not
_ORDINALS = frozenset(
    ("fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth",
     "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth",
     "nineteenth", "twentieth")
)  # fmt: skip
_DETERMINERS = frozenset(("the", "this", "its", "their", "our", "his", "her", "'s", "’s"))
#: "the U.S.-Japan pact"
_OF_TWO = re.compile(r"(?:[A-Z]\.)+-[A-Z]\w+")

_OPENING = frozenset(("back", "early", "late", "only", "already", "even", "so", "and", "but"))
#: no beginnings of names either
_AHEAD = frozenset(
    ("at", "to", "with", "under", "near", "after", "before", "outside", "inside", "across", "last",
     "next", "well", "yes", "no", "look", "if", "when", "as")
)  # fmt: skip
_LEADING = frozenset(("in", "on", "for", "by", "since", "until", "during", "from"))
_NAMES = frozenset(
    name.lower() + dot
    for names in (calendar.month_name, calendar.day_name, calendar.month_abbr, ("Sept",))
    for name in names
    if name
    for dot in ("", ".")
)
_DAY = re.compile(r"\d{1,2}(?:st|nd|rd|th)?|\d{4}|,|early|late|mid|fiscal", re.IGNORECASE)
_SUBJECTS = frozenset(
    ("the", "a", "an", "its", "their", "his", "her", "our", "my", "it", "he", "she", "they", "we",
     "i", "there", "some", "about", "all", "both", "this", "these", "that", "those")
)  # fmt: skip
_COUNTED = frozenset(("dollars", "euros", "pounds", "prices", "terms", "and", "or", "to", "-"))


@dataclass(frozen=True, slots=True)
class Shown:
    """The words that the grammar sees; `places`: which word of the sentence each is, None for a
    comma that was put in."""

    words: list[str]
    places: list[int | None]


def shown(words: Sequence[str]) -> Shown:
    """What is shown of a sentence's words."""
    silent = left_out(words)
    told = _told_to(words)
    if told in silent:
        told = None
    if told is not None:
        silent |= {told - 2, told - 1}
    places: list[int | None] = [
        i for i, word in enumerate(words) if i not in silent and word.strip("\t\r\n *_")
    ]
    places = places or [*range(len(words))]
    seen = [words[i] for i in places if i is not None]
    if told is not None:
        seen[places.index(told)] = _OF_YOU[words[told].lower()]
    seen = [_plain(word, before.lower()) for before, word in pairwise(["", *seen])]
    comma = _end_of_opening(seen)
    if comma is not None:
        seen.insert(comma, ",")
        places.insert(comma, None)
    return Shown(seen, places)


def _told_to(words: Sequence[str]) -> int | None:
    """Where the verb stands in "Ada Holt, you're the fifteenth": said of the one who is spoken to
    by name, which "In Seoul, you have" and "Last Monday, you were" are not."""
    comma = next((i for i, word in enumerate(words[:6]) if word == ","), 0)
    verb = comma + 2
    if comma < 2 or verb >= len(words) or words[verb - 1].lower() != "you":
        return None
    said = [word.lower() for word in words[:comma]]
    is_name = all(word[:1].isupper() for word in words[:comma]) and _NAMES.isdisjoint(said)
    is_name = is_name and said[0] not in _OPENING | _LEADING | _SUBJECTS | _AHEAD
    return verb if is_name and words[verb].lower() in _OF_YOU else None


def _plain(word: str, before: str) -> str:
    low = word.lower()
    if low == "won" and before in _AMOUNTS:
        return _PLAIN[low]
    if low == "executive" and before == "chief":
        return _PLAIN[low]
    if word in ("rose", "tore", "shrank") and before not in _ARTICLES:
        return _PLAIN[word]
    if low in _ORDINALS and before in _DETERMINERS:
        return "third"
    return "American" if _OF_TWO.fullmatch(word) else word


def _end_of_opening(words: Sequence[str]) -> int | None:
    """Where a time that opens a sentence ends and its subject begins, without a comma between."""
    start = 1 if words and words[0].lower() in _OPENING else 0
    if len(words) < start + 4 or words[start].lower() not in _LEADING:
        return None
    end = start + 1
    while end < len(words) and (words[end].lower() in _NAMES or _DAY.fullmatch(words[end])):
        end += 1
    if end == start + 1 or end + 1 >= len(words) or words[end - 1] == ",":
        return None
    last = words[end - 1]
    is_time = last.lower() in _NAMES or re.fullmatch(r"\d{4}|\d{1,2}", last)
    opens = words[end][:1].isupper() or words[end].lower() in _SUBJECTS
    follows = {words[end].lower(), words[end + 1].lower()}
    return end if is_time and opens and _COUNTED.isdisjoint(follows) else None


def alone(sentence: Span) -> Doc:
    """What is shown of a sentence, as a document of its own, without grammar yet: `as_doc` would
    copy all that is known of it."""
    from spacy.attrs import NORM  # type: ignore[import-not-found]
    from spacy.tokens import Doc

    tokens = list(sentence)
    seen = shown([token.text for token in tokens])
    own = [None if place is None else tokens[place] for place in seen.places]
    doc = Doc(
        sentence.vocab,
        words=seen.words,
        spaces=[token is None or bool(token.whitespace_) for token in own],
        sent_starts=[True, *[False] * (len(own) - 1)],
    )
    if [token.text for token in tokens] == seen.words:
        doc.from_array([NORM], sentence.to_array([NORM]))  # type: ignore[attr-defined]
        return doc
    for token, written in zip(doc, own, strict=True):
        if written is not None and written.text == token.text:
            token.norm_ = written.norm_
    return doc


def as_written(doc: Doc, sentence: Span) -> Doc:
    """A parsed sentence with its own words, where others or not all of them were shown."""
    words = [token.text for token in sentence]
    if words == [token.text for token in doc]:
        return doc
    from spacy.tokens import Doc

    places = shown(words).places
    own = {place: doc[i] for i, place in enumerate(places) if place is not None}
    rows = [_row(i, word, own, places) for i, word in enumerate(words)]
    told: dict[str, Any] = {name: [row[name] for row in rows] for name in rows[0]}
    spaces = [bool(token.whitespace_) for token in sentence]
    return Doc(sentence.vocab, words=words, spaces=spaces, **told)


def _row(
    place: int, word: str, own: dict[int, Token], places: Sequence[int | None]
) -> dict[str, int | str]:
    """What the grammar says of a word; of one that was left out, that it hangs by the one before
    it."""
    if place not in own:
        before = place - 1 if place else min(own)
        blank = {"tags": "_SP", "pos": "SPACE", "deps": "dep", "morphs": "", "lemmas": word}
        return {"heads": before, **blank}
    token = own[place]
    head = token.head
    while places[head.i] is None and head.head.i != head.i:
        head = head.head
    lemma = token.lemma_ if token.text == word else _LEMMAS.get(token.lemma_, word.lower())
    return {
        "heads": place if places[head.i] is None else int(places[head.i] or 0),
        "tags": token.tag_,
        "pos": token.pos_,
        "deps": token.dep_,
        "morphs": str(token.morph),
        "lemmas": lemma,
    }

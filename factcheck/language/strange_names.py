"""Names that the reference does not know, as answers: "based in X", "was designed by X Y".

A run of words with capitals that is no known name answers like one, where the reference says that
it can be none of those that it knows (`Names.is_other`).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from factcheck.language.sentences import Sentence
from factcheck.language.strangers import is_read
from factcheck.language.words import word_set
from factcheck.records import Mention

if TYPE_CHECKING:
    from spacy.tokens import Token

#: words in small letters within a name: "Rio de Janeiro"
_WITHIN = frozenset(("de", "do", "da", "del", "la", "le", "van", "der", "of", "on", "upon", "am"))
_LONGEST = 4
#: behind a name
_JUNIOR = frozenset(("Jr.", "Sr.", "Jr", "Sr"))
#: no names, at the beginning of a sentence
_OPENING = frozenset(("The", "A", "An", "In", "At", "On", "By", "Its", "Their", "His", "Her"))


def strangers_in(sentence: Sentence) -> list[Mention]:
    """The runs of words with capitals that are part of no known name, value or term."""
    taken = [(m.start, m.end) for m in sentence.mentions]
    taken += [(v.start, v.end) for v in sentence.values]
    taken += [(t.start, t.end) for t in sentence.terms]
    found: list[Mention] = []
    for run in _runs(sentence):
        start = sentence.start + run[0].idx
        end = sentence.start + run[-1].idx + len(run[-1])
        if not any(start < stop and begin < end for begin, stop in taken):
            found.append(Mention(start, end, sentence.quote(start, end), ()))
    return found


def _runs(sentence: Sentence) -> Iterator[list[Token]]:
    run: list[Token] = []
    for token in sentence.tokens:
        raw = sentence.raw[token.idx : token.idx + len(token)]
        opens = token.i == 0 and (token.pos_ != "PROPN" or raw in _OPENING)
        named = (raw[:1].isupper() and raw[-1:].isalpha() and not opens) or (run and raw in _WITHIN)
        named = named or (bool(run) and (raw in _JUNIOR or _is_hyphened(token, run[-1])))
        if named and run and run[-1].text in _WITHIN and is_read(token, sentence):
            yield from _trimmed(run)  # "in Larkham on May 6"
            run = []
        elif named:
            run.append(token)
        else:
            yield from _trimmed(run)
            run = []
    yield from _trimmed(run)


def title_of(name: Mention, sentence: Sentence) -> str:
    """The word right before a name that tells that it is a person's ("Ambassador X Y"); "" for
    none."""
    first = sentence.span(name.start, name.end).start
    before = sentence.doc[first - 1].lower_ if first else ""
    return before if before in _titles() else ""


@cache
def _titles() -> frozenset[str]:
    """Words before a name that tell an office."""
    lists = (("terms", "titles"), ("terms", "held"), ("spells", "office.titles"))
    return frozenset().union(*(word_set(*each) for each in lists))


def _is_hyphened(token: Token, last: Token) -> bool:
    """ "-soon" of "Min-soon", which comes as three tokens."""
    joined = token.idx == last.idx + len(last)
    return joined and (token.text == "-" or (last.text == "-" and token.text.isalpha()))


def _trimmed(run: list[Token]) -> Iterator[list[Token]]:
    """The name in a run of words with capitals: without the title before it."""
    while run and (run[-1].text in _WITHIN or run[-1].text == "-"):
        run = run[:-1]
    titles = [n for n, token in enumerate(run) if token.lower_ in _titles()]
    is_king = bool(run) and run[-1].text.isupper() and set(run[-1].text) <= set("IVX")
    if titles and titles[-1] + 2 < len(run) and not is_king:  # a name of two words is left
        run = run[titles[-1] + 1 :]
    parts = 2 * sum(token.text == "-" for token in run)
    if len(run) - parts <= _LONGEST and any(token.pos_ == "PROPN" for token in run):
        yield run

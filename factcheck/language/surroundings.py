"""What stands around a value, as cues from which a topic's `learned.csv` tells what it is of.

A cue is a short text: a relation and a word ("before=pay", "over=rise"). Names count as what they
name and other values by their kind, so that neither spelling nor size is a cue; nor is the value
itself, which may be wrong. The features are those usual in relation classification (words of the
neighbourhood, of the sentence and of the dependency path; GuoDong et al., ACL 2005).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from factcheck.language.memory import Context
from factcheck.language.sentences import Sentence
from factcheck.measures.values import Value

if TYPE_CHECKING:
    from spacy.tokens import Token

#: words on either side of a value that count as its neighbours
_NEAR = 10
#: of these, so many are told apart by their place
_PLACED = 3
#: how many steps up the tree
_UP = 3
#: what a cue weighs: in the same sentence, beside it in the tree, in the sentences before
_SAME, _BESIDE, _EARLIER, _EARLIER_NAME, _EARLIER_WORD = 0.6, 0.7, 0.5, 0.3, 0.2


def surroundings(value: Value, sentence: Sentence, context: Context) -> dict[str, float]:
    """The cues around a value, each with its weight (0 to 1)."""
    cues = dict.fromkeys(_of_itself(value), 1.0)
    said = _Words(value, sentence)
    for side, words in (("before", said.before), ("after", said.after)):
        for place, word in enumerate(words[:_NEAR]):
            weight = 1 / (1 + place / 3)
            for cue in (f"{side}={word}", f"{value.kind} near={word}"):
                cues[cue] = max(cues.get(cue, 0.0), weight)
            if place < _PLACED:
                cues[f"{side} {place + 1}={word}"] = 1.0
    for word in (*said.before, *said.after):
        cues[f"with={word}"] = cues[f"{value.kind} with={word}"] = _SAME
    cues.update(_of_tree(sentence.token(value), said))
    cues.update(_of_earlier(context))
    return cues


class _Words:
    """The words of a sentence as cues have them, nearest first; a name or value is one word."""

    def __init__(self, value: Value, sentence: Sentence) -> None:
        self._tokens = sentence.tokens
        #: token index -> what stands for it, and where that begins
        self._stands: dict[int, tuple[str, int]] = {}
        for mention in sentence.mentions:
            only = mention.entities[0] if len(mention.entities) == 1 else "?"
            self._put(sentence, mention.start, mention.end, f"<{only}>")
        for other in sentence.values:
            kind = f"<{other.kind} {other.unit}>" if other.unit else f"<{other.kind}>"
            self._put(sentence, other.start, other.end, kind)
        own = sentence.span(value.start, value.end)
        self.before = self._run(range(own.start))[::-1]
        self.after = self._run(range(own.end, len(self._tokens)))

    def __getitem__(self, place: int) -> str:
        """The word of a token index."""
        if place in self._stands:
            return self._stands[place][0]
        token = self._tokens[place]
        return "#" if token.is_digit else token.lemma_.lower()

    def _put(self, sentence: Sentence, start: int, end: int, word: str) -> None:
        span = sentence.span(start, end)
        for place in range(span.start, span.end):
            self._stands.setdefault(place, (word, span.start))

    def _run(self, places: range) -> list[str]:
        return [self[i] for i in places if self._stands.get(i, ("", i))[1] == i]


def _of_itself(value: Value) -> Iterator[str]:
    """Its kind and unit and what it counts, not its size."""
    yield f"kind={value.kind}"
    yield f"unit={value.unit or ''}"
    yield f"counts={value.of.split()[-1].lower() if value.of else ''}"
    yield f"per={value.per or ''}"
    yield f"hedge={value.hedge or ''}"


def _of_tree(token: Token, said: _Words) -> Iterator[tuple[str, float]]:
    """The words over, beside and under it in the tree."""
    yield f"hangs={token.dep_}", 1.0
    head = token
    for step in range(1, _UP + 1):
        if head.head.i == head.i:
            break
        head = head.head
        yield f"over {step}={said[head.i]}", 1.0
        yield f"over={said[head.i]}", 1.0
        for child in head.children:
            if child.i != token.i and child.dep_ not in ("punct", "det"):
                yield f"beside={said[child.i]}", _BESIDE
    for child in token.children:
        yield f"under={said[child.i]}", _BESIDE


def _of_earlier(context: Context) -> Iterator[tuple[str, float]]:
    """What the sentences before speak of."""
    for each in context.spoken_before():
        yield f"earlier of={each.name}", _EARLIER
    for name in context.just_before():
        yield f"earlier name=<{name}>", _EARLIER_NAME
    for word in sorted(context.memory[-1].lemmas) if context.memory else ():
        yield f"earlier={word}", _EARLIER_WORD

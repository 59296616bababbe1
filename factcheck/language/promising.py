"""How likely a piece that passes the gate tells something that can be judged, by its common words.

The gate asks whether something known and something checkable stand in a piece. In a speech every
third sentence has both ("we have made America stronger this year"), and one in a thousand tells
something that is known. What stands around the names and values tells the two apart: the weights
of `words/promising.json` are those of a logistic regression (`training/promising.py`). They are of
words that any English text has, and of the kinds of names and values, never of what these say: with
another name or another figure a piece is as promising as before.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise
from pathlib import Path

from factcheck.language.making import shifted
from factcheck.language.sentences import Sentence
from factcheck.measures.values import Value
from factcheck.records import Mention, Names

#: the least sum of weights (natural logarithm of odds) of a piece worth parsing: of the pieces that
#: hold something to judge it turns two in a thousand away (five-fold, `training/README.md`)
_LEAST = -3.0
#: the same of a sentence worth asking what its values and names are likely of, whatever was told
#: before it: of 11,000 verdicts in `claims/` and 3,900 in `tests/topics` that loses one, and of
#: the sentences parsed in real talk every second one is spared the network
_LEAST_LIKELY = -2.0
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
#: so many names, values, words in sixes and digits are told apart
_NAMES, _VALUES, _LENGTHS, _DIGITS = 3, 4, 8, 5
#: types of names that are told apart; all others are of one kind
_TYPES = frozenset(("country", "person", "organisation", "city"))


def is_promising(found: Iterable[str]) -> bool:
    """Whether a piece with these `signs` is worth parsing."""
    return _promise(found) >= _LEAST


def is_worth_asking(sentence: Sentence, names: Names) -> bool:
    """Whether it is worth asking what the values and names of a parsed sentence are likely of
    (`likely.py`), for which it has to be encoded."""
    at = sentence.start
    values = [shifted(value, -at) for value in sentence.values]
    mentions = [shifted(mention, -at) for mention in sentence.mentions]
    found = signs(sentence.raw, values, mentions, names, after_known=True, after_told=True)
    return _promise(found) >= _LEAST_LIKELY


def _promise(found: Iterable[str]) -> float:
    weights = _weights()
    return sum(weights.get(sign, 0.0) for sign in found) + weights["bias"]


@cache
def _weights() -> Mapping[str, float]:
    path = Path(__file__).with_name("words") / "promising.json"
    weights: dict[str, float] = json.loads(path.read_text(encoding="utf-8"))
    return weights


def signs(
    piece: str,
    values: Sequence[Value],
    mentions: Sequence[Mention],
    names: Names,
    *,
    after_known: bool,
    after_told: bool,
) -> set[str]:
    """What speaks for or against a piece: its words and pairs of words outside names and values,
    and what kinds of names and values it has, and how many. `values` and `mentions` are those in
    it, with offsets from its beginning; `after_known` and `after_told` are those of `gate.passes`.
    """
    low = [w.lower().replace("’", "'") for w in _WORD.findall(_rest(piece, values, mentions))]
    found = {f"w {word}" for word in low}
    found.update(f"b {word} {after}" for word, after in pairwise(low))
    found.update(_of_names(mentions, names))
    kinds = {value.kind for value in values}
    found.update(f"k {kind}" for kind in kinds)
    many = min(len(mentions), 2)
    found.update(f"kn {kind} {many} {after_known:d}" for kind in kinds or {"none"})
    for value in values:
        digits = sum(map(str.isdigit, value.text))
        found.add(f"v {value.kind} {min(digits, _DIGITS)}")
    found.add(f"nk {min(len(values), _VALUES)}")
    found.add(f"len {min(len(low) // 6, _LENGTHS)}")
    if after_known:
        found.add("ak")
    if after_told:
        found.add("at")
    return found


def _of_names(mentions: Sequence[Mention], names: Names) -> Iterator[str]:
    yield f"n {min(len(mentions), _NAMES)}"
    for mention in mentions:
        for name in mention.entities:
            entity = names.entity(name)
            if entity is not None:
                yield f"t {entity.type if entity.type in _TYPES else 'other'}"


def _rest(piece: str, values: Sequence[Value], mentions: Sequence[Mention]) -> str:
    """A piece without its names and values."""
    spans = sorted([*((v.start, v.end) for v in values), *((m.start, m.end) for m in mentions)])
    rest, done = [], 0
    for start, end in spans:
        rest.append(piece[done : max(start, done)])
        done = max(done, end)
    return " ".join((*rest, piece[done:]))

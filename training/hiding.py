"""Hiding rare words, so that the model learns what to make of a word that it has not seen.

Part of the inner letters changes at random: the first letter, the last three and the shape stay,
as these are what the network sees besides the word itself. The rarer a word, the more often it
is hidden (word dropout, after Kiperwasser and Goldberg 2016).
"""

import random
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from functools import partial

from training.augmenting import Augmenter, Run
from training.treebank import Sentence, Word

LETTERS = "abcdefghiklmnoprstuvwy"
SHORTEST = 5
KEPT_AT_END = 3


def hider(sentences: Iterable[Sentence], weight: float) -> Augmenter:
    """Hide a word that occurs n times in the sentences with the chance weight / (weight + n)."""
    counts = Counter(word.form.lower() for sentence in sentences for word in sentence.words)
    return partial(_hide, counts=counts, weight=weight)


def _hide(run: Run, chance: random.Random, *, counts: Counter[str], weight: float) -> Run:
    def hidden(word: Word) -> Word:
        if chance.random() >= weight / (weight + counts[word.form.lower()]):
            return word
        return replace(word, form=unknown(word.form, chance))

    return [replace(sentence, words=tuple(map(hidden, sentence.words))) for sentence in run]


def unknown(form: str, chance: random.Random) -> str:
    """A form like this one that is no word; short forms and those with signs stay."""
    if len(form) < SHORTEST or not form.isalpha() or not form.isascii():
        return form
    inner = form[1:-KEPT_AT_END]
    letters = (chance.choice(LETTERS) for _ in inner)
    drawn = "".join(n.upper() if o.isupper() else n for o, n in zip(inner, letters, strict=True))
    return form[0] + drawn + form[-KEPT_AT_END:]

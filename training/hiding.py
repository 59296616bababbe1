"""Hiding rare words, so that the model learns what to make of a word that it has not seen.

Part of the inner letters changes at random: the first letter, the last three and the shape stay,
as these are what the network sees besides the word itself, and so does its cluster, which many
words have that the treebanks do not. The rarer a word, the more often it is hidden (word dropout,
after Kiperwasser and Goldberg 2016).
"""

import random
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from functools import partial

from spacy.vectors import Vectors

from training.augmenting import Augmenter, Run
from training.treebank import Sentence, Word

LETTERS = "abcdefghiklmnoprstuvwy"
SHORTEST = 5
KEPT_AT_END = 3


def hider(sentences: Iterable[Sentence], weight: float, vectors: Vectors) -> Augmenter:
    """Hide a word that occurs n times in the sentences with the chance weight / (weight + n).

    What stands for it is entered in the vectors with the row of the word.
    """
    counts = Counter(word.form.lower() for sentence in sentences for word in sentence.words)
    return partial(_hide, counts=counts, weight=weight, vectors=vectors)


def _hide(
    run: Run, chance: random.Random, *, counts: Counter[str], weight: float, vectors: Vectors
) -> Run:
    def hidden(word: Word) -> Word:
        if chance.random() >= weight / (weight + counts[word.form.lower()]):
            return word
        form = unknown(word.form, chance)
        _share_row(vectors, word.form.lower(), form.lower())
        return replace(word, form=form)

    return [replace(sentence, words=tuple(map(hidden, sentence.words))) for sentence in run]


def _share_row(vectors: Vectors, word: str, stand_in: str) -> None:
    row = vectors.find(key=word)
    if row >= 0 > vectors.find(key=stand_in):
        vectors.add(stand_in, row=row)


def unknown(form: str, chance: random.Random) -> str:
    """A form like this one that is no word; short forms and those with signs stay."""
    if len(form) < SHORTEST or not form.isalpha() or not form.isascii():
        return form
    inner = form[1:-KEPT_AT_END]
    letters = (chance.choice(LETTERS) for _ in inner)
    drawn = "".join(n.upper() if o.isupper() else n for o, n in zip(inner, letters, strict=True))
    return form[0] + drawn + form[-KEPT_AT_END:]

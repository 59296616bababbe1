"""Making the training text less tidy: lower case, ALL CAPITALS, missing punctuation.

Posts and subtitles look like that. A whole run changes, as a whole post does, and only the
form of the words; tags, lemmas and trees stay what they are. Names can be made up, too, so
that a name that nobody has seen does not look like the beginning of a sentence.
"""

import random
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import TypeAlias

from training.treebank import Sentence, Word, keep_words

Run: TypeAlias = Sequence[Sentence]
Augmenter: TypeAlias = Callable[[Run, random.Random], Run]


def untouched(run: Run, chance: random.Random) -> Run:
    """The run as it is."""
    return run


def lowered(run: Run) -> Run:
    """The run in lower case."""
    return _respelled(run, str.lower)


def raised(run: Run) -> Run:
    """The run in capitals."""
    return _respelled(run, str.upper)


def without_punctuation(run: Run) -> Run:
    """The run without punctuation, hyphens aside; a sentence of nothing else stays."""
    return [_strip(sentence, only_ends=False) for sentence in run]


def without_ends(run: Run) -> Run:
    """The run without the marks at the end of its sentences."""
    return [_strip(sentence, only_ends=True) for sentence in run]


def with_made_up_names(run: Run, chance: random.Random) -> Run:
    """The run with the inner letters of its names shuffled."""
    return [
        replace(sentence, words=tuple(_made_up(word, chance) for word in sentence.words))
        for sentence in run
    ]


def augmenter(
    *, lower: float, upper: float, unpunctuated: float, made_up_names: float = 0.0
) -> Augmenter:
    """Change that share of the runs; letters, punctuation, names are chosen independently."""
    return partial(
        _augment,
        lower=lower,
        upper=upper,
        unpunctuated=unpunctuated,
        made_up_names=made_up_names,
    )


def one_after_the_other(first: Augmenter, second: Augmenter) -> Augmenter:
    """Both changes."""
    return lambda run, chance: second(first(run, chance), chance)


def _augment(
    run: Run,
    chance: random.Random,
    *,
    lower: float,
    upper: float,
    unpunctuated: float,
    made_up_names: float,
) -> Run:
    letters, marks = chance.random(), chance.random()
    if made_up_names and chance.random() < made_up_names:
        run = with_made_up_names(run, chance)
    if marks < unpunctuated / 2:
        run = without_punctuation(run)
    elif marks < unpunctuated:
        run = without_ends(run)
    if letters < lower:
        return lowered(run)
    if letters < lower + upper:
        return raised(run)
    return run


def _respelled(run: Run, respell: Callable[[str], str]) -> Run:
    return [
        replace(sentence, words=tuple(replace(w, form=respell(w.form)) for w in sentence.words))
        for sentence in run
    ]


def _made_up(word: Word, chance: random.Random) -> Word:
    if word.pos != "PROPN" or len(word.form) < 4 or not word.form.isalpha():
        return word
    inner = chance.sample(word.form[1:-1].lower(), len(word.form) - 2)
    return replace(word, form=word.form[0] + "".join(inner) + word.form[-1])


def _strip(sentence: Sentence, *, only_ends: bool) -> Sentence:
    words = sentence.words
    marks = {
        index for index, word in enumerate(words) if word.pos == "PUNCT" and word.tag != "HYPH"
    }
    if only_ends:
        marks = _closing(words, marks)
    if len(marks) == len(words):
        return sentence
    spaced = [
        replace(word, space_after=word.space_after or index + 1 in marks)
        for index, word in enumerate(words)
    ]
    return replace(sentence, words=keep_words(spaced, lambda index: index not in marks))


def _closing(words: Sequence[Word], marks: set[int]) -> set[int]:
    closing: set[int] = set()
    for index in range(len(words) - 1, -1, -1):
        if index not in marks:
            break
        if words[index].tag == ".":
            closing.add(index)
    return closing

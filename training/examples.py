"""From sentences to spaCy examples: runs of sentences, as raw text, with what is true of it.

spaCy cuts the text into its own tokens and lines them up with the words of the treebank, so
the model learns on the tokens it will see. Sentences come in runs of their own document, as
in a real text, and also alone, since factcheck parses chosen sentences by themselves.
"""

import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc
from spacy.training import Example
from spacy.vocab import Vocab

from training.augmenting import Augmenter
from training.treebank import Sentence, Word

SPACE_TAG = "_SP"
# What the lemmatizer and factcheck's rules use; more would only cost accuracy.
FEATURES = ("Degree=Cmp", "Degree=Sup", "Mood", "Number", "Person", "Tense", "VerbForm", "Voice")


def make_doc(vocab: Vocab, run: Sequence[Sentence], *, paragraph_break: str = " ") -> Doc:
    """The gold document of a run; `paragraph_break` parts the sentences that begin a paragraph."""
    words: list[Word] = []
    starts: list[bool] = []
    for position, sentence in enumerate(run):
        if position and sentence.starts_paragraph and paragraph_break != " ":
            last = len(words) - 1
            words.append(_space_word(paragraph_break, head=last))
            starts.append(False)
        offset = len(words)
        starts.extend(index == 0 for index in range(len(sentence.words)))
        words.extend(_moved(sentence.words, offset))
    spaces = [_space_after(words, starts, index) for index in range(len(words))]
    return Doc(
        vocab,
        words=[word.form for word in words],
        spaces=spaces,
        tags=[word.tag for word in words],
        pos=[word.pos for word in words],
        morphs=[kept_features(word.feats) for word in words],
        lemmas=[word.lemma for word in words],
        heads=[word.head for word in words],
        deps=[word.dep for word in words],
        sent_starts=[1 if start else -1 for start in starts],
    )


def make_example(nlp: Language, gold: Doc, *, show_sentences: bool = False) -> Example:
    """The text of a gold document, cut by spaCy; with sentences shown, the parser keeps to them."""
    example = Example(nlp.make_doc(gold.text), gold)
    if show_sentences:
        aligned = example.get_aligned_sent_starts()
        for token, start in zip(example.predicted, aligned, strict=True):
            token.is_sent_start = token.i == 0 or bool(start)
    return example


def training_examples(
    nlp: Language,
    documents: Sequence[Sequence[Sentence]],
    *,
    longest_run: int,
    share_alone: float,
    augment: Augmenter,
    chance: random.Random,
    show_sentences: bool,
) -> Iterator[Example]:
    """One pass over the documents in random runs and random order."""
    runs = [
        run for document in documents for run in _runs(document, longest_run, share_alone, chance)
    ]
    chance.shuffle(runs)
    for run in runs:
        paragraph_break = chance.choice((" ", " ", "\n", "\n\n"))
        gold = make_doc(nlp.vocab, augment(run, chance), paragraph_break=paragraph_break)
        yield make_example(nlp, gold, show_sentences=show_sentences)


def kept_features(feats: str) -> str:
    """Only the morphological features that the pipeline predicts."""
    return "|".join(part for part in feats.split("|") if part.startswith(FEATURES))


def _runs(
    document: Sequence[Sentence], longest: int, share_alone: float, chance: random.Random
) -> Iterator[Sequence[Sentence]]:
    start = 0
    while start < len(document):
        length = 1 if chance.random() < share_alone else chance.randint(1, longest)
        yield document[start : start + length]
        start += length


def _moved(words: Iterable[Word], offset: int) -> Iterator[Word]:
    return (replace(word, head=word.head + offset) for word in words)


def _space_word(text: str, *, head: int) -> Word:
    return Word(text, text, "SPACE", SPACE_TAG, "", head, "dep", space_after=False)


def _space_after(words: Sequence[Word], starts: Sequence[bool], index: int) -> bool:
    if index + 1 == len(words) or words[index + 1].pos == "SPACE":
        return False
    return words[index].space_after

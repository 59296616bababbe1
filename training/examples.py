"""From sentences to spaCy examples: runs of sentences, as raw text, with what is true of it.

spaCy cuts the text into its own tokens and lines them up with the words of the treebank, so
the model learns on the tokens it will see. Sentences come in runs of their own document, as
in a real text, and also alone, since factcheck parses chosen sentences by themselves.
"""

import random
from collections.abc import Iterator, Sequence

from spacy.language import Language
from spacy.tokens import Doc
from spacy.training import Example
from spacy.vocab import Vocab

from training.augmenting import Augmenter
from training.layout import PLAIN, lay_out, random_layout
from training.treebank import Sentence

# What the lemmatizer and factcheck's rules use; more would only cost accuracy.
FEATURES = ("Degree=Cmp", "Degree=Sup", "Mood", "Number", "Person", "Tense", "VerbForm", "Voice")


def make_doc(vocab: Vocab, run: Sequence[Sentence], *, layout: str = PLAIN) -> Doc:
    """The gold document of a run of sentences."""
    words, starts = lay_out(run, layout)
    return Doc(
        vocab,
        words=[word.form for word in words],
        spaces=[word.space_after for word in words[:-1]] + [False],
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
        aligned = example.get_aligned_sent_starts()  # type: ignore[no-untyped-call]
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
    """One pass over the documents in random runs, order and layout."""
    runs = [
        run for document in documents for run in _runs(document, longest_run, share_alone, chance)
    ]
    chance.shuffle(runs)
    for run in runs:
        gold = make_doc(nlp.vocab, augment(run, chance), layout=random_layout(chance))
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

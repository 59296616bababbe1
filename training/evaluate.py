"""Measures the shipped pipeline on text that it was not trained on; prints Markdown tables.

python -m training.evaluate --treebanks ../shared/treebanks
"""

import argparse
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.training import Example

from training.augmenting import Run, lowered, raised, without_ends, without_punctuation
from training.examples import make_doc
from training.layout import PLAIN
from training.scoring import Score, score_documents
from training.treebank import Sentence, read_treebank, split_documents

MEASURES = (
    "UAS",
    "LAS",
    "LAS with punctuation",
    "tag",
    "upos",
    "lemma",
    "lemma, any case",
    "token",
    "sentence",
)
RELATIONS = ("nsubj", "nsubj:pass", "obj", "obl", "nummod", "nmod", "amod", "compound", "case")
TEXTS = {
    "EWT dev": ("ewt-dev",),
    "GUM dev": ("gum-dev",),
    "dev": ("ewt-dev", "gum-dev"),
    "EWT test": ("ewt-test",),
    "GUM test": ("gum-test",),
    "test": ("ewt-test", "gum-test"),
    "PUD": ("pud-test",),
}
SPELLINGS: dict[str, Callable[[Run], Run]] = {
    "as written": list,
    "lower case": lowered,
    "capitals": raised,
    "no sentence-final marks": without_ends,
    "no punctuation": without_punctuation,
}
SPACY_SCORES = {"UAS": "dep_uas", "LAS": "dep_las", "tag": "tag_acc", "upos": "pos_acc",
                "lemma": "lemma_acc", "token": "token_f", "sentence": "sents_f"}  # fmt: skip


def main() -> None:
    """Print the tables of README.md."""
    parser = argparse.ArgumentParser(description="Measure the English pipeline of factcheck.")
    parser.add_argument("--treebanks", type=Path, required=True)
    parser.add_argument("--model", type=Path, default=Path("factcheck/language/english"))
    options = parser.parse_args()
    nlp = spacy.load(options.model)
    texts = {
        title: [s for name in names for s in read_treebank(options.treebanks / f"{name}.conllu.xz")]
        for title, names in TEXTS.items()
    }
    columns = {title: score(nlp, sentences) for title, sentences in texts.items()}
    print_table("F1, raw text", _figures(columns, MEASURES))
    print_table("F1 of relations", _figures(columns, RELATIONS))
    laid_out = {title: score(nlp, texts[title], layout="paragraphs") for title in ("dev", "test")}
    print_table("empty lines between paragraphs", _figures(laid_out, MEASURES))
    by_spacy = {title: spacy_scores(nlp, texts[title]) for title in ("dev", "test", "PUD")}
    print_table("by spaCy's own Scorer", by_spacy)
    for title in ("dev", "PUD"):
        spelled = {
            name: score(nlp, texts[title], respell=respell) for name, respell in SPELLINGS.items()
        }
        print_table(f"{title}, respelled", _figures(spelled, MEASURES))


def score(
    nlp: Language,
    sentences: Iterable[Sentence],
    *,
    respell: Callable[[Run], Run] = list,
    layout: str = PLAIN,
) -> Score:
    """Run whole documents as raw text and compare."""
    gold = [
        make_doc(nlp.vocab, respell(document), layout=layout)
        for document in split_documents(sentences)
    ]
    predicted = nlp.pipe(doc.text for doc in gold)
    return score_documents(zip(gold, predicted, strict=True))


def spacy_scores(nlp: Language, sentences: Iterable[Sentence]) -> dict[str, float]:
    """What spaCy's Scorer says, which looks only at words that its tokens line up with."""
    golds = [make_doc(nlp.vocab, document) for document in split_documents(sentences)]
    found = nlp.evaluate([Example(nlp.make_doc(gold.text), gold) for gold in golds])
    return {row: 100 * found[name] for row, name in SPACY_SCORES.items()}


def print_table(title: str, columns: dict[str, dict[str, float]]) -> None:
    """One Markdown table; F1 in per cent."""
    print(f"| {title} |", " | ".join(columns), "|")
    print("|---|" + "---|" * len(columns))
    for row in next(iter(columns.values())):
        print(f"| {row} |", " | ".join(f"{column[row]:.1f}" for column in columns.values()), "|")
    print()


def _figures(columns: dict[str, Score], rows: Sequence[str]) -> dict[str, dict[str, float]]:
    return {title: {row: found.f1(row) for row in rows} for title, found in columns.items()}


if __name__ == "__main__":
    main()

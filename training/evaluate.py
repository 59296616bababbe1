"""Measures the shipped pipeline on text that it was not trained on; prints Markdown tables.

python -m training.evaluate --treebanks ../shared/treebanks
"""

import argparse
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import spacy
from spacy.language import Language

from training.augmenting import Run, lowered, raised, without_ends, without_punctuation
from training.examples import make_doc
from training.layout import PLAIN
from training.scoring import Score, score_documents
from training.treebank import Sentence, read_treebank, split_documents

MEASURES = ("UAS", "LAS", "LAS with punctuation", "tag", "upos", "lemma", "lemma, any case",
            "token", "sentence")  # fmt: skip
RELATIONS = ("nsubj", "nsubj:pass", "obj", "obl", "nummod", "nmod", "amod", "compound", "case")
TEXTS = {
    "EWT dev": ["ewt-dev"], "GUM dev": ["gum-dev"], "dev": ["ewt-dev", "gum-dev"],
    "EWT test": ["ewt-test"], "GUM test": ["gum-test"], "test": ["ewt-test", "gum-test"],
    "PUD": ["pud-test"],
}  # fmt: skip
SPELLINGS: dict[str, Callable[[Run], Run]] = {
    "as written": list,
    "lower case": lowered,
    "capitals": raised,
    "no sentence-final marks": without_ends,
    "no punctuation": without_punctuation,
    "lower case, no punctuation": lambda run: lowered(without_punctuation(run)),
}


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
    print_table(columns, MEASURES)
    print_table(columns, RELATIONS)
    print("dev, with line breaks between paragraphs:")
    print_table({"dev": score(nlp, texts["dev"], layout="paragraphs")}, MEASURES)
    print("dev, respelled:")
    respelled = {
        title: score(nlp, texts["dev"], respell=respell) for title, respell in SPELLINGS.items()
    }
    print_table(respelled, MEASURES)
    print("PUD, respelled:")
    print_table(
        {title: score(nlp, texts["PUD"], respell=respell) for title, respell in SPELLINGS.items()},
        MEASURES,
    )


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


def print_table(columns: dict[str, Score], rows: Sequence[str]) -> None:
    """One Markdown table; F1 in per cent."""
    print("| |", " | ".join(columns), "|")
    print("|---|" + "---|" * len(columns))
    for row in rows:
        print(f"| {row} |", " | ".join(f"{s.f1(row):.1f}" for s in columns.values()), "|")
    print()


if __name__ == "__main__":
    main()

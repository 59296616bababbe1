"""Measures size, load time and speed of the shipped pipeline, in processor time of one core.

OMP_NUM_THREADS=1 python -m training.timing --treebanks ../shared/treebanks
"""

import argparse
import statistics
import subprocess
import sys
import time
from pathlib import Path

import spacy
from spacy.language import Language

from training.examples import make_doc
from training.treebank import read_treebank, split_documents

RUNS = 11
LOAD = """
import sys, time
start = time.process_time()
import spacy
imported = time.process_time()
nlp = spacy.load(sys.argv[1])
loaded = time.process_time()
nlp("South Korea began these military payments during my first term.")
print(imported - start, loaded - imported, time.process_time() - loaded)
"""


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description="Measure the English pipeline's speed.")
    parser.add_argument("--treebanks", type=Path, required=True)
    parser.add_argument("--model", type=Path, default=Path("factcheck/language/english"))
    options = parser.parse_args()
    size = sum(path.stat().st_size for path in options.model.rglob("*") if path.is_file())
    print(f"size: {size / 1e6:.2f} MB")
    runs = [_load_once(options.model) for _ in range(RUNS)]
    for name, seconds in zip(("import spacy", "load", "first text"), zip(*runs, strict=True),
                             strict=True):  # fmt: skip
        print(f"{name}: {statistics.median(seconds):.3f} s of processor time (median of {RUNS})")
    nlp = spacy.load(options.model)
    documents = split_documents(read_treebank(options.treebanks / "pud-test.conllu.xz"))
    texts = [make_doc(nlp.vocab, document).text for document in documents]
    print(f"whole pipeline: {_words_per_second(nlp, texts):,.0f} tokens per processor second")
    with nlp.select_pipes(enable="senter"):
        print(f"senter alone: {_words_per_second(nlp, texts):,.0f} tokens per processor second")


def _load_once(model: Path) -> tuple[float, ...]:
    command = [sys.executable, "-c", LOAD, str(model)]
    answer = subprocess.run(command, capture_output=True, text=True, check=True)
    return tuple(float(seconds) for seconds in answer.stdout.split())


def _words_per_second(nlp: Language, texts: list[str]) -> float:
    """The best of three passes over the texts, in tokens."""
    rates = []
    for _ in range(3):
        start = time.process_time()
        words = sum(len(doc) for doc in nlp.pipe(texts))
        rates.append(words / (time.process_time() - start))
    return max(rates)


if __name__ == "__main__":
    main()

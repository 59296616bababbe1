"""How fast a long transcript is read, how much of it is parsed, and what is flagged in it.

Run `python benchmarks/transcript.py [--words 790000] [--treebanks ../shared/treebanks]`. The text
is made of the silent statements of `claims/` (talk in which nothing may be flagged), in a seeded
order, and, where the treebanks are at hand, of ten of their sentences for each statement.
"""

from __future__ import annotations

import argparse
import lzma
import random
import time
import tomllib
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.api import Checker
from factcheck.language import pipeline
from factcheck.records import Document

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

ROOT = Path(__file__).parent.parent


def silent_statements() -> list[str]:
    """The texts of `claims/` without a claim to judge."""
    return [
        statement["text"]
        for path in sorted((ROOT / "claims").glob("seen-*.toml"))
        for statement in tomllib.loads(path.read_text("utf-8"))["statement"]
        if not statement.get("expected")
    ]


def treebank_sentences(folder: Path) -> list[str]:
    """The sentences of the training files, as written."""
    found = []
    for name in ("ewt-train", "gum-train"):
        with lzma.open(folder / f"{name}.conllu.xz", "rt", encoding="utf-8") as file:
            found += [line[9:].strip() for line in file if line.startswith("# text = ")]
    return found


def make_text(words: int, treebanks: Path | None) -> str:
    """About `words` words of talk, one paragraph for each silent statement."""
    chance = random.Random(7)
    talk = silent_statements()
    other = treebank_sentences(treebanks) if treebanks else []
    paragraphs: list[str] = []
    size = 0
    while size < words:
        paragraph = [chance.choice(talk)]
        if other:
            start = chance.randrange(len(other) - 10)
            paragraph += other[start : start + 10]
        paragraphs.append(" ".join(paragraph))
        size += len(paragraphs[-1].split())
    return "\n\n".join(paragraphs)


def main() -> None:
    """Measure, and print one line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--words", type=int, default=790_000)
    parser.add_argument("--treebanks", type=Path)
    options = parser.parse_args()
    text = make_text(options.words, options.treebanks)
    parsed = 0
    original = pipeline.parse

    def counting(sentences: Iterable[Span]) -> list[Doc]:
        nonlocal parsed
        sentences = list(sentences)
        parsed += sum(len(sentence.text.split()) for sentence in sentences)
        return original(sentences)

    pipeline.parse = counting
    with Checker() as checker:
        checker.check(Document("The Berlin Wall fell in 1989."))
        start, cpu = time.perf_counter(), time.process_time()
        report = checker.check(Document(text))
        seconds, cpu = time.perf_counter() - start, time.process_time() - cpu
    count = len(text.split())
    flagged = sum(verdict.is_flagged for verdict in report.verdicts)
    print(
        f"{count:,} words: {seconds:.0f} s ({cpu:.0f} s of processor time), "
        f"{parsed / count:.0%} parsed, {len(report.verdicts)} verdicts, {flagged} flagged"
    )


if __name__ == "__main__":
    main()

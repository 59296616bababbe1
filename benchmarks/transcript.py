"""How fast a long transcript is read, how much of it is parsed, and what is flagged in it.

Run `python -m benchmarks.transcript addresses` for the addresses of the presidents
since 1945 (`talk.py` says where they come from), or `made-up --treebanks ../shared/treebanks` for
as many words of silent statements and of sentences of the treebanks.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.talk import addresses, made_up
from factcheck.api import Checker
from factcheck.language import pipeline
from factcheck.records import Document

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

#: the words of the transcript that has to be read in a minute
_WORDS = 790_000


def main() -> None:
    """Measure, and print what is flagged and one line of figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("of", choices=("addresses", "made-up"))
    parser.add_argument("--words", type=int, default=_WORDS, help="of the made-up talk")
    parser.add_argument("--treebanks", type=Path)
    parser.add_argument("--since", type=int, default=1945, help="the first year of the addresses")
    options = parser.parse_args()
    documents = (
        [*addresses(options.since)]
        if options.of == "addresses"
        else [Document(made_up(options.words, options.treebanks))]
    )
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
        reports = [checker.check(document) for document in documents]
        seconds, cpu = time.perf_counter() - start, time.process_time() - cpu
    verdicts = [verdict for report in reports for verdict in report.verdicts]
    for verdict in verdicts:
        if verdict.is_flagged:
            print(f"flagged: {verdict.claim.quote!r} in {verdict.claim.sentence!r}")
    count = sum(len(document.text.split()) for document in documents)
    supported = sum(verdict.verdict == "supported" for verdict in verdicts)
    print(
        f"{count:,} words: {seconds:.0f} s ({cpu:.0f} s of processor time), {_WORDS:,} would take "
        f"{seconds / count * _WORDS:.0f} s; {parsed / count:.0%} parsed, "
        f"{sum(verdict.is_flagged for verdict in verdicts)} flagged, {supported} supported"
    )


if __name__ == "__main__":
    main()

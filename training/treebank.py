"""Reading treebanks: CoNLL-U, plain or xz-compressed, into sentences of words.

The text of a treebank and its words do not always agree. A multiword token ("don't") whose
words spell it ("do", "n't") becomes those words without a space between them, which is also
how spaCy cuts it; one whose words do not ("gimme": "give", "me") becomes a single word with
the annotation of the word that heads the others.
"""

import lzma
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

PARAGRAPH_MARK = re.compile(r"# newpar( id)?( =|$)")


@dataclass(frozen=True, slots=True)
class Word:
    """One syntactic word. `head` counts from 0 inside its sentence; a root is its own head."""

    form: str
    lemma: str
    pos: str
    tag: str
    feats: str
    head: int
    dep: str
    space_after: bool = True


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, and whether a document or a paragraph begins with it."""

    words: tuple[Word, ...]
    starts_document: bool = False
    starts_paragraph: bool = False


def read_treebank(path: Path) -> list[Sentence]:
    """All sentences of a `.conllu` or `.conllu.xz` file, in order."""
    opener = lzma.open if path.suffix == ".xz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        return list(read_sentences(lines))


def read_sentences(lines: Iterable[str]) -> Iterator[Sentence]:
    """Sentences of CoNLL-U lines; the last one needs no blank line after it."""
    block: list[str] = []
    for line in (*lines, ""):
        if line.strip():
            block.append(line.rstrip("\n"))
        elif block:
            yield _sentence(block)
            block = []


def split_documents(sentences: Iterable[Sentence]) -> list[list[Sentence]]:
    """The sentences, grouped by the document they stand in."""
    documents: list[list[Sentence]] = []
    for sentence in sentences:
        if sentence.starts_document or not documents:
            documents.append([])
        documents[-1].append(sentence)
    return documents


def keep_words(words: Sequence[Word], wanted: Callable[[int], bool]) -> tuple[Word, ...]:
    """Only the wanted words; what hung on a dropped word hangs on the nearest kept one above."""
    kept = [index for index in range(len(words)) if wanted(index)]
    position = {old: new for new, old in enumerate(kept)}
    return tuple(
        replace(words[old], head=position[_kept_head(words, old, position)]) for old in kept
    )


def _kept_head(words: Sequence[Word], index: int, position: dict[int, int]) -> int:
    head = words[index].head
    while head not in position:
        above = words[head].head
        head = index if above == head else above  # the root was dropped: become the root
    return head


def _sentence(block: Sequence[str]) -> Sentence:
    comments = [line for line in block if line.startswith("#")]
    words: list[Word] = []
    surfaces: list[tuple[int, int, str, bool]] = []
    for line in block:
        cells = line.split("\t")
        if line.startswith("#") or "." in cells[0]:
            continue
        space_after = "SpaceAfter=No" not in cells[9]
        if "-" in cells[0]:
            first, last = (int(number) - 1 for number in cells[0].split("-"))
            surfaces.append((first, last, cells[1], space_after))
        else:
            words.append(_word(cells, space_after))
    starts_document = any(line.startswith("# newdoc") for line in comments)
    starts_paragraph = any(PARAGRAPH_MARK.match(line) for line in comments)
    return Sentence(_apply_surfaces(words, surfaces), starts_document, starts_paragraph)


def _word(cells: Sequence[str], space_after: bool) -> Word:
    head, feats = int(cells[6]), cells[5]
    return Word(
        form=cells[1],
        lemma=cells[2],
        pos=cells[3],
        tag=cells[4],
        feats="" if feats == "_" else feats,
        head=int(cells[0]) - 1 if head == 0 else head - 1,
        dep="ROOT" if head == 0 else cells[7].lower(),
        space_after=space_after,
    )


def _apply_surfaces(
    words: list[Word], surfaces: Iterable[tuple[int, int, str, bool]]
) -> tuple[Word, ...]:
    dropped: set[int] = set()
    for first, last, surface, space_after in surfaces:
        span = range(first, last + 1)
        for index in span:
            words[index] = replace(words[index], space_after=space_after and index == last)
        if "".join(words[index].form for index in span) == surface:
            continue
        top = next((i for i in span if words[i].head == i or words[i].head not in span), first)
        words[top] = replace(words[top], form=surface, space_after=space_after)
        dropped.update(index for index in span if index != top)
    return keep_words(words, lambda index: index not in dropped)

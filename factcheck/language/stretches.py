"""A passage in stretches: which are read, and those parsed together in batches."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from factcheck.language.gate import names_strangers, passes, pieces
from factcheck.language.memory import REACH, Context
from factcheck.language.sentences import within
from factcheck.language.sorts import sort_nouns
from factcheck.language.words import words
from factcheck.measures.values import Value
from factcheck.records import Document, Names, Passage

if TYPE_CHECKING:
    from spacy.tokens import Doc


#: characters: the longest stretch read as one, and how much is parsed together
_LONGEST = 5_000
_BATCH = 20_000


_HYPHENED = re.compile(r"\w-\w")
_STAND_INS = re.compile(rf"\b(?:{'|'.join(words('stand_ins')['words'])})\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Stretch:
    """A piece of a document (end exclusive): whether it is read; if not, the entities it names."""

    start: int
    end: int
    is_read: bool
    named: tuple[str, ...] = ()


def stretches(
    passage: Passage, document: Document, values: Sequence[Value], context: Context
) -> Iterator[Stretch]:
    """Pieces of the text, each to be read or not; neighbours to be read come as one, so that
    the sentence component sees what it knows."""
    known_before = 0
    current: Stretch | None = None
    heads: set[str] = set()
    for start, end in pieces(document.text, passage.start, passage.end):
        piece = document.text[start:end]
        mentions = context.names.mentions(piece)
        named = tuple(dict.fromkeys(name for m in mentions for name in m.entities))
        kinds = {value.kind for value in within(values, start, end)}
        strange = names_strangers(piece, [(m.start, m.end) for m in mentions])
        is_read = passes(
            piece, kinds, len(mentions), known_before > 0, context.wording, heads, strange=strange
        )
        heads.update(noun for name in named for noun in sort_nouns(name, context.names))
        known_before = REACH if mentions else known_before - 1
        if is_read and current and end - current.start < _LONGEST:
            current = replace(current, end=end)
            continue
        if current:
            yield current
        current = Stretch(start, end, True) if is_read else None
        if not is_read:
            yield Stretch(start, end, False, named)
    if current:
        yield current


def batches(stretches: Iterable[Stretch]) -> Iterator[list[Stretch]]:
    """Stretches with some `_BATCH` characters to be parsed in each batch."""
    batch: list[Stretch] = []
    size = 0
    for stretch in stretches:
        batch.append(stretch)
        size += stretch.end - stretch.start if stretch.is_read else 0
        if size > _BATCH:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def parsed_together(
    stretches: Sequence[Stretch], document: Document, values: Sequence[Value], names: Names
) -> Iterator[list[tuple[int, Doc]]]:
    """For each stretch its parsed sentences, each with its offset in the document."""
    if not stretches:
        return
    from factcheck.language.pipeline import parse, split

    texts = [_readable(document.text, s.start, s.end, values, names) for s in stretches]
    spans = split(texts)
    docs = iter(parse(span for each in spans for span in each))
    for stretch, each in zip(stretches, spans, strict=True):
        yield [(stretch.start + span.start_char, next(docs)) for span in each]


def _readable(text: str, start: int, end: int, values: Sequence[Value], names: Names) -> str:
    """The text for the parser: as long as it is, with stand-ins for words in values, and each
    part of a person's name as one word."""
    pieces, done = [], start
    text = _with_joined_names(text, start, end, names)
    for value in within(values, start, end):
        pieces += [text[done : value.start], _STAND_INS.sub(_stand_in, value.text)]
        done = value.end
    return "".join([*pieces, text[done:end]])


def _with_joined_names(text: str, start: int, end: int, names: Names) -> str:
    """ "Moon Jae-in" with a letter for the hyphen: the parser takes the "in" for a preposition."""
    if not _HYPHENED.search(text, start, end):
        return text
    for mention in names.mentions(text[start:end]):
        people = {e.type for name in mention.entities if (e := names.entity(name))} == {"person"}
        if people and "-" in mention.text:
            joined = re.sub(r"(?<=\w)-(?=\w)", "a", mention.text)
            place = start + mention.start
            text = text[:place] + joined + text[place + len(joined) :]
    return text


def _stand_in(match: re.Match[str]) -> str:
    word = words("stand_ins")["words"][match.group().lower()]
    return word.upper() if match.group().isupper() else str(word)

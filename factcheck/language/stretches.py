"""A passage in stretches: which are read, parsed together in batches."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from factcheck.language.asked import asks_figure, is_brief
from factcheck.language.gate import names_strangers, passes, pieces, so_many_did
from factcheck.language.making import shifted
from factcheck.language.memory import REACH, Context, is_short
from factcheck.language.pairing import is_bare_sum
from factcheck.language.promising import is_promising, signs
from factcheck.language.scores import scores_in
from factcheck.language.sentences import within
from factcheck.language.sorts import sort_nouns
from factcheck.language.words import words
from factcheck.measures.values import Value
from factcheck.records import Document, Names, Passage

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span


#: characters: the longest stretch read as one, and how much is parsed together
_LONGEST = 5_000
_BATCH = 20_000
#: so many rough sentences behind one that tells a value of something known more of it may be told
_AFTER_TOLD = 3


_HYPHENED = re.compile(r"\w-\w")
_STAND_INS = re.compile(rf"\b(?:{'|'.join(words('stand_ins')['words'])})\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of a document (end exclusive): whether it is read, and the entities it names."""

    start: int
    end: int
    is_read: bool
    named: tuple[str, ...] = ()
    #: something known was named shortly before
    after_known: bool = False
    #: how many rough sentences it is made of
    pieces: int = 1
    #: it may tell a value of something that it names
    tells: bool = False


class Stretches:
    """The parts of a passage: which are read, at first by rough sentences, then by true ones.
    `earlier`: those of the passage before, whose last words may be answered here."""

    def __init__(
        self,
        document: Document,
        values: Sequence[Value],
        context: Context,
        earlier: Stretches | None = None,
    ) -> None:
        self._document = document
        self._values = values
        self._context = context
        #: the last words of the names so far ("the fund")
        self._heads = set[str]()
        #: for so many rough sentences a value of something known counts as told before
        self._told_before: int = earlier._told_before if earlier else 0
        #: for so many rough sentences something known counts as named before
        self._known_before: int = earlier._known_before if earlier else 0
        self._before: Stretch | None = earlier._before if earlier else None

    def of(self, passage: Passage) -> Iterator[Stretch]:
        """Stretches to be read or not; neighbours to be read come as one, so that the sentence
        component sees what it knows."""
        current: Stretch | None = None
        for start, end in pieces(self._document.text, passage.start, passage.end):
            piece = self._look(start, end, self._known_before > 0, self._told_before > 0)
            self._told_before = _AFTER_TOLD if piece.tells else self._told_before - 1
            piece = self._asking(piece, self._before, self._known_before > 0)
            self._before = piece
            if piece.named:
                self._known_before = REACH
            elif not is_short(self._document.text[start:end]):
                self._known_before -= 1
            if piece.is_read and current and end - current.start < _LONGEST:
                named = (*current.named, *piece.named)
                current = replace(current, end=end, named=named, pieces=current.pieces + 1)
                continue
            if current:
                yield current
            current = piece if piece.is_read else None
            if not piece.is_read:
                yield piece
        if current:
            yield current

    def _asking(self, piece: Stretch, before: Stretch | None, after_known: bool) -> Stretch:
        """The piece, read as well where it asks for a figure of something known, or may answer
        the one before."""
        if piece.is_read:
            return piece
        text = self._document.text[piece.start : piece.end]
        if asks_figure(text):
            return replace(piece, is_read=bool(piece.named) or after_known)
        if before is None or not asks_figure(self._document.text[before.start : before.end]):
            return piece
        has_figure = any(within(self._values, piece.start, piece.end))
        return replace(piece, is_read=has_figure and is_brief(text))

    def _look(self, start: int, end: int, after_known: bool, after_told: bool) -> Stretch:
        names = self._context.names
        text = self._document.text[start:end]
        mentions = names.mentions(text)
        named = tuple(dict.fromkeys(name for m in mentions for name in m.entities))
        inside = within(self._values, start, end)
        kinds = {value.kind for value in inside}
        if after_told and any(map(is_bare_sum, inside)):
            kinds.add("amount")
        strange = names_strangers(text, [(m.start, m.end) for m in mentions])
        is_read = passes(
            text,
            kinds,
            len(mentions),
            after_known,
            self._context.wording,
            self._heads,
            strange=strange,
            after_told=after_told,
        )
        is_read = is_read and (
            so_many_did(text, kinds)
            or any(not score.is_bare for score in scores_in(text))
            or is_promising(
                signs(
                    text,
                    [shifted(value, -start) for value in inside],
                    mentions,
                    names,
                    after_known=after_known,
                    after_told=after_told,
                )
            )
        )
        self._heads.update(noun for name in named for noun in sort_nouns(name, names))
        tells = bool(kinds - {"ordinal"} and named)  # "the 11th Agreement" is no more than a name
        return Stretch(start, end, is_read, named, after_known, tells=tells)

    def parsed(self, batch: Sequence[Stretch]) -> Iterator[Stretch | tuple[int, Doc]]:
        """The parts of a batch: those not read as they are, and the parsed sentences of the
        others, each with its offset in the document."""
        read = [stretch for stretch in batch if stretch.is_read]
        if not read:
            yield from batch
            return
        from factcheck.language.pipeline import parse, split

        document, values, names = self._document, self._values, self._context.names
        texts = (_readable(document.text, s.start, s.end, values, names) for s in read)
        sentences = iter(split(texts))
        parts = [
            part
            for stretch in batch
            for part in (self._parts(stretch, next(sentences)) if stretch.is_read else [stretch])
        ]
        docs = iter(parse(part[1] for part in parts if not isinstance(part, Stretch)))
        for part in parts:
            yield part if isinstance(part, Stretch) else (part[0], next(docs))

    def _parts(
        self, stretch: Stretch, sentences: Sequence[Span]
    ) -> Iterator[Stretch | tuple[int, Span]]:
        """The sentences of a stretch, each with its offset; where it has more than were seen in it
        before, those that cannot hold a claim by themselves are not read."""
        after_known, told_before = stretch.after_known, 0
        before: Stretch | None = None
        for sentence in sentences:
            start = stretch.start + sentence.start_char
            if len(sentences) > stretch.pieces:
                end = stretch.start + sentence.end_char
                part = self._look(start, end, after_known, told_before > 0)
                told_before = _AFTER_TOLD if part.tells else told_before - 1
                part = before = self._asking(part, before, after_known)
                after_known = after_known or bool(part.named)
                if not part.is_read:
                    yield part
                    continue
            yield start, sentence


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

"""The trained spaCy pipeline: sentence boundaries first, grammar only where it is wanted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Span

#: texts longer than this are split before they reach spaCy
LONGEST = 20_000


@cache
def load_pipeline() -> Language:
    """The pipeline shipped in `english/`, loaded once."""
    import spacy

    return spacy.load(Path(__file__).with_name("english"))


def split(text: str) -> list[Span]:
    """The sentences of `text`, by the sentence component alone (no parsing)."""
    nlp = load_pipeline()
    doc = nlp.make_doc(text)
    return list(nlp.get_pipe("senter")(doc).sents) if len(doc) else []


def parse(sentences: Iterable[Span]) -> Iterator[Doc]:
    """Each sentence as a `Doc` of its own, with tags, lemmas and dependencies."""
    nlp = load_pipeline()
    yield from nlp.pipe((_alone(sentence) for sentence in sentences), disable=["senter"])


def _alone(sentence: Span) -> Doc:
    doc = sentence.as_doc()
    for token in doc[1:]:
        token.is_sent_start = False
    return doc

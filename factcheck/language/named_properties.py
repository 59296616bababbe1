"""Properties that are called like something with a name: "grand_prix" by "the Grand Prix".

The name may be written otherwise than the column's, or be another name of the same thing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from factcheck.language.sentences import Hit
from factcheck.language.wording import Wording
from factcheck.records import Mention

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


def named_hits(doc: Doc, mentions: Sequence[Mention], wording: Wording) -> Iterator[Hit]:
    """The names in a sentence (offsets in it) as words for the properties called like them."""
    for mention in mentions:
        properties = dict.fromkeys(
            each
            for name in (mention.text, *mention.entities)
            for each in wording.of_name(name)
            if each.type == "entity"
        )
        span = doc.char_span(mention.start, mention.end, alignment_mode="expand")
        if properties and span is not None:
            yield Hit(span.start, span.root.i + 1, "noun", tuple(properties))


def outside_names(
    hits: Sequence[Hit], tokens: Sequence[Token], mentions: Sequence[Mention]
) -> Iterator[Hit]:
    """The hits without adjectives within a name: "The Long March" says nothing of its length."""
    names = [m for m in mentions if " " in m.text]
    for hit in hits:
        place = tokens[hit.start].idx
        if hit.form != "adjective" or not any(m.start <= place < m.end for m in names):
            yield hit

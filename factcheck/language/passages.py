"""From a document to its sentences: gate, parsing, and what is found in each by itself."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from factcheck.encoder.marking import REACH
from factcheck.language.inflection import bare
from factcheck.language.making import Findings, shifted
from factcheck.language.memory import SHORT, Context, is_of_stranger
from factcheck.language.named_properties import named_hits, outside_names
from factcheck.language.offices import office_hits
from factcheck.language.pairing import carry_units, money_before
from factcheck.language.said_briefly import is_of_another_edition, with_brief, with_shared_units
from factcheck.language.sentences import Sentence, forms, is_in_force, is_in_name, within
from factcheck.language.stretches import Stretch, Stretches, batches
from factcheck.language.terms import find_terms
from factcheck.language.unclaimed import unjudged
from factcheck.measures.reading import read_values
from factcheck.measures.values import Value
from factcheck.records import Document, Passage

if TYPE_CHECKING:
    from spacy.tokens import Doc


def read_sentences(document: Document, context: Context, found: Findings) -> Iterator[Sentence]:
    """The sentences that may hold a claim, annotated, in order; each must have been read and
    remembered before the next is asked for. What is passed over goes to `found`."""
    whole = Passage(0, len(document.text), document.speaker)
    stretches: Stretches | None = None
    for passage in document.passages or (whole,):
        context.enter(passage.speaker or document.speaker)
        text = document.text[passage.start : passage.end]
        values = [shifted(v, passage.start) for v in read_values(text, document.date)]
        context.told = document.text, values
        stretches = Stretches(document, values, context, stretches)
        for batch in batches(stretches.of(passage)):
            for part in stretches.parsed(batch):
                if isinstance(part, Stretch):
                    _pass_over(part, document, values, context, found)
                    continue
                offset, doc = part
                raw = document.text[offset : offset + len(doc.text)]
                before = document.text[max(passage.start, offset - REACH) : offset]
                yield annotate(doc, raw, offset, passage, values, context, before)


def _pass_over(
    stretch: Stretch,
    document: Document,
    values: Sequence[Value],
    context: Context,
    found: Findings,
) -> None:
    inside = within(values, stretch.start, stretch.end)
    found.not_judged += [unjudged(v, "no_subject") for v in inside]
    if not stretch.named:
        context.skip(document.text[stretch.start : stretch.end])
        return
    text = document.text[stretch.start : stretch.end]
    said = re.findall(r"\w+", text.lower())
    lemmas = frozenset(form for word in said for form in bare(word))
    context.remember(stretch.named, lemmas, is_name=len(said) < SHORT - 1)
    context.of_stranger = is_of_stranger(text, context.names)


def annotate(
    doc: Doc,
    raw: str,
    offset: int,
    passage: Passage,
    values: Sequence[Value],
    context: Context,
    before: str = "",
) -> Sentence:
    """A parsed sentence with its values, names, terms of office and wording."""
    end = offset + len(raw)
    mentions = [shifted(m, offset) for m in context.names.mentions(raw)]
    mentions = [m for m in mentions if not is_of_another_edition(m, raw, offset)]
    own = [v for v in within(values, offset, end) if not is_in_name(v, mentions)]
    brief = with_brief(raw, offset, own, mentions)
    money = money_before(values, passage.start, offset)
    inside = tuple(carry_units(with_shared_units(raw, offset, brief), money))
    local = [shifted(m, -offset) for m in mentions]
    recent, speaker = list(context.recent()), context.speaker_entity
    terms = find_terms(raw, local, context.names, speaker, recent, context.asked_on)
    tokens = tuple(doc)
    said, wording = tuple(map(forms, tokens)), context.wording
    hits = (*wording.hits(tokens, said), *office_hits(tokens, wording.of_offices))
    return Sentence(
        doc,
        raw,
        offset,
        passage,
        inside,
        tuple(mentions),
        tuple(shifted(term, offset) for term in terms),
        (*outside_names(hits, tokens, local), *named_hits(doc, local, wording)),
        tokens,
        frozenset(token.lower_ for token in tokens),
        said,
        frozenset().union(*(f for t, f in zip(tokens, said, strict=True) if not is_in_force(t))),
        before,
    )

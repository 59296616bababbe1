"""The trained spaCy pipeline: sentence boundaries first, grammar only where it is wanted."""

from __future__ import annotations

import gc
import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.language.shown import alone, as_written

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Span, Token
    from threadpoolctl import ThreadpoolController  # type: ignore[import-untyped]

#: tokens in a sentence, at most
LONGEST = 120
#: what ends a sentence in a text that is written with marks
_ENDED = re.compile(r"[.!?…:;][\"”’')\]]*\s*$")

#: a text that has such marks at its end alone is one sentence
_ONE = re.compile(r"(?:[^.!?…:;\n]|[.:](?=\d))+[.!?…:;]+[\"”’')\]]*\s*$")


#: an abbreviation at the end: "U.S.", "Nov.", "Gen."
_SHORT = re.compile(r"(?:\b[A-Z]|\b[A-Z][a-z]{1,3})\.\s*$")


#: what an "it" or "there" that stands for nothing announces
_CLAUSES = frozenset(
    ("nsubj", "csubj", "nsubj:pass", "csubj:pass", "ccomp", "xcomp", "advcl", "cop")
)
_FINITE = frozenset(("VBD", "VBP", "VBZ"))
#: where a report was written: "LARKHAM (Wire) - The …", "LARKHAM, Holtland --"
_DATELINE = re.compile(
    r"[A-Z][A-Z .'’-]+(?:, [A-Z][\w. ]+)?(?: \([A-Z][\w ]+\))? (?:-|--|–|—) (?=[\"“‘A-Z])"
)


@cache
def load_pipeline() -> Language:
    """The pipeline shipped in `english/`, loaded once."""
    import spacy
    from spacy.tokenizer import Tokenizer  # type: ignore[import-not-found]
    from spacy.util import registry
    from thinc.api import use_ops

    def empty() -> Callable[[Language], Tokenizer]:
        return lambda nlp: Tokenizer(nlp.vocab)

    # the tokenizer's rules come from disk: those of English need not be built before (70 ms)
    registry.tokenizers("factcheck.Tokenizer.v1", func=empty)
    changed = {"nlp.tokenizer": {"@tokenizers": "factcheck.Tokenizer.v1"}}
    # numpy multiplies matrices three times as fast as the library that spaCy takes by itself
    with use_ops("numpy", use_blis=False):
        loaded = spacy.load(Path(__file__).with_name("english"), config=changed)
    gc.freeze()  # what is loaded now stays, and need not be looked through again
    return loaded


def split(texts: Iterable[str]) -> list[list[Span]]:
    """The sentences of each text, by the sentence component alone (no parsing)."""
    nlp = load_pipeline()
    others = [name for name in nlp.pipe_names if name != "senter"]
    docs = [(nlp.make_doc(text), bool(_ONE.match(text))) for text in texts]
    _through((doc for doc, is_one in docs if not is_one), without=others)
    each = [[doc[:]] if is_one else _sentences(doc) for doc, is_one in docs]
    return [[part for sentence in sentences for part in _cut(sentence)] for sentences in each]


def _sentences(doc: Doc) -> list[Span]:
    sentences = list(doc.sents) if len(doc) else []
    return _joined(sentences) if _ENDED.search(doc.text) else sentences


def _cut(sentence: Span) -> Iterator[Span]:
    """A run of words without end is read in parts: what is related stands near; the place of a
    report ("LARKHAM - The …") by itself."""
    place = _DATELINE.match(sentence.text)
    begins = sentence.start
    if place:
        begins += sum(token.idx - sentence.start_char < place.end() for token in sentence)
        yield sentence.doc[sentence.start : begins]
    for start in range(begins, sentence.end, LONGEST):
        yield sentence.doc[start : min(start + LONGEST, sentence.end)]


def _joined(sentences: list[Span]) -> list[Span]:
    """Where a text ends its sentences with marks, a boundary without one is an error."""
    joined: list[Span] = []
    for sentence in sentences:
        if joined and _runs_on(joined[-1], sentence):
            joined[-1] = sentence.doc[joined[-1].start : sentence.end]
        else:
            joined.append(sentence)
    return joined


def _runs_on(one: Span, other: Span) -> bool:
    """Whether two stretches are one sentence: no mark between, or a small letter after one."""
    if "\n" in one.text_with_ws[-3:]:
        return False
    first = next((c for c in other.text if c.isalnum()), "")
    if not _ENDED.search(one.text):
        return True
    return first.islower() and bool(_SHORT.search(one.text))


def parse(sentences: Iterable[Span]) -> list[Doc]:
    """Each sentence as a `Doc` of its own, with tags, lemmas and dependencies."""
    sentences = list(sentences)
    docs = _through(map(alone, sentences), without=["senter"])
    return [_mended(as_written(*each)) for each in zip(docs, sentences, strict=True)]


def _mended(doc: Doc) -> Doc:
    """ "620 people work there": a noun before a finite verb is no part of a compound with it.
    "The sixth was signed in 2005 and the fifth in 2002": the second year is the fifth's. "It lasts
    six years": "it" stands for something, where no clause follows that it announces."""
    for token in doc:
        verb = token.head
        if token.dep_ == "orphan":
            token.dep_ = "nmod"
        if token.lower_ in ("which", "that") and token.dep_ == "nsubj":
            _give_subject(token)
        if token.dep_ == "expl" and not any(c.dep_ in _CLAUSES for c in verb.children):
            token.dep_ = "nsubj"
        if token.dep_ != "compound" or verb.tag_ not in _FINITE or token.i + 1 != verb.i:
            continue
        if token.pos_ == "NOUN" and not any(c.dep_.startswith("nsubj") for c in verb.children):
            token.dep_ = "nsubj"
    return doc


def _give_subject(pronoun: Token) -> None:
    """ "a deal which Minister Lind signed": the name hangs in the pronoun, but acts."""
    for noun in pronoun.children:
        is_bare = noun.dep_ == "nmod" and not any(c.dep_ == "case" for c in noun.children)
        if is_bare and pronoun.i < noun.i < pronoun.head.i and noun.pos_ == "PROPN":
            pronoun.dep_, noun.dep_, noun.head = "obj", "nsubj", pronoun.head
            return


def _through(docs: Iterable[Doc], *, without: list[str]) -> list[Doc]:
    """What the pipeline makes of documents, with some components left out. In one thread: its
    matrices are small, and several threads wait more than they work."""
    nlp = load_pipeline()
    with _matrices().limit(limits=1):
        return list(nlp.pipe(docs, disable=without))


@cache
def _matrices() -> ThreadpoolController:
    from threadpoolctl import ThreadpoolController

    return ThreadpoolController().select(user_api="blas")

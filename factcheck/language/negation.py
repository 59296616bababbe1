"""Negation and its scope: "did not begin under X", "not 45,000 but 28,500", "no agreement …"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factcheck.language.asides import left_out
from factcheck.language.trees import clause_of, text_of

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_NOT = frozenset(("not", "n't", "never", "nt", "n’t", "hardly", "neither", "nor", "nowhere"))
#: what may stand between "not" and the phrase that it denies
_LIGHT = frozenset(("in", "on", "at", "under", "by", "the", "a", "an", "until", "during", "about"))


def is_negated(span: Span, token: Token) -> bool:
    """Whether what is said by `span` is denied in its own clause.

    "not A but B" denies A alone; "no longer" and "not only" deny nothing of this kind.
    """
    doc, text = span.doc, text_of(span.doc).lower()
    before = _before(span)
    if before is not None:
        return True
    head = clause_of(token)
    heads = [head.i]
    while head.dep_ == "xcomp":  # "did not start paying in 2019"
        head = clause_of(head.head)
        heads.append(head.i)
    said = doc if any(each in text for each in _NOT) else ()
    aside = left_out([t.text for t in said]) if said else frozenset()
    for word in said:
        if word.lower_ not in _NOT or _is_idiom(word) or word.i in aside:  # "believe it or not"
            continue
        if word.head.i not in (*heads, token.i) and clause_of(word).i not in heads:
            continue
        between = doc[min(word.i, span.start) : max(word.i, span.end)]
        contrast = any(t.lower_ in ("but", "rather") for t in between) or ", it is" in between.text
        if word.i < span.start and not contrast:
            return not _denies_other(word, span)
    subject = [c for c in head.children if c.dep_ in ("nsubj", "nsubj:pass")]
    return any(
        c.lower_ == "no" and not any(t.text == ":" for t in doc[c.i : span.start])
        for s in subject
        for c in s.children
    )


def _before(span: Span) -> Token | None:
    """The "not" directly before the phrase, light words aside."""
    for other in reversed(list(span.doc[max(span.start - 3, 0) : span.start])):
        if other.lower_ in ("not", "never", "n't", "n’t"):
            return None if _is_idiom(other) else other
        if other.lower_ not in _LIGHT:
            return None
    return None


def _is_idiom(word: Token) -> bool:
    following = word.doc[word.i + 1].lower_ if word.i + 1 < len(word.doc) else ""
    return following in ("only", "just", "least", "longer", "to", "merely", "surprisingly")


def _denies_other(word: Token, span: Span) -> bool:
    """ "… not A, B": the denied phrase stands directly after "not", and ours comes later."""
    following = word.doc[word.i + 1 : span.start]
    return (
        word.head.i > word.i
        and any(t.text == "," for t in following)
        and word.head.pos_ not in ("VERB", "AUX")
    )


_IS_NOT = r"(?:\w+n['’]t|(?:do|does|did|is|are|was|were|have|has|had) not)"
_THEY = r"(?:we|they|it|he|she|you|there|that|I)"
#: "we've got 45,000 troops there, no, no, we don't"; "it was founded in 1955, and it wasn't"
_DENIED = re.compile(
    rf"[^.;:!?]{{0,60}},\s+(?:(?P<no>no\b,?\s+(?:no\b,?\s+)?{_THEY}\s+{_IS_NOT})\b"
    rf"|(?P<but>(?:and|but)\s+{_THEY}\s+{_IS_NOT})(?=\s*(?:[,.;!]|$)))",
    re.IGNORECASE,
)


def denied_behind(text: str, end: int) -> str | None:
    """The words by which what ends at `end` is denied in the same breath; `None`: it is not."""
    found = _DENIED.match(text, end)
    return found["no"] or found["but"] if found else None

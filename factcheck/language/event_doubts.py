"""Words of an event that are said of something else than a subject which stands near by.

"about 1.25 trillion is due next year", "the treaty was signed in 1953; …; the tenth of them was
signed in 2014", "took over from X", "prime minister from 2010" of somebody who led another body.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.language.memory import Context
from factcheck.language.sentences import Hit, Sentence
from factcheck.language.strangers import case_of
from factcheck.language.subjects import Subject
from factcheck.language.titles import is_other_office
from factcheck.language.trees import clause_of

if TYPE_CHECKING:
    from spacy.tokens import Token

_FIGURES = ("number", "amount", "percentage")


def is_of_another(
    hit: Hit, verb: Token, subject: Subject, sentence: Sentence, context: Context
) -> bool:
    """Whether the event that `verb` tells of is one of something else."""
    if hit.form == "noun":
        return is_other_office(verb, subject.name, sentence, context)
    return (
        _is_of_figure(verb, sentence)
        or _comes_later(subject, verb)
        or _goes_before(subject, verb, context)
    )


def _is_of_figure(verb: Token, sentence: Sentence) -> bool:
    """Said of a sum, of no agreement; by the tree or by what stands right before it."""
    subjects = [c for c in clause_of(verb).children if c.dep_.startswith("nsubj")]
    before = list(verb.doc[max(verb.i - 2, 0) : verb.i])
    if before and before[-1].lemma_.lower() == "be":
        subjects.append(before[0])
    places = [sentence.start + token.idx for token in subjects]
    return any(
        v.start <= place < v.end for place in places for v in sentence.values if v.kind in _FIGURES
    )


def _comes_later(subject: Subject, verb: Token) -> bool:
    """Whether all words of the subject stand after the verb, past a semicolon."""
    tokens = [t.i for group in subject.tokens for t in group]
    if not tokens or min(tokens) < verb.i:
        return False
    return any(t.text == ";" for t in verb.doc[verb.i : min(tokens)])


def _goes_before(subject: Subject, verb: Token, context: Context) -> bool:
    """ "took over from X": X does not take the office but leaves it."""
    tokens = [t for group in subject.tokens for t in group]
    held = bool(context.names.terms(subject.name))
    return (
        held
        and bool(tokens)
        and all(t.i > verb.i and t.head.i == verb.i and case_of(t) == "from" for t in tokens)
    )

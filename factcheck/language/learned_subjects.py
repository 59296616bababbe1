"""Of which subjects a value may be, by what is spoken of and what is likely."""

from __future__ import annotations

import re
from collections.abc import Sequence

from factcheck.language.evident import evident
from factcheck.language.learned_clauses import Likely
from factcheck.language.memory import Context
from factcheck.language.pairing import not_beside, rivals_of
from factcheck.language.sentences import Sentence
from factcheck.language.subjects import Subject
from factcheck.measures.values import Value

#: a subject that nobody named counts as spoken of from here on
_TOLD = 0.5
#: "12th", but not "2019"
_NUMBERED = re.compile(r"\b\d{1,3}(?!\d)")


def able_subjects(
    value: Value,
    likely: Likely,
    subjects: Sequence[Subject],
    sentence: Sentence,
    context: Context,
) -> list[Subject]:
    """The subjects that the value may be of, once each: those spoken of, and the likely ones."""
    name = likely.property.name
    able = [s for s in subjects if name in context.names.properties_of(s.name)]
    is_ordinal = likely.property.type == "ordinal"
    if is_ordinal:  # which one of a series it is, its name says
        able = [s for s in able if not _NUMBERED.search(s.name)]
    others = rivals_of(value, sentence, able) | not_beside(value, sentence, able)
    found: dict[str, Subject] = {}
    for subject in able:
        if subject.name not in others:
            found.setdefault(subject.name, subject)
    for known, p in likely.subjects.items():
        if p >= _TOLD and not (is_ordinal and _NUMBERED.search(known)):
            how = "evident" if known in evident(sentence, context) else "learned"
            found.setdefault(known, Subject(known, (), how, f"{p:.2f}"))
    return list(found.values())


def best_of(able: Sequence[Subject], likely: Likely) -> list[Subject]:
    """Those that the value is of: what the sentence names, before what is only likely."""
    best = [s for s in able if s.is_said() or likely.subjects.get(s.name, 0.0) >= _TOLD]
    if len(best) > 1:
        likelier = [s for s in best if likely.subjects.get(s.name, 0.0) >= _TOLD]
        best = likelier or best
    return best or list(able)

"""What goes on began once: "has paid since 1991" answers when the payments began."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from factcheck.language.event_dates import keeps_on
from factcheck.language.memory import Context
from factcheck.language.sentences import Hit, Sentence
from factcheck.language.subjects import FAR, Subject
from factcheck.language.trees import distance
from factcheck.records import Property

if TYPE_CHECKING:
    from spacy.tokens import Token


def going_on(
    token: Token, sentence: Sentence, subjects: Sequence[Subject], context: Context
) -> dict[tuple[str, str], tuple[float, Hit, Property, Subject]]:
    """The beginnings that "has paid since 1991" tells of, by subject and property: the distance,
    the wording, the property and the subject of each."""
    begins = [
        p
        for p in context.names.properties()
        if p.type == "date" and p.kind == "start_date" and {"begin", "take office"} & {*p.verbs}
    ]
    found: dict[tuple[str, str], tuple[float, Hit, Property, Subject]] = {}
    for hit in sentence.hits:
        verb = sentence.doc[hit.start]
        if hit.form != "verb" or not keeps_on(verb) or distance(token, verb) > 4:
            continue
        if any(c.lower_ in ("longer", "not", "n't", "never") for c in verb.children):
            continue
        for subject in subjects:
            if subject.how not in ("named", "described", "implied"):
                continue
            known = context.names.properties_of(subject.name)
            for each in begins:
                goes_on = any(p.name in known for p in hit.properties)
                if goes_on and each.name in known:
                    score = distance(token, verb) + 0.7 * subject.away_from(verb)
                    score += FAR.get(subject.how, 0.0)
                    found.setdefault((subject.name, each.name), (score, hit, each, subject))
    return found

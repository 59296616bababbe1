"""What is added to the sentence before, without a verb: "They signed it in May. Under X", say."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.language.making import Answered
from factcheck.language.memory import Context
from factcheck.language.misnumbered import SIGN
from factcheck.language.sentences import Sentence
from factcheck.measures.values import Value
from factcheck.records import Question

#: what may lead such words in
_LED = re.compile(r"(?:(?:so|and|again|yes|all|that['’]s|that\s+is|that\s+was),?\s+)*$", re.I)
_ENDS = re.compile(r"[\s.!,–—-]*$")


def find_fragments(sentence: Sentence, context: Context) -> Iterator[Answered]:
    """Under whom it was signed of which the sentence before says that it was."""
    if len(sentence.terms) != 1 or not context.recent_lemmas(1) & SIGN:
        return
    (term,) = sentence.terms
    start, end = term.start - sentence.start, term.end - sentence.start
    is_under = term.role == "during" and term.text.lower().startswith("under") and term.person
    if not (is_under and _LED.match(sentence.raw[:start]) and _ENDS.match(sentence.raw[end:])):
        return
    signed = {n: names for n in context.just_before() if (names := _signings(n, context))}
    if len(signed) != 1:
        return
    ((name, properties),) = signed.items()
    # of two with the same wording the plain one: "date signed" of "protocol signed"
    each = min(properties, key=lambda one: (len(one), one))
    value = Value(term.start, term.end, term.text, "entity", term.person)
    asked = Question(name, each, None, context.asked_on, "holder")
    why = (f"under whom: {each}, as said before", f"subject: {name}, referred")
    yield Answered(term.start, term.end, asked, "party_or_actor", value, why, term.facts)


def _signings(name: str, context: Context) -> list[str]:
    """The properties of one thing, no series, that tell when it was signed."""
    if context.names.members(name):
        return []
    known = context.names.properties_of(name)
    able = (p for p in context.names.properties() if p.kind == "signing_date" and "sign" in p.verbs)
    return [each.name for each in able if each.name in known]

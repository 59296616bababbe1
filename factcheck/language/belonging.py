"""Whether somebody belongs to something now: "X is a member of Y", "is not yet in the club"."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.language.making import Answered
from factcheck.language.memory import Context
from factcheck.language.sentences import Sentence
from factcheck.language.spell_links import links_in_time
from factcheck.language.tenses import tense_of
from factcheck.language.times import is_time
from factcheck.measures.values import Value
from factcheck.records import Question


def find_belonging(sentence: Sentence, context: Context) -> Iterator[Answered]:
    """Answers that somebody belongs, or does not, to something on the day of utterance."""
    if len(sentence.mentions) < 2:
        return
    dated = any(is_time(v) or v.kind in ("ordinal", "duration") for v in sentence.values)
    for link in () if dated else links_in_time(sentence, context):
        word, fact = link.anchor.token, link.facts[0]
        if link.anchor.domain != "member" or link.anchor.phase != "state":
            continue
        if tense_of(word) != "present" or any(c.dep_ == "amod" for c in word.children):
            continue
        article = [c for c in word.children if c.dep_ == "det" and c.i < word.i]
        first = article[0] if article else word
        is_denied = first.i > 0 and first.nbor(-1).lower_ == "not"
        first = first.nbor(-1) if is_denied else first
        start, end = sentence.start + first.idx, sentence.start + word.idx + len(word)
        value = Value(start, end, sentence.quote(start, end), "status", "exists")
        other = Question(fact.value, fact.property)
        asked = Question(fact.subject, fact.property, None, context.asked_on, "belongs", other)
        why = (f"belongs: {fact.property} by {word.text!r}", f"subject: {fact.subject}, named")
        before = sentence.doc[max(first.i - 6, 0) : first.i].text.lower()
        negated = True if is_denied or "no longer" in before else None
        yield Answered(start, end, asked, "status", value, why, negated=negated)

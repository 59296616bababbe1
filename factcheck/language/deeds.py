"""What an office-holder did to a law, told by a noun: "it became law over X's veto".

The noun is that of the verb by which texts speak of the deed; whose it was is the claim.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.language.event_answers import event_answers
from factcheck.language.making import Answered
from factcheck.language.memory import Context
from factcheck.language.offices import terms_of
from factcheck.language.sentences import Sentence, Term
from factcheck.language.strangers import case_of
from factcheck.language.subjects import Subject

_DEEDS = frozenset(("veto", "signature"))
#: how something is done in spite of a deed, or by it
_BESIDE = frozenset(("over", "despite", "with", "after"))


def find_deeds(
    sentence: Sentence, subjects: Sequence[Subject], context: Context
) -> Iterator[Answered]:
    """Answers about who did it, of the only law that is spoken of."""
    for mention in () if _DEEDS.isdisjoint(sentence.lemmas) else sentence.mentions:
        token = sentence.token(mention)
        noun, facts = token.head, terms_of(mention, context)
        is_deed = token.dep_ == "nmod:poss" and noun.lemma_.lower() in _DEEDS
        if not (is_deed and facts and case_of(noun) in _BESIDE):
            continue
        person = "|".join(dict.fromkeys(fact.subject for fact in facts))
        term = Term(mention.start, mention.end, mention.text, person, facts, "actor")
        for hit in (h for h in sentence.hits if h.form == "verb" and h.start == noun.i):
            for each in (p for p in hit.properties if p.kind == "signing_date"):
                able = [s for s in subjects if _is_said(s, each.name, context)]
                if len({subject.name for subject in able}) == 1:
                    yield from event_answers(term, hit, each, able[0], sentence, context)


def _is_said(subject: Subject, property: str, context: Context) -> bool:
    """Whether a subject that the sentence names or describes has the property, and stands there as
    what it is about: not "like X"."""
    is_aside = any(case_of(token) for group in subject.tokens for token in group)
    return (
        subject.is_said() and not is_aside and property in context.names.properties_of(subject.name)
    )

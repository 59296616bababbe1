"""Who came after whom in an office: "X succeeded Y", "Y was replaced by X".

That there were such terms is in the facts of office; who held it before or after is derived.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from factcheck.language.making import Answered
from factcheck.language.memory import Context
from factcheck.language.sentences import Sentence
from factcheck.language.spell_links import holder_of
from factcheck.language.words import word_set
from factcheck.measures.values import Value
from factcheck.records import Mention, Question

if TYPE_CHECKING:
    from spacy.tokens import Token

_VERBS = frozenset(("succeed", "replace"))


def find_successions(sentence: Sentence, context: Context) -> Iterator[Answered]:
    """Answers about who held an office before or after somebody."""
    for verb in sentence.doc:
        if verb.pos_ != "VERB" or verb.lemma_.lower() not in _VERBS:
            continue
        passive = any(c.dep_ in ("aux:pass", "nsubj:pass") for c in verb.children)
        first = _named(verb, ("nsubj", "nsubj:pass"), sentence)
        second = _named(verb, ("obl:agent", "obl") if passive else ("obj",), sentence)
        if first is None and verb.dep_ in ("acl", "acl:relcl"):
            first = _named_by(verb.head, sentence)
        if first is None and verb.dep_ in ("advcl", "conj", "xcomp"):  # "took over, succeeding Y"
            first = _named(verb.head, ("nsubj", "nsubj:pass"), sentence)
        if first and second and len(first.entities) == len(second.entities) == 1:
            how = "successor" if passive else "predecessor"
            yield from _answer(first, second, how, verb, sentence, context)


def _named(verb: Token, roles: tuple[str, ...], sentence: Sentence) -> Mention | None:
    for child in verb.children:
        by = child.dep_ != "obl" or any(c.lower_ == "by" for c in child.children)
        if child.dep_ in roles and by and (found := _named_by(child, sentence)):
            return found
    return None


def _named_by(token: Token, sentence: Sentence) -> Mention | None:
    return next((m for m in sentence.mentions if sentence.token(m).i == token.i), None)


def _answer(
    first: Mention,
    second: Mention,
    how: str,
    verb: Token,
    sentence: Sentence,
    context: Context,
) -> Iterator[Answered]:
    """The one office that both held, else the one of the first."""
    own, other = _offices(first.entities[0], context), _offices(second.entities[0], context)
    both = [office for office in own if office in other]
    if len(both) != 1 or not other:
        return
    ((property, body),) = both
    start, end = second.start, second.end
    at = sentence.start + verb.idx
    yield Answered(
        start,
        end,
        Question(
            first.entities[0], property, None, context.asked_on, how, Question(body, property)
        ),
        "party_or_actor",
        Value(start, end, second.text, "entity", second.entities[0]),
        (f"{how}: by {verb.text!r}", f"subject: {first.entities[0]}, named {first.text}"),
        at=(at, at + len(verb)),
    )


def _offices(person: str, context: Context) -> list[tuple[str, str]]:
    """What somebody held: property and office or body, each once."""
    found = [
        (fact.property, fact.value if fact.subject == person else fact.subject)
        for fact in context.names.relations(person, None)
        if holder_of(fact) == person
        and not word_set("spells", "member.names").intersection(fact.property.split("_"))
    ]
    return list(dict.fromkeys(found))

"""Of whom or what a name is the answer: the subject beside the words of a property, or what the
sentence before spoke of: "it is run by X", "its director is X", "Director X said", "the director,
X, said"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from factcheck.language.answering_names import NEAR
from factcheck.language.memory import Context
from factcheck.language.sentences import Hit, Sentence
from factcheck.language.strange_names import strangers_in
from factcheck.language.strangers import is_unknown, scope_of
from factcheck.language.subjects import Subject, is_by_sort
from factcheck.language.trees import clause_of, depends_on
from factcheck.records import Mention, Property

if TYPE_CHECKING:
    from spacy.tokens import Token

#: how a pronoun stands by the verb of a property
_SIDES = ("nsubj", "nsubj:pass", "obj")
#: letters that a maker and what is made have in common
_STEM = 6
#: something that is brought up, but for what somebody is: "was a hit"
_NEW = re.compile(
    r"(?<!\bis )(?<!\bwas )(?<!\bare )(?<!\bwere )(?<!\bas )\b(?:a|an|another)\s+(?!\w+th\b)\w+"
)


def subject_of(
    each: Property,
    mention: Mention,
    hit: Hit,
    sentence: Sentence,
    subjects: Sequence[Subject],
    context: Context,
) -> Subject | None:
    """The subject of whose property `each` the words `hit` say that it is who is mentioned."""
    head = sentence.doc[hit.start]
    scored = [
        (subject.away_from(head), index, subject)
        for index, subject in enumerate(subjects)
        if subject.name not in mention.entities
        and (subject.how != "referred" or _is_taken_up(subject, each, hit, sentence, context))
        and each.name in context.names.properties_of(subject.name)
        and not _is_outside(subject, head)
    ]
    near = [one for one in sorted(scored, key=lambda s: s[:2]) if one[0] <= NEAR + 2]
    if near:
        return near[0][2]
    return None if scored else _spoken_of(each, mention, hit, sentence, context)


def _is_outside(subject: Subject, verb: Token) -> bool:
    """ "X, who later led Y, signed Z": what X led is not Z."""
    if verb.dep_ != "acl:relcl":
        return False
    tokens = [t for group in subject.tokens for t in group]
    # "the tournament that X hosted, the Y Cup"
    if any(t.dep_ == "appos" and t.head.i == verb.head.i for t in tokens):
        return False
    return bool(tokens) and not any(clause_of(t).i == verb.i or depends_on(verb, t) for t in tokens)


def _is_taken_up(
    subject: Subject, each: Property, hit: Hit, sentence: Sentence, context: Context
) -> bool:
    """ "The park is run by X", "it is run by X", "its director is X", of the only one with such a
    property that the sentence before named."""
    if is_by_sort(subject):
        return True
    if _only_before(each, context) != subject.name:
        return False
    is_open = _brings_up_another(sentence, context)  # "it needed a roof; X designed it"
    verb, noun = sentence.doc[hit.start], sentence.doc[hit.end - 1]
    return any(
        (t.lower_ == "its" and t.head.i == noun.i)
        or (not is_open and t.lower_ == "it" and t.head.i == verb.i and t.dep_ in _SIDES)
        for group in subject.tokens
        for t in group
    )


def _brings_up_another(sentence: Sentence, context: Context) -> bool:
    """Whether the sentence before tells of something new that "it" may mean: no time or figure,
    and not what somebody is."""
    text, values = context.told
    start = context.start_before(sentence.start, sentence.passage.start)
    return any(
        not any(value.start <= new.start() < value.end for value in values)
        for new in _NEW.finditer(text, start, sentence.start)
    )


def _only_before(each: Property, context: Context) -> str | None:
    """The only one with such a property that the sentence before named."""
    named = dict.fromkeys(context.just_before())
    known = [name for name in named if each.name in context.names.properties_of(name)]
    return known[0] if len(known) == 1 else None


def _spoken_of(
    each: Property, mention: Mention, hit: Hit, sentence: Sentence, context: Context
) -> Subject | None:
    """ "Director X said", "the director, X, said", where nobody else is named: of what the sentence
    before named."""
    name = _only_before(each, context) if hit.form == "noun" else None
    if name is None or not _follows_its_title(mention, hit, sentence):
        return None
    others = [m for m in sentence.mentions if m != mention]
    others += [m for m in strangers_in(sentence) if m.start != mention.start]
    noun = sentence.doc[hit.end - 1]
    return None if others else Subject(name, ((noun,),), "referred", f"the {noun.lower_}")


def _follows_its_title(mention: Mention, hit: Hit, sentence: Sentence) -> bool:
    """Whether a name stands right behind its title, with no more than "the" before that."""
    doc, first = sentence.doc, sentence.span(mention.start, mention.end).start
    before = doc[max(hit.start - 1, 0)] if hit.start else None
    behind = [t.text for t in doc[hit.end : first]]
    if behind == [","]:
        return before is not None and before.lower_ == "the"
    return not behind and (before is None or before.is_punct)


def made_by(each: Property, sentence: Sentence) -> set[str]:
    """The words for what is made by those of a property: "libretto", of a librettist."""
    own = each.name.split("_")
    stems = {word[:_STEM] for word in own if len(word) > _STEM}
    return {word for word in sentence.words if word[:_STEM] in stems and word not in own}


def is_of_a_thing(found: Mention, name: str, sentence: Sentence, context: Context) -> bool:
    """ "The roof was designed by X", of a tower that has been spoken of; "it needed a roof. X
    designed it"."""
    if "it" in sentence.words and _brings_up_another(sentence, context):
        return True
    scope = scope_of(name, context)
    clause = clause_of(sentence.token(found))
    nouns = [c for c in clause.children if c.dep_.startswith("nsubj") and c.pos_ == "NOUN"]
    return any(is_unknown(noun, scope, sentence) for noun in nouns)

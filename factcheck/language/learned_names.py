"""Names read by what stands around them, as learned from texts (`likely.py`).

As for values (`learned.py`): a name that no closer reading is certain of may be what a likely
property of a likely subject asks for. Where a fact has it, the text is right; where none has, it is
wrong only if all that is known of the reading makes it sure (`evidence.py`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from factcheck.language.acted_on import BELONGING, is_of_what_belongs
from factcheck.language.decisive import standing
from factcheck.language.evidence import UNLIKELY, against, lead, logit, sureness
from factcheck.language.evoked import dated_members
from factcheck.language.likely import Guess, guess
from factcheck.language.making import Answered, too_loose
from factcheck.language.memory import Context
from factcheck.language.other_parts import is_regional
from factcheck.language.party_subjects import is_of_a_thing, made_by
from factcheck.language.sentences import Hit, Sentence
from factcheck.language.sorts import sort_nouns
from factcheck.language.strange_names import strangers_in, title_of
from factcheck.language.strangers import case_of
from factcheck.language.subjects import Subject
from factcheck.measures.values import Value
from factcheck.records import Mention, Property, Question

#: a property less likely than this, or than another, is not worth a reading that agrees
_MAYBE = 0.25
#: how sure a reading must be to contradict, and the logit of its property, and the same for a name
#: that answers it elsewhere, of what is named and of what has been spoken of (what these let
#: through is counted in `training/README.md`)
_SURE, _LIKELY, _LIKELY_OF_ANSWER, _LIKELY_OF_SPOKEN = 0.6, 2.0, 1.0, 0.0
#: how likely the subject must be, for a name to be right by it
_WHOSE = 0.5
#: said of what was once
_PAST = frozenset(("former", "formerly", "once", "previous", "previously", "ex"))
#: what leads to somebody who is not the one that acts, nor whose something is
_BESIDE = frozenset(("to", "with", "against", "like", "than"))
#: what evidence of names is weighed by
_NAMES = "names"


def find_learned_names(
    sentence: Sentence,
    subjects: Sequence[Subject],
    context: Context,
    answers: Sequence[Answered],
) -> Iterator[Answered]:
    """Readings of the names of which `answers` has no certain one."""
    found = [*learned_names(sentence, subjects, context, answers)]
    several = _several(reading for reading, _ in found)
    for reading, evidence in found:
        sure = sureness(evidence, _NAMES)
        is_sure = sure >= _SURE and _is_likely(reading.value, evidence, sure, sentence)
        is_sure = is_sure and reading.question not in several
        own = (hit for hit in sentence.hits if hit.form == "noun" and _is_of(hit, reading))
        is_sure = is_sure and not any(is_regional(hit, sentence, context) for hit in own)
        if is_sure and may_be_another(reading, sentence, context):
            yield replace(reading, certain=True, agrees_only=False, learned=True)
        else:
            doubt = too_loose(f"{against(evidence, sure, _NAMES)} ({sure:.2f} sure)")
            yield replace(reading, why=(*reading.why, doubt))


def _is_likely(name: Value, evidence: Mapping[str, float], sure: float, sentence: Sentence) -> bool:
    """Whether nothing decisive speaks against a name, and its property is likely: the less so the
    better the name is known as an answer of others."""
    p, is_answer = evidence["the property"], bool(evidence["an answer of other subjects"])
    of_answer = _LIKELY_OF_ANSWER if evidence["the subject is said"] else _LIKELY_OF_SPOKEN
    if p < (of_answer if is_answer else _LIKELY):
        return False
    if p >= _LIKELY and is_answer and evidence["the subject is said"]:
        # "the record at X": just what is asked
        evidence = {**evidence, BELONGING: 0.0}
    beside = _is_only_beside(name, sentence) and not is_answer
    return not beside and standing(evidence, sure) is None


def _several(readings: Iterable[Answered]) -> set[Question]:
    """What several names of the sentence may answer: "A paid for it, and quarrelled with the man
    who designed it, B"."""
    names: dict[Question, set[str]] = {}
    for each in readings:
        names.setdefault(each.question, set()).add(each.value.text)
    return {question for question, texts in names.items() if len(texts) > 1}


def learned_names(
    sentence: Sentence,
    subjects: Sequence[Subject],
    context: Context,
    answers: Sequence[Answered],
) -> Iterator[tuple[Answered, Mapping[str, float]]]:
    """What each open name may answer, as a loose reading, with the evidence for it."""
    able = [subject for subject in subjects if _has_answers_by_name(subject, context)]
    if not able:
        return
    has_said = any(subject.is_said() for subject in able)
    taken = [(a.start, a.end) for a in answers if a.certain]
    for mention in (*sentence.mentions, *strangers_in(sentence)):
        if any(start < mention.end and mention.start < end for start, end in taken):
            continue
        guessed = guess(mention, sentence, context)
        if guessed is None:
            continue
        for each, p in guessed.properties[:1]:
            if p >= _MAYBE and each.type == "entity" and each.kind == "party_or_actor":
                whose = guessed.subjects_of(each.name, context.names)
                for name, q in whose.items():
                    own = [subject for subject in subjects if subject.name == name]
                    is_said = any(subject.is_said() for subject in own)
                    is_likely = is_said or q >= _WHOSE
                    if mention.text in name or not is_likely:
                        continue
                    if not (own or has_said or _tells_several(name, sentence, context)):
                        continue
                    if not is_said and is_of_another(name, subjects, sentence, context):
                        continue
                    nouns = sort_nouns(name, context.names) | made_by(each, sentence)
                    evidence = {
                        **_of_places(each, guessed, name, whose),
                        **_of_name(mention, name, each, sentence, context),
                        "the subject is said": float(is_said),
                        BELONGING: float(
                            any(is_of_what_belongs(s, mention, sentence, nouns) for s in own)
                            or (not is_said and is_of_a_thing(mention, name, sentence, context))
                        ),
                    }
                    yield _reading(mention, name, each, (p, q), context), evidence


def is_of_another(
    name: str, subjects: Sequence[Subject], sentence: Sentence, context: Context
) -> bool:
    """Whether the sentence speaks of another of the same series: by name, or by its dates."""
    entity = context.names.entity(name)
    for series in entity.part_of if entity else ():
        meant = dated_members(series, sentence, context)
        members = {member.name for member in context.names.members(series)} - {name}
        spoken = any(one.is_said() and one.name in members for one in subjects)
        if (meant or spoken) and name not in meant:
            return True
    return False


def _is_of(hit: Hit, reading: Answered) -> bool:
    return any(each.name == reading.question.property for each in hit.properties)


def _is_only_beside(name: Value, sentence: Sentence) -> bool:
    """ "handed to the detective Arthur Brand", "together with Arthur Brand"."""
    token = sentence.token(name)
    while token.dep_ in ("appos", "flat", "compound") and token.head.i != token.i:
        token = token.head
    return case_of(token) in _BESIDE


def _has_answers_by_name(subject: Subject, context: Context) -> bool:
    """Whether a name may be what is known of a subject: without one, nothing need be encoded."""
    own = (context.names.property(name) for name in context.names.properties_of(subject.name))
    return any(p and p.type == "entity" and p.kind == "party_or_actor" for p in own)


def _of_places(
    each: Property, guessed: Guess, name: str, whose: Mapping[str, float]
) -> dict[str, float]:
    """How likely property and subject are, alone and before the next ones."""
    likely = {other.name: p for other, p in guessed.properties}
    found = {}
    for what, known, own in (("property", likely, each.name), ("subject", whose, name)):
        others = (p for other, p in known.items() if other != own)
        found[f"the {what}"] = logit(known[own])
        found[f"before the next {what}"] = lead(known[own], others, UNLIKELY)
    return found


def _tells_several(subject: str, sentence: Sentence, context: Context) -> bool:
    """Whether a sentence names more than one of the answers that are known of a subject, which is
    then not evident by the very name that is read."""
    known = {fact.value for fact in context.names.facts(subject) if fact.reading is None}
    return sum(not known.isdisjoint(mention.entities) for mention in sentence.mentions) > 1


def _reading(
    mention: Mention, subject: str, each: Property, p: tuple[float, float], context: Context
) -> Answered:
    """The answer of a name; `p`: how likely property and subject are."""
    text = "|".join(mention.entities) or mention.text
    value = Value(mention.start, mention.end, mention.text, "entity", text)
    why = (f"party: {each.name}, learned, {p[0]:.2f}", f"subject: {subject}, {p[1]:.2f}")
    question = Question(subject, each.name, None, context.asked_on)
    return Answered(mention.start, mention.end, question, "party_or_actor", value, why).loosely()


def _of_name(
    mention: Mention, subject: str, each: Property, sentence: Sentence, context: Context
) -> dict[str, float]:
    """What is known of a name beside a property."""
    names = context.names
    wanted = names.types_of_answers(each.name)
    types = {e.type for n in mention.entities if (e := names.entity(n)) and e.type}
    known = [fact.value for fact in names.facts(subject, each.name)]
    return {
        "a known name": float(bool(mention.entities)),
        "of the type of the answers": float(bool(wanted & types)),
        "an answer of other subjects": float(
            any(names.is_answer(name, each.name) for name in mention.entities)
        ),
        "answers known": min(len(known), 5),
        "a right answer is said": float(any(value in sentence.raw for value in known)),
        "a title is said": float(bool(title_of(mention, sentence))),
        "related otherwise": float(
            any(names.relations(name, subject) for name in mention.entities)
        ),
        "it is of the past": float(not _PAST.isdisjoint(sentence.lemmas)),
    }


def may_be_another(reading: Answered, sentence: Sentence, context: Context) -> bool:
    """Whether a name can be none of the answers, under whatever name."""
    names, asked, value = context.names, reading.question, reading.value
    assert asked.property is not None
    facts = names.facts(asked.subject, asked.property)
    entities = str(value.value).split("|")
    if not facts or any(fact.value in sentence.raw for fact in facts):
        return False
    if any(names.is_nearby(name, asked.subject, asked.property) for name in entities):
        return False
    if any(names.entity(name) for name in entities):
        return not any(names.relations(name, asked.subject) for name in entities)
    mention = Mention(value.start, value.end, value.text, ())
    sort = "person" if title_of(mention, sentence) else ""
    return names.is_other(value.text, asked.subject, asked.property, sort)

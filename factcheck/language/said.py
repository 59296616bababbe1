"""Values in words: "is not legally binding", "the largest base overseas", "is tied to prices".

A topic gives the phrases that say one value of a property or another (`says` in `topic.toml`).
What a phrase is said of must be its subject, the noun that it belongs to, or what "it" is, if it
is to contradict; all else may only agree.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from factcheck.language.excluded import is_excluded
from factcheck.language.making import Answered
from factcheck.language.memory import Context
from factcheck.language.sentences import Sentence
from factcheck.language.strange_names import strangers_in
from factcheck.language.subjects import Subject
from factcheck.language.times import is_time, period_of
from factcheck.language.trees import clause_of, clauses_above, sharing_subject
from factcheck.language.wording import Saying
from factcheck.measures.periods import ANY_TIME, Period
from factcheck.measures.values import Value
from factcheck.records import Fact, Property, Question

if TYPE_CHECKING:
    from spacy.tokens import Token

_NOT = frozenset(("no", "not", "never", "without", "n't", "n’t", "none", "nobody", "nothing"))
_NOBODY = frozenset(("nobody", "none", "no", "nothing"))
_ASIDE = ("instead of", "rather than", "away from", "unlike", "as opposed to", "in place of")
_CONTRAST = frozenset(("unlike", "like", "than", "except", "besides", "beyond", "outside"))
_RELATIVE = frozenset(("which", "that", "who"))


def find_said(
    sentence: Sentence, subjects: Sequence[Subject], context: Context
) -> Iterator[Answered]:
    """Answers given by a phrase that says a value."""
    found = context.wording.sayings(sentence.tokens, sentence.forms)
    sayings = [saying for saying in found if not _is_set_aside(saying, sentence)]
    for saying in sayings:
        word = sentence.doc[saying.start : saying.end].root
        each = saying.property
        if is_excluded(each, word, sentence) or not _is_spoken_of(each, sentence):
            continue
        if any(v.start <= sentence.start + word.idx < v.end for v in sentence.values):
            continue
        able = [s for s in subjects if each.name in context.names.properties_of(s.name)]
        scored = sorted(((s.away_from(word), n) for n, s in enumerate(able)))
        nearest = able[scored[0][1]] if scored else None
        if nearest and _is_near(nearest, saying, sentence):
            others = {s.name for s in able if s.how != "implied"} - {nearest.name}
            is_one = all(s.value == saying.value for s in sayings if s.property == each)
            certain = is_one and not others and _is_said_of(nearest, word, sentence)
            yield from _answers(saying, nearest, sentence, context, certain)


def _is_set_aside(saying: Saying, sentence: Sentence) -> bool:
    """ "to prices instead of the budget": what it is not, whatever it was."""
    before = sentence.doc[max(saying.start - 3, 0) : saying.start].text.lower()
    if before.endswith(("in a", "in an")):
        return True  # "to 920 billion won, in a budget up 4 percent"
    return before.endswith(_ASIDE) or any(f"{aside} " in before for aside in _ASIDE)


def _is_spoken_of(each: Property, sentence: Sentence) -> bool:
    """Whether a word is there that must stand beside its phrases, where there are such."""
    beside = (sentence.lemmas.issuperset(phrase.split()) for phrase in each.near)
    return not each.near or any(beside)


def _is_near(subject: Subject, saying: Saying, sentence: Sentence) -> bool:
    """Whether a phrase may be said of a subject: of one that is only carried on, where nothing
    else is named."""
    if subject.tokens or subject.how == "implied":
        return True
    span = sentence.doc[saying.start : saying.end]
    start, end = sentence.start + span.start_char, sentence.start + span.end_char
    named = (*sentence.mentions, *strangers_in(sentence))
    return all(start <= m.start and m.end <= end for m in named)


def _is_said_of(subject: Subject, word: Token, sentence: Sentence) -> bool:
    """Whether a phrase is surely said of a subject: it is the subject of the verb, or the phrase
    stands right by it."""
    own = {token.i for group in subject.tokens for token in group}
    if not subject.is_said():
        return False
    if word.dep_ in ("appos", "amod") and word.head.i in own:
        return True
    if subject.how == "described":  # whoever does it: the words tell what is spoken of
        return any(clause_of(sentence.doc[i]).i == clause_of(word).i for i in own)
    for clause in clauses_above(word):
        for verb in sharing_subject(clause):
            sides = [c for c in verb.children if c.dep_.startswith(("nsubj", "obj"))]
            if any(c.lower_ in _RELATIVE for c in sides):
                return clause.head.i in own
            if sides:
                return any(_is_within(sentence.doc[i], side) for i in own for side in sides)
        if clause.dep_ not in ("acl", "xcomp", "advcl"):
            return clause.dep_ == "acl:relcl" and clause.head.i in own
    return False


def _is_none(word: Token) -> bool:
    """ "Nobody is in arrears", "no ally owes it money"."""
    clause = clause_of(word)
    agents = [c for c in clause.children if c.dep_.startswith("nsubj")]
    return any(agent.doc[agent.left_edge.i].lower_ in _NOBODY for agent in agents)


def _is_within(token: Token, side: Token) -> bool:
    """Whether a word is or belongs to a part of the clause: not "the pact, unlike the pledge"."""
    path = [token]
    while path[-1].i != side.i and path[-1].head.i != path[-1].i:
        path.append(path[-1].head)
    others = any(c.lower_ in _CONTRAST for word in path[:-1] for c in word.children)
    return path[-1].i == side.i and not others


def _answers(
    saying: Saying, subject: Subject, sentence: Sentence, context: Context, certain: bool
) -> Iterator[Answered]:
    span = sentence.doc[saying.start : saying.end]
    start, end = sentence.start + span.start_char, sentence.start + span.end_char
    each = saying.property
    facts = context.names.facts(subject.name, each.name)
    is_open, time = _time(facts, subject, sentence, context)
    if is_open:
        return
    value = Value(start, end, sentence.quote(start, end), "status", saying.value)
    asked = Question(subject.name, each.name, time, context.asked_on)
    why = (f"said: {saying.value!r} by {span.text!r}", f"subject: {subject.name}, {subject.how}")
    negated = (
        False if any(t.lower_ in _NOT for t in span) else True if _is_none(span.root) else None
    )
    yield Answered(
        start, end, asked, each.kind, value, why,
        negated=negated, certain=certain, agrees_only=not certain,
    )  # fmt: skip


def _time(
    facts: Sequence[Fact], subject: Subject, sentence: Sentence, context: Context
) -> tuple[bool, Period | None]:
    """Whether it stays open which time is meant, and which: of what holds for certain years, the
    one time that the sentence gives; what an agreement says of itself holds whatever the day."""
    entity = context.names.entity(subject.name)
    if entity is not None and entity.part_of and entity.type != "country":
        return False, ANY_TIME
    if not all(fact.valid.first and fact.valid.last for fact in facts):
        return False, None
    periods = [period_of(value) for value in sentence.values if is_time(value)]
    return len(periods) != 1 or periods[0] is None, periods[0] if periods else None

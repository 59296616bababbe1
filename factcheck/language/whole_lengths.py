"""How long something lasted in all, told of its name: "The siege of X went on for 58 days", "It
took twelve years to build Y".

By its one beginning and its one end; nothing where a part of it is spoken of, or where only the
years of both are known and the length is told in less.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from factcheck.language.learned_clauses import may_be_difference
from factcheck.language.making import Answered
from factcheck.language.memory import Context
from factcheck.language.sentences import Sentence, forms
from factcheck.language.subjects import Subject
from factcheck.language.times import is_time
from factcheck.language.trees import clause_of
from factcheck.measures.values import Value
from factcheck.records import Property, Question

if TYPE_CHECKING:
    from spacy.tokens import Token

_LASTING = frozenset(("last", "drag", "go", "continue", "rage", "burn", "endure"))
_ON = frozenset(("drag", "go"))
_BUILDING = frozenset(("build", "construct", "erect"))
_DONE = frozenset(("complete", "finish"))
_DAY = len("2024-01-31")
#: words by which a part of something, or of its time, is spoken of
_PART = ("amod", "nummod", "acl", "acl:relcl")


def find_whole_lengths(
    sentence: Sentence, subjects: Sequence[Subject], context: Context
) -> Iterator[Answered]:
    """Answers given by a length beside a verb of lasting, or of building."""
    named = [subject for subject in subjects if subject.how == "named"]
    for value in sentence.values if named else ():
        if value.kind != "duration" or not isinstance(value.value, str):
            continue
        if may_be_difference(value, sentence):
            continue
        verb = clause_of(sentence.token(value))
        built = _built(verb)
        for subject in named:
            ends = _ends(subject, context, bool(built))
            if ends is None or not _is_of_it(built or verb, subject, ends, sentence):
                continue
            if built or (_is_lasting(verb) and not any(map(is_time, _within(verb, sentence)))):
                yield _answer(value, subject, *ends, context)
                break


def _is_lasting(verb: Token) -> bool:
    following = verb.doc[verb.i + 1 : verb.i + 2].text.lower()
    said = _LASTING.intersection(forms(verb))
    return bool(said) and (said.isdisjoint(_ON) or following == "on")


def _built(verb: Token) -> Token | None:
    """The "build" of "took twelve years to build", by "take"."""
    if "take" not in forms(verb):
        return None
    below = (t for t in verb.doc[verb.i + 1 : verb.i + 8] if _BUILDING.intersection(forms(t)))
    return next((t for t in below if t.i and t.nbor(-1).lower_ == "to"), None)


def _within(verb: Token, sentence: Sentence) -> list[Value]:
    return [v for v in sentence.values if clause_of(sentence.token(v)).i == verb.i]


def _ends(subject: Subject, context: Context, is_built: bool) -> tuple[Property, Property] | None:
    """The one beginning and the one end of a subject, of its building where that is meant."""
    own = context.names.properties_of(subject.name)
    dates = [p for p in context.names.properties() if p.name in own and p.type == "date"]
    first = [p for p in dates if p.kind == "start_date"]
    last = [p for p in dates if p.kind == "end_date"]
    if is_built:
        first = [p for p in first if _BUILDING.intersection(p.verbs)]
        last = [p for p in last if _DONE.intersection(p.verbs)]
    return (first[0], last[0]) if len(first) == len(last) == 1 else None


def _is_of_it(
    verb: Token, subject: Subject, ends: tuple[Property, Property], sentence: Sentence
) -> bool:
    """Whether it is said of the subject, or of its beginning ("the eruption of X"), as a whole."""
    own = {t.i for group in subject.tokens for t in group}
    if _BUILDING.intersection(forms(verb)):
        acted = {
            c.i for one in (verb, verb.head) for c in one.children if c.dep_ in ("obj", "nsubj")
        }
        return bool(own & acted)
    agents = [c for c in verb.children if c.dep_.startswith("nsubj")]
    if len(agents) != 1 or any(c.dep_ in _PART and c.i < agents[0].i for c in agents[0].children):
        return False
    nouns = {
        i
        for hit in sentence.hits
        if hit.form == "noun" and not {*ends}.isdisjoint(hit.properties)
        for i in range(hit.start, hit.end)
    }
    is_its = agents[0].i in nouns and any(c.i in own for c in agents[0].children)
    return agents[0].i in own or is_its


def _answer(
    value: Value, subject: Subject, first: Property, last: Property, context: Context
) -> Answered:
    name, asked_on = subject.name, context.asked_on
    base = Question(name, first.name, None, asked_on)
    asked = Question(name, last.name, None, asked_on, "apart", base)
    facts = [f for p in (first, last) for f in context.names.facts(name, p.name)]
    days = [f.reading is not None and len(str(f.reading.value)) == _DAY for f in facts]
    is_open = not str(value.value).endswith("Y") and not all(days)
    made = Answered(
        value.start, value.end, asked, "duration", value,
        (f"length: from {first.name} to {last.name}", f"subject: {name}, named"),
    )  # fmt: skip
    return made.unless((is_open, "only the years are known"))

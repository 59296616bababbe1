"""Votes: "by 82 votes to 13", "passed the act 226-8", "312 to 112 in the House".

Two figures, the first for and the second against, of what stands beside them. The chamber that the
property is of must be named, unless only one voted.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from factcheck.language.descriptions import speaks_of
from factcheck.language.making import Answered
from factcheck.language.memory import Context
from factcheck.language.scores import Score, number_of, scores_in
from factcheck.language.sentences import Sentence, forms
from factcheck.language.strangers import Scope, is_unknown, scope_of
from factcheck.language.subjects import Subject
from factcheck.language.times import is_time, period_of
from factcheck.language.trees import heads_clause
from factcheck.measures.periods import Period
from factcheck.measures.values import Value
from factcheck.records import Property, Question

if TYPE_CHECKING:
    from spacy.tokens import Token

_SIDES = ("for", "against")
_OVERRIDE = "override"
#: votes of so many members are told by their two figures alone
_NO_ACCIDENT = 20
#: by which something is voted on
_PASSING = frozenset(
    ("pass", "approve", "clear", "adopt", "carry", "back", "ratify", "vote", "vot", "override",
     "overrode", "overrid", "overridden", "go", "endorse", "reject")
)  # fmt: skip
_CHAMBERS = frozenset(("house", "senate", "assembly"))
#: who votes without deciding
_PARTIAL = frozenset(("committee", "subcommittee", "panel", "procedural", "amendment"))


def find_votes(
    sentence: Sentence, subjects: Sequence[Subject], context: Context
) -> Iterator[Answered]:
    """Answers about how many voted for and against."""
    scores = list(scores_in(sentence.raw))
    if not scores or not _PARTIAL.isdisjoint(sentence.lemmas):
        return
    told = list(_of_laws(scores, sentence, subjects, context))
    yield from told
    starts = {answer.start for answer in told}
    open_ = [score for score in scores if sentence.start + score.sides[0][0] not in starts]
    paired = list(_by_pairs(open_, scores, sentence, context))
    yield from paired
    starts |= {answer.start for answer in paired}
    for score in open_:
        if sentence.start + score.sides[0][0] not in starts:
            yield from _by_day(score, sentence, context)


def _of_laws(
    scores: Sequence[Score], sentence: Sentence, subjects: Sequence[Subject], context: Context
) -> Iterator[Answered]:
    """Of the one law that is spoken of."""
    laws: dict[str, Subject] = {}
    for subject in subjects:
        if subject.name in laws or not _of_votes(subject.name, context):
            continue
        if subject.how != "implied" or _is_worded(subject.name, sentence, context):
            laws[subject.name] = subject
    told = {n: s for n, s in laws.items() if s.how != "implied"} or laws
    sure = {n: s for n, s in told.items() if s.how != "referred"} or told
    if len(sure) != 1:
        return
    ((name, subject),) = sure.items()
    for score, asked in _asked(scores, name, sentence, context):
        if not _belongs(score, subject, sentence, context):
            continue
        for answer in _answers(score, name, asked, sentence, context):
            is_told = subject.how not in ("referred", "implied")
            is_told |= subject.how == "referred" and bool(subject.tokens)
            yield answer if is_told else answer.loosely()


def _asked(
    scores: Sequence[Score], law: str, sentence: Sentence, context: Context
) -> Iterator[tuple[Score, list[str]]]:
    """Each score of the sentence, with the properties for and against of the law's votes in its
    chamber, if these are known."""
    of_votes = _of_votes(law, context)
    for score, chamber in zip(scores, _chambers(scores, of_votes, sentence), strict=True):
        own = of_votes.get(chamber or "", {})
        if len(own) == len(_SIDES):
            yield score, [own[side].name for side in _SIDES]


def _by_pairs(
    open_: Sequence[Score], scores: Sequence[Score], sentence: Sentence, context: Context
) -> Iterator[Answered]:
    """Of the one law of which just the two figures of a score are known, whatever the text calls
    it; then the other scores of its sentence are of that law, too."""
    laws = dict[str, tuple[Score, list[str]]]()
    for score in open_:
        found = _known_by_both(score, sentence, context)
        if len(found) == 1:
            ((name, *known),) = found
            laws[name] = score, known
            for answer in _answers(score, name, known, sentence, context):
                yield answer.loosely()
    if len(laws) != 1:
        return
    ((name, (told, known)),) = laws.items()
    for score, asked in _asked(scores, name, sentence, context):
        # "by 312 votes to 112, that of the year before by 281": of one chamber
        if score is not told and score in open_ and asked != known:
            yield from _answers(score, name, asked, sentence, context)


def _known_by_both(score: Score, sentence: Sentence, context: Context) -> set[tuple[str, str, str]]:
    """The laws, each with the properties for and against, of which both figures are known."""
    names = context.names
    votes, against = (number_of(sentence.raw[slice(*place)]) for place in score.sides)
    return {
        (fact.subject, fact.property, other)
        for fact in (names.facts_with("number", votes) if votes >= _NO_ACCIDENT else ())
        if "vote" in fact.property.split("_")
        for other in (fact.property.removesuffix(_SIDES[0]) + _SIDES[1],)
        if any(f.reading and f.reading.value == against for f in names.facts(fact.subject, other))
    }


def _by_day(score: Score, sentence: Sentence, context: Context) -> Iterator[Answered]:
    """Of the one law that was voted on at the time that is said, and of which one of the two
    figures is known: then the other may be wrong."""
    times = [period for v in sentence.values if is_time(v) and (period := period_of(v))]
    chambers = {t.lower_ for t in sentence.tokens if t.lower_ in _CHAMBERS and not _is_white(t)}
    found = {
        (fact.subject, fact.property.rpartition("_")[0])
        for side, place in zip(_SIDES, score.sides, strict=True)
        for fact in context.names.facts_with("number", number_of(sentence.raw[slice(*place)]))
        if fact.property.endswith(f"_vote_{side}")
        and fact.known_from is not None
        and any(time.contains(Period(fact.known_from, fact.known_from)) for time in times)
        and (not chambers or fact.property.split("_")[0] in chambers)
    }
    if len(found) == 1:
        ((law, vote),) = found
        is_day = any(time.days == 1 for time in times)
        if is_day or _is_worded(law, sentence, context):
            asked = [f"{vote}_{side}" for side in _SIDES]
            yield from _answers(score, law, asked, sentence, context)


def _answers(
    score: Score, name: str, asked: Sequence[str], sentence: Sentence, context: Context
) -> Iterator[Answered]:
    """The two figures of a score as answers of the properties `asked`, for and against."""
    for side, place, each in zip(_SIDES, score.sides, asked, strict=True):
        start, end = (sentence.start + offset for offset in place)
        number = number_of(sentence.quote(start, end))
        value = Value(start, end, sentence.quote(start, end), "number", number, low=number,
                      high=number)  # fmt: skip
        question = Question(name, each, None, context.asked_on)
        why = (f"vote {side}: {each}", f"subject: {name}")
        yield Answered(start, end, question, "count", value, why)


def _is_worded(law: str, sentence: Sentence, context: Context) -> bool:
    """Whether the words stand there by which a text speaks of what it does not name."""
    own = (d for d in context.names.descriptions() if d.subject == law)
    return any(speaks_of(description, sentence) for description in own)


def _of_votes(law: str, context: Context) -> dict[str, dict[str, Property]]:
    """By chamber ("house", "house override") the properties of its votes for and against."""
    known = context.names.properties_of(law)
    found: dict[str, dict[str, Property]] = {}
    for each in context.names.properties():
        words = each.name.split("_")
        if each.name in known and "vote" in words and words[-1] in _SIDES:
            found.setdefault(" ".join(words[: words.index("vote")]), {})[words[-1]] = each
    return found


def _chambers(
    scores: Sequence[Score], of_votes: Mapping[str, object], sentence: Sentence
) -> list[str | None]:
    """The chamber of each score: in their order where there is one for each, else the last named
    before it; the only one where none is named."""
    is_override = any("overr" in word for word in sentence.words)
    able = {c.split()[0]: c for c in of_votes if (_OVERRIDE in c.split()) == is_override}
    said = [t for t in sentence.tokens if t.lower_ in _CHAMBERS and not _is_white(t)]
    said = [t for t, after in pairwise(said) if t.lower_ != after.lower_] + said[-1:]
    if len(said) == len(scores):
        return [able.get(t.lower_) for t in said]
    if len({t.lower_ for t in said}) == 1:
        return [able.get(said[0].lower_)] * len(scores)
    if said:
        before = [[t for t in said if t.idx < score.start] for score in scores]
        return [able.get(each[-1].lower_) if each else None for each in before]
    return [next(iter(able.values())) if len(able) == 1 else None] * len(scores)


def _is_white(token: Token) -> bool:
    return token.i > 0 and token.nbor(-1).text == "White"


def _belongs(score: Score, subject: Subject, sentence: Sentence, context: Context) -> bool:
    """Whether a score is one of what is voted on: with the word "vote", anywhere in its sentence;
    a bare pair only behind it, with nothing else between that might be passed."""
    tokens = [t for group in subject.tokens for t in group]
    if subject.how == "referred" and subject.name not in context.just_before():
        return False
    scope = scope_of(subject.name, context)
    if tokens and not any(_is_voted_on(token, scope, sentence) for token in tokens):
        return False
    if not score.is_bare:
        return True
    voted = _PASSING.intersection(sentence.lemmas) or context.said_lately(_PASSING)
    span = sentence.span(sentence.start + score.start, sentence.start + score.end)
    last = max((t.i for t in tokens), default=-1)
    if (
        not voted
        or last > span.start
        or number_of(sentence.raw[slice(*score.sides[0])])
        <= number_of(sentence.raw[slice(*score.sides[1])])
    ):
        return False
    between = sentence.doc[last + 1 : span.start]
    return not any(t.pos_ == "NOUN" and not {*forms(t)} & {"vote", "veto"} for t in between)


def _is_voted_on(token: Token, scope: Scope, sentence: Sentence) -> bool:
    """What is passed, or consented to; not what tells something else apart ("essays on it")."""
    if token.dep_ == "nmod" and is_unknown(token.head, scope, sentence):
        return False
    deps = [token.dep_]
    while not heads_clause(token) and token.head.i != token.i:
        token = token.head
        deps.append(token.dep_)
    return not set(deps[:-1]) & {"appos", "nmod:poss"}

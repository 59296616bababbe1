"""Who was there from the beginning, told in a row: "the founding members of X are A, B and C", "A,
one of X's twelve founding members", "B was a founder, along with C and D".

Each name of the row is one answer; by the dates of its joining (`founding`) it is right or wrong.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from factcheck.language.making import Answered
from factcheck.language.memory import Context
from factcheck.language.sentences import Sentence
from factcheck.language.spell_links import holder_of
from factcheck.language.words import word_set
from factcheck.measures.values import Value
from factcheck.records import Fact, Mention, Question

_PHRASE = re.compile(
    r"\b(?:(?:founding|founder|original|charter)\s+"
    r"(?:members?|states?|nations?|countr(?:y|ies)|allies|ally|signator(?:y|ies))|founders)\b",
    re.IGNORECASE,
)
#: what may stand between two names of a row
_ROW = re.compile(r"\s*(?:,|and|&|,\s*and)\s*(?:the\s+)?")
#: what may stand between the words for founders and a row behind, or before, them
_BEHIND = frozenset(
    ("are", "were", "is", "was", "include", "included", "including", "such", "as", "like", "namely",
     "along", "together", "with", "alongside", "the", "of", "alliance", "(", ":", ",", "–", "—")
)  # fmt: skip
_BEFORE = frozenset(
    ("is", "are", "was", "were", "all", "both", "one", "of", "among", "the", "a", "an", "as", "its",
     "also", "still", "which", "who", "being", "alliance", "’s", "'s", ",", "(", "–", "—", "number")
)  # fmt: skip


def find_founders(
    sentence: Sentence, answers: Sequence[Answered], context: Context
) -> Iterator[Answered]:
    """Answers that each of a row of names was among the founders of a body."""
    told = {answer.question.subject for answer in answers if answer.kind == "status"}
    for found in _PHRASE.finditer(sentence.raw):
        start, end = sentence.start + found.start(), sentence.start + found.end()
        for body in _bodies(start, end, sentence, context):
            own = [m for m in sentence.mentions if body not in m.entities]
            rows = [
                row for row in _rows(own, sentence) if _is_told(row, start, end, body, sentence)
            ]
            for name in (name for row in rows for name in row):
                facts = _joined(name, body, context)
                if facts and facts[0].subject not in told:
                    told.add(facts[0].subject)
                    yield _answer(name, facts[0], (start, end), context)


def _bodies(start: int, end: int, sentence: Sentence, context: Context) -> Iterator[str]:
    """The body whose founders are spoken of: "X's founding members", "the founders of X"; or one
    named before, by its sort or by no word at all."""
    own, others = sentence.quote(end, sentence.start + len(sentence.raw)), sentence.mentions
    led = re.match(r"\s+of\s+(?:the\s+)?", own)
    owner = re.search(r"(\w+)['’]s\s+(?:\w+\s+)?$", sentence.quote(sentence.start, start))
    known = {name for m in others for name in m.entities} | set(context.recent())
    nouns = word_set("spells", "bodies.nouns")
    if led:
        at = end + led.end()
        named = [m for m in others if m.start <= at < m.end]
        noun = re.match(r"\w+", own[led.end() :])
        known = {n for m in named for n in m.entities} or (
            known if noun and noun.group() in nouns else set()
        )
    elif owner:
        at = sentence.start + owner.start(1)
        named = [m for m in others if m.start <= at < m.end]
        known = {n for m in named for n in m.entities} or (
            known if owner.group(1).lower() in nouns else set()
        )
    yield from sorted(known)


def _rows(names: Sequence[Mention], sentence: Sentence) -> list[list[Mention]]:
    """Names that follow each other with nothing but a comma or "and" between."""
    rows: list[list[Mention]] = []
    for name in names:
        if rows and _ROW.fullmatch(sentence.quote(rows[-1][-1].end, name.start)):
            rows[-1].append(name)
        else:
            rows.append([name])
    return rows


def _is_told(row: Sequence[Mention], start: int, end: int, body: str, sentence: Sentence) -> bool:
    """Whether a row stands by the words for founders, with nothing else between."""
    if row[0].start >= end:
        low, high, plain = end, row[0].start, _BEHIND
    else:
        low, high, plain = row[-1].end, start, _BEFORE
    if low >= high:  # the words are part of a name: "the Founders' Day dinner"
        return False
    between = [t for t in sentence.span(low, high) if low <= sentence.start + t.idx < high]
    named = [(m.start, m.end) for m in sentence.mentions if body in m.entities]
    return bool(between) and all(
        t.lower_ in plain
        or t.like_num
        or any(first <= sentence.start + t.idx < last for first, last in named)
        for t in between
    )


def _joined(name: Mention, body: str, context: Context) -> list[Fact]:
    """The facts by which somebody belonged to a body."""
    if len(name.entities) != 1:
        return []
    facts = context.names.relations(name.entities[0], body)
    return [fact for fact in facts if holder_of(fact) == name.entities[0] == fact.subject]


def _answer(name: Mention, fact: Fact, at: tuple[int, int], context: Context) -> Answered:
    value = Value(name.start, name.end, name.text, "status", "exists")
    other = Question(fact.value, fact.property)
    asked = Question(fact.subject, fact.property, None, context.asked_on, "founding", other)
    why = (f"founder: {name.text!r} in a row", f"subject: {fact.subject}, named")
    return Answered(name.start, name.end, asked, "status", value, why, at=at)

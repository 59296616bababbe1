"""Which changed facts a changed verdict rests on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.records import Question, Verdict

if TYPE_CHECKING:
    from factcheck.reference.lookup import Lookup

Known = tuple[str, str, str, str, str]


@dataclass(frozen=True, slots=True)
class ChangedFact:
    """A fact that is not as it was; `how`: "is new", "is gone" or "has changed"."""

    topic: str
    id: str
    subject: str
    property: str
    how: str

    def __str__(self) -> str:
        """What to print of it."""
        return f"fact {self.id} {self.how}"


def changed_facts(before: Iterable[Known], lookup: Lookup) -> tuple[ChangedFact, ...]:
    """The facts that differ between a reference (as a results database keeps it) and `lookup`."""
    was = {(topic, id): rest for topic, id, *rest in before}
    changed = list[ChangedFact]()
    for topic, id, subject, property, hash in lookup.known_facts():
        old = was.pop((topic, id), None)
        if old is None:
            changed.append(ChangedFact(topic, id, subject, property, "is new"))
        elif old[-1] != hash:
            changed.append(ChangedFact(topic, id, subject, property, "has changed"))
    gone = (ChangedFact(*key, rest[0], rest[1], "is gone") for key, rest in was.items())
    return (*changed, *gone)


def causes(
    verdicts: Iterable[Verdict], changed: tuple[ChangedFact, ...], lookup: Lookup
) -> tuple[ChangedFact, ...]:
    """The changed facts that a claim's old and new verdict cite or are computed from; else those
    that were looked at to answer its question."""
    verdicts = tuple(verdicts)
    cited = {id for verdict in verdicts for id in _cited(verdict)}
    found = tuple(fact for fact in changed if fact.id in cited)
    if found or not changed:
        return found
    questions = {question for verdict in verdicts for question in _asked(verdict.claim.question)}
    return _looked_at(questions, changed, lookup)


def _looked_at(
    questions: Iterable[Question], changed: tuple[ChangedFact, ...], lookup: Lookup
) -> tuple[ChangedFact, ...]:
    pairs = {pair for question in questions for pair in lookup.consulted(question)}
    return tuple(
        fact
        for fact in changed
        if (fact.subject, fact.property) in pairs
        or (fact.subject, "") in pairs
        # a subject of which it was the only fact is no longer looked at
        or (fact.how == "is gone" and ("", fact.property) in pairs)
    )


def _cited(verdict: Verdict) -> Iterator[str]:
    for fact in (*verdict.facts, *verdict.claim.value_facts):
        yield fact.id
        yield from fact.made_from


def _asked(question: Question) -> Iterator[Question]:
    yield question
    if question.other:
        yield from _asked(question.other)

"""Members of a series that a text may mean without saying which: "the pact was signed on Monday".

Only loose readings (`agreeing.py`) take them: the series must be spoken of by its type and by its
parties, and the member be one that a writer would leave unnamed: the latest, the one in force,
the next, or the one of a date that stands there.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.language.memory import Context
from factcheck.language.sentences import Sentence
from factcheck.language.subjects import Subject
from factcheck.language.times import is_time, period_of
from factcheck.language.words import words


def evoked(sentence: Sentence, subjects: Sequence[Subject], context: Context) -> list[Subject]:
    """The members of all series that the sentence may speak of, once each."""
    found = dict.fromkeys(
        name
        for series in _series(sentence, subjects, context)
        for name in _members(series, sentence, context)
    )
    return [Subject(name, (), "implied", "one of its series") for name in found]


def _series(sentence: Sentence, subjects: Sequence[Subject], context: Context) -> Iterator[str]:
    """The series whose parties are all named here or shortly before; else the only one of which
    some are. A series of which the sentence names a member speaks of that."""
    spoken = {name for mention in sentence.mentions for name in mention.entities}
    spoken |= {*context.ours, *context.recent()}
    told = {subject.name for subject in subjects if subject.how in ("named", "picked")}
    some, whole = dict[str, None](), dict[str, None]()
    for description in context.names.descriptions():
        series = description.subject
        if not description.entities or not _is_of_type(series, sentence, context):
            continue
        members = {entity.name for entity in context.names.members(series)}
        if not members or members & told:
            continue
        groups = [bool(spoken.intersection(group)) for group in description.entities]
        if any(groups):
            some[series] = None
        if all(groups):
            whole[series] = None
    yield from whole or (some if len(some) == 1 else ())


def _is_of_type(series: str, sentence: Sentence, context: Context) -> bool:
    entity = context.names.entity(series)
    nouns = words("types").get(entity.type or "", ()) if entity else ()
    return not sentence.lemmas.isdisjoint(nouns)


def _members(series: str, sentence: Sentence, context: Context) -> Iterator[str]:
    asked_on = context.asked_on
    for how in ("latest", "current"):
        for entity in context.names.pick(series, how, None, asked_on):
            yield entity.name
            for near in ("next", "previous"):
                yield from (e.name for e in context.names.pick(series, near, entity.name, asked_on))
    for value in sentence.values:
        period = period_of(value) if is_time(value) else None
        if period is not None and not period.is_open:
            for how in ("signed_in", "covering"):
                yield from (e.name for e in context.names.pick(series, how, str(period), asked_on))

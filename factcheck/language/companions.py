"""Names of which a date is said that is bound to somebody else, or stands in a name: "X won it in
1933 together with Y", "the 2024 Prize went to X and Y". Taken only where the facts agree.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from factcheck.language.agreeing_events import may_be_date
from factcheck.language.making import Answered
from factcheck.language.memory import Context
from factcheck.language.sentences import Hit, Sentence
from factcheck.measures.bounds import date_bounds
from factcheck.measures.values import Value
from factcheck.records import Mention, Property, Question

_YEAR = re.compile(r"\b(?:1[6-9]|20)\d\d\b")


def companions(
    sentence: Sentence, context: Context, answers: Sequence[Answered]
) -> Iterator[Answered]:
    """Loose readings of names: that the event of the sentence was theirs, too, at its date."""
    if len(sentence.mentions) < 2:
        return
    years = _in_names(sentence)
    told = _told(sentence, answers)
    for mention in sentence.mentions:
        if len(mention.entities) != 1 or any(mention.start <= v.start < mention.end for v in years):
            continue
        (name,) = mention.entities
        known = context.names.properties_of(name)
        for hit, each in _events(sentence):
            when = _date_of(each, years, answers)
            if when is None or each.name not in known or (not years and (name, each.name) in told):
                continue
            if may_be_date(when, each):
                told.add((name, each.name))
                yield _answer(mention, name, hit, each, when, sentence, context)


def _told(sentence: Sentence, answers: Sequence[Answered]) -> set[tuple[str, str]]:
    """Of whom the date of an event is said in the first place: who is named first."""
    asked = {(a.question.subject, a.question.property) for a in answers if not a.agrees_only}
    order = [name for mention in sentence.mentions for name in mention.entities]
    found = set[tuple[str, str]]()
    for property in {each for _, each in asked}:
        found |= {next(((n, property) for n in order if (n, property) in asked), ("", ""))}
    return found


def _date_of(each: Property, years: Sequence[Value], answers: Sequence[Answered]) -> Value | None:
    """The year in a name, else the date that the sentence surely gives for the same event."""
    dates = years or [
        a.value
        for a in answers
        if not a.agrees_only and a.question.property == each.name and a.value.kind == "date"
    ]
    return dates[0] if len({str(value.value) for value in dates}) == 1 else None


def _in_names(sentence: Sentence) -> list[Value]:
    """The years in names of more than a year: "the 2024 Larkham Prize"."""
    found = []
    for mention in sentence.mentions:
        year = _YEAR.search(mention.text)
        if year is not None and year.group() != mention.text:
            start = mention.start + year.start()
            said = year.group()
            low, high = date_bounds(said)
            found.append(Value(start, start + 4, said, "date", said, low=low, high=high))
    return found


def _events(sentence: Sentence) -> Iterator[tuple[Hit, Property]]:
    for hit in sentence.hits:
        if hit.form == "verb":
            yield from ((hit, each) for each in hit.properties if each.type == "date")


def _answer(
    mention: Mention,
    name: str,
    hit: Hit,
    each: Property,
    when: Value,
    sentence: Sentence,
    context: Context,
) -> Answered:
    words = sentence.doc[hit.start : hit.end].text
    why = (f"event: {each.name} by {words!r}, loosely", f"subject: {name}, named {mention.text}")
    asked = Question(name, each.name, None, context.asked_on)
    at = (mention.start, mention.end)
    return Answered(
        mention.start, mention.end, asked, each.kind, when, why,
        at=at, certain=False, agrees_only=True,
    )  # fmt: skip

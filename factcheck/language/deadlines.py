"""By when a target is to be met, told along with the target: "are to spend 5 percent by 2032"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.language.making import Answered
from factcheck.language.memory import Context
from factcheck.language.sentences import Sentence
from factcheck.language.times import is_time, period_of
from factcheck.measures.values import Value
from factcheck.records import Property, Question

_TARGET = "target"


def find_deadlines(
    sentence: Sentence, answers: Sequence[Answered], context: Context
) -> Iterator[Answered]:
    """Answers about the date of a target, by the "by 2032" of a figure that is its own."""
    for answer in answers:
        asked = answer.question
        is_open = asked.time is not None and asked.time.first is None
        if not is_open or _TARGET not in asked.property.split("_"):
            continue
        each, when = _date_of(asked.subject, context), _value_of(answer, sentence)
        if each is None or when is None or any(a.start == when.start for a in answers):
            continue
        question = Question(asked.subject, each.name, None, context.asked_on)
        # "they agreed in Larkham", of the Larkham plan
        is_named = asked.subject.split()[0].lower() in sentence.words
        doubts = () if is_named else answer.doubts()
        why = (
            f"deadline: {each.name} by {answer.value.text!r}",
            f"subject: {asked.subject}",
            *doubts,
        )
        yield Answered(
            when.start,
            when.end,
            question,
            each.kind,
            when,
            why,
            certain=answer.certain or is_named,
            agrees_only=answer.agrees_only and not is_named,
        )


def _date_of(subject: str, context: Context) -> Property | None:
    """The one date that is known of the subject's target."""
    own = context.names.properties_of(subject)
    able = {
        p.name: p
        for p in context.names.properties()
        if p.name in own and p.kind == "end_date" and _TARGET in p.name.split("_")
    }
    return next(iter(able.values())) if len(able) == 1 else None


def _value_of(answer: Answered, sentence: Sentence) -> Value | None:
    """The date that is the time of a figure."""
    times = [v for v in sentence.values if is_time(v) and period_of(v) == answer.question.time]
    return times[0] if len(times) == 1 else None

"""Values read by what stands around them, as learned from texts (`likely.py`).

The wording of a topic lists the words by which texts speak of a property; nobody can list them
all. For a value of which no closer reading is certain, the reference tells which properties and
subjects it is likely of. Such a reading agrees with the text where the facts do; it contradicts
it only where all that is known of it makes it sure (`evidence.py`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from factcheck.language.agreeing import FITS_ALL
from factcheck.language.changes import is_total
from factcheck.language.decisive import standing
from factcheck.language.event_answers import as_event_date, end_of, is_closed
from factcheck.language.event_dates import is_beside
from factcheck.language.evidence import against, gather, is_known, sureness
from factcheck.language.evoked import evoked
from factcheck.language.figures import FIGURES, signed
from factcheck.language.fitting_kinds import converted, may_be_of
from factcheck.language.learned_clauses import Likely, counts_others, may_be_difference
from factcheck.language.learned_subjects import able_subjects, best_of
from factcheck.language.learned_sure import SURE, is_read_then, least_of
from factcheck.language.learned_times import at_its_time, has_own_time, is_of_all_times
from factcheck.language.learned_twins import twins_of
from factcheck.language.likely import guess
from factcheck.language.making import Answered, told, too_loose
from factcheck.language.memory import Context
from factcheck.language.of_neighbours import is_of_speaker
from factcheck.language.publishing import is_day_of_saying, is_of_saying
from factcheck.language.scores import scores_in
from factcheck.language.sentences import Sentence, Term
from factcheck.language.sizes import of_its_size
from factcheck.language.spoken import MANY
from factcheck.language.subjects import Subject
from factcheck.language.times import base_of, is_time, time_for
from factcheck.measures.bounds import is_limit
from factcheck.measures.numerals import significant_digits
from factcheck.measures.periods import Period
from factcheck.measures.values import Value
from factcheck.records import Property, Question

if TYPE_CHECKING:
    from spacy.tokens import Token

#: a property less likely than this is not worth a reading that agrees, or than half of this where
#: the figure has many digits
_MAYBE = 0.25
#: how sure a reading is worth it all the same
_PROBABLE = 0.7
#: of so many likely properties each value is tried
_TRIED = 4
#: "on 3 May 2022, ten years after it opened"
_COUNTED_FROM = re.compile(
    r",?\s+(?:(?:just|only|nearly|almost|about|some|exactly)\s+)?[\w-]+\s+"
    r"(?:decade|year|month|week|day)s?\s+(?:after|before)\b"
)
#: "was not admitted until July 2024"
_NOT_UNTIL = re.compile(r"(?:\b(?:not|never|only)|n['’]t)\b[^.;]{0,60}\b(?:until|till)\s+$", re.I)
#: what a figure came to
_TO = re.compile(r"\s+to\s+(?:\w+\s+)?[$€£¥]?\d")


def find_learned(
    sentence: Sentence,
    subjects: Sequence[Subject],
    context: Context,
    answers: Sequence[Answered],
) -> Iterator[Answered]:
    """Readings of the values of which `answers` has no certain one."""
    # how many there were when something happened is told by a date that may be wrong itself
    dated = {a.start for a in answers if a.certain and is_time(a.value)}
    for reading, p, evidence in learned_readings(sentence, subjects, context, answers):
        sure = sureness(evidence)
        is_sure = sure >= least_of(reading, p, evidence, answers, sentence, context)
        is_sure = is_sure and standing(evidence, sure) is None and evidence["best subjects"] == 1
        is_timed = has_own_time(reading, subjects, sentence)
        is_timed = is_timed or is_read_then(reading, answers, sentence)
        is_dated = _counts(reading, context) and getattr(reading.when, "start", None) in dated
        if is_sure and not is_dated and (is_timed or not is_known(reading, context)):
            yield replace(reading, certain=True, agrees_only=False, learned=True, sure=sure)
        else:
            doubt = too_loose(f"{against(evidence, sure)} ({sure:.2f} sure)")
            reading = replace(reading, why=(*reading.why, doubt))
        # "no more than 20 billion" is right of nearly all, but of a limit it is the limit itself
        fits_all = reading.value.hedge in FITS_ALL and not is_limit(reading.question.property)
        if not fits_all and _may_agree(reading, p, sure, evidence):
            yield reading
        if not fits_all and max(p, sure) >= _MAYBE and not is_timed:
            yield from at_its_time(reading, sentence, context)


def _counts(reading: Answered, context: Context) -> bool:
    """Whether it is told how many there were: as many as there were then, no length or height."""
    each = context.names.property(reading.question.property or "")
    return each is not None and each.kind == "count" and (each.unit is None or bool(each.counts))


def _may_agree(reading: Answered, p: float, sure: float, evidence: Mapping[str, float]) -> bool:
    """Whether a reading is likely enough, by its property or by all that is known."""
    digits = significant_digits(reading.value.value)
    if (evidence["strangers"] and digits < MANY) or "some of them are counted" in evidence:
        return False
    if is_time(reading.value) and not evidence["the subject is said"]:
        return False
    if "which office is not said" in evidence:
        return False
    is_exact = evidence.get("digits", 0) >= MANY
    return sure >= _PROBABLE or p >= (_MAYBE / 2 if is_exact else _MAYBE)


def learned_readings(
    sentence: Sentence,
    subjects: Sequence[Subject],
    context: Context,
    answers: Sequence[Answered],
) -> Iterator[tuple[Answered, float, Mapping[str, float]]]:
    """What each open value may be of, as a loose reading, with the probability of the property and
    the evidence for it."""
    certain = [a for a in answers if a.certain]
    times = {a.when for a in certain}
    questions = [a.question for a in certain]
    able: list[Subject] | None = None
    for value in sentence.values:
        if not _is_open(value, certain) or _tells_something_else(value, sentence):
            continue
        if able is None:
            able = [*subjects, *evoked(sentence, subjects, context)]
        if not able:
            return
        guessed = guess(value, sentence, context)
        if guessed is None:
            continue
        likely = guessed.properties
        fitting = [(e, p) for e, p in likely if _fits(value, e, p, sentence)]
        spoken = [subject.name for subject in able if subject.how != "implied"]
        for each, p in of_its_size(value, fitting, spoken, context.names)[:_TRIED]:
            whose = guessed.subjects_of(each.name, context.names)
            twins = twins_of(each, value, likely, whose, context)
            all_p = p + sum(q for other, q in likely if other in twins)
            beside = max((q for o, q in likely if o != each and o not in twins), default=0.0)
            found = Likely(each, all_p, p, beside, whose, questions, value in times)
            yield from _readings(value, found, able, sentence, context)


def _is_open(value: Value, certain: Sequence[Answered]) -> bool:
    if value.value is None:
        return False
    if value.kind not in FIGURES and not is_time(value):
        return False
    return not any(a.start < value.end and value.start < a.end for a in certain)


def _tells_something_else(value: Value, sentence: Sentence) -> bool:
    """What something changed by; a date from which another is counted, or that says when something
    was told; "until 2021", which many an end fits."""
    if may_be_difference(value, sentence) or _is_old_level(value, sentence):
        return True
    if is_of_speaker(value, sentence) or _is_vote(value, sentence):
        return True
    if value.kind in FIGURES:
        return False
    return (
        bool(_COUNTED_FROM.match(sentence.raw, value.end - sentence.start))
        or bool(base_of(sentence, value))
        or is_of_saying(value, sentence)
        or is_day_of_saying(value, sentence)
        or is_beside(value, sentence)
    )


def _is_old_level(value: Value, sentence: Sentence) -> bool:
    """ "from 61 percent to 35": what it was before."""
    before, after = value.start - sentence.start, value.end - sentence.start
    led = sentence.raw[:before].rstrip().lower().endswith(" from")
    return value.kind in FIGURES and led and _TO.match(sentence.raw, after) is not None


def _is_vote(value: Value, sentence: Sentence) -> bool:
    """Whether a figure is one of a vote: `votes.py`."""
    place = value.start - sentence.start
    return any(score.start <= place < score.end for score in scores_in(sentence.raw))


def _fits(value: Value, each: Property, p: float, sentence: Sentence) -> bool:
    return may_be_of(value, each) and (p >= SURE or not counts_others(value, each, sentence))


def _readings(
    value: Value,
    likely: Likely,
    subjects: Sequence[Subject],
    sentence: Sentence,
    context: Context,
) -> Iterator[tuple[Answered, float, Mapping[str, float]]]:
    each, token = likely.property, sentence.token(value)
    able = able_subjects(value, likely, subjects, sentence, context)
    stated, is_own_unit = value, True
    when: Value | Term | None = None
    period: Period | None = None
    denied: bool | None = None
    if value.kind in FIGURES:
        stated, is_own_unit = converted(signed(value, token, each), each)
        when, period = _time(value, token, sentence)
    elif is_time(value):
        stated = _turning_point(value, each, sentence)
        denied = False if each.kind != "end_date" and _is_not_until(value, sentence) else None
    if not is_own_unit or ".." in str(stated.value):
        return
    best = best_of(able, likely)
    is_sum = value.kind in FIGURES and is_total(value, sentence) and each.per == "year"
    said = f"{each.name}, learned, {likely.p:.2f}"
    for subject in able:
        asked = None if is_of_all_times(subject, each, context) else period
        question = Question(
            subject.name, each.name, asked, context.asked_on, "total" if is_sum else None
        )
        why = told(value, said, str(subject), when, period)
        place = (stated.start, stated.end)
        reading = Answered(*place, question, each.kind, stated, why, when=when, negated=denied)
        reading = reading.loosely()
        evidence = gather(value, stated, likely, subject, able, best, period, sentence, context)
        yield reading, likely.p, evidence


def _turning_point(value: Value, each: Property, sentence: Sentence) -> Value:
    """ "since 2014", of a beginning, "until 2014", of an end: just then; "not until 2014" of a
    beginning, but not "by 2014"; of "from 2014 to 2018" the end that is asked for."""
    if is_closed(value) and each.kind in ("start_date", "end_date"):
        return end_of(value, each.kind)
    is_late = str(value.value).startswith("../") and each.kind != "end_date"
    is_late = is_late and not _is_not_until(value, sentence)
    return value if is_late else as_event_date(value, each)


def _is_not_until(value: Value, sentence: Sentence) -> bool:
    """ "was not admitted until 2024": it was then."""
    return _NOT_UNTIL.search(sentence.raw[: value.start - sentence.start]) is not None


def _time(
    value: Value, token: Token, sentence: Sentence
) -> tuple[Value | Term | None, Period | None]:
    times = [v for v in sentence.values if is_time(v)]
    alike = [v for v in sentence.values if v.kind == value.kind]
    return time_for(sentence, token, token.head, times, alike)

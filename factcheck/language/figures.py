"""Figures bound to what they are a figure of: value -> property, subject and time.

Every pair of property wording and subject near a value is a reading; the nearest wins, and
others about as near are given too: what one reading does not refute is not refuted.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING

from factcheck.language.changes import is_change, is_total, speaks_of_change
from factcheck.language.excluded import is_excluded
from factcheck.language.making import Answered
from factcheck.language.memory import Context
from factcheck.language.pairing import rivals_of
from factcheck.language.sentences import Hit, Sentence, Term, forms
from factcheck.language.subjects import FAR, Subject
from factcheck.language.times import is_time, time_for
from factcheck.language.trees import clause_of, distance
from factcheck.language.wording import LIGHT
from factcheck.language.words import word_set
from factcheck.measures.periods import Period
from factcheck.measures.values import Value
from factcheck.records import Property, Question

if TYPE_CHECKING:
    from spacy.tokens import Token

#: how far (`trees.distance`) wording and subject may be from the value
_FARTHEST_WORDING = 6.0
_FARTHEST_SUBJECT = 9.0
#: readings this much farther than the nearest are possible too
_MARGIN = 0.6
#: what a second word of the same property brings a reading nearer
_BOTH = 1.0
_CLOSE = 3.0
#: what a verb that says next to nothing ("have") adds
_VAGUE = 2.5
#: money in another currency is seldom what a property says
_FOREIGN = 1.0
_FIGURES = ("number", "percentage", "amount", "ordinal", "duration", "range")


@dataclass(frozen=True, slots=True)
class Link:
    """One reading of a value: the lower the score, the nearer."""

    score: float
    property: Property
    subject: Subject
    hit: Hit


def find_figures(
    sentence: Sentence, subjects: Sequence[Subject], context: Context, events: Sequence[Value]
) -> Iterator[Answered | tuple[Value, str]]:
    """Answers given by figures; a value that stays unbound with the reason.

    `events`: the dates that are answers of an event, not the time of a figure.
    """
    values = [v for v in sentence.values if v.kind in _FIGURES and v.value is not None]
    free = [v for v in sentence.values if is_time(v) and v not in events]
    for value in values:
        token = sentence.token(value)
        if _is_score(value, sentence):
            yield value, "ambiguous"
            continue
        links = _links(value, token, sentence, subjects, context)
        if not links:
            yield value, _why_unbound(value, sentence, subjects)
            continue
        alike = [v for v in values if v.kind == value.kind]
        for link in links:
            if link.score < links[0].score + _MARGIN:
                head = sentence.doc[link.hit.end - 1]
                when, period = time_for(sentence, token, head, free, alike)
                yield _answer(link, value, token, when, period, sentence, context)


def _is_loose(link: Link, value: Value, sentence: Sentence) -> bool:
    """Said of several together ("A, B and C spent 2 percent"), or of a time only hinted at
    ("three years on it was 390 million"): enough to agree with, not to contradict."""
    alike = [v for v in sentence.values if v.kind == value.kind]
    words = [t for group in link.subject.tokens for t in group]
    if any(len(t.conjuncts) >= len(alike) and t.pos_ == "PROPN" for t in words):
        return True
    for other in sentence.values:
        if other.kind == "duration":
            end = sentence.span(other.start, other.end).end
            if sentence.doc[end : end + 1].text.lower() in ("on", "later", "earlier", "before"):
                return True
    return False


def _is_score(value: Value, sentence: Sentence) -> bool:
    """ "77 votes to 20": two numbers set against each other."""
    before = sentence.raw[: value.start - sentence.start].lower().split()[-2:]
    first = [v for v in sentence.values if v.kind == "number" and v.of and v.end < value.start]
    if len(before) < 2 or not first or value.of is not None:
        return False
    noun = str(first[-1].of).lower().split()[-1]
    return before[-1] in ("to", "against") and before[0] == noun


def _answer(
    best: Link,
    value: Value,
    token: Token,
    when: Value | Term | None,
    period: Period | None,
    sentence: Sentence,
    context: Context,
) -> Answered:
    return Answered(
        value.start,
        value.end,
        Question(
            best.subject.name,
            best.property.name,
            period,
            context.asked_on,
            "total" if is_total(value, sentence) and best.property.per == "year" else None,
        ),
        best.property.kind,
        _signed(value, token),
        (
            f"value: {value.text!r} is {value.kind} {value.value} {value.unit or ''}".strip(),
            f"property: {best.property.name} by {best.hit.form} "
            f"{sentence.doc[best.hit.start : best.hit.end].text!r}",
            f"subject: {best.subject.name}, {best.subject.how} {best.subject.why}".strip(),
            f"time: {when.text!r} is {period}" if when else "time: none said",
        ),
        when=when,
        certain=best.subject.how != "implied" and not _is_loose(best, value, sentence),
    )


def _links(
    value: Value, token: Token, sentence: Sentence, subjects: Sequence[Subject], context: Context
) -> list[Link]:
    found: dict[tuple[str, str], Link] = {}
    for hit in sentence.hits:
        away = min(distance(token, t) for t in sentence.doc[hit.start : hit.end])
        if away > _FARTHEST_WORDING:
            continue
        light = hit.form == "verb" and sentence.doc[hit.start].lemma_.lower() in LIGHT
        for each in hit.properties:
            if not fits(value, each, hit, sentence) or is_excluded(each, token, sentence):
                continue
            changes = is_change(value, sentence) if value.kind == "percentage" else None
            if changes is not None and changes != speaks_of_change(each):
                continue
            able = [s for s in subjects if each.name in context.names.properties_of(s.name)]
            others = rivals_of(value, sentence, able)
            for subject in able:
                if subject.how in FAR and light:
                    continue
                if subject.how == "referred" and not _is_taken_up(subject, hit, sentence):
                    continue
                if each.type == "ordinal" and _is_member(subject, context):
                    continue  # which one of a series: `series.py`
                if subject.name in others:
                    continue
                near = subject.away_from(token)
                mean = 0.4 * near + 0.5 * subject.away_from(sentence.doc[hit.end - 1])
                if near > _FARTHEST_SUBJECT:
                    continue
                score = away + mean + _penalty(hit, subject, sentence)
                score += _FOREIGN if _is_foreign(value, each) else 0.0
                link = Link(score, each, subject, hit)
                key = (subject.name, each.name)
                if key in found and found[key].hit.start != hit.start and away <= _CLOSE:
                    score = min(score, found[key].score) - _BOTH
                    link = replace(link if score < link.score else found[key], score=score)
                if key not in found or found[key].score > score:
                    found[key] = link
    return sorted(found.values(), key=lambda link: (link.score, link.subject.name))


def _is_taken_up(subject: Subject, hit: Hit, sentence: Sentence) -> bool:
    """Whether a subject of an earlier sentence is taken up: by a pronoun near the wording, or
    by the wording itself ("the contribution", "that figure")."""
    head = sentence.doc[hit.end - 1]
    if any(distance(t, head) <= _CLOSE for group in subject.tokens for t in group):
        return True
    definite = [c.lower_ for c in head.children if c.dep_ == "det"]
    return hit.form == "noun" and bool({"the", "this", "that", "these"}.intersection(definite))


def _is_member(subject: Subject, context: Context) -> bool:
    entity = context.names.entity(subject.name)
    return entity is not None and any(context.names.members(s) for s in entity.part_of)


def _is_foreign(value: Value, each: Property) -> bool:
    """Money in another currency than the property's; "$" may be any dollar."""
    if value.kind != "amount" or not each.unit or not value.unit or value.unit == each.unit:
        return False
    return value.unit != "$" or not each.unit.endswith("D")


def _penalty(hit: Hit, subject: Subject, sentence: Sentence) -> float:
    light = hit.form == "verb" and sentence.doc[hit.start].lemma_.lower() in LIGHT
    specific = subject.how == "described" and len(subject.tokens) > 1
    return FAR.get(subject.how, 0.0) + (_VAGUE if light else 0.0) - (_BOTH if specific else 0.0)


def fits(value: Value, each: Property, hit: Hit, sentence: Sentence) -> bool:
    """Whether a value may be an answer of a property, by their kinds and the counted noun."""
    kind = _bare_kind(value)
    if each.type == "number":
        return kind == "number" and value.unit is None and _counts(value, each, hit, sentence)
    if each.type == "amount":
        return kind == "amount"
    return kind == each.type


def _signed(value: Value, token: Token) -> Value:
    """A per cent change that is said to be a fall is below zero."""
    falls = word_set("events", "fall.verbs")
    near = (token.head, clause_of(token), *token.children)
    if value.kind != "percentage" or not isinstance(value.value, Decimal):
        return value
    if value.value <= 0 or not any(t.lemma_.lower() in falls for t in near):
        return value
    low, high = value.low, value.high
    return replace(
        value,
        value=-value.value,
        low=-high if isinstance(high, Decimal) else None,
        high=-low if isinstance(low, Decimal) else None,
    )


def _bare_kind(value: Value) -> str:
    if value.kind != "range":
        return value.kind
    if value.unit is None:
        return "number"
    return "percentage" if value.unit.startswith("percent") else "amount"


def _counts(value: Value, each: Property, hit: Hit, sentence: Sentence) -> bool:
    """A number that counts something else is no answer; a bare one needs the noun near."""
    if not each.counts:
        return value.of is None
    if value.of is None:
        return True
    span = sentence.span(value.start, value.end)
    length = len(value.of.replace("-", " ").split())
    counted = {f for t in span.doc[span.end : span.end + length + 1] for f in forms(t)}
    return any(
        set(c.replace("-", " ").split()) <= counted for c in (*each.counts, *each.adjectives)
    )


def _why_unbound(value: Value, sentence: Sentence, subjects: Sequence[Subject]) -> str:
    if value.note == "no_date":
        return "no_date"
    return "property_unknown" if subjects else "no_subject"

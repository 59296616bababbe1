"""Where and when what comes again met: "the summit in X in July 2022", "leaders gathered in Y".

For a series whose members have each a place and a day at which they began. A place and a time that
stand together tell which one is meant; where there was none, one of the two is wrong: the place if
the month was that of another one, or else the time.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from factcheck.language.known_occasions import (
    WHO,
    Occasion,
    known_occasions,
    series_of,
    telling,
)
from factcheck.language.making import Answered
from factcheck.language.memory import Context
from factcheck.language.sentences import Sentence
from factcheck.language.sorts import sort_nouns
from factcheck.language.strange_names import strangers_in
from factcheck.language.times import base_of, is_time, period_of
from factcheck.measures.periods import Period
from factcheck.measures.values import Value
from factcheck.records import Mention, Question

if TYPE_CHECKING:
    from factcheck.language.subjects import Subject

#: words that may stand between a place and its time, besides those for the occasion itself
_BESIDE = frozenset(
    ("in", "at", "on", "of", "from", "during", "for", "the", "a", "an", "its", "their", "'s", "’s",
     ",", "(", "held", "this", "last", "there", "back", "where", "when", "leaders", "again")
)  # fmt: skip
#: words that tell an occasion of somebody else, or one that was not
_OTHERWISE = frozenset(
    ("minister", "ministers", "ministerial", "foreign", "plan", "planned", "next", "future",
     "will", "would", "ambassador", "ambassadors", "chief", "chiefs", "should", "bid", "postponed",
     "cancelled", "canceled", "originally", "since", "before", "after", "until", "parliamentary",
     "eu", "european", "union", "g7", "g20", "un", "bilateral", "informal", "trilateral")
)  # fmt: skip
_WORDS_BETWEEN = 8


def find_occasions(
    sentence: Sentence, subjects: Sequence[Subject], context: Context
) -> Iterator[Answered]:
    """Answers about the place and the day of an occasion."""
    if telling().isdisjoint(sentence.words) or not any(map(is_time, sentence.values)):
        return
    spoken = [name for m in sentence.mentions for name in m.entities]
    said = [m.text for m in (*sentence.mentions, *strangers_in(sentence))]
    owners = dict.fromkeys((*spoken, *said, *(s.name for s in subjects), *context.recent()))
    for series in dict.fromkeys(s for owner in owners for s in series_of(owner, context)):
        known = known_occasions(series, context)
        signal = _signal(series, known, sentence, context)
        if signal:
            yield from _answers(known, signal, sentence, context)


def _signal(
    series: str, known: Sequence[Occasion], sentence: Sentence, context: Context
) -> set[int]:
    """The words (indices) by which a sentence speaks of such an occasion: the noun for it, or who
    meets there and that they do; none where neither stands in it."""
    nouns = sort_nouns(known[0].member, context.names) | sort_nouns(series, context.names)
    asked = known[0].place_property
    hits = (h for h in sentence.hits if any(p.name == asked for p in h.properties))
    verbs = {i for hit in hits if hit.form == "verb" for i in range(hit.start, hit.end)}
    named = {t.i for t in sentence.tokens if t.lower_ in nouns}
    meeting = {t.i for t in sentence.tokens if t.lower_ in WHO} if verbs else set[int]()
    return named | meeting | verbs if named or meeting else set()


def _answers(
    known: Sequence[Occasion], signal: set[int], sentence: Sentence, context: Context
) -> Iterator[Answered]:
    places = list(_places(known, sentence, context))
    times = [v for v in sentence.values if is_time(v) and not base_of(sentence, v)]
    is_named = any(sentence.doc[i].lower_ in telling() - WHO for i in signal)
    done = set[int]()
    for place, there in places:
        time = _beside(place, [other for other, _ in places], times, signal, sentence)
        if time is not None and time.start not in done:
            done.add(time.start)
            # "leaders met in X in 2020", where they meet every other month
            is_doubtful = _is_otherwise(place, time, sentence) or (not is_named and len(there) > 1)
            yield from _pair(place, there, time, known, is_doubtful, context)


def _is_otherwise(place: Value, time: Value, sentence: Sentence) -> bool:
    """Whether words around a place and its time tell of another meeting, or of none yet."""
    near = sentence.span(min(place.start, time.start), max(place.end, time.end))
    around = sentence.doc[max(near.start - 7, 0) : near.end + 3]
    return not _OTHERWISE.isdisjoint(token.lower_ for token in around)


def _places(
    known: Sequence[Occasion], sentence: Sentence, context: Context
) -> Iterator[tuple[Value, list[Occasion]]]:
    """The places in a sentence where there was such an occasion, with which ones: by the place
    itself, or by the name that it gave to one ("the Larkham summit")."""
    nouns = sorted(sort_nouns(known[0].member, context.names))
    by_name = {one.member: one for one in known}
    for name in sorted((*sentence.mentions, *strangers_in(sentence)), key=lambda m: m.start):
        said = _place_in(name, nouns, known)
        meant = [m for noun in nouns for m in context.names.mentions(f"{said.text} {noun}")]
        also = dict.fromkeys(e for m in meant if m.start == 0 for e in m.entities)
        there = [one for one in known if _bare(one.place) == said.text]
        there = there or [by_name[e] for e in also if e in by_name]
        if there:
            yield replace(said, value=there[0].place), there


def _place_in(name: Mention, nouns: Sequence[str], known: Sequence[Occasion]) -> Value:
    """What of a name may be the place: "Larkham" of "the Larkham summit", "summit in Larkham"."""
    inside = [_bare(one.place) for one in known if name.text.endswith(f" {_bare(one.place)}")]
    said = re.sub(rf"\s(?:{'|'.join(nouns)})$|^the\s", "", name.text, flags=re.IGNORECASE)
    said = inside[0] if inside else said
    start = name.start + name.text.rindex(said)
    return Value(start, start + len(said), said, "entity", said)


def _bare(place: str) -> str:
    return place.removeprefix("The ")


def _beside(
    place: Value,
    places: Sequence[Value],
    times: Sequence[Value],
    signal: set[int],
    sentence: Sentence,
) -> Value | None:
    """The one time that stands by a place with nothing but words for the occasion between."""
    near = []
    named = {i for m in sentence.mentions for i in _indices(m.start, m.end, sentence)}
    for time in times:
        low, high = (place.end, time.start) if time.start >= place.end else (time.end, place.start)
        between = sentence.span(low, high) if low < high else ()
        inside = [t for t in between if low <= sentence.start + t.idx < high]
        plain = all(t.lower_ in _BESIDE or t.i in signal or t.i in named for t in inside)
        crossed = any(low <= other.start < high for other in places)
        if plain and not crossed and len(inside) <= _WORDS_BETWEEN:
            near.append((time.start < place.start, len(inside), time))
    return min(near, key=lambda each: each[:2])[2] if near else None


def _indices(start: int, end: int, sentence: Sentence) -> range:
    span = sentence.span(start, end)
    return range(span.start, span.end)


def _pair(
    place: Value,
    there: Sequence[Occasion],
    time: Value,
    known: Sequence[Occasion],
    is_doubtful: bool,
    context: Context,
) -> Iterator[Answered]:
    """What a place and the time beside it say of the occasion that they tell."""
    days = period_of(time)
    if days is None or days.first is None or days.last is None:
        return
    then = [o for o in known if o.days.overlaps(days)]
    both = [o for o in there if o in then]
    if len(both) == 1:
        yield _placed(place, both[0], context)
        yield _dated(time, both[0], days, context)
        return
    is_past = context.asked_on is None or days.last <= context.asked_on
    if both or is_doubtful or not is_past or days.last < known[0].first:
        return
    if len(then) == 1 and len(str(time.value)) > 4:
        yield _placed(place, then[0], context)
    elif there:
        begins = days.first.toordinal()
        nearest = min(there, key=lambda o: abs(o.first.toordinal() - begins))
        yield _dated(time, nearest, days, context)


def _placed(place: Value, one: Occasion, context: Context) -> Answered:
    asked = Question(one.member, one.place_property, None, context.asked_on)
    why = (f"occasion: {place.text!r} beside its time", f"subject: {one.member}")
    return Answered(place.start, place.end, asked, "party_or_actor", place, why)


def _dated(time: Value, one: Occasion, days: Period, context: Context) -> Answered:
    """The time, held against the day on which it began (which one that goes on has in it)."""
    asked = Question(one.member, one.date_property, None, context.asked_on)
    why = (f"occasion: {time.text!r} beside its place", f"subject: {one.member}")
    if one.days.contains(days):
        first = one.first.isoformat()
        time = replace(time, kind="date", value=first, low=first, high=first)
    return Answered(time.start, time.end, asked, "start_date", time, why)

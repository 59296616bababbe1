"""Facts, subjects and topics as lines of text, for `factcheck facts`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from factcheck.measures.periods import ANY_TIME
from factcheck.records import Fact, Source

if TYPE_CHECKING:
    from factcheck.reference.comparing import Change
    from factcheck.reference.lookup import Lookup

#: characters of the longest bar
_BAR = 24
#: from here on a computed figure is shown without decimals
_LARGE = 1_000
#: days of the longest year
_A_YEAR = 366


def topic_lines(lookup: Lookup) -> Iterator[str]:
    """A line a topic: how much it knows, and up to when."""
    counts = lookup.stored.counts()
    width = max(map(len, lookup.topics), default=0)
    for name in lookup.topics:
        settings = lookup.settings(name)
        as_of = f"as of {settings.as_of}" if settings.as_of else "undated"
        yield f"{name:<{width}}  {counts.get(name, 0):>6} facts, {as_of}  {settings.title}"


def fact_line(fact: Fact) -> str:
    """A fact on one line."""
    when = f" ({fact.valid})" if fact.valid != ANY_TIME else ""
    notes = [note for note in (fact.qualifier, _marks(fact)) if note]
    more = f" [{'; '.join(notes)}]" if notes else ""
    return f"{fact.id}: {fact.subject} | {fact.property} | {_value(fact)}{when}{more}"


def fact_lines(lookup: Lookup, fact: Fact) -> Iterator[str]:
    """A fact with all that is known of it."""
    from factcheck.reference.derivations import derivations_of_fact

    yield fact_line(fact)
    yield f"  topic       {fact.topic}"
    if fact.known_from:
        yield f"  known from  {fact.known_from}"
    for label, day in zip(("recorded", "superseded"), lookup.stored.recorded(fact), strict=True):
        if day:
            yield f"  {label:<11} {day}"
    gone = lookup.stored.recorded(fact)[1]
    if lookup.known_on and not gone and fact not in lookup.facts(fact.subject, fact.property):
        yield f"  not known   on {lookup.known_on}"
    yield f"  confidence  {fact.confidence}, rank {fact.rank}"
    if fact.note:
        yield f"  note        {fact.note}"
    yield from _computed([fact])
    if fact.made_from:
        yield f"  made of     {'; '.join(fact.made_from)}"
    for source in fact.sources:
        yield f"  source      {_source(source)}"
    for kind, others in _others(lookup, fact):
        yield from (f"  {kind:<11} {fact_line(other)}" for other in others)
    yield from _follows(derivations_of_fact(fact, lookup))
    yield from _charts(lookup.facts(fact.subject, fact.property))[0]


def subject_lines(lookup: Lookup, name: str) -> Iterator[str]:
    """A subject: what it is, what is known of it, its yearly figures as a picture, and what
    follows from them."""
    from factcheck.reference.derivations import derivations_of_subject

    entity = lookup.entity(name)
    assert entity is not None
    series = f", part of {', '.join(entity.part_of)}" if entity.part_of else ""
    yield f"{name} ({entity.type or 'entity'}{series})"
    members = [member.name for member in lookup.members(name)]
    if members:
        yield f"  members     {'; '.join(members)}"
    facts = lookup.facts(name)
    for property in dict.fromkeys(fact.property for fact in facts):
        rows = [fact for fact in facts if fact.property == property]
        charts, drawn = _charts(rows)
        yield from charts
        yield from (f"  {fact_line(fact)}" for fact in rows if fact.id not in drawn)
        yield from _computed(rows)
    yield from _follows(derivations_of_subject(name, lookup))


def change_lines(change: Change) -> Iterator[str]:
    """A change between two builds."""
    sign = {"added": "+", "removed": "-", "changed": "~"}[change.how]
    yield f"{sign} {change.topic} {change.id}"
    for column in change.before | change.after:
        before, after = change.before.get(column), change.after.get(column)
        if change.how == "changed":
            yield f"    {column}: {before or 'nothing'} -> {after or 'nothing'}"
        else:
            yield f"    {column}: {after or before}"


def _value(fact: Fact) -> str:
    unit = fact.unit if fact.unit not in ("date", "year", "entity", "place", "boolean") else None
    figure = fact.reading.value if fact.reading else None
    exact = isinstance(figure, Decimal) and fact.value.replace(".", "").isdigit()
    if exact and isinstance(figure, Decimal):
        # the mean of large sums needs no decimals
        whole = fact.made_from and abs(figure) >= _LARGE
        value = f"{figure:,.0f}" if whole else f"{figure:,f}"
    else:
        value = fact.value
    return f"{value} {unit}" if unit else value


def _marks(fact: Fact) -> str:
    marks = [fact.confidence] if fact.confidence == "unverified" else []
    return ", ".join([*marks, *([fact.rank] if fact.rank != "normal" else [])])


def _source(source: Source) -> str:
    parts = (source.title, source.publisher, source.date, source.locator, source.url)
    return ", ".join(part for part in parts if part)


def _others(lookup: Lookup, fact: Fact) -> Iterator[tuple[str, Sequence[Fact]]]:
    """Facts on the same question: earlier states of the files, and other values."""
    same = [
        one
        for one in lookup.stored.history(fact.subject, fact.property)
        if one.id != fact.id and one.topic == fact.topic and one.valid == fact.valid
    ]
    standing = {one.id for one in lookup.facts(fact.subject, fact.property)}
    _, gone = lookup.stored.recorded(fact)
    after = [one for one in same if gone and (lookup.stored.recorded(one)[0] or "") >= gone]
    yield "replaced by", after
    yield "history", [one for one in same if one.id not in standing and one not in after]
    beside = [one for one in same if one.id in standing and one not in after]
    is_list = fact.reading is None
    yield "beside it" if is_list else "disagrees", [o for o in beside if o.value != fact.value]


def _charts(facts: Sequence[Fact]) -> tuple[list[str], set[str]]:
    """Figures of years or days as bars, a chart a unit, and the ids of the facts drawn."""
    rows = [f for f in facts if _figure(f) is not None and _when(f) and f.rank != "deprecated"]
    lines: list[str] = []
    drawn: set[str] = set()
    for unit in sorted({fact.unit for fact in rows}, key=str):
        one = [fact for fact in rows if fact.unit == unit]
        if len(one) < 3:
            continue
        common, times = Counter(fact.qualifier for fact in one).most_common(1)[0]
        shared = common if 2 * times > len(one) else None
        note = f" ({shared}, where nothing else is said)" if shared else ""
        lines.append(f"  {one[0].property}{f', {unit}' if unit else ''}{note}")
        lines.extend(_bars(one, shared))
        drawn.update(fact.id for fact in one)
    return lines, drawn


def _bars(facts: Sequence[Fact], shared: str | None) -> Iterator[str]:
    largest = max(abs(_figure(fact) or Decimal(0)) for fact in facts) or Decimal(1)
    figures = [f"{_figure(fact):,f}" for fact in facts]
    whens, width = [_when(fact) for fact in facts], max(map(len, figures))
    for fact, when, said in zip(facts, whens, figures, strict=True):
        bar = "█" * max(1, round(_BAR * abs(_figure(fact) or Decimal(0)) / largest))
        own = fact.qualifier if fact.qualifier != shared else None
        notes = [note for note in (own, _marks(fact)) if note]
        more = f" ({'; '.join(notes)})" if notes else ""
        id = "computed" if fact.arithmetic else fact.id
        yield f"    {when:<{max(map(len, whens))}}  {bar:<{_BAR}}  {said:>{width}}  {id}{more}"


def _when(fact: Fact) -> str:
    """The year, fiscal year, month or day that a figure is of; "" for longer times."""
    first, last, text = fact.valid.first, fact.valid.last, str(fact.valid)
    if "/" not in text:
        return text
    if first is None or last is None or (last - first).days > _A_YEAR:
        return ""
    return f"{first.year}/{last.year % 100:02}" if first.year < last.year else text


def _computed(facts: Sequence[Fact]) -> Iterator[str]:
    """How the facts that stand in no file were computed."""
    for fact in facts:
        if fact.arithmetic:
            when = str(fact.valid) if fact.valid != ANY_TIME else fact.value
            more = f" ({fact.qualifier})" if fact.qualifier else ""
            yield f"  computed    {when}{more}: {fact.arithmetic}"


def _follows(derived: Sequence[Fact]) -> Iterator[str]:
    """What is derived, with its arithmetic."""
    for fact in derived:
        label = fact.label or fact.property.replace("_", " ")
        is_holder = fact.property == "office_held"
        value = f"{fact.subject}, {fact.value}" if is_holder else _value(fact)
        marks = f" [{_marks(fact)}]" if _marks(fact) else ""
        yield f"  follows     {'' if is_holder else f'{label}: '}{value} ({fact.arithmetic}){marks}"


def _figure(fact: Fact) -> Decimal | None:
    value = fact.reading.value if fact.reading else None
    return value if isinstance(value, Decimal) else None

"""Derived facts said in a sentence: a change, a ratio, a difference, in force, how often."""

from __future__ import annotations

import re
from decimal import Decimal

from factcheck.checking.phrases import say_figure, say_period
from factcheck.measures.durations import plain_number
from factcheck.records import Fact

_PART = re.compile(r"(?P<subject>[^;:]+): (?P<what>[^;:]+)")


def say_derived(fact: Fact, name: str, what: str) -> str | None:
    """What a derived fact says of the subject `name`, or of `what` ("Larkham's yearly grant");
    `None` for a fact that needs no words of its own."""
    label = fact.label or ""
    number = fact.reading.value if fact.reading else None
    if fact.value in ("in force", "ended"):
        return _in_force(fact, name)
    if label.startswith("belongs to ") and fact.made_from:
        belonged = "belonged to" if fact.valid.last else "has belonged to"
        return f"{name} {belonged} {label[11:]} {say_period(fact.valid, 'from')}".rstrip()
    if fact.value in ("every year", "once") and fact.made_from:
        return f"{what}: {fact.value} {say_period(fact.valid)}".rstrip()
    if not isinstance(number, Decimal) or not fact.arithmetic:
        return None
    if label.startswith("the change"):
        return _change(number, label, name, fact.arithmetic)
    if label.startswith("the ratio"):
        return f"{_ratio(number, label, name)}: {fact.arithmetic}"
    if label.startswith("the rank"):
        return f"{label} of {name} is {say_figure(fact)}: {fact.arithmetic}"
    if label.startswith("the difference"):
        return f"{label} is {say_figure(fact)}: {fact.arithmetic}"
    return None


def _ratio(number: Decimal, label: str, name: str) -> str:
    times = f"{plain_number(number)} times"
    between = re.fullmatch(r"the ratio between (.+) and (.+)", label)
    if between:
        return f"{between[1]} comes to {times} {between[2]}"
    when = re.fullmatch(r"the ratio from (\S+) to (\S+)", label)
    return f"{name} in {when[2]} came to {times} that of {when[1]}" if when else f"{name}: {times}"


def _change(number: Decimal, label: str, name: str, arithmetic: str) -> str:
    when = label.removeprefix("the change")
    size = plain_number(abs(number).quantize(Decimal("0.1")))
    if not number:
        return f"{name} did not change{when}: {arithmetic}"
    return f"{name} {'rose' if number > 0 else 'fell'} by {size}%{when}: {arithmetic}"


def _in_force(fact: Fact, name: str) -> str:
    """ "The pact was in force from ... to ...", with the members by which it was."""
    verb = "was" if fact.value == "in force" else "had"
    said = f"{name} {verb} {fact.value} {say_period(fact.valid, 'from')}".rstrip()
    members: dict[str, list[str]] = {}
    for part in _PART.finditer(fact.arithmetic or ""):
        members.setdefault(part["subject"].strip(), []).append(part["what"].strip())
    by = "; ".join(f"{member} ({', '.join(what)})" for member, what in members.items())
    return f"{said}: {by}" if by else said

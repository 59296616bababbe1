"""Facts said as an editor would print them: what it is, when, and whose figure."""

from __future__ import annotations

import re
from collections.abc import Sequence

from factcheck.checking.names import OFFICE
from factcheck.checking.phrases import (
    capital,
    is_dated,
    say_date,
    say_figure,
    say_period,
    say_source,
)
from factcheck.checking.wording_derived import say_derived
from factcheck.records import Fact

#: verbs that need no "was": a contract expired
_ACTIVE = frozenset(
    {"expired", "ended", "started", "opened", "closed", "died", "lapsed", "joined", "resigned"}
    | {"applied", "entered", "took", "began", "left", "became", "won", "met"}
)
_PARTICIPLES = ("held", "begun", "built", "set", "put", "born", "sold", "written", "drawn")
_VERBS = {"in force": "took effect", "expires": "expires", "began": "began"}
_PLURAL = re.compile(r"(?:[^s]s|personnel|people|police|staff)(?: \w+ed)?$")

_PREPOSITION = re.compile(r" (?:of|in|for|on|to|by|from|at|with|below|over|between|after) ")


def say_fact(fact: Fact) -> str:
    """One sentence with the value, when it holds, and whose figure it is."""
    if fact.text:
        return fact.text
    said = say_derived(fact, named(fact), label_of(fact)) or _statement(fact)
    return f"{capital(said)}{_bracket(fact, _basis(fact))}."


def say_difference(others: Sequence[Fact]) -> str:
    """ " Sources differ: ..." for facts that say something else, "" without any."""
    said = [f"{say_figure(f)}{_bracket(f, say_period(f.valid, 'from'))}" for f in others]
    both = " and ".join(list(dict.fromkeys(said))[:2])
    return f" Sources differ: also {both}." if both else ""


def say_term(fact: Fact) -> str:
    """ "Ada Holt was Mayor of Larkham from ... to ...", or has been since."""
    was = "was" if fact.valid.last else "has been"
    return f"{fact.subject} {was} {fact.value} {say_period(fact.valid, 'from')}".rstrip()


def named(fact: Fact) -> str:
    """The subject as it stands in a sentence: "the 12th Accord"."""
    is_numbered = re.match(r"\d+(?:st|nd|rd|th)\b", fact.subject)
    return f"the {fact.subject}" if is_numbered else fact.subject


def _statement(fact: Fact) -> str:
    if fact.property == OFFICE and fact.reading is None:
        return say_term(fact)
    if fact.property == "ordinal":
        return f"{named(fact)} is the {say_figure(fact)} of its series"
    label = _label(fact)
    what = say_date(fact) if is_dated(fact) else say_figure(fact)
    if is_dated(fact) and label.startswith("when "):
        return f"{re.sub('^it ', f'{named(fact)} ', label[5:])} {what}"
    verb = _as_verb(label)
    if verb is not None:
        return f"{named(fact)} {verb} {what}"
    what = what.removeprefix("on ").removeprefix("in ")
    label, when = label_of(fact), say_period(fact.valid)
    return f"{label}{f' {when}' if when else ''}{_link(fact, label)} {what}"


def _link(fact: Fact, label: str) -> str:
    """The verb between label and value: "is", "come to" after a plural, ":" after a clause."""
    if re.match(r"(?:what|who|how|why) ", label):
        return " is" if fact.reading else ":"
    is_plural = _PLURAL.search(_PREPOSITION.split(label)[0]) is not None
    return " come to" if is_plural and fact.reading else " is"


def _label(fact: Fact) -> str:
    """The topic's words for the property, else its name: "signed" for `date_signed`."""
    label = (fact.label or fact.property.replace("_", " ")).removeprefix("date ")
    label = label.partition(", ")[0]
    # "the total Larkham's grant" is Larkham's total grant
    return re.sub(r"^(?:the )?(total|mean|largest|smallest) (.+?'s) ", r"\2 \1 ", label)


def _basis(fact: Fact) -> str:
    """What a label says after a comma, of the basis: "by count"."""
    return (fact.label or "").partition(", ")[2]


def _as_verb(label: str) -> str | None:
    """A label that says what happened as a verb: "signed" is "was signed"."""
    if label in _VERBS:
        return _VERBS[label]
    words = label.split()
    is_adverb = len(words) > 1 and (words[0].endswith("ly") or words[0] in ("first", "last"))
    first = words[1] if is_adverb else next(iter(words), "")
    if first in _ACTIVE:
        return label
    is_participle = first.endswith("ed") or first in _PARTICIPLES
    return f"was {label}" if is_participle else None


def label_of(fact: Fact) -> str:
    """What the figure is of: the topic's own words, else "the height of Eiffel Tower"."""
    label = _label(fact)
    if not label:
        label = "the number of members"
    if re.match(r"(?:what|who|how|why|when) ", label):
        return label
    if len(_words(label) & _words(fact.subject)) > 1 and _words(label) <= _words(fact.subject):
        return named(fact)
    label = f"the {label}" if not re.match(r"(?:the|an?) |[A-Z]", label) else label
    names = {word.casefold().rstrip(",") for word in fact.subject.split() if word[:1].isupper()}
    if "'s " in label or names & set(label.casefold().replace("'s", "").split()):
        return label
    return f"{label} of {named(fact)}"


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w+", text.casefold())) - {"the", "yearly", "annual"}


def _bracket(fact: Fact, first: str) -> str:
    inside = "; ".join(part for part in (first, say_source(fact)) if part)
    return f" ({inside})" if inside else ""

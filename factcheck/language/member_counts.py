"""How many members a body has, told in passing: "all 32 allies", "NATO's 31 members", "31 of the
32", "the 29-nation alliance".

A whole number of members is the number of its members only if nothing tells some of them apart:
neither an adjective ("its 23 European members") nor what comes behind ("all 14 allies that …").
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import zip_longest
from typing import TYPE_CHECKING

from factcheck.language.making import Answered
from factcheck.language.memory import Context
from factcheck.language.sentences import Sentence, forms
from factcheck.language.tenses import tense_of
from factcheck.language.times import is_time, period_of
from factcheck.language.trees import anchor
from factcheck.measures.periods import Period
from factcheck.measures.values import Value
from factcheck.records import Property, Question

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

#: the words of a property's name that counts a body's members
_NAME = frozenset(("number", "of", "member", "members", "states", "countries", "nations"))
#: one of these for each member
_EACH = frozenset(("leader", "flag", "capital", "government", "head"))
_HYPHENS = frozenset(("-", "‑", "–"))
_BODIES = frozenset(("alliance", "organization", "organisation", "bloc", "union", "pact"))
_SIZED = _BODIES | {"military", "defense", "defence", "western", "transatlantic"}
#: what stands between the figure and the noun and tells no members apart
_PLAIN = _HYPHENS | _SIZED | {"current", "present"}
#: behind the noun these tell which of them
_APART = frozenset(
    ("that", "who", "which", "whose", "in", "from", "on", "at", "with", "along", "of", "to", "near",
     "outside", "within", "without", "under", "above", "below")
)  # fmt: skip


#: days; what is no longer ago is told of as many members as there are now
_RECENT = 31
#: how a figure is told that is that of another time
_THEN = "then"


def find_member_counts(sentence: Sentence, context: Context) -> Iterator[Answered]:
    """Answers about how many members a body has."""
    numbers = [v for v in sentence.values if v.kind == "number" and v.value is not None]
    for value in numbers:
        if "." in str(value.value) or value.hedge:
            continue
        for body, (subject, each) in _counted(context).items():
            why = _told(value, body, each, sentence, context)
            if why is None:
                continue
            time = _then(sentence) if why == _THEN else _now(sentence, context)
            if why == _THEN and time is None:
                continue
            asked = Question(subject, each.name, time, context.asked_on)
            answer = Answered(value.start, value.end, asked, each.kind, value,
                              (f"members of {body}: {why}", f"subject: {subject}"))  # fmt: skip
            is_past = tense_of(anchor(sentence.span(value.start, value.end))) == "past"
            dated = is_past and any(is_time(v) for v in sentence.values)
            yield answer.loosely() if dated and time is None else answer


def _then(sentence: Sentence) -> Period | None:
    """The one time that "then" means."""
    times = [period_of(v) for v in sentence.values if is_time(v)]
    return times[0] if len(times) == 1 else None


def _now(sentence: Sentence, context: Context) -> Period | None:
    """The day of utterance, where all that is dated is of the weeks before: "the 29-nation alliance
    met on Friday"."""
    times, now = [period_of(v) for v in sentence.values if is_time(v)], context.asked_on
    if now is None or not times:
        return None
    days = [(now - p.first).days if p and p.first and p.last else _RECENT + 1 for p in times]
    return Period(now, now) if all(0 <= each <= _RECENT for each in days) else None


def _counted(context: Context) -> Mapping[str, tuple[str, Property]]:
    """By body what tells how many members it has; worked out once."""
    if "member counts" not in context.scopes:
        found = {}
        counting = [
            p for p in context.names.properties()
            if p.type == "number" and "members" in p.name.split("_")
            and set(p.name.split("_")) <= _NAME
        ]  # fmt: skip
        for description in context.names.descriptions() if counting else ():
            known = context.names.properties_of(description.subject)
            for each in (p for p in counting if p.name in known):
                for group in description.entities[:1]:
                    found.update(dict.fromkeys(group, (description.subject, each)))
        context.scopes["member counts"] = found
    counted: Mapping[str, tuple[str, Property]] = context.scopes["member counts"]
    return counted


def _told(
    value: Value, body: str, each: Property, sentence: Sentence, context: Context
) -> str | None:
    """By which words a figure is the number of members of `body`; `None`: it is not."""
    doc, span = sentence.doc, sentence.span(value.start, value.end)
    mentions = [m for m in sentence.mentions if body in m.entities]
    own = {t.i for m in mentions for t in sentence.span(m.start, m.end)}
    is_known = bool(own) or body in context.just_before() or body in context.ours
    noun, is_named = _counted_noun(doc[span.end : span.end + 6], own, each)
    if noun is None or not is_known:
        return None
    before = [t.lower_ for t in doc[max(span.start - 3, 0) : span.start]]
    after = list(doc[noun.i + 1 : noun.i + 4])
    if doc[span.end].text in _HYPHENS:  # "the 29-nation alliance", but not with somebody
        is_joint = bool(after) and after[0].lower_ in ("with", "of", "between")
        is_body = noun.i in own or noun.lower_ in _BODIES
        return "so large a body" if is_body and not is_joint else None
    of_body = bool(after) and after[0].lower_ == "of" and any(t.i in own for t in after)
    if not of_body and _tells_apart(after, own):
        return None
    if before[-1:] in (["'s"], ["’s"], ["'"]):
        owner = doc[span.start - 2]
        return "its" if owner.i in own or owner.lower_ in _BODIES else None
    if not (is_named or of_body or "ally" in forms(noun)):
        return None
    if "then" in before[-2:]:  # "the then 28 allies", "what were then 28 members"
        return _THEN
    if before[-1:] == ["all"] or before[-2:] in (["all", "of"], ["all", "the"]):
        return None if _is_counted_by_deed(noun, each, sentence) else "all"
    is_rest = before[-2:] == ["of", "the"] and before[0] != "all"
    return "so many of the" if is_rest and noun.lower_ not in _EACH else None


def _counted_noun(after: Span, own: set[int], each: Property) -> tuple[Token | None, bool]:
    """The noun that a figure counts ("allies", "alliance" of "29-nation alliance"), where nothing
    before it tells some apart; and whether the body's name stands before it."""
    counted = {c for c in each.counts if " " not in c} | _EACH
    is_named, is_sized = False, False
    for token, following in zip_longest(after, list(after)[1:]):
        leads = following is not None and (following.i in own or following.lower_ in _SIZED)
        if token.i in own:
            is_named = True
            if is_sized and not leads:
                return token, True
        elif is_sized and token.lower_ in _BODIES:
            return token, is_named
        elif {*forms(token)} & counted and token.pos_ in ("NOUN", "PROPN"):
            if token.lower_ != "member" and not leads:
                return token, is_named
            is_sized = True
        elif token.lower_ not in _PLAIN:
            break
    return None, False


def _is_counted_by_deed(noun: Token, each: Property, sentence: Sentence) -> bool:
    """ "all 32 allies reached the mark": how many did is another question."""
    return any(
        other.type == "number"
        and other.name != each.name
        and not {*other.counts}.isdisjoint(forms(noun))
        for hit in sentence.hits
        if hit.form == "verb" and sentence.doc[hit.start].i == noun.head.i
        for other in hit.properties
    )


def _tells_apart(after: Sequence[Token], own: set[int]) -> bool:
    """ "that border the sea", "bordering …": which of the members."""
    if not after or after[0].i in own:
        return False
    return after[0].lower_ in _APART or after[0].tag_ in ("VBG", "VBN", "JJ")

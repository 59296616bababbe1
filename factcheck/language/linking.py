"""Which property of which subject a figure may be of: every reading, the nearest first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING

from factcheck.language.changes import is_change, is_line, speaks_of_change
from factcheck.language.excluded import is_excluded
from factcheck.language.fitting_kinds import fits
from factcheck.language.memory import Context
from factcheck.language.pairing import rivals_of
from factcheck.language.sentences import Hit, Sentence, forms
from factcheck.language.sizes import is_of_another
from factcheck.language.something_else import is_of_something_else
from factcheck.language.subjects import FAR, Subject
from factcheck.language.trees import clause_of, distance
from factcheck.language.wording import LIGHT
from factcheck.measures.bounds import is_limit
from factcheck.measures.values import Value
from factcheck.records import Property

if TYPE_CHECKING:
    from spacy.tokens import Token

#: how far (`trees.distance`) wording and subject may be from the value
_FARTHEST_WORDING = 6.0
_FARTHEST_SUBJECT = 9.0
#: what a second word of the same property brings a reading nearer
_BOTH = 1.0
_CLOSE = 3.0
#: what a verb that says next to nothing ("have") adds
_VAGUE = 2.5
#: "by no more than 4 percent" speaks of a limit, where one is known
_LIMITED = 4.0
_BOUNDS = ("at most", "less than", "at least")
#: money in another currency is seldom what a property says
_FOREIGN = 2.5
#: readings this much farther than the nearest are possible too
_MARGIN = 0.6
#: what is known so soon afterwards may be what is spoken of
_SOON = timedelta(days=120)
#: by which one is set before others
_AHEAD = frozenset(("lead", "top", "outspend", "outpace", "outstrip", "overtake", "surpass",
                    "trail", "beat"))  # fmt: skip
#: what leads to the purpose of a share
_GOES_TO = ("on", "for", "to", "toward", "towards")


@dataclass(frozen=True, slots=True)
class Link:
    """One reading of a value: the lower the score, the nearer."""

    score: float
    property: Property
    subject: Subject
    hit: Hit
    #: figures and subjects alternate, and this is the figure's own
    is_paired: bool = False


def links_of(
    value: Value, token: Token, sentence: Sentence, subjects: Sequence[Subject], context: Context
) -> list[Link]:
    """All readings of a value that hangs in the tree by `token`, the nearest first."""
    found: dict[tuple[str, str], Link] = {}
    is_line_here = is_line(value, sentence)
    for hit in _said_behind(value, sentence) or sentence.hits:
        away = min(distance(token, t) for t in sentence.doc[hit.start : hit.end])
        if away > _FARTHEST_WORDING:
            continue
        light = hit.form == "verb" and sentence.doc[hit.start].lemma_.lower() in LIGHT
        if light and hit.end - hit.start == 1 and sentence.doc[hit.start].dep_ == "aux:pass":
            continue  # "was rolled 70 metres inland"
        named = _said_by_noun(hit, sentence) if light else frozenset()
        is_alone = len({p.type for p in hit.properties}) == len(hit.properties)
        for each in hit.properties:
            if named and each.name not in named:
                continue
            if not fits(value, each, hit, sentence) or is_excluded(each, token, sentence):
                continue
            if each.type == "number" and _acts_otherwise(token, each):
                continue
            if is_line_here and not is_limit(each.name):
                continue
            changes = is_change(value, sentence) if value.kind == "percentage" else None
            if changes not in (None, speaks_of_change(each)) and not is_limit(each.name):
                continue
            able = [s for s in subjects if _is_known_of(s.name, each.name, context)]
            others = rivals_of(value, sentence, able)
            is_paired = (
                bool(others) and len([s for s in able if s.how != "implied"]) - len(others) < 2
            )
            for subject in able:
                if (subject.how in FAR and light) or _is_one_of_many(each, hit, subject, sentence):
                    continue
                if subject.how == "referred" and not _is_taken_up(subject, hit, sentence):
                    continue
                if each.type == "ordinal" and _is_member(subject, context):
                    continue  # which one of a series: `series.py`
                if subject.name in others or _is_led(subject):
                    continue
                if is_of_something_else(hit, token, subject, sentence, context):
                    continue
                if is_alone and is_of_another(value, each, subject.name, context.names):
                    continue
                near = subject.away_from(token)
                mean = 0.4 * near + 0.5 * subject.away_from(sentence.doc[hit.end - 1])
                if near > _FARTHEST_SUBJECT:
                    continue
                score = away + mean + _penalty(hit, subject, sentence)
                score += _FOREIGN if _is_foreign(value, each) else 0.0
                score -= (
                    _LIMITED if is_limit(each.name) and _is_bound(value, hit, sentence) else 0.0
                )
                link = Link(score, each, subject, hit, is_paired)
                key = (subject.name, each.name)
                if key in found and found[key].hit.start != hit.start and away <= _CLOSE:
                    score = min(score, found[key].score) - _BOTH
                    link = replace(link if score < link.score else found[key], score=score)
                if key not in found or found[key].score > score:
                    found[key] = link
    return sorted(found.values(), key=lambda link: (link.score, link.subject.name))


def _is_known_of(subject: str, property: str, context: Context) -> bool:
    """Whether anything of a property is known of a subject, and was on the day of the saying: in
    2019 nobody spoke of a pledge of 2025."""
    if property not in context.names.properties_of(subject):
        return False
    day = context.asked_on
    known = (fact.known_from for fact in context.names.facts(subject, property) if day)
    return day is None or any(first is None or first - _SOON <= day for first in known)


def nearest(links: Sequence[Link]) -> list[Link]:
    """The nearest of the readings of a value (the first), and those about as near."""
    return [link for link in links if link.score < links[0].score + _MARGIN]


def _said_behind(value: Value, sentence: Sentence) -> tuple[Hit, ...]:
    """ "3.5 percent on core defence": the words for what a share goes to, right behind it, if
    that is the only thing that they speak of."""
    end = sentence.span(value.start, value.end).end
    if value.kind != "percentage" or sentence.doc[end : end + 1].text.lower() not in _GOES_TO:
        return ()
    if any(is_limit(each.name) for hit in sentence.hits for each in hit.properties):
        return ()  # "a lid of 5 percent on yearly raises"
    return tuple(
        hit
        for hit in sentence.hits
        if end < hit.start <= end + 2
        and hit.form == "noun"
        and any(each.type == "percentage" for each in hit.properties)
    )


def _is_bound(value: Value, hit: Hit, sentence: Sentence) -> bool:
    """ "at most 4 percent", "may not grow by more than 4 percent"."""
    words = {t.lower_ for t in sentence.doc[hit.start : hit.end]}
    return value.hedge in _BOUNDS or (value.hedge == "more than" and "not" in words)


def _said_by_noun(hit: Hit, sentence: Sentence) -> frozenset[str]:
    """The properties whose noun is the subject of a verb that says next to nothing: "core
    inflation was 3.9 percent" is of no other rate."""
    head = clause_of(sentence.doc[hit.start])
    return frozenset(
        each.name
        for other in sentence.hits
        if other.form == "noun"
        and (noun := sentence.doc[other.end - 1]).dep_.startswith("nsubj")
        and noun.head.i == head.i
        for each in other.properties
    )


def _is_one_of_many(each: Property, hit: Hit, subject: Subject, sentence: Sentence) -> bool:
    """ "bought a Larkham and sold it for 40 dollars": one of many things of that name."""
    if each.type != "amount" or hit.form != "verb" or subject.how != "named":
        return False
    verb = sentence.doc[hit.start]
    for token in (t for group in subject.tokens for t in group):
        first = min((t.i for t in token.subtree), default=token.i)
        article = {t.lower_ for t in sentence.doc[max(first - 1, 0) : token.i]} & {"a", "an"}
        acted_on = token.dep_ == "obj" and (token.head.i != verb.i or verb.lemma_.lower() != "cost")
        if article and (acted_on or verb.lemma_.lower() in ("fetch", "sell", "buy")):
            return True
    return False


def _acts_otherwise(token: Token, each: Property) -> bool:
    """ "founded by five countries": what is counted does something else than the property says."""
    by = any(c.lower_ == "by" and c.dep_ == "case" for c in token.children)
    if not by or token.head.pos_ != "VERB":
        return False
    verbs = {word for phrase in each.verbs for word in phrase.split()}
    return verbs.isdisjoint(forms(token.head))


def _is_taken_up(subject: Subject, hit: Hit, sentence: Sentence) -> bool:
    """Whether a subject of an earlier sentence is taken up: by a pronoun near the wording, or
    by the wording itself ("the contribution", "that figure")."""
    head = sentence.doc[hit.end - 1]
    if any(distance(t, head) <= _CLOSE for group in subject.tokens for t in group):
        return True
    definite = [c.lower_ for c in head.children if c.dep_ == "det"]
    return hit.form == "noun" and bool({"the", "this", "that", "these"}.intersection(definite))


def _is_led(subject: Subject) -> bool:
    """ "A leads the alliance at 4 percent", "A tops the alliance's list": the figure is A's."""
    tokens = [t for group in subject.tokens for t in group]
    nouns = [t.head if t.dep_ in ("compound", "nmod:poss", "nmod") else t for t in tokens]
    return bool(nouns) and all(t.dep_ == "obj" and t.head.lemma_.lower() in _AHEAD for t in nouns)


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

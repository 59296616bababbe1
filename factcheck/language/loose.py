"""Figures whose binding is too loose to contradict a text: they may support, never refute. One of a
part, of another place, clause or time than was found for it is seldom wrong where it seems so.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from factcheck.language.borders import is_told_elsewhere
from factcheck.language.changes import is_difference, names_change
from factcheck.language.fitting_kinds import counts_deeds
from factcheck.language.linking import Link
from factcheck.language.loose_times import is_rate_to_come, lasted_otherwise, loose_time
from factcheck.language.making import CHANGED_BY
from factcheck.language.memory import Context
from factcheck.language.other_descriptions import is_of_other_description
from factcheck.language.parts import (
    is_counted,
    is_in_row,
    is_only_counted,
    is_part,
    is_share,
    is_whole_or_moved,
    is_word_of_other,
)
from factcheck.language.rivals import has_rival, is_next_name, is_next_thing
from factcheck.language.sentences import Sentence, Term, forms
from factcheck.language.trees import clause_of, depends_on, is_joined
from factcheck.language.words import change_verbs
from factcheck.measures.values import Value

if TYPE_CHECKING:
    from spacy.tokens import Token

#: why the figures of a list are not one thing's
TOGETHER = "said of several together"
#: reasons that count for nothing in a sentence that speaks of nothing else
SOFT = frozenset(
    (TOGETHER, "what is counted is not said", "said of another place",
     "said in a clause of its own", "said of another subject",
     "the words for it stand in another clause", "a time beside another figure")
)  # fmt: skip
#: why a figure is one of an earlier time than the one said
WAS_BEFORE = "what it was before"
_OF_WHICH = re.compile(r"\b(?:for|of|from|to|on|in|with) (?:which|whom)\b")
_PLACING = frozenset(("in", "on", "at", "for", "across", "from"))


def why_loose(
    link: Link,
    links: Sequence[Link],
    value: Value,
    token: Token,
    when: Value | Term | None,
    sentence: Sentence,
    context: Context,
) -> str | None:
    """Why a figure that hangs by `token` is bound too loosely to contradict; None: it is not."""
    own = {t.i for group in link.subject.tokens for t in group}
    if is_only_counted(link.hit, link.property, sentence, context):
        return "so many of them do something else"
    if _is_together(link, value, sentence):
        return TOGETHER
    if value.kind == "duration" and lasted_otherwise(token, own):
        return "how long something else lasted"
    if is_in_row(value, sentence):
        return "one of several in a row"
    if is_part(link, value, sentence) and not is_share(link, value, token, sentence):
        return "a part of another figure"
    if _is_earlier(value, when, sentence):
        return WAS_BEFORE
    is_change = value.kind in ("amount", "number", "duration") and is_difference(value, sentence)
    if is_change and not names_change(link.property):
        return CHANGED_BY
    if link.property.kind == "count" and is_whole_or_moved(link, value, token, sentence):
        return "how many of them all, or how many moved"
    is_bare = value.unit != "times" and not is_counted(link, value, sentence)
    is_bare = is_bare or (counts_deeds(link.property) and not _is_own_noun(link, value))
    if link.property.counts and link.hit.form == "verb" and is_bare:
        return "what is counted is not said"
    if _is_of_heads(value, token, sentence) or _is_of_several(link, sentence):
        return "what so many cost"
    if _is_elsewhere(value, link, own | _events(link, sentence, context), sentence, context):
        return "said of another place"
    if _acts_itself(link, token, sentence):
        return "who is counted does something else"
    place = sentence.span(value.start, value.end).start
    if is_word_of_other(link, value, sentence):
        return "the words for it stand by another figure"
    if is_told_elsewhere(sentence.doc, place, [link.hit.start]):
        return "the words for it stand in another clause"
    if _is_of_other_clause(link, token, own, sentence):
        return "said in a clause of its own"
    if _is_in_aside(link, value, own, sentence):
        return "said of what its clause is about"
    if has_rival(link, links, value, token, sentence, context):
        return "said of another subject"
    if is_of_other_description(link, token, sentence, context):
        return "the words for it stand in another clause"
    if when is None and names_change(link.property) and is_rate_to_come(value, sentence):
        return "a rate of years to come"
    return loose_time(value, token, sentence.doc[link.hit.end - 1], when, sentence)


def _acts_itself(link: Link, token: Token, sentence: Sentence) -> bool:
    """ "Nineteen men sailed, and he did not lose a single one": who is counted does something else
    than the verb tells, which has a subject of its own; its verb may be taken for a participle."""
    noun = token.head if token.dep_ == "nummod" else token
    verb = sentence.doc[link.hit.start]
    agents = [c.i for c in verb.children if c.dep_.startswith("nsubj")]
    does = {c.i for c in noun.children if c.dep_ == "acl"} if noun.dep_ == "ROOT" else {noun.head.i}
    acts = (noun.dep_ == "ROOT" or noun.dep_.startswith("nsubj")) and does - {verb.i}
    return link.hit.form == "verb" and bool(acts and agents) and noun.i not in agents


def _is_own_noun(link: Link, value: Value) -> bool:
    """Whether a figure counts what the property does: "12 deliveries", not "delivered 12 jets"."""
    last = (value.of or "").split()[-1:]
    return value.of is None or any(c.split()[-1][:4] == last[0][:4] for c in link.property.counts)


def _is_together(link: Link, value: Value, sentence: Sentence) -> bool:
    """ "A, B and C spent 2 percent"."""
    alike = [v for v in sentence.values if v.kind == value.kind]
    for group in link.subject.tokens:
        words = [t for t in group if t.pos_ == "PROPN"]
        joined = [{c.lower_ for c in t.conjuncts if is_joined(c)} - {t.lower_} for t in words]
        # "A and B agreed to raise A's payment": it is named alone, too
        is_alone = len(words) < len(group)
        if words and not is_alone and all(len(each) >= len(alike) for each in joined):
            return True
    return False


def _is_earlier(value: Value, when: Value | Term | None, sentence: Sentence) -> bool:
    """ "up from 86,584 the year before", "up 5 percent from the 920 billion paid before", "now 16
    percent instead of 22": no date of its own, and not what it is now."""
    span = sentence.span(value.start, value.end)
    before = sentence.doc[max(span.start - 7, 0) : span.start]
    changes = change_verbs()
    said = {"up", "down"} | changes
    last = [t.lower_ for t in before[-3:]]
    is_replaced = "instead" in last and "of" in last
    has_changed = "from" in last[-2:] and bool(said & {f for t in before for f in forms(t)})
    if not is_replaced and not has_changed:
        return False
    return when is None or not 0 <= sentence.span(when.start, when.end).start - span.end < 4


def _is_of_several(link: Link, sentence: Sentence) -> bool:
    """ "paid 63 euros in tickets": not what one costs; but "tickets cost 21 euros"."""
    noun = sentence.doc[link.hit.end - 1]
    prices = {"price", "fee", "fare", "toll"}.intersection(link.property.name.split("_"))
    is_plural = link.hit.form == "noun" and noun.tag_ == "NNS"
    return bool(prices) and is_plural and not noun.dep_.startswith("nsubj")


def _is_of_heads(value: Value, token: Token, sentence: Sentence) -> bool:
    """ "28,500 of them cost 2.9 billion"."""
    if value.kind != "amount":
        return False
    agents = [c for c in clause_of(token).children if c.dep_.startswith("nsubj")]
    spans = [sentence.span(v.start, v.end) for v in sentence.values if v.kind == "number"]
    return any(span.start <= agent.i < span.end for agent in agents for span in spans)


def _is_elsewhere(
    value: Value, link: Link, own: set[int], sentence: Sentence, context: Context
) -> bool:
    """ "80,000 in Europe", said of a force in another place; but "a floor of 80,000 for troops in
    Europe" of what counts troops, and "a tariff of 15 percent in A" of A's tariff on B."""
    end = sentence.span(value.start, value.end).end
    doc = sentence.doc
    for place in range(end, min(end + 4, len(doc) - 1)):
        if doc[place].lower_ in _PLACING:
            is_counted = any(
                link.property in hit.properties and place < hit.start < place + 4
                for hit in sentence.hits
            )
            return not is_counted and _is_other_name(
                place + 1, own | _own_names(link, sentence, context), sentence
            )
        if doc[place].pos_ not in ("NOUN", "PROPN", "ADJ"):
            return False
    return False


def _events(link: Link, sentence: Sentence, context: Context) -> set[int]:
    """The words for an event by which figures of the property are told apart: "at the Games"."""
    subject, property = link.subject.name, link.property.name
    spans = (
        sentence.span(mention.start, mention.end)
        for mention in sentence.mentions
        if any(context.names.is_qualified(subject, property, name) for name in mention.entities)
    )
    return {place for span in spans for place in range(span.start, span.end)}


def _own_names(link: Link, sentence: Sentence, context: Context) -> set[int]:
    """The words of names that are a part of the subject's name."""
    theirs = {e for m in context.names.mentions(link.subject.name) for e in m.entities}
    spans = [sentence.span(m.start, m.end) for m in sentence.mentions
             if theirs.intersection(m.entities)]  # fmt: skip
    return {place for span in spans for place in range(span.start, span.end)}


def _is_other_name(place: int, own: set[int], sentence: Sentence) -> bool:
    words = sentence.doc[place : place + 3]
    at = [sentence.start + t.idx for t in words]
    for mention in sentence.mentions:
        if any(mention.start <= offset < mention.end for offset in at):
            span = sentence.span(mention.start, mention.end)
            if span.root.dep_ == "nsubj":  # "in the amount X pays"
                return False
            return not own.intersection(range(span.start, span.end))
    first = words[0]
    is_value = any(v.start <= at[0] < v.end for v in sentence.values)
    return first.pos_ == "PROPN" and not is_value and first.i not in own


def _is_of_other_clause(link: Link, token: Token, own: set[int], sentence: Sentence) -> bool:
    """The figure's clause has a subject and a verb of its own, and what the figure is bound by
    stands in another: "A obligated 31 billion, while B came up with 5.8 billion"."""
    is_named = link.subject.how in ("named", "picked")
    if own and (is_next_name(token, own, sentence) or (is_named and is_next_thing(token, own))):
        return True
    head = clause_of(token)
    does = next((c for c in head.children if c.dep_.startswith("nsubj")), None)
    if does is None or head.pos_ not in ("VERB", "AUX"):
        return False
    if does.i in own or any(depends_on(sentence.doc[i], head) for i in own):
        return False
    wording = sentence.doc[link.hit.end - 1]
    return not depends_on(wording, head)


def _is_in_aside(link: Link, value: Value, own: set[int], sentence: Sentence) -> bool:
    """ "a new item, training, for which up to 20 billion is set aside": of that item."""
    before = sentence.raw[: value.start - sentence.start]
    opens = max(before.rfind(mark) for mark in ",;(") + 1
    if not (led := _OF_WHICH.search(before[opens:])):
        return False
    first = sentence.span(sentence.start + opens, value.end).start
    end = next((t.i for t in sentence.doc[first:] if t.text in (",", ";")), len(sentence.doc))
    inside = range(first, end)
    is_other = led.group().lower() == "for which" or link.hit.start not in inside
    return is_other and own.isdisjoint(inside)

"""Spells: since when, until when and for how long somebody holds a post or belongs to something.

"X joined Y in 2004", "has been president of Y since 2013", "left Y", "led Y for ten years", "the
30th country to join Y". Two names that a fact links for a while, a verb or noun that says so,
and a date, duration or ordinal by it. Which names are linked, and how, is for the reference.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from factcheck.language.event_answers import event_answers, is_closed
from factcheck.language.event_dates import from_event
from factcheck.language.made_members import made_links
from factcheck.language.making import Answered
from factcheck.language.memory import Context
from factcheck.language.sentences import Hit, Sentence
from factcheck.language.spell_links import Link, is_choice, is_of_another_name, links_in_time
from factcheck.language.spell_words import Anchor
from factcheck.language.subjects import Subject
from factcheck.language.times import base_of, is_time
from factcheck.language.trees import clause_of, depends_on, distance, is_within_aside
from factcheck.language.until_then import UNTIL_THEN, is_until_then
from factcheck.language.words import word_set
from factcheck.measures.values import Value
from factcheck.records import Property, Question

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_NEAR_DATE = 5.0
#: words that may stand between an office and its time
_FEW = 6
_SILENT = ("ADP", "DET", "AUX", "PRON", "PART", "ADV", "PUNCT")
_KINDS = {"since": "start_date", "until": "end_date"}


def find_spells(sentence: Sentence, context: Context) -> Iterator[Answered]:
    """Answers about when somebody came to hold or belong to something, ceased to, how long, and
    as which one."""
    if not sentence.mentions and not context.just_before():
        return
    for link in links_in_time(sentence, context):
        holder = sentence.span(link.holder.start, link.holder.end)
        if is_within_aside(holder, link.anchor.token) or is_of_another_name(link, sentence):
            continue
        if link.anchor.phase == "founding":
            yield _founding(link, sentence, context)
        for value in sentence.values:
            token = sentence.token(value)
            if is_within_aside(sentence.span(value.start, value.end), link.anchor.token):
                continue  # "X, who played there until 1938, led Y"
            if is_time(value) and not base_of(sentence, value):
                yield from _dates(value, token, link, sentence, context)
            elif value.kind == "duration" and link.anchor.phase in ("state", "end"):
                yield from _duration(value, token, link, sentence, context)
            elif value.kind == "ordinal":
                yield from _place(value, link, sentence, context)
    for link in made_links(sentence, context):
        for value in sentence.values:
            if value.kind == "ordinal":
                yield from _place(value, link, sentence, context)


def _question(link: Link, aggregate: str, context: Context) -> Question:
    fact = link.facts[0]
    held = Question(fact.value, fact.property)
    return Question(fact.subject, fact.property, None, context.asked_on, aggregate, held)


def _why(link: Link) -> tuple[str, ...]:
    fact = link.facts[0]
    return (
        f"spell: {fact.property} by {link.anchor.token.text!r}, {link.anchor.phase}",
        f"subject: {fact.subject}, named {link.holder.text}",
    )


def _dates(
    value: Value, token: Token, link: Link, sentence: Sentence, context: Context
) -> Iterator[Answered]:
    """What a date says of the beginning or the end, as the verb or the words by the date tell."""
    anchor = link.anchor
    near = from_event(value, token, anchor.token, sentence) <= _NEAR_DATE
    if _is_aim(anchor.token) or not (near or _is_right_behind(value, link, sentence)):
        return
    if token.head.dep_ == "appos" and not depends_on(anchor.token, token.head):
        return  # "chief of the orchestra, the house's band since 1963"
    for aggregate in _ends_meant(value, anchor):
        each = Property(link.facts[0].property, "", _KINDS[aggregate], "date", "")
        hit = Hit(anchor.token.i, anchor.token.i + 1, "verb", (each,))
        subject = Subject(link.facts[0].subject, (), "named", link.holder.text)
        for answer in event_answers(value, hit, each, subject, sentence, context):
            question = _question(link, aggregate, context)
            why = (*_why(link), *answer.doubts())
            made = replace(answer, question=question, why=why, when=value)
            yield made.unless((is_choice(answer.value, link), "chosen before the term began"))


def _is_right_behind(value: Value, link: Link, sentence: Sentence) -> bool:
    """ "director of Y from 2001 to 2010", "whose director he had been since 2001": nothing that
    tells anything stands between, whatever the tree says."""
    if link.anchor.phase != "state" or "/" not in str(value.value):
        return False
    body = sentence.span(link.body.start, link.body.end)
    first = sentence.span(value.start, value.end).start
    between = sentence.doc[link.anchor.token.i + 1 : first]
    rest = [t for t in between if not body.start <= t.i < body.end]
    return len(rest) < _FEW and all(t.pos_ in _SILENT for t in rest)


def _is_aim(verb: Token) -> bool:
    """ "handed in its application to join in May": what is applied for has not happened then."""
    leads = any(c.lower_ == "to" and c.dep_ == "mark" for c in verb.children)
    is_own = any(c.dep_ == "nmod:poss" for c in verb.head.children)
    return leads and verb.dep_ == "acl" and (is_own or verb.head.dep_ == "obj")


def _ends_meant(value: Value, anchor: Anchor) -> tuple[str, ...]:
    """ "since" for the beginning, "until" for the end; of a state as the date itself says."""
    text = str(value.value)
    first, slash, last = text.partition("/")
    if anchor.phase == "state":
        opens = value.text.lower().startswith(("since", "from")) or last == ".."
        if slash and first != ".." and last != "..":
            return ("since", "until") if is_closed(value) else ()  # not "late in May 2008"
        if first == ".." or value.text.lower().startswith(("until", "till")):
            return ("until",)
        return ("since",) if opens else ()
    return ("since",) if anchor.phase == "begin" else ("until",)


def _duration(
    value: Value, token: Token, link: Link, sentence: Sentence, context: Context
) -> Iterator[Answered]:
    """ "for ten years" by the verb; "left after ten years as its head"."""
    span = sentence.span(value.start, value.end)
    first = span.start
    word = link.anchor.token
    if word.dep_ == "appos" and not depends_on(token, word):
        return  # "X, its secretary, lived there for 14 years"
    if clause_of(token).i != clause_of(word).i and first < sentence.token(link.holder).i:
        return  # "that went on for ten years, and now X is its head"
    before = [t.lower_ for t in sentence.doc[max(first - 4, 0) : first]]
    is_end = link.anchor.phase == "end"
    told = _is_whole(span, before, link) if is_end else _is_held(span, before, link)
    if not told or distance(token, link.anchor.token) > _NEAR_DATE:
        return
    is_spent = sentence.doc[max(first - 1, 0)].lower_ in ("spent", "served")
    if first < link.anchor.token.i and first > sentence.token(link.holder).i and not is_spent:
        return
    asked = _question(link, "lasting", context)
    made = Answered(value.start, value.end, asked, "duration", value, _why(link))
    is_open = is_until_then(value, token, link.facts, context.asked_on)
    yield made.doubted(UNTIL_THEN) if is_open else made


def _is_held(span: Span, before: Sequence[str], link: Link) -> bool:
    """ "led it for ten years", "spent ten years as its head", "ten years at its head"."""
    rest = [t.lower_ for t in span.doc[span.end : span.end + 3]]
    tops = (["at", "the", "head"], ["at", "the", "helm"], ["at", "the", "top"])
    is_spent = before[-1:] in (["spent"], ["served"]) and (rest[:1] == ["as"] or rest in tops)
    return "for" in before or (is_spent and span.start < link.anchor.token.i)


def _is_whole(span: Span, before: Sequence[str], link: Link) -> bool:
    """ "after ten years as chairman", "after ten years in office", "in the club": the time held,
    not how long after something else."""
    rest = [t.lower_ for t in span.doc[span.end : span.end + 3]]
    posts = word_set("terms", "posts") | {"charge", "power", "helm", "top"}
    if link.anchor.domain == "member" and rest[:2] in (
        ["in", "the"],
        ["in", "it"],
        ["of", "membership"],
    ):
        return "after" in before
    return "after" in before and (rest[:1] == ["as"] or bool(posts.intersection(rest[1:])))


def _place(value: Value, link: Link, sentence: Sentence, context: Context) -> Iterator[Answered]:
    """ "the 30th country to join", "became its 30th member"."""
    span = sentence.span(value.start, value.end)
    nouns = [t for t in sentence.doc[span.end : span.end + 3] if t.pos_ in ("NOUN", "PROPN")]
    between = sentence.doc[span.end : nouns[0].i] if nouns else ()
    new = ("new", "newest", "latest", "youngest", "full", "recent")
    if any(
        token.pos_ == "ADJ" and token.lower_ not in new for token in between
    ):  # "the second Nordic country to join"
        return
    if not nouns or nouns[0].lemma_.lower() not in word_set("spells", "ranked.nouns"):
        return
    if distance(nouns[0], link.anchor.token) > 3.0 or link.anchor.domain != "member":
        return
    if _is_another_s(nouns[0], link, sentence):
        return
    if link.anchor.noun is not None and _is_of_some(link.anchor.noun):
        return
    ordinals = [p.name for p in context.names.properties() if p.type == "ordinal"]
    own = [p for p in ordinals if p in context.names.properties_of(link.facts[0].subject)]
    question = _question(link, "place", context)
    if len(own) == 1:
        question = Question(link.facts[0].subject, own[0], None, context.asked_on)
    if len(own) < 2:
        yield Answered(value.start, value.end, question, "ordinal", value, _why(link))


def _is_another_s(noun: Token, link: Link, sentence: Sentence) -> bool:
    """ "When X had joined, Y became the 30th country in it": Y did."""
    agents = {c.i for c in clause_of(noun).children if c.dep_.startswith("nsubj")}
    named = [m for m in sentence.mentions if sentence.token(m).i in agents]
    return bool(named) and all(m.entities != link.holder.entities for m in named)


def _is_of_some(noun: Token) -> bool:
    """ "the second member to come from the south"; not "its second one, over protests from it"."""
    for token in noun.doc[noun.i + 1 : noun.i + 9]:
        is_beside = token.dep_ == "case" and token.head.dep_ == "obl"
        if token.pos_ == "PUNCT" or (is_beside and not depends_on(token, noun)):
            return False
        if token.lower_ in ("to", "that", "which", "who", "whose", "with", "without", "from"):
            return True
    return False


def _founding(link: Link, sentence: Sentence, context: Context) -> Answered:
    """ "is a founding member of": by the property of that name, else by the dates."""
    fact, word = link.facts[0], link.anchor.token
    end = sentence.start + word.idx + len(word)
    before = [t for t in word.doc[: word.i] if t.lower_ in word_set("spells", "founding.words")]
    start = sentence.start + before[-1].idx
    value = Value(start, end, sentence.quote(start, end), "status", "exists")
    own = [p for p in context.names.properties_of(fact.subject) if "found" in p and "memb" in p]
    question = _question(link, "founding", context)
    if len(own) == 1:
        question = Question(fact.subject, own[0], None, context.asked_on)
    denied = bool(before[-1].i) and before[-1].nbor(-1).lower_ == "no"
    negated = True if denied else None
    return Answered(start, end, question, "status", value, _why(link), negated=negated)


def without_repeats(found: Sequence[Answered], spells: Iterator[Answered]) -> Iterator[Answered]:
    """The spells but for those of which something else was found in the same words."""
    for spell in spells:
        if not any(
            one.kind == spell.kind and one.start < spell.end and spell.start < one.end
            for one in found
        ):
            yield spell

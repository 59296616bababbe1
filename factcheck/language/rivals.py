"""Whether a figure may be that of another subject than the one that the tree makes nearest.

The words between tell as much as the tree: a rival that stands nearer, or somebody else who acts
in the figure's own clause, makes a reading too uncertain to contradict the text.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from factcheck.language.linking import Link
from factcheck.language.memory import Context
from factcheck.language.sentences import Sentence
from factcheck.language.subjects import Subject
from factcheck.language.trees import clause_of
from factcheck.language.words import type_nouns
from factcheck.measures.values import Value

if TYPE_CHECKING:
    from spacy.tokens import Token

#: what joins a clause, or another subject in a clause without a verb
_AND = frozenset(("and", "while", "whereas", "but"))
_TAKEN_UP = frozenset(("it", "they", "he", "she"))
#: what stands between two figures that are told apart
_APART = _AND | {",", ";"}
#: how much farther in the tree a rival may be that stands nearer in the line of words
_CLOSE = 1.0
#: words by which a figure is joined right to its name: "Brazil with 21.4 million"
_JOINING = frozenset(("with", "at", "on", "has", "had"))


def has_rival(
    link: Link,
    links: Sequence[Link],
    value: Value,
    token: Token,
    sentence: Sentence,
    context: Context,
) -> bool:
    """Whether another subject may be meant."""
    own = {t.i for group in link.subject.tokens for t in group}
    start = sentence.span(value.start, value.end).start
    # "…, and Argentina two": the verb is not said again
    if _is_only_compared(link.subject, token):
        return True
    if own and _is_next_in_list(start, own, sentence, context):
        return True
    if not own or link.is_paired or start - 1 in own:
        return False
    if _is_with_another(link, start, own, sentence, context):
        return True
    if start - 2 in own and sentence.doc[start - 1].lower_ in _JOINING:
        return False
    return (
        _is_nearer(link, links, value, sentence)
        or _is_by_another_figure(link.subject, value, sentence)
        or (
            acts_instead(link.subject, token, sentence, context)
            and not _is_acted_on(link, token, sentence, context)
        )
        or _comes_too_late(link, value, token, own, sentence)
    )


def _is_next_in_list(start: int, own: set[int], sentence: Sentence, context: Context) -> bool:
    """ "Denmark lost 44 soldiers, Germany 59 and Canada 158": a country of its own between a comma
    or an "and" and the figure."""
    for mention in sentence.mentions:
        span = sentence.span(mention.start, mention.end)
        if span.end != start or span.start == 0 or not own.isdisjoint(range(span.start, span.end)):
            continue
        is_country = any(
            (e := context.names.entity(n)) and e.type == "country" for n in mention.entities
        )
        if is_country and sentence.doc[span.start - 1].lower_ in _APART:
            return True
    return False


def _is_with_another(
    link: Link, start: int, own: set[int], sentence: Sentence, context: Context
) -> bool:
    """ "The deficit with Germany came to 84.8 billion and that with Japan to 68.5", of Japan: a
    country stands by the noun itself, and a word for the subject only behind the figure."""
    behind = [min(t.i for t in group) for group in link.subject.tokens if group]
    apart = [
        i for i in behind if any(t.lower_ in _APART for t in sentence.doc[start : max(i, start)])
    ]
    if link.hit.form != "noun" or not apart:
        return False
    noun = sentence.doc[link.hit.end - 1]
    by_it = {t.i for t in noun.subtree if noun.i < t.i < start} - own
    return any(
        sentence.token(mention).i in by_it
        and any((e := context.names.entity(n)) and e.type == "country" for n in mention.entities)
        for mention in sentence.mentions
    )


def _is_nearer(link: Link, links: Sequence[Link], value: Value, sentence: Sentence) -> bool:
    """ "Germany spends 2.4 percent, Italy 2": by the order of words Germany is the nearer."""
    span = sentence.span(value.start, value.end)
    mine = _away(link.subject, span.start, span.end)
    return any(
        other.property.name == link.property.name
        and other.subject.name != link.subject.name
        and other.subject.how == link.subject.how
        and len(other.subject.tokens) == len(link.subject.tokens)
        and other.score < link.score + _CLOSE
        and _away(other.subject, span.start, span.end) < mine
        for other in links
    )


def _is_by_another_figure(subject: Subject, value: Value, sentence: Sentence) -> bool:
    """ "There were 54,000 soldiers there, against 36,000 in X": the name is of the second."""
    alike = [v for v in sentence.values if v.kind == value.kind and v.start > value.start]
    behind = {sentence.span(v.start, v.end).end for v in alike}
    for group in subject.tokens:
        first = min((t.i for t in group), default=0)
        if first - 1 in behind or (first - 2 in behind and sentence.doc[first - 1].lower_ == "in"):
            return True
    return False


def _away(subject: Subject, start: int, end: int) -> int:
    """How many words lie between a figure and the nearest of each group, the farthest counting."""
    groups = [group for group in subject.tokens if group]
    if not groups:
        return 99
    return max(min(max(start - t.i, t.i - end + 1) for t in group) for group in groups)


def _is_acted_on(link: Link, token: Token, sentence: Sentence, context: Context) -> bool:
    """ "X bought Y for 3 million", "X acquired 40 percent of Y", "X paid Y a fee of 3 million", "X
    paid 3 million for Y", where X itself has no price or fee."""
    verb, word = clause_of(token), sentence.doc[link.hit.end - 1]
    if verb.i != link.hit.start and not (link.hit.form == "noun" and verb.is_ancestor(word)):
        return False
    agents = {c.i for c in verb.children if c.dep_ == "nsubj"}
    actors = (m for m in sentence.mentions if sentence.token(m).i in agents)
    if any(
        link.property.name in context.names.properties_of(name)
        for actor in actors
        for name in actor.entities
    ):
        return False
    for own in (t for group in link.subject.tokens for t in group):
        led = {c.lower_ for c in own.children if c.dep_ == "case"}
        held = own.head if own.dep_ == "nmod" and "of" in led else own
        if held.dep_ in ("obj", "iobj") and held.head.i == verb.i:
            return True
        if own.dep_ in ("obl", "nmod") and "for" in led and own.head.i in (verb.i, token.i, word.i):
            return True
    return False


def acts_instead(subject: Subject, token: Token, sentence: Sentence, context: Context) -> bool:
    """ "Britain lost 457 soldiers", "that with Taiwan doubled", said of a force, a deficit
    elsewhere: the clause of `token` has another subject."""
    own = {t.i for group in subject.tokens for t in group}
    agents = [c for c in clause_of(token).children if c.dep_ in ("nsubj", "nsubj:pass")]
    if own and agents and agents[0].lower_ in _TAKEN_UP and min(own) > token.i:
        return any(t.text == "," for t in token.doc[token.i : min(own)])  # "it is 3 km long, X 2"
    if own and _is_that_of_another(token, own):
        return True
    if not own or not agents or own & {agents[0].i, *(t.i for t in agents[0].conjuncts)}:
        return False
    if any(agents[0].is_ancestor(token.doc[i]) for i in own):
        return False
    if agents[0].lower_ in ("that", "those"):
        told = agents[0].head  # "a plan that raises A's payment", but "one that covered six years"
        return told.dep_ != "acl:relcl" or told.head.lower_ in ("one", "ones", "that", "those")
    mentions = {sentence.token(m).i: m for m in sentence.mentions}
    theirs = {name for i in own if i in mentions for name in mentions[i].entities}
    theirs |= {e for m in context.names.mentions(subject.name) for e in m.entities}
    actor = mentions.get(agents[0].i)
    if actor is None or theirs.intersection(actor.entities):
        return False
    types = {_type(name, context) for name in theirs} - {None}
    return bool(types & {_type(name, context) for name in actor.entities})


def _is_only_compared(subject: Subject, token: Token) -> bool:
    """ "A is longer than B, at 53 kilometres", "at 53 kilometres it is longer than B"."""
    own = [t for group in subject.tokens for t in group]
    return any(
        c.lower_ == "than" and c.i < t.i and (t.i < token.i or token.i < c.i)
        for t in own
        for c in t.children
    )


def _is_that_of_another(token: Token, own: set[int]) -> bool:
    """ "that with Taiwan doubled", whatever the tree says."""
    for place in range(max(token.i - 4, 0), max(token.i - 2, 0)):
        that, by = token.doc[place], token.doc[place + 1]
        if that.lower_ in ("that", "those") and by.lower_ in ("with", "in", "of", "from", "for"):
            return own.isdisjoint(range(place, token.i))
    return False


def _type(name: str, context: Context) -> str | None:
    entity = context.names.entity(name)
    return entity.type if entity else None


def _comes_too_late(
    link: Link, value: Value, token: Token, own: set[int], sentence: Sentence
) -> bool:
    """ "The alliance spends 1.59 trillion, 980 billion of it American": a name behind the
    figure, past a comma, where another noun is the subject of the verb."""
    end = sentence.span(value.start, value.end).end
    if link.subject.how != "named" or min(own) < end:
        return False
    if not any(t.text == "," for t in sentence.doc[end : min(own)]):
        return False
    agents = [c for c in clause_of(token).children if c.dep_ in ("nsubj", "nsubj:pass")]
    return any(c.pos_ in ("NOUN", "PROPN") and c.i not in own for c in agents)


def is_next_name(token: Token, own: set[int], sentence: Sentence) -> bool:
    """Whether a figure is of another name that is joined on without a verb: "A bore 47.5 percent,
    and B, with 843 million dollars, 40 percent"."""
    for mention in sentence.mentions:
        span = sentence.span(mention.start, mention.end)
        joins = sentence.doc[max(span.start - 2, 0) : span.start]
        is_next = [t.lower_ in _AND or t.text in ",;" for t in joins] == [True, True]
        if is_next and span.end <= token.i and own.isdisjoint(range(span.start, token.i)):
            between = sentence.doc[span.end : token.i]
            return not any(t.pos_ in ("VERB", "AUX") for t in between)
    return False


def is_next_thing(token: Token, own: set[int]) -> bool:
    """Whether a figure is of another thing of its kind: "…, and the acts for the next years set
    the bar at 28,500"."""
    doc = token.doc
    opens = [i for i in range(1, token.i) if doc[i].lower_ in _AND and doc[i - 1].text in ",;"]
    if not opens or any(opens[-1] < i < token.i for i in own):
        return False
    noun = next((t for t in doc[opens[-1] : token.i] if t.pos_ in ("NOUN", "PROPN")), None)
    return noun is not None and noun.lemma_.lower() in type_nouns()

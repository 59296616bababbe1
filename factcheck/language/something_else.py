"""Whether the words of a property are said of something else than a subject near by.

"Samsung's profit rose", "the debate on the agreement lasted three hours", "paid more for
electricity": the words and the names are there, and yet nothing is said of what is known.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from factcheck.language.memory import Context
from factcheck.language.sentences import Hit, Sentence, forms
from factcheck.language.strangers import (
    Scope,
    case_of,
    is_unknown,
    scope_of,
    strange_complements,
    with_conjuncts,
)
from factcheck.language.trees import antecedent, clause_of, depends_on
from factcheck.language.words import word_set

if TYPE_CHECKING:
    from spacy.tokens import Token

    from factcheck.language.subjects import Subject

_SPANS = frozenset(("day", "week", "month", "year", "decade"))
_OBJECTS = ("obj", "nsubj:pass")
#: what sets an event beside another in time
_WHEN = frozenset(("before", "after", "since", "until", "following", "ahead"))
_POWER = frozenset(("office", "power", "presidency", "premiership", "throne", "command"))
#: what tells whom or what an act is for
FOR = frozenset(("for", "to", "on", "with", "against", "towards", "toward"))


def is_of_something_else(
    hit: Hit, token: Token, subject: Subject, sentence: Sentence, context: Context
) -> bool:
    """Whether words by which a property is spoken of are said of something else than `subject`;
    `token`: the value or date that they give."""
    own = {t.i for group in subject.tokens for t in group}
    said = f"{hit.form} {hit.start} {hit.end} {token.i}"
    key = f"something else: {said} {subject.how} {subject.name} {sorted(own)}"
    if key not in context.scratch:
        scope = scope_of(subject.name, context)
        strangers = _strangers(hit, token, subject, scope, sentence)
        context.scratch[key] = any(stranger.i not in own for stranger in strangers)
    return bool(context.scratch[key])


def is_other_thing(
    noun: Token, series: Sequence[str], sentence: Sentence, context: Context
) -> bool:
    """Whether a noun for things of a type speaks of none of `series`: "the new deal with the
    airline", "the two firms signed the eighth agreement"."""
    return all(
        _is_other(noun, scope_of(one, context), sentence)
        or (noun.dep_ in _OBJECTS and are_others(noun.head, one, sentence, context))
        for one in series
    )


def _is_other(noun: Token, scope: Scope, sentence: Sentence) -> bool:
    if any(strange_complements(noun, scope, sentence)) or _is_between_others(noun, scope, sentence):
        return True
    if noun.dep_ not in _OBJECTS:
        return False
    agents = [c for c in noun.head.children if c.dep_ in ("nsubj", "obl:agent")]
    doers = [each for agent in agents for each in with_conjuncts(agent)]
    # a name that is not known may be anybody's
    return any(
        is_unknown(each, scope, sentence, counted=False) and each.pos_ == "NOUN" for each in doers
    )


def are_others(verb: Token, series: str, sentence: Sentence, context: Context) -> bool:
    """Whether countries act that are no parties of a series: "France and Spain
    signed their sixth treaty"."""
    groups = [d.entities for d in context.names.descriptions() if d.subject == series]
    parties = {party for group in groups for names in group for party in names}
    agents = [c for c in verb.children if c.dep_ in ("nsubj", "obl:agent")]
    doers = {each.i for agent in agents for each in with_conjuncts(agent)}
    named = [m for m in sentence.mentions if sentence.token(m).i in doers]
    acting = [e for m in named for name in m.entities if (e := context.names.entity(name))]
    rivals = {entity.name for entity in acting if entity.type == "country"}
    return bool(parties) and bool(rivals - parties)


def _is_between_others(noun: Token, scope: Scope, sentence: Sentence) -> bool:
    """ "the eleventh treaty between the two empires"."""
    return any(
        case_of(child) == "between" and is_unknown(child, scope, sentence, counted=False)
        for child in noun.children
        if child.dep_ == "nmod"
    )


def _strangers(
    hit: Hit, token: Token, subject: Subject, scope: Scope, sentence: Sentence
) -> Iterator[Token]:
    last = sentence.doc[hit.end - 1]
    verb = sentence.doc[hit.start] if hit.form == "verb" else last
    yield from strange_complements(last, scope, sentence)
    yield from _named_after(subject, scope, sentence)
    yield from _only_around(subject, verb, sentence)
    yield from _above(last, token, scope, sentence)
    if subject.how == "picked":
        for noun in (t for group in subject.tokens for t in group):
            yield from _above(noun, token, scope, sentence)
    if hit.form == "verb" and verb.pos_ == "NOUN" and is_unknown(verb.head, scope, sentence):
        yield verb.head  # "American students in Korea number 3,000", taken for a noun
    is_part = verb.dep_ == "amod" or (hit.form == "count" and verb.dep_ == "compound")
    if is_part and is_unknown(verb.head, scope, sentence, counted=False):
        yield verb.head  # "American students", where Americans are counted
    if verb.pos_ in ("VERB", "AUX"):
        yield from _strange_parts(verb, subject, scope, sentence)
    elif hit.form in ("adjective", "count"):
        for part in (*clause_of(verb).children, *verb.children):
            if part.dep_ == "obl" and case_of(part) in FOR and is_unknown(part, scope, sentence):
                yield part


def _named_after(subject: Subject, scope: Scope, sentence: Sentence) -> Iterator[Token]:
    """The noun right behind a name that only tells which one it is: "the Larkham Bridge toll"."""
    for mention in sentence.mentions if subject.how == "named" else ():
        if subject.name not in mention.entities:
            continue
        span = sentence.span(mention.start, mention.end)
        for noun in span.doc[span.end : span.end + 1]:
            inside = any(t.head.i == noun.i and t.dep_ == "compound" for t in span)
            if inside and noun.pos_ == "NOUN" and is_unknown(noun, scope, sentence):
                yield noun


def _only_around(subject: Subject, verb: Token, sentence: Sentence) -> Iterator[Token]:
    """ "Two years after Larkham, X cost 3 million", "building Larkham took a year": a name that
    tells when, or to what something was done."""
    own = [m for m in sentence.mentions if subject.how == "named" and subject.name in m.entities]
    for mention in own if len(own) == 1 else ():
        first, token = sentence.span(mention.start, mention.end)[0], sentence.token(mention)
        before = sentence.doc[max(first.i - 3, 0) : first.i]
        words = [t for t in before if t.pos_ != "DET"][-2:]
        behind = sentence.quote(mention.end, mention.end + 1)
        acts = token.dep_.startswith("nsubj") and behind not in (",", "")
        is_base = len(words) > 1 and words[1].lower_ in ("after", "before") and not acts
        if is_base and words[0].lower_.rstrip("s") in _SPANS:
            yield words[0]
        led = words[-1] if words else first
        opens = led.i == 0 or led.nbor(-1).pos_ in ("PUNCT", "CCONJ", "SCONJ")
        is_done = led.tag_ == "VBG" and token.head.i == led.i and token.dep_ == "obj"
        if is_done and opens and first.i < verb.i and verb.tag_ in ("VBD", "VBZ"):
            yield led


def _above(noun: Token, token: Token, scope: Scope, sentence: Sentence) -> Iterator[Token]:
    """The nouns that `noun` is only a complement of: "debate" in "the debate on the deal"."""
    while noun.dep_ in ("nmod", "nmod:poss") and noun.head.pos_ in ("NOUN", "PROPN"):
        if depends_on(token, noun):
            return
        noun = noun.head
        if is_unknown(noun, scope, sentence):
            yield noun


def _strange_parts(
    verb: Token, subject: Subject, scope: Scope, sentence: Sentence
) -> Iterator[Token]:
    """What makes a verb say something else. Of a subject that is named, or of "him", only what is
    its own: its object ("opened a new wing"), or whose it is ("Norway's bank joined")."""
    parts = list(_parts_of(verb))
    if _is_only_beside(verb, subject):
        yield from (p for p in parts if p.dep_ in _OBJECTS and p.pos_ in ("NOUN", "PROPN"))
    by_name = subject.how == "named" and not subject.why.startswith("signed in")
    by_name = by_name or _is_done_to_him(verb, subject)
    if by_name:
        own = {t.i for group in subject.tokens for t in group}
        yield from (p for p in parts if _is_one_more(p, own, scope))
        acts = any(part.i in own and part.dep_ == "nsubj" for part in parts)
        yield from _taken_from(verb, own, scope, sentence)
        parts = [part for part in parts if _is_above(part, own) or (acts and part.dep_ == "obj")]
    for part in parts:
        yield from (p for p in with_conjuncts(part) if is_unknown(p, scope, sentence))
        if not by_name:
            yield from strange_complements(part, scope, sentence)


def _taken_from(verb: Token, own: set[int], scope: Scope, sentence: Sentence) -> Iterator[Token]:
    """ "removed X from the list": from what is no office."""
    if any(c.dep_ in _OBJECTS and c.i in own for c in verb.children):
        for part in verb.children:
            is_post = part.lemma_.lower() in word_set("terms", "posts") | _POWER
            if part.dep_ == "obl" and case_of(part) == "from" and not is_post:
                yield from (t for t in [part] if is_unknown(t, scope, sentence))


def _is_done_to_him(verb: Token, subject: Subject) -> bool:
    """ "the court removed him": whoever did it."""
    own = [t for group in subject.tokens for t in group]
    return subject.how == "referred" and any(
        t.lower_ in ("him", "her") and t.dep_ == "obj" and t.head.i == verb.i for t in own
    )


def _is_above(noun: Token, own: set[int]) -> bool:
    """ "the port's opening", "the release of water at the port", where `own` are of the port."""
    return noun.i not in own and any(depends_on(noun.doc[i], noun) for i in own)


def _is_only_beside(verb: Token, subject: Subject) -> bool:
    """ "passed a bill a week before the vote on the deal": the deal only tells when."""
    for token in (t for group in subject.tokens for t in group):
        above = [token, *token.ancestors]
        below = above[: next((n for n, t in enumerate(above) if t.i == verb.i), 0)]
        if not any(t.dep_ in ("obl", "nmod", "advcl") and case_of(t) in _WHEN for t in below):
            return False
    return any(subject.tokens)


def _is_one_more(noun: Token, own: set[int], scope: Scope) -> bool:
    """ "The Larkham's sister ship", "the Larkham women's team": another thing of its own sort."""
    if not noun.text.islower() or scope.sorts.isdisjoint(forms(noun)):
        return False
    below = [noun.doc[i] for i in own if i != noun.i and depends_on(noun.doc[i], noun)]
    paths = ((t, *t.ancestors) for t in below)
    return any(t.dep_ == "nmod:poss" and depends_on(t, noun) for path in paths for t in path)


def _parts_of(verb: Token) -> Iterator[Token]:
    """What a verb is said of and does: its subject, objects and what it is for; for "that" the
    noun that it stands for: "a destroyer that cost 3 million"."""
    for child in verb.children:
        is_core = child.dep_ in ("nsubj", "nsubj:pass", "obj", "iobj", "obl:agent")
        if is_core or (child.dep_ == "obl" and case_of(child) in FOR):
            yield child
        elif child.dep_ == "xcomp" and child.pos_ == "VERB":
            yield from _parts_of(child)
    if verb.dep_ == "acl" and verb.head.i < verb.i and verb.head.pos_ in ("NOUN", "PROPN"):
        yield verb.head  # what the parser often makes of "the cost rose by a tenth"
    if (noun := antecedent(verb)) is not None:
        yield noun

"""Spells of which a sentence names one side alone: "He stepped down in 1998", "Ada Holt, who took
office in 2013, …", "it left in 2020".

Who holds is named, or meant by a pronoun for what the sentence before names; what is held or
belonged to is the one thing that the reference, the sentence and the one before leave.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from factcheck.language.memory import Context
from factcheck.language.sentences import Sentence
from factcheck.language.sorts import sort_nouns
from factcheck.language.spell_words import Anchor, speaks_of
from factcheck.language.strange_names import strangers_in
from factcheck.language.trees import depends_on
from factcheck.language.words import word_set, words
from factcheck.records import Fact, Mention

if TYPE_CHECKING:
    from spacy.tokens import Token

_OF_PEOPLE = frozenset(("he", "she"))
_OF_THINGS = frozenset(("it", "they"))
#: what tells whose post it is
_TELLING = frozenset(("amod", "compound", "nmod", "nmod:poss"))
#: complements after these tell what is held or left
_OF_BODY = frozenset(("from", "of", "to", "into", "by", "with", "over"))

#: before the noun of an office these make it no other one
_RANKS = frozenset(("chief", "head", "principal", "new", "long-time", "longtime", "then"))
#: what may follow "the alliance" without telling which
_WHEN = frozenset(("in", "on", "at", "since", "until", "after", "before", "as", "by", "during"))


def implied_holder(anchor: Anchor, sentence: Sentence, context: Context) -> Mention | None:
    """The pronoun by the anchor, with those of the sentence before whom it may mean; or a noun for
    the one thing of its sort that is spoken of ("as the country became the 31st member")."""
    for token in anchor.agents():
        is_person = token.lower_ in _OF_PEOPLE
        if not is_person and token.lower_ not in _OF_THINGS:
            if (named := _named_by_sort(token, anchor, sentence, context)) is not None:
                return named
            continue
        names = tuple(n for n in context.just_before() if _is_person(n, context) == is_person)
        holders = tuple(n for n in names if any(_own(n, anchor, context)))
        start = sentence.start + token.idx
        inside = _named_before(start, anchor, sentence, context) if is_person else ()
        if inside:
            return Mention(start, start + len(token), token.text, inside)
        nearer = {n for m in sentence.mentions if m.end <= start for n in m.entities}
        if any(any(_own(name, anchor, context)) for name in nearer.difference(holders)):
            continue  # "Holtland shed its doubts when it became a member"
        if len(names if is_person else holders) == 1 and holders:
            return Mention(start, start + len(token), token.text, holders)
    return None


def _named_by_sort(
    token: Token, anchor: Anchor, sentence: Sentence, context: Context
) -> Mention | None:
    beside = [c for c in token.children if c.dep_ in ("det", "amod", "nmod", "nmod:poss", "nummod")]
    if not all(c.lower_ == "the" or c.text[0].isupper() for c in beside) or not beside:
        return None  # "the other country"
    start = sentence.start + token.idx
    before = {n for m in sentence.mentions if m.end <= start for n in m.entities}
    meant = {
        name
        for name in (*before, *context.just_before())
        if token.lower_ in sort_nouns(name, context.names) and any(_own(name, anchor, context))
    }
    return Mention(start, start + len(token), token.text, tuple(meant)) if len(meant) == 1 else None


def _named_before(
    start: int, anchor: Anchor, sentence: Sentence, context: Context
) -> tuple[str, ...]:
    """ "X bade farewell to Y, whose conductor he had been": the only person named before."""
    before = [m for m in sentence.mentions if m.end <= start]
    people = {n for m in before for n in m.entities if _is_person(n, context)}
    strange = [m for m in strangers_in(sentence) if m.end <= start and " " in m.text]
    is_known = len(people) == 1 and not strange and anchor.phase == "state"
    return tuple(n for n in people if is_known and any(_own(n, anchor, context)))


def implied_facts(
    holder: Mention, anchor: Anchor, sentence: Sentence, context: Context
) -> tuple[Fact, ...]:
    """The facts by which the holder has the one thing that may be meant; none in doubt."""
    if len(holder.entities) != 1:
        return ()
    (name,) = holder.entities
    groups: dict[tuple[str, str, str], list[Fact]] = {}
    for fact in _own(name, anchor, context):
        groups.setdefault((fact.subject, fact.property, fact.value), []).append(fact)
    sides = {side for key in groups for side in (key[0], key[2])}
    titles = {word for key in groups for word in key[1].lower().split("_")}
    if _tells_body(anchor, sides, titles | _RANKS, sentence, context):
        return ()
    spoken = {n for m in sentence.mentions for n in m.entities} | set(context.just_before())
    near = {key: facts for key, facts in groups.items() if spoken & {key[0], key[2]} - {name}}
    if len(near) > 1:  # "stayed at the helm of X until 1998 and moved to Y"
        below = [m for m in sentence.mentions if depends_on(sentence.token(m), anchor.token)]
        own = {n for m in below for n in m.entities}
        near = {key: facts for key, facts in near.items() if own & {key[0], key[2]} - {name}}
    general = any(_is_general(child) for child in anchor.token.children)
    found = near or (groups if anchor.domain == "office" or general else {})
    return tuple(next(iter(found.values()))) if len(found) == 1 else ()


def is_body(one: Mention, holder: Mention, context: Context) -> bool:
    """Whether a name is what somebody held: "X, who stood before Y as its conductor"."""
    names = set(one.entities)
    return any(
        names & {fact.subject, fact.value} - {name}
        for name in holder.entities
        for fact in context.names.relations(name, None)
    )


def _own(name: str, anchor: Anchor, context: Context) -> Iterator[Fact]:
    """The facts by which `name` holds or belongs to something, as the anchor may mean it."""
    from factcheck.language.spell_links import holder_of

    for fact in context.names.relations(name, None):
        if holder_of(fact) == name and speaks_of(anchor, fact):
            yield fact


def _is_person(name: str, context: Context) -> bool:
    entity = context.names.entity(name)
    return (entity is not None and entity.type == "person") or bool(context.names.terms(name))


def _tells_body(
    anchor: Anchor, sides: set[str], titles: set[str], sentence: Sentence, context: Context
) -> bool:
    """Whether the sentence says what is left or taken over, and it is none of `sides`: "left the
    company", "resigned from the board", "became foreign minister"."""
    told = [anchor.token, *([anchor.noun] if anchor.noun else [])]
    posts = word_set("terms", "posts") | word_set("terms", "nouns") | {"office", "power", "charge"}
    posts |= word_set("terms", "held") | word_set("spells", "office.nouns")
    offices = {word for side in sides for word in side.lower().replace("-", " ").split()} | titles
    stands = {c.lower_ for word in told for c in word.children if _is_type_of(c, sides, context)}
    offices |= stands
    if anchor.noun is not None and _is_told(anchor.noun, offices, sides, sentence):
        return True
    return any(
        _is_other(child, posts, offices, sides, sentence)
        for word in told
        for child in word.children
        if child.lower_ not in stands
    )


def _is_type_of(child: Token, sides: set[str], context: Context) -> bool:
    """ "the 30th member of the alliance", "led the country": no other body than one of `sides`, or
    one whose office that is."""
    entities = [e for name in sides if (e := context.names.entity(name))]
    bodies = [name for e in entities if e.type == "office" for name in e.part_of]
    entities += [e for name in bodies if (e := context.names.entity(name))]
    nouns = {noun for e in entities for noun in words("types").get(e.type or "", ())}
    nouns |= {noun for name in (*sides, *bodies) for noun in sort_nouns(name, context.names)}
    before = [c for c in child.children if c.i < child.i and c.dep_ not in ("det", "case", "punct")]
    after = child.doc[child.i + 1] if child.i + 1 < len(child.doc) else child
    is_told = after.pos_ == "ADP" and after.lower_ not in _WHEN
    return child.lower_ in nouns and not before and not is_told


def _is_other(
    child: Token, posts: frozenset[str], offices: set[str], sides: set[str], sentence: Sentence
) -> bool:
    if child.pos_ not in ("NOUN", "PROPN") or child.dep_ not in ("obj", "obl", "nmod", "nmod:poss"):
        return False
    if _is_read(child, sides, sentence) or _is_general(child):
        return False
    if child.lemma_.lower() in posts:  # "the Italian government", "the ministry's chief"
        return _is_told(child, offices, sides, sentence)
    case = next((c.lower_ for c in child.children if c.dep_ == "case"), None)
    return child.dep_ in ("obj", "nmod:poss") or case in _OF_BODY


def _is_general(noun: Token) -> bool:
    """ "joined the bloc": a noun for any such body, which tells nothing more."""
    plain = not any(c.dep_ in (*_TELLING, "acl", "acl:relcl") for c in noun.children)
    definite = any(c.lower_ == "the" for c in noun.children)
    return plain and definite and noun.lemma_.lower() in word_set("spells", "bodies.nouns")


def _is_told(post: Token, offices: set[str], sides: set[str], sentence: Sentence) -> bool:
    """Whether a word by the noun of a post makes it another one than those of `sides`."""
    return any(
        c.dep_ in _TELLING
        and c.lower_ not in offices
        and c.pos_ not in ("PRON", "DET")
        and not _is_read(c, sides, sentence)
        for c in post.children
    )


def _is_read(token: Token, sides: set[str], sentence: Sentence) -> bool:
    """Part of a date or duration, or of the name of one of `sides`."""
    place = sentence.start + token.idx
    spans = [(v.start, v.end) for v in sentence.values]
    spans += [(m.start, m.end) for m in sentence.mentions if sides.intersection(m.entities)]
    return any(start <= place < end for start, end in spans)

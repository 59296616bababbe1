"""Definite phrases for members of a series: "the twelfth agreement", "the new five-year deal",
"the one signed last year", "the tenth of them", "the latest", "its predecessor".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.language.descriptions import described
from factcheck.language.hinted import hinted, is_definite, types_of
from factcheck.language.memory import Context
from factcheck.language.modifiers import beside, left_edge, picks
from factcheck.language.numbered import (
    HIGH,
    is_number_alone,
    just_made,
    just_named,
    numbered_series,
)
from factcheck.language.plainness import is_contradicted, is_plain
from factcheck.language.sentences import Sentence
from factcheck.language.something_else import is_other_thing
from factcheck.language.strangers import is_named
from factcheck.language.words import word_set

if TYPE_CHECKING:
    from spacy.tokens import Token

_ALONE = frozenset(("latest", "newest", "predecessor", "successor"))
_OLD = frozenset(("old", "expired", "former", "lapsed"))
#: characters in which a phrase is followed by the name of what it means
_BESIDE = 60
_OF_THEM = frozenset(("ADJ", "NUM", "NOUN"))


@dataclass(frozen=True, slots=True)
class Definite:
    """A phrase (document offsets) that means one member of a series, or the series itself."""

    start: int
    end: int
    token: Token
    entities: tuple[str, ...]
    #: how it was picked, for the trace: "ordinal 12", "signed_in 2024"; "" for the series
    why: str
    #: False where the series is only guessed from the names in the sentence
    certain: bool = True


def find_definites(sentence: Sentence, context: Context) -> Iterator[Definite]:
    """The definite phrases of a sentence, left to right."""
    numbered, sure = numbered_series(sentence, context), True
    in_names = {t.i for m in sentence.mentions for t in sentence.span(m.start, m.end)}
    for token, (lemma, *_) in zip(sentence.tokens, sentence.forms, strict=True):
        if not (numbered or token.i in in_names or types_of(lemma) or _is_alone(token, lemma)):
            continue
        series = series_of(token, lemma, sentence, context)
        certain = bool(series) and is_plain(token, series, sentence, context)
        if not series and numbered and is_number_alone(token, sentence):
            series, certain = numbered, sure
        series = series or hinted(token, lemma, sentence, context)
        series = series or _only_one(token, lemma, sentence, context)
        series = series or _told_apart(token, lemma, sentence, context)
        if not series or is_other_thing(token, series, sentence, context):
            continue
        picked = list(picks(token, lemma, series, sentence, context))
        if picked:
            certain = certain or _is_at_home(sentence, context)
            # "a new agreement, signed on Friday": the day tells more than that it is new
            told = [one for one in picked if one[1] is not None and one[2] == picked[0][2]]
            how, value, entities = (told or picked)[0]
            if how != "ordinal" and _is_told_which(token, series, sentence, context):
                continue
            why = f"{how} {value or ''}".strip()
            if how == "ordinal":
                numbered, sure = series, certain
            left = left_edge(token)
            start, end = sentence.start + left.idx, sentence.start + token.idx + len(token)
            yield Definite(start, end, token, entities, why, certain)
        elif len(series) == 1 and is_definite(token) and not is_named(token, sentence):
            start = sentence.start + token.idx
            if _is_of_old(token):
                continue
            made = just_made(series[0], token, context)
            if certain:
                meant = just_named(series[0], sentence, context) or made or tuple(series)
                yield Definite(start, start + len(token), token, meant, "")
            elif made and is_plain(token, series, sentence, context):
                at_home = _is_at_home(sentence, context)
                yield Definite(start, start + len(token), token, made, "agreed lately", at_home)


def _is_of_old(token: Token) -> bool:
    """ "the old deal": the one before that which has been spoken of."""
    return any(t.lower_ in _OLD for t in token.doc[left_edge(token).i : token.i])


def _is_told_which(
    token: Token, series: tuple[str, ...], sentence: Sentence, context: Context
) -> bool:
    """ "the new agreement, the second of its kind", "the last deal, the 10th Larkham Accord"."""
    place = sentence.start + token.idx + len(token)
    rest = sentence.quote(place, sentence.start + len(sentence.raw))
    members = {member.name for one in series for member in context.names.members(one)}
    return re.match(r"\s*,\s+the\s+[\w-]+\s+of\s+(?:its|their)\s+kind", rest) is not None or any(
        place < mention.start < place + _BESIDE
        and members.issuperset(mention.entities)
        and re.search(r",\s+(?:the\s+)?$", sentence.quote(place, mention.start))
        for mention in sentence.mentions
    )


def _is_at_home(sentence: Sentence, context: Context) -> bool:
    """Whether all names in the sentence are known, and something known came before it, or nothing
    at all: else the series may be somebody else's."""
    if context.memory and not context.just_before():
        return False
    known = [(m.start, m.end) for m in sentence.mentions]
    known += [(v.start, v.end) for v in sentence.values]
    known += [(t.start, t.end) for t in sentence.terms]
    return not any(
        token.pos_ == "PROPN"
        and token.i > 0
        and not any(start <= sentence.start + token.idx < end for start, end in known)
        and token.lower_ not in word_set("terms", "held") | {"ambassador", "minister", "envoy"}
        for token in sentence.tokens
    )


def series_of(token: Token, lemma: str, sentence: Sentence, context: Context) -> tuple[str, ...]:
    """The series that a noun may speak of: by its own name, or by its type from the context."""
    offset = sentence.start + token.idx
    for mention in sentence.mentions:
        if mention.start <= offset < mention.end and not all(
            is_contradicted(name, sentence, context) for name in mention.entities
        ):
            is_last = offset + len(token) == mention.end or token.dep_ != "compound"
            named = tuple(e for e in mention.entities if context.names.members(e))
            return fitting(named, sentence, context) if named and is_last else ()
    wanted = types_of(lemma)
    if _is_alone(token, lemma):
        wanted |= {"agreement", "treaty", "summit", "law"}
    if not wanted or (lemma == "one" and not is_definite(token)):
        return ()
    return fitting(tuple(_series_near(wanted, token, sentence, context)), sentence, context)


def _only_one(token: Token, lemma: str, sentence: Sentence, context: Context) -> tuple[str, ...]:
    """ "the 12th agreement" without more: the only series that has come so far."""
    wanted = types_of(lemma) - {"person"}
    if not wanted or is_named(token, sentence):
        return ()
    start = sentence.start + left_edge(token).idx
    numbers = [
        v
        for v in sentence.values
        if v.kind == "ordinal" and start <= v.start < sentence.start + token.idx
    ] + beside(token, sentence)
    if not numbers or int(str(numbers[0].value)) < HIGH:
        return ()
    series = {d.subject for d in context.names.descriptions()}
    able = []
    for name in sorted(series):
        entity = context.names.entity(name)
        number = str(numbers[0].value)
        if entity is None or entity.type not in wanted or not context.names.members(name):
            continue
        if context.names.pick(name, "ordinal", number, context.asked_on):
            able.append(name)
    return tuple(able) if len(able) == 1 else ()


def _told_apart(token: Token, lemma: str, sentence: Sentence, context: Context) -> tuple[str, ...]:
    """A name that several series share: the one of which the words beside it pick a member."""
    offset = sentence.start + token.idx
    for mention in sentence.mentions:
        if mention.start <= offset < mention.end and offset + len(token) == mention.end:
            named = tuple(e for e in mention.entities if context.names.members(e))
            able = [one for one in named if any(picks(token, lemma, (one,), sentence, context))]
            return tuple(able) if len(named) > 1 and len(able) == 1 else ()
    return ()


def _is_alone(token: Token, lemma: str) -> bool:
    """ "the latest", "the tenth of them": a word that needs no noun."""
    if lemma in _ALONE:
        return True
    following = token.doc[token.i + 1 : token.i + 3] if token.pos_ in _OF_THEM else ()
    first, second = [t.lower_ for t in following] if len(following) == 2 else ("", "")
    return first == "of" and second in ("them", "these", "those")


def _series_near(
    wanted: frozenset[str], token: Token, sentence: Sentence, context: Context
) -> Iterator[str]:
    before = [m for m in sentence.mentions if m.start < sentence.start + token.idx]
    near = [name for m in reversed(before) for name in m.entities]
    by_words = [description.subject for description, _ in described(sentence, context)]
    for name in dict.fromkeys([*near, *by_words, *context.recent()]):
        entity = context.names.entity(name)
        if entity is None or entity.type not in wanted:
            continue
        if name in near and is_contradicted(name, sentence, context):
            continue
        if context.names.members(name):
            yield name
        else:
            yield from (s for s in entity.part_of if context.names.members(s))


def fitting(series: Sequence[str], sentence: Sentence, context: Context) -> tuple[str, ...]:
    """One series; of several the one whose description fits the sentence or what came before."""
    unique = tuple(dict.fromkeys(series))
    if len(unique) < 2:
        return unique
    said = {name for m in sentence.mentions for name in m.entities}
    for entities in (said, set(context.recent()), set(context.ours)):
        fitting = [
            d.subject
            for d in context.names.descriptions()
            if d.subject in unique and all(entities & set(group) for group in d.entities)
        ]
        if fitting:
            return tuple(dict.fromkeys(fitting))[:1] if len(set(fitting)) == 1 else ()
    return ()

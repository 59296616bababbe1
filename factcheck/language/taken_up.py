"""Names that are taken up in another clause of their own sentence: by "it", "its", or by the noun
of their sort ("work on the Larkham Bridge began in 1933; the bridge was opened in 1937").
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from factcheck.language.borders import breaks, is_across
from factcheck.language.memory import Context
from factcheck.language.sentences import Sentence
from factcheck.language.sorts import meant_by_sort, sort_nouns
from factcheck.records import Mention

if TYPE_CHECKING:
    from spacy.tokens import Token

_ITS = frozenset(("it", "its"))
_PERSONS = frozenset(("he", "she", "his", "her"))


def picked_up(
    picked: Iterable[tuple[str, Token]], sentence: Sentence
) -> Iterator[tuple[str, Token]]:
    """ "Its successor was signed in 2008; it covered three years": (name, word) for each pronoun
    of another clause that means the one that `picked` tells at the head of the first."""
    main = ("ROOT", "conj", "parataxis")
    heads = {
        noun.i: name
        for name, noun in picked
        if noun.dep_.startswith("nsubj")
        and noun.head.dep_ in main
        and not any(c.dep_ == "mark" for c in noun.head.children)  # "after its predecessor had …"
    }
    if len(heads) != 1 or not breaks(sentence.doc):
        return
    ((place, name),) = heads.items()
    for token in sentence.tokens:
        acts = token.lower_ == "it" and token.dep_.startswith("nsubj")
        if acts and token.i > place and is_across(sentence.doc, place, token.i):
            yield name, token


def taken_up(sentence: Sentence, context: Context) -> Iterator[tuple[str, Token]]:
    """(name, word) for each word that surely means a name which stands before it."""
    alone = [m for m in sentence.mentions if len(m.entities) == 1]
    if not alone:
        return
    nouns = {m.entities[0]: sort_nouns(m.entities[0], context.names) for m in alone}
    for token in sentence.tokens:
        before = [m for m in alone if m.end <= sentence.start + token.idx]
        if not before or _is_in_name(token, sentence):
            continue
        names = dict.fromkeys(m.entities[0] for m in before)
        yield from ((name, token) for name in meant_by_sort(token, names, nouns, context.names))
        if token.lower_ in _ITS | _PERSONS and breaks(sentence.doc):
            yield from (
                (name, token) for name in _meant_by_pronoun(token, before, sentence, context)
            )


def _is_in_name(token: Token, sentence: Sentence) -> bool:
    place = sentence.start + token.idx
    return any(m.start <= place < m.end for m in sentence.mentions)


def _meant_by_pronoun(
    token: Token, before: list[Mention], sentence: Sentence, context: Context
) -> Iterator[str]:
    """The only name that a pronoun at the head of another clause can mean: the subject of the
    first one, with no other of its kind before the pronoun."""
    wanted = token.lower_ in _PERSONS
    able = {
        m.entities[0]: sentence.token(m)
        for m in reversed(before)
        if _is_person(m.entities[0], context) == wanted
    }
    if len(able) != 1:
        return
    ((name, named),) = able.items()
    told = named.dep_.startswith("nsubj") and is_across(sentence.doc, named.i, token.i)
    noun = token.head if token.dep_ == "nmod:poss" else token
    if told and noun.dep_.startswith("nsubj"):
        yield name


def _is_person(name: str, context: Context) -> bool:
    entity = context.names.entity(name)
    return entity is not None and entity.type == "person"

"""Whether a sentence, with what came before it, speaks of a subject without naming it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from factcheck.language.memory import Context
from factcheck.language.sentences import Sentence, forms
from factcheck.records import Description

if TYPE_CHECKING:
    from spacy.tokens import Token

_WE = frozenset(("we", "us", "our", "ours"))
_PRONOUNS = frozenset(("it", "they", "them", "its", "their", "there", "he", "his", "she", "her"))


Groups = list[tuple["Token", ...]]


def described(sentence: Sentence, context: Context) -> list[tuple[Description, Groups]]:
    """The descriptions that fit the sentence, each with `described_by`; worked out once."""
    found: list[tuple[Description, Groups]] | None = context.scratch.get("described")
    if found is None:
        spoken = {name for mention in sentence.mentions for name in mention.entities}
        spoken |= {*context.ours, *context.recent()}
        found = []
        for description in context.names.descriptions():
            if not all(spoken.intersection(group) for group in description.entities):
                continue
            groups = described_by(description, sentence, context)
            if groups:
                found.append((description, groups))
        context.scratch["described"] = found
    return found


def described_by(description: Description, sentence: Sentence, context: Context) -> Groups:
    """The words that stand for each group of entities (then for the listed words), or nothing.

    One tuple a group, each holding every token that could stand for it; an empty tuple is a
    group that is known from the sentences before.
    """
    lemmas = sentence.lemmas
    text = " " + sentence.text.lower() + " "
    if any(_stands(word, lemmas, text) for word in description.without):
        return []
    groups = []
    for group in description.entities:
        tokens = tuple(_tokens_for(group, sentence, context))
        if not tokens and not _carried(group, sentence, context):
            return []
        groups.append(tokens)
    if not any(groups) and description.entities:
        return []
    words = _word_tokens(description.words, sentence)
    if description.words and not words:
        before = context.recent_lemmas()
        if before.isdisjoint(description.words):
            return []
    return [*groups, words]


def _stands(word: str, lemmas: frozenset[str], text: str) -> bool:
    return word in lemmas or ((" " in word or "-" in word) and word in text)


def _word_tokens(listed: Iterable[str], sentence: Sentence) -> tuple[Token, ...]:
    wanted = {word.lower() for word in listed}
    phrases = {tuple(w.replace("-", " ").split()) for w in wanted if " " in w or "-" in w}
    tokens = [t for t in sentence.doc if t.text != "-"]
    found = [t for t in tokens if wanted.intersection(forms(t))]
    for position in range(len(tokens)):
        for parts in phrases:
            run = tokens[position : position + len(parts)]
            if len(run) == len(parts) and all(
                part in forms(t) for part, t in zip(parts, run, strict=True)
            ):
                found.append(run[-1])
    return tuple(found)


def _tokens_for(group: Iterable[str], sentence: Sentence, context: Context) -> Iterator[Token]:
    wanted = set(group)
    for mention in sentence.mentions:
        if wanted.intersection(mention.entities):
            yield sentence.token(mention)
    if wanted.intersection(context.ours):
        yield from (token for token in sentence.doc if token.lower_ in _WE)


def _carried(group: Iterable[str], sentence: Sentence, context: Context) -> bool:
    """Known from the sentences before, taken up by a pronoun, and not replaced by a rival."""
    wanted = set(group)
    recent = list(context.recent())
    known = next((name for name in recent if name in wanted), None)
    if known is None:
        return False
    entity = context.names.entity(known)
    rivals = {
        name
        for mention in sentence.mentions
        for name in mention.entities
        if (other := context.names.entity(name)) and entity and other.type == entity.type
    }
    if rivals - wanted - set(context.ours):
        return False
    return any(token.lower_ in _PRONOUNS for token in sentence.doc) or _is_ours(wanted, context)


def _is_ours(wanted: set[str], context: Context) -> bool:
    return bool(wanted.intersection(context.ours))

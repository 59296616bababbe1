"""Whether a sentence, with what came before it, speaks of a subject without naming it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import product
from typing import TYPE_CHECKING

from factcheck.language.listed_phrases import last_words, parted, phrase_ends
from factcheck.language.memory import Context
from factcheck.language.sentences import Sentence
from factcheck.records import Description, Mention

if TYPE_CHECKING:
    from spacy.tokens import Token

WE = frozenset(("we", "us", "our", "ours"))
_PRONOUNS = frozenset(("it", "they", "them", "its", "their", "there", "he", "his", "she", "her"))


Groups = list[tuple["Token", ...]]
Picked = Mapping[str, tuple["Token", ...]]


def described(
    sentence: Sentence, context: Context, picked: Picked | None = None
) -> list[tuple[Description, Groups]]:
    """The descriptions that fit the sentence, each with `described_by`; worked out once."""
    key = f"described {sorted(picked or ())}"
    found: list[tuple[Description, Groups]] | None = context.scratch.get(key)
    if found is None:
        spoken = {name for mention in told(sentence, context) for name in mention.entities}
        spoken |= {*context.ours, *context.recent(), *(picked or ())}
        we = _who_we_are(sentence, context)
        found = []
        for description in context.names.descriptions():
            missing = [group for group in description.entities if not spoken.intersection(group)]
            if missing and not _is_we(missing, description, we, context):
                continue
            groups = described_by(description, sentence, context, picked or {}, we)
            if groups:
                found.append((description, groups))
        context.scratch[key] = found
    return found


def speaks_of(description: Description, sentence: Sentence) -> bool:
    """Whether a word of a description stands there, and none of those that speak against it."""
    text = " " + sentence.text.lower() + " "
    said, against = (
        any(_stands(word, sentence.lemmas, text) for word in words)
        for words in (description.words, description.without)
    )
    return said and not against


def described_by(
    description: Description,
    sentence: Sentence,
    context: Context,
    picked: Picked,
    we: tuple[Token, ...],
) -> Groups:
    """The words that stand for each group of entities (then for the listed words), or nothing.

    One tuple a group, each holding every token that could stand for it; an empty tuple is a
    group that is known from the sentences before. `picked`: the words of definite phrases for
    members of a series, by the member; `we`: those for a party that is not named.
    """
    lemmas = sentence.lemmas
    text = " " + sentence.text.lower() + " "
    if any(_stands(word, lemmas, text) for word in description.without):
        return []
    words = _word_tokens(description.words, sentence, context)
    if description.words and not words and not context.said_lately(description.words):
        return []
    groups = [tuple(_tokens_for(g, sentence, context, picked)) for g in description.entities]
    # "we" beside a party of some sentence before: of whatever "our growth" may be
    is_taken_up = any(groups) or not sentence.words.isdisjoint(_PRONOUNS)
    for place, group in enumerate(description.entities):
        if groups[place] or _carried(group, description, sentence, context):
            continue
        if not is_taken_up or we in groups or not _is_we([group], description, we, context):
            return []
        if place == 0 and not any(groups):  # "we bring them to 300,000": of no host without a name
            return []
        groups[place] = we
    if not any(groups) and description.entities and not _is_specific(description, words):
        return []
    return [*groups, words]


def parties_of(subject: str, context: Context) -> set[str]:
    """The entities without which neither the subject nor what it is part of is described: the
    two sides of an agreement."""
    entity = context.names.entity(subject)
    meant = {subject, *(entity.part_of if entity else ())}
    told = [d.entities for d in context.names.descriptions() if d.subject in meant]
    return {name for groups in told for group in groups for name in group}


def _stands(word: str, lemmas: frozenset[str], text: str) -> bool:
    return word in lemmas or ((" " in word or "-" in word) and word in text)


def _word_tokens(
    listed: tuple[str, ...], sentence: Sentence, context: Context
) -> tuple[Token, ...]:
    """The words that stand for the listed ones; of a phrase its last."""
    tokens, places = _places(sentence, context)
    single, phrases = parted(listed)
    found = sorted({place for word in single & places.keys() for place in places[word]})
    for first in sorted(phrases.keys() & places.keys()):
        for others, place in product(phrases[first], places[first]):
            ends = range(place + 1, place + 1 + len(others))
            if all(end in places.get(part, ()) for end, part in zip(ends, others, strict=True)):
                found.append(place + len(others))
    return tuple(tokens[place] for place in found)


def _places(sentence: Sentence, context: Context) -> tuple[list[Token], dict[str, list[int]]]:
    """The words but for hyphens, and where each stands among them, under each of its forms;
    worked out once."""
    found: tuple[list[Token], dict[str, list[int]]] | None = context.scratch.get("places")
    if found is None:
        places = defaultdict[str, list[int]](list)
        tokens: list[Token] = []
        for token, said in zip(sentence.tokens, sentence.forms, strict=True):
            if said[1] == "-":
                continue
            for form in set(said):
                places[form].append(len(tokens))
            tokens.append(token)
        found = context.scratch["places"] = tokens, places
    return found


def _who_we_are(sentence: Sentence, context: Context) -> tuple[Token, ...]:
    """The words "we" and "our" of a speaker of whom nothing is known."""
    if context.speaker_entity is not None or context.ours or not sentence.lemmas & WE:
        return ()
    return tuple(token for token in sentence.tokens if token.lower_ in WE - {"us"})


def _is_we(
    missing: Sequence[Sequence[str]],
    description: Description,
    we: tuple[Token, ...],
    context: Context,
) -> bool:
    """Whether "we" are the one party that is not named ("we have 28,500 troops in B" says who has
    them)."""
    if not we or not len(missing) == 1 < len(description.entities):
        return False
    entities = map(context.names.entity, missing[0])
    return any(entity is not None and entity.type == "country" for entity in entities)


def told(sentence: Sentence, context: Context) -> Sequence[Mention]:
    """The names of a sentence, with those that stand in the title of an office: "the NATO
    secretary general"; worked out once."""
    found: Sequence[Mention] | None = context.scratch.get("told")
    if found is None:
        inside = [
            replace(inner, start=mention.start + inner.start, end=mention.start + inner.end)
            for mention in sentence.mentions
            if any(
                (entity := context.names.entity(name)) and entity.type == "office"
                for name in mention.entities
            )
            for inner in context.names.mentions(mention.text.rpartition(" ")[0])
        ]
        found = context.scratch["told"] = [*sentence.mentions, *inside]
    return found


def _tokens_for(
    group: Iterable[str], sentence: Sentence, context: Context, picked: Picked
) -> Iterator[Token]:
    wanted = set(group)
    for name in wanted.intersection(picked):
        yield from picked[name]
    for mention in told(sentence, context):
        if wanted.intersection(mention.entities):
            yield sentence.token(mention)
    if wanted.intersection(context.ours):
        yield from (token for token in sentence.tokens if token.lower_ in WE)


def _carried(
    group: Iterable[str], description: Description, sentence: Sentence, context: Context
) -> bool:
    """Known from the sentences before, taken up by a pronoun or by a phrase as long as a name,
    and not replaced by a rival."""
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
    rivals -= {*wanted, *context.ours}
    if rivals:
        # "it hosts American troops", but not "Japan has soldiers of its own"
        parties = {name for names in description.entities for name in names}
        return rivals <= parties and any(
            t.lower_ in _PRONOUNS and t.dep_.startswith("nsubj") for t in sentence.tokens
        )
    if not sentence.words.isdisjoint(_PRONOUNS) or _is_ours(wanted, context):
        return True
    words = _word_tokens(description.words, sentence, context)
    return known in context.just_before() and _is_specific(description, words)


def _is_specific(description: Description, words: Sequence[Token]) -> bool:
    """Whether one of the words that stand there ends a phrase as long as a name, said with
    capitals."""
    return any(
        all(token.text[:1].isupper() for token in last_words(word, 3))
        for word in phrase_ends(description, words, 3)
    )


def _is_ours(wanted: set[str], context: Context) -> bool:
    return bool(wanted.intersection(context.ours))

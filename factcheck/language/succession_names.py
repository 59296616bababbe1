"""Who came after whom, by two names and the words between them: "X succeeded Y", "his predecessor,
Y", "X led it until Y took over from him".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from factcheck.language.memory import Context
from factcheck.language.post_words import is_person, masked
from factcheck.language.sentences import Sentence
from factcheck.language.strange_names import strangers_in
from factcheck.language.succession_words import (
    ASIDE,
    AWAY,
    FROM_HIM,
    GOING,
    GONE,
    IN_HIS_PLACE,
    IN_OFFICE,
    IN_PLACE,
    OF_IT,
    THERE,
    WHEN,
    patterns,
)
from factcheck.records import Mention

#: how far one name may be from the other
FARTHEST = 110
_PRONOUNS = ("he", "she", "his", "her")
_OWN = ("his", "her")


@dataclass(frozen=True, slots=True)
class Following:
    """One who came after another; `one` and `other` are the two as they stand in the text."""

    later: Mention
    earlier: Mention
    one: Mention
    other: Mention
    #: where the word for it stands
    at: int

    @property
    def is_turned(self) -> bool:
        """Whether the earlier one is spoken of: "Y was succeeded by X"."""
        return self.earlier == self.one


def followings(sentence: Sentence, context: Context) -> Iterator[Following]:
    """Each pair of names of which one came after the other; one of them may be unknown."""
    people = [m for m in sentence.mentions if is_person(m.entities, context)]
    yield from _of_one_before(people, sentence, context)
    said = (*people, *referred_to(sentence, context), *_speaking(sentence, context))
    if not said:
        return
    strange = [m for m in strangers_in(sentence) if " " in m.text]
    for one in (*said, *strange):
        for other in (*people, *strange):
            is_near = one.end <= other.start < one.end + FARTHEST
            if is_near and (one.entities or other.entities):
                yield from _following(one, other, sentence, context)


def _of_one_before(
    people: Sequence[Mention], sentence: Sentence, context: Context
) -> Iterator[Following]:
    """ "X quit in May. Y succeeded him in June": the only person that the sentence before named."""
    before = _alone_before(context)
    if not before or not people:
        return
    later = people[0]
    first = sentence.span(later.start, later.end).start
    if any(token.pos_ in ("VERB", "AUX", "PRON") for token in sentence.doc[:first]):
        return
    rest = sentence.quote(later.end, min(later.end + 60, sentence.start + len(sentence.raw)))
    found = FROM_HIM.match(rest)
    if found is None and context.recent_lemmas(1) & GOING:
        found = IN_HIS_PLACE.match(rest)
    if found is not None and before[0] not in later.entities:
        start, end = (later.end + place for place in found.span("him"))
        him = Mention(start, end, found["him"], before)
        yield Following(later, him, him, later, later.end + found.start("verb"))


def _alone_before(context: Context) -> tuple[str, ...]:
    """The only person that the sentence before named, by name; none where others may be meant."""
    before = [n for n in context.just_before() if is_person((n,), context)]
    if len(before) != 1 or context.recent_lemmas(1) & {"he", "she", "his", "her", "him"}:
        return ()
    return tuple(before)


def _speaking(sentence: Sentence, context: Context) -> Iterator[Mention]:
    """ "I succeeded X": whoever speaks, where that is known."""
    speaker = context.speaker_entity
    for token in sentence.tokens if speaker and "i" in sentence.words else ():
        if token.text == "I" and speaker:
            start = sentence.start + token.idx
            yield Mention(start, start + 1, "I", (speaker,))


def referred_to(sentence: Sentence, context: Context) -> Iterator[Mention]:
    """ "Her successor, X", "In 2014 he succeeded X": the only person that the sentence before
    named."""
    before = _alone_before(context)
    if not before:
        return
    token = next((t for t in sentence.doc if t.pos_ in ("PRON", "NOUN", "PROPN", "VERB")), None)
    if token is not None and token.lower_ in _PRONOUNS:
        start = sentence.start + token.idx
        yield Mention(start, start + len(token), token.text, before)


def _following(
    one: Mention, other: Mention, sentence: Sentence, context: Context
) -> Iterator[Following]:
    text = masked(sentence, one.end, other.start, context)
    before = sentence.quote(max(one.start - 40, sentence.start), one.start)
    if sentence.quote(other.end, other.end + 2) in ("'s", "’s"):
        return  # "took over from X's friend"
    if _is_elsewhere(other, sentence, context):
        return
    for number, (pattern, first_is_later) in enumerate(patterns()):
        found = pattern.fullmatch(text)
        if found is None:
            continue
        closed = sentence.quote(other.end, other.end + 1)[:1] in (",", ".", ";", "")
        if one.text.lower() in _OWN and not closed and "," in text:
            return  # "His successor, X said, …"
        at = one.end
        if number == len(patterns()) - 1:  # "the successor of Y as … was X"
            led = re.search(r"\bsuccessor\s+(?:of|to)\s+(?:[A-Z][\w.]*\s+)*$", before)
            if led is None:
                continue
            at = one.start - len(before) + led.start() - 1
        else:
            at += found.start("verb")
        verb = found.groupdict().get("verb") or ""
        if one.text == "I" and verb.startswith("follow"):
            return  # "I followed X to Rome, where we had dinner"
        if verb.startswith("reliev") and OF_IT.match(sentence.quote(other.end, other.end + 6)):
            return
        if text.startswith(",") and ASIDE.search(sentence.quote(sentence.start, one.start)):
            continue
        later, earlier = (one, other) if first_is_later else (other, one)
        yield Following(later, earlier, one, other, at)
        return
    rest = sentence.quote(other.end, other.end + 60)
    behind = FROM_HIM.match(rest) if WHEN.fullmatch(text) or GONE.fullmatch(text) else None
    behind = behind or (IN_HIS_PLACE.match(rest) if GONE.fullmatch(text) else None)
    if behind:
        yield Following(other, one, one, other, other.end + behind.start("verb"))


def _held_by(person: Mention, context: Context) -> set[str]:
    """The words of the names of all that somebody led."""
    facts = [f for name in person.entities for f in context.names.relations(name, None)]
    return {word for fact in facts for word in (*fact.subject.split(), *fact.value.split())}


def _is_elsewhere(person: Mention, sentence: Sentence, context: Context) -> bool:
    """Whether what follows a name speaks of a way, or of no office that is known: "to the door",
    "on the board"."""
    end = person.end
    last = min(end + FARTHEST, sentence.start + len(sentence.raw))
    text = masked(sentence, end, last, context)
    if AWAY.match(text):
        return True
    there = IN_PLACE.match(text)
    if there is not None and not any(v.start - end == there.end() for v in sentence.values):
        return text[there.end() :].split()[0].strip(",.;") not in _held_by(person, context)
    there = THERE.match(text)
    if there is None or IN_OFFICE.match(text, there.end()):
        return False
    return not any(there.start() < v.start - end <= there.end() for v in sentence.values)

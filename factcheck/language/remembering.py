"""What of a sentence is kept for those behind it."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.language.making import Answered
from factcheck.language.memory import Context, is_of_stranger, is_short
from factcheck.language.sentences import Sentence
from factcheck.language.subjects import Subject


def remember(
    sentence: Sentence,
    subjects: Sequence[Subject],
    events: Sequence[Answered],
    context: Context,
) -> None:
    """Keep what was spoken of; of a deal that is known by its day, which one it was, before the
    series that it is of."""
    members = [e.question.subject for e in events if any("signed in " in why for why in e.why)]
    nouns = [s for s in subjects if s.how == "referred" and s.is_noun()]
    named = [s for s in subjects if s.how not in ("referred", "implied")]
    spoken = [*members, *(s.name for s in (*nouns, *named))]
    properties = dict.fromkeys(each for hit in sentence.hits for each in hit.properties)
    short = is_short(sentence.raw)
    is_name = short and not any(t.pos_ in ("VERB", "AUX") for t in sentence.tokens)
    names = tuple(dict.fromkeys(spoken))
    context.remember(names, sentence.lemmas, tuple(properties), short, is_name)
    context.of_stranger = is_of_stranger(sentence.raw, context.names)

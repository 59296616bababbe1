"""Members of a series told by a number alone, or named right before: "X signed the tenth and Y the
eleventh", "… the 12th agreement. The deal runs until 2030".
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from factcheck.language.hinted import APPROVING
from factcheck.language.memory import Context
from factcheck.language.modifiers import AGREEING
from factcheck.language.sentences import Sentence
from factcheck.language.strangers import is_unknown, scope_of

if TYPE_CHECKING:
    from spacy.tokens import Token


#: from here on a number tells which series is meant
HIGH = 3


def just_named(series: str, sentence: Sentence, context: Context) -> tuple[str, ...]:
    """The one member of a series that the sentence before named: "the deal" is that one, if
    nothing strange stands beside it."""
    scope = scope_of(series, context)
    if any(is_unknown(token, scope, sentence) for token in sentence.tokens):
        return ()
    found = [
        name
        for name in context.just_before()
        if (entity := context.names.entity(name)) and series in entity.part_of
    ]
    return tuple(found) if len(found) == 1 else ()


#: verbs by which a text tells that something has come about just now
_MAKING = AGREEING | APPROVING | {"initial"}
#: how long before the day of asking
_JUST = timedelta(days=45)
#: a parliament takes longer
_APPROVED = timedelta(days=180)


def just_made(series: str, token: Token, context: Context) -> tuple[str, ...]:
    """The one member that has been signed or agreed in these weeks, where the text speaks of that:
    "the deal, reached on Sunday, covers six years"."""
    day = context.asked_on
    lemmas = context.recent_lemmas() | {t.lemma_.lower() for t in token.doc}
    if day is None or lemmas.isdisjoint(_MAKING) or lemmas & {"i", "me"}:
        return ()
    since = day - (_JUST if lemmas.isdisjoint(APPROVING) else _APPROVED)
    found = context.names.pick(series, "signed_in", f"{since}/{day}", day)
    return tuple(one.name for one in found) if len(found) == 1 else ()


def numbered_series(sentence: Sentence, context: Context) -> tuple[str, ...]:
    """The series of the first member that the sentence names by its number."""
    for mention in sentence.mentions:
        for value in sentence.values:
            if value.kind == "ordinal" and mention.start <= value.start < mention.end:
                entities = [e for name in mention.entities if (e := context.names.entity(name))]
                found = {s for e in entities for s in e.part_of if context.names.members(s)}
                return tuple(found) if len(found) == 1 else ()
    return _named_alone(sentence, context) or _named_before(sentence, context)


def _named_before(sentence: Sentence, context: Context) -> tuple[str, ...]:
    """The series of the member that the sentence before named: "Because the tenth had run out"."""
    high = [v for v in sentence.values if v.kind == "ordinal" and int(str(v.value)) >= HIGH]
    before = [e for name in context.just_before() if (e := context.names.entity(name))]
    found = {s for e in before for s in e.part_of if context.names.members(s)}
    is_followed = any(sentence.quote(v.end, v.end + 4).strip().startswith("of") for v in high)
    return tuple(found) if high and len(found) == 1 and not is_followed else ()


def _named_alone(sentence: Sentence, context: Context) -> tuple[str, ...]:
    """The only series that a sentence names, where a number stands beside it: "signed a Larkham
    Accord, the twelfth", "Of the twelve accords, the tenth was short"."""
    high = [v for v in sentence.values if v.kind == "ordinal" and int(str(v.value)) >= HIGH]
    named = {n for m in sentence.mentions for n in m.entities if context.names.members(n)}
    if len(named) != 1 or not high:
        return ()
    before = [t.lower_ for t in sentence.span(high[0].start, high[0].end).doc]
    place = sentence.span(high[0].start, high[0].end).start
    lead = before[place - 2] if place > 1 else ","
    return tuple(named) if lead in (",", "and", "as", "—", "–") else ()


def is_number_alone(token: Token, sentence: Sentence) -> bool:
    """ "X signed the tenth agreement and Y the eleventh": a number for another of the series."""
    place = sentence.start + token.idx
    numbers = [v for v in sentence.values if v.kind == "ordinal" and v.start <= place < v.end]
    if not numbers or not token.i or token.nbor(-1).lower_ != "the":
        return False
    following = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else None
    return following is None or following.pos_ in (
        "PUNCT", "CCONJ", "ADP", "VERB", "AUX", "NUM"
    )  # fmt: skip

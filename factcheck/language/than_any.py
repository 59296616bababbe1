"""More or less than any other: "X hosts more soldiers than any other country".

As the largest or smallest of all that are known of its sort; nothing where the others are only
some ("than any other country in the region").
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from factcheck.language.making import Answered
from factcheck.language.memory import Context
from factcheck.language.publishing import is_of_source
from factcheck.language.sentences import Sentence
from factcheck.language.shares import as_shares
from factcheck.language.sorts import sort_nouns
from factcheck.language.subjects import Subject
from factcheck.language.superlatives import of_all
from factcheck.language.times import is_time, period_of
from factcheck.language.trees import clause_of
from factcheck.language.two_subjects import compared, end_of, is_for_another, side_before
from factcheck.measures.periods import Period

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_SAID = {
    "more": "largest", "larger": "largest", "bigger": "largest", "greater": "largest",
    "higher": "largest", "less": "smallest", "fewer": "smallest", "smaller": "smallest",
    "lower": "smallest",
}  # fmt: skip
_REACH = 14
#: words behind "any other" that leave nobody out
_ALL = frozenset(
    ("foreign", "country", "nation", "state", "host", "place", "one", "in", "the", "of", "world",
     "on", "earth", "abroad", "overseas", "single")
)  # fmt: skip
_MEMBERS = frozenset(("ally", "member", "alliance"))
_BODIES = ("organisation", "organization", "alliance", "club", "union")
_ENDS = frozenset(
    (",", ".", ";", ":", "!", ")", "–", "—", "and", "but", "which", "who", "does", "do")
)


def find_than_any(
    sentence: Sentence, subjects: Sequence[Subject], context: Context
) -> Iterator[Answered]:
    """Answers that say of a subject that its figure exceeds all others."""
    if not {"any", "than", "other"} <= sentence.words:
        return
    for token in sentence.tokens:
        said = _SAID.get(token.lower_)
        than = _than(token) if said else None
        if said is None or than is None or _is_of_then(token, sentence, context):
            continue
        text = sentence.doc[: end_of(than)].text
        for each in as_shares(compared(token, than, sentence), text, context):
            subject = side_before(each, than, subjects, context)
            if subject is None or is_for_another(token, than, subject, sentence, context):
                continue
            if _is_of_all(than, subject, sentence, context):
                yield of_all(token, than.nbor(2), said, each, subject, sentence, context)
                break


def _is_of_then(token: Token, sentence: Sentence, context: Context) -> bool:
    """Whether a time is said in the clause of a word that is not this year or today."""
    day, clause = context.asked_on, clause_of(token)
    now = Period(day, day) if day else None
    own = [v for v in sentence.values if is_time(v) and clause_of(sentence.token(v)) == clause]
    times = [period_of(v) for v in own if not is_of_source(v, sentence)]
    return any(time is None or now is None or not time.contains(now) for time in times)


def _than(token: Token) -> Token | None:
    """The "than" of "than any other", "than in any other"."""
    for other in token.doc[token.i + 1 : token.i + _REACH]:
        if other.lower_ == "than":
            rest = [t.lower_ for t in other.doc[other.i + 1 : other.i + 4] if t.lower_ != "in"]
            return other if rest[:2] == ["any", "other"] else None
    return None


def _is_of_all(than: Token, subject: Subject, sentence: Sentence, context: Context) -> bool:
    """Whether nobody is left out: "any other country", but not "any other country in the south";
    "any other member of the club" of a member."""
    own = context.names.properties_of(subject.name)
    is_member = any("member" in name.split("_") for name in own)
    bodies = [m for m in sentence.mentions if any(_is_body(n, context) for n in m.entities)]
    spans = [sentence.span(m.start, m.end) for m in bodies if is_member]
    named = {i for span in spans for i in range(span.start, span.end)}
    known = _ALL | _MEMBERS if is_member else _ALL
    abroad = [t.i for t in than.doc[than.i :] if t.lower_ == "outside"]
    named |= {i for m in sentence.mentions for i in _behind(abroad, sentence.span(m.start, m.end))}
    known |= {"outside", "this", "these", *sort_nouns(subject.name, context.names)}
    for token in than.doc[than.i + 1 :]:
        if token.lower_ in _ENDS:
            return True
        is_known = token.lower_ in ("any", "other") or token.lemma_.lower() in known
        if not is_known and token.i not in named:
            return False
    return True


def _behind(places: Sequence[int], name: Span) -> range:
    """The words of a name right behind one of some places: "outside the US"."""
    near = any(0 < name.start - place < 3 for place in places)
    return range(name.start, name.end if near else name.start)


def _is_body(name: str, context: Context) -> bool:
    entity = context.names.entity(name)
    return entity is not None and entity.type in _BODIES

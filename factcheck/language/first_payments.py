"""When somebody began to pay: "they started paying when I came in", "nobody made them pay before
me", "I was the first who got them to pay", "for the first time ever they paid, under Holt"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from factcheck.language.making import Answered
from factcheck.language.memory import Context
from factcheck.language.payers import PAYING, beginning_of, payer
from factcheck.language.sentences import Sentence, forms
from factcheck.language.times import is_time
from factcheck.language.unreal import is_done
from factcheck.measures.values import Value
from factcheck.records import Fact, Question

if TYPE_CHECKING:
    from spacy.tokens import Token

_BEGINNING = frozenset(("begin", "start", "commence"))
_NOBODY = frozenset(("nobody", "none"))
_GOT = frozenset(("make", "get", "ask", "have", "force", "charge", "tell"))
_ROLES = ("during", "since", "holder")


def find_first_payments(
    sentence: Sentence, context: Context, answers: Sequence[Answered]
) -> Iterator[Answered]:
    """Answers about when a yearly payment began."""
    if any(a.kind == "start_date" and a.certain for a in answers):
        return
    for hit in sentence.hits:
        verb = sentence.doc[hit.start]
        if hit.form != "verb" or PAYING.isdisjoint(forms(verb)):
            continue
        said = _said(verb, sentence, context)
        able = [each for each in hit.properties if each.type == "amount" and each.per == "year"]
        meant = payer(verb, able, sentence, context) if said is not None else None
        if said is None or meant is None:
            continue
        name = meant[1].name
        began = beginning_of(name, context)
        if began is not None:
            why = (f"began: {began} by {verb.text!r}", f"subject: {name}, {meant[1].how}")
            value, facts = said
            asked = Question(name, began, None, context.asked_on)
            doing = verb.head if _GOT.intersection(forms(verb.head)) else verb
            at = (sentence.start + doing.idx, sentence.start + doing.idx + len(doing))
            yield Answered(
                value.start, value.end, asked, "start_date", value, why, facts, at, negated=False
            )
        return


def _said(
    verb: Token, sentence: Sentence, context: Context
) -> tuple[Value, tuple[Fact, ...]] | None:
    above = verb.head
    is_first = "first" in sentence.words and sentence.words & {"time", "times"}
    if (_BEGINNING & {*forms(above)} and is_done(above)) or (is_first and is_done(verb)):
        return _time(verb, sentence)
    if _GOT.isdisjoint(forms(above)):
        return None
    first = _first(above)
    agents = [c for c in above.children if c.dep_ == "nsubj"]
    if first is not None:
        whose = [c for c in first.head.children if c.dep_ == "nsubj"]
        return _since(first, first, _terms(whose, sentence, context), sentence)
    nobody = next((c for c in agents if c.lower_ in _NOBODY), None)
    if nobody is None:
        return None
    told = (c for c in above.subtree if c.dep_ in ("obl", "advcl", "nmod"))
    before = [c for c in told if any(m.lower_ in ("before", "until", "till") for m in c.children)]
    acting = [c for one in before for c in one.children if c.dep_ == "nsubj"] or before
    return _since(nobody, verb, _terms(acting, sentence, context), sentence)


def _time(verb: Token, sentence: Sentence) -> tuple[Value, tuple[Fact, ...]] | None:
    """The term of office or the date by which it is said when, if there is one only."""
    terms = [term for term in sentence.terms if term.role in _ROLES and term.facts]
    dates = [value for value in sentence.values if is_time(value)]
    if len(terms) == 1 and not dates:
        (term,) = terms
        return _period(term.start, term.end, term.facts, sentence)
    return None


def _first(above: Token) -> Token | None:
    """ "the first who made them pay", "the first president to get them to pay": "first"."""
    if above.dep_ not in ("acl", "acl:relcl"):
        return None
    noun = above.head
    if not any(c.dep_ == "cop" and c.tag_ in ("VBD", "VBP", "VBZ") for c in noun.children):
        return None  # "I'll be the first", "I want to be"
    return next((t for t in (noun, *noun.children) if t.lower_ == "first"), None)


def _terms(words: Sequence[Token], sentence: Sentence, context: Context) -> tuple[Fact, ...]:
    """The terms of office of the one whom the words name, or of the speaker."""
    for word in words:
        names: Sequence[str] = ()
        if word.lower_ in ("i", "me") and context.speaker_entity:
            names = (context.speaker_entity,)
        else:
            own = [m for m in sentence.mentions if sentence.token(m).i == word.i]
            names = [name for mention in own for name in mention.entities]
        for name in names:
            if terms := tuple(context.names.terms(name)):
                return terms
    return ()


def _since(
    first: Token, last: Token, terms: tuple[Fact, ...], sentence: Sentence
) -> tuple[Value, tuple[Fact, ...]] | None:
    start = sentence.start + first.idx
    end = sentence.start + last.idx + len(last)
    return _period(start, end, terms[:1], sentence, "..") if terms else None


def _period(
    start: int, end: int, terms: tuple[Fact, ...], sentence: Sentence, until: str | None = None
) -> tuple[Value, tuple[Fact, ...]] | None:
    first, last = terms[0].valid.first, terms[-1].valid.last
    if first is None:
        return None
    ends = until or (last.isoformat() if last else "..")
    text = sentence.quote(start, end)
    return Value(start, end, text, "period", f"{first.isoformat()}/{ends}"), terms

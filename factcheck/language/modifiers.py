"""What tells the members of a series apart: numbers, dates, "new", "first", "signed last year"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta
from itertools import takewhile
from typing import TYPE_CHECKING

from factcheck.language.memory import Context
from factcheck.language.sentences import Sentence, forms
from factcheck.language.times import is_time, period_of
from factcheck.language.trees import clause_of
from factcheck.language.words import word_set
from factcheck.measures.values import Value

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_ADJECTIVES = {
    "first": "first", "original": "first", "inaugural": "first", "latest": "latest",
    "newest": "latest", "recent": "latest", "last": "latest", "new": "latest",
    "current": "current", "existing": "current", "present": "current",
    "previous": "previous", "preceding": "previous", "earlier": "previous",
}  # fmt: skip
_ANY = frozenset(("a", "an", "another"))
#: how old what news speak of as "a deal" may be, and how far back "on Friday" or "in May" reach
_NEW, _DAYS_AGO = timedelta(days=400), timedelta(days=100)
#: verbs by which two sides come to an agreement
AGREEING = frozenset(("sign", "reach", "conclude", "strike", "agree", "ink"))
_BESIDE = re.compile(
    r"(?P<lead>(?:\s+(?:signed|reached|concluded|struck|agreed)\s[^,;.]{3,40}?)?\s*,\s+the\s+)\w",
    re.IGNORECASE,
)
_KIND = ("of its kind", "of their kind", "such ", "in the series", "of the series")
_RELATIVE = {"predecessor": "previous", "successor": "next"}


def left_edge(token: Token) -> Token:
    """The first word of the noun phrase that ends with `token`, by the kinds of its words."""
    left = token
    for other in reversed(list(token.doc[max(token.i - 6, 0) : token.i])):
        if other.pos_ in ("ADJ", "NUM", "NOUN", "PROPN", "DET", "PRON", "PUNCT", "ADV", "X") and (
            other.text not in (",", ";", ":", "(", ")", '"', "—", "–", "--")
        ):
            left = other
        else:
            break
        if other.lower_ in ("the", "a", "an"):
            break  # not "the first year the deal"
    return left


def picks(
    token: Token, lemma: str, series: tuple[str, ...], sentence: Sentence, context: Context
) -> Iterator[tuple[str, str | None, tuple[str, ...]]]:
    """(how, value, the one member meant) for each modifier that picks exactly one."""
    for how, value in _modifiers(token, lemma, sentence, context):
        for name in series:
            found = context.names.pick(name, how, value, context.asked_on)
            if len(found) == 1:
                yield how, value, (found[0].name,)


def _modifiers(
    token: Token, lemma: str, sentence: Sentence, context: Context
) -> Iterator[tuple[str, str | None]]:
    start = sentence.start + left_edge(token).idx
    end = sentence.start + token.idx + len(token)
    inside = [v for v in sentence.values if start <= v.start and v.end <= end]
    for value in (*inside, *beside(token, sentence)):
        if value.kind == "ordinal":
            yield "ordinal", str(value.value)
    yield from _by_words(token, lemma, sentence, context)
    is_news = _is_news(token, sentence, context)
    if is_news:
        yield "lately", None
    for value in inside:
        if value.kind == "date" and value.value:
            yield "signed_in", str(value.value)
        elif value.kind == "period" and value.value:
            yield "covering", str(value.value)
        elif value.kind == "duration" and value.value and not is_news:
            yield "lasting", str(value.value)
    after = _signed_after(token, sentence) or _of_date(token, sentence)
    after = after or _signed_on(token, sentence)
    if after is not None:
        yield "signed_in", str(after.value)


def _is_news(token: Token, sentence: Sentence, context: Context) -> bool:
    """ "signed a one-year deal on Friday": one that is new, whatever is said of it."""
    asked_on = context.asked_on
    if asked_on is None or sentence.terms or not any(c.lower_ in _ANY for c in token.children):
        return False
    times = [period for v in sentence.values if is_time(v) and (period := period_of(v))]
    spans = [(t.first, t.last) for t in times if t.first is not None and t.last is not None]
    if any(asked_on - first > _NEW for first, _ in spans):
        return False
    return any(
        abs(asked_on - first) < _DAYS_AGO and last - first < _DAYS_AGO for first, last in spans
    )


def beside(token: Token, sentence: Sentence) -> list[Value]:
    """The number in "the new agreement, the twelfth of its kind, …"."""
    end = sentence.start + token.idx + len(token)
    rest = sentence.quote(end, sentence.start + len(sentence.raw))
    found = _BESIDE.match(rest)
    return [
        v
        for v in sentence.values
        if found and v.kind == "ordinal" and v.start == end + found.end("lead")
        and rest[v.end - end :].lstrip().lower().startswith(_KIND)
    ]  # fmt: skip


def _by_words(
    token: Token, lemma: str, sentence: Sentence, context: Context
) -> Iterator[tuple[str, str | None]]:
    if lemma in _RELATIVE:
        for name in context.recent():
            yield _RELATIVE[lemma], name
        return
    left = token.doc[left_edge(token).i : token.i + 1]
    for word in left:
        if word.lower_ == "last" and _has_run_out(token):
            continue
        if word.lower_ in _ADJECTIVES:
            how = _ADJECTIVES[word.lower_]
            yield how, (next(context.recent(), None) if how == "previous" else None)


def _has_run_out(noun: Token) -> bool:
    """ "the last deal, which ran for five years, expired": the one before the latest."""
    verbs = [noun.head, *(c for c in noun.children if c.dep_ == "acl:relcl")]
    ends = word_set("events", "run_out.verbs")
    return any(v.tag_ == "VBD" and ends.intersection(forms(v)) for v in verbs)


def _signed_after(token: Token, sentence: Sentence) -> Value | None:
    """The date in "the one signed last year", "the agreement that the two reached in 2019"."""
    following = _telling_signed(token)
    if following is None:
        return None
    start = sentence.start + following.start_char
    end = sentence.start + following.end_char
    return next(
        (
            v
            for v in sentence.values
            if v.kind == "date" and v.value and start <= v.start and v.end <= end
        ),
        None,
    )


def _telling_signed(token: Token) -> Span | None:
    """The words after the noun in which a date may say when it was signed."""
    after = token.doc[token.i + 1 : token.i + 7]
    if after and after[0].tag_ in ("VBN", "VBD") and after[0].lemma_.lower() in AGREEING:
        return after
    for verb in token.doc[token.i + 1 : token.i + 18]:
        if verb.text in (";", ":"):
            return None
        if verb.pos_ == "VERB":
            is_linked = token.i in (verb.head.i, verb.head.head.i) and verb.dep_ == "acl:relcl"
            is_linked = is_linked or token.nbor(1).lower_ in ("that", "which")
            is_signing = verb.lemma_.lower() in AGREEING
            return token.doc[verb.i : verb.i + 7] if is_linked and is_signing else None
    return None


def _of_date(token: Token, sentence: Sentence) -> Value | None:
    """The date in "the agreement of 2016", right after the noun; or after with whom it is, "the
    deal with X, the one from 2016"."""
    following = [t for t in token.doc[token.i + 1 : token.i + 12] if t.pos_ != "SPACE"]
    if following and following[0].lower_ == "with":
        names = takewhile(lambda t: t.pos_ in ("DET", "PROPN"), following[1:])
        following = following[1 + len(list(names)) :]
    if len(following) < 2 or following[0].lower_ not in ("of", "from"):
        return None
    start = sentence.start + following[1].idx
    dates = (v for v in sentence.values if v.kind == "date" and v.value and v.start == start)
    return next(dates, None)


def _signed_on(token: Token, sentence: Sentence) -> Value | None:
    """The date in "signed a new agreement on Friday", "the pact was signed in January"."""
    verb = token.head
    is_acted_on = token.dep_ in ("obj", "nsubj:pass") and verb.pos_ == "VERB"
    if not is_acted_on or verb.lemma_.lower() not in AGREEING:
        return None
    dates = [v for v in sentence.values if v.kind == "date" and v.value]
    own = [v for v in dates if clause_of(sentence.token(v)).i == verb.i]
    return own[0] if len(own) == 1 else None

"""The time that a figure speaks of: "in 2014", "last year", "under X", the tense of the verb."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from factcheck.language.publishing import is_day_of_saying, is_of_source
from factcheck.language.sentences import Sentence, Term
from factcheck.language.terms import time_of
from factcheck.language.trees import clause_of, distance, is_led
from factcheck.measures.periods import Period
from factcheck.measures.values import Value

if TYPE_CHECKING:
    from spacy.tokens import Token

#: prepositions that make a date the base of a comparison, not the time of the figure
_BASE = frozenset(("than", "over", "against", "compared", "versus", "vs", "above", "below"))
#: words after which "from 2013" is what a figure has come up or down from
_MOVED = frozenset(
    ("up", "down", "rise", "rose", "increase", "increased", "jump", "fell", "fall", "drop", "cut",
     "percent", "%", "won", "dollars", "yen", "euros", "more", "less")
)  # fmt: skip
#: a whole day as values and facts have it
DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_FAR = 7.0
#: how many words a clause behind "than" has before its date
_CLAUSE = 8
#: words for the time of speaking
NOW = frozenset(("today", "now", "currently", "nowadays", "at present"))


def is_time(value: Value) -> bool:
    """Whether a value is a stretch of days."""
    return value.kind in ("date", "period") and value.value is not None


def period_of(value: Value) -> Period | None:
    """The days of a date or period; None for what is no calendar time (a fiscal year)."""
    if isinstance(value.value, str) and value.value.startswith("FY"):
        return Period.parse(value.value[2:6])  # the fiscal years that overlap it answer
    if isinstance(value.value, str):
        try:
            return Period.parse(value.value)
        except ValueError:
            pass
    if isinstance(value.low, str) and isinstance(value.high, str):
        return Period(Period.parse(value.low).first, Period.parse(value.high).last)
    return None


def base_of(sentence: Sentence, value: Value) -> bool:
    """Whether a date is what something is compared with ("up from 2013")."""
    span = sentence.span(value.start, value.end)
    if span.start == 0:
        return False
    before = span.doc[span.start - 1].lower_
    if span[0].lower_ in ("from", "since"):  # the reader takes it in: "from 2021" goes on
        before = span[0].lower_
    if before == "on":  # "a jump on 2020"; "on 4 November" is a day
        return value.kind == "date" and len(str(value.value)) == 4
    for other in reversed(list(span.doc[max(span.start - 4, 0) : span.start])):
        before = other.lower_
        if before in ("with", "to") and other.i and other.nbor(-1).lower_ == "compared":
            return True
        if before == "over" and other.i and other.nbor(-1).pos_ == "VERB":
            return False  # "took over in October"
        if before not in ("in", "of", "that", "those", "the", "for"):
            break
    if before == "from":
        return any(t.lower_ in _MOVED for t in span.doc[max(span.start - 5, 0) : span.start])
    return before in _BASE or _is_behind_than(span.root)


def _is_behind_than(date: Token) -> bool:
    """ "8.9 percent less than X had paid in 2004", "as big as it was in 1990"."""
    before = date.doc[max(date.i - _CLAUSE, 0) : date.i]
    than = next((t for t in reversed(before) if t.lower_ == "than" or _is_second_as(t)), None)
    between = () if than is None else date.doc[than.i + 1 : date.i]
    acts = any(t.dep_.startswith("nsubj") for t in between)
    does = any(t.pos_ in ("VERB", "AUX") for t in between)
    return acts and does and not any(t.pos_ in ("NUM", "PUNCT") for t in between)


def _is_second_as(word: Token) -> bool:
    """The second "as" of "as big as"."""
    first = word.doc[max(word.i - 2, 0)]
    return word.lower_ == "as" and first.lower_ == "as" and first.i == word.i - 2


def time_for(
    sentence: Sentence,
    token: Token,
    wording: Token,
    free: Sequence[Value],
    figures: Sequence[Value],
) -> tuple[Value | Term | None, Period | None]:
    """The date, period or term that says when, for the figure that hangs by `token` and whose
    property is spoken of by `wording`.

    `free`: the dates that are not themselves the answer of an event; `figures`: all figures
    of the figure's kind, for sentences that set them in pairs ("920 in 2014 and 932 in 2015").
    """
    dates = [v for v in free if not base_of(sentence, v) and not is_of_source(v, sentence)]
    dates = [v for v in dates if not is_day_of_saying(v, sentence)] or dates
    dates = [v for v in dates if not of_another(v, wording, sentence)]
    dates = [v for v in dates if not _is_of_base(v, token, figures, sentence)]
    told = _told_of(token, sentence)
    if told is not None:
        return told, period_of(told)
    paired = _paired(token, dates, figures, sentence)
    if paired is not None:
        return paired, period_of(paired)
    candidates: list[tuple[float, Value | Term]] = []
    for value in dates:
        date = sentence.token(value)
        away = min(distance(date, token), distance(date, wording) + 1.0)
        if 0 < sentence.span(value.start, value.end).start - token.i < 4:
            away = min(away, 0.5)
        if value.start == sentence.start or _is_fronted(date, token):
            away = min(away, 3.0)
        candidates.append((away, value))
    for term in sentence.terms:
        if term.role == "during":
            candidates.append((distance(sentence.token(term), token) + 1, term))
    near = [(away, found) for away, found in candidates if away <= _FAR]
    if not near:
        is_change = bool(figures) and figures[0].kind == "percentage"
        return _year_after_base(sentence, free) if is_change else (None, None)
    found = min(near, key=lambda pair: pair[0])[1]
    if isinstance(found, Term):
        return found, time_of(found)
    return found, period_of(found)


def _is_of_base(date: Value, token: Token, figures: Sequence[Value], sentence: Sentence) -> bool:
    """ "rose to 411, up from 202 in 2019": the date of the figure before it, not of `token`."""
    place = sentence.span(date.start, date.end).start
    for figure in figures:
        span = sentence.span(figure.start, figure.end)
        before = [t.lower_ for t in sentence.doc[max(span.start - 2, 0) : span.start]]
        if 0 <= place - span.end < 3 and {"from", "than"} & set(before):
            return sentence.token(figure).i != token.i
    return False


def _told_of(token: Token, sentence: Sentence) -> Value | None:
    """The date in "the year before, when it had been frozen at …"."""
    head = clause_of(token)
    is_told = any(c.lower_ == "when" for c in head.children) and head.head.i != head.i
    last = None
    for value in sentence.values:
        if not is_time(value):
            continue
        span = sentence.span(value.start, value.end)
        if is_told and span.start <= head.head.i < span.end:
            return value
        if span.end <= token.i:
            last = value
    if last is None:
        return None
    # whatever the tree says
    end = sentence.span(last.start, last.end).end
    opens = [t.lower_ for t in sentence.doc[end : end + 2]]
    is_near = not any(t.text in ";:" for t in sentence.doc[end : token.i])
    return last if is_near and "when" in opens[: 2 if opens[:1] == [","] else 1] else None


def of_another(value: Value, word: Token, sentence: Sentence) -> bool:
    """ "after the 1998 flood", "the treaty of 1953": the date names another thing than `word`."""
    root = sentence.span(value.start, value.end).root
    if root.dep_ == "nummod" and is_led(root):
        return False
    taken = root.dep_ == "nummod" and root.head.i == root.i + 1  # for a verb: "the 2018 changes"
    if root.head.i == word.i or (root.head.pos_ not in ("NOUN", "PROPN") and not taken):
        return False
    if not re.fullmatch(r"[\d/–-]+", value.text):
        return False
    if root.dep_ == "nmod":
        of = any(c.lower_ == "of" and c.dep_ == "case" for c in root.children)
        return of and not root.head.text[:1].isupper()
    before = root.dep_ in ("nummod", "compound", "amod", "nmod:poss", "nmod:unmarked")
    follows = root.doc[root.i + 1].pos_ if root.i + 1 < len(root.doc) else ""
    return before and root.head.i > root.i and follows not in ("NUM", "DET")  # "in 2014 three …"


def _year_after_base(
    sentence: Sentence, free: Sequence[Value]
) -> tuple[Value | None, Period | None]:
    """ "a jump on 2020" is of 2021: where only the base of a change is dated."""
    bases = [v for v in free if base_of(sentence, v) and re.fullmatch(r"[12]\d{3}", str(v.value))]
    if len(bases) != 1 or not any(v.kind == "percentage" for v in sentence.values):
        return None, None
    return bases[0], Period.parse(f"{int(str(bases[0].value)) + 1:04}")


def _is_fronted(date: Token, token: Token) -> bool:
    """Whether a date opens the clause of `token` ("In 2026, Seoul is to pay …")."""
    head = clause_of(token)
    return date.i < head.i and clause_of(date).i == head.i


def _paired(
    token: Token, dates: Sequence[Value], figures: Sequence[Value], sentence: Sentence
) -> Value | None:
    """Figures and dates that alternate belong together two by two."""
    if len(dates) != len(figures) or len(dates) < 2:
        return None
    order = sorted([*dates, *figures], key=lambda v: v.start)
    kinds = [v in dates for v in order]
    if kinds != [kinds[0], not kinds[0]] * len(dates):
        return None
    for first, second in zip(order[::2], order[1::2], strict=True):
        pair = (first, second) if first in figures else (second, first)
        if sentence.token(pair[0]).i == token.i:
            return pair[1]
    return None

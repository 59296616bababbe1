"""Counts: so many rows fit what the statement says of them; "there were 3 games in may"."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from factcheck.language.sheets.changes import change_in
from factcheck.language.sheets.comparisons import columns_compared
from factcheck.language.sheets.conditions import conditions
from factcheck.language.sheets.counting import Counted, counted, is_piece_of_name
from factcheck.language.sheets.hedges import count_value, hedged
from factcheck.language.sheets.part import Part
from factcheck.language.sheets.statement import ROWS, Drafted, Statement, span
from factcheck.records import Condition, Question

#: what stands for the opposite
_DENIED = {
    "is": "is not", "more": "at most", "less": "at least", "at least": "less", "at most": "more",
}  # fmt: skip
#: who fails to reach nine has less
_REACHING = frozenset(("reach", "reached", "hit", "get", "got", "score", "scored"))


def read(statement: Statement) -> list[Drafted]:
    """The claim on how many rows fit; none where a word stays that nothing accounts for."""
    found = counted(statement)
    if found is None or statement.compares_otherwise(_BESIDE):
        return []
    if _counts_more(statement, found):
        return []
    if any(is_piece_of_name(part, statement) for part in statement.parts):
        return []
    lines = hedged(statement)
    own = set(range(found.start, found.end))
    told = [one for one in (change_in(statement), columns_compared(found.end, statement)) if one]
    used = own | lines | {at for one in told for at in one.used}
    degrees = {*statement.degrees_at("superlatives"), *statement.degrees_at("comparatives")}
    if degrees - (used - set(range(found.part.end, found.end))):
        return []
    used |= {at for at, word in enumerate(statement.words) if word in _ALIKE}
    where = (*filters(statement, found), *(one.condition(statement) for one in told))
    if not where or statement.unused({*used, *statement.denials}):
        return []
    question = Question(ROWS, "", aggregate="count", where=where)
    number = found.part.number or Decimal(0)
    value = count_value(statement.quote(found.part.start, found.part.end), number, found.hedge)
    return [Drafted(found.part.start, found.part.end, question, "count", value)]


def _counts_more(statement: Statement, found: Counted) -> bool:
    """ "three finals, two of which": more than one count; "the only ones with two"."""
    words = statement.words
    counts = [p for p in statement.parts if p.number is not None]
    of_them = [p for p in counts if is_of_them(p.end, words)]
    if len(counts) > 1 and of_them:
        return True
    return "only" in words and found.start - words.index("only") not in (-1, 0, 1)


def is_of_them(at: int, words: list[str]) -> bool:
    """Whether "of them" stands at a token; "of these 12 games" does not."""
    pronoun = words[at + 1 : at + 2]
    is_noun = pronoun in (["these"], ["those"]) and len(words) > at + 2
    return words[at : at + 1] == ["of"] and bool(pronoun) and pronoun[0] in _OF_THEM and not is_noun


_OF_THEM = frozenset(("which", "whom", "them", "they", "those", "these", "it"))
#: words of all or some that a count may have: "3 different", "4 each", "a total of 5"
_BESIDE = frozenset(("only", "total", "different", "each", "same", "all"))
#: behind "no", that draws a line
_MORE = frozenset(("less", "more", "fewer"))
#: what is said of rows that are alike
_ALIKE = frozenset(("tie", "tied", "ties", "full", "each", "far"))


def filters(statement: Statement, found: Counted) -> tuple[Condition, ...]:
    """What the rows must fit, by all parts but the count; empty where one of them fits nothing
    that is certain."""
    inside = range(found.start, found.end)
    denied = denied_at(statement)
    parts = [
        part for part in statement.parts
        if part.start not in inside
        or (part.kind != "number" and found.end - 1 not in span(part))
    ]  # fmt: skip
    found_all = conditions([part for part in parts if part not in denied], statement)
    none = _without(statement)
    if found_all is None or none is None:
        return ()
    if not denied and statement.is_negated and not none:
        none = nothing_of(statement)
    if not denied:
        return () if statement.is_negated and not none else (*found_all, *none)
    other = conditions(denied, statement)
    if not other or len(other) > 1:
        return ()
    opposite = _DENIED.get(other[0].relation)
    if other[0].relation == "equal" and statement.words[denied[0].start - 1] in _REACHING:
        opposite = "less"
    return (*found_all, *none, replace(other[0], relation=opposite)) if opposite else ()


def denied_at(statement: Statement) -> list[Part]:
    """The parts behind the only word that denies: "three players who are not from Spain"."""
    places = statement.denials
    return [part for part in statement.parts if part.start > places[0]] if len(places) == 1 else []


def nothing_of(statement: Statement) -> tuple[Condition, ...]:
    """ "did not draw a single game": 0 in the column that is named behind what denies."""
    return _naught(statement.denials[0], 5, statement)


def _without(statement: Statement) -> tuple[Condition, ...] | None:
    """ "with no gold medals": 0 in the column that is named behind "no"; `None` where none is."""
    words = statement.words
    places = [
        at
        for at, word in enumerate(words)
        if word in ("no", "without")
        and words[at + 1 : at + 2] not in (["less"], ["more"], ["fewer"])
    ]
    if not places:
        return ()
    return (_naught(places[0], 3, statement) or None) if len(places) == 1 else None


def _naught(at: int, reach: int, statement: Statement) -> tuple[Condition, ...]:
    """0 in the one column of figures that is named within so many tokens."""
    near = [m for m in statement.mentions if m.is_sure and 0 < m.start - at < reach]
    columns = {m.column for m in near if statement.index.is_numeric(m.column)}
    if len(columns) != 1:
        return ()
    return (Condition(statement.column(columns.pop()), "equal", ("0",)),)

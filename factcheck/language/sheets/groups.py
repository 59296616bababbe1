"""What is said of some rows by name: "both A and B", "the only album that", "played them twice",
"never won"; each as a share or count of rows.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise

from factcheck.language.sheets.changes import change_in
from factcheck.language.sheets.conditions import conditions
from factcheck.language.sheets.counting import noun_of_rows
from factcheck.language.sheets.counts import nothing_of
from factcheck.language.sheets.hedges import count_value, hedged
from factcheck.language.sheets.ordering import own_column
from factcheck.language.sheets.part import Part
from factcheck.language.sheets.shares import share_of, share_value
from factcheck.language.sheets.statement import ROWS, Drafted, Statement
from factcheck.records import Condition, Question

_EACH = frozenset(
    ("both", "neither", "each", "all", "tie", "tied", "even", "same", "equal", "apiece")
)
_OFTEN = {"never": 0, "once": 1, "twice": 2, "thrice": 3}


def read_each(statement: Statement) -> list[Drafted]:
    """ "both A and B were first elected in 1980", "neither A nor B won", "A, B and C are all tied
    for third place"."""
    words, key = statement.words, statement.index.table.key
    places = [at for at, word in enumerate(words) if word in _EACH]
    if not places or statement.compares_otherwise(_EACH) or key is None:
        return []
    named = statement.names
    if len(named) < 2 or not _are_listed(named, statement):
        return []
    shared = sorted(frozenset.intersection(*(part.whole for part in named)))
    if not shared:
        return []
    key = key if key in shared else shared[0]
    rest = [part for part in statement.parts if part not in named]
    said = conditions(rest, statement)
    if not said or statement.unused({*places, *hedged(statement)}):
        return []
    at = places[0]
    is_none = words[at] == "neither"
    if statement.is_negated and not is_none:
        return []
    values = tuple(v for part in named for v in statement.condition(part, key).values)
    base = (Condition(statement.column(key), "is", values),)
    ends = ("0", "0") if is_none else ("100", "100")
    share = share_value(words[at], *ends)
    return [Drafted(at, at + 1, share_of(base, said), "percentage", share)]


def read_only(statement: Statement) -> list[Drafted]:
    """ "A is the only album that reached number 5": one row fits, and it is that of A."""
    words, key = statement.words, statement.index.table.key
    if words.count("only") != 1 or key is None:
        return []
    at, lines = words.index("only"), hedged(statement)
    if not {n for n, word in enumerate(words) if word == "than"} <= lines:
        return []
    named = [p for p in statement.parts if p.kind == "cell" and p.whole and len(p.rows) == 1]
    named = [p for p in named if p.end <= at] or [p for p in named if p.start == at + 1]
    if len(named) != 1 or statement.compares_otherwise({"only"}):
        return []
    if words[at - 1 : at] != ["the"] and words[:1] != ["only"]:
        return []
    said = conditions([p for p in statement.parts if p is not named[0]], statement)
    if statement.is_negated:
        said = nothing_of(statement) if said == () else None
    used = {at, *hedged(statement), *noun_of_rows(statement), *statement.denials}
    change = change_in(statement)
    if change and said is not None:
        said, used = (*said, change.condition(statement)), used | {change.at}
    if not said or statement.unused(used):
        return []
    own = statement.condition(named[0], own_column(named[0], statement))
    one = count_value(statement.quote(at, at + 1), Decimal(1), None)
    alone = Question(ROWS, "", aggregate="count", where=said)
    itself = Question(ROWS, "", aggregate="count", where=(own, *said))
    return [
        Drafted(at, at + 1, alone, "count", one),
        Drafted(named[0].start, named[0].end, itself, "count", one),
    ]


def read_none(statement: Statement) -> list[Drafted]:
    """ "A did not win any gold medals", "A won no gold medals": nothing, or 0, in the cell."""
    words, index = statement.words, statement.index
    at = next((n for n, word in enumerate(words) if word in ("any", "no")), None)
    rows = statement.names
    if at is None or (words[at] == "any") != statement.is_negated or len(rows) != 1:
        return []
    heads = [m for m in statement.mentions if m.is_sure and 0 < m.start - at < 4]
    heads = [m for m in heads if index.is_numeric(m.column)]
    best = max((len(m.places) for m in heads), default=0)
    figures = list({m.column for m in heads if len(m.places) == best})
    if len(figures) != 1 or len(statement.parts) > 1 or statement.unused({at, *hedged(statement)}):
        return []
    own = statement.condition(rows[0], own_column(rows[0], statement))
    some = Condition(statement.column(figures[0]), "more", ("0",))
    question = Question(ROWS, "", aggregate="count", where=(own, some))
    return [Drafted(at, at + 1, question, "count", count_value(words[at], Decimal(0), None))]


def read_often(statement: Statement) -> list[Drafted]:
    """ "they played the dolphins twice", "three times", "never": so many rows fit."""
    words = statement.words
    found = _times(statement)
    if found is None or "than" in words or "as" in words:
        return []
    number, start, end, counting = found
    quantifiers = {*words[start:end], "times"}
    if statement.compares_otherwise(quantifiers) or set(statement.denials) - {start}:
        return []
    said = conditions([part for part in statement.parts if part is not counting], statement)
    if not said or statement.unused({*range(start, end), *hedged(statement)}):
        return []
    if not number and len(said) < 2:
        return []
    question = Question(ROWS, "", aggregate="count", where=said)
    quote = statement.quote(start, end)
    return [Drafted(start, end, question, "count", count_value(quote, number, None))]


def _times(statement: Statement) -> tuple[Decimal, int, int, Part | None] | None:
    """How often, at which tokens (end exclusive), and the figure that says so, if one does."""
    words = statement.words
    found: list[tuple[Decimal, int, int, Part | None]] = [
        (Decimal(_OFTEN[word]), at, at + 1, None) for at, word in enumerate(words) if word in _OFTEN
    ]
    for part in statement.parts:
        is_counting = words[part.end : part.end + 1] in (["times"], ["time"])
        if part.number is not None and part.number > 1 and is_counting and not part.is_ordinal:
            found.append((part.number, part.start, part.end + 1, part))
    return found[0] if len(found) == 1 else None


def _are_listed(named: Sequence[Part], statement: Statement) -> bool:
    """Whether names are one list: "A, B and C"."""
    gaps = [statement.words[one.end : two.start] for one, two in pairwise(named)]
    return gaps[-1] in (["and"], ["nor"], ["or"]) and all(not gap for gap in gaps[:-1])

"""Which share of the rows fits: "all of the games in october were wins", "no player", "most of"."""

from __future__ import annotations

from decimal import Decimal

from factcheck.language.sheets.changes import change_in
from factcheck.language.sheets.conditions import conditions
from factcheck.language.sheets.counting import is_piece_of_name, row_nouns
from factcheck.language.sheets.hedges import hedged
from factcheck.language.sheets.statement import ROWS, Drafted, Statement, span
from factcheck.language.sheets.tokens import stem
from factcheck.measures.values import Value
from factcheck.records import Condition, Question

#: by word: the least and the most per cent of the rows that must fit; open ends are excluded
_SHARES = {
    "all": ("100", "100"), "every": ("100", "100"), "each": ("100", "100"), "no": ("0", "0"),
    "none": ("0", "0"), "most": ("50.001", None), "majority": ("50.001", None),
    "half": ("50", "50"),
}  # fmt: skip
_VERBS = frozenset(
    stem(verb)
    for verb in (
        "be", "have", "do", "play", "win", "lose", "take", "come", "go", "make", "score", "finish",
        "end", "happen", "occur", "air", "receive", "get", "reach", "weigh", "represent", "serve",
    )
)  # fmt: skip
#: before "wins", where it is no verb
_BEFORE_OUTCOMES = frozenset(("all", "of", "his", "her", "its", "their", "the", "every", "each"))
#: verbs that tell which rows are meant, right behind their noun: "every class made after 1910"
_PARTICIPLES = frozenset(
    ("made", "make", "built", "build", "released", "release", "played", "born", "held", "listed",
     "drafted", "launched", "completed", "opened")
)  # fmt: skip


def read_share(statement: Statement) -> list[Drafted]:
    """ "all of the games in october were wins", "no player weighs over 250"."""
    words = statement.words
    places = [at for at, word in enumerate(words[:5]) if word in _SHARES]
    if len(places) != 1 or _is_other(statement, places[0]):
        return []
    at = places[0]
    lines = hedged(statement)
    if not {n for n, word in enumerate(words) if word == "than"} <= lines:
        return []
    if words[at] in ("most", "half") and words[at - 1 : at] == ["the"]:
        return []  # "the most points"
    noun = _noun_behind(at, statement)
    if noun is None:
        return []
    low, high = _SHARES[words[at]]
    negated = statement.is_negated and words[at] not in ("no", "none")
    if negated and words[at] not in ("all", "every", "each"):
        return []
    verbs = [n for n in range(noun, len(words)) if _is_verb(n, statement)]
    if noun not in verbs and any(noun in m.places for m in statement.mentions):
        verbs.insert(0, noun)  # "most of the schools joined …", of a column "joined"
    if not verbs:
        return []
    verb = verbs[1] if len(verbs) > 1 and _is_relative(noun, verbs, statement) else verbs[0]
    if any(p.start < verb and is_piece_of_name(p, statement) for p in statement.parts):
        return []
    base = conditions([p for p in statement.parts if p.start < verb], statement)
    said = conditions([p for p in statement.parts if p.start >= verb], statement)
    change = change_in(statement)
    if change and said is not None:
        said, lines = (*said, change.condition(statement)), lines | {change.at}
    if base is None or not said or statement.unused({at, noun - 1, *lines}):
        return []
    value = share_value(statement.quote(at, at + 1), low, high)
    return [Drafted(at, at + 1, share_of(base, said), "percentage", value, negated)]


def share_of(base: tuple[Condition, ...], said: tuple[Condition, ...]) -> Question:
    """The share of the rows of `base` that fit what is said of them."""
    other = Question(ROWS, "", where=base)
    return Question(ROWS, "", aggregate="share", where=(*base, *said), other=other)


def share_value(quote: str, low: str, high: str | None) -> Value:
    """A share of rows in per cent, from `low` to `high`."""
    number = Decimal(low).quantize(Decimal(1))
    top = Decimal(high) if high else None
    return Value(0, 0, quote, "percentage", number, "percent", low=Decimal(low), high=top)


def _is_relative(noun: int, verbs: list[int], statement: Statement) -> bool:
    """ "every school that has more than 350 is in class AA": the first verb tells which."""
    if statement.words[noun] in ("that", "who", "which"):
        return True
    parted = any(verbs[0] < part.start < verbs[1] for part in statement.parts)
    return verbs[0] == noun and statement.words[noun] in _PARTICIPLES and parted


def _noun_behind(at: int, statement: Statement) -> int | None:
    """The token behind the noun of rows that a quantifier counts: "all of the games"."""
    nouns = row_nouns(statement)
    for end in range(at + 1, min(at + 6, len(statement.tokens))):
        outcome = any(
            p.start == end and (p.kind == "outcome" or (p.whole and p.end == end + 1))
            for p in statement.parts
        )
        if outcome and statement.words[end - 1] in _BEFORE_OUTCOMES:
            return end + 1
        if _is_verb(end, statement) and statement.tokens[end].stem not in nouns:
            return None
        if statement.tokens[end].stem in nouns:
            return end + 1
    return None


def _is_verb(at: int, statement: Statement) -> bool:
    token = statement.tokens[at]
    inside = any(at in span(part) for part in statement.parts if part.kind == "cell")
    is_outcome = any(at in span(part) for part in statement.parts if part.kind == "outcome")
    return not inside and (token.stem in _VERBS or is_outcome)


def _is_other(statement: Statement, at: int) -> bool:
    """Whether another quantifier makes it something else."""
    return statement.compares_otherwise({statement.words[at], "any"})

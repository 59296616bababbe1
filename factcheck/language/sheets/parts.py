"""The stretches of a statement that speak of cells: names, figures, days, outcomes."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from factcheck.language.sheets.days import Day, days_in
from factcheck.language.sheets.index import Posting, TableIndex
from factcheck.language.sheets.lexicon import outcomes, plain
from factcheck.language.sheets.tokens import Token

_MAGNITUDES: Mapping[str, int] = {"million": 10**6, "billion": 10**9, "thousand": 10**3}
#: so many different cells a column that sorts rows has at most
_SORTS = 4
Rows = frozenset[int]
_NONE: Rows = frozenset()


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a statement (token indices, end exclusive) that may speak of cells.

    `cells`: by column the rows whose cell it fits. `kind`: cell, number, day, outcome or unknown
    (a name that stands nowhere in the table).
    """

    start: int
    end: int
    kind: str
    cells: Mapping[int, Rows]
    #: the columns in which it is the whole cell
    whole: frozenset[int] = frozenset()
    number: Decimal | None = None
    day: Day | None = None
    outcome: str | None = None
    is_ordinal: bool = False
    #: words that stand for the figure, "%" and "million" with it
    unit: str | None = None
    #: by how much the figure may be off, by its magnitude
    slack: Decimal = field(default=Decimal(0))

    @property
    def rows(self) -> Rows:
        """The rows that it fits in any column."""
        return _NONE.union(*self.cells.values())

    def overlaps(self, other: Part) -> bool:
        """Whether the two share a token."""
        return self.start < other.end and other.start < self.end


def find_parts(
    text: str,
    tokens: Sequence[Token],
    index: TableIndex,
    taken: Sequence[range],
    named: Collection[int] = (),
) -> list[Part]:
    """All parts, left to right, not overlapping. `taken`: tokens that name a column; `named`: those
    of heads of several words that are said in full."""
    cells = _cell_parts(tokens, index, taken)
    parts = list(
        _longest(part for part in cells if not set(range(part.start, part.end)) <= set(named))
    )
    if any(column.type == "date" for column in index.columns):
        parts = list(_with(parts, _day_parts(text, tokens, index)))
    parts = list(_with(parts, _number_parts(tokens, index, taken)))
    parts = list(_with(parts, _outcome_parts(tokens, index, taken)))
    return sorted(parts, key=lambda part: part.start)


def _with(parts: list[Part], more: Iterator[Part]) -> Iterator[Part]:
    """Parts and those others that do not overlap them; a day wins over what lies in it."""
    for part in more:
        over = [one for one in parts if one.overlaps(part)]
        if not over:
            yield part
        elif part.kind == "day" and all(
            one.end - one.start <= part.end - part.start
            and (not (one.whole and one.rows) or one.whole <= set(part.cells))
            for one in over
        ):
            parts = [one for one in parts if one not in over]
            yield part
    yield from parts


def _cell_parts(
    tokens: Sequence[Token], index: TableIndex, taken: Sequence[range]
) -> Iterator[Part]:
    for start, token in enumerate(tokens):
        fits: dict[int, dict[int, set[int]]] = {}
        whole: dict[int, set[int]] = {}
        for posting in index.postings.get(token.stem, ()):
            cell = index.cells[posting.row, posting.column]
            length = _run(tokens, start, cell, posting.place)
            by_column = fits.setdefault(length, {})
            by_column.setdefault(posting.column, set()).add(posting.row)
            if length == len(cell) - posting.place and posting.place == 0:
                whole.setdefault(length, set()).add(posting.column)
        for length in sorted(fits, reverse=True):
            columns = frozenset(whole.get(length, ()))
            run = tokens[start : start + length]
            if _tells(run, start, columns, index, taken):
                found = fits[length]
                kept = {at: rows for at, rows in found.items() if not columns or at in columns}
                cells = {
                    at: frozenset(_whole_rows(rows, at, length, index) if columns else rows)
                    for at, rows in kept.items()
                }
                yield Part(start, start + length, "cell", cells, columns)
                break


def _whole_rows(rows: set[int], column: int, length: int, index: TableIndex) -> set[int]:
    return {row for row in rows if len(index.cells[row, column]) == length}


def _run(tokens: Sequence[Token], start: int, cell: tuple[str, ...], place: int) -> int:
    length = 0
    while (
        start + length < len(tokens)
        and place + length < len(cell)
        and tokens[start + length].stem == cell[place + length]
    ):
        length += 1
    return length


def _tells(
    run: Sequence[Token],
    start: int,
    whole: frozenset[int],
    index: TableIndex,
    taken: Sequence[range],
) -> bool:
    """Whether words are enough to mean a cell: not only plain ones, figures or a column's name."""
    telling = [t for t in run if t.stem not in plain() and (t.number is None or t.is_word)]
    telling = [t for t in telling if len(t.text) > 1 or whole]
    if any(t.number is not None for t in run) and whole and len(run) > 1:
        return True
    if not telling:
        named = whole and any(
            span.stop == start or span.start == start + len(run) for span in taken
        )
        return bool(named or _is_sort(whole, index)) and run[0].number is None
    if whole:
        letter = len(run) == 1 and len(run[0].text) == 1 and run[0].text.isalpha()
        return not letter or any(s.stop == start or s.start == start + 1 for s in taken)
    inside = any(start in span and start + len(run) <= span.stop for span in taken)
    if inside or all(t.stem in index.caption or t.is_word for t in telling):
        return False
    return any(len(t.stem) > 2 for t in telling) or len(run) > 1


def _is_sort(columns: frozenset[int], index: TableIndex) -> bool:
    """Whether a plain word is the cell of a column that sorts the rows: "won", "nominated"."""
    rows = index.table.rows
    return any(
        2
        <= len({row[column].value.casefold() for row in rows} - {""})
        <= min(_SORTS, len(rows) / 2)
        for column in columns
    )


def _longest(parts: Iterator[Part]) -> Iterator[Part]:
    """Of parts that overlap the longest, of equal ones the whole cell."""
    taken: list[Part] = []
    for part in sorted(parts, key=lambda p: (-(p.end - p.start), not p.whole, p.start)):
        if not any(part.overlaps(other) for other in taken):
            taken.append(part)
            yield part


def _day_parts(text: str, tokens: Sequence[Token], index: TableIndex) -> Iterator[Part]:
    for day in days_in(text):
        inside = [at for at, t in enumerate(tokens) if day.start <= t.start and t.end <= day.end]
        if not inside:
            continue
        cells = {}
        for column, each in enumerate(index.columns):
            if each.type == "date":
                rows = enumerate(row[column].reading for row in index.table.rows)
                cells[column] = frozenset(
                    row
                    for row, value in rows
                    if value and day.fits(str(value.value), value.note != "no_year")
                )
        yield Part(inside[0], inside[-1] + 1, "day", cells, day=day)


def _number_parts(
    tokens: Sequence[Token], index: TableIndex, taken: Sequence[range]
) -> Iterator[Part]:
    for at, token in enumerate(tokens):
        if token.number is None or any(at in span for span in taken):
            continue
        after = tokens[at + 1].text if at + 1 < len(tokens) else ""
        size = _MAGNITUDES.get(after) if not token.is_ordinal else None
        number = token.number * (size or 1)
        slack = _slack(token, size)
        end = at + 2 if size or after in ("%", "percent") else at + 1
        start = at - 1 if at and tokens[at - 1].text in ("$", "€", "£", "#") else at
        cells: dict[int, set[int]] = {}
        for row, column in _near(number, slack, index):
            cells.setdefault(column, set()).add(row)
        for posting in index.postings.get(token.stem, ()) if not token.is_word else ():
            if not index.is_numeric(posting.column) and _is_told(token, posting, tokens, index):
                cells.setdefault(posting.column, set()).add(posting.row)
        found = {column: frozenset(rows) for column, rows in cells.items()}
        unit = after if end == at + 2 else None
        yield Part(
            start, end, "number", found, number=number, is_ordinal=token.is_ordinal,
            unit=unit, slack=slack,
        )  # fmt: skip


def _is_told(token: Token, posting: Posting, tokens: Sequence[Token], index: TableIndex) -> bool:
    """Whether a figure means the cell in which it stands: the only one there, one of many digits, or
    beside another one of the cell: of "28 - 23" both."""
    figures = [one for one in index.cells[posting.row, posting.column] if one[:1].isdigit()]
    said = {each.stem for each in tokens if each.number is not None}
    return len(figures) == 1 or len(token.stem) > 2 or len(said & set(figures)) > 1


def _slack(token: Token, size: int | None) -> Decimal:
    """Half a unit of the last digit of "5.7 million"; a figure without a magnitude is exact."""
    if not size:
        return Decimal(0)
    _, _, decimals = token.text.partition(".")
    return Decimal(size) / Decimal(10) ** len(decimals) / 2


def _near(number: Decimal, slack: Decimal, index: TableIndex) -> Iterator[tuple[int, int]]:
    """The cells with this figure; a bare one may be in the units of its column."""
    for row, column in index.figures.get(number, ()) if not slack else ():
        if index.columns[column].size == 1:
            yield row, column
    for column, each in enumerate(index.columns):
        if slack or each.size != 1:
            for row, facts in enumerate(index.table.rows):
                value = facts[column].reading
                figure = value.value if value else None
                if isinstance(figure, Decimal):
                    said = {number, number * each.size} if not slack else {number}
                    if any(abs(figure - one) <= slack for one in said):
                        yield row, column


def _outcome_parts(
    tokens: Sequence[Token], index: TableIndex, taken: Sequence[range]
) -> Iterator[Part]:
    for at, token in enumerate(tokens):
        outcome = outcomes().get(token.stem)
        if outcome is None or not index.outcomes or any(at in span for span in taken):
            continue
        before = tokens[at - 1].stem if at else ""
        if token.stem in ("beat", "defeat") and before == "be":
            outcome = "loss"
        cells = {column: rows.get(outcome, _NONE) for column, rows in index.outcomes.items()}
        yield Part(at, at + 1, "outcome", cells, outcome=outcome)

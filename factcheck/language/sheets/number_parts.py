"""Figures of a statement with the cells that they fit: "5.7 million", "28 - 23", "3rd"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from factcheck.language.sheets.index import Posting, TableIndex
from factcheck.language.sheets.part import Part
from factcheck.language.sheets.tokens import Token, is_year, stem

_MAGNITUDES: Mapping[str, int] = {"million": 10**6, "billion": 10**9, "thousand": 10**3}
_DECLINES = frozenset(
    map(stem, ("down", "decrease", "drop", "decline", "fall", "loss", "lose", "shrink", "reduce"))
)
_CURRENCIES = frozenset(("dollar", "dollars", "usd", "euro", "euros", "pounds"))


def number_parts(
    tokens: Sequence[Token], index: TableIndex, taken: Sequence[range]
) -> Iterator[Part]:
    """All figures, in digits or words; `taken`: tokens that name a column."""
    for at, token in enumerate(tokens):
        if token.number is None or any(at in span for span in taken):
            continue
        after = tokens[at + 1].text if at + 1 < len(tokens) else ""
        size = _MAGNITUDES.get(after) if not token.is_ordinal else None
        number = token.number * (size or 1)
        slack = _slack(token, size)
        end = at + 2 if size or after in ("%", "percent") else at + 1
        unit = after if end == at + 2 else None
        end += end < len(tokens) and tokens[end].text in _CURRENCIES
        start = at - 1 if at and tokens[at - 1].text in ("$", "€", "£", "#") else at
        par = next((n for n in (at + 2, at + 3) if _is(n, "par", tokens)), 0)
        if par and tokens[par - 1].text in ("under", "over"):
            number, end = (-number if tokens[par - 1].text == "under" else number), par + 1
            unit = "par"
        if after in ("%", "percent") and _is_decline(at, tokens):
            number = -abs(number)
        cells: dict[int, set[int]] = {}
        for row, column in _near(number, slack, index):
            cells.setdefault(column, set()).add(row)
        for posting in index.postings.get(token.stem, ()) if not token.is_word else ():
            if not index.is_numeric(posting.column) and _is_told(token, posting, tokens, index):
                cells.setdefault(posting.column, set()).add(posting.row)
        for row, column in _in_year(number, unit, index):
            cells.setdefault(column, set()).add(row)
        found = {column: frozenset(rows) for column, rows in cells.items()}
        yield Part(
            start, end, "number", found, number=number, is_ordinal=token.is_ordinal,
            unit=unit, slack=slack,
        )  # fmt: skip


def _is_told(
    token: Token,
    posting: Posting,
    tokens: Sequence[Token],
    index: TableIndex,
) -> bool:
    """Whether a figure means the cell in which it stands: the only one there, one of many digits,
    or beside another one of the cell: of "28 - 23" both."""
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


def _in_year(number: Decimal, unit: str | None, index: TableIndex) -> Iterator[tuple[int, int]]:
    """The cells with a day of this year."""
    if unit or not is_year(number):
        return
    for column, each in enumerate(index.columns):
        if each.type == "date":
            for row, facts in enumerate(index.table.rows):
                value = facts[column].reading
                if value and value.note != "no_year" and str(value.value)[:4] == f"{number}":
                    yield row, column


def _is(at: int, word: str, tokens: Sequence[Token]) -> bool:
    return at < len(tokens) and tokens[at].text == word


def _is_decline(at: int, tokens: Sequence[Token]) -> bool:
    """ "went down by 5%", "a drop of 5%"."""
    return any(token.stem in _DECLINES for token in tokens[max(0, at - 4) : at])

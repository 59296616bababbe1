"""The stretches of a statement that speak of cells: names, figures, days, outcomes."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from factcheck.language.sheets.days import days_in
from factcheck.language.sheets.index import TableIndex
from factcheck.language.sheets.lexicon import outcomes, plain, rows
from factcheck.language.sheets.number_parts import number_parts
from factcheck.language.sheets.part import NO_ROWS, Part
from factcheck.language.sheets.tokens import Token

#: so many different cells a column that sorts rows has at most
_SORTS = 4


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
    parts = list(_with(parts, number_parts(tokens, index, taken)))
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
    is_headed = (
        len(run) > 1
        and run[0].number is not None
        and all(any(start + n in span for span in taken) for n in range(1, len(run)))
    )
    if is_headed:
        return False  # "1 lap", of a column of laps
    telling = [t for t in run if t.stem not in plain() and (t.number is None or _is_read(t))]
    telling = [t for t in telling if len(t.text) > 1 or whole]
    if any(t.number is not None for t in run) and whole and len(run) > 1:
        is_share = len(run) == 2 and run[1].text == "%"
        return not (is_share and all(index.is_numeric(column) for column in whole))
    if not telling:
        named = whole and any(
            span.stop == start or span.start == start + len(run) for span in taken
        )
        is_sort = len(run[0].text) > 1 and _is_sort(whole, index)
        return bool(named or is_sort) and run[0].number is None
    if whole:
        letter = len(run) == 1 and len(run[0].text) == 1 and run[0].text.isalpha()
        return not letter or any(s.stop == start or s.start == start + 1 for s in taken)
    if len(telling) == 1 and len(run) == 1 and telling[0].stem in rows():
        return False  # "film", of a cell "English-language film"
    inside = any(start in span and start + len(run) <= span.stop for span in taken)
    if inside or all(t.stem in index.caption or t.is_word for t in telling):
        return False
    return any(len(t.stem) > 2 for t in telling) or len(run) > 1


def _is_read(token: Token) -> bool:
    """Whether a figure is met as a word: "three", "2:12.50"."""
    return token.is_word or ":" in token.text


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


def _outcome_parts(
    tokens: Sequence[Token], index: TableIndex, taken: Sequence[range]
) -> Iterator[Part]:
    for at, token in enumerate(tokens):
        outcome = outcomes().get(token.stem)
        if outcome is None or not index.outcomes or any(at in span for span in taken):
            continue
        if token.stem in ("beat", "defeat") and _is_suffered(at, tokens):
            outcome = "loss"
        cells = {column: rows.get(outcome, NO_ROWS) for column, rows in index.outcomes.items()}
        yield Part(at, at + 1, "outcome", cells, outcome=outcome)


def _is_suffered(at: int, tokens: Sequence[Token]) -> bool:
    """ "was beaten", "beaten by", "three defeats"."""
    before = tokens[at - 1] if at else None
    behind = tokens[at + 1].text if at + 1 < len(tokens) else ""
    if behind == "by" or tokens[at].text == "defeats" or before is None:
        return behind == "by"
    return before.stem == "be" or before.number is not None or before.text in ("a", "the", "of")

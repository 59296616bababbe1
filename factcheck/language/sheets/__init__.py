"""Statements about a table: from lay words to questions, by the cells and heads they speak of.

`claims.py` is the way through: `tokens.py` cuts words, `index.py` knows where each word stands in
the table, `parts.py` finds the stretches that speak of cells, figures, days and outcomes,
`heads.py` which columns are named, `statement.py` holds all that. Then the shapes of statements in
turn, the first that fits wins; their order stands in `claims.py`: `matches.py` (who won, by the
scores), `sums.py`, `groups.py` (what is said of each of some names), `shares.py` (all, most, none
of the rows), `alike.py` (the same, the difference), `comparisons.py`, `frequency.py` (which cell
comes more often), `superlatives.py`, `counts.py`, `lookups.py`. What all of them ask:
`conditions.py` (what rows must fit), `hedges.py` (at least, before), `naming.py` (which column a
part is of), `ordering.py` (which column a word of degree orders). A statement that no shape reads
as a whole is read clause by clause (`clauses.py`), and what no shape can tell is left alone
(`beyond.py`). To add a shape: a function `Statement -> list[Drafted]`, and its name in
`claims.py`. A statement of which words stay that nothing accounts for makes no claim, unless it is
a look-up.
"""

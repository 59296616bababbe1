"""Statements about a table: from lay words to questions, by the cells and heads they speak of.

`claims.py` is the way through: `tokens.py` cuts words, `index.py` knows where each word stands in
the table, `parts.py` finds the stretches that speak of cells, figures, days and outcomes,
`heads.py` which columns are named, `statement.py` holds all that. Then the shapes of statements in
turn, the first that fits wins: `ordering.py` (comparisons),
`superlatives.py`, `counts.py`,
`lookups.py`. To add a shape: a function `Statement -> list[Drafted]`, and its name in
`claims.py`. A statement of which words stay that nothing accounts for makes no claim.
"""

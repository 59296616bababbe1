"""Tables: a spreadsheet as the only reference, one row a subject, a closed world.

`grid.py` reads the file into header and rows, `cell_figures.py` finds figure or day of a cell,
`columns.py` says what a column holds, `table.py` makes the `Table` of facts, `filtering.py` finds
the rows that fit conditions, `answering.py` answers questions, `deriving.py` computes what is asked
of several rows. To add an aggregate: a function in `deriving.py` and its line in `AGGREGATES`.
"""

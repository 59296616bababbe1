"""Measures: values read from text by our own grammar, and compared. Imports nothing of ours.

`reading.read_values(text, date=…)` gives the `Value`s of a text, `periods.Period` stretches of
days. To add a way of writing a value: a reader `read_…(page, start) -> Draft | None` in the file
of its kind (or a file of its own), the words that may begin it in `gate.py`, and its place among
the readers in `reading.py`. Words of units, months and numbers are data in `words/`.
"""

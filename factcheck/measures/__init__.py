"""Measures: values read from text by our own grammar, and compared. Imports nothing of ours.

`reading.read_values(text, date)` reads a text, `cells.read_value(cell)` one spreadsheet cell;
`writing.write_value` writes a value as news does; `bounds`, `durations` and `periods` are the
arithmetic; `json_form.to_json` gives the JSON form. `docs/values.md` lists every form.

To teach it a word, edit `words/*.toml`. To teach it a form: a pattern and a reader in the file
of that kind, a route from its first word in `gate.py`, cases in `tests/measures/cases/`.
"""

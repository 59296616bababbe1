"""The facts that can be trusted: topics are read, stored, named, asked and kept.

`open_reference()` gives a `Lookup`: names for the language room, facts and answers for
judging. A topic is a folder (docs/topics.md), found by `topics.py`, checked by `reading.py`,
built into one SQLite file by `building.py` and opened by `store.py`. Names in a text are
found by `names.py`, questions answered by `answering.py`, mistakes found by `linting/`.
To add a topic, add a folder below `reference/`: no Python.
"""

"""The language room: `Document` -> `Claim`s. The only room that knows spaCy.

A text goes through a gate (raw text), is split into sentences, and only the sentences that
pass are parsed. Each sentence is annotated (values, names, property wording, terms of
office), then one file for each shape of claim binds these into claims: `figures.py`,
`events.py`, `statuses.py`, `comparisons.py`. To add a shape: a file with
`find(sentence, context) -> Iterator[Claim]`, and its name in `claims.py`.
Word lists are data in `words/`; the trained pipeline lies in `english/`.
"""

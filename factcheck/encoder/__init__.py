"""Encoder: words in their places as vectors, by a small network shipped with the package.

`marking.py` turns a text with its values and names into tokens, `describing.py` a property or a
subject; `network.py` turns tokens into vectors. Which property and subject a value is of is told by
comparing the two (`reference/likely.py`). Imports records and measures alone.

The network is trained by `training/network.py`. To change what it sees, change `marking.py` or
`describing.py`, and train it anew: a network knows only what it was trained with.
"""

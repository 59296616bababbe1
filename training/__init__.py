"""Training of the English language pipeline that factcheck ships.

`python -m training.train --treebanks FOLDER --output FOLDER` makes the whole model,
`python -m training.evaluate --treebanks FOLDER` measures it; README.md has the figures.
Nothing here is needed at run time.
"""

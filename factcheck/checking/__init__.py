"""Judging: `Match` (a claim with the facts that answer it) -> `Verdict`. Pure: no text, no files.

`judging.judge` finds the kind of the claim in the folder `kinds/`, whose `check` compares it
with every fact (`numbers.py`, `money.py`, `dates.py`, `durations.py` give a `Fit` for each) and
lets `weighing.py` make a verdict of the fits. After a refutation `diagnosing.py` looks for where
the wrong value belongs, `correcting.py` writes the phrase that should stand there, and
`wording.py` says facts as an editor would print them. To add a kind: a file in `kinds/` with
`check(claim, facts)` and a docstring like that of `kinds/start_date.py`, whose examples run.
"""

"""The kinds of claims that are judged, one file each; the folder is listed, nothing registers.

To add a kind: a file named like it, with `check(claim, facts) -> Verdict | None`, and a docstring
like that of `start_date.py`: what is compared, then facts (Given) and sentences that are Flagged
or Left alone, or Not yet seen. The sentences run as tests, `factcheck explain KIND` prints them.
The kind's name also stands in `KINDS` of `factcheck/records.py`.
"""

"""Replaying: kept answers checked again, kept claims judged again, and what differs.

`again.py` checks the text of an answer again (`factcheck replay`), `judging.py` judges the claims
of a results database by the facts as they are now (`factcheck recheck`); `differing.py` says in
lines what is no longer the same, `causes.py` which fact did it, `same_bytes.py` whether a file
of answers would be written the same again. To compare something more of a
claim: its key in `_TOLD` or `_REST` of `differing.py`.
"""

from __future__ import annotations

from factcheck.replaying.again import check_again, known_on
from factcheck.replaying.differing import Change, differences
from factcheck.replaying.judging import JudgingAgain
from factcheck.replaying.same_bytes import differs_at

__all__ = ["Change", "JudgingAgain", "check_again", "differences", "differs_at", "known_on"]

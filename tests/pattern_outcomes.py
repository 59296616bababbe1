"""What comes of the variants when they are checked. Run as a program, it checks all of them:

python tests/pattern_outcomes.py [PATTERN …]
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from pattern_variants import SAID_ON, Variant, variants

from factcheck.api import Checker
from factcheck.records import Document, Report, Verdict


@dataclass(frozen=True, slots=True)
class Outcome:
    """A variant with what was said of each of its phrases.

    `said`: "refuted", "supported", "rounding", "unsure" (a claim without a verdict) or
    "no claim". `is_flagged`: whether anything in it was. `bad_corrections`: corrected
    sentences that are missing or flagged when checked.
    """

    variant: Variant
    said: tuple[str, ...]
    is_flagged: bool
    bad_corrections: tuple[str, ...] = ()

    @property
    def is_false_alarm(self) -> bool:
        """Whether a true sentence was flagged."""
        return self.is_flagged and not self.variant.change

    @property
    def is_good(self) -> bool:
        """True and supported throughout; or changed, and that was seen (which includes that
        the changed figure is held for a near one, or fits another fact)."""
        if not self.variant.change:
            return not self.is_flagged and set(self.said) == {"supported"}
        if self.variant.change == "swap":
            return set(self.said) <= {"refuted", "rounding"} and self.is_flagged
        return self.is_flagged or set(self.said) <= {"supported", "rounding"}


def outcome(variant: Variant, checker: Checker) -> Outcome:
    """Check a variant, and each sentence that a correction makes of it."""
    report = checker.check(Document(variant.text, date=SAID_ON))
    said = tuple(_said(report, start, end) for start, end in variant.spans)
    flagged = [v for v in report.verdicts if v.is_flagged]
    bad = tuple(b for v in flagged if (b := _bad_correction(v, variant.text, checker)))
    return Outcome(variant, said, bool(flagged), bad)


def _said(report: Report, start: int, end: int) -> str:
    on = [v for v in report.verdicts if v.claim.start < end and start < v.claim.end]
    found = {v.verdict for v in on}
    if any(v.is_flagged for v in on):
        return "refuted"
    if "supported" in found:
        return "supported"
    if any(v.diagnosis == "rounding" for v in on):
        return "rounding"
    return "unsure" if on else "no claim"


def _bad_correction(verdict: Verdict, text: str, checker: Checker) -> str:
    claim, corrected = verdict.claim, verdict.corrected_sentence
    if corrected is None:
        return f"{verdict.correction!r}, and no corrected sentence"
    end = claim.sentence_start + len(claim.sentence)
    whole = text[: claim.sentence_start] + corrected + text[end:]
    again = checker.check(Document(whole, date=SAID_ON))
    clean = not any(v.is_flagged and _same_place(v, verdict) for v in again.verdicts)
    return "" if clean else corrected


def _same_place(one: Verdict, other: Verdict) -> bool:
    """Whether two verdicts are on the same phrase; one sentence may have two wrong ones."""
    return (one.claim.start, one.claim.kind) == (other.claim.start, other.claim.kind)


def tell(outcomes: Iterable[Outcome]) -> str:
    """The shares in words, one line a pattern, then what went wrong."""
    found = list(outcomes)
    lines = []
    for change in ("", "digit", "other", "swap"):
        for pattern in dict.fromkeys(o.variant.pattern for o in found):
            some = [o for o in found if (o.variant.pattern, o.variant.change) == (pattern, change)]
            if some:
                said = Counter("/".join(dict.fromkeys(o.said)) for o in some)
                good = sum(o.is_good for o in some)
                counted = ", ".join(f"{word} {n}" for word, n in said.most_common())
                lines.append(f"{change or 'true':6} {pattern:32} {good:4}/{len(some):4}  {counted}")
        some = [o for o in found if o.variant.change == change]
        lines.append(f"{change or 'true':6} ALL {sum(o.is_good for o in some)}/{len(some)}\n")
    lines += [f"FALSE ALARM {o.variant.text}" for o in found if o.is_false_alarm]
    lines += [
        f"BAD CORRECTION {o.variant.text} -> {bad}" for o in found for bad in o.bad_corrections
    ]
    return "\n".join(lines)


def main(wanted: list[str]) -> None:
    """Check all variants (of the patterns named) and print what came of them."""
    chosen = [v for v in variants() if not wanted or v.pattern in wanted]
    with Checker() as checker:
        outcomes = [outcome(variant, checker) for variant in chosen]
    print(tell(outcomes))
    for o in outcomes:
        if not o.is_good:
            how = (o.variant.change or "true", o.variant.pattern, "/".join(o.said))
            print(*how, o.variant.text, sep="\t")


if __name__ == "__main__":
    main(sys.argv[1:])

"""Reports without what was said: for passing on verdicts where the text must stay behind.

Gone are the text, quotes, sentences, corrections, and all that can repeat them: explanations,
arithmetic, traces, the value that was read, what earlier checks say, the reason of a decision.
Left are who and when, where, kind, verdict, diagnosis, and the facts with their sources.
"""

from __future__ import annotations

from dataclasses import replace

from factcheck.records import Claim, NotJudged, Report, Verdict
from factcheck.reports.answer import claim_id, line_of

#: stands where a sentence for people is expected
LEFT_OUT = "(left out)"


def redacted(report: Report) -> Report:
    """The report without the text and what repeats it; its option `redact` is "yes"."""
    return replace(
        report,
        document=replace(report.document, text="", passages=()),
        verdicts=tuple(_verdict(report, verdict) for verdict in report.verdicts),
        not_judged=tuple(NotJudged(i.start, i.end, "", i.reason) for i in report.not_judged),
        options={**report.options, "redact": "yes"},
    )


def is_redacted(report: Report) -> bool:
    """Whether the text was left out."""
    return report.options.get("redact") == "yes"


def _verdict(report: Report, verdict: Verdict) -> Verdict:
    decision = verdict.decision and replace(verdict.decision, why=None)
    return replace(
        verdict,
        claim=_claim(report, verdict.claim),
        explanation=LEFT_OUT,
        correction=None,
        corrected_sentence=None,
        arithmetic=None,
        trace=(),
        decision=decision,
        said_before=tuple(
            replace(one, claim=LEFT_OUT, what_is_true=LEFT_OUT) for one in verdict.said_before
        ),
    )


def _claim(report: Report, claim: Claim) -> Claim:
    return replace(
        claim,
        id=claim_id(claim),
        quote="",
        sentence="",
        sentence_start=0,
        value=replace(claim.value, text="", value=None, unit=None, of=None, low=None, high=None),
        place=replace(claim.place, line=line_of(report, claim)),
        trace=(),
    )

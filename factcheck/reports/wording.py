"""The words that reports for people share: headings, reasons, the summary."""

from __future__ import annotations

from factcheck.records import Claim, Report, Verdict
from factcheck.reports.answer import shown

#: why a value or an apparent claim was not judged
REASONS = {
    "no_subject": "it is not certain of whom or what this is said",
    "property_unknown": "the reference knows the subject, but not this about it",
    "time_not_covered": "the reference has no facts for that time",
    "no_date": "it depends on the day it was said: give --date",
    "unverified_only": "the reference has only unverified facts about it",
    "ambiguous": "it can be read in more than one way",
    "opinion": "an opinion",
    "question": "asked, not stated",
    "demand": "demanded or proposed, not stated",
    "hypothetical": "supposed, not stated",
    "prediction": "about a time that no fact covers yet",
}
#: stances of claims that are shown but never flagged
OFF_STANCE = {"reported_as_false": "the text itself reports it as false"}
NOTHING_KNOWN = "Nothing to judge: the text says nothing that the reference knows about."

_VERDICTS = {
    "refuted": "refuted",
    "supported": "supported",
    "not_enough_info": "not enough info",
}


def title(report: Report) -> str:
    """What was checked: name, speaker, date, as far as they are known."""
    document = report.document
    day = document.date.isoformat() if document.date else None
    return ", ".join(part for part in (document.id, document.speaker, day) if part)


def heading(verdict: Verdict) -> tuple[str, str]:
    """The verdict in words, and what it is about: kind and diagnosis."""
    about = verdict.claim.kind
    if verdict.diagnosis:
        about += f", {verdict.diagnosis.replace('_', ' ')}"
    return _VERDICTS[verdict.verdict], about


def stance_text(claim: Claim) -> str | None:
    """Who says it, where it is not the text or its speaker that asserts it."""
    if claim.stance == "reported":
        return f"said by {claim.asserted_by or 'somebody else'}, as reported here"
    return OFF_STANCE.get(claim.stance)


def reason_text(reason: str) -> str:
    """Why something was not judged."""
    return REASONS.get(reason, reason.replace("_", " "))


def summary(report: Report) -> tuple[str, str]:
    """How many claims have which verdict; and what the answer rests on."""
    counts = []
    for name, words in _VERDICTS.items():
        of_it = [v for v in shown(report) if v.verdict == name]
        judged = [v for v in of_it if v.claim.stance not in OFF_STANCE]
        if judged:
            counts.append(f"{len(judged)} {words}")
    aside = sum(v.claim.stance in OFF_STANCE for v in shown(report))
    if aside:
        counts.append(f"{aside} reported as false")
    if report.not_judged:
        counts.append(f"{len(report.not_judged)} not judged")
    few = 0 < len(report.topics) <= 3
    topics = ", ".join(report.topics) if few else f"{len(report.topics)} topics"
    origin = f"factcheck {report.version}, reference {report.reference_hash[:12]} ({topics})"
    return ", ".join(counts) or ("Nothing flagged" if report.verdicts else ""), origin

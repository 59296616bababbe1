"""The words that reports for people share: headings, reasons, the summary."""

from __future__ import annotations

from collections.abc import Mapping

from factcheck.measures.writing_dates import write_date
from factcheck.records import Claim, Decision, Report, Verdict
from factcheck.reports.answer import chosen_options, line_of, shown

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
DECISIONS = {
    "accepted": "accepted",
    "false-alarm": "a false alarm",
    "waived": "waived",
    "baseline": "known before",
}
#: speakers of a repeated claim, and times that it was said before, that are named
_SPEAKERS = 4
NOTHING_KNOWN = "Nothing to judge: the text says nothing that the reference knows about."

_VERDICTS = {
    "refuted": "refuted",
    "supported": "supported",
    "not_enough_info": "not enough info",
}
#: what is counted of a document, in the order of telling
COUNTED = (*_VERDICTS.values(), "reported as false", "not judged", "set aside", "not checked")


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


def decision_text(decision: Decision | None) -> str | None:
    """What a person decided, who, why and until when."""
    if decision is None:
        return None
    words = DECISIONS.get(decision.decision, decision.decision)
    words += f" by {decision.by}" if decision.by else ""
    words += f" until {decision.until}" if decision.until else ""
    return f"{words}: {decision.why}" if decision.why else words


def repeated_text(verdict: Verdict) -> str | None:
    """How often the same claim was made, since when, by whom."""
    again = verdict.repeated
    if again is None:
        return None
    words = f"made {again.times} times"
    words += f" since {write_date(again.since.isoformat())}" if again.since else ""
    names = ", ".join(again.by[:_SPEAKERS])
    more = len(again.by) - _SPEAKERS
    words += f", by {names}" if names else ""
    return f"{words} and {more} more" if more > 0 else words


def said_before_text(verdict: Verdict) -> str | None:
    """Who made the same claim before, and when, where it was checked then."""
    told: list[str] = []
    who: str | None = None
    for one in verdict.said_before:
        words = "" if one.speaker == who and told else f"by {one.speaker or 'somebody'} "
        if one.date:
            words += f"{'on' if len(one.date) == 10 else 'in'} {write_date(one.date)}"
        told.append(words.rstrip())
        who = one.speaker
    told = [words for words in dict.fromkeys(told) if words]
    more = [f"{len(told) - _SPEAKERS} times more"] if len(told) > _SPEAKERS else []
    return ", ".join(told[:_SPEAKERS] + more) or None


def place_text(report: Report, verdict: Verdict) -> str:
    """Where the phrase stands: "line 3", "page 7, 00:12:31", or nothing."""
    place, line = verdict.claim.place, line_of(report, verdict.claim)
    parts = (
        f"line {line}" if line is not None else None,
        f"page {place.page}" if place.page is not None else None,
        place.time,
    )
    return ", ".join(part for part in parts if part)


def options_text(report: Report) -> str:
    """The options that the answers depend on: "known on 2024-12-31, only count", or nothing."""
    options = chosen_options(report).items()
    return ", ".join(f"{name.replace('_', ' ')} {text}" for name, text in options)


def origin_text(report: Report) -> str:
    """What an answer rests on, in full: version, reference hash, topics, options."""
    words = f"factcheck {report.version}, reference {report.reference_hash}"
    words += f" ({', '.join(report.topics)})" if report.topics else ""
    options = options_text(report)
    return f"{words}; options: {options}" if options else words


def error_text(report: Report) -> str:
    """Why a document could not be used, without its name, which stands beside it."""
    return (report.error or "").removeprefix(f"{report.document.id}: ")


def counts(report: Report) -> dict[str, int]:
    """How many claims have which verdict, how much was not judged, and how many flags a person
    or a baseline has set aside, in words; without zeros."""
    claims = shown(report)
    judged = [verdict for verdict in claims if verdict.claim.stance not in OFF_STANCE]
    told = {
        words: sum(verdict.verdict == name for verdict in judged)
        for name, words in _VERDICTS.items()
    }
    told["reported as false"] = len(claims) - len(judged)
    told["not judged"] = len(report.not_judged)
    told["set aside"] = sum(verdict.is_flagged and verdict.is_excused for verdict in claims)
    return {words: number for words, number in told.items() if number}


def counts_text(told: Mapping[str, int]) -> str:
    """Counts as "2 refuted, 1 not judged"."""
    return ", ".join(f"{number} {words}" for words, number in told.items())


def summary(report: Report) -> tuple[str, str]:
    """How many claims have which verdict; and what the answer rests on."""
    few = 0 < len(report.topics) <= 3
    topics = ", ".join(report.topics) if few else f"{len(report.topics)} topics"
    origin = f"factcheck {report.version}, reference {report.reference_hash[:12]} ({topics})"
    options = options_text(report)
    origin += f"; {options}" if options else ""
    if report.error is not None:
        return f"Not checked: {error_text(report)}", origin
    told = counts_text(counts(report))
    return told or ("Nothing flagged" if report.verdicts else ""), origin

"""ClaimReview (schema.org) as JSON-LD: what a publisher puts into a page about a claim.

Only claims that were supported or refuted, and not those that an editor called false alarms.
The house's own scale, name and page are options of the report:

- `publisher`: the name of the house, `page`: the address of the published review
- `rating_refuted`, `rating_supported`: "1 False", a number and the words for it
- `scale`: "1 5", the worst and the best number
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any, BinaryIO

from factcheck.records import Report, Verdict
from factcheck.reports.answer import claim_id, fact_text, source_text
from factcheck.reports.escaping import json_safe, link, printable
from factcheck.reports.stamping import stamp
from factcheck.reports.wording import origin_text

suffix = ".jsonld"

_SCALE = {"rating_refuted": "1 False", "rating_supported": "5 True", "scale": "1 5"}


def write(reports: Iterable[Report], stream: BinaryIO) -> None:
    """Write one JSON-LD graph; each review as soon as its report is there."""
    stream.write(b'{\n"@context": "https://schema.org",\n"@graph": [')
    opened = False
    try:
        for report in reports:
            for verdict in report.verdicts:
                if _is_reviewed(verdict):
                    stream.write((",\n" if opened else "\n").encode() + _text(report, verdict))
                    opened = True
    finally:
        stream.write(b"\n]\n}\n" if opened else b"]\n}\n")


def _is_reviewed(verdict: Verdict) -> bool:
    alarm = verdict.decision is not None and verdict.decision.decision in ("false-alarm", "waived")
    spoken = verdict.claim.stance in ("asserted", "reported")
    return spoken and verdict.verdict in ("refuted", "supported") and not alarm


def _text(report: Report, verdict: Verdict) -> bytes:
    text = json.dumps(_review(report, verdict), ensure_ascii=False, indent=1)
    # the graph may be put into a <script> element: nothing in it may end that
    inert = text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")
    return json_safe(inert).encode()


def _review(report: Report, verdict: Verdict) -> dict[str, Any]:
    claim, options = verdict.claim, _SCALE | dict(report.options)
    review: dict[str, Any] = {
        "@type": "ClaimReview",
        "identifier": claim_id(claim),
        "claimReviewed": printable(claim.sentence or claim.quote) or claim.question.subject,
        "itemReviewed": _claim(report, verdict),
        "reviewRating": _rating(verdict, options),
        "reviewBody": printable(verdict.explanation),
    }
    if made := stamp(report):
        review["datePublished"] = made[:10]
    if publisher := options.get("publisher"):
        review["author"] = {"@type": "Organization", "name": printable(publisher)}
    if page := link(options.get("page")):
        review["url"] = page
    if works := _citations(verdict):
        review["citation"] = works
    review["isBasedOn"] = {
        "@type": "SoftwareApplication",
        "name": "factcheck",
        "softwareVersion": printable(report.version),
        "description": printable(origin_text(report)),
    }
    return review


def _claim(report: Report, verdict: Verdict) -> dict[str, Any]:
    claim, document = verdict.claim, report.document
    about = f"{claim.question.subject}: {claim.question.property.replace('_', ' ')}"
    told: dict[str, Any] = {"@type": "Claim", "about": {"@type": "Thing", "name": printable(about)}}
    if who := claim.asserted_by or document.speaker:
        told["author"] = {"@type": "Person", "name": printable(who)}
    if document.date:
        told["datePublished"] = document.date.isoformat()
    if document.id:
        told["appearance"] = {"@type": "CreativeWork", "name": printable(document.id)}
    return told


def _rating(verdict: Verdict, options: dict[str, str]) -> dict[str, Any]:
    number, _, words = options[f"rating_{verdict.verdict}"].partition(" ")
    worst, _, best = options["scale"].partition(" ")
    return {
        "@type": "Rating",
        "ratingValue": number,
        "worstRating": worst,
        "bestRating": best,
        "alternateName": printable(words),
    }


def _citations(verdict: Verdict) -> list[dict[str, str]]:
    works: dict[str, dict[str, str]] = {}
    for fact in verdict.facts:
        for source in fact.sources:
            work = {"@type": "CreativeWork", "name": printable(source_text(source))}
            if address := link(source.url):
                work["url"] = address
            works.setdefault(work["name"], work | {"text": printable(fact_text(fact))})
    return list(works.values())

"""A report in which every text is hostile."""

from __future__ import annotations

from dataclasses import replace

from fixed_reports import BEGINNING

from factcheck.records import Decision, Document, EarlierCheck, NotJudged, Repeated, Report, Source

#: calculates, moves the cursor, turns the reading direction, marks up, opens a link
HOSTILE = (
    "=1+1|x"
    "\x1b[31mred\x9b2J\u202etxet\u2066<script>alert(1)</script>"
    "[a](javascript:x) | * # `x`\x00\ud800"
)


def hostile_report() -> Report:
    fact = replace(
        BEGINNING.facts[0],
        subject=HOSTILE,
        value=HOSTILE,
        sources=(
            Source("s", HOSTILE, HOSTILE, HOSTILE, "javascript:alert(1)", HOSTILE),
            Source("t", HOSTILE, None, None, "https://example.org/\u202e\x1b[31m"),
        ),
    )
    claim = replace(
        BEGINNING.claim,
        start=0,
        end=len(HOSTILE),
        quote=HOSTILE,
        sentence=HOSTILE + " and more",
        sentence_start=0,
        asserted_by=HOSTILE,
        stance="reported",
    )
    verdict = replace(
        BEGINNING,
        claim=claim,
        explanation=HOSTILE,
        correction=HOSTILE,
        corrected_sentence=HOSTILE,
        arithmetic=HOSTILE,
        facts=(fact,),
        trace=(HOSTILE,),
        decision=Decision("accepted", HOSTILE, HOSTILE),
        repeated=Repeated(2, None, (HOSTILE,)),
        said_before=(EarlierCheck(HOSTILE, HOSTILE, "2018-03", HOSTILE),),
    )
    return Report(
        Document(HOSTILE, HOSTILE, HOSTILE),
        (verdict,),
        (NotJudged(0, 3, HOSTILE, "ambiguous"),),
        (HOSTILE,),
        HOSTILE,
        "0.0.0",
    )

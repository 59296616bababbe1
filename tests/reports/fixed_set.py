"""The fixed set of answers: every kind, diagnosis and stance, several documents, a bad file."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from fixed_reports import BRIDGE, FULL, PAPER, SILENT, TABLE, fact, value

from factcheck.measures.periods import Period
from factcheck.records import (
    KINDS,
    Claim,
    Decision,
    Document,
    EarlierCheck,
    NotJudged,
    Passage,
    Place,
    Question,
    Repeated,
    Report,
    Source,
    Verdict,
)

HASH = "0123456789abcdef0123456789abcdef"
NEWS = Source(
    "news", "다리 통행량 통계", "Ponte Daily", "2023-05-02", "https://example.org/n?a=1&b=2#c"
)

#: sentence, quote, kind, diagnosis, correction, explanation, property, value of the fact, its time
WRONG = [
    ("Work on the Alma Bridge ended in 1959.", "in 1959", "end_date", "off_by_one", "in 1960",
     "Work on the Alma Bridge ended on 2 May 1960 (Office of Roads).",
     "construction_end", "1960-05-02", "1960"),
    ("The contract for it was signed in March 1957.", "in March 1957", "signing_date",
     "swapped_parties", "in May 1957", "It was signed on 9 May 1957.",
     "contract_signed", "1957-05-09", "1957"),
    ("It cost us 15 billion dollars.", "15 billion dollars", "amount", "magnitude",
     "1.5 billion dollars", "The Alma Bridge cost 1.5192 billion, not 15 billion.",
     "building_cost", "1519200000", "1961"),
    ("The toll went up by 50 percent last year.", "50 percent", "percentage", "rounding",
     "8.2 percent", "The toll rose by 8.2% in 2024.", "toll_change", "8.2", "2024"),
    ("It is the third bridge over the Alma.", "third", "ordinal", None, "second",
     "It is the second: the Old Bridge of 1742 is the only one before it.",
     "place_in_series", "2", "1961/.."),
    ("They closed it for six months.", "six months", "duration", "annual_vs_total", "six weeks",
     "It was closed from 1 July to 12 August 2024.", "closed_for", "P6W", "2024"),
    ("Mayor Rossi built it.", "Mayor Rossi", "party_or_actor", "wrong_term", "Mayor Bianchi",
     "Rossi took office in 1994; Bianchi held the office from 1955 to 1963.",
     "built_under", "Bianchi", "1955/1963"),
    ("And then they tore it down.", "tore it down", "status", "stale", "repaired it",
     "The Alma Bridge stands.", "status", "open", "1961/.."),
    ("We pay for repairs every month.", "every month", "frequency", None, "every year",
     "Repairs were paid for once a year from 2015 to 2024.", "repairs", "yearly", "2015/2024"),
    ("It carries more traffic than ever.", "more traffic than ever", "comparison",
     "currency", "less traffic than in 2019", "It carried most in 2019: 31,000 vehicles a day.",
     "daily_traffic", "31000", "2019"),
]  # fmt: skip


def _verdict(text: str, row: tuple[str | None, ...], **more: object) -> Verdict:
    sentence, quote, kind, diagnosis, correction, explanation, about, found, time = row
    assert sentence and quote and kind and explanation and about and found and time
    begin = text.index(sentence)
    start = begin + sentence.index(quote)
    cited = fact(f"f-{kind}", about, found, valid=Period.parse(time), sources=(PAPER, TABLE, NEWS))
    line = text.count("\n", 0, start) + 1
    claim = Claim(
        start, start + len(quote), quote, sentence, begin, Question(BRIDGE, about), kind,
        replace(value(quote, "number", Decimal(start)), start=start, end=start + len(quote)),
        asserted_by="Bo Birch", place=Place(line=line),
    )  # fmt: skip
    corrected = sentence.replace(quote, correction) if correction else None
    return replace(
        Verdict(claim, "refuted", explanation, (cited,), diagnosis, correction),
        corrected_sentence=corrected,
        **more,  # type: ignore[arg-type]
    )


INTERVIEW = "\n".join(row[0] or "" for row in WRONG)
_JUDGED = tuple(_verdict(INTERVIEW, row) for row in WRONG)
EVERY_KIND = Report(
    Document(INTERVIEW, "interviews/birch.md", "Bo Birch", date(2025, 3, 14)),
    (
        *_JUDGED[:3],
        replace(_JUDGED[3], verdict="not_enough_info", correction=None, corrected_sentence=None),
        *_JUDGED[4:8],
        replace(
            _JUDGED[8],
            decision=Decision(
                "waived", "He meant the small repairs.", "A. Editor", date(2027, 1, 31)
            ),
        ),
        replace(_JUDGED[9], decision=Decision("false-alarm", "He spoke of another bridge.")),
    ),
    (
        NotJudged(0, 4, "Work", "opinion"),
        NotJudged(INTERVIEW.index("last"), INTERVIEW.index("last") + 9, "last year", "no_date"),
    ),
    ("bridges",),
    HASH,
    "0.0.0",
)

_SPOKEN = "ANN ALDER: It opened in 1961.\nRossi says that the Alma Bridge cost 3 billion euros."
SUBTITLES = Report(
    Document(
        _SPOKEN,
        "debate.srt",
        None,
        date(2024, 10, 1),
        (
            Passage(11, 29, "Ann Alder", Place(line=2, time="00:00:04")),
            Passage(30, len(_SPOKEN), "Bo Birch", Place(line=6, time="01:12:31")),
        ),
    ),
    (
        replace(
            _verdict(
                _SPOKEN,
                ("It opened in 1961.", "in 1961", "start_date", None, None,
                 "It opened on 13 August 1961.", "opened", "1961-08-13", "1961"),
            ),
            verdict="supported",
        ),
        _verdict(
            _SPOKEN,
            ("Rossi says that the Alma Bridge cost 3 billion euros.", "3 billion euros", "amount",
             "annual_vs_total", "1.5 billion euros",
             "It cost 1.5192 billion euros: 1.2 billion for the bridge, 0.3192 billion for roads.",
             "building_cost", "1519200000", "1961"),
            repeated=Repeated(
                7, date(2019, 5, 1), ("Rossi", "Ann Alder", "Bo Birch", "C. Cole", "D. Day")
            ),
            said_before=(
                EarlierCheck(
                    "The Alma Bridge cost three billion.", "Rossi", "2019-05-01", "1.5192 billion."
                ),
                EarlierCheck("Three billion for a bridge.", "Rossi", "2023-11", "1.5192 billion."),
                EarlierCheck("It cost 3 billion euros.", None, None, "1.5192 billion euros."),
            ),
            arithmetic="1.2 + 0.3192 = 1.5192 billion EUR (Table 4, rows 12 and 13)",
        ),
    ),
    (),
    ("bridges",),
    HASH,
    "0.0.0",
)  # fmt: skip
SUBTITLES = replace(
    SUBTITLES,
    verdicts=tuple(
        replace(
            verdict,
            claim=replace(verdict.claim, place=passage.place, asserted_by=who, stance=stance),
        )
        for verdict, passage, who, stance in zip(
            SUBTITLES.verdicts,
            SUBTITLES.document.passages,
            ("Ann Alder", "Rossi"),
            ("asserted", "reported"),
            strict=True,
        )
    ),
)

#: none flagged, and what was right
CALM = Report(
    Document(_SPOKEN[11:29], "calm.txt", None, None),
    (
        replace(
            SUBTITLES.verdicts[0],
            claim=replace(
                SUBTITLES.verdicts[0].claim, start=10, end=17, sentence_start=0, place=Place(line=1)
            ),
        ),
    ),
    (),
    ("bridges",),
    HASH,
    "0.0.0",
    {"known_on": "2024-12-31", "stance": "all"},
)
BAD = Report(
    Document("", "broken.pdf"),
    (),
    (),
    ("bridges",),
    HASH,
    "0.0.0",
    error="broken.pdf: a PDF that cannot be read: save it again, or paste its text",
)
REPORTS = (FULL, EVERY_KIND, SUBTITLES, CALM, SILENT, BAD)

assert {v.claim.kind for r in REPORTS for v in r.verdicts} == set(KINDS)

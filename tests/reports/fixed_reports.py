"""One fixed set of reports, made by hand, that goes through every format."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from factcheck.measures.periods import Period
from factcheck.measures.values import Value
from factcheck.records import (
    Claim,
    Document,
    Fact,
    NotJudged,
    Passage,
    Place,
    Question,
    Report,
    Source,
    Verdict,
)

BRIDGE = "Alma Bridge"
PAPER = Source("paper", "Bridges of the region", "Office of Roads", "1998", "https://example.org/b")
TABLE = Source("table", "Table 4", "Office of Roads", "2024", "https://example.org/t(4)", "row 12")


def value(text: str, kind: str, read: Decimal | str | None, unit: str | None = None) -> Value:
    return Value(0, len(text), text, kind, read, unit)


def fact(name: str, property_name: str, text: str, **more: object) -> Fact:
    return Fact(name, "bridges", BRIDGE, property_name, text, **more)  # type: ignore[arg-type]


OPENED = fact("b1", "opened", "1961-08-13", sources=(PAPER,))
COST = fact(
    "b2",
    "building_cost",
    "1519200000",
    unit="EUR",
    reading=value("1519200000", "number", Decimal("1519200000")),
    valid=Period.parse("1961"),
    sources=(PAPER, TABLE),
)
TRAFFIC = fact("b3", "daily_traffic", "28500", unit="vehicles", valid=Period.parse("2019/2021"))
LANES = fact("b4", "lanes", "6", confidence="unverified", valid=Period.parse("1998/.."))

TEXT = (
    "They opened the Alma Bridge in my first term, for 1.5 billion euros.\n"
    "“Nonsense”, said Rossi: it carries 45,000 cars a day! 東京の橋 is longer.\n"
    "Papers wrongly wrote that it has eight lanes."
)


def claim(
    quote: str, sentence: str, question: Question, kind: str, read: Value, **more: object
) -> Claim:
    start = TEXT.index(quote)
    return Claim(
        start,
        start + len(quote),
        quote,
        sentence,
        TEXT.index(sentence),
        question,
        kind,
        read,
        **more,  # type: ignore[arg-type]
    )


FIRST, SECOND, THIRD = TEXT.split("\n")

BEGINNING = Verdict(
    claim(
        "in my first term",
        FIRST,
        Question(BRIDGE, "opened"),
        "start_date",
        value("my first term", "period", "2017-01-20/2021-01-20"),
        asserted_by="Ann Alder",
        place=Place(line=1),
        trace=("“They opened” asks for opened of Alma Bridge",),
    ),
    "refuted",
    "The Alma Bridge opened on 13 August 1961; Ann Alder's first term began on 20 January 2017.",
    (OPENED,),
    diagnosis="wrong_term",
    correction="in 1961",
    trace=("1961-08-13 lies before 2017-01-20",),
    corrected_sentence="They opened the Alma Bridge in 1961, for 1.5 billion euros.",
)
PRICE = Verdict(
    claim(
        "1.5 billion euros",
        FIRST,
        Question(BRIDGE, "building_cost", Period.parse("1961")),
        "amount",
        value("1.5 billion euros", "amount", Decimal("1500000000"), "EUR"),
        asserted_by="Ann Alder",
        place=Place(line=1),
    ),
    "supported",
    "It cost 1.5192 billion euros, which is 1.5 billion at the precision stated.",
    (COST,),
)
CARS = Verdict(
    claim(
        "45,000",
        SECOND.partition(" 東京")[0],
        Question(BRIDGE, "daily_traffic", Period.parse("2020")),
        "count",
        value("45,000", "number", Decimal(45000)),
        stance="reported",
        asserted_by="Rossi",
        place=Place(line=1),
    ),
    "refuted",
    "It carried 28,500 vehicles a day in 2020.",
    (TRAFFIC,) * 7,
    diagnosis="other_period",
    correction="28,500",
    arithmetic="(27,000 + 28,500 + 30,000) / 3 = 28,500",
    corrected_sentence="“Nonsense”, said Rossi: it carries 28,500 cars a day!",
)
EIGHT = Verdict(
    claim(
        "eight lanes",
        THIRD,
        Question(BRIDGE, "lanes"),
        "count",
        value("eight", "number", Decimal("8.5")),
        stance="reported_as_false",
        place=Place(page=7, time="00:12:31"),
    ),
    "not_enough_info",
    "Only unverified facts speak of its lanes.",
    (LANES,),
    reason="unverified_only",
)

FULL = Report(
    Document(
        TEXT,
        "speech.txt",
        "Ann Alder",
        date(2025, 4, 8),
        (Passage(0, len(TEXT), "Ann Alder", Place(line=1)),),
    ),
    (BEGINNING, PRICE, CARS, EIGHT),
    (NotJudged(TEXT.index("a day"), TEXT.index("a day") + 5, "a day", "ambiguous"),),
    ("bridges", "offices"),
    "0123456789abcdef0123456789abcdef",
    "0.0.0",
)
SILENT = Report(
    Document("Nothing to see here."),
    (),
    (),
    ("bridges",),
    "0123456789abcdef0123456789abcdef",
    "0.0.0",
)

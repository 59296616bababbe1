"""Facts as sentences: what an editor prints."""

from __future__ import annotations

import pytest
from hand_made import fact, term

from factcheck.checking.phrases import say_period
from factcheck.checking.wording import say_difference, say_fact
from factcheck.measures.periods import Period
from factcheck.records import Fact, Source

WHITE_PAPER = Source("w", "White Paper 2018", "Ministry of Finance, republished by a blog")
CASES = [
    (
        fact("Larkham grant | amount | 1519200000000 won", "2026", label="Larkham's yearly grant"),
        "Larkham's yearly grant in 2026 is 1.5192 trillion won",
    ),
    (
        fact("Norrow Museum | visitors | 23,766", "2025-06-30"),
        "The visitors of Norrow Museum on June 30, 2025 come to 23,766",
    ),
    (fact("Depot | staff | about 850", "2008/.."), "The staff of Depot come to about 850"),
    (fact("2nd Act | date_signed | 2024-11-04"), "The 2nd Act was signed on November 4, 2024"),
    (
        fact("12th Accord | date_in_force | 2024-11-29", label="in force"),
        "The 12th Accord took effect on November 29, 2024",
    ),
    (fact("Ferry Contract | date_expired | 2019"), "Ferry Contract expired in 2019"),
    (fact("Ada Holt | term_start | 2019", label="took office"), "Ada Holt took office in 2019"),
    (fact("Pact | payer | Larkham", label="who pays"), "Who pays: Larkham"),
    (
        fact("Pact | length | P6Y", label="the years covered"),
        "The years covered of Pact come to six years",
    ),
    (
        fact("Larkham arts support | support | 12", label="yearly arts support"),
        "Larkham arts support is 12",
    ),
    (fact("Rule | year | 2006", label="first agreed"), "Rule was first agreed in 2006"),
    (fact("Pact | cap | 4%", label="the cap on rises"), "The cap on rises of Pact is 4%"),
    (fact("12th Accord | duration | P5Y"), "The duration of the 12th Accord is five years"),
    (fact("Grant | first_year | 1991", label="when the grants began"), "The grants began in 1991"),
    (
        fact("9th Accord | signatory | Sung Park", label="signed for Norrow by"),
        "The 9th Accord was signed for Norrow by Sung Park",
    ),
    (
        fact("Larkham | asked | 5 billion dollars", "2019", label="what Larkham asked for"),
        "What Larkham asked for in 2019 is $5 billion",
    ),
    (
        term("Ada Holt", "Mayor of Larkham", "2021-01-20/2025-01-20"),
        "Ada Holt was Mayor of Larkham from January 20, 2021 to January 20, 2025",
    ),
    (
        fact("11th Accord | status | in force", "2021-09-01/2025-12-31"),
        "The 11th Accord was in force from September 1, 2021 to December 31, 2025",
    ),
    (fact("Larkham FC | coach | Maria Lind"), "The coach of Larkham FC is Maria Lind"),
    (fact("Depot | share | more than 90%"), "The share of Depot is more than 90%"),
    (fact("Larkham Accords | | 12"), "The number of members of Larkham Accords is 12"),
    (fact("Festival 2025 | ordinal | 41st"), "Festival 2025 is the 41st of its series"),
]  # fmt: skip


@pytest.mark.parametrize(("made", "sentence"), CASES)
def test_a_fact_is_said_in_a_sentence(made: Fact, sentence: str) -> None:
    assert say_fact(made) == f"{sentence} (Larkham City Council)."


def test_whose_figure_it_is() -> None:
    made = fact("Depot | share | 90%", sources=(WHITE_PAPER,))
    assert say_fact(made) == "The share of Depot is 90% (Ministry of Finance)."
    assert say_fact(fact("Depot | share | 90%", sources=())) == "The share of Depot is 90%."


def test_sources_that_differ() -> None:
    others = [fact("Depot | share | 90%", "2025-06-30"), fact("Depot | share | 92%", "2024/..")]
    assert say_difference(others) == (
        " Sources differ: also 90% (on June 30, 2025; Larkham City Council)"
        " and 92% (since January 1, 2024; Larkham City Council)."
    )
    assert say_difference([]) == ""


@pytest.mark.parametrize(
    ("period", "said"),
    [
        ("2026", "in 2026"),
        ("2026-03", "in March 2026"),
        ("2026-03-04", "on March 4, 2026"),
        ("2022/2026", "from 2022 to 2026"),
        ("2026-03-04/2026-05-06", "from March 4, 2026 to May 6, 2026"),
        ("../2003", "until December 31, 2003"),
        ("2008/..", ""),
    ],
)
def test_when_it_holds(period: str, said: str) -> None:
    assert say_period(Period.parse(period)) == said


def derived(line: str, valid: str, label: str, arithmetic: str) -> Fact:
    return fact(line, valid, label=label, arithmetic=arithmetic, made_from=("a", "b"))


@pytest.mark.parametrize(
    ("made", "sentence"),
    [
        (
            derived("Grant | grant | 13.9%", "2021", "the change from 2020 to 2021", "2 / 1 = 3"),
            "Grant rose by 13.9% from 2020 to 2021: 2 / 1 = 3",
        ),
        (
            derived("Grant | grant | -0.5%", "2021", "the change from 2020 to 2021", "2 / 1 = 3"),
            "Grant fell by 0.5% from 2020 to 2021: 2 / 1 = 3",
        ),
        (
            derived("Grant | grant | 1.14", "2021", "the ratio from 2019 to 2021", "8 / 7 = 1.14"),
            "Grant in 2021 came to 1.14 times that of 2019: 8 / 7 = 1.14",
        ),
        (
            derived("A | staff | 2.2", "2021", "the ratio between A and B", "22 / 10 = 2.2"),
            "A comes to 2.2 times B: 22 / 10 = 2.2",
        ),
        (
            derived("A | staff | -21", "2021", "the difference between A and B", "1 − 22 = -21"),
            "The difference between A and B is -21: 1 − 22 = -21",
        ),
        (
            derived(
                "Accords | status | in force", "2021/2025", "the status",
                "11th Accord: first year 2020; 11th Accord: last year 2025; in force 2021–2025",
            ),
            "Accords was in force from 2021 to 2025: 11th Accord (first year 2020, last year 2025)",
        ),
        (
            derived("Grant | grant | every year", "1991/2025", "Larkham's grant", "35 years"),
            "Larkham's grant: every year from 1991 to 2025",
        ),
        (
            fact("Grant | grant | 12", "2025", label="Larkham's grant, in dollars as reported"),
            "Larkham's grant in 2025 is 12 (in dollars as reported",
        ),
        (
            fact("Grant | grant | 12", "2025", label="the total Larkham's yearly grant"),
            "Larkham's total yearly grant in 2025 is 12",
        ),
        (term("A. Holt", "Mayor", "2025-01-20/.."), "A. Holt has been Mayor since January 20,"),
    ],
)  # fmt: skip
def test_a_derived_fact_is_said_in_a_sentence(made: Fact, sentence: str) -> None:
    assert say_fact(made).startswith(sentence)

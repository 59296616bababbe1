"""Scoring: which answer meets which row, what is a false alarm, what the figures say."""

from __future__ import annotations

import json
from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path

import pytest

from factcheck.measures.values import Value
from factcheck.records import Claim, Document, Question, Report, Unusable, Verdict
from factcheck.scoring import (
    Outcome,
    Row,
    Statement,
    outcome,
    read_statements,
    score,
    score_statement,
    told,
    wrong_rows,
)

TEXT = "The bridge has 45,000 users and six lanes. It opened in 1961. Is it 70 years old?"


def answer(quote: str, verdict: str = "refuted", kind: str = "count", **more: str) -> Verdict:
    start = TEXT.index(quote)
    sentence = next(s for s in TEXT.split(". ") if quote in s)
    claim = Claim(
        start,
        start + len(quote),
        quote,
        sentence,
        TEXT.index(sentence),
        Question("bridge", "users"),
        kind,
        Value(start, start + len(quote), quote, "number", Decimal(1)),
        stance=more.pop("stance", "asserted"),
    )
    return Verdict(claim, verdict, more.pop("explanation", "because"), **more)  # type: ignore[arg-type]


def held(rows: Sequence[Row], answers: Sequence[Verdict], *tempting: str) -> Outcome:
    statement = Statement("s", TEXT, "s", expected=tuple(rows), must_not_flag=tempting)
    return score_statement(statement, Report(Document(TEXT), tuple(answers), (), (), "", ""))


FALSE_USERS = Row("45,000", "refuted", "count", correct="28,500", correct_alt=("28500",))


def test_an_answer_meets_a_row_when_their_spans_overlap() -> None:
    found = held([FALSE_USERS], [answer("has 45,000 users", correction="28,500 users")])
    assert found.is_right and not found.fails
    assert found.rows[0].has_right_kind and found.rows[0].correct_in == "correction"


def test_an_answer_of_the_same_kind_in_the_same_sentence_meets_a_row() -> None:
    found = held([FALSE_USERS], [answer("six lanes", explanation="There are 28500.")])
    assert found.rows[0].is_right and found.rows[0].correct_in == "explanation"
    assert not found.false_alarms


def test_but_not_of_another_kind_or_from_another_sentence() -> None:
    for other in (answer("six lanes", kind="amount"), answer("1961")):
        found = held([FALSE_USERS], [other])
        assert found.rows[0].answer is None and found.rows[0].verdict == "not_enough_info"
        assert found.false_alarms == (other,) and found.fails


def test_nor_when_it_meets_another_row() -> None:
    lanes = Row("six", "refuted", "count")
    found = held([FALSE_USERS, lanes], [answer("six lanes")])
    assert [row.is_right for row in found.rows] == [False, True]


def test_a_flagged_claim_on_a_supported_row_is_a_false_alarm() -> None:
    found = held([Row("1961", "supported")], [answer("1961", kind="start_date")])
    assert len(found.false_alarms) == 1 and not found.rows[0].is_right


def test_accepted_verdicts_are_right_and_no_answer_is_not_enough_info() -> None:
    lenient = Row("1961", "supported", accept=("supported", "not_enough_info"))
    assert held([lenient], []).is_right
    assert not held([Row("1961", "supported")], []).is_right
    careful = Row("45,000", "not_enough_info", accept=("refuted",))
    assert held([careful], [answer("45,000")]).is_right


def test_what_is_reported_as_false_is_neither_flagged_nor_an_answer() -> None:
    found = held([], [answer("45,000", stance="reported_as_false")], "45,000")
    assert found.is_right and not found.flagged and not found.tempted
    found = held([FALSE_USERS], [answer("45,000", stance="reported_as_false")])
    assert found.rows[0].verdict == "not_enough_info"


def test_a_tempting_phrase_must_stay_unflagged() -> None:
    found = held([FALSE_USERS], [answer("six lanes")], "six lanes")
    assert found.tempted == ("six lanes",) and len(found.false_alarms) == 1


def test_a_weak_row_may_be_wrong_without_failing() -> None:
    weak = Row("1961", "supported", strength="weak")
    found = held([weak], [])
    assert not found.is_right and not found.fails


def test_of_several_answers_the_one_that_serves_the_row_counts() -> None:
    unsure = answer("45,000 users", "not_enough_info")
    found = held([FALSE_USERS], [unsure, answer("45,000")])
    assert found.rows[0].is_right and not found.false_alarms


def test_the_figures_are_shares_with_their_counts() -> None:
    outcomes = [
        held([FALSE_USERS], [answer("45,000", correction="28,500")]),
        held([FALSE_USERS], []),
        held([Row("1961", "supported")], [answer("1961", "supported", "start_date")]),
        held([], [answer("six lanes")], "six lanes"),
        held([], []),
    ]
    found = score(outcomes)
    assert found["refuted"] == {
        "precision": {"share": 0.5, "of": 1, "all": 2},
        "recall": {"share": 0.5, "of": 1, "all": 2},
    }
    assert found["supported"]["precision"] == {"share": 1.0, "of": 1, "all": 1}
    assert found["supported"]["recall"] == {"share": 1.0, "of": 1, "all": 1}
    assert found["by_kind"]["count"]["refuted_precision"] == {"share": 0.5, "of": 1, "all": 2}
    assert found["by_kind"]["amount"]["refuted_recall"] == {"share": None, "of": 0, "all": 0}
    assert found["silent_flagged"] == {"share": 0.5, "of": 1, "all": 2}
    assert found["tempting_flagged"] == {"share": 1.0, "of": 1, "all": 1}
    assert found["correction_right"] == {"share": 1.0, "of": 1, "all": 1}
    assert found["false_alarms"] == 1
    assert found["statements"] == {"share": 0.6, "of": 3, "all": 5}
    lines = list(told(found))
    assert "refuted            50.0% (1/2)          50.0% (1/2)" in lines
    assert not any(line.endswith(" ") for line in lines)


def test_what_went_wrong_is_listed_with_the_answer() -> None:
    missed, alarm = held([FALSE_USERS], []), held([], [answer("six lanes")])
    text = "\n".join(wrong_rows([missed, alarm]))
    assert "strong: '45,000' expected refuted count; no answer" in text
    assert "FALSE ALARM answered refuted count at 'six lanes'" in text
    assert list(wrong_rows([held([], [])])) == []


class Scripted:
    """A checker that gives these verdicts by text, or raises."""

    def __init__(self, verdicts: dict[str, list[Verdict]]) -> None:
        self.verdicts = verdicts

    def check(self, document: Document) -> Report:
        if document.text not in self.verdicts:
            raise ZeroDivisionError("a defect")
        return Report(document, tuple(self.verdicts[document.text]), (), (), "", "")


def test_corrected_sentences_are_checked_again() -> None:
    wrong = answer("45,000", corrected_sentence="Fine now.")
    still = answer("six lanes", corrected_sentence="Not fine.")
    checker = Scripted({TEXT: [wrong, still], "Fine now.": [], "Not fine.": [answer("1961")]})
    statement = Statement("s", TEXT, "s", expected=(FALSE_USERS,))
    found = outcome(statement, checker)  # type: ignore[arg-type]
    assert found.corrected == ("Fine now.", "Not fine.")
    assert found.still_flagged == ("Not fine.",)


def test_a_corrected_sentence_may_keep_the_other_error() -> None:
    both = [
        answer("45,000", corrected_sentence="one left"),
        answer("six lanes", corrected_sentence="the other left"),
    ]
    left = {"one left": [answer("six lanes")], "the other left": [answer("45,000")]}
    found = outcome(Statement("s", TEXT, "s"), Scripted({TEXT: both} | left))  # type: ignore[arg-type]
    assert found.still_flagged == ()


def test_a_defect_in_one_statement_is_counted_and_the_rest_go_on() -> None:
    found = outcome(Statement("s", TEXT, "s", expected=(FALSE_USERS,)), Scripted({}))  # type: ignore[arg-type]
    assert found.error == "ZeroDivisionError: a defect" and found.fails
    assert score([found])["errors"] == 1
    assert "ERROR ZeroDivisionError: a defect" in "\n".join(wrong_rows([found]))


TOML = """
[[statement]]
id = "a1"
text = "The bridge opened in 1961."
date = "2025-04-08"
tags = ["dates"]
must_not_flag = ["bridge"]

[[statement.expected]]
quote = "in 1961"
verdict = "supported"
accept = ["supported", "not_enough_info"]
strength = "weak"
"""


def test_both_forms_of_labels_read_the_same(tmp_path: Path) -> None:
    toml, jsonl = tmp_path / "a.toml", tmp_path / "b.jsonl"
    toml.write_text(TOML, encoding="utf-8")
    [read] = read_statements(toml)
    row = {
        "quote": "in 1961",
        "verdict": "supported",
        "kind": "none",
        "accept": ["supported", "not_enough_info"],
        "strength": "weak",
    }
    jsonl.write_text(
        json.dumps(
            {
                "id": "a1",
                "text": read.text,
                "speaker": None,
                "date": "2025-04-08",
                "tags": ["dates"],
                "expected": [row],
                "must_not_flag": ["bridge"],
            }
        ),
        encoding="utf-8",
    )
    [other] = read_statements(jsonl)
    assert other.expected == read.expected and other.date == read.date
    assert len(read_statements(tmp_path)) == 2


@pytest.mark.parametrize(
    ("changed", "to", "says"),
    [
        ('"in 1961"', '"in 1962"', "no part of the text"),
        ('verdict = "supported"', 'verdict = "true"', "verdict and accept"),
        ("2025-04-08", "2025-04-31", "no day of the calendar"),
        ("strength", "strenght", "unknown strenght"),
        ("[[statement]]", "[[statement", "no TOML"),
        ('quote = "in 1961"', "", "quote and verdict"),
    ],
)
def test_wrong_labels_are_said_where_they_stand(
    changed: str, to: str, says: str, tmp_path: Path
) -> None:
    file = tmp_path / "a.toml"
    file.write_text(TOML.replace(changed, to), encoding="utf-8")
    with pytest.raises(Unusable, match=says) as raised:
        read_statements(file)
    assert str(file) in str(raised.value) and "\n" not in str(raised.value)

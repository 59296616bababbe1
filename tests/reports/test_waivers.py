"""Waivers and baselines excuse the claims that they name, and only those."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from fixed_reports import CARS, FULL
from fixed_set import CALM, EVERY_KIND, REPORTS

from factcheck.records import Decision, Report, Unusable
from factcheck.reports.answer import claim_id
from factcheck.reports.waivers import (
    Waiver,
    by_claim,
    decided,
    is_failing,
    known_before,
    read_waivers,
)

CAR_ID = claim_id(CARS.claim)


def excused(report: Report, *waivers: Waiver) -> list[str]:
    with_them = decided(report, by_claim(waivers))
    return [claim_id(v.claim) for v in with_them.verdicts if v.is_excused]


def test_a_waiver_meets_its_claim_everywhere_or_in_its_document() -> None:
    waived = Decision("waived", "known")
    assert excused(FULL, Waiver(CAR_ID, waived)) == [CAR_ID]
    assert excused(FULL, Waiver(CAR_ID, waived, "speech.txt")) == [CAR_ID]
    assert excused(FULL, Waiver(CAR_ID, waived, "other.txt")) == []
    assert excused(FULL, Waiver("0" * 12, waived)) == []


def test_accepting_excuses_nothing_and_the_first_decision_counts() -> None:
    accepted, waived = Waiver(CAR_ID, Decision("accepted")), Waiver(CAR_ID, Decision("waived"))
    assert excused(FULL, accepted) == []
    assert excused(FULL, accepted, waived) == []
    assert excused(FULL, waived, accepted) == [CAR_ID]


def test_what_is_not_flagged_is_not_excused() -> None:
    supported = FULL.verdicts[1]
    assert excused(FULL, Waiver(claim_id(supported.claim), Decision("waived"))) == []


def test_with_a_baseline_only_new_flags_fail() -> None:
    assert is_failing(FULL) and not is_failing(CALM)
    index = by_claim(known_before(REPORTS, "old.json"))
    assert not is_failing(decided(FULL, index))
    other = replace(FULL, document=replace(FULL.document, id="another.txt"))
    assert is_failing(decided(other, index))


def test_decisions_that_are_there_already_stay() -> None:
    again = decided(EVERY_KIND, by_claim(known_before(REPORTS, "old.json")))
    kept = [v.decision.decision for v in again.verdicts if v.decision]
    assert kept.count("waived") == 1 and kept.count("false-alarm") == 1


@pytest.mark.parametrize(
    ("day", "is_over"), [((2027, 1, 30), False), ((2027, 1, 31), False), ((2027, 2, 1), True)]
)
def test_the_last_day_still_counts(day: tuple[int, int, int], is_over: bool) -> None:
    waiver = Waiver(CAR_ID, Decision("waived", "x", until=date(2027, 1, 31)))
    assert waiver.is_over(date(*day)) == is_over
    assert not Waiver(CAR_ID, Decision("waived")).is_over(date(*day))


def test_a_file_of_waivers_is_read(tmp_path: Path) -> None:
    file = tmp_path / "waivers.toml"
    file.write_text(
        f'[[waiver]]\nclaim = "{CAR_ID}"\nwhy = "known"\nby = "A. Editor"\n'
        'until = 2027-01-31\ndocument = "speech.txt"\n'
        f'[[waiver]]\nclaim = "{CAR_ID}"\nwhy = "x"\ndecision = "false-alarm"\n',
        encoding="utf-8",
    )
    decision = Decision("waived", "known", "A. Editor", date(2027, 1, 31))
    first, second = read_waivers(file)
    assert first == Waiver(CAR_ID, decision, "speech.txt")
    assert second.decision == Decision("false-alarm", "x")


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("[[waiver", "no TOML"),
        ("claim = 1", "write each waiver as"),
        ('[[waiver]]\nclaim = "xyz"\nwhy = "w"', "waiver 1: claim must be a claim's id"),
        (f'[[waiver]]\nclaim = "{CAR_ID}"', "waiver 1: say why"),
        (f'[[waiver]]\nclaim = "{CAR_ID}"\nwhy = " "', "waiver 1: say why"),
        (f'[[waiver]]\nclaim = "{CAR_ID}"\nwhy = "w"\nuntil = "soon"', "until must be a day"),
        (f'[[waiver]]\nclaim = "{CAR_ID}"\nwhy = "w"\nuntl = 1', "unknown key 'untl'"),
        (f'[[waiver]]\nclaim = "{CAR_ID}"\nwhy = "w"\ndecision = "x"', "decision 'x' is none of"),
        (f'[[waiver]]\nclaim = "{CAR_ID}"\nwhy = "w"\nby = 1', "by must be text"),
    ],
)
def test_a_wrong_file_is_said_with_its_place(text: str, says: str, tmp_path: Path) -> None:
    file = tmp_path / "waivers.toml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(Unusable) as error:
        read_waivers(file)
    assert says in str(error.value) and "\n" not in str(error.value)
    assert str(error.value).startswith(str(file))

"""Earlier checks: read and refused, stored, found again by what a claim says, and shown."""

from __future__ import annotations

import io
import json
import sqlite3
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from sound_topic import sound_rows

from factcheck.api import Checker
from factcheck.measures.bounds import with_bounds
from factcheck.measures.values import Value
from factcheck.records import Document, Unusable
from factcheck.reference.cells import read_cell
from factcheck.reference.linting import lint
from factcheck.reference.lookup import Lookup, open_reference
from factcheck.reference.repeating import says_the_same
from factcheck.reference.topics import TopicFolder
from factcheck.reports import load_format

HEADER = "claim,speaker,date,what_is_true,sources,subject,property,value\n"
CHECKS = HEADER + (
    "The works of Larkham have 400 workers.,Ann Alder,2018-03,It was 144.,s1; Larkham Post,"
    "Larkham,workers,400\n"
    "Four hundred work there.,,,It was 144.,s2,Larkham,workers,about 400\n"
    "The Pact ended.,Bo Birch,2020-05-04,It runs on.,s1,Water Pact,status,ended\n"
    "Water is dear.,Bo Birch,2021,That is an opinion.,s1,,,\n"
)

Make = Callable[[str], Path]


@pytest.fixture
def make(tmp_path: Path) -> Make:
    """Makes a sound topic with this file of earlier checks."""

    def topic(checks: str) -> Path:
        folder = tmp_path / "works"
        sound_rows().write(folder)
        (folder / "earlier-checks.csv").write_text(checks, encoding="utf-8")
        return folder

    return topic


def count(figure: int, hedge: str | None = None) -> Value:
    return with_bounds(Value(0, 1, "", "number", Decimal(figure), hedge=hedge))


def found(lookup: Lookup, value: Value | str, by: date | None = None) -> list[str | None]:
    return [one.speaker for one in lookup.earlier("Larkham", "workers", value, by=by)]


def test_a_claim_with_the_same_value_is_found(make: Make) -> None:
    with open_reference([str(make(CHECKS))]) as lookup:
        assert found(lookup, count(400)) == ["Ann Alder", None]
        assert found(lookup, count(900)) == []
        first, _ = lookup.earlier("Larkham", "workers", count(400))
        assert (first.claim, first.date) == ("The works of Larkham have 400 workers.", "2018-03")
        assert first.what_is_true == "It was 144."
        assert [one.title for one in first.sources] == ["Record 1", "Larkham Post"]
        assert lookup.earlier("Melford", "workers", count(400)) == ()
        [ended] = lookup.earlier("Water Pact", "status", "ended")
        assert ended.speaker == "Bo Birch"
        assert lookup.earlier("Water Pact", "status", "in force") == ()


def test_only_what_was_surely_said_by_that_day(make: Make) -> None:
    folder = make(CHECKS)
    with open_reference([str(folder)]) as lookup:
        assert found(lookup, count(400), date(2018, 3, 31)) == ["Ann Alder"]
        assert found(lookup, count(400), date(2018, 3, 30)) == []
    with open_reference([str(folder)], known_on=date(2018, 1, 1)) as lookup:
        assert found(lookup, count(400)) == []


def test_what_answers_the_same_wording_is_asked_too(make: Make) -> None:
    folder = make(CHECKS)
    with (folder / "topic.toml").open("a", encoding="utf-8") as stream:
        stream.write(
            '[[same_question]]\nask = { subject = "Melford", property = "workers" }\nanswers = ['
            '{ subject = "Melford", property = "workers" },'
            '{ subject = "Larkham", property = "workers" }]\n'
        )
    with open_reference([str(folder)]) as lookup:
        assert len(lookup.earlier("Melford", "workers", count(400))) == 2


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("40,000", "40,000", True),
        ("40,000", "about 40,000", True),
        ("40,000", "42,000", False),
        ("$10 billion", "10 billion USD", True),
        ("$10 billion", "10 billion EUR", False),
        ("10 percent", "10", False),
        ("70 to 90 percent", "80 percent", True),
        ("70 to 90 percent", "92 percent", False),
        ("4 times", "4", False),
        ("2017-01-20/2021-01-20", "2018", True),
        ("2017-01-20/2021-01-20", "2022-03", False),
        ("1991/..", "2018", True),
        ("2018", "2,018 men", False),
        ("ended", "Ended", True),
        ("never", "ended", False),
    ],
)
def test_the_same_value(one: str, other: str, same: bool) -> None:
    read = [read_cell(text, None) or text for text in (one, other)]
    assert says_the_same(read[0], read[1]) is same
    assert says_the_same(read[1], read[0]) is same


def test_values_of_claims_that_are_no_figures() -> None:
    ended = Value(0, 5, "ended", "status", "ended")
    assert says_the_same("ended", ended) and not says_the_same("never", ended)
    factor = Value(0, 5, "four", "comparison", Decimal(4), "times")
    times = read_cell("4 times", None)
    assert times is not None and says_the_same(times, factor)
    assert not says_the_same(times, ended) and not says_the_same(times, count(4))


@pytest.mark.parametrize(
    ("row", "line", "message"),
    [
        (",A,2018,true,s1,,,\n", 2, "no claim"),
        ("said,A,2018,,s1,,,\n", 2, "no what_is_true"),
        ("said,A,2018,true,s1,,,\nsaid,A,March,true,s1,,,\n", 3, "'March' is no ISO 8601 date"),
        ("said,A,2018/2019,true,s1,,,\n", 2, "no period"),
        ("said,A,2018,true,s1,Larkham,,5\n", 2, "subject without property"),
        ("said,A,2018,true,s1,,,5\n", 2, "value without subject"),
        ("said,A\n", 2, "2 cells where the header has 8"),
        ("sa\x07id,A,2018,true,s1,,,\n", 2, "control character U+0007"),
    ],
)
def test_mistakes_are_refused_with_their_line(
    make: Make, row: str, line: int, message: str
) -> None:
    folder = make(HEADER + row)
    with pytest.raises(Unusable) as error, open_reference([str(folder)]):
        pass
    assert f"earlier-checks.csv:{line}: " in str(error.value) and message in str(error.value)
    findings = lint([TopicFolder("works", folder)])
    assert [(one.line, one.rule) for one in findings] == [(line, "form")]


def test_a_link_out_of_the_folder_is_refused(make: Make, tmp_path: Path) -> None:
    folder = make(f"{CHECKS}secret,,,secret,,,,\n")
    (folder / "earlier-checks.csv").rename(tmp_path / "elsewhere.csv")
    (folder / "earlier-checks.csv").symlink_to(tmp_path / "elsewhere.csv")
    with pytest.raises(Unusable, match="a link that leads out"), open_reference([str(folder)]):
        pass


def test_hostile_text_is_kept_as_text(make: Make) -> None:
    hostile = "=1+1'); DROP TABLE facts; --"
    text = f'"{hostile}"'
    row = ",".join([text, text, "", *[text] * 5])
    folder = make(f"{HEADER}{row}\n")
    with open_reference([str(folder)]) as lookup:
        [check] = lookup.earlier(hostile, hostile, hostile)
        assert check.claim == check.speaker == check.what_is_true == hostile
        assert lookup.facts("Larkham", "workers")


def test_a_name_that_looks_like_a_figure(make: Make) -> None:
    row = "The 2nd Division ran it.,,,The 1st did.,s1,Larkham,run_by,2nd Division\n"
    with open_reference([str(make(HEADER + row))]) as lookup:
        name = Value(0, 12, "2nd Division", "entity", "2nd Division")
        assert len(lookup.earlier("Larkham", "run_by", name)) == 1


def test_orphans_are_reported(make: Make) -> None:
    assert lint([TopicFolder("works", make(CHECKS))]) == []
    wrong = HEADER + (
        "one,A,2018,true,s1,Larkhm,workers,5\n"
        "two,A,2018,true,s1,Larkham,wrokers,5\n"
        "three,A,2018,true,s99,,,\n"
        "four,A,2018,true,,,,\n"
    )
    found = lint([TopicFolder("works", make(wrong))])
    assert [(one.line, one.rule) for one in found] == [(line, "links") for line in (2, 3, 4, 5)]
    assert "'Larkhm'" in found[0].message and "'wrokers' of 'Larkham'" in found[1].message
    assert "'s99'" in found[2].message and "no source" in found[3].message


def test_a_change_of_the_file_is_seen(make: Make) -> None:
    with open_reference([str(make(CHECKS))]) as lookup:
        before = lookup.hash
    with open_reference([str(make(CHECKS.replace("400", "500")))]) as lookup:
        assert lookup.hash != before
        assert found(lookup, count(400)) == []


def test_the_tables_are_strict(make: Make) -> None:
    with open_reference([str(make(CHECKS))]) as lookup:
        address = f"file:{lookup.store.file}?mode=ro"
    with sqlite3.connect(address, uri=True) as connection:
        strict = dict(connection.execute("SELECT name, strict FROM pragma_table_list"))
        assert strict["earlier_checks"] == strict["earlier_check_sources"] == 1
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        assert connection.execute("SELECT count(*) FROM earlier_checks").fetchone() == (4,)
    connection.close()


STATEMENT = "The works of Larkham had 400 workers in 2015."


def checked(folder: Path, text: str, day: date | None) -> dict[str, object]:
    with Checker([str(folder)]) as checker:
        report = checker.check(Document(text, date=day))
    stream = io.BytesIO()
    load_format("json").write([report], stream)
    [said] = json.loads(stream.getvalue())
    [claim] = said["claims"]
    told = io.BytesIO()
    load_format("text").write([report], told)
    return {**claim, "told": told.getvalue().decode()}


def test_a_refuted_claim_says_who_made_it_before(make: Make) -> None:
    claim = checked(make(CHECKS), STATEMENT, date(2019, 1, 1))
    assert claim["verdict"] == "refuted"
    assert claim["said_before"] == [
        {
            "speaker": "Ann Alder",
            "date": "2018-03",
            "claim": "The works of Larkham have 400 workers.",
            "what_is_true": "It was 144.",
        }
    ]
    assert "Said before by Ann Alder in March 2018\n" in str(claim["told"])


def test_neither_a_true_claim_nor_an_earlier_statement_says_so(make: Make) -> None:
    folder = make(CHECKS)
    assert "said_before" not in checked(folder, STATEMENT, date(2017, 1, 1))
    right = "Larkham,workers,135\n"
    folder = make(CHECKS.replace("Larkham,workers,400\n", right))
    claim = checked(folder, STATEMENT.replace("400", "135"), None)
    assert claim["verdict"] == "supported" and "said_before" not in claim

"""Topic folders: what is read, what is refused and where, and what hostile input does."""

from __future__ import annotations

import os
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from factcheck.measures.periods import ANY_TIME, Period
from factcheck.records import Unusable
from factcheck.reference.lookup import open_reference
from factcheck.reference.reading import FactRow, read_topic
from factcheck.reference.rows import CELL_LIMIT
from factcheck.reference.stamps import hash_topics
from factcheck.reference.times import known_day, valid_period
from factcheck.reference.topics import TopicFolder, find_topics

HEADER = "id,subject,property,value\n"


def _topic(folder: Path, facts: str | bytes, **files: str) -> TopicFolder:
    folder.mkdir(exist_ok=True)
    content = facts.encode() if isinstance(facts, str) else facts
    (folder / "facts.csv").write_bytes(content)
    for name, text in files.items():
        (folder / name.replace("_", ".")).write_text(text, encoding="utf-8")
    return TopicFolder(folder.name, folder)


def _facts(folder: Path, facts: str | bytes, **files: str) -> list[FactRow]:
    return list(read_topic(_topic(folder, facts, **files)).facts())


def test_four_columns_are_enough(tmp_path: Path) -> None:
    fact, *_ = _facts(tmp_path / "t", HEADER + "a,Old Bridge,opened,1894\n")
    assert (fact.subject, fact.property, fact.valid) == ("Old Bridge", "opened", ANY_TIME)
    assert fact.reading is not None
    assert (fact.reading.kind, fact.reading.value) == ("date", "1894")
    assert (fact.rank, fact.confidence, fact.known_from) == ("normal", "reported", date(1894, 1, 1))


@pytest.mark.parametrize("mark", [";", "\t"])
def test_semicolons_and_tabs_are_read(tmp_path: Path, mark: str) -> None:
    facts = (HEADER + "a,Old Bridge,length,612.5\n").replace(",", mark)
    fact = _facts(tmp_path / "t", b"\xef\xbb\xbf" + facts.encode())[0]
    assert fact.reading is not None and fact.reading.value == Decimal("612.5")


@pytest.mark.parametrize(
    ("facts", "line", "says"),
    [
        ("id,subject,property\na,b,c\n", 1, "no column 'value'"),
        ("id,subject,property,value,value\n", 1, "stands twice"),
        (HEADER + "a,b,c\n", 2, "3 cells where the header has 4"),
        (HEADER + "a,b,c,1,2\n", 2, "5 cells"),
        (HEADER + "a,b,c,1\na,b,d,2\n", 3, "id 'a' stands twice"),
        (HEADER + "a,b,,1\n", 2, "no property"),
        (HEADER + "a,b,c,1\x00\n", 2, "U+0000"),
        (HEADER + "a,b,c,\x1b[31mred\n", 2, "U+001B"),
        (HEADER + "a,b,c,\u202etxt.exe\n", 2, "U+202E"),
        (HEADER + f"a,b,c,{'x' * (CELL_LIMIT + 1)}\n", 2, "characters in one cell"),
        (HEADER + f"a,b,c,{'x' * 200_000}\n", 2, "field larger"),
        (HEADER.encode() + "a,b,c,Zürich\n".encode("latin-1"), 2, "not UTF-8"),
        ((HEADER + "a,b,c,1\n").encode("utf-16"), 1, "UTF-16"),
        ("id,subject,property,value,rank\na,b,c,1,best\n", 2, "rank 'best'"),
        ("id,subject,property,value,confidence\na,b,c,1,sure\n", 2, "confidence 'sure'"),
        ("id,subject,property,value,valid_from\na,b,c,1,4.11.2024\n", 2, "ISO 8601"),
        (
            "id,subject,property,value,valid_from,valid_to\na,b,c,1,2024,2023\n",
            2,
            "before valid_from",
        ),
        (
            "id,subject,property,value,recorded,superseded\na,b,c,1,2024-02-01,2024-01-01\n",
            2,
            "superseded before",
        ),
    ],
)
def test_mistakes_are_refused_with_their_line(
    tmp_path: Path, facts: str | bytes, line: int, says: str
) -> None:
    with pytest.raises(Unusable) as refused:
        _facts(tmp_path / "t", facts)
    message = str(refused.value)
    assert f"facts.csv:{line}: " in message
    assert says in message
    assert "\n" not in message


@pytest.mark.parametrize(
    ("toml", "line", "says"),
    [
        ("title = \n", 1, "not TOML"),
        ("\ntitel = 'x'\n", 2, "unknown key 'titel'"),
        ("as_of = '3.10.2026'\n", 1, "write a day"),
        ("title = 5\n", 1, "title must be a str"),
        ("fiscal_year_begins = '13-01'\n", 1, "month and day"),
        ("[properties.opened]\nkind = 'opening'\n", 1, "kind must be one of"),
        ("[properties.opened]\ntype = 'day'\n", 1, "type must be one of"),
        ("[properties.opened]\ngood_for = '2 years'\n", 1, 'write "P2Y"'),
        ("[[same_question]]\nask = { subject = 'a' }\nanswers = []\n", 1, "needs 'property'"),
        ("requires = [1]\n", 1, "must hold texts"),
        (f"a = {'[' * 100_000}", 1, "nested too deeply"),
    ],
)
def test_settings_are_checked(tmp_path: Path, toml: str, line: int, says: str) -> None:
    with pytest.raises(Unusable) as refused:
        _facts(tmp_path / "t", HEADER + "a,b,opened,1900\n", topic_toml=toml)
    assert f"topic.toml:{line}: " in str(refused.value)
    assert says in str(refused.value)


def test_formulas_and_sql_are_plain_text(tmp_path: Path) -> None:
    hostile = "=HYPERLINK(1); DROP TABLE facts; --"
    name = "Robert'); DROP TABLE facts;--"
    topic = _topic(tmp_path / "t", f'{HEADER}a,"{name}",motto,"{hostile}"\n')
    with open_reference([str(topic.path)]) as lookup:
        assert [fact.value for fact in lookup.facts(name)] == [hostile]
        assert lookup.entity(name) is not None
        assert lookup.mentions("'; DROP TABLE aliases; --") == []


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_links_out_of_the_folder_are_not_followed(tmp_path: Path) -> None:
    secret = tmp_path / "secret.csv"
    secret.write_text(HEADER + "a,b,c,1\n")
    (tmp_path / "t").mkdir()
    (tmp_path / "t" / "facts.csv").symlink_to(secret)
    with pytest.raises(Unusable, match="not followed"):
        list(read_topic(TopicFolder("t", tmp_path / "t")).facts())


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes there")
def test_a_pipe_is_no_file(tmp_path: Path) -> None:
    (tmp_path / "t").mkdir()
    os.mkfifo(tmp_path / "t" / "facts.csv")
    with pytest.raises(Unusable, match="not a file"):
        list(read_topic(TopicFolder("t", tmp_path / "t")).facts())
    with pytest.raises(Unusable, match="not a file"):
        hash_topics([TopicFolder("t", tmp_path / "t")])


def test_a_figure_of_thousands_of_digits_is_plain_text(tmp_path: Path) -> None:
    digits = "9" * 5_000
    [fact] = _facts(tmp_path / "t", f"{HEADER}a,X,length,{digits}\n")
    assert (fact.value, fact.reading) == (digits, None)


def test_topics_are_found_by_folder(tmp_path: Path) -> None:
    topic = _topic(tmp_path / "bridges", HEADER + "a,b,c,1\n")
    assert find_topics([str(topic.path)]) == (topic,)
    with pytest.raises(Unusable, match="no topic 'nowhere'"):
        find_topics(["nowhere"])
    (tmp_path / "empty").mkdir()
    with pytest.raises(Unusable, match=r"no facts\.csv"):
        find_topics([str(tmp_path / "empty")])


def test_a_required_topic_comes_along(tmp_path: Path) -> None:
    _topic(tmp_path / "rates", HEADER + "r,Crown,units_per_euro,7.5\n")
    main = _topic(tmp_path / "bridges", HEADER + "a,b,c,1\n", topic_toml="requires = ['rates']\n")
    with open_reference([str(main.path)]) as lookup:
        assert lookup.topics == ("bridges", "rates")
        assert lookup.facts("Crown")[0].value == "7.5"
    main = _topic(tmp_path / "bridges", HEADER + "a,b,c,1\n", topic_toml="requires = ['none']\n")
    with pytest.raises(Unusable, match="'none' is neither shipped"):
        open_reference([str(main.path)])


@pytest.mark.parametrize(
    ("valid_from", "valid_to", "is_event", "expected"),
    [
        ("2026", "2026", False, "2026"),
        ("2026", None, False, "2026-01-01/.."),
        ("2026", None, True, "2026"),
        ("2026-10", "2027", False, "2026-10-01/2027-12-31"),
        (None, "2003", False, "../2003-12-31"),
    ],
)
def test_validity(
    valid_from: str | None, valid_to: str | None, is_event: bool, expected: str
) -> None:
    assert str(valid_period(valid_from, valid_to, is_event)) == expected


def test_known_from() -> None:
    valid, event = Period.parse("2026/2030"), date(2024, 11, 4)
    as_of = date(2025, 1, 1)
    assert known_day("2014-02", event, valid, as_of) == date(2014, 2, 28)
    assert known_day(None, event, valid, as_of) == event
    assert known_day(None, None, Period.parse("2019"), as_of) == date(2019, 1, 1)
    assert known_day(None, date(2030, 1, 1), valid, as_of) is None


def test_figures_of_an_exact_property(tmp_path: Path) -> None:
    facts = HEADER + "a,Guild,members,32\nb,Guild,members,about 30\nc,Guild,staff,32\n"
    found = _facts(tmp_path / "t", facts, topic_toml="[properties.members]\nexact = true\n")
    assert [one.reading and one.reading.hedge for one in found] == ["exactly", "about", None]

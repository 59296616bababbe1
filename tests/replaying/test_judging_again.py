"""Recheck finds exactly the verdicts that rest on a changed fact, and names that fact."""

from __future__ import annotations

import csv
import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from factcheck.cli import main

ROOT = Path(__file__).parents[2]
TOPIC = ROOT / "tests" / "cli" / "topics" / "bridges"
Row = dict[str, str]


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("FACTCHECK_CACHE", str(tmp_path / "cache"))


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, list(arguments))


def recheck(topic: str = "./bridges") -> Result:
    return run("recheck", "--topic", topic, "r.db")


def word(n: int) -> str:
    """A name of its own for each number: digits in names are read as figures."""
    return "".join("abcdefghij"[int(digit)] for digit in f"{n:02}").capitalize() + "ton"


def write_facts(topic: Path, rows: list[Row]) -> None:
    with (topic / "facts.csv").open("w", encoding="utf-8", newline="") as stream:
        sheet = csv.DictWriter(stream, list(rows[0]), lineterminator="\n")
        sheet.writeheader()
        sheet.writerows(rows)


def facts_of(topic: Path) -> list[Row]:
    with (topic / "facts.csv").open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


# --- sixty edits, each of one fact, of four sorts ------------------------------------------

BRIDGES = 20


def bridge_facts() -> list[Row]:
    """Of each bridge: when it opened and closed, and what it cost."""
    told = (("opened", "19{}-03-04", ""), ("cost", "4{}0000", "EUR"), ("closed", "20{}-05-06", ""))
    return [
        {
            "id": f"{property}{n}",
            "subject": f"Bridge Number {word(n)}",
            "property": property,
            "value": value.format(10 + n),
            "unit": unit,
            "known_from": "2030-01-01",
            "rank": "",
            "sources": "s1",
        }
        for n in range(BRIDGES)
        for property, value, unit in told
    ]


def edited(rows: list[Row], number: int) -> list[Row]:
    """The rows with one of them changed, deprecated, taken away, or known only later."""
    row = rows[number]
    changed: list[Row] = [
        [row | {"value": row["value"].replace(str(10 + number // 3), "99")}],
        [row | {"rank": "deprecated"}],
        [],
        [row | {"known_from": "2036-01-01"}],
    ][number % 4]
    return [*rows[:number], *changed, *rows[number + 1 :]]


def test_each_changed_fact_changes_exactly_the_verdicts_that_rest_on_it() -> None:
    topic, talks = Path(shutil.copytree(TOPIC, "bridges")), Path("talks")
    rows = bridge_facts()
    write_facts(topic, rows)
    talks.mkdir()
    for n in range(BRIDGES):
        name = f"Bridge Number {word(n)}"
        for day in ("2035-04-08", "2035-05-09"):
            (talks / f"{n:02}-{day}.txt").write_text(
                f"{name} opened in {1910 + n}. {name} cost 4.{10 + n} million euros.\n\n"
                f"{name} closed in {2010 + n}.",
                encoding="utf-8",
            )
    run("batch", "talks", "--into", "r.db", "--topic", "./bridges")
    before = Path("r.db").read_bytes()
    same = recheck()
    assert (same.exit_code, same.stdout) == (0, "")
    assert same.stderr == f"r.db: {6 * BRIDGES} claims judged again, 0 verdicts changed\n"
    for number, row in enumerate(rows):
        write_facts(topic, edited(rows, number))
        result = recheck()
        lines = result.stdout.splitlines()
        files = [f"talks/{number // 3:02}-{day}.txt" for day in ("2035-04-08", "2035-05-09")]
        assert result.exit_code == 1
        assert [line.partition(": claim ")[0] for line in lines] == files, row
        now = "refuted" if number % 4 == 0 else "not_enough_info"
        assert all(f"verdict supported, now {now}" in line for line in lines), lines
        assert all(f"fact {row['id']}" in line for line in lines), lines
        assert " 2 verdicts changed\n" in result.stderr
    assert Path("r.db").read_bytes() == before


# --- shipped facts: derived ones, terms of office --------------------------------

STATEMENTS = {
    "terminated": (
        "The cost-sharing agreement with South Korea was never terminated by Biden.",
        "",
    ),
    "in force": ("The 9th SMA is still in force.", ""),
    "term": ("South Korea began paying for our troops in my first term.", "Donald Trump"),
}
#: topic, fact, column and new value (`None`: the row goes), the statements that rest on it
EDITS = [
    ("us-korea-sma", "sma12-last-year", "rank", "deprecated", {"terminated"}),
    ("us-korea-sma", "sma09-first-year", "value", "2016", {"in force"}),
    ("offices", "us-pres-trump45-office", "valid_to", "2021-01-21", {"term"}),
    ("offices", "us-pres-trump45-office", "", "", {"term"}),
    ("exchange-rates", "gbp-2006-10", "value", "9", set()),
]


@pytest.mark.parametrize(("topic", "fact", "column", "value", "resting"), EDITS)
def test_what_is_derived_names_the_fact_below_it(
    topic: str, fact: str, column: str, value: str, resting: set[str]
) -> None:
    for name in ("us-korea-sma", "offices", "exchange-rates"):
        shutil.copytree(ROOT / "reference" / name, f"reference/{name}")
    rows = (
        json.dumps({"id": id, "text": text, "speaker": speaker, "date": "2025-09-01"})
        for id, (text, speaker) in STATEMENTS.items()
    )
    Path("s.jsonl").write_text("\n".join(rows), encoding="utf-8")
    run("batch", "s.jsonl", "--into", "r.db", "--topic", "reference/us-korea-sma")
    folder = Path("reference") / topic
    facts = facts_of(folder)
    if column:
        write_facts(folder, [row | {column: value} if row["id"] == fact else row for row in facts])
    else:
        write_facts(folder, [row for row in facts if row["id"] != fact])
    lines = recheck("reference/us-korea-sma").stdout.splitlines()
    assert {line.partition(": ")[0] for line in lines} == resting, lines
    assert all(f"fact {fact}" in line for line in lines), lines


def test_recheck_reads_no_text(monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(TOPIC, "bridges")
    said = "The Alma Bridge opened in 1963. The Alma Bridge opened in 1961."
    Path("a.txt").write_text(said, encoding="utf-8")
    run("batch", "a.txt", "--into", "r.db", "--topic", "./bridges")
    Path("a.txt").unlink()
    monkeypatch.delattr("factcheck.language.claims.find_claims")
    facts = Path("bridges/facts.csv")
    old, new = "b1,Alma Bridge,opened,1961-08-13", "b9,Alma Bridge,opened,1950-08-13"
    facts.write_text(facts.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    lines = recheck().stdout.splitlines()
    assert len(lines) == 2
    assert all("fact b1 (1961-08-13) no longer answers" in line for line in lines)
    assert all("fact b9 (1950-08-13) answers now" in line for line in lines)
    assert run("recheck", "gone.db").exit_code == 2

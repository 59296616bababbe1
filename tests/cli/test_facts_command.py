"""`factcheck facts`: what each command prints, and its exit status."""

from __future__ import annotations

import json
import shutil
import sqlite3
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from factcheck.cli.facts import command
from factcheck.records import Unusable

CANALS = str(Path(__file__).parent.parent / "reference" / "topics" / "canals")
Run = Callable[..., Result]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> Run:
    """Run `factcheck facts` with a cache of its own; the status is what the command returns."""
    monkeypatch.setenv("FACTCHECK_CACHE", str(tmp_path_factory.getbasetemp() / "facts-cache"))
    runner = CliRunner()

    def invoke(*arguments: str) -> Result:
        return runner.invoke(command, list(arguments), standalone_mode=False)

    return invoke


def test_list(run: Run) -> None:
    topics = run("list", "--topic", CANALS)
    assert "canals      27 facts, as of 2012-01-01  The Norland canal" in topics.output
    park = run("list", "--topic", CANALS, "Park")
    assert park.output.splitlines() == [
        "park-term: Otto Park | office_held | Premier of Norland (2003-06-15/2009-02-28)",
        "park-j-term: Jana Park | office_held | Premier of Norland (2009-02-28/..)",
    ]


def test_show_a_fact_with_sources_chart_and_who_disagrees(run: Run) -> None:
    output = run("show", "--topic", CANALS, "fee-2004").output
    assert "fee-2004: Norland canal fee | yearly_payment | 44,100,000 EUR (2004)" in output
    assert "source      Official Gazette, September 2001, Norland State Press" in output
    assert "disagrees   fee-2004-other: " in output
    bars = {line.split()[0]: line.count("█") for line in output.splitlines() if "█" in line}
    assert bars["2002"] < bars["2004"] <= bars["2005"] == 24
    rows = [line for line in output.splitlines() if "█" in line]
    assert rows[0].split()[1:] == ["█" * bars["2002"], "40,000,000", "fee-2002"]


def test_at_a_terminal_lines_keep_to_its_width(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Folded between words, what goes on is indented; in a pipe a fact stays on one line."""
    lines = run("show", "--topic", CANALS, "fee-2004").output.splitlines()
    monkeypatch.setattr("factcheck.cli._plain.terminal_width", lambda: 60)
    folded = run("show", "--topic", CANALS, "fee-2004").output.splitlines()
    assert max(map(len, lines)) > 60 >= max(map(len, folded))
    assert " ".join(" ".join(folded).split()) == " ".join(" ".join(lines).split())
    assert all(line.startswith("  ") for line in folded[1:])


def test_charts_of_fiscal_years_and_of_counts(run: Run, tmp_path: Path) -> None:
    """One bar a row; what nobody confirmed is marked."""
    rows = [
        f"g{y},Grant,amount,{y - 1990},EUR,{y}-04-01,{y + 1}-03-31," for y in (1999, 2000, 2001)
    ]
    rows += [f"c{y},Crew,members,{y},,{y}-09-30,{y}-09-30,unverified" for y in (2001, 2002, 2003)]
    head = "id,subject,property,value,unit,valid_from,valid_to,confidence"
    (tmp_path / "facts.csv").write_text("\n".join([head, *rows, ""]))
    bars = run("show", "--topic", str(tmp_path), "Grant").output.splitlines()
    assert [line.split()[0] for line in bars if "█" in line] == ["1999/00", "2000/01", "2001/02"]
    crew = run("show", "--topic", str(tmp_path), "Crew").output
    assert "    2003-09-30  " + "█" * 24 + "  2,003  c2003 (unverified)" in crew


def test_names_are_found_however_they_are_typed(run: Run) -> None:
    """In small letters, and nearly right."""
    for words in ("norland canal fee", "Norlend canal fee", "norlend canal fee 2004"):
        assert "fee-2004" in run("search", "--topic", CANALS, *words.split()).output, words
    assert "Otto Park" in run("show", "--topic", CANALS, "otto", "park").output


def test_show_the_history_of_a_fact(run: Run) -> None:
    assert "history     pilots-2004: " in run("show", "--topic", CANALS, "pilots-2004-b").output
    before = run("list", "--topic", CANALS, "--known-on", "2015-01-01", "the Board").output
    assert "95 persons" in before and "97 persons" not in before


def test_facts_as_they_stood_on_a_day(run: Run) -> None:
    """Counted, searched and shown: a replaced fact says when it went, and what came."""
    then = ("--topic", CANALS, "--known-on", "2015-01-01")
    assert "canals      27 facts" in run("list", *then).output
    found = [line.partition(":")[0] for line in run("search", *then, "pilots").output.splitlines()]
    assert "pilots-2004" in found and "pilots-2004-b" not in found
    old = run("show", "--topic", CANALS, "pilots-2004").output.splitlines()
    assert "  superseded  2020-06-01" in old
    assert any(line.startswith("  replaced by pilots-2004-b: ") for line in old)
    early = ("--topic", CANALS, "--known-on", "1990-01-01")
    assert "  not known   on 1990-01-01" in run("show", *early, "fee-2004").output.splitlines()
    nothing = run("list", *early, "Norland", "canal", "fee")
    assert (nothing.output, nothing.return_value) == ("no facts about it\n", 1)
    new = run("show", "--topic", CANALS, "pilots-2004-b").output.splitlines()
    assert "  recorded    2020-06-01" in new


def test_show_a_subject(run: Run) -> None:
    output = run("show", "--topic", CANALS, "the", "canal", "deal").output
    assert "Canal Agreement (agreement)" in output
    assert "members     1st Canal Agreement; 2nd Canal Agreement; 3rd Canal Agreement" in output


def test_unknown_names_say_what_to_try(run: Run) -> None:
    failed = run("show", "--topic", CANALS, "Nobody")
    assert isinstance(failed.exception, Unusable)
    assert "try `factcheck facts search`" in str(failed.exception)


@pytest.mark.parametrize(
    ("words", "ids"),
    [
        (["canal", "fee", "2003"], {"fee-2003", "rise-2003"}),
        (["pilots", "refund"], set()),
        (["refund"], {"fee-2004-other"}),
        (["the", "Board"], {"founded", "pilots-1995", "pilots-2004-b"}),
        (['"', "OR", "*", "pilots"], set()),
        (["second", "Canal", "Agreement", "sign"], {"agr2-signed"}),
    ],
)
def test_search(run: Run, words: list[str], ids: set[str]) -> None:
    found = run("search", "--topic", CANALS, *words)
    assert {line.partition(":")[0] for line in found.stdout.splitlines()} == ids
    assert found.return_value == (0 if ids else 1)


def test_lint(run: Run, tmp_path: Path) -> None:
    folder = Path(shutil.copytree(CANALS, tmp_path / "canals"))
    text = (folder / "facts.csv").read_text(encoding="utf-8")
    (folder / "facts.csv").write_text(text.replace("42000000", "42 m\u00edllion\u202e", 1), "utf-8")
    result = run("lint", str(folder))
    assert result.return_value == 1
    assert "facts.csv:16: value: control character U+202E" in result.output
    assert "\u202e" not in result.output


def test_diff_of_two_folders_of_one_topic(run: Run, tmp_path: Path) -> None:
    for name, value in (("spring", "12"), ("autumn", "13")):
        (tmp_path / name).mkdir()
        rows = f"id,subject,property,value\na,Guild,members,{value}\nb,Guild,seat,Larkham\n"
        (tmp_path / name / "facts.csv").write_text(rows, encoding="utf-8")
    changes = run("diff", str(tmp_path / "spring"), str(tmp_path / "autumn"))
    assert changes.return_value == 1
    assert changes.output.splitlines() == ["~ autumn a", "    value: 12 -> 13"]


def test_build_and_diff(run: Run, tmp_path: Path) -> None:
    built = str(tmp_path / "built.db")
    said = run("build", CANALS, "--into", built).output.split()
    assert said[0] == built and len(said[1]) == 16
    assert run("diff", built, CANALS).return_value == 0
    folder = Path(shutil.copytree(CANALS, tmp_path / "canals"))
    text = (folder / "facts.csv").read_text(encoding="utf-8")
    lines = text.replace("42000000", "42500000").splitlines()
    lines = [line for line in lines if not line.startswith("founded")]
    lines.append("closed,Harbour Board,closed,2024,year,,,,,,reported,courier-2005,,,")
    (folder / "facts.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    changes = run("diff", built, str(folder))
    assert changes.return_value == 1
    told = changes.output.splitlines()
    assert "~ canals fee-2003" in told
    assert "    value: 42000000 -> 42500000" in told
    assert "+ canals closed" in told and "- canals founded" in told


def test_control_characters_are_written_out(run: Run, tmp_path: Path) -> None:
    """They cannot be in a topic, but a store can come from anywhere."""
    built = tmp_path / "built.db"
    run("build", CANALS, "--into", str(built))
    connection = sqlite3.connect(built)
    with connection:
        connection.execute("UPDATE facts SET note = ? WHERE id = 'fee-2003'", ("\x1b[31mred\x00",))
    connection.close()
    output = run("show", "--reference", str(built), "fee-2003").output
    assert "\x1b" not in output and "\\x1b[31mred\\x00" in output


def test_import(run: Run, tmp_path: Path) -> None:
    table = tmp_path / "peaks.csv"
    table.write_bytes(
        "Peak;Height (m);First climbed;Notes\nMont Blanc;4806;1786;\nGroßer Berg;3798;1800;-\n"
        "Odd;1\n".encode("latin-1")
    )
    into = tmp_path / "peaks"
    dry = run("import", str(table), "--into", str(into), "--dry-run")
    assert "2 subjects by 'Peak', 4 facts" in dry.output
    assert "height: number, in m" in dry.output
    assert "not used: row 4: 2 cells" in dry.output
    assert "not used: column 'Notes': empty" in dry.output
    assert not into.exists()
    assert run("import", str(table), "--into", str(into)).return_value == 0
    listed = run("list", "--topic", str(into), "Großer Berg").output
    assert "height-3: Großer Berg | height | 3,798 m" in listed
    again = run("import", str(table), "--into", str(into))
    assert isinstance(again.exception, Unusable) and "is there already" in str(again.exception)


def test_sizes_in_the_headers_of_a_table_belong_to_the_figures(run: Run, tmp_path: Path) -> None:
    table = tmp_path / "ports.csv"
    table.write_text(
        "Port,Trade (million USD),People (thousands),Depth (m),Fee (US$ bn)\n"
        "Alma,12,340,18,1.5\nBerga,7.5,95,9,\n",
        encoding="utf-8",
    )
    into = str(tmp_path / "ports")
    assert run("import", str(table), "--into", into).return_value == 0
    listed = run("list", "--topic", into, "Alma").output.splitlines()
    assert [line.rpartition(" | ")[2] for line in listed] == [
        "12 million USD", "340 thousand", "18 m", "1.5 billion USD",
    ]  # fmt: skip


def test_what_cannot_be_asked_is_said(run: Run, tmp_path: Path) -> None:
    nothing = run("search", "--topic", CANALS, "zeppelin")
    assert (nothing.output, nothing.return_value) == ("no fact holds all of these words\n", 1)
    for limit in ("0", "-3"):
        refused = run("search", "--topic", CANALS, "--limit", limit, "canal")
        assert "not in the range" in str(refused.exception)
    assert "a folder" in str(run("build", CANALS, "--into", str(tmp_path)).exception)


def test_every_command_has_help(run: Run) -> None:
    for name, one in command.commands.items():  # type: ignore[attr-defined]
        assert one.help, name


def test_datasette_metadata_names_what_is_there(run: Run, tmp_path: Path) -> None:
    built = tmp_path / "facts.db"
    run("build", CANALS, "--into", str(built))
    file = Path(__file__).parent.parent.parent / "docs" / "datasette.json"
    facts = json.loads(file.read_text(encoding="utf-8"))["databases"]["facts"]
    connection = sqlite3.connect(built)
    for table, described in facts["tables"].items():
        columns = {row[1] for row in connection.execute(f"PRAGMA table_info({table})")}
        assert columns, table
        named = {*described.get("columns", {}), *described.get("facets", [])}
        assert named <= columns
    for query in facts["queries"].values():
        connection.execute(query["sql"], {"property": "yearly_payment"}).fetchall()
    connection.close()


def test_an_open_store_answers_fast(run: Run) -> None:
    run("list", "--topic", CANALS)
    time.sleep(0.05)
    start = time.perf_counter()
    run("show", "--topic", CANALS, "fee-2003")
    assert time.perf_counter() - start < 0.5  # in one process; the whole command is measured apart

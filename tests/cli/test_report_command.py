"""`factcheck report`, and what `check` shares with it: formats, stamp, redaction, excuses."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest
from echoing import Run

from factcheck.reports import format_names, load_format

WAIVER = '[[waiver]]\nclaim = "{}"\nwhy = "known"\nuntil = 2027-01-31\n'


@pytest.fixture
def answer(run: Run, tmp_path: Path) -> Path:
    run("check", "all wrong", "all right", "--output", "a.json")
    return tmp_path / "a.json"


def claim_of(answer: Path) -> str:
    return str(json.loads(answer.read_text(encoding="utf-8"))[0]["claims"][0]["id"])


@pytest.mark.parametrize("name", format_names())
def test_every_format_is_written_from_an_answer(run: Run, answer: Path, name: str) -> None:
    output = f"out{load_format(name).suffix}"
    result = run("report", "a.json", "--output", output)
    assert (result.exit_code, result.output) == (0, "")
    assert answer.with_name(output).stat().st_size > 100


def test_json_of_an_answer_is_the_answer(run: Run, answer: Path) -> None:
    run("check", "all wrong", "--output", "one.json")
    result = run("report", "one.json", "--format", "json")
    assert result.stdout == answer.with_name("one.json").read_text(encoding="utf-8")


def test_several_answers_are_one_report(run: Run, answer: Path) -> None:
    run("check", "wrong too", "--format", "jsonl", "--output", "b.jsonl")
    result = run("report", "a.json", "b.jsonl", "--format", "jsonl")
    texts = [json.loads(line)["text"] for line in result.stdout.splitlines()]
    assert texts == ["all wrong", "all right", "wrong too"]


def test_repeated_claims_are_counted_over_all_answers(run: Run, answer: Path) -> None:
    run("check", "all wrong", "--output", "one.json")
    run("check", "wrong again", "--speaker", "Bo", "--output", "two.json")
    result = run("report", "one.json", "two.json", "--format", "jsonl")
    first = json.loads(result.stdout.splitlines()[0])["claims"][0]
    assert first["repeated"] == {"times": 2, "since": None, "by": ["Bo"]}


def test_only_flagged_claims_may_be_shown(run: Run, answer: Path) -> None:
    result = run("report", "a.json", "--only-flagged", "--format", "jsonl")
    shown = [len(json.loads(line)["claims"]) for line in result.stdout.splitlines()]
    assert shown == [1, 0]


def test_the_stamp_is_the_time_that_is_given(
    run: Run, answer: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1763935200")
    for command in (("report", "a.json"), ("check", "all wrong")):
        result = run(*command, "--stamp", "--format", "json")
        assert json.loads(result.stdout)[0]["options"]["stamp"] == "2025-11-23T22:00:00Z"
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "soon")
    result = run("report", "a.json", "--stamp")
    assert result.exit_code == 2 and "give whole seconds since 1970" in result.stderr


def test_redacted_reports_leave_the_text_out(run: Run, answer: Path) -> None:
    for command in (("report", "a.json"), ("check", "all wrong")):
        result = run(*command, "--redact", "--format", "json")
        assert "wrong" not in result.stdout
        first = json.loads(result.stdout)[0]
        assert first["text"] == "" and first["claims"][0]["id"] == claim_of(answer)
        assert first["options"] == {"redact": "yes"}


def test_waived_claims_do_not_fail(run: Run, answer: Path, tmp_path: Path) -> None:
    (tmp_path / "w.toml").write_text(WAIVER.format(claim_of(answer)), encoding="utf-8")
    result = run("check", "all wrong", "--waivers", "w.toml", "--format", "json")
    assert result.exit_code == 0 and result.stderr == ""
    [told] = json.loads(result.stdout)
    assert told["verdict"] == "refuted"  # the verdict stays what it is
    assert told["claims"][0]["decision"] == {
        "decision": "waived", "why": "known", "by": None, "until": "2027-01-31",
    }  # fmt: skip
    (tmp_path / "w.toml").write_text(WAIVER.format("0" * 12), encoding="utf-8")
    assert run("check", "all wrong", "--waivers", "w.toml").exit_code == 1


def test_an_expired_waiver_excuses_nothing(
    run: Run, answer: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "w.toml").write_text(WAIVER.format(claim_of(answer)), encoding="utf-8")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1801440000")  # 2027-02-01
    result = run("check", "all wrong", "--waivers", "w.toml")
    assert result.exit_code == 1
    assert result.stderr == (
        f"factcheck: w.toml: the waiver of {claim_of(answer)} ended on 2027-01-31: renew it\n"
    )


def test_only_new_flags_fail_with_a_baseline(run: Run, answer: Path, tmp_path: Path) -> None:
    assert run("check", "all wrong", "--baseline", "a.json").exit_code == 0
    (tmp_path / "new.txt").write_text("wrong here", encoding="utf-8")
    assert run("check", "all wrong", "new.txt", "--baseline", "a.json").exit_code == 1
    result = run("report", "a.json", "--baseline", "a.json", "--format", "github")
    assert result.stdout.startswith("::notice ") and "known before" in result.stdout


def test_the_rating_scale_of_the_house(run: Run, answer: Path) -> None:
    result = run(
        "report", "a.json", "--format", "claimreview", "--publisher", "The House",
        "--rating-refuted", "0 Wrong", "--scale", "0 4",
    )  # fmt: skip
    first = json.loads(result.stdout)["@graph"][0]
    assert first["author"]["name"] == "The House"
    assert first["reviewRating"]["alternateName"] == "Wrong"


BAD = [
    ((), "nothing to report on"),
    (("missing.json",), "missing.json: No such file"),
    (("broken.json",), "broken.json: no JSON"),
    (("a.json", "--format", "xyz"), "'xyz' is not one of"),
    (("a.json", "--scale", "one"), "--scale 'one': write a number"),
    (("a.json", "--rating-refuted", "False"), "--rating-refuted 'False': write a number"),
    (("a.json", "--waivers", "no.toml"), "no.toml: No such file"),
    (("a.json", "--baseline", "no.json"), "no.json: No such file"),
    (("a.json", "--output", "no/out.html"), "there is no folder no"),
]


@pytest.mark.parametrize(("arguments", "says"), BAD)
def test_bad_input_is_one_line_and_status_2(
    run: Run, answer: Path, arguments: tuple[str, ...], says: str
) -> None:
    answer.with_name("broken.json").write_text("{", encoding="utf-8")
    result = run("report", *arguments)
    assert result.exit_code == 2
    assert says in result.stderr and result.stderr.count("\n") == 1
    assert result.stdout == ""


def test_a_report_that_breaks_off_leaves_the_old_file(run: Run, answer: Path) -> None:
    old = answer.with_name("out.docx")
    old.write_bytes(b"old")
    assert run("report", "a.json", "broken.json", "--output", "out.docx").exit_code == 2
    assert old.read_bytes() == b"old"
    assert not list(answer.parent.glob(".*unfinished"))


def test_an_office_file_goes_through_standard_output(run: Run, answer: Path) -> None:
    result = run("report", "a.json", "--format", "docx")
    answer.with_name("piped.docx").write_bytes(result.stdout_bytes)
    assert zipfile.is_zipfile(answer.with_name("piped.docx"))


def test_waivers_and_the_house_may_stand_in_the_options_file(
    run: Run, answer: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "w.toml").write_text(WAIVER.format(claim_of(answer)), encoding="utf-8")
    (tmp_path / "factcheck.toml").write_text(
        'waivers = "w.toml"\npublisher = "The House"\n', encoding="utf-8"
    )
    (tmp_path / "below").mkdir()
    monkeypatch.chdir(tmp_path / "below")
    assert run("check", "all wrong").exit_code == 0
    result = run("report", str(answer), "--format", "claimreview")
    assert [r["author"]["name"] for r in json.loads(result.stdout)["@graph"]] == ["The House"]


@pytest.mark.parametrize("name", ["html", "csv", "junit", "sarif", "github"])
def test_what_could_not_be_used_is_an_entry_of_the_report(run: Run, name: str) -> None:
    result = run("check", "missing.txt", "all right", "--format", name)
    assert result.exit_code == 2
    assert "missing.txt" in result.stdout and "no such file" in result.stdout
    assert result.stderr.startswith("factcheck: missing.txt: no such file")

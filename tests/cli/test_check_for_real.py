"""`factcheck check` from end to end on a small topic of its own, in a cache of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest

import factcheck

ROOT = Path(__file__).parents[2]
TOPIC = Path(__file__).parent / "topics" / "bridges"
WRONG = "The Alma Bridge opened in 1963."
RIGHT = "The Alma Bridge opened in August 1961."


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("cache")


def program(cache: Path, *arguments: str, **options: str) -> subprocess.CompletedProcess[str]:
    """The program in a process of its own."""
    start = "from factcheck.cli import main; main()"
    return subprocess.run(
        [sys.executable, "-c", start, *arguments],
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        cwd=ROOT,
        env=os.environ | {"FACTCHECK_CACHE": str(cache)},
        check=False,
        **options,  # type: ignore[call-overload]
    )


def check(cache: Path, *arguments: str, **options: str) -> subprocess.CompletedProcess[str]:
    return program(cache, "check", "--topic", str(TOPIC), *arguments, **options)


def test_a_wrong_date_is_flagged_with_fact_source_and_correction(cache: Path) -> None:
    result = check(cache, WRONG)
    assert result.returncode == 1 and result.stderr == ""
    for words in ("refuted: start_date", "1961", "https://example.org/b", "Correction", "─"):
        assert words in result.stdout


def test_a_right_one_is_supported(cache: Path) -> None:
    result = check(cache, RIGHT)
    assert result.returncode == 0 and "supported: start_date" in result.stdout


def test_the_answer_fits_the_schema_and_the_corrected_sentence_is_not_flagged(cache: Path) -> None:
    result = check(cache, WRONG, "--format", "jsonl", "--explain")
    [answer] = [json.loads(line) for line in result.stdout.splitlines()]
    schema = json.loads((ROOT / "docs" / "answer.schema.json").read_text(encoding="utf-8"))
    jsonschema.validate(answer, schema, cls=jsonschema.Draft202012Validator)
    [claim] = answer["claims"]
    assert answer["verdict"] == claim["verdict"] == "refuted"
    assert answer["text"][claim["start"] : claim["end"]] == claim["quote"]
    assert claim["trace"]
    again = check(cache, claim["corrected_sentence"])
    assert again.returncode == 0 and "supported" in again.stdout


def test_the_same_input_gives_the_same_bytes(cache: Path) -> None:
    first, second = (check(cache, WRONG, RIGHT, "--format", "json") for _ in range(2))
    assert first.stdout == second.stdout


def test_standard_input_and_the_api_say_the_same(
    cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FACTCHECK_CACHE", str(cache))
    piped = check(cache, "-", "--format", "jsonl", input=WRONG)
    report = factcheck.check(WRONG, topics=[str(TOPIC)])
    [claim] = json.loads(piped.stdout)["claims"]
    [verdict] = report.verdicts
    assert (claim["quote"], claim["correction"]) == (verdict.claim.quote, verdict.correction)


def test_hostile_text_comes_through_as_text(cache: Path) -> None:
    result = check(cache, f"\x1b[31m{WRONG}\u202e <script>", "--format", "text")
    assert "\x1b" not in result.stdout and "\u202e" not in result.stdout


@pytest.mark.parametrize("form", ["text", "json", "jsonl", "md"])
def test_a_statement_of_which_nothing_is_known_stays_silent(cache: Path, form: str) -> None:
    result = check(cache, "The minister praised the weather.", "--format", form)
    assert result.returncode == 0 and result.stderr == ""
    assert "refuted" not in result.stdout and "supported" not in result.stdout


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["--topic", "nowhere"], "no topic 'nowhere'"),
        (["--topic", "{bad}"], "facts.csv:1: no column 'value'"),
        (["--reference", "{missing}"], "missing.db: no such file"),
        (["--reference", "{damaged}"], "damaged.db: damaged"),
        (["--reference", "{empty}"], "empty.db: no reference"),
    ],
)
def test_a_reference_that_cannot_be_used(arguments: list[str], says: str, tmp_path: Path) -> None:
    bad, cache = tmp_path / "bad", tmp_path / "cache"
    bad.mkdir()
    (bad / "facts.csv").write_text("id,subject,property\n1,a,b\n", encoding="utf-8")
    (tmp_path / "damaged.db").write_bytes(bytes(range(256)) * 20)
    (tmp_path / "empty.db").write_bytes(b"")
    places = {name: str(tmp_path / f"{name}.db") for name in ("missing", "damaged", "empty")}
    filled = [argument.format(bad=bad, **places) for argument in arguments]
    result = program(cache, "check", WRONG, *filled)
    assert result.returncode == 2
    assert says in result.stderr and result.stderr.startswith("factcheck: ")
    assert result.stderr.count("\n") == 1 and result.stdout == ""
    assert not cache.exists() or not [f for f in cache.iterdir() if f.suffix in (".db", ".part")]

"""`factcheck values`: the face of the value reader."""

from __future__ import annotations

import json
from pathlib import Path

from echoing import Run

TEXT = "About 28,500 troops came in May 1991 for 1.5 trillion won.\n"


def test_values_are_printed_a_line_each(run: Run) -> None:
    lines = run("values", TEXT).stdout.splitlines()
    assert [line.split()[0] for line in lines] == ["6-12", "28-36", "41-57"]
    assert all(word in lines[0] for word in ("28,500", "number", "about", "28450 .. 28550"))
    assert "1.5 trillion won" in lines[2] and "KRW" in lines[2]


def test_json_lines_have_the_keys_of_the_design(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(
        json.dumps({"id": "v1", "text": "two years ago", "date": "2025-04-08"}) + "\n"
        '{"text": "nothing"}\n',
        encoding="utf-8",
    )
    result = run("values", "a.jsonl", "--format", "jsonl")
    first, second = (json.loads(line) for line in result.stdout.splitlines())
    assert first["id"] == "v1" and second == {"id": "2", "values": []}
    [value] = first["values"]
    keys = ["start", "end", "text", "kind", "value", "unit", "of", "hedge", "low", "high"]
    assert list(value)[:10] == keys
    assert (value["kind"], value["value"]) == ("date", "2023")


def test_a_bad_input_is_said_and_the_rest_go_on(run: Run) -> None:
    result = run("values", "missing.txt", "28,500 troops")
    assert result.exit_code == 2
    assert result.stderr.count("\n") == 1 and "28,500" in result.stdout
    assert run("values").exit_code == 2
    assert run("values", "nothing to read here").exit_code == 0

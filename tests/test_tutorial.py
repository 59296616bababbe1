"""The tutorial tells the truth: its commands run one after the other, and print what it shows.

`python tests/test_tutorial.py` puts today's outputs into docs/tutorial.md: read the difference.
"""

from __future__ import annotations

import os
import re
import shutil
import stat
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "tutorial.md"
TABLE = ROOT / "docs" / "tutorial" / "bridges.csv"

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the page is written for a Unix shell")


def sessions(page: str) -> Iterator[tuple[str, str]]:
    """Each command of the `console` blocks with the output below it; `<<END` goes on to END."""
    for block in re.findall(r"^```console\n(.*?)^```$", page, re.MULTILINE | re.DOTALL):
        for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            end = part.index("\nEND\n") + 5 if "<<END" in part else part.index("\n") + 1
            yield part[:end], part[end:]


def run_all(folder: Path) -> list[tuple[str, str]]:
    """Every command of the page with what it prints, in a new folder that has the table."""
    shutil.copy(TABLE, folder)
    program = folder / "bin" / "factcheck"
    program.parent.mkdir()
    code = "from factcheck.cli import main; main()"
    program.write_text(f'#!/bin/sh\nexec {sys.executable} -c "{code}" "$@"\n', encoding="utf-8")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    path = f"{program.parent}{os.pathsep}{os.environ['PATH']}"
    ran = []
    for command, _ in sessions(PAGE.read_text(encoding="utf-8")):
        done = subprocess.run(
            ["sh", "-c", command], cwd=folder, env={**os.environ, "PATH": path},
            capture_output=True, encoding="utf-8", timeout=120, check=False,
        )  # fmt: skip
        assert "Traceback" not in done.stderr and done.returncode in (0, 1), done.stderr
        ran.append((command, done.stdout + done.stderr))
    return ran


def test_each_command_prints_what_the_page_shows(tmp_path: Path) -> None:
    shown = list(sessions(PAGE.read_text(encoding="utf-8")))
    ran = run_all(tmp_path)
    assert len(ran) >= 9
    for (command, told), (_, printed) in zip(shown, ran, strict=True):
        assert plain(printed) == plain(told), command


def test_the_table_has_fifty_facts() -> None:
    header, *rows = TABLE.read_text(encoding="utf-8").splitlines()
    assert len(rows) * (len(header.split(",")) - 1) == 50


def plain(output: str) -> str:
    """Without the hash of the reference."""
    return re.sub(r"(?<=reference )[0-9a-f]{12}", "<hash>", output).strip()


def rewrite() -> None:
    """Put the outputs of today into the page."""
    page = PAGE.read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory() as folder:
        outputs = iter(run_all(Path(folder)))
    blocks = re.split(r"(^```console\n.*?^```$)", page, flags=re.MULTILINE | re.DOTALL)
    for place, block in enumerate(blocks):
        if block.startswith("```console"):
            told = [next(outputs) for _ in sessions(block)]
            blocks[place] = "```console\n" + "".join(f"$ {c}{o}" for c, o in told) + "```"
    PAGE.write_text("".join(blocks), encoding="utf-8")


if __name__ == "__main__":
    rewrite()

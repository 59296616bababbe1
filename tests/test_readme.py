"""README tells the truth: its commands run, print what it shows, and its lists are whole.

`python tests/test_readme.py` puts the outputs of today into README: read the difference.
"""

from __future__ import annotations

import doctest
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from factcheck.cli import main
from factcheck.records import KINDS

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
PROGRAM = [sys.executable, "-c", "from factcheck.cli import main; main()"]


def fences(language: str) -> list[str]:
    """The code blocks of a language."""
    return re.findall(rf"^```{language}\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)


def sessions() -> Iterator[tuple[str, str]]:
    """Each command of the `console` blocks, with the output that is shown below it."""
    for block in fences("console"):
        for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            command, output = re.split(r"(?<!\\)\n", part, maxsplit=1)
            yield command.replace("\\\n", " "), output


def run(command: str, folder: Path = ROOT) -> str:
    """What `factcheck …` prints, run as a process of its own."""
    words = shlex.split(command)
    assert words[0] == "factcheck"
    result = subprocess.run(
        [*PROGRAM, *words[1:]],
        cwd=folder,
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )
    assert "Traceback" not in result.stderr and result.returncode in (0, 1), result.stderr
    return result.stdout + result.stderr


def plain(output: str) -> str:
    """Without the hash of the reference, which each new fact changes."""
    return re.sub(r"(?<=reference )[0-9a-f]{12}", "<hash>", output).strip()


@pytest.mark.parametrize(("command", "output"), list(sessions()))
def test_commands_print_what_is_shown(command: str, output: str) -> None:
    assert plain(run(command)) == plain(output)


def test_the_first_command_sets_up_and_checks_a_statement() -> None:
    set_up = "python3 -m venv .venv && .venv/bin/pip install -q -c requirements.lock . && "
    [first] = [line for line in "".join(fences("sh")).splitlines() if line.startswith(set_up)]
    checks = first.removeprefix(set_up + ".venv/bin/")
    shown = {" ".join(shlex.split(command)): output for command, output in sessions()}
    assert plain(shown[" ".join(shlex.split(checks))]) == plain(run(checks))


def test_the_second_command_is_the_one_that_ci_runs() -> None:
    lines = [line for line in "".join(fences("sh")).splitlines() if line.endswith("bin/pytest")]
    assert len(lines) == 1
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert lines[0] in script.splitlines()


def test_the_list_of_kinds_is_whole() -> None:
    listed = re.findall(r"^\| `(\w+)` \|", README, re.MULTILINE)
    assert [name for name in listed if name in KINDS] == list(KINDS)


def test_every_command_is_named() -> None:
    for name in main.list_commands(None):  # type: ignore[arg-type]
        assert f"factcheck {name}" in README, name


@pytest.mark.parametrize("block", fences("python"))
def test_python_examples_give_what_they_show(block: str) -> None:
    if ">>> " not in block:
        compile(block, "README.md", "exec")
        return
    runner = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS)
    example = doctest.DocTestParser().get_doctest(block, {}, "README.md", "README.md", 0)
    assert runner.run(example).failed == 0


def test_links_to_files_lead_somewhere() -> None:
    for target in re.findall(r"\]\((?!https?://|#)([^)#]+)", README):
        assert (ROOT / target).exists(), target


def write() -> None:
    """Put what the commands print now below them."""

    def renewed(block: re.Match[str]) -> str:
        parts = []
        for part in re.split(r"^\$ ", block[1], flags=re.MULTILINE)[1:]:
            command = re.split(r"(?<!\\)\n", part, maxsplit=1)[0]
            output = run(command.replace("\\\n", " ")).strip()
            parts.append(f"$ {command}\n{output}\n")
        return "```console\n" + "\n".join(parts) + "```"

    pattern = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)
    (ROOT / "README.md").write_text(pattern.sub(renewed, README), encoding="utf-8")


if __name__ == "__main__":
    write()

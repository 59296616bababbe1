"""`factcheck score`: how the labelled statements fare."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from factcheck.cli._parameters import reference_options
from factcheck.records import Unusable

if TYPE_CHECKING:
    from factcheck.scoring import Outcome, Statement


@click.command("score")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path), metavar="[PATH]...")
@reference_options
@click.option(
    "--only", multiple=True, metavar="ID or TAG", help="Only statements of this id or tag."
)
@click.option("--wrong", is_flag=True, help="List what went wrong, with the answers.")
@click.option(
    "--strict", is_flag=True, help="Exit status 1 if a strong row is wrong, or for a false alarm."
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="How to print it.",
)
def command(**options: Any) -> int:  # noqa: ANN401
    """Score labelled statements: files, or folders of .toml and .jsonl files.

    Default: the claims beside each --topic FOLDER, else the folder claims.
    """
    from factcheck.scoring import score, told, wrong_rows

    paths: Sequence[Path] = options["paths"] or list(_beside(options["topic"]))
    from factcheck.scoring.tables import score_tables, table_files, told_tables

    about_tables = table_files(options["paths"])
    if about_tables:
        on_tables = score_tables(about_tables, options["only"])
        as_json = json.dumps(on_tables, indent=2)
        click.echo(as_json if options["form"] == "json" else "\n".join(told_tables(on_tables)))
        paths = [path for path in paths if path not in about_tables and not path.is_dir()]
        if not paths:
            return 0
    statements = list(_chosen(paths, options["only"]))
    outcomes = _outcomes(statements, options)
    figures = score(outcomes)
    wrong = list(wrong_rows(outcomes)) if options["wrong"] else []
    if options["form"] == "json":
        answer = figures | ({"wrong": wrong} if options["wrong"] else {})
        click.echo(json.dumps(answer, ensure_ascii=False, indent=2).encode())
    else:
        for line in (*wrong, *([""] if wrong else []), *told(figures)):
            click.echo(line.encode(errors="backslashreplace"))
    return int(options["strict"] and any(one.fails for one in outcomes))


def _beside(topics: Sequence[str]) -> Iterator[Path]:
    folders = [Path(topic) for topic in topics if Path(topic).is_dir()]
    if not folders:
        if not Path("claims").is_dir():
            raise Unusable("no folder claims here: name the files of labelled statements")
        yield Path("claims")
    for folder in folders:
        found = [folder / name for name in ("claims.toml", "claims.jsonl")]
        if not any(file.exists() for file in found):
            raise Unusable(f"{folder}: no claims.toml or claims.jsonl in it")
        yield from (file for file in found if file.exists())


def _chosen(paths: Sequence[Path], only: Sequence[str]) -> Iterator[Statement]:
    from factcheck.scoring import read_statements

    for path in paths:
        for statement in read_statements(path):
            if not only or {statement.id, *statement.tags} & set(only):
                yield statement


def _outcomes(statements: Sequence[Statement], options: dict[str, Any]) -> list[Outcome]:
    from factcheck.api import Checker
    from factcheck.scoring import outcome

    with Checker(
        options["topic"], reference=options["reference"], known_on=options["known_on"]
    ) as checker:
        return [outcome(statement, checker) for statement in statements]

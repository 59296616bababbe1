"""`factcheck facts`: looks into and keeps the reference."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from factcheck.cli._parameters import reference_options
from factcheck.cli._plain import folded, plain

if TYPE_CHECKING:
    from factcheck.reference.lookup import Lookup
    from factcheck.reference.topics import TopicFolder


@click.group("facts")
def facts() -> None:
    """Look into the reference, and keep it."""


@facts.command("list")
@reference_options
@click.argument("subject", nargs=-1)
def list_facts(subject: Sequence[str], **options: Any) -> int:  # noqa: ANN401
    """List the topics, or the facts about SUBJECT."""
    from factcheck.cli._facts_text import fact_line, topic_lines

    with _open(options) as lookup:
        if not subject:
            lines = list(topic_lines(lookup))
        else:
            names = _subjects(lookup, " ".join(subject))
            lines = [fact_line(fact) for name in names for fact in lookup.facts(name)]
        _print(lines)
    if not lines:
        click.echo("no facts about it", err=True)
    return 0 if lines else 1


@facts.command("show")
@reference_options
@click.argument("fact", nargs=-1, required=True)
def show(fact: Sequence[str], **options: Any) -> None:  # noqa: ANN401
    """Show a fact (its id) or a subject (its name), with sources, history and who disagrees."""
    from factcheck.cli._facts_text import fact_lines, subject_lines

    with _open(options) as lookup:
        asked = " ".join(fact)
        found = lookup.fact(asked)
        if found:
            _print(line for one in found for line in fact_lines(lookup, one))
            return
        for name in _subjects(lookup, asked):
            _print(subject_lines(lookup, name))


@facts.command("search")
@reference_options
@click.option(
    "--limit",
    type=click.IntRange(1),
    default=20,
    show_default=True,
    help="How many facts to show at most.",
)
@click.argument("words", nargs=-1, required=True)
def search(words: Sequence[str], limit: int, **options: Any) -> int:  # noqa: ANN401
    """Find facts that hold all WORDS, best first."""
    from factcheck.cli._facts_text import fact_line
    from factcheck.reference.searching import search_facts

    with _open(options) as lookup:
        found = search_facts(lookup, " ".join(words), limit)
        _print(fact_line(fact) for fact in found)
    if not found:
        click.echo("no fact holds all of these words", err=True)
    return 0 if found else 1


@facts.command("lint")
@click.argument("topics", nargs=-1, metavar="[NAME or FOLDER]...")
def lint_topics(topics: Sequence[str]) -> int:
    """Report what is wrong with topics (default: all that are shipped), each with its line."""
    from factcheck.reference.linting import lint

    findings = lint(_topics(topics))
    _print(str(finding) for finding in findings)
    return 1 if findings else 0


@facts.command("build")
@click.option("--into", type=click.Path(path_type=Path), help="Build into this file.")
@click.argument("topics", nargs=-1, metavar="[NAME or FOLDER]...")
def build(topics: Sequence[str], into: Path | None) -> None:
    """Build the store of topics (default: all that are shipped), and say where it lies."""
    from factcheck.reference.opening import build as build_file
    from factcheck.reference.opening import open_store, read_topics
    from factcheck.reference.stamps import hash_topics

    if into is None:
        store = open_store(topics)
        click.echo(f"{plain(str(store.file))} {store.hash}")
        store.close()
        return
    if not into.absolute().parent.is_dir():
        raise click.UsageError(f"{into.parent}: no such folder")
    if into.is_dir():
        raise click.UsageError(f"{into}: a folder; give the name of a file")
    read = read_topics(_topics(topics))
    content = hash_topics(read)
    build_file(read, into.absolute(), content)
    click.echo(f"{plain(str(into))} {content}")


@facts.command("import")
@click.option("--into", type=click.Path(path_type=Path), help="The new folder.")
@click.option("--key", metavar="COLUMN", help="The column that names the subject of a row.")
@click.option("--sheet", metavar="NAME", help="The sheet of a spreadsheet (default: the first).")
@click.option("--dry-run", is_flag=True, help="Only say what would be written.")
@click.argument("file", type=click.Path(path_type=Path))
def import_file(
    file: Path, into: Path | None, key: str | None, sheet: str | None, dry_run: bool
) -> int:
    """Turn the table in FILE (CSV, XLSX, JSON) into a topic folder: one row a subject, columns
    properties; say what was understood, what was not used, and what the linter finds."""
    from factcheck.reference.importing import import_table

    if into is None and not dry_run:
        raise click.UsageError("give the new folder with --into, or --dry-run")
    imported = import_table(file, key, sheet)
    _print(imported.lines())
    if dry_run or into is None:
        return 0
    imported.write(into)
    _print([f"written: {into}"])
    return lint_topics.callback([str(into)]) if lint_topics.callback else 0


@facts.command("diff")
@click.argument("old")
@click.argument("new")
def diff(old: str, new: str) -> int:
    """Tell what changed from OLD to NEW: topics, their folders, or built stores (FILE.db)."""
    from factcheck.cli._facts_text import change_lines
    from factcheck.reference.comparing import compare_stores
    from factcheck.reference.opening import open_file, open_store

    stores = [
        open_file(Path(name)) if name.endswith(".db") else open_store([name]) for name in (old, new)
    ]
    changes = list(compare_stores(*stores))
    _print(line for change in changes for line in change_lines(change))
    for store in stores:
        store.close()
    return 1 if changes else 0


def _open(options: dict[str, Any]) -> Lookup:
    from factcheck.reference.lookup import open_reference

    return open_reference(
        options["topic"], reference=options["reference"], known_on=options["known_on"]
    )


def _topics(names: Sequence[str]) -> tuple[TopicFolder, ...]:
    from factcheck.records import Unusable
    from factcheck.reference.topics import find_topics

    found = find_topics(names)
    if not found:
        raise Unusable("no topics are shipped with this factcheck; give a folder")
    return found


def _subjects(lookup: Lookup, text: str) -> tuple[str, ...]:
    """The entities that a text names. Raises `Unusable` if there are none."""
    from factcheck.records import Unusable
    from factcheck.reference.searching import names_in

    if lookup.entity(text):
        return (text,)
    names = [name for mention in names_in(lookup, text) for name in mention.entities]
    if not names:
        raise Unusable(f"no fact and no name {text!r}; try `factcheck facts search`")
    return tuple(dict.fromkeys(names))


def _print(lines: Any) -> None:  # noqa: ANN401
    for line in lines:
        for piece in folded(plain(line)):
            click.echo(piece)


command = facts

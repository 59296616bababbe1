"""What is wrong with topics: `lint(folders)` gives findings, each with file, line and rule.

A rule is a file of this folder with `check(topic: Linted) -> Iterator[Finding]`; to add one,
add a file. What a rule reports should nearly always be a mistake: a linter that cries wolf is
switched off.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator, Sequence
from pathlib import Path

from factcheck.reference.linting._topic import Finding, Linted
from factcheck.reference.opening import read_topics
from factcheck.reference.reading import read_topic
from factcheck.reference.topics import TopicFolder, shipped_topics

__all__ = ["Finding", "lint", "rules"]


def lint(folders: Sequence[TopicFolder]) -> list[Finding]:
    """What is wrong with these topics, in order of file and line.

    Topics that they require are read along, but not reported on; so are, beside a shipped
    topic, all that are shipped, since their descriptions name each other's entities. Raises
    `Unusable` where a file cannot be read at all, or `topic.toml` is wrong.
    """
    findings: list[Finding] = []
    names = {folder.name for folder in folders}
    shipped = shipped_topics()
    if not set(folders).isdisjoint(shipped):
        beside = [folder for folder in shipped if folder.name not in names]
    else:
        beside = []
    linted = [_read(folder, findings) for folder in read_topics([*folders, *beside])]
    for topic in linted:
        others = [other for other in linted if other is not topic]
        if topic.name in names:
            for rule in rules():
                findings += _check(rule, topic.beside(others))
    wanted = [one for one in findings if one.file.parent.name in names]
    return sorted(set(wanted), key=lambda one: (str(one.file), one.line, one.rule, one.message))


def rules() -> list[str]:
    """The names of the rules, but for `form`, by which files are read."""
    return sorted(m.name for m in pkgutil.iter_modules(__path__) if not m.name.startswith("_"))


def _check(rule: str, topic: Linted) -> Iterator[Finding]:
    module = importlib.import_module(f"{__name__}.{rule}")
    for file, line, message in module.check(topic):
        yield Finding(file, line, rule, message)


def _read(folder: TopicFolder, findings: list[Finding]) -> Linted:
    def complain(file: Path, line: int, what: str) -> None:
        findings.append(Finding(file, line, "form", what))

    topic = read_topic(folder, complain)
    return Linted(topic, tuple(topic.facts(complain)))

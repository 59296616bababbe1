"""Where topics are: shipped with the package, in a checkout, or a folder of the user's.

This is the one place that knows where the shipped topics lie: `factcheck/reference/shipped/`
when installed (the wheel puts them there), `reference/` beside `factcheck/` in a checkout.
"""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from factcheck.records import Unusable

FILES = (
    "facts.csv",
    "entities.csv",
    "sources.csv",
    "topic.toml",
    "earlier-checks.csv",
)

_NAME = re.compile(r"\w[\w .+-]*")


@dataclass(frozen=True, slots=True)
class TopicFolder:
    """A topic's name (that of its folder) and where it lies (absolute)."""

    name: str
    path: Path

    def files(self) -> tuple[Path, ...]:
        """The files that make a topic, whether or not they are there."""
        return tuple(self.path / name for name in FILES)


def shipped_folder() -> Path | None:
    """The folder that holds the shipped topics; `None` if they were not shipped."""
    here = Path(__file__).parent
    for folder in (here / "shipped", here.parent.parent / "reference"):
        if folder.is_dir():
            return folder
    return None


def shipped_topics() -> tuple[TopicFolder, ...]:
    """All shipped topics in order of name."""
    root = shipped_folder()
    if root is None:
        return ()
    with os.scandir(root) as entries:
        names = sorted(entry.name for entry in entries)
    return tuple(
        TopicFolder(name, root / name) for name in names if (root / name / "facts.csv").exists()
    )


def find_topics(names: Sequence[str]) -> tuple[TopicFolder, ...]:
    """The topics of these names or folders (all that are shipped if there are none), by name.

    A folder wins over a shipped topic of the same name. Raises `Unusable` for what is neither.
    """
    shipped = {topic.name: topic for topic in shipped_topics()}
    if not names:
        return tuple(shipped.values())
    found: dict[str, TopicFolder] = {}
    for name in names:
        topic = shipped.get(name) or _own_topic(name, shipped)
        known = found.get(topic.name)
        if known and known.path != topic.path:
            raise Unusable(
                f"two topics are named {topic.name}: {known.path} and {topic.path}; rename a folder"
            )
        found[topic.name] = topic
    return tuple(found[name] for name in sorted(found))


def find_required(topic: TopicFolder, required: str) -> TopicFolder:
    """The topic that `topic` requires: beside it, else shipped. Raises `Unusable` if neither."""
    beside = topic.path.parent / required
    if (beside / "facts.csv").is_file():
        return TopicFolder(required, beside)
    for shipped in shipped_topics():
        if shipped.name == required:
            return shipped
    raise Unusable(
        f"{topic.path / 'topic.toml'}: the required topic {required!r} is neither shipped nor "
        f"in {topic.path.parent}; put it there or take it out of `requires`"
    )


def _own_topic(name: str, shipped: dict[str, TopicFolder]) -> TopicFolder:
    path = Path(name).absolute()
    if not path.is_dir():
        known = ", ".join(shipped) or "none"
        raise Unusable(f"no topic {name!r}: give a folder or one of those shipped ({known})")
    # "." and ".." are resolved, so that the topic has a name
    folder = path if path.name not in ("", "..") and ".." not in path.parts else path.resolve()
    if not _NAME.fullmatch(folder.name):
        raise Unusable(f"{folder}: a topic's folder is named in letters, digits, dots and hyphens")
    if not (folder / "facts.csv").exists():
        raise Unusable(f"{folder}: no facts.csv there; a topic needs one (see docs/topics.md)")
    return TopicFolder(folder.name, folder)

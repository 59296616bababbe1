"""The store for a set of topics: found in the cache, or built there.

On the usual way nothing is read but a stamp and the sizes and times of the files. The store's
name holds the hash of the topics' files and that of the code that read them, so that neither
a changed fact nor a changed reader meets an old store.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from factcheck.records import Unusable
from factcheck.reference.cache import cache_folder, put
from factcheck.reference.stamps import (
    Stamp,
    hash_file,
    hash_topics,
    read_stamp,
    stamped_store,
    state,
    write_stamp,
)
from factcheck.reference.store import Store
from factcheck.reference.topics import TopicFolder, find_required, find_topics

#: all that takes part in building; a test holds that none is missing
_CODE = (
    "aliases.py",
    "alternatives.py",
    "building.py",
    "cells.py",
    "collected.py",
    "declared.py",
    "described.py",
    "earlier.py",
    "families.py",
    "guessing.py",
    "implied.py",
    "keys.py",
    "lemmas.py",
    "properties.py",
    "reading.py",
    "rows.py",
    "said_units.py",
    "schema.sql",
    "settings.py",
    "sounds.py",
    "spelling.py",
    "store.py",
    "table_rows.py",
    "tables.py",
    "times.py",
    "toml_reader.py",
    "topics.py",
    "wording.py",
    "wording.toml",
)


def open_store(names: Sequence[str] = ()) -> Store:
    """The store of these topics and those that they require. Raises `Unusable`."""
    topics = find_topics(names)
    if not topics:
        raise Unusable("no topics are shipped with this factcheck; give one with --topic FOLDER")
    folder = cache_folder()
    stamp_file = folder / f"{_request(topics)}.stamp"
    stamp = read_stamp(stamp_file)
    if stamp and state(folder / stamp.store) == stamp.store_state:
        return _open(folder / stamp.store, stamp_file, topics)
    return _open(_make(folder, stamp_file, topics), stamp_file, topics)


def open_file(file: Path) -> Store:
    """A store given by its user. Raises `Unusable` if it is none, damaged or too old."""
    if not file.is_file():
        raise Unusable(f"{file}: no such file; give a store made by `factcheck facts build`")
    return Store(file)


def read_topics(topics: Sequence[TopicFolder]) -> list[TopicFolder]:
    """The topics with all that they require, in order of name."""
    from factcheck.reference.settings import read_settings

    found = {topic.name: topic for topic in topics}
    waiting = list(topics)
    while waiting:
        topic = waiting.pop()
        settings = read_settings(topic.name, topic.path / "topic.toml").settings
        for name in settings.requires:
            if name not in found:
                found[name] = find_required(topic, name)
                waiting.append(found[name])
    return [found[name] for name in sorted(found)]


def build(topics: Sequence[TopicFolder], target: Path, content: str) -> None:
    """Build `topics` into `target`, whole or not at all."""
    from factcheck.reference.building import build_store
    from factcheck.reference.described import add_descriptions
    from factcheck.reference.reading import read_topic

    read = [read_topic(topic) for topic in topics]

    def make(part: Path) -> None:
        build_store(read, part, content)
        add_descriptions(part)

    put(target, make)


def _open(file: Path, stamp_file: Path, topics: Sequence[TopicFolder]) -> Store:
    def rebuild() -> Path:
        file.unlink(missing_ok=True)
        return _make(file.parent, stamp_file, topics)

    return Store(file, rebuild)


def _make(folder: Path, stamp_file: Path, asked: Sequence[TopicFolder]) -> Path:
    """Build the store, unless a sound one with the same content is there; write the stamp."""
    topics = read_topics(asked)
    files = [path for topic in topics for path in topic.files()] + code_files()
    states = [(state(path), path) for path in files]
    content = hash_topics(topics)
    store = folder / f"{content}-{_code_hash()}.db"
    if not _is_sound(store):
        build(topics, store, content)
        checksum = hash_file(store)
        put(_checksum_file(store), lambda part: _write(part, checksum))
    stamp = Stamp(content, store.name, state(store), tuple(topics))
    before = stamped_store(stamp_file)
    write_stamp(stamp_file, stamp, states)
    if before and before != store.name:
        _forget(folder, before)
    return store


def _forget(folder: Path, name: str) -> None:
    """Remove a store that no stamp names any more."""
    if any(stamped_store(stamp) == name for stamp in folder.glob("*.stamp")):
        return
    for file in (folder / name, _checksum_file(folder / name)):
        with suppress(OSError):  # on Windows another process may have it open
            file.unlink()


def code_files() -> list[Path]:
    """The files on which depends what is made of a topic's files."""
    here = Path(__file__).parent
    measures = here.parent / "measures"
    found = [here / name for name in _CODE]
    for folder in (here / "words", measures, measures / "words", here.parent / "encoder"):
        with os.scandir(folder) as entries:
            found += [folder / entry.name for entry in entries if entry.is_file()]
    return sorted(found)


def _code_hash() -> str:
    import hashlib

    whole = hashlib.sha256("".join(map(hash_file, code_files())).encode())
    return whole.hexdigest()[:8]


def _is_sound(store: Path) -> bool:
    """Whether the store is byte for byte what was built."""
    try:
        return _checksum_file(store).read_text(encoding="ascii") == hash_file(store)
    except (OSError, UnicodeDecodeError):
        return False


def _checksum_file(store: Path) -> Path:
    return store.with_suffix(".sha256")


def _request(topics: Sequence[TopicFolder]) -> str:
    """A name for this set of folders, as read by this copy of the program: another one beside it
    has code of its own, whose stamp would not tell that ours has changed."""
    import hashlib

    paths = "\n".join(f"{topic.name}\t{topic.path}" for topic in topics)
    paths = f"{Path(__file__).parent}\n{paths}"
    return hashlib.sha256(paths.encode()).hexdigest()[:16]


def _write(part: Path, content: str) -> None:
    part.write_text(content, encoding="ascii")

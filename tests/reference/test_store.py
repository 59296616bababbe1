"""The store: built once, whole or not at all, rebuilt when damaged, and read as it was built."""

from __future__ import annotations

import multiprocessing
import os
import shutil
import sqlite3
import subprocess
import sys
import time
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from factcheck.measures.periods import Period
from factcheck.records import Question, Unusable
from factcheck.reference import opening
from factcheck.reference.cache import cache_folder, put
from factcheck.reference.lookup import Lookup, open_reference
from factcheck.reference.opening import build, open_store, read_topics
from factcheck.reference.topics import find_topics

CANALS = Path(__file__).parent / "topics" / "canals"


def _copy(folder: Path) -> Path:
    return Path(shutil.copytree(CANALS, folder / "canals"))


def test_facts_come_back_as_they_were_read(canals: Lookup) -> None:
    fee = canals.facts("Norland canal fee", "yearly_payment")
    assert [str(fact.valid) for fact in fee] == ["2002", "2003", "2004", "2004", "2005"]
    last = fee[-1]
    assert last.reading is not None
    assert (last.reading.value, last.reading.unit) == (Decimal(45_000_000), "EUR")
    assert last.value[last.reading.start : last.reading.end] == last.reading.text
    assert (last.reading.hedge, last.reading.high) == ("more than", None)
    assert last.label == "Norland's yearly canal fee"
    assert fee[0].sources[0].locator is None
    assert fee[0].sources[0].publisher == "Norland State Press"
    plain = canals.facts("Harbour Board", "founded")[0]
    assert plain.sources[0].title == "a plain remark on where it was seen"


def test_table_of_facts(canals: Lookup) -> None:
    assert [one.name for one in canals.members("Canal Agreement")] == [
        "1st Canal Agreement",
        "2nd Canal Agreement",
        "3rd Canal Agreement",
    ]
    assert canals.entity("Nobody") is None
    assert canals.properties_of("Harbour Board") == {"pilots", "founded"}
    assert canals.subjects_of("office_held") == ("Greta Lind", "Jana Park", "Otto Park")
    assert [fact.value for fact in canals.terms("Greta Lind")] == ["Premier of Norland"]
    settings = canals.settings("canals")
    assert settings.as_of == date(2012, 1, 1)
    assert settings.complete == {"Canal Agreement"}
    assert settings.good_for == {"yearly_payment": "P2Y"}
    with pytest.raises(KeyError):
        canals.settings("none")
    assert canals.descriptions()[0].words == ("canal", "waterway")
    assert canals.asks("Harbour Board", "pilots") == ("Harbour Board", "pilots")


def test_known_on_sees_the_files_of_that_day() -> None:
    with open_reference([str(CANALS)], known_on=date(2015, 1, 1)) as lookup:
        pilots = lookup.facts("Harbour Board", "pilots")
    assert [fact.value for fact in pilots] == ["120", "95"]
    with open_reference([str(CANALS)], known_on=date(1990, 1, 1)) as lookup:
        assert lookup.facts("2nd Canal Agreement") == ()
        assert lookup.properties_of("2nd Canal Agreement") == frozenset()
        assert "2nd Canal Agreement" not in lookup.subjects_of("date_signed")
    with open_reference([str(CANALS)]) as lookup:
        assert [fact.value for fact in lookup.facts("Harbour Board", "pilots")] == ["120", "97"]


def test_same_content_same_bytes(tmp_path: Path) -> None:
    topics = read_topics(find_topics([str(CANALS)]))
    for name in ("one.db", "two.db"):
        build(topics, tmp_path / name, "hash")
    assert (tmp_path / "one.db").read_bytes() == (tmp_path / "two.db").read_bytes()


def test_unchanged_topics_are_not_read_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = _copy(tmp_path)
    first = open_store([str(folder)])
    time.sleep(0.05)
    open_store([str(folder)]).close()

    def never(*_: object) -> Path:
        raise AssertionError("read again")

    with monkeypatch.context() as patch:
        patch.setattr(opening, "_make", never)
        again = open_store([str(folder)])
    assert again.hash == first.hash
    text = (folder / "facts.csv").read_text()
    (folder / "facts.csv").write_text(text.replace("42000000", "42000001"))
    changed = open_store([str(folder)])
    assert changed.hash != first.hash
    (folder / "facts.csv").write_text(text)
    assert open_store([str(folder)]).hash == first.hash


def test_stores_of_old_content_are_removed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FACTCHECK_CACHE", str(tmp_path / "cache"))
    folder = _copy(tmp_path)
    other = Path(shutil.copytree(folder, tmp_path / "other" / "canals"))
    text = (folder / "facts.csv").read_text()
    first = open_store([str(folder)])
    assert open_store([str(other)]).file == first.file
    (folder / "facts.csv").write_text(text.replace("42000000", "42000001"))
    second = open_store([str(folder)])
    assert first.file.exists(), "the other folder still needs it"
    (folder / "facts.csv").write_text(text.replace("42000000", "42000002"))
    open_store([str(folder)])
    assert not second.file.exists()
    assert second.rows("SELECT count(*) FROM facts") == [(28,)], "who has it open may go on"


def test_a_store_that_vanishes_is_built_again(tmp_path: Path) -> None:
    folder = _copy(tmp_path)
    store = open_store([str(folder)])
    store.file.unlink()
    with open_reference([str(folder)]) as lookup:
        assert len(lookup.facts("Norland canal fee")) == 7


def test_same_size_and_time_do_not_hide_a_change(tmp_path: Path) -> None:
    folder = _copy(tmp_path)
    first = open_store([str(folder)]).hash
    before = (folder / "facts.csv").stat()
    text = (folder / "facts.csv").read_text()
    (folder / "facts.csv").write_text(text.replace("42000000", "42000007"))
    os.utime(folder / "facts.csv", ns=(before.st_atime_ns, before.st_mtime_ns))
    assert open_store([str(folder)]).hash != first


def test_a_new_file_in_the_folder_is_seen(tmp_path: Path) -> None:
    folder = _copy(tmp_path)
    (folder / "topic.toml").rename(tmp_path / "kept.toml")
    first = open_store([str(folder)]).hash
    time.sleep(0.05)
    assert open_store([str(folder)]).hash == first
    (tmp_path / "kept.toml").rename(folder / "topic.toml")
    assert open_store([str(folder)]).hash != first


@pytest.mark.parametrize("where", [0, 20, 100, 5_000, -5_000])
def test_a_damaged_store_of_ours_is_built_again(tmp_path: Path, where: int) -> None:
    folder = _copy(tmp_path)
    store = open_store([str(folder)])
    store.close()
    content = bytearray(store.file.read_bytes())
    content[where : where + 300 if where >= 0 else None] = b"\xff" * len(
        content[where : where + 300 if where >= 0 else None]
    )
    store.file.write_bytes(content)
    with open_reference([str(folder)]) as lookup:
        assert len(lookup.facts("Norland canal fee")) == 7


@pytest.mark.parametrize("size", [0, 10, 4_096, 30_000])
def test_a_store_cut_short_is_built_again(tmp_path: Path, size: int) -> None:
    folder = _copy(tmp_path)
    store = open_store([str(folder)])
    store.close()
    os.truncate(store.file, size)
    with open_reference([str(folder)]) as lookup:
        assert len(lookup.facts("Norland canal fee")) == 7


def test_damage_that_shows_only_on_reading(tmp_path: Path) -> None:
    """Not even the times tell, as with a bad disk: the query that fails builds it again."""
    folder = _copy(tmp_path)
    with open_reference([str(folder)]) as lookup:
        file = lookup.store.file
        content = file.read_bytes()
        file.unlink()
        file.write_bytes(content[:4_096] + b"\xff" * (len(content) - 4_096))
        lookup.store._connection.close()
        lookup.store._connection = lookup.store._open()
        assert len(lookup.facts("Norland canal fee")) == 7


def test_a_given_store_is_not_touched(tmp_path: Path) -> None:
    given = tmp_path / "given.db"
    build(read_topics(find_topics([str(CANALS)])), given, "0123")
    with open_reference(reference=given) as lookup:
        assert lookup.hash == "0123"
        assert lookup.topics == ("canals",)
    content = given.read_bytes()
    for bad in (b"", b"no database at all", content[:4_096], content[:2_000] + b"\xff" * 9_000):
        given.write_bytes(bad)
        with pytest.raises(Unusable, match=r"given\.db"):
            open_reference(reference=given)
        assert given.read_bytes() == bad
    sqlite3.connect(tmp_path / "other.db").execute("CREATE TABLE t (a)").connection.commit()
    with pytest.raises(Unusable, match="no reference"):
        open_reference(reference=tmp_path / "other.db")
    with pytest.raises(Unusable, match="no such file"):
        open_reference(reference=tmp_path / "none.db")


def test_what_a_killed_builder_left_is_cleared_away(tmp_path: Path) -> None:
    """But not what another is writing now, nor other files."""
    old, new, other = (
        tmp_path / name
        for name in (".factcheck-a.db-abc.part", ".factcheck-b.db-def.part", ".mine.db-abc.part")
    )
    for left in (old, new, other):
        left.write_text("half", encoding="ascii")
    for left in (old, other):
        os.utime(left, (1_000_000_000, 1_000_000_000))

    def write(part: Path) -> None:
        part.write_text("whole", "ascii")

    put(tmp_path / "store.db", write)
    assert not old.exists() and new.exists() and other.exists()
    assert (tmp_path / "store.db").read_text("ascii") == "whole"


def test_a_crash_leaves_nothing_behind(tmp_path: Path) -> None:
    target = tmp_path / "store.db"
    target.write_text("old")

    def crash(part: Path) -> None:
        part.write_text("half")
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        put(target, crash)
    assert target.read_text() == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["store.db"]


def _open_and_count(folder: str) -> int:
    with open_reference([folder]) as lookup:
        return len(lookup.facts("Norland canal fee"))


def test_several_builders_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FACTCHECK_CACHE", str(tmp_path / "cache"))
    folder = _copy(tmp_path)
    with multiprocessing.get_context("spawn").Pool(3) as pool:
        assert pool.map(_open_and_count, [str(folder)] * 6) == [7] * 6
    left = sorted(path.suffix for path in (tmp_path / "cache").iterdir())
    assert left == [".db", ".sha256", ".stamp"]


def test_where_the_cache_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FACTCHECK_CACHE", str(tmp_path / "own"))
    assert cache_folder() == tmp_path / "own"
    monkeypatch.delenv("FACTCHECK_CACHE")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "xdg"))
    monkeypatch.setattr(sys, "platform", "linux")
    assert cache_folder() == tmp_path / "xdg" / "factcheck"
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "local"))
    assert cache_folder() == tmp_path / "local" / "factcheck"
    monkeypatch.setattr(sys, "platform", "darwin")
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    assert cache_folder() == tmp_path / "home" / "Library" / "Caches" / "factcheck"


def test_without_a_cache_there_is_a_temporary_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("no folder")
    monkeypatch.setenv("FACTCHECK_CACHE", str(blocked / "cache"))
    monkeypatch.setenv("XDG_CACHE_HOME", str(blocked))
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "temp"))
    (tmp_path / "temp").mkdir()
    folder = cache_folder()
    assert folder.is_relative_to(tmp_path / "temp")
    assert oct(folder.stat().st_mode)[-3:] == "700" or os.name == "nt"
    with open_reference([str(CANALS)]) as lookup:
        assert lookup.store.file.parent == folder


def test_the_store_holds_what_it_promises(tmp_path: Path) -> None:
    build(read_topics(find_topics([str(CANALS)])), tmp_path / "built.db", "hash")
    connection = sqlite3.connect(tmp_path / "built.db")
    tables = connection.execute("PRAGMA table_list").fetchall()
    ours = [row for row in tables if not row[1].startswith(("sqlite_", "facts_fts"))]
    assert len(ours) > 12 and all(row[5] == 1 for row in ours), "STRICT"
    assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    with pytest.raises(sqlite3.IntegrityError):
        connection.execute("UPDATE facts SET rank = 'best'")
    found = connection.execute(
        "SELECT id FROM facts_fts JOIN facts ON facts.number = facts_fts.rowid "
        "WHERE facts_fts MATCH 'pilots'"
    ).fetchall()
    assert len(found) == 3
    connection.close()


def test_opening_needs_neither_sqlite_utils_nor_rapidfuzz() -> None:
    with open_reference([str(CANALS)]):
        pass
    time.sleep(0.05)
    open_reference([str(CANALS)]).close()
    code = (
        "import sys; from factcheck.reference.lookup import open_reference\n"
        f"lookup = open_reference([{str(CANALS)!r}])\n"
        "lookup.mentions('the north of Norland'); lookup.facts('Norland')\n"
        "print(sorted({'sqlite_utils', 'rapidfuzz', 'tomllib', 'spacy', 'csv', 'tempfile',"
        " 'factcheck.reference.building'} & set(sys.modules)))"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]", run.stdout


def test_code_that_builds_is_part_of_the_name() -> None:
    """Whatever module takes part in building changes the store's name when it changes."""
    code = (
        "import sys; import factcheck.reference.building, factcheck.reference.reading\n"
        "print(' '.join(m.rpartition('.')[2] for m in sys.modules"
        " if m.startswith('factcheck.reference.')))"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert {f"{name}.py" for name in run.stdout.split()} <= set(opening._CODE)


def test_questions_go_through_the_lookup(canals: Lookup) -> None:
    pytest.importorskip("factcheck.reference.answering")
    question = Question("Norland canal fee", "yearly_payment", time=Period.parse("2003"))
    assert [fact.id for fact in canals.answer(question).facts] == ["fee-2003"]


def test_two_copies_of_the_program_keep_stamps_of_their_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = [opening.TopicFolder("larkham", tmp_path)]
    ours = opening._request(asked)
    monkeypatch.setattr(opening, "__file__", str(tmp_path / "reference" / "opening.py"))
    assert opening._request(asked) != ours

"""The journals of shards do what every journal has to, on storage without a lock too."""

from __future__ import annotations

import errno
import os
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import fsspec
import pytest
from smsc_codec_dask.send import journals
from smsc_codec_dask.send.journals import LogJournal, is_locked, kind_of_disk, open_journal
from smsc_codec_dask.shards.folder import Folder, StorageError
from smsc_codec_testing import JournalConformance, Search

from smsc_codec.client import Entry, Journal, JournalError, JournalInUse

ENTRY = Entry("begun", 0, 3, "ab" * 16, "m1")


@pytest.fixture(params=["memory", "disk"])
def folder(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Folder]:
    """An object store's stand-in, and a disk."""
    if request.param == "disk":
        yield Folder(str(tmp_path))
        return
    yield Folder(f"memory://{tmp_path.name}")
    memory = fsspec.filesystem("memory")
    memory.store.clear()
    memory.pseudo_dirs[:] = [""]


class _Dict:
    """A folder that is a dict: all ways of a mailing are many."""

    def __init__(self) -> None:
        self.files: dict[str, bytes] = {}

    def read(self, name: str) -> bytes:
        if name not in self.files:
            raise FileNotFoundError(name)
        return self.files[name]

    def create(self, name: str, octets: bytes) -> bool:
        return self.files.setdefault(name, octets) is octets


class _LogStore:
    """Journals of many files: what a process that dies leaves is whole files."""

    def __init__(self) -> None:
        self._folder: Any = _Dict()

    def open(self) -> Journal:
        return LogJournal(self._folder, "journals/j")

    def leave(self, journal: Any) -> None:
        journal.close()

    def save(self) -> dict[str, bytes]:
        return dict(self._folder.files)

    def load(self, saved: dict[str, bytes]) -> None:
        self._folder.files = dict(saved)

    def tear(self, journal: Journal, entry: Entry) -> None:
        """A file is made as a whole or not at all."""


class TestLogJournal(JournalConformance):
    def make(self, path: Path) -> Journal:
        raise NotImplementedError

    @pytest.fixture
    def store(self) -> Any:
        return _LogStore()

    @pytest.mark.slow
    def test_every_way_a_mailing_can_go(self, store: Any) -> None:
        """As of every journal; what happened twice to a request is not counted further, which takes a third of it."""
        assert Search(store, lines=1, most=1).all().states > 20


def test_one_of_many_makes_a_file(folder: Folder) -> None:
    """Of sixteen that make the same file at once one succeeds, and what it wrote is there whole."""
    made: list[int] = []
    ready = threading.Barrier(16)

    def make(number: int) -> None:
        ready.wait()
        if folder.create("journals/x", bytes([number]) * 100_000):
            made.append(number)

    threads = [threading.Thread(target=make, args=(number,)) for number in range(16)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    assert len(made) == 1
    assert folder.read("journals/x") == bytes(made) * 100_000
    assert folder.names("journals") == ["journals/x"], "nothing is left beside it"


def test_two_that_have_a_journal_cannot_both_go_on(folder: Folder) -> None:
    """Who comes second is told, and writes nothing more, even where the entries are the same."""
    one, other = LogJournal(folder, "journals/j"), LogJournal(folder, "journals/j")
    one.write(ENTRY)
    with pytest.raises(JournalInUse):
        other.write(ENTRY)
    with pytest.raises(JournalError):
        other.read()
    assert LogJournal(folder, "journals/j").read() == (ENTRY,)


def test_an_answer_that_was_lost_on_the_way(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    """A storage that made the file and, asked again, says that it is there: the entry is ours."""
    journal = LogJournal(folder, "journals/j")
    create = folder.create

    def twice(name: str, octets: bytes) -> bool:
        create(name, octets)
        return create(name, octets)

    monkeypatch.setattr(folder, "create", twice)
    journal.write(ENTRY)
    assert journal.read() == (ENTRY,)


@pytest.mark.parametrize(
    "octets", [b"", b"{}", b"\xff", b'{"by":"a","entry":{"event":"begun"}}', b"[" * 100_000]
)
def test_what_is_no_entry(folder: Folder, octets: bytes) -> None:
    """A journal that holds anything else is refused before anything is sent."""
    folder.write("journals/j/000000", octets)
    with pytest.raises(JournalError, match="entry 0"):
        LogJournal(folder, "journals/j")


def test_a_local_disk_has_a_file_with_a_lock(tmp_path: Path) -> None:
    """On a disk of this machine the journal is locked, and one lock is enough for all processes."""
    folder = Folder(str(tmp_path))
    if not is_locked(folder):
        pytest.skip("this disk is not known to be this machine's own")
    journal = open_journal(folder, "journals/j", locked=True)
    with pytest.raises(JournalInUse):
        open_journal(folder, "journals/j", locked=True)
    journal.close()


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/data/shards", "nfs4"),
        ("/data", "nfs4"),
        ("/database", "ext4"),
        ("/data/fast/x", "xfs"),
        ("/mnt/two words/x", "cifs"),
        ("/", "ext4"),
    ],
)
def test_which_disk_it_is(path: str, kind: str) -> None:
    """The longest mount point counts, by whole names, the last one of several at a place."""
    mounts = (
        "1 0 8:1 / / rw - ext4 /dev/sda1 rw\n"
        "2 1 8:2 / /data rw - xfs /dev/sdb rw\n"
        "3 1 0:3 / /data rw shared:1 - nfs4 server:/x rw\n"
        "4 3 8:3 / /data/fast rw - xfs /dev/sdc rw\n"
        "5 1 0:4 / /mnt/two\\040words rw - cifs //s/x rw\n"
        "nonsense\n"
    )
    assert kind_of_disk(path, mounts) == kind


def test_a_network_disk_is_not_trusted_to_lock(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the disk may be another machine's, or the system does not say, entries are files of their own."""
    folder = Folder(str(tmp_path))
    journals._is_local_disk.cache_clear()
    monkeypatch.setattr(journals, "_MOUNTS", str(tmp_path / "none"))
    try:
        assert not is_locked(folder)
        with pytest.raises(StorageError, match="on a network"):
            open_journal(folder, "journals/j", locked=True)
    finally:
        journals._is_local_disk.cache_clear()
    assert isinstance(open_journal(folder, "journals/j", locked=False), LogJournal)


@pytest.mark.parametrize("url", ["ftp://host/x", "http://host/x", "nothing://x", "zip://a::x.zip"])
def test_storage_that_cannot_make_a_file_once_is_refused(url: str) -> None:
    """Two workers could overwrite each other's entries there, so nothing is prepared or sent."""
    with pytest.raises(StorageError):
        Folder(url)


def test_a_disk_without_links_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Some network disks and memory cards have none; nothing is left there."""

    def none(source: str, target: str) -> None:
        raise PermissionError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(os, "link", none)
    with pytest.raises(StorageError, match="no links"):
        Folder(str(tmp_path)).create("begun", b"x")
    assert not list(tmp_path.iterdir())


def test_no_password_in_an_address() -> None:
    """It would stand in tasks, keys and logs of the engine; the error does not repeat it."""
    with pytest.raises(StorageError) as caught:
        Folder("s3://key:hunter22@bucket/x")
    assert "hunter22" not in str(caught.value) + repr(caught.value)


@pytest.mark.parametrize("name", ["../x", "a/../../x", "/etc/passwd", "", "A", "x\n"])
def test_a_manifest_names_no_file_elsewhere(folder: Folder, name: str) -> None:
    """What a manifest says is not trusted to stay in its folder."""
    with pytest.raises(StorageError):
        folder.at(name)

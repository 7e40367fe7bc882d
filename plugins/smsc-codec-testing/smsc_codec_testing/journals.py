"""What a journal has to do, wherever it keeps its entries."""

from __future__ import annotations

from pathlib import Path

import pytest

from smsc_codec.client import Entry, Journal
from smsc_codec_testing.mailings import Search
from smsc_codec_testing.stores import FileStore

_ENTRIES = (
    Entry("begun", 0, 1000, "ab" * 16, "m1"),
    Entry("unclear", 0, 1000, "ab" * 16, "m1"),
    Entry("begun", 0, 1000, "ab" * 16, "m1"),
    Entry("sent", 0, 1000, "ab" * 16, "m1", 1200),
    Entry("begun", 1, 3, "cd" * 16, 2147483647),
    Entry("refused", 1, 3, "cd" * 16, 2147483647),
    Entry("begun", 1, 1, "ef" * 16, "A.b-c_9"),
    Entry("taken", 1, 1, "ef" * 16, "A.b-c_9"),
)


class JournalConformance:
    """Derive a class named `Test...` from it, and give `make`. A journal is closed by `close`, where it has one.

    It is for journals that are kept in a file; one that is kept elsewhere may be given a `Store` of its own.
    """

    def make(self, path: Path) -> Journal:
        """Open the journal at a path, where there may be none yet."""
        raise NotImplementedError

    @pytest.fixture
    def store(self, tmp_path: Path) -> FileStore:
        """Where the journal is kept."""
        return FileStore(self.make, tmp_path / "journal")

    def test_entries_are_kept(self, store: FileStore) -> None:
        """What was written is read, in order: by who wrote it, and by who opens the journal later."""
        for number, entry in enumerate(_ENTRIES):
            journal = store.open()
            assert tuple(journal.read()) == _ENTRIES[:number], "read() gives all that was written before"
            journal.write(entry)
            assert tuple(journal.read()) == _ENTRIES[: number + 1], (
                "read() gives what was written since it was opened, too: a mailing that is run again with the same "
                "open journal would send it again"
            )
            store.leave(journal)

    def test_a_process_that_dies(self, store: FileStore) -> None:
        """An entry is safe when `write` returns, closed or not; one that was cut off is as if it were not there."""
        journal = store.open()
        for entry in _ENTRIES[:4]:
            journal.write(entry)
        saved = store.save()
        store.tear(journal, _ENTRIES[4])
        torn = store.save()
        store.leave(journal)
        for kept in (saved, torn):
            store.load(kept)
            journal = store.open()
            assert tuple(journal.read()) == _ENTRIES[:4], (
                "what is written is kept at once, and nothing by halves"
            )
            journal.write(_ENTRIES[4])
            store.leave(journal)
            journal = store.open()
            assert tuple(journal.read()) == _ENTRIES[:5]
            store.leave(journal)

    @pytest.mark.slow
    def test_every_way_a_mailing_can_go(self, store: FileStore) -> None:
        """Whatever happens at each write and each exchange of all runs: nothing goes twice untold, nothing is lost."""
        search = Search(store, lines=1).all()
        assert search.states > 50

"""The journals of shards: in a locked file on a local disk, in files that can be made once only everywhere else.

A lock is let go by the system when its process dies, so a file is best where all who might have it ask one system. A
network disk or an object store has no such lock, or one that only seems to hold: there each entry is a file of its
own, made only where there is none. Two runs that both believe a shard to be theirs cannot both write what comes next:
one of them is told, and sends nothing.
"""

from __future__ import annotations

import os
from functools import lru_cache

import msgspec
from msgspec import Struct
from smsc_codec_httpx import FileJournal

from smsc_codec.client import Entry, JournalError, JournalInUse, fresh_id
from smsc_codec_dask.shards.folder import Folder, StorageError


class _Kept(Struct, frozen=True, forbid_unknown_fields=True):
    """An entry as it is kept. `by` tells whose it is: an answer that was lost on the way looks like another's."""

    by: str
    entry: Entry


class LogJournal:
    """A journal each of whose entries is a file that can be made once. It needs no lock, and has none.

    Raises JournalInUse where somebody else has written since it was opened, JournalError for what is no journal.
    """

    def __init__(self, folder: Folder, name: str) -> None:
        self._folder = folder
        self._name = name
        self._by = str(fresh_id())
        self._unusable = ""
        self._entries: list[Entry] = []
        while (kept := self._at(len(self._entries))) is not None:
            self._entries.append(kept.entry)

    def read(self) -> tuple[Entry, ...]:
        """Everything that was written when it was opened, and by it since."""
        self._check()
        return tuple(self._entries)

    def write(self, entry: Entry) -> None:
        """Keep an entry; it is on the storage when this returns."""
        self._check()
        number = len(self._entries)
        kept = _Kept(self._by, entry)
        self._unusable = "what was to be written last may be there or not"
        made = self._folder.create(_name(self._name, number), msgspec.json.encode(kept))
        if not made and self._at(number) != kept:
            self._unusable = "another run has written to this journal"
            raise JournalInUse(f"{self._name}: another run sends this shard")
        self._unusable = ""
        self._entries.append(entry)

    def close(self) -> None:
        """Use it no more."""
        self._unusable = "it is closed"

    def _check(self) -> None:
        if self._unusable:
            raise JournalError(f"{self._name}: {self._unusable}; open it again")

    def _at(self, number: int) -> _Kept | None:
        try:
            octets = self._folder.read(_name(self._name, number))
        except FileNotFoundError:
            return None
        try:
            return msgspec.json.decode(octets, type=_Kept)
        except (ValueError, RecursionError):
            raise JournalError(f"{self._name}: entry {number} is none; it was left as it is") from None


def _name(journal: str, number: int) -> str:
    return f"{journal}/{number:06}"


def open_journal(folder: Folder, name: str, *, locked: bool) -> FileJournal | LogJournal:
    """The journal of a shard. Raises StorageError where a lock would not be everybody's, and what its kind raises.

    Which kind it is was decided when the mailing began. The machine that has the disk sees it as its own, and all
    others as a network's: each by itself would choose another kind, and neither would know of the other's entries.
    """
    if not locked:
        return LogJournal(folder, name)
    if not is_locked(folder):
        raise StorageError(
            folder.url,
            "it was begun on a machine that has it on a disk of its own, so that the journals are locked there, and "
            "here it is on a network; expected workers on that machine alone",
        )
    path = folder.at(f"{name}.journal")
    os.makedirs(os.path.dirname(path), exist_ok=True)
    return FileJournal(path)


def is_locked(folder: Folder) -> bool:
    """Whether journals are files with a lock here, which dies with its process."""
    return folder.local and _is_local_disk(os.path.realpath(folder.path))


#: Disks whose locks are this machine's own, and whose files no other machine has.
_LOCAL = {
    "ext2", "ext3", "ext4", "xfs", "btrfs", "zfs", "f2fs", "jfs", "reiserfs", "bcachefs", "tmpfs", "ramfs", "overlay",
}  # fmt: skip
_MOUNTS = "/proc/self/mountinfo"


@lru_cache(64)
def _is_local_disk(path: str) -> bool:
    """Whether a path is on a disk of this machine's, as far as the system tells; what is not known is not."""
    try:
        with open(_MOUNTS, encoding="utf-8", errors="surrogateescape") as file:
            return kind_of_disk(path, file.read()) in _LOCAL
    except OSError:
        return False


def kind_of_disk(path: str, mounts: str) -> str:
    """The file system that a path is on, by Linux's list of mounts; "" where it does not say."""
    best, kind = -1, ""
    for line in mounts.splitlines():
        left, dash, right = line.partition(" - ")
        fields = left.split(" ")
        if not dash or len(fields) < 5:
            continue
        point = fields[4].encode("latin-1", "ignore").decode("unicode_escape")  # blanks are written \040
        inside = point == "/" or path == point or path.startswith(point.rstrip("/") + "/")
        if inside and len(point) >= best:  # the later of two at one place hides the earlier
            best, kind = len(point), right.split(" ")[0]
    return kind

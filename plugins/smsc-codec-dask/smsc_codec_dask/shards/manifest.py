"""What stands in a folder of shards: a manifest with a line a shard, the shards, the journals, and who is at work."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from hashlib import blake2b

import msgspec
from msgspec import Struct

from smsc_codec.payloads.schedule.model import Schedule
from smsc_codec_dask.shards.folder import Folder, StorageError

FORMAT = "smsc_codec: shards of a mailing, version 1"
MANIFEST = "manifest.jsonl"
#: Made by the first `send`: from then on nothing is prepared here again.
BEGUN = "begun"
#: Made by `prepare`, and gone when it is done: as long as it is there nothing is sent.
PREPARING = "preparing"
#: The token of the latest `send`: what an earlier one has left running begins no more shards.
RUN = "run"


class Shard(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, omit_defaults=True):
    """One request of the mailing: a file with its lines, and how it goes.

    `digest` is that of the file. `schedule` is the request's time and zone. `wave`: those of the next one go a minute
    after the last of this one (LIM-3). `parts` are the SMS that it takes, `menus` how many texts are voice menus.
    """

    shard: str
    id: str
    lines: int
    bytes: int
    digest: str
    parts: int
    schedule: Schedule = Schedule()
    zone: str = ""
    wave: int = 0
    menus: int = 0

    @property
    def file(self) -> str:
        """The name of the file with its lines."""
        return f"shards/{self.shard}.list"

    @property
    def journal(self) -> str:
        """The name of its journal."""
        return f"journals/{self.shard}"


class Header(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The first line of a manifest: what it holds in all."""

    format: str
    name: str
    shards: int
    lines: int
    parts: int
    menus: int
    waves: int


def digest(octets: bytes) -> str:
    """What tells one shard's file from another."""
    return blake2b(octets, digest_size=16).hexdigest()


def write_manifest(folder: Folder, name: str, shards: Iterable[Shard]) -> Header:
    """Write the manifest as the last file of a folder: from then on it can be sent."""
    rows: list[bytes] = []
    lines = parts = menus = waves = 0
    for one in shards:
        lines, parts, menus, waves = (
            lines + one.lines, parts + one.parts, menus + one.menus, max(waves, one.wave + 1)
        )  # fmt: skip
        rows.append(msgspec.json.encode(one))
    header = Header(
        format=FORMAT, name=name, shards=len(rows), lines=lines, parts=parts, menus=menus, waves=waves
    )
    folder.write(MANIFEST, b"\n".join([msgspec.json.encode(header), *rows, b""]))
    return header


class Manifest:
    """A manifest that is read: its header, and its shards in the order in which they go. Raises StorageError."""

    def __init__(self, folder: Folder) -> None:
        self._folder = folder
        try:
            self._octets = folder.read(MANIFEST)
        except FileNotFoundError:
            raise StorageError(
                folder.url, "there are no shards, or they are not whole: run 'big prepare' first"
            ) from None
        first, _, self._rows = self._octets.partition(b"\n")
        try:
            self.header = msgspec.json.decode(first, type=Header)
        except (msgspec.DecodeError, UnicodeDecodeError):
            raise StorageError(folder.url, f"{MANIFEST} is no manifest of shards") from None
        if self.header.format != FORMAT:
            raise StorageError(
                folder.url, f"a manifest of a version that is not known here: {self.header.format[:80]!r}"
            )
        if self._rows.count(b"\n") != self.header.shards:
            raise StorageError(folder.url, f"{MANIFEST} is cut off or was edited")

    def __iter__(self) -> Iterator[Shard]:
        start = 0
        seen: set[str] = set()
        decoder = msgspec.json.Decoder(Shard)
        while (end := self._rows.find(b"\n", start)) >= 0:
            try:
                one = decoder.decode(self._rows[start:end])
            except (msgspec.DecodeError, UnicodeDecodeError):
                raise StorageError(self._folder.url, f"{MANIFEST}: a line that is no shard") from None
            if one.shard in seen:
                raise StorageError(self._folder.url, f"{MANIFEST}: shard {one.shard} stands there twice")
            seen.add(one.shard)
            yield one
            start = end + 1

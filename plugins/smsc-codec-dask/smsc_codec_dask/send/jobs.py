"""What a worker is handed, and what it hands back. Neither holds a number, a text or a password."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from smsc_codec.api.operations import Send
from smsc_codec.client.mailing import Unclear
from smsc_codec_dask.shards.manifest import Shard

#: `sent`: the service has it now. `skipped`: an earlier run had sent it. `unclear`: nobody knows. `failed`: nothing
#: was sent. `busy`: another run has it, or may still have it. `late`: a later `send` is under way, so this one ends.
State = Literal["sent", "skipped", "unclear", "failed", "busy", "late"]
#: What a failure means for the others: this shard alone, this shard a little later, or all of them. A shard that is
#: busy is waited for so long; `again` is said of one that found no place, which is nobody's fault and has no end.
Reach = Literal["shard", "again", "all"]


class Job(Struct, frozen=True, kw_only=True):
    """One shard to be sent: of which folder, by which run, how. `locked`: journals are files with a lock. `seen`: its
    journal has stood at so many entries for so long that whoever wrote them is no longer sending.
    """

    folder: str
    run: str
    shard: Shard
    how: Send
    unclear: Unclear = "stop"
    hosts: tuple[str, ...] = ()
    locked: bool = False
    seen: int | None = None

    def __repr__(self) -> str:
        return f"<shard {self.shard.shard}>"


class Result(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What became of a shard. `repeated` and `taken`: its lines may have gone twice, or are taken for sent.

    `cnt` is the service's (RSP-7), `entries` how long its journal is, `reason` says in words what stopped it.
    """

    shard: str
    id: str
    lines: int
    state: State
    cnt: int = 0
    repeated: bool = False
    taken: bool = False
    entries: int = 0
    reason: str = ""
    reach: Reach = "shard"

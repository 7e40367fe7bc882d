"""What every transport and every journal of `smsc_codec.client` has to do, and what it takes to show it.

Each name is loaded when it is first used: the pytest plugin `smsc_codec_testing.calls` needs none of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from smsc_codec.lazy import loader

if TYPE_CHECKING:
    from smsc_codec_testing.conformance import Blocking, TransportConformance
    from smsc_codec_testing.journals import JournalConformance
    from smsc_codec_testing.mailings import Fault, Player, Search
    from smsc_codec_testing.server import Loopback, Reply, Seen
    from smsc_codec_testing.stores import FileStore, MemoryStore, Store

__all__ = [
    "Blocking", "Fault", "FileStore", "JournalConformance", "Loopback", "MemoryStore", "Player", "Reply", "Search",
    "Seen", "Store", "TransportConformance",
]  # fmt: skip

if not TYPE_CHECKING:
    __getattr__ = loader(
        __name__,
        {
            "conformance": "Blocking TransportConformance",
            "journals": "JournalConformance",
            "mailings": "Fault Player Search",
            "server": "Loopback Reply Seen",
            "stores": "FileStore MemoryStore Store",
        },
    )

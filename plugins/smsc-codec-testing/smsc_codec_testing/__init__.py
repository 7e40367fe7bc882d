"""What every transport and every journal of `smsc_codec.client` has to do, and what it takes to show it."""

from __future__ import annotations

from smsc_codec_testing.conformance import Blocking, TransportConformance
from smsc_codec_testing.journals import JournalConformance
from smsc_codec_testing.mailings import Fault, Player, Search
from smsc_codec_testing.server import Loopback, Reply, Seen
from smsc_codec_testing.stores import FileStore, MemoryStore, Store

__all__ = [
    "Blocking", "Fault", "FileStore", "JournalConformance", "Loopback", "MemoryStore", "Player", "Reply", "Search",
    "Seen", "Store", "TransportConformance",
]  # fmt: skip

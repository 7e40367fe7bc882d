"""What every transport of `smsc_codec.client` has to do, and a loopback server to show it."""

from __future__ import annotations

from smsc_codec_testing.conformance import Blocking, TransportConformance
from smsc_codec_testing.server import Loopback, Reply, Seen

__all__ = ["Blocking", "Loopback", "Reply", "Seen", "TransportConformance"]

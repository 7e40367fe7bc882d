"""The transports on httpx do what every transport has to."""

from __future__ import annotations

from smsc_codec_httpx import AsyncHttpxTransport, HttpxTransport
from smsc_codec_testing import Blocking, TransportConformance

from smsc_codec.client import Transport


class TestHttpx(TransportConformance):
    def make(self) -> Transport:
        return HttpxTransport(timeout=self.timeout, total=self.total)


class TestAsyncHttpx(TransportConformance):
    def make(self) -> Transport:
        return Blocking(lambda: AsyncHttpxTransport(timeout=self.timeout, total=self.total))

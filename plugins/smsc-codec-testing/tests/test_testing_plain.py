"""The transport that docs/client.md shows, of the standard library alone, does what every transport has to."""

from __future__ import annotations

import doctest
from pathlib import Path
from typing import Any

from smsc_codec_testing import TransportConformance

from smsc_codec.client import Transport

PAGE = Path(__file__).resolve().parents[3] / "docs" / "client.md"


def shown() -> Any:
    """The class as the page has it."""
    names: dict[str, Any] = {}
    for example in doctest.DocTestParser().get_examples(PAGE.read_text(encoding="utf-8")):
        if example.source.startswith(("import http", "from smsc_codec.client", "class Plain")):
            exec(example.source, names)
    return names["PlainTransport"]


class TestPlain(TransportConformance):
    def make(self) -> Transport:
        transport: Transport = shown()(self.timeout, self.total)
        return transport

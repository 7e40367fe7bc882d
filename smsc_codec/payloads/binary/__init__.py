"""Binary messages: the user data header, WAP push, data coding and protocol octets (BIN, CMT-3, PUSH-1).

`payload` is the message as the service takes it; `udh`, `push`, `wsp`, `wbxml`, `dcs`, `pid` and `gsm7` are
its parts. Each has `parse` and `build`, which undo each other; most have a tolerant `read`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from smsc_codec.lazy import loader

if TYPE_CHECKING:
    from smsc_codec.payloads.binary import dcs, gsm7, pid, push, udh, wbxml, wsp
    from smsc_codec.payloads.binary.payload import BinaryMessage, build_hex, build_raw, parse, read

__all__ = [
    "BinaryMessage",
    "build_hex",
    "build_raw",
    "dcs",
    "gsm7",
    "parse",
    "pid",
    "push",
    "read",
    "udh",
    "wbxml",
    "wsp",
]

if not TYPE_CHECKING:
    __getattr__ = loader(
        __name__,
        {"": "dcs gsm7 pid push udh wbxml wsp", "payload": "BinaryMessage build_hex build_raw parse read"},
    )
